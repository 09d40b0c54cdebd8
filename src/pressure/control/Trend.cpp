// SPDX-License-Identifier: GPL-3.0-or-later
#include "pressure/control/Trend.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>
#include <utility>

namespace manometer::pressure {

using std::chrono::milliseconds;

namespace {

// Two slowest sample intervals and a margin: older points do not predict p after a longer gap.
constexpr std::chrono::seconds maximumGap{3};

// The forecast horizon, in multiples of the span that the slope was measured over; ten minutes with a full
// window. With a longer one, noise of a tenth of a point would yield forecasts.
constexpr double maximumHorizonSpans = 20;

// How far ahead a rise supports a forecast, in multiples of the time that it has lasted. Without knowing what
// causes a rise, the chance that it lasts k times as long again is about 1 / (1 + k), whatever its length
// (J. R. Gott, 'Implications of the Copernican principle for our future prospects', Nature 363, 1993): one in
// four for 3, one in twenty-one for the 20 above. So the half minute in which a build fills memory forecasts
// no level minutes away, and a steady rise is still forecast for its last three quarters. tests/pressure,
// tst_trend, measures both.
constexpr double supportedRises = 3;

struct Slope
{
    double percentPerSecond = 0;
    double tau = 0;
};

double seconds(MonotonicTime::duration duration)
{
    return std::chrono::duration<double>(duration).count();
}

// The number of rising pairs less the number of falling ones.
int balanceOf(const TrendPoints &points)
{
    std::array<double, TrendPoints::capacity> percents;
    int balance = 0;
    for (std::size_t later = 0; later < points.count; ++later) {
        percents[later] = points[later].percent;
        for (std::size_t earlier = 0; earlier < later; ++earlier)
            balance += (percents[later] > percents[earlier]) - (percents[later] < percents[earlier]);
    }
    return balance;
}

double tauOf(const TrendPoints &points)
{
    const double pairs = points.count * (points.count - 1) / 2;
    return points.count < 2 ? 0.0 : static_cast<double>(balanceOf(points)) / pairs;
}

Slope slopeOf(const TrendPoints &points)
{
    constexpr std::size_t mostPairs = TrendPoints::capacity * (TrendPoints::capacity - 1) / 2;
    std::array<double, mostPairs> slopes; // 16 KiB of stack, written before it is read
    std::size_t count = 0;
    for (std::size_t later = 1; later < points.count; ++later) {
        for (std::size_t earlier = 0; earlier < later; ++earlier) {
            const double rise = points[later].percent - points[earlier].percent;
            slopes[count++] = rise / seconds(points[later].at - points[earlier].at);
        }
    }
    if (count == 0)
        return {};
    const auto middle = slopes.begin() + static_cast<std::ptrdiff_t>(count / 2);
    const auto end = slopes.begin() + static_cast<std::ptrdiff_t>(count);
    std::nth_element(slopes.begin(), middle, end);
    double median = *middle;
    if (count % 2 == 0)
        median = (median + *std::max_element(slopes.begin(), middle)) / 2;
    return {.percentPerSecond = median, .tau = tauOf(points)};
}

const TrendPoint &newest(const TrendPoints &points)
{
    return points[points.count - 1u];
}

MonotonicTime::duration spanOf(const TrendPoints &points)
{
    return points.count == 0 ? MonotonicTime::duration(0) : newest(points).at - points[0].at;
}

bool isTooShort(const TrendPoints &points, const TrendConfig &config)
{
    return points.count < 2 || spanOf(points) < config.minimumSpan;
}

// From then on a pending warning is recorded as not having come true.
MonotonicTime deadlineOf(const PreWarning &warning)
{
    return warning.at + 2 * warning.expectedIn;
}

std::size_t errorClass(MonotonicTime::duration later)
{
    const auto &bounds = LevelForecasts::errorBoundsSeconds;
    return static_cast<std::size_t>(std::upper_bound(bounds.begin(), bounds.end(), seconds(later)) -
                                    bounds.begin());
}

void recordThatItCameTrue(ForecastRecord &record, const PreWarning &warning, MonotonicTime began)
{
    LevelForecasts &forecasts = record.of(warning.level);
    ++forecasts.cameTrue;
    ++forecasts.errors[errorClass(began - warning.at - warning.expectedIn)];
}

} // namespace

const LevelForecasts &ForecastRecord::of(Level level) const
{
    assert(level != Level::Normal);
    return level == Level::Elevated ? elevated : level == Level::High ? high : critical;
}

LevelForecasts &ForecastRecord::of(Level level)
{
    return const_cast<LevelForecasts &>(std::as_const(*this).of(level));
}

std::optional<TypicalError> typicalError(const LevelForecasts &forecasts)
{
    using Side = TypicalError::Side;
    constexpr auto &bounds = LevelForecasts::errorBoundsSeconds;
    constexpr std::size_t middle = bounds.size() / 2;
    const auto all = std::accumulate(forecasts.errors.begin(), forecasts.errors.end(), std::uint64_t{0});
    if (all == 0)
        return std::nullopt;
    std::size_t median = 0;
    for (std::uint64_t below = forecasts.errors[0]; below < (all + 1) / 2; below += forecasts.errors[median])
        ++median;
    if (median == middle)
        return TypicalError{.side = Side::None, .fromSeconds = 0, .toSeconds = bounds[middle]};
    if (median < middle)
        return TypicalError{.side = Side::Early,
                            .fromSeconds = -bounds[median],
                            .toSeconds = median == 0 ? std::nullopt : std::optional(-bounds[median - 1])};
    return TypicalError{.side = Side::Late,
                        .fromSeconds = bounds[median - 1],
                        .toSeconds = median == bounds.size() ? std::nullopt : std::optional(bounds[median])};
}

void TrendPoints::append(const TrendPoint &point)
{
    if (count == capacity)
        dropOldest();
    ring[(first + count) % capacity] = point;
    ++count;
}

void TrendPoints::dropOldest()
{
    // Cleared, so that two states with the same points are equal.
    ring[first] = {};
    first = static_cast<std::uint8_t>((first + 1) % capacity);
    --count;
}

bool observe(TrendPoints &points, const TrendPoint &sample, const TrendConfig &config)
{
    if (points.count > 0 && sample.at - newest(points).at > maximumGap)
        points = {};
    while (points.count > 0 && sample.at - points[0].at > config.window)
        points.dropOldest();
    if (points.count > 0 && sample.at - newest(points).at < config.pointInterval)
        return false;
    points.append(sample);
    return true;
}

Forecast forecast(const TrendPoints &points, double percent, Level applied, const Thresholds &thresholds,
                  const TrendConfig &config)
{
    if (isTooShort(points, config))
        return {};
    const Slope slope = slopeOf(points);
    Forecast result{.slopePercentPerSecond = slope.percentPerSecond,
                    .rising = slope.percentPerSecond > 0 && slope.tau >= config.minimumTau,
                    .toNext = {}};
    if (!result.rising || applied == Level::Critical)
        return result;
    const double margin = std::max(0.0, thresholds.of(oneAbove(applied)).enterPercent - percent);
    const double toNext = margin / slope.percentPerSecond;
    if (toNext <= maximumHorizonSpans * seconds(spanOf(points)))
        result.toNext = milliseconds(std::llround(1000 * toNext));
    return result;
}

std::optional<milliseconds> timeToNext(const TrendPoints &points, double percent, Level applied,
                                       const Thresholds &thresholds, const TrendConfig &config)
{
    // Without enough rising pairs p is not rising, whatever the slope.
    if (isTooShort(points, config) || tauOf(points) < config.minimumTau)
        return std::nullopt;
    return forecast(points, percent, applied, thresholds, config).toNext;
}

std::optional<milliseconds> supportedTimeToNext(const TrendState &state)
{
    const std::optional<milliseconds> &toNext = state.forecast.toNext;
    if (!toNext || !state.risingSince || state.points.count == 0)
        return std::nullopt;
    const double lasted = seconds(newest(state.points).at - *state.risingSince);
    return seconds(*toNext) <= supportedRises * lasted ? toNext : std::nullopt;
}

TrendStep step(const TrendState &state, const TrendInput &input, const Thresholds &thresholds,
               const TrendConfig &config)
{
    TrendStep next{.state = state, .warning = {}};
    TrendState &now = next.state;
    now.level = input.applied;

    const bool wasForecast = now.pending && input.applied == now.pending->level;
    if (input.applied > state.level && !wasForecast && spanOf(state.points) >= config.minimumSpan)
        ++now.record.of(input.applied).unforeseen;
    if (now.pending && input.applied >= now.pending->level) {
        recordThatItCameTrue(now.record, *now.pending, input.now);
        now.pending.reset();
    } else if (now.pending && input.now >= deadlineOf(*now.pending)) {
        ++now.record.of(now.pending->level).notTrue;
        now.pending.reset();
    }

    if (!input.percent) {
        now.forecast = {};
        return next;
    }
    // Between two points hardly anything changes, and the slope is expensive to compute.
    if (observe(now.points, {input.now, *input.percent}, config) || input.applied != state.level) {
        now.forecast = forecast(now.points, *input.percent, input.applied, thresholds, config);
        if (!now.forecast.rising)
            now.risingSince.reset();
        else if (!now.risingSince)
            now.risingSince = now.points[0].at;
    }

    const std::optional<milliseconds> toNext = supportedTimeToNext(now);
    if (!now.pending && toNext && *toNext > milliseconds(0) && *toNext < config.warnUnder) {
        now.pending = PreWarning{.at = input.now,
                                 .level = oneAbove(input.applied),
                                 .expectedIn = *toNext,
                                 .percent = *input.percent};
        next.warning = now.pending;
    }
    return next;
}

} // namespace manometer::pressure
