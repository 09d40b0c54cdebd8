// SPDX-License-Identifier: GPL-3.0-or-later
#include "pressure/control/Trend.h"

#include <algorithm>
#include <cmath>

namespace manometer::pressure {

using std::chrono::milliseconds;

namespace {

// Two slowest sample intervals and a margin: older points do not predict p after a longer gap.
constexpr std::chrono::seconds maximumGap{3};

// The forecast horizon, in multiples of the span that the slope was measured over; ten minutes with a full
// window. With a longer one, noise of a tenth of a point would yield forecasts.
constexpr double maximumHorizonSpans = 20;

struct Slope
{
    double percentPerSecond = 0;
    double tau = 0;
};

double seconds(MonotonicTime::duration duration)
{
    return std::chrono::duration<double>(duration).count();
}

Slope slopeOf(const TrendPoints &points)
{
    constexpr std::size_t mostPairs = TrendPoints::capacity * (TrendPoints::capacity - 1) / 2;
    std::array<double, mostPairs> slopes; // 16 KiB of stack, written before it is read
    std::size_t count = 0;
    int balance = 0;
    for (std::size_t later = 1; later < points.count; ++later) {
        for (std::size_t earlier = 0; earlier < later; ++earlier) {
            const double rise = points[later].percent - points[earlier].percent;
            slopes[count++] = rise / seconds(points[later].at - points[earlier].at);
            balance += (rise > 0) - (rise < 0);
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
    return {.percentPerSecond = median, .tau = static_cast<double>(balance) / static_cast<double>(count)};
}

const TrendPoint &newest(const TrendPoints &points)
{
    return points[points.count - 1u];
}

MonotonicTime::duration spanOf(const TrendPoints &points)
{
    return points.count == 0 ? MonotonicTime::duration(0) : newest(points).at - points[0].at;
}

// Returns whether the point was added: it must be far enough from the previous one.
bool addPoint(TrendPoints &points, const TrendPoint &point, const TrendConfig &config)
{
    while (points.count > 0 && point.at - points[0].at > config.window)
        points.dropOldest();
    if (points.count > 0 && point.at - newest(points).at < config.pointInterval)
        return false;
    points.append(point);
    return true;
}

Forecast forecast(const TrendPoints &points, double percent, Level applied, const Thresholds &thresholds,
                  const TrendConfig &config)
{
    if (points.count < 2 || spanOf(points) < config.minimumSpan)
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

// From then on a pending warning is recorded as not having come true.
MonotonicTime deadlineOf(const PreWarning &warning)
{
    return warning.at + 2 * warning.expectedIn;
}

} // namespace

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

TrendStep step(const TrendState &state, const TrendInput &input, const Thresholds &thresholds,
               const TrendConfig &config)
{
    TrendStep next{.state = state, .warning = {}};
    TrendState &now = next.state;
    now.level = input.applied;

    if (now.pending && input.applied >= now.pending->level) {
        ++now.record.cameTrue;
        now.pending.reset();
    } else if (now.pending && input.now >= deadlineOf(*now.pending)) {
        ++now.record.notTrue;
        now.pending.reset();
    } else if (!now.pending && input.applied > state.level && spanOf(state.points) >= config.minimumSpan) {
        ++now.record.unforeseen;
    }

    if (!input.percent) {
        now.forecast = {};
        return next;
    }
    if (now.points.count > 0 && input.now - newest(now.points).at > maximumGap)
        now.points = {};
    // Between two points hardly anything changes, and the slope is expensive to compute.
    if (addPoint(now.points, {input.now, *input.percent}, config) || input.applied != state.level)
        now.forecast = forecast(now.points, *input.percent, input.applied, thresholds, config);

    if (!now.pending && now.forecast.toNext && *now.forecast.toNext > milliseconds(0) &&
        *now.forecast.toNext < config.warnUnder) {
        now.pending = PreWarning{.at = input.now,
                                 .level = oneAbove(input.applied),
                                 .expectedIn = *now.forecast.toNext,
                                 .percent = *input.percent};
        next.warning = now.pending;
    }
    return next;
}

} // namespace manometer::pressure
