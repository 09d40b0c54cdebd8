// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/samples/MonitorClock.h"

#include <chrono>
#include <utility>

namespace manometer::gui {

MonitorClock::MonitorClock(Local local)
    : m_local(std::move(local))
{}

void MonitorClock::observe(qint64 monotonicMs, qint64 ageMs)
{
    m_offsetMs = monotonicMs + ageMs - m_local();
}

std::optional<qint64> MonitorClock::nowMs() const
{
    return m_offsetMs ? std::optional(m_local() + *m_offsetMs) : std::nullopt;
}

qint64 MonitorClock::steadyMs()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

} // namespace manometer::gui
