// SPDX-License-Identifier: GPL-3.0-or-later
//
// S3-FIFO over segments: decides what goes from a SegmentLog. Put for put it agrees with policy/S3Fifo.h; a
// cut of a large tier favours whole segments. Under the tier's mutex; never blocks. `Evicted` is told of each
// entry before it goes.
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

    // Evicts until an entry of this charge fits, for which there must be room at all, and says which queue
    // the newcomer belongs to. Throws bad_alloc before it has done anything.
    Queue makeRoom(std::uint64_t hash, std::uint64_t charge);
    void forgetEvicted() { m_ghost.clear(); }

    // A cut: start it, then call cutOn() until it says Done. In between entries may be dropped but not put.
    // Raising limits is a cut that is done at once. Allocates nothing but pages for the survivors.
    enum class Progress : std::uint8_t { Going, Done };
    void startCut(const Limits &limits);
    Progress cutOn(); // one segment

private:
    enum class Stage : std::uint8_t { Forget, Evict, Pack, Finish, Done };
    // In order of value, which needs every survivor among the evicted to be copied; or in order of age, where
    // a segment goes as a whole but for its often used entries.
    enum class Protection : std::uint8_t { Given, Waived };
    enum class CutOrder : std::uint8_t { ByFrequency, ByAge };

    std::size_t ghostCapacity() const { return policy::ghostCapacity(m_limits, m_log.entries()); }
    // Somebody wants it kept, and such entries take no more than half of the limits.
    bool isProtected(const Entry &entry) const
    {
        return entry.isKept.value() && m_log.keptEntries() <= m_limits.entries / 2 &&
               m_log.keptBytes() <= m_limits.bytes / 2;
    }
    void evictOne(Protection protection);
    void evict(Entry &entry);
    void evictFromSegment(Segment &segment);
    void planCut();
    void planRemembering();

    SegmentLog &m_log;
    Limits m_limits;
    Evicted m_evicted;
    policy::Ghost m_ghost;

    Stage m_stage = Stage::Done;
    CutOrder m_order = CutOrder::ByFrequency;
    std::uint8_t m_atMostFrequency = 0; // evicted in this walk
    // Entries evicted while there are more than this will have left the ghost queue by the end of the cut.
    std::uint64_t m_rememberedBelow = 0;
};

} // namespace manometer::cache::memory
