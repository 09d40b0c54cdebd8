// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/suggest/Candidates.h"

#include "insight/replay/RecordingData.h"

#include <algorithm>
#include <cmath>

namespace manometer::insight {

using namespace pressure;
using std::chrono::milliseconds;

namespace {

// Closer where alarms are rare: the upper percentiles decide how often a level is reached.
constexpr std::array gridPercentiles{0.999, 0.99, 0.95, 0.5, 0.995, 0.9, 0.98, 0.75, 0.9999, 0.25, 0.05};
// The grid has each triple of enters with the base's holds, and with these: a minute outlasts the dips of a
// busy machine.
constexpr milliseconds longHold{60'000};
constexpr milliseconds shortestHold{2'000};

// What the window shows.
double rounded(double percent)
{
    return std::round(percent * 10) / 10;
}

milliseconds rounded(milliseconds hold)
{
    return std::chrono::round<std::chrono::seconds>(hold);
}

std::size_t triplesOf(std::size_t count)
{
    return count * (count - 1) * (count - 2) / 6;
}

} // namespace

std::vector<double> percentsOf(const RecordingData &recording, std::size_t first, std::size_t end)
{
    std::vector<double> percents;
    const double *of = recording.percents(recording.judged);
    MonotonicTime next = MonotonicTime::min();
    MonotonicTime previous = MonotonicTime::min();
    for (std::size_t step = first; step < end; ++step) {
        const MonotonicTime now = recording.now(step);
        const bool isEarlier = now < previous; // another boot
        previous = now;
        if (recording.judged.ofSteps[step].is(Signal::Blind) || (now < next && !isEarlier))
            continue;
        percents.push_back(of[step]);
        next = now + std::chrono::milliseconds(900);
    }
    std::sort(percents.begin(), percents.end());
    return percents;
}

Candidates::Candidates(const Thresholds &base, std::vector<double> percents)
    : m_base(base)
    , m_percents(std::move(percents))
{}

std::optional<Thresholds> Candidates::make(const Enters &enters, const Holds &holds) const
{
    Thresholds thresholds;
    double leaveBelow = 0;
    for (std::size_t i = 0; i < levelsWithThreshold.size(); ++i) {
        const Threshold &base = m_base.of(levelsWithThreshold[i]);
        const double enter = enters[i];
        // Half of what is below enter, where the base's distance does not fit.
        const auto below = [enter](double distance) {
            const double half = std::floor(enter * 5) / 10; // in tenths, as the window shows it
            return enter > distance ? rounded(enter - distance) : half > 0 ? half : enter / 2;
        };
        Threshold &made = thresholds.of(levelsWithThreshold[i]);
        made.enterPercent = enter;
        made.leavePercent = std::max(below(base.enterPercent - base.leavePercent), leaveBelow);
        made.hold = holds[i];
        made.targetPercent = below(base.enterPercent - base.targetPercent);
        leaveBelow = made.leavePercent;
    }
    return findProblem(thresholds) ? std::nullopt : std::optional(thresholds);
}

std::vector<double> Candidates::entersOfGrid(std::size_t count) const
{
    std::vector<double> enters;
    const auto add = [&](double percent) {
        const double enter = std::clamp(rounded(percent), 2.0, 99.9);
        const bool isFree = std::none_of(enters.begin(), enters.end(), [enter](double other) {
            return std::abs(enter - other) < minimumGapPercent;
        });
        if (isFree && enters.size() < count)
            enters.push_back(enter);
    };
    for (const Level level : levelsWithThreshold)
        add(m_base.of(level).enterPercent);
    add(m_percents.back() + minimumGapPercent); // never reached
    for (const double percentile : gridPercentiles)
        add(m_percents[static_cast<std::size_t>(percentile * static_cast<double>(m_percents.size() - 1))]);
    // p hardly moved: steps away from where it was.
    for (int step = 1; step <= 20; ++step) {
        add(m_percents.back() + 2 * step);
        add(m_percents.front() - 2 * step);
    }
    std::sort(enters.begin(), enters.end());
    return enters;
}

std::vector<Thresholds> Candidates::grid(std::size_t most) const
{
    const Holds baseHolds{m_base.elevated.hold, m_base.high.hold, m_base.critical.hold};
    Holds longHolds;
    std::transform(baseHolds.begin(), baseHolds.end(), longHolds.begin(),
                   [](milliseconds hold) { return std::max(hold, longHold); });
    std::size_t count = 3;
    while (2 * triplesOf(count + 1) <= most)
        ++count;
    const std::vector<double> enters = entersOfGrid(count);
    std::vector<Thresholds> result{m_base};
    for (std::size_t a = 0; a < enters.size(); ++a)
        for (std::size_t b = a + 1; b < enters.size(); ++b)
            for (std::size_t c = b + 1; c < enters.size(); ++c)
                for (const Holds &holds : {baseHolds, longHolds})
                    if (const auto made = make({enters[a], enters[b], enters[c]}, holds))
                        result.push_back(*made);
    return result;
}

std::vector<Thresholds> Candidates::neighbours(const Thresholds &of, double stepPercent) const
{
    const Enters enters{of.elevated.enterPercent, of.high.enterPercent, of.critical.enterPercent};
    const Holds holds{of.elevated.hold, of.high.hold, of.critical.hold};
    std::vector<Thresholds> result;
    const auto add = [&](const Enters &otherEnters, const Holds &otherHolds) {
        const auto made = make(otherEnters, otherHolds);
        if (made && *made != of)
            result.push_back(*made);
    };
    for (std::size_t i = 0; i < enters.size(); ++i) {
        for (const double sign : {-1.0, 1.0}) {
            Enters other = enters;
            other[i] = rounded(std::clamp(enters[i] + sign * stepPercent, 1.0, 100.0));
            add(other, holds);
        }
        Holds other = holds;
        other[i] = std::max(rounded(holds[i] / 2), shortestHold);
        add(enters, other);
        other[i] = std::clamp<milliseconds>(rounded(2 * holds[i]), shortestHold, maximumHold);
        add(enters, other);
    }
    return result;
}

std::vector<Thresholds> Candidates::extremes() const
{
    const Holds baseHolds{m_base.elevated.hold, m_base.high.hold, m_base.critical.hold};
    const Holds longestHolds{maximumHold, maximumHold, maximumHold};
    std::vector<Thresholds> result;
    for (const Enters &enters : {Enters{0.1, 1.1, 2.1}, Enters{98, 99, 100}})
        for (const Holds &holds : {baseHolds, longestHolds})
            if (const auto made = make(enters, holds))
                result.push_back(*made);
    return result;
}

double Candidates::distance(const Thresholds &thresholds) const
{
    double sum = 0;
    for (const Level level : levelsWithThreshold) {
        const Threshold &a = thresholds.of(level);
        const Threshold &b = m_base.of(level);
        const auto seconds = [](milliseconds hold) { return 1.0 + static_cast<double>(hold.count()) / 1000; };
        sum += std::abs(a.enterPercent - b.enterPercent) +
               std::abs(std::log2(seconds(a.hold) / seconds(b.hold)));
    }
    return sum;
}

} // namespace manometer::insight
