// SPDX-License-Identifier: GPL-3.0-or-later
//
// The ghost queue: hashes of keys that were evicted not long ago, oldest forgotten first. A hash that
// collides only admits an entry to the main queue early; it never names a value.
// A ring of hashes in the order in which they came and an open-addressed index over it (linear probing,
// deletion by shifting back: Knuth, TAOCP vol. 3, 6.4, algorithm R). Memory is taken by reserve() alone, so
// that remembering what a cut evicts takes none. Not thread-safe; never blocks.
#pragma once

#include <algorithm>
#include <bit>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace manometer::cache::policy {

class Ghost
{
public:
    std::size_t size() const { return m_remembered; }

    // Room for this many, and twice as many places in the ring: what is recalled leaves its place behind.
    void reserve(std::size_t capacity)
    {
        if (capacity <= m_capacity)
            return;
        const std::size_t places = 2 * std::bit_ceil(std::max<std::size_t>(capacity, 8));
        std::vector<std::uint64_t> ring(places);
        std::vector<Slot> index(places);
        m_capacity = places / 2;
        const std::uint64_t oldest = m_oldest;
        const std::uint64_t next = m_next;
        ring.swap(m_ring);
        index.swap(m_index);
        m_oldest = m_next = m_remembered = 0;
        for (std::uint64_t sequence = oldest; sequence != next; ++sequence) {
            const std::uint64_t hash = ring[sequence & (ring.size() - 1)];
            if (isAlive(index, hash, sequence))
                append(hash);
        }
    }

    // Fetches what remembering this hash soon is going to touch: when many are remembered in a row, waiting
    // for memory is most of the work.
    void prefetch(std::uint64_t hash) const
    {
        if (m_index.empty())
            return;
        __builtin_prefetch(&m_index[home(m_index, hash)]);
        const std::uint64_t forgottenSoon = m_ring[(m_oldest + prefetchAhead) & (m_ring.size() - 1)];
        __builtin_prefetch(&m_index[home(m_index, forgottenSoon)]);
    }

    // Of more than were reserved for the oldest are forgotten, as of more than `capacity`.
    void remember(std::uint64_t hash, std::size_t capacity)
    {
        capacity = std::min(capacity, m_capacity);
        if (capacity == 0)
            return;
        recall(hash);
        trim(capacity - 1);
        if (m_next - m_oldest == m_ring.size())
            closeUp();
        append(hash);
    }

    // True if it was remembered; it no longer is.
    bool recall(std::uint64_t hash)
    {
        const std::size_t at = m_index.empty() ? 0 : find(m_index, hash);
        if (m_index.empty() || m_index[at].sequence == 0)
            return false;
        eraseSlot(at);
        --m_remembered;
        return true;
    }

    void trim(std::size_t capacity)
    {
        while (m_remembered > capacity)
            forgetOldest();
    }

    void clear() { trim(0); }

    // Forgets everything and gives its memory back. Allocates nothing.
    void release() { *this = Ghost(); }

    std::size_t capacity() const { return m_capacity; }

private:
    // sequence: the hash's place in the order, plus one; 0 is an empty slot.
    struct Slot
    {
        std::uint64_t hash = 0;
        std::uint64_t sequence = 0;
    };
    using Index = std::vector<Slot>;
    static constexpr std::uint64_t prefetchAhead = 12;

    // The slot of the hash, or the empty one where it would go. The index is at most half full.
    static std::size_t find(const Index &index, std::uint64_t hash)
    {
        std::size_t at = home(index, hash);
        while (index[at].sequence != 0 && index[at].hash != hash)
            at = (at + 1) & (index.size() - 1);
        return at;
    }

    // Fibonacci hashing: keys' hashes are good, those that tests choose need not be.
    static std::size_t home(const Index &index, std::uint64_t hash)
    {
        return static_cast<std::size_t>(hash * 0x9E3779B97F4A7C15u >> 32) & (index.size() - 1);
    }

    static bool isAlive(const Index &index, std::uint64_t hash, std::uint64_t sequence)
    {
        return index[find(index, hash)].sequence == sequence + 1;
    }

    void append(std::uint64_t hash)
    {
        assert(m_remembered < m_capacity);
        m_ring[m_next & (m_ring.size() - 1)] = hash;
        m_index[find(m_index, hash)] = {.hash = hash, .sequence = ++m_next};
        ++m_remembered;
    }

    void forgetOldest()
    {
        const std::uint64_t hash = m_ring[m_oldest & (m_ring.size() - 1)];
        if (isAlive(m_index, hash, m_oldest)) {
            eraseSlot(find(m_index, hash));
            --m_remembered;
        }
        ++m_oldest;
    }

    // Takes the places that recalled hashes left behind out of the order: at least half of a full ring.
    void closeUp()
    {
        std::uint64_t to = m_oldest;
        for (std::uint64_t sequence = m_oldest; sequence != m_next; ++sequence) {
            const std::uint64_t hash = m_ring[sequence & (m_ring.size() - 1)];
            Slot &slot = m_index[find(m_index, hash)];
            if (slot.sequence != sequence + 1)
                continue;
            m_ring[to & (m_ring.size() - 1)] = hash;
            slot.sequence = ++to;
        }
        m_next = to;
    }

    void eraseSlot(std::size_t hole)
    {
        const std::size_t mask = m_index.size() - 1;
        for (std::size_t at = (hole + 1) & mask; m_index[at].sequence != 0; at = (at + 1) & mask) {
            // It may move into the hole unless its home lies between the hole and itself.
            if (((at - home(m_index, m_index[at].hash)) & mask) >= ((at - hole) & mask)) {
                m_index[hole] = m_index[at];
                hole = at;
            }
        }
        m_index[hole] = {};
    }

    std::vector<std::uint64_t> m_ring; // from m_oldest to m_next, taken modulo its size
    Index m_index;
    std::uint64_t m_oldest = 0;
    std::uint64_t m_next = 0;
    std::size_t m_remembered = 0;
    std::size_t m_capacity = 0;
};

} // namespace manometer::cache::policy
