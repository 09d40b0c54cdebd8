// SPDX-License-Identifier: GPL-3.0-or-later
//
// S3-FIFO, the eviction policy, without storage: it links hooks that somebody else owns and says whom to
// evict. A new key starts in the small queue; on its way out it moves to the main queue if it was asked for
// at least twice, else it goes and its hash is remembered in the ghost queue, from where a return leads
// straight to main. Main is a clock: what was asked for since its last turn goes round again. Source: Yang,
// Zhang, Qiu, Yue, Rashmi: FIFO queues are all you need for cache eviction, SOSP '23. Not thread-safe;
// nothing is allocated but the ghost queue's hashes.
#pragma once

#include <cassert>
#include <cstdint>
#include <deque>
#include <unordered_map>

namespace manometer::cache {

class S3Fifo
{
public:
    struct Hook
    {
        enum class Queue : std::uint8_t { None, Small, Main };
        Hook *newer = nullptr;
        Hook *older = nullptr;
        std::uint64_t hash = 0; // of the key
        std::uint8_t frequency = 0;
        Queue queue = Queue::None;
    };

    std::size_t size() const { return m_small.size + m_main.size; }

    void insert(Hook &hook, std::uint64_t hash)
    {
        assert(hook.queue == Hook::Queue::None);
        hook.hash = hash;
        hook.frequency = 0;
        if (forgetGhost(hash))
            push(m_main, hook, Hook::Queue::Main);
        else
            push(m_small, hook, Hook::Queue::Small);
    }

    static void touch(Hook &hook)
    {
        if (hook.frequency < maximumFrequency)
            ++hook.frequency;
    }

    void erase(Hook &hook)
    {
        assert(hook.queue != Hook::Queue::None);
        unlink(hook.queue == Hook::Queue::Small ? m_small : m_main, hook);
    }

    // Unlinks the one to evict; nullptr if there is none.
    Hook *evict()
    {
        while (size() > 0) {
            if (m_small.size * smallShareDivisor >= size() || m_main.size == 0) {
                Hook &hook = *m_small.oldest;
                unlink(m_small, hook);
                if (hook.frequency >= promotionFrequency) {
                    push(m_main, hook, Hook::Queue::Main);
                    continue;
                }
                rememberGhost(hook.hash);
                return &hook;
            }
            Hook &hook = *m_main.oldest;
            unlink(m_main, hook);
            if (hook.frequency > 0) {
                --hook.frequency;
                push(m_main, hook, Hook::Queue::Main);
                continue;
            }
            return &hook;
        }
        return nullptr;
    }

private:
    // The paper's figures: two bits of frequency, a tenth for the small queue, promoted on the second hit.
    static constexpr std::uint8_t maximumFrequency = 3;
    static constexpr std::uint8_t promotionFrequency = 2;
    static constexpr std::size_t smallShareDivisor = 10;

    struct List
    {
        Hook *newest = nullptr;
        Hook *oldest = nullptr;
        std::size_t size = 0;
    };

    static void push(List &list, Hook &hook, Hook::Queue queue)
    {
        hook.queue = queue;
        hook.newer = nullptr;
        hook.older = list.newest;
        if (list.newest)
            list.newest->newer = &hook;
        else
            list.oldest = &hook;
        list.newest = &hook;
        ++list.size;
    }

    static void unlink(List &list, Hook &hook)
    {
        (hook.newer ? hook.newer->older : list.newest) = hook.older;
        (hook.older ? hook.older->newer : list.oldest) = hook.newer;
        hook.newer = hook.older = nullptr;
        hook.queue = Hook::Queue::None;
        --list.size;
    }

    void rememberGhost(std::uint64_t hash)
    {
        m_ghosts.push_back(hash);
        ++m_ghostCounts[hash];
        // As many as the main queue holds.
        const std::size_t most = size() - size() / smallShareDivisor;
        while (m_ghosts.size() > most) {
            const auto oldest = m_ghostCounts.find(m_ghosts.front());
            m_ghosts.pop_front();
            if (oldest != m_ghostCounts.end() && --oldest->second == 0)
                m_ghostCounts.erase(oldest);
        }
    }

    // The queue keeps its mark of a hash that came back; the count alone decides.
    bool forgetGhost(std::uint64_t hash) { return m_ghostCounts.erase(hash) > 0; }

    List m_small;
    List m_main;
    std::deque<std::uint64_t> m_ghosts;
    std::unordered_map<std::uint64_t, std::uint32_t> m_ghostCounts;
};

} // namespace manometer::cache
