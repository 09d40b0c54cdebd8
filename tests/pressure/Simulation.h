// SPDX-License-Identifier: GPL-3.0-or-later
//
// Runs the real control loop and the real sampling schedule on a virtual clock. The test supplies p as a
// function of time; samples are taken at the intervals of pressure::nextInterval, as in the monitor.
#pragma once

#include "pressure/Pressure.h"

#include <QString>
#include <QStringList>

#include <cmath>
#include <functional>
#include <vector>

namespace manometer::test {

using namespace pressure;
using namespace std::chrono_literals;
using Elapsed = std::chrono::duration<double>; // seconds since the simulation began

constexpr std::uint64_t gibibyte = 1ull << 30;

// The same as the monitor's while reads fail.
constexpr auto retryInterval = 250ms;

inline MonotonicTime at(Elapsed elapsed)
{
    return MonotonicTime{} + 1h + std::chrono::duration_cast<MonotonicTime::duration>(elapsed);
}

inline MemorySample machine(Elapsed now, double usedPercent, std::uint64_t totalBytes = 16 * gibibyte)
{
    MemorySample sample;
    sample.monotonic = at(now);
    sample.wall = WallTime{} + std::chrono::duration_cast<WallTime::duration>(now);
    sample.totalBytes = totalBytes;
    const double used = std::clamp(usedPercent, 0.0, 100.0) / 100.0 * static_cast<double>(totalBytes);
    sample.availableBytes = totalBytes - static_cast<std::uint64_t>(std::llround(used));
    return sample;
}

struct LevelChange
{
    double at = 0; // seconds
    Level from = Level::Normal;
    Level to = Level::Normal;
};

class Simulation
{
public:
    // An empty result is a failed read.
    using Source = std::function<std::optional<MemorySample>(Elapsed)>;

    explicit Simulation(Source source, Limits configured = {.entries = 500, .bytes = 64u << 20})
        : m_source(std::move(source))
    {
        config.configured = configured;
    }

    // Calls observe(seconds, step), if given, after each step.
    void run(Elapsed end, const std::function<void(double, const ControlStep &)> &observe = {})
    {
        while (now < end) {
            const auto sample = m_source(now);
            const ControlStep step = pressure::step(state, {.now = at(now), .sample = sample}, config);
            state = step.state;
            last = step;
            ++samples;
            if (step.governor.changed())
                changes.push_back({now.count(), step.governor.from, step.governor.state.applied});
            if (step.warning)
                warnings.push_back({now.count(), *step.warning});
            if (observe)
                observe(now.count(), step);
            now += sample ? nextInterval(*sample, state.governor, config.thresholds, m_rise.bytesPerSecond())
                          : std::chrono::milliseconds(retryInterval);
            if (sample)
                m_rise.add(*sample);
        }
    }

    // When each level began: '0.0 NORMAL, 12.5 ELEVATED'.
    QString levels() const
    {
        QStringList words;
        for (const LevelChange &change : changes)
            words += QStringLiteral("%1 %2").arg(change.at, 0, 'f', 1).arg(name(change.to).data());
        return words.join(QStringLiteral(", "));
    }

    ControlConfig config;
    ControlState state;
    ControlStep last;
    Elapsed now{0};
    int samples = 0;
    std::vector<LevelChange> changes;
    std::vector<std::pair<double, PreWarning>> warnings;

private:
    Source m_source;
    FastestRise m_rise;
};

} // namespace manometer::test
