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
        paintRibbon(painter, frame().areas.ribbon, Tr::tr("Applied"), frame().levels);
        paintNewestLevel(painter);
    }
    if (!frame().areas.draftRibbon.isEmpty()) {
        paintDraftRibbon(painter);
    }
    if (!frame().areas.cache.isEmpty())
        paintCache(painter);
    if (!frame().areas.process.isEmpty())
        paintLane(painter, {.area = frame().areas.process,
                            .name = Tr::tr("RSS", "this program's resident memory"),
                            .lines = frame().process,
                            .scale = frame().mebibytes,
                            .legend = frame().processLegend,
                            .color = colors().process});
    paintTimes(painter);
}

void LanesItem::paintRibbon(QPainter *painter, const QRectF &ribbon, const QString &name,
                            const std::vector<LevelRun> &levels) const
{
    const QFontMetricsF metrics(painter->font());
    const bool hasRoomForWords = ribbon.height() >= metrics.xHeight() * 3 / 2;
    if (hasRoomForWords)
        paintName(painter, ribbon, name);
    for (const LevelRun &run : levels) {
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
        if (hasRoomForWords && part.width() > metrics.horizontalAdvance(word) + 2 * padding) {
            painter->setPen(readableOn(fill));
            write(painter, part, Qt::AlignCenter, word);
        }
    }
}

// Where its level is not the applied one, it is hatched and framed.
void LanesItem::paintDraftRibbon(QPainter *painter) const
{
    const QRectF &ribbon = frame().areas.draftRibbon;
    paintRibbon(painter, ribbon, Tr::tr("Draft"), frame().draftLevels.runs);
    painter->save();
    painter->setClipRect(ribbon.adjusted(0, -1, 0, 1));
    for (const DraftLevels::Stretch &stretch : frame().draftLevels.differences) {
        const double left = frame().time.x(stretch.fromMs);
        const double right = std::max(frame().time.x(stretch.toMs), left + 2);
        const QRectF part(left, ribbon.top(), right - left, ribbon.height());
        QColor lines = colors().plot;
        lines.setAlphaF(0.6F);
        painter->fillRect(part, QBrush(lines, Qt::BDiagPattern));
        painter->setPen(QPen(colors().text, 1));
        painter->drawRect(part.adjusted(0.5, 0.5, -0.5, -0.5));
    }
    painter->restore();
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
