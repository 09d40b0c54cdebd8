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

} // namespace

GovernorStep step(const GovernorState &state, const GovernorInput &input, const Thresholds &thresholds)
{
    GovernorStep next{
        .state = state, .from = state.applied, .reason = GovernorReason::AsMeasured, .fallsAt = {}};
    if (!next.state.appliedSince)
        next.state.appliedSince = input.now;
    if (!input.reading)
        return blind(next, input.now);

    const Reading &reading = *input.reading;
    // A gap that no failed read told of (the process was stopped) ends holds just the same.
    if (state.lastGood && input.now - *state.lastGood > staleAfter)
        next.state.underLeaveSince.reset();
    const Level confirmed = std::min(reading.raw, state.previousRaw);
    next.state.previousRaw = reading.raw;
    next.state.lastGood = input.now;
    next.state.stale = false;

    if (reading.raw > state.applied) {
        if (reading.raw == Level::Critical)
            apply(next, Level::Critical, GovernorReason::RaisedAtOnce, input.now);
        else if (confirmed > state.applied)
            apply(next, confirmed, GovernorReason::Raised, input.now);
        else
            next.reason = GovernorReason::AwaitingSecondSample;
        next.state.underLeaveSince.reset();
        return next;
    }

    if (state.applied == Level::Normal)
        return next;
    const Threshold &threshold = thresholds.of(state.applied);
    if (reading.percent >= threshold.leavePercent) {
        next.state.underLeaveSince.reset();
        if (reading.raw < state.applied)
            next.reason = GovernorReason::AboveLeave;
        return next;
    }
    if (!next.state.underLeaveSince)
        next.state.underLeaveSince = input.now;
    const MonotonicTime fallsAt = *next.state.underLeaveSince + threshold.hold;
    if (input.now < fallsAt) {
        next.reason = GovernorReason::Holding;
        next.fallsAt = fallsAt;
        return next;
    }
    apply(next, oneBelow(state.applied), GovernorReason::Fell, input.now);
    // This very sample may be the first one under the next level's leave value: its hold starts now.
    if (next.state.applied != Level::Normal &&
        reading.percent < thresholds.of(next.state.applied).leavePercent)
        next.state.underLeaveSince = input.now;
    return next;
}

} // namespace manometer::pressure
