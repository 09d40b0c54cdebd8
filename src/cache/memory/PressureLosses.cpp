// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/memory/PressureLosses.h"

#include <algorithm>
#include <bit>
#include <span>
#include <utility>

namespace manometer::cache::memory {

namespace {

constexpr std::uint64_t leastPlaces = 1 << 13;
// Remembering an eviction takes some 60 ns of a cut: 4 ms in all.
constexpr std::uint64_t mostPlaces = 1 << 17;

// A cut evicts up to a limit's worth of entries, and the requests after it up to as many while they are
// remembered: with two places for each, few buckets are full.
constexpr std::uint64_t placesForEach = 2;

// A number of requests that one thread read before another one read a smaller one: the counter is a sum over
// threads, and both numbers are right.
constexpr std::uint32_t mostThatRequestsLag = 1 << 16;

constexpr std::uint64_t cutNumbers = 1 << 15;

// Clients say how long a read took: a nonsensical duration must not overflow the sum.
constexpr std::chrono::nanoseconds longestRead = std::chrono::minutes(10);

std::uint64_t placesFor(const Limits &limits)
{
    const std::uint64_t entries = std::min(limits.entries, mostPlaces);
    return std::clamp(std::bit_ceil(placesForEach * entries), leastPlaces, mostPlaces);
}

// Fibonacci hashing: neither the bits that choose the bucket nor those of the tag alone.
bool isSampled(std::uint64_t hash, std::uint64_t oneIn)
{
    const std::uint64_t mixed = hash * 0x9E3779B97F4A7C15u >> 32;
    return mixed * oneIn >> 32 == 0;
}

std::uint16_t versionTagOf(const SourceVersion &version)
{
    std::uint64_t mixed = version.sizeBytes;
    for (const std::uint64_t part :
         {static_cast<std::uint64_t>(version.mtimeNanoseconds),
          static_cast<std::uint64_t>(version.ctimeNanoseconds), version.inode, version.device}) {
        mixed = (mixed ^ mixed >> 29) * 0x9E3779B97F4A7C15u;
        mixed += part;
    }
    return static_cast<std::uint16_t>(mixed * 0x9E3779B97F4A7C15u >> 48);
}

std::uint32_t secondsOf(WallTime time)
{
    return static_cast<std::uint32_t>(
        std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count());
}

bool isWithin(const Limits &needed, const Limits &limits)
{
    return needed.entries <= limits.entries && needed.bytes <= limits.bytes;
}

} // namespace

PressureLosses::PressureLosses(const Limits &configured, TimeToLive timeToLive,
                               std::function<std::uint64_t()> requests)
    : m_timeToLive(timeToLive)
    , m_requests(std::move(requests))
    , m_tags(placesFor(configured) / placesInBucket)
    , m_evicted(placesFor(configured))
    , m_limit(configured)
{
    setConfigured(configured);
}

void PressureLosses::setConfigured(const Limits &configured)
{
    const std::lock_guard lock(m_mutex);
    m_configured = configured;
    const std::uint64_t exact = m_evicted.size() / placesForEach;
    const std::uint64_t oneIn = configured.entries <= exact ? 1 : (configured.entries - 1) / exact + 1;
    if (m_oneIn.exchange(oneIn) != oneIn) {
        clearTags();
        if (m_cutCount > 0) {
            CutCost &latest = m_cuts[(m_cutCount - 1) % cutsKept];
            latest.countedOneIn = std::max(latest.countedOneIn, oneIn);
        }
    }
    updateRecording();
}

void PressureLosses::changeLimit(const Limits &before, const Limits &after, LimitCause cause,
                                 std::uint64_t action)
{
    if (before == after)
        return;
    const std::lock_guard lock(m_mutex);
    m_limit = after;
    const bool isForPressure = cause != LimitCause::Configuration && cause != LimitCause::Rehearsal;
    if (isForPressure && !isWithin(before, after)) {
        m_isLoweredByPressure = true;
        m_cuts[m_cutCount++ % cutsKept] = {.action = action, .countedOneIn = m_oneIn};
    } else if (!isForPressure || isWithin(m_configured, after)) {
        m_isLoweredByPressure = false;
    }
    updateRecording();
}

void PressureLosses::updateRecording()
{
    m_isRecording = m_isLoweredByPressure && !isWithin(m_configured, m_limit);
}

void PressureLosses::dateEvictions()
{
    const std::lock_guard lock(m_mutex);
    m_evictionDate = static_cast<std::uint32_t>(m_requests());
}

void PressureLosses::recordEviction(const Entry &entry, const Limits &needed)
{
    if (!isSampled(entry.hash, m_oneIn.load(std::memory_order_relaxed)))
        return;
    __builtin_prefetch(&m_tags[bucketOf(entry.hash)]);
    m_batch[m_batchSize++] = {.hash = entry.hash,
                              .needed = needed,
                              .storedSeconds = entry.isKept.value() ? 0 : secondsOf(entry.stored),
                              .versionTag = versionTagOf(entry.version)};
    if (m_batchSize == evictionsAtOnce)
        rememberBatch();
}

void PressureLosses::rememberBatch()
{
    const std::lock_guard lock(m_mutex);
    std::array<std::size_t, evictionsAtOnce> places{};
    std::size_t count = 0;
    for (const Eviction &eviction : std::span(m_batch).first(std::exchange(m_batchSize, 0))) {
        if (!isWithin(eviction.needed, m_configured))
            continue;
        const std::size_t place = placeFor(eviction.hash);
        tagAt(place).store(tagOf(eviction.hash), std::memory_order_relaxed);
        __builtin_prefetch(&m_evicted[place], 1);
        m_batch[count] = eviction; // those that count move to the front
        places[count++] = place;
    }
    for (std::size_t i = 0; i < count; ++i) {
        Evicted &evicted = m_evicted[places[i]];
        evicted.requests = m_evictionDate;
        evicted.storedSeconds = m_batch[i].storedSeconds;
        evicted.versionTag = m_batch[i].versionTag;
        evicted.cut = static_cast<std::uint16_t>((m_cutCount - 1) % cutNumbers);
        evicted.isBeingRead = 0;
    }
    if (count > 0)
        m_hasEvicted.store(true, std::memory_order_relaxed);
}

std::size_t PressureLosses::placeOf(std::uint64_t hash) const
{
    const auto &tags = m_tags[bucketOf(hash)].tag;
    for (std::size_t at = 0; at < placesInBucket; ++at) {
        if (tags[at].load(std::memory_order_relaxed) == tagOf(hash))
            return bucketOf(hash) * placesInBucket + at;
    }
    return nowhere;
}

// Its own, a free one, or the one of the oldest eviction.
std::size_t PressureLosses::placeFor(std::uint64_t hash) const
{
    const std::size_t first = bucketOf(hash) * placesInBucket;
    std::size_t found = nowhere;
    for (std::size_t at = 0; at < placesInBucket; ++at) {
        const std::uint32_t tag = m_tags[bucketOf(hash)].tag[at].load(std::memory_order_relaxed);
        if (tag == tagOf(hash))
            return first + at;
        if (tag == 0)
            found = first + at;
    }
    if (found != nowhere)
        return found;
    const auto age = [this](const Evicted &evicted) { return m_evictionDate - evicted.requests; };
    const auto oldest =
        std::max_element(m_evicted.begin() + static_cast<std::ptrdiff_t>(first),
                         m_evicted.begin() + static_cast<std::ptrdiff_t>(first + placesInBucket),
                         [&age](const Evicted &one, const Evicted &other) { return age(one) < age(other); });
    return static_cast<std::size_t>(oldest - m_evicted.begin());
}

void PressureLosses::forgetFound(std::uint64_t hash)
{
    const std::lock_guard lock(m_mutex);
    if (const std::size_t place = placeOf(hash); place != nowhere)
        tagAt(place).store(0, std::memory_order_relaxed);
}

void PressureLosses::forgetAll()
{
    const std::lock_guard lock(m_mutex);
    clearTags();
}

void PressureLosses::clearTags()
{
    if (!m_hasEvicted.exchange(false))
        return;
    for (Tags &tags : m_tags) {
        for (auto &tag : tags.tag)
            tag.store(0, std::memory_order_relaxed);
    }
}

std::optional<PressureLosses::Loss> PressureLosses::findLoss(std::uint64_t hash, const SourceVersion &version,
                                                             WallTime now) const
{
    const std::lock_guard lock(m_mutex);
    const std::size_t place = placeOf(hash);
    if (place == nowhere)
        return std::nullopt;
    const Evicted &evicted = m_evicted[place];
    if (evicted.versionTag != versionTagOf(version))
        return std::nullopt;
    const WallTime stored{std::chrono::seconds(evicted.storedSeconds)};
    if (evicted.storedSeconds != 0 && isExpired(stored, now, m_timeToLive))
        return std::nullopt;
    const auto since = static_cast<std::uint32_t>(m_requests()) - evicted.requests;
    if (std::uint64_t{since + mostThatRequestsLag} >= m_configured.entries + mostThatRequestsLag)
        return std::nullopt;
    return Loss{.hash = hash, .cut = evicted.cut};
}

// To the total, and to the cut if its cost is kept.
template<typename Add>
void PressureLosses::addToCost(std::uint16_t cut, const Add &add)
{
    const std::uint64_t times = m_oneIn;
    add(m_total, times);
    const std::uint64_t later = (m_cutCount - 1 - cut) % cutNumbers;
    if (later < std::min<std::uint64_t>(cutsKept, m_cutCount))
        add(m_cuts[(m_cutCount - 1 - later) % cutsKept].cost, times);
}

void PressureLosses::countDiskRead(const Loss &loss)
{
    const std::lock_guard lock(m_mutex);
    addToCost(loss.cut, [](PressureCost &cost, std::uint64_t times) { cost.diskReads += times; });
}

void PressureLosses::countFileRead(const Loss &loss)
{
    const std::lock_guard lock(m_mutex);
    addToCost(loss.cut, [](PressureCost &cost, std::uint64_t times) { cost.fileReads += times; });
    if (const std::size_t place = placeOf(loss.hash); place != nowhere)
        m_evicted[place].isBeingRead = 1;
}

void PressureLosses::countFoundReading(std::uint64_t hash, std::chrono::nanoseconds readCost)
{
    const std::lock_guard lock(m_mutex);
    const std::size_t place = placeOf(hash);
    if (place == nowhere)
        return;
    Evicted &evicted = m_evicted[place];
    if (evicted.isBeingRead) {
        const auto took = std::clamp(readCost, std::chrono::nanoseconds(0), longestRead);
        addToCost(evicted.cut, [took](PressureCost &cost, std::uint64_t times) {
            cost.fileReadTime += took * static_cast<std::int64_t>(times);
        });
    }
    evicted.isBeingRead = 0;
}

PressureCost PressureLosses::total() const
{
    const std::lock_guard lock(m_mutex);
    return m_total;
}

std::vector<CutCost> PressureLosses::cuts() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<CutCost> cuts;
    for (std::uint64_t back = 1; back <= std::min<std::uint64_t>(m_cutCount, cutsKept); ++back)
        cuts.push_back(m_cuts[(m_cutCount - back) % cutsKept]);
    return cuts;
}

} // namespace manometer::cache::memory
