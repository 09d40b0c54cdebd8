// SPDX-License-Identifier: GPL-3.0-or-later
//
// From samples to what is worth drawing: at most two points a pixel column (its minimum and maximum, in time
// order), lines that end at gaps, and runs of one applied level. Pure.
#pragma once

#include "gui/chart/ChartScale.h"
#include "gui/samples/SampleModel.h"

#include <QPolygonF>

#include <vector>

namespace manometer::gui {

enum class Series : quint8 { SystemUsed, ProcessRss, CacheEntries, CacheLimit };

// One polygon a stretch without gaps: x in pixels, y in the series' own unit.
struct Lines
{
    std::vector<QPolygonF> stretches;
    double lowest = views::absent; // of what is visible
    double highest = views::absent;
};

Lines decimate(const ChartSamples &samples, const TimeScale &scale, Series series);

// Hits to requests in percent over stretches of some pixels: from one sample to the next it would be noise.
// Where nobody asked, the line is broken.
Lines hitRatio(const ChartSamples &samples, const TimeScale &scale);

struct LevelRun
{
    enum class Signal : quint8 { Known, Missing }; // Missing: kept through failed reads or a gap

    qint64 fromMs = 0;
    qint64 toMs = 0;
    pressure::Level level = pressure::Level::Normal;
    Signal signal = Signal::Known;

    friend bool operator==(const LevelRun &, const LevelRun &) = default;
};

// Runs of the applied level within the scale's time, ascending, without overlap.
std::vector<LevelRun> levelRuns(const ChartSamples &samples, const TimeScale &scale);

} // namespace manometer::gui
