// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/sources/SourceModel.h"

#include "gui/text/SourceText.h"

#include <array>

namespace manometer::gui {

void SourceModel::show(const std::vector<pressure::SignalRow> &rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

std::span<const TableColumn> SourceModel::columns() const
{
    static constexpr std::array all{
        TableColumn{.title = QT_TR_NOOP("Signal")}, TableColumn{.title = QT_TR_NOOP("State")},
        TableColumn{.title = QT_TR_NOOP("Delay")}, TableColumn{.title = QT_TR_NOOP("Source or reason")}};
    static_assert(all.size() == ColumnCount);
    return all;
}

QVariant SourceModel::cell(const QModelIndex &index, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    const pressure::SignalRow &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (index.column()) {
    case Signal:
        return text::signalName(row.signal);
    case State:
        return text::signalState(row.state);
    case Delay:
        return text::signalDelay(row);
    default:
        return text::signalDetail(row);
    }
}

} // namespace manometer::gui
