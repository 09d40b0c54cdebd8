// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/ChartScale.h"

#include "gui/text/Times.h"

#include <QDateTime>

#include <algorithm>
#include <array>
#include <cmath>

namespace manometer::gui {

using namespace std::chrono_literals;

namespace {

qint64 roundUp(qint64 value, qint64 step)
{
    return (value / step + (value % step > 0 ? 1 : 0)) * step;
}

} // namespace

double niceMaximum(double highest)
{
    if (!std::isfinite(highest))
        return 1;
    for (double power = 1; power < 1e15; power *= 10)
        for (const double factor : {1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0})
            // Leaves some room above: a line on the frame cannot be read.
            if (factor * power > highest)
                return factor * power;
    return highest;
}

double settledMaximum(double present, double highest)
{
    if (!std::isfinite(highest))
        return present;
    const double wanted = niceMaximum(highest);
    return highest < present && wanted >= 0.4 * present ? present : wanted;
}

TimeTicks clockTicks(qint64 fromWallMs, qint64 toWallMs, int most, const QTimeZone &zone)
{
    static constexpr std::array<std::chrono::milliseconds, 21> steps{
        1s,    2s, 5s, 10s, 15s, 30s, 1min, 2min, 5min, 10min, 15min,
        30min, 1h, 2h, 3h,  6h,  12h, 24h,  48h,  96h,  192h};
    if (toWallMs <= fromWallMs || most < 1)
        return {};
    const auto found = std::find_if(steps.begin(), steps.end(), [&](std::chrono::milliseconds step) {
        return (toWallMs - fromWallMs) / step.count() + 1 <= most;
    });
    TimeTicks ticks{.wallMs = {}, .stepMs = (found == steps.end() ? steps.back() : *found).count()};
    const qint64 step = ticks.stepMs;
    const qint64 day = std::max<qint64>(step, std::chrono::milliseconds(24h).count());
    const auto utc = [](qint64 wallMs) { return QDateTime::fromMSecsSinceEpoch(wallMs, QTimeZone::utc()); };
    const auto offsetMs = [&](qint64 wallMs) { return zone.offsetFromUtc(utc(wallMs)) * qint64(1000); };
    // One period of constant UTC offset after the other.
    for (qint64 begin = fromWallMs, end = 0; begin <= toWallMs; begin = end) {
        const QDateTime change = zone.hasTransitions() ? zone.nextTransition(utc(begin)).atUtc : QDateTime();
        end = change.isValid() ? std::min(change.toMSecsSinceEpoch(), toWallMs + 1) : toWallMs + 1;
        const qint64 offset = offsetMs(begin);
        const bool skipsMidnight = roundUp(begin + offsetMs(begin - 1), day) < begin + offset;
        if (skipsMidnight)
            ticks.wallMs.push_back(begin);
        for (qint64 local = roundUp(begin + offset, step); local - offset < end; local += step) {
            const qint64 wall = local - offset;
            const bool isAgain = step >= day && !text::beginsDay(wall, zone); // midnight for the second time
            if (!isAgain && (ticks.wallMs.empty() || wall > ticks.wallMs.back()))
                ticks.wallMs.push_back(wall);
        }
    }
    return ticks;
}

const std::vector<std::chrono::seconds> &chartSpans()
{
    static const std::vector<std::chrono::seconds> spans{1min, 2min, 5min, 15min, 1h, 6h, 24h, 72h, 168h};
    return spans;
}

} // namespace manometer::gui
