// SPDX-License-Identifier: GPL-3.0-or-later
//
// The monitor of this program: owns the thread that a SamplingLoop lives in and shows it as a MonitorView.
// Made and used in one thread (the GUI's); nothing here blocks but the destructor, which joins the thread.
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
    // Reading a week from a disk takes a moment; whoever asks for samples before that waits for it, but no
    // longer than this where the disk does not answer.
    static constexpr std::chrono::seconds loadTimeout{3};

    LocalMonitor(std::unique_ptr<pressure::MemorySource> source, const pressure::ControlConfig &config,
                 MonitorPeers peers, QObject *parent = nullptr);
    ~LocalMonitor() override;

    // Starting twice is starting once; after stop() it can be started again.
    void start();
    void stop();
    bool isRunning() const { return m_running; }
    void setConfig(const pressure::ControlConfig &config);
    // What its actions brought goes to the monitor's thread, past ours.
    void connectReceipts(const Relief &relief);

    views::MonitorStatus status() const override { return m_status; }
    QFuture<views::SampleRecords> samples(const views::TimeRange &range) const override;
    QFuture<pressure::SourceReport> sources() const override;
    QFuture<views::MemoryHolding> holders() const override;
    void snooze(double sharePercent, std::chrono::milliseconds duration) override;

signals:
    // From the monitor thread, past ours, which may hang.
    void happened(const manometer::views::Event &event);

private:
    const std::shared_ptr<History> m_history;
    const std::function<pressure::SourceReport()> m_examineSources;
    const std::string m_procRoot;
    QThread m_thread;
    SamplingLoop *m_loop; // lives in m_thread, deleted with it
    views::MonitorStatus m_status;
    bool m_running = false;
};

} // namespace manometer::service
