// SPDX-License-Identifier: GPL-3.0-or-later
//
// The processes that use most memory as rows, largest first, with this program marked. An update changes the
// contents of rows, not the rows, so that a view keeps its scroll position. GUI thread.
#pragma once

#include "gui/table/TableModel.h"
#include "views/MonitorView.h"

namespace manometer::gui {

class HolderModel final : public TableModel
{
    Q_OBJECT
public:
    enum Column { Name, Process, Resident, Proportional, Share, ColumnCount };
    enum Role { OwnRole = Qt::UserRole }; // true for this program

    using TableModel::TableModel;
    // `totalBytes`: the machine's memory; 0 if unknown.
    void show(const views::MemoryHolding &holders, quint64 totalBytes);

protected:
    std::span<const TableColumn> columns() const override;
    qsizetype rows() const override { return std::ssize(m_holders.processes); }
    QVariant cell(const QModelIndex &index, int role) const override;

private:
    views::MemoryHolding m_holders;
    quint64 m_totalBytes = 0;
};

} // namespace manometer::gui
