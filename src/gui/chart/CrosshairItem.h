// SPDX-License-Identifier: GPL-3.0-or-later
//
// A vertical line at one time, with a panel that lists every series' value. It is separate from the frame,
// so following the mouse does not rebuild the chart. GUI thread; paints only.
#pragma once

#include "gui/chart/ChartItem.h"

#include <QStringList>

namespace manometer::gui {

struct Reading // the panel's rows: name and value
{
    QString time;
    std::vector<std::pair<QString, QString>> rows;

    QString spoken() const; // as one sentence, for screen readers
    bool isEmpty() const { return time.isEmpty(); }
};

// The values of the last sample before that time, if it is still valid; empty if there is none. `nowMs` is
// for the 'ago' text.
Reading readingAt(const ChartSamples &samples, qint64 atMs, qint64 nowMs,
                  Composition composition = Composition::Hidden, const pressure::Thresholds &thresholds = {});

// How many of the rows, the first ones, fit below the time into a panel of this height; at least one. Pixels.
std::size_t fittingRows(const Reading &reading, double height, double lineHeight);

// Where a panel beside the line at `x` hides least of the curve: right or left of the line, at the top or the
// bottom of the plot. Pixels.
QRectF placeBeside(const Lines &curve, const ValueScale &scale, const QRectF &plot, double x,
                   const QSizeF &size);

class CrosshairItem final : public ChartItem
{
public:
    using ChartItem::ChartItem;

    enum class Detail : quint8 { Panel, Line };

    void show(double x, Reading reading, Detail detail);
    void hideLine();
    const Reading &reading() const { return m_reading; }

    QRectF boundingRect() const override;
    void draw(QPainter *painter) override;

private:
    double m_x = 0;
    Reading m_reading;
    Detail m_detail = Detail::Panel;
};

// The time range that a mouse drag selects.
class BrushItem final : public ChartItem
{
public:
    using ChartItem::ChartItem;
    void mark(double fromX, double toX);
    QRectF boundingRect() const override;
    void draw(QPainter *painter) override;

private:
    double m_fromX = 0;
    double m_toX = 0;
};

} // namespace manometer::gui
