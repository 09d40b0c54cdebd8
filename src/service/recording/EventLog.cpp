// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/recording/EventLog.h"

#include <algorithm>

namespace manometer::service {

void EventLog::append(const Event &event)
{
    if (m_events.size() == capacity)
        m_events.pop_front();
    m_events.push_back(event);
    m_events.back().id = ++m_lastId;
    emit appended(m_events.back());
}

QFuture<QList<Event>> EventLog::events(quint64 firstId, qsizetype count) const
{
    QList<Event> found;
    // Ids are consecutive: the place of one is known.
    const quint64 oldest = m_events.empty() ? 1 : m_events.front().id;
    const quint64 start = std::max(firstId, oldest) - oldest;
    for (quint64 i = start; i < m_events.size() && found.size() < count; ++i)
        found.append(m_events[i]);
    return QtFuture::makeReadyFuture(found);
}

} // namespace manometer::service
