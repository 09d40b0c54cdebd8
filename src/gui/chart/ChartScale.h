// SPDX-License-Identifier: GPL-3.0-or-later
//
// From time and value to pixels and back, and which round numbers the axes show. Pure; no Qt Charts.
#pragma once

#include <QString>
#include <QTimeZone>
#include <QtGlobal>

#include <chrono>
#include <vector>

namespace manometer::gui {

// `endMs` lies at the right edge, `spanMs` earlier is the left edge.
struct TimeScale
{
    qint64 endMs = 0;
    qint64 spanMs = 1;
    double left = 0;
    double width = 1;

    double x(qint64 timeMs) const
    {
        return left + width * (1.0 - static_cast<double>(endMs - timeMs) / static_cast<double>(spanMs));
    }
    qint64 beginMs() const { return endMs - spanMs; }
};

struct ValueScale
{
    double minimum = 0;
    double maximum = 1;
    double top = 0;
    double height = 1;

    double y(double value) const { return top + height * (maximum - value) / (maximum - minimum); }
    double value(double y) const { return maximum - (y - top) / height * (maximum - minimum); }
};

struct NiceRange
{
    double minimum = 0;
    double maximum = 100;

    friend bool operator==(const NiceRange &, const NiceRange &) = default;
};

// As many intervals as the left axis has, so that both share the grid.
inline constexpr int valueIntervals = 5;

// The tightest range of five round steps (1, 2, 2.5 or 5 times a power of ten, at least 1) around both
// values.
NiceRange niceRange(double lowest, double highest);

// The present range while it still fits: it does not move with every megabyte.
NiceRange settledRange(const NiceRange &present, double lowest, double highest);

// Round times of the clock of a zone, ascending, about `most` at most, and how far apart they are. Where the
// clock is set back it shows some of them twice, and both are there; where it is set forward over midnight,
// the day begins at that moment.
struct TimeTicks
{
    std::vector<qint64> wallMs;
    qint64 stepMs = 0;
};
TimeTicks clockTicks(qint64 fromWallMs, qint64 toWallMs, int most, const QTimeZone &zone);

// The spans to choose from, ascending.
const std::vector<std::chrono::seconds> &chartSpans();

} // namespace manometer::gui
