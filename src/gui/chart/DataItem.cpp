// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/DataItem.h"

#include "gui/text/Levels.h"
#include "gui/text/Numbers.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <array>
#include <utility>

namespace manometer::gui {

using pressure::Level;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(DataItem)
};

constexpr std::array levelsWithThreshold{Level::Elevated, Level::High, Level::Critical};
constexpr double linePadding = 6;   // between text and what is beside it
constexpr double legendStroke = 18; // the sample of a line in the legend
constexpr double roundness = 3;

void drawStretches(QPainter *painter, const Lines &lines, const ValueScale &scale)
{
    for (const QPolygonF &stretch : lines.stretches) {
        QPolygonF pixels;
        pixels.reserve(stretch.size());
        for (const QPointF &point : stretch)
            pixels << QPointF(point.x(), scale.y(point.y()));
        if (pixels.size() == 1)
            painter->drawPoint(pixels.front()); // a lone sample between two gaps
        else
            painter->drawPolyline(pixels);
    }
}

} // namespace

DataItem::DataItem(QGraphicsItem *parent)
    : QGraphicsItem(parent)
{
    setAcceptedMouseButtons(Qt::NoButton);
}

void DataItem::setFrame(ChartFrame frame)
{
    prepareGeometryChange();
    m_frame = std::move(frame);
    update();
}

void DataItem::setColors(const ChartPalette &colors)
{
    m_colors = colors;
    update();
}

QRectF DataItem::boundingRect() const
{
    // The legend lies above the plot, the ribbon below it.
    return m_frame.plot.united(m_frame.ribbon).adjusted(-m_frame.plot.left(), -40, 1, 1);
}

void DataItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    ++m_paintCount;
    if (m_frame.plot.isEmpty())
        return;
    painter->save();
    painter->setClipRect(m_frame.plot);
    paintBands(painter);
    paintThresholds(painter);
    paintLines(painter);
    paintMarks(painter);
    painter->restore();
    paintRibbon(painter);
    paintLegend(painter);
}

void DataItem::paintBands(QPainter *painter) const
{
    const QRectF &plot = m_frame.plot;
    const QFontMetricsF metrics(painter->font());
    double upper = 100;
    for (auto level = levelsWithThreshold.rbegin(); level != levelsWithThreshold.rend(); ++level) {
        const double enter = m_frame.applied.of(*level).enterPercent;
        const QRectF band(QPointF(plot.left(), m_frame.percent.y(upper)),
                          QPointF(plot.right(), m_frame.percent.y(enter)));
        // Not opaque: the grid is drawn beneath.
        QColor fill = m_colors.levelOf(*level);
        fill.setAlphaF(static_cast<float>(*level == Level::Critical ? 0.17
                                          : *level == Level::High   ? 0.12
                                                                    : 0.08));
        painter->fillRect(band, fill);
        if (band.height() >= metrics.height()) {
            painter->setPen(m_colors.levelOf(*level));
            painter->drawText(band.adjusted(linePadding, 1, -linePadding, 0), Qt::AlignLeft | Qt::AlignTop,
                              text::levelWord(*level));
        }
        upper = enter;
    }
}

void DataItem::paintThresholds(QPainter *painter) const
{
    for (const Level level : levelsWithThreshold) {
        const double applied = m_frame.applied.of(level).enterPercent;
        const double draft = m_frame.draft.of(level).enterPercent;
        const auto line = [this, painter](double value) {
            const double y = m_frame.percent.y(value);
            painter->drawLine(QPointF(m_frame.plot.left(), y), QPointF(m_frame.plot.right(), y));
        };
        painter->setPen(QPen(m_colors.levelOf(level), 1.2));
        line(applied);
        if (draft == applied)
            continue;
        painter->setPen(QPen(m_colors.levelOf(level), 1.6, Qt::DashLine));
        line(draft);
        painter->drawText(QRectF(m_frame.plot.left(), m_frame.percent.y(draft) + 1,
                                 m_frame.plot.width() - linePadding, QFontMetricsF(painter->font()).height()),
                          Qt::AlignRight | Qt::AlignTop,
                          Tr::tr("%1 draft %2").arg(text::levelWord(level), text::threshold(draft)));
    }
}

