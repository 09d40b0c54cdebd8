// SPDX-License-Identifier: GPL-3.0-or-later
//
// How the machine's memory use was distributed over a stretch of time: every sample counts as long as it
// stood (a bucket its width, a single sample until the next one), failed reads and gaps not at all. Pure.
#pragma once

#include "gui/samples/SampleModel.h"

#include <array>

namespace manometer::gui {

struct Distribution
{
    static constexpr int binCount = 1000; // tenths of a percent: what is displayed

    double lowest = views::absent; // percent
    double mean = views::absent;
    double highest = views::absent;
    double p50 = views::absent;
    double p95 = views::absent;
    double p99 = views::absent;
    std::array<float, binCount> share{}; // of the time, 0..1; bin 0 begins at 0 %

    bool isEmpty() const { return !(mean == mean); }
    // The share of the time below `percent`, 0..1. A bin counts as evenly filled.
    double shareBelow(double percent) const;
};

// Percentiles by nearest rank over the bins, weighted by time.
Distribution distribution(const ChartSamples &samples, qint64 fromMs, qint64 toMs);

// How often the use rose to `enterPercent` after having been below `leavePercent`: what a level with these
// figures would have done without holds and votes. Gaps do not count as a fall.
int crossings(const ChartSamples &samples, qint64 fromMs, qint64 toMs, double enterPercent,
              double leavePercent);

} // namespace manometer::gui
