// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/entries/FolderCount.h"

#include "async/Answer.h"
#include "views/WholeListing.h"

#include <utility>

namespace manometer::gui {

struct FolderCount::Run
{
    views::Listing listing;
    qsizetype done = 0;
    FolderTotals totals;
};

FolderCount::FolderCount(views::CacheView *cache, QObject *parent)
    : QObject(parent)
    , m_cache(cache)
{}

void FolderCount::start(const views::EntryQuery &query)
{
    const auto run = std::make_shared<Run>();
    m_run = run;
    emit progressed(0, 0);
    views::EntryQuery byPath = query;
    byPath.order = views::EntryQuery::Order::Path; // as FolderTotals needs it
    byPath.descending = false;
    const auto take = [this, run](const views::Listing &listing) {
        if (run != m_run)
            return;
        run->listing = listing;
        askForPage();
    };
    listWhole(m_cache, byPath, this, take, [this, run](const QString &reason) {
        if (run == m_run)
            fail(reason);
    });
}

void FolderCount::cancel()
{
    m_run.reset();
}

void FolderCount::fail(const QString &reason)
{
    m_run.reset();
    emit failed(reason);
}

void FolderCount::askForPage()
{
    const auto run = m_run;
    const qsizetype all = run->listing.ids.size();
    emit progressed(run->done, all);
    if (run != m_run) // cancelled meanwhile
        return;
    if (run->done >= all) {
        m_run.reset();
        emit counted({.rows = run->totals.rows(),
                      .all = run->totals.all(),
                      .folders = run->totals.folders(),
                      .folded = run->totals.folded(),
                      .asOfWallMs = run->listing.asOfWallMs});
        return;
    }
    async::whenAnswered(
        m_cache->rows(run->listing.ids.mid(run->done, rowsPerPage)), this,
        [this, run](const QList<views::EntryRow> &rows) {
            if (run == m_run)
                take(rows);
        },
        [this, run](const QString &reason) {
            if (run == m_run)
                fail(reason);
        });
}

void FolderCount::take(const QList<views::EntryRow> &rows)
{
    for (const views::EntryRow &row : rows)
        if (row.exists)
            m_run->totals.add({row.path.constData(), static_cast<std::size_t>(row.path.size())},
                              {.entries = 1,
                               .memoryBytes = row.inMemory ? row.valueBytes : 0,
                               .diskBytes = row.onDisk ? row.storedBytes : 0});
    m_run->done += rowsPerPage;
    askForPage();
}

} // namespace manometer::gui
