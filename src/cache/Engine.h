// SPDX-License-Identifier: GPL-3.0-or-later
//
// The implementation of Cache: the memory tier and the disk store joined, so that a key has one truth.
// Threads, blocking and errors are Cache's. Changes of a key happen one at a time, under the lock of its
// stripe, which covers memory and the write queue but never a disk access; a stripe counts its changes, and
// what was read from disk is promoted only if that count has not moved since before the read.
#pragma once

#include "cache/Cache.h"
#include "cache/Counter.h"
#include "cache/disk/Store.h"
#include "cache/memory/MemoryTier.h"

#include <array>
#include <atomic>
#include <mutex>

namespace manometer::cache {

class Engine final : public Cache
{
public:
    Engine(const Options &options, std::unique_ptr<disk::Store> store);
    ~Engine() override;

    std::optional<Lease> get(const Key &key, const SourceVersion &version) override;
    PutResult put(const Key &key, const SourceVersion &version, std::string bytes,
                  const EntryNote &note) override;
    bool erase(const Key &key) override;
    std::size_t erase(std::span<const EntryId> ids) override;
    bool putBack(const EntryInfo &info, std::string bytes) override;
    void clear() override;
    std::size_t keep(std::span<const EntryId> ids, bool isKept) override;
    bool flush() override;
    LimitOutcome setLimits(const Limits &limits, LimitCause cause) override;
    void setAdmission(Admission admission) override { m_memory.setAdmission(admission); }
    CleanUpOutcome cleanUpDisk(double keepRatio) override;
    Stats stats() const override;
    Health health() const override;
    AccessTap &tap() override { return m_tap; }

    std::vector<EntryId> list(const EntryQuery &query) const override;
    std::vector<std::optional<EntryInfo>> describe(std::span<const EntryId> ids) const override;
    std::optional<std::string> peek(EntryId id) const override;

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
    void reportTouches() const;
    // Without a value the charge is 0.
    void recordAccess(Access::Kind kind, const KeyView &key,
                      std::optional<std::size_t> valueBytes = std::nullopt);

    const std::function<WallTime()> m_now;
    const TimeToLive m_timeToLive;
    const std::uint64_t m_diskCapBytes;
    // Mutable: before a listing, the accesses that memory counted are reported to the store.
    mutable memory::MemoryTier m_memory;
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
