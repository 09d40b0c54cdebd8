// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/ChartItem.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

namespace manometer::gui {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(CompositionItem)
};

constexpr double swatch = 10;

// One hue, so that the levels keep theirs: what can be dropped is fainter than what is in use, and edges
// separate the layers for eyes and displays that do not tell the tints apart.
QColor fillOf(MemoryLayer layer, const ChartPalette &colors)
{
    QColor fill = colors.system;
    fill.setAlphaF(layer == MemoryLayer::InUse ? 0.42F : layer == MemoryLayer::Buffers ? 0.28F : 0.14F);
    return fill;
}

QPen edgePen(const ChartPalette &colors)
{
    QColor edge = colors.system;
    edge.setAlphaF(0.55F);
    return {edge, 1};
}

} // namespace

QRectF CompositionItem::boundingRect() const
{
    const ChartAreas &areas = frame().areas;
    if (areas.composition == Composition::Hidden)
        return {};
    const double bottom = areas.stalls.isEmpty() ? areas.plot.bottom() : areas.stalls.bottom();
    return QRectF(QPointF(0, areas.legend.top()), QPointF(areas.right, bottom)).adjusted(0, -2, 1, 1);
}

void CompositionItem::draw(QPainter *painter)
{
    if (frame().areas.composition == Composition::Hidden || frame().areas.plot.isEmpty())
        return;
    painter->save();
    painter->setClipRect(frame().areas.plot);
    paintLayers(painter);
    painter->restore();
    paintLegend(painter);
    if (!frame().areas.swap.isEmpty())
        paintLane(painter, {.area = frame().areas.swap,
                            .name = Tr::tr("Swap"),
                            .lines = frame().swap,
                            .scale = frame().swapPercent,
                            .legend = frame().swapLegend,
                            .color = colors().system});
    if (!frame().areas.stalls.isEmpty())
        paintLane(painter, {.area = frame().areas.stalls,
                            .name = Tr::tr("PSI", "pressure stall information"),
                            .lines = frame().stalls,
                            .scale = frame().stallPercent,
                            .legend = frame().stallLegend,
                            .color = colors().system});
}

void CompositionItem::paintLayers(QPainter *painter) const
{
    const ValueScale &scale = frame().percent;
    for (const LayerStretch &stretch : frame().memory) {
        const auto pixels = [&scale](const QPolygonF &edge) {
            QPolygonF line;
            line.reserve(edge.size());
            for (const QPointF &point : edge)
                line << QPointF(point.x(), scale.y(point.y()));
            return line;
        };
        const QPolygonF &lowest = stretch.edges.front();
        const double left = lowest.front().x();
        QPolygonF below{QPointF(left, scale.y(0)), QPointF(lowest.back().x(), scale.y(0))};
        for (const MemoryLayer layer : memoryLayers) {
            const QPolygonF edge = pixels(stretch.edgeOf(layer));
            QPolygonF area = edge;
            for (auto point = below.crbegin(); point != below.crend(); ++point)
                area << *point;
            painter->setPen(Qt::NoPen);
            painter->setBrush(fillOf(layer, colors()));
            painter->drawPolygon(area);
            painter->setBrush(Qt::NoBrush);
            painter->setPen(edgePen(colors()));
            painter->drawPolyline(edge);
            below = edge;
        }
    }
}

double CompositionItem::entryWidth(const QFontMetricsF &metrics, const QString &text)
{
    return swatch + padding + metrics.horizontalAdvance(text) + 2 * padding;
}

double CompositionItem::legendWidth(const QFont &font, const std::vector<QString> &texts)
{
    double width = 0;
    for (const QString &text : texts)
        width += entryWidth(QFontMetricsF(font), text);
    return width;
}

// From the right edge of the legend; what does not fit beside the curve's own legend is left out, the last
// first.
void CompositionItem::paintLegend(QPainter *painter) const
{
    const QRectF &area = frame().areas.legend;
    const QFontMetricsF metrics(painter->font());
    const auto widthOf = [&metrics](const QString &text) { return entryWidth(metrics, text); };
    const double room = area.width() - PlotItem::legendWidth(painter->font(), frame().systemLegend);
    double width = 0;
    std::size_t fitting = 0;
    for (const QString &text : frame().memoryLegend) {
        if (width + widthOf(text) > room)
            break;
        width += widthOf(text);
        ++fitting;
    }
    double x = area.right() - width + 2 * padding;
    for (std::size_t index = 0; index < fitting; ++index) {
        const QString &text = frame().memoryLegend[index];
        const QRectF box(x, area.center().y() - swatch / 2, swatch, swatch);
        painter->setPen(edgePen(colors()));
        painter->setBrush(index < memoryLayers.size() ? QBrush(fillOf(memoryLayers[index], colors()))
                                                      : QBrush(colors().plot));
        painter->drawRect(box);
        painter->setBrush(Qt::NoBrush);
        painter->setPen(colors().text);
        painter->drawText(QPointF(box.right() + padding, area.top() + metrics.ascent()), text);
        x += widthOf(text);
    }
}

} // namespace manometer::gui
