// SPDX-License-Identifier: GPL-3.0-or-later
//
// The processes that use most memory as rows, or their groups, largest first, with this program marked. An
// update changes the contents of rows, not the rows, so that a view keeps its scroll position. GUI thread.
#pragma once

#include "gui/holders/Grouping.h"
#include "gui/table/TableModel.h"
#include "views/MonitorView.h"

namespace manometer::gui {

class HolderModel final : public TableModel
{
    Q_OBJECT
public:
    enum Column { Name, Process, Resident, Proportional, Swap, Share, ColumnCount };
    enum Role { OwnRole = Qt::UserRole }; // true for this program

    using TableModel::TableModel;
    // `totalBytes`: the machine's memory; 0 if unknown.
    void show(const views::MemoryHolding &holders, quint64 totalBytes);
    void setGrouping(Grouping grouping);
    // The longest texts of a number, for the width of a column.
    static QStringList longestNumbers();

protected:
    std::span<const TableColumn> columns() const override;
    qsizetype rows() const override { return std::ssize(m_rows); }
    QVariant cell(const QModelIndex &index, int role) const override;

private:
    void refresh();
    QString nameOf(const HolderRow &row) const;
    QString numberOf(const HolderRow &row, int column) const;

    Grouping m_grouping = Grouping::Process;
    views::MemoryHolding m_holders;
    QList<HolderRow> m_rows;
    quint64 m_totalBytes = 0;
};

} // namespace manometer::gui
