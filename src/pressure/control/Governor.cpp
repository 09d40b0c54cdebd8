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
    // What was seen before the gap proves nothing about the time in it.
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

Level askedBy(const Reading &reading, Vote vote)
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

// The sample asks for more than is applied.
void rise(GovernorStep &step, const GovernorInput &input, Level previousAsked)
{
    if (input.vote == Vote::OutOfMemory)
        return apply(step, Level::Critical, GovernorReason::RaisedByOutOfMemory, input.now);
    if (input.reading->raw == Level::Critical)
        return apply(step, Level::Critical, GovernorReason::RaisedAtOnce, input.now);
    const Level confirmed = std::min(step.asked, previousAsked);
    if (confirmed > step.from)
        return apply(step, confirmed,
                     confirmed > input.reading->raw ? GovernorReason::RaisedByVote : GovernorReason::Raised,
                     input.now);
    step.reason = GovernorReason::AwaitingSecondSample;
    step.state.underLeaveSince.reset();
}

// The sample asks for less than is applied.
void mayFall(GovernorStep &step, const GovernorInput &input, const Thresholds &thresholds)
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
    const MonotonicTime fallsAt = *step.state.underLeaveSince + threshold.hold;
    if (input.now < fallsAt) {
        step.reason = GovernorReason::Holding;
        step.fallsAt = fallsAt;
        return;
    }
    const Level below = oneBelow(step.from);
    apply(step, below, GovernorReason::Fell, input.now);
    // This very sample may be the first one under the next level's leave value: its hold starts now.
    if (below != Level::Normal && below > step.asked && percent < thresholds.of(below).leavePercent)
        step.state.underLeaveSince = input.now;
}

} // namespace

GovernorStep step(const GovernorState &state, const GovernorInput &input, const Thresholds &thresholds)
{
    GovernorStep next{.state = state, .from = state.applied, .asked = state.previousAsked, .fallsAt = {}};
    if (!next.state.appliedSince)
        next.state.appliedSince = input.now;
    if (!input.reading)
        return blind(next, input.now);

    // A gap that no failed read told of (the process was stopped) ends holds just the same.
    if (state.lastGood && input.now - *state.lastGood > staleAfter)
        next.state.underLeaveSince.reset();
    next.asked = askedBy(*input.reading, input.vote);
    next.vote = input.vote;
    next.state.previousAsked = next.asked;
    next.state.lastGood = input.now;
    next.state.stale = false;

    if (next.asked > state.applied) {
        rise(next, input, state.previousAsked);
    } else if (next.asked < state.applied) {
        mayFall(next, input, thresholds);
    } else {
        next.state.underLeaveSince.reset();
        if (input.reading->raw < state.applied)
            next.reason = GovernorReason::HeldByVote;
    }
    return next;
}

} // namespace manometer::pressure
