// SPDX-License-Identifier: GPL-3.0-or-later
#include "pressure/control/Gauge.h"

#include <cmath>
#include <limits>

namespace manometer::pressure {

Level classify(double percent, const Thresholds &thresholds)
{
    if (percent > thresholds.critical.enterPercent)
        return Level::Critical;
    if (percent >= thresholds.high.enterPercent)
        return Level::High;
    if (percent >= thresholds.elevated.enterPercent)
        return Level::Elevated;
    return Level::Normal;
}

Basis judgedBasis(double hostPercent, double groupPercent, BasisChoice choice)
{
    if (choice == BasisChoice::Host || std::isnan(groupPercent))
        return Basis::Host;
    // If both are equally full, the host.
    return choice == BasisChoice::Cgroup || groupPercent > hostPercent ? Basis::Cgroup : Basis::Host;
}

Reading gauge(const MemorySample &sample, const Thresholds &thresholds, BasisChoice choice)
{
    const double ofHost = hostUsedPercent(sample);
    const double ofGroup =
        sample.cgroup ? cgroupUsedPercent(*sample.cgroup) : std::numeric_limits<double>::quiet_NaN();
    Reading reading;
    reading.basis = judgedBasis(ofHost, ofGroup, choice);
    reading.percent = reading.basis == Basis::Host ? ofHost : ofGroup;
    reading.raw = classify(reading.percent, thresholds);
    return reading;
}

std::uint64_t capacityBytes(const MemorySample &sample, Basis basis)
{
    return basis == Basis::Cgroup && sample.cgroup ? sample.cgroup->limitBytes : sample.totalBytes;
}

std::optional<double> marginToNext(double percent, Level level, const Thresholds &thresholds)
{
    if (level == Level::Critical)
        return std::nullopt;
    return thresholds.of(oneAbove(level)).enterPercent - percent;
}

std::uint64_t evictionTargetBytes(const MemorySample &sample, Level level, const Thresholds &thresholds,
                                  BasisChoice choice)
{
    if (level == Level::Normal)
        return 0;
    const Basis basis = gauge(sample, thresholds, choice).basis;
    // Computed from bytes, not from p, which is capped at 100: usage above the limit must be freed as well.
    const std::uint64_t used =
        basis == Basis::Cgroup ? sample.cgroup->workingSetBytes : sample.totalBytes - sample.availableBytes;
    const double target =
        thresholds.of(level).targetPercent / 100.0 * static_cast<double>(capacityBytes(sample, basis));
    const double surplus = static_cast<double>(used) - target;
    return surplus <= 0 ? 0 : static_cast<std::uint64_t>(std::ceil(surplus));
}

} // namespace manometer::pressure
