// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/ChartItem.h"

#include <QPainter>

namespace manometer::gui {

namespace {

constexpr double roundness = 3;

} // namespace

void ChartItem::paintStretches(QPainter *painter, const Lines &lines, const ValueScale &scale) const
{
    for (const QPolygonF &stretch : lines.stretches) {
        QPolygonF pixels;
        pixels.reserve(stretch.size());
        for (const QPointF &point : stretch)
            pixels << QPointF(point.x(), scale.y(point.y()));
        if (pixels.size() == 1)
            painter->drawPoint(pixels.front()); // a lone sample between two gaps
        else
            painter->drawPolyline(pixels);
    }
}

void ChartItem::paintBadge(QPainter *painter, const QRectF &box, const QColor &fill,
                           const QString &text) const
{
    painter->setPen(Qt::NoPen);
    painter->setBrush(fill);
    painter->drawRoundedRect(box, roundness, roundness);
    painter->setPen(readableOn(fill));
    painter->drawText(box, Qt::AlignCenter, text);
    painter->setBrush(Qt::NoBrush);
}

} // namespace manometer::gui
