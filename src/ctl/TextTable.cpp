// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/TextTable.h"

#include "ctl/Texts.h"

#include <algorithm>

namespace manometer::ctl {

std::string TextTable::text() const
{
    std::vector<std::size_t> widths(m_sides.size(), 0);
    for (const auto &cells : m_rows)
        for (std::size_t column = 0; column < cells.size(); ++column)
            widths[column] = std::max(widths[column], columnsOf(cells[column]));
    std::string text;
    for (const auto &cells : m_rows) {
        std::string line;
        for (std::size_t column = 0; column < cells.size(); ++column) {
            const std::string padding(widths[column] - columnsOf(cells[column]), ' ');
            line += column == 0 ? "" : "  ";
            line += m_sides[column] == Side::Right ? padding + cells[column] : cells[column] + padding;
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + '\n';
    }
    return text;
}

} // namespace manometer::ctl
