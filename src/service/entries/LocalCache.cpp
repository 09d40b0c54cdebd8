// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/entries/LocalCache.h"

#include "async/PoolThreads.h"
#include "service/Clock.h"
#include "service/recording/EventSink.h"
#include "views/Failure.h"

#include <QtConcurrent>

#include <algorithm>
#include <vector>

namespace manometer::service {

using namespace views;

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
    if (const auto modified = info.version.modified())
        row.modifiedWallMs = modified->count();
    row.storedWallMs = toMs(info.stored);
    row.lastUsedWallMs = toMs(info.lastUsed);
    row.readCostMicroseconds =
        std::chrono::duration_cast<std::chrono::microseconds>(info.note.readCost).count();
    row.inMemory = info.inMemory;
    row.onDisk = info.onDisk;
    row.isKept = info.isKept;
    row.contents = info.note.contents();
    return row;
}

// Batch of a long operation: small enough to stop soon, large enough to amortise the call.
constexpr qsizetype idsPerBatch = 512;

// Each batch is a round trip to the disk writer.
constexpr qsizetype pinsPerBatch = 4096;
// Fits into the cache's write queue; a flush() before each further batch keeps entries from being refused.
constexpr qsizetype putsPerFlush = 3000;
constexpr std::size_t putBytesPerFlush = 2u << 20;

std::span<const EntryId> spanOf(const QList<EntryId> &ids, qsizetype from, qsizetype most = idsPerBatch)
{
    const qsizetype count = std::min(most, ids.size() - from);
    return {ids.constData() + from, static_cast<std::size_t>(count)};
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
           a.misses == b.misses && a.pressureCost == b.pressureCost && a.notStored == b.notStored &&
           a.memoryLimits == b.memoryLimits && a.diskBytes == b.diskBytes && a.diskCapBytes == b.diskCapBytes;
}

} // namespace

LocalCache::LocalCache(std::unique_ptr<cache::Cache> cache, const cache::Limits &configured,
                       EventSink &events, QObject *parent)
    : CacheView(parent)
    , m_cache(std::move(cache))
    , m_events(events)
{
    // Two readers keep one disk busy; more would only queue.
    async::startPoolThreads(m_pool, 2);
    async::startPoolThreads(m_changes, 1);
    m_summary.configured = configured;
    m_summary.stats = m_cache->stats();
    m_summary.health = m_cache->health();
    m_summary.cutCosts.run = m_events.run();
    connect(&m_timer, &QTimer::timeout, this, &LocalCache::poll);
    m_timer.start(std::chrono::seconds(1));
    if (m_summary.health != cache::Health{})
        m_events.report(StoreEvent{m_summary.health});
}

LocalCache::~LocalCache()
{
    for (const auto &[id, stop] : m_stops)
        stopRemoving(id);
    m_changes.waitForDone();
    m_pool.waitForDone();
}

void LocalCache::setConfigured(const cache::Limits &configured)
{
    if (m_summary.configured == configured)
        return;
    m_summary.configured = configured;
    m_cache->setConfigured(configured);
    emit summaryChanged(m_summary);
}

CacheFigures LocalCache::figures() const
{
    const cache::Stats stats = m_cache->stats();
    return {.entries = stats.memoryEntries,
            .limitEntries = stats.memoryLimits.entries,
            .hitsTotal = stats.hits(),
            .requestsTotal = stats.requests()};
}

void LocalCache::countLevel(Level entered)
{
    if (entered != Level::Normal)
        ++m_summary.memoryPressureEvents;
    m_isMemoryShort = entered >= Level::High;
    if (m_isMemoryShort)
        m_undo.free();
}

void LocalCache::countAction(const Event &event)
{
    const auto *limit = std::get_if<LimitEvent>(&event.what);
    if (limit && (limit->cause == cache::LimitCause::Pressure || limit->cause == cache::LimitCause::Restore))
        ++m_summary.adaptiveAdjustments;
    poll();
}

void LocalCache::poll()
{
    const cache::Stats stats = m_cache->stats();
    const cache::Health health = m_cache->health();
    const bool contents = m_contentsChanged.exchange(false) || !sameContents(stats, m_summary.stats);
    const views::AnswerUse answers = m_answerUse();
    const bool figures = contents || !sameFigures(stats, m_summary.stats) || answers != m_summary.answers;
    const bool healthChanged = health != m_summary.health;
    m_summary.stats = stats;
    m_summary.health = health;
    m_summary.answers = answers;
    m_summary.cutCosts.newestFirst = m_cache->cutCosts();
    if (healthChanged)
        m_events.report(StoreEvent{health});
    if (figures || healthChanged)
        emit summaryChanged(m_summary);
    if (contents)
        emit contentsChanged();
}

QFuture<Listing> LocalCache::list(const EntryQuery &query)
{
    return QtConcurrent::run(&m_pool, [this, query, generation = ++m_generation] {
        const auto ids = m_cache->list(query);
        return m_listings.add(generation, QList<EntryId>(ids.begin(), ids.end()),
                              toMs(std::chrono::system_clock::now()));
    });
}

