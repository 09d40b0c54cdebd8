// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/monitor/StepReport.h"

#include <utility>

namespace manometer::service {

using namespace views;

using namespace pressure;

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
