// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/disk/DiskStore.h"

#include "cache/KeyBytes.h"
#include "cache/disk/Record.h"

#include <algorithm>
#include <cerrno>
#include <deque>
#include <filesystem>

namespace manometer::cache {

namespace {

// A group forms while this passes: enough entries for a commit to be cheap, too little to be noticed.
constexpr std::chrono::milliseconds gatherTime{50};
// After a failure: often enough to recover soon once the operator made room, seldom enough to cost nothing.
constexpr std::chrono::seconds retryInterval{2};
constexpr std::size_t quarantinesKept = 3;

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

// The damaged file is moved aside, whole, for whoever wants to look at it; a new one takes its place.
void DiskStore::quarantine(std::size_t shard, std::uint64_t generation)
{
    namespace fs = std::filesystem;
    const std::lock_guard lock(m_quarantineMutex);
    if (m_generations[shard] != generation)
        return; // somebody else met the same damage first
    ++m_generations[shard];
    m_shards[shard]->close();
    const fs::path file = m_shards[shard]->path();
    const fs::path folder = fs::path(m_options.directory) / "quarantine";
    std::error_code error;
    fs::create_directory(folder, error);
    fs::permissions(folder, fs::perms::owner_all, error);
    fs::path target = folder / (file.filename().string() + "." + std::to_string(nowMs()));
    while (fs::exists(target, error))
        target += "x";
    fs::rename(file, target, error);
    if (error)
        fs::remove(file, error); // it must not be met again
    fs::rename(file.string() + "-wal", target.string() + "-wal", error);
    fs::remove(file.string() + "-wal", error);
    fs::remove(file.string() + "-shm", error);

    std::vector<fs::path> kept;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        if (entry->path().extension() != "" && !entry->path().string().ends_with("-wal"))
            kept.push_back(entry->path());
    std::sort(kept.begin(), kept.end(),
              [](const fs::path &a, const fs::path &b) { return a.extension() < b.extension(); });
    for (std::size_t i = 0; i + quarantinesKept < kept.size(); ++i) {
        fs::remove(kept[i], error);
        fs::remove(kept[i].string() + "-wal", error);
    }

    const Shard::Opening opening = m_shards[shard]->open();
    {
        const std::lock_guard healthLock(m_healthMutex);
        ++m_health.quarantinedShards;
        m_health.quarantinePath = target.string();
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

bool DiskStore::flush()
{
    std::unique_lock lock(m_wakeMutex);
    const std::uint64_t target = m_queue.lastSequence();
    // An attempt that is under way may have begun before what is waited for was queued.
    const std::uint64_t attempts = m_attempts;
    ++m_flushing;
    m_hasWork = true;
    m_wake.notify_one();
    m_written.wait(lock,
                   [&] { return m_writtenSequence >= target || m_attempts >= attempts + 2 || m_stopping; });
    --m_flushing;
    return m_writtenSequence >= target;
}

void DiskStore::run()
{
    for (;;) {
        bool stopping = false;
        {
            std::unique_lock lock(m_wakeMutex);
            if (!m_hasWork && !m_stopping)
                m_wake.wait(lock, [this] { return m_hasWork || m_stopping; });
            if (!m_stopping && m_flushing == 0)
                m_wake.wait_for(lock, gatherTime, [this] { return m_stopping || m_flushing > 0; });
            stopping = m_stopping;
            m_hasWork = false;
        }
        const bool written = writeBatch();
        {
            std::unique_lock lock(m_wakeMutex);
            if (written)
                m_hasWork = m_hasWork || !m_queue.isEmpty();
            else
                ++m_attempts;
            m_written.notify_all();
            if (stopping && (!written || m_queue.isEmpty()))
                return;
            if (!written && !m_stopping) {
                m_wake.wait_for(lock, retryInterval, [this] { return m_stopping || m_flushing > 0; });
                m_hasWork = true;
            }
        }
    }
}

bool DiskStore::writeBatch()
{
    const std::lock_guard lock(m_writeMutex);
    if (!m_open) {
        openShards();
        if (!m_open)
            return false;
    }
    WriteQueue::Batch batch = m_queue.take();
    const int result = commit(batch);
    if (result != SQLITE_OK) {
        m_queue.putBack(std::move(batch));
        return false;
    }
    m_queue.done(batch);
    note(SQLITE_OK, 0, {});
    {
        const std::lock_guard wakeLock(m_wakeMutex);
        m_writtenSequence = std::max(m_writtenSequence, batch.lastSequence);
    }
    measure();
    if (m_fileBytes > m_options.diskCapBytes)
        enforceCap();
    return true;
}

int DiskStore::commit(const WriteQueue::Batch &batch)
{
    std::array<std::vector<Change>, shardCount> changes;
    for (const auto &[hash, sequence] : batch.invalidations) {
        Change change;
        change.kind = Change::Kind::EraseHash;
        change.hash = hash;
        changes[hash % shardCount].push_back(std::move(change));
    }
    for (const auto &write : batch.writes) {
        Change change;
        change.kind = write.write.bytes ? Change::Kind::Put : Change::Kind::EraseKey;
        change.key = write.key;
        change.hash = keyHash(write.key);
        change.version = write.write.version;
        change.note = write.write.note;
        if (write.write.bytes)
            change.value = *write.write.bytes;
        change.storedMs = change.usedMs = write.write.storedMs;
        changes[change.hash % shardCount].push_back(std::move(change));
    }
    for (const auto &[shard, row] : batch.rows) {
        Change change;
        change.kind = Change::Kind::EraseRow;
        change.row = row;
        changes[shard].push_back(std::move(change));
    }
    for (const Touch &touch : batch.touches) {
        Change change;
        change.kind = Change::Kind::Touch;
        change.hash = touch.hash;
        change.hits = touch.hits;
        change.usedMs = touch.usedMs;
        changes[touch.hash % shardCount].push_back(std::move(change));
    }
    for (std::size_t i = 0; i < shardCount; ++i) {
        // Once more after a quarantine: the new file takes what the damaged one could not.
        for (int round = 0; round < 2; ++round) {
            const std::uint64_t generation = m_generations[i];
            int result = batch.clearSequence != 0 ? m_shards[i]->eraseAll() : SQLITE_OK;
            if (result == SQLITE_OK && !changes[i].empty())
                result = m_shards[i]->commit(changes[i]);
            if (result == SQLITE_OK)
                break;
            if (round == 0 && isDamage(result)) {
                quarantine(i, generation);
                continue;
            }
            note(result, m_shards[i]->lastSystemError(), m_shards[i]->path());
            return result;
        }
    }
    return SQLITE_OK;
}

void DiskStore::measure()
{
    std::uint64_t bytes = 0;
    for (const auto &shard : m_shards)
        bytes += shard->fileBytes();
    m_fileBytes = bytes;
}

std::uint64_t DiskStore::eraseExpired()
{
    if (!m_options.timeToLive)
        return 0;
    const std::int64_t before =
        nowMs() - std::chrono::duration_cast<std::chrono::milliseconds>(*m_options.timeToLive).count();
    std::uint64_t total = 0;
    for (std::size_t i = 0; i < shardCount; ++i) {
        std::int64_t erased = 0;
        const std::uint64_t generation = m_generations[i];
        noteRead(i, m_shards[i]->eraseExpired(before, erased), generation);
        total += static_cast<std::uint64_t>(erased);
    }
    return total;
}

std::uint64_t DiskStore::shrinkTo(std::uint64_t bytes)
{
    std::uint64_t total = 0;
    // An estimate a round; the files' sizes are what counts.
    for (int round = 0; round < 8; ++round) {
        for (const auto &shard : m_shards)
            shard->shrink();
        measure();
        if (m_fileBytes <= bytes)
            break;
        const std::uint64_t excess = (m_fileBytes - bytes) / shardCount + 4096;
        std::uint64_t erasedNow = 0;
        for (std::size_t i = 0; i < shardCount; ++i) {
            std::int64_t erased = 0;
            const std::uint64_t generation = m_generations[i];
            noteRead(i, m_shards[i]->eraseOldest(excess, erased), generation);
            erasedNow += static_cast<std::uint64_t>(erased);
        }
        if (erasedNow == 0)
            break;
        total += erasedNow;
    }
    for (const auto &shard : m_shards)
        shard->shrink();
    measure();
    return total;
}

void DiskStore::enforceCap()
{
    eraseExpired();
    // A tenth of room, so that the next commits do not each pay for this.
    shrinkTo(m_options.diskCapBytes / 10 * 9);
}

CleanUpOutcome DiskStore::cleanUp(double keepRatio)
{
    const auto began = std::chrono::steady_clock::now();
    CleanUpOutcome outcome;
    const std::lock_guard lock(m_writeMutex);
    measure();
    outcome.fileBytesBefore = m_fileBytes;
    outcome.expiredEntries = eraseExpired();
    outcome.removedEntries =
        shrinkTo(static_cast<std::uint64_t>(keepRatio * static_cast<double>(m_options.diskCapBytes)));
    outcome.fileBytesAfter = m_fileBytes;
    outcome.duration = std::chrono::steady_clock::now() - began;
    return outcome;
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
