// SPDX-License-Identifier: GPL-3.0-or-later
//
// The memory tier's limits, and the outcome of changing them. Plain values.
#pragma once

#include <chrono>
#include <cstdint>

namespace manometer::cache {

struct Limits
{
    std::uint64_t entries = 0;
    std::uint64_t bytes = 0; // charged bytes: payload, key and bookkeeping

    friend bool operator==(const Limits &, const Limits &) = default;
};

// Evictions under Pressure are also counted in pressure_evictions. Those of a Rehearsal, which plays pressure
// that the machine does not have, count neither there nor as a cut that has a cost.
enum class LimitCause : std::uint8_t { Configuration, Pressure, Restore, Rehearsal };

// Admission policy of a full memory tier.
enum class Admission : std::uint8_t {
    Always,    // all entries: the least valuable are evicted for new ones
    WhileRoom, // no entry: puts and promotions stay on disk. For a machine without free memory
};

struct LimitOutcome
{
    Limits before;
    Limits after;
    std::uint64_t evictedEntries = 0;
    std::uint64_t evictedBytes = 0;
    std::uint64_t residentEntries = 0; // when done
    std::uint64_t residentBytes = 0;
    std::uint64_t deferredBytes = 0; // evicted, but not released yet, because of readers
    std::chrono::nanoseconds duration{0};
};

struct CleanUpOutcome
{
    std::uint64_t expiredEntries = 0;
    std::uint64_t removedEntries = 0; // beyond the expired ones
    std::uint64_t fileBytesBefore = 0;
    std::uint64_t fileBytesAfter = 0;
    std::chrono::nanoseconds duration{0};
};

} // namespace manometer::cache