QFuture<QList<EntryId>> LocalCache::moreIds(quint64 generation, qsizetype first)
{
    const auto page = m_listings.page(generation, first);
    return page ? answered(*page)
                : failed<QList<EntryId>>(Failure::Kind::Refused,
                                         QStringLiteral("this listing is no longer held"));
}

QFuture<QList<EntryRow>> LocalCache::rows(const QList<EntryId> &ids)
{
    return QtConcurrent::run(&m_pool, [this, ids] { return describe(*m_cache, ids); });
}

QFuture<std::optional<EntryDetail>> LocalCache::detail(EntryId id)
{
    return QtConcurrent::run(&m_pool, [this, id]() -> std::optional<EntryDetail> {
        const auto bytes = m_cache->peek(id);
        const EntryRow row = describe(*m_cache, {id}).constFirst();
        if (!bytes || !row.exists)
            return std::nullopt;
        return EntryDetail{.row = row, .bytes = QByteArray::fromStdString(*bytes)};
    });
}

QFuture<qsizetype> LocalCache::keep(const QList<EntryId> &ids, bool isKept)
{
    return QtConcurrent::run(&m_changes, [this, ids, isKept] {
        std::size_t changed = 0;
        for (qsizetype from = 0; from < ids.size(); from += pinsPerBatch)
            changed += m_cache->keep(spanOf(ids, from, pinsPerBatch), isKept);
        markContentsChanged();
        return static_cast<qsizetype>(changed);
    });
}

QFuture<EntryWeight> LocalCache::weigh(const QList<EntryId> &ids)
{
    return QtConcurrent::run(&m_pool, [this, ids](QPromise<EntryWeight> &promise) {
        EntryWeight weight;
        quint64 heldBytes = 0;
        promise.setProgressRange(0, static_cast<int>(ids.size()));
        for (qsizetype from = 0; from < ids.size() && !promise.isCanceled(); from += idsPerBatch) {
            for (const auto &info : m_cache->describe(spanOf(ids, from))) {
                if (!info)
                    continue;
                ++weight.entries;
                weight.kept += info->isKept ? 1 : 0;
                weight.valueBytes += info->valueBytes;
                weight.storedBytes += info->storedBytes;
                heldBytes += UndoBuffer::bytesOf(*info);
            }
            promise.setProgressValue(static_cast<int>(std::min(from + idsPerBatch, ids.size())));
        }
        weight.canComeBack = heldBytes <= UndoBuffer::capacityBytes && !m_isMemoryShort;
        promise.addResult(weight);
    });
}

Removing LocalCache::remove(const QList<EntryId> &ids, Removed what)
{
    const quint64 id = ++m_lastRemoval;
    const quint64 undoId = what == Removed::HeldAside && !m_isMemoryShort ? id : 0;
    if (undoId != 0)
        m_undo.begin(undoId);
    const auto stop = std::make_shared<std::atomic<bool>>(false);
    std::erase_if(m_stops, [](const auto &each) { return each.second.expired(); });
    m_stops[id] = stop;
    const auto answer = QtConcurrent::run(&m_changes, [this, ids, undoId, stop](QPromise<Removal> &promise) {
        Removal removal{.removed = 0, .stopped = false, .undoId = undoId};
        promise.setProgressRange(0, static_cast<int>(ids.size()));
        for (qsizetype from = 0; from < ids.size() && !removal.stopped; from += idsPerBatch) {
            removal.removed += static_cast<qsizetype>(removeSome(spanOf(ids, from), removal.undoId));
            promise.setProgressValue(static_cast<int>(std::min(from + idsPerBatch, ids.size())));
            removal.stopped = *stop && from + idsPerBatch < ids.size();
        }
        m_cache->flush();
        markContentsChanged();
        promise.addResult(removal);
    });
    return {.id = id, .answer = answer};
}

void LocalCache::stopRemoving(quint64 id)
{
    const auto found = m_stops.find(id);
    if (const auto stop = found == m_stops.end() ? nullptr : found->second.lock())
        *stop = true;
}

// If an entry does not fit into the undo buffer, the whole deletion becomes final: a partial undo would
// mislead.
std::size_t LocalCache::removeSome(std::span<const EntryId> ids, quint64 &undoId)
{
    if (undoId != 0) {
        for (const auto &info : m_cache->describe(ids)) {
            auto bytes = info ? m_cache->peek(info->id) : std::nullopt;
            if (bytes && !m_undo.add(undoId, {*info, std::move(*bytes)})) {
                undoId = 0;
                break;
            }
        }
    }
    return m_cache->erase(ids);
}

QFuture<qsizetype> LocalCache::restore(quint64 undoId)
{
    return QtConcurrent::run(&m_changes, [this, undoId] {
        qsizetype restored = 0;
        qsizetype waiting = 0;
        std::size_t waitingBytes = 0;
        for (DeletedEntry &entry : m_undo.take(undoId)) {
            waitingBytes += entry.bytes.size() + entry.info.path.size();
            if (++waiting > putsPerFlush || waitingBytes > putBytesPerFlush) {
                m_cache->flush();
                waiting = 0;
                waitingBytes = 0;
            }
            restored += m_cache->putBack(entry.info, std::move(entry.bytes)) ? 1 : 0;
        }
        m_cache->flush();
        markContentsChanged();
        return restored;
    });
}

} // namespace manometer::service
