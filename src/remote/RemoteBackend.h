// SPDX-License-Identifier: GPL-3.0-or-later
//
// The views of a manometerd, over its HTTP API. Attaches at once and again whenever the connection is lost;
// the views are there from the start and return the values last published, and futures fail with
// Failure::Kind::NoBackend while there is no connection. Times of the monotonic clock are this machine's
// (RemoteClock.h); wall times are the server's. Created, used and destroyed in one thread with an event loop;
// one thread of its own does all input and output. Nothing blocks; the destructor cancels what is asked and
// waits for the thread, for milliseconds.
#pragma once

#include "remote/Attachment.h"
#include "remote/Endpoint.h"
#include "remote/Session.h"
#include "views/Backend.h"

#include <QFuture>
#include <QString>

#include <memory>
#include <optional>

namespace manometer::remote {

class RemoteCache;
class RemoteEvents;
class RemoteEvidence;
class RemoteMonitor;
class RemoteRecordings;
class RemoteScan;
class RemoteSettings;

struct RemoteSetup
{
    Endpoint endpoint{};
    Access access = Access::ReadOnly; // full: of the operator's own machine, or by choice
    AttachmentTimes times{};
};

class RemoteBackend final : public views::Backend
{
    Q_OBJECT
public:
    explicit RemoteBackend(const RemoteSetup &setup, QObject *parent = nullptr);
    ~RemoteBackend() override;

    views::Views views() override;
    views::Connection connection() const override;

    // Of the server that answered last; empty before. Another version than this program's is no error: only
    // what cannot be read is, and ends the connection with that reason.
    QString serverVersion() const;
    bool isReadOnly() const { return m_session.isReadOnly(); }

    // A change of the thresholds that may surprise is on trial: the server reverts it at this time, by its
    // wall clock, unless keepSettings() is called before, which fails if nothing is on trial.
    std::optional<qint64> settingsRevertAtWallMs() const;
    QFuture<void> keepSettings();

signals:
    void settingsTrialChanged();

private:
    void take(const StreamUpdate &update);

    Session m_session; // its client's thread uses what follows; ended first, destroyed last
    const std::unique_ptr<RemoteMonitor> m_monitor;
    const std::unique_ptr<RemoteCache> m_cache;
    const std::unique_ptr<RemoteEvents> m_events;
    const std::unique_ptr<RemoteScan> m_scan;
    const std::unique_ptr<RemoteSettings> m_settings;
    const std::unique_ptr<RemoteEvidence> m_evidence;
    const std::unique_ptr<RemoteRecordings> m_recordings;
    const std::unique_ptr<Attachment> m_attachment;
};

} // namespace manometer::remote
