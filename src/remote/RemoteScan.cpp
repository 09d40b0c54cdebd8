// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/RemoteScan.h"

#include "async/Answer.h"
#include "remote/Session.h"

#include <QSet>

#include <utility>

namespace manometer::remote {

using namespace views;
using namespace std::literals;
using Call = Session::Call;

namespace {

constexpr qsizetype mostFailureBytes = 16 << 20; // a thousand with paths of 4096 bytes

HttpRequest startRequest(const QByteArray &body)
{
    return {.method = "POST", .target = "/api/scan", .body = body, .lane = HttpRequest::Lane::Scan};
}

} // namespace

void RemoteScan::take(const ScanUpdate &update)
{
    const bool isBegin = update.progress.running && !m_progress.running;
    m_progress = update.progress;
    m_isEndAwaited = m_isEndAwaited || update.progress.running;
    if (isBegin && m_isConnected) {
        ++m_fetch;
        m_isFetching = false;
        m_failures.clear();
    }
    if (update.failures) {
        ++m_fetch;
        m_isFetching = false;
        m_failures = *update.failures;
    }
    emit progressed(m_progress);
    if (update.isFinished && (m_isConnected || m_isEndAwaited)) {
        m_isEndAwaited = false;
        emit finished(m_progress);
    }
}

void RemoteScan::take(const ScanFailure &failure)
{
    if (m_isFetching && m_newer.size() < mostFailures)
        m_newer.append(failure);
    else
        append(failure);
    emit failed(failure);
}

void RemoteScan::append(const ScanFailure &failure)
{
    if (m_failures.size() == mostFailures)
        m_failures.removeFirst();
    m_failures.append(failure);
}

void RemoteScan::beginConnection()
{
    m_isConnected = true;
    if (m_isEndAwaited && !m_progress.running) {
        m_isEndAwaited = false;
        emit finished(m_progress);
    }
    fetchFailures();
}

void RemoteScan::fetchFailures()
{
    m_isFetching = true;
    m_newer.clear();
    const quint64 number = ++m_fetch;
    const auto fetched = m_session.ask<QList<ScanFailure>>(
        Call::Read, {.target = "/api/scan", .mostAnswerBytes = mostFailureBytes},
        [](const HttpAnswer &answer) { return memberOf<QList<ScanFailure>>(answer, "failures"); });
    async::whenAnswered(
        fetched, this,
        [this, number](const QList<ScanFailure> &failures) {
            if (number == m_fetch)
                takeFetched(failures);
        },
        [this, number](const QString &) {
            if (number == m_fetch)
                takeFetched(m_failures);
        });
}

// Failures that arrived meanwhile may be in the answer already.
void RemoteScan::takeFetched(const QList<ScanFailure> &fetched)
{
    m_isFetching = false;
    QSet<QByteArray> known;
    for (const ScanFailure &failure : fetched)
        known.insert(wire::toText(failure));
    m_failures = fetched;
    for (const ScanFailure &failure : std::exchange(m_newer, {}))
        if (!known.contains(wire::toText(failure)))
            append(failure);
}

QFuture<void> RemoteScan::start(const QByteArray &folder)
{
    return m_session.ask<void>(Call::Change, startRequest(bodyOf(std::pair("folder"sv, folder))), &successOf);
}

QFuture<void> RemoteScan::readAgain(cache::EntryId entry)
{
    return m_session.ask<void>(Call::Change, startRequest(bodyOf(std::pair("entry"sv, entry))), &successOf);
}

void RemoteScan::cancel()
{
    if (!m_session.obstacle(Call::Change))
        m_session.client().send({.method = "DELETE", .target = "/api/scan", .lane = HttpRequest::Lane::Scan},
                                [](const HttpAnswer &) {});
}

} // namespace manometer::remote
