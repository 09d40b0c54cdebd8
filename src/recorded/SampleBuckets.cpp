// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorded/SampleBuckets.h"

#include <algorithm>
#include <cmath>

namespace manometer::recorded {

using namespace views;

namespace {

double highest(double one, double other)
{
    return std::isnan(one) ? other : std::isnan(other) ? one : std::max(one, other);
}

// The bucket takes the next sample; both are good.
void join(SampleRecord &bucket, const SampleRecord &next, int samples)
{
    const double mean =
        bucket.systemUsedPercent + (next.systemUsedPercent - bucket.systemUsedPercent) / samples;
    SampleRecord joined = next;
    joined.wallMs = bucket.wallMs;
    joined.monotonicMs = bucket.monotonicMs;
    joined.bucketMs = bucket.bucketMs;
    joined.discontinuity = bucket.discontinuity;
    joined.systemUsedPercent = mean;
    joined.systemUsedMinPercent = std::min(bucket.systemUsedMinPercent, next.systemUsedMinPercent);
    joined.systemUsedMaxPercent = std::max(bucket.systemUsedMaxPercent, next.systemUsedMaxPercent);
    joined.cgroupUsedPercent = highest(bucket.cgroupUsedPercent, next.cgroupUsedPercent);
    joined.psiSomeAvg10Percent = highest(bucket.psiSomeAvg10Percent, next.psiSomeAvg10Percent);
    joined.raw = std::max(bucket.raw, next.raw);
    joined.applied = std::max(bucket.applied, next.applied);
    bucket = joined;
}

} // namespace

SampleRecords inBuckets(const SampleRecords &samples, qsizetype most)
{
    if (samples.size() <= most)
        return samples;
    const qint64 span = samples.back().monotonicMs - samples.front().monotonicMs;
    // Half as many buckets leave room for those that a gap cuts short.
    const auto width = static_cast<qint32>(std::clamp<qint64>(2 * span / most + 1, 1, 3'600'000));
    SampleRecords buckets;
    qint64 end = 0;
    int joined = 0;
    for (const SampleRecord &sample : samples) {
        const bool isApart = buckets.isEmpty() || sample.monotonicMs >= end ||
                             buckets.back().gap != sample.gap ||
                             sample.discontinuity != SampleRecord::Discontinuity::None;
        if (!isApart && !sample.gap) {
            buckets.back().bucketMs = width;
            join(buckets.back(), sample, ++joined);
        } else if (isApart) {
            if (!buckets.isEmpty() && buckets.back().bucketMs > 0)
                // A bucket ends where the next one begins.
                buckets.back().bucketMs = static_cast<qint32>(
                    std::min<qint64>(width, sample.monotonicMs - buckets.back().monotonicMs));
            buckets += sample;
            end = sample.monotonicMs + width;
            joined = 1;
        }
    }
    // A clock that was set often would leave too many: the oldest are dropped.
    if (buckets.size() > most)
        buckets.remove(0, buckets.size() - most);
    return buckets;
}

} // namespace manometer::recorded
