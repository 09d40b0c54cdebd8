// SPDX-License-Identifier: GPL-3.0-or-later
//
// The cache entries as a table that loads on demand: the order of all ids at once, rows in pages. Outdated
// answers are dropped. refresh() keeps persistent indexes, and so the selection, on their entries. GUI
// thread; nothing blocks; rows that are loading read '…'.
#pragma once

#include "gui/table/TableModel.h"
#include "views/CacheView.h"

#include <QCache>
#include <QSet>

namespace manometer::gui {

class EntryModel final : public TableModel
{
    Q_OBJECT
public:
    enum Column { Path, Size, Hits, ReadCost, LastUsed, Stored, Tier, Pinned, Modified, Depth, ColumnCount };

    // A page is one round trip: a screen of rows and some more for scrolling.
    static constexpr qsizetype pageSize = 256;

    explicit EntryModel(views::CacheView *cache, QObject *parent = nullptr);

    void sort(int column, Qt::SortOrder order) override;

    const QString &filter() const { return m_filter; }
    const views::EntryQuery &query() const { return m_query; }
    // See EntryFilter. An invalid filter keeps the present list, whose text turns grey.
    void setFilter(const QString &text);
    const QString &filterProblem() const { return m_filterProblem; }
    // The newest valid filter, which the list is of.
    const QString &filterInEffect() const { return m_filterInEffect; }
    // Requests the list again.
    void refresh();

    int rowOf(views::EntryId id) const { return static_cast<int>(m_ids.indexOf(id)); } // -1: not listed
    views::EntryId idAt(int row) const { return m_ids.at(row); }
    QList<views::EntryId> idsFrom(int row, int count) const { return m_ids.mid(row, count); }
    // Null while it is loading.
    const views::EntryRow *rowAt(int row) const;
    qint64 asOfWallMs() const { return m_asOfWallMs; }
    bool isLoaded() const { return m_asOfWallMs != 0; }

signals:
    void aboutToBeListed(); // the order of the rows is about to change
    void listed();          // and has changed

protected:
    std::span<const TableColumn> columns() const override;
    qsizetype rows() const override { return std::ssize(m_ids); }
    QVariant cell(const QModelIndex &index, int role) const override;

private:
    void showProblem(const QString &problem);
    void takeListing(const views::Listing &listing);
    void movePersistentIndexes(const QList<views::EntryId> &before);
    void queuePage(qsizetype page) const;
    void askForPages();
    void takePage(qsizetype page, quint64 generation, const QList<views::EntryRow> &rows);
    QString textOf(const views::EntryRow &row, int column) const;

    views::CacheView *m_cache;
    cache::EntryQuery m_query;
    QString m_filter;
    QString m_filterInEffect;
    QString m_filterProblem;
    QList<views::EntryId> m_ids;
    qint64 m_asOfWallMs = 0;
    quint64 m_question = 0;                          // of the newest list()
    quint64 m_generation = 0;                        // of the shown listing
    mutable QCache<quint64, views::EntryRow> m_rows; // by id
    mutable QList<qsizetype> m_queuedPages;          // pages to request, newest last
    QSet<qsizetype> m_asked;                         // requested, not answered yet
    QSet<qsizetype> m_fresh;                         // received for this listing
    mutable bool m_askScheduled = false;
};

} // namespace manometer::gui
