// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/ChartAxes.h"

#include "gui/text/Numbers.h"

#include <QFontMetrics>
#include <QLocale>
#include <QtCharts/QValueAxis>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace manometer::gui {

namespace {

constexpr int mostTimeTicks = 9; // more are hard to read
constexpr int fewIntervals = 2;
constexpr double leastForAllLabels = 118; // of the plot, in pixels

} // namespace

ChartAxes::ChartAxes(QChart *chart)
    : m_percent(new QValueAxis(chart))
{
    // Qt Charts uses the locale's digits only if the format has a precision.
    chart->setLocale(QLocale());
    chart->setLocalizeNumbers(true);
    chart->addAxis(m_percent, Qt::AlignLeft);
    m_percent->setRange(0, 100);
    m_percent->setTickCount(valueIntervals + 1);
    m_percent->setLabelFormat(text::percentFormat());
}

void ChartAxes::setPlotHeight(double pixels)
{
    const int intervals = pixels < leastForAllLabels ? fewIntervals : valueIntervals;
    if (m_percent->tickCount() != intervals + 1)
        m_percent->setTickCount(intervals + 1);
}

void ChartAxes::setColors(const ChartPalette &colors, const QFont &font)
{
    m_percent->setLabelsFont(font);
    m_percent->setGridLinePen(QPen(colors.grid, 1));
    m_percent->setLinePen(QPen(colors.grid, 1));
    // In the colour of its line.
    m_percent->setLabelsBrush(colors.system);
    // The gap between labels is a third of their width.
    m_labelWidth = 4 * QFontMetrics(font).horizontalAdvance(u"00:00:00"_s) / 3;
}

int ChartAxes::timeLabelsIn(double width) const
{
    return std::clamp(static_cast<int>(width) / m_labelWidth, 2, mostTimeTicks);
}

} // namespace manometer::gui
