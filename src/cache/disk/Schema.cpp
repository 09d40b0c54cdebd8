// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/disk/Schema.h"

#include "cache/disk/PrivateFile.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

namespace manometer::cache::disk {

namespace {

// The index on key_hash is not unique: two keys may share a hash. The payload has a table of its own, so that
// listing a million entries does not read their values.
constexpr const char *createTables = R"(
CREATE TABLE entry(
  id INTEGER PRIMARY KEY,
  key_hash INTEGER NOT NULL,
  path BLOB NOT NULL,
  depth BLOB NOT NULL,
  size_bytes INTEGER NOT NULL,
  mtime_ns INTEGER NOT NULL,
  ctime_ns INTEGER NOT NULL,
  inode INTEGER NOT NULL,
  device INTEGER NOT NULL,
  read_cost_ns INTEGER NOT NULL,
  fingerprint INTEGER NOT NULL,
  value_bytes INTEGER NOT NULL,
  stored_bytes INTEGER NOT NULL,
  stored_ns INTEGER NOT NULL,
  last_used_ns INTEGER NOT NULL,
  hits INTEGER NOT NULL,
  checksum INTEGER NOT NULL,
  kept INTEGER NOT NULL DEFAULT 0);
CREATE INDEX entry_by_key_hash ON entry(key_hash);
CREATE INDEX entry_by_last_used ON entry(last_used_ns);
CREATE TABLE payload(
  id INTEGER PRIMARY KEY,
  dictionary INTEGER NOT NULL,
  bytes BLOB NOT NULL);
CREATE TABLE dictionary(
  id INTEGER PRIMARY KEY,
  trained_ns INTEGER NOT NULL,
  bytes BLOB NOT NULL);
CREATE TABLE tally(one INTEGER PRIMARY KEY, rows INTEGER NOT NULL);
INSERT INTO tally VALUES(1, 0);
)";

// The additions of version 2.
constexpr const char *upgradeFrom1 = R"(
ALTER TABLE entry ADD COLUMN kept INTEGER NOT NULL DEFAULT 0;
CREATE TABLE tally(one INTEGER PRIMARY KEY, rows INTEGER NOT NULL);
INSERT INTO tally SELECT 1, count(*) FROM entry;
)";

// Offsets in the database header: https://www.sqlite.org/fileformat.html#the_database_header
constexpr off_t userVersionOffset = 60;
constexpr off_t applicationIdOffset = 68;

std::int32_t bigEndian(const unsigned char *bytes)
{
    return static_cast<std::int32_t>(static_cast<std::uint32_t>(bytes[0]) << 24 | bytes[1] << 16 |
                                     bytes[2] << 8 | bytes[3]);
}

// The version of the file's schema; 0 for none.
Expected<std::int64_t, Fault> recognise(Connection &connection)
{
    const std::int64_t application = connection.queryInteger("PRAGMA application_id");
    const std::int64_t version = connection.queryInteger("PRAGMA user_version");
    const std::int64_t objects = connection.queryInteger("SELECT count(*) FROM sqlite_schema");
    if (auto fault = connection.takeFault())
        return Unexpected(std::move(*fault));
    if (application == 0 && version == 0 && objects == 0)
        return 0;
    if (application == applicationId && version > schemaVersion)
        return Unexpected(
            Fault{.kind = Fault::Kind::NewerFormat, .detail = "version " + std::to_string(version)});
    if (application != applicationId || version < 1)
        return Unexpected(Fault{.kind = Fault::Kind::Damaged, .detail = "not a shard of this cache"});
    return version;
}

// In one transaction: a file always has exactly one version.
void upgrade(Connection &connection, std::int64_t from)
{
    connection.execute("BEGIN IMMEDIATE");
    connection.execute(from == 0 ? createTables : upgradeFrom1);
    connection.execute(createPathIndex);
    connection.execute(("PRAGMA application_id = " + std::to_string(applicationId)).c_str());
    connection.execute(("PRAGMA user_version = " + std::to_string(schemaVersion)).c_str());
    connection.execute("COMMIT");
}

