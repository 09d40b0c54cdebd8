// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/ChartItem.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace manometer::gui {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(OverviewItem)
};

constexpr double leastWindow = 4; // pixels; a narrower window cannot be grabbed
constexpr double levelHeight = 3;

} // namespace

QRectF OverviewItem::windowOf(const ChartFrame &frame)
{
    const QRectF &area = frame.areas.overview;
    const double left = std::clamp(frame.overviewTime.x(frame.time.beginMs()), area.left(), area.right());
    const double right = std::clamp(frame.overviewTime.x(frame.time.endMs), area.left(), area.right());
    const double width = std::max(right - left, leastWindow);
    return {std::min(left, area.right() - width), area.top(), width, area.height()};
}

QRectF OverviewItem::boundingRect() const
{
    const QRectF &area = frame().areas.overview;
    return {0, area.top() - 1, area.right() + 2, area.height() + 2};
}

void OverviewItem::draw(QPainter *painter)
{
    const QRectF &area = frame().areas.overview;
    if (area.isEmpty())
        return;
    painter->setPen(colors().faintText);
    write(painter, QRectF(0, area.top(), area.left() - padding, area.height()),
          Qt::AlignRight | Qt::AlignVCenter, Tr::tr("All"));
    painter->fillRect(area, colors().plot);
    painter->save();
    painter->setClipRect(area);
    for (const LevelRun &run : frame().overviewLevels) {
        if (run.level == pressure::Level::Normal || run.signal != LevelRun::Signal::Known)
            continue;
        const double left = frame().overviewTime.x(run.fromMs);
        const double right = std::max(frame().overviewTime.x(run.toMs), left + 1);
        painter->fillRect(QRectF(left, area.bottom() - levelHeight, right - left, levelHeight),
                          colors().levelOf(run.level));
    }
    painter->setPen(QPen(colors().system, 1));
    paintStretches(painter, frame().overview, frame().overviewPercent);
    painter->restore();
    if (frame().overview.stretches.empty())
        return; // nothing to show
    const QRectF window = windowOf(frame());
    QColor shade = colors().background;
    shade.setAlphaF(0.6F);
    painter->fillRect(QRectF(area.topLeft(), QPointF(window.left(), area.bottom())), shade);
    painter->fillRect(QRectF(QPointF(window.right(), area.top()), area.bottomRight()), shade);
    painter->setPen(QPen(colors().text, 1));
    painter->drawRect(window.adjusted(0, 0, -1, -1));
}

} // namespace manometer::gui
