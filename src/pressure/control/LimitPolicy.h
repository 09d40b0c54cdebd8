// SPDX-License-Identifier: GPL-3.0-or-later
//
// The cache's limit at an applied level, and how the limit moves there: cut at once, grown in steps. Pure
// functions; the caller keeps the state. Every limit is computed from the configured one, C, never from the
// current one: a repeated level changes nothing and flapping cannot accumulate.
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

// At CRITICAL the cache keeps its most used entries rather than none: about one interactive user's hot set.
inline constexpr Limits criticalCeiling{.entries = 50, .bytes = 16u << 20};

// The highest limit that a level allows: NORMAL C, ELEVATED 75 % of C, HIGH 50 %, CRITICAL criticalCeiling;
// each component on its own, never below CRITICAL's and never above C.
Limits ceiling(const Limits &configured, Level level);

// The operator's override: until then this share of C applies at every level below CRITICAL.
struct Snooze
{
    double sharePercent = 75;
    MonotonicTime until{};

    friend bool operator==(const Snooze &, const Snooze &) = default;
};

struct LimitConfig
{
    using Milliseconds = std::chrono::milliseconds;

    // No growth after a cut until its effect can show: reclaim after a burst takes seconds. Two disk
    // clean-ups at HIGH are this far apart, too.
    Milliseconds growthHold{15'000};
    // A raise this soon after a fall means that growing was wrong: the hold doubles, up to the maximum, which
    // is as long as an operator would wait before asking why.
    Milliseconds flapWindow{60'000};
    Milliseconds growthHoldMaximum{300'000};
    // 40 s from zero to C: slow enough for each step to show in p before the next one.
    Milliseconds growthInterval{2'000};
    double growthStepPercent = 5; // of C
    // No growth if the next level is forecast within this time, which fifteen steps take.
    Milliseconds growthForecast{30'000};
    // At CRITICAL. A clean-up reads and writes the disk of a machine that is short of memory.
    Milliseconds cleanUpInterval{60'000};
    // Smaller receipts are ignored: the allocator's slack is as large. Two poor ones in a row are no
    // accident.
    std::uint64_t futileEvictedBytes = 16u << 20;
    double futileReturnedRatio = 0.2;
    int futileReceipts = 2;

    friend bool operator==(const LimitConfig &, const LimitConfig &) = default;
};

struct LimitState
{
    std::optional<Limits> limit; // empty until the first step
    Level level = Level::Normal; // applied, at the last step
    std::optional<MonotonicTime> lastCut;
    std::optional<MonotonicTime> lastGrowth;
    std::optional<MonotonicTime> lastFall;
    std::chrono::milliseconds growthHold{0}; // after the last raise; 0 before the first
    std::optional<MonotonicTime> lastCleanUpAtHigh;
    std::optional<MonotonicTime> lastCleanUpAtCritical;
    std::int32_t poorReceipts = 0; // in a row

    friend bool operator==(const LimitState &, const LimitState &) = default;
};

struct LimitInput
{
    MonotonicTime now;
    Level applied = Level::Normal;
    Limits configured{}; // C
    std::optional<Snooze> snooze{};
    bool blind = false;                                // the newest read failed: no growth
    std::optional<std::chrono::milliseconds> toNext{}; // the forecast time until the next level begins
};

// The effect of a cut, measured once the kernel's figures have settled.
struct Receipt
{
    std::uint64_t evictedBytes = 0;
    std::uint64_t returnedBytes = 0; // decrease of the resident set

    friend bool operator==(const Receipt &, const Receipt &) = default;
};

// What this step did to the limit.
enum class LimitChange : std::uint8_t { None, Cut, Grown };

// Why the limit is what it is after this step.
enum class LimitReason : std::uint8_t {
    AtCeiling,      // the limit is the most that the level allows
    HeldAfterCut,   // no growth until the hold has elapsed
    HeldByFlap,     // the same, and the hold was doubled
    Growing,        // grows by a step each interval
    HeldByForecast, // no growth: the next level is near
    Futile,         // no growth before NORMAL: evicted memory does not return to the system
    Blind,          // no growth: the last read failed
    Snoozed,        // the operator's override is in effect
};

struct LimitStep
{
    LimitState state;
    Limits limit;
    Limits ceiling; // of the level; of the snooze while one is in effect
    LimitChange change = LimitChange::None;
    LimitReason reason = LimitReason::AtCeiling;
    bool cleanUpDisk = false; // remove expired entries, then shrink the store to 80 % of its cap
    bool holdDoubled = false; // by this step: a raise soon after a fall
    std::optional<MonotonicTime> nextGrowthAt; // while HeldAfterCut, HeldByFlap or Growing
};

// A forecast can only prevent growth: a step that does not grow without one leads to the same state with one.
LimitStep step(const LimitState &state, const LimitInput &input, const LimitConfig &config);

// Whether further steps change nothing until the level, the configured limit or the snooze changes or a
// receipt arrives, whatever the time, the forecast and failed reads. Never at CRITICAL, which cleans the disk
// repeatedly.
bool isSettled(const LimitState &state, const LimitInput &input);

bool isFutile(const LimitState &state, const LimitConfig &config);
LimitState withReceipt(const LimitState &state, const Receipt &receipt, const LimitConfig &config);

} // namespace manometer::pressure
