// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of MemoryTier that reports its content: accesses for the store, residents for browsing.
#include "cache/memory/MemoryTier.h"

namespace manometer::cache::memory {

namespace {

// Buckets of a walk per slice of the mutex: some hundred entries, a tenth of a millisecond.
constexpr std::uint64_t bucketsAtOnce = 64;

KeyView keyOf(const Entry &entry)
{
    return {entry.path(), entry.depth(), entry.hash};
}

Resident residentOf(const Entry &entry)
{
    return {.id = entry.id,
            .key = EntryKey(keyOf(entry)),
            .version = entry.version,
            .note = entry.note,
            .stored = entry.stored,
            .valueBytes = entry.valueLength,
            .hits = entry.hits.value(),
            .lastUsed = entry.lastUse()};
}

RecordPtr recordOf(const Entry &entry)
{
    return std::make_shared<const Record>(Record{.id = entry.id,
                                                 .key = EntryKey(keyOf(entry)),
                                                 .version = entry.version,
                                                 .note = entry.note,
                                                 .stored = entry.stored,
                                                 .bytes = std::string(entry.value()),
                                                 .isKept = entry.isKept.value()});
}

} // namespace

std::vector<Touch> MemoryTier::takeTouches(std::size_t atMost)
{
    const std::lock_guard lock(m_mutex);
    // Copied, not moved: a cut must find the reserved capacity.
    std::vector<Touch> touches(m_touchesOfEvicted.begin(), m_touchesOfEvicted.end());
    m_touchesOfEvicted.clear();
    const Index &index = m_log.index();
    // Some at a time, so that what the lookups read is fetched together.
    std::array<std::uint64_t, 32> hashes;
    for (bool isMore = true; isMore && touches.size() < atMost;) {
        const std::size_t wanted = std::min(hashes.size(), atMost - touches.size());
        std::size_t count = 0;
        while (count < wanted && (hashes[count] = m_touched.take()) != 0)
            index.prefetch(hashes[count++]);
        isMore = count == wanted;
        for (std::size_t at = 0; at < count; ++at)
            __builtin_prefetch(index.guess(hashes[at]));
        for (std::size_t at = 0; at < count; ++at) {
            const std::uint64_t hash = hashes[at];
            Entry *const entry = index.find(hash, [hash](const Entry &one) { return one.hash == hash; });
            if (!entry || entry->unreportedHits.value() == 0)
                continue; // it was removed or reported meanwhile
            touches.push_back({entry->id, entry->unreportedHits.value(), entry->lastUse()});
            entry->unreportedHits.set(0);
        }
    }
    return touches;
}

bool MemoryTier::hasManyTouches() const
{
    return m_touched.size() >= m_touched.capacity() / 2;
}

RecordPtr MemoryTier::copyOf(const KeyView &key, EntryId id) const
{
    const Hold hold = reclamation::enter();
    const Entry *const entry = m_log.index().find(key);
    return entry && entry->id == id ? recordOf(*entry) : nullptr;
}

// visit() returns whether to continue.
template<typename Visit>
void MemoryTier::walk(const Visit &visit) const
{
    Index::Walk walk;
    for (bool isMore = true, isWanted = true; isMore && isWanted; m_mutex.yieldToWaiters()) {
        const std::lock_guard lock(m_mutex);
        isMore = m_log.index().advanceWalk(walk, bucketsAtOnce, [&](const Entry &entry) {
            if (isWanted)
                isWanted = visit(entry);
        });
    }
}

RecordPtr MemoryTier::copyOf(EntryId id) const
{
    RecordPtr record;
    walk([&](const Entry &entry) {
        if (entry.id == id)
            record = recordOf(entry);
        return !record;
    });
    return record;
}

std::vector<Resident> MemoryTier::residents() const
{
    std::vector<Resident> all;
    all.reserve(figures().entries);
    walk([&all](const Entry &entry) {
        all.push_back(residentOf(entry));
        return true;
    });
    return all;
}

std::vector<Resident> MemoryTier::residents(const std::unordered_set<std::uint64_t> &ids) const
{
    std::vector<Resident> some;
    walk([&](const Entry &entry) {
        if (ids.contains(static_cast<std::uint64_t>(entry.id)))
            some.push_back(residentOf(entry));
        return true;
    });
    return some;
}

} // namespace manometer::cache::memory
