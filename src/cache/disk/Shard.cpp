// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/disk/Shard.h"

#include "cache/KeyBytes.h"
#include "cache/disk/Record.h"

#include <sys/stat.h>

namespace manometer::cache {

namespace {

constexpr const char *schema = R"(
CREATE TABLE entry(
  id INTEGER PRIMARY KEY AUTOINCREMENT, hash INTEGER NOT NULL, path BLOB NOT NULL, depth BLOB NOT NULL,
  size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL, ctime_ns INTEGER NOT NULL, inode INTEGER NOT NULL,
  device INTEGER NOT NULL, fingerprint INTEGER NOT NULL, read_cost_ns INTEGER NOT NULL,
  value_bytes INTEGER NOT NULL, stored_bytes INTEGER NOT NULL, codec INTEGER NOT NULL,
  dictionary INTEGER NOT NULL, checksum INTEGER NOT NULL, stored_ms INTEGER NOT NULL, used_ms INTEGER NOT NULL,
  hits INTEGER NOT NULL, kept INTEGER NOT NULL);
CREATE INDEX entry_hash ON entry(hash);
CREATE INDEX entry_path ON entry(path);
CREATE INDEX entry_used ON entry(used_ms);
CREATE TABLE payload(id INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
CREATE TABLE dictionary(id INTEGER PRIMARY KEY, bytes BLOB NOT NULL, made_ms INTEGER NOT NULL);
)";

#define ROW_COLUMNS                                                                                          \
    "entry.id, path, depth, size, mtime_ns, ctime_ns, inode, device, fingerprint, read_cost_ns, "            \
    "value_bytes, "                                                                                          \
    "stored_bytes, stored_ms, used_ms, hits"

Row rowOf(const Statement &statement)
{
    Row row;
    row.id = statement.integer(0);
    row.path = statement.blob(1);
    row.depth = statement.blob(2);
    row.version = {.sizeBytes = static_cast<std::uint64_t>(statement.integer(3)),
                   .mtimeNanoseconds = statement.integer(4),
                   .ctimeNanoseconds = statement.integer(5),
                   .inode = static_cast<std::uint64_t>(statement.integer(6)),
                   .device = static_cast<std::uint64_t>(statement.integer(7))};
    row.note = {.readCost = std::chrono::nanoseconds(statement.integer(9)),
                .fingerprint = static_cast<std::uint64_t>(statement.integer(8))};
    row.valueBytes = static_cast<std::uint64_t>(statement.integer(10));
    row.storedBytes = static_cast<std::uint64_t>(statement.integer(11));
    row.storedMs = statement.integer(12);
    row.usedMs = statement.integer(13);
    row.hits = static_cast<std::uint64_t>(statement.integer(14));
    return row;
}

// The row and its value, after the columns of rowOf: codec, dictionary, checksum, bytes.
std::optional<Found> foundOf(const Statement &statement)
{
    Found found{.row = rowOf(statement), .value = {}};
    if (statement.integer(16) != 0)
        return std::nullopt;
    auto value = unpack(static_cast<Codec>(statement.integer(15)), statement.blob(18), found.row.valueBytes);
    const std::string key = keyBytes({.path = found.row.path, .depth = found.row.depth});
    if (!value || checksum(key, found.row.version, found.row.storedMs, *value) != statement.integer(17))
        return std::nullopt;
    found.value = std::move(*value);
    return found;
}

std::int64_t asSigned(std::uint64_t value)
{
    return static_cast<std::int64_t>(value);
}

} // namespace

bool isDamage(int result)
{
    return result == SQLITE_CORRUPT || result == SQLITE_NOTADB;
}

Shard::Shard(std::string path, std::string vfs, int walPages)
    : m_path(std::move(path))
    , m_vfs(std::move(vfs))
    , m_walPages(walPages)
{}

int Shard::configure(Database &database)
{
    // busy_timeout before anything that takes a lock. 2 MiB of pages a connection is SQLite's default; a
    // quarter of it does for indexes of this size. No mmap: a file cut short under it would be a SIGBUS.
    return database.execute("PRAGMA busy_timeout=2000;"
                            "PRAGMA cache_size=-512;"
                            "PRAGMA mmap_size=0;"
                            "PRAGMA trusted_schema=OFF;"
                            "PRAGMA temp_store=MEMORY;");
}

int Shard::createOrCheck(Opening &opening)
{
    std::int64_t id = 0;
    std::int64_t version = 0;
    std::int64_t tables = 0;
    int result = m_writer.query("PRAGMA application_id", id);
    if (result == SQLITE_OK)
        result = m_writer.query("PRAGMA user_version", version);
    if (result == SQLITE_OK)
        result = m_writer.query("SELECT count(*) FROM sqlite_schema", tables);
    if (result != SQLITE_OK)
        return result;
    if (tables == 0 && id == 0) {
        // auto_vacuum counts only before the first table and before WAL.
        result =
            m_writer.execute("PRAGMA page_size=4096; PRAGMA auto_vacuum=INCREMENTAL; PRAGMA journal_mode=WAL;"
                             "PRAGMA application_id=0x4D616E6F;");
        if (result != SQLITE_OK)
            return result;
        const std::string create =
            std::string("BEGIN IMMEDIATE;") + schema + "PRAGMA user_version=1; COMMIT;";
        result = m_writer.execute(create.c_str());
        if (result != SQLITE_OK)
            m_writer.execute("ROLLBACK");
        return result;
    }
    if (id != applicationId)
        return SQLITE_NOTADB;
    if (version > formatVersion) {
        opening.newerFormat = true;
        return SQLITE_ERROR;
    }
    if (version < formatVersion)
        return SQLITE_NOTADB; // interrupted between making the file and its tables: there is nothing in it
    return m_writer.execute("PRAGMA journal_mode=WAL");
}

Shard::Opening Shard::open()
{
    const std::scoped_lock lock(m_writeMutex, m_readMutex, m_listMutex);
    Opening opening;
    const auto failed = [&](int result, Database &database) {
        opening.result = result;
        opening.systemError = database.systemError();
        opening.detail = database.message();
        return result != SQLITE_OK;
    };
    if (failed(m_writer.open(m_path, Database::Access::ReadWrite, m_vfs), m_writer) ||
        failed(configure(m_writer), m_writer) || failed(createOrCheck(opening), m_writer))
        return opening;
    const std::string limits =
        "PRAGMA synchronous=NORMAL; PRAGMA wal_autocheckpoint=" + std::to_string(m_walPages) +
        "; PRAGMA journal_size_limit=" + std::to_string(m_walPages * 4096);
    if (failed(m_writer.execute(limits.c_str()), m_writer))
        return opening;
    for (Database *database : {&m_reader, &m_lister})
        if (failed(database->open(m_path, Database::Access::ReadOnly, m_vfs), *database) ||
            failed(configure(*database), *database))
            return opening;
    std::int64_t entries = 0;
    if (!failed(prepareAll(), m_writer) &&
        !failed(m_writer.query("SELECT count(*) FROM entry", entries), m_writer))
        m_entries = entries;
    return opening;
}

int Shard::prepareAll()
{
    int result = SQLITE_OK;
    const auto prepare = [&result](Database &database, Statement &statement, const char *sql) {
        if (result == SQLITE_OK)
            result = database.prepare(statement, sql);
    };
    prepare(m_writer, m_write.insertEntry,
            "INSERT INTO entry(hash, path, depth, size, mtime_ns, ctime_ns, inode, device, fingerprint, "
            "read_cost_ns, "
            "value_bytes, stored_bytes, codec, dictionary, checksum, stored_ms, used_ms, hits, kept) "
            "VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,0,?14,?15,?16,?17,0)");
    prepare(m_writer, m_write.insertPayload, "INSERT OR REPLACE INTO payload(id, bytes) VALUES(?1,?2)");
    prepare(m_writer, m_write.selectKey, "SELECT id, hits FROM entry WHERE hash=?1 AND path=?2 AND depth=?3");
    prepare(m_writer, m_write.selectHash, "SELECT id FROM entry WHERE hash=?1");
    prepare(m_writer, m_write.deleteEntry, "DELETE FROM entry WHERE id=?1");
    prepare(m_writer, m_write.deletePayload, "DELETE FROM payload WHERE id=?1");
    prepare(m_writer, m_write.touch, "UPDATE entry SET hits=hits+?2, used_ms=max(used_ms,?3) WHERE hash=?1");
    prepare(m_writer, m_write.oldest, "SELECT id, stored_bytes FROM entry WHERE kept=0 ORDER BY used_ms, id");
    prepare(m_reader, m_read.find,
            "SELECT " ROW_COLUMNS
            ", codec, dictionary, checksum, bytes FROM entry JOIN payload ON payload.id=entry.id "
            "WHERE hash=?1 AND path=?2 AND depth=?3");
    prepare(m_reader, m_read.read,
            "SELECT " ROW_COLUMNS
            ", codec, dictionary, checksum, bytes FROM entry JOIN payload ON payload.id=entry.id "
            "WHERE entry.id=?1");
    prepare(m_reader, m_read.describe, "SELECT " ROW_COLUMNS " FROM entry WHERE id=?1");
    return result;
}

void Shard::close()
{
    const std::scoped_lock lock(m_writeMutex, m_readMutex, m_listMutex);
    m_write = {};
    m_read = {};
    m_lister.close();
    m_reader.close();
    m_writer.close();
}

Shard::Lookup Shard::find(std::string_view key, std::uint64_t hash)
{
    const std::lock_guard lock(m_readMutex);
    if (!m_read.find)
        return {};
    const Reset reset(m_read.find);
    const Key parts = keyOf(key);
    m_read.find.bind(1, asSigned(hash)).bindBlob(2, parts.path).bindBlob(3, parts.depth);
    const int result = m_read.find.step();
    if (result != SQLITE_ROW)
        return {.result = result == SQLITE_DONE ? SQLITE_OK : result, .found = {}, .unusableRow = {}};
    auto found = foundOf(m_read.find);
    if (!found)
        return {.result = SQLITE_OK, .found = {}, .unusableRow = m_read.find.integer(0)};
    return {.result = SQLITE_OK, .found = std::move(found), .unusableRow = {}};
}

Shard::Lookup Shard::read(std::int64_t id)
{
    const std::lock_guard lock(m_readMutex);
    if (!m_read.read)
        return {};
    const Reset reset(m_read.read);
    const int result = m_read.read.bind(1, id).step();
    if (result != SQLITE_ROW)
        return {.result = result == SQLITE_DONE ? SQLITE_OK : result, .found = {}, .unusableRow = {}};
    auto found = foundOf(m_read.read);
    if (!found)
        return {.result = SQLITE_OK, .found = {}, .unusableRow = id};
    return {.result = SQLITE_OK, .found = std::move(found), .unusableRow = {}};
}

std::optional<Row> Shard::describe(std::int64_t id, int &result)
{
    const std::lock_guard lock(m_readMutex);
    result = SQLITE_OK;
    if (!m_read.describe)
        return std::nullopt;
    const Reset reset(m_read.describe);
    const int stepped = m_read.describe.bind(1, id).step();
    if (stepped == SQLITE_ROW)
        return rowOf(m_read.describe);
    result = stepped == SQLITE_DONE ? SQLITE_OK : stepped;
    return std::nullopt;
}

int Shard::eraseRow(std::int64_t id)
{
    int result = m_write.deletePayload.bind(1, id).run();
    if (result == SQLITE_DONE)
        result = m_write.deleteEntry.bind(1, id).run();
    if (result == SQLITE_DONE)
        m_delta -= m_writer.changes();
    return result;
}

int Shard::eraseKey(std::string_view key, std::uint64_t hash)
{
    const Key parts = keyOf(key);
    m_write.selectKey.bind(1, asSigned(hash)).bindBlob(2, parts.path).bindBlob(3, parts.depth);
    const int found = m_write.selectKey.step();
    const std::int64_t id = found == SQLITE_ROW ? m_write.selectKey.integer(0) : 0;
    m_write.selectKey.reset();
    return found == SQLITE_ROW ? eraseRow(id) : found;
}

int Shard::eraseHash(std::uint64_t hash)
{
    std::vector<std::int64_t> ids;
    m_write.selectHash.bind(1, asSigned(hash));
    int result = m_write.selectHash.step();
    for (; result == SQLITE_ROW; result = m_write.selectHash.step())
        ids.push_back(m_write.selectHash.integer(0));
    m_write.selectHash.reset();
    for (std::size_t i = 0; i < ids.size() && result == SQLITE_DONE; ++i)
        result = eraseRow(ids[i]);
    return result;
}

int Shard::put(const Change &change)
{
    if (const int result = eraseKey(change.key, change.hash); result != SQLITE_DONE)
        return result;
    const Key parts = keyOf(change.key);
    const Packed packed = pack(change.value);
    const int result = m_write.insertEntry.bind(1, asSigned(change.hash))
                           .bindBlob(2, parts.path)
                           .bindBlob(3, parts.depth)
                           .bind(4, asSigned(change.version.sizeBytes))
                           .bind(5, change.version.mtimeNanoseconds)
                           .bind(6, change.version.ctimeNanoseconds)
                           .bind(7, asSigned(change.version.inode))
                           .bind(8, asSigned(change.version.device))
                           .bind(9, asSigned(change.note.fingerprint))
                           .bind(10, change.note.readCost.count())
                           .bind(11, asSigned(change.value.size()))
                           .bind(12, asSigned(packed.bytes.size()))
                           .bind(13, static_cast<std::int64_t>(packed.codec))
                           .bind(14, checksum(change.key, change.version, change.storedMs, change.value))
                           .bind(15, change.storedMs)
                           .bind(16, change.usedMs)
                           .bind(17, asSigned(change.hits))
                           .run();
    if (result != SQLITE_DONE)
        return result;
    ++m_delta;
    return m_write.insertPayload.bind(1, m_writer.lastInsertId()).bindBlob(2, packed.bytes).run();
}

int Shard::commit(const std::vector<Change> &changes)
{
    const std::lock_guard lock(m_writeMutex);
    if (!m_writer.isOpen() || !m_write.insertEntry)
        return SQLITE_CANTOPEN;
    int result = m_writer.execute("BEGIN IMMEDIATE");
    if (result != SQLITE_OK)
        return result;
    m_delta = 0;
    result = SQLITE_DONE;
    for (auto change = changes.begin(); change != changes.end() && result == SQLITE_DONE; ++change)
        result = apply(*change);
    if (result == SQLITE_DONE)
        result = m_writer.execute("COMMIT");
    // A failed COMMIT (a full disk) leaves the transaction open just like a failed statement.
    if (result != SQLITE_OK)
        m_writer.execute("ROLLBACK");
    else
        m_entries += m_delta;
    return result;
}

int Shard::lastSystemError()
{
    const std::lock_guard lock(m_writeMutex);
    return m_writer.systemError();
}

int Shard::apply(const Change &change)
{
    switch (change.kind) {
    case Change::Kind::Put:
        return put(change);
    case Change::Kind::EraseKey:
        return eraseKey(change.key, change.hash);
    case Change::Kind::EraseHash:
        return eraseHash(change.hash);
    case Change::Kind::EraseRow:
        return eraseRow(change.row);
    case Change::Kind::Touch:
        break;
    }
    return m_write.touch.bind(1, asSigned(change.hash))
        .bind(2, asSigned(change.hits))
        .bind(3, change.usedMs)
        .run();
}

int Shard::eraseExpired(std::int64_t storedBeforeMs, std::int64_t &erased)
{
    const std::lock_guard lock(m_writeMutex);
    erased = 0;
    if (!m_writer.isOpen())
        return SQLITE_OK;
    const std::string where =
        "(SELECT id FROM entry WHERE kept=0 AND stored_ms<=" + std::to_string(storedBeforeMs) + ")";
    int result = m_writer.execute("BEGIN IMMEDIATE");
    if (result == SQLITE_OK)
        result = m_writer.execute(("DELETE FROM payload WHERE id IN " + where).c_str());
    if (result == SQLITE_OK)
        result = m_writer.execute(("DELETE FROM entry WHERE id IN " + where).c_str());
    if (result == SQLITE_OK)
        erased = m_writer.changes();
    if (result == SQLITE_OK)
        result = m_writer.execute("COMMIT");
    if (result != SQLITE_OK)
        m_writer.execute("ROLLBACK");
    else
        m_entries -= erased;
    return result;
}

int Shard::eraseOldest(std::uint64_t bytes, std::int64_t &erased)
{
    erased = 0;
    std::vector<Change> changes;
    {
        const std::lock_guard lock(m_writeMutex);
        if (!m_write.oldest)
            return SQLITE_OK;
        const Reset reset(m_write.oldest);
        // What an entry costs beside its payload: its row, three index entries and their share of page slack.
        constexpr std::uint64_t rowBytes = 300;
        std::uint64_t found = 0;
        int result = SQLITE_DONE;
        while (found < bytes && (result = m_write.oldest.step()) == SQLITE_ROW) {
            Change change;
            change.kind = Change::Kind::EraseRow;
            change.row = m_write.oldest.integer(0);
            changes.push_back(std::move(change));
            found += static_cast<std::uint64_t>(m_write.oldest.integer(1)) + rowBytes;
        }
        if (result != SQLITE_ROW && result != SQLITE_DONE)
            return result;
    }
    const int result = changes.empty() ? SQLITE_OK : commit(changes);
    if (result == SQLITE_OK)
        erased = static_cast<std::int64_t>(changes.size());
    return result;
}

int Shard::eraseAll()
{
    const std::lock_guard lock(m_writeMutex);
    if (!m_writer.isOpen())
        return SQLITE_CANTOPEN;
    const int result = m_writer.execute("BEGIN IMMEDIATE; DELETE FROM payload; DELETE FROM entry; COMMIT");
    if (result != SQLITE_OK)
        m_writer.execute("ROLLBACK");
    else
        m_entries = 0;
    return result;
}

int Shard::shrink()
{
    const std::lock_guard lock(m_writeMutex);
    if (!m_writer.isOpen())
        return SQLITE_OK;
    const int result = m_writer.execute("PRAGMA incremental_vacuum");
    // The file gets shorter when the log is written back, the log when it starts anew. Readers that are in
    // the middle of something only put that off.
    m_writer.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    return result;
}

std::uint64_t Shard::fileBytes() const
{
    std::uint64_t bytes = 0;
    for (const char *suffix : {"", "-wal"}) {
        struct stat status = {};
        if (::stat((m_path + suffix).c_str(), &status) == 0)
            bytes += static_cast<std::uint64_t>(status.st_size);
    }
    return bytes;
}

Shard::Cursor::Cursor(Shard &shard, const EntryQuery &query)
    : m_lock(shard.m_listMutex)
{
    if (!shard.m_lister.isOpen())
        return;
    const char *column = "0";
    switch (query.order) {
    case EntryQuery::Order::Path:
        break;
    case EntryQuery::Order::ValueBytes:
        column = "value_bytes";
        break;
    case EntryQuery::Order::Hits:
        column = "hits";
        break;
    case EntryQuery::Order::Stored:
        column = "stored_ms";
        break;
    case EntryQuery::Order::LastUsed:
        column = "used_ms";
        break;
    case EntryQuery::Order::ReadCost:
        column = "read_cost_ns";
        break;
    }
    std::string sql = std::string("SELECT id, ") + column + ", path FROM entry WHERE 1";
    if (!query.pathContains.empty())
        // lower() folds ASCII only and leaves other bytes alone; instr() of two blobs compares bytes.
        sql += " AND instr(CAST(lower(CAST(path AS TEXT)) AS BLOB), ?1)";
    if (!query.underFolder.empty())
        sql += " AND path>=?2 AND path<?3";
    const std::string direction = query.descending ? " DESC" : " ASC";
    sql += query.order == EntryQuery::Order::Path
               ? " ORDER BY path" + direction + ", id" + direction
               : std::string(" ORDER BY ") + column + direction + ", id" + direction;
    m_result = shard.m_lister.prepare(m_statement, sql);
    if (m_result != SQLITE_OK)
        return;
    m_needle = query.pathContains;
    for (char &character : m_needle)
        if (character >= 'A' && character <= 'Z')
            character = static_cast<char>(character - 'A' + 'a');
    m_from = query.underFolder + '/';
    m_to = query.underFolder + '0'; // the byte after '/'
    if (!query.pathContains.empty())
        m_statement.bindBlob(1, m_needle);
    if (!query.underFolder.empty())
        m_statement.bindBlob(2, m_from).bindBlob(3, m_to);
}

const Shard::ListedRow *Shard::Cursor::next()
{
    if (!m_statement || m_result != SQLITE_OK)
        return nullptr;
    const int stepped = m_statement.step();
    if (stepped != SQLITE_ROW) {
        m_result = stepped == SQLITE_DONE ? SQLITE_OK : stepped;
        m_statement = {};
        return nullptr;
    }
    m_row = {.id = m_statement.integer(0), .number = m_statement.integer(1), .path = m_statement.blob(2)};
    return &m_row;
}

} // namespace manometer::cache
