// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/Engine.h"

#include <malloc.h>

namespace manometer::cache {

namespace {

Lease leaseOn(const RecordPtr &record, Tier tier)
{
    // Shares the record's ownership, points at its bytes.
    return Lease(std::shared_ptr<const std::string>(record, &record->bytes), tier);
}

} // namespace

Cache::Engine::Engine(const Options &options, std::unique_ptr<disk::Store> store)
    : m_now(options.now)
    , m_timeToLive(options.timeToLive)
    , m_diskCapBytes(options.diskCapBytes)
    , m_memory(options.memory, options.timeToLive)
    , m_store(std::move(store))
{}

Cache::Engine::~Engine()
{
    tellTouches();
}

Cache::Engine::Stripe &Cache::Engine::stripeOf(const EntryKey &key)
{
    // Not the bits that choose the shard.
    return m_stripes[(key.hash() >> 32) % m_stripes.size()];
}

std::optional<Lease> Cache::Engine::get(const Key &key, const SourceVersion &version)
{
    const EntryKey entryKey(key.path, key.depth);
    const std::uint64_t changesBefore = stripeOf(entryKey).changes.load(std::memory_order_acquire);
    const WallTime now = m_now();
    const memory::Lookup inMemory = m_memory.find(entryKey, version, now);
    if (m_memory.hasManyTouches())
        tellTouches();
    if (inMemory.outcome == memory::Lookup::Outcome::Hit) {
        m_memoryHits.fetch_add(1, std::memory_order_relaxed);
        if (inMemory.diskCopy == memory::DiskCopy::None)
            offerAgain(inMemory.record);
        return leaseOn(inMemory.record, Tier::Memory);
    }
    if (inMemory.outcome == memory::Lookup::Outcome::Stale) {
        m_misses.fetch_add(1, std::memory_order_relaxed);
        drop(*inMemory.record);
        return std::nullopt;
    }
    const RecordPtr onDisk = m_store->find(entryKey);
    if (!onDisk) {
        m_misses.fetch_add(1, std::memory_order_relaxed);
        return std::nullopt;
    }
    if (onDisk->version != version || isExpired(onDisk->stored, now, m_timeToLive)) {
        m_misses.fetch_add(1, std::memory_order_relaxed);
        drop(*onDisk);
        return std::nullopt;
    }
    m_diskHits.fetch_add(1, std::memory_order_relaxed);
    m_store->touch({Touch{.id = onDisk->id, .hits = 1, .lastUsed = now}});
    promote(onDisk, changesBefore);
    return leaseOn(onDisk, Tier::Disk);
}

void Cache::Engine::drop(const Record &record)
{
    Stripe &stripe = stripeOf(record.key);
    const std::lock_guard lock(stripe.mutex);
    m_memory.erase(record.key, record.id);
    m_store->erase(record.key, record.id);
    stripe.noteChange();
}

void Cache::Engine::promote(const RecordPtr &record, std::uint64_t changesBefore)
{
    Stripe &stripe = stripeOf(record->key);
    const std::lock_guard lock(stripe.mutex);
    // Something was put, erased or dropped meanwhile, perhaps this very key: what we read may be history.
    if (stripe.changes.load(std::memory_order_acquire) != changesBefore ||
        m_memory.holds(record->key, record->id))
        return;
    m_memory.put(record, memory::DiskCopy::Expected, m_now());
}

// It was put while the store was out of order or behind.
void Cache::Engine::offerAgain(const RecordPtr &record)
{
    if (!m_store->isGood(record->key))
        return;
    Stripe &stripe = stripeOf(record->key);
    const std::lock_guard lock(stripe.mutex);
    if (m_memory.holds(record->key, record->id) && m_store->put(record) == disk::PutAnswer::Queued)
        m_memory.setDiskCopy(record->key, record->id, memory::DiskCopy::Expected);
}

PutResult Cache::Engine::put(const Key &key, const SourceVersion &version, std::string bytes,
                             const EntryNote &note)
{
    // A quarter unused is not worth a copy; more would be charged and never read.
    if (bytes.capacity() > bytes.size() + bytes.size() / 4)
        bytes.shrink_to_fit();
    auto record = std::make_shared<Record>(Record{.key = EntryKey(key.path, key.depth),
                                                  .version = version,
                                                  .note = note,
                                                  .stored = m_now(),
                                                  .bytes = std::move(bytes)});
    Stripe &stripe = stripeOf(record->key);
    bool inMemory = false;
    bool onDisk = false;
    {
        const std::lock_guard lock(stripe.mutex);
        record->id = m_store->newId(record->key);
        onDisk = m_store->put(record) == disk::PutAnswer::Queued;
        const WallTime stored = record->stored;
        inMemory = m_memory.put(std::move(record),
                                onDisk ? memory::DiskCopy::Expected : memory::DiskCopy::None, stored);
        stripe.noteChange();
    }
    if (onDisk)
        return inMemory ? PutResult::Stored : PutResult::DiskOnly;
    if (inMemory)
        return PutResult::MemoryOnly;
    m_notStored.fetch_add(1, std::memory_order_relaxed);
    return PutResult::NotStored;
}

bool Cache::Engine::erase(const Key &key)
{
    const EntryKey entryKey(key.path, key.depth);
    const bool wasOnDisk = m_store->has(entryKey);
    Stripe &stripe = stripeOf(entryKey);
    const std::lock_guard lock(stripe.mutex);
    const bool wasInMemory = m_memory.erase(entryKey);
    m_store->erase(entryKey, m_store->newId(entryKey));
    stripe.noteChange();
    return wasInMemory || wasOnDisk;
}

void Cache::Engine::clear()
{
    {
        std::vector<std::unique_lock<std::mutex>> locks;
        for (Stripe &stripe : m_stripes)
            locks.emplace_back(stripe.mutex);
        m_memory.clear();
        m_store->abandonAll();
        for (Stripe &stripe : m_stripes)
            stripe.noteChange();
    }
    m_store->flush();
}

bool Cache::Engine::flush()
{
    tellTouches();
    return m_store->flush();
}

LimitOutcome Cache::Engine::setLimits(const Limits &limits, LimitCause cause)
{
    const auto started = std::chrono::steady_clock::now();
    LimitOutcome outcome = m_memory.setLimits(limits, cause);
    // glibc keeps what was freed unless it is asked; under a few MiB there is nothing to be had.
    constexpr std::uint64_t worthTrimming = 4u << 20;
    if (cause == LimitCause::Pressure && outcome.evictedBytes >= worthTrimming) {
        ::malloc_trim(0);
        outcome.duration = std::chrono::steady_clock::now() - started;
    }
    return outcome;
}

CleanUpOutcome Cache::Engine::cleanUpDisk(double keepRatio)
{
    const auto started = std::chrono::steady_clock::now();
    CleanUpOutcome outcome;
    tellTouches();
    outcome.fileBytesBefore = m_store->fileBytes();
    const disk::Removal removal = m_store->trim(keepRatio);
    outcome.expiredEntries = removal.expired;
    outcome.removedEntries = removal.leastRecentlyUsed;
    outcome.fileBytesAfter = m_store->fileBytes();
    outcome.duration = std::chrono::steady_clock::now() - started;
    return outcome;
}

void Cache::Engine::tellTouches()
{
    m_store->touch(m_memory.takeTouches());
}

Stats Cache::Engine::stats() const
{
    const memory::Figures figures = m_memory.figures();
    return {.memoryHits = m_memoryHits.load(std::memory_order_relaxed),
            .diskHits = m_diskHits.load(std::memory_order_relaxed),
            .misses = m_misses.load(std::memory_order_relaxed),
            .evictions = figures.evictions,
            .pressureEvictions = figures.pressureEvictions,
            .notStored = m_notStored.load(std::memory_order_relaxed),
            .memoryEntries = figures.entries,
            .memoryBytes = figures.bytes,
            .memoryLimits = figures.limits,
            .diskEntries = m_store->entries(),
            .diskBytes = m_store->fileBytes(),
            .diskCapBytes = m_diskCapBytes};
}

Health Cache::Engine::health() const
{
    return m_store->health();
}

} // namespace manometer::cache
