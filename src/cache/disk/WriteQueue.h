// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a shard's file does not say yet: writes and erases by key, newest only, and uses by id. While a key is
// in here, this is the truth about it and the file is not. Bounded: when there is no room for a write, its
// key alone is kept, as an erase, so that an older value cannot come back from the file. Any thread; a mutex
// guards each call; never blocks on disk.
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

// Immutable, so that the writer may work on it while a newer change takes its place in the queue.
struct Change
{
    EntryKey key;
    EntryId id{};            // of the record; for an erase, rows of the key up to this id go
    RecordPtr record;        // none: an erase
    bool sparesKept = false; // an erase of what is not kept
};
using ChangePtr = std::shared_ptr<const Change>;

enum class QueueAnswer : std::uint8_t {
    Queued,
    Invalidated, // no room: the key's older row is going to be erased instead
    Overflowed,  // not even for the key
};

class WriteQueue
{
public:
    QueueAnswer put(const RecordPtr &record);
    // Erases what the key held before `upTo`; a queued write that is newer stays.
    QueueAnswer erase(const EntryKey &key, EntryId upTo, bool sparesKept = false);

    ChangePtr find(const EntryKey &key) const;
    RecordPtr find(EntryId id) const; // walks the queue
    std::vector<ChangePtr> changes() const;

    void touch(std::span<const Touch> touches);
    Touch touchOf(EntryId id) const;
    std::vector<Touch> touches() const;
    bool hasManyTouches() const;

    // The oldest changes, which stay in the queue until done() tells that they are in the file.
    std::vector<ChangePtr> oldest(std::size_t maximumChanges, std::uint64_t maximumBytes) const;
    // Those that come after these.
    std::vector<ChangePtr> after(const std::vector<ChangePtr> &changes, std::size_t maximumChanges,
                                 std::uint64_t maximumBytes) const;
    void done(const std::vector<ChangePtr> &changes);
    std::vector<Touch> takeTouches();

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
    std::vector<ChangePtr> some(Items::const_iterator from, std::size_t maximumChanges,
                                std::uint64_t maximumBytes) const;
    void count(const Change &change);
    void discount(const Change &change);

    // Readers look in here first, and most of the time there is nothing.
    bool isEmpty() const { return m_changes.load(std::memory_order_acquire) == 0; }

    mutable std::mutex m_mutex;
    std::atomic<std::size_t> m_changes{0}; // how many m_items are
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
