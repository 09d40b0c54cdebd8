// SPDX-License-Identifier: GPL-3.0-or-later
//
// Generates inputs of the control loop for hours of a machine: noise, bursts, failed reads, stalls, receipts,
// suspends, clock steps and changed settings, at one or at 25 samples a second. Pseudorandom; the same seed
// gives the same inputs.
#pragma once

#include "pressure/Clock.h"
#include "pressure/Pressure.h"
#include "pressure/control/Control.h"

#include <cmath>
#include <random>

namespace manometer::test {

class InputGenerator
{
public:
    explicit InputGenerator(unsigned seed)
        : m_random(seed)
    {
        m_config.configured = {.entries = 500, .bytes = 64u << 20};
    }

    struct Input
    {
        pressure::ControlInput step;
        pressure::ClockReading clocks;
        std::optional<pressure::Receipt> receiptBefore;
    };

    Input next()
    {
        using namespace std::chrono_literals;
        if (m_burst > 0)
            --m_burst;
        else if (oneIn(600))
            m_burst = 200;
        const auto step =
            (m_burst > 0 ? 40ms : 1000ms) + std::chrono::nanoseconds(numberBelow(300'000)) - 100us;
        m_clocks.monotonic += std::chrono::duration_cast<pressure::MonotonicTime::duration>(step);
        m_clocks.sinceBoot += step + std::chrono::nanoseconds(numberBelow(2000)) - 1000ns;
        m_clocks.wall += step + std::chrono::nanoseconds(numberBelow(2000)) - 1000ns;
        if (oneIn(20'000))
            m_clocks.wall += std::chrono::seconds(numberBelow(7200)) - 1h;
        if (oneIn(20'000)) {
            m_clocks.sinceBoot += 3h;
            m_clocks.wall += 3h;
        }
        if (oneIn(3000))
            m_config.thresholds.elevated.hold = std::chrono::milliseconds(numberBelow(20'000));
        if (oneIn(5000))
            m_config.snooze = pressure::Snooze{.sharePercent = 40, .until = m_clocks.monotonic + 90s};
        Input input;
        input.clocks = m_clocks;
        input.step.now = m_clocks.monotonic;
        if (oneIn(400))
            input.receiptBefore = pressure::Receipt{.evictedBytes = numberBelow(1u << 28),
                                                    .returnedBytes = numberBelow(1u << 26)};
        if (m_failedReads > 0 || oneIn(500)) {
            m_failedReads = m_failedReads > 0 ? m_failedReads - 1 : static_cast<int>(numberBelow(6));
            return input;
        }
        input.step.sample = sample();
        return input;
    }

    const pressure::ControlConfig &config() const { return m_config; }
    const pressure::ClockReading &clocks() const { return m_clocks; }

private:
    std::uint64_t numberBelow(std::uint64_t bound) { return m_random() % bound; }
    bool oneIn(unsigned n) { return m_random() % n == 0; }

    pressure::MemorySample sample()
    {
        pressure::MemorySample sample;
        sample.monotonic = m_clocks.monotonic;
        sample.wall = m_clocks.wall;
        sample.sinceBoot = m_clocks.sinceBoot;
        m_phase += 0.002;
        const double used =
            62 + 25 * std::sin(m_phase) + (m_burst > 0 ? 8 : 0) + double(numberBelow(100)) / 100;
        sample.totalBytes = 16'384'123'904; // whole KiB, like MemTotal
        sample.availableBytes =
            static_cast<std::uint64_t>(double(sample.totalBytes) * (1 - std::min(99.5, used) / 100)) / 1024 *
            1024;
        sample.processRssBytes = (12'800 + numberBelow(50)) * 4096;
        sample.processVirtualBytes = 200'000 * 4096;
        m_waited += m_burst > 0 ? numberBelow(60'000) : numberBelow(30) == 0 ? numberBelow(500) : 0;
        pressure::PressureStall stall;
        stall.someAvg10Percent = double(m_burst) / 100;
        stall.someAvg60Percent = 0.42;
        stall.fullAvg10Percent = oneIn(50) ? 1.0 / 3 : 0; // more than two decimals must be kept, too
        stall.someTotalMicroseconds = m_waited;
        stall.fullTotalMicroseconds = m_waited / 3;
        if (!oneIn(1000))
            sample.stall = stall;
        if (oneIn(2)) {
            sample.cgroup =
                pressure::CgroupMemory{.limitBytes = 8u << 20, .workingSetBytes = numberBelow(8u << 20)};
            sample.cgroupStall = stall;
        }
        m_oom += oneIn(8000) ? 1 : 0;
        sample.oomEvents = m_oom;
        if (m_burst > 0) {
            m_reclaimed += numberBelow(5000);
            sample.reclaimedPages = m_reclaimed;
            sample.swappedInPages = m_reclaimed / 7;
        }
        m_notices += oneIn(4000) ? 1 : 0;
        sample.notices = m_notices;
        return sample;
    }

    std::mt19937_64 m_random;
    pressure::ControlConfig m_config;
    pressure::ClockReading m_clocks{.monotonic = pressure::MonotonicTime(std::chrono::hours(5)),
                                    .sinceBoot = std::chrono::hours(6),
                                    .wall = pressure::WallTime(std::chrono::seconds(1'795'000'000))};
    int m_burst = 0;       // samples of the burst still to come
    int m_failedReads = 0; // still to come
    double m_phase = 0;
    std::uint64_t m_waited = 123'456;
    std::uint64_t m_oom = 0;
    std::uint64_t m_reclaimed = 1'000'000;
    std::uint64_t m_notices = 0;
};

} // namespace manometer::test
