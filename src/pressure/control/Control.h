// SPDX-License-Identifier: GPL-3.0-or-later
//
// The whole control loop: a sample goes in; a level, a forecast and a limit come out. One pure step function
// over a plain state, so that the running program, the tests and a replay of a journal agree on every sample.
// Nothing is allocated.
#pragma once

#include "pressure/control/Gauge.h"
#include "pressure/control/Governor.h"
#include "pressure/control/LimitPolicy.h"
#include "pressure/control/StallWatch.h"
#include "pressure/control/Trend.h"

#include <optional>

namespace manometer::pressure {

enum class Adaptation : std::uint8_t {
    On,
    MeasureOnly, // levels are computed and shown, the limit stays as configured
};

// The parameters of the loop apart from the thresholds and the limit.
struct ControlTuning
{
    StallConfig stall{};
    GovernorConfig governor{};
    TrendConfig trend{};
    LimitConfig limit{};
    BasisChoice basis = BasisChoice::Auto;

    friend bool operator==(const ControlTuning &, const ControlTuning &) = default;
};

// All that a step depends on besides its input and the state: the operator's settings, and the snooze, which
// is not a setting and ends by itself.
struct ControlConfig
{
    Thresholds thresholds{};
    ControlTuning tuning{};
    Limits configured{}; // the cache's limit at NORMAL
    Adaptation adaptation = Adaptation::On;
    std::optional<Snooze> snooze{};

    friend bool operator==(const ControlConfig &, const ControlConfig &) = default;
};

struct ControlState
{
    StallState stall;
    GovernorState governor;
    TrendState trend;
    LimitState limit;
    BasisChoice basis = BasisChoice::Auto; // with which the trend was measured

    friend bool operator==(const ControlState &, const ControlState &) = default;
};

struct ControlInput
{
    MonotonicTime now;
    std::optional<MemorySample> sample; // empty: the read failed
};

struct ControlStep
{
    ControlState state;
    std::optional<Reading> reading;
    GovernorStep governor;
    std::optional<PreWarning> warning;
    LimitStep limit;
};

ControlStep step(const ControlState &state, const ControlInput &input, const ControlConfig &config);
ControlState withReceipt(const ControlState &state, const Receipt &receipt, const ControlConfig &config);

} // namespace manometer::pressure
