// SPDX-License-Identifier: GPL-3.0-or-later
//
// TimeChart's mouse and keyboard input. Left drag: zoom into a range. Middle or Shift drag: pan. Wheel: zoom
// around the pointer; sideways or with Shift: pan. Double-click: previous view. In the overview: move the
// window there.
#include "gui/chart/TimeChart.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

using namespace std::chrono_literals;

namespace manometer::gui {

namespace {

constexpr double nudgePoints = 0.1;
constexpr double pageNudgePoints = 1.0;
constexpr double leastBrush = 6;     // pixels; a shorter drag is a click
constexpr double wheelFactor = 1.25; // per notch
constexpr double notch = 120;        // of QWheelEvent::angleDelta
constexpr auto wheelPause = 1s;      // a later turn is a new entry in the zoom history
constexpr double keyStep = 1;        // pixels per arrow key …
constexpr double keyStride = 10;     // … with Ctrl

} // namespace

qint64 TimeChart::timeAt(double x) const
{
    const TimeScale &time = frame().time;
    return time.beginMs() +
           std::llround((x - time.left) / std::max(time.width, 1.0) * static_cast<double>(time.spanMs));
}

const EventMark *TimeChart::markAt(const QPointF &place) const
{
    for (const EventMark &mark : frame().marks)
        if (MarksItem::boxOf(mark, frame().areas.marks).adjusted(-3, -3, 3, 3).contains(place))
            return &mark;
    return nullptr;
}

const DraftLevels::Stretch *TimeChart::differenceAt(const QPointF &place) const
{
    constexpr double reach = 3; // pixels, for short ones
    if (!frame().areas.draftRibbon.contains(place))
        return nullptr;
    for (const DraftLevels::Stretch &stretch : frame().draftLevels.differences)
        if (place.x() >= frame().time.x(stretch.fromMs) - reach &&
            place.x() <= frame().time.x(stretch.toMs) + reach)
            return &stretch;
    return nullptr;
}

void TimeChart::mousePressEvent(QMouseEvent *event)
{
    QChartView::mousePressEvent(event);
    const QPointF place = mapToScene(event->position().toPoint());
    const ChartAreas &areas = frame().areas;
    m_gestureStart = place;
    m_gestureX = place.x();
    if (m_thresholds->dragged())
        return;
    const bool left = event->button() == Qt::LeftButton;
    const bool moves =
        event->button() == Qt::MiddleButton || (left && event->modifiers().testFlag(Qt::ShiftModifier));
    if (left && areas.overview.contains(place)) {
        m_gesture = Gesture::OverviewMove;
        m_window.remember();
        showFromOverview(place.x());
    } else if (const EventMark *mark = markAt(place); left && mark) {
        emit eventActivated(mark->positions.front());
    } else if (const auto *difference = differenceAt(place); left && difference) {
        showStretch(DraftLevels::Stretch(*difference)); // a copy: the frame changes
    } else if (!areas.plot.contains(place)) {
        return;
    } else if (moves) {
        m_gesture = Gesture::Pan;
        m_window.remember();
    } else if (left) {
        m_gesture = Gesture::Brush;
    }
}

void TimeChart::mouseMoveEvent(QMouseEvent *event)
{
    QChartView::mouseMoveEvent(event);
    const QPointF place = mapToScene(event->position().toPoint());
    const ChartAreas &areas = frame().areas;
    switch (m_gesture) {
    case Gesture::Brush:
        m_picture.brush().mark(m_gestureStart.x(),
                               std::clamp(place.x(), areas.plot.left(), areas.plot.right()));
        break;
    case Gesture::Pan:
        reframe([&] { m_window.panBy(timeAt(m_gestureX) - timeAt(place.x())); });
        m_gestureX = place.x();
        break;
    case Gesture::OverviewMove:
        return showFromOverview(place.x());
    case Gesture::None:
        break;
    }
    const QRectF readable = areas.plot.united(areas.ribbon).united(areas.cache).united(areas.process);
    if (readable.contains(place) && !m_thresholds->dragged())
        setCrosshair({.x = place.x(), .atMs = {}, .detail = CrosshairItem::Detail::Panel});
    else if (m_crosshair.x)
        setCrosshair({});
}

void TimeChart::mouseReleaseEvent(QMouseEvent *event)
{
    QChartView::mouseReleaseEvent(event);
    const Gesture gesture = std::exchange(m_gesture, Gesture::None);
    if (gesture != Gesture::Brush)
        return;
    m_picture.brush().mark(0, 0);
    const QRectF &plot = frame().areas.plot;
    const double x = std::clamp(mapToScene(event->position().toPoint()).x(), plot.left(), plot.right());
    if (std::abs(x - m_gestureStart.x()) < leastBrush)
        return;
    const qint64 from = timeAt(m_gestureStart.x());
    const qint64 to = timeAt(x);
    reframeRemembered([&] { m_window.show(from, to); });
}

void TimeChart::mouseDoubleClickEvent(QMouseEvent *event)
{
    QChartView::mouseDoubleClickEvent(event);
    if (frame().areas.plot.contains(mapToScene(event->position().toPoint())))
        viewBack();
}

void TimeChart::wheelEvent(QWheelEvent *event)
{
    event->accept();
    const QPoint turned = event->angleDelta();
    const bool sideways = turned.x() != 0 || event->modifiers().testFlag(Qt::ShiftModifier);
    const double notches = (turned.x() != 0 ? turned.x() : turned.y()) / notch;
    const bool another =
        !m_sinceWheel.isValid() || m_sinceWheel.hasExpired(std::chrono::milliseconds(wheelPause).count());
    m_sinceWheel.start();
    if (notches == 0)
        return;
    const qint64 anchor = timeAt(mapToScene(event->position().toPoint()).x());
    reframe([&] {
        if (another)
            m_window.remember();
        if (sideways)
            m_window.panBy(-std::llround(notches * static_cast<double>(m_window.spanMs()) / 10));
        else
            m_window.zoomAt(anchor, std::pow(wheelFactor, -notches));
    });
}

void TimeChart::leaveEvent(QEvent *event)
{
    QChartView::leaveEvent(event);
    if (m_crosshair.x)
        setCrosshair({});
}

void TimeChart::showFromOverview(double x)
{
    const TimeScale &all = frame().overviewTime;
    const double share = (x - all.left) / std::max(all.width, 1.0);
    const qint64 middle = all.beginMs() + std::llround(share * static_cast<double>(all.spanMs));
    reframe([&] {
        const qint64 half = m_window.spanMs() / 2;
        m_window.show(middle - half, middle - half + m_window.spanMs());
    });
}

void TimeChart::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_thresholds->dragged())
        return m_thresholds->cancelDrag();
    if (moveCrosshair(*event))
        return;
    const auto selected = selectedHandle();
    if (event->key() == Qt::Key_Escape && !selected && m_thresholds->changeCount() > 0)
        return m_thresholds->revert(); // which can be undone
    if (!selected || event->modifiers() != Qt::NoModifier)
        return QChartView::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Up:
        return m_thresholds->nudge(*selected, nudgePoints);
    case Qt::Key_Down:
        return m_thresholds->nudge(*selected, -nudgePoints);
    case Qt::Key_PageUp:
        return m_thresholds->nudge(*selected, pageNudgePoints);
    case Qt::Key_PageDown:
        return m_thresholds->nudge(*selected, -pageNudgePoints);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        emit valueEntryRequested(*selected);
        return;
    case Qt::Key_Escape:
        return m_picture.handles().select(std::nullopt);
    default:
        QChartView::keyPressEvent(event);
    }
}

