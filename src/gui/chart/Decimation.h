// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reduces samples to what can be drawn: at most two points per pixel column (its minimum and maximum, in
// time order), lines that end at gaps, and runs of one applied level. Pure functions.
#pragma once

#include "gui/chart/ChartScale.h"
#include "gui/samples/SampleModel.h"

#include <QPolygonF>

#include <vector>

namespace manometer::gui {

enum class Series : quint8 { SystemUsed, ProcessRss, CacheEntries, CacheLimit, Swap, Stalls };

// The samples to draw: those in the range, and the one before it, so that a line starts at the left edge.
ChartSamples::const_iterator firstToDraw(const ChartSamples &samples, const TimeScale &scale);

// One polyline per stretch without gaps: x in pixels, y in the series' unit.
struct Lines
{
    std::vector<QPolygonF> stretches;
    double lowest = views::absent; // of the visible time range
    double highest = views::absent;
};

Lines decimate(const ChartSamples &samples, const TimeScale &scale, Series series);

// Hit ratio in percent over intervals of some pixels; between two samples it would be noise. The line has a
// gap where there were no requests.
Lines hitRatio(const ChartSamples &samples, const TimeScale &scale);

struct LevelRun
{
    // Missing: the level was kept, or is unknown, while the memory figures could not be read.
    enum class Signal : quint8 { Known, Missing, NotRunning, Suspended };

    qint64 fromMs = 0;
    qint64 toMs = 0;
    pressure::Level level = pressure::Level::Normal;
    Signal signal = Signal::Known;

    friend bool operator==(const LevelRun &, const LevelRun &) = default;
};

// Runs of the applied level within the scale's time range, ascending, without overlap.
std::vector<LevelRun> levelRuns(const ChartSamples &samples, const TimeScale &scale);

} // namespace manometer::gui
