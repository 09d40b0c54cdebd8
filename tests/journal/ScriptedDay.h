// SPDX-License-Identifier: GPL-3.0-or-later
//
// Hours of a machine's life as the control loop sees them: noise, bursts, failed reads, stalls, receipts,
// sleeps and other settings, at one or at 25 samples a second. Random by a seed; the same seed gives the same
// day.
#pragma once

#include "pressure/Clock.h"
#include "pressure/Pressure.h"
#include "pressure/control/Control.h"

#include <cmath>
#include <random>

namespace manometer::test {

class ScriptedDay
{
public:
    explicit ScriptedDay(unsigned seed)
        : m_random(seed)
    {
        m_config.limit.configured = {.entries = 500, .bytes = 64u << 20};
    }

    struct Moment
    {
        pressure::ControlInput input;
        pressure::ClockReading clocks;
        std::optional<pressure::Receipt> receiptBefore;
    };

    Moment next()
    {
        using namespace std::chrono_literals;
        if (m_burst > 0)
            --m_burst;
        else if (one(600))
            m_burst = 200;
        const auto step = (m_burst > 0 ? 40ms : 1000ms) + std::chrono::nanoseconds(number(300'000)) - 100us;
        m_clocks.monotonic += std::chrono::duration_cast<pressure::MonotonicTime::duration>(step);
        m_clocks.sinceBoot += step + std::chrono::nanoseconds(number(2000)) - 1000ns;
        m_clocks.wall += step + std::chrono::nanoseconds(number(2000)) - 1000ns;
        if (one(20'000))
            m_clocks.wall += std::chrono::seconds(number(7200)) - 1h;
        if (one(20'000)) {
            m_clocks.sinceBoot += 3h;
            m_clocks.wall += 3h;
        }
        if (one(3000))
            m_config.thresholds.elevated.hold = std::chrono::milliseconds(number(20'000));
        if (one(5000))
            m_config.limit.snooze = pressure::Snooze{.sharePercent = 40, .until = m_clocks.monotonic + 90s};
        Moment moment;
        moment.clocks = m_clocks;
        moment.input.now = m_clocks.monotonic;
        if (one(400))
            moment.receiptBefore =
                pressure::Receipt{.evictedBytes = number(1u << 28), .returnedBytes = number(1u << 26)};
        if (m_blind > 0 || one(500)) {
            m_blind = m_blind > 0 ? m_blind - 1 : static_cast<int>(number(6));
            return moment;
        }
        moment.input.sample = sample();
        return moment;
    }

    const pressure::ControlConfig &config() const { return m_config; }
    const pressure::ClockReading &clocks() const { return m_clocks; }

private:
    std::uint64_t number(std::uint64_t below) { return m_random() % below; }
    bool one(unsigned in) { return m_random() % in == 0; }

    pressure::MemorySample sample()
    {
        pressure::MemorySample sample;
        sample.monotonic = m_clocks.monotonic;
        sample.wall = m_clocks.wall;
        sample.sinceBoot = m_clocks.sinceBoot;
        m_phase += 0.002;
        const double used = 62 + 25 * std::sin(m_phase) + (m_burst > 0 ? 8 : 0) + double(number(100)) / 100;
        sample.totalBytes = 16'384'123'904; // whole KiB, as MemTotal is
        sample.availableBytes =
            static_cast<std::uint64_t>(double(sample.totalBytes) * (1 - std::min(99.5, used) / 100)) / 1024 *
            1024;
        sample.processRssBytes = (12'800 + number(50)) * 4096;
        sample.processVirtualBytes = 200'000 * 4096;
        m_waited += m_burst > 0 ? number(60'000) : number(30) == 0 ? number(500) : 0;
        pressure::PressureStall stall;
        stall.someAvg10Percent = double(m_burst) / 100;
        stall.someAvg60Percent = 0.42;
        stall.fullAvg10Percent = one(50) ? 1.0 / 3 : 0; // no two decimals: kept all the same
        stall.someTotalMicroseconds = m_waited;
        stall.fullTotalMicroseconds = m_waited / 3;
        if (!one(1000))
            sample.stall = stall;
        if (one(2)) {
            sample.cgroup =
                pressure::CgroupMemory{.limitBytes = 8u << 20, .workingSetBytes = number(8u << 20)};
            sample.cgroupStall = stall;
        }
        m_oom += one(8000) ? 1 : 0;
        sample.oomEvents = m_oom;
        if (m_burst > 0) {
            m_reclaimed += number(5000);
            sample.reclaimedPages = m_reclaimed;
            sample.swappedInPages = m_reclaimed / 7;
        }
        m_notices += one(4000) ? 1 : 0;
        sample.notices = m_notices;
        return sample;
    }

    std::mt19937_64 m_random;
    pressure::ControlConfig m_config;
    pressure::ClockReading m_clocks{.monotonic = pressure::MonotonicTime(std::chrono::hours(5)),
                                    .sinceBoot = std::chrono::hours(6),
                                    .wall = pressure::WallTime(std::chrono::seconds(1'795'000'000))};
    int m_burst = 0;
    int m_blind = 0;
    double m_phase = 0;
    std::uint64_t m_waited = 123'456;
    std::uint64_t m_oom = 0;
    std::uint64_t m_reclaimed = 1'000'000;
    std::uint64_t m_notices = 0;
};

} // namespace manometer::test
