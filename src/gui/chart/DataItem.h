// SPDX-License-Identifier: GPL-3.0-or-later
//
// Draws everything between a chart's axes: bands, threshold lines, data, the ribbon of the applied level and
// the marks on top. It is handed a finished picture and knows no model. GUI thread; paints only.
#pragma once

#include "gui/chart/Decimation.h"
#include "gui/look/ChartPalette.h"
#include "pressure/control/Thresholds.h"

#include <QGraphicsItem>
#include <QStringList>

namespace manometer::gui {

struct ChartFrame
{
    QRectF plot;
    QRectF ribbon;
    TimeScale time;
    ValueScale percent;
    ValueScale mebibytes;
    Lines system;
    Lines process;
    std::vector<LevelRun> levels;
    pressure::Thresholds applied;
    pressure::Thresholds draft;
    QString systemLegend;
    QString processLegend;
    QString mark;      // 'STALE …', 'PAUSED …'; empty for none
    QString emptyHint; // in the middle, where there is nothing to draw
};

class DataItem final : public QGraphicsItem
{
public:
    explicit DataItem(QGraphicsItem *parent);

    void setFrame(ChartFrame frame);
    void setColors(const ChartPalette &colors);
    const ChartFrame &frame() const { return m_frame; }
    int paintCount() const { return m_paintCount; }

    QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    void paintBands(QPainter *painter) const;
    void paintThresholds(QPainter *painter) const;
    void paintLines(QPainter *painter) const;
    void paintRibbon(QPainter *painter) const;
    void paintLegend(QPainter *painter) const;
    void paintMarks(QPainter *painter) const;

    ChartFrame m_frame;
    ChartPalette m_colors;
    int m_paintCount = 0;
};

} // namespace manometer::gui
