// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/table/TableModel.h"

#include "gui/text/PlainText.h"

#include <QCoreApplication>

namespace manometer::gui {

namespace {

int alignmentOf(const TableColumn &column)
{
    return static_cast<int>(column.alignment | Qt::AlignVCenter);
}

// Of the model's class, in which the text is marked.
QString translated(const TableModel &model, const char *text)
{
    return QCoreApplication::translate(model.metaObject()->className(), text);
}

} // namespace

int TableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(rows());
}

int TableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(columns().size());
}

QVariant TableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (QVariant own = cell(index, role); own.isValid())
        return own;
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(columns()[static_cast<std::size_t>(index.column())]);
    if (role == Qt::ToolTipRole)
        return text::toolTip(cell(index, Qt::DisplayRole).toString());
    return {};
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const TableColumn &column = columns()[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole)
        return translated(*this, column.title);
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(column);
    if (role == Qt::ToolTipRole && column.toolTip)
        return text::toolTip(translated(*this, column.toolTip));
    return {};
}

} // namespace manometer::gui
