// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/CrosshairItem.h"

#include "gui/text/Levels.h"
#include "gui/text/Numbers.h"
#include "gui/text/Times.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

using namespace Qt::StringLiterals;

namespace manometer::gui {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Crosshair)
};

// A sample is valid until the next one is due, a bucket for its width.
constexpr qint64 standsMs = 3000;

// Hit ratio over the last samples: a single second has too few requests.
double hitPercent(const ChartSamples &samples, const ChartSamples::const_iterator &sample)
{
    constexpr qint64 windowMs = 60'000;
    auto from = sample;
    while (from != samples.begin() && from->link == ChartSample::Link::Joined &&
           sample->monotonicMs - from->monotonicMs < windowMs)
        --from;
    if (sample->cacheRequestsTotal <= from->cacheRequestsTotal ||
        sample->cacheHitsTotal < from->cacheHitsTotal)
        return views::absent;
    return 100.0 * static_cast<double>(sample->cacheHitsTotal - from->cacheHitsTotal) /
           static_cast<double>(sample->cacheRequestsTotal - from->cacheRequestsTotal);
}

} // namespace

namespace {

// `next`: the sample after the gap; null if there is none yet.
QString gapReason(const ChartSample *next)
{
    using Discontinuity = views::SampleRecord::Discontinuity;
    if (next && next->discontinuity == Discontinuity::Start)
        return Tr::tr("none: not running", "the signal, because of this program");
    if (next && next->discontinuity == Discontinuity::Suspend)
        return Tr::tr("none: suspended", "the signal, because of this machine");
    return Tr::tr("none");
}

void appendComposition(Reading &reading, const ChartSample &sample)
{
    const auto row = [&reading](const QString &name, float percent) {
        if (std::isfinite(percent))
            reading.rows.emplace_back(name, text::percent(double(percent)));
    };
    row(Tr::tr("In use"), sample.inUsePercent);
    row(Tr::tr("Buffers"), sample.buffersPercent);
    row(Tr::tr("Kernel cache"), sample.cachePercent);
    row(Tr::tr("Free"), 100.0F - sample.inUsePercent - sample.buffersPercent - sample.cachePercent);
    row(Tr::tr("Swap used"), sample.swapPercent);
    row(Tr::tr("Stalls (PSI)"), sample.stallPercent);
}

} // namespace

QString Reading::spoken() const
{
    QStringList parts{time};
    for (const auto &[name, value] : rows)
        parts += Tr::tr("%1: %2", "series and its value").arg(name, value);
    return parts.join(Tr::tr(", ", "between the parts of a sentence that is read out"));
}

Reading readingAt(const ChartSamples &samples, qint64 atMs, qint64 nowMs, Composition composition,
                  const pressure::Thresholds &thresholds)
{
    auto after =
        std::upper_bound(samples.begin(), samples.end(), atMs,
                         [](qint64 time, const ChartSample &sample) { return time < sample.monotonicMs; });
    if (after == samples.begin())
        return {};
    const auto sample = std::prev(after);
    Reading reading;
    reading.time = Tr::tr("%1 (%2 ago)")
                       .arg(text::dateAndTime(sample->wallMs + (atMs - sample->monotonicMs)),
                            text::duration(std::max<qint64>(0, nowMs - atMs)));
    const qint64 stands = std::max<qint64>(standsMs, sample->bucketMs);
    if (sample->link == ChartSample::Link::Unknown || atMs - sample->monotonicMs > stands) {
        reading.rows.emplace_back(Tr::tr("Signal"), gapReason(after == samples.end() ? nullptr : &*after));
        return reading;
    }
    // The thresholds are drawn beside it.
    QString used = text::percentBeside(sample->usedPercent, thresholds);
    if (sample->bucketMs > 0)
        used = Tr::tr("%1 (%2 to %3)")
                   .arg(used, text::percentBeside(double(sample->lowestPercent), thresholds),
                        text::percentBeside(double(sample->highestPercent), thresholds));
    reading.rows.emplace_back(
        sample->basis == pressure::Basis::Host ? Tr::tr("Memory used") : Tr::tr("Control group used"), used);
    reading.rows.emplace_back(Tr::tr("Level"), text::levelWord(sample->applied));
    if (composition == Composition::Shown)
        appendComposition(reading, *sample);
    if (std::isfinite(sample->processRssMebibytes))
        reading.rows.emplace_back(
            Tr::tr("This program's RSS"),
            text::size(static_cast<quint64>(sample->processRssMebibytes * 1024 * 1024)));
    if (!std::isfinite(sample->cacheEntries)) {
        reading.rows.emplace_back(
            Tr::tr("Cache limit"),
            Tr::tr("%1 entries").arg(text::count(static_cast<quint64>(sample->cacheLimitEntries))));
        return reading;
    }
    reading.rows.emplace_back(Tr::tr("Cache"),
                              Tr::tr("%1 of %2 entries")
                                  .arg(text::count(static_cast<quint64>(sample->cacheEntries)),
                                       text::count(static_cast<quint64>(sample->cacheLimitEntries))));
    reading.rows.emplace_back(Tr::tr("Hit ratio"), text::percent(hitPercent(samples, sample)));
    return reading;
}

