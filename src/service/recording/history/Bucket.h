// SPDX-License-Identifier: GPL-3.0-or-later
//
// A bucket: the samples of 1, 10 or 60 seconds, aggregated. Compact, since a week of them is kept in memory.
// Plain values; any thread.
#pragma once

#include "views/SampleRecord.h"

namespace manometer::service {

struct Bucket
{
    qint64 firstMs = 0; // monotonicMs of its first sample
    qint64 lastMs = 0;  // monotonicMs of its last sample
    qint64 wallMs = 0;  // of its first sample
    quint64 totalBytes = 0;
    quint64 availableBytes = 0; // of its last good sample
    quint64 hitsTotal = 0;
    quint64 requestsTotal = 0;
    quint64 answerHitsTotal = 0;
    quint64 savedMicrosecondsTotal = 0;
    float meanPercent = 0; // from here to virtualMaxPages: over good samples only
    float minPercent = 0;
    float maxPercent = 0;
    float cgroupMeanPercent = 0; // NaN: no control group limit applied
    float psiMaxPercent = 0;     // NaN: the kernel has no PSI
    quint32 rssMaxPages = 0;     // of 4 KiB: 16 TiB fit
    quint32 virtualMaxPages = 0;
    quint32 goodSamples = 0; // 0: a gap
    // Of its last good sample, as views::SampleRecord::composition; free 0: unknown, since the kernel keeps a
    // reserve.
    quint32 freePages = 0;
    quint32 buffersPages = 0;
    quint32 cachePages = 0;
    quint32 swapTotalPages = 0;
    quint32 swapUsedPages = 0;
    quint32 cacheEntries = 0;
    quint32 cacheLimitEntries = 0;
    pressure::Level raw = pressure::Level::Normal;
    pressure::Level applied = pressure::Level::Normal;
    views::SampleRecord::Discontinuity discontinuity =
        views::SampleRecord::Discontinuity::None; // of its first sample
};

views::SampleRecord toRecord(const Bucket &bucket, qint32 bucketMs);

// Aggregates samples, in order of time, into buckets that begin at multiples of the width.
class BucketFiller
{
public:
    explicit BucketFiller(qint64 bucketMs)
        : m_bucketMs(bucketMs)
    {}

    // Whether the sample belongs to a new bucket; if so, call close() before add().
    bool beginsAnother(const views::SampleRecord &record) const;
    bool isEmpty() const { return m_samples == 0; }
    void add(const views::SampleRecord &record);
    Bucket close(); // requires !isEmpty()

private:
    qint64 m_bucketMs;
    Bucket m_bucket;
    quint32 m_samples = 0;
    double m_sum = 0;
    double m_cgroupSum = 0;
    quint32 m_cgroupSamples = 0;
};

} // namespace manometer::service
