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

// From the top: legend, marks, plot (to its right the handles and the histogram), ribbon, cache, process,
// times, overview. An area that does not fit is empty.
struct ChartAreas
{
    enum class Overview : quint8 { Shown, Hidden };

    QRectF legend;
    QRectF marks; // of events
    QRectF plot;
    QRectF histogram;
    QRectF ribbon;
    QRectF cache;
    QRectF process; // this program's memory
    QRectF times;
    QRectF overview;
    double right = 0; // where the texts beside the lanes end

    // `area` is the whole chart, `plot` the area inside its axes.
    static ChartAreas around(const QRectF &plot, const QRectF &area, double lineHeight, Overview overview);
    // The margins that the other areas need around the plot and its axes.
    static QMarginsF margins(const QSizeF &area, double lineHeight, Overview overview);
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
    ValueScale mebibytes;  // in the process's area
    ValueScale entries;    // in the cache's area
    ValueScale hitPercent; // also in the cache's area
    Lines system;
    Lines process;
    Lines cacheEntries;
    Lines cacheLimit;
    Lines hitRatio;
    std::vector<LevelRun> levels; // those whose signal is not known are the gaps
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
    QString statistics; // of the visible time range
    QString cacheLegend;
    QString hitLegend;
    QString processLegend;
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
