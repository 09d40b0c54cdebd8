// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/RemovalTask.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace manometer::remote {

using namespace views;
using namespace std::literals;

namespace {

// The server answers ?wait=true after 20 s at the latest.
constexpr std::chrono::seconds waitTimeout{40};
// Before waiting again, so that a server that does not wait is not asked all the time.
constexpr std::chrono::milliseconds waitAgainAfter{200};
constexpr int serviceUnavailable = 503;
constexpr std::chrono::seconds busyDelay{1};
constexpr int mostBusyAnswers = 60;

} // namespace

RemovalTask::RemovalTask(HttpClient &client, RegisterUndo registerUndo)
    : m_client(client)
    , m_registerUndo(std::move(registerUndo))
{}

QFuture<Removal> RemovalTask::begin(const QList<EntryId> &ids, bool holdsAside)
{
    m_promise.start();
    m_promise.setProgressRange(
        0, static_cast<int>(std::min<qsizetype>(ids.size(), std::numeric_limits<int>::max())));
    const QFuture<Removal> future = m_promise.future();
    m_client.send({.method = "POST",
                   .target = "/api/removals",
                   .body = bodyOf(std::pair("ids"sv, ids), std::pair("hold_aside"sv, holdsAside)),
                   .lane = HttpRequest::Lane::Cache},
                  [self = shared_from_this()](const HttpAnswer &answer) { self->takeBegun(answer); });
    return future;
}

void RemovalTask::stop()
{
    const std::lock_guard lock(m_mutex);
    if (!std::exchange(m_isStopped, true) && m_id)
        sendStop();
}

void RemovalTask::sendStop()
{
    m_client.send({.method = "DELETE", .target = target()}, [](const HttpAnswer &) {});
}

QByteArray RemovalTask::target() const
{
    return "/api/removals/" + QByteArray::number(*m_id);
}

void RemovalTask::takeBegun(const HttpAnswer &answer)
{
    const auto id = memberOf<quint64>(answer, "id");
    if (!id)
        return fulfilWith(Unexpected(id.error()));
    {
        const std::lock_guard lock(m_mutex);
        m_id = *id;
        if (m_isStopped)
            sendStop();
    }
    awaitEnd({});
    askProgress();
}

void RemovalTask::awaitEnd(std::chrono::milliseconds delay)
{
    m_client.send({.target = target() + "?wait=true", .delay = delay, .timeout = waitTimeout},
                  [self = shared_from_this()](const HttpAnswer &answer) { self->takeEnd(answer); });
}

void RemovalTask::takeEnd(const HttpAnswer &answer)
{
    // Its main thread or its disk hangs; the deletion goes on.
    if (answer.outcome == HttpAnswer::Outcome::Answered && answer.status == serviceUnavailable &&
        ++m_busyAnswers <= mostBusyAnswers)
        return awaitEnd(busyDelay);
    const auto running = memberOf<bool>(answer, "running");
    if (!running)
        return fulfilWith(Unexpected(running.error()));
    if (*running) {
        noteProgress(answer);
        return awaitEnd(waitAgainAfter);
    }
    auto removal = memberOf<Removal>(answer, "result");
    if (removal && removal->undoId != 0)
        removal->undoId = m_registerUndo(removal->undoId);
    fulfilWith(std::move(removal));
}

void RemovalTask::askProgress()
{
    m_client.send({.target = target(), .delay = progressInterval},
                  [self = shared_from_this()](const HttpAnswer &answer) { self->takeProgress(answer); });
}

// Ends when the deletion does; takeEnd() decides on failures.
void RemovalTask::takeProgress(const HttpAnswer &answer)
{
    if (m_hasEnded || !memberOf<bool>(answer, "running").value_or(false))
        return;
    noteProgress(answer);
    askProgress();
}

void RemovalTask::noteProgress(const HttpAnswer &answer)
{
    const qint64 done = memberOf<qint64>(answer, "done").value_or(0);
    m_promise.setProgressValue(
        static_cast<int>(std::clamp<qint64>(done, 0, std::numeric_limits<int>::max())));
}

void RemovalTask::fulfilWith(Answer<Removal> answer)
{
    m_hasEnded = true;
    fulfil<Removal>(m_promise, std::move(answer));
}

} // namespace manometer::remote
