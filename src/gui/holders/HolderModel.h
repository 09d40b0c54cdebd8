// SPDX-License-Identifier: GPL-3.0-or-later
//
// The processes that hold most memory as rows, largest first, this program marked. What a row shows changes;
// the rows stay, so that a view keeps its place. GUI thread.
#pragma once

#include "views/MonitorView.h"

#include <QAbstractTableModel>

namespace manometer::gui {

class HolderModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Process, Resident, Proportional, Share, ColumnCount };
    enum Role { OwnRole = Qt::UserRole }; // true for this program

    using QAbstractTableModel::QAbstractTableModel;
    // `totalBytes`: the machine's memory, 0 if it is not known.
    void show(const views::MemoryHolding &holders, quint64 totalBytes);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    views::MemoryHolding m_holders;
    quint64 m_totalBytes = 0;
};

} // namespace manometer::gui
