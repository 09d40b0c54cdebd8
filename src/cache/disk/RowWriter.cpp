// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/disk/RowWriter.h"

#include "cache/disk/Schema.h"

#include <algorithm>
#include <sqlite3.h>

namespace manometer::cache::disk {

namespace {

// Rows that a clean-up removes in one transaction: some tens of milliseconds on a slow disk.
constexpr std::int64_t removalRows = 256;
constexpr std::uint64_t removalBytes = 256u << 10;
// Pages that are moved to the file's front in one transaction, to cut its end off.
constexpr const char *vacuumStep = "PRAGMA incremental_vacuum(64)";
// What a row takes beside its payload and its path: its other columns and its places in four b-trees.
constexpr std::uint64_t rowOverheadBytes = 200;

std::int64_t nanoseconds(WallTime time)
{
    return time.time_since_epoch().count();
}

} // namespace

RowWriter::RowWriter(Connection connection, std::function<void()> renewReaders)
    : m_connection(std::move(connection))
    , m_renewReaders(std::move(renewReaders))
    , m_begin(m_connection, "BEGIN IMMEDIATE")
    , m_commit(m_connection, "COMMIT")
    , m_findIds(m_connection,
                "SELECT id FROM entry WHERE key_hash = ?1 AND path = ?2 AND depth = ?3 AND id <= ?4")
    , m_insertEntry(
          m_connection,
          "INSERT INTO entry(id, key_hash, path, depth, size_bytes, mtime_ns, ctime_ns, inode, device,"
          " read_cost_ns, fingerprint, value_bytes, stored_bytes, stored_ns, last_used_ns, hits, checksum)"
          " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?14, 0, ?15)")
    , m_insertPayload(m_connection, "INSERT INTO payload(id, dictionary, bytes) VALUES(?1, ?2, ?3)")
    , m_deleteEntry(m_connection, "DELETE FROM entry WHERE id = ?1")
    , m_deletePayload(m_connection, "DELETE FROM payload WHERE id = ?1")
    , m_touch(m_connection,
              "UPDATE entry SET hits = hits + ?2, last_used_ns = max(last_used_ns, ?3) WHERE id = ?1")
    , m_expired(m_connection, "SELECT id FROM entry WHERE stored_ns <= ?1 OR stored_ns >= ?2 LIMIT ?3")
    , m_leastRecentlyUsed(
          m_connection,
          "SELECT id, stored_bytes + length(path) FROM entry ORDER BY last_used_ns, id LIMIT ?1")
{
    const auto countLogPages = [](void *writer, sqlite3 *, const char *, int pages) {
        static_cast<RowWriter *>(writer)->m_logPages = static_cast<std::uint64_t>(pages);
        return SQLITE_OK;
    };
    if (m_connection.isOpen())
        sqlite3_wal_hook(m_connection.handle(), countLogPages, this);
}

std::optional<Fault> RowWriter::apply(const std::vector<EncodedChange> &changes,
                                      const std::vector<Touch> &touches)
{
    m_rowsAdded = 0;
    m_begin.run();
    for (const EncodedChange &encoded : changes)
        write(encoded);
    for (const Touch &touch : touches) {
        m_touch.bind(1, static_cast<std::uint64_t>(touch.id)).bind(2, touch.hits);
        m_touch.bind(3, nanoseconds(touch.lastUsed)).run();
    }
    return finish();
}

void RowWriter::write(const EncodedChange &encoded)
{
    const Change &change = *encoded.change;
    eraseRows(change.key, change.id);
    if (!change.record) {
        // An erase by id must also reach a row that its key no longer finds, because the index or the row is
        // damaged.
        removeRow(static_cast<std::uint64_t>(change.id));
        return;
    }
    const Record &record = *change.record;
    m_insertEntry.bind(1, static_cast<std::uint64_t>(record.id)).bind(2, record.key.hash());
    m_insertEntry.bind(3, record.key.path()).bind(4, record.key.depth());
    m_insertEntry.bind(5, record.version.sizeBytes).bind(6, record.version.mtimeNanoseconds);
    m_insertEntry.bind(7, record.version.ctimeNanoseconds).bind(8, record.version.inode);
    m_insertEntry.bind(9, record.version.device).bind(10, std::int64_t{record.note.readCost.count()});
    m_insertEntry.bind(11, record.note.fingerprint).bind(12, std::uint64_t{record.bytes.size()});
    m_insertEntry.bind(13, std::uint64_t{encoded.payload.size()}).bind(14, nanoseconds(record.stored));
    m_insertEntry.bind(15, encoded.checksum).run();
    ++m_rowsAdded;
    m_insertPayload.bind(1, static_cast<std::uint64_t>(record.id)).bind(2, encoded.dictionary);
    m_insertPayload.bind(3, std::string_view(encoded.payload)).run();
}

void RowWriter::eraseRows(const EntryKey &key, EntryId upTo)
{
    std::vector<std::uint64_t> ids;
    {
        const StatementScope scope(m_findIds);
        m_findIds.bind(1, key.hash()).bind(2, key.path()).bind(3, key.depth());
        m_findIds.bind(4, static_cast<std::uint64_t>(upTo));
        while (m_findIds.step())
            ids.push_back(m_findIds.unsignedInteger(0));
    }
    for (const std::uint64_t id : ids)
        removeRow(id);
}

void RowWriter::removeRow(std::uint64_t id)
{
    m_deletePayload.bind(1, id).run();
    m_deleteEntry.bind(1, id).run();
    m_rowsAdded -= m_connection.changes();
}

// Commits, or rolls back what a failure left.
std::optional<Fault> RowWriter::finish()
{
    m_commit.run();
    auto fault = m_connection.takeFault();
    if (m_connection.inTransaction()) {
        m_connection.execute("ROLLBACK");
        m_connection.takeFault(); // what failed first is what matters
    }
    m_renewReaders();
    return fault;
}

Expected<std::int64_t, Fault> RowWriter::addDictionary(std::string_view bytes, WallTime trained)
{
    const std::int64_t id = m_connection.queryInteger("SELECT max(id) FROM dictionary") + 1;
    m_begin.run();
    Statement insert(m_connection, "INSERT INTO dictionary(id, trained_ns, bytes) VALUES(?1, ?2, ?3)");
    insert.bind(1, id).bind(2, nanoseconds(trained)).bind(3, bytes).run();
    if (auto fault = finish())
        return Unexpected(std::move(*fault));
    return id;
}

Expected<std::optional<StoredDictionary>, Fault> RowWriter::newestDictionary()
{
    std::optional<StoredDictionary> newest;
    Statement row(m_connection, "SELECT id, bytes FROM dictionary ORDER BY id DESC LIMIT 1");
    if (row.step())
        newest = StoredDictionary{.id = row.integer(0), .bytes = std::string(row.bytes(1))};
    if (auto fault = m_connection.takeFault())
        return Unexpected(std::move(*fault));
    return newest;
}

std::optional<Fault> RowWriter::probe()
{
    m_begin.run();
    // Writes the header page again, with the value that it has.
    m_connection.execute(("PRAGMA user_version = " + std::to_string(schemaVersion)).c_str());
    return finish();
}

bool RowWriter::isSound()
{
    bool isSound = false;
    {
        Statement check(m_connection, "PRAGMA quick_check(1)");
        isSound = check.step() && check.bytes(0) == "ok";
    }
    return !m_connection.takeFault() && isSound;
}

std::optional<Fault> RowWriter::removeBefore(EntryId floor)
{
    const auto id = static_cast<std::uint64_t>(floor);
    const std::int64_t newer =
        m_connection.queryInteger(("SELECT count(*) FROM entry WHERE id >= " + std::to_string(id)).c_str());
    m_begin.run();
    if (newer == 0) {
        // Without WHERE, SQLite drops whole pages.
        m_connection.execute("DELETE FROM payload");
        m_connection.execute("DELETE FROM entry");
    } else {
        m_connection.execute(("DELETE FROM payload WHERE id < " + std::to_string(id)).c_str());
        m_connection.execute(("DELETE FROM entry WHERE id < " + std::to_string(id)).c_str());
    }
    if (auto fault = finish())
        return fault;
    return giveBackPages();
}

Expected<Removal, Fault> RowWriter::trim(std::uint64_t targetBytes, WallTime now, TimeToLive timeToLive)
{
    Removal removal;
    std::vector<std::uint64_t> ids;
    while (timeToLive) {
        ids.clear();
        {
            const StatementScope scope(m_expired);
            m_expired.bind(1, nanoseconds(now - *timeToLive)).bind(2, nanoseconds(now + *timeToLive));
            m_expired.bind(3, removalRows);
            while (m_expired.step())
                ids.push_back(m_expired.unsignedInteger(0));
        }
        if (auto fault = removeAll(ids))
            return Unexpected(std::move(*fault));
        removal.expired += ids.size();
        if (ids.empty())
            break;
    }
    for (;;) {
        const auto live = liveBytes();
        if (!live)
            return Unexpected(live.error());
        if (*live <= targetBytes)
            break;
        const std::uint64_t wanted = std::min(*live - targetBytes, removalBytes);
        std::uint64_t found = 0;
        ids.clear();
        {
            const StatementScope scope(m_leastRecentlyUsed);
            m_leastRecentlyUsed.bind(1, removalRows);
            while (found < wanted && m_leastRecentlyUsed.step()) {
                ids.push_back(m_leastRecentlyUsed.unsignedInteger(0));
                found += m_leastRecentlyUsed.unsignedInteger(1) + rowOverheadBytes;
            }
        }
        if (auto fault = removeAll(ids))
            return Unexpected(std::move(*fault));
        removal.leastRecentlyUsed += ids.size();
        if (ids.empty())
            break;
    }
    if (auto fault = giveBackPages())
        return Unexpected(std::move(*fault));
    truncateLog();
    return removal;
}

std::optional<Fault> RowWriter::removeAll(const std::vector<std::uint64_t> &ids)
{
    if (ids.empty())
        return m_connection.takeFault();
    m_begin.run();
    for (const std::uint64_t id : ids)
        removeRow(id);
    if (auto fault = finish())
        return fault;
    return giveBackPages();
}

std::optional<Fault> RowWriter::giveBackPages()
{
    std::int64_t freePages = m_connection.queryInteger("PRAGMA freelist_count");
    for (std::int64_t before = freePages + 1;
         freePages > 0 && freePages < before && !m_connection.hasFailed();) {
        m_connection.execute(vacuumStep);
        if (auto fault = checkpoint())
            return fault;
        before = freePages;
        freePages = m_connection.queryInteger("PRAGMA freelist_count");
    }
    return checkpoint();
}

std::optional<Fault> RowWriter::checkpoint(Readers readers)
{
    if (m_connection.hasFailed())
        return m_connection.takeFault();
    m_renewReaders();
    int inLog = 0;
    int moved = 0;
    const int mode = readers == Readers::WaitedFor ? SQLITE_CHECKPOINT_RESTART : SQLITE_CHECKPOINT_PASSIVE;
    const int code = sqlite3_wal_checkpoint_v2(m_connection.handle(), nullptr, mode, &inLog, &moved);
    if (code == SQLITE_OK)
        m_logPages = static_cast<std::uint64_t>(std::max(inLog - moved, 0));
    // Busy: a reader still needs the log; the next checkpoint goes on from there.
    if (code != SQLITE_OK && (code & 0xff) != SQLITE_BUSY)
        m_connection.fail(code);
    return m_connection.takeFault();
}

void RowWriter::truncateLog()
{
    m_renewReaders();
    // What it moves has been moved by checkpoint() already, and it must not wait for a reader who is in the
    // log.
    sqlite3_busy_timeout(m_connection.handle(), 0);
    sqlite3_wal_checkpoint_v2(m_connection.handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    sqlite3_busy_timeout(m_connection.handle(), Connection::writerPatienceMilliseconds);
}

Expected<std::uint64_t, Fault> RowWriter::countRows()
{
    const std::int64_t rows = m_connection.queryInteger("SELECT count(*) FROM entry");
    if (auto fault = m_connection.takeFault())
        return Unexpected(std::move(*fault));
    return static_cast<std::uint64_t>(rows);
}

Expected<std::uint64_t, Fault> RowWriter::greatestId()
{
    const std::int64_t id = m_connection.queryInteger("SELECT max(id) FROM entry");
    if (auto fault = m_connection.takeFault())
        return Unexpected(std::move(*fault));
    return static_cast<std::uint64_t>(id);
}

Expected<std::uint64_t, Fault> RowWriter::databaseBytes()
{
    const std::int64_t pages = m_connection.queryInteger("PRAGMA page_count");
    if (auto fault = m_connection.takeFault())
        return Unexpected(std::move(*fault));
    return static_cast<std::uint64_t>(pages) * pageBytes;
}

Expected<std::uint64_t, Fault> RowWriter::liveBytes()
{
    const std::int64_t pages = m_connection.queryInteger("PRAGMA page_count");
    const std::int64_t freePages = m_connection.queryInteger("PRAGMA freelist_count");
    if (auto fault = m_connection.takeFault())
        return Unexpected(std::move(*fault));
    return static_cast<std::uint64_t>(std::max<std::int64_t>(pages - freePages, 0)) * pageBytes;
}

} // namespace manometer::cache::disk
