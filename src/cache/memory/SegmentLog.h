// SPDX-License-Identifier: GPL-3.0-or-later
//
// The entries of both queues as logs: each queue is a list of segments, and the order of entries in them is
// the queue's order. A dropped entry leaves a hole; a segment without a live entry is retired as a whole, one
// with many holes is packed: its live entries are copied into a smaller segment that takes its place in the
// queue. Under the tier's mutex, except for the index's find(). Memory comes from mmap: null means that there
// was none, and nothing has changed.
#pragma once

#include "cache/memory/Index.h"

namespace manometer::cache::memory {

class SegmentLog
{
public:
    SegmentLog();
    ~SegmentLog();
    SegmentLog(const SegmentLog &) = delete;
    SegmentLog &operator=(const SegmentLog &) = delete;

    // Overhead of an entry: its places in the index and the ghost queue, and its share of what segments do
    // not use. Rounded up from measurements with entries of 2 KB.
    static constexpr std::uint64_t bookkeepingBytes = 112;
    static std::uint64_t chargeOf(const Entry &entry) { return entry.bytes() + bookkeepingBytes; }

    const Index &index() const { return m_index; }
    std::uint64_t entries() const { return m_small.entries + m_main.entries; }
    std::uint64_t bytes() const { return m_small.bytes + m_main.bytes; } // charged bytes
    std::uint64_t entries(Queue queue) const { return members(queue).entries; }
    std::uint64_t bytes(Queue queue) const { return members(queue).bytes; }
    // Of kept entries only.
    std::uint64_t keptEntries() const { return m_keptEntries; }
    std::uint64_t keptBytes() const { return m_keptBytes; }

    // Appends an entry at the newest end of the queue, for the caller to fill in before the next call; then
    // publish() it.
    Entry *append(Queue queue, std::uint64_t entryBytes);
    // Throws bad_alloc if the index cannot grow; the entry is then dropped.
    void publish(Entry &entry);
    Entry *oldest(Queue queue);
    // Moves the entry to the newest end of the queue, with this frequency. It is copied: present readers keep
    // the old bytes.
    Entry *move(Entry &entry, Queue queue, std::uint8_t frequency);
    void setKept(Entry &entry, bool isKept);
    void drop(Entry &entry);
    // Drops the entry and returns its place for a value of the same size, which avoids a hole: as with
    // append(), the caller fills it in and calls publish(). Null if a reader uses it.
    static bool canRewrite(const Entry &entry, std::uint64_t entryBytes);
    Entry *rewrite(Entry &entry);

    // Packs a few segments if holes take more than their share. To be called after changes.
    void tidy();
    // Releases at most so many regions that no reader uses; returns how many.
    std::size_t release(std::size_t atMost);
    // Keeps a few for reuse: what ordinary turnover needs.
    void releaseAllButSpares();
    std::uint64_t retiredBytes() const { return m_retired.bytes(); }

    // A walk from the oldest segment to the newest, small queue first. It stays valid across changes.
    void startWalk() { m_cursor = first(); }
    Segment *walked() const { return m_cursor; }
    void advanceWalk() { m_cursor = after(*m_cursor); }
    // Packs the walked segment if its holes are worth it, and advances.
    void packWalked();
    void endPacking();
    bool hasHoles() const;

    // After a deep cut: replaces the index by one that fits the entries that are left.
    void shrinkIndex();

    template<typename Visit>
    void forEach(const Visit &visit)
    {
        for (Segment *segment = first(); segment; segment = after(*segment))
            forEachIn(*segment, visit);
    }
    // Visits the entries of about so many segments, spread evenly: an estimate where visiting all takes too
    // long.
    template<typename Visit>
    void forEachOfSample(std::uint64_t segments, const Visit &visit)
    {
        std::uint64_t all = 0;
        for (Segment *segment = first(); segment; segment = after(*segment))
            ++all;
        std::uint64_t at = 0;
        for (Segment *segment = first(); segment; segment = after(*segment)) {
            if (at++ * segments % all < segments)
                forEachIn(*segment, visit);
        }
    }

private:
    struct Members
    {
        Segment *oldest = nullptr;
        Segment *newest = nullptr;
        std::uint64_t entries = 0;
        std::uint64_t bytes = 0;
    };

    Members &members(Queue queue) { return queue == Queue::Main ? m_main : m_small; }
    const Members &members(Queue queue) const { return queue == Queue::Main ? m_main : m_small; }
    template<typename Visit>
    static void forEachIn(Segment &segment, const Visit &visit)
    {
        for (std::uint32_t i = segment.first; i < segment.count; ++i) {
            segment.prefetch(i + 8);
            if (Entry &entry = segment.entry(i); !entry.isDead)
                visit(entry);
        }
    }
    Segment *first() const { return m_small.oldest ? m_small.oldest : m_main.oldest; }
    Segment *after(const Segment &segment) const
    {
        return segment.newer || segment.queue == Queue::Main ? segment.newer : m_main.oldest;
    }
    std::uint64_t shareBytes() const;    // the unit of memory that may be idle
    std::uint64_t standardBytes() const; // of a segment
    Segment *obtain(std::uint64_t bytes, Queue queue);
    Segment *open(Queue queue, std::uint64_t entryBytes);
    void unlink(Segment &segment);
    void count(Entry &entry, Queue queue);
    void discount(const Entry &entry, Queue queue);
    void markDead(Entry &entry);
    bool packWithNeighbours(Segment &segment);
    bool pack(Segment &segment, Segment *&target, std::uint64_t targetBytes);

    RetireList m_retired;
    Index m_index;
    Members m_small;
    Members m_main;
    Segment *m_cursor = nullptr;
    Segment *m_packed = nullptr; // the target of packWalked(), just before the cursor
    std::uint64_t m_mappedBytes = 0;
    std::uint64_t m_liveBytes = 0;
    std::uint64_t m_keptEntries = 0;
    std::uint64_t m_keptBytes = 0;
    std::uint64_t m_deadBytesSinceTidied = 0;
};

} // namespace manometer::cache::memory
