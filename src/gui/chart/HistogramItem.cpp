// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/ChartItem.h"

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

constexpr int rowPixels = 3; // thinner bars would be unreadable

} // namespace

QRectF HistogramItem::boundingRect() const
{
    return frame().areas.histogram.adjusted(0, -30, 1, 1);
}

void HistogramItem::draw(QPainter *painter)
{
    const QRectF &area = frame().areas.histogram;
    const Distribution &seen = frame().distribution;
    if (area.isEmpty())
        return;
    painter->fillRect(area, colors().plot);
    if (seen.isEmpty())
        return;
    const auto rows = static_cast<std::size_t>(std::max(1.0, area.height() / rowPixels));
    std::vector<double> share(rows, 0.0);
    for (std::size_t bin = 0; bin < seen.share.size(); ++bin) {
        const double y = frame().percent.y((static_cast<double>(bin) + 0.5) * 100.0 / Distribution::binCount);
        const double row = std::clamp((y - area.top()) / rowPixels, 0.0, static_cast<double>(rows - 1));
        share[static_cast<std::size_t>(row)] += double(seen.share[bin]);
    }
    const double most = *std::max_element(share.begin(), share.end());
    QColor fill = colors().system;
    fill.setAlphaF(0.55F);
    for (std::size_t row = 0; row < rows; ++row)
        if (share[row] > 0)
            painter->fillRect(QRectF(area.left(), area.top() + static_cast<double>(row) * rowPixels,
                                     // Even the smallest share is visible.
                                     std::max(1.0, share[row] / most * area.width()), rowPixels - 1),
                              fill);
    // The percentiles, each labelled if there is room.
    const QFontMetricsF metrics(painter->font());
    const std::array<std::pair<double, QString>, 3> lines{std::pair{seen.p50, Tr::tr("p50")},
                                                          std::pair{seen.p95, Tr::tr("p95")},
                                                          std::pair{seen.p99, Tr::tr("p99")}};
    double lowestFree = area.bottom();
    for (const auto &[value, name] : lines) {
        const double y = std::round(frame().percent.y(value));
        painter->setPen(QPen(colors().text, 1));
        painter->drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        QRectF label(area.left(), y - metrics.height(), area.width() - 2, metrics.height());
        if (label.top() < area.top()) // below its line if there is no room above
            label.moveTop(y);
        if (label.bottom() > lowestFree)
            continue;
        lowestFree = label.top();
        write(painter, label, Qt::AlignRight | Qt::AlignBottom, name);
    }
}

} // namespace manometer::gui
