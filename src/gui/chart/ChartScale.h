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

// The percent axis has this many intervals.
inline constexpr int valueIntervals = 5;

// The least round value (1, 1.5, 2, 3, 4, 5, 6 or 8 times a power of ten) above `highest`, at least 1, for a
// scale from zero.
double niceMaximum(double highest);

// Keeps the present maximum while the value fits below it and uses at least 40 % of it, so that the scale
// does not move with every megabyte.
double settledMaximum(double present, double highest);

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
