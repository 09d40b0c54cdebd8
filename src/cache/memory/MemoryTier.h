// SPDX-License-Identifier: GPL-3.0-or-later
//
// The memory tier: entries under keys, bounded in entries and in charged bytes, ranked by S3-FIFO, stored in
// segments that are returned to the kernel as a whole. Any thread. find() and holds() are wait-free; the rest
// is serialised by a mutex, which a cut takes in slices. Nothing here waits for disk or calls back. put()
// throws bad_alloc if there is no memory for bookkeeping; the key then has no value.
#pragma once

#include "cache/Cache.h"
#include "cache/memory/FairMutex.h"
#include "cache/memory/PressureLosses.h"
#include "cache/memory/SegmentRanking.h"
#include "cache/memory/TouchRing.h"

#include <algorithm>
#include <array>
#include <mutex>
#include <span>
#include <unordered_set>
#include <utility>
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
    // The same for many requests, in order: what a lookup reads is fetched while earlier ones are answered.
    // Calls receive(index, KeyView, Lookup); the Lookup has no hold, its bytes are valid during the call.
    template<typename Receive>
    void findMany(std::span<const Request> requests, WallTime now, const Receive &receive);

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
    // Requests of a batch under one hold: then evicted memory can be released, before the next ones.
    static constexpr std::size_t mostAtOnce = 64;

    template<typename Visit>
    void walk(const Visit &visit) const;
    template<typename Receive>
    void findAtOnce(std::span<const Request> requests, WallTime now, std::size_t firstIndex,
                    const Receive &receive);
    // Answers with this entry, or null. The caller has a Hold.
    Lookup answer(Entry *entry, const SourceVersion &version, WallTime now);
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

template<typename Receive>
void MemoryTier::findMany(std::span<const Request> requests, WallTime now, const Receive &receive)
{
    for (std::size_t first = 0; first < requests.size(); first += mostAtOnce)
        findAtOnce(requests.subspan(first, std::min(mostAtOnce, requests.size() - first)), now, first,
                   receive);
}

template<typename Receive>
void MemoryTier::findAtOnce(std::span<const Request> requests, WallTime now, std::size_t firstIndex,
                            const Receive &receive)
{
    // A software pipeline: each request goes through the stages below, the others `distance` requests behind
    // one another, so that what a stage prefetches has arrived when the next one reads it.
    constexpr std::size_t distance = 12;
    constexpr std::size_t lineBytes = 64;
    const Hold hold = reclamation::enter();
    const Index &index = m_log.index();
    std::array<std::uint64_t, mostAtOnce> hashes;
    std::array<Entry *, mostAtOnce> guesses;
    std::array<Lookup, 16> found; // of those between their last two stages
    static_assert(found.size() > distance);
    const auto keyAt = [&](std::size_t at) {
        return KeyView(requests[at].key.path, requests[at].key.depth, hashes[at]);
    };
    for (std::size_t step = 0; step < requests.size() + 4 * distance; ++step) {
        // Unsigned: what is not begun yet is far beyond the end.
        if (const std::size_t at = step; at < requests.size())
            __builtin_prefetch(requests[at].key.path.data());
        if (const std::size_t at = step - distance; at < requests.size()) {
            hashes[at] = KeyView(requests[at].key.path, requests[at].key.depth).hash;
            index.prefetch(hashes[at]);
        }
        if (const std::size_t at = step - 2 * distance; at < requests.size()) {
            guesses[at] = index.guess(hashes[at]);
            for (std::size_t line = 0; guesses[at] && line <= sizeof(Entry) / lineBytes + 1; ++line)
                __builtin_prefetch(reinterpret_cast<const char *>(guesses[at]) + line * lineBytes);
        }
        if (const std::size_t at = step - 3 * distance; at < requests.size()) {
            const KeyView key = keyAt(at);
            Entry *const guess = guesses[at];
            Lookup &lookup = found[at % found.size()];
            lookup = answer(guess && guess->hasKey(key) ? guess : index.find(key), requests[at].version, now);
            if (!lookup.bytes.empty()) {
                __builtin_prefetch(lookup.bytes.data());
                __builtin_prefetch(&lookup.bytes.back());
            }
        }
        if (const std::size_t at = step - 4 * distance; at < requests.size())
            receive(firstIndex + at, keyAt(at), std::as_const(found[at % found.size()]));
    }
}

} // namespace manometer::cache::memory
