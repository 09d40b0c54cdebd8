// SPDX-License-Identifier: GPL-3.0-or-later
//
// The sampler: reads the source, judges, orders relief, tells. Lives in the monitor thread, where its signals
// come from; blocks on a read of /proc and nothing else. pressure::step does the thinking, this class only
// feeds it and passes on what it says: relief first, which needs no memory, then whoever listens.
#pragma once

#include "pressure/Clock.h"
#include "pressure/Pressure.h"
#include "service/monitor/Relief.h"
#include "service/recording/History.h"
#include "views/Event.h"
#include "views/MonitorView.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace manometer::service {

class Recorder;

// The functions are called in the monitor thread and must not block.
struct MonitorPeers
{
    std::function<views::CacheFigures()> cacheFigures;
    std::function<void(const ReliefOrder &)> postRelief;
    // Both outlive the monitor thread. Without a recorder nothing is written down.
    std::shared_ptr<History> history = std::make_shared<History>();
    Recorder *recorder = nullptr;
    // What may wake the sampler before its time; null: nothing does.
    std::shared_ptr<pressure::PressureTrigger> trigger{};
    // Any thread; may block for as long as reading /proc does.
    std::function<pressure::SourceReport()> examineSources{};
    std::string procRoot = "/proc"; // where the processes are
};

class SamplingLoop : public QObject
{
    Q_OBJECT
public:
    // While reads fail: soon enough to see the signal come back, seldom enough to cost nothing.
    static constexpr std::chrono::milliseconds retryInterval{250};

    SamplingLoop(std::unique_ptr<pressure::MemorySource> source, const pressure::ControlConfig &config,
                 MonitorPeers peers, History &history);
    ~SamplingLoop() override;

    // Takes the first sample at once.
    void start();
    void stop();
    // Counts from this moment: the newest reading is judged anew. A snooze goes on.
    void setConfig(const pressure::ControlConfig &config);
    void snooze(double sharePercent, std::chrono::milliseconds duration);
    // What an action brought; its percentAfter is filled in here.
    void applyReceipt(const manometer::views::ReceiptEvent &receipt);

signals:
    void sampled(const manometer::views::SampleRecord &record);
    void statusChanged(const manometer::views::MonitorStatus &status);
    void levelChanged(manometer::pressure::Level from, manometer::pressure::Level to);
    void happened(const manometer::views::Event &event);

private:
    void watchTrigger();
    void wake(pressure::PressureTrigger::Answer answer);
    void sample();
    void publish(const pressure::ControlStep &step, const pressure::ClockReading &clocks);
    void record(const pressure::ClockReading &clocks, views::SampleRecord::Discontinuity discontinuity);
    void reportClockJump(const pressure::ClockJump &jump);
    // An event of this sample.
    void report(views::EventKinds what);
    void reportSourceChange();
    void reportSnoozeEnd(pressure::MonotonicTime now);
    std::chrono::milliseconds nextInterval() const;

    std::unique_ptr<pressure::MemorySource> m_source;
    pressure::ControlConfig m_config;
    MonitorPeers m_peers;
    History &m_history;
    QTimer m_timer;
    pressure::ControlState m_state;
    cache::Admission m_admission = cache::Admission::Always; // as ordered last
    pressure::FastestRise m_fastestRise;
    std::uint64_t m_notices = 0;
    std::optional<pressure::MemorySample> m_sample; // the newest good one
    std::optional<pressure::SourceError> m_error;   // of the newest read
    std::optional<pressure::ClockReading> m_clocks; // of the newest sample; empty before the first of a run
    bool m_lossReported = false;
    views::MonitorStatus m_status;
};

} // namespace manometer::service
