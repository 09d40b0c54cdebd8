// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/Engine.h"

#include "cache/EntryTime.h"
#include "cache/KeyBytes.h"

namespace manometer::cache {

bool Cache::Engine::isExpired(std::int64_t storedMs) const
{
    return m_options.timeToLive &&
           storedMs + std::chrono::duration_cast<std::chrono::milliseconds>(*m_options.timeToLive).count() <=
               toMs(m_options.now());
}

// What memory knew of an entry's use goes to its row.
bool Cache::Engine::leave(std::string_view key, const MemoryEntry &entry)
{
    return entry.hits > 0 && entry.onDisk &&
           m_disk->touch({.hash = keyHash(key), .hits = entry.hits, .usedMs = toMs(entry.lastUsed)});
}

std::optional<Lease> Cache::Engine::get(const Key &key, const SourceVersion &version)
{
    const std::string bytes = keyBytes(key);
    if (const auto entry = m_memory.get(bytes, m_options.now())) {
        if (entry->version == version && !isExpired(toMs(entry->stored))) {
            ++m_memoryHits;
            return Lease(entry->bytes, Tier::Memory);
        }
        m_memory.erase(bytes, entry->version);
    }
    const std::uint64_t hash = keyHash(bytes);
    const std::uint64_t stamp = m_memory.stamp(bytes);
    const auto hit = m_disk->find(bytes, hash);
    if (!hit || hit->version != version || isExpired(hit->storedMs)) {
        if (hit && hit->row)
            m_disk->eraseRow(*hit->row);
        ++m_misses;
        return std::nullopt;
    }
    ++m_diskHits;
    m_memory.promote(bytes,
                     {.bytes = hit->bytes,
                      .version = hit->version,
                      .note = hit->note,
                      .stored = fromMs(hit->storedMs),
                      .lastUsed = m_options.now(),
                      .hits = 1,
                      .onDisk = true},
                     stamp);
    return Lease(hit->bytes, Tier::Disk);
}

PutResult Cache::Engine::put(const Key &key, const SourceVersion &version, std::string bytes,
                             const EntryNote &note)
{
    const std::string name = keyBytes(key);
    const std::uint64_t hash = keyHash(name);
    const Time now = m_options.now();
    const auto value = std::make_shared<const std::string>(std::move(bytes));
    const std::lock_guard lock(stripe(hash));
    const bool queued =
        m_disk->put(name, hash, {.bytes = value, .version = version, .note = note, .storedMs = toMs(now)});
    const bool inMemory = m_memory.put(name, {.bytes = value,
                                              .version = version,
                                              .note = note,
                                              .stored = now,
                                              .lastUsed = now,
                                              .hits = 0,
                                              .onDisk = queued});
    if (queued)
        return inMemory ? PutResult::Stored : PutResult::DiskOnly;
    if (inMemory)
        return PutResult::MemoryOnly;
    ++m_notStored;
    return PutResult::NotStored;
}

bool Cache::Engine::erase(const std::string &key)
{
    const std::uint64_t hash = keyHash(key);
    // Outside the stripe's lock: this one reads the disk. Only the answer depends on it.
    const bool onDisk = m_disk->find(key, hash).has_value();
    const std::lock_guard lock(stripe(hash));
    const bool inMemory = m_memory.erase(key);
    m_disk->erase(key, hash);
    return inMemory || onDisk;
}

std::size_t Cache::Engine::erase(std::span<const EntryId> ids)
{
    std::size_t erased = 0;
    for (const EntryId id : ids)
        if (const auto info = describe(id))
            erased += erase(keyBytes({.path = info->path, .depth = info->depth})) ? 1 : 0;
    return erased;
}

void Cache::Engine::clear()
{
    {
        // All stripes, in order: no put comes between the two tiers.
        std::array<std::unique_lock<std::mutex>, stripeCount> locks;
        for (std::size_t i = 0; i < stripeCount; ++i)
            locks[i] = std::unique_lock(m_stripes[i]);
        m_memory.clear();
        m_disk->clear();
    }
    m_disk->flush();
}

Stats Cache::Engine::stats() const
{
    const MemoryTier::Figures memory = m_memory.figures();
    Stats stats;
    stats.memoryHits = m_memoryHits;
    stats.diskHits = m_diskHits;
    stats.misses = m_misses;
    stats.notStored = m_notStored;
    stats.evictions = memory.evictions;
    stats.pressureEvictions = memory.pressureEvictions;
    stats.memoryEntries = memory.entries;
    stats.memoryBytes = memory.bytes;
    stats.memoryLimits = memory.limits;
    stats.diskEntries = m_disk->entries();
    stats.diskBytes = m_disk->fileBytes();
    stats.diskCapBytes = m_options.diskCapBytes;
    return stats;
}

} // namespace manometer::cache
