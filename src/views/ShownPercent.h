// SPDX-License-Identifier: GPL-3.0-or-later
//
// A percentage as it is shown beside thresholds: with one decimal, rounded, but never to the other side of
// one. 79.97 is 79.9 where HIGH begins at 80, because at 80.0 it would be HIGH. Pure; any thread.
#pragma once

#include "pressure/control/Thresholds.h"

#include <cmath>

namespace manometer::views {

// On which side of a boundary its own value is.
enum class BoundaryItself : unsigned char { Above, Below };

// Both are rounded to tenths; thresholds usually are tenths.
inline double shownPercent(double percent, double boundary, BoundaryItself itself)
{
    const auto toTenth = [](double value) { return std::round(value * 10.0) / 10.0; };
    const double shown = toTenth(percent);
    const double border = toTenth(boundary);
    if (!std::isfinite(percent) || !std::isfinite(boundary))
        return shown;
    if (itself == BoundaryItself::Above)
        return percent < boundary && shown >= border ? toTenth(border - 0.1) : shown;
    return percent > boundary && shown <= border ? toTenth(border + 0.1) : shown;
}

inline double shownPercent(double percent, const pressure::Thresholds &thresholds)
{
    const double rounded = std::round(percent * 10.0) / 10.0;
    for (const pressure::Level level : pressure::levelsWithThreshold) {
        const pressure::Threshold &threshold = thresholds.of(level);
        const bool isCritical = level == pressure::Level::Critical;
        const double entered =
            shownPercent(percent, threshold.enterPercent,
                         isCritical ? BoundaryItself::Below : BoundaryItself::Above); // CRITICAL: above it
        if (entered != rounded)
            return entered;
        const double left = shownPercent(percent, threshold.leavePercent, BoundaryItself::Above);
        if (left != rounded)
            return left;
    }
    return rounded;
}

} // namespace manometer::views
