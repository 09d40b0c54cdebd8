// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/TimeChart.h"

#include "gui/text/Levels.h"
#include "gui/text/Numbers.h"

#include <QDateTime>
#include <QKeyEvent>
#include <QtCharts/QChart>

#include <algorithm>
#include <array>
#include <cmath>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace manometer::gui {

using pressure::Level;

namespace {

constexpr std::array levelsWithThreshold{Level::Elevated, Level::High, Level::Critical};
constexpr std::chrono::seconds defaultSpan = 15min; // long enough for a trend, short enough for a spike
constexpr auto frameInterval = 250ms;               // four pictures a second are fluent enough for a gauge
constexpr auto heartbeatInterval = 1s;              // time goes on when no samples come
constexpr double ribbonHeight = 16;
constexpr double ribbonGap = 2;
// Above the axes and the grid, which Qt Charts keeps below 10.
constexpr double dataLayer = 100;
constexpr double nudgePoints = 0.1;
constexpr double pageNudgePoints = 1.0;

} // namespace

TimeChart::TimeChart(const SampleModel *samples, ThresholdModel *thresholds, QWidget *parent)
    : QChartView(parent)
    , m_samples(samples)
    , m_thresholds(thresholds)
    , m_axes(chart())
    , m_item(new DataItem(chart()))
    , m_span(defaultSpan)
{
    m_item->setZValue(dataLayer);
    setObjectName(u"timeChart"_s);
    setAccessibleName(tr("Chart of memory pressure"));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setMinimumSize(400, 220); // lower, the handles would cover each other
    // The time axis is never mirrored: time runs to the right in every language.
    setLayoutDirection(Qt::LeftToRight);
    arrangeChart();
    buildHandles();
    applyColors();

    m_coalesce.setSingleShot(true);
    m_coalesce.setInterval(frameInterval);
    connect(&m_coalesce, &QTimer::timeout, this, &TimeChart::refresh);
    m_heartbeat.setInterval(heartbeatInterval);
    connect(&m_heartbeat, &QTimer::timeout, this, &TimeChart::schedule);
    m_heartbeat.start();
    connect(m_samples, &SampleModel::changed, this, &TimeChart::schedule);
    // A handle follows the hand at once, not four times a second.
    connect(m_thresholds, &ThresholdModel::changed, this, &TimeChart::refresh);
    connect(chart(), &QChart::plotAreaChanged, this, &TimeChart::refresh);
}

void TimeChart::arrangeChart()
{
    chart()->legend()->hide();
    chart()->setBackgroundRoundness(0);
    chart()->setAnimationOptions(QChart::NoAnimation);
    // Left: the handles. Above: the legend. Below: the ribbon.
    chart()->setMargins(QMargins(static_cast<int>(ThresholdHandle::tagWidth) + 4, fontMetrics().height() + 10,
                                 8, static_cast<int>(ribbonHeight + ribbonGap) + 6));
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
}

void TimeChart::buildHandles()
{
    for (const Level level : levelsWithThreshold) {
        auto *handle = new ThresholdHandle(level, chart());
        handle->setZValue(dataLayer + 1);
        handle->setToolTip(
            tr("Drag to change where %1 begins. Nothing counts before Apply.").arg(text::levelWord(level)));
        connect(handle, &ThresholdHandle::dragStarted, this, [this](Level dragged) {
            select(dragged);
            m_thresholds->beginDrag(dragged);
        });
        connect(handle, &ThresholdHandle::draggedTo, this, [this](double y) {
            // The axis ends where the percentages do.
            m_thresholds->dragTo(std::clamp(frame().percent.value(y), 0.0, 100.0));
        });
        connect(handle, &ThresholdHandle::dragEnded, this, [this] { m_thresholds->endDrag(); });
        m_handles.push_back(handle);
    }
}

void TimeChart::applyColors()
{
    const ChartPalette colors = ChartPalette::from(palette());
    setBackgroundBrush(colors.background);
    chart()->setBackgroundBrush(colors.background);
    chart()->setPlotAreaBackgroundBrush(colors.plot);
    chart()->setPlotAreaBackgroundVisible(true);
    m_axes.setColors(colors, font());
    m_item->setColors(colors);
    for (ThresholdHandle *handle : m_handles)
        handle->setColors(colors);
}

void TimeChart::setSpan(std::chrono::seconds span)
{
    if (span == m_span || span <= 0s)
        return;
    m_span = span;
    refresh();
    emit spanChanged(span);
}

void TimeChart::zoomIn()
{
    const auto &spans = chartSpans();
    const auto here = std::lower_bound(spans.begin(), spans.end(), m_span);
    if (here != spans.begin())
        setSpan(*std::prev(here));
}

void TimeChart::zoomOut()
{
    const auto &spans = chartSpans();
    const auto next = std::upper_bound(spans.begin(), spans.end(), m_span);
    if (next != spans.end())
        setSpan(*next);
}

void TimeChart::resetZoom()
{
    setSpan(defaultSpan);
}

void TimeChart::setPicture(Picture picture)
{
    if (picture == m_picture)
        return;
    refresh(); // the last live picture is the one that is kept
    m_picture = picture;
    m_pausedAtWallMs = QDateTime::currentMSecsSinceEpoch();
    refresh();
}

void TimeChart::setSignal(Signal signal)
{
    if (signal == m_signal)
        return;
    m_signal = signal;
    schedule();
}

service::TimeRange TimeChart::visibleRange() const
{
    if (m_samples->samples().empty())
        return {};
    const ChartSample &newest = m_samples->samples().back();
    const qint64 end = newest.wallMs + (m_endMs - newest.monotonicMs);
    return {.fromWallMs = end - std::chrono::milliseconds(m_span).count(), .toWallMs = end};
}

