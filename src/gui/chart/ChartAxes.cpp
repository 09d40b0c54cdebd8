// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/ChartAxes.h"

#include "gui/text/Numbers.h"

#include <QFontMetrics>
#include <QtCharts/QCategoryAxis>
#include <QtCharts/QValueAxis>

#include <algorithm>
#include <array>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace manometer::gui {

namespace {

constexpr int mostTimeTicks = 8; // more would be a ruler

QString duration(std::chrono::seconds time)
{
    return text::duration(std::chrono::milliseconds(time).count());
}

} // namespace

ChartAxes::ChartAxes(QChart *chart)
    : m_time(new QCategoryAxis(chart))
    , m_percent(new QValueAxis(chart))
    , m_mebibyte(new QValueAxis(chart))
{
    chart->addAxis(m_time, Qt::AlignBottom);
    chart->addAxis(m_percent, Qt::AlignLeft);
    chart->addAxis(m_mebibyte, Qt::AlignRight);
    m_percent->setRange(0, 100);
    m_percent->setTickCount(valueIntervals + 1);
    m_percent->setLabelFormat(u"%d %%"_s);
    m_mebibyte->setRange(m_range.minimum, m_range.maximum);
    m_mebibyte->setTickCount(valueIntervals + 1);
    m_mebibyte->setLabelFormat(u"%d MiB"_s);
    m_mebibyte->setGridLineVisible(false); // it shares the left one's grid
    m_time->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
}

void ChartAxes::setColors(const ChartPalette &colors, const QFont &font)
{
    const std::array<QAbstractAxis *, 3> axes{m_time, m_percent, m_mebibyte};
    for (QAbstractAxis *axis : axes) {
        axis->setLabelsBrush(colors.text);
        axis->setLabelsFont(font);
        axis->setGridLinePen(QPen(colors.grid, 1));
        axis->setLinePen(QPen(colors.grid, 1));
    }
    // Each value axis in the colour of its line.
    m_percent->setLabelsBrush(colors.system);
    m_mebibyte->setLabelsBrush(colors.process);
    // As much space between labels as they are wide.
    m_labelWidth = 2 * QFontMetrics(font).horizontalAdvance(duration(50min));
}

void ChartAxes::setTime(std::chrono::seconds span, double width)
{
    const int ticks = std::clamp(static_cast<int>(width) / m_labelWidth, 2, mostTimeTicks);
    if (span == m_span && ticks == m_ticks)
        return;
    m_span = span;
    m_ticks = ticks;
    labelTime();
}

void ChartAxes::labelTime()
{
    for (const QString &label : m_time->categoriesLabels())
        m_time->remove(label);
    const auto span = static_cast<double>(m_span.count());
    m_time->setRange(-span, 0);
    m_time->setStartValue(-span);
    std::vector<std::chrono::seconds> ticks = timeTicks(m_span, m_ticks);
    std::reverse(ticks.begin(), ticks.end());
    for (const std::chrono::seconds ago : ticks)
        m_time->append(ago == 0s ? tr("now") : QString(u"\u2212"_s + duration(ago)),
                       -static_cast<double>(ago.count()));
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
