// SPDX-License-Identifier: GPL-3.0-or-later
//
// The memory tier: entries under keys, bounded in entries and in bytes of charge, ranked by S3-FIFO, lying in
// segments that go back to the kernel whole. Any thread. find() and holds() wait for nobody; the rest goes
// one at a time under a mutex, which a cut takes in slices. Nothing in here waits for disk or calls out.
// put() throws bad_alloc when there is no memory for bookkeeping; the key then holds nothing.
#pragma once

#include "cache/memory/SegmentRanking.h"
#include "cache/memory/TouchRing.h"
#include "cache/memory/TurnMutex.h"

#include <mutex>
#include <unordered_set>
#include <vector>

namespace manometer::cache::memory {

// What a put copies in: a Record's fields, wherever they lie.
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
    EntryId id{};             // Stale: the one to drop, of another version or expired
    std::string_view bytes{}; // Hit: as long as the hold lives
    Hold hold{};
    DiskCopy diskCopy = DiskCopy::Expected;
    bool isOfVersion = true; // Stale: it has only expired
    bool isKept = false;
};

// What browsing needs of an entry. A copy: nothing of the tier is held.
struct Resident
{
    EntryId id{};
    EntryKey key;
    SourceVersion version;
    EntryNote note;
    WallTime stored;
    std::uint64_t valueBytes = 0;
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

    // What an entry takes from the limit in bytes.
    static std::uint64_t charge(const KeyView &key, std::uint64_t valueBytes);

    // A hit raises the entry's rank.
    Lookup find(const KeyView &key, const SourceVersion &version, WallTime now);

    // Copies the record in; replaces what the key held. False if the record alone is over a limit, while a
    // cut is under way, if there is no room and nobody is let in, or if the kernel has no memory to give; the
    // key then holds nothing.
    bool put(const NewEntry &fresh, DiskCopy diskCopy, WallTime now);
    bool put(const RecordPtr &record, DiskCopy diskCopy, WallTime now);
    // The same if nobody else is changing something; else false, and the key holds what it held.
    bool tryPut(const RecordPtr &record, DiskCopy diskCopy, WallTime now);
    void setDiskCopy(const EntryKey &key, EntryId id, DiskCopy diskCopy);

    // Whether it expires. A record that replaces one that is kept is kept as well.
    void setKept(const EntryKey &key, EntryId id, bool isKept);

    bool erase(const KeyView &key);
    // Only if the key still holds this record.
    bool erase(const KeyView &key, EntryId id);
    void clear();

    // When it returns, the tier is within the limits, and what was evicted is back with the kernel but for
    // what somebody still reads. Allocates nothing.
    LimitOutcome setLimits(const Limits &limits, LimitCause cause);
    void setAdmission(Admission admission) { m_admission.store(admission, std::memory_order_relaxed); }

    // Evicted bytes that are still mapped: to be written to again, or because somebody reads them.
    std::uint64_t deferredBytes() const;

    // Uses that the store was not told of yet, the longest untold first. Those of evicted entries are kept in
    // a bounded number.
    std::vector<Touch> takeTouches(std::size_t atMost = ~std::size_t{0});
    bool hasManyTouches() const;

    Figures figures() const;
    bool holds(const KeyView &key, EntryId id) const;
    bool holds(const KeyView &key) const; // whichever record
    RecordPtr copyOf(const KeyView &key, EntryId id) const;
    // These walk the whole tier in slices of its mutex, so that nobody waits long for it: what is put
    // meanwhile may be seen or not, and an entry may be told twice.
    std::vector<Resident> residents() const;
    std::vector<Resident> residents(const std::unordered_set<std::uint64_t> &ids) const;
    RecordPtr copyOf(EntryId id) const;

private:
    template<typename Visit>
    void walk(const Visit &visit) const;
    bool store(const NewEntry &fresh, DiskCopy diskCopy, WallTime now);
    void use(Entry &entry, WallTime now);
    void leave(Entry &entry);
    void keepTouch(const Entry &entry);
    void cut(const Limits &limits, LimitOutcome &outcome);
    void giveBackWhatIsEvicted();

    mutable TurnMutex m_mutex;
    std::mutex m_cutMutex; // one cut at a time; before m_mutex
    const TimeToLive m_timeToLive;
    mutable SegmentLog m_log;
    SegmentRanking m_ranking;
    TouchRing m_touched;
    std::vector<Touch> m_departedTouches;
    Limits m_limits; // that hold now: those of a cut once it is done
    std::atomic<Admission> m_admission{Admission::Always};
    bool m_isBeingCut = false;
    std::uint64_t m_evictions = 0;
    std::uint64_t m_evictedBytes = 0;
    std::uint64_t m_pressureEvictions = 0;
};

} // namespace manometer::cache::memory
