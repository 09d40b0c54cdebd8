// SPDX-License-Identifier: GPL-3.0-or-later
//
// Folders as a tree with the sums of their entries. The share is that of the measure by which the tree was
// sorted last: entries, memory or disk. GUI thread; nothing blocks.
#pragma once

#include "gui/entries/FolderTotals.h"

#include <QAbstractItemModel>

namespace manometer::gui {

class FolderModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { Name, Entries, Memory, Disk, Share, ColumnCount };
    enum class Measure : quint8 { Entries, Memory, Disk };
    static constexpr int shareRole = Qt::UserRole; // 0 to 1

    using QAbstractItemModel::QAbstractItemModel;

    // Replaces all rows; they keep the order that sort() was called with.
    void show(std::vector<Folder> rows);
    Measure measure() const { return m_measure; }
    quint64 sumOf(const QModelIndex &index) const; // of the measure

    // Raw bytes, without a slash at the end; empty for the root.
    QByteArray pathOf(const QModelIndex &index) const;
    // Of a row that stands for a whole folder; not valid if there is none.
    QModelIndex indexOf(const QByteArray &path) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    const Folder &at(const QModelIndex &index) const { return m_rows[index.internalId()]; }
    const std::vector<int> &childrenOf(const QModelIndex &parent) const;
    QModelIndex indexOfRow(int row, int column) const;
    void order();
    void orderBelow(std::vector<int> &children);
    bool isLess(int one, int other) const;
    double shareOf(const Folder &folder) const;
    QString nameOf(const Folder &folder) const;
    QString tipOf(const QModelIndex &index) const;

    std::vector<Folder> m_rows;
    std::vector<int> m_top;
    std::vector<int> m_place; // of a row among its siblings
    quint64 m_all = 0;        // of the measure
    Measure m_measure = Measure::Disk;
    int m_column = Disk;
    Qt::SortOrder m_order = Qt::DescendingOrder;
};

} // namespace manometer::gui
