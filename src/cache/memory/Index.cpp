// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/memory/Index.h"

#include <bit>
#include <cassert>
#include <new>

namespace manometer::cache::memory {

namespace {

constexpr std::uint64_t leastBuckets = 63 / 2 + 1; // half a page
constexpr std::uint64_t entriesPerBucket = 5;      // of seven: few overflow

} // namespace

Index::Index(RetireList &retired)
    : m_retired(retired)
{
    m_table = makeTable(leastBuckets);
    if (!m_table)
        throw std::bad_alloc();
}

Index::~Index()
{
    for (Table *table : {m_table.load(), m_former.load()}) {
        if (table)
            m_retired.add(*table);
    }
}

Index::Table *Index::makeTable(std::uint64_t buckets)
{
    Region *region = mapRegion((buckets + 1) * sizeof(Bucket)); // zeroed: every slot is empty
    if (!region)
        return nullptr;
    auto *table = static_cast<Table *>(region);
    table->mask = buckets - 1;
    table->serial = ++m_tablesMade;
    return table;
}

// The table that the walk is in, or where it starts or, if its table is gone, restarts.
Index::Table *Index::walkedTable(Walk &walk) const
{
    Table *const table = m_table.load(std::memory_order_relaxed);
    Table *const former = m_former.load(std::memory_order_relaxed);
    if (table->serial == walk.m_table)
        return table;
    if (former && former->serial == walk.m_table)
        return former;
    Table *const first = former ? former : table;
    walk.m_table = first->serial;
    walk.m_bucket = 0;
    return first;
}

void Index::insertInto(Table &table, Entry &entry)
{
    for (std::uint64_t at = entry.hash;; ++at) {
        Bucket &bucket = table.buckets()[at & table.mask];
        for (auto &place : bucket.places) {
            if (place.load(std::memory_order_relaxed) == 0) {
                place.store(slotOf(entry), std::memory_order_seq_cst);
                return;
            }
        }
        bucket.passed.store(bucket.passed.load(std::memory_order_relaxed) + 1, std::memory_order_seq_cst);
    }
}

std::atomic<std::uint64_t> *Index::slotIn(Table *table, const Entry &entry)
{
    for (std::uint64_t step = 0; table && step <= table->mask; ++step) {
        Bucket &bucket = table->buckets()[(entry.hash + step) & table->mask];
        for (auto &place : bucket.places) {
            if (place.load(std::memory_order_relaxed) == slotOf(entry))
                return &place;
        }
        if (bucket.passed.load(std::memory_order_relaxed) == 0)
            break;
    }
    return nullptr;
}

bool Index::eraseFrom(Table *table, const Entry &entry)
{
    std::atomic<std::uint64_t> *const slot = slotIn(table, entry);
    if (!slot)
        return false;
    slot->store(0, std::memory_order_seq_cst);
    for (std::uint64_t at = entry.hash;; ++at) {
        Bucket &bucket = table->buckets()[at & table->mask];
        if (slot >= bucket.places && slot < bucket.places + slotCount)
            return true;
        bucket.passed.store(bucket.passed.load(std::memory_order_relaxed) - 1, std::memory_order_seq_cst);
    }
}

void Index::insert(Entry &entry)
{
    Table *table = m_table.load(std::memory_order_relaxed);
    if (!m_former.load(std::memory_order_relaxed) && m_size >= entriesPerBucket * (table->mask + 1)) {
        Table *larger = makeTable(2 * (table->mask + 1));
        if (!larger)
            throw std::bad_alloc();
        m_nextMove = 0;
        m_former.store(table, std::memory_order_seq_cst);
        m_table.store(larger, std::memory_order_seq_cst);
        table = larger;
    }
    insertInto(*table, entry);
    ++m_size;
    // A table is doubled when it holds five a bucket, and full again five inserts a bucket later.
    if (m_former.load(std::memory_order_relaxed))
        moveABucket();
}

void Index::moveABucket()
{
    Table &former = *m_former.load(std::memory_order_relaxed);
    Table &table = *m_table.load(std::memory_order_relaxed);
    for (auto &place : former.buckets()[m_nextMove].places) {
        const std::uint64_t slot = place.load(std::memory_order_relaxed);
        if (slot == 0)
            continue;
        insertInto(table, *entryOf(slot));
        // Between the two: a reader that searched the new table before and the former one after must see the
        // move.
        m_moves.fetch_add(1, std::memory_order_seq_cst);
        eraseFrom(&former, *entryOf(slot));
    }
    if (++m_nextMove <= former.mask)
        return;
    m_former.store(nullptr, std::memory_order_seq_cst);
    m_retired.add(former);
}

void Index::replace(Entry &entry, Entry &by)
{
    std::atomic<std::uint64_t> *slot = slotIn(m_table.load(std::memory_order_relaxed), entry);
    if (!slot)
        slot = slotIn(m_former.load(std::memory_order_relaxed), entry);
    assert(slot);
    slot->store(slotOf(by), std::memory_order_seq_cst);
}

void Index::erase(Entry &entry)
{
    if (!eraseFrom(m_table.load(std::memory_order_relaxed), entry))
        eraseFrom(m_former.load(std::memory_order_relaxed), entry);
    --m_size;
}

bool Index::isSparse() const
{
    const std::uint64_t buckets = m_table.load(std::memory_order_relaxed)->mask + 1;
    return buckets > 16 * leastBuckets && 16 * m_size < buckets * entriesPerBucket;
}

bool Index::rebuild(std::uint64_t entries)
{
    Table *smaller =
        makeTable(std::bit_ceil(std::max<std::uint64_t>(leastBuckets, entries / entriesPerBucket + 1)));
    if (!smaller)
        return false;
    Table *const former = m_former.exchange(nullptr, std::memory_order_seq_cst);
    Table *const table = m_table.exchange(smaller, std::memory_order_seq_cst);
    m_moves.fetch_add(1, std::memory_order_seq_cst);
    m_retired.add(*table);
    if (former)
        m_retired.add(*former);
    m_size = 0;
    return true;
}

} // namespace manometer::cache::memory
