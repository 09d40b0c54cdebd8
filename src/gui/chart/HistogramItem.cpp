// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/ChartItem.h"
#include "gui/look/SpreadApart.h"
#include "gui/text/Numbers.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace manometer::gui {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(HistogramItem)
};

constexpr int rowPixels = 3;       // thinner bars would be unreadable
constexpr double barsShare = 0.45; // of the width; the rest is for the percentiles

} // namespace

QRectF HistogramItem::boundingRect() const
{
    return frame().areas.histogram.adjusted(0, -30, 1, 1);
}

void HistogramItem::draw(QPainter *painter)
{
    const QRectF &area = frame().areas.histogram;
    if (area.isEmpty() || frame().distribution.isEmpty())
        return;
    const QRectF bars(area.topLeft(), QSizeF(std::floor(area.width() * barsShare), area.height()));
    painter->setPen(QPen(colors().grid, 1));
    painter->drawLine(bars.topLeft(), bars.bottomLeft());
    paintBars(painter, bars);
    paintPercentiles(painter, bars);
}

void HistogramItem::paintBars(QPainter *painter, const QRectF &bars) const
{
    const Distribution &seen = frame().distribution;
    const auto rows = static_cast<std::size_t>(std::max(1.0, bars.height() / rowPixels));
    std::vector<double> share(rows, 0.0);
    for (std::size_t bin = 0; bin < seen.share.size(); ++bin) {
        const double y = frame().percent.y((static_cast<double>(bin) + 0.5) * 100.0 / Distribution::binCount);
        const double row = std::clamp((y - bars.top()) / rowPixels, 0.0, static_cast<double>(rows - 1));
        share[static_cast<std::size_t>(row)] += double(seen.share[bin]);
    }
    const double most = *std::max_element(share.begin(), share.end());
    QColor fill = colors().system;
    fill.setAlphaF(0.55F);
    for (std::size_t row = 0; row < rows; ++row)
        if (share[row] > 0)
            painter->fillRect(QRectF(bars.left(), bars.top() + static_cast<double>(row) * rowPixels,
                                     // Even the smallest share is visible.
                                     std::max(1.0, share[row] / most * bars.width()), rowPixels - 1),
                              fill);
}

// Their labels stand beside the bars, one below the other where the values are close, as those of a steady
// signal are.
void HistogramItem::paintPercentiles(QPainter *painter, const QRectF &bars) const
{
    const Distribution &seen = frame().distribution;
    const double height = QFontMetricsF(painter->font()).height();
    // In drawing order.
    const std::array<std::pair<double, QString>, 3> lines{std::pair{seen.p99, Tr::tr("p99")},
                                                          std::pair{seen.p95, Tr::tr("p95")},
                                                          std::pair{seen.p50, Tr::tr("p50")}};
    std::vector<double> middles;
    for (const auto &[value, name] : lines)
        middles.push_back(frame().percent.y(value));
    middles = spreadApart(middles, height, bars.top() + height / 2, bars.bottom() - height / 2);
    for (std::size_t index = 0; index < lines.size(); ++index) {
        const auto &[value, name] = lines[index];
        const double y = std::round(frame().percent.y(value));
        painter->setPen(QPen(colors().text, 1));
        painter->drawLine(QPointF(bars.left(), y), QPointF(bars.right(), y));
        painter->setPen(QPen(colors().grid, 1));
        painter->drawLine(QPointF(bars.right(), y), QPointF(bars.right() + padding, middles[index]));
        painter->setPen(colors().text);
        const QRectF label(bars.right() + padding + 2, middles[index] - height / 2,
                           frame().areas.right - bars.right() - padding - 2, height);
        write(painter, label, Qt::AlignLeft | Qt::AlignVCenter,
              Tr::tr("%1 %2", "a percentile and its value").arg(name, text::percent(value)));
    }
}

} // namespace manometer::gui
