// SPDX-License-Identifier: GPL-3.0-or-later
//
// Implements MonitorView over the server's API. Times of the monotonic clock are this machine's
// (RemoteClock.h). The samples of a time without connection are not announced later: the chart shows a gap
// there, and samples() has them. Lives in the backend's thread; nothing blocks.
#pragma once

#include "remote/StreamUpdate.h"
#include "views/MonitorView.h"

#include <QTimer>

#include <chrono>

namespace manometer::remote {

class Session;

class RemoteMonitor final : public views::MonitorView
{
    Q_OBJECT
public:
    // `session` outlives this object. Without a sample or a status for `silentAfter` the status is stale.
    RemoteMonitor(Session &session, std::chrono::milliseconds silentAfter, QObject *parent = nullptr);

    void take(const views::SampleRecord &record);
    void take(const views::MonitorStatus &status);
    void take(const LevelChange &change);
    // The status is the present one: announces a level that changed while there was no connection.
    void beginConnection();

    views::MonitorStatus status() const override { return m_status; }
    QFuture<views::SampleRecords> samples(const views::TimeRange &range) const override;
    QFuture<pressure::SourceReport> sources() const override;
    QFuture<views::MemoryHolding> holders() const override;
    QFuture<void> snooze(double sharePercent, std::chrono::milliseconds duration) override;
    // Without an actor: the server writes down which client asks.
    QFuture<quint64> rehearse(const views::RehearsalRequest &request) override;
    QFuture<void> stopRehearsal(const QByteArray &actor) override;

private:
    Session &m_session;
    QTimer m_silence;
    views::MonitorStatus m_status;
    views::Level m_level = views::Level::Normal; // as announced
};

} // namespace manometer::remote
