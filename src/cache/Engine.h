// SPDX-License-Identifier: GPL-3.0-or-later
//
// What stands behind Cache: the memory tier over the disk store, and the rules between them. Threads and
// blocking as Cache says. Internal to cache/.
#pragma once

#include "cache/Cache.h"
#include "cache/Directory.h"
#include "cache/disk/DiskStore.h"
#include "cache/memory/MemoryTier.h"

#include <array>
#include <atomic>
#include <mutex>
#include <utility>

namespace manometer::cache {

class Cache::Engine
{
public:
    Engine(const Options &options, Directory directory, std::unique_ptr<DiskStore> disk)
        : m_options(options)
        , m_directory(std::move(directory))
        , m_disk(std::move(disk))
        , m_memory(options.memory,
                   [this](std::string_view key, const MemoryEntry &entry) { leave(key, entry); })
    {}

    ~Engine()
    {
        m_memory.visit([this](std::string_view key, const MemoryEntry &entry) { leave(key, entry); });
    }

    std::optional<Lease> get(const Key &key, const SourceVersion &version);
    PutResult put(const Key &key, const SourceVersion &version, std::string bytes, const EntryNote &note);
    bool erase(const std::string &key);
    std::size_t erase(std::span<const EntryId> ids);
    void clear();
    LimitOutcome setLimits(const Limits &limits, LimitCause cause)
    {
        return m_memory.setLimits(limits, cause);
    }
    Stats stats() const;
    DiskStore &disk() { return *m_disk; }
    std::vector<EntryId> list(const EntryQuery &query);
    std::optional<EntryInfo> describe(EntryId id);
    std::optional<std::string> peek(EntryId id);

private:
    // Enough for two writers seldom to meet; ThreadSanitizer follows 64 locks held at once at most.
    static constexpr std::size_t stripeCount = 32;
    // Writes to one key are in the same order in both tiers: a lock over its stripe, never held across I/O.
    std::mutex &stripe(std::uint64_t hash) { return m_stripes[hash % stripeCount]; }
    bool isExpired(std::int64_t storedMs) const;
    bool leave(std::string_view key, const MemoryEntry &entry);
    std::optional<std::pair<std::string, MemoryEntry>> memoryEntry(std::uint64_t id) const;
    static EntryInfo infoOf(std::uint64_t id, std::string_view key, const MemoryEntry &entry);

    const Options m_options;
    Directory m_directory;
    std::unique_ptr<DiskStore> m_disk;
    MemoryTier m_memory;
    std::array<std::mutex, stripeCount> m_stripes;
    std::atomic<std::uint64_t> m_memoryHits = 0;
    std::atomic<std::uint64_t> m_diskHits = 0;
    std::atomic<std::uint64_t> m_misses = 0;
    std::atomic<std::uint64_t> m_notStored = 0;
};

} // namespace manometer::cache
