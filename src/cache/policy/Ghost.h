// SPDX-License-Identifier: GPL-3.0-or-later
//
// The ghost queue: hashes of keys that were evicted not long ago, oldest forgotten first. A hash that
// collides only admits an entry to the main queue early; it never names a value. Not thread-safe; never
// blocks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <unordered_map>

namespace manometer::cache::policy {

class Ghost
{
public:
    std::size_t size() const { return m_newestOf.size(); }

    void remember(std::uint64_t hash, std::size_t capacity)
    {
        m_newestOf[hash] = ++m_sequence;
        m_order.push_back({hash, m_sequence});
        trim(capacity);
    }

    // True if it was remembered; it no longer is.
    bool recall(std::uint64_t hash) { return m_newestOf.erase(hash) > 0; }

    void trim(std::size_t capacity)
    {
        while (m_newestOf.size() > capacity)
            forgetOldest();
        // Recalled hashes leave their place in the order behind. Those places are bounded too.
        while (m_order.size() > 2 * capacity + 16) {
            std::deque<Place> alive;
            for (const Place &place : m_order) {
                if (isAlive(place))
                    alive.push_back(place);
            }
            m_order.swap(alive);
        }
    }

    void clear()
    {
        m_order.clear();
        m_newestOf.clear();
    }

private:
    struct Place
    {
        std::uint64_t hash;
        std::uint64_t sequence;
    };

    bool isAlive(const Place &place) const
    {
        const auto found = m_newestOf.find(place.hash);
        return found != m_newestOf.end() && found->second == place.sequence;
    }

    void forgetOldest()
    {
        if (isAlive(m_order.front()))
            m_newestOf.erase(m_order.front().hash);
        m_order.pop_front();
    }

    std::deque<Place> m_order;
    std::unordered_map<std::uint64_t, std::uint64_t> m_newestOf;
    std::uint64_t m_sequence = 0;
};

} // namespace manometer::cache::policy
