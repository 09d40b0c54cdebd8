// SPDX-License-Identifier: GPL-3.0-or-later
//
// Changes that are not in a shard's file yet: the newest write or erase of each key, and accesses by id.
// While a key is queued, the queue is authoritative and the file is stale. Bounded: if there is no room for a
// write, only its key is kept, as an erase, so that an older value in the file cannot be served. Any thread;
// a mutex guards each call; never blocks on disk.
#pragma once

#include "cache/Record.h"

#include <atomic>
#include <list>
#include <memory>
#include <mutex>
#include <span>
#include <unordered_map>
#include <vector>

namespace manometer::cache::disk {

// Immutable, so that the writer can use it while a newer change replaces it in the queue.
struct Change
{
    EntryKey key;
    EntryId id{};            // of the record; an erase removes rows of the key up to this id
    RecordPtr record;        // null: an erase
    bool sparesKept = false; // an erase that leaves kept rows
};
using ChangePtr = std::shared_ptr<const Change>;

enum class QueueAnswer : std::uint8_t {
    Queued,
    Invalidated, // no room: the key's older row will be erased instead
    Overflowed,  // no room for the key either
};

class WriteQueue
{
public:
    QueueAnswer put(const RecordPtr &record);
    // Erases the key's values up to `upTo`; a newer queued write stays.
    QueueAnswer erase(const EntryKey &key, EntryId upTo, bool sparesKept = false);

    ChangePtr find(const EntryKey &key) const;
    RecordPtr find(EntryId id) const; // walks the queue
    std::vector<ChangePtr> changes() const;
    // Those that were queued after the mark. A key that was queued before and changed since is not among
    // them.
    std::vector<ChangePtr> changesAfter(std::uint64_t mark) const;

    void touch(std::span<const Touch> touches);
    Touch touchOf(EntryId id) const;
    std::vector<Touch> touches() const;
    bool hasManyTouches() const;

    // The oldest changes. They stay in the queue until done() reports that they are in the file.
    std::vector<ChangePtr> oldest(std::size_t maximumChanges, std::uint64_t maximumBytes) const;
    void done(const std::vector<ChangePtr> &changes);
    std::vector<Touch> takeTouches();

    std::size_t size() const { return m_changes.load(std::memory_order_acquire); }
    // A mark for changes made so far, and whether any of them is still queued.
    std::uint64_t mark() const;
    bool holdsUpTo(std::uint64_t mark) const;

    void clear();

private:
    struct Item
    {
        ChangePtr change;
        std::uint64_t place = 0;
    };
    using Items = std::list<Item>;

    QueueAnswer replace(ChangePtr change);
    void count(const Change &change);
    void discount(const Change &change);

    // Readers look here first, and most of the time the queue is empty.
    bool isEmpty() const { return size() == 0; }

    mutable std::mutex m_mutex;
    std::atomic<std::size_t> m_changes{0}; // size of m_items
    Items m_items;                         // oldest first
    std::unordered_map<const EntryKey *, Items::iterator, EntryKeyHash, EntryKeyEqual> m_byKey;
    std::unordered_map<std::uint64_t, Touch> m_touches;
    std::uint64_t m_lastPlace = 0;
    std::uint64_t m_writes = 0;
    std::uint64_t m_writeBytes = 0;
    std::uint64_t m_erases = 0;
    std::uint64_t m_eraseBytes = 0;
};

} // namespace manometer::cache::disk
