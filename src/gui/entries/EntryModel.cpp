// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/entries/EntryModel.h"

#include "async/Answer.h"
#include "gui/entries/EntryFilter.h"
#include "gui/entries/ExiftoolAnswer.h"
#include "gui/text/Numbers.h"
#include "gui/text/Paths.h"
#include "gui/text/Times.h"
#include "views/WholeListing.h"

#include <QGuiApplication>
#include <QPalette>
#include <QTimer>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace manometer::gui {

using views::EntryId;
using views::EntryRow;

namespace {

// About 60 pages or 5 MB: enough to scroll back without new requests.
constexpr int rowsKept = 16'384;
// Pages that were scrolled past before their request are dropped.
constexpr qsizetype pagesWanted = 4;
// Concurrent requests; the cache answers them one after the other.
constexpr qsizetype pagesAsked = 2;

QString tier(const EntryRow &row)
{
    if (row.inMemory)
        return row.onDisk ? EntryModel::tr("both") : EntryModel::tr("memory");
    return row.onDisk ? EntryModel::tr("disk") : EntryModel::tr("none");
}

// A small set of ids, looked up among very many. One bit rejects most ids that are not in it.
class FewIds
{
public:
    void add(quint64 id)
    {
        m_rows.insert(id, -1);
        m_bits[id % bits] = true;
    }
    void found(quint64 id, int row)
    {
        if (!m_bits[id % bits])
            return;
        if (const auto at = m_rows.find(id); at != m_rows.end())
            *at = row;
    }
    int rowOf(quint64 id) const { return m_rows.value(id, -1); }

private:
    static constexpr quint64 bits = 1u << 16;
    QHash<quint64, int> m_rows;
    std::vector<bool> m_bits = std::vector<bool>(bits);
};

} // namespace

EntryModel::EntryModel(views::CacheView *cache, QObject *parent)
    : TableModel(parent)
    , m_cache(cache)
    , m_rows(rowsKept)
{}

std::span<const TableColumn> EntryModel::columns() const
{
    static constexpr std::array all{
        TableColumn{.title = QT_TR_NOOP("Path")},
        TableColumn{.title = QT_TR_NOOP("Size"),
                    .alignment = Qt::AlignRight,
                    .toolTip = QT_TR_NOOP("Size of the cached metadata, not of the file.")},
        TableColumn{.title = QT_TR_NOOP("Hits"), .alignment = Qt::AlignRight},
        TableColumn{.title = QT_TR_NOOP("Read time"), .alignment = Qt::AlignRight},
        TableColumn{.title = QT_TR_NOOP("Last used"), .alignment = Qt::AlignRight},
        TableColumn{.title = QT_TR_NOOP("Stored"), .alignment = Qt::AlignRight},
        TableColumn{.title = QT_TR_NOOP("Tier")},
        TableColumn{.title = QT_TR_NOOP("Pinned")},
        TableColumn{.title = QT_TR_NOOP("File changed"), .alignment = Qt::AlignRight},
        TableColumn{.title = QT_TR_NOOP("Depth")}};
    static_assert(all.size() == ColumnCount);
    return all;
}

QVariant EntryModel::cell(const QModelIndex &index, int role) const
{
    if (role == Qt::ForegroundRole && !m_filterProblem.isEmpty())
        return QGuiApplication::palette().brush(QPalette::Disabled, QPalette::Text);
    if (role != Qt::DisplayRole)
        return {};
    const EntryRow *row = m_rows.object(static_cast<quint64>(m_ids.at(index.row())));
    if (!row || !m_fresh.contains(index.row() / pageSize))
        queuePage(index.row() / pageSize);
    if (!row)
        return u"…"_s;
    return textOf(*row, index.column());
}

QString EntryModel::textOf(const EntryRow &row, int column) const
{
    if (!row.exists)
        return column == Path ? tr("(removed)") : QString();
    switch (column) {
    case Path:
        return text::pathInText(row.path);
    case Size:
        return text::size(row.valueBytes);
    case Hits:
        return text::count(row.hits);
    case ReadCost:
        return text::duration(row.readCostMicroseconds / 1000);
    case LastUsed:
        return text::dateAndTime(row.lastUsedWallMs);
    case Stored:
        return text::dateAndTime(row.storedWallMs);
    case Tier:
        return tier(row);
    case Pinned:
        return row.isKept ? tr("pinned") : QString();
    case Modified:
        return text::dateAndTime(row.modifiedWallMs.value_or(0));
    case Depth:
        return depthText(row.depth);
    default:
        return {};
    }
}

void EntryModel::sort(int column, Qt::SortOrder order)
{
    using Order = cache::EntryQuery::Order;
    static constexpr std::array orders{Order::Path,     Order::ValueBytes, Order::Hits, Order::ReadCost,
                                       Order::LastUsed, Order::Stored,     Order::Tier, Order::Kept,
                                       Order::Modified, Order::Depth};
    static_assert(orders.size() == ColumnCount);
    if (column < 0 || column >= ColumnCount)
        return;
    m_query.order = orders[static_cast<std::size_t>(column)];
    m_query.descending = order == Qt::DescendingOrder;
    // A table sorts when its model is set; nothing is listed before the page is visible.
    if (m_question > 0)
        refresh();
}

