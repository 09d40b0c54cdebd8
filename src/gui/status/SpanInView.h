// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the header states about the time range in view while it is not the present. Plain values; pure
// function.
#pragma once

#include "gui/chart/ChartFrame.h"

#include <array>

namespace manometer::gui {

struct SpanInView
{
    views::TimeRange range{};
    bool isEmpty = true; // no sample was recorded in it
    double lowestPercent = views::absent;
    double p95Percent = views::absent;
    double highestPercent = views::absent;
    pressure::Level highest = pressure::Level::Normal;
    std::array<double, pressure::allLevels.size()> share{}; // of the known time, by level; 0 to 1
};

SpanInView spanInView(const ChartFrame &frame, const views::TimeRange &range);

} // namespace manometer::gui
