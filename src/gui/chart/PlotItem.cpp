// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/ChartItem.h"
#include "gui/look/SpreadApart.h"
#include "gui/text/Levels.h"
#include "gui/text/Numbers.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace manometer::gui {

using pressure::Level;
using pressure::levelsWithThreshold;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(PlotItem)
};

constexpr double legendStroke = 18; // the sample of a line in the legend

QString gapWords(LevelRun::Signal signal)
{
    switch (signal) {
    case LevelRun::Signal::NotRunning:
        return Tr::tr("not running", "this program, in a time range of the chart");
    case LevelRun::Signal::Suspended:
        return Tr::tr("suspended", "this machine, in a time range of the chart");
    case LevelRun::Signal::Missing:
        return Tr::tr("no signal");
    case LevelRun::Signal::Known:
        break;
    }
    return {};
}

} // namespace

QRectF PlotItem::boundingRect() const
{
    return frame().areas.plot.united(frame().areas.legend).adjusted(-1, -2, 1, 1);
}

void PlotItem::draw(QPainter *painter)
{
    ++m_paintCount;
    if (frame().areas.plot.isEmpty())
        return;
    painter->save();
    painter->setClipRect(frame().areas.plot);
    painter->setPen(QPen(colors().grid, 1));
    for (const TimeMark &tick : frame().ticks) {
        const double x = std::round(frame().time.x(tick.atMs));
        painter->drawLine(QPointF(x, frame().areas.plot.top()), QPointF(x, frame().areas.plot.bottom()));
    }
    paintGaps(painter);
    paintBands(painter);
    paintThresholds(painter);
    paintLines(painter);
    paintDraftNotes(painter);
    paintBadges(painter);
    painter->restore();
    paintLegend(painter);
}

// A gap states its reason. Without a signal it is hatched as well: the program was there and could not read.
void PlotItem::paintGaps(QPainter *painter) const
{
    const QRectF &plot = frame().areas.plot;
    const QFontMetricsF metrics(painter->font());
    for (const LevelRun &run : frame().levels) {
        if (run.signal == LevelRun::Signal::Known)
            continue;
        const double left = frame().time.x(run.fromMs);
        const QRectF gap(left, plot.top(), frame().time.x(run.toMs) - left, plot.height());
        painter->fillRect(gap, run.signal == LevelRun::Signal::Missing
                                   ? QBrush(colors().grid, Qt::BDiagPattern)
                                   : QBrush(colors().background));
        const QString words = gapWords(run.signal);
        if (gap.width() > metrics.horizontalAdvance(words) + 2 * padding) {
            painter->setPen(colors().faintText);
            write(painter, gap, Qt::AlignCenter, words);
        }
    }
}

void PlotItem::paintBands(QPainter *painter) const
{
    const QRectF &plot = frame().areas.plot;
    const QFontMetricsF metrics(painter->font());
    double upper = 100;
    for (auto level = levelsWithThreshold.rbegin(); level != levelsWithThreshold.rend(); ++level) {
        const double enter = frame().applied.of(*level).enterPercent;
        const QRectF band(QPointF(plot.left(), frame().percent.y(upper)),
                          QPointF(plot.right(), frame().percent.y(enter)));
        // Not opaque, because the grid is drawn below.
        QColor fill = colors().levelOf(*level);
        fill.setAlphaF(static_cast<float>(*level == Level::Critical ? 0.17
                                          : *level == Level::High   ? 0.12
                                                                    : 0.08));
        painter->fillRect(band, fill);
        if (band.height() >= metrics.height()) {
            painter->setPen(colors().levelOf(*level));
            write(painter, band.adjusted(padding, 0, -padding, -1), Qt::AlignLeft | Qt::AlignBottom,
                  Tr::tr("%1 %2", "a level and where it begins")
                      .arg(text::levelWord(*level), text::threshold(enter)));
        }
        upper = enter;
    }
}

