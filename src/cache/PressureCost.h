// SPDX-License-Identifier: GPL-3.0-or-later
//
// The cost of memory pressure in requests that missed the memory tier because of it. A request is lost if
// pressure evicted its entry, the entry has not returned since, and the cache has had fewer requests since
// the eviction than the configured limit has entries: with that limit, memory might still have held it. Plain
// values.
#pragma once

#include <chrono>
#include <cstdint>

namespace manometer::cache {

struct PressureCost
{
    std::uint64_t diskReads = 0; // lost requests that the disk store answered
    std::uint64_t fileReads = 0; // lost requests that no tier answered: the file has to be read again
    // How long these files took to read, as the notes of their puts say, each at most ten minutes. A read
    // whose result was not put is missing.
    std::chrono::nanoseconds fileReadTime{0};

    std::uint64_t requests() const { return diskReads + fileReads; } // all lost requests

    friend bool operator==(const PressureCost &, const PressureCost &) = default;
};

// The cost so far of one cut of the memory limit under pressure: of what it evicted, and of what was evicted
// later, for new entries, while its limit was in effect.
struct CutCost
{
    std::uint64_t action = 0; // the number that the caller gave to setLimits()
    PressureCost cost{};
    // One in so many evicted entries was remembered, by a hash of its key, and counts so many times. 1: the
    // cost is a count; otherwise it is an estimate.
    std::uint64_t countedOneIn = 1;

    friend bool operator==(const CutCost &, const CutCost &) = default;
};

} // namespace manometer::cache
