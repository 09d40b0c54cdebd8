// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/memory/MemoryTier.h"

namespace manometer::cache::memory {

namespace {

// Touches are hints for the disk store's own order. Past this many untold ones it is time to tell them …
constexpr std::size_t manyTouches = 256;
// … and a cut that evicts more than this at once may lose the rest rather than grow when memory is short.
constexpr std::size_t maximumDepartedTouches = 4096;

// Allocator headers, the map's node and bucket, the shared_ptr's counts and the entry's place in the ghost,
// as measured by malloc_usable_size and node sizes of libstdc++ on x86-64; rounded up.
constexpr std::uint64_t bookkeepingBytes = 160;

} // namespace

MemoryTier::MemoryTier(const Limits &limits, TimeToLive timeToLive)
    : m_timeToLive(timeToLive)
    , m_policy(limits)
{
    m_departedTouches.reserve(maximumDepartedTouches);
}

MemoryTier::~MemoryTier() = default;

MemoryTier::Departed::~Departed()
{
    while (Entry *entry = m_entries.oldest()) {
        m_entries.remove(*entry);
        delete entry;
    }
}

std::uint64_t MemoryTier::charge(const Record &record)
{
    return record.bytes.capacity() + record.key.sizeBytes() + sizeof(Record) + sizeof(Entry) +
           bookkeepingBytes;
}

Lookup MemoryTier::find(const EntryKey &key, const SourceVersion &version, WallTime now)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_entries.find(&key);
    if (found == m_entries.end())
        return {};
    Entry &entry = *found->second;
    if (entry.record->version != version || isExpired(entry.record->stored, now, m_timeToLive))
        return {.outcome = Lookup::Outcome::Stale, .record = entry.record};
    m_policy.recordHit(entry);
    ++entry.hits;
    entry.lastUsed = now;
    if (entry.untoldHits++ == 0)
        m_touched.pushNewest(entry);
    return {.outcome = Lookup::Outcome::Hit, .record = entry.record, .diskCopy = entry.diskCopy};
}

bool MemoryTier::put(RecordPtr record, DiskCopy diskCopy, WallTime now)
{
    Departed departed;
    const std::uint64_t recordCharge = charge(*record);
    auto entry = std::make_unique<Entry>();
    const std::lock_guard lock(m_mutex);
    if (const auto found = m_entries.find(&record->key); found != m_entries.end()) {
        Entry &replaced = *found->second;
        m_policy.remove(replaced);
        depart(replaced, departed);
    }
    if (!m_policy.canHold(recordCharge))
        return false;
    while (!m_policy.hasRoomFor(recordCharge))
        evict(*m_policy.evict(), departed);
    entry->record = std::move(record);
    entry->diskCopy = diskCopy;
    entry->lastUsed = now;
    const EntryKey &key = entry->record->key;
    m_policy.insert(*entry, key.hash(), recordCharge);
    m_entries.emplace(&key, std::move(entry));
    return true;
}

void MemoryTier::setDiskCopy(const EntryKey &key, EntryId id, DiskCopy diskCopy)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_entries.find(&key);
    if (found != m_entries.end() && found->second->record->id == id)
        found->second->diskCopy = diskCopy;
}

bool MemoryTier::erase(const EntryKey &key)
{
    Departed departed;
    const std::lock_guard lock(m_mutex);
    const auto found = m_entries.find(&key);
    if (found == m_entries.end())
        return false;
    Entry &entry = *found->second;
    m_policy.remove(entry);
    depart(entry, departed);
    return true;
}

bool MemoryTier::erase(const EntryKey &key, EntryId id)
{
    Departed departed;
    const std::lock_guard lock(m_mutex);
    const auto found = m_entries.find(&key);
    if (found == m_entries.end() || found->second->record->id != id)
        return false;
    Entry &entry = *found->second;
    m_policy.remove(entry);
    depart(entry, departed);
    return true;
}

void MemoryTier::clear()
{
    Departed departed;
    const std::lock_guard lock(m_mutex);
    while (!m_entries.empty()) {
        Entry &entry = *m_entries.begin()->second;
        m_policy.remove(entry);
        depart(entry, departed);
    }
    m_policy.forgetEvicted();
    m_departedTouches.clear();
}

LimitOutcome MemoryTier::setLimits(const Limits &limits, LimitCause cause)
{
    const auto started = std::chrono::steady_clock::now();
    LimitOutcome outcome;
    {
        Departed departed;
        const std::lock_guard lock(m_mutex);
        outcome.before = m_policy.limits();
        outcome.after = limits;
        m_policy.setLimits(limits, [&](Entry &entry) {
            ++outcome.evictedEntries;
            outcome.evictedBytes += entry.charge;
            evict(entry, departed);
        });
        if (cause == LimitCause::Pressure)
            m_pressureEvictions += outcome.evictedEntries;
        outcome.residentEntries = m_policy.entries();
        outcome.residentBytes = m_policy.bytes();
    }
    outcome.duration = std::chrono::steady_clock::now() - started;
    return outcome;
}

std::vector<Touch> MemoryTier::takeTouches()
{
    const std::lock_guard lock(m_mutex);
    // Copied, not moved: the room that is kept is what a cut writes to.
    std::vector<Touch> touches(m_departedTouches.begin(), m_departedTouches.end());
    m_departedTouches.clear();
    while (Entry *entry = m_touched.oldest()) {
        touches.push_back({entry->record->id, entry->untoldHits, entry->lastUsed});
        entry->untoldHits = 0;
        m_touched.remove(*entry);
    }
    return touches;
}

bool MemoryTier::hasManyTouches() const
{
    const std::lock_guard lock(m_mutex);
    return m_touched.size() + m_departedTouches.size() >= manyTouches;
}

Figures MemoryTier::figures() const
{
    const std::lock_guard lock(m_mutex);
    return {.entries = m_policy.entries(),
            .bytes = m_policy.bytes(),
            .limits = m_policy.limits(),
            .evictions = m_evictions,
            .pressureEvictions = m_pressureEvictions};
}

bool MemoryTier::holds(const EntryKey &key, EntryId id) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_entries.find(&key);
    return found != m_entries.end() && found->second->record->id == id;
}

std::vector<Resident> MemoryTier::residents() const
{
    std::vector<Resident> all;
    const std::lock_guard lock(m_mutex);
    all.reserve(m_entries.size());
    for (const auto &[key, entry] : m_entries)
        all.push_back({entry->record, entry->hits, entry->lastUsed});
    return all;
}

std::vector<Resident> MemoryTier::residents(const std::unordered_set<std::uint64_t> &ids) const
{
    std::vector<Resident> some;
    const std::lock_guard lock(m_mutex);
    for (const auto &[key, entry] : m_entries) {
        if (ids.contains(static_cast<std::uint64_t>(entry->record->id)))
            some.push_back({entry->record, entry->hits, entry->lastUsed});
    }
    return some;
}

// Takes an entry that the policy has let go of out of the tier.
void MemoryTier::depart(Entry &entry, Departed &departed)
{
    if (entry.untoldHits > 0) {
        m_touched.remove(entry);
        if (m_departedTouches.size() < maximumDepartedTouches)
            m_departedTouches.push_back({entry.record->id, entry.untoldHits, entry.lastUsed});
    }
    auto node = m_entries.extract(&entry.record->key);
    departed.add(std::move(node.mapped()));
}

void MemoryTier::evict(Entry &entry, Departed &departed)
{
    ++m_evictions;
    depart(entry, departed);
}

} // namespace manometer::cache::memory
