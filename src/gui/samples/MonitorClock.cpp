// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/samples/MonitorClock.h"

#include <ctime>
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
    // Goes on during sleep, as the monitor's clock does: the picture does not stand still afterwards.
    timespec time{};
    ::clock_gettime(CLOCK_BOOTTIME, &time);
    return qint64(time.tv_sec) * 1000 + time.tv_nsec / 1'000'000;
}

} // namespace manometer::gui
