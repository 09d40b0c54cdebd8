// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/disk/Shard.h"

#include "cache/KeyBytes.h"
#include "cache/disk/Record.h"

#include <sys/stat.h>

namespace manometer::cache {

namespace {

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

void Shard::close()
{
    const std::scoped_lock lock(m_writeMutex, m_readMutex, m_listMutex);
    m_write = {};
    m_read = {};
    m_lister.close();
    m_reader.close();
    m_writer.close();
    m_entries = 0;
}

bool Shard::isInPlace() const
{
    struct stat status = {};
    return ::stat(m_path.c_str(), &status) == 0 && status.st_ino == m_inode;
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

} // namespace manometer::cache
