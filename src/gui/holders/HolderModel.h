// SPDX-License-Identifier: GPL-3.0-or-later
//
// The processes that use most memory as rows, largest first, with this program marked. An update changes the
// contents of rows, not the rows, so that a view keeps its scroll position. GUI thread.
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
    // `totalBytes`: the machine's memory; 0 if unknown.
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
