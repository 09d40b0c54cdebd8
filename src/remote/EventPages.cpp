// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/EventPages.h"

#include "remote/JsonParts.h"
#include "remote/StreamDecoder.h"

#include <algorithm>
#include <utility>

namespace manometer::remote {

using namespace views;

namespace {

// An event has up to some kilobytes: paths, notes of a thousand characters.
constexpr qsizetype mostPageBytes = 16 << 20;

// Of a line of any kind.
quint64 positionIn(const QByteArray &line)
{
    const auto text = memberText(line, "position");
    return text ? text->toULongLong() : 0;
}

} // namespace

HttpRequest eventPageRequest(std::optional<quint64> afterPosition, qsizetype limit)
{
    QByteArray target = "/api/events?limit=" + QByteArray::number(limit);
    if (afterPosition)
        target += "&after=" + QByteArray::number(*afterPosition);
    return {.target = target, .mostAnswerBytes = mostPageBytes};
}

Answer<EventPage> eventPageOf(const HttpAnswer &answer, const RemoteClock &clock)
{
    if (auto failure = failureOf(answer))
        return Unexpected(*std::move(failure));
    EventPage page;
    const auto read = forEachItem(answer.body, "events", [&](const QByteArray &line) {
        ++page.lines;
        page.lastPosition = positionIn(line);
        if (auto event = eventFrom(line, clock))
            page.events.append(*std::move(event));
    });
    if (!read)
        return Unexpected(unreadable(read.error()));
    return page;
}

EventPages::EventPages(HttpClient &client, std::shared_ptr<RemoteClock> clock, qint64 shift)
    : m_client(client)
    , m_clock(std::move(clock))
    , m_shift(shift)
{}

QFuture<QList<Event>> EventPages::fetch(quint64 afterPosition, qsizetype count)
{
    m_count = count;
    m_promise.start();
    const QFuture<QList<Event>> future = m_promise.future();
    ask(afterPosition);
    return future;
}

void EventPages::ask(quint64 afterPosition)
{
    m_client.send(eventPageRequest(afterPosition, std::min(pageSize, m_count - m_events.size())),
                  [self = shared_from_this(), afterPosition](const HttpAnswer &answer) {
                      self->take(answer, afterPosition);
                  });
}

void EventPages::take(const HttpAnswer &answer, quint64 afterPosition)
{
    auto page = eventPageOf(answer, *m_clock);
    if (!page)
        return fulfil<QList<Event>>(m_promise, Unexpected(page.error()));
    for (Event &event : page->events) {
        event.position += static_cast<quint64>(m_shift);
        m_events.append(std::move(event));
    }
    // Positions that do not ascend would never end.
    const bool hasMore = page->lines > 0 && page->lastPosition > afterPosition;
    if (hasMore && m_events.size() < m_count && !m_promise.isCanceled())
        return ask(page->lastPosition);
    m_events.resize(std::min(m_events.size(), m_count));
    fulfil<QList<Event>>(m_promise, std::exchange(m_events, {}));
}

} // namespace manometer::remote
