// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/samples/MonitorClock.h"

#include "pressure/Clock.h"

#include <chrono>
#include <utility>

namespace manometer::gui {

MonitorClock::MonitorClock(Local local)
    : m_local(std::move(local))
{}

MonitorClock MonitorClock::standing()
{
    MonitorClock clock([] { return qint64(0); });
    clock.m_isStanding = true;
    return clock;
}

void MonitorClock::observe(qint64 monotonicMs, qint64 ageMs)
{
    m_offsetMs = monotonicMs + (m_isStanding ? 0 : ageMs) - m_local();
}

std::optional<qint64> MonitorClock::nowMs() const
{
    return m_offsetMs ? std::optional(m_local() + *m_offsetMs) : std::nullopt;
}

qint64 MonitorClock::steadyMs()
{
    // Continues during suspend, like the monitor's clock, so that the chart does not stop afterwards.
    return std::chrono::duration_cast<std::chrono::milliseconds>(pressure::sinceBoot()).count();
}

} // namespace manometer::gui
