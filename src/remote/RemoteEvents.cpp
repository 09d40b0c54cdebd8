// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/RemoteEvents.h"

#include "async/Answer.h"
#include "remote/EventPages.h"
#include "remote/Session.h"

#include <algorithm>
#include <utility>

namespace manometer::remote {

using namespace views;
using Call = Session::Call;

namespace {

// What arrives while the past is fetched, which takes milliseconds.
constexpr qsizetype mostNewer = 10'000;
// A server writes its log at least once a second.
constexpr std::size_t mostRemembered = 256;

bool isSameEvent(const Event &one, const Event &other)
{
    return one.id == other.id && one.run == other.run;
}

} // namespace

RemoteEvents::RemoteEvents(Session &session, QObject *parent)
    : EventView(parent)
    , m_session(session)
{}

void RemoteEvents::take(const Event &event)
{
    if (!m_isCatchingUp)
        announceNew(event);
    else if (m_newer.size() < mostNewer)
        m_newer.append(event);
}

void RemoteEvents::announceNew(const Event &event)
{
    if (event.position == 0 || event.position > m_caughtUpTo)
        announce(event);
}

void RemoteEvents::announce(const Event &event)
{
    if (event.position + static_cast<quint64>(m_shift->load()) <= m_announcedPosition)
        m_shift->store(
            static_cast<qint64>(m_announcedPosition + 1 - event.position)); // the server numbers from 1 again
    Event shifted = event;
    shifted.position += static_cast<quint64>(m_shift->load());
    m_announcedPosition = shifted.position;
    m_hasLast = true;
    remember(shifted);
    emit appended(shifted);
}

void RemoteEvents::remember(const Event &event)
{
    m_newestWallMs = std::max(m_newestWallMs, event.wallMs);
    m_latest.push_back(event);
    if (m_latest.size() > mostRemembered)
        m_latest.pop_front();
}

const Event *RemoteEvents::known(const Event &event) const
{
    const auto found = std::find_if(m_latest.rbegin(), m_latest.rend(),
                                    [&event](const Event &each) { return isSameEvent(each, event); });
    return found == m_latest.rend() ? nullptr : &*found;
}

void RemoteEvents::beginConnection()
{
    m_isCatchingUp = false;
    m_caughtUpTo = 0;
    if (m_hasLast)
        return catchUp();
    // Remembers where the log ends, so that what is logged from here on is not missed.
    async::whenAnswered(askForNewest(1), this, [this](const EventPage &newest) {
        if (!std::exchange(m_hasLast, true) && !newest.events.isEmpty())
            remember(newest.events.constLast());
    });
}

QFuture<EventPage> RemoteEvents::askForNewest(qsizetype count)
{
    return m_session.ask<EventPage>(
        Call::Read, eventPageRequest(std::nullopt, count),
        [clock = m_session.clock()](const HttpAnswer &answer) { return eventPageOf(answer, *clock); });
}

// The newest page holds the last announced event, or only newer ones.
void RemoteEvents::catchUp()
{
    m_isCatchingUp = true;
    m_newer.clear();
    const quint64 number = ++m_catchUp;
    async::whenAnswered(
        askForNewest(EventPages::pageSize), this,
        [this, number](const EventPage &newest) {
            if (number == m_catchUp)
                takeNewest(newest.events);
        },
        [this, number](const QString &) {
            if (number == m_catchUp)
                takeNewest({});
        });
}

void RemoteEvents::takeNewest(const QList<Event> &newest)
{
    m_isCatchingUp = false;
    m_caughtUpTo = newest.isEmpty() ? 0 : newest.constLast().position;
    const auto last =
        std::find_if(newest.rbegin(), newest.rend(), [this](const Event &event) { return known(event); });
    auto first = last.base(); // behind the last announced one
    if (last != newest.rend())
        m_shift->store(static_cast<qint64>(known(*last)->position - last->position));
    else
        first = std::find_if(newest.begin(), newest.end(),
                             [this](const Event &event) { return event.wallMs > m_newestWallMs; });
    std::for_each(first, newest.end(), [this](const Event &event) { announce(event); });
    for (const Event &event : std::exchange(m_newer, {}))
        announceNew(event);
}

QFuture<QList<Event>> RemoteEvents::events(quint64 firstPosition, qsizetype count) const
{
    if (const auto failure = m_session.obstacle(Call::Read))
        return failed<QList<Event>>(failure->kind(), failure->reason());
    if (count <= 0)
        return answered(QList<Event>());
    const qint64 shift = m_shift->load();
    // Positions begin at 1; the server asks for those behind a position.
    const qint64 after = static_cast<qint64>(std::min<quint64>(firstPosition, quint64(1) << 62)) - shift - 1;
    return std::make_shared<EventPages>(m_session.client(), m_session.clock(), shift)
        ->fetch(static_cast<quint64>(std::max<qint64>(after, 0)), count);
}

QFuture<void> RemoteEvents::note(const NoteEvent &note)
{
    using namespace std::literals;
    return m_session.ask<void>(
        Call::Change,
        {.method = "POST",
         .target = "/api/events",
         .body = bodyOf(std::pair("text"sv, note.text.left(mostNoteLength)),
                        std::pair("at_unix_ms"sv, note.atWallMs), std::pair("incident"sv, note.incident)),
         .lane = HttpRequest::Lane::Events},
        &successOf);
}

} // namespace manometer::remote
