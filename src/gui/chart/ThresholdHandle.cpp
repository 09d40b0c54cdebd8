// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/ThresholdHandle.h"

#include <QCursor>
#include <QGraphicsSceneMouseEvent>
#include <QPainter>

#include <algorithm>

namespace manometer::gui {

namespace {

constexpr double tagHeight = 20; // drawn height; the hit area is higher
constexpr double pointLength = 8;
constexpr double ringWidth = 2;

} // namespace

ThresholdHandle::ThresholdHandle(pressure::Level level, QGraphicsItem *parent)
    : QGraphicsObject(parent)
    , m_level(level)
{
    setAcceptedMouseButtons(Qt::LeftButton);
    setAcceptHoverEvents(true);
    setCursor(Qt::SizeVerCursor);
}

void ThresholdHandle::place(const QPointF &tag, double valueY)
{
    prepareGeometryChange();
    setPos(tag);
    m_valueY = valueY;
}

void ThresholdHandle::setLabel(const QString &label)
{
    m_label = label;
    update();
}

void ThresholdHandle::setColors(const ChartPalette &colors)
{
    m_colors = colors;
    update();
}

void ThresholdHandle::setSelection(Selection selection)
{
    m_selection = selection;
    update();
}

QRectF ThresholdHandle::boundingRect() const
{
    const double value = m_valueY - pos().y();
    return QRectF(0, -leastHitHeight / 2, tagWidth, leastHitHeight)
        .united(QRectF(-leaderWidth, value - 1, leaderWidth, 2))
        .adjusted(-1, -1, 1, 1);
}

QPainterPath ThresholdHandle::shape() const
{
    QPainterPath tag;
    tag.addRect(0, -leastHitHeight / 2, tagWidth, leastHitHeight);
    return tag;
}

void ThresholdHandle::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    painter->setLayoutDirection(Qt::LeftToRight);
    const double half = tagHeight / 2;
    // A tag that was moved still points at its value, and a line leads there.
    const double value = m_valueY - pos().y();
    const double point = std::clamp(value, -half, half);
    const QPolygonF tag{QPointF(tagWidth - 2, -half), QPointF(pointLength, -half), QPointF(1, point),
                        QPointF(pointLength, half), QPointF(tagWidth - 2, half)};
    const QColor fill = m_colors.levelOf(m_level);
    const bool marked = m_hovered || m_selection == Selection::Keyboard;
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(fill, 1));
    painter->drawLine(QPointF(-leaderWidth, value), QPointF(1, point));
    painter->setBrush(fill);
    painter->setPen(marked ? QPen(m_colors.text, ringWidth) : QPen(fill, 1));
    painter->drawPolygon(tag);
    painter->setPen(readableOn(fill));
    painter->drawText(QRectF(pointLength - 2, -half, tagWidth - pointLength, tagHeight), Qt::AlignCenter,
                      m_label);
}

void ThresholdHandle::mousePressEvent(QGraphicsSceneMouseEvent *event)
{
    m_grabOffset = parentItem()->mapFromScene(event->scenePos()).y() - m_valueY;
    emit dragStarted(m_level);
    event->accept();
}

void ThresholdHandle::mouseMoveEvent(QGraphicsSceneMouseEvent *event)
{
    // Not event->pos(), which is relative to the tag's position before the last move.
    const bool free = event->modifiers().testFlag(Qt::AltModifier);
    emit draggedTo(parentItem()->mapFromScene(event->scenePos()).y() - m_grabOffset,
                   free ? Snap::Free : Snap::ToPercentiles);
}

void ThresholdHandle::mouseReleaseEvent(QGraphicsSceneMouseEvent *event)
{
    Q_UNUSED(event)
    emit dragEnded();
}

void ThresholdHandle::hoverEnterEvent(QGraphicsSceneHoverEvent *event)
{
    m_hovered = true;
    update();
    QGraphicsObject::hoverEnterEvent(event);
}

void ThresholdHandle::hoverLeaveEvent(QGraphicsSceneHoverEvent *event)
{
    m_hovered = false;
    update();
    QGraphicsObject::hoverLeaveEvent(event);
}

} // namespace manometer::gui
