// SPDX-License-Identifier: GPL-3.0-or-later
//
// The monitor's sampling loop: samples, runs pressure::step, posts to Relief, emits. Lives in the monitor
// thread and emits its signals there; blocks only on reading /proc. A failed read is a gap. All decisions are
// pressure::step's; this class feeds it and forwards the results, to Relief first, which needs no memory. A
// rehearsal on the cache runs beside it: what it does reaches Relief alone, not the state, the journal and
// the history.
#pragma once

#include "pressure/Clock.h"
#include "pressure/Pressure.h"
#include "service/monitor/CacheRehearsal.h"
#include "service/monitor/Relief.h"
#include "service/recording/History.h"
#include "views/Event.h"
#include "views/MonitorView.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace manometer::service {

class EventSink;
class Recorder;

// The functions are called in the monitor thread and must not block.
struct MonitorPeers
{
    std::function<views::CacheFigures()> cacheFigures;
    std::function<void(const ReliefOrder &)> postRelief;
    // Both outlive the monitor thread. Without a recorder nothing is journalled.
    std::shared_ptr<History> history = std::make_shared<History>();
    Recorder *recorder = nullptr;
    // Wakes the sampling loop early; null: no early wake-ups.
    std::shared_ptr<pressure::PressureTrigger> trigger{};
    // Called in any thread; may block on reading /proc.
    std::function<pressure::SourceReport()> examineSources{};
    std::string procRoot = "/proc"; // for the list of processes
    std::string rehearsed{};        // the curve that is played instead of the machine's figures
};

class SamplingLoop : public QObject
{
    Q_OBJECT
public:
    // Interval while reads fail: short enough to notice the recovery soon, long enough to cost nothing.
    static constexpr std::chrono::milliseconds retryInterval{250};

    SamplingLoop(std::unique_ptr<pressure::MemorySource> source, const pressure::ControlConfig &config,
                 EventSink &events, MonitorPeers peers, History &history);
    ~SamplingLoop() override;

    // Takes the first sample at once.
    void start();
    void stop();
    // Takes effect at once: takes a sample with the new configuration. A snooze continues.
    void setConfig(const pressure::ControlConfig &config);
    void snooze(double sharePercent, std::chrono::milliseconds duration);
    // Of a request without a problem. Why it is refused, in English; empty: it has begun. `id`: of its status
    // and events.
    QString rehearse(const views::RehearsalRequest &request, quint64 id);
    QString stopRehearsal(const QByteArray &actor);
    // Feeds the receipt into the futility check, sets its percentAfter and reports it. That of a rehearsal is
    // reported alone.
    void applyReceipt(const manometer::views::ReceiptEvent &receipt);
    // Relief has carried out an order of a rehearsal: the last one's effect is reported as its end.
    void applyRehearsedCut(const manometer::service::RehearsedCut &cut);

signals:
    void sampled(const manometer::views::SampleRecord &record);
    void statusChanged(const manometer::views::MonitorStatus &status);
    void levelChanged(manometer::pressure::Level from, manometer::pressure::Level to);

private:
    void watchTrigger();
    void wake(pressure::PressureTrigger::Answer answer);
    void sample();
    void publish(const pressure::ControlStep &step, const pressure::ClockReading &clocks);
    void record(const pressure::ClockReading &clocks, views::SampleRecord::Discontinuity discontinuity);
    void reportClockJump(const pressure::ClockJump &jump);
    void reportSourceChange();
    void reportSnoozeEnd(pressure::MonotonicTime now);
    std::chrono::milliseconds nextInterval() const;
    // What the step of the machine's own loop did to its limit.
    void stepRehearsal(const pressure::ClockReading &clocks, pressure::LimitChange machines);
    void endRehearsal(views::RehearsalEvent::Outcome outcome, const QByteArray &actor = {},
                      pressure::LimitChange machines = pressure::LimitChange::None);
    void reportRehearsalEnd();

    std::unique_ptr<pressure::MemorySource> m_source;
    pressure::ControlConfig m_config;
    EventSink &m_events;
    MonitorPeers m_peers;
    History &m_history;
    QTimer m_timer;
    pressure::ControlState m_state;
    cache::Admission m_admission = cache::Admission::Always; // as last posted
    pressure::FastestRise m_fastestRise;
    std::uint64_t m_notices = 0;
    std::optional<pressure::MemorySample> m_sample; // the newest successful one
    std::optional<pressure::SourceError> m_error;   // of the newest read
    std::optional<pressure::ClockReading> m_clocks; // of the newest sample; empty before the first of a run
    bool m_lossReported = false;
    std::unique_ptr<CacheRehearsal> m_rehearsal;
    std::unique_ptr<CacheRehearsal> m_endedRehearsal; // until Relief has removed its limit
    views::RehearsalEvent m_rehearsalEnd;             // of m_endedRehearsal
    views::MonitorStatus m_status;
};

} // namespace manometer::service
