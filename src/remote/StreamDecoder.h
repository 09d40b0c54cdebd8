// SPDX-License-Identifier: GPL-3.0-or-later
//
// Decodes the server's stream: bytes to updates. One thread; blocks on nothing. An event of an unknown name,
// and an event-log line of an unknown kind, come from a later version and are skipped; a known event that
// cannot be read is an error, since the front-end would show something that is not so.
#pragma once

#include "expected/Expected.h"
#include "remote/RemoteClock.h"
#include "remote/SseParser.h"
#include "remote/StreamUpdate.h"

#include <QByteArrayView>

#include <functional>
#include <memory>
#include <optional>

namespace manometer::remote {

// The topics of /api/stream that a RemoteBackend follows.
QByteArray streamTopics();

// Empty: to be skipped. Observes and applies the clock.
Expected<std::optional<StreamUpdate>, QString> decoded(const SseEvent &event, RemoteClock &clock);

// An event's line, with its position and its time on this machine's clock; empty if its kind is unknown.
std::optional<views::Event> eventFrom(const QByteArray &json, const RemoteClock &clock);
views::SampleRecord translated(views::SampleRecord record, const RemoteClock &clock);

class StreamDecoder
{
public:
    // Takes an update and the size of its event's text; false ends the stream.
    using OnUpdate = std::function<bool(StreamUpdate, qsizetype)>;

    StreamDecoder(std::shared_ptr<RemoteClock> clock, OnUpdate onUpdate);

    // False: the stream must be ended. The problem says why, unless `onUpdate` wanted it.
    bool feed(QByteArrayView piece);
    const QString &problem() const { return m_problem; }

private:
    bool take(const SseEvent &event);

    SseParser m_parser;
    std::shared_ptr<RemoteClock> m_clock;
    OnUpdate m_onUpdate;
    QString m_problem;
};

} // namespace manometer::remote
