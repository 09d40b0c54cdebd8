// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/ChartItem.h"

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>

namespace manometer::gui {

namespace {

constexpr double roundness = 3;
// Above this number of points, a line goes up and down in every pixel column: antialiasing would cost time
// without a visible effect.
constexpr double densePerPixel = 1.6;

} // namespace

void ChartItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    painter->setLayoutDirection(QGuiApplication::layoutDirection()); // of the words, see write()
    draw(painter);
}

// Time runs to the right in every language, so positions and alignments are not mirrored. Texts keep their
// own direction: "65 %" in a right-to-left sentence has its sign on the correct side.
void ChartItem::write(QPainter *painter, const QRectF &area, int alignment, const QString &text)
{
    // A number that is cut off would be another number. A pixel for what rounding takes.
    const QString fitting =
        alignment & Qt::TextWordWrap
            ? text
            : QFontMetricsF(painter->font()).elidedText(text, Qt::ElideRight, area.width() + 1);
    painter->drawText(area, alignment | Qt::AlignAbsolute, fitting);
}

void ChartItem::paintStretches(QPainter *painter, const Lines &lines, const ValueScale &scale) const
{
    QList<QLineF> pieces;
    double pixels = 0;
    for (const QPolygonF &stretch : lines.stretches) {
        const auto pixel = [&scale](const QPointF &point) { return QPointF(point.x(), scale.y(point.y())); };
        if (stretch.size() == 1)
            painter->drawPoint(pixel(stretch.front())); // a lone sample between two gaps
        for (qsizetype next = 1; next < stretch.size(); ++next)
            pieces.emplaceBack(pixel(stretch[next - 1]), pixel(stretch[next]));
        pixels += stretch.back().x() - stretch.front().x();
    }
    // One line at a time: a single path would resolve thousands of crossings at 15 times the cost
    // (tests/bench/bench_chart). Square caps replace the joins.
    painter->save();
    QPen pen = painter->pen();
    const bool dense = static_cast<double>(pieces.size()) > densePerPixel * pixels;
    const bool thick = pen.widthF() >= 2;
    pen.setCapStyle(Qt::SquareCap);
    if (dense)
        pen.setWidth(1);
    painter->setPen(pen);
    painter->setRenderHint(QPainter::Antialiasing, !dense);
    painter->drawLines(pieces);
    if (dense && thick) {
        painter->translate(0, 1);
        painter->drawLines(pieces);
    }
    painter->restore();
}

void ChartItem::paintBadge(QPainter *painter, const QRectF &box, const QColor &fill,
                           const QString &text) const
{
    painter->setPen(Qt::NoPen);
    painter->setBrush(fill);
    painter->drawRoundedRect(box, roundness, roundness);
    painter->setPen(readableOn(fill));
    write(painter, box, Qt::AlignCenter, text);
    painter->setBrush(Qt::NoBrush);
}

void ChartItem::paintName(QPainter *painter, const QRectF &lane, const QString &name) const
{
    painter->setPen(colors().faintText);
    write(painter, QRectF(0, lane.top(), lane.left() - padding, lane.height()),
          Qt::AlignRight | Qt::AlignVCenter, name);
}

QRectF ChartItem::beside(const QRectF &lane) const
{
    return {lane.right() + padding, lane.top(), frame().areas.right - lane.right() - padding, lane.height()};
}

void ChartItem::paintLane(QPainter *painter, const Lane &lane) const
{
    paintName(painter, lane.area, lane.name);
    painter->save();
    painter->setPen(QPen(colors().grid, 1)); // zero
    painter->drawLine(lane.area.bottomLeft(), lane.area.bottomRight());
    painter->setClipRect(lane.area.adjusted(0, -1, 0, 1)); // a line at zero is whole
    painter->setPen(QPen(lane.color, 1.3));
    paintStretches(painter, lane.lines, lane.scale);
    painter->restore();
    painter->setPen(lane.color);
    write(painter, beside(lane.area), Qt::AlignLeft | Qt::AlignVCenter, lane.legend);
}

} // namespace manometer::gui
