// SPDX-License-Identifier: GPL-3.0-or-later
#include "pressure/control/Governor.h"

#include <algorithm>

namespace manometer::pressure {

namespace {

GovernorStep blind(GovernorStep step, MonotonicTime now)
{
    step.reason = GovernorReason::Blind;
    // Before the first good sample, the time of the first attempt stands in for it.
    const MonotonicTime since = step.state.lastGood.value_or(*step.state.appliedSince);
    step.state.stale = now - since > staleAfter;
    // Samples before the gap prove nothing about the time in it.
    if (step.state.stale)
        step.state.underLeaveSince.reset();
    return step;
}

void apply(GovernorStep &step, Level level, GovernorReason reason, MonotonicTime now)
{
    step.state.applied = level;
    step.state.appliedSince = now;
    step.state.underLeaveSince.reset();
    step.reason = reason;
}

Level requestedLevel(const Reading &reading, Vote vote)
{
    switch (vote) {
    case Vote::None:
        break;
    case Vote::OutOfMemory:
        return Level::Critical;
    case Vote::HostStall:
    case Vote::CgroupStall:
    case Vote::Notice:
        return oneAbove(reading.raw);
    }
    return reading.raw;
}

LevelMemory &historyOf(GovernorState &state, Level level)
{
    return state.memory[static_cast<std::size_t>(level) - 1];
}

void raise(GovernorStep &step, Level level, GovernorReason reason, const GovernorInput &input,
           const Thresholds &thresholds, const GovernorConfig &config)
{
    for (Level passed = oneAbove(step.from);; passed = oneAbove(passed)) {
        LevelMemory &memory = historyOf(step.state, passed);
        const auto hold = holdOf(passed, step.state, thresholds);
        if (!memory.left || input.now - *memory.left > config.returnWindow) {
            memory.hold = {};
        } else if (hold < config.holdMaximum) {
            memory.hold = std::min(2 * hold, config.holdMaximum);
            step.holdDoubled = true;
        }
        if (passed == level)
            break;
    }
    apply(step, level, reason, input.now);
}

// The sample asks for a higher level than the applied one.
void rise(GovernorStep &step, const GovernorInput &input, Level previousAsked, const Thresholds &thresholds,
          const GovernorConfig &config)
{
    const auto to = [&](Level level, GovernorReason reason) {
        raise(step, level, reason, input, thresholds, config);
    };
    if (input.vote == Vote::OutOfMemory)
        return to(Level::Critical, GovernorReason::RaisedByOutOfMemory);
    if (input.reading->raw == Level::Critical)
        return to(Level::Critical, GovernorReason::RaisedAtOnce);
    const Level confirmedLevel = std::min(step.asked, previousAsked);
    if (confirmedLevel > step.from)
        return to(confirmedLevel, confirmedLevel > input.reading->raw ? GovernorReason::RaisedByVote
                                                                      : GovernorReason::Raised);
    step.reason = GovernorReason::AwaitingSecondSample;
    step.state.underLeaveSince.reset();
}

// The sample asks for a lower level than the applied one.
void fallIfHeld(GovernorStep &step, const GovernorInput &input, const Thresholds &thresholds)
{
    const double percent = input.reading->percent;
    const Threshold &threshold = thresholds.of(step.from);
    if (percent >= threshold.leavePercent) {
        step.state.underLeaveSince.reset();
        step.reason = GovernorReason::AboveLeave;
        return;
    }
    if (!step.state.underLeaveSince)
        step.state.underLeaveSince = input.now;
    const MonotonicTime fallsAt = *step.state.underLeaveSince + holdOf(step.from, step.state, thresholds);
    if (input.now < fallsAt) {
        step.reason = GovernorReason::Holding;
        step.fallsAt = fallsAt;
        return;
    }
    historyOf(step.state, step.from).left = input.now;
    const Level below = oneBelow(step.from);
    apply(step, below, GovernorReason::Fell, input.now);
    // This sample may also be the first one under the next level's leave value: then its hold starts now.
    if (below != Level::Normal && below > step.asked && percent < thresholds.of(below).leavePercent)
        step.state.underLeaveSince = input.now;
}

} // namespace

bool confirms(const Reading &reading, Level applied, const Thresholds &thresholds)
{
    return reading.raw == applied ||
           (reading.raw < applied && reading.percent >= thresholds.of(applied).leavePercent);
}

std::chrono::milliseconds holdOf(Level level, const GovernorState &state, const Thresholds &thresholds)
{
    return std::max(thresholds.of(level).hold, state.memory[static_cast<std::size_t>(level) - 1].hold);
}

GovernorStep step(const GovernorState &state, const GovernorInput &input, const Thresholds &thresholds,
                  const GovernorConfig &config)
{
    GovernorStep next{.state = state, .from = state.applied, .asked = state.previousAsked, .fallsAt = {}};
    if (!next.state.appliedSince)
        next.state.appliedSince = input.now;
    if (!input.reading)
        return blind(next, input.now);

    // A gap without a failed read (the process was stopped) resets the hold, too.
    if (state.lastGood && input.now - *state.lastGood > staleAfter)
        next.state.underLeaveSince.reset();
    next.asked = requestedLevel(*input.reading, input.vote);
    next.vote = input.vote;
    next.state.previousAsked = next.asked;
    next.state.lastGood = input.now;
    next.state.stale = false;

    if (next.asked > state.applied) {
        rise(next, input, state.previousAsked, thresholds, config);
    } else if (next.asked < state.applied) {
        fallIfHeld(next, input, thresholds);
    } else {
        next.state.underLeaveSince.reset();
        if (input.reading->raw < state.applied)
            next.reason = GovernorReason::HeldByVote;
    }
    return next;
}

} // namespace manometer::pressure
