// SPDX-License-Identifier: GPL-3.0-or-later
//
// The implementation of Cache: joins the memory tier and the disk store, and keeps them consistent for each
// key. Threads, blocking and errors: see Cache. Changes of a key are serialised by the mutex of its stripe,
// which covers memory and the write queue but never a disk access. A stripe counts its changes; an entry that
// was read from disk is promoted only if the count is the same as before the read.
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
    void getMany(std::span<const Request> requests,
                 const std::function<void(const Answer &)> &receive) override;
    PutResult put(const Key &key, const SourceVersion &version, std::string bytes,
                  const EntryNote &note) override;
    bool erase(const Key &key) override;
    std::size_t erase(std::span<const EntryId> ids) override;
    bool putBack(const EntryInfo &info, std::string bytes) override;
    void clear() override;
    std::size_t keep(std::span<const EntryId> ids, bool isKept) override;
    bool flush() override;
    LimitOutcome setLimits(const Limits &limits, LimitCause cause, std::uint64_t action) override;
    void setConfigured(const Limits &configured) override { m_memory.losses().setConfigured(configured); }
    std::vector<CutCost> cutCosts() const override { return m_memory.losses().cuts(); }
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

        // The last step under the mutex: a reader that sees the new count also sees the change.
        void noteChange() { changes.fetch_add(1, std::memory_order_release); }
    };

    Stripe &stripeOf(const KeyView &key);
    // The part of get() after a lookup in memory that was no hit. Not inlined: a hit should not pay for it.
    [[gnu::noinline]] std::optional<Lease> getBelowMemory(const KeyView &keyView,
                                                          const SourceVersion &version,
                                                          const memory::Lookup &inMemory, WallTime now,
                                                          std::uint64_t changesBefore);
    // Whether the disk has an entry as kept that memory takes for expired.
    bool isKeptOnDisk(const EntryKey &key, EntryId id);
    // Removes an entry of another version, or an expired one, from both tiers, unless a newer one has
    // replaced it or the row is kept.
    void drop(const EntryKey &key, EntryId id);
    // Gives up rather than wait for a lock: the caller already has its value.
    void promote(const RecordPtr &record, std::uint64_t changesBefore);
    void offerToStore(const KeyView &key, EntryId id);
    void reportTouches() const;
    std::uint64_t requests() const { return m_memoryHits.sum() + m_diskHits.sum() + m_misses.sum(); }
    // Without a value the charge is 0.
    void recordAccess(Access::Kind kind, const KeyView &key,
                      std::optional<std::size_t> valueBytes = std::nullopt);

    const std::function<WallTime()> m_now;
    const TimeToLive m_timeToLive;
    // Mutable: before a listing, the accesses that memory counted are reported to the store.
    mutable memory::MemoryTier m_memory;
    std::unique_ptr<disk::Store> m_store;
    // Enough that threads seldom contend. clear() holds all of them, and ThreadSanitizer tracks at most 64
    // held locks.
    std::array<Stripe, 32> m_stripes;

    // Counted by erase(ids), since it last waited for the disk.
    std::atomic<std::size_t> m_pendingErases{0};
    std::atomic<std::size_t> m_pendingEraseBytes{0};
    std::atomic<std::uint64_t> m_diskCleanUps{0};
    std::atomic<std::uint64_t> m_diskCleanUpRemoved{0};

    AccessTap m_tap;
    Counter m_memoryHits;
    Counter m_diskHits;
    Counter m_misses;
    Counter m_notStored;
};

} // namespace manometer::cache
