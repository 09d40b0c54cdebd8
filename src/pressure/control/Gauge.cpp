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
    // The machine where both are equally full.
    return choice == BasisChoice::Cgroup || groupPercent > hostPercent ? Basis::Cgroup : Basis::Host;
}

Reading gauge(const MemorySample &sample, const Thresholds &thresholds, BasisChoice choice)
{
    const double ofHost = hostUsedPercent(sample);
    const double ofGroup = sample.cgroup
                               ? percentOf(sample.cgroup->workingSetBytes, sample.cgroup->limitBytes)
                               : std::numeric_limits<double>::quiet_NaN();
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
    const Reading reading = gauge(sample, thresholds, choice);
    const double surplusPercent = reading.percent - thresholds.of(level).targetPercent;
    if (surplusPercent <= 0)
        return 0;
    const auto capacity = static_cast<double>(capacityBytes(sample, reading.basis));
    return static_cast<std::uint64_t>(std::ceil(surplusPercent / 100.0 * capacity));
}

} // namespace manometer::pressure