// Earlier programs made it. A full or locked disk may prevent that it is dropped: it only costs time and
// room.
void dropIndexOfTimes(Connection &connection)
{
    if (connection.hasFailed() ||
        connection.queryInteger("SELECT count(*) FROM sqlite_schema WHERE name = 'entry_by_stored'") == 0)
        return;
    connection.execute("DROP INDEX entry_by_stored");
    const auto fault = connection.takeFault();
    if (fault && fault->kind == Fault::Kind::Damaged)
        connection.fail(SQLITE_CORRUPT);
}

} // namespace

// Contentless: the paths are in `entry`. Positions within a path are not stored either: a search checks the
// path itself.
const char *const createPathIndex = R"(
CREATE VIRTUAL TABLE path_index USING fts5(path, content='', tokenize='trigram', detail=none, columnsize=0);
CREATE TABLE path_index_state(
  one INTEGER PRIMARY KEY,
  indexed_to INTEGER NOT NULL,
  indexed_rows INTEGER NOT NULL,
  bytes INTEGER NOT NULL);
INSERT INTO path_index_state(one, indexed_to, indexed_rows, bytes) VALUES(1, 0, 0, 0);
CREATE TABLE path_index_late(id INTEGER PRIMARY KEY);
)";

bool hasNewerFormat(const std::string &path)
{
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return false;
    std::array<unsigned char, 4> application{};
    std::array<unsigned char, 4> version{};
    const bool read = ::pread(descriptor, application.data(), 4, applicationIdOffset) == 4 &&
                      ::pread(descriptor, version.data(), 4, userVersionOffset) == 4;
    ::close(descriptor);
    return read && bigEndian(application.data()) == applicationId &&
           bigEndian(version.data()) > schemaVersion;
}

Expected<Connection, Fault> openForWriting(const std::string &path, const std::string &vfs,
                                           std::uint64_t logLimitBytes)
{
    // SQLite would make it readable to all, and -wal and -shm get the file's mode.
    if (const auto file = openPrivateFile(path))
        ::close(*file);
    else
        return Unexpected(file.error());
    auto connection = Connection::open(path, vfs, Access::ReadWrite);
    if (!connection)
        return connection;
    // These two take effect only on a file without tables. On others the second writes the value that is
    // there, which fails on a full disk.
    if (connection->queryInteger("PRAGMA page_count") == 0) {
        connection->execute(("PRAGMA page_size = " + std::to_string(pageBytes)).c_str());
        connection->execute("PRAGMA auto_vacuum = INCREMENTAL");
    }
    connection->execute("PRAGMA journal_mode = WAL");
    connection->execute("PRAGMA synchronous = NORMAL");
    connection->execute("PRAGMA wal_autocheckpoint = 0"); // the writer checkpoints between its groups
    connection->execute(("PRAGMA journal_size_limit = " + std::to_string(logLimitBytes)).c_str());
    connection->execute("PRAGMA temp_store = MEMORY");
    if (auto fault = connection->takeFault())
        return Unexpected(std::move(*fault));
    // The file was opened for writing just before: its header forbids writing.
    if (sqlite3_db_readonly(connection->handle(), "main") == 1)
        return Unexpected(Fault{.kind = Fault::Kind::Damaged, .detail = path + " is marked as read-only"});
    auto version = recognise(*connection);
    if (!version)
        return Unexpected(std::move(version.error()));
    if (*version < schemaVersion)
        upgrade(*connection, *version);
    dropIndexOfTimes(*connection);
    if (auto fault = connection->takeFault())
        return Unexpected(std::move(*fault));
    return connection;
}

Expected<Connection, Fault> openForReading(const std::string &path, const std::string &vfs)
{
    auto connection = Connection::open(path, vfs, Access::ReadOnly);
    // SQLite's default of 2 MB does not hold the rows of twenty thousand entries: a quarter of the time of
    // gets was spent on reading pages again. Allocated as needed.
    if (connection)
        connection->execute("PRAGMA cache_size = -8192");
    return connection;
}

} // namespace manometer::cache::disk
