// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of SegmentLog that closes holes.
#include "cache/memory/SegmentLog.h"

#include <sys/mman.h>

namespace manometer::cache::memory {

namespace {

// What may be lost to holes, in addition to a fraction of the live bytes.
constexpr std::uint64_t spareShares = 5;
// Two are packed for each half segment of dead bytes: at most four bytes are copied for one that is put.
constexpr int packsAtOnce = 2;

std::uint64_t holesIn(const Segment &segment)
{
    return segment.usedBytes - Segment::bytesFor(0, 0) - segment.liveBytes;
}

// Holes, and the unused room at the end.
std::uint64_t wasteIn(const Segment &segment)
{
    return segment.mappedBytes - segment.liveBytes;
}

} // namespace

void Segment::releaseUnused()
{
    const std::uint64_t from = (usedBytes + pageBytes - 1) / pageBytes * pageBytes;
    const std::uint64_t to = (mappedBytes - count * sizeof(std::uint32_t)) / pageBytes * pageBytes;
    if (from < to)
        ::madvise(reinterpret_cast<char *>(this) + from, to - from, MADV_DONTNEED);
}

// Copies the live entries to the segment's position in its queue: into `target`, which is just before it, and
// if that is full or null, into a new segment of so many bytes. False if there is no memory for it; the
// remaining entries stay where they are.
bool SegmentLog::pack(Segment &segment, Segment *&target, std::uint64_t targetBytes)
{
    for (std::uint32_t i = segment.first, left = segment.live; left > 0; ++i) {
        segment.prefetch(i + 8);
        if (i + 4 < segment.count)
            m_index.prefetch(segment.entry(i + 4).hash);
        Entry &entry = segment.entry(i);
        if (entry.isDead)
            continue;
        --left;
        if (!target || !target->hasRoomFor(entry.bytes())) {
            if (target)
                target->releaseUnused();
            target = obtain(targetBytes, segment.queue);
            if (!target)
                return false;
            target->newer = &segment;
            target->older = segment.older;
            (segment.older ? segment.older->newer : members(segment.queue).oldest) = target;
            segment.older = target;
        }
        Entry &copy = target->append(entry.bytes());
        copy.copyFrom(entry);
        count(copy, segment.queue);
        m_index.replace(entry, copy);
        markDead(entry); // the last one unlinks the segment
    }
    return true;
}

bool SegmentLog::hasHoles() const
{
    return m_mappedBytes > m_liveBytes + m_liveBytes / 32 + spareShares * shareBytes();
}

void SegmentLog::tidy()
{
    if (m_deadBytesSinceTidied < standardBytes() / 2)
        return;
    m_deadBytesSinceTidied = 0;
    for (int packs = 0; packs < packsAtOnce; ++packs) {
        if (m_mappedBytes <= m_liveBytes + m_liveBytes / 24 + spareShares * shareBytes())
            return;
        Segment *worst = nullptr;
        for (Segment *segment = first(); segment; segment = after(*segment)) {
            // The newest is still being filled, the oldest is emptied by evictions.
            const bool isAtAnEnd = !segment->newer || !segment->older;
            if (!isAtAnEnd && (!worst || wasteIn(*segment) > wasteIn(*worst)))
                worst = segment;
        }
        if (!worst || wasteIn(*worst) < worst->mappedBytes / 16 || !packWithNeighbours(*worst))
            return;
    }
}

// Packs the segment together with neighbours that fit into one segment with it: otherwise there would be more
// and more, smaller and smaller segments, each with a partly used last page.
bool SegmentLog::packWithNeighbours(Segment &segment)
{
    Segment *first = &segment;
    Segment *last = &segment;
    std::uint64_t bytes = Segment::bytesFor(segment.liveBytes, segment.live);
    const auto fits = [&bytes, this](const Segment &other) {
        const std::uint64_t together = bytes + Segment::bytesFor(other.liveBytes, other.live);
        if (together > standardBytes())
            return false;
        bytes = together;
        return true;
    };
    while (first->older->older && fits(*first->older))
        first = first->older;
    while (last->newer->newer && fits(*last->newer))
        last = last->newer;
    Segment *packed = nullptr;
    for (Segment *next = first;;) {
        Segment *const present = next;
        const bool isLast = present == last;
        next = present->newer;
        if (!pack(*present, packed, bytes))
            return false;
        if (isLast)
            break;
    }
    if (packed) // always true: a segment without a live entry is already retired
        packed->releaseUnused();
    return true;
}

void SegmentLog::packWalked()
{
    Segment &segment = *m_cursor;
    advanceWalk();
    if (holesIn(segment) <= segment.usedBytes / 32)
        return;
    if (m_packed != segment.older || !m_packed)
        endPacking();
    // As large as those that were emptied before: their pages are reused.
    pack(segment, m_packed, segment.mappedBytes);
    if (!m_cursor || m_cursor->queue != segment.queue)
        endPacking();
}

void SegmentLog::endPacking()
{
    if (m_packed)
        m_packed->releaseUnused();
    m_packed = nullptr;
}

} // namespace manometer::cache::memory
