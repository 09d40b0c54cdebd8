// SPDX-License-Identifier: GPL-3.0-or-later
//
// Keeps a backend attached to its server: asks for the version, follows the stream, notices its end, and
// attaches again after a growing delay. Connected means: the stream runs, and the present value of every
// topic arrived. Where the server had to drop updates, the stream is opened again for the present values,
// without losing the connection. Lives in the thread that creates it; signals arrive there. Nothing blocks.
#pragma once

#include "remote/HttpClient.h"
#include "remote/RemoteClock.h"
#include "remote/StreamInbox.h"
#include "views/Backend.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>

namespace manometer::remote {

struct AttachmentTimes
{
    // Without a sample or a status for so long the figures are stale, whatever the connection seems to be:
    // the server samples once a second.
    std::chrono::milliseconds silentAfter{4'000};
    using Milliseconds = std::chrono::milliseconds;

    Milliseconds longestSilence{40'000}; // the server's heartbeat comes every 15 s
    Milliseconds presentTimeout{15'000}; // for the present values
    Milliseconds healthTimeout{5'000};   // /healthz never waits
    // Before attaching again, doubled each time up to the most; a connection that lasted as long as the most
    // begins with the first again.
    Milliseconds firstDelay{500};
    Milliseconds mostDelay{10'000};
    // A stream that was opened again misses updates no sooner, or the connection is lost.
    Milliseconds leastBetweenGaps{10'000};
};

class Attachment final : public QObject
{
    Q_OBJECT
public:
    // Both outlive this object or, like the client, end before it. Attaches at once.
    Attachment(HttpClient &client, std::shared_ptr<RemoteClock> clock, const AttachmentTimes &times = {},
               QObject *parent = nullptr);
    ~Attachment() override;

    const views::Connection &connection() const { return m_connection; }
    QString serverVersion() const { return m_serverVersion; } // of the last one that answered; empty before

    // No more updates; before the client ends.
    void close();

signals:
    // Also while not yet connected: the present values.
    void updated(const manometer::remote::StreamUpdate &update);
    // The present values have been announced; before connectionChanged(), and after updates were missed.
    // isOther: it may be another run of the server than the one before, whose ids, generations and undo
    // buffers are gone; also at the first time.
    void attached(bool isOther);
    // The stream is closed: what comes next are present values.
    void interrupted();
    void connectionChanged(const manometer::views::Connection &connection);

private:
    void attach();
    void takeHealth(const HttpAnswer &answer);
    void openStream();
    void receive(StreamUpdate &&update);
    void notePresent(const StreamUpdate &update);
    void openStreamAgain();
    void closeStream();
    void lose(const QString &reason);

    HttpClient &m_client;
    const std::shared_ptr<RemoteClock> m_clock;
    const AttachmentTimes m_times;
    views::Connection m_connection;
    QString m_serverVersion;
    qint64 m_serverPid = 0;
    qint64 m_attachedPid = 0; // of the server that was attached last; 0: unknown
    std::shared_ptr<StreamInbox> m_inbox;
    HttpClient::Id m_stream = 0;
    quint32 m_awaited = 0; // topics without a present value, one bit each
    QTimer m_presentTimer;
    QTimer m_retryTimer;
    std::chrono::milliseconds m_delay;
    QElapsedTimer m_connectedFor;
    QElapsedTimer m_sinceGap;
};

} // namespace manometer::remote
