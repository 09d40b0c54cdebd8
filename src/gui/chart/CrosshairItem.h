// SPDX-License-Identifier: GPL-3.0-or-later
//
// A line at one time through plot and lanes, and a panel beside it with every series' value there. It does
// not touch the rest of the picture: following a mouse costs no new frame. GUI thread; paints only.
#pragma once

#include "gui/chart/ChartItem.h"

#include <QStringList>

namespace manometer::gui {

struct Reading // what the panel says: rows of a name and a value
{
    QString time;
    std::vector<std::pair<QString, QString>> rows;

    QString spoken() const; // in one sentence, for screen readers
    bool isEmpty() const { return time.isEmpty(); }
};

// Of the sample that counts at that time: the last one before it, if it still stands. Empty where nothing is
// known. `nowMs` tells how long ago.
Reading readingAt(const ChartSamples &samples, qint64 atMs, qint64 nowMs);

class CrosshairItem final : public ChartItem
{
public:
    using ChartItem::ChartItem;

    void show(double x, Reading reading);
    void hideLine();
    const Reading &reading() const { return m_reading; }

    QRectF boundingRect() const override;
    void draw(QPainter *painter) override;

private:
    double m_x = 0;
    Reading m_reading;
};

// The stretch of time that a mouse is marking.
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
