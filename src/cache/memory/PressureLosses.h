// SPDX-License-Identifier: GPL-3.0-or-later
//
// Remembers which entries memory pressure evicted, and counts the requests for them (PressureCost.h). Any
// thread; a mutex of its own, the innermost, is held for one bucket at a time. Allocates in the constructor
// only: 16 bytes a place, of which there are at least 8192 (128 KiB) and at most 131072 (2 MiB), two for each
// entry of the first configured limit. A limit of more than half as many entries as there are places is
// sampled by the keys' hashes: one in so many is remembered, and counts so many times. Two keys whose hashes
// agree in 32 bits, in their bucket and in 16 bits of a hash of their version are taken for one, and a full
// bucket forgets its oldest entry: both only change the count. Nothing is stored: a restart forgets it all.
#pragma once

#include "cache/Limits.h"
#include "cache/PressureCost.h"
#include "cache/memory/Segment.h"

#include <array>
#include <atomic>
#include <functional>
#include <mutex>
#include <optional>
#include <vector>

namespace manometer::cache::memory {

class PressureLosses
{
public:
    // The latest cuts, whose costs are kept apart.
    static constexpr std::size_t cutsKept = 32;

    // `requests` returns the number of the cache's requests so far; it is called with the mutex.
    PressureLosses(const Limits &configured, TimeToLive timeToLive, std::function<std::uint64_t()> requests);

    // The limit without pressure. Evictions that it would have required as well are not pressure's. Forgets
    // what was evicted before if it changes the sampling.
    void setConfigured(const Limits &configured);
    // The limit in effect changes, and its evictions follow. A limit that is lowered for a reason other than
    // Configuration is a new cut.
    void changeLimit(const Limits &before, const Limits &after, LimitCause cause, std::uint64_t action);

    // Whether the limit stands below the configured one because of pressure.
    bool isRecording() const { return m_isRecording.load(std::memory_order_relaxed); }
    // Evictions from now on are dated with the present number of requests.
    void dateEvictions();
    // The entry is evicted; `needed` is what the entries would take if it stayed. Remembered in batches,
    // whose cache misses overlap: call finishEvictions() after the last one. One thread at a time.
    void recordEviction(const Entry &entry, const Limits &needed);
    void finishEvictions()
    {
        if (m_batchSize > 0)
            rememberBatch();
    }

    // The key has a value in memory again, or none any more that memory could have held.
    void forget(std::uint64_t hash)
    {
        if (mayHave(hash))
            forgetFound(hash);
    }
    void forgetAll();

    // A request that missed memory and is not counted yet, if it is lost. A lost request is then counted by
    // where it was answered.
    struct Loss
    {
        std::uint64_t hash = 0;
        std::uint16_t cut = 0;
    };
    std::optional<Loss> find(std::uint64_t hash, const SourceVersion &version, WallTime now) const
    {
        return mayHave(hash) ? findLoss(hash, version, now) : std::nullopt;
    }
    void countDiskRead(const Loss &loss);
    void countFileRead(const Loss &loss); // the next put() of the key has its duration
    // A file was read, in this time, and will be put.
    void countReading(std::uint64_t hash, std::chrono::nanoseconds readCost)
    {
        if (mayHave(hash))
            countFoundReading(hash, readCost);
    }

    PressureCost total() const;
    std::vector<CutCost> cuts() const; // newest first

private:
    static constexpr std::size_t placesInBucket = 16;

    // 0: the place is free. Written with the mutex, read without: all tags of a bucket are one cache line.
    struct alignas(64) Tags
    {
        std::array<std::atomic<std::uint32_t>, placesInBucket> tag{};
    };
    // The eviction, in the place of its tag. Guarded by the mutex.
    struct Evicted
    {
        std::uint32_t requests = 0;      // at the eviction, modulo 2^32
        std::uint32_t storedSeconds = 0; // since 1970; 0: it does not expire
        std::uint16_t versionTag = 0;
        std::uint16_t cut : 15 = 0; // its number, modulo 2^15
        std::uint16_t isBeingRead : 1 = 0;
    };
    static_assert(sizeof(Evicted) == 12);
    struct Eviction
    {
        std::uint64_t hash = 0;
        Limits needed;
        std::uint32_t storedSeconds = 0;
        std::uint16_t versionTag = 0;
    };
    static constexpr std::size_t evictionsAtOnce = 16;

    std::size_t bucketOf(std::uint64_t hash) const { return hash & (m_tags.size() - 1); }
    static std::uint32_t tagOf(std::uint64_t hash)
    {
        const auto tag = static_cast<std::uint32_t>(hash >> 32);
        return tag == 0 ? 1 : tag;
    }
    bool mayHave(std::uint64_t hash) const
    {
        if (!m_hasEvicted.load(std::memory_order_relaxed))
            return false;
        const std::uint32_t wanted = tagOf(hash);
        bool isFound = false;
        for (const auto &tag : m_tags[bucketOf(hash)].tag)
            isFound |= tag.load(std::memory_order_relaxed) == wanted;
        return isFound;
    }

    // With the mutex.
    std::size_t placeOf(std::uint64_t hash) const; // or nowhere
    std::size_t placeFor(std::uint64_t hash) const;
    std::atomic<std::uint32_t> &tagAt(std::size_t place)
    {
        return m_tags[place / placesInBucket].tag[place % placesInBucket];
    }
    void clearTags();
    void updateRecording();
    template<typename Add>
    void addToCost(std::uint16_t cut, const Add &add);

    void rememberBatch();
    void forgetFound(std::uint64_t hash);
    std::optional<Loss> findLoss(std::uint64_t hash, const SourceVersion &version, WallTime now) const;
    void countFoundReading(std::uint64_t hash, std::chrono::nanoseconds readCost);

    static constexpr std::size_t nowhere = ~std::size_t{0};

    const TimeToLive m_timeToLive;
    const std::function<std::uint64_t()> m_requests;
    std::vector<Tags> m_tags;
    std::atomic<bool> m_hasEvicted{false}; // since the last forgetAll()
    std::atomic<bool> m_isRecording{false};
    std::atomic<std::uint64_t> m_oneIn{1};

    // Of the thread that evicts.
    std::array<Eviction, evictionsAtOnce> m_batch;
    std::size_t m_batchSize = 0;

    mutable std::mutex m_mutex; // guards what follows, and writing the tags
    std::vector<Evicted> m_evicted;
    Limits m_configured;
    Limits m_limit; // in effect
    bool m_isLoweredByPressure = false;
    std::uint32_t m_evictionDate = 0;
    PressureCost m_total;
    std::array<CutCost, cutsKept> m_cuts;
    std::uint64_t m_cutCount = 0; // the latest is number m_cutCount - 1
};

} // namespace manometer::cache::memory
