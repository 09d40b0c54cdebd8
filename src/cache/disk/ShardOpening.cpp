// SPDX-License-Identifier: GPL-3.0-or-later
//
// How a shard's file is made, checked and opened: its schema and every statement that is run on it.
#include "cache/disk/Shard.h"

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

// What Shard.cpp's rowOf() reads, in its order.
#define ROW_COLUMNS                                                                                          \
    "entry.id, path, depth, size, mtime_ns, ctime_ns, inode, device, fingerprint, read_cost_ns, "            \
    "value_bytes, "                                                                                          \
    "stored_bytes, stored_ms, used_ms, hits"

} // namespace

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
    struct stat status = {};
    m_inode = ::stat(m_path.c_str(), &status) == 0 ? status.st_ino : 0;
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

} // namespace manometer::cache
