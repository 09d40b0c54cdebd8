// SPDX-License-Identifier: GPL-3.0-or-later
//
// The samples of a second, ten seconds or a minute, as one. Small: a week of them stays in memory. Any
// thread.
#pragma once

#include "views/SampleRecord.h"

namespace manometer::service {

struct Bucket
{
    qint64 firstMs = 0; // monotonicMs of the first sample in it …
    qint64 lastMs = 0;  // … and of the last one
    qint64 wallMs = 0;  // of the first one
    quint64 totalBytes = 0;
    quint64 availableBytes = 0; // of the last good sample
    quint64 hitsTotal = 0;
    quint64 requestsTotal = 0;
    float meanPercent = 0; // these and all that follows down to goodSamples: of good samples
    float minPercent = 0;
    float maxPercent = 0;
    float cgroupMeanPercent = 0; // not-a-number: no limit of a control group counted
    float psiMaxPercent = 0;     // not-a-number: the kernel has no PSI
    quint32 rssMaxPages = 0;     // of 4 KiB: 16 TiB fit
    quint32 virtualMaxPages = 0;
    quint32 goodSamples = 0; // 0: a gap
    quint32 cacheEntries = 0;
    quint32 cacheLimitEntries = 0;
    pressure::Level raw = pressure::Level::Normal;
    pressure::Level applied = pressure::Level::Normal;
    views::SampleRecord::Discontinuity discontinuity =
        views::SampleRecord::Discontinuity::None; // of the first one
};

views::SampleRecord toRecord(const Bucket &bucket, qint32 bucketMs);

// Merges samples, in the order of their time, into buckets that begin at multiples of the width.
class BucketFiller
{
public:
    explicit BucketFiller(qint64 bucketMs)
        : m_bucketMs(bucketMs)
    {}

    // The sample belongs to another bucket than those before: close() comes first.
    bool beginsAnother(const views::SampleRecord &record) const;
    bool isEmpty() const { return m_samples == 0; }
    void add(const views::SampleRecord &record);
    Bucket close(); // not while empty

private:
    qint64 m_bucketMs;
    Bucket m_bucket;
    quint32 m_samples = 0;
    double m_sum = 0;
    double m_cgroupSum = 0;
    quint32 m_cgroupSamples = 0;
};

} // namespace manometer::service
