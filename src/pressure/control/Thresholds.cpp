// SPDX-License-Identifier: GPL-3.0-or-later
#include "pressure/control/Thresholds.h"

#include <cassert>
#include <cmath>
#include <utility>

namespace manometer::pressure {

const Threshold &Thresholds::of(Level level) const
{
    assert(level != Level::Normal);
    switch (level) {
    case Level::Critical:
        return critical;
    case Level::High:
        return high;
    default:
        return elevated;
    }
}

Threshold &Thresholds::of(Level level)
{
    return const_cast<Threshold &>(std::as_const(*this).of(level));
}

std::optional<ThresholdProblem> findProblem(const Thresholds &thresholds)
{
    using Kind = ThresholdProblem::Kind;
    const auto outside = [](double percent) { return percent < 0 || percent > 100; };
    const Threshold *previous = nullptr;
    Level previousLevel = Level::Normal;
    for (const Level level : levelsWithThreshold) {
        const Threshold &threshold = thresholds.of(level);
        if (!std::isfinite(threshold.enterPercent) || !std::isfinite(threshold.leavePercent) ||
            !std::isfinite(threshold.targetPercent))
            return ThresholdProblem{Kind::NotANumber, level};
        if (outside(threshold.enterPercent) || outside(threshold.leavePercent) ||
            outside(threshold.targetPercent))
            return ThresholdProblem{Kind::OutOfRange, level};
        if (threshold.leavePercent >= threshold.enterPercent)
            return ThresholdProblem{Kind::LeaveNotBelowEnter, level};
        if (threshold.targetPercent >= threshold.enterPercent)
            return ThresholdProblem{Kind::TargetNotBelowEnter, level};
        if (threshold.hold.count() < 0 || threshold.hold > maximumHold)
            return ThresholdProblem{Kind::HoldOutOfRange, level};
        if (previous && threshold.enterPercent < previous->enterPercent + minimumGapPercent)
            return ThresholdProblem{Kind::TooCloseToNext, previousLevel};
        if (previous && threshold.leavePercent < previous->leavePercent)
            return ThresholdProblem{Kind::LeaveBelowPrevious, level};
        previous = &threshold;
        previousLevel = level;
    }
    return std::nullopt;
}

} // namespace manometer::pressure
