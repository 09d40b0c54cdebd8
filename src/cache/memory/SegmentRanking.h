// SPDX-License-Identifier: GPL-3.0-or-later
//
// S3-FIFO over segments: selects the entries to evict from a SegmentLog. Without cuts it agrees with
// policy/S3Fifo.h; a cut of a large tier prefers whole segments. Under the tier's mutex; never blocks.
// `Evicted` is called with each entry before it is evicted.
#pragma once

#include "cache/memory/SegmentLog.h"
#include "cache/policy/Ghost.h"
#include "cache/policy/S3FifoShares.h"

#include <array>
#include <functional>

namespace manometer::cache::memory {

class SegmentRanking
{
public:
    using Evicted = std::function<void(const Entry &)>;

    SegmentRanking(SegmentLog &log, const Limits &limits, Evicted evicted)
        : m_log(log)
        , m_limits(limits)
        , m_evicted(std::move(evicted))
    {}

    const Limits &limits() const { return m_limits; }
    bool isWithinLimits() const
    {
        return m_log.entries() <= m_limits.entries && m_log.bytes() <= m_limits.bytes;
    }
    bool hasRoomFor(std::uint64_t charge) const
    {
        return m_log.entries() < m_limits.entries && charge <= m_limits.bytes &&
               m_log.bytes() <= m_limits.bytes - charge;
    }
    bool canHold(std::uint64_t charge) const { return m_limits.entries > 0 && charge <= m_limits.bytes; }

    // Evicts until an entry of this charge fits, which canHold() must allow, and returns the queue that the
    // new entry belongs to. If it throws bad_alloc, nothing has changed.
    Queue makeRoom(std::uint64_t hash, std::uint64_t charge);
    void forgetEvicted() { m_ghost.clear(); }

    // A cut: start it, then call continueCut() until it returns Done. In between entries may be dropped but
    // not put. Raising limits is a cut without evictions. Allocates nothing but pages for the entries that
    // stay.
    enum class Progress : std::uint8_t { InProgress, Done };
    void startCut(const Limits &limits);
    Progress continueCut(); // one step: a segment

private:
    enum class Stage : std::uint8_t { Forget, Evict, Pack, Finish, Done };
    // By frequency, where the entries that stay have to be copied out of every segment; or by age, where a
    // segment is evicted as a whole except for its frequently used entries.
    enum class Protection : std::uint8_t { Given, Waived };
    enum class CutOrder : std::uint8_t { ByFrequency, ByAge };

    std::size_t ghostCapacity() const { return policy::ghostCapacity(m_limits, m_log.entries()); }
    // A kept entry is protected as long as kept entries take no more than half of the limits.
    bool isProtected(const Entry &entry) const
    {
        return entry.isKept.value() && m_log.keptEntries() <= m_limits.entries / 2 &&
               m_log.keptBytes() <= m_limits.bytes / 2;
    }
    void evictOne(Protection protection);
    void evict(Entry &entry);
    void evictFromSegment(Segment &segment);
    void planCut();
    void planGhost();

    SegmentLog &m_log;
    Limits m_limits;
    Evicted m_evicted;
    policy::Ghost m_ghost;

    Stage m_stage = Stage::Done;
    CutOrder m_order = CutOrder::ByFrequency;
    std::uint8_t m_atMostFrequency = 0; // highest frequency that is evicted in this walk
    // Entries that are evicted while there are more than this would have left the ghost queue by the end of
    // the cut.
    std::uint64_t m_rememberedBelow = 0;
};

} // namespace manometer::cache::memory
