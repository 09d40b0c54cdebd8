// SPDX-License-Identifier: GPL-3.0-or-later
//
// The ghost queue: hashes of recently evicted keys; the oldest is forgotten first. A hash collision only
// admits an entry to the main queue early; it never returns a wrong value. Hashes in a linked order and an
// open-addressed index over them (linear probing, deletion by shifting back: Knuth, TAOCP vol. 3, 6.4,
// algorithm R). Memory is taken by reserve() alone, so that remembering what a cut evicts takes none, and in
// steps: a full index is emptied into one twice as large, a few places a call. Not thread-safe; never blocks.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <new>
#include <utility>

namespace manometer::cache::policy {

class Ghost
{
public:
    std::size_t size() const { return m_remembered; }
    std::size_t capacity() const { return m_capacity; }

    // Reserves room for this many. Call it each time that one more may be needed: it continues the moves that
    // an earlier call began. If it throws bad_alloc, nothing has changed.
    void reserve(std::size_t capacity)
    {
        moveSome(movesAtOnce);
        while (m_capacity < std::min(capacity, maximumCapacity))
            grow();
    }

    // Prefetches what remember() of this hash will access: when many are remembered in a row, most of the
    // time is cache misses.
    void prefetch(std::uint64_t hash) const
    {
        if (m_index.mask == 0)
            return;
        __builtin_prefetch(&m_index.places[tagOf(hash) & m_index.mask]);
        // Nodes are mostly allocated in order, so this one is probably forgotten soon.
        const std::uint32_t later = m_oldest + 12;
        if (later < m_usedNodes)
            __builtin_prefetch(&m_index.places[tagOf(node(later).hash) & m_index.mask]);
    }

    // Forgets the oldest beyond `capacity`, or beyond what was reserved.
    void remember(std::uint64_t hash, std::size_t capacity)
    {
        capacity = std::min(capacity, m_capacity);
        if (capacity == 0)
            return;
        recall(hash);
        trim(capacity - 1);
        append(hash);
    }

    // Forgets the hash; true if it was remembered.
    bool recall(std::uint64_t hash)
    {
        for (Index *index : {&m_index, &m_former}) {
            const std::size_t at = find(*index, hash);
            if (at == nowhere)
                continue;
            const std::uint32_t found = nodeOf(index->places[at]);
            eraseSlot(*index, at);
            unlink(found);
            return true;
        }
        return false;
    }

    void trim(std::size_t capacity)
    {
        while (m_remembered > capacity)
            recall(node(m_oldest).hash);
    }

    // Forgets everything, so many places of the index per call: forgetting hashes one by one would be many
    // times the work. True when nothing is left; until then, only this and clear() may be called.
    bool continueClear(std::size_t places)
    {
        m_former = {};
        const std::size_t all = m_index.mask == 0 ? 0 : m_index.mask + 1;
        const std::size_t until = m_cleared + std::min(places, all - m_cleared);
        if (m_cleared < until)
            std::fill(&m_index.places[m_cleared], &m_index.places[until], 0);
        m_cleared = until;
        if (m_cleared < all)
            return false;
        m_cleared = 0;
        m_usedNodes = 0;
        m_free = m_oldest = m_newest = none;
        m_remembered = 0;
        return true;
    }

    void clear()
    {
        while (!continueClear(maximumCapacity)) {
        }
    }

    // Forgets everything and frees the memory. Allocates nothing.
    void release() { *this = Ghost(); }

private:
    struct Node
    {
        std::uint64_t hash;
        std::uint32_t older;
        std::uint32_t newer; // of a free node: the next free one
    };
    struct Free
    {
        void operator()(void *memory) const { std::free(memory); }
    };
    template<typename Item>
    using Array = std::unique_ptr<Item[], Free>;

    // A slot is 0, or a node's number plus one in the low half and 32 bits of its hash in the high half,
    // which determine its home place.
    struct Index
    {
        Array<std::uint64_t> places;
        std::size_t mask = 0; // 0: there is none
    };

    static constexpr std::size_t nowhere = ~std::size_t{0};
    static constexpr std::uint32_t none = ~std::uint32_t{0};
    static constexpr std::size_t leastCapacity = 8;
    static constexpr std::size_t maximumCapacity = std::size_t{1} << 31;
    // An index has twice as many places as it has capacity, and the next one is needed when the capacity
    // doubles: two places per call would be enough.
    static constexpr std::size_t movesAtOnce = 4;

    // A large array is zeroed by the kernel, page by page on first use.
    template<typename Item>
    static Array<Item> zeroed(std::size_t count)
    {
        Array<Item> items(static_cast<Item *>(std::calloc(count, sizeof(Item))));
        if (!items)
            throw std::bad_alloc();
        return items;
    }

