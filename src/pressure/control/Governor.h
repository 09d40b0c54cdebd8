// SPDX-License-Identifier: GPL-3.0-or-later
//
// From raw to applied level: quick to rise, slow to fall, never guessing. One pure step function; the state
// is the caller's to keep. Rules:
//  - a raw CRITICAL is applied at once, any other rise once two samples in a row agree, to the lower of the
//  two;
//    a rise may jump over levels
//  - a fall goes one level at a time, once p has stayed under the level's leave value for its hold
//  - a failed read changes nothing; without a good one for staleAfter the state is stale and holds start anew
#pragma once

#include "pressure/control/Gauge.h"
#include "pressure/control/Thresholds.h"

#include <chrono>
#include <optional>

namespace manometer::pressure {

// Two sample intervals at rest: one lost sample is no cause for alarm, two are.
inline constexpr std::chrono::seconds staleAfter{2};

struct GovernorState
{
    Level applied = Level::Normal;
    std::optional<MonotonicTime> appliedSince;    // empty until the first step
    Level previousRaw = Level::Normal;            // the last good sample's
    std::optional<MonotonicTime> underLeaveSince; // p under the applied level's leave value since then
    std::optional<MonotonicTime> lastGood;        // the last good sample
    bool stale = false;

    friend bool operator==(const GovernorState &, const GovernorState &) = default;
};

struct GovernorInput
{
    MonotonicTime now;
    std::optional<Reading> reading; // empty: the read failed
};

// Why the applied level is what it is after this step.
enum class GovernorReason : std::uint8_t {
    AsMeasured,           // raw and applied agree
    Raised,               // two samples in a row
    RaisedAtOnce,         // one CRITICAL sample
    AwaitingSecondSample, // raw is higher; the next sample decides
    Fell,                 // the hold is over
    AboveLeave,           // raw is lower, but p is not under the leave value
    Holding,              // p is under the leave value, the hold runs
    Blind,                // the read failed: the last level is kept
};

struct GovernorStep
{
    GovernorState state;
    Level from = Level::Normal; // the applied level before this step
    GovernorReason reason = GovernorReason::AsMeasured;
    // While Holding: when the applied level falls if p stays under the leave value.
    std::optional<MonotonicTime> fallsAt;

    bool changed() const { return state.applied != from; }
};

GovernorStep step(const GovernorState &state, const GovernorInput &input, const Thresholds &thresholds);

} // namespace manometer::pressure
