// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/ChartItem.h"

#include <QLocale>
#include <QPainter>

#include <array>

namespace manometer::gui {

namespace {

constexpr double height = 14;

// One shape per kind, because colour alone is not accessible to colour-blind operators.
QPolygonF shapeOf(ChartEvent::Kind kind, const QPointF &middle)
{
    constexpr double r = 5;
    switch (kind) {
    case ChartEvent::Kind::Level: // upright triangle
        return {{middle + QPointF(0, -r), middle + QPointF(r, r - 1), middle + QPointF(-r, r - 1)}};
    case ChartEvent::Kind::Limit: // hanging triangle
        return {{middle + QPointF(-r, -r + 1), middle + QPointF(r, -r + 1), middle + QPointF(0, r)}};
    case ChartEvent::Kind::Thresholds: // diamond
        return {{middle + QPointF(0, -r), middle + QPointF(r, 0), middle + QPointF(0, r),
                 middle + QPointF(-r, 0)}};
    case ChartEvent::Kind::Signal: // cross
        return {{middle + QPointF(-r, -2), middle + QPointF(-2, -2), middle + QPointF(-2, -r),
                 middle + QPointF(2, -r), middle + QPointF(2, -2), middle + QPointF(r, -2),
                 middle + QPointF(r, 2), middle + QPointF(2, 2), middle + QPointF(2, r),
                 middle + QPointF(-2, r), middle + QPointF(-2, 2), middle + QPointF(-r, 2)}};
    case ChartEvent::Kind::Rehearsal: // square
        return {{middle + QPointF(-r + 1, -r + 1), middle + QPointF(r - 1, -r + 1),
                 middle + QPointF(r - 1, r - 1), middle + QPointF(-r + 1, r - 1)}};
    case ChartEvent::Kind::Note: // flag
    case ChartEvent::Kind::Incident:
        break;
    }
    return {{middle + QPointF(-r, -r - 1), middle + QPointF(r, -2), middle + QPointF(-r + 2, 1.5),
             middle + QPointF(-r + 2, r + 1), middle + QPointF(-r, r + 1)}};
}

} // namespace

QRectF MarksItem::boxOf(const EventMark &mark, const QRectF &lane)
{
    return {mark.x - EventMark::width / 2, lane.top() + 1, EventMark::width, height};
}

QRectF MarksItem::boundingRect() const
{
    return frame()
        .areas.plot.united(frame().areas.marks)
        .adjusted(-EventMark::width / 2, 0, EventMark::countWidth, 0);
}

void MarksItem::draw(QPainter *painter)
{
    const QRectF &plot = frame().areas.plot;
    for (const EventMark &mark : frame().marks) {
        using Kind = ChartEvent::Kind;
        const bool ofLevel = mark.event.kind == Kind::Level || mark.event.kind == Kind::Limit;
        const bool ofPerson = mark.event.kind == Kind::Note || mark.event.kind == Kind::Thresholds ||
                              mark.event.kind == Kind::Rehearsal;
        const QColor color = ofLevel    ? colors().levelOf(mark.event.level)
                             : ofPerson ? colors().system
                                        : colors().levelOf(pressure::Level::Critical);
        const QRectF box = boxOf(mark, frame().areas.marks);
        painter->setRenderHint(QPainter::Antialiasing, false);
        painter->setPen(QPen(color, 1, mark.selected ? Qt::SolidLine : Qt::DotLine));
        painter->drawLine(QPointF(mark.x, box.bottom()), QPointF(mark.x, plot.bottom()));
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(mark.selected ? colors().text : colors().plot, mark.selected ? 2 : 1));
        painter->setBrush(color);
        painter->drawPolygon(shapeOf(mark.event.kind, box.center()));
        painter->setBrush(Qt::NoBrush);
        if (mark.positions.size() > 1) {
            painter->setPen(colors().text);
            const QString count = QLocale().toString(static_cast<int>(mark.positions.size()));
            write(painter, QRectF(box.right() - 2, box.top(), EventMark::countWidth, height),
                  Qt::AlignLeft | Qt::AlignVCenter, count);
        }
    }
}

} // namespace manometer::gui
