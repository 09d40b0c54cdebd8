// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/disk/RowWriter.h"

#include "cache/disk/Schema.h"

#include <sqlite3.h>

namespace manometer::cache::disk {

RowWriter::RowWriter(Connection connection, std::uint64_t logLimitBytes, IdHints &hints,
                     std::function<void()> renewReaders)
    : m_connection(std::move(connection))
    , m_logLimitBytes(logLimitBytes)
    , m_hints(hints)
    , m_renewReaders(std::move(renewReaders))
    , m_begin(m_connection, "BEGIN IMMEDIATE")
    , m_commit(m_connection, "COMMIT")
    , m_findIds(m_connection,
                "SELECT id, kept FROM entry WHERE key_hash = ?1 AND path = ?2 AND depth = ?3 AND id <= ?4")
    , m_insertEntry(
          m_connection,
          "INSERT INTO entry(id, key_hash, path, depth, size_bytes, mtime_ns, ctime_ns, inode, device,"
          " read_cost_ns, fingerprint, value_bytes, stored_bytes, stored_ns, last_used_ns, hits, checksum, "
          "kept)"
          " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?14, 0, ?15, ?16)")
    , m_insertPayload(m_connection, "INSERT INTO payload(id, dictionary, bytes) VALUES(?1, ?2, ?3)")
    , m_deleteEntry(m_connection, "DELETE FROM entry WHERE id = ?1")
    , m_deletePayload(m_connection, "DELETE FROM payload WHERE id = ?1")
    , m_touch(m_connection,
              "UPDATE entry SET hits = hits + ?2, last_used_ns = max(last_used_ns, ?3) WHERE id = ?1")
    , m_tally(m_connection, "UPDATE tally SET rows = rows + ?1")
    , m_expired(m_connection,
                "SELECT id FROM entry WHERE (stored_ns <= ?1 OR stored_ns >= ?2) AND kept = 0 ORDER BY id")
    , m_leastRecentlyUsed(m_connection, "SELECT id, stored_bytes + length(path) FROM entry WHERE kept = 0 "
                                        "ORDER BY last_used_ns, id LIMIT ?1")
{
    const auto countLogPages = [](void *writer, sqlite3 *, const char *, int pages) {
        static_cast<RowWriter *>(writer)->noteLogPages(static_cast<std::uint64_t>(pages));
        return SQLITE_OK;
    };
    if (m_connection.isOpen())
        sqlite3_wal_hook(m_connection.handle(), countLogPages, this);
}

std::optional<Fault> RowWriter::apply(const std::vector<EncodedChange> &changes,
                                      const std::vector<Touch> &touches)
{
    begin();
    for (const EncodedChange &encoded : changes)
        write(encoded);
    for (const Touch &touch : touches) {
        m_touch.bind(1, static_cast<std::uint64_t>(touch.id)).bind(2, touch.hits);
        m_touch.bind(3, nanoseconds(touch.lastUsed)).run();
    }
    auto fault = finish();
    for (const EncodedChange &encoded : changes) {
        const Change &change = *encoded.change;
        if (!fault && change.record)
            m_hints.set(change.key.hash(), change.id);
        else
            m_hints.remove(change.key.hash());
    }
    return fault;
}

void RowWriter::write(const EncodedChange &encoded)
{
    const Change &change = *encoded.change;
    const bool wasKept = eraseRows(change.key, change.id, change.sparesKept);
    if (!change.record) {
        // An erase by id must also reach a row that its key no longer finds, because the index or the row is
        // damaged.
        if (!wasKept || !change.sparesKept)
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
    m_insertEntry.bind(15, encoded.checksum);
    m_insertEntry.bind(16, std::int64_t{wasKept || record.isKept}).run();
    ++m_rowsAdded;
    m_insertPayload.bind(1, static_cast<std::uint64_t>(record.id)).bind(2, encoded.dictionary);
    m_insertPayload.bind(3, std::string_view(encoded.payload)).run();
    m_pathIndex.noteRow(record.id);
}

bool RowWriter::eraseRows(const EntryKey &key, EntryId upTo, bool sparesKept)
{
    std::vector<std::uint64_t> ids;
    bool isOneKept = false;
    {
        const StatementScope scope(m_findIds);
        m_findIds.bind(1, key.hash()).bind(2, key.path()).bind(3, key.depth());
        m_findIds.bind(4, static_cast<std::uint64_t>(upTo));
        while (m_findIds.step()) {
            const bool isKept = m_findIds.integer(1) != 0;
            isOneKept = isOneKept || isKept;
            if (!(isKept && sparesKept))
                ids.push_back(m_findIds.unsignedInteger(0));
        }
    }
    for (const std::uint64_t id : ids)
        removeRow(id);
    return isOneKept;
}

void RowWriter::removeRow(std::uint64_t id)
{
    m_deletePayload.bind(1, id).run();
    m_deleteEntry.bind(1, id).run();
    m_rowsAdded -= m_connection.changes();
}

void RowWriter::begin()
{
    m_rowsAdded = 0;
    m_begin.run();
}

// Commits, or rolls back what a failure left.
std::optional<Fault> RowWriter::finish()
{
    if (m_rowsAdded != 0)
        m_tally.bind(1, m_rowsAdded).run();
    m_commit.run();
    auto fault = m_connection.takeFault();
    if (m_connection.inTransaction()) {
        m_connection.execute("ROLLBACK");
        m_connection.takeFault(); // the first failure is the one to report
    }
    m_renewReaders();
    return fault;
}

Expected<std::int64_t, Fault> RowWriter::addDictionary(std::string_view bytes, WallTime trained)
{
    const std::int64_t id = m_connection.queryInteger("SELECT max(id) FROM dictionary") + 1;
    begin();
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

Expected<std::size_t, Fault> RowWriter::keep(const std::vector<EntryId> &ids, bool isKept)
{
    std::int64_t rows = 0;
    begin();
    {
        Statement update(m_connection, "UPDATE entry SET kept = ?2 WHERE id = ?1");
        for (const EntryId id : ids) {
            update.bind(1, static_cast<std::uint64_t>(id)).bind(2, std::int64_t{isKept}).run();
            rows += m_connection.changes();
        }
    }
    if (auto fault = finish())
        return Unexpected(std::move(*fault));
    return static_cast<std::size_t>(rows);
}

Expected<std::vector<EntryKey>, Fault> RowWriter::keysOf(std::uint64_t keyHash, EntryId upTo)
{
    std::vector<EntryKey> keys;
    {
        Statement rows(m_connection, "SELECT path, depth FROM entry WHERE key_hash = ?1 AND id <= ?2");
        rows.bind(1, keyHash).bind(2, static_cast<std::uint64_t>(upTo));
        while (rows.step())
            keys.emplace_back(rows.bytes(0), rows.bytes(1));
    }
    if (auto fault = m_connection.takeFault())
        return Unexpected(std::move(*fault));
    return keys;
}

std::optional<Fault> RowWriter::probe()
{
    begin();
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
    begin();
    if (newer == 0) {
        // Without WHERE, SQLite frees whole pages.
        m_connection.execute("DELETE FROM payload");
        m_connection.execute("DELETE FROM entry");
    } else {
        m_connection.execute(("DELETE FROM payload WHERE id < " + std::to_string(id)).c_str());
        m_connection.execute(("DELETE FROM entry WHERE id < " + std::to_string(id)).c_str());
    }
    m_connection.execute(("UPDATE tally SET rows = " + std::to_string(newer)).c_str());
    if (auto fault = finish())
        return fault;
    return vacuum();
}

} // namespace manometer::cache::disk
