// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where p is going: the slope over the last half minute, when the next level would begin at this rate, a
// warning ahead of it, and the record of how such warnings did. One pure step function, nothing allocated.
// The slope is Theil-Sen's, the median of the slopes between all pairs of points, which up to 29 % of wild
// samples cannot bend (P. K. Sen, 'Estimates of the regression coefficient based on Kendall's tau', 1968).
// p counts as rising only where Kendall's tau, the share of pairs that rise less the share that fall, says so
// too: noise has slopes as well.
#pragma once

#include "pressure/Level.h"
#include "pressure/MemorySample.h"
#include "pressure/control/Thresholds.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>

namespace manometer::pressure {

struct TrendConfig
{
    // Long enough to see past one allocation, short enough to follow a change of pace.
    std::chrono::milliseconds window{30'000};
    // What lies nearer together tells nothing new; keeps a burst of samples from outweighing the rest.
    std::chrono::milliseconds pointInterval{500};
    // Under this span a slope is an accident. A rise that is quicker than that cannot be forecast usefully.
    std::chrono::milliseconds minimumSpan{5'000};
    // More pairs rise than after a single step amid flat stretches, of which up to 0.6 do: a step is no trend.
    double minimumTau = 0.65;
    // Time for a person to look and to act.
    std::chrono::milliseconds warnUnder{120'000};

    friend bool operator==(const TrendConfig &, const TrendConfig &) = default;
};

struct TrendPoint
{
    MonotonicTime at{};
    double percent = 0;

    friend bool operator==(const TrendPoint &, const TrendPoint &) = default;
};

// A ring of points, oldest first from `first`.
struct TrendPoints
{
    static constexpr std::size_t capacity = 64; // window / pointInterval and some to spare
    std::array<TrendPoint, capacity> ring{};
    std::uint8_t first = 0;
    std::uint8_t count = 0;

    const TrendPoint &operator[](std::size_t i) const { return ring[(first + i) % capacity]; }
    void append(const TrendPoint &point); // the oldest one gives way
    void dropOldest();

    friend bool operator==(const TrendPoints &, const TrendPoints &) = default;
};

struct Forecast
{
    double slopePercentPerSecond = 0;
    bool rising = false;
    // When the level after the applied one begins at this rate; empty while not rising, at CRITICAL, and where
    // it is farther away than can be told.
    std::optional<std::chrono::milliseconds> toNext;

    friend bool operator==(const Forecast &, const Forecast &) = default;
};

struct PreWarning
{
    MonotonicTime at{};
    Level level = Level::Elevated;          // the one that is to begin
    std::chrono::milliseconds expectedIn{}; // from `at`
    double percent = 0;

    friend bool operator==(const PreWarning &, const PreWarning &) = default;
};

// A warning came true if p reached the level before twice the time foretold was over.
struct ForecastRecord
{
    std::uint32_t cameTrue = 0;
    std::uint32_t notTrue = 0;
    std::uint32_t unforeseen = 0; // raises without a warning

    friend bool operator==(const ForecastRecord &, const ForecastRecord &) = default;
};

struct TrendState
{
    TrendPoints points;
    Forecast forecast;
    std::optional<PreWarning> pending; // its outcome is not known yet
    Level level = Level::Normal;       // applied, at the last step
    ForecastRecord record;

    friend bool operator==(const TrendState &, const TrendState &) = default;
};

struct TrendInput
{
    MonotonicTime now;
    std::optional<double> percent; // empty: the read failed
    Level applied = Level::Normal;
};

struct TrendStep
{
    TrendState state;
    std::optional<PreWarning> warning; // a new one
};

TrendStep step(const TrendState &state, const TrendInput &input, const Thresholds &thresholds,
               const TrendConfig &config);

} // namespace manometer::pressure