bool TimeChart::moveCrosshair(const QKeyEvent &event)
{
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    if (modifiers != Qt::NoModifier && modifiers != Qt::ControlModifier)
        return false;
    const TimeScale &time = frame().time;
    const double msPerPixel = static_cast<double>(time.spanMs) / std::max(time.width, 1.0);
    const double pixels = modifiers == Qt::ControlModifier ? keyStride : keyStep;
    const qint64 step = std::max<qint64>(1, std::llround(pixels * msPerPixel));
    const qint64 here = m_crosshair.atMs ? *m_crosshair.atMs
                        : m_crosshair.x  ? timeAt(*m_crosshair.x)
                                         : time.endMs;
    qint64 there = 0;
    switch (event.key()) {
    case Qt::Key_Left:
        there = here - step;
        break;
    case Qt::Key_Right:
        there = here + step;
        break;
    case Qt::Key_Home:
        there = time.beginMs();
        break;
    case Qt::Key_End:
        there = time.endMs;
        break;
    case Qt::Key_Escape:
        if (!m_crosshair.isShown())
            return false;
        setCrosshair({});
        return true;
    default:
        return false;
    }
    setCrosshair({.x = {},
                  .atMs = std::clamp(there, time.beginMs(), time.endMs),
                  .detail = CrosshairItem::Detail::Panel});
    // Moved by keys, it is announced to screen readers, which cannot follow it otherwise.
    setAccessibleDescription(m_crosshairReading.spoken());
    return true;
}

void TimeChart::setCrosshair(const Crosshair &crosshair)
{
    m_crosshair = crosshair;
    placeCrosshair();
}

void TimeChart::placeCrosshair()
{
    const TimeScale &time = frame().time;
    const qint64 at = m_crosshair.atMs ? *m_crosshair.atMs : m_crosshair.x ? timeAt(*m_crosshair.x) : 0;
    if (!m_crosshair.isShown() || at < time.beginMs() || at > time.endMs) {
        m_crosshairReading = {};
        return m_picture.crosshair().hideLine();
    }
    m_crosshairReading = readingAt(m_samples->samples(), at, m_samples->nowMs().value_or(at), composition(),
                                   m_thresholds->applied());
    m_picture.crosshair().show(time.x(at), m_crosshairReading, m_crosshair.detail);
}

std::optional<qint64> TimeChart::crosshairWallMs() const
{
    if (m_crosshairReading.isEmpty())
        return std::nullopt;
    return (m_crosshair.atMs ? *m_crosshair.atMs : timeAt(*m_crosshair.x)) + m_picture.wallOffsetMs();
}

} // namespace manometer::gui
