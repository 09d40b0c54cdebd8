// SPDX-License-Identifier: GPL-3.0-or-later
//
// Who reads what, so that memory is given back only when nobody looks at it any more: epochs (Fraser,
// "Practical lock-freedom", 2004) while a reader looks something up, a hazard pointer (Michael, IEEE TPDS
// 2004) to the region it found after that. One book for the process. Any thread; a reader writes to a cache
// line of its own and never waits. A thread's first read may throw bad_alloc.
#pragma once

#include "cache/Hold.h"

namespace manometer::cache::memory {

inline constexpr std::uint64_t pageBytes = 4096;
inline constexpr std::uint64_t hugePageBytes = 2 << 20;

// What is retired: the header that every region of memory which readers may look at starts with.
struct Region
{
    Region *nextRetired = nullptr;
    std::uint64_t endedEpoch = 0;
    std::uint64_t mappedBytes = 0;
};

namespace readers {

// From now on nothing is given back that can still be found.
Hold enter();

// To be called once a region can no longer be found; the answer goes into its endedEpoch.
std::uint64_t endEpoch();
// Whether somebody may still look at it.
bool mayUse(const Region &region);

} // namespace readers

// Pages straight from the kernel, zeroed; null if it has none to give.
Region *mapRegion(std::uint64_t bytes);
void unmapRegion(Region *region);

// Regions that cannot be found any more, given back as soon as nobody reads them. Not thread-safe.
class Retirement
{
public:
    Retirement() = default;
    Retirement(const Retirement &) = delete;
    Retirement &operator=(const Retirement &) = delete;
    // What is still read then is left to the next tier that gives something back.
    ~Retirement();

    void add(Region &region);
    // A region of so many bytes to be used again, its contents whatever they were; null for none.
    Region *reuse(std::uint64_t atLeastBytes, std::uint64_t atMostBytes);
    // Unmaps at most so many that nobody reads, the longest retired first, while more than spareBytes are
    // here. The number that it unmapped.
    std::size_t giveBack(std::size_t atMost, std::uint64_t spareBytes);
    std::uint64_t bytes() const { return m_bytes; }

private:
    void takeOut(Region &region, Region *before);

    Region *m_oldest = nullptr;
    Region *m_newest = nullptr;
    std::uint64_t m_bytes = 0;
};

} // namespace manometer::cache::memory
