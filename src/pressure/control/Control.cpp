// SPDX-License-Identifier: GPL-3.0-or-later
#include "pressure/control/Control.h"

namespace manometer::pressure {

ControlStep step(const ControlState &state, const ControlInput &input, const ControlConfig &config)
{
    ControlStep next;
    next.state = state;
    // Two bases have different values: a change from one to the other is a step, not a slope.
    if (next.state.basis != config.tuning.basis) {
        next.state.trend.points = {};
        next.state.trend.pending.reset();
    }
    next.state.basis = config.tuning.basis;
    Vote vote = Vote::None;
    if (input.sample) {
        next.reading = gauge(*input.sample, config.thresholds, config.tuning.basis);
        const StallStep stall = step(state.stall, *input.sample, next.reading->percent, config.tuning.stall);
        next.state.stall = stall.state;
        vote = stall.vote;
    }

    next.governor = step(state.governor, {.now = input.now, .reading = next.reading, .vote = vote},
                         config.thresholds, config.tuning.governor);
    next.state.governor = next.governor.state;

    const TrendStep trend =
        step(next.state.trend,
             {.now = input.now,
              .percent = next.reading ? std::optional(next.reading->percent) : std::nullopt,
              .applied = next.state.governor.applied},
             config.thresholds, config.tuning.trend);
    next.state.trend = trend.state;
    next.warning = trend.warning;

    const bool adapting = config.adaptation == Adaptation::On;
    next.limit = step(state.limit,
                      {.now = input.now,
                       .applied = adapting ? next.state.governor.applied : Level::Normal,
                       .configured = config.configured,
                       .snooze = config.snooze,
                       .blind = !input.sample,
                       .toNext = adapting ? next.state.trend.forecast.toNext : std::nullopt},
                      config.tuning.limit);
    next.state.limit = next.limit.state;
    return next;
}

ControlState withReceipt(const ControlState &state, const Receipt &receipt, const ControlConfig &config)
{
    ControlState next = state;
    next.limit = withReceipt(state.limit, receipt, config.tuning.limit);
    return next;
}

} // namespace manometer::pressure
