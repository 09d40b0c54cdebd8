// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the memory tier may hold, and what a change of that did. Plain values.
#pragma once

#include <chrono>
#include <cstdint>

namespace manometer::cache {

struct Limits
{
    std::uint64_t entries = 0;
    std::uint64_t bytes = 0; // of charge: payload, key and bookkeeping

    friend bool operator==(const Limits &, const Limits &) = default;
};

// Evictions under Pressure count as pressure_evictions too.
enum class LimitCause : std::uint8_t { Configuration, Pressure, Restore };

// Whom a full memory tier lets in.
enum class Admission : std::uint8_t {
    Always,    // everybody: the least valuable make room
    WhileRoom, // nobody: puts and promotions stay on disk. For when the machine has no page to spare
};

struct LimitOutcome
{
    Limits before;
    Limits after;
    std::uint64_t evictedEntries = 0;
    std::uint64_t evictedBytes = 0;
    std::uint64_t residentEntries = 0; // when done
    std::uint64_t residentBytes = 0;
    std::uint64_t deferredBytes = 0; // evicted, but not given back yet: somebody reads there
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
