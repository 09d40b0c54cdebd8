// SPDX-License-Identifier: GPL-3.0-or-later
//
// Turns the raw level into the applied level, with hysteresis: quick to rise, slow to fall. One pure step
// function; the caller keeps the state. `asked` is the raw level, or the one that a vote raises it to. Rules:
//  - a raw CRITICAL, or out of memory, is applied at once; any other rise after two consecutive samples ask
//    for it, to the lower of the two; a rise may skip levels
//  - a fall goes one level at a time, once p has stayed under the level's leave value for its hold and no
//    sample has asked for the level meanwhile; a level that returns soon after it was left was left too
//    early, so its hold doubles
//  - a failed read changes nothing; after staleAfter without a good one the state is stale, the hold restarts
#pragma once

#include "pressure/control/Gauge.h"
#include "pressure/control/StallWatch.h"
#include "pressure/control/Thresholds.h"

#include <array>
#include <chrono>
#include <optional>

namespace manometer::pressure {

// Two sample intervals at rest: one lost sample is harmless, two are not.
inline constexpr std::chrono::seconds staleAfter{2};

struct GovernorConfig
{
    // A level that returns within this time was left too early: Ornstein-Uhlenbeck noise of 4 points around a
    // threshold causes 18-42 transitions an hour without this rule, 8 at most with it (two minutes: 26).
    std::chrono::milliseconds returnWindow{300'000};
    // As long as an operator would wait before asking why.
    std::chrono::milliseconds holdMaximum{300'000};

    friend bool operator==(const GovernorConfig &, const GovernorConfig &) = default;
};

// When a level was left, and its lengthened hold.
struct LevelMemory
{
    std::optional<MonotonicTime> left;
    std::chrono::milliseconds hold{0}; // replaces the threshold's if it is longer

    friend bool operator==(const LevelMemory &, const LevelMemory &) = default;
};

struct GovernorState
{
    Level applied = Level::Normal;
    std::optional<MonotonicTime> appliedSince;    // empty until the first step
    Level previousAsked = Level::Normal;          // by the last good sample
    std::optional<MonotonicTime> underLeaveSince; // p has been under the applied level's leave value since
    std::optional<MonotonicTime> lastGood;        // time of the last good sample
    bool stale = false;
    std::array<LevelMemory, 3> memory{}; // ELEVATED, HIGH, CRITICAL

    friend bool operator==(const GovernorState &, const GovernorState &) = default;
};

struct GovernorInput
{
    MonotonicTime now;
    std::optional<Reading> reading; // empty: the read failed
    Vote vote = Vote::None;
};

// Why the applied level is what it is after this step.
enum class GovernorReason : std::uint8_t {
    AsMeasured,           // asked and applied are equal
    Raised,               // by two consecutive samples
    RaisedAtOnce,         // by one CRITICAL sample
    RaisedByVote,         // by two consecutive samples; p alone would not have sufficed
    RaisedByOutOfMemory,  // at once
    AwaitingSecondSample, // a higher level is asked for; the next sample decides
    Fell,                 // the hold is over
    AboveLeave,           // raw is lower, but p is not under the leave value
    HeldByVote,           // raw is lower, but a vote asks for the level
    Holding,              // p is under the leave value, the hold has not elapsed
    Blind,                // the read failed: the last level is kept
};

struct GovernorStep
{
    GovernorState state;
    Level from = Level::Normal;  // the applied level before this step
    Level asked = Level::Normal; // by this sample; the last good one's while blind
    Vote vote = Vote::None;
    GovernorReason reason = GovernorReason::AsMeasured;
    // While Holding: when the applied level falls if p stays under the leave value.
    std::optional<MonotonicTime> fallsAt;
    bool holdDoubled = false; // by this step: the level returned soon after it was left

    bool changed() const { return state.applied != from; }
};

GovernorStep step(const GovernorState &state, const GovernorInput &input, const Thresholds &thresholds,
                  const GovernorConfig &config);

// Whether a sample without a vote only confirms the applied level: it does not ask for a higher one, and p is
// not under the level's leave value. Of consecutive samples that do, the last one alone leads to the same
// state, once there was a first step: a replay may omit the others.
bool confirms(const Reading &reading, Level applied, const Thresholds &thresholds);

// How long p must currently stay under the level's leave value; level must not be Normal.
std::chrono::milliseconds holdOf(Level level, const GovernorState &state, const Thresholds &thresholds);

} // namespace manometer::pressure