std::size_t fittingRows(const Reading &reading, double height, double lineHeight)
{
    // One line is the time.
    const double lines = std::max(1.0, std::floor(height / std::max(lineHeight, 1.0)) - 1);
    return std::min(reading.rows.size(), static_cast<std::size_t>(lines));
}

QRectF placeBeside(const Lines &curve, const ValueScale &scale, const QRectF &plot, double x,
                   const QSizeF &size)
{
    constexpr double distance = 6;
    // How much of the curve's height a panel hides within its width.
    const auto hidden = [&](const QRectF &panel) {
        double covered = 0;
        for (const QPolygonF &stretch : curve.stretches)
            for (const QPointF &point : stretch)
                if (point.x() >= panel.left() - distance && point.x() <= panel.right() + distance) {
                    const double y = scale.y(point.y());
                    covered += y > panel.top() - distance && y < panel.bottom() + distance ? 1 : 0;
                }
        return covered;
    };
    const double rightOf = x + distance;
    const double leftOf = x - distance - size.width();
    const double top = plot.top() + distance;
    const double bottom = std::max(top, plot.bottom() - distance - size.height());
    std::vector<QRectF> candidates;
    for (const double left : {rightOf, leftOf})
        if (left >= plot.left() && left + size.width() <= plot.right())
            for (const double y : {top, bottom})
                candidates.emplace_back(QPointF(left, y), size);
    if (candidates.empty()) // wider than either side
        candidates.emplace_back(QPointF(std::max(plot.left(), plot.right() - size.width()), top), size);
    return *std::min_element(
        candidates.begin(), candidates.end(),
        [&hidden](const QRectF &one, const QRectF &other) { return hidden(one) < hidden(other); });
}

void CrosshairItem::show(double x, Reading reading, Detail detail)
{
    prepareGeometryChange();
    m_detail = detail;
    m_x = x;
    m_reading = std::move(reading);
    update();
}

void CrosshairItem::hideLine()
{
    if (m_reading.isEmpty())
        return;
    prepareGeometryChange();
    m_reading = {};
    update();
}

QRectF CrosshairItem::boundingRect() const
{
    const ChartAreas &areas = frame().areas;
    return m_reading.isEmpty() ? QRectF()
                               : areas.plot.united(areas.ribbon)
                                     .united(areas.cache)
                                     .united(areas.process)
                                     .united(areas.stalls);
}

void CrosshairItem::draw(QPainter *painter)
{
    const QRectF area = boundingRect();
    if (area.isEmpty())
        return;
    painter->setPen(QPen(colors().text, 1));
    const double x = std::round(m_x);
    painter->drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    if (m_detail == Detail::Line)
        return;
    const QFontMetricsF metrics(painter->font());
    const QRectF &plot = frame().areas.plot;
    const auto shown =
        std::span(m_reading.rows)
            .first(fittingRows(m_reading, frame().areas.times.bottom() - plot.top() - 4 * padding,
                               metrics.height()));
    double names = 0;
    double values = 0;
    for (const auto &[name, value] : shown) {
        names = std::max(names, metrics.horizontalAdvance(name));
        values = std::max(values, metrics.horizontalAdvance(value));
    }
    const double width =
        std::max(names + values + 2 * padding, metrics.horizontalAdvance(m_reading.time)) + 2 * padding;
    const double height = metrics.height() * static_cast<double>(shown.size() + 1) + 2 * padding;
    const QRectF panel = placeBeside(frame().system, frame().percent, plot, x, QSizeF(width, height));
    painter->setBrush(colors().background);
    painter->drawRoundedRect(panel, 3, 3);
    painter->setBrush(Qt::NoBrush);
    double y = panel.top() + padding;
    const auto row = [&](const QString &name, const QString &value) {
        const QRectF line(panel.left() + padding, y, width - 2 * padding, metrics.height());
        write(painter, line, Qt::AlignLeft | Qt::AlignVCenter, name);
        write(painter, line, Qt::AlignRight | Qt::AlignVCenter, value);
        y += metrics.height();
    };
    row(m_reading.time, {});
    for (const auto &[name, value] : shown)
        row(name, value);
}

void BrushItem::mark(double fromX, double toX)
{
    prepareGeometryChange();
    m_fromX = std::min(fromX, toX);
    m_toX = std::max(fromX, toX);
    update();
}

QRectF BrushItem::boundingRect() const
{
    const QRectF &plot = frame().areas.plot;
    return QRectF(QPointF(m_fromX, plot.top()), QPointF(m_toX, plot.bottom())) & plot;
}

void BrushItem::draw(QPainter *painter)
{
    if (m_toX <= m_fromX)
        return;
    QColor fill = colors().system;
    fill.setAlphaF(0.2F);
    painter->fillRect(boundingRect(), fill);
    painter->setPen(QPen(colors().system, 1));
    painter->drawLine(boundingRect().topLeft(), boundingRect().bottomLeft());
    painter->drawLine(boundingRect().topRight(), boundingRect().bottomRight());
}

} // namespace manometer::gui
