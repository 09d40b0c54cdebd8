// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/Attachment.h"

#include "async/Answer.h"
#include "remote/Answers.h"
#include "remote/StreamDecoder.h"

#include <QDateTime>

#include <algorithm>
#include <utility>

namespace manometer::remote {

using namespace views;
using State = Connection::State;
using Outcome = HttpAnswer::Outcome;

namespace {

constexpr quint32 presentStatus = 1U << 0;
constexpr quint32 presentCache = 1U << 1;
constexpr quint32 presentScan = 1U << 2;
constexpr quint32 presentSettings = 1U << 3;
constexpr quint32 presentPresets = 1U << 4;
constexpr quint32 allPresents = presentStatus | presentCache | presentScan | presentSettings | presentPresets;

struct PresentOf
{
    quint32 operator()(const MonitorStatus &) const { return presentStatus; }
    quint32 operator()(const CacheSummary &) const { return presentCache; }
    quint32 operator()(const ScanUpdate &) const { return presentScan; }
    quint32 operator()(const SettingsBody &) const { return presentSettings; }
    quint32 operator()(const PresetsBody &) const { return presentPresets; }
    template<typename Other>
    quint32 operator()(const Other &) const
    {
        return 0;
    }
};

// Why a stream ended that this program did not end.
QString endReason(const HttpAnswer &answer)
{
    if (answer.outcome == Outcome::TimedOut)
        return QStringLiteral("The server has been silent for too long");
    if (const auto failure = failureOf(answer))
        return failure->reason();
    return QStringLiteral("The server ended the connection");
}

} // namespace

Attachment::Attachment(HttpClient &client, std::shared_ptr<RemoteClock> clock, const AttachmentTimes &times,
                       QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_clock(std::move(clock))
    , m_times(times)
    , m_connection{.sinceWallMs = QDateTime::currentMSecsSinceEpoch()}
    , m_delay(times.firstDelay)
{
    m_presentTimer.setSingleShot(true);
    m_presentTimer.setInterval(times.presentTimeout);
    connect(&m_presentTimer, &QTimer::timeout, this,
            [this] { lose(QStringLiteral("The server did not send its present state in time")); });
    m_retryTimer.setSingleShot(true);
    connect(&m_retryTimer, &QTimer::timeout, this, &Attachment::attach);
    attach();
}

Attachment::~Attachment()
{
    close();
}

void Attachment::close()
{
    if (m_inbox)
        m_inbox->close();
    m_presentTimer.stop();
    m_retryTimer.stop();
}

void Attachment::closeStream()
{
    close();
    m_client.cancel(std::exchange(m_stream, 0));
    emit interrupted();
}

void Attachment::attach()
{
    m_clock->reset();
    async::whenAnswered(m_client.fetch({.target = "/healthz", .timeout = m_times.healthTimeout}), this,
                        [this](const HttpAnswer &answer) { takeHealth(answer); });
}

void Attachment::takeHealth(const HttpAnswer &answer)
{
    const auto version = memberOf<QString>(answer, "version");
    if (!version)
        return lose(version.error().reason());
    m_serverVersion = version->left(100);
    m_serverPid = memberOf<qint64>(answer, "pid").value_or(0);
    openStream();
}

void Attachment::openStream()
{
    m_awaited = allPresents;
    m_inbox =
        std::make_shared<StreamInbox>(this, [this](StreamUpdate &&update) { receive(std::move(update)); });
    const auto decoder =
        std::make_shared<StreamDecoder>(m_clock, [inbox = m_inbox](StreamUpdate update, qsizetype bytes) {
            return inbox->push(std::move(update), bytes);
        });
    m_stream = m_client.stream(
        {.target = "/api/stream?topics=" + streamTopics(), .timeout = m_times.presentTimeout},
        m_times.longestSilence, [decoder](QByteArrayView piece) { return decoder->feed(piece); },
        [decoder, inbox = m_inbox](const HttpAnswer &answer) {
            const bool isOwn = answer.outcome == Outcome::Stopped;
            inbox->pushEnd(isOwn ? decoder->problem() : endReason(answer));
        });
    m_presentTimer.start();
}

void Attachment::receive(StreamUpdate &&update)
{
    if (const auto *end = std::get_if<StreamEnded>(&update))
        return lose(end->reason.isEmpty()
                        ? QStringLiteral("This program did not take the server's events in time")
                        : end->reason);
    if (std::holds_alternative<UpdatesMissed>(update))
        return openStreamAgain();
    emit updated(update);
    notePresent(update);
}

void Attachment::openStreamAgain()
{
    const bool isOften = m_sinceGap.isValid() && !m_sinceGap.hasExpired(m_times.leastBetweenGaps.count());
    m_sinceGap.start();
    if (isOften || m_connection.state != State::Connected)
        return lose(QStringLiteral("The connection is too slow for the server's events"));
    closeStream();
    openStream();
}

void Attachment::notePresent(const StreamUpdate &update)
{
    if (m_awaited == 0)
        return;
    m_awaited &= ~std::visit(PresentOf(), update);
    if (m_awaited != 0)
        return;
    m_presentTimer.stop();
    if (m_connection.state == State::Connected) {
        emit attached(false);
        return;
    }
    m_connectedFor.start();
    m_connection = {.state = State::Connected,
                    .sinceWallMs = QDateTime::currentMSecsSinceEpoch(),
                    .version = m_serverVersion};
    // In a container every run has the same number.
    const bool isSame = m_serverPid > 1 && m_serverPid == m_attachedPid;
    m_attachedPid = m_serverPid;
    emit attached(!isSame);
    emit connectionChanged(m_connection);
}

void Attachment::lose(const QString &reason)
{
    closeStream();
    if (m_connection.state == State::Connected && m_connectedFor.hasExpired(m_times.mostDelay.count()))
        m_delay = m_times.firstDelay;
    m_retryTimer.start(m_delay);
    m_delay = std::min(2 * m_delay, m_times.mostDelay);
    if (m_connection.state == State::Lost && m_connection.reason == reason)
        return;
    // While it is lost: since the first failure, for the newest reason.
    const qint64 since =
        m_connection.state == State::Lost ? m_connection.sinceWallMs : QDateTime::currentMSecsSinceEpoch();
    m_connection = {.state = State::Lost, .sinceWallMs = since, .reason = reason, .version = m_serverVersion};
    emit connectionChanged(m_connection);
}

} // namespace manometer::remote
