// SPDX-License-Identifier: GPL-3.0-or-later
//
// The value axes of the chart: percent on the left, MiB of this program on the right. The chart owns them.
// The time axis is drawn by LanesItem, because its ticks stand on round clock times and scroll with the
// data, which Qt Charts' axes cannot do. GUI thread.
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

    void setColors(const ChartPalette &colors, const QFont &font);
    // The number of time labels that fit into `width` pixels.
    int timeLabelsIn(double width) const;
    // True if the right axis changed, and perhaps the plot area with it.
    bool fitMebibytes(double lowest, double highest);
    const NiceRange &mebibytes() const { return m_range; }

private:
    QValueAxis *m_percent;
    QValueAxis *m_mebibyte;
    NiceRange m_range{.minimum = 0, .maximum = valueIntervals};
    int m_labelWidth = 1;
};

} // namespace manometer::gui
