// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/TimeChart.h"

#include "gui/text/Levels.h"
#include "gui/text/Times.h"

#include <QDateTime>
#include <QGraphicsLayout>
#include <QtCharts/QChart>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace manometer::gui {

using pressure::Level;

namespace {

constexpr std::chrono::seconds defaultSpan = 15min; // long enough for a trend, short enough for a spike
// Until there is enough data for the default.
constexpr std::array<std::chrono::seconds, 3> fittedSpans{2min, 5min, defaultSpan};
constexpr QSize leastChartSize(300, 120);
constexpr auto frameInterval = 250ms; // four frames a second are enough for a gauge
// Keeps time moving when no samples arrive. Longer than the sample interval of 1 s, so it does not fire
// while they do.
constexpr auto heartbeatInterval = 1100ms;

} // namespace

TimeChart::TimeChart(const SampleModel *samples, ThresholdModel *thresholds, QWidget *parent)
    : QChartView(parent)
    , m_samples(samples)
    , m_thresholds(thresholds)
    , m_picture(chart(), samples, thresholds)
    , m_window(defaultSpan)
{
    setObjectName(u"timeChart"_s);
    setAccessibleName(tr("Chart of memory pressure"));
    viewport()->setAccessibleName(accessibleName());
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setMinimumSize(leastChartSize);
    setMouseTracking(true);
    // Never mirrored: time runs to the right in every language.
    setLayoutDirection(Qt::LeftToRight);
    applyColors();

    m_coalesce.setSingleShot(true);
    m_coalesce.setInterval(frameInterval);
    connect(&m_coalesce, &QTimer::timeout, this, &TimeChart::refresh);
    m_heartbeat.setInterval(heartbeatInterval);
    connect(&m_heartbeat, &QTimer::timeout, this, &TimeChart::schedule);
    m_heartbeat.start();
    connect(m_samples, &SampleModel::changed, this, &TimeChart::schedule);
    // A dragged handle follows at once, not four times a second.
    connect(m_thresholds, &ThresholdModel::changed, this, &TimeChart::refresh);
    connect(chart(), &QChart::plotAreaChanged, this, &TimeChart::refresh);
    connect(&m_picture.handles(), &HandleColumn::selectionChanged, this, [this] {
        const auto level = selectedHandle();
        setAccessibleDescription(level ? tr("Selected: the threshold of %1").arg(text::levelWord(*level))
                                       : QString());
    });
}

void TimeChart::applyColors()
{
    m_picture.setColors(palette(), font());
    setBackgroundBrush(ChartPalette::from(palette()).plot);
}

void TimeChart::reframe(const std::function<void()> &change)
{
    const Picture before = picture();
    const auto spanBefore = span();
    if (before == Picture::Live)
        m_window.setNow(m_samples->nowMs().value_or(0));
    change();
    m_fitsSpan = m_fitsSpan && span() == spanBefore;
    refresh();
    if (span() != spanBefore)
        emit spanChanged(span());
    if (picture() != before)
        emit pictureChanged(picture());
    emit viewsChanged();
}

void TimeChart::reframeRemembered(const std::function<void()> &change)
{
    reframe([this, &change] {
        m_window.remember();
        change();
    });
}

std::chrono::seconds TimeChart::span() const
{
    return std::chrono::round<std::chrono::seconds>(std::chrono::milliseconds(m_window.spanMs()));
}

void TimeChart::setSpan(std::chrono::seconds span)
{
    if (span != this->span() && span > 0s)
        reframeRemembered([this, span] { m_window.setSpan(span); });
}

void TimeChart::zoomIn()
{
    const auto &spans = chartSpans();
    const auto here = std::lower_bound(spans.begin(), spans.end(), span());
    if (here != spans.begin())
        setSpan(*std::prev(here));
}

void TimeChart::zoomOut()
{
    const auto &spans = chartSpans();
    const auto next = std::upper_bound(spans.begin(), spans.end(), span());
    if (next != spans.end())
        setSpan(*next);
}

void TimeChart::resetZoom()
{
    setSpan(defaultSpan);
    m_fitsSpan = true;
    refresh();
}

