// SPDX-License-Identifier: GPL-3.0-or-later
//
// Memory layout of entries: header, key and value, one entry after the other in a segment, which is one
// mapping (cf. Segcache, NSDI '21). Immutable once they can be found, except for the counters that readers
// update. Created, moved and dropped under the tier's mutex; read by any thread with a Hold. No errors.
#pragma once

#include "cache/Record.h"
#include "cache/memory/Reclamation.h"

#include <atomic>
#include <cstring>

namespace manometer::cache::memory {

// Whether a record is also on disk. One that is only in memory is offered to the store again on its next use.
enum class DiskCopy : std::uint8_t { Expected, None };

enum class Queue : std::uint8_t { Small, Main };

// A counter that readers update without synchronisation. Two concurrent updates may count as one: no decision
// needs more precision.
template<typename Number>
class LooseCounter
{
public:
    Number value() const { return m_value.load(std::memory_order_relaxed); }
    void set(Number value) { m_value.store(value, std::memory_order_relaxed); }

private:
    std::atomic<Number> m_value{};
};

struct Entry
{
    std::uint64_t hash = 0;
    EntryId id{};
    SourceVersion version;
    EntryNote note;
    WallTime stored;
    LooseCounter<std::int64_t> lastUsed; // in WallTime's ticks
    std::uint32_t pathLength = 0;
    std::uint32_t depthLength = 0;
    std::uint32_t valueLength = 0;
    std::uint32_t place = 0; // in units of 8 bytes from the start of its segment
    LooseCounter<std::uint32_t> hits;
    LooseCounter<std::uint32_t> unreportedHits; // those that takeTouches() has not returned yet
    LooseCounter<std::uint8_t> frequency;
    LooseCounter<DiskCopy> diskCopy;
    LooseCounter<bool> isKept; // it does not expire
    bool isDead = false;       // for writers: it can no longer be found

    std::string_view path() const { return {tail(), pathLength}; }
    std::string_view depth() const { return {tail() + pathLength, depthLength}; }
    std::string_view value() const { return {tail() + pathLength + depthLength, valueLength}; }
    std::uint64_t bytes() const
    {
        return sizeof(Entry) + std::uint64_t{pathLength} + depthLength + valueLength;
    }
    WallTime lastUse() const { return WallTime(WallTime::duration(lastUsed.value())); }
    bool hasKey(const KeyView &key) const
    {
        return hash == key.hash && path() == key.path && depth() == key.depth;
    }
    // Copies everything but the place. There must be room behind this header.
    void copyFrom(const Entry &entry)
    {
        hash = entry.hash;
        id = entry.id;
        version = entry.version;
        note = entry.note;
        stored = entry.stored;
        lastUsed.set(entry.lastUsed.value());
        pathLength = entry.pathLength;
        depthLength = entry.depthLength;
        valueLength = entry.valueLength;
        hits.set(entry.hits.value());
        unreportedHits.set(entry.unreportedHits.value());
        frequency.set(entry.frequency.value());
        diskCopy.set(entry.diskCopy.value());
        isKept.set(entry.isKept.value());
        std::memcpy(tail(), entry.tail(), entry.bytes() - sizeof(Entry));
    }
    char *tail() { return reinterpret_cast<char *>(this + 1); }
    const char *tail() const { return reinterpret_cast<const char *>(this + 1); }
};

// Entries grow from the front, their places from the back, so that a walk can prefetch.
struct Segment : Region
{
    Segment *newer = nullptr;
    Segment *older = nullptr;
    std::uint64_t usedBytes = 0; // from the front, this header included
    std::uint64_t liveBytes = 0; // of live entries, each rounded up to the start of the next one
    std::uint32_t count = 0;
    std::uint32_t live = 0;
    std::uint32_t first = 0; // no entry before this index is alive
    Queue queue = Queue::Small;

    static std::uint64_t rounded(std::uint64_t bytes) { return (bytes + 7) / 8 * 8; }
    static std::uint64_t bytesFor(std::uint64_t entryBytes, std::uint32_t entries)
    {
        return rounded(sizeof(Segment)) + entryBytes + std::uint64_t{entries} * sizeof(std::uint32_t);
    }
    static Segment &of(Entry &entry)
    {
        return *reinterpret_cast<Segment *>(reinterpret_cast<char *>(&entry) -
                                            std::uint64_t{entry.place} * 8);
    }
    static const Segment &of(const Entry &entry) { return of(const_cast<Entry &>(entry)); }

    bool hasRoomFor(std::uint64_t entryBytes) const
    {
        return usedBytes + rounded(entryBytes) + (std::uint64_t{count} + 1) * sizeof(std::uint32_t) <=
               mappedBytes;
    }
    std::uint32_t &placeOf(std::uint32_t index)
    {
        return reinterpret_cast<std::uint32_t *>(reinterpret_cast<char *>(this) +
                                                 mappedBytes)[-1 - std::int64_t{index}];
    }
    Entry &entry(std::uint32_t index)
    {
        return *reinterpret_cast<Entry *>(reinterpret_cast<char *>(this) + std::uint64_t{placeOf(index)} * 8);
    }
    void prefetch(std::uint32_t index)
    {
        if (index < count) {
            const char *const header = reinterpret_cast<const char *>(&entry(index));
            __builtin_prefetch(header);
            __builtin_prefetch(header + 64);
        }
    }
    // Releases the pages between front and back, if nothing will be appended. They may contain old bytes.
    void releaseUnused();
    // Reserves room for one more entry, for the caller to fill in. There must be room.
    Entry &append(std::uint64_t entryBytes)
    {
        placeOf(count) = static_cast<std::uint32_t>(usedBytes / 8);
        auto *entry = new (reinterpret_cast<char *>(this) + usedBytes) Entry;
        entry->place = static_cast<std::uint32_t>(usedBytes / 8);
        usedBytes += rounded(entryBytes);
        liveBytes += rounded(entryBytes);
        ++count;
        ++live;
        return *entry;
    }
};

} // namespace manometer::cache::memory
