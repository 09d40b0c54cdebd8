// SPDX-License-Identifier: GPL-3.0-or-later
//
// A week of samples in memory, for the chart (a replay reads the journal): single samples of the last
// minutes, then buckets of 1, 10 and 60 seconds. At most 4 MiB. Thread-safe: the monitor thread appends, the
// recorder thread loads and saves, any thread reads. Calls block only on a mutex that is held while data is
// copied, except waitUntilLoaded().
#pragma once

#include "service/recording/history/Bucket.h"
#include "views/SampleRecord.h"

#include <array>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <vector>

namespace manometer::service {

struct HistoryTier
{
    std::chrono::milliseconds bucket;
    std::chrono::milliseconds span;
};

// Finest first: 7 200, 8 640 and 10 080 buckets of 136 bytes, 3.4 MiB.
inline constexpr std::array<HistoryTier, 3> historyTiers{{
    {std::chrono::seconds(1), std::chrono::hours(2)},
    {std::chrono::seconds(10), std::chrono::hours(24)},
    {std::chrono::seconds(60), std::chrono::hours(7 * 24)},
}};

using Buckets = std::vector<Bucket>; // ascending in time
using BucketTiers = std::array<Buckets, historyTiers.size()>;

class History
{
public:
    // How long single samples are kept: the span of the live chart at full resolution; bounded in number for
    // 25 samples a second.
    static constexpr std::chrono::minutes singlesSpan{5};
    static constexpr std::size_t singlesCapacity = 8192;

    History();

    // False, and nothing is appended, if the record is older than the newest one: readers rely on the order.
    bool append(const views::SampleRecord &record);
    // The records of the range at the finest resolution available, ascending, without overlap.
    views::SampleRecords in(const views::TimeRange &range) const;
    std::size_t size() const;

    // Prepends the buckets of earlier runs. Those that overlap existing data are left out.
    void loadSaved(const BucketTiers &saved);
    // Between beginLoading() and finishLoading(), waitUntilLoaded() blocks, at most for `timeout`.
    void beginLoading();
    void finishLoading();
    void waitUntilLoaded(std::chrono::milliseconds timeout) const;

    // Closed buckets that are not on disk yet, and the number to pass to markSaved(). Partial also closes the
    // buckets that are being filled.
    enum class Take { Closed, Partial };
    struct Unsaved
    {
        Buckets buckets;
        qint64 upTo = 0;
    };
    Unsaved unsaved(std::size_t tier, Take take);
    void markSaved(std::size_t tier, qint64 upTo);
    Buckets buckets(std::size_t tier) const; // all closed ones

private:
    struct Tier
    {
        BucketFiller filler;
        std::deque<Bucket> buckets{};
        qint64 firstNumber = 0; // sequence number of the oldest bucket
        qint64 savedUpTo = 0;   // buckets with a lower number are on disk
        void close();
        void forgetBefore(qint64 ms);
        qint64 endNumber() const { return firstNumber + static_cast<qint64>(buckets.size()); }
    };

    qint64 oldestMs() const;

    mutable std::mutex m_mutex;
    mutable std::condition_variable m_loaded;
    bool m_isLoading = false;
    std::deque<views::SampleRecord> m_singles;
    std::array<Tier, historyTiers.size()> m_tiers;
};

} // namespace manometer::service
