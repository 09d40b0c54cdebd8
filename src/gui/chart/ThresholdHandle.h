// SPDX-License-Identifier: GPL-3.0-or-later
//
// The tag beside the left axis that shows where a level begins in the draft, and that a mouse can drag. It
// reports what was done with it and is placed from outside. GUI thread.
#pragma once

#include "gui/look/ChartPalette.h"

#include <QGraphicsObject>

namespace manometer::gui {

class ThresholdHandle final : public QGraphicsObject
{
    Q_OBJECT
public:
    // What a finger or an unsteady mouse hits without aiming (WCAG 2.2, 'target size').
    static constexpr double leastHitHeight = 24;
    static constexpr double tagWidth = 62;

    enum class Selection : quint8 { None, Keyboard };
    enum class Snap : quint8 { ToPercentiles, Free };

    ThresholdHandle(pressure::Level level, QGraphicsItem *parent);

    pressure::Level level() const { return m_level; }
    // The tag's point, and where the value itself lies: tags make room for each other.
    void place(const QPointF &tag, double valueY);
    void setLabel(const QString &label);
    void setColors(const ChartPalette &colors);
    void setSelection(Selection selection);

    QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

signals:
    void dragStarted(manometer::pressure::Level level);
    void draggedTo(double parentY, manometer::gui::ThresholdHandle::Snap snap); // where the value would lie
    void dragEnded();

protected:
    void mousePressEvent(QGraphicsSceneMouseEvent *event) override;
    void mouseMoveEvent(QGraphicsSceneMouseEvent *event) override;
    void mouseReleaseEvent(QGraphicsSceneMouseEvent *event) override;
    void hoverEnterEvent(QGraphicsSceneHoverEvent *event) override;
    void hoverLeaveEvent(QGraphicsSceneHoverEvent *event) override;

private:
    pressure::Level m_level;
    QString m_label;
    ChartPalette m_colors;
    Selection m_selection = Selection::None;
    double m_valueY = 0;     // in the parent
    double m_grabOffset = 0; // from the value to where the tag was grabbed
    bool m_hovered = false;
};

} // namespace manometer::gui
