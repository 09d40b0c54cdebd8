// SPDX-License-Identifier: GPL-3.0-or-later
//
// Implements ScanView over the server's API. Lives in the backend's thread; nothing blocks.
#pragma once

#include "remote/StreamUpdate.h"
#include "views/ScanView.h"

namespace manometer::remote {

class Session;

class RemoteScan final : public views::ScanView
{
    Q_OBJECT
public:
    // `session` outlives this object.
    explicit RemoteScan(Session &session, QObject *parent = nullptr)
        : ScanView(parent)
        , m_session(session)
    {}

    void take(const ScanUpdate &update);
    void take(const views::ScanFailure &failure);
    // The progress is the present one: fetches the failures, and announces the end of a scan that ended
    // without connection.
    void beginConnection();
    void endConnection() { m_isConnected = false; }

    views::ScanProgress progress() const override { return m_progress; }
    QList<views::ScanFailure> failures() const override { return m_failures; }
    QFuture<void> start(const QByteArray &folder) override;
    QFuture<void> readAgain(cache::EntryId entry) override;
    void cancel() override;

private:
    static constexpr qsizetype mostFailures = 1000; // as the backend of this machine keeps

    void fetchFailures();
    void takeFetched(const QList<views::ScanFailure> &fetched);
    void append(const views::ScanFailure &failure);

    Session &m_session;
    views::ScanProgress m_progress;
    QList<views::ScanFailure> m_failures;
    bool m_isConnected = false;        // what arrives is news, not the present state
    bool m_isEndAwaited = false;       // a scan was announced as running, and its end was not
    bool m_isFetching = false;         // the failures up to the begin of the connection
    quint64 m_fetch = 0;               // number of the newest fetch
    QList<views::ScanFailure> m_newer; // that arrived while fetching
};

} // namespace manometer::remote
