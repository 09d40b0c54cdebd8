// SPDX-License-Identifier: GPL-3.0-or-later
//
// The axes of the chart: how long ago (round times, fixed while time runs), percent on the left, MiB of this
// program on the right. Owned by the chart they are put on. GUI thread.
#pragma once

#include "gui/chart/ChartScale.h"
#include "gui/look/ChartPalette.h"

#include <QCoreApplication>
#include <QtCharts/QChart>

QT_BEGIN_NAMESPACE
class QCategoryAxis;
class QValueAxis;
QT_END_NAMESPACE

namespace manometer::gui {

class ChartAxes
{
    Q_DECLARE_TR_FUNCTIONS(ChartAxes)

public:
    explicit ChartAxes(QChart *chart);

    void setColors(const ChartPalette &colors, const QFont &font);
    // As many labels as there is room for in `width` pixels.
    void setTime(std::chrono::seconds span, double width);
    // True if the right axis changed, and perhaps the plot area with it.
    bool fitMebibytes(double lowest, double highest);
    const NiceRange &mebibytes() const { return m_range; }

private:
    void labelTime();

    QCategoryAxis *m_time;
    QValueAxis *m_percent;
    QValueAxis *m_mebibyte;
    NiceRange m_range{.minimum = 0, .maximum = valueIntervals};
    std::chrono::seconds m_span{0};
    int m_ticks = 0;
    int m_labelWidth = 1;
};

} // namespace manometer::gui
