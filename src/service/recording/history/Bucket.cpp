// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/recording/history/Bucket.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

namespace manometer::service {

using namespace views;

namespace {

constexpr quint64 pageBytes = 4096;

quint32 fitting(quint64 value)
{
    return static_cast<quint32>(std::min<quint64>(value, std::numeric_limits<quint32>::max()));
}

quint32 pages(quint64 bytes)
{
    return fitting(bytes / pageBytes);
}

void setComposition(Bucket &bucket, const pressure::MemoryComposition &composition)
{
    bucket.freePages = pages(composition.freeBytes);
    bucket.buffersPages = pages(composition.buffersBytes);
    bucket.cachePages = pages(composition.cacheBytes);
    bucket.swapTotalPages = pages(composition.swapTotalBytes);
    bucket.swapUsedPages = pages(composition.swapUsedBytes);
}

std::optional<pressure::MemoryComposition> compositionOf(const Bucket &bucket)
{
    if (bucket.freePages == 0)
        return std::nullopt;
    return pressure::MemoryComposition{.freeBytes = bucket.freePages * pageBytes,
                                       .buffersBytes = bucket.buffersPages * pageBytes,
                                       .cacheBytes = bucket.cachePages * pageBytes,
                                       .swapTotalBytes = bucket.swapTotalPages * pageBytes,
                                       .swapUsedBytes = bucket.swapUsedPages * pageBytes};
}

qint64 slotOf(qint64 ms, qint64 width)
{
    return ms >= 0 ? ms / width : (ms + 1) / width - 1;
}

} // namespace

SampleRecord toRecord(const Bucket &bucket, qint32 bucketMs)
{
    SampleRecord record;
    record.wallMs = bucket.wallMs;
    record.monotonicMs = bucket.firstMs;
    record.bucketMs = bucketMs;
    record.discontinuity = bucket.discontinuity;
    record.raw = bucket.raw;
    record.applied = bucket.applied;
    record.cacheEntries = bucket.cacheEntries;
    record.cacheLimitEntries = bucket.cacheLimitEntries;
    record.cacheHitsTotal = bucket.hitsTotal;
    record.cacheRequestsTotal = bucket.requestsTotal;
    record.answerHitsTotal = bucket.answerHitsTotal;
    record.savedMicrosecondsTotal = bucket.savedMicrosecondsTotal;
    record.gap = bucket.goodSamples == 0;
    if (record.gap)
        return record;
    record.systemUsedPercent = double(bucket.meanPercent);
    record.systemUsedMinPercent = double(bucket.minPercent);
    record.systemUsedMaxPercent = double(bucket.maxPercent);
    record.cgroupUsedPercent = double(bucket.cgroupMeanPercent);
    record.psiSomeAvg10Percent = double(bucket.psiMaxPercent);
    record.systemTotalBytes = bucket.totalBytes;
    record.systemAvailableBytes = bucket.availableBytes;
    record.composition = compositionOf(bucket);
    record.processRssBytes = bucket.rssMaxPages * pageBytes;
    record.processVirtualBytes = bucket.virtualMaxPages * pageBytes;
    return record;
}

bool BucketFiller::beginsAnother(const SampleRecord &record) const
{
    if (isEmpty())
        return false;
    return record.discontinuity != SampleRecord::Discontinuity::None ||
           slotOf(record.monotonicMs, m_bucketMs) != slotOf(m_bucket.firstMs, m_bucketMs);
}

void BucketFiller::add(const SampleRecord &record)
{
    Bucket &b = m_bucket;
    if (m_samples++ == 0) {
        b = {.firstMs = record.monotonicMs, .wallMs = record.wallMs, .discontinuity = record.discontinuity};
        m_sum = m_cgroupSum = 0;
        m_cgroupSamples = 0;
    }
    b.lastMs = record.monotonicMs;
    b.applied = std::max(b.applied, record.applied);
    b.cacheEntries = fitting(record.cacheEntries);
    b.cacheLimitEntries = fitting(record.cacheLimitEntries);
    b.hitsTotal = record.cacheHitsTotal;
    b.requestsTotal = record.cacheRequestsTotal;
    b.answerHitsTotal = record.answerHitsTotal;
    b.savedMicrosecondsTotal = record.savedMicrosecondsTotal;
    if (record.gap)
        return;
    const auto percent = static_cast<float>(record.systemUsedPercent);
    const auto lowest = static_cast<float>(record.systemUsedMinPercent);
    const auto highest = static_cast<float>(record.systemUsedMaxPercent);
    const auto psi = static_cast<float>(record.psiSomeAvg10Percent);
    const bool first = b.goodSamples++ == 0;
    m_sum += record.systemUsedPercent;
    // fmin() and fmax() ignore NaN, which means absent.
    b.minPercent = std::fmin(first ? lowest : b.minPercent, std::fmin(lowest, percent));
    b.maxPercent = std::fmax(first ? highest : b.maxPercent, std::fmax(highest, percent));
    b.psiMaxPercent = first ? psi : std::fmax(b.psiMaxPercent, psi);
    if (!std::isnan(record.cgroupUsedPercent)) {
        m_cgroupSum += record.cgroupUsedPercent;
        ++m_cgroupSamples;
    }
    b.totalBytes = record.systemTotalBytes;
    b.availableBytes = record.systemAvailableBytes;
    setComposition(b, record.composition.value_or(pressure::MemoryComposition{}));
    b.rssMaxPages = std::max(b.rssMaxPages, pages(record.processRssBytes));
    b.virtualMaxPages = std::max(b.virtualMaxPages, pages(record.processVirtualBytes));
    b.raw = std::max(b.raw, record.raw);
}

Bucket BucketFiller::close()
{
    assert(!isEmpty());
    m_samples = 0;
    Bucket closed = m_bucket;
    closed.meanPercent = closed.goodSamples == 0 ? 0.0F : static_cast<float>(m_sum / closed.goodSamples);
    closed.cgroupMeanPercent =
        m_cgroupSamples == 0 ? static_cast<float>(absent) : static_cast<float>(m_cgroupSum / m_cgroupSamples);
    return closed;
}

} // namespace manometer::service
