// SPDX-License-Identifier: GPL-3.0-or-later
//
// Lines with aligned columns. Cells are valid UTF-8 without control characters (Texts.h: shown()). Pure; any
// thread.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <vector>

namespace manometer::ctl {

class TextTable
{
public:
    enum class Side : std::uint8_t { Left, Right };

    // The sides to which the columns are aligned. Later rows may have fewer cells.
    explicit TextTable(std::initializer_list<Side> sides)
        : m_sides(sides)
    {}

    void row(std::vector<std::string> cells) { m_rows.push_back(std::move(cells)); }
    bool isEmpty() const { return m_rows.empty(); }
    // Two blanks between columns, none at the end of a line.
    std::string text() const;

private:
    std::vector<Side> m_sides;
    std::vector<std::vector<std::string>> m_rows;
};

// Names and values, aligned: "Level   HIGH".
class FactList
{
public:
    void add(std::string name, std::string value) { m_table.row({std::move(name), std::move(value)}); }
    std::string text() const { return m_table.text(); }

private:
    TextTable m_table{TextTable::Side::Left, TextTable::Side::Left};
};

} // namespace manometer::ctl
