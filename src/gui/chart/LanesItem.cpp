// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/ChartItem.h"
#include "gui/text/Levels.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace manometer::gui {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(LanesItem)
};

} // namespace

QRectF LanesItem::boundingRect() const
{
    const ChartAreas &areas = frame().areas;
    const QRectF lanes = areas.marks.united(areas.times);
    return {0, lanes.top(), areas.right, lanes.height()};
}

void LanesItem::draw(QPainter *painter)
{
    if (frame().areas.plot.isEmpty())
        return;
    paintName(painter, frame().areas.marks, Tr::tr("Events"));
    if (!frame().areas.ribbon.isEmpty()) {
        paintRibbon(painter);
        paintNewestLevel(painter);
    }
    if (!frame().areas.cache.isEmpty())
        paintCache(painter);
    if (!frame().areas.process.isEmpty())
        paintProcess(painter);
    paintTimes(painter);
}

void LanesItem::paintRibbon(QPainter *painter) const
{
    const QRectF &ribbon = frame().areas.ribbon;
    const QFontMetricsF metrics(painter->font());
    paintName(painter, ribbon, Tr::tr("Applied"));
    for (const LevelRun &run : frame().levels) {
        // A short excursion is still at least a pixel wide.
        const double left = frame().time.x(run.fromMs);
        const double right = std::max(frame().time.x(run.toMs), left + 1);
        const QRectF part(left, ribbon.top(), right - left, ribbon.height());
        const QColor fill = colors().levelOf(run.level);
        if (run.signal != LevelRun::Signal::Known) {
            if (run.signal == LevelRun::Signal::Missing) // a kept level
                painter->fillRect(part, QBrush(fill, Qt::BDiagPattern));
            continue;
        }
        painter->fillRect(part, fill);
        const QString word = text::levelWord(run.level);
        if (part.width() > metrics.horizontalAdvance(word) + 2 * padding) {
            painter->setPen(readableOn(fill));
            write(painter, part, Qt::AlignCenter, word);
        }
    }
}

// The newest level, also where its part of the ribbon is too narrow for the word.
void LanesItem::paintNewestLevel(QPainter *painter) const
{
    if (frame().levels.empty() || frame().levels.back().signal != LevelRun::Signal::Known)
        return;
    const pressure::Level level = frame().levels.back().level;
    painter->setPen(colors().levelOf(level));
    write(painter, beside(frame().areas.ribbon), Qt::AlignLeft | Qt::AlignVCenter, text::levelWord(level));
}

// Entries as a filled area below their limit; the hit ratio uses the same height.
void LanesItem::paintCache(QPainter *painter) const
{
    const QRectF &area = frame().areas.cache;
    paintName(painter, area, Tr::tr("Cache"));
    painter->save();
    painter->setPen(QPen(colors().grid, 1)); // zero
    painter->drawLine(area.bottomLeft(), area.bottomRight());
    painter->setClipRect(area);
    QColor fill = colors().process;
    fill.setAlphaF(0.25F);
    for (const QPolygonF &stretch : frame().cacheEntries.stretches) {
        QPolygonF filled;
        filled << QPointF(stretch.front().x(), area.bottom());
        for (const QPointF &point : stretch)
            filled << QPointF(point.x(), frame().entries.y(point.y()));
        filled << QPointF(stretch.back().x(), area.bottom());
        painter->setPen(Qt::NoPen);
        painter->setBrush(fill);
        painter->drawPolygon(filled);
    }
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(colors().process, 1.3));
    paintStretches(painter, frame().cacheLimit, frame().entries);
    painter->setPen(QPen(colors().levelOf(pressure::Level::Normal), 1.5));
    paintStretches(painter, frame().hitRatio, frame().hitPercent);
    painter->restore();
    // One below the other, each in the colour of its line.
    QRectF half = beside(area);
    half.setHeight(area.height() / 2);
    painter->setPen(colors().levelOf(pressure::Level::Normal));
    write(painter, half, Qt::AlignLeft | Qt::AlignVCenter, frame().hitLegend);
    painter->setPen(colors().process);
    write(painter, half.translated(0, half.height()), Qt::AlignLeft | Qt::AlignVCenter, frame().cacheLegend);
}

void LanesItem::paintProcess(QPainter *painter) const
{
    const QRectF &area = frame().areas.process;
    paintName(painter, area, Tr::tr("RSS", "this program's resident memory"));
    painter->save();
    painter->setPen(QPen(colors().grid, 1)); // zero
    painter->drawLine(area.bottomLeft(), area.bottomRight());
    painter->setClipRect(area);
    painter->setPen(QPen(colors().process, 1.3));
    paintStretches(painter, frame().process, frame().mebibytes);
    painter->restore();
    painter->setPen(colors().process);
    write(painter, beside(area), Qt::AlignLeft | Qt::AlignVCenter, frame().processLegend);
}

void LanesItem::paintTimes(QPainter *painter) const
{
    const QRectF &area = frame().areas.times;
    const QFontMetricsF metrics(painter->font());
    paintName(painter, area, frame().day);
    painter->setPen(colors().text);
    double taken = area.left() - (frame().day.isEmpty() ? padding : 0);
    for (const TimeMark &tick : frame().ticks) {
        const double width = metrics.horizontalAdvance(tick.label);
        const double left = frame().time.x(tick.atMs) - width / 2;
        // Skips a label that would be cut off or touch the previous one.
        if (left < taken || left + width > area.right() + padding)
            continue;
        painter->drawText(QPointF(left, area.top() + metrics.ascent()), tick.label);
        taken = left + width + padding;
    }
}

} // namespace manometer::gui
