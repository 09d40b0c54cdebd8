// SPDX-License-Identifier: GPL-3.0-or-later
//
// The cache's counters since it was opened, and the health of its store. hits + misses = requests in every
// snapshot. The comments give the original's names.
#pragma once

#include "cache/Limits.h"
#include "cache/PressureCost.h"

#include <cstdint>
#include <string>

namespace manometer::cache {

struct Stats
{
    std::uint64_t memoryHits = 0;        // memory_hits
    std::uint64_t diskHits = 0;          // disk_hits, those from the write queue included
    std::uint64_t misses = 0;            // misses
    std::uint64_t evictions = 0;         // evictions: entries that left memory to make room
    std::uint64_t pressureEvictions = 0; // pressure_evictions, part of evictions
    PressureCost pressureCost{};         // requests lost to pressure, part of diskHits and misses
    std::uint64_t notStored = 0;         // puts that neither tier accepted
    std::uint64_t memoryEntries = 0;     // memory_cache_size
    std::uint64_t memoryBytes = 0;
    Limits memoryLimits;
    std::uint64_t diskEntries = 0; // disk_cache_files; what is queued is not counted yet
    std::uint64_t diskBytes = 0;   // of files
    std::uint64_t diskCapBytes = 0;
    std::uint64_t pathIndexBytes =
        0; // part of diskBytes: what a quick search costs. Measured from time to time
    std::uint64_t diskCleanUps = 0;       // calls of cleanUpDisk() that ended, since the cache was opened
    std::uint64_t diskCleanUpRemoved = 0; // entries that these removed

    std::uint64_t hits() const { return memoryHits + diskHits; }
    std::uint64_t requests() const { return hits() + misses; }
};

// The state of the disk store. While it is not Good, the cache works in memory and retries.
struct Health
{
    enum class State : std::uint8_t { Good, DiskFull, ReadOnly, Locked, InputOutputError };
    State state = State::Good;
    std::uint64_t quarantinedShards = 0; // damaged shards that were moved away since the cache was opened
    std::string quarantinePath;          // path of the newest of them
    std::string detail;                  // for logs; not translated

    friend bool operator==(const Health &, const Health &) = default;
};

} // namespace manometer::cache