void TimeChart::selectNextHandle()
{
    setFocus(Qt::ShortcutFocusReason);
    if (!m_selected || m_selected == Level::Critical)
        select(Level::Elevated);
    else
        select(m_selected == Level::Elevated ? Level::High : Level::Critical);
}

void TimeChart::select(std::optional<Level> level)
{
    m_selected = level;
    for (ThresholdHandle *handle : m_handles)
        handle->setSelection(level == handle->level() ? ThresholdHandle::Selection::Keyboard
                                                      : ThresholdHandle::Selection::None);
    setAccessibleDescription(level ? tr("Selected: the threshold of %1").arg(text::levelWord(*level))
                                   : QString());
}

QPoint TimeChart::handlePosition(Level level) const
{
    const auto found =
        std::find_if(m_handles.begin(), m_handles.end(),
                     [level](const ThresholdHandle *handle) { return handle->level() == level; });
    if (found == m_handles.end())
        return {};
    return mapFromScene((*found)->mapToScene(QPointF(-ThresholdHandle::tagWidth / 2, 0)));
}

void TimeChart::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_thresholds->dragged()) {
        m_thresholds->cancelDrag();
        return;
    }
    if (!m_selected || event->modifiers() != Qt::NoModifier) {
        QChartView::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Up:
        return m_thresholds->nudge(*m_selected, nudgePoints);
    case Qt::Key_Down:
        return m_thresholds->nudge(*m_selected, -nudgePoints);
    case Qt::Key_PageUp:
        return m_thresholds->nudge(*m_selected, pageNudgePoints);
    case Qt::Key_PageDown:
        return m_thresholds->nudge(*m_selected, -pageNudgePoints);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        emit valueEntryRequested(*m_selected);
        return;
    case Qt::Key_Escape:
        return select(std::nullopt);
    default:
        QChartView::keyPressEvent(event);
    }
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
    // Where Enter led to the spin box, the handle stays marked: it is the one whose value is typed.
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)
        select(std::nullopt);
    QChartView::focusOutEvent(event);
}

void TimeChart::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    refresh();
}

void TimeChart::schedule()
{
    const bool seen = isVisible() && !window()->isMinimized();
    if (seen && m_picture == Picture::Live && !m_coalesce.isActive())
        m_coalesce.start();
}

void TimeChart::refresh()
{
    const QRectF plot = chart()->plotArea();
    if (!isVisible() || plot.isEmpty())
        return;
    m_axes.setTime(m_span, plot.width());
    if (m_picture == Picture::Live)
        m_endMs = m_samples->nowMs().value_or(0);
    ChartFrame frame;
    frame.plot = plot;
    frame.time = {.endMs = m_endMs,
                  .spanMs = std::chrono::milliseconds(m_span).count(),
                  .left = plot.left(),
                  .width = plot.width()};
    frame.system = decimate(m_samples->samples(), frame.time, Series::SystemUsed);
    frame.process = decimate(m_samples->samples(), frame.time, Series::ProcessRss);
    frame.levels = levelRuns(m_samples->samples(), frame.time);
    frame.percent = {.minimum = 0, .maximum = 100, .top = plot.top(), .height = plot.height()};
    // While a handle is held, nothing else moves. A new range may move the plot area: again from the start.
    if (!m_thresholds->dragged() && m_axes.fitMebibytes(frame.process.lowest, frame.process.highest))
        return refresh();
    frame.mebibytes = {.minimum = m_axes.mebibytes().minimum,
                       .maximum = m_axes.mebibytes().maximum,
                       .top = plot.top(),
                       .height = plot.height()};
    frame.ribbon =
        QRectF(plot.left(), chart()->rect().bottom() - ribbonHeight - 4, plot.width(), ribbonHeight);
    frame.applied = m_thresholds->applied();
    frame.draft = m_thresholds->draft();
    const auto &samples = m_samples->samples();
    const auto newest = std::find_if(samples.rbegin(), samples.rend(), [](const ChartSample &sample) {
        return sample.link != ChartSample::Link::Unknown;
    });
    frame.systemLegend = tr("System memory used (left)");
    frame.processLegend = tr("This program's RSS (right)");
    if (newest != samples.rend() && m_picture == Picture::Live) {
        const QString used = text::percent(newest->usedPercent);
        frame.systemLegend = newest->basis == pressure::Basis::Host
                                 ? tr("System memory used %1 (left)").arg(used)
                                 : tr("Control group memory used %1 (left)").arg(used);
        frame.processLegend =
            tr("This program's RSS %1 (right)")
                .arg(text::size(static_cast<quint64>(newest->processRssMebibytes * 1024 * 1024)));
    }
    frame.mark = markText();
    if (m_samples->samples().empty())
        frame.emptyHint = tr("Waiting for the first sample.");
    m_item->setFrame(std::move(frame));
    placeHandles();
}

void TimeChart::placeHandles()
{
    for (ThresholdHandle *handle : m_handles) {
        const double value = m_thresholds->draft().of(handle->level()).enterPercent;
        // The tag's point looks at the axis; the axis' own labels lie between it and the plot.
        handle->setPos(ThresholdHandle::tagWidth + 3, frame().percent.y(value));
        handle->setLabel(text::threshold(value));
    }
}

QString TimeChart::markText() const
{
    if (m_picture == Picture::Paused)
        return tr("PAUSED at %1; recording goes on").arg(text::timeOfDay(m_pausedAtWallMs));
    return m_signal == Signal::Stale ? tr("STALE") : QString();
}

} // namespace manometer::gui
