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

// At CRITICAL the cache keeps its most used entries, not none: about the hot set of one interactive user.
inline constexpr Limits criticalCeiling{.entries = 50, .bytes = 16u << 20};

// The highest limit that a level allows: NORMAL C, ELEVATED 75 % of C, HIGH 50 %, CRITICAL criticalCeiling;
// component by component, never under CRITICAL's and never over C.
Limits ceiling(const Limits &configured, Level level);

// The operator's word: this share of C, whatever the level below CRITICAL, until then.
struct Snooze
{
    double sharePercent = 75;
    MonotonicTime until{};

    friend bool operator==(const Snooze &, const Snooze &) = default;
};

struct LimitConfig
{
    using Milliseconds = std::chrono::milliseconds;

    Limits configured{};
    // What was cut is not taken back before the cut could show: reclaim after a burst takes seconds. Disk
    // clean-ups of the same level wait as long.
    Milliseconds growthHold{15'000};
    // A raise this soon after a fall means that growing back was wrong: the hold doubles, up to the maximum,
    // which is as long as an operator would wait before asking why.
    Milliseconds flapWindow{60'000};
    Milliseconds growthHoldMaximum{300'000};
    // 40 s from nothing to C: slow enough to be seen in p before the next step.
    Milliseconds growthInterval{2'000};
    double growthStepPercent = 5; // of C
    // No growth into a wall: the next level would begin before fifteen more steps are done.
    Milliseconds growthForecast{30'000};
    // A clean-up reads and writes the disk of a machine in trouble.
    Milliseconds cleanUpInterval{60'000};
    // Receipts below this size say nothing: the allocator's slack is as large. Two in a row are no accident.
    std::uint64_t futileEvictedBytes = 16u << 20;
    double futileReturnedRatio = 0.2;
    int futileReceipts = 2;
    std::optional<Snooze> snooze{};

    friend bool operator==(const LimitConfig &, const LimitConfig &) = default;
};

struct LimitState
{
    std::optional<Limits> limit; // empty until the first step
    Level level = Level::Normal; // of the last step
    std::optional<MonotonicTime> lastCut;
    std::optional<MonotonicTime> lastGrowth;
    std::optional<MonotonicTime> lastFall;
    std::chrono::milliseconds growthHold{0}; // of the last cut; 0 before it
    std::optional<MonotonicTime> lastCleanUpAtHigh;
    std::optional<MonotonicTime> lastCleanUpAtCritical;
    std::int32_t poorReceipts = 0; // in a row

    friend bool operator==(const LimitState &, const LimitState &) = default;
};

struct LimitInput
{
    MonotonicTime now;
    Level applied = Level::Normal;
    bool blind = false;                                // the newest read failed: no growth
    std::optional<std::chrono::milliseconds> toNext{}; // the forecast: when the next level begins
};

// What a cut brought, once the kernel's own figures have settled.
struct Receipt
{
    std::uint64_t evictedBytes = 0;
    std::uint64_t returnedBytes = 0; // by which the resident set became smaller

    friend bool operator==(const Receipt &, const Receipt &) = default;
};

// What this step did to the limit.
enum class LimitChange : std::uint8_t { None, Cut, Grown };

// Why the limit is what it is after this step.
enum class LimitReason : std::uint8_t {
    AtCeiling,      // it is all that the level allows
    HeldAfterCut,   // it may grow, once the hold is over
    HeldByFlap,     // the same, and the hold was doubled
    Growing,        // it grows, a step each interval
    HeldByForecast, // it may grow, but the next level is near
    Futile,         // it may grow, but what is evicted does not come back: not before NORMAL
    Blind,          // it may grow, but nothing can be seen
    Snoozed,        // it is what the operator asked for
};

struct LimitStep
{
    LimitState state;
    Limits limit;
    Limits ceiling; // of the level; while a snooze counts, what it allows
    LimitChange change = LimitChange::None;
    LimitReason reason = LimitReason::AtCeiling;
    bool cleanUpDisk = false;                  // expired entries go, then the store down to 80 % of its cap
    bool holdDoubled = false;                  // by this step: a raise soon after a fall
    std::optional<MonotonicTime> nextGrowthAt; // while HeldAfterCut, HeldByFlap or Growing
};

LimitStep step(const LimitState &state, const LimitInput &input, const LimitConfig &config);

bool isFutile(const LimitState &state, const LimitConfig &config);
LimitState withReceipt(const LimitState &state, const Receipt &receipt, const LimitConfig &config);

} // namespace manometer::pressure
