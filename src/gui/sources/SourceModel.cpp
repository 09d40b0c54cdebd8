// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/sources/SourceModel.h"

#include "gui/text/PlainText.h"
#include "gui/text/SourceText.h"

namespace manometer::gui {

void SourceModel::show(const std::vector<pressure::SignalRow> &rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int SourceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SourceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SourceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::ToolTipRole)
        return text::toolTip(data(index, Qt::DisplayRole).toString());
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

QVariant SourceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Signal:
        return tr("Signal");
    case State:
        return tr("State");
    case Delay:
        return tr("Delay");
    default:
        return tr("Source or reason");
    }
}

} // namespace manometer::gui
