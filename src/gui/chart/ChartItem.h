// SPDX-License-Identifier: GPL-3.0-or-later
//
// A part of the chart that paints from the frame and the palette. ChartPicture owns both; they outlive the
// item. GUI thread; paints only.
#pragma once

#include "gui/chart/ChartFrame.h"
#include "gui/look/ChartPalette.h"

#include <QFontMetricsF>
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
        // TimeChart handles the mouse.
        setAcceptedMouseButtons(Qt::NoButton);
    }

    // Call before and after the frame is replaced.
    void aboutToChange() { prepareGeometryChange(); }
    void changed() { update(); }

    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) final;

protected:
    virtual void draw(QPainter *painter) = 0;
    static constexpr double padding = 6; // around text

    const ChartFrame &frame() const { return m_frame; }
    const ChartPalette &colors() const { return m_colors; }

    void paintStretches(QPainter *painter, const Lines &lines, const ValueScale &scale) const;
    // Writes aligned text into an area, in the text direction of the window.
    static void write(QPainter *painter, const QRectF &area, int alignment, const QString &text);
    // A rounded box with text in a readable colour on its fill.
    void paintBadge(QPainter *painter, const QRectF &box, const QColor &fill, const QString &text) const;
    // The name of a lane, to its left, and where its values are, to its right.
    void paintName(QPainter *painter, const QRectF &lane, const QString &name) const;
    QRectF beside(const QRectF &lane) const;
    // One line in a lane of its own, from zero, with its name and its newest value.
    struct Lane
    {
        const QRectF &area;
        const QString &name;
        const Lines &lines;
        const ValueScale &scale;
        const QString &legend;
        const QColor &color;
    };
    void paintLane(QPainter *painter, const Lane &lane) const;

private:
    const ChartFrame &m_frame;
    const ChartPalette &m_colors;
};

// Bands, time grid, gaps, thresholds and lines, with the legend above.
class PlotItem final : public ChartItem
{
public:
    using ChartItem::ChartItem;
    int paintCount() const { return m_paintCount; }
    // Of the curve's part of the legend, with a distance to what follows.
    static double legendWidth(const QFont &font, const QString &text);
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

// What the machine's memory is used for: layers below the curve, and lanes for swap and stalls. Draws
// nothing unless the operator wants it.
class CompositionItem final : public ChartItem
{
public:
    using ChartItem::ChartItem;
    // Of all texts of the memory's legend.
    static double legendWidth(const QFont &font, const std::vector<QString> &texts);
    QRectF boundingRect() const override;
    void draw(QPainter *painter) override;

private:
    static double entryWidth(const QFontMetricsF &metrics, const QString &text); // of the legend
    void paintLayers(QPainter *painter) const;
    void paintLegend(QPainter *painter) const;
};

// The events in the visible time range, in a lane above the plot.
class MarksItem final : public ChartItem
{
public:
    using ChartItem::ChartItem;
    QRectF boundingRect() const override;
    void draw(QPainter *painter) override;
    // The rectangle of a mark.
    static QRectF boxOf(const EventMark &mark, const QRectF &lane);
};

// Below the plot, on the same time axis: the applied level, the cache, this program's memory, the time
// labels.
class LanesItem final : public ChartItem
{
public:
    using ChartItem::ChartItem;
    QRectF boundingRect() const override;
    void draw(QPainter *painter) override;

private:
    void paintRibbon(QPainter *painter, const QRectF &ribbon, const QString &name,
                     const std::vector<LevelRun> &levels) const;
    void paintDraftRibbon(QPainter *painter) const;
    void paintNewestLevel(QPainter *painter) const;
    void paintCache(QPainter *painter) const;
    void paintTimes(QPainter *painter) const;
};

// The distribution of memory use in the visible time range, on the plot's scale, with its percentiles.
class HistogramItem final : public ChartItem
{
public:
    using ChartItem::ChartItem;
    QRectF boundingRect() const override;
    void draw(QPainter *painter) override;

private:
    void paintBars(QPainter *painter, const QRectF &bars) const;
    void paintPercentiles(QPainter *painter, const QRectF &bars) const;
};

// The whole recording, with the visible time range as a window in it.
class OverviewItem final : public ChartItem
{
public:
    using ChartItem::ChartItem;
    QRectF boundingRect() const override;
    void draw(QPainter *painter) override;
    static QRectF windowOf(const ChartFrame &frame);
};

} // namespace manometer::gui
