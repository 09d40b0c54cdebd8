// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the control loop derives of the samples before the thresholds matter: p, the vote, and which samples
// are points of the trend. It is the same for all thresholds and holds, so that it is derived once. Pure; any
// thread.
#pragma once

#include "pressure/control/Control.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace manometer::insight {

struct RecordingData;

// The part of the configuration that the signals depend on.
struct SignalConfig
{
    pressure::StallConfig stall{};
    pressure::TrendConfig trend{};
    pressure::BasisChoice basis = pressure::BasisChoice::Auto;

    static SignalConfig of(const pressure::ControlConfig &config)
    {
        return {.stall = config.tuning.stall, .trend = config.tuning.trend, .basis = config.tuning.basis};
    }
    friend bool operator==(const SignalConfig &, const SignalConfig &) = default;
};

// One step's, in a byte.
class Signal
{
public:
    enum Flag : std::uint8_t {
        Blind = 8,        // the read failed
        OfGroup = 16,     // p is the group's
        Point = 32,       // a point of the trend
        FirstPoint = 64,  // and the only one then: earlier ones were dropped
        Decisive = 7 + 8, // a vote or a failed read: no sample that only confirms a level
    };

    Signal() = default;
    explicit Signal(pressure::Vote vote, unsigned flags)
        : m_bits(static_cast<std::uint8_t>(static_cast<unsigned>(vote) | flags))
    {}
    bool is(Flag flag) const { return (m_bits & flag) != 0; }
    pressure::Vote vote() const { return static_cast<pressure::Vote>(m_bits & 7); }
    pressure::Basis basis() const { return is(OfGroup) ? pressure::Basis::Cgroup : pressure::Basis::Host; }

private:
    std::uint8_t m_bits = 0;
};

struct Signals
{
    // Percent of each step, 0 where the read failed. Empty: the same as the host's.
    std::vector<double> percents;
    std::vector<Signal> ofSteps;
};

// Derives the signals step by step, with the step functions of pressure/control.
class SignalDeriver
{
public:
    // The state at the beginning, and after a gap.
    void adopt(const pressure::ControlState &state);

    struct Derived
    {
        double percent = 0;
        Signal signal;
    };
    // A good sample, of whose figures the counters and the time are read. groupPercent is NaN without a group
    // limit.
    Derived step(pressure::MonotonicTime now, double hostPercent, double groupPercent,
                 const pressure::MemorySample &counters, const SignalConfig &config);
    Derived blindStep(const SignalConfig &config);

private:
    void follow(const SignalConfig &config);

    pressure::StallState m_stall;
    pressure::TrendPoints m_points;
    pressure::BasisChoice m_basis = pressure::BasisChoice::Auto;
};

// For a draft that judges the samples in another way than the applied settings did.
Signals deriveSignals(const RecordingData &recording, const SignalConfig &config);

} // namespace manometer::insight
