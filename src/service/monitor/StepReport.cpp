// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/monitor/StepReport.h"

#include "service/Clock.h"

#include <utility>

namespace manometer::service {

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

QList<EventKinds> eventsOf(const ControlStep &step, const ControlConfig &config)
{
    QList<EventKinds> events;
    const GovernorStep &governor = step.governor;
    const Level to = governor.state.applied;
    if (governor.changed()) {
        const bool rose = to > governor.from;
        const Threshold &crossed = config.thresholds.of(rose ? to : governor.from);
        events += LevelEvent{.from = governor.from,
                             .to = to,
                             .reason = governor.reason,
                             .percent = step.reading->percent,
                             .thresholdPercent = rose ? crossed.enterPercent : crossed.leavePercent,
                             .basis = step.reading->basis,
                             .vote = governor.vote};
    }
    if (governor.holdDoubled)
        events += HoldEvent{.waits = HoldEvent::Waits::Fall,
                            .level = to,
                            .holdMs = holdOf(to, governor.state, config.thresholds).count()};
    if (step.limit.holdDoubled)
        events += HoldEvent{
            .waits = HoldEvent::Waits::Growth, .level = to, .holdMs = step.state.limit.growthHold.count()};
    if (step.warning)
        events += WarningEvent{.level = step.warning->level,
                               .percent = step.warning->percent,
                               .slopePercentPerSecond = step.state.trend.forecast.slopePercentPerSecond,
                               .expectedInMs = step.warning->expectedIn.count(),
                               .basis = step.reading->basis};
    return events;
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

quint64 usedBytes(const MemorySample &sample, Basis basis)
{
    return basis == Basis::Cgroup && sample.cgroup ? sample.cgroup->workingSetBytes
                                                   : sample.totalBytes - sample.availableBytes;
}

std::optional<ReliefOrder> reliefFor(const ControlStep &step, const ControlConfig &config, StepNumber number,
                                     cache::Admission &ordered)
{
    const LimitStep &limit = step.limit;
    // The cache was opened with the configured limit: the first step needs an order only if its limit
    // differs.
    const bool cutAtStart = number == StepNumber::First && limit.limit != config.configured;
    const Level level = step.state.limit.level;
    const auto admission = level == Level::Critical && config.adaptation == Adaptation::On
                               ? cache::Admission::WhileRoom
                               : cache::Admission::Always;
    const bool isOtherAdmission = std::exchange(ordered, admission) != admission;
    if (limit.change == LimitChange::None && !limit.cleanUpDisk && !cutAtStart && !isOtherAdmission)
        return std::nullopt;
    ReliefOrder order{.limits = limit.limit, .admission = admission, .level = level};
    order.futilityMinimumBytes = config.tuning.limit.futileEvictedBytes;
    order.percent = step.reading ? step.reading->percent : absent;
    if (limit.change == LimitChange::Grown) {
        order.cause = cache::LimitCause::Restore;
        if (limit.limit != limit.ceiling)
            order.receipt = ReliefOrder::Receipt::Omitted;
    } else if (level == Level::Normal || limit.reason == LimitReason::Snoozed) {
        order.cause = cache::LimitCause::Configuration;
    }
    if (limit.change == LimitChange::None && !cutAtStart)
        order.receipt = ReliefOrder::Receipt::Omitted;
    if (limit.cleanUpDisk)
        order.disk = ReliefOrder::Disk::CleanUp;
    return order;
}

} // namespace manometer::service
