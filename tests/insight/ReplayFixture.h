// SPDX-License-Identifier: GPL-3.0-or-later
//
// Generates journals of a machine whose memory drifts, ramps, bursts and stalls, with failed reads, gaps,
// restarts, suspends, clock steps, receipts, snoozes and changes of the settings; and replays them with
// pressure::step on every sample, which the replays of insight/ must equal. The same seed gives the same
// journal.
#pragma once

#include "insight/Recording.h"
#include "journal/Journal.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

namespace manometer::insight {

using namespace std::chrono_literals;

// What a run does besides drifting.
struct Troubles
{
    bool gaps = true;     // missing records, restarts
    bool settings = true; // changes of the settings, snoozes
    bool groups = false;  // a control group with a limit, now and then
};

class JournalGenerator
{
public:
    explicit JournalGenerator(unsigned seed, Troubles troubles = {})
        : m_random(seed)
        , m_troubles(troubles)
    {
        m_config.configured = {.entries = 500, .bytes = 64u << 20};
    }

    std::vector<journal::Record> records(int steps)
    {
        begin(journal::SnapshotCause::Begun);
        for (int i = 0; i < steps; ++i)
            step();
        m_records.push_back(journal::Ended{m_clocks});
        return std::move(m_records);
    }

private:
    double between(double low, double high) { return low + (high - low) * m_unit(m_random); }
    bool oneIn(int n) { return between(0, n) < 1; }

    void begin(journal::SnapshotCause cause)
    {
        m_records.push_back(journal::Snapshot{cause, m_clocks, m_config, m_state});
        m_snapshotAt = m_clocks.monotonic;
    }

    void pass(std::chrono::nanoseconds time)
    {
        m_clocks.monotonic += time;
        m_clocks.sinceBoot += time;
        m_clocks.wall += time;
    }

