// SPDX-License-Identifier: GPL-3.0-or-later
//
// A part of the picture that draws from the frame and the palette, which ChartPicture owns and outlive it.
// GUI thread; paints only.
#pragma once

#include "gui/chart/ChartFrame.h"
#include "gui/look/ChartPalette.h"

#include <QGraphicsItem>

namespace manometer::gui {

class ChartItem : public QGraphicsItem
{
public:
    ChartItem(const ChartFrame &frame, const ChartPalette &colors, QGraphicsItem *parent)
        : QGraphicsItem(parent)
        , m_frame(frame)
        , m_colors(colors)
    {
        // The chart itself knows what a press means.
        setAcceptedMouseButtons(Qt::NoButton);
    }

    // Before the frame is exchanged, and after it.
    void aboutToChange() { prepareGeometryChange(); }
    void changed() { update(); }

    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) final;

protected:
    virtual void draw(QPainter *painter) = 0;
    static constexpr double padding = 6; // between text and what is beside it

    const ChartFrame &frame() const { return m_frame; }
    const ChartPalette &colors() const { return m_colors; }

    void paintStretches(QPainter *painter, const Lines &lines, const ValueScale &scale) const;
    // Text within a room, where the alignment says, and in the direction of the window's words.
    static void write(QPainter *painter, const QRectF &room, int alignment, const QString &text);
    // A rounded box with text that reads on its fill.
    void paintBadge(QPainter *painter, const QRectF &box, const QColor &fill, const QString &text) const;

private:
    const ChartFrame &m_frame;
    const ChartPalette &m_colors;
};

// Bands, grid in time, gaps, thresholds and lines, with the legend above.
class PlotItem final : public ChartItem
{
public:
    using ChartItem::ChartItem;
    int paintCount() const { return m_paintCount; }
    QRectF boundingRect() const override;
    void draw(QPainter *painter) override;

private:
    void paintGaps(QPainter *painter) const;
    void paintBands(QPainter *painter) const;
    void paintThresholds(QPainter *painter) const;
    void paintDraftNotes(QPainter *painter) const;
    void paintLines(QPainter *painter) const;
    void paintLegend(QPainter *painter) const;
    void paintBadges(QPainter *painter) const;

    int m_paintCount = 0;
};

// The events of the visible time, along the top of the plot.
class MarksItem final : public ChartItem
{
public:
    using ChartItem::ChartItem;
    QRectF boundingRect() const override;
    void draw(QPainter *painter) override;
    // Where a mark is drawn.
    static QRectF boxOf(const EventMark &mark, const QRectF &plot);
};

// Beneath the plot, on the same time: the applied level, the cache, the labels of the time axis.
class LanesItem final : public ChartItem
{
public:
    using ChartItem::ChartItem;
    QRectF boundingRect() const override;
    void draw(QPainter *painter) override;

private:
    void paintRibbon(QPainter *painter) const;
    void paintCache(QPainter *painter) const;
    void paintTimes(QPainter *painter) const;
    void paintName(QPainter *painter, const QRectF &room, const QString &name) const;
};

// How the use was distributed over the visible time, on the plot's own scale.
class HistogramItem final : public ChartItem
{
public:
    using ChartItem::ChartItem;
    QRectF boundingRect() const override;
    void draw(QPainter *painter) override;
};

// All that there is, with the visible time as a window in it.
class OverviewItem final : public ChartItem
{
public:
    using ChartItem::ChartItem;
    QRectF boundingRect() const override;
    void draw(QPainter *painter) override;
    static QRectF windowOf(const ChartFrame &frame);
};

} // namespace manometer::gui
