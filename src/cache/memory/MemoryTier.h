// SPDX-License-Identifier: GPL-3.0-or-later
//
// The memory tier: records under keys, bounded in entries and in bytes of charge, ranked by S3-FIFO.
// Any thread; a mutex guards each call, and nothing in here waits for disk or calls out. Evicted records are
// freed after the mutex is released; a Lease keeps its record alive beyond that.
#pragma once

#include "cache/Limits.h"
#include "cache/Record.h"
#include "cache/policy/S3Fifo.h"

#include <mutex>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace manometer::cache::memory {

// Where a record is besides memory. One that is only here is offered to the store again when it is used.
enum class DiskCopy : std::uint8_t { Expected, None };

struct Lookup
{
    enum class Outcome : std::uint8_t { Absent, Hit, Stale };
    Outcome outcome = Outcome::Absent;
    RecordPtr record; // Stale: the one to drop, of another version or expired
    DiskCopy diskCopy = DiskCopy::Expected;
};

struct Resident
{
    RecordPtr record;
    std::uint64_t hits = 0; // since it came into memory
    WallTime lastUsed;
};

struct Figures
{
    std::uint64_t entries = 0;
    std::uint64_t bytes = 0;
    Limits limits;
    std::uint64_t evictions = 0;
    std::uint64_t pressureEvictions = 0;
};

class MemoryTier
{
public:
    MemoryTier(const Limits &limits, TimeToLive timeToLive);
    ~MemoryTier();
    MemoryTier(const MemoryTier &) = delete;
    MemoryTier &operator=(const MemoryTier &) = delete;

    // What a record takes from the limit in bytes.
    static std::uint64_t charge(const Record &record);

    // A hit raises the entry's rank.
    Lookup find(const EntryKey &key, const SourceVersion &version, WallTime now);

    // Replaces what the key held. False if the record alone is over a limit; the key then holds nothing.
    bool put(RecordPtr record, DiskCopy diskCopy, WallTime now);
    void setDiskCopy(const EntryKey &key, EntryId id, DiskCopy diskCopy);

    bool erase(const EntryKey &key);
    // Only if the key still holds this record.
    bool erase(const EntryKey &key, EntryId id);
    void clear();

    // When it returns, the tier is within the limits. Allocates nothing.
    LimitOutcome setLimits(const Limits &limits, LimitCause cause);

    // Uses since the last call, for the store. Those of evicted entries are kept in a bounded number.
    std::vector<Touch> takeTouches();
    bool hasManyTouches() const;

    Figures figures() const;
    bool holds(const EntryKey &key, EntryId id) const;
    // Both walk the whole tier under its mutex: for browsing, not for serving.
    std::vector<Resident> residents() const;
    std::vector<Resident> residents(const std::unordered_set<std::uint64_t> &ids) const;

private:
    struct Entry : policy::S3FifoNode<Entry>
    {
        RecordPtr record;
        DiskCopy diskCopy = DiskCopy::Expected;
        std::uint64_t hits = 0;
        std::uint64_t untoldHits = 0; // those that takeTouches() has not told yet
        WallTime lastUsed;
        policy::ListHook<Entry> touchedHook;
    };
    using Entries = std::unordered_map<const EntryKey *, std::unique_ptr<Entry>, EntryKeyHash, EntryKeyEqual>;
    // What left the tier, to be freed once the mutex is released. Linked by the hook that the policy no
    // longer needs: a cut must not have to find memory first.
    class Departed
    {
    public:
        Departed() = default;
        Departed(const Departed &) = delete;
        Departed &operator=(const Departed &) = delete;
        ~Departed();
        void add(std::unique_ptr<Entry> entry) { m_entries.pushNewest(*entry.release()); }

    private:
        policy::IntrusiveList<Entry, &Entry::queueHook> m_entries;
    };

    void depart(Entry &entry, Departed &departed);
    void evict(Entry &entry, Departed &departed);

    mutable std::mutex m_mutex;
    const TimeToLive m_timeToLive;
    policy::S3Fifo<Entry> m_policy;
    policy::IntrusiveList<Entry, &Entry::touchedHook> m_touched;
    Entries m_entries;
    std::vector<Touch> m_departedTouches;
    std::uint64_t m_evictions = 0;
    std::uint64_t m_pressureEvictions = 0;
};

} // namespace manometer::cache::memory
