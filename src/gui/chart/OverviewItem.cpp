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
    const QRectF &room = frame.rooms.overview;
    const double left = std::clamp(frame.overviewTime.x(frame.time.beginMs()), room.left(), room.right());
    const double right = std::clamp(frame.overviewTime.x(frame.time.endMs), room.left(), room.right());
    const double width = std::max(right - left, leastWindow);
    return {std::min(left, room.right() - width), room.top(), width, room.height()};
}

QRectF OverviewItem::boundingRect() const
{
    const QRectF &room = frame().rooms.overview;
    return {0, room.top() - 1, room.right() + 2, room.height() + 2};
}

void OverviewItem::draw(QPainter *painter)
{
    const QRectF &room = frame().rooms.overview;
    if (room.isEmpty())
        return;
    painter->setPen(colors().faintText);
    write(painter, QRectF(0, room.top(), room.left() - padding, room.height()),
          Qt::AlignRight | Qt::AlignVCenter, Tr::tr("All"));
    painter->fillRect(room, colors().plot);
    painter->save();
    painter->setClipRect(room);
    for (const LevelRun &run : frame().overviewLevels) {
        if (run.level == pressure::Level::Normal || run.signal == LevelRun::Signal::Missing)
            continue;
        const double left = frame().overviewTime.x(run.fromMs);
        const double right = std::max(frame().overviewTime.x(run.toMs), left + 1);
        painter->fillRect(QRectF(left, room.bottom() - levelHeight, right - left, levelHeight),
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
    painter->fillRect(QRectF(room.topLeft(), QPointF(window.left(), room.bottom())), shade);
    painter->fillRect(QRectF(QPointF(window.right(), room.top()), room.bottomRight()), shade);
    painter->setPen(QPen(colors().text, 1));
    painter->drawRect(window.adjusted(0, 0, -1, -1));
}

} // namespace manometer::gui
