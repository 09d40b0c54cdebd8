// SPDX-License-Identifier: GPL-3.0-or-later
//
// A week of samples in order: every one of the last minutes, then seconds, tens of seconds and minutes as
// buckets. For the chart; a replay reads the journal. Written by the monitor's thread, read by any, filled
// with the saved and saved by the recorder's; each call holds a lock for as long as a copy takes. At most 4
// MiB.
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

// Finest first: 7 200, 8 640 and 10 080 buckets of 104 bytes, 2.6 MiB.
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
    // What is kept of single samples: as much as the live chart shows closely, and no more at 25 a second.
    static constexpr std::chrono::minutes singlesSpan{5};
    static constexpr std::size_t singlesCapacity = 8192;

    History();

    // A record that is older than the newest one is refused: the order is what readers rely on.
    bool append(const views::SampleRecord &record);
    // The finest that there is of each time, ascending, without overlap.
    views::SampleRecords in(const views::TimeRange &range) const;
    std::size_t size() const;

    // What earlier runs have recorded. What is not older than everything here is left out.
    void loadSaved(const BucketTiers &saved);
    // Readers that want the saved wait for it between these two, but no longer than `timeout`.
    void beginLoading();
    void finishLoading();
    void waitUntilLoaded(std::chrono::milliseconds timeout) const;

    // Closed buckets that are not on disk yet, and the number to give back once they are. Partial ends the
    // buckets that are being filled, too.
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
        qint64 firstNumber = 0; // of the oldest one here; numbers are consecutive
        qint64 savedUpTo = 0;   // all before this number are on disk, or came from there
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