void EntryModel::setFilter(const QString &text)
{
    if (text == m_filter)
        return;
    m_filter = text;
    EntryFilter filter = parseFilter(text);
    showProblem(filter.problem);
    if (!m_filterProblem.isEmpty() || text == m_filterInEffect)
        return;
    m_filterInEffect = text;
    filter.query.order = m_query.order;
    filter.query.descending = m_query.descending;
    m_query = std::move(filter.query);
    refresh();
}

void EntryModel::showProblem(const QString &problem)
{
    const bool isGrey = !problem.isEmpty();
    const bool wasGrey = !std::exchange(m_filterProblem, problem).isEmpty();
    if (isGrey != wasGrey && !m_ids.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1), {Qt::ForegroundRole});
}

const EntryRow *EntryModel::rowAt(int row) const
{
    return m_rows.object(static_cast<quint64>(m_ids.at(row)));
}

void EntryModel::refresh()
{
    const quint64 question = ++m_question;
    const auto take = [this, question](const views::Listing &listing) {
        if (question == m_question && listing.generation >= m_generation)
            takeListing(listing);
    };
    // After a failure the last listing stays; the next change of the cache asks again.
    listWhole(m_cache, m_query, this, take, [](const QString &) {});
}

void EntryModel::takeListing(const views::Listing &listing)
{
    emit aboutToBeListed();
    const int before = static_cast<int>(m_ids.size());
    const int after = static_cast<int>(listing.ids.size());
    m_generation = listing.generation;
    m_asOfWallMs = listing.asOfWallMs;
    m_fresh.clear();
    m_asked.clear();
    m_queuedPages.clear();
    // Views walk all their rows at each insertion, so the first listing is inserted at once.
    if (before == 0) {
        if (after > 0) {
            beginInsertRows({}, 0, after - 1);
            m_ids = listing.ids;
            endInsertRows();
        }
        emit listed();
        return;
    }
    // Three legal model steps: insert rows at the end, change the layout, remove rows at the end. Views keep
    // their selection, which a reset would lose.
    if (after > before) {
        beginInsertRows({}, before, after - 1);
        m_ids.resize(after);
        endInsertRows();
    }
    emit layoutAboutToBeChanged();
    const QList<EntryId> old = m_ids;
    m_ids = listing.ids;
    m_ids.resize(std::max(before, after));
    movePersistentIndexes(old);
    emit layoutChanged();
    if (after < before) {
        beginRemoveRows({}, after, before - 1);
        m_ids.resize(after);
        endRemoveRows();
    }
    emit listed();
}

void EntryModel::movePersistentIndexes(const QList<EntryId> &before)
{
    const QModelIndexList from = persistentIndexList();
    if (from.isEmpty())
        return;
    FewIds held;
    // Zero ids are the rows inserted at the end; they have no persistent index.
    for (const QModelIndex &index : from)
        if (const auto id = static_cast<quint64>(before.at(index.row())); id != 0)
            held.add(id);
    for (int row = 0; row < m_ids.size(); ++row)
        held.found(static_cast<quint64>(m_ids.at(row)), row);
    QModelIndexList to;
    to.reserve(from.size());
    for (const QModelIndex &index : from) {
        const int row = held.rowOf(static_cast<quint64>(before.at(index.row())));
        to += row < 0 ? QModelIndex() : this->index(row, index.column());
    }
    changePersistentIndexList(from, to);
}

void EntryModel::queuePage(qsizetype page) const
{
    if (m_asked.contains(page))
        return;
    m_queuedPages.removeOne(page);
    m_queuedPages.append(page);
    if (m_queuedPages.size() > pagesWanted)
        m_queuedPages.removeFirst();
    if (m_askScheduled)
        return;
    m_askScheduled = true;
    // Not directly from data(), which runs while a view paints.
    auto *self = const_cast<EntryModel *>(this);
    QTimer::singleShot(0, self, [self] {
        self->m_askScheduled = false;
        self->askForPages();
    });
}

void EntryModel::askForPages()
{
    while (!m_queuedPages.isEmpty() && m_asked.size() < pagesAsked) {
        const qsizetype page = m_queuedPages.takeLast();
        if (page * pageSize >= m_ids.size())
            continue;
        m_asked.insert(page);
        async::whenAnswered(
            m_cache->rows(m_ids.mid(page * pageSize, pageSize)), this,
            [this, page, generation = m_generation](const QList<EntryRow> &rows) {
                takePage(page, generation, rows);
            },
            [this, page, generation = m_generation](const QString &) {
                if (generation == m_generation)
                    m_asked.remove(page); // it is asked for again when it is painted
            });
    }
}

void EntryModel::takePage(qsizetype page, quint64 generation, const QList<EntryRow> &rows)
{
    if (generation != m_generation)
        return;
    m_asked.remove(page);
    m_fresh.insert(page);
    for (const EntryRow &row : rows)
        m_rows.insert(static_cast<quint64>(row.id), new EntryRow(row));
    const int first = static_cast<int>(page * pageSize);
    const int last = std::min(first + static_cast<int>(pageSize), static_cast<int>(m_ids.size())) - 1;
    if (first <= last)
        emit dataChanged(index(first, 0), index(last, ColumnCount - 1), {Qt::DisplayRole, Qt::ToolTipRole});
    askForPages();
}

} // namespace manometer::gui
