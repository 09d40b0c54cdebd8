// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/whatif/HitCurve.h"

#include "gui/look/ChartPalette.h"
#include "gui/text/Levels.h"
#include "gui/text/Numbers.h"

#include <QPainter>

#include <algorithm>

namespace manometer::gui {

using pressure::Level;
using views::LevelHits;

namespace {

constexpr int curveHeight = 52;
constexpr int edge = 4;
constexpr int steps = 48; // between two limits the curve is interpolated

double missPercent(const LevelHits &at)
{
    return 100 - at.hitPercent;
}

} // namespace

HitCurve::HitCurve(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("hitCurve"));
    setAccessibleName(tr("Misses over the cache's limit"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    hide();
}

void HitCurve::show(const views::HitEvidence &evidence)
{
    QList<LevelHits> levels =
        evidence.lack == views::HitEvidence::Lack::None ? evidence.levels : QList<LevelHits>();
    std::sort(levels.begin(), levels.end(), [](const LevelHits &one, const LevelHits &other) {
        return one.limit.entries < other.limit.entries;
    });
    setVisible(levels.size() > 1 && levels.back().limit.entries > 0);
    if (levels == m_levels)
        return;
    m_levels = std::move(levels);
    QStringList words;
    for (const LevelHits &level : std::as_const(m_levels))
        words += tr("%1: %2 of the requests miss with %3 entries", "a level")
                     .arg(text::levelWord(level.level), text::percent(missPercent(level)),
                          text::count(level.limit.entries));
    setAccessibleDescription(words.join(QStringLiteral("; ")));
    setToolTip(words.join(u'\n'));
    update();
}

QSize HitCurve::sizeHint() const
{
    return {240, curveHeight + 2 * fontMetrics().height() + 2 * edge};
}

QSize HitCurve::minimumSizeHint() const
{
    return {160, sizeHint().height()};
}

void HitCurve::paintEvent(QPaintEvent *)
{
    if (m_levels.size() < 2)
        return;
    const ChartPalette colors = ChartPalette::from(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int line = fontMetrics().height();
    const QRectF area(edge, edge + line, width() - 2 * edge, height() - 2 * edge - 2 * line);
    const auto most = static_cast<double>(m_levels.back().limit.entries);
    const double highest = std::max(1.0, missPercent(m_levels.front()) * 1.1);
    const auto xOf = [&](double entries) { return area.left() + area.width() * entries / most; };
    const auto yOf = [&](double percent) {
        return area.bottom() - area.height() * std::clamp(percent / highest, 0.0, 1.0);
    };
    painter.setPen(QPen(colors.grid, 1));
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    // The words of the levels from the right, which is the present limit; what does not fit is left out.
    double free = area.right() + 1;
    for (auto level = m_levels.crbegin(); level != m_levels.crend(); ++level) {
        const double x = xOf(static_cast<double>(level->limit.entries));
        painter.setPen(QPen(colors.levelOf(level->level), 1, Qt::DashLine));
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        const QString word = text::levelWord(level->level);
        const double wide = fontMetrics().horizontalAdvance(word);
        const double left = std::clamp(x - wide / 2, area.left(), area.right() - wide);
        if (left + wide > free - edge && level != m_levels.crbegin())
            continue;
        painter.setPen(colors.levelOf(level->level));
        painter.drawText(QPointF(left, area.top() - fontMetrics().descent()), word);
        free = left;
    }
    // Monotone between the known limits, so that nothing is promised between them that is not known.
    QPolygonF curve;
    for (qsizetype i = 0; i + 1 < m_levels.size(); ++i)
        for (int step = 0; step <= steps; ++step) {
            const double share = static_cast<double>(step) / steps;
            const LevelHits &from = m_levels[i];
            const LevelHits &to = m_levels[i + 1];
            curve << QPointF(xOf(static_cast<double>(from.limit.entries) * (1 - share) +
                                 static_cast<double>(to.limit.entries) * share),
                             yOf(missPercent(from) * (1 - share) + missPercent(to) * share));
        }
    painter.setPen(QPen(colors.system, 1.5));
    painter.drawPolyline(curve);
    painter.setBrush(colors.system);
    for (const LevelHits &level : std::as_const(m_levels))
        painter.drawEllipse(QPointF(xOf(static_cast<double>(level.limit.entries)), yOf(missPercent(level))),
                            2.5, 2.5);
    painter.setPen(colors.text);
    const QRectF below(area.left(), area.bottom(), area.width(), line + edge);
    painter.drawText(below, Qt::AlignLeft | Qt::AlignVCenter, tr("misses, over the cache's limit"));
    painter.drawText(below, Qt::AlignRight | Qt::AlignVCenter,
                     tr("%1 entries").arg(text::count(m_levels.back().limit.entries)));
}

} // namespace manometer::gui
