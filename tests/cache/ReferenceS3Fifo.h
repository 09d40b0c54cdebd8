// SPDX-License-Identifier: GPL-3.0-or-later
//
// S3-FIFO as the paper's pseudo code has it, as the oracle of policy/S3Fifo.h and memory/SegmentRanking.h:
// plain queues that are searched from end to end, no index, no bytes. Yang et al., "FIFO queues are all you
// need for cache eviction", SOSP '23, algorithm 1; the numbers in comments are its lines. What the pseudo
// code leaves open is taken from section 4.1: access bits are cleared when an object moves to the main queue,
// and the ghost queue remembers as many objects as the main queue may hold.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deque>

namespace manometer::test {

class ReferenceS3Fifo
{
public:
    // Where the paper and the authors' simulator (libCacheSim) differ: a main queue that a promotion makes
    // too long is shortened at once (lines 25 and 26), or by the next evictions (which the simulator does,
    // and the cache).
    enum class FullMain : std::uint8_t { EvictedAtOnce, EvictedNextTime };

    ReferenceS3Fifo(std::size_t cacheSize, FullMain fullMain)
        : m_cacheSize(cacheSize)
        , m_fullMain(fullMain)
    {}

    // True for a hit; a miss inserts the key.
    bool read(std::uint64_t key) // 1
    {
        for (Queue *queue : {&m_small, &m_main}) { // 2
            const auto found = std::find_if(queue->begin(), queue->end(),
                                            [key](const Object &object) { return object.key == key; });
            if (found != queue->end()) {
                found->frequency = std::min(found->frequency + 1, 3); // 3
                return true;
            }
        }
        insert(key); // 5
        return false;
    }

    // Evicts what is over the new size, as for insertions.
    void resize(std::size_t cacheSize)
    {
        m_cacheSize = cacheSize;
        while (size() > m_cacheSize)
            evict();
        trimGhost(ghostSize());
    }

    std::size_t size() const { return m_small.size() + m_main.size(); }

private:
    struct Object
    {
        std::uint64_t key = 0;
        int frequency = 0; // 6
    };
    using Queue = std::deque<Object>; // the tail is at the front

    std::size_t smallSize() const { return std::max<std::size_t>(m_cacheSize / 10, 1); }
    std::size_t mainSize() const { return m_cacheSize - std::min(m_cacheSize, smallSize()); }
    std::size_t ghostSize() const { return mainSize(); }

    void insert(std::uint64_t key) // 7
    {
        if (m_cacheSize == 0)
            return;
        while (size() >= m_cacheSize) // 8
            evict();                  // 9
        const auto ghost = std::find(m_ghost.begin(), m_ghost.end(), key);
        if (ghost != m_ghost.end()) { // 10
            m_ghost.erase(ghost);
            m_main.push_back({key}); // 11
        } else {
            m_small.push_back({key}); // 13
        }
    }

    void evict() // 14
    {
        if (m_small.size() >= smallSize()) // 15
            evictFromSmall();              // 16
        else
            evictFromMain(); // 18
    }

    void evictFromSmall() // 19
    {
        bool isEvicted = false;                                                          // 20
        while (!isEvicted && !m_small.empty()) {                                         // 21
            const Object tail = m_small.front();                                         // 22
            if (tail.frequency > 1) {                                                    // 23
                m_main.push_back({tail.key});                                            // 24
                if (m_fullMain == FullMain::EvictedAtOnce && m_main.size() > mainSize()) // 25
                    evictFromMain();                                                     // 26
            } else {
                trimGhost(ghostSize() - std::min<std::size_t>(ghostSize(), 1));
                if (ghostSize() > 0)
                    m_ghost.push_back(tail.key); // 28
                isEvicted = true;                // 29
            }
            m_small.pop_front(); // 30
        }
    }

    void evictFromMain() // 31
    {
        bool isEvicted = false;                                   // 32
        while (!isEvicted && !m_main.empty()) {                   // 33
            const Object tail = m_main.front();                   // 34
            m_main.pop_front();                                   // 39
            if (tail.frequency > 0)                               // 35
                m_main.push_back({tail.key, tail.frequency - 1}); // 36, 37
            else
                isEvicted = true; // 40
        }
    }

    void trimGhost(std::size_t size)
    {
        while (m_ghost.size() > size)
            m_ghost.pop_front();
    }

    std::size_t m_cacheSize;
    FullMain m_fullMain;
    Queue m_small;
    Queue m_main;
    std::deque<std::uint64_t> m_ghost; // the oldest is at the front
};

} // namespace manometer::test
