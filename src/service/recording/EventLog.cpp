// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/recording/EventLog.h"

#include "service/Clock.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace manometer::service {

using namespace views;

void EventLog::beginLoading(std::chrono::milliseconds timeout)
{
    assert(m_events.empty());
    m_loadTimer.setSingleShot(true);
    m_loadTimer.setInterval(timeout);
    connect(&m_loadTimer, &QTimer::timeout, this, &EventLog::answerAll, Qt::UniqueConnection);
    m_isLoading = true;
    m_lastId = capacity;
}

void EventLog::loadSaved(const QList<Event> &saved)
{
    const std::size_t room = m_isLoading ? capacity - std::min(capacity, m_events.size()) : 0;
    quint64 id = m_lastId - m_events.size();
    // Monotonic times of another boot mean nothing here; recompute them from the wall clock.
    const pressure::ClockReading now = pressure::ClockReading::now();
    const qint64 wallOffsetMs = toMs(now.wall) - now.bootMs();
    auto older = saved.rbegin();
    for (std::size_t i = 0; i < room && older != saved.rend(); ++i, ++older) {
        m_events.push_front(*older);
        m_events.front().id = id--;
        m_events.front().monotonicMs = older->wallMs - wallOffsetMs;
    }
    m_isLoading = false;
    answerAll();
}

void EventLog::append(const Event &event)
{
    if (m_events.size() == capacity)
        m_events.pop_front();
    m_events.push_back(event);
    m_events.back().id = ++m_lastId;
    emit appended(m_events.back());
}

void EventLog::note(const NoteEvent &note)
{
    Event event = eventNow(note);
    std::get<NoteEvent>(event.what).text.truncate(mostNoteLength);
    emit noted(event);
    append(event);
}

QFuture<QList<Event>> EventLog::events(quint64 firstId, qsizetype count) const
{
    PendingQuery query{.answer = {}, .firstId = firstId, .count = count};
    query.answer.start();
    if (!m_isLoading) {
        query.answer.addResult(eventsFrom(firstId, count));
        query.answer.finish();
        return query.answer.future();
    }
    m_pendingQueries.push_back(std::move(query));
    if (!m_loadTimer.isActive())
        m_loadTimer.start();
    return m_pendingQueries.back().answer.future();
}

void EventLog::answerAll()
{
    m_loadTimer.stop();
    for (PendingQuery &query : std::exchange(m_pendingQueries, {})) {
        query.answer.addResult(eventsFrom(query.firstId, query.count));
        query.answer.finish();
    }
}

QList<Event> EventLog::eventsFrom(quint64 firstId, qsizetype count) const
{
    QList<Event> events;
    // Ids are consecutive, so an id gives the index.
    const quint64 oldest = m_events.empty() ? 1 : m_events.front().id;
    const quint64 start = std::max(firstId, oldest) - oldest;
    for (quint64 i = start; i < m_events.size() && events.size() < count; ++i)
        events.append(m_events[i]);
    return events;
}

} // namespace manometer::service
