// SPDX-License-Identifier: GPL-3.0-or-later
//
// Safe memory reclamation: memory is released only when no reader uses it. Epoch-based (Fraser, "Practical
// lock-freedom", 2004) during a reader's lookup, then by a hazard pointer (Michael, IEEE TPDS 2004) to the
// region that it found. One registry of readers for the process. Any thread; a reader writes to a cache line
// of its own and never waits. A thread's first read may throw bad_alloc.
#pragma once

#include "cache/Hold.h"

namespace manometer::cache::memory {

inline constexpr std::uint64_t pageBytes = 4096;
inline constexpr std::uint64_t hugePageBytes = 2 << 20;

// The header of every region of memory that readers may access: what is retired and reclaimed.
struct Region
{
    Region *nextRetired = nullptr;
    std::uint64_t endedEpoch = 0;
    std::uint64_t mappedBytes = 0;
};

namespace reclamation {

// Begins a read: no region that can be found from now on is released while the Hold lives.
Hold enter();

// Call it once a region can no longer be found; the result is the region's endedEpoch.
std::uint64_t endEpoch();
// Whether a reader may still access it.
bool isInUse(const Region &region);

} // namespace reclamation

// Zeroed pages from the kernel; null if it has none.
Region *mapRegion(std::uint64_t bytes);
void unmapRegion(Region *region);

// Retired regions: they can no longer be found, and are released as soon as no reader uses them. Not
// thread-safe.
class RetireList
{
public:
    RetireList() = default;
    RetireList(const RetireList &) = delete;
    RetireList &operator=(const RetireList &) = delete;
    // Regions that are still in use are released by the destructor of a later tier.
    ~RetireList();

    void add(Region &region);
    // A region of so many bytes for reuse, with arbitrary content; null for none.
    Region *reuse(std::uint64_t atLeastBytes, std::uint64_t atMostBytes);
    // Unmaps at most so many regions that no reader uses, the longest retired first, as long as more than
    // spareBytes are retired. Returns how many it unmapped.
    std::size_t release(std::size_t atMost, std::uint64_t spareBytes);
    std::uint64_t bytes() const { return m_bytes; }

private:
    void takeOut(Region &region, Region *before);

    Region *m_oldest = nullptr;
    Region *m_newest = nullptr;
    std::uint64_t m_bytes = 0;
};

} // namespace manometer::cache::memory
