// SPDX-License-Identifier: GPL-3.0-or-later
//
// S3-FIFO (Yang et al., "FIFO queues are all you need for cache eviction", SOSP '23): a small probationary
// queue, a main queue with a 2-bit frequency, and a ghost queue of recently evicted keys. It agrees with
// libCacheSim's S3-FIFO (small 10 %, second hit promotes) access by access. The policy decides, the caller
// stores: an element derives from S3FifoNode<Element>, and the policy selects the one to evict. It knows an
// element's charge in bytes and nothing else. Not thread-safe; never blocks; allocates for the ghost alone,
// and only in insert().
#pragma once

#include "cache/policy/Ghost.h"
#include "cache/policy/IntrusiveList.h"
#include "cache/policy/S3FifoShares.h"

#include <cassert>
#include <cstdint>

namespace manometer::cache::policy {

template<typename Element>
struct S3FifoNode
{
    enum class Queue : std::uint8_t { None, Small, Main };

    ListHook<Element> queueHook;
    std::uint64_t ghostHash = 0;
    std::uint64_t charge = 0;
    Queue queue = Queue::None;
    std::uint8_t frequency = 0;
};

template<typename Element>
class S3Fifo
{
    using Queue = typename S3FifoNode<Element>::Queue;

public:
    explicit S3Fifo(const Limits &limits)
        : m_limits(limits)
    {}

    const Limits &limits() const { return m_limits; }
    std::uint64_t entries() const { return m_small.list.size() + m_main.list.size(); }
    std::uint64_t bytes() const { return m_small.bytes + m_main.bytes; }
    std::uint64_t ghostEntries() const { return m_ghost.size(); }

    // Whether an entry of this charge could ever be held.
    bool canHold(std::uint64_t charge) const { return m_limits.entries > 0 && charge <= m_limits.bytes; }
    // Whether it fits in addition to the present entries; if not, call evict() until it does.
    bool hasRoomFor(std::uint64_t charge) const
    {
        return entries() < m_limits.entries && charge <= m_limits.bytes && bytes() <= m_limits.bytes - charge;
    }

    void recordHit(Element &element)
    {
        if (element.frequency < maximumFrequency)
            ++element.frequency;
    }

    void insert(Element &element, std::uint64_t ghostHash, std::uint64_t charge)
    {
        assert(hasRoomFor(charge));
        element.ghostHash = ghostHash;
        element.charge = charge;
        element.frequency = 0;
        link(element, m_ghost.recall(ghostHash) ? Queue::Main : Queue::Small);
        // Allocated now: an eviction must not allocate.
        m_ghost.reserve(ghostCapacity());
    }

    // Unlinks and returns the entry to evict for a new one. There must be one.
    Element *evict()
    {
        assert(entries() > 0);
        for (;;) {
            const bool fromMain = m_small.list.empty() ||
                                  m_main.list.size() > m_limits.entries - smallEntries(m_limits) ||
                                  m_main.bytes > m_limits.bytes - smallBytes(m_limits);
            if (Element *victim = fromMain && !m_main.list.empty() ? evictFromMain() : evictFromSmall())
                return victim;
        }
    }

    // Sets the limits; `evicted` gets each entry that no longer fits, already unlinked. Unlike evict(), which
    // makes room for a new entry, a cut evicts the least frequently used entries of both queues first, of
    // these the small queue before the main queue and the oldest first. So a deep cut keeps the most valuable
    // entries, where the plain rule would keep a tenth for the newest.
    template<typename Evicted>
    void setLimits(const Limits &limits, Evicted &&evicted)
    {
        m_limits = limits;
        for (std::uint8_t frequency = 0; frequency <= maximumFrequency && !isWithinLimits(); ++frequency) {
            for (const Queue queue : {Queue::Small, Queue::Main})
                cutQueue(queue, frequency, evicted);
        }
        m_ghost.trim(ghostCapacity());
        assert(isWithinLimits());
    }

    // Not an eviction, so the key is not remembered.
    void remove(Element &element) { unlink(element); }

    void forgetEvicted() { m_ghost.clear(); }

private:
    struct Members
    {
        IntrusiveList<Element, &Element::queueHook> list;
        std::uint64_t bytes = 0;
    };

    std::size_t ghostCapacity() const { return policy::ghostCapacity(m_limits, entries()); }
    bool isWithinLimits() const { return entries() <= m_limits.entries && bytes() <= m_limits.bytes; }

    Members &members(Queue queue) { return queue == Queue::Main ? m_main : m_small; }

    void link(Element &element, Queue queue)
    {
        element.queue = queue;
        members(queue).list.pushNewest(element);
        members(queue).bytes += element.charge;
    }

    void unlink(Element &element)
    {
        assert(element.queue != Queue::None);
        members(element.queue).list.remove(element);
        members(element.queue).bytes -= element.charge;
        element.queue = Queue::None;
    }

    Element *evictFromSmall()
    {
        while (Element *oldest = m_small.list.oldest()) {
            unlink(*oldest);
            if (oldest->frequency < promotionFrequency) {
                m_ghost.remember(oldest->ghostHash, ghostCapacity());
                return oldest;
            }
            oldest->frequency = 0;
            link(*oldest, Queue::Main);
        }
        return nullptr;
    }

    Element *evictFromMain()
    {
        for (;;) {
            Element *oldest = m_main.list.oldest();
            unlink(*oldest);
            if (oldest->frequency == 0)
                return oldest;
            --oldest->frequency;
            link(*oldest, Queue::Main);
        }
    }

    template<typename Evicted>
    void cutQueue(Queue queue, std::uint8_t frequency, Evicted &evicted)
    {
        Element *next = members(queue).list.oldest();
        while (next && !isWithinLimits()) {
            Element &element = *next;
            next = members(queue).list.newerThan(element);
            if (element.frequency != frequency)
                continue;
            unlink(element);
            m_ghost.remember(element.ghostHash, ghostCapacity());
            evicted(element);
        }
    }

    Limits m_limits;
    Members m_small;
    Members m_main;
    Ghost m_ghost;
};

} // namespace manometer::cache::policy
