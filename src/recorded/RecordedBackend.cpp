// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorded/RecordedBackend.h"

#include "recorded/RecordedEvidence.h"
#include "recorded/RecordedMonitor.h"
#include "recorded/RestingViews.h"
#include "recorded/Session.h"

#include <utility>

namespace manometer::recorded {

using namespace views;

struct RecordedBackend::RecordedViews
{
    explicit RecordedViews(const Session &session, const QByteArray &file)
        : range(session.range)
        , monitor(session)
        , events(session.events)
        , settings(session.settings)
        , evidence(session)
        , recordings(file)
    {}

    TimeRange range;
    RecordedMonitor monitor;
    RecordedEvents events;
    RecordedSettings settings;
    RecordedEvidence evidence;
    RecordedFile recordings;
    NoCache cache;
    NoScan scan;
};

RecordedBackend::RecordedBackend(Session session, QByteArray file, qsizetype skippedEvents)
    : m_connection{.state = Connection::State::Connected,
                   .sinceWallMs = session.range.toWallMs,
                   .version = session.program}
    , m_skippedEvents(skippedEvents)
    , m_views(std::make_unique<RecordedViews>(session, file))
{}

RecordedBackend::~RecordedBackend() = default;

Expected<std::unique_ptr<RecordedBackend>, Refusal> RecordedBackend::open(const QString &file)
{
    auto bytes = readRecordingFile(file);
    if (!bytes)
        return Unexpected(std::move(bytes.error()));
    qsizetype skipped = 0;
    auto contents = decode({bytes->constData(), static_cast<std::size_t>(bytes->size())}, &skipped);
    if (!contents)
        return Unexpected(std::move(contents.error()));
    auto session = sessionOf(*contents);
    if (!session)
        return Unexpected(std::move(session.error()));
    return std::unique_ptr<RecordedBackend>(
        new RecordedBackend(*std::move(session), *std::move(bytes), skipped));
}

Views RecordedBackend::views()
{
    return {.monitor = &m_views->monitor,
            .cache = &m_views->cache,
            .events = &m_views->events,
            .scan = &m_views->scan,
            .settings = &m_views->settings,
            .evidence = &m_views->evidence,
            .recordings = &m_views->recordings};
}

TimeRange RecordedBackend::range() const
{
    return m_views->range;
}

} // namespace manometer::recorded
