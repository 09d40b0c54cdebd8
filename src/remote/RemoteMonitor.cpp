// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/RemoteMonitor.h"

#include "remote/JsonParts.h"
#include "remote/Session.h"
#include "remote/StreamDecoder.h"

#include <limits>

namespace manometer::remote {

using namespace views;
using Call = Session::Call;

namespace {

// A week of history and a few hours of single samples have about 20 MB.
constexpr qsizetype mostSamplesBytes = 64 << 20;
constexpr qsizetype mostReportBytes = 4 << 20;

Answer<SampleRecords> samplesOf(const HttpAnswer &answer, const RemoteClock &clock)
{
    if (auto failure = failureOf(answer))
        return Unexpected(*std::move(failure));
    SampleRecords records;
    QString problem;
    const auto read = forEachItem(answer.body, "samples", [&](const QByteArray &text) {
        const auto record = wire::fromText<SampleRecord>(text);
        if (record)
            records.append(translated(*record, clock));
        else
            problem = record.error();
    });
    if (!read || !problem.isEmpty())
        return Unexpected(unreadable(read ? problem : read.error()));
    return records;
}

} // namespace

RemoteMonitor::RemoteMonitor(Session &session, std::chrono::milliseconds silentAfter, QObject *parent)
    : MonitorView(parent)
    , m_session(session)
{
    m_silence.setSingleShot(true);
    m_silence.setInterval(silentAfter);
    connect(&m_silence, &QTimer::timeout, this, [this] {
        m_status.stale = true;
        emit statusChanged(m_status);
    });
}

void RemoteMonitor::take(const SampleRecord &record)
{
    m_silence.start();
    emit sampled(record);
}

void RemoteMonitor::take(const MonitorStatus &status)
{
    m_silence.start();
    m_status = status;
    emit statusChanged(m_status);
}

void RemoteMonitor::take(const LevelChange &change)
{
    m_level = change.to;
    emit levelChanged(change.from, change.to);
    emit levelLeft(change.from);
    emit levelEntered(change.to);
}

void RemoteMonitor::beginConnection()
{
    if (m_level != m_status.applied)
        take(LevelChange{.from = m_level, .to = m_status.applied});
}

QFuture<SampleRecords> RemoteMonitor::samples(const TimeRange &range) const
{
    QByteArray target = "/api/monitor/samples";
    char separator = '?';
    const auto add = [&](const char *name, qint64 wallMs, qint64 unbounded) {
        if (wallMs == unbounded)
            return;
        target += separator + (name + QByteArray::number(wallMs));
        separator = '&';
    };
    add("from_unix_ms=", range.fromWallMs, std::numeric_limits<qint64>::min());
    add("to_unix_ms=", range.toWallMs, std::numeric_limits<qint64>::max());
    return m_session.ask<SampleRecords>(
        Call::Read, {.target = target, .mostAnswerBytes = mostSamplesBytes},
        [clock = m_session.clock()](const HttpAnswer &answer) { return samplesOf(answer, *clock); });
}

QFuture<pressure::SourceReport> RemoteMonitor::sources() const
{
    return m_session.ask<pressure::SourceReport>(
        Call::Read, {.target = "/api/sources", .mostAnswerBytes = mostReportBytes},
        &valueOf<pressure::SourceReport>);
}

QFuture<MemoryHolding> RemoteMonitor::holders() const
{
    return m_session.ask<MemoryHolding>(Call::Read,
                                        {.target = "/api/processes", .mostAnswerBytes = mostReportBytes},
                                        &valueOf<MemoryHolding>);
}

QFuture<void> RemoteMonitor::snooze(double sharePercent, std::chrono::milliseconds duration)
{
    using namespace std::literals;
    const qint64 seconds = std::chrono::ceil<std::chrono::seconds>(duration).count();
    return m_session.ask<void>(
        Call::Change,
        {.method = "POST",
         .target = "/api/monitor/snooze",
         .body = bodyOf(std::pair("share_percent"sv, sharePercent), std::pair("seconds"sv, seconds)),
         .lane = HttpRequest::Lane::Monitor},
        &successOf);
}

QFuture<quint64> RemoteMonitor::rehearse(const RehearsalRequest &request)
{
    using namespace std::literals;
    return m_session.ask<quint64>(Call::Change,
                                  {.method = "POST",
                                   .target = "/api/rehearsal",
                                   .body = bodyOf(std::pair("curve"sv, QString::fromUtf8(request.curve)),
                                                  std::pair("speed"sv, request.speed)),
                                   .lane = HttpRequest::Lane::Monitor},
                                  [](const HttpAnswer &answer) { return memberOf<quint64>(answer, "id"); });
}

QFuture<void> RemoteMonitor::stopRehearsal(const QByteArray &)
{
    return m_session.ask<void>(
        Call::Change, {.method = "DELETE", .target = "/api/rehearsal", .lane = HttpRequest::Lane::Monitor},
        &successOf);
}

} // namespace manometer::remote
