// SPDX-License-Identifier: GPL-3.0-or-later
//
// Implements MonitorView: owns the monitor thread and the SamplingLoop in it. Created and used in one thread
// (the GUI's); only the destructor blocks: it joins the thread.
#pragma once

#include "service/monitor/SamplingLoop.h"
#include "views/MonitorView.h"

#include <QThread>

#include <memory>

namespace manometer::service {

class LocalMonitor final : public views::MonitorView
{
    Q_OBJECT
public:
    // How long samples() waits for the saved history to load, for example from a hung disk.
    static constexpr std::chrono::seconds loadTimeout{3};

    // `events` outlives this object.
    LocalMonitor(std::unique_ptr<pressure::MemorySource> source, const pressure::ControlConfig &config,
                 EventSink &events, MonitorPeers peers, QObject *parent = nullptr);
    ~LocalMonitor() override;

    // Idempotent; may be called again after stop().
    void start();
    void stop();
    bool isRunning() const { return m_running; }
    void setConfig(const pressure::ControlConfig &config);
    // Connects Relief's receipts and what a rehearsal did to the sampling loop, bypassing this thread.
    void connectReceipts(const Relief &relief);

    views::MonitorStatus status() const override { return m_status; }
    QFuture<views::SampleRecords> samples(const views::TimeRange &range) const override;
    QFuture<pressure::SourceReport> sources() const override;
    QFuture<views::MemoryHolding> holders() const override;
    QFuture<void> snooze(double sharePercent, std::chrono::milliseconds duration) override;
    QFuture<quint64> rehearse(const views::RehearsalRequest &request) override;
    QFuture<void> stopRehearsal(const QByteArray &actor) override;

private:
    const std::shared_ptr<History> m_history;
    const std::function<pressure::SourceReport()> m_examineSources;
    const std::string m_procRoot;
    const std::string m_rehearsed; // empty: the machine's own figures, or those of a folder
    QThread m_thread;
    SamplingLoop *m_loop; // lives in m_thread, deleted with it
    views::MonitorStatus m_status;
    bool m_running = false;
    quint64 m_rehearsals = 0; // that were asked for
};

} // namespace manometer::service
