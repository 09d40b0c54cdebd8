// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/status/SpanInView.h"

#include <algorithm>

namespace manometer::gui {

SpanInView spanInView(const ChartFrame &frame, const views::TimeRange &range)
{
    SpanInView span{.range = range,
                    .isEmpty = frame.distribution.isEmpty(),
                    .lowestPercent = frame.distribution.lowest,
                    .p95Percent = frame.distribution.p95,
                    .highestPercent = frame.distribution.highest};
    double known = 0;
    for (const LevelRun &run : frame.levels) {
        if (run.signal != LevelRun::Signal::Known)
            continue;
        const auto lasted = static_cast<double>(run.toMs - run.fromMs);
        known += lasted;
        span.share[static_cast<std::size_t>(run.level)] += lasted;
        span.highest = std::max(span.highest, run.level);
    }
    if (known > 0)
        for (double &share : span.share)
            share /= known;
    return span;
}

} // namespace manometer::gui