    void configure()
    {
        if (oneIn(3)) {
            m_config.thresholds.high.hold = std::chrono::milliseconds(int(between(0, 20'000)));
            m_config.thresholds.elevated.enterPercent = between(57, 65);
        } else if (oneIn(3)) {
            m_config.tuning.trend.window = std::chrono::milliseconds(int(between(10'000, 30'000)));
            m_config.tuning.stall.waited = std::chrono::milliseconds(int(between(50, 400)));
        } else if (oneIn(3)) {
            m_config.tuning.basis = static_cast<pressure::BasisChoice>(int(between(0, 3)));
        } else if (oneIn(3)) {
            m_config.adaptation = oneIn(4) ? pressure::Adaptation::MeasureOnly : pressure::Adaptation::On;
            m_config.configured.entries = std::uint64_t(between(20, 1000));
        } else {
            m_config.snooze =
                pressure::Snooze{.sharePercent = between(30, 100), .until = m_clocks.monotonic + 90s};
        }
        m_records.push_back(journal::Configured{m_config});
    }

    void interrupt()
    {
        if (oneIn(2)) { // records are lost, the loop continues
            m_records.push_back(journal::Missing{.dropped = 7});
            for (int i = 0; i < 7; ++i)
                judge(input());
            begin(journal::SnapshotCause::Resumed);
        } else if (oneIn(2)) { // sampling stops for a while
            m_records.push_back(journal::Ended{m_clocks});
            pass(20s);
            begin(journal::SnapshotCause::Begun);
        } else { // another start, without an end
            pass(40s);
            m_state = {};
            begin(journal::SnapshotCause::Begun);
        }
    }

    void step()
    {
        if (m_troubles.settings && oneIn(400))
            configure();
        if (m_troubles.gaps && oneIn(2500))
            interrupt();
        if (oneIn(200)) {
            const pressure::Receipt receipt{.evictedBytes = std::uint64_t(between(0, 1u << 28)),
                                            .returnedBytes = std::uint64_t(between(0, 1u << 25))};
            m_records.push_back(journal::Received{receipt});
            m_state = pressure::withReceipt(m_state, receipt, m_config);
        }
        const pressure::ControlInput next = input();
        m_records.push_back(journal::Stepped{next, m_clocks});
        judge(next);
        if (m_clocks.monotonic - m_snapshotAt >= 10min)
            begin(journal::SnapshotCause::Periodic);
    }

    void judge(const pressure::ControlInput &input)
    {
        m_state = pressure::step(m_state, input, m_config).state;
    }

    pressure::ControlInput input()
    {
        if (m_burst > 0)
            --m_burst;
        else if (oneIn(400))
            m_burst = int(between(20, 400));
        pass((m_burst > 0 ? 40ms : 1000ms) + std::chrono::nanoseconds(int(between(0, 200'000))));
        if (oneIn(2000))
            pass(std::chrono::seconds(int(between(1, 9))));
        if (oneIn(3000))
            m_clocks.wall += std::chrono::seconds(int(between(-1800, 1800)));
        if (oneIn(3000)) {
            m_clocks.sinceBoot += 1h;
            m_clocks.wall += 1h;
        }
        pressure::ControlInput input{.now = m_clocks.monotonic, .sample = {}};
        if (m_failedReads > 0 || oneIn(300)) {
            m_failedReads = m_failedReads > 0 ? m_failedReads - 1 : int(between(0, 6));
            return input;
        }
        input.sample = sample();
        return input;
    }

    pressure::MemorySample sample()
    {
        if (oneIn(80))
            m_slope = oneIn(3) ? 0 : between(-0.5, 0.5);
        if (oneIn(500))
            m_used = between(30, 97);
        m_used = std::clamp(m_used + m_slope, 20.0, 96.0);
        const double noise = between(-0.5, 0.5) * (oneIn(30) ? 8 : 1);
        pressure::MemorySample sample;
        sample.monotonic = m_clocks.monotonic;
        sample.wall = m_clocks.wall;
        sample.sinceBoot = m_clocks.sinceBoot;
        sample.totalBytes = 16'384'123'904;
        const double percent = std::min(99.9, m_used + noise + (m_burst > 0 ? 3 : 0));
        sample.availableBytes = std::uint64_t(double(sample.totalBytes) * (1 - percent / 100)) / 1024 * 1024;
        sample.processRssBytes = 64u << 20;
        m_waited += oneIn(300) ? std::uint64_t(between(0, 400'000)) : 0;
        if (!oneIn(1000))
            sample.stall = pressure::PressureStall{.someTotalMicroseconds = m_waited};
        if (m_troubles.groups && oneIn(2)) {
            sample.cgroup = pressure::CgroupMemory{
                .limitBytes = 1u << 30,
                .workingSetBytes = std::uint64_t(double(1u << 30) * (m_used + between(-5, 2)) / 100)};
            sample.cgroupStall = pressure::PressureStall{.someTotalMicroseconds = m_waited / 2};
        }
        m_oom += oneIn(6000);
        sample.oomEvents = m_oom;
        if (oneIn(10)) {
            m_reclaimed += oneIn(2) ? 100 : 0;
            sample.reclaimedPages = m_reclaimed;
        }
        m_notices += oneIn(3000);
        sample.notices = m_notices;
        return sample;
    }

    std::mt19937_64 m_random;
    std::uniform_real_distribution<double> m_unit{0, 1};
    Troubles m_troubles;
    std::vector<journal::Record> m_records;
    pressure::ControlConfig m_config;
    pressure::ControlState m_state;
    pressure::ClockReading m_clocks{.monotonic = pressure::MonotonicTime(5h),
                                    .sinceBoot = 6h,
                                    .wall = pressure::WallTime(std::chrono::seconds(1'795'000'000))};
    pressure::MonotonicTime m_snapshotAt{};
    int m_burst = 0;
    int m_failedReads = 0;
    double m_used = 55;
    double m_slope = 0;
    std::uint64_t m_waited = 123'456;
    std::uint64_t m_oom = 0;
    std::uint64_t m_reclaimed = 1'000'000;
    std::uint64_t m_notices = 0;
};

inline Recording recordingOf(const std::vector<journal::Record> &records,
                             std::size_t mostSteps = RecordingBuilder::defaultMostSteps)
{
    RecordingBuilder builder(mostSteps);
    for (const journal::Record &record : records)
        builder.add(record);
    return builder.take();
}

// One step of the oracle: what pressure::step made of it.
struct OracleStep
{
    Moment at;
    bool isFirst = false; // of a stretch
    pressure::ControlState before;
    pressure::ControlStep made;
    pressure::Limits configured;
};

// Each sample through pressure::step: with the recorded settings, or with a draft's, by the rules of
// WhatIf.h.
inline std::vector<OracleStep> replayFully(const std::vector<journal::Record> &records,
                                           const pressure::ControlConfig *draft = nullptr)
{
    using namespace journal;
    std::vector<OracleStep> steps;
    pressure::ControlState state;
    pressure::ControlConfig config;
    bool isKnown = false;
    bool hasState = false;
    bool isFirst = true;
    const auto configure = [&](const pressure::ControlConfig &recorded) {
        config = draft ? *draft : recorded;
        config.snooze = recorded.snooze;
    };
    for (const Record &record : records) {
        if (const auto *snapshot = std::get_if<Snapshot>(&record)) {
            const bool continues = isKnown && snapshot->cause == SnapshotCause::Periodic;
            const bool startsAgain =
                snapshot->cause == SnapshotCause::Begun && !snapshot->state.governor.appliedSince;
            if (!draft || !hasState || startsAgain) {
                state = snapshot->state;
                if (draft)
                    state.limit.poorReceipts = 0;
            } else if (!continues) {
                state.stall = snapshot->state.stall;
                state.trend.points = snapshot->state.trend.points;
                state.basis = snapshot->state.basis;
            }
            configure(snapshot->config);
            isFirst = isFirst || !continues;
            isKnown = hasState = true;
        } else if (std::holds_alternative<Missing>(record)) {
            isKnown = false;
        } else if (!isKnown) {
            continue;
        } else if (const auto *stepped = std::get_if<Stepped>(&record)) {
            OracleStep next{.at = {stepped->input.now, stepped->clocks.wall},
                            .isFirst = isFirst,
                            .before = state,
                            .made = pressure::step(state, stepped->input, config),
                            .configured = config.configured};
            state = next.made.state;
            steps.push_back(std::move(next));
            isFirst = false;
        } else if (const auto *received = std::get_if<Received>(&record)) {
            if (!draft)
                state = withReceipt(state, received->receipt, config);
        } else if (const auto *configured = std::get_if<Configured>(&record)) {
            configure(configured->config);
        }
    }
    return steps;
}

} // namespace manometer::insight
