// SPDX-License-Identifier: GPL-3.0-or-later
//
// The memory tier: entries under keys, bounded in entries and in charged bytes, ranked by S3-FIFO, stored in
// segments that are returned to the kernel as a whole. Any thread. find() and holds() are wait-free; the rest
// is serialised by a mutex, which a cut takes in slices. Nothing here waits for disk or calls back. put()
// throws bad_alloc if there is no memory for bookkeeping; the key then has no value.
#pragma once

#include "cache/memory/FairMutex.h"
#include "cache/memory/PressureLosses.h"
#include "cache/memory/SegmentRanking.h"
#include "cache/memory/TouchRing.h"

#include <mutex>
#include <unordered_set>
#include <vector>

namespace manometer::cache::memory {

// What a put copies: a Record's fields, wherever they are stored.
struct NewEntry
{
    EntryId id{};
    KeyView key;
    SourceVersion version;
    EntryNote note;
    WallTime stored;
    std::string_view bytes;
    bool isKept = false;
};

struct Lookup
{
    enum class Outcome : std::uint8_t { Absent, Hit, Stale };
    Outcome outcome = Outcome::Absent;
    EntryId id{};             // Stale: the entry to drop, of another version or expired
    std::string_view bytes{}; // Hit: valid as long as the hold
    Hold hold{};
    DiskCopy diskCopy = DiskCopy::Expected;
    bool isOfVersion = true; // false for Stale: of another version, not only expired
    bool isKept = false;
};

// What browsing needs of an entry. A copy: it holds nothing in the tier.
struct Resident
{
    EntryId id{};
    EntryKey key;
    SourceVersion version;
    EntryNote note;
    WallTime stored;
    std::uint64_t valueBytes = 0;
    std::uint64_t hits = 0; // since it was stored in memory
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
    // `requests` returns the number of the cache's requests so far, for the cost of pressure. Lock-free.
    MemoryTier(
        const Limits &limits, TimeToLive timeToLive,
        std::function<std::uint64_t()> requests = [] { return std::uint64_t{0}; });
    ~MemoryTier();
    MemoryTier(const MemoryTier &) = delete;
    MemoryTier &operator=(const MemoryTier &) = delete;

    // Bytes of the limit that an entry uses.
    static std::uint64_t charge(const KeyView &key, std::uint64_t valueBytes);

    // A hit raises the entry's rank.
    Lookup find(const KeyView &key, const SourceVersion &version, WallTime now);

    // Copies the record in place of the key's previous value. False if the record alone exceeds a limit,
    // during a cut, if there is no room and the admission policy admits none, or if the kernel has no memory;
    // the key then has no value.
    bool put(const NewEntry &fresh, DiskCopy diskCopy, WallTime now);
    bool put(const RecordPtr &record, DiskCopy diskCopy, WallTime now);
    // The same if the mutex is free; otherwise false, and the key keeps its value.
    bool tryPut(const RecordPtr &record, DiskCopy diskCopy, WallTime now);
    void setDiskCopy(const EntryKey &key, EntryId id, DiskCopy diskCopy);

    // A kept entry does not expire. A record that replaces a kept one is kept as well.
    void setKept(const EntryKey &key, EntryId id, bool isKept);

    bool erase(const KeyView &key);
    // Only if the key still has this record.
    bool erase(const KeyView &key, EntryId id);
    void clear();

    // When it returns, the tier is within the limits, and evicted memory is returned to the kernel except
    // where a reader still uses it. Allocates nothing.
    LimitOutcome setLimits(const Limits &limits, LimitCause cause, std::uint64_t action = 0);
    void setAdmission(Admission admission) { m_admission.store(admission, std::memory_order_relaxed); }

    // The requests lost to pressure: the caller of find() counts them.
    PressureLosses &losses() { return m_losses; }
    const PressureLosses &losses() const { return m_losses; }

    // Evicted bytes that are still mapped: for reuse, or because a reader uses them.
    std::uint64_t deferredBytes() const;

    // Accesses not yet reported to the store, oldest first. Those of evicted entries are kept up to a bound.
    std::vector<Touch> takeTouches(std::size_t atMost = ~std::size_t{0});
    bool hasManyTouches() const;

    Figures figures() const;
    bool holds(const KeyView &key, EntryId id) const;
    bool holds(const KeyView &key) const; // any record
    RecordPtr copyOf(const KeyView &key, EntryId id) const;
    // These walk the whole tier and take its mutex in slices, so that no thread waits long for it: what is
    // put meanwhile may be missing, and an entry may be returned twice.
    std::vector<Resident> residents() const;
    std::vector<Resident> residents(const std::unordered_set<std::uint64_t> &ids) const;
    RecordPtr copyOf(EntryId id) const;

private:
    template<typename Visit>
    void walk(const Visit &visit) const;
    bool store(const NewEntry &fresh, DiskCopy diskCopy, WallTime now);
    void recordHit(Entry &entry, WallTime now);
    void remove(Entry &entry);
    void saveTouch(const Entry &entry);
    Queue makeRoom(std::uint64_t hash, std::uint64_t charge);
    void noteEviction(const Entry &entry);
    void cut(const Limits &limits, LimitOutcome &outcome);
    void releaseEvicted();

    mutable FairMutex m_mutex;
    std::mutex m_cutMutex; // one cut at a time; before m_mutex
    const TimeToLive m_timeToLive;
    PressureLosses m_losses;
    mutable SegmentLog m_log;
    SegmentRanking m_ranking;
    TouchRing m_touched;
    std::vector<Touch> m_touchesOfEvicted;
    Limits m_limits; // in effect now; a cut's new limits once it is done
    std::atomic<Admission> m_admission{Admission::Always};
    bool m_isBeingCut = false;
    Limits m_newcomer; // what the entry takes that others are evicted for
    std::uint64_t m_evictions = 0;
    std::uint64_t m_evictedBytes = 0;
    std::uint64_t m_pressureEvictions = 0;
};

} // namespace manometer::cache::memory
