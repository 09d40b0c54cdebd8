// SPDX-License-Identifier: GPL-3.0-or-later
#include "pressure/rehearsal/TimeLapse.h"

#include <algorithm>
#include <cmath>

namespace manometer::pressure {

ControlConfig inTimeLapse(const ControlConfig &config, double speed)
{
    ControlConfig faster = config;
    const auto shorten = [speed](std::chrono::milliseconds &duration) {
        if (duration.count() > 0)
            duration = std::chrono::milliseconds(
                std::max(std::llround(static_cast<double>(duration.count()) / speed), 1LL));
    };
    for (const Level level : levelsWithThreshold)
        shorten(faster.thresholds.of(level).hold);
    ControlTuning &tuning = faster.tuning;
    for (std::chrono::milliseconds *duration :
         {&tuning.stall.window, &tuning.stall.waited, &tuning.governor.returnWindow,
          &tuning.governor.holdMaximum, &tuning.trend.window, &tuning.trend.pointInterval,
          &tuning.trend.minimumSpan, &tuning.trend.warnUnder, &tuning.limit.growthHold,
          &tuning.limit.flapWindow, &tuning.limit.growthHoldMaximum, &tuning.limit.growthInterval,
          &tuning.limit.growthForecast, &tuning.limit.cleanUpInterval})
        shorten(*duration);
    return faster;
}

} // namespace manometer::pressure
