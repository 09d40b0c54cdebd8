// SPDX-License-Identifier: GPL-3.0-or-later
//
// The axes of the plot: percent, owned by the chart, and how many labels a time axis has. The time axis is
// drawn by LanesItem, because its ticks stand on round clock times and scroll with the data, which Qt Charts'
// axes cannot do. GUI thread.
#pragma once

#include "gui/chart/ChartScale.h"
#include "gui/look/ChartPalette.h"

#include <QtCharts/QChart>

QT_BEGIN_NAMESPACE
class QValueAxis;
QT_END_NAMESPACE

namespace manometer::gui {

class ChartAxes
{
public:
    explicit ChartAxes(QChart *chart);

    // Fewer labels where more would overlap.
    void setPlotHeight(double pixels);
    void setColors(const ChartPalette &colors, const QFont &font);
    // The number of time labels that fit into `width` pixels.
    int timeLabelsIn(double width) const;

private:
    QValueAxis *m_percent;
    int m_labelWidth = 1;
};

} // namespace manometer::gui
