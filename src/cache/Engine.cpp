// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/Engine.h"

#include <algorithm>

namespace manometer::cache {

namespace {

// Accesses that one get() reports to the store: a bound on its latency.
constexpr std::size_t touchesAtOnce = 32;
// Requests of a batch between two such reports, and the accesses that one reports.
constexpr std::size_t batchAtOnce = 256;

} // namespace

Expected<std::unique_ptr<Cache>, OpenError> Cache::open(const Options &options)
{
    auto store = disk::Store::open(options);
    if (!store)
        return Unexpected(std::move(store.error()));
    return std::unique_ptr<Cache>(std::make_unique<Engine>(options, std::move(*store)));
}

Engine::Engine(const Options &options, std::unique_ptr<disk::Store> store)
    : m_now(options.now)
    , m_timeToLive(options.timeToLive)
    , m_memory(options.memory, options.timeToLive, [this] { return requests(); })
    , m_store(std::move(store))
{}

Engine::~Engine()
{
    reportTouches();
}

Engine::Stripe &Engine::stripeOf(const KeyView &key)
{
    // Not the bits that select the shard.
    return m_stripes[(key.hash >> 32) % m_stripes.size()];
}

std::optional<Lease> Engine::get(const Key &key, const SourceVersion &version)
{
    const KeyView keyView(key.path, key.depth);
    const std::uint64_t changesBefore = stripeOf(keyView).changes.load(std::memory_order_acquire);
    const WallTime now = m_now();
    memory::Lookup inMemory = m_memory.find(keyView, version, now);
    if (m_memory.hasManyTouches())
        m_store->touch(m_memory.takeTouches(touchesAtOnce));
    if (inMemory.outcome == memory::Lookup::Outcome::Hit) {
        m_memoryHits.add();
        recordAccess(Access::Kind::Hit, keyView, inMemory.bytes.size());
        if (inMemory.diskCopy == memory::DiskCopy::None)
            offerToStore(keyView, inMemory.id);
        return Lease(inMemory.bytes, std::move(inMemory.hold));
    }
    return getBelowMemory(keyView, version, inMemory, now, changesBefore);
}

void Engine::getMany(std::span<const Request> requests, const std::function<void(const Answer &)> &receive)
{
    const WallTime now = m_now();
    std::vector<std::size_t> belowMemory;
    // Some at a time, so that accesses are reported as often as by single gets.
    for (std::size_t first = 0; first < requests.size(); first += batchAtOnce) {
        const auto some = requests.subspan(first, std::min(batchAtOnce, requests.size() - first));
        std::uint64_t hits = 0;
        m_memory.findMany(some, now, [&](std::size_t at, const KeyView &key, const memory::Lookup &found) {
            if (found.outcome != memory::Lookup::Outcome::Hit) {
                belowMemory.push_back(first + at);
                return;
            }
            ++hits;
            recordAccess(Access::Kind::Hit, key, found.bytes.size());
            if (found.diskCopy == memory::DiskCopy::None)
                offerToStore(key, found.id);
            receive({.index = first + at, .tier = Tier::Memory, .bytes = found.bytes});
        });
        m_memoryHits.add(hits);
        if (m_memory.hasManyTouches())
            m_store->touch(m_memory.takeTouches(batchAtOnce));
    }
    for (const std::size_t at : belowMemory) {
        const auto lease = get(requests[at].key, requests[at].version);
        receive(lease ? Answer{.index = at, .tier = lease->tier(), .bytes = lease->bytes()}
                      : Answer{.index = at});
    }
}

std::optional<Lease> Engine::getBelowMemory(const KeyView &keyView, const SourceVersion &version,
                                            const memory::Lookup &inMemory, WallTime now,
                                            std::uint64_t changesBefore)
{
    if (inMemory.outcome == memory::Lookup::Outcome::Stale &&
        !(inMemory.isOfVersion && isKeptOnDisk(EntryKey(keyView), inMemory.id))) {
        m_misses.add();
        recordAccess(Access::Kind::Miss, keyView);
        if (!inMemory.isKept)
            drop(EntryKey(keyView), inMemory.id);
        return std::nullopt;
    }
    // Before the disk is read: another request may bring the entry back meanwhile.
    memory::PressureLosses &losses = m_memory.losses();
    const auto lost = inMemory.outcome == memory::Lookup::Outcome::Absent
                          ? losses.find(keyView.hash, version, now)
                          : std::nullopt;
    RecordPtr onDisk = m_store->find(EntryKey(keyView));
    if (!onDisk) {
        m_misses.add();
        if (lost)
            losses.countFileRead(*lost);
        recordAccess(Access::Kind::Miss, keyView);
        return std::nullopt;
    }
    const bool hasExpired = !onDisk->isKept && isExpired(onDisk->stored, now, m_timeToLive);
    if (onDisk->version != version || hasExpired) {
        m_misses.add();
        recordAccess(Access::Kind::Miss, keyView);
        if (!onDisk->isKept)
            drop(onDisk->key, onDisk->id);
        return std::nullopt;
    }
    m_diskHits.add();
    if (lost)
        losses.countDiskRead(*lost);
    recordAccess(Access::Kind::Hit, keyView, onDisk->bytes.size());
    m_store->touch(Touch{.id = onDisk->id, .hits = 1, .lastUsed = now});
    promote(onDisk, changesBefore);
    const std::string &bytes = onDisk->bytes;
    return Lease(std::shared_ptr<const std::string>(std::move(onDisk), &bytes));
}

void Engine::recordAccess(Access::Kind kind, const KeyView &key, std::optional<std::size_t> valueBytes)
{
    if (!m_tap.wants(key.hash))
        return;
    m_tap.record({.keyHash = key.hash,
                  .charge = valueBytes ? memory::MemoryTier::charge(key, *valueBytes) : 0,
                  .kind = kind});
}

void Engine::drop(const EntryKey &key, EntryId id)
{
    Stripe &stripe = stripeOf(key);
    const std::lock_guard lock(stripe.mutex);
    m_memory.erase(key, id);
    m_store->drop(key, id);
    stripe.noteChange();
}

bool Engine::isKeptOnDisk(const EntryKey &key, EntryId id)
{
    const auto info = m_store->describe(id);
    if (!info || !info->isKept)
        return false;
    m_memory.setKept(key, id, true);
    return true;
}

void Engine::promote(const RecordPtr &record, std::uint64_t changesBefore)
{
    Stripe &stripe = stripeOf(record->key);
    const std::unique_lock lock(stripe.mutex, std::try_to_lock);
    // Another thread changed something meanwhile, perhaps this key: what was read may be stale.
    if (!lock || stripe.changes.load(std::memory_order_acquire) != changesBefore ||
        m_memory.holds(record->key, record->id))
        return;
    m_memory.tryPut(record, memory::DiskCopy::Expected, m_now());
}

// The entry was put while the store was out of order or its queue was full.
void Engine::offerToStore(const KeyView &key, EntryId id)
{
    const EntryKey entryKey(key);
    if (!m_store->isGood(entryKey))
        return;
    Stripe &stripe = stripeOf(key);
    const std::lock_guard lock(stripe.mutex);
    const RecordPtr record = m_memory.copyOf(key, id);
    if (record && m_store->put(record) == disk::PutAnswer::Queued)
        m_memory.setDiskCopy(entryKey, id, memory::DiskCopy::Expected);
}

PutResult Engine::put(const Key &key, const SourceVersion &version, std::string bytes, const EntryNote &note)
{
    // Up to a quarter unused is not worth a copy; more would be memory that is never read.
    if (bytes.capacity() > bytes.size() + bytes.size() / 4)
        bytes.shrink_to_fit();
    auto record = std::make_shared<Record>(Record{.key = EntryKey(key.path, key.depth),
                                                  .version = version,
                                                  .note = note,
                                                  .stored = m_now(),
                                                  .bytes = std::move(bytes)});
    recordAccess(Access::Kind::Put, record->key, record->bytes.size());
    m_memory.losses().countReading(record->key.hash(), note.readCost);
    Stripe &stripe = stripeOf(record->key);
    bool inMemory = false;
    bool onDisk = false;
    {
        const std::lock_guard lock(stripe.mutex);
        record->id = m_store->newId(record->key);
        onDisk = m_store->put(record) == disk::PutAnswer::Queued;
        const WallTime stored = record->stored;
        inMemory = m_memory.put(record, onDisk ? memory::DiskCopy::Expected : memory::DiskCopy::None, stored);
        stripe.noteChange();
    }
    if (onDisk)
        return inMemory ? PutResult::Stored : PutResult::DiskOnly;
    if (inMemory)
        return PutResult::MemoryOnly;
    m_notStored.add();
    return PutResult::NotStored;
}

bool Engine::erase(const Key &key)
{
    const EntryKey entryKey(key.path, key.depth);
    const bool wasOnDisk = m_store->has(entryKey);
    recordAccess(Access::Kind::Erase, entryKey);
    Stripe &stripe = stripeOf(entryKey);
    const std::lock_guard lock(stripe.mutex);
    const bool wasInMemory = m_memory.erase(entryKey);
    m_store->erase(entryKey, m_store->newId(entryKey));
    stripe.noteChange();
    return wasInMemory || wasOnDisk;
}

void Engine::clear()
{
    {
        std::vector<std::unique_lock<std::mutex>> locks;
        for (Stripe &stripe : m_stripes)
            locks.emplace_back(stripe.mutex);
        m_memory.clear();
        m_store->invalidateAll();
        for (Stripe &stripe : m_stripes)
            stripe.noteChange();
    }
    m_store->flush();
}

bool Engine::flush()
{
    reportTouches();
    return m_store->flush();
}

LimitOutcome Engine::setLimits(const Limits &limits, LimitCause cause, std::uint64_t action)
{
    return m_memory.setLimits(limits, cause, action);
}

CleanUpOutcome Engine::cleanUpDisk(double keepRatio)
{
    const auto started = std::chrono::steady_clock::now();
    CleanUpOutcome outcome;
    reportTouches();
    outcome.fileBytesBefore = m_store->fileBytes();
    const disk::Removal removal = m_store->trim(keepRatio);
    outcome.expiredEntries = removal.expired;
    outcome.removedEntries = removal.leastRecentlyUsed;
    outcome.fileBytesAfter = m_store->fileBytes();
    outcome.duration = std::chrono::steady_clock::now() - started;
    m_diskCleanUpRemoved += outcome.expiredEntries + outcome.removedEntries;
    ++m_diskCleanUps;
    return outcome;
}

void Engine::reportTouches() const
{
    m_store->touch(m_memory.takeTouches());
}

Stats Engine::stats() const
{
    // Before the counters that it is a part of.
    const PressureCost pressureCost = m_memory.losses().total();
    const memory::Figures figures = m_memory.figures();
    return {.memoryHits = m_memoryHits.sum(),
            .diskHits = m_diskHits.sum(),
            .misses = m_misses.sum(),
            .evictions = figures.evictions,
            .pressureEvictions = figures.pressureEvictions,
            .pressureCost = pressureCost,
            .notStored = m_notStored.sum(),
            .memoryEntries = figures.entries,
            .memoryBytes = figures.bytes,
            .memoryLimits = figures.limits,
            .diskEntries = m_store->entries(),
            .diskBytes = m_store->fileBytes(),
            .diskCapBytes = m_store->capBytes(),
            .pathIndexBytes = m_store->pathIndexBytes(),
            .diskCleanUps = m_diskCleanUps,
            .diskCleanUpRemoved = m_diskCleanUpRemoved};
}

Health Engine::health() const
{
    return m_store->health();
}

} // namespace manometer::cache
