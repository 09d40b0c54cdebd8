// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/ChartFrame.h"

#include "gui/chart/ThresholdHandle.h"

namespace manometer::gui {

namespace {

constexpr double gap = 4;
constexpr double marksHeight = 16;
constexpr double ribbonHeight = 16;
constexpr double marksGap = 6; // above the label of 100 %
constexpr double draftRibbonHeight = 12;
constexpr double ribbonGap = 2;
constexpr double cacheHeight = 46; // of which the draft's ribbon takes its part
constexpr double processHeight = 24;
constexpr double pressureHeight = 24; // of the swap's lane and of that of the stalls
constexpr double overviewHeight = 28;
constexpr double histogramWidth = 146; // half for the bars, half for the percentiles
constexpr double namesWidth = 28;      // what the names of the lanes need in addition to the axis labels
// Below these sizes the plot would be too small to read.
constexpr double leastHeightForRibbon = 125; // without the room above the legend
constexpr double leastHeightForOverview = 260;
constexpr double leastHeightForCache = 300;
constexpr double leastHeightForProcess = 310;
constexpr double leastHeightForAllLanes = 380;
constexpr double leastWidthForHistogram = 620;

struct Lanes
{
    bool cache = false;
    bool process = false;
    bool pressure = false; // swap and stalls
};

// What the operator asked for comes first: in a low chart swap and stalls take the place of this program's
// lanes.
Lanes lanesIn(double height, const ChartRows &rows)
{
    if (height < leastHeightForCache)
        return {};
    if (rows.composition == Composition::Hidden)
        return {.cache = true, .process = height >= leastHeightForProcess};
    const bool all = height >= leastHeightForAllLanes;
    return {.cache = all, .process = all, .pressure = true};
}

// The header states the level, too.
bool hasRibbon(double height, const ChartRows &rows)
{
    return height - rows.aboveLegend >= leastHeightForRibbon;
}

} // namespace

QMarginsF ChartAreas::margins(const QSizeF &area, double lineHeight, const ChartRows &rows)
{
    const Lanes lanes = lanesIn(area.height(), rows);
    double below = gap + lineHeight + gap;
    if (hasRibbon(area.height(), rows))
        below += ribbonHeight + gap;
    if (lanes.cache)
        below += cacheHeight + gap;
    if (lanes.process)
        below += processHeight + gap;
    if (lanes.pressure)
        below += 2 * (pressureHeight + gap);
    if (area.height() >= leastHeightForOverview && rows.overview == ChartRows::Overview::Shown)
        below += overviewHeight + gap;
    const double handles = ThresholdHandle::leaderWidth + ThresholdHandle::tagWidth + gap;
    const double right = area.width() >= leastWidthForHistogram ? handles + histogramWidth + gap : handles;
    // Qt Charts adds half the height of the uppermost axis label.
    return {namesWidth, rows.aboveLegend + gap + lineHeight / 2 + gap + marksHeight + marksGap, right, below};
}

ChartAreas ChartAreas::around(const QRectF &plot, const QRectF &area, double lineHeight,
                              const ChartRows &rows)
{
    ChartAreas areas;
    areas.plot = plot;
    areas.composition = rows.composition;
    areas.right = area.right() - gap;
    areas.marks = QRectF(plot.left(), plot.top() - marksGap - marksHeight, plot.width(), marksHeight);
    areas.legend = QRectF(plot.left(), areas.marks.top() - gap - lineHeight,
                          areas.right - plot.left() - rows.besideLegend, lineHeight);
    if (area.width() >= leastWidthForHistogram)
        areas.histogram = QRectF(areas.right - histogramWidth, plot.top(), histogramWidth, plot.height());
    double y = area.bottom() - gap;
    const auto row = [&](double height) {
        y -= height + gap;
        return QRectF(plot.left(), y + gap, plot.width(), height);
    };
    if (area.height() >= leastHeightForOverview && rows.overview == ChartRows::Overview::Shown)
        areas.overview = row(overviewHeight);
    areas.times = row(lineHeight);
    const Lanes lanes = lanesIn(area.height(), rows);
    if (lanes.pressure) {
        areas.stalls = row(pressureHeight);
        areas.swap = row(pressureHeight);
    }
    if (lanes.process)
        areas.process = row(processHeight);
    if (lanes.cache)
        areas.cache = row(cacheHeight);
    if (!hasRibbon(area.height(), rows))
        return areas;
    areas.ribbon = row(ribbonHeight);
    if (rows.draftRibbon == ChartRows::DraftRibbon::Hidden)
        return areas;
    areas.draftRibbon = areas.ribbon;
    if (lanes.cache) {
        areas.draftRibbon.setHeight(draftRibbonHeight);
        areas.draftRibbon.moveTop(areas.ribbon.bottom() + ribbonGap);
        areas.cache.setTop(areas.draftRibbon.bottom() + gap);
    } else {
        const double half = (ribbonHeight - ribbonGap) / 2;
        areas.ribbon.setHeight(half);
        areas.draftRibbon.setTop(areas.draftRibbon.bottom() - half);
    }
    return areas;
}

} // namespace manometer::gui
