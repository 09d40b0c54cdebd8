// SPDX-License-Identifier: GPL-3.0-or-later
//
// A sampled record of what the cache is asked for, for those who want to know what another limit would have
// done. A key is in the sample if its hash is under a bound, so that of a sampled key every access is there
// and the sample behaves as a smaller cache would (Waldspurger et al., SHARDS, FAST '15). Off until a share
// is set. Any thread; nobody ever waits: an access that comes while another is written down is lost and
// counted. setShare() allocates, what records does not.
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
    std::uint64_t charge = 0; // what the entry takes from the limit in bytes; 0 for a miss and an erase
    Kind kind = Kind::Hit;

    friend bool operator==(const Access &, const Access &) = default;
};

class AccessTap
{
public:
    // As many accesses as are kept for take(): the newest.
    static constexpr std::size_t places = 1 << 16;

    // Of all keys, 0 (nothing is recorded) to 1. What was recorded under another share is dropped.
    void setShare(double share);

    bool wants(std::uint64_t keyHash) const { return keyHash < m_bound.load(std::memory_order_relaxed); }
    void record(const Access &access)
    {
        if (wants(access.keyHash))
            write(access);
    }

    struct Taken
    {
        std::vector<Access> accesses; // since the last take(), in their order
        std::uint64_t lost = 0;       // that belong between them: pushed out, or not written down
    };
    Taken take();

private:
    void write(const Access &access);

    std::atomic<std::uint64_t> m_bound{0};
    std::atomic<std::uint64_t> m_missed{0}; // not written down
    std::mutex m_mutex;                     // of what follows
    std::vector<Access> m_ring;
    std::uint64_t m_written = 0;
    std::uint64_t m_taken = 0;
};

} // namespace manometer::cache
