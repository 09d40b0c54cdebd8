// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/Gauge.h"

#include "gui/look/ChartPalette.h"
#include "gui/look/SpreadApart.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace manometer::gui {

namespace {

constexpr int barTop = 3; // marks stand out above and below
constexpr int barHeight = 8;
constexpr int markHeight = Gauge::barSpace;
static_assert(markHeight == barHeight + 2 * barTop);
constexpr int leastWidth = 80;

} // namespace

Gauge::Gauge(const QString &accessibleName, Labels labels, QWidget *parent)
    : QWidget(parent)
    , m_labels(labels)
{
    setAccessibleName(accessibleName);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Gauge::setLabels(Labels labels)
{
    if (std::exchange(m_labels, labels) == labels)
        return;
    updateGeometry();
    update();
}

void Gauge::show(double from, double to, const QColor &fill, const std::vector<GaugeMark> &marks)
{
    const bool isSame = from == m_from && to == m_to && fill == m_fill && marks == m_marks;
    m_from = from;
    m_to = to;
    m_fill = fill;
    m_marks = marks;
    if (!isSame)
        update();
}

QSize Gauge::sizeHint() const
{
    return {3 * leastWidth, minimumSizeHint().height()};
}

QSize Gauge::minimumSizeHint() const
{
    return {leastWidth, markHeight + (m_labels == Labels::Shown ? fontMetrics().height() : 0)};
}

void Gauge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const ChartPalette colors = ChartPalette::from(palette());
    const QRectF bar(0.5, barTop, width() - 1, barHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.grid);
    painter.drawRoundedRect(bar, barHeight / 2.0, barHeight / 2.0);
    if (std::isfinite(m_from) && std::isfinite(m_to) && m_to > 0) {
        const double left = bar.left() + std::clamp(m_from, 0.0, 1.0) * bar.width();
        const double right = bar.left() + std::clamp(m_to, 0.0, 1.0) * bar.width();
        painter.setBrush(m_fill);
        painter.drawRoundedRect(QRectF(left, barTop, std::max(right - left, 2.0), barHeight), barHeight / 2.0,
                                barHeight / 2.0);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const GaugeMark &mark : m_marks) {
        const double x = std::round(bar.left() + std::clamp(mark.at, 0.0, 1.0) * (bar.width() - 2));
        // On a ground of its own, so that it is seen on the filled part, too.
        painter.fillRect(QRectF(x - 1, 0, 4, markHeight), palette().color(QPalette::Base));
        painter.fillRect(QRectF(x, 0, 2, markHeight), mark.color);
    }
    if (m_labels == Labels::Shown)
        paintLabels(painter);
}

void Gauge::paintLabels(QPainter &painter) const
{
    const QFontMetrics metrics = fontMetrics();
    int widest = 0;
    std::vector<double> places;
    for (const GaugeMark &mark : m_marks) {
        widest = std::max(widest, metrics.horizontalAdvance(mark.label));
        places.push_back(std::clamp(mark.at, 0.0, 1.0) * width());
    }
    places = spreadApart(places, widest + 6, widest / 2.0, width() - widest / 2.0);
    painter.setPen(palette().color(QPalette::WindowText));
    for (std::size_t index = 0; index < m_marks.size(); ++index)
        painter.drawText(QRectF(places[index] - widest / 2.0 - 1, markHeight, widest + 2, metrics.height()),
                         Qt::AlignHCenter | Qt::AlignTop | Qt::AlignAbsolute, m_marks[index].label);
}

} // namespace manometer::gui
