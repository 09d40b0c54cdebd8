// SPDX-License-Identifier: GPL-3.0-or-later
//
// A bounded ring of hashes of accessed entries that are not reported to the store yet, oldest first. When it
// is full, add() returns false and the access is not reported. Many threads add, one at a time takes. Never
// blocks; allocates in the constructor only.
#pragma once

#include <atomic>
#include <bit>
#include <cstdint>
#include <vector>

namespace manometer::cache::memory {

class TouchRing
{
public:
    explicit TouchRing(std::size_t places)
        : m_ring(std::bit_ceil(places))
    {}

    std::size_t size() const
    {
        return m_next.load(std::memory_order_relaxed) - m_oldest.load(std::memory_order_relaxed);
    }
    std::size_t capacity() const { return m_ring.size() - racing; }

    bool add(std::uint64_t hash)
    {
        if (size() >= capacity())
            return false;
        const std::uint64_t at = m_next.fetch_add(1, std::memory_order_relaxed);
        m_ring[at & (m_ring.size() - 1)].store(hash == 0 ? 1 : hash, std::memory_order_release);
        return true;
    }

    // 0 if there is none; a hash of 0 is returned as 1, which finds nothing.
    std::uint64_t take()
    {
        const std::uint64_t at = m_oldest.load(std::memory_order_relaxed);
        if (at == m_next.load(std::memory_order_relaxed))
            return 0;
        const std::uint64_t hash = m_ring[at & (m_ring.size() - 1)].exchange(0, std::memory_order_acquire);
        // 0: the adding thread has taken the place and not written yet.
        if (hash != 0)
            m_oldest.store(at + 1, std::memory_order_relaxed);
        return hash;
    }

private:
    // Spare places for threads that saw room at the same time.
    static constexpr std::size_t racing = 64;

    std::vector<std::atomic<std::uint64_t>> m_ring;
    alignas(64) std::atomic<std::uint64_t> m_next{0};
    alignas(64) std::atomic<std::uint64_t> m_oldest{0};
};

} // namespace manometer::cache::memory
