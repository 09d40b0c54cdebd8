// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/ChartScale.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace manometer::gui {

using namespace std::chrono_literals;

NiceRange niceRange(double lowest, double highest)
{
    if (!std::isfinite(lowest) || !std::isfinite(highest) || highest < lowest)
        return {.minimum = 0, .maximum = valueIntervals};
    for (double power = 1; power < 1e15; power *= 10) {
        for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
            // Labels are whole numbers, which 2.5 is not.
            if (factor == 2.5 && power < 10)
                continue;
            const double step = factor * power;
            const double minimum = std::max(0.0, std::floor(lowest / step) * step);
            // Some air above: a line on the frame cannot be read.
            if (minimum + step * valueIntervals > highest)
                return {.minimum = minimum, .maximum = minimum + step * valueIntervals};
        }
    }
    return {.minimum = 0, .maximum = highest};
}

NiceRange settledRange(const NiceRange &present, double lowest, double highest)
{
    if (!std::isfinite(lowest) || !std::isfinite(highest))
        return present;
    const NiceRange wanted = niceRange(lowest, highest);
    const bool fits = lowest >= present.minimum && highest < present.maximum;
    // Shrink only when less than 40 % of the height would do.
    const bool wasteful = wanted.maximum - wanted.minimum < 0.4 * (present.maximum - present.minimum);
    return fits && !wasteful ? present : wanted;
}

std::vector<std::chrono::seconds> timeTicks(std::chrono::seconds span, int most)
{
    static constexpr std::array<std::chrono::seconds, 17> steps{
        1s, 2s, 5s, 10s, 15s, 30s, 1min, 2min, 3min, 5min, 10min, 15min, 30min, 1h, 2h, 4h, 6h};
    const auto fits = [span, most](std::chrono::seconds step) { return span / step + 1 <= most; };
    // A step that divides the span has a tick at both ends.
    auto found = std::find_if(steps.begin(), steps.end(), [&fits, span](std::chrono::seconds step) {
        return fits(step) && span % step == 0s;
    });
    if (found == steps.end())
        found = std::find_if(steps.begin(), steps.end(), fits);
    const std::chrono::seconds step = found == steps.end() ? std::chrono::seconds(24h) : *found;
    std::vector<std::chrono::seconds> ticks;
    for (std::chrono::seconds ago = 0s; ago <= span; ago += step)
        ticks.push_back(ago);
    return ticks;
}

const std::vector<std::chrono::seconds> &chartSpans()
{
    static const std::vector<std::chrono::seconds> spans{1min, 5min, 15min, 1h, 6h, 24h};
    return spans;
}

} // namespace manometer::gui
