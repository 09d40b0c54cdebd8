// SPDX-License-Identifier: GPL-3.0-or-later
//
// The programs that use the exiftool command as rows, in the order of the summary: by requests, most first.
// GUI thread; nothing blocks.
#pragma once

#include "gui/table/TableModel.h"
#include "views/CacheView.h"

namespace manometer::gui {

class ProgramModel final : public TableModel
{
    Q_OBJECT
public:
    enum Column { Program, Requests, Hits, HitRatio, TimeSaved, LastRequest, ColumnCount };

    using TableModel::TableModel;
    void show(const views::AnswerUse &answers);

protected:
    std::span<const TableColumn> columns() const override;
    qsizetype rows() const override { return std::ssize(m_clients); }
    QVariant cell(const QModelIndex &index, int role) const override;

private:
    QList<views::ClientUse> m_clients;
};

} // namespace manometer::gui
