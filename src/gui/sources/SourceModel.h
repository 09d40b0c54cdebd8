// SPDX-License-Identifier: GPL-3.0-or-later
//
// The report on the pressure signals, one row per signal. GUI thread; nothing blocks.
#pragma once

#include "pressure/source/SourceReport.h"

#include <QAbstractTableModel>

namespace manometer::gui {

class SourceModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Signal, State, Delay, Detail, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void show(const std::vector<pressure::SignalRow> &rows);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<pressure::SignalRow> m_rows;
};

} // namespace manometer::gui
