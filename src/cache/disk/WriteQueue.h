// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is to be written to disk, and therefore the truth about those keys until it has been: readers look
// here first. Coalesced by key, bounded in entries and bytes. Any thread; one lock, never held across I/O.
// Where there is no room for a value, the key's old row is invalidated instead, which costs eight bytes: a
// full queue must not bring an old value back.
#pragma once

#include "cache/EntryInfo.h"

#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace manometer::cache {

struct QueuedWrite
{
    std::shared_ptr<const std::string> bytes; // null: the key is to be erased
    SourceVersion version;
    EntryNote note;
    std::int64_t storedMs = 0;
};

struct Touch
{
    std::uint64_t hash = 0;
    std::uint64_t hits = 0;
    std::int64_t usedMs = 0;
};

class WriteQueue
{
public:
    static constexpr std::size_t maximumEntries = 16'384;
    static constexpr std::uint64_t maximumBytes = 32u << 20;
    // Beyond this many invalidations the whole store is invalidated: a million are 40 MB.
    static constexpr std::size_t maximumInvalidations = 1'000'000;
    static constexpr std::size_t batchEntries = 1'000;
    static constexpr std::size_t maximumTouches = 16'384;

    // What readers have to know before they believe the disk.
    struct Answer
    {
        enum class Kind { AskDisk, Queued, Gone };
        Kind kind = Kind::AskDisk;
        QueuedWrite write;
    };
    Answer find(std::string_view key, std::uint64_t hash) const;

    // False where it is full: then the key's old row is invalidated.
    bool put(const std::string &key, std::uint64_t hash, QueuedWrite write);
    void erase(const std::string &key, std::uint64_t hash);
    void eraseRow(std::size_t shard, std::int64_t row);
    bool touch(const Touch &touch); // false where there are too many
    void clear();

    struct Batch
    {
        std::uint64_t clearSequence = 0;                                    // not 0: erase everything first
        std::vector<std::pair<std::uint64_t, std::uint64_t>> invalidations; // hash, sequence
        struct Write
        {
            std::string key;
            std::uint64_t sequence;
            QueuedWrite write;
        };
        std::vector<Write> writes;
        std::vector<std::pair<std::size_t, std::int64_t>> rows;
        std::vector<Touch> touches;
        std::uint64_t lastSequence = 0; // all up to here is in this batch or an earlier one

        bool isEmpty() const
        {
            return clearSequence == 0 && invalidations.empty() && writes.empty() && rows.empty() &&
                   touches.empty();
        }
    };
    // What is taken stays visible to readers until done().
    Batch take();
    void done(const Batch &batch);
    void putBack(Batch &&batch);

    std::uint64_t lastSequence() const;
    bool isEmpty() const;
    std::size_t size() const;

private:
    struct Slot
    {
        QueuedWrite write;
        std::uint64_t sequence = 0;
    };
    struct KeyHash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view key) const;
    };

    bool store(const std::string &key, std::uint64_t hash, QueuedWrite &&write);
    void invalidate(std::uint64_t hash);

    mutable std::mutex m_mutex;
    std::unordered_map<std::string, Slot, KeyHash, std::equal_to<>> m_slots;
    std::deque<std::pair<std::string, std::uint64_t>> m_order;
    std::unordered_map<std::uint64_t, std::uint64_t> m_invalid; // hash -> sequence
    std::vector<std::pair<std::size_t, std::int64_t>> m_rows;
    std::vector<Touch> m_touches;
    std::uint64_t m_bytes = 0;
    std::uint64_t m_sequence = 0;
    std::uint64_t m_clearSequence = 0;
};

} // namespace manometer::cache