void DataItem::paintLines(QPainter *painter) const
{
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(m_colors.process, 1.3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    drawStretches(painter, m_frame.process, m_frame.mebibytes);
    painter->setPen(QPen(m_colors.system, 2.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    drawStretches(painter, m_frame.system, m_frame.percent);
    painter->setRenderHint(QPainter::Antialiasing, false);
}

void DataItem::paintRibbon(QPainter *painter) const
{
    const QRectF &ribbon = m_frame.ribbon;
    const QFontMetricsF metrics(painter->font());
    painter->save();
    painter->setPen(m_colors.faintText);
    painter->drawText(QRectF(0, ribbon.top(), ribbon.left() - linePadding, ribbon.height()),
                      Qt::AlignRight | Qt::AlignVCenter, Tr::tr("Applied"));
    painter->setPen(Qt::NoPen);
    for (const LevelRun &run : m_frame.levels) {
        // A short excursion is still at least a pixel wide.
        const double left = m_frame.time.x(run.fromMs);
        const double right = std::max(m_frame.time.x(run.toMs), left + 1);
        const QRectF part(left, ribbon.top(), right - left, ribbon.height());
        const QColor fill = m_colors.levelOf(run.level);
        if (run.signal == LevelRun::Signal::Missing)
            painter->fillRect(part, QBrush(fill, Qt::BDiagPattern));
        else
            painter->fillRect(part, fill);
        const QString word = text::levelWord(run.level);
        if (run.signal == LevelRun::Signal::Known &&
            part.width() > metrics.horizontalAdvance(word) + 2 * linePadding) {
            painter->setPen(readableOn(fill));
            painter->drawText(part, Qt::AlignCenter, word);
            painter->setPen(Qt::NoPen);
        }
    }
    painter->restore();
}

void DataItem::paintLegend(QPainter *painter) const
{
    const QFontMetricsF metrics(painter->font());
    double x = m_frame.plot.left();
    const double y = m_frame.plot.top() - metrics.height() - linePadding;
    const auto entry = [&](const QString &label, const QColor &color, double width) {
        painter->setPen(QPen(color, width));
        const double middle = y + metrics.height() / 2;
        painter->drawLine(QPointF(x, middle), QPointF(x + legendStroke, middle));
        painter->setPen(m_colors.text);
        x += legendStroke + linePadding;
        painter->drawText(QPointF(x, y + metrics.ascent()), label);
        x += metrics.horizontalAdvance(label) + 3 * linePadding;
    };
    entry(m_frame.systemLegend, m_colors.system, 2.0);
    entry(m_frame.processLegend, m_colors.process, 1.3);
}

void DataItem::paintMarks(QPainter *painter) const
{
    const QRectF &plot = m_frame.plot;
    if (!m_frame.emptyHint.isEmpty()) {
        painter->setPen(m_colors.faintText);
        painter->drawText(plot, Qt::AlignCenter | Qt::TextWordWrap, m_frame.emptyHint);
    }
    if (m_frame.mark.isEmpty())
        return;
    const QFontMetricsF metrics(painter->font());
    const double width = metrics.horizontalAdvance(m_frame.mark) + 2 * linePadding;
    const QRectF badge(plot.right() - width - linePadding, plot.bottom() - metrics.height() - 3 * linePadding,
                       width, metrics.height() + linePadding);
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_colors.stale);
    painter->drawRoundedRect(badge, roundness, roundness);
    painter->setPen(readableOn(m_colors.stale));
    painter->drawText(badge, Qt::AlignCenter, m_frame.mark);
    painter->setBrush(Qt::NoBrush);
}

} // namespace manometer::gui
