// SPDX-License-Identifier: GPL-3.0-or-later
//
// Hash table of entries: buckets of one cache line, each with seven slots and a count of entries that
// overflowed to a later bucket (F14's idea: an erase leaves no tombstone and moves nothing). Grows
// incrementally: a full table is emptied into one twice as large, one bucket per insert. find(): any thread
// that has a Hold, never waits; the rest under the tier's mutex. insert() throws bad_alloc if there is no
// memory for a table; nothing has changed then.
#pragma once

#include "cache/memory/Segment.h"

namespace manometer::cache::memory {

class Index
{
public:
    explicit Index(RetireList &retired);
    ~Index();
    Index(const Index &) = delete;
    Index &operator=(const Index &) = delete;

    // The entry of this hash for which matches(entry) is true, or null.
    template<typename Matches>
    Entry *find(std::uint64_t hash, const Matches &matches) const
    {
        for (;;) {
            const std::uint64_t moves = m_moves.load(std::memory_order_seq_cst);
            if (Entry *found = findIn(m_table.load(std::memory_order_seq_cst), hash, matches))
                return found;
            if (Entry *found = findIn(m_former.load(std::memory_order_seq_cst), hash, matches))
                return found;
            // It may have moved from one table to the other meanwhile.
            if (m_moves.load(std::memory_order_seq_cst) == moves)
                return nullptr;
        }
    }
    Entry *find(const KeyView &key) const
    {
        return find(key.hash, [&key](const Entry &entry) { return entry.hasKey(key); });
    }

    // Prefetches the bucket of this hash.
    void prefetch(std::uint64_t hash) const
    {
        Table *const table = m_table.load(std::memory_order_seq_cst);
        __builtin_prefetch(&table->buckets()[hash & table->mask]);
    }
    // An entry that probably has this hash, or null: find() may find one all the same. Reads the bucket, not
    // the entry. Like find(), it needs a Hold.
    Entry *guess(std::uint64_t hash) const
    {
        Table *const table = m_table.load(std::memory_order_seq_cst);
        for (const auto &place : table->buckets()[hash & table->mask].places) {
            const std::uint64_t slot = place.load(std::memory_order_seq_cst);
            if (slot != 0 && tagOf(slot) == tagOf(hash))
                return entryOf(slot);
        }
        return nullptr;
    }
    void insert(Entry &entry);
    void replace(Entry &entry, Entry &by); // the same key at another address
    void erase(Entry &entry);

    // An iteration over all entries in steps, between which entries may be added, removed and moved. It
    // visits every entry that is present all the time, some of them twice if the index grows meanwhile.
    class Walk
    {
        friend Index;
        std::uint64_t m_table = 0; // serial
        std::uint64_t m_bucket = 0;
    };
    // Visits the next `buckets` buckets; false at the end.
    template<typename Visit>
    bool advanceWalk(Walk &walk, std::uint64_t buckets, const Visit &visit) const
    {
        Table *table = walkedTable(walk);
        for (; buckets > 0; --buckets) {
            if (walk.m_bucket > table->mask) {
                if (table == m_table.load(std::memory_order_relaxed))
                    return false;
                // Entries that were moved out of the former table meanwhile are in the other one.
                table = m_table.load(std::memory_order_relaxed);
                walk.m_table = table->serial;
                walk.m_bucket = 0;
            }
            for (const auto &place : table->buckets()[(walk.m_bucket + 2) & table->mask].places) {
                if (const std::uint64_t slot = place.load(std::memory_order_relaxed))
                    __builtin_prefetch(entryOf(slot));
            }
            for (const auto &place : table->buckets()[walk.m_bucket++].places) {
                if (const std::uint64_t slot = place.load(std::memory_order_relaxed))
                    visit(*entryOf(slot));
            }
        }
        return true;
    }

    std::uint64_t size() const { return m_size; }
    // Whether the table wastes memory: it could hold sixteen times as many entries.
    bool isSparse() const;
    // Replaces the table by an empty one for `entries`, into which the caller inserts them; false if there is
    // no memory. Until then readers miss entries that are not inserted yet, and look on disk.
    bool rebuild(std::uint64_t entries);

private:
    // A slot is 0 or an entry's address in 48 bits under 16 bits of its hash.
    static constexpr int slotCount = 7;
    struct alignas(64) Bucket
    {
        std::atomic<std::uint64_t> places[slotCount];
        std::atomic<std::uint64_t> passed; // entries in later buckets because this one was full
    };
    struct Table : Region
    {
        std::uint64_t mask;
        std::uint64_t serial; // identifies the table: an address may be reused
        Bucket *buckets()
        {
            return reinterpret_cast<Bucket *>(reinterpret_cast<char *>(this) + sizeof(Bucket));
        }
    };
    static_assert(sizeof(Table) <= sizeof(Bucket));

    static std::uint64_t tagOf(std::uint64_t hash) { return hash & (std::uint64_t{0xFFFF} << 48); }
    static std::uint64_t slotOf(const Entry &entry)
    {
        return tagOf(entry.hash) | reinterpret_cast<std::uintptr_t>(&entry);
    }
    static Entry *entryOf(std::uint64_t slot)
    {
        // The tag is in the bits that no address uses. NOLINTNEXTLINE(performance-no-int-to-ptr)
        return reinterpret_cast<Entry *>(slot & ((std::uint64_t{1} << 48) - 1));
    }

    template<typename Matches>
    static Entry *findIn(Table *table, std::uint64_t hash, const Matches &matches)
    {
        if (!table)
            return nullptr;
        for (std::uint64_t step = 0; step <= table->mask; ++step) {
            const Bucket &bucket = table->buckets()[(hash + step) & table->mask];
            for (const auto &place : bucket.places) {
                const std::uint64_t slot = place.load(std::memory_order_seq_cst);
                if (slot != 0 && tagOf(slot) == tagOf(hash) && matches(*entryOf(slot)))
                    return entryOf(slot);
            }
            if (bucket.passed.load(std::memory_order_seq_cst) == 0)
                return nullptr;
        }
        return nullptr;
    }

    Table *makeTable(std::uint64_t buckets);
    Table *walkedTable(Walk &walk) const;
    static void insertInto(Table &table, Entry &entry);
    static std::atomic<std::uint64_t> *slotIn(Table *table, const Entry &entry);
    static bool eraseFrom(Table *table, const Entry &entry);
    void moveABucket();

    RetireList &m_retired;
    std::atomic<Table *> m_table{nullptr};
    std::atomic<Table *> m_former{nullptr}; // being emptied into m_table
    std::atomic<std::uint64_t> m_moves{0};
    std::uint64_t m_nextMove = 0; // bucket of m_former
    std::uint64_t m_size = 0;
    std::uint64_t m_tablesMade = 0;
};

} // namespace manometer::cache::memory
