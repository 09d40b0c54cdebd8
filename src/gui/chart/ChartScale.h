// SPDX-License-Identifier: GPL-3.0-or-later
//
// Converts time and values to pixels and back, and picks the round numbers of the axes. Pure functions; no
// Qt Charts.
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

// Both value axes have this many intervals, so that they share one grid.
inline constexpr int valueIntervals = 5;

// The tightest range of five round steps (1, 2, 2.5 or 5 times a power of ten, at least 1) around both
// values.
NiceRange niceRange(double lowest, double highest);

// Keeps the present range while it fits, so that the axis does not move with every megabyte.
NiceRange settledRange(const NiceRange &present, double lowest, double highest);

// Round clock times in a time zone, ascending, about `most` of them at most, and their distance. If the
// clock is set back, times that occur twice are listed twice. If it is set forward over midnight, the day
// begins at that moment.
struct TimeTicks
{
    std::vector<qint64> wallMs;
    qint64 stepMs = 0;
};
TimeTicks clockTicks(qint64 fromWallMs, qint64 toWallMs, int most, const QTimeZone &zone);

// The selectable spans, ascending.
const std::vector<std::chrono::seconds> &chartSpans();

} // namespace manometer::gui
