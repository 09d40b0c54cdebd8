// SPDX-License-Identifier: GPL-3.0-or-later
//
// A rehearsal on this cache: plays a curve through a control loop of its own, beside the one of the machine,
// with the operator's settings in the time lapse of its speed. Pure but for its state: time is an argument.
// One thread; nothing blocks or fails.
#pragma once

#include "pressure/Clock.h"
#include "pressure/control/SampleSchedule.h"
#include "pressure/rehearsal/Curve.h"
#include "service/monitor/Relief.h"
#include "views/MonitorView.h"

namespace manometer::service {

class CacheRehearsal
{
public:
    // Of a request without a problem (views::findProblem).
    CacheRehearsal(const views::RehearsalRequest &request, quint64 id, pressure::MonotonicTime began);

    // Whether the whole curve has been played.
    bool isOver(pressure::MonotonicTime now) const { return now - m_began >= m_length; }
    // Takes a sample of the curve. The order is of the cause Rehearsal and leaves the disk alone; empty: the
    // limit stays. `config`: of the machine's loop.
    std::optional<ReliefOrder> step(const pressure::ClockReading &clocks,
                                    const pressure::ControlConfig &config);
    // The order that ends its limit.
    ReliefOrder end() const;
    // Until the next sample: as often as the levels of the curve need it, at least once a second of the
    // curve, and at its end.
    std::chrono::milliseconds nextInterval(pressure::MonotonicTime now) const;

    // Adds to what its orders have evicted.
    void add(const RehearsedCut &cut);
    views::RehearsalStatus status(pressure::MonotonicTime now) const;
    // `actor`: who began or ended it. limitEntries is left to the caller.
    views::RehearsalEvent event(views::RehearsalEvent::Outcome outcome, const QByteArray &actor,
                                pressure::MonotonicTime now) const;

private:
    const quint64 m_id;
    const QByteArray m_name;
    const pressure::Curve m_curve;
    const double m_speed;
    const pressure::MonotonicTime m_began;
    const pressure::MonotonicTime::duration m_length; // in real time
    pressure::ControlConfig m_config;                 // of the newest step, in time lapse
    pressure::ControlState m_state;
    std::optional<pressure::MemorySample> m_sample; // the newest
    pressure::FastestRise m_fastestRise;
    double m_percent = views::absent;
    cache::Admission m_admission = cache::Admission::Always; // as last ordered
    quint64 m_evictedEntries = 0;
    quint64 m_evictedBytes = 0;
};

} // namespace manometer::service
