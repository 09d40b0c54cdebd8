// SPDX-License-Identifier: GPL-3.0-or-later
//
// The entries in memory: bounded in number and in bytes at every moment, evicted by S3-FIFO. Any thread; one
// lock, held for a lookup or a slice of evictions, never across I/O.
#pragma once

#include "cache/EntryInfo.h"
#include "cache/Limits.h"
#include "cache/policy/S3Fifo.h"

#include <array>
#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace manometer::cache {

struct MemoryEntry
{
    std::shared_ptr<const std::string> bytes;
    SourceVersion version;
    EntryNote note;
    std::chrono::system_clock::time_point stored;
    std::chrono::system_clock::time_point lastUsed;
    std::uint64_t hits = 0; // that its row on disk does not know of
    bool onDisk = false;    // or queued for it
};

class MemoryTier
{
public:
    using Time = std::chrono::system_clock::time_point;
    // Told of each entry that leaves by eviction, outside the lock.
    using Evicted = std::function<void(std::string_view key, const MemoryEntry &)>;

    struct Figures
    {
        std::uint64_t entries = 0;
        std::uint64_t bytes = 0;
        std::uint64_t evictions = 0;
        std::uint64_t pressureEvictions = 0;
        Limits limits;
    };

    MemoryTier(const Limits &limits, Evicted evicted);

    // Counts a hit on the entry.
    std::optional<MemoryEntry> get(std::string_view key, Time now);
    // Does not.
    std::optional<MemoryEntry> peek(std::string_view key) const;

    // False where it is larger than the limits allow; the key's old entry is gone either way.
    bool put(std::string_view key, MemoryEntry entry);
    bool erase(std::string_view key);
    // Only if it is still this version.
    bool erase(std::string_view key, const SourceVersion &version);
    void clear();

    // What was written since the stamp was taken wins over a promotion.
    std::uint64_t stamp(std::string_view key) const;
    void promote(std::string_view key, MemoryEntry entry, std::uint64_t stamp);

    LimitOutcome setLimits(const Limits &limits, LimitCause cause);
    Figures figures() const;

    // Hands each entry's hits over and counts from zero again, where the taker takes them.
    using TakeHits = std::function<bool(std::string_view key, const MemoryEntry &)>;
    void drainHits(const TakeHits &take);

    // Every entry, under the lock: the visitor must not block.
    void visit(const std::function<void(std::string_view key, const MemoryEntry &)> &visitor) const;

private:
    struct Node : S3Fifo::Hook
    {
        MemoryEntry entry;
        std::string_view key; // into the index
        std::uint64_t charge = 0;
    };
    struct Hash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view key) const;
    };
    using Index = std::unordered_map<std::string, Node, Hash, std::equal_to<>>;
    using Victims = std::vector<Index::node_type>;

    static std::uint64_t charge(std::string_view key, const MemoryEntry &entry);
    bool isOver() const;
    bool insert(std::string_view key, MemoryEntry &&entry, std::optional<std::uint64_t> stamp);
    Index::node_type take(Index::iterator found);
    void evictSlice(Victims &victims, std::size_t most, LimitCause cause);
    void tell(const Victims &victims) const;

    Evicted m_evicted;
    mutable std::mutex m_mutex;
    Limits m_limits;
    Index m_index;
    S3Fifo m_policy;
    std::uint64_t m_bytes = 0;
    std::uint64_t m_evictions = 0;
    std::uint64_t m_pressureEvictions = 0;
    // Writes to a key move its stripe's stamp; a neighbour's write costs a promotion, nothing more.
    std::array<std::uint64_t, 256> m_stamps{};
};

} // namespace manometer::cache
