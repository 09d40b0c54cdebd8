// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/Cache.h"

#include "cache/Directory.h"
#include "cache/KeyBytes.h"
#include "cache/disk/DiskStore.h"
#include "cache/memory/MemoryTier.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <mutex>
#include <utility>

namespace manometer::cache {

namespace {

using Time = std::chrono::system_clock::time_point;

std::int64_t toMs(Time time)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
}

// A row's times are statistics that no checksum covers: a damaged one must not overflow.
Time fromMs(std::int64_t milliseconds)
{
    constexpr std::int64_t latest =
        std::chrono::duration_cast<std::chrono::milliseconds>(Time::duration::max()).count();
    return Time(std::chrono::milliseconds(std::clamp<std::int64_t>(milliseconds, 0, latest)));
}

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

Cache::Cache(std::unique_ptr<Engine> engine)
    : m_engine(std::move(engine))
{}

Cache::~Cache() = default;

Expected<std::unique_ptr<Cache>, OpenError> Cache::open(const Options &options)
{
    auto directory = Directory::own(options.directory);
    if (!directory)
        return Unexpected<OpenError>(directory.error());
    auto disk = DiskStore::open(options, directory->unwritable());
    if (!disk)
        return Unexpected<OpenError>(disk.error());
    return std::unique_ptr<Cache>(
        new Cache(std::make_unique<Engine>(options, std::move(*directory), std::move(*disk))));
}

std::optional<Lease> Cache::get(const Key &key, const SourceVersion &version)
{
    return m_engine->get(key, version);
}

PutResult Cache::put(const Key &key, const SourceVersion &version, std::string bytes, const EntryNote &note)
{
    return m_engine->put(key, version, std::move(bytes), note);
}

bool Cache::erase(const Key &key)
{
    return m_engine->erase(keyBytes(key));
}

std::size_t Cache::erase(std::span<const EntryId> ids)
{
    return m_engine->erase(ids);
}

void Cache::clear()
{
    m_engine->clear();
}

bool Cache::flush()
{
    return m_engine->disk().flush();
}

LimitOutcome Cache::setLimits(const Limits &limits, LimitCause cause)
{
    return m_engine->setLimits(limits, cause);
}

CleanUpOutcome Cache::cleanUpDisk(double keepRatio)
{
    return m_engine->disk().cleanUp(keepRatio);
}

Stats Cache::stats() const
{
    return m_engine->stats();
}

Health Cache::health() const
{
    return m_engine->disk().health();
}

std::vector<EntryId> Cache::list(const EntryQuery &query) const
{
    return m_engine->list(query);
}

std::vector<std::optional<EntryInfo>> Cache::describe(std::span<const EntryId> ids) const
{
    std::vector<std::optional<EntryInfo>> infos;
    infos.reserve(ids.size());
    for (const EntryId id : ids)
        infos.push_back(m_engine->describe(id));
    return infos;
}

std::optional<std::string> Cache::peek(EntryId id) const
{
    return m_engine->peek(id);
}

} // namespace manometer::cache
