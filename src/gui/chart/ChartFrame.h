// SPDX-License-Identifier: GPL-3.0-or-later
//
// One frame of the chart before it is painted: the areas, their contents in pixels or with the scale to
// compute them, and all texts. The items read it and know no model. A plain value.
#pragma once

#include "gui/chart/Composition.h"
#include "gui/chart/Decimation.h"
#include "gui/chart/EventMarks.h"
#include "gui/chart/Statistics.h"
#include "pressure/control/Thresholds.h"

#include <QRectF>
#include <QString>

#include <array>

namespace manometer::gui {

// What is shown only at times.
struct ChartRows
{
    enum class Overview : quint8 { Shown, Hidden };

    enum class DraftRibbon : quint8 { Shown, Hidden };

    Overview overview = Overview::Hidden;
    Composition composition = Composition::Hidden;
    // The draft's takes its room from the cache's lane, so that no plot moves.
    DraftRibbon draftRibbon = DraftRibbon::Hidden;
    // Room for what others show over the chart, in pixels: above the legend, or in its row, to its right.
    double aboveLegend = 0;
    double besideLegend = 0;

    friend bool operator==(const ChartRows &, const ChartRows &) = default;
};

// From the top: legend, marks, plot (to its right the handles and the histogram), ribbon, ribbon of the
// draft, cache, process, swap, stalls, times, overview. An area that does not fit is empty.
struct ChartAreas
{
    QRectF legend;
    QRectF marks; // of events
    QRectF plot;
    QRectF histogram;
    QRectF ribbon;
    QRectF draftRibbon; // where there is a draft
    QRectF cache;
    QRectF process; // this program's memory
    QRectF swap;
    QRectF stalls;
    QRectF times;
    QRectF overview;
    Composition composition = Composition::Hidden; // of memory, in the plot and in the two lanes
    double right = 0;                              // where the texts beside the lanes end

    // `area` is the whole chart, `plot` the area inside its axes.
    static ChartAreas around(const QRectF &plot, const QRectF &area, double lineHeight,
                             const ChartRows &rows);
    // The margins that the other areas need around the plot and its axes.
    static QMarginsF margins(const QSizeF &area, double lineHeight, const ChartRows &rows);
};

// What the draft would have done; DraftOutcome has it.
struct DraftLevels
{
    std::vector<LevelRun> runs; // ascending
    struct Stretch
    {
        qint64 fromMs = 0;
        qint64 toMs = 0;

        friend bool operator==(const Stretch &, const Stretch &) = default;
    };
    std::vector<Stretch> differences; // from the applied levels; ascending
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
    ValueScale swapPercent;
    ValueScale stallPercent;
    Lines system;
    Lines process;
    Lines cacheEntries;
    Lines cacheLimit;
    Lines hitRatio;
    std::vector<LayerStretch> memory;
    Lines swap;
    Lines stalls;
    DraftLevels draftLevels;
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
    std::vector<QString> memoryLegend{}; // of the layers, from the bottom, and of what is free
    QString swapLegend;
    QString stallLegend;
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
