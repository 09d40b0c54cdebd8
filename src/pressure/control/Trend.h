// SPDX-License-Identifier: GPL-3.0-or-later
//
// Forecasts p: the slope over the last half minute, when the next level would begin at this rate, a warning
// before it does, and how such warnings did. One pure step function; nothing is allocated.
// The slope is the Theil-Sen estimator, the median of the slopes between all pairs of points, robust against
// up to 29 % of outliers (P. K. Sen, 'Estimates of the regression coefficient based on Kendall's tau', 1968).
// p is rising only if Kendall's tau, the share of rising pairs less the share of falling ones, is large
// enough too: noise has slopes as well.
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
    // Long enough to smooth over one allocation, short enough to follow a change of rate.
    std::chrono::milliseconds window{30'000};
    // Points closer together add no information, and a burst of samples would outweigh the rest.
    std::chrono::milliseconds pointInterval{500};
    // Over a shorter span a slope is chance. A rise faster than that cannot be forecast usefully.
    std::chrono::milliseconds minimumSpan{5'000};
    // Above the tau of a single step between flat stretches, which is up to 0.6: a step is no trend.
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

// A ring buffer of points; the oldest is at `first`.
struct TrendPoints
{
    static constexpr std::size_t capacity = 64; // window / pointInterval and a margin
    std::array<TrendPoint, capacity> ring{};
    std::uint8_t first = 0;
    std::uint8_t count = 0;

    const TrendPoint &operator[](std::size_t i) const { return ring[(first + i) % capacity]; }
    void append(const TrendPoint &point); // drops the oldest if the ring is full
    void dropOldest();

    friend bool operator==(const TrendPoints &, const TrendPoints &) = default;
};

struct Forecast
{
    double slopePercentPerSecond = 0;
    bool rising = false;
    // When the level above the applied one begins at this rate; empty while not rising, at CRITICAL, and
    // beyond the forecast horizon.
    std::optional<std::chrono::milliseconds> toNext;

    friend bool operator==(const Forecast &, const Forecast &) = default;
};

struct PreWarning
{
    MonotonicTime at{};
    Level level = Level::Elevated;          // the level that is forecast
    std::chrono::milliseconds expectedIn{}; // from `at`
    double percent = 0;

    friend bool operator==(const PreWarning &, const PreWarning &) = default;
};

// How the warnings of one level did. One came true if the level was applied within twice the forecast time.
struct LevelForecasts
{
    // The bounds of the classes of `errors`: in the middle class the level began less than 5 s earlier or
    // later than forecast.
    static constexpr std::array errorBoundsSeconds{-60, -30, -20, -10, -5, 5, 10, 20, 30, 60};
    using Errors = std::array<std::uint32_t, errorBoundsSeconds.size() + 1>;

    std::uint32_t cameTrue = 0;
    std::uint32_t notTrue = 0;
    std::uint32_t unforeseen = 0; // raises to this level without a warning of it
    // Of those that came true, by how much later than forecast the level began; negative: earlier. Counts,
    // because a median needs all values, and a mean follows a single wild one.
    Errors errors{};

    friend bool operator==(const LevelForecasts &, const LevelForecasts &) = default;
};

// The class that the median error is in. An open end is that of the outermost classes.
struct TypicalError
{
    enum class Side : std::uint8_t {
        None,
        Early,
        Late
    }; // where the level began, seen from the forecast time

    Side side = Side::None; // None: within toSeconds on either side
    int fromSeconds = 0;
    std::optional<int> toSeconds{};

    friend bool operator==(const TypicalError &, const TypicalError &) = default;
};
std::optional<TypicalError> typicalError(const LevelForecasts &forecasts); // empty: none came true

struct ForecastRecord
{
    LevelForecasts elevated{};
    LevelForecasts high{};
    LevelForecasts critical{};

    // level must not be Normal, which is not forecast.
    const LevelForecasts &of(Level level) const;
    LevelForecasts &of(Level level);

    friend bool operator==(const ForecastRecord &, const ForecastRecord &) = default;
};

struct TrendState
{
    TrendPoints points;
    Forecast forecast;
    std::optional<PreWarning> pending;          // outcome not known yet
    Level level = Level::Normal;                // applied, at the last step
    std::optional<MonotonicTime> risingSince{}; // how long p has been rising; empty while it is not
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

// The parts of the step, for a replay that needs few forecasts.
// Adds a good sample to the points unless it is too close to the newest one; returns whether it did. Drops
// what is too old.
bool observe(TrendPoints &points, const TrendPoint &sample, const TrendConfig &config);
Forecast forecast(const TrendPoints &points, double percent, Level applied, const Thresholds &thresholds,
                  const TrendConfig &config);
// forecast(...).toNext, and much cheaper while p is not rising.
std::optional<std::chrono::milliseconds> timeToNext(const TrendPoints &points, double percent, Level applied,
                                                    const Thresholds &thresholds, const TrendConfig &config);

// The forecast if the rise behind it has lasted long enough for an operator to be warned or shown a time: a
// rise that began a moment ago rarely lasts many times as long. The limit policy does not need that: it acts
// on the next half minute, and waiting costs it little.
std::optional<std::chrono::milliseconds> supportedTimeToNext(const TrendState &state);

TrendStep step(const TrendState &state, const TrendInput &input, const Thresholds &thresholds,
               const TrendConfig &config);

} // namespace manometer::pressure
