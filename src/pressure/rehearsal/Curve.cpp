// SPDX-License-Identifier: GPL-3.0-or-later
#include "pressure/rehearsal/Curve.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <random>
#include <utility>

namespace manometer::pressure {

namespace {

Curve ramp()
{
    return {{{0, 40}, {10, 40}, {60, 97}, {65, 97}, {75, 40}, {120, 40}}, Curve::End::Holds};
}

Curve burst()
{
    constexpr double base = 40;
    constexpr double interval = 30;
    constexpr double length = 3;
    constexpr double edge = 0.2; // of a rise and of a fall
    std::vector<CurvePoint> points{{0, base}};
    double begin = 10;
    for (const double peak : {70.0, 84.0, 95.0, 95.0}) {
        points.insert(points.end(), {{begin, base},
                                     {begin + edge, peak},
                                     {begin + edge + length, peak},
                                     {begin + 2 * edge + length, base}});
        begin += interval;
    }
    points.push_back({4 * interval, base});
    return {std::move(points), Curve::End::Repeats};
}

Curve sawtooth()
{
    std::vector<CurvePoint> points;
    for (const double begin : {0.0, 40.0, 80.0})
        points.insert(points.end(), {{begin, 50}, {begin + 40, 94}});
    points.push_back({120, 50});
    return {std::move(points), Curve::End::Repeats};
}

// An Ornstein-Uhlenbeck process with a standard deviation of 9 points and a relaxation time of 20 s.
Curve noise()
{
    constexpr double mean = 70;
    constexpr double deviation = 9;
    constexpr double relaxation = 20;
    constexpr double interval = 0.5;
    constexpr int count = 600;
    const double kept = std::exp(-interval / relaxation);
    const double kick = deviation * std::sqrt(1 - kept * kept);
    // The engine's numbers are specified, those of the standard's distributions are not: the sum of twelve
    // uniform ones, less six, is a normal one nearly enough.
    std::mt19937 engine(1);
    const auto normal = [&engine] {
        double sum = -6;
        for (int i = 0; i < 12; ++i)
            sum += static_cast<double>(engine()) / 4294967296.0;
        return sum;
    };
    std::vector<CurvePoint> points;
    double away = 0;
    for (int i = 0; i <= count; ++i) {
        // Back to the mean at the end, where the curve begins again.
        points.push_back({i * interval, std::clamp(mean + (i == count ? 0 : away), 5.0, 99.0)});
        away = away * kept + kick * normal();
    }
    return {std::move(points), Curve::End::Repeats};
}

} // namespace

Curve::Curve(std::vector<CurvePoint> points, End end)
    : m_points(std::move(points))
    , m_end(end)
{
    assert(!m_points.empty());
}

double Curve::percentAt(Seconds elapsed) const
{
    const double length = duration().count();
    double seconds = std::max(elapsed.count(), 0.0);
    if (m_end == End::Repeats && length > 0)
        seconds = std::fmod(seconds, length);
    const auto after =
        std::upper_bound(m_points.begin(), m_points.end(), seconds,
                         [](double time, const CurvePoint &point) { return time < point.seconds; });
    if (after == m_points.begin())
        return after->percent;
    const CurvePoint &before = *std::prev(after);
    if (after == m_points.end())
        return before.percent;
    const double share = (seconds - before.seconds) / (after->seconds - before.seconds);
    return before.percent + share * (after->percent - before.percent);
}

std::optional<Curve> namedCurve(std::string_view name)
{
    constexpr std::array makers{ramp, burst, sawtooth, noise};
    static_assert(makers.size() == curveNames.size());
    const auto *const found = std::find(curveNames.begin(), curveNames.end(), name);
    if (found == curveNames.end())
        return std::nullopt;
    return makers[static_cast<std::size_t>(found - curveNames.begin())]();
}

} // namespace manometer::pressure
