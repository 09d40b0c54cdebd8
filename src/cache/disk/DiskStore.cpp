// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/disk/DiskStore.h"

#include "cache/KeyBytes.h"
#include "cache/disk/Quarantine.h"
#include "cache/disk/Record.h"

#include <algorithm>
#include <cerrno>
#include <deque>

namespace manometer::cache {

namespace {

// Pages of write-ahead log before it is written back: SQLite's 1000, less where the cap is small.
int walPages(std::uint64_t capBytes)
{
    return static_cast<int>(std::clamp<std::uint64_t>(capBytes / DiskStore::shardCount / 8 / 4096, 64, 1000));
}

Health::State stateOf(int result, int systemError)
{
    if (systemError == ENOSPC || systemError == EDQUOT)
        return Health::State::DiskFull;
    switch (result) {
    case SQLITE_FULL:
        return Health::State::DiskFull;
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return Health::State::ReadOnly;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return Health::State::Locked;
    case SQLITE_CANTOPEN:
        return systemError == EROFS || systemError == EACCES || systemError == EPERM
                   ? Health::State::ReadOnly
                   : Health::State::InputOutputError;
    default:
        return Health::State::InputOutputError;
    }
}

} // namespace

DiskStore::DiskStore(const Options &options)
    : m_options(options)
{
    for (std::size_t i = 0; i < shardCount; ++i)
        m_shards[i] = std::make_unique<Shard>(options.directory + "/entries-" + std::to_string(i) + ".db",
                                              options.sqliteVfs, walPages(options.diskCapBytes));
}

Expected<std::unique_ptr<DiskStore>, OpenError> DiskStore::open(const Options &options, int directoryError)
{
    auto store = std::unique_ptr<DiskStore>(new DiskStore(options));
    if (directoryError != 0)
        store->note(SQLITE_CANTOPEN, directoryError, options.directory);
    else if (auto error = store->openShards())
        return Unexpected<OpenError>(std::move(*error));
    store->m_writer = std::thread([raw = store.get()] { raw->run(); });
    return store;
}

DiskStore::~DiskStore()
{
    {
        const std::lock_guard lock(m_wakeMutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    if (m_writer.joinable())
        m_writer.join();
    for (const auto &shard : m_shards)
        shard->close();
}

std::optional<OpenError> DiskStore::openShards()
{
    for (std::size_t i = 0; i < shardCount; ++i) {
        const Shard::Opening opening = m_shards[i]->open();
        if (opening.newerFormat)
            return OpenError{
                .kind = OpenError::Kind::NewerFormat, .systemError = 0, .detail = m_shards[i]->path()};
        if (isDamage(opening.result))
            quarantine(i, m_generations[i]);
        else if (opening.result != SQLITE_OK) {
            note(opening.result, opening.systemError, opening.detail);
            for (const auto &shard : m_shards)
                shard->close();
            return std::nullopt;
        }
    }
    m_open = true;
    note(SQLITE_OK, 0, {});
    measure();
    return std::nullopt;
}

std::int64_t DiskStore::nowMs() const
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(m_options.now().time_since_epoch()).count();
}

void DiskStore::note(int result, int systemError, const std::string &detail)
{
    const std::lock_guard lock(m_healthMutex);
    m_health.state = result == SQLITE_OK ? Health::State::Good : stateOf(result, systemError);
    m_health.detail =
        result == SQLITE_OK ? std::string() : std::string(sqlite3_errstr(result)) + ": " + detail;
}

void DiskStore::noteRead(std::size_t shard, int result, std::uint64_t generation)
{
    if (result == SQLITE_OK)
        return;
    if (isDamage(result))
        quarantine(shard, generation);
    else
        note(result, 0, m_shards[shard]->path());
}

// The damaged file is set aside; a new one takes its place.
void DiskStore::quarantine(std::size_t shard, std::uint64_t generation)
{
    const std::lock_guard lock(m_quarantineMutex);
    if (m_generations[shard] != generation)
        return; // somebody else met the same damage first
    ++m_generations[shard];
    m_shards[shard]->close();
    const std::string target = setAside(m_shards[shard]->path(), m_options.directory, nowMs());
    const Shard::Opening opening = m_shards[shard]->open();
    {
        const std::lock_guard healthLock(m_healthMutex);
        ++m_health.quarantinedShards;
        m_health.quarantinePath = target;
    }
    if (opening.result != SQLITE_OK)
        note(opening.result, opening.systemError, opening.detail);
}

std::optional<DiskStore::Hit> DiskStore::find(std::string_view key, std::uint64_t hash)
{
    const WriteQueue::Answer answer = m_queue.find(key, hash);
    if (answer.kind == WriteQueue::Answer::Kind::Gone)
        return std::nullopt;
    if (answer.kind == WriteQueue::Answer::Kind::Queued)
        return Hit{.bytes = answer.write.bytes,
                   .version = answer.write.version,
                   .note = answer.write.note,
                   .storedMs = answer.write.storedMs,
                   .row = {}};
    const std::size_t shard = hash % shardCount;
    const std::uint64_t generation = m_generations[shard];
    Shard::Lookup lookup = m_shards[shard]->find(key, hash);
    noteRead(shard, lookup.result, generation);
    if (lookup.unusableRow)
        m_queue.eraseRow(shard, *lookup.unusableRow);
    if (!lookup.found)
        return std::nullopt;
    // Written or erased while we read: what was read may be older.
    if (m_queue.find(key, hash).kind != WriteQueue::Answer::Kind::AskDisk)
        return find(key, hash);
    return Hit{.bytes = std::make_shared<const std::string>(std::move(lookup.found->value)),
               .version = lookup.found->row.version,
               .note = lookup.found->row.note,
               .storedMs = lookup.found->row.storedMs,
               .row = idOf(shard, lookup.found->row.id)};
}

void DiskStore::wakeWriter()
{
    {
        const std::lock_guard lock(m_wakeMutex);
        m_hasWork = true;
    }
    m_wake.notify_one();
}

bool DiskStore::put(const std::string &key, std::uint64_t hash, QueuedWrite write)
{
    const bool fits = write.bytes->size() <= std::min(maximumValueBytes, m_options.diskCapBytes / 2);
    bool queued = false;
    if (fits)
        queued = m_queue.put(key, hash, std::move(write));
    else
        m_queue.erase(key, hash);
    wakeWriter();
    return queued;
}

void DiskStore::erase(const std::string &key, std::uint64_t hash)
{
    m_queue.erase(key, hash);
    wakeWriter();
}

bool DiskStore::isQueued(std::string_view key) const
{
    return m_queue.find(key, keyHash(key)).kind == WriteQueue::Answer::Kind::Queued;
}

void DiskStore::eraseRow(std::uint64_t id)
{
    m_queue.eraseRow(id % shardCount, static_cast<std::int64_t>(id / shardCount));
    wakeWriter();
}

bool DiskStore::touch(const Touch &touch)
{
    return m_queue.touch(touch);
}

void DiskStore::clear()
{
    m_queue.clear();
    wakeWriter();
}

std::uint64_t DiskStore::entries() const
{
    std::int64_t entries = 0;
    for (const auto &shard : m_shards)
        entries += shard->entries();
    return static_cast<std::uint64_t>(std::max<std::int64_t>(0, entries));
}

Health DiskStore::health() const
{
    const std::lock_guard lock(m_healthMutex);
    return m_health;
}

std::uint64_t DiskStore::idOf(std::size_t shard, std::int64_t row)
{
    return static_cast<std::uint64_t>(row) * shardCount + shard;
}

std::optional<Row> DiskStore::describe(std::uint64_t id)
{
    const std::size_t shard = id % shardCount;
    const std::uint64_t generation = m_generations[shard];
    int result = SQLITE_OK;
    auto row = m_shards[shard]->describe(static_cast<std::int64_t>(id / shardCount), result);
    noteRead(shard, result, generation);
    if (!row)
        return std::nullopt;
    // The queue may know that it is gone already.
    const std::string key = keyBytes({.path = row->path, .depth = row->depth});
    if (m_queue.find(key, keyHash(key)).kind == WriteQueue::Answer::Kind::Gone)
        return std::nullopt;
    return row;
}

std::optional<Found> DiskStore::read(std::uint64_t id)
{
    const std::size_t shard = id % shardCount;
    const std::uint64_t generation = m_generations[shard];
    Shard::Lookup lookup = m_shards[shard]->read(static_cast<std::int64_t>(id / shardCount));
    noteRead(shard, lookup.result, generation);
    if (lookup.unusableRow)
        m_queue.eraseRow(shard, *lookup.unusableRow);
    return std::move(lookup.found);
}

void DiskStore::list(const EntryQuery &query, const std::function<void(const Listed &)> &visitor)
{
    // A merge of the shards' own orders: nothing is held but one row of each.
    std::deque<Shard::Cursor> cursors;
    std::array<const Shard::ListedRow *, shardCount> rows{};
    std::array<std::uint64_t, shardCount> generations{};
    for (std::size_t i = 0; i < shardCount; ++i) {
        generations[i] = m_generations[i];
        rows[i] = cursors.emplace_back(*m_shards[i], query).next();
    }
    const auto before = [&](std::size_t a, std::size_t b) {
        const auto key = [&](std::size_t i) {
            return std::tuple(rows[i]->number, rows[i]->path, idOf(i, rows[i]->id));
        };
        const auto byNumber = [&](std::size_t i) {
            return std::tuple(rows[i]->number, idOf(i, rows[i]->id));
        };
        if (query.order == EntryQuery::Order::Path)
            return query.descending ? key(b) < key(a) : key(a) < key(b);
        return query.descending ? byNumber(b) < byNumber(a) : byNumber(a) < byNumber(b);
    };
    for (;;) {
        std::optional<std::size_t> best;
        for (std::size_t i = 0; i < shardCount; ++i)
            if (rows[i] && (!best || before(i, *best)))
                best = i;
        if (!best)
            break;
        visitor(
            {.id = idOf(*best, rows[*best]->id), .number = rows[*best]->number, .path = rows[*best]->path});
        rows[*best] = cursors[*best].next();
    }
    std::array<int, shardCount> results{};
    for (std::size_t i = 0; i < shardCount; ++i)
        results[i] = cursors[i].result();
    cursors.clear(); // a quarantine needs the locks that they hold
    for (std::size_t i = 0; i < shardCount; ++i)
        noteRead(i, results[i], generations[i]);
}

} // namespace manometer::cache
