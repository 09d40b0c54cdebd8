// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/TimeWindow.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace manometer::gui {

namespace {

// More steps than an operator goes back.
constexpr std::size_t mostRemembered = 50;
// A window moved this close to the present, as a share of the span, follows it again: the present advances
// during the drag.
constexpr qint64 nearShare = 50;

} // namespace

TimeWindow::TimeWindow(std::chrono::milliseconds span)
{
    put({.endMs = 0, .spanMs = span.count(), .follows = true});
}

void TimeWindow::put(Place place)
{
    place.spanMs = std::clamp<qint64>(place.spanMs, leastSpan.count(), greatestSpan.count());
    // No window ends after the present.
    if (place.follows || place.endMs >= m_nowMs) {
        place.follows = true;
        place.endMs = m_nowMs;
    }
    m_place = place;
}

void TimeWindow::setNow(qint64 nowMs)
{
    m_nowMs = nowMs;
    // A clock that went back belongs to another machine; its held range does not exist here.
    if (m_place.follows || m_place.endMs > nowMs)
        m_place.endMs = nowMs;
}

void TimeWindow::follow()
{
    put({.endMs = m_nowMs, .spanMs = m_place.spanMs, .follows = true});
}

void TimeWindow::hold()
{
    m_place.follows = false;
}

void TimeWindow::setSpan(std::chrono::milliseconds span)
{
    const bool held = !m_place.follows;
    m_place.spanMs = std::clamp(span, leastSpan, greatestSpan).count();
    m_place.follows = !held;
}

void TimeWindow::zoomAt(qint64 anchorMs, double factor)
{
    if (!std::isfinite(factor) || factor <= 0)
        return;
    const double wanted = static_cast<double>(m_place.spanMs) * factor;
    const auto span = std::clamp<qint64>(std::llround(std::min(wanted, double(greatestSpan.count()))),
                                         leastSpan.count(), greatestSpan.count());
    if (m_place.follows)
        return setSpan(std::chrono::milliseconds(span));
    // Uses the limited span, not the requested one, so that nothing moves at the limits.
    const double applied = static_cast<double>(span) / static_cast<double>(m_place.spanMs);
    const double behind = static_cast<double>(m_place.endMs - anchorMs) * applied;
    put({.endMs = anchorMs + std::llround(behind), .spanMs = span, .follows = false});
}

void TimeWindow::panBy(qint64 ms)
{
    if (ms == 0 || (m_place.follows && ms > 0))
        return;
    const qint64 end = m_place.endMs + ms;
    const bool reached = ms > 0 && m_nowMs - end <= m_place.spanMs / nearShare;
    put({.endMs = end, .spanMs = m_place.spanMs, .follows = reached});
}

void TimeWindow::show(qint64 fromMs, qint64 toMs)
{
    if (fromMs > toMs)
        std::swap(fromMs, toMs);
    const qint64 middle = fromMs + (toMs - fromMs) / 2;
    const qint64 span = std::clamp<qint64>(toMs - fromMs, leastSpan.count(), greatestSpan.count());
    // A range below the least span is centred.
    put({.endMs = span == toMs - fromMs ? toMs : middle + span / 2, .spanMs = span, .follows = false});
}

void TimeWindow::remember()
{
    m_future.clear();
    if (!m_past.empty() && m_past.back() == m_place)
        return;
    m_past.push_back(m_place);
    if (m_past.size() > mostRemembered)
        m_past.erase(m_past.begin());
}

void TimeWindow::back()
{
    if (m_past.empty())
        return;
    m_future.push_back(m_place);
    put(std::exchange(m_past.back(), {}));
    m_past.pop_back();
}

void TimeWindow::forward()
{
    if (m_future.empty())
        return;
    m_past.push_back(m_place);
    put(std::exchange(m_future.back(), {}));
    m_future.pop_back();
}

} // namespace manometer::gui
