// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/disk/IdHints.h"

namespace manometer::cache::disk {

namespace {

constexpr std::uint64_t leastBuckets = 8;
constexpr std::uint64_t lowerHalf = 0xffffffff;

} // namespace

IdHints::IdHints()
{
    m_table.store(m_tables.emplace_back(std::make_unique<Table>(leastBuckets)).get());
}

std::optional<EntryId> IdHints::find(std::uint64_t keyHash) const
{
    const std::uint64_t upper = keyHash >> 32;
    const std::uint64_t newest = m_newestId.load(std::memory_order_relaxed);
    for (const auto &place : bucketOf(*m_table.load(std::memory_order_acquire), upper).places) {
        const std::uint64_t hint = place.load(std::memory_order_relaxed);
        // Ids differ by less than 2^32, or the hint is wrong.
        if (hint != 0 && hint >> 32 == upper)
            return EntryId{newest - ((newest - hint) & lowerHalf)};
    }
    return std::nullopt;
}

void IdHints::set(std::uint64_t keyHash, EntryId id)
{
    const auto number = static_cast<std::uint64_t>(id);
    std::uint64_t newest = m_newestId.load(std::memory_order_relaxed);
    while (newest < number && !m_newestId.compare_exchange_weak(newest, number, std::memory_order_relaxed)) {
    }
    insert(*m_table.load(std::memory_order_acquire), (keyHash & ~lowerHalf) | (number & lowerHalf));
}

// In the place of the key's hint, or in a free place; in a full bucket, any hint gives way.
void IdHints::insert(Table &table, std::uint64_t hint)
{
    Bucket &bucket = bucketOf(table, hint >> 32);
    std::atomic<std::uint64_t> *chosen = &bucket.places[hint % bucketPlaces];
    for (auto &place : bucket.places) {
        const std::uint64_t present = place.load(std::memory_order_relaxed);
        if (present == 0)
            chosen = &place;
        if (present != 0 && present >> 32 == hint >> 32) {
            chosen = &place;
            break;
        }
    }
    chosen->store(hint, std::memory_order_relaxed);
}

void IdHints::remove(std::uint64_t keyHash)
{
    for (auto &place : bucketOf(*m_table.load(std::memory_order_acquire), keyHash >> 32).places) {
        if (place.load(std::memory_order_relaxed) >> 32 == keyHash >> 32)
            place.store(0, std::memory_order_relaxed);
    }
}

void IdHints::reserve(std::uint64_t rows)
{
    const Table &present = *m_tables.back();
    std::uint64_t buckets = present.size();
    // At three quarters, one bucket in ten is full.
    while (buckets * bucketPlaces * 3 / 4 < rows)
        buckets *= 2;
    if (buckets == present.size())
        return;
    auto larger = std::make_unique<Table>(buckets);
    for (const Bucket &bucket : present) {
        for (const auto &place : bucket.places) {
            if (const std::uint64_t hint = place.load(std::memory_order_relaxed))
                insert(*larger, hint);
        }
    }
    m_table.store(larger.get(), std::memory_order_release);
    m_tables.push_back(std::move(larger));
}

void IdHints::reset()
{
    m_tables.clear();
    m_table.store(m_tables.emplace_back(std::make_unique<Table>(leastBuckets)).get());
    m_newestId.store(0);
}

} // namespace manometer::cache::disk