    // Each chunk of nodes doubles them, so that none ever moves: 8, 8, 16, 32 …
    Node &node(std::uint32_t number) const
    {
        const auto chunk = static_cast<std::size_t>(std::bit_width(number / leastCapacity));
        const std::size_t first = chunk == 0 ? 0 : leastCapacity << (chunk - 1);
        return m_chunks[chunk][number - first];
    }

    void grow()
    {
        const std::size_t capacity = std::max(2 * m_capacity, leastCapacity);
        auto chunk = zeroed<Node>(capacity - m_capacity);
        Index larger{.places = zeroed<std::uint64_t>(2 * capacity), .mask = 2 * capacity - 1};
        moveSome(nowhere);
        m_chunks[static_cast<std::size_t>(std::bit_width((capacity - 1) / leastCapacity))] = std::move(chunk);
        m_former = std::exchange(m_index, std::move(larger));
        m_nextMove = 0;
        m_capacity = capacity;
    }

    void moveSome(std::size_t atMost)
    {
        for (; atMost > 0 && m_former.mask != 0; --atMost) {
            const std::uint64_t slot = m_former.places[m_nextMove];
            if (slot != 0) {
                insert(slot);
                eraseSlot(m_former, m_nextMove); // another slot may have moved here
            } else if (m_nextMove++ == m_former.mask) {
                m_former = {};
            }
        }
    }

    static std::uint32_t tagOf(std::uint64_t hash)
    {
        // Fibonacci hashing: keys' hashes are well distributed, those that tests choose may not be.
        return static_cast<std::uint32_t>(hash * 0x9E3779B97F4A7C15u >> 32);
    }
    static std::uint32_t nodeOf(std::uint64_t slot) { return static_cast<std::uint32_t>(slot) - 1; }
    static std::size_t home(const Index &index, std::uint64_t slot) { return (slot >> 32) & index.mask; }

    std::size_t find(const Index &index, std::uint64_t hash) const
    {
        if (index.mask == 0)
            return nowhere;
        const std::uint64_t tag = tagOf(hash);
        for (std::size_t at = tag & index.mask;; at = (at + 1) & index.mask) {
            const std::uint64_t slot = index.places[at];
            if (slot == 0)
                return nowhere;
            if (slot >> 32 == tag && node(nodeOf(slot)).hash == hash)
                return at;
        }
    }

    // The index is at most half full.
    void insert(std::uint64_t slot)
    {
        std::size_t at = home(m_index, slot);
        while (m_index.places[at] != 0)
            at = (at + 1) & m_index.mask;
        m_index.places[at] = slot;
    }

    static void eraseSlot(Index &index, std::size_t hole)
    {
        for (std::size_t at = (hole + 1) & index.mask; index.places[at] != 0; at = (at + 1) & index.mask) {
            // It may move into the hole unless its home place is between the hole and itself.
            const std::size_t fromHome = (at - home(index, index.places[at])) & index.mask;
            if (fromHome >= ((at - hole) & index.mask)) {
                index.places[hole] = index.places[at];
                hole = at;
            }
        }
        index.places[hole] = 0;
    }

    void append(std::uint64_t hash)
    {
        assert(m_remembered < m_capacity);
        const std::uint32_t number = m_free == none ? m_usedNodes++ : m_free;
        Node &added = node(number);
        if (number == m_free)
            m_free = added.newer;
        added = {.hash = hash, .older = m_newest, .newer = none};
        (m_newest == none ? m_oldest : node(m_newest).newer) = number;
        m_newest = number;
        insert(std::uint64_t{tagOf(hash)} << 32 | (number + 1));
        ++m_remembered;
    }

    void unlink(std::uint32_t number)
    {
        Node &gone = node(number);
        (gone.older == none ? m_oldest : node(gone.older).newer) = gone.newer;
        (gone.newer == none ? m_newest : node(gone.newer).older) = gone.older;
        gone.newer = std::exchange(m_free, number);
        --m_remembered;
    }

    std::array<Array<Node>, 30> m_chunks;
    Index m_index;
    Index m_former; // being emptied into m_index
    std::size_t m_nextMove = 0;
    std::size_t m_cleared = 0;     // places already cleared by continueClear()
    std::uint32_t m_usedNodes = 0; // numbers below this have been used
    std::uint32_t m_free = none;
    std::uint32_t m_oldest = none;
    std::uint32_t m_newest = none;
    std::size_t m_remembered = 0;
    std::size_t m_capacity = 0;
};

} // namespace manometer::cache::policy