void PlotItem::paintThresholds(QPainter *painter) const
{
    const QRectF &plot = frame().areas.plot;
    for (const Level level : levelsWithThreshold) {
        const double applied = frame().applied.of(level).enterPercent;
        const double draft = frame().draft.of(level).enterPercent;
        const auto line = [this, painter, &plot](double value) {
            const double y = std::round(
                frame().percent.y(value)); // snapped to a pixel row, so that all lines are equally thin
            painter->drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        };
        painter->setPen(QPen(colors().levelOf(level), 1));
        line(applied);
        if (draft == applied)
            continue;
        painter->setPen(QPen(colors().levelOf(level), 2, Qt::DashLine));
        line(draft);
    }
}

// Notes stand below their lines, one below the other if lines are close, and on a background, because the
// measured lines run behind them.
void PlotItem::paintDraftNotes(QPainter *painter) const
{
    const QRectF &plot = frame().areas.plot;
    const QFontMetricsF metrics(painter->font());
    std::vector<Level> levels;
    for (const Level level : levelsWithThreshold)
        if (!frame().draftNoteOf(level).isEmpty())
            levels.push_back(level);
    const auto lineOf = [this](Level level) {
        return frame().percent.y(frame().draft.of(level).enterPercent);
    };
    // In drawing order: in a draft the levels may have any order.
    std::sort(levels.begin(), levels.end(),
              [&lineOf](Level one, Level other) { return lineOf(one) < lineOf(other); });
    std::vector<double> tops;
    tops.reserve(levels.size());
    for (const Level level : levels)
        tops.push_back(lineOf(level) + 2);
    const double height = metrics.height();
    tops = spreadApart(tops, height + 1, plot.top(), plot.bottom() - height);
    QColor ground = colors().plot;
    ground.setAlphaF(0.85F);
    for (std::size_t index = 0; index < levels.size(); ++index) {
        const QString &note = frame().draftNoteOf(levels[index]);
        const double width = std::min(metrics.horizontalAdvance(note) + 2 * padding, plot.width());
        const QRectF box(plot.right() - width, tops[index], width, height);
        painter->fillRect(box, ground);
        painter->setPen(colors().levelOf(levels[index]));
        write(painter, box, Qt::AlignCenter, note);
    }
}

void PlotItem::paintLines(QPainter *painter) const
{
    painter->setPen(QPen(colors().system, 2.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    paintStretches(painter, frame().system, frame().percent);
}

double PlotItem::legendWidth(const QFont &font, const QString &text)
{
    return legendStroke + padding + QFontMetricsF(font).horizontalAdvance(text) + 3 * padding;
}

void PlotItem::paintLegend(QPainter *painter) const
{
    const QRectF &area = frame().areas.legend;
    const QFontMetricsF metrics(painter->font());
    double x = area.left();
    painter->setPen(QPen(colors().system, 2.0));
    painter->drawLine(QPointF(x, area.center().y()), QPointF(x + legendStroke, area.center().y()));
    painter->setPen(colors().text);
    x += legendStroke + padding;
    painter->drawText(QPointF(x, area.top() + metrics.ascent()), frame().systemLegend);
    x = area.left() + legendWidth(painter->font(), frame().systemLegend);
    // The statistics are dropped first: crosshair and histogram show the same.
    if (x + metrics.horizontalAdvance(frame().statistics) > area.right())
        return;
    painter->setPen(colors().faintText);
    write(painter, area, Qt::AlignRight | Qt::AlignVCenter, frame().statistics);
}

void PlotItem::paintBadges(QPainter *painter) const
{
    const QRectF &plot = frame().areas.plot;
    if (!frame().emptyHint.isEmpty()) {
        painter->setPen(colors().faintText);
        write(painter, plot, Qt::AlignCenter | Qt::TextWordWrap, frame().emptyHint);
    }
    if (frame().mark.isEmpty())
        return;
    const QFontMetricsF metrics(painter->font());
    const double width = metrics.horizontalAdvance(frame().mark) + 2 * padding;
    paintBadge(painter,
               QRectF(plot.right() - width - padding, plot.bottom() - metrics.height() - 3 * padding, width,
                      metrics.height() + padding),
               colors().stale, frame().mark);
}

} // namespace manometer::gui
