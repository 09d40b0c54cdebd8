// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/ChartAxes.h"

#include "gui/text/Numbers.h"

#include <QFontMetrics>
#include <QLocale>
#include <QtCharts/QValueAxis>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace manometer::gui {

namespace {

constexpr int mostTimeTicks = 9; // more are hard to read

} // namespace

ChartAxes::ChartAxes(QChart *chart)
    : m_percent(new QValueAxis(chart))
    , m_mebibyte(new QValueAxis(chart))
{
    // Qt Charts uses the locale's digits only if the format has a precision.
    chart->setLocale(QLocale());
    chart->setLocalizeNumbers(true);
    chart->addAxis(m_percent, Qt::AlignLeft);
    chart->addAxis(m_mebibyte, Qt::AlignRight);
    m_percent->setRange(0, 100);
    m_percent->setTickCount(valueIntervals + 1);
    m_percent->setLabelFormat(text::percentFormat());
    m_mebibyte->setRange(m_range.minimum, m_range.maximum);
    m_mebibyte->setTickCount(valueIntervals + 1);
    m_mebibyte->setLabelFormat(u"%.0f MiB"_s);
    m_mebibyte->setGridLineVisible(false); // it shares the left one's grid
}

void ChartAxes::setColors(const ChartPalette &colors, const QFont &font)
{
    const std::array<QAbstractAxis *, 2> axes{m_percent, m_mebibyte};
    for (QAbstractAxis *axis : axes) {
        axis->setLabelsBrush(colors.text);
        axis->setLabelsFont(font);
        axis->setGridLinePen(QPen(colors.grid, 1));
        axis->setLinePen(QPen(colors.grid, 1));
    }
    // Each value axis in the colour of its line.
    m_percent->setLabelsBrush(colors.system);
    m_mebibyte->setLabelsBrush(colors.process);
    // The gap between labels is a third of their width.
    m_labelWidth = 4 * QFontMetrics(font).horizontalAdvance(u"00:00:00"_s) / 3;
}

int ChartAxes::timeLabelsIn(double width) const
{
    return std::clamp(static_cast<int>(width) / m_labelWidth, 2, mostTimeTicks);
}

bool ChartAxes::fitMebibytes(double lowest, double highest)
{
    const NiceRange settled = settledRange(m_range, lowest, highest);
    if (settled == m_range)
        return false;
    m_range = settled;
    m_mebibyte->setRange(settled.minimum, settled.maximum);
    return true;
}

} // namespace manometer::gui
