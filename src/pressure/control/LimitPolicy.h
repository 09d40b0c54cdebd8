// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the cache may hold at an applied level, and how the limit moves there: cuts at once, growth in steps.
// Pure functions; the state is the caller's to keep. Every limit is computed from the configured one, C,
// never from the present one: repeating a level changes nothing and flapping cannot compound.
#pragma once

#include "pressure/Level.h"
#include "pressure/MemorySample.h"

#include <chrono>
#include <cstdint>
#include <optional>

namespace manometer::pressure {

struct Limits
{
    std::uint64_t entries = 0;
    std::uint64_t bytes = 0;

    friend bool operator==(const Limits &, const Limits &) = default;
};

// At CRITICAL the cache keeps its most valuable entries, not none: about the hot set of one interactive user.
inline constexpr Limits criticalCeiling{.entries = 50, .bytes = 16u << 20};

// The highest limit that a level allows: NORMAL C, ELEVATED 75 % of C, HIGH 50 %, CRITICAL criticalCeiling;
// component by component, never under CRITICAL's and never over C.
Limits ceiling(const Limits &configured, Level level);

struct LimitConfig
{
    Limits configured;
    std::chrono::milliseconds growthHold{15'000};      // after a cut nothing grows for this long
    std::chrono::milliseconds growthInterval{2'000};   // then a step each interval …
    double growthStepPercent = 5;                      // … of this share of C
    std::chrono::milliseconds cleanUpInterval{60'000}; // at most one disk clean-up in this time
};

struct LimitState
{
    std::optional<Limits> limit; // empty until the first step
    Level level = Level::Normal; // of the last step
    std::optional<MonotonicTime> lastCut;
    std::optional<MonotonicTime> lastGrowth;
    std::optional<MonotonicTime> lastCleanUp;

    friend bool operator==(const LimitState &, const LimitState &) = default;
};

struct LimitInput
{
    MonotonicTime now;
    Level applied = Level::Normal;
    bool blind = false; // the newest read failed: no growth
};

// What this step did to the limit.
enum class LimitChange : std::uint8_t { None, Cut, Grown };

// Why the limit is what it is after this step.
enum class LimitReason : std::uint8_t {
    AtCeiling,    // it is all that the level allows
    HeldAfterCut, // it may grow, once the hold is over
    Growing,      // it grows, a step each interval
    Blind,        // it may grow, but nothing can be seen
};

struct LimitStep
{
    LimitState state;
    Limits limit;
    Limits ceiling;
    LimitChange change = LimitChange::None;
    LimitReason reason = LimitReason::AtCeiling;
    bool cleanUpDisk = false;                  // expired entries go, then the store down to 80 % of its cap
    std::optional<MonotonicTime> nextGrowthAt; // while HeldAfterCut or Growing
};

LimitStep step(const LimitState &state, const LimitInput &input, const LimitConfig &config);

} // namespace manometer::pressure