// A first start has seconds of data: in a quarter of an hour they would be a dot at the edge.
void TimeChart::fitSpan()
{
    if (!m_fitsSpan || picture() != Picture::Live || m_samples->samples().empty())
        return;
    const std::chrono::milliseconds held(m_window.endMs() - m_samples->samples().front().monotonicMs);
    const auto wanted =
        *std::find_if(fittedSpans.begin(), fittedSpans.end(), [held](std::chrono::seconds span) {
            return span >= held || span == fittedSpans.back();
        });
    if (wanted == span())
        return;
    m_window.setSpan(wanted);
    emit spanChanged(wanted);
}

void TimeChart::panEarlier()
{
    reframeRemembered([this] { m_window.panBy(-m_window.spanMs() / 2); });
}

void TimeChart::panLater()
{
    reframeRemembered([this] {
        m_window.setNow(m_samples->nowMs().value_or(0));
        m_window.panBy(m_window.spanMs() / 2);
    });
}

void TimeChart::viewBack()
{
    reframe([this] { m_window.back(); });
}

void TimeChart::viewForward()
{
    reframe([this] { m_window.forward(); });
}

void TimeChart::setPicture(Picture wanted)
{
    if (wanted == picture())
        return;
    reframe([this, wanted] {
        m_window.setNow(m_samples->nowMs().value_or(0));
        if (wanted == Picture::Live) {
            m_window.follow();
            if (const auto span = std::exchange(m_liveSpanMs, std::nullopt))
                m_window.setSpan(std::chrono::milliseconds(*span));
        } else {
            m_window.hold();
        }
    });
}

void TimeChart::setSignal(Signal signal)
{
    if (signal == m_signal)
        return;
    m_signal = signal;
    schedule();
}

void TimeChart::setThresholdsMovable(bool movable)
{
    m_picture.handles().setMovable(movable);
}

void TimeChart::setComposition(Composition composition)
{
    m_picture.setComposition(composition);
    refresh();
    emit legendChanged();
}

void TimeChart::setRoomAtLegend(int above, int beside)
{
    if (m_picture.setRoomAtLegend(above, beside))
        refresh();
}

void TimeChart::setDraftLevels(DraftLevels levels)
{
    if (levels.runs.empty() && frame().draftLevels.runs.empty())
        return;
    if (m_picture.setDraftLevels(std::move(levels)))
        refresh();
}

void TimeChart::showStretch(const DraftLevels::Stretch &stretch)
{
    // With as much before and after it as it is long, at least a minute, but nothing that is not in view.
    const qint64 around = std::max<qint64>(stretch.toMs - stretch.fromMs, 60'000);
    const qint64 from = std::max(stretch.fromMs - around, m_window.beginMs());
    const qint64 to = std::min(stretch.toMs + around, m_window.endMs());
    reframeRemembered([&] {
        m_window.setNow(m_samples->nowMs().value_or(0));
        m_window.show(from, to);
    });
}

bool TimeChart::showDifference()
{
    const auto &differences = frame().draftLevels.differences;
    const auto longest =
        std::max_element(differences.begin(), differences.end(), [](const auto &one, const auto &other) {
            return one.toMs - one.fromMs < other.toMs - other.fromMs;
        });
    if (longest == differences.end())
        return false;
    showStretch(DraftLevels::Stretch(*longest));
    return true;
}

void TimeChart::setConnectionMark(const QString &mark)
{
    m_connectionMark = mark;
    schedule();
}

views::TimeRange TimeChart::visibleRange() const
{
    if (m_samples->samples().empty())
        return {};
    const qint64 offset = m_picture.wallOffsetMs();
    return {.fromWallMs = m_window.beginMs() + offset, .toWallMs = m_window.endMs() + offset};
}

void TimeChart::showTimes(const views::TimeRange &range)
{
    const qint64 offset = m_picture.wallOffsetMs();
    if (picture() == Picture::Live)
        m_liveSpanMs = m_window.spanMs();
    reframeRemembered([this, &range, offset] {
        const qint64 now = m_samples->nowMs().value_or(0);
        m_window.setNow(now);
        m_window.show(range.fromWallMs - offset, std::min(range.toWallMs - offset, now));
        m_window.hold(); // also a range that ends now: it must not move
    });
}

void TimeChart::showMoment(qint64 at)
{
    if (at < m_window.beginMs() || at > m_window.endMs())
        reframeRemembered([this, at] {
            const qint64 half = m_window.spanMs() / 2;
            m_window.setNow(m_samples->nowMs().value_or(0));
            m_window.show(at - half, at + half);
        });
    setCrosshair({.x = {}, .atMs = at, .detail = CrosshairItem::Detail::Line});
}

void TimeChart::setEvents(std::vector<ChartEvent> events)
{
    m_picture.setEvents(std::move(events));
    schedule();
}

void TimeChart::selectEvent(quint64 position)
{
    if (position == m_picture.selectedEvent())
        return;
    m_picture.selectEvent(position);
    refresh();
}

void TimeChart::selectNextHandle()
{
    setFocus(Qt::ShortcutFocusReason);
    const auto selected = selectedHandle();
    if (!selected || selected == Level::Critical)
        m_picture.handles().select(Level::Elevated);
    else
        m_picture.handles().select(selected == Level::Elevated ? Level::High : Level::Critical);
}

QPoint TimeChart::handlePosition(Level level) const
{
    const ThresholdHandle *handle = m_picture.handles().handle(level);
    return handle ? mapFromScene(handle->mapToScene(QPointF(ThresholdHandle::tagWidth / 2, 0))) : QPoint();
}

void TimeChart::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyColors();
    QChartView::changeEvent(event);
}

