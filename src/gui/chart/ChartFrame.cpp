// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/ChartFrame.h"

#include "gui/chart/ThresholdHandle.h"

namespace manometer::gui {

namespace {

constexpr double gap = 4;
constexpr double ribbonHeight = 16;
constexpr double cacheHeight = 46;
constexpr double overviewHeight = 34;
constexpr double histogramWidth = 64;
// Below these sizes the plot would be too small to read.
constexpr double leastHeightForCache = 300;
constexpr double leastHeightForOverview = 260;
constexpr double leastWidthForHistogram = 620;

} // namespace

QMarginsF ChartAreas::margins(const QSizeF &area, double lineHeight)
{
    double below = gap + ribbonHeight + gap + lineHeight + gap;
    if (area.height() >= leastHeightForCache)
        below += cacheHeight + gap;
    if (area.height() >= leastHeightForOverview)
        below += overviewHeight + gap;
    const double right = area.width() >= leastWidthForHistogram ? histogramWidth + 2 * gap : 2 * gap;
    return {ThresholdHandle::tagWidth + 4, lineHeight + 10, right, below};
}

ChartAreas ChartAreas::around(const QRectF &plot, const QRectF &area, double lineHeight)
{
    ChartAreas areas;
    areas.plot = plot;
    areas.legend =
        QRectF(plot.left(), plot.top() - lineHeight - 6, area.right() - gap - plot.left(), lineHeight);
    if (area.width() >= leastWidthForHistogram)
        areas.histogram =
            QRectF(area.right() - histogramWidth - gap, plot.top(), histogramWidth, plot.height());
    double y = area.bottom() - gap;
    const auto row = [&](double height) {
        y -= height + gap;
        return QRectF(plot.left(), y + gap, plot.width(), height);
    };
    if (area.height() >= leastHeightForOverview)
        areas.overview = row(overviewHeight);
    areas.times = row(lineHeight);
    if (area.height() >= leastHeightForCache)
        areas.cache = row(cacheHeight);
    areas.ribbon = row(ribbonHeight);
    return areas;
}

} // namespace manometer::gui
