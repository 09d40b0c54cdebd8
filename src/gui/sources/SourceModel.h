// SPDX-License-Identifier: GPL-3.0-or-later
//
// The report on the pressure signals, one row per signal. GUI thread; nothing blocks.
#pragma once

#include "gui/table/TableModel.h"
#include "pressure/source/SourceReport.h"

namespace manometer::gui {

class SourceModel final : public TableModel
{
    Q_OBJECT
public:
    enum Column { Signal, State, Delay, Detail, ColumnCount };

    using TableModel::TableModel;

    void show(const std::vector<pressure::SignalRow> &rows);

protected:
    std::span<const TableColumn> columns() const override;
    qsizetype rows() const override { return std::ssize(m_rows); }
    QVariant cell(const QModelIndex &index, int role) const override;

private:
    std::vector<pressure::SignalRow> m_rows;
};

} // namespace manometer::gui
