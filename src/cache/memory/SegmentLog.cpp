// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/memory/SegmentLog.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <sys/mman.h>

namespace manometer::cache::memory {

namespace {

constexpr std::uint64_t pageBytes = 4096;
// Of a cache that a few entries fill, and of one whose segments should be few and cheap to give back.
constexpr std::uint64_t leastSegmentBytes = 16 << 10;
constexpr std::uint64_t greatestSegmentBytes = 2 << 20;
// The share of the whole that a segment is: two are being filled, two are being emptied, one or two wait for
// their last readers, which together makes about two percent.
constexpr std::uint64_t segmentsInAll = 256;
// Segments that may be lost to holes, beyond a share of what is alive.
constexpr std::uint64_t spareSegments = 5;
// Retired ones that are kept to be written to next.
constexpr std::uint64_t retiredSegments = 4;
// For each half segment of what died two are packed: no more than four bytes are copied for one put.
constexpr int packsAtOnce = 2;

// How often a rewrite looks whether the readers have left.
constexpr int looksBeforeRewriting = 64;

void pauseBriefly()
{
#if defined(__x86_64__)
    __builtin_ia32_pause();
#endif
}

std::uint64_t holesIn(const Segment &segment)
{
    return segment.usedBytes - Segment::bytesFor(0, 0) - segment.liveBytes;
}

// Holes, and what is left at the end.
std::uint64_t wasteIn(const Segment &segment)
{
    return segment.mappedBytes - segment.liveBytes;
}

} // namespace

void Segment::giveBackUnused()
{
    const std::uint64_t from = (usedBytes + pageBytes - 1) / pageBytes * pageBytes;
    const std::uint64_t to = (mappedBytes - count * sizeof(std::uint32_t)) / pageBytes * pageBytes;
    if (from < to)
        ::madvise(reinterpret_cast<char *>(this) + from, to - from, MADV_DONTNEED);
}

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

std::uint64_t SegmentLog::standardBytes() const
{
    return std::clamp(std::bit_floor(m_liveBytes / segmentsInAll + 1), leastSegmentBytes,
                      greatestSegmentBytes);
}

Segment *SegmentLog::obtain(std::uint64_t bytes, Queue queue)
{
    bytes = (bytes + pageBytes - 1) / pageBytes * pageBytes;
    // A new page costs more than copying onto an old one.
    Region *region = m_retired.reuse(bytes, bytes + bytes / 8);
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
    // What does not fit at the end of a segment is lost: let it be an eighth, unless the entry is too large
    // to share a segment at all.
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

// Out of its queue, to be given back. Nothing in it can be found any more.
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
}

// It cannot be found any more; its bytes are a hole, and its segment goes with its last entry.
void SegmentLog::bury(Entry &entry)
{
    Segment &segment = Segment::of(entry);
    const std::uint64_t bytes = Segment::rounded(entry.bytes());
    --members(segment.queue).entries;
    members(segment.queue).bytes -= chargeOf(entry);
    m_liveBytes -= bytes;
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
        bury(entry);
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

namespace {

// All but where it lies.
void copyInto(Entry &copy, const Entry &entry)
{
    copy.hash = entry.hash;
    copy.id = entry.id;
    copy.version = entry.version;
    copy.note = entry.note;
    copy.stored = entry.stored;
    copy.lastUsed.set(entry.lastUsed.value());
    copy.pathLength = entry.pathLength;
    copy.depthLength = entry.depthLength;
    copy.valueLength = entry.valueLength;
    copy.hits.set(entry.hits.value());
    copy.untoldHits.set(entry.untoldHits.value());
    copy.frequency.set(entry.frequency.value());
    copy.diskCopy.set(entry.diskCopy.value());
    std::memcpy(copy.tail(), entry.tail(), entry.bytes() - sizeof(Entry));
}

} // namespace

Entry *SegmentLog::move(Entry &entry, Queue queue, std::uint8_t frequency)
{
    Entry *copy = append(queue, entry.bytes());
    if (!copy)
        return nullptr;
    copyInto(*copy, entry);
    copy->frequency.set(frequency);
    count(*copy, queue);
    m_index.replace(entry, *copy);
    bury(entry);
    return copy;
}

void SegmentLog::drop(Entry &entry)
{
    m_index.erase(entry);
    bury(entry);
}

bool SegmentLog::canRewrite(const Entry &entry, std::uint64_t entryBytes)
{
    return entryBytes <= entry.bytes() && Segment::rounded(entryBytes) == Segment::rounded(entry.bytes());
}

Entry *SegmentLog::rewrite(Entry &entry)
{
    Segment &segment = Segment::of(entry);
    m_index.erase(entry);
    segment.endedEpoch = readers::endEpoch();
    // Who looks something up is done in less than a microsecond; who holds a Lease is not waited for.
    for (int look = 0; look < looksBeforeRewriting; ++look) {
        if (readers::mayUse(segment)) {
            pauseBriefly();
            continue;
        }
        Members &queueMembers = members(segment.queue);
        --queueMembers.entries;
        queueMembers.bytes -= chargeOf(entry);
        m_liveBytes -= Segment::rounded(entry.bytes());
        const std::uint32_t place = entry.place;
        const std::uint8_t frequency = entry.frequency.value();
        auto *const again = new (&entry) Entry;
        again->place = place;
        again->frequency.set(frequency);
        return again;
    }
    bury(entry);
    return nullptr;
}

// Copies what is alive to where the segment is in its queue: into `target`, which comes before it, and when
// that is full or there is none, into a new segment of so many bytes. False if there is no memory for it; the
// entries that are left stay where they are.
bool SegmentLog::pack(Segment &segment, Segment *&target, std::uint64_t targetBytes)
{
    for (std::uint32_t i = segment.first, left = segment.live; left > 0; ++i) {
        segment.prefetch(i + 4);
        Entry &entry = segment.entry(i);
        if (entry.isDead)
            continue;
        --left;
        if (!target || !target->hasRoomFor(entry.bytes())) {
            if (target)
                target->giveBackUnused();
            target = obtain(targetBytes, segment.queue);
            if (!target)
                return false;
            target->newer = &segment;
            target->older = segment.older;
            (segment.older ? segment.older->newer : members(segment.queue).oldest) = target;
            segment.older = target;
        }
        Entry &copy = target->append(entry.bytes());
        copyInto(copy, entry);
        count(copy, segment.queue);
        m_index.replace(entry, copy);
        bury(entry); // the last one unlinks the segment
    }
    return true;
}

bool SegmentLog::hasHoles() const
{
    return m_mappedBytes > m_liveBytes + m_liveBytes / 32 + spareSegments * standardBytes();
}

void SegmentLog::tidy()
{
    if (m_deadBytesSinceTidied < standardBytes() / 2)
        return;
    m_deadBytesSinceTidied = 0;
    for (int packs = 0; packs < packsAtOnce; ++packs) {
        if (m_mappedBytes <= m_liveBytes + m_liveBytes / 24 + spareSegments * standardBytes())
            return;
        Segment *worst = nullptr;
        for (Segment *segment = m_small.oldest ? m_small.oldest : m_main.oldest; segment;
             segment = after(*segment)) {
            // One is still being filled, the other is emptied from its front anyway.
            const bool isAtAnEnd = !segment->newer || !segment->older;
            if (!isAtAnEnd && (!worst || wasteIn(*segment) > wasteIn(*worst)))
                worst = segment;
        }
        if (!worst || wasteIn(*worst) < worst->mappedBytes / 16 || !packWithNeighbours(*worst))
            return;
    }
}

// Together with those beside it that fit into one segment with it: or there would be ever more, ever smaller
// ones, and the rest of each one's last page with them.
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
    packed->giveBackUnused();
    return true;
}

void SegmentLog::packWalked()
{
    Segment &segment = *m_cursor;
    walkOn();
    if (holesIn(segment) <= segment.usedBytes / 32)
        return;
    if (m_packed != segment.older || !m_packed)
        endPacking();
    // As large as those that were emptied before: their pages are written to again.
    pack(segment, m_packed, segment.mappedBytes);
    if (!m_cursor || m_cursor->queue != segment.queue)
        endPacking();
}

void SegmentLog::endPacking()
{
    if (m_packed)
        m_packed->giveBackUnused();
    m_packed = nullptr;
}

std::size_t SegmentLog::giveBack(std::size_t atMost)
{
    return m_retired.giveBack(atMost, 0);
}

void SegmentLog::giveBackAllButSpares()
{
    m_retired.giveBack(2, retiredSegments * standardBytes());
}

void SegmentLog::shrinkIndex()
{
    if (!m_index.isSparse() || !m_index.startAnew(entries()))
        return;
    forEach([this](Entry &entry) { m_index.insert(entry); });
}

} // namespace manometer::cache::memory
