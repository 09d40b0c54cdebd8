// SPDX-License-Identifier: GPL-3.0-or-later
//
// One picture of the chart, finished but for the drawing: where the rooms are, what lies in them in pixels or
// with the scale to get there, and every text. The items read it and know no model. A plain value.
#pragma once

#include "gui/chart/Decimation.h"
#include "gui/chart/EventMarks.h"
#include "gui/chart/Statistics.h"
#include "pressure/control/Thresholds.h"

#include <QRectF>
#include <QString>

#include <array>

namespace manometer::gui {

// From the top: legend, plot (histogram to its right), ribbon, cache, times, overview. A room for which the
// chart is too small is empty.
struct ChartRooms
{
    QRectF legend;
    QRectF plot;
    QRectF histogram;
    QRectF ribbon;
    QRectF cache;
    QRectF times;
    QRectF overview;

    // `area` is the whole chart, `plot` what its axes have left.
    static ChartRooms around(const QRectF &plot, const QRectF &area, double lineHeight);
    // What must be left beside the plot and its axes for the others.
    static QMarginsF margins(const QSizeF &area, double lineHeight);
};

struct TimeMark // a tick of the time axis
{
    qint64 atMs = 0;
    QString label;
};

struct ChartFrame
{
    ChartRooms rooms;
    TimeScale time;
    ValueScale percent;
    ValueScale mebibytes;
    ValueScale entries;    // in the cache's room
    ValueScale hitPercent; // there, too
    Lines system;
    Lines process;
    Lines cacheEntries;
    Lines cacheLimit;
    Lines hitRatio;
    std::vector<LevelRun> levels; // the Missing ones are the gaps
    std::vector<TimeMark> ticks;
    QString day; // of the left edge, where that is not today
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
    QString statistics; // of what is visible
    QString cacheLegend;
    QString hitLegend;
    // What is known of a value that is not applied; empty for one that is. By level.
    std::array<QString, pressure::allLevels.size()> draftNotes;
    const QString &draftNoteOf(pressure::Level level) const
    {
        return draftNotes[static_cast<std::size_t>(level)];
    }
    QString mark;      // 'STALE …', 'PAUSED …'; empty for none
    QString emptyHint; // in the middle, where there is nothing to draw
};

} // namespace manometer::gui
