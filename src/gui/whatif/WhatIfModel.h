// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the applied thresholds did and what the draft would have done, as rows: a figure, its two values and
// the change. GUI thread; nothing blocks.
#pragma once

#include "gui/table/TableModel.h"
#include "views/WhatIf.h"

#include <QString>

namespace manometer::gui {

class WhatIfModel final : public TableModel
{
    Q_OBJECT
public:
    enum Column { Figure, InEffect, Draft, Change, ColumnCount };

    using TableModel::TableModel;
    // Rows without figures are left out: incidents where there are none, hits without evidence.
    void show(const views::WhatIfAnswer &answer);

    struct Row
    {
        QString name;
        QString inEffect;
        QString draft;
        QString change; // empty: there is none
        QString explanation;
    };
    const QList<Row> &shownRows() const { return m_rows; }

protected:
    std::span<const TableColumn> columns() const override;
    qsizetype rows() const override { return m_rows.size(); }
    QVariant cell(const QModelIndex &index, int role) const override;

private:
    QList<Row> m_rows;
};

} // namespace manometer::gui
