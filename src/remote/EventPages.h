// SPDX-License-Identifier: GPL-3.0-or-later
//
// Fetches a range of the server's event log, page by page, for one future. Used by shared pointers: each
// request's handler holds it. Runs in the client's thread.
#pragma once

#include "remote/Answers.h"
#include "remote/HttpClient.h"
#include "remote/RemoteClock.h"
#include "views/Event.h"

#include <QFuture>
#include <QPromise>

#include <memory>

namespace manometer::remote {

struct EventPage
{
    QList<views::Event> events{}; // of the kinds that this version knows, with the server's positions
    qsizetype lines = 0;          // of any kind
    quint64 lastPosition = 0;     // of any kind; 0: the page is empty
};

Answer<EventPage> eventPageOf(const HttpAnswer &answer, const RemoteClock &clock);
HttpRequest eventPageRequest(std::optional<quint64> afterPosition, qsizetype limit);

class EventPages : public std::enable_shared_from_this<EventPages>
{
public:
    static constexpr qsizetype pageSize = 1000;

    // `client` outlives the requests. `shift` is added to the server's positions.
    EventPages(HttpClient &client, std::shared_ptr<RemoteClock> clock, qint64 shift);

    // Up to `count` events after this position of the server's.
    QFuture<QList<views::Event>> fetch(quint64 afterPosition, qsizetype count);

private:
    void ask(quint64 afterPosition);
    void take(const HttpAnswer &answer, quint64 afterPosition);

    HttpClient &m_client;
    const std::shared_ptr<RemoteClock> m_clock;
    const qint64 m_shift;
    qsizetype m_count = 0;
    QList<views::Event> m_events;
    QPromise<QList<views::Event>> m_promise;
};

} // namespace manometer::remote
