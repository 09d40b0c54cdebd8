// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/StepFields.h"

namespace manometer::reports {

using namespace views;
using namespace pressure;

void update(MonitorStatus &status, const ControlStep &step, const ControlConfig &config,
            const std::optional<MemorySample> &newest, const pressure::ClockReading &clocks)
{
    const auto ms = [&clocks](const std::optional<MonotonicTime> &time) {
        return time ? std::optional(clocks.bootMs(*time)) : std::nullopt;
    };
    const GovernorStep &governor = step.governor;
    const Level applied = governor.state.applied;
    status.applied = applied;
    status.appliedSinceMs = clocks.bootMs(*governor.state.appliedSince);
    status.reason = governor.reason;
    status.vote = governor.vote;
    status.underLeaveSinceMs = ms(governor.state.underLeaveSince);
    status.fallsAtMs = ms(governor.fallsAt);
    status.stale = governor.state.stale;
    status.thresholds = config.thresholds;
    if (step.reading && newest) {
        status.raw = step.reading->raw;
        status.basis = step.reading->basis;
        status.percent = step.reading->percent;
        status.hostIsEstimated = newest->availableIsEstimated;
        status.cgroup = newest->cgroup;
        status.marginToNextPercent = marginToNext(step.reading->percent, applied, config.thresholds);
        status.evictionTargetBytes =
            pressure::evictionTargetBytes(*newest, applied, config.thresholds, config.tuning.basis);
    }
    const TrendState &trend = step.state.trend;
    status.forecast = trend.forecast;
    status.forecast.toNext = supportedTimeToNext(trend);
    status.warnedOf = trend.pending ? std::optional(trend.pending->level) : std::nullopt;
    status.forecastRecord = trend.record;
    status.basisChoice = config.tuning.basis;
    status.adapting = config.adaptation == Adaptation::On;
    status.configured = config.configured;
    status.ceiling = step.limit.ceiling;
    status.limit = step.limit.limit;
    status.limitReason = step.limit.reason;
    status.growthStepPercent = config.tuning.limit.growthStepPercent;
    status.growthIntervalMs = config.tuning.limit.growthInterval.count();
    status.nextGrowthAtMs = ms(step.limit.nextGrowthAt);
    status.snoozePercent.reset();
    status.snoozedUntilMs.reset();
    if (const auto &snooze = config.snooze; snooze && clocks.monotonic < snooze->until) {
        status.snoozePercent = snooze->sharePercent;
        status.snoozedUntilMs = clocks.bootMs(snooze->until);
    }
}

void fill(SampleRecord &record, const MemorySample &sample)
{
    record.systemUsedPercent = hostUsedPercent(sample);
    record.systemUsedMinPercent = record.systemUsedMaxPercent = record.systemUsedPercent;
    record.systemTotalBytes = sample.totalBytes;
    record.systemAvailableBytes = sample.availableBytes;
    record.composition = sample.composition;
    record.processRssBytes = sample.processRssBytes;
    record.processVirtualBytes = sample.processVirtualBytes;
    if (sample.cgroup)
        record.cgroupUsedPercent = pressure::cgroupUsedPercent(*sample.cgroup);
    if (sample.stall)
        record.psiSomeAvg10Percent = sample.stall->someAvg10Percent;
}

} // namespace manometer::reports
