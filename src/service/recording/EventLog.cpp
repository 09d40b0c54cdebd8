// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/recording/EventLog.h"

#include "service/Clock.h"
#include "service/recording/EventSink.h"
#include "views/Failure.h"
#include "views/ProcessLists.h"

#include <QDateTime>

#include <algorithm>
#include <cassert>
#include <utility>

namespace manometer::service {

using namespace views;

EventLog::EventLog(EventSink &events, QObject *parent)
    : EventView(parent)
    , m_sink(events)
{}

void EventLog::beginLoading(std::chrono::milliseconds timeout)
{
    assert(m_events.empty());
    m_loadTimer.setSingleShot(true);
    m_loadTimer.setInterval(timeout);
    connect(&m_loadTimer, &QTimer::timeout, this, &EventLog::answerAll, Qt::UniqueConnection);
    m_isLoading = true;
    m_lastPosition = capacity;
}

void EventLog::loadSaved(const QList<Event> &saved)
{
    const std::size_t room = m_isLoading ? capacity - std::min(capacity, m_events.size()) : 0;
    quint64 position = m_lastPosition - m_events.size();
    // Monotonic times of another boot mean nothing here; recompute them from the wall clock.
    const pressure::ClockReading now = pressure::ClockReading::now();
    const qint64 wallOffsetMs = toMs(now.wall) - now.bootMs();
    auto older = saved.rbegin();
    for (std::size_t i = 0; i < room && older != saved.rend(); ++i, ++older) {
        m_events.push_front(*older);
        m_events.front().position = position--;
        m_events.front().monotonicMs = older->wallMs - wallOffsetMs;
    }
    m_isLoading = false;
    shortenLists();
    answerAll();
}

void EventLog::append(const Event &event)
{
    if (m_events.size() == capacity)
        m_events.pop_front();
    m_events.push_back(event);
    m_events.back().position = ++m_lastPosition;
    if (std::holds_alternative<ProcessesEvent>(event.what))
        shortenLists();
    emit appended(m_events.back());
}

void EventLog::shortenLists()
{
    ProcessLists lists;
    for (auto event = m_events.rbegin(); event != m_events.rend(); ++event)
        lists.visit(*event);
}

QFuture<void> EventLog::note(const NoteEvent &note)
{
    switch (judge(note.atWallMs, QDateTime::currentMSecsSinceEpoch())) {
    case NoteTime::Good:
        break;
    case NoteTime::TooEarly:
        return failed<void>(Failure::Kind::Refused,
                            QStringLiteral("The moment of a note is at most a week ago."));
    case NoteTime::InFuture:
        return failed<void>(Failure::Kind::Refused,
                            QStringLiteral("The moment of a note is not in the future."));
    }
    NoteEvent shortened = note;
    shortened.text.truncate(mostNoteLength);
    m_sink.report(shortened);
    return done();
}

QFuture<QList<Event>> EventLog::events(quint64 firstPosition, qsizetype count) const
{
    PendingQuery query{.answer = {}, .firstPosition = firstPosition, .count = count};
    query.answer.start();
    if (!m_isLoading) {
        query.answer.addResult(eventsFrom(firstPosition, count));
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
        query.answer.addResult(eventsFrom(query.firstPosition, query.count));
        query.answer.finish();
    }
}

QList<Event> EventLog::eventsFrom(quint64 firstPosition, qsizetype count) const
{
    QList<Event> events;
    // Positions are consecutive.
    const quint64 oldest = m_events.empty() ? 1 : m_events.front().position;
    const quint64 start = std::max(firstPosition, oldest) - oldest;
    for (quint64 i = start; i < m_events.size() && events.size() < count; ++i)
        events.append(m_events[i]);
    return events;
}

} // namespace manometer::service
