// SPDX-License-Identifier: GPL-3.0-or-later
//
// Entries as they lie in memory: header, key and value in a row, one after the other in a segment, which is
// one mapping of its own (cf. Segcache, NSDI '21). Immutable once they can be found, but for the counters
// that readers move. Made, moved and dropped under the tier's mutex; read by anyone with a Hold. No errors.
#pragma once

#include "cache/Record.h"
#include "cache/memory/Readers.h"

#include <atomic>
#include <cstring>

namespace manometer::cache::memory {

// Where a record is besides memory. One that is only here is offered to the store again when it is used.
enum class DiskCopy : std::uint8_t { Expected, None };

enum class Queue : std::uint8_t { Small, Main };

// A counter that readers move without waiting for each other. Two at once may count as one: nothing that is
// decided by it needs better.
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
    LooseCounter<std::int64_t> lastUsed; // of WallTime's ticks
    std::uint32_t pathLength = 0;
    std::uint32_t depthLength = 0;
    std::uint32_t valueLength = 0;
    std::uint32_t place = 0; // in units of 8 bytes from the start of its segment
    LooseCounter<std::uint32_t> hits;
    LooseCounter<std::uint32_t> untoldHits; // those that takeTouches() has not told yet
    LooseCounter<std::uint8_t> frequency;
    LooseCounter<DiskCopy> diskCopy;
    LooseCounter<bool> isKept; // it does not expire
    bool isDead = false;       // the writers' own note: nobody finds it any more

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
    // All but where it lies, with room for it behind this header.
    void takeOver(const Entry &entry)
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
        untoldHits.set(entry.untoldHits.value());
        frequency.set(entry.frequency.value());
        diskCopy.set(entry.diskCopy.value());
        isKept.set(entry.isKept.value());
        std::memcpy(tail(), entry.tail(), entry.bytes() - sizeof(Entry));
    }
    char *tail() { return reinterpret_cast<char *>(this + 1); }
    const char *tail() const { return reinterpret_cast<const char *>(this + 1); }
};

// Entries from the front, their places from the back, so that a walk can fetch ahead.
struct Segment : Region
{
    Segment *newer = nullptr;
    Segment *older = nullptr;
    std::uint64_t usedBytes = 0; // from the front, this header included
    std::uint64_t liveBytes = 0; // of entries, rounded to where the next one starts
    std::uint32_t count = 0;
    std::uint32_t live = 0;
    std::uint32_t first = 0; // no entry before this one is alive
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
    // The pages between front and back, if nothing more is going to be appended. They may hold old bytes.
    void giveBackUnused();
    // Room for one more, not yet filled in. There must be room.
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
