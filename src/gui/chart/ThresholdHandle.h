// SPDX-License-Identifier: GPL-3.0-or-later
//
// The draggable tag to the right of the plot that shows where a level begins in the draft. It emits signals
// while it is dragged; HandleColumn places it. GUI thread.
#pragma once

#include "gui/look/ChartPalette.h"

#include <QGraphicsObject>

namespace manometer::gui {

class ThresholdHandle final : public QGraphicsObject
{
    Q_OBJECT
public:
    // Minimum target size. Source: WCAG 2.2, 'target size'.
    static constexpr double leastHitHeight = 24;
    static constexpr double tagWidth = 62;
    // Between the end of the value's line and the tag, which may stand higher or lower.
    static constexpr double leaderWidth = 10;

    enum class Selection : quint8 { None, Keyboard };
    enum class Snap : quint8 { ToPercentiles, Free };

    ThresholdHandle(pressure::Level level, QGraphicsItem *parent);

    pressure::Level level() const { return m_level; }
    // The position of the tag's tip and of the value itself, which differ where tags are spread apart.
    void place(const QPointF &tag, double valueY);
    void setLabel(const QString &label);
    void setColors(const ChartPalette &colors);
    void setSelection(Selection selection);

    QRectF boundingRect() const override;
    QPainterPath shape() const override; // the tag, without the line to its value
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

signals:
    void dragStarted(manometer::pressure::Level level);
    void draggedTo(double parentY, manometer::gui::ThresholdHandle::Snap snap); // y of the new value
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
    double m_grabOffset = 0; // from the value to the grabbed point
    bool m_hovered = false;
};

} // namespace manometer::gui
