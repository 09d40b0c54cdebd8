// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the browser asks for: entries in order, one by one, uncounted.
#include "cache/Engine.h"
#include "cache/EntryTime.h"
#include "cache/KeyBytes.h"

#include <algorithm>

namespace manometer::cache {

namespace {

// Entries that are in memory only are named by their key's hash, beyond the disk store's ids.
constexpr std::uint64_t memoryIdBit = std::uint64_t(1) << 63;

std::uint64_t memoryId(std::string_view key)
{
    return keyHash(key) | memoryIdBit;
}

std::string lowered(std::string_view text)
{
    std::string result(text);
    for (char &character : result)
        if (character >= 'A' && character <= 'Z')
            character = static_cast<char>(character - 'A' + 'a');
    return result;
}

bool matches(const EntryQuery &query, std::string_view path)
{
    if (!query.pathContains.empty() && lowered(path).find(lowered(query.pathContains)) == std::string::npos)
        return false;
    return query.underFolder.empty() || path.starts_with(query.underFolder + '/');
}

std::int64_t orderNumber(const EntryQuery &query, const MemoryEntry &entry)
{
    switch (query.order) {
    case EntryQuery::Order::Path:
        break;
    case EntryQuery::Order::ValueBytes:
        return static_cast<std::int64_t>(entry.bytes->size());
    case EntryQuery::Order::Hits:
        return static_cast<std::int64_t>(entry.hits);
    case EntryQuery::Order::Stored:
        return toMs(entry.stored);
    case EntryQuery::Order::LastUsed:
        return toMs(entry.lastUsed);
    case EntryQuery::Order::ReadCost:
        return entry.note.readCost.count();
    }
    return 0;
}

} // namespace

std::vector<EntryId> Cache::Engine::list(const EntryQuery &query)
{
    // The store orders by what its rows know.
    if (query.order == EntryQuery::Order::Hits || query.order == EntryQuery::Order::LastUsed)
        m_memory.drainHits(
            [this](std::string_view key, const MemoryEntry &entry) { return leave(key, entry); });
    m_disk->flush();
    struct Listed
    {
        std::int64_t number;
        std::string path;
        std::uint64_t id;
    };
    std::vector<Listed> memoryOnly;
    m_memory.visit([&](std::string_view key, const MemoryEntry &entry) {
        const std::string_view path = keyOf(key).path;
        if (matches(query, path) && (!entry.onDisk || m_disk->isQueued(key)))
            memoryOnly.push_back({orderNumber(query, entry), std::string(path), memoryId(key)});
    });
    const bool byPath = query.order == EntryQuery::Order::Path;
    const auto before = [&](const Listed &a, std::int64_t number, std::string_view path, std::uint64_t id) {
        const auto left = std::tuple(a.number, byPath ? std::string_view(a.path) : std::string_view(), a.id);
        const auto right = std::tuple(number, byPath ? path : std::string_view(), id);
        return query.descending ? right < left : left < right;
    };
    std::sort(memoryOnly.begin(), memoryOnly.end(),
              [&](const Listed &a, const Listed &b) { return before(a, b.number, b.path, b.id); });
    std::vector<EntryId> ids;
    auto next = memoryOnly.cbegin();
    m_disk->list(query, [&](const DiskStore::Listed &row) {
        for (; next != memoryOnly.cend() && before(*next, row.number, row.path, row.id); ++next)
            ids.push_back(EntryId(next->id));
        ids.push_back(EntryId(row.id));
    });
    for (; next != memoryOnly.cend(); ++next)
        ids.push_back(EntryId(next->id));
    return ids;
}

std::optional<std::pair<std::string, MemoryEntry>> Cache::Engine::memoryEntry(std::uint64_t id) const
{
    std::optional<std::pair<std::string, MemoryEntry>> found;
    m_memory.visit([&](std::string_view key, const MemoryEntry &entry) {
        if (!found && memoryId(key) == id)
            found.emplace(std::string(key), entry);
    });
    return found;
}

EntryInfo Cache::Engine::infoOf(std::uint64_t id, std::string_view key, const MemoryEntry &entry)
{
    EntryInfo info;
    info.id = EntryId(id);
    info.path = keyOf(key).path;
    info.depth = keyOf(key).depth;
    info.version = entry.version;
    info.note = entry.note;
    info.valueBytes = entry.bytes->size();
    info.hits = entry.hits;
    info.stored = entry.stored;
    info.lastUsed = entry.lastUsed;
    info.inMemory = true;
    info.onDisk = entry.onDisk;
    return info;
}

std::optional<EntryInfo> Cache::Engine::describe(EntryId entryId)
{
    const auto id = static_cast<std::uint64_t>(entryId);
    if (id & memoryIdBit) {
        const auto entry = memoryEntry(id);
        return entry ? std::optional(infoOf(id, entry->first, entry->second)) : std::nullopt;
    }
    const auto row = m_disk->describe(id);
    if (!row)
        return std::nullopt;
    EntryInfo info;
    info.id = entryId;
    info.path = row->path;
    info.depth = row->depth;
    info.version = row->version;
    info.note = row->note;
    info.valueBytes = row->valueBytes;
    info.storedBytes = row->storedBytes;
    info.hits = row->hits;
    info.stored = fromMs(row->storedMs);
    info.lastUsed = fromMs(row->usedMs);
    info.onDisk = true;
    const auto entry = m_memory.peek(keyBytes({.path = row->path, .depth = row->depth}));
    if (entry && entry->version == row->version) {
        info.inMemory = true;
        info.hits += entry->hits;
        info.lastUsed = std::max(info.lastUsed, entry->lastUsed);
    }
    return info;
}

std::optional<std::string> Cache::Engine::peek(EntryId entryId)
{
    const auto id = static_cast<std::uint64_t>(entryId);
    if (id & memoryIdBit) {
        const auto entry = memoryEntry(id);
        return entry ? std::optional(*entry->second.bytes) : std::nullopt;
    }
    auto found = m_disk->read(id);
    return found ? std::optional(std::move(found->value)) : std::nullopt;
}

} // namespace manometer::cache
