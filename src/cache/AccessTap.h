// SPDX-License-Identifier: GPL-3.0-or-later
//
// A sampled record of the cache's accesses, to estimate the effect of another limit. A key is sampled if its
// hash is below a bound: all accesses of a sampled key are recorded, so the sample behaves like a smaller
// cache (Waldspurger et al., SHARDS, FAST '15). Off until a share is set. Any thread; never blocks: an access
// that arrives while another one is being recorded is dropped and counted as lost. setShare() allocates,
// recording does not.
#pragma once

#include <atomic>
#include <cstdint>
#include <mutex>
#include <vector>

namespace manometer::cache {

struct Access
{
    enum class Kind : std::uint8_t { Hit, Miss, Put, Erase };
    std::uint64_t keyHash = 0;
    std::uint64_t charge = 0; // bytes of the limit that the entry uses; 0 for a miss and an erase
    Kind kind = Kind::Hit;

    friend bool operator==(const Access &, const Access &) = default;
};

class AccessTap
{
public:
    // Capacity of the ring: take() returns at most the newest this many accesses.
    static constexpr std::size_t places = 1 << 14;

    // Share of all keys to sample, 0 (off) to 1. Drops what was recorded under another share.
    void setShare(double share);

    bool wants(std::uint64_t keyHash) const { return keyHash < m_bound.load(std::memory_order_relaxed); }
    void record(const Access &access)
    {
        if (wants(access.keyHash))
            write(access);
    }

    struct Taken
    {
        std::vector<Access> accesses; // since the last take(), oldest first
        std::uint64_t lost =
            0; // accesses of sampled keys since the last take() that are missing: overwritten, or dropped
    };
    Taken take();

private:
    void write(const Access &access);
    std::size_t waiting(); // how many accesses take() would return

    std::atomic<std::uint64_t> m_bound{0};
    std::atomic<std::uint64_t> m_missed{0}; // dropped because another one was being recorded
    std::mutex m_mutex;                     // guards what follows
    std::vector<Access> m_ring;
    std::uint64_t m_written = 0;
    std::uint64_t m_taken = 0;
};

} // namespace manometer::cache
