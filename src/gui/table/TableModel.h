// SPDX-License-Identifier: GPL-3.0-or-later
//
// A table with fixed columns, each described once. A model lists its columns and returns its cells; titles,
// alignment and tool tips follow from that: a column is aligned like its title, and the tool tip of a cell is
// its text, which may be cut off. GUI thread; nothing blocks.
#pragma once

#include <QAbstractTableModel>

#include <algorithm>
#include <span>

namespace manometer::gui {

// The texts are marked by QT_TR_NOOP in a member function of the model, whose class is their context.
struct TableColumn
{
    const char *title;
    Qt::AlignmentFlag alignment =
        Qt::AlignLeft;             // numbers: right; mirrored where text runs from right to left
    const char *toolTip = nullptr; // of the title
};

class TableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const final;
    int columnCount(const QModelIndex &parent = {}) const final;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const final;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const final;

protected:
    virtual std::span<const TableColumn> columns() const = 0;
    virtual qsizetype rows() const = 0;
    // `index` is valid. An invalid value leaves alignment and tool tip to this class.
    virtual QVariant cell(const QModelIndex &index, int role) const = 0;

    // Makes `shown`, whose size is rows(), equal to `now`. Changes contents and the end of the list only, so
    // that selection and scroll position stay.
    template<typename Rows>
    void replaceRows(Rows &shown, const Rows &now)
    {
        const auto before = static_cast<int>(shown.size());
        const auto after = static_cast<int>(now.size());
        const int kept = std::min(before, after);
        if (after < before) {
            beginRemoveRows({}, after, before - 1);
            shown.resize(after);
            endRemoveRows();
        }
        std::copy_n(now.begin(), kept, shown.begin());
        if (kept > 0)
            emit dataChanged(index(0, 0), index(kept - 1, columnCount() - 1));
        if (after > before) {
            beginInsertRows({}, before, after - 1);
            shown = now;
            endInsertRows();
        }
    }
};

} // namespace manometer::gui
