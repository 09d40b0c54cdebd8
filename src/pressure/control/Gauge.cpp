// SPDX-License-Identifier: GPL-3.0-or-later
#include "pressure/control/Gauge.h"

#include <cmath>

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

Reading gauge(const MemorySample &sample, const Thresholds &thresholds)
{
    const double percent = hostUsedPercent(sample);
    return {.percent = percent, .raw = classify(percent, thresholds)};
}

std::optional<double> marginToNext(double percent, Level level, const Thresholds &thresholds)
{
    if (level == Level::Critical)
        return std::nullopt;
    const auto next = static_cast<Level>(static_cast<std::uint8_t>(level) + 1);
    return thresholds.of(next).enterPercent - percent;
}

std::uint64_t evictionTargetBytes(const MemorySample &sample, Level level, const Thresholds &thresholds)
{
    if (level == Level::Normal)
        return 0;
    const double surplusPercent = hostUsedPercent(sample) - thresholds.of(level).targetPercent;
    if (surplusPercent <= 0)
        return 0;
    return static_cast<std::uint64_t>(
        std::ceil(surplusPercent / 100.0 * static_cast<double>(sample.totalBytes)));
}

} // namespace manometer::pressure
