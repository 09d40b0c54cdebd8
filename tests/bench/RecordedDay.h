// SPDX-License-Identifier: GPL-3.0-or-later
//
// A generated day of samples, as the recorder would write it.
#pragma once

#include "journal/Journal.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <functional>
#include <random>

namespace bench {

using namespace manometer;
using namespace std::chrono_literals;

enum class Day { Quiet, Busy, Noisy };

// Quiet: a working day with a few bursts. Busy: a burst in most minutes. Noisy: Ornstein-Uhlenbeck noise of 4
// points around the threshold of HIGH, the worst case for hysteresis.
inline void generate(Day day, int steps, const std::function<void(const journal::Record &)> &add,
                     pressure::WallTime begin = pressure::WallTime(std::chrono::seconds(1'795'000'000)))
{
    std::mt19937_64 random(7);
    std::normal_distribution<double> normal;
    pressure::ControlConfig config;
    config.configured = {.entries = 500, .bytes = 64u << 20};
    pressure::ControlState state;
    pressure::ClockReading clocks{.monotonic = pressure::MonotonicTime(1h), .wall = begin};
    add(journal::Snapshot{journal::SnapshotCause::Begun, clocks, config, state});
    double noise = 0;
    double burst = 0;
    for (int i = 0; i < steps; ++i) {
        clocks.monotonic += 1s;
        clocks.wall += 1s;
        const double hour = i / 3600.0;
        noise += -noise / 10 + normal(random) * (day == Day::Noisy ? 1.8 : 0.3);
        if (random() % (day == Day::Busy ? 90 : 7200) == 0)
            burst = 30;
        burst = burst > 0.1 ? burst * 0.97 : 0;
        const double base = day == Day::Noisy ? 79 : 50 + 8 * std::sin(hour / 24 * 6.283);
        pressure::MemorySample sample;
        sample.monotonic = clocks.monotonic;
        sample.wall = clocks.wall;
        sample.totalBytes = 16ull << 30;
        const double percent = std::clamp(base + noise + burst, 0.0, 99.5);
        sample.availableBytes =
            static_cast<std::uint64_t>(static_cast<double>(sample.totalBytes) * (1 - percent / 100));
        sample.stall = pressure::PressureStall{.someTotalMicroseconds = static_cast<std::uint64_t>(i / 30)};
        const pressure::ControlInput input{.now = clocks.monotonic, .sample = sample};
        add(journal::Stepped{input, clocks});
        state = pressure::step(state, input, config).state;
        if (i % 600 == 599)
            add(journal::Snapshot{journal::SnapshotCause::Periodic, clocks, config, state});
    }
    add(journal::Ended{clocks});
}

} // namespace bench
