// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/RemoteClock.h"

#include "pressure/Clock.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace manometer::remote {

RemoteClock::RemoteClock(Local local)
    : m_local(std::move(local))
{}

void RemoteClock::reset()
{
    const std::lock_guard lock(m_mutex);
    m_estimateMs.reset();
    m_smallestMs = {};
}

void RemoteClock::observe(qint64 remoteMs)
{
    const qint64 now = m_local();
    const std::lock_guard lock(m_mutex);
    const bool isFirst = !m_smallestMs[0];
    // A clock that went back is another clock.
    if (isFirst || remoteMs < m_newestRemoteMs) {
        m_smallestMs = {};
        m_windowStartMs = now;
    } else if (now - m_windowStartMs >= windowMs) {
        // However long ago: what arrives first after a suspend of this machine may have waited as long.
        m_smallestMs[1] = std::exchange(m_smallestMs[0], {});
        m_windowStartMs = now;
    }
    m_newestRemoteMs = remoteMs;
    m_smallestMs[0] = std::min(m_smallestMs[0].value_or(now - remoteMs), now - remoteMs);
}

void RemoteClock::estimate(qint64 remoteMs, qint64 ageMs)
{
    const qint64 now = m_local();
    const std::lock_guard lock(m_mutex);
    m_estimateMs = now - std::max<qint64>(ageMs, 0) - remoteMs;
}

qint64 RemoteClock::toLocal(qint64 remoteMs) const
{
    const std::lock_guard lock(m_mutex);
    if (!m_smallestMs[0])
        return remoteMs + m_estimateMs.value_or(0);
    return remoteMs + std::min(*m_smallestMs[0], m_smallestMs[1].value_or(*m_smallestMs[0]));
}

qint64 RemoteClock::bootMs()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(pressure::sinceBoot()).count();
}

} // namespace manometer::remote
