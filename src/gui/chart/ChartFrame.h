// SPDX-License-Identifier: GPL-3.0-or-later
//
// One frame of the chart before it is painted: the areas, their contents in pixels or with the scale to
// compute them, and all texts. The items read it and know no model. A plain value.
#pragma once

#include "gui/chart/Decimation.h"
#include "gui/chart/EventMarks.h"
#include "gui/chart/Statistics.h"
#include "pressure/control/Thresholds.h"

#include <QRectF>
#include <QString>

#include <array>

namespace manometer::gui {

// From the top: legend, plot (histogram to its right), ribbon, cache, times, overview. An area that does not
// fit is empty.
struct ChartAreas
{
    QRectF legend;
    QRectF plot;
    QRectF histogram;
    QRectF ribbon;
    QRectF cache;
    QRectF times;
    QRectF overview;

    // `area` is the whole chart, `plot` the area inside its axes.
    static ChartAreas around(const QRectF &plot, const QRectF &area, double lineHeight);
    // The margins that the other areas need around the plot and its axes.
    static QMarginsF margins(const QSizeF &area, double lineHeight);
};

struct TimeMark // a tick of the time axis
{
    qint64 atMs = 0;
    QString label;
};

struct ChartFrame
{
    ChartAreas areas;
    TimeScale time;
    ValueScale percent;
    ValueScale mebibytes;
    ValueScale entries;    // in the cache's area
    ValueScale hitPercent; // also in the cache's area
    Lines system;
    Lines process;
    Lines cacheEntries;
    Lines cacheLimit;
    Lines hitRatio;
    std::vector<LevelRun> levels; // the Missing ones are the gaps
    std::vector<TimeMark> ticks;
    QString day; // of the left edge; empty for today
    TimeScale overviewTime;
    ValueScale overviewPercent;
    Lines overview;
    std::vector<LevelRun> overviewLevels;
    Distribution distribution;
    std::vector<EventMark> marks;
    pressure::Thresholds applied;
    pressure::Thresholds draft;
    QString systemLegend;
    QString processLegend;
    QString statistics; // of the visible time range
    QString cacheLegend;
    QString hitLegend;
    // A note on each drafted threshold; empty if it is applied. By level.
    std::array<QString, pressure::allLevels.size()> draftNotes;
    const QString &draftNoteOf(pressure::Level level) const
    {
        return draftNotes[static_cast<std::size_t>(level)];
    }
    QString mark;      // 'STALE …', 'PAUSED …' or empty
    QString emptyHint; // centred, if there is nothing to draw
};

} // namespace manometer::gui
