// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/replay/Signals.h"

#include "insight/replay/RecordingData.h"

namespace manometer::insight {

using namespace pressure;

void SignalDeriver::adopt(const ControlState &state)
{
    m_stall = state.stall;
    m_points = state.trend.points;
    m_basis = state.basis;
}

// As pressure::step does: two bases have different values, no slope leads from one to the other.
void SignalDeriver::follow(const SignalConfig &config)
{
    if (m_basis != config.basis)
        m_points = {};
    m_basis = config.basis;
}

SignalDeriver::Derived SignalDeriver::step(MonotonicTime now, double hostPercent, double groupPercent,
                                           const MemorySample &counters, const SignalConfig &config)
{
    follow(config);
    const Basis basis = judgedBasis(hostPercent, groupPercent, config.basis);
    const double percent = basis == Basis::Host ? hostPercent : groupPercent;
    const StallStep stall = pressure::step(m_stall, counters, percent, config.stall);
    m_stall = stall.state;
    unsigned flags = basis == Basis::Cgroup ? unsigned{Signal::OfGroup} : 0u;
    if (observe(m_points, {now, percent}, config.trend)) {
        flags |= Signal::Point;
        if (m_points.count == 1)
            flags |= Signal::FirstPoint;
    }
    return {.percent = percent, .signal = Signal(stall.vote, flags)};
}

SignalDeriver::Derived SignalDeriver::blindStep(const SignalConfig &config)
{
    follow(config);
    return {.percent = 0, .signal = Signal(Vote::None, Signal::Blind)};
}

Signals deriveSignals(const RecordingData &recording, const SignalConfig &config)
{
    const std::size_t steps = recording.steps();
    Signals derived;
    derived.ofSteps.reserve(steps);
    if (!recording.groupPercents.empty())
        derived.percents.reserve(steps);
    SignalDeriver deriver;
    auto anchor = recording.anchors.begin();
    auto counters = recording.counters.begin();
    MemorySample sample;
    std::chrono::nanoseconds sampleAge{0};
    for (std::size_t step = 0; step < steps; ++step) {
        for (; anchor != recording.anchors.end() && anchor->step == step; ++anchor)
            if (anchor->kind != Anchor::Kind::Continues || step == 0)
                deriver.adopt(anchor->state);
        for (; counters != recording.counters.end() && counters->step == step; ++counters) {
            sample = counters->counters.sampleAt(recording.now(step));
            sampleAge = counters->counters.sampleAge;
        }
        const MonotonicTime now = recording.now(step);
        sample.monotonic = now - sampleAge;
        const auto next = recording.judged.ofSteps[step].is(Signal::Blind)
                              ? deriver.blindStep(config)
                              : deriver.step(now, recording.hostPercents[step], recording.groupPercent(step),
                                             sample, config);
        derived.ofSteps.push_back(next.signal);
        if (!recording.groupPercents.empty())
            derived.percents.push_back(next.percent);
    }
    return derived;
}

} // namespace manometer::insight
