// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/memory/MemoryTier.h"

#include <algorithm>
#include <limits>
#include <thread>

namespace manometer::cache::memory {

namespace {

using namespace std::chrono_literals;

// Touches are hints for the disk store's eviction order. Those of up to a quarter of the entries may be
// pending, so that frequent accesses of an entry are reported together …
std::size_t placesForTouches(const Limits &limits)
{
    return static_cast<std::size_t>(std::clamp<std::uint64_t>(limits.entries / 4, 512, 32768));
}
// … and a cut that evicts more than this loses the rest rather than allocate when memory is short.
constexpr std::size_t maximumTouchesOfEvicted = 4096;

// The resolution of the last use: a finer one has no user, and each avoided store leaves the cache line
// shared.
constexpr auto lastUseStep = 10ms;

// How long a cut holds the mutex: writers wait for it.
constexpr auto slice = 300us;

// How often a cut checks again whether readers have finished a lookup, which takes less than a microsecond. A
// reader with a Lease may take longer: its segment is released later.
constexpr int maximumLooks = 100;

std::int64_t ticks(WallTime time)
{
    return time.time_since_epoch().count();
}

NewEntry newEntryOf(const Record &record)
{
    return {.id = record.id,
            .key = record.key,
            .version = record.version,
            .note = record.note,
            .stored = record.stored,
            .bytes = record.bytes,
            .isKept = record.isKept};
}

std::uint64_t bytesOf(const KeyView &key, std::uint64_t valueBytes)
{
    return sizeof(Entry) + key.path.size() + key.depth.size() + valueBytes;
}

} // namespace

MemoryTier::MemoryTier(const Limits &limits, TimeToLive timeToLive, std::function<std::uint64_t()> requests)
    : m_timeToLive(timeToLive)
    , m_losses(limits, timeToLive, std::move(requests))
    , m_ranking(m_log, limits, [this](const Entry &entry) { noteEviction(entry); })
    , m_touched(placesForTouches(limits))
    , m_limits(limits)
{
    m_touchesOfEvicted.reserve(maximumTouchesOfEvicted);
}

MemoryTier::~MemoryTier() = default;

std::uint64_t MemoryTier::charge(const KeyView &key, std::uint64_t valueBytes)
{
    return bytesOf(key, valueBytes) + SegmentLog::bookkeepingBytes;
}

Lookup MemoryTier::find(const KeyView &key, const SourceVersion &version, WallTime now)
{
    Hold hold = reclamation::enter();
    Entry *const entry = m_log.index().find(key);
    Lookup lookup = answer(entry, version, now);
    if (lookup.outcome == Lookup::Outcome::Hit) {
        hold.narrowTo(&Segment::of(*entry));
        lookup.hold = std::move(hold);
    }
    return lookup;
}

Lookup MemoryTier::answer(Entry *entry, const SourceVersion &version, WallTime now)
{
    if (!entry)
        return {};
    const bool isOfVersion = entry->version == version;
    const bool isKept = entry->isKept.value();
    if (!isOfVersion || (isExpired(entry->stored, now, m_timeToLive) && !isKept))
        return {
            .outcome = Lookup::Outcome::Stale, .id = entry->id, .isOfVersion = isOfVersion, .isKept = isKept};
    recordHit(*entry, now);
    return {.outcome = Lookup::Outcome::Hit,
            .id = entry->id,
            .bytes = entry->value(),
            .diskCopy = entry->diskCopy.value()};
}

void MemoryTier::recordHit(Entry &entry, WallTime now)
{
    const std::uint8_t frequency = entry.frequency.value();
    if (frequency < policy::maximumFrequency)
        entry.frequency.set(static_cast<std::uint8_t>(frequency + 1));
    entry.hits.set(entry.hits.value() + 1);
    const std::int64_t age = ticks(now) - entry.lastUsed.value();
    if (age < 0 || age >= WallTime::duration(lastUseStep).count())
        entry.lastUsed.set(ticks(now));
    const std::uint32_t unreported = entry.unreportedHits.value();
    if (unreported > 0 || m_touched.add(entry.hash))
        entry.unreportedHits.set(unreported + 1);
}

bool MemoryTier::put(const RecordPtr &record, DiskCopy diskCopy, WallTime now)
{
    return put(newEntryOf(*record), diskCopy, now);
}

bool MemoryTier::put(const NewEntry &fresh, DiskCopy diskCopy, WallTime now)
{
    const std::lock_guard lock(m_mutex);
    return store(fresh, diskCopy, now);
}

bool MemoryTier::tryPut(const RecordPtr &record, DiskCopy diskCopy, WallTime now)
{
    const std::unique_lock lock(m_mutex, std::try_to_lock);
    return lock && store(newEntryOf(*record), diskCopy, now);
}

bool MemoryTier::store(const NewEntry &fresh, DiskCopy diskCopy, WallTime now)
{
    const KeyView &key = fresh.key;
    const std::uint64_t entryBytes = bytesOf(key, fresh.bytes.size());
    const std::uint64_t entryCharge = entryBytes + SegmentLog::bookkeepingBytes;
    const bool isAcceptable = !m_isBeingCut && m_ranking.canHold(entryCharge) &&
                              entryBytes <= std::numeric_limits<std::uint32_t>::max();
    Entry *entry = nullptr;
    bool isKept = fresh.isKept;
    if (Entry *const replaced = m_log.index().find(key)) {
        isKept = isKept || replaced->isKept.value();
        saveTouch(*replaced);
        if (isAcceptable && SegmentLog::canRewrite(*replaced, entryBytes))
            entry = m_log.rewrite(*replaced);
        else
            m_log.drop(*replaced);
    }
    const bool isAdmitted = entry || m_admission.load(std::memory_order_relaxed) == Admission::Always ||
                            m_ranking.hasRoomFor(entryCharge);
    if (!isAcceptable || !isAdmitted)
        return false;
    if (!entry)
        entry = m_log.append(makeRoom(key.hash, entryCharge), entryBytes);
    if (!entry)
        return false;
    m_losses.forget(key.hash);
    entry->hash = key.hash;
    entry->id = fresh.id;
    entry->version = fresh.version;
    entry->note = fresh.note;
    entry->stored = fresh.stored;
    entry->lastUsed.set(ticks(now));
    entry->pathLength = static_cast<std::uint32_t>(key.path.size());
    entry->depthLength = static_cast<std::uint32_t>(key.depth.size());
    entry->valueLength = static_cast<std::uint32_t>(fresh.bytes.size());
    entry->diskCopy.set(diskCopy);
    entry->isKept.set(isKept);
    char *const afterPath = std::copy(key.path.begin(), key.path.end(), entry->tail());
    char *const afterDepth = std::copy(key.depth.begin(), key.depth.end(), afterPath);
    std::copy(fresh.bytes.begin(), fresh.bytes.end(), afterDepth);
    m_log.publish(*entry);
    m_log.tidy();
    m_log.releaseAllButSpares();
    return true;
}

Queue MemoryTier::makeRoom(std::uint64_t hash, std::uint64_t charge)
{
    if (m_losses.isRecording() && !m_ranking.hasRoomFor(charge))
        m_losses.dateEvictions();
    m_newcomer = {.entries = 1, .bytes = charge};
    const Queue queue = m_ranking.makeRoom(hash, charge);
    m_losses.finishEvictions();
    return queue;
}

void MemoryTier::noteEviction(const Entry &entry)
{
    ++m_evictions;
    m_evictedBytes += SegmentLog::chargeOf(entry);
    saveTouch(entry);
    if (m_losses.isRecording())
        m_losses.recordEviction(entry, {.entries = m_log.entries() + m_newcomer.entries,
                                        .bytes = m_log.bytes() + m_newcomer.bytes});
}

void MemoryTier::setDiskCopy(const EntryKey &key, EntryId id, DiskCopy diskCopy)
{
    const std::lock_guard lock(m_mutex);
    Entry *const entry = m_log.index().find(key);
    if (entry && entry->id == id)
        entry->diskCopy.set(diskCopy);
}

void MemoryTier::setKept(const EntryKey &key, EntryId id, bool isKept)
{
    const std::lock_guard lock(m_mutex);
    Entry *const entry = m_log.index().find(key);
    if (entry && entry->id == id)
        m_log.setKept(*entry, isKept);
}

bool MemoryTier::erase(const KeyView &key)
{
    const std::lock_guard lock(m_mutex);
    m_losses.forget(key.hash);
    Entry *const entry = m_log.index().find(key);
    if (entry)
        remove(*entry);
    return entry;
}

bool MemoryTier::erase(const KeyView &key, EntryId id)
{
    const std::lock_guard lock(m_mutex);
    m_losses.forget(key.hash);
    Entry *const entry = m_log.index().find(key);
    if (!entry || entry->id != id)
        return false;
    remove(*entry);
    return true;
}

void MemoryTier::clear()
{
    const std::lock_guard lock(m_mutex);
    m_log.forEach([this](Entry &entry) { m_log.drop(entry); });
    m_ranking.forgetEvicted();
    m_touchesOfEvicted.clear();
    m_losses.forgetAll();
    m_log.release(~std::size_t{0});
}

LimitOutcome MemoryTier::setLimits(const Limits &limits, LimitCause cause, std::uint64_t action)
{
    const auto started = std::chrono::steady_clock::now();
    const std::lock_guard oneAtATime(m_cutMutex);
    LimitOutcome outcome{.before = m_limits, .after = limits};
    m_losses.changeLimit(outcome.before, limits, cause, action);
    cut(limits, outcome);
    if (cause == LimitCause::Pressure) {
        const std::lock_guard lock(m_mutex);
        m_pressureEvictions += outcome.evictedEntries;
    }
    releaseEvicted();
    outcome.deferredBytes = deferredBytes();
    outcome.duration = std::chrono::steady_clock::now() - started;
    return outcome;
}

void MemoryTier::cut(const Limits &limits, LimitOutcome &outcome)
{
    std::uint64_t evictionsBefore = 0;
    std::uint64_t evictedBytesBefore = 0;
    {
        const std::lock_guard lock(m_mutex);
        evictionsBefore = m_evictions;
        evictedBytesBefore = m_evictedBytes;
        m_isBeingCut = true;
        m_newcomer = {};
        m_ranking.startCut(limits);
    }
    for (;; m_mutex.yieldToWaiters()) {
        const std::lock_guard lock(m_mutex);
        if (m_losses.isRecording())
            m_losses.dateEvictions();
        const auto until = std::chrono::steady_clock::now() + slice;
        auto progress = SegmentRanking::Progress::InProgress;
        while (progress == SegmentRanking::Progress::InProgress && std::chrono::steady_clock::now() < until) {
            progress = m_ranking.continueCut();
            m_log.releaseAllButSpares();
        }
        m_losses.finishEvictions();
        if (progress == SegmentRanking::Progress::InProgress)
            continue;
        m_isBeingCut = false;
        m_limits = limits;
        outcome.evictedEntries = m_evictions - evictionsBefore;
        outcome.evictedBytes = m_evictedBytes - evictedBytesBefore;
        outcome.residentEntries = m_log.entries();
        outcome.residentBytes = m_log.bytes();
        return;
    }
}

void MemoryTier::releaseEvicted()
{
    for (int look = 0; look < maximumLooks;) {
        std::unique_lock lock(m_mutex);
        if (m_log.retiredBytes() == 0)
            return;
        const bool isSome = m_log.release(1) > 0;
        lock.unlock();
        if (!isSome) {
            ++look;
            std::this_thread::yield();
        }
    }
}

std::uint64_t MemoryTier::deferredBytes() const
{
    const std::lock_guard lock(m_mutex);
    return m_log.retiredBytes();
}

Figures MemoryTier::figures() const
{
    const std::lock_guard lock(m_mutex);
    return {.entries = m_log.entries(),
            .bytes = m_log.bytes(),
            .limits = m_limits,
            .evictions = m_evictions,
            .pressureEvictions = m_pressureEvictions};
}

bool MemoryTier::holds(const KeyView &key, EntryId id) const
{
    const Hold hold = reclamation::enter();
    const Entry *const entry = m_log.index().find(key);
    return entry && entry->id == id;
}

bool MemoryTier::holds(const KeyView &key) const
{
    const Hold hold = reclamation::enter();
    return m_log.index().find(key) != nullptr;
}

// Not an eviction, so the key is not remembered in the ghost queue.
void MemoryTier::remove(Entry &entry)
{
    saveTouch(entry);
    m_log.drop(entry);
}

void MemoryTier::saveTouch(const Entry &entry)
{
    if (entry.unreportedHits.value() > 0 && m_touchesOfEvicted.size() < maximumTouchesOfEvicted)
        m_touchesOfEvicted.push_back({entry.id, entry.unreportedHits.value(), entry.lastUse()});
}

} // namespace manometer::cache::memory
