// SPDX-License-Identifier: GPL-3.0-or-later
//
// The monitor of this program: owns the thread that a MemoryMonitor lives in and shows it as a MonitorView.
// Made and used in one thread (the GUI's); nothing here blocks but the destructor, which joins the thread.
#pragma once

#include "service/MonitorView.h"
#include "service/monitor/MemoryMonitor.h"

#include <QThread>

#include <memory>

namespace manometer::service {

class MonitorService final : public MonitorView
{
    Q_OBJECT
public:
    // Reading a week from a disk takes a moment; whoever asks for samples before that waits for it, but no
    // longer than this where the disk does not answer.
    static constexpr std::chrono::seconds pastPatience{3};

    MonitorService(std::unique_ptr<pressure::MemorySource> source, const MonitorConfig &config,
                   MonitorPeers peers, QObject *parent = nullptr);
    ~MonitorService() override;

    // Starting twice is starting once; after stop() it can be started again.
    void start();
    void stop();
    bool isRunning() const { return m_running; }
    void setConfig(const MonitorConfig &config);
    // What its actions brought goes to the monitor's thread, past ours.
    void hearReceiptsOf(const Relief &relief);

    MonitorStatus status() const override { return m_status; }
    QFuture<SampleRecords> samples(const TimeRange &range) const override;
    QFuture<pressure::SourceReport> sources() const override;
    QFuture<MemoryHolding> holders() const override;
    void snooze(double sharePercent, std::chrono::milliseconds duration) override;

signals:
    // From the monitor thread, past ours, which may hang.
    void happened(const manometer::service::Event &event);

private:
    const std::shared_ptr<History> m_history;
    const std::function<pressure::SourceReport()> m_examineSources;
    const std::string m_procRoot;
    QThread m_thread;
    MemoryMonitor *m_monitor; // lives in m_thread, deleted with it
    MonitorStatus m_status;
    bool m_running = false;
};

} // namespace manometer::service
