// SPDX-License-Identifier: GPL-3.0-or-later
//
// A monitor whose samples are given, and what it records of them; beside it, what happened. The clocks begin
// at `start` and `wallStart`.
#pragma once

#include "insight/Recording.h"
#include "journal/Journal.h"
#include "pressure/control/SampleSchedule.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>
#include <vector>

namespace manometer::insight {

using namespace std::chrono_literals;
using pressure::Level;

inline constexpr auto start = pressure::MonotonicTime(1h);
inline const auto wallStart = pressure::WallTime(std::chrono::seconds(1'795'000'000));

// What the event log would have.
struct Happened
{
    struct Change
    {
        Level to = Level::Normal;
        Moment at;
        friend bool operator==(const Change &, const Change &) = default;
    };
    std::vector<Change> levels;
    std::vector<std::pair<pressure::Limits, Moment>> limits;
    std::size_t holdsDoubled = 0;
    std::size_t growthHoldsDoubled = 0;
    std::size_t cuts = 0;
    std::size_t cleanUps = 0;
};

// Samples as the monitor does, at the intervals of its schedule, and records as the recorder does.
class Monitor
{
public:
    explicit Monitor(std::function<void(const journal::Record &)> record)
        : m_record(std::move(record))
    {
        config.configured = {.entries = 500, .bytes = 64u << 20};
    }

    void begin() { snapshot(journal::SnapshotCause::Begun); }
    void end() { m_record(journal::Ended{clocks}); }
    void pass(std::chrono::nanoseconds time)
    {
        clocks.monotonic += time;
        clocks.wall += time;
        clocks.sinceBoot += time;
    }
    void configure(const pressure::ControlConfig &next)
    {
        config = next;
        m_record(journal::Configured{config});
    }
    void receive(const pressure::Receipt &receipt)
    {
        state = withReceipt(state, receipt, config);
        m_record(journal::Received{receipt});
    }

    // Empty: the read fails. The interval until the next sample.
    std::chrono::milliseconds sample(std::optional<double> percent)
    {
        pressure::ControlInput input{.now = clocks.monotonic, .sample = {}};
        if (percent) {
            pressure::MemorySample sample;
            sample.monotonic = clocks.monotonic;
            sample.wall = clocks.wall;
            sample.sinceBoot = clocks.sinceBoot;
            sample.totalBytes = 16ull << 30;
            sample.availableBytes = static_cast<std::uint64_t>(static_cast<double>(sample.totalBytes) *
                                                               (1 - std::clamp(*percent, 0.0, 100.0) / 100));
            sample.stall = pressure::PressureStall{.someTotalMicroseconds = waited};
            m_rise.add(sample);
            input.sample = sample;
        }
        const pressure::ControlStep step = pressure::step(state, input, config);
        m_record(journal::Stepped{input, clocks});
        const Moment now{clocks.monotonic, clocks.wall};
        if (step.governor.changed())
            happened.levels.push_back({step.governor.state.applied, now});
        if (step.limit.limit != state.limit.limit)
            happened.limits.emplace_back(step.limit.limit, now);
        happened.holdsDoubled += step.governor.holdDoubled;
        happened.growthHoldsDoubled += step.limit.holdDoubled;
        happened.cuts += step.limit.change == pressure::LimitChange::Cut;
        happened.cleanUps += step.limit.cleanUpDisk;
        state = step.state;
        if (clocks.monotonic - m_snapshotAt >= 10min)
            snapshot(journal::SnapshotCause::Periodic);
        return input.sample ? pressure::nextInterval(*input.sample, state.governor, config.thresholds,
                                                     m_rise.bytesPerSecond())
                            : 250ms;
    }

    pressure::ControlConfig config;
    pressure::ControlState state;
    pressure::ClockReading clocks{.monotonic = start, .sinceBoot = 1h, .wall = wallStart};
    std::uint64_t waited = 0;
    Happened happened;

private:
    void snapshot(journal::SnapshotCause cause)
    {
        m_snapshotAt = clocks.monotonic;
        m_record(journal::Snapshot{cause, clocks, config, state});
    }

    std::function<void(const journal::Record &)> m_record;
    pressure::FastestRise m_rise;
    pressure::MonotonicTime m_snapshotAt{};
};

// A second a sample, whatever the schedule says. Empty: a failed read.
using Percents = std::vector<std::optional<double>>;
inline Percents times(int count, std::optional<double> percent)
{
    return Percents(static_cast<std::size_t>(count), percent);
}
inline Percents operator+(Percents a, const Percents &b)
{
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

inline pressure::WallTime second(double elapsed)
{
    return wallStart + std::chrono::milliseconds(std::llround(elapsed * 1000));
}

} // namespace manometer::insight
