// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/recording/EventLog.h"

#include "service/Clock.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace manometer::service {

using namespace views;

void EventLog::expectPast(std::chrono::milliseconds patience)
{
    assert(m_events.empty());
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, &EventLog::answerAll, Qt::UniqueConnection);
    m_pastExpected = true;
    m_lastId = capacity;
}

void EventLog::adopt(const QList<Event> &past)
{
    const std::size_t room = m_pastExpected ? capacity - std::min(capacity, m_events.size()) : 0;
    quint64 id = m_lastId - m_events.size();
    // Their own clock ended with its boot, or its zero is not known here: what is left of it is the wall's.
    const pressure::ClockReading now = pressure::ClockReading::now();
    const qint64 wallOffsetMs = toMs(now.wall) - now.bootMs();
    auto older = past.rbegin();
    for (std::size_t i = 0; i < room && older != past.rend(); ++i, ++older) {
        m_events.push_front(*older);
        m_events.front().id = id--;
        m_events.front().monotonicMs = older->wallMs - wallOffsetMs;
    }
    m_pastExpected = false;
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
    Question question{.answer = {}, .firstId = firstId, .count = count};
    question.answer.start();
    if (!m_pastExpected) {
        question.answer.addResult(found(firstId, count));
        question.answer.finish();
        return question.answer.future();
    }
    m_questions.push_back(std::move(question));
    if (!m_patience.isActive())
        m_patience.start();
    return m_questions.back().answer.future();
}

void EventLog::answerAll()
{
    m_patience.stop();
    for (Question &question : std::exchange(m_questions, {})) {
        question.answer.addResult(found(question.firstId, question.count));
        question.answer.finish();
    }
}

QList<Event> EventLog::found(quint64 firstId, qsizetype count) const
{
    QList<Event> events;
    // Ids are consecutive: the place of one is known.
    const quint64 oldest = m_events.empty() ? 1 : m_events.front().id;
    const quint64 start = std::max(firstId, oldest) - oldest;
    for (quint64 i = start; i < m_events.size() && events.size() < count; ++i)
        events.append(m_events[i]);
    return events;
}

} // namespace manometer::service
