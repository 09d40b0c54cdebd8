// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/recording/History.h"

#include <algorithm>
#include <cmath>

namespace manometer::service {

using namespace views;

namespace {

constexpr auto never = std::numeric_limits<qint64>::max();

qint64 widthOf(std::size_t tier)
{
    return historyTiers[tier].bucket.count();
}

bool within(const SampleRecord &record, const TimeRange &range)
{
    return record.wallMs >= range.fromWallMs && record.wallMs <= range.toWallMs;
}

} // namespace

History::History()
    : m_tiers{Tier{.filler = BucketFiller(widthOf(0))}, Tier{.filler = BucketFiller(widthOf(1))},
              Tier{.filler = BucketFiller(widthOf(2))}}
{}

void History::Tier::close()
{
    if (!filler.isEmpty())
        buckets.push_back(filler.close());
}

void History::Tier::forgetBefore(qint64 ms)
{
    while (!buckets.empty() && buckets.front().lastMs < ms) {
        buckets.pop_front();
        ++firstNumber;
    }
}

bool History::append(const SampleRecord &given)
{
    SampleRecord record = given;
    if (!record.gap && std::isnan(record.systemUsedMinPercent))
        record.systemUsedMinPercent = record.systemUsedMaxPercent = record.systemUsedPercent;
    const std::lock_guard lock(m_mutex);
    if (!m_singles.empty() && record.monotonicMs < m_singles.back().monotonicMs)
        return false;
    const qint64 firstSingleMs = record.monotonicMs - std::chrono::milliseconds(singlesSpan).count();
    while (!m_singles.empty() &&
           (m_singles.size() >= singlesCapacity || m_singles.front().monotonicMs < firstSingleMs))
        m_singles.pop_front();
    m_singles.push_back(record);
    for (std::size_t i = 0; i < m_tiers.size(); ++i) {
        Tier &tier = m_tiers[i];
        if (tier.filler.beginsAnother(record))
            tier.close();
        tier.filler.add(record);
        tier.forgetBefore(record.monotonicMs - historyTiers[i].span.count());
    }
    return true;
}

SampleRecords History::in(const TimeRange &range) const
{
    // Copy buckets under the lock and convert them after it: the monitor must not wait for a reader.
    BucketTiers tiers;
    std::vector<SampleRecord> singles;
    {
        const std::lock_guard lock(m_mutex);
        singles.assign(m_singles.begin(), m_singles.end());
        qint64 until = singles.empty() ? never : singles.front().monotonicMs;
        for (std::size_t i = 0; i < m_tiers.size(); ++i) {
            const auto &buckets = m_tiers[i].buckets;
            const auto end = std::partition_point(buckets.begin(), buckets.end(),
                                                  [until](const Bucket &b) { return b.firstMs < until; });
            tiers[i].assign(buckets.begin(), end);
            if (!tiers[i].empty())
                until = tiers[i].front().firstMs;
        }
    }
    SampleRecords records;
    qint64 coveredMs = std::numeric_limits<qint64>::min();
    const auto put = [&](const SampleRecord &record, qint64 lastMs) {
        // The last bucket of the coarser tier may overlap this record.
        if (record.monotonicMs <= coveredMs)
            return;
        coveredMs = record.bucketMs == 0 ? coveredMs : lastMs;
        // No binary search: the wall clock may have been set back in between.
        if (within(record, range))
            records.append(record);
    };
    for (std::size_t i = tiers.size(); i-- > 0;)
        for (const Bucket &bucket : tiers[i])
            put(toRecord(bucket, static_cast<qint32>(widthOf(i))), bucket.lastMs);
    for (const SampleRecord &record : singles)
        put(record, record.monotonicMs);
    return records;
}

std::size_t History::size() const
{
    const std::lock_guard lock(m_mutex);
    std::size_t size = m_singles.size();
    for (const Tier &tier : m_tiers)
        size += tier.buckets.size();
    return size;
}

qint64 History::oldestMs() const
{
    qint64 oldest = m_singles.empty() ? never : m_singles.front().monotonicMs;
    for (const Tier &tier : m_tiers)
        if (!tier.buckets.empty())
            oldest = std::min(oldest, tier.buckets.front().firstMs);
    return oldest;
}

void History::loadSaved(const BucketTiers &saved)
{
    const std::lock_guard lock(m_mutex);
    const qint64 oldest = oldestMs();
    for (std::size_t i = 0; i < m_tiers.size(); ++i) {
        Tier &tier = m_tiers[i];
        for (auto bucket = saved[i].rbegin(); bucket != saved[i].rend(); ++bucket) {
            if (bucket->lastMs >= oldest)
                continue;
            tier.buckets.push_front(*bucket);
            --tier.firstNumber;
        }
        if (!m_singles.empty())
            tier.forgetBefore(m_singles.back().monotonicMs - historyTiers[i].span.count());
    }
}

void History::beginLoading()
{
    const std::lock_guard lock(m_mutex);
    m_isLoading = true;
}

void History::finishLoading()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isLoading = false;
    }
    m_loaded.notify_all();
}

void History::waitUntilLoaded(std::chrono::milliseconds timeout) const
{
    std::unique_lock lock(m_mutex);
    m_loaded.wait_for(lock, timeout, [this] { return !m_isLoading; });
}

History::Unsaved History::unsaved(std::size_t index, Take take)
{
    const std::lock_guard lock(m_mutex);
    Tier &tier = m_tiers[index];
    if (take == Take::Partial)
        tier.close();
    const qint64 from = std::max(tier.savedUpTo, tier.firstNumber);
    return {.buckets = Buckets(tier.buckets.begin() + (from - tier.firstNumber), tier.buckets.end()),
            .upTo = tier.endNumber()};
}

void History::markSaved(std::size_t index, qint64 upTo)
{
    const std::lock_guard lock(m_mutex);
    m_tiers[index].savedUpTo = std::max(m_tiers[index].savedUpTo, upTo);
}

Buckets History::buckets(std::size_t index) const
{
    const std::lock_guard lock(m_mutex);
    return {m_tiers[index].buckets.begin(), m_tiers[index].buckets.end()};
}

} // namespace manometer::service
