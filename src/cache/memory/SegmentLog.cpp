// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/memory/SegmentLog.h"

#include <algorithm>
#include <bit>
#include <cassert>

namespace manometer::cache::memory {

namespace {

// The smallest for a cache of a few entries, the greatest for one whose segments should be few and cheap to
// release.
constexpr std::uint64_t leastSegmentBytes = 16 << 10;
constexpr std::uint64_t greatestSegmentBytes = hugePageBytes;
// A segment's share of the whole: two are being filled, two are being emptied, one or two wait for their last
// readers; together about two percent.
constexpr std::uint64_t segmentsInAll = 256;
// From this size on segments are huge pages, about a hundred of them: a get takes a tenth less time, which is
// worth the two percent of memory that so few segments cost.
constexpr std::uint64_t hugeSegmentsFrom = 96 * greatestSegmentBytes;
// Retired memory that is kept for reuse.
constexpr std::uint64_t retiredShares = 4;

// How often a rewrite checks whether the readers have finished.
constexpr int looksBeforeRewriting = 64;

void pauseBriefly()
{
#if defined(__x86_64__)
    __builtin_ia32_pause();
#endif
}

} // namespace

SegmentLog::SegmentLog()
    : m_index(m_retired)
{}

SegmentLog::~SegmentLog()
{
    for (Queue queue : {Queue::Small, Queue::Main}) {
        while (Segment *segment = members(queue).oldest)
            unlink(*segment);
    }
}

std::uint64_t SegmentLog::shareBytes() const
{
    return std::clamp(std::bit_floor(m_liveBytes / segmentsInAll + 1), leastSegmentBytes,
                      greatestSegmentBytes);
}

std::uint64_t SegmentLog::standardBytes() const
{
    return m_liveBytes >= hugeSegmentsFrom ? greatestSegmentBytes : shareBytes();
}

Segment *SegmentLog::obtain(std::uint64_t bytes, Queue queue)
{
    bytes = (bytes + pageBytes - 1) / pageBytes * pageBytes;
    // A new page costs more than copying onto an old one. A much larger region would never be full and would
    // be packed again and again.
    Region *region = m_retired.reuse(bytes, bytes + bytes / 32);
    if (!region)
        region = mapRegion(bytes);
    if (!region)
        return nullptr;
    const std::uint64_t mappedBytes = region->mappedBytes;
    auto *segment = new (region) Segment;
    segment->mappedBytes = mappedBytes;
    segment->usedBytes = Segment::bytesFor(0, 0);
    segment->queue = queue;
    m_mappedBytes += mappedBytes;
    return segment;
}

Segment *SegmentLog::open(Queue queue, std::uint64_t entryBytes)
{
    std::uint64_t bytes = standardBytes();
    // The room at the end of a segment that is too small for the next entry is lost: at most an eighth,
    // unless the entry is too large to share a segment.
    if (entryBytes > greatestSegmentBytes / 8)
        bytes = Segment::bytesFor(Segment::rounded(entryBytes), 1);
    else
        bytes = std::max(bytes, std::bit_ceil(8 * entryBytes));
    Segment *segment = obtain(bytes, queue);
    if (!segment)
        return nullptr;
    Members &queueMembers = members(queue);
    segment->older = queueMembers.newest;
    (queueMembers.newest ? queueMembers.newest->newer : queueMembers.oldest) = segment;
    queueMembers.newest = segment;
    return segment;
}

// Removes the segment from its queue and retires it. Nothing in it can be found any more.
void SegmentLog::unlink(Segment &segment)
{
    if (m_cursor == &segment)
        m_cursor = after(segment);
    if (m_packed == &segment)
        m_packed = nullptr;
    Members &queueMembers = members(segment.queue);
    (segment.newer ? segment.newer->older : queueMembers.newest) = segment.older;
    (segment.older ? segment.older->newer : queueMembers.oldest) = segment.newer;
    m_mappedBytes -= segment.mappedBytes;
    m_retired.add(segment);
}

void SegmentLog::count(Entry &entry, Queue queue)
{
    ++members(queue).entries;
    members(queue).bytes += chargeOf(entry);
    m_liveBytes += Segment::rounded(entry.bytes());
    if (entry.isKept.value()) {
        ++m_keptEntries;
        m_keptBytes += chargeOf(entry);
    }
}

void SegmentLog::discount(const Entry &entry, Queue queue)
{
    --members(queue).entries;
    members(queue).bytes -= chargeOf(entry);
    m_liveBytes -= Segment::rounded(entry.bytes());
    if (entry.isKept.value()) {
        --m_keptEntries;
        m_keptBytes -= chargeOf(entry);
    }
}

void SegmentLog::setKept(Entry &entry, bool isKept)
{
    const Queue queue = Segment::of(entry).queue;
    discount(entry, queue);
    entry.isKept.set(isKept);
    count(entry, queue);
}

// For an entry that can no longer be found: its bytes become a hole; a segment is retired with its last
// entry.
void SegmentLog::markDead(Entry &entry)
{
    Segment &segment = Segment::of(entry);
    const std::uint64_t bytes = Segment::rounded(entry.bytes());
    discount(entry, segment.queue);
    segment.liveBytes -= bytes;
    entry.isDead = true;
    m_deadBytesSinceTidied += bytes;
    if (--segment.live == 0)
        unlink(segment);
}

Entry *SegmentLog::append(Queue queue, std::uint64_t entryBytes)
{
    Segment *segment = members(queue).newest;
    if (!segment || !segment->hasRoomFor(entryBytes))
        segment = open(queue, entryBytes);
    return segment ? &segment->append(entryBytes) : nullptr;
}

void SegmentLog::publish(Entry &entry)
{
    count(entry, Segment::of(entry).queue);
    try {
        m_index.insert(entry);
    } catch (...) {
        markDead(entry);
        throw;
    }
}

Entry *SegmentLog::oldest(Queue queue)
{
    for (Segment *segment = members(queue).oldest; segment; segment = segment->newer) {
        for (; segment->first < segment->count; ++segment->first) {
            segment->prefetch(segment->first + 2);
            if (Entry &entry = segment->entry(segment->first); !entry.isDead)
                return &entry;
        }
    }
    return nullptr;
}

Entry *SegmentLog::move(Entry &entry, Queue queue, std::uint8_t frequency)
{
    Entry *copy = append(queue, entry.bytes());
    if (!copy)
        return nullptr;
    copy->copyFrom(entry);
    copy->frequency.set(frequency);
    count(*copy, queue);
    m_index.replace(entry, *copy);
    markDead(entry);
    return copy;
}

void SegmentLog::drop(Entry &entry)
{
    m_index.erase(entry);
    markDead(entry);
}

bool SegmentLog::canRewrite(const Entry &entry, std::uint64_t entryBytes)
{
    return entryBytes <= entry.bytes() && Segment::rounded(entryBytes) == Segment::rounded(entry.bytes());
}

Entry *SegmentLog::rewrite(Entry &entry)
{
    Segment &segment = Segment::of(entry);
    m_index.erase(entry);
    segment.endedEpoch = reclamation::endEpoch();
    // A lookup ends in less than a microsecond; a Lease is not waited for.
    for (int look = 0; look < looksBeforeRewriting; ++look) {
        if (reclamation::isInUse(segment)) {
            pauseBriefly();
            continue;
        }
        discount(entry, segment.queue);
        const std::uint32_t place = entry.place;
        const std::uint8_t frequency = entry.frequency.value();
        auto *const again = new (&entry) Entry;
        again->place = place;
        again->frequency.set(frequency);
        return again;
    }
    markDead(entry);
    return nullptr;
}

std::size_t SegmentLog::release(std::size_t atMost)
{
    return m_retired.release(atMost, 0);
}

void SegmentLog::releaseAllButSpares()
{
    m_retired.release(2, retiredShares * shareBytes());
}

void SegmentLog::shrinkIndex()
{
    if (!m_index.isSparse() || !m_index.rebuild(entries()))
        return;
    forEach([this](Entry &entry) { m_index.insert(entry); });
}

} // namespace manometer::cache::memory
