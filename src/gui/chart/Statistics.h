// SPDX-License-Identifier: GPL-3.0-or-later
//
// The distribution of the machine's memory use over a time range. Each sample is weighted by its duration (a
// bucket by its width, a single sample until the next one); failed reads and gaps are ignored. Pure
// functions.
#pragma once

#include "gui/samples/SampleModel.h"

#include <array>

namespace manometer::gui {

struct Distribution
{
    static constexpr int binCount = 1000; // tenths of a percent, the displayed precision

    double lowest = views::absent; // percent
    double mean = views::absent;
    double highest = views::absent;
    double p50 = views::absent;
    double p95 = views::absent;
    double p99 = views::absent;
    std::array<float, binCount> share{}; // share of the time, 0..1; bin 0 begins at 0 %

    bool isEmpty() const { return !(mean == mean); }
    // The share of the time below `percent`, 0..1. A bin is assumed to be evenly filled.
    double shareBelow(double percent) const;
};

// Percentiles by nearest rank over the bins, weighted by time.
Distribution distribution(const ChartSamples &samples, qint64 fromMs, qint64 toMs);

// How often memory use rose to `enterPercent` after having been below `leavePercent`: the number of times a
// level with these thresholds would have begun, without holds and votes. A gap is not a fall.
int crossings(const ChartSamples &samples, qint64 fromMs, qint64 toMs, double enterPercent,
              double leavePercent);

} // namespace manometer::gui
