// SPDX-License-Identifier: GPL-3.0-or-later
//
// What stands behind Cache: the memory tier and the disk store joined, so that a key has one truth. Threads,
// blocking and errors are Cache's. Changes of a key happen one at a time, under the lock of its stripe, which
// covers memory and the write queue but never a disk access; a stripe counts its changes, and what was read
// from disk is promoted only if that count has not moved since before the read.
#pragma once

#include "cache/Cache.h"
#include "cache/Counter.h"
#include "cache/disk/Store.h"
#include "cache/memory/MemoryTier.h"

#include <array>
#include <atomic>
#include <mutex>

namespace manometer::cache {

class Cache::Engine
{
public:
    Engine(const Options &options, std::unique_ptr<disk::Store> store);
    ~Engine();

    std::optional<Lease> get(const Key &key, const SourceVersion &version);
    PutResult put(const Key &key, const SourceVersion &version, std::string bytes, const EntryNote &note);
    bool erase(const Key &key);
    std::size_t erase(std::span<const EntryId> ids);
    bool putBack(const EntryInfo &info, std::string bytes);
    void clear();
    std::size_t keep(std::span<const EntryId> ids, bool isKept);
    bool flush();
    LimitOutcome setLimits(const Limits &limits, LimitCause cause);
    void setAdmission(Admission admission) { m_memory.setAdmission(admission); }
    CleanUpOutcome cleanUpDisk(double keepRatio);
    Stats stats() const;
    AccessTap &tap() { return m_tap; }
    Health health() const;

    std::vector<EntryId> list(const EntryQuery &query);
    std::vector<std::optional<EntryInfo>> describe(std::span<const EntryId> ids);
    std::optional<std::string> peek(EntryId id);

private:
    struct Stripe
    {
        std::mutex mutex;
        std::atomic<std::uint64_t> changes{0};

        // Last thing under the mutex: a reader who finds the new count finds the change as well.
        void noteChange() { changes.fetch_add(1, std::memory_order_release); }
    };

    Stripe &stripeOf(const KeyView &key);
    // What memory holds has expired: what is on disk may be kept all the same.
    bool isKeptOnDisk(const EntryKey &key, EntryId id);
    // Of another version or expired: it goes from both tiers, unless something newer is there, or the row is
    // kept.
    void drop(const EntryKey &key, EntryId id);
    // Only if nobody has to be waited for: the reader has what it came for.
    void promote(const RecordPtr &record, std::uint64_t changesBefore);
    void offerAgain(const KeyView &key, EntryId id);
    void tellTouches();
    // No value, no charge.
    void tap(Access::Kind kind, const KeyView &key, std::optional<std::size_t> valueBytes = std::nullopt);

    const std::function<WallTime()> m_now;
    const TimeToLive m_timeToLive;
    const std::uint64_t m_diskCapBytes;
    memory::MemoryTier m_memory;
    std::unique_ptr<disk::Store> m_store;
    // Enough that threads seldom meet. clear() holds all of them, and ThreadSanitizer follows 64 held at
    // most.
    std::array<Stripe, 32> m_stripes;

    // Of erase(ids), since it last waited for the disk.
    std::atomic<std::size_t> m_waitingErases{0};
    std::atomic<std::size_t> m_waitingEraseBytes{0};

    AccessTap m_tap;
    Counter m_memoryHits;
    Counter m_diskHits;
    Counter m_misses;
    Counter m_notStored;
};

} // namespace manometer::cache
