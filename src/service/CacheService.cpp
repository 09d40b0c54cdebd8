// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/CacheService.h"

#include "service/Clock.h"

#include <QtConcurrent>

#include <vector>

namespace manometer::service {

namespace {

EntryRow toRow(const cache::EntryInfo &info)
{
    EntryRow row;
    row.id = info.id;
    row.exists = true;
    row.path = QByteArray::fromStdString(info.path);
    row.depth = QByteArray::fromStdString(info.depth);
    row.sourceBytes = info.version.sizeBytes;
    row.valueBytes = info.valueBytes;
    row.storedBytes = info.storedBytes;
    row.hits = info.hits;
    row.modifiedWallMs = info.version.mtimeNanoseconds / 1'000'000;
    row.storedWallMs = toMs(info.stored);
    row.lastUsedWallMs = toMs(info.lastUsed);
    row.readCostMicroseconds =
        std::chrono::duration_cast<std::chrono::microseconds>(info.note.readCost).count();
    row.inMemory = info.inMemory;
    row.onDisk = info.onDisk;
    return row;
}

QList<EntryRow> describe(const cache::Cache &cache, const QList<EntryId> &ids)
{
    const auto infos = cache.describe({ids.constData(), static_cast<std::size_t>(ids.size())});
    QList<EntryRow> rows;
    rows.reserve(ids.size());
    for (std::size_t i = 0; i < infos.size(); ++i) {
        if (infos[i]) {
            rows.append(toRow(*infos[i]));
        } else {
            EntryRow gone;
            gone.id = ids[static_cast<qsizetype>(i)];
            rows.append(gone);
        }
    }
    return rows;
}

bool sameContents(const cache::Stats &a, const cache::Stats &b)
{
    return a.memoryEntries == b.memoryEntries && a.memoryBytes == b.memoryBytes &&
           a.diskEntries == b.diskEntries && a.evictions == b.evictions;
}

bool sameFigures(const cache::Stats &a, const cache::Stats &b)
{
    return sameContents(a, b) && a.memoryHits == b.memoryHits && a.diskHits == b.diskHits &&
           a.misses == b.misses && a.notStored == b.notStored && a.memoryLimits == b.memoryLimits &&
           a.diskBytes == b.diskBytes && a.diskCapBytes == b.diskCapBytes;
}

} // namespace

CacheService::CacheService(std::unique_ptr<cache::Cache> cache, const cache::Limits &configured,
                           QObject *parent)
    : CacheView(parent)
    , m_cache(std::move(cache))
{
    // Two readers keep one disk busy; more only wait in line.
    m_pool.setMaxThreadCount(2);
    m_summary.configured = configured;
    m_summary.stats = m_cache->stats();
    m_summary.health = m_cache->health();
    connect(&m_timer, &QTimer::timeout, this, &CacheService::poll);
    m_timer.start(std::chrono::seconds(1));
    // What is wrong from the start is told once somebody can listen.
    if (m_summary.health != cache::Health{})
        QMetaObject::invokeMethod(
            this, [this] { emit happened(eventNow(StoreEvent{m_summary.health})); }, Qt::QueuedConnection);
}

CacheService::~CacheService()
{
    m_pool.waitForDone();
}

CacheFigures CacheService::figures() const
{
    const cache::Stats stats = m_cache->stats();
    return {.entries = stats.memoryEntries,
            .limitEntries = stats.memoryLimits.entries,
            .hitsTotal = stats.hits(),
            .requestsTotal = stats.requests()};
}

void CacheService::countLevel(Level entered)
{
    if (entered != Level::Normal)
        ++m_summary.memoryPressureEvents;
}

void CacheService::countAction(const Event &event)
{
    const auto *limit = std::get_if<LimitEvent>(&event.what);
    if (limit && limit->cause != cache::LimitCause::Configuration)
        ++m_summary.adaptiveAdjustments;
    poll();
}

void CacheService::poll()
{
    const cache::Stats stats = m_cache->stats();
    const cache::Health health = m_cache->health();
    const bool contents = m_contentsChanged.exchange(false) || !sameContents(stats, m_summary.stats);
    const bool figures = contents || !sameFigures(stats, m_summary.stats);
    const bool sick = health != m_summary.health;
    m_summary.stats = stats;
    m_summary.health = health;
    if (sick)
        emit happened(eventNow(StoreEvent{health}));
    if (figures || sick)
        emit summaryChanged(m_summary);
    if (contents)
        emit contentsChanged();
}

QFuture<Listing> CacheService::list(const EntryQuery &query)
{
    return QtConcurrent::run(&m_pool, [this, query, generation = ++m_generation] {
        const auto ids = m_cache->list(query);
        return Listing{.generation = generation,
                       .ids = QList<EntryId>(ids.begin(), ids.end()),
                       .asOfWallMs = toMs(std::chrono::system_clock::now())};
    });
}

QFuture<QList<EntryRow>> CacheService::rows(const QList<EntryId> &ids)
{
    return QtConcurrent::run(&m_pool, [this, ids] { return describe(*m_cache, ids); });
}

QFuture<std::optional<EntryDetail>> CacheService::detail(EntryId id)
{
    return QtConcurrent::run(&m_pool, [this, id]() -> std::optional<EntryDetail> {
        const auto bytes = m_cache->peek(id);
        const EntryRow row = describe(*m_cache, {id}).constFirst();
        if (!bytes || !row.exists)
            return std::nullopt;
        return EntryDetail{.row = row, .bytes = QByteArray::fromStdString(*bytes)};
    });
}

QFuture<qsizetype> CacheService::remove(const QList<EntryId> &ids)
{
    return QtConcurrent::run(&m_pool, [this, ids] {
        const auto removed =
            m_cache->erase(std::span<const EntryId>(ids.constData(), static_cast<std::size_t>(ids.size())));
        noteContentsChanged();
        return static_cast<qsizetype>(removed);
    });
}

} // namespace manometer::service
