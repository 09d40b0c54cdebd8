// SPDX-License-Identifier: GPL-3.0-or-later
//
// From raw to applied level: quick to rise, slow to fall, never guessing. One pure step function; the state
// is the caller's to keep. `asked` is the raw level, or what a vote makes of it. Rules:
//  - a raw CRITICAL, or out of memory, is applied at once, any other rise once two samples in a row ask for
//    it, to the lower of the two; a rise may jump over levels
//  - a fall goes one level at a time, once p has stayed under the level's leave value for its hold and
//    nothing has asked for the level meanwhile; where a level came back soon after it was left, leaving it
//    was wrong: its hold doubles
//  - a failed read changes nothing; without a good one for staleAfter the state is stale and holds start anew
#pragma once

#include "pressure/control/Gauge.h"
#include "pressure/control/StallWatch.h"
#include "pressure/control/Thresholds.h"

#include <array>
#include <chrono>
#include <optional>

namespace manometer::pressure {

// Two sample intervals at rest: one lost sample is no cause for alarm, two are.
inline constexpr std::chrono::seconds staleAfter{2};

struct GovernorConfig
{
    // A level that comes back this soon was left too soon: Ornstein-Uhlenbeck noise of 4 points around a
    // threshold makes 18-42 transitions an hour without this, 8 at most with it (two minutes: up to 26).
    std::chrono::milliseconds returnWindow{300'000};
    // As long as an operator would wait before asking why.
    std::chrono::milliseconds holdMaximum{300'000};

    friend bool operator==(const GovernorConfig &, const GovernorConfig &) = default;
};

// What is remembered of a level that was left.
struct LevelMemory
{
    std::optional<MonotonicTime> left;
    std::chrono::milliseconds hold{0}; // instead of the threshold's, where it is longer

    friend bool operator==(const LevelMemory &, const LevelMemory &) = default;
};

struct GovernorState
{
    Level applied = Level::Normal;
    std::optional<MonotonicTime> appliedSince;    // empty until the first step
    Level previousAsked = Level::Normal;          // the last good sample's
    std::optional<MonotonicTime> underLeaveSince; // p under the applied level's leave value since then
    std::optional<MonotonicTime> lastGood;        // the last good sample
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
    AsMeasured,           // asked and applied agree
    Raised,               // two samples in a row
    RaisedAtOnce,         // one CRITICAL sample
    RaisedByVote,         // two samples in a row, and p alone would not have done it
    RaisedByOutOfMemory,  // at once
    AwaitingSecondSample, // more is asked for; the next sample decides
    Fell,                 // the hold is over
    AboveLeave,           // raw is lower, but p is not under the leave value
    HeldByVote,           // raw is lower, but a vote asks for the level
    Holding,              // p is under the leave value, the hold runs
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
    bool holdDoubled = false; // by this step: the level came back soon after it was left

    bool changed() const { return state.applied != from; }
};

GovernorStep step(const GovernorState &state, const GovernorInput &input, const Thresholds &thresholds,
                  const GovernorConfig &config);

// How long p must stay under the level's leave value now; level must not be Normal.
std::chrono::milliseconds holdOf(Level level, const GovernorState &state, const Thresholds &thresholds);

} // namespace manometer::pressure
