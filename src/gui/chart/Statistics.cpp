// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/Statistics.h"

#include <algorithm>
#include <cmath>

namespace manometer::gui {

namespace {

constexpr double binsPerPercent = Distribution::binCount / 100.0;

// A single sample is valid until the next one, but no longer than the slowest sample interval.
constexpr qint64 mostStanding = 1000;

ChartSamples::const_iterator firstIn(const ChartSamples &samples, qint64 fromMs)
{
    return std::lower_bound(samples.begin(), samples.end(), fromMs,
                            [](const ChartSample &sample, qint64 time) { return sample.monotonicMs < time; });
}

double standing(const ChartSamples::const_iterator &sample, const ChartSamples &samples)
{
    if (sample->bucketMs > 0)
        return sample->bucketMs;
    const auto next = std::next(sample);
    if (next == samples.end() || next->link != ChartSample::Link::Joined)
        return mostStanding;
    return static_cast<double>(std::clamp<qint64>(next->monotonicMs - sample->monotonicMs, 1, mostStanding));
}

} // namespace

double Distribution::shareBelow(double percent) const
{
    const double position = std::clamp(percent, 0.0, 100.0) / 100.0 * binCount;
    const int whole = std::min(static_cast<int>(position), binCount - 1);
    double sum = 0;
    for (int bin = 0; bin < whole; ++bin)
        sum += double(share[static_cast<std::size_t>(bin)]);
    return std::min(1.0, sum + double(share[static_cast<std::size_t>(whole)]) * (position - whole));
}

Distribution distribution(const ChartSamples &samples, qint64 fromMs, qint64 toMs)
{
    Distribution found;
    std::array<double, Distribution::binCount> weights{};
    std::array<double, Distribution::binCount> sums{}; // of the values, weighted
    double total = 0;
    double weighted = 0;
    for (auto sample = firstIn(samples, fromMs); sample != samples.end() && sample->monotonicMs <= toMs;
         ++sample) {
        const double value = sample->usedPercent;
        if (sample->link == ChartSample::Link::Unknown || !std::isfinite(value))
            continue;
        const double weight = standing(sample, samples);
        total += weight;
        weighted += weight * value;
        const auto bin = static_cast<std::size_t>(
            std::clamp(value * binsPerPercent, 0.0, Distribution::binCount - 1.0));
        weights[bin] += weight;
        sums[bin] += weight * value;
        const bool bucket = sample->bucketMs > 0;
        found.lowest = std::fmin(found.lowest, bucket ? double(sample->lowestPercent) : value);
        found.highest = std::fmax(found.highest, bucket ? double(sample->highestPercent) : value);
    }
    if (total <= 0)
        return {};
    found.mean = weighted / total;
    std::transform(weights.begin(), weights.end(), found.share.begin(),
                   [total](double weight) { return static_cast<float>(weight / total); });
    const auto percentile = [&](double rank) {
        double sum = 0;
        for (std::size_t bin = 0; bin < weights.size(); ++bin) {
            sum += weights[bin];
            if (sum >= rank * total)
                return sums[bin] / weights[bin]; // the mean of the bin: exact where a value is repeated
        }
        return found.highest;
    };
    found.p50 = percentile(0.50);
    found.p95 = percentile(0.95);
    found.p99 = percentile(0.99);
    return found;
}

int crossings(const ChartSamples &samples, qint64 fromMs, qint64 toMs, double enterPercent,
              double leavePercent)
{
    int count = 0;
    bool above = false;
    for (auto sample = firstIn(samples, fromMs); sample != samples.end() && sample->monotonicMs <= toMs;
         ++sample) {
        if (sample->link == ChartSample::Link::Unknown || !std::isfinite(sample->usedPercent))
            continue;
        const bool bucket = sample->bucketMs > 0;
        const double highest = bucket ? double(sample->highestPercent) : sample->usedPercent;
        const double lowest = bucket ? double(sample->lowestPercent) : sample->usedPercent;
        if (!above && highest >= enterPercent) {
            above = true;
            ++count;
        }
        if (above && lowest < leavePercent)
            above = false;
    }
    return count;
}

} // namespace manometer::gui