void TimeChart::showEvent(QShowEvent *event)
{
    QChartView::showEvent(event);
    refresh();
}

void TimeChart::focusOutEvent(QFocusEvent *event)
{
    // After Enter moved the focus to the spin box, the handle stays selected, because its value is being
    // typed.
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)
        m_picture.handles().select(std::nullopt);
    // The panel of a crosshair that keys placed would stay over the chart; its line keeps the place. A menu
    // or a dialog is for the crosshair, such as a note.
    const bool isForGood = event->reason() != Qt::PopupFocusReason &&
                           event->reason() != Qt::ActiveWindowFocusReason &&
                           event->reason() != Qt::MenuBarFocusReason;
    if (isForGood && m_crosshair.atMs && showsPanel())
        setCrosshair({.x = {}, .atMs = m_crosshair.atMs, .detail = CrosshairItem::Detail::Line});
    QChartView::focusOutEvent(event);
}

void TimeChart::resizeEvent(QResizeEvent *event)
{
    m_picture.resize(event->size());
    QChartView::resizeEvent(event);
    // It raises the minimum to what the axes need at this height, and never lowers it.
    setMinimumSize(leastChartSize);
    // If an axis range changed during the chart's layout, the chart keeps the old size; lay it out again.
    chart()->layout()->invalidate();
    chart()->layout()->activate();
    chart()->resize(QSizeF(event->size())); // again: the first time, its old margins limited it
    refresh();
}

void TimeChart::schedule()
{
    const bool seen = isVisible() && !window()->isMinimized();
    // A recording is complete once it is loaded.
    const bool isUpdated = picture() == Picture::Live || m_signal == Signal::Recorded;
    if (seen && isUpdated && !m_coalesce.isActive())
        m_coalesce.start();
}

void TimeChart::refresh()
{
    if (!isVisible())
        return;
    m_heartbeat.start();
    m_coalesce.stop(); // what it waits for is drawn now
    m_window.setNow(m_samples->nowMs().value_or(0));
    fitSpan();
    m_picture.layOut(m_window);
    m_picture.show(m_window, markText());
    placeCrosshair();
}

QString TimeChart::markText() const
{
    if (m_signal == Signal::Recorded)
        return tr("RECORDING");
    if (picture() == Picture::Paused)
        return tr("PAUSED at %1; recording continues")
            .arg(text::timeOrDate(m_window.endMs() + m_picture.wallOffsetMs(),
                                  QDateTime::currentMSecsSinceEpoch()));
    if (!m_connectionMark.isEmpty())
        return m_connectionMark;
    return m_signal == Signal::Stale ? tr("STALE") : QString();
}

} // namespace manometer::gui
