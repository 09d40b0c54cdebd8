// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writes a shard's rows, a group of changes a transaction, and keeps the file within bounds. Only the writer
// thread uses it; every call blocks on disk. After a fault the transaction is rolled back: nothing of the
// group is in the file.
#pragma once

#include "cache/disk/Connection.h"
#include "cache/disk/GroupEncoder.h"
#include "cache/disk/PathIndex.h"

#include <functional>
#include <vector>

namespace manometer::cache::disk {

// As times are stored: since 1970.
inline std::int64_t nanoseconds(WallTime time)
{
    return time.time_since_epoch().count();
}

struct StoredDictionary
{
    std::int64_t id = noDictionary;
    std::string bytes;
};

struct Removal
{
    std::uint64_t expired = 0;
    std::uint64_t leastRecentlyUsed = 0;
};

class RowWriter
{
public:
    // Unusable if it failed to prepare its statements: see takeFault(). Readers are made to look anew by
    // `renewReaders` after each change and before the log is moved.
    RowWriter(Connection connection, std::uint64_t logLimitBytes, std::function<void()> renewReaders);
    RowWriter(const RowWriter &) = delete;
    RowWriter &operator=(const RowWriter &) = delete;

    std::optional<Fault> takeFault() { return m_connection.takeFault(); }

    std::optional<Fault> apply(const std::vector<EncodedChange> &changes, const std::vector<Touch> &touches);
    // Its bytes, under the next id; the id. Readers find it as soon as they find a row that names it.
    Expected<std::int64_t, Fault> addDictionary(std::string_view bytes, WallTime trained);
    // The newest one; empty where there is none.
    Expected<std::optional<StoredDictionary>, Fault> newestDictionary();
    // How many of them have rows.
    Expected<std::size_t, Fault> keep(const std::vector<EntryId> &ids, bool isKept);
    // Writes without changing anything: whether the disk takes writes again.
    std::optional<Fault> probe();
    // Whether SQLite finds nothing wrong with the file, all of which it reads.
    bool isSound();
    // Deletes all rows with lesser ids.
    std::optional<Fault> removeBefore(EntryId floor);
    // Drops expired rows, then the least recently used until the database is not above the target, and gives
    // the pages back, the log's too unless a reader needs it. In short transactions, so that the log stays
    // small.
    Expected<Removal, Fault> trim(std::uint64_t targetBytes, WallTime now, TimeToLive timeToLive);

    // Moves the log into the database and makes both durable. Asked to wait for readers, it does so as long
    // as a writer's patience lasts.
    enum class Readers : std::uint8_t { NotWaitedFor, WaitedFor };
    std::optional<Fault> checkpoint(Readers readers = Readers::NotWaitedFor);
    // The same once half of what the log may take is in it.
    std::optional<Fault> checkpointIfLong();
    // Pages in the log that no checkpoint has moved.
    std::uint64_t logPages() const { return m_logPages; }
    // Rows that the last apply() added, less those that it removed.
    std::int64_t rowsAdded() const { return m_rowsAdded; }
    // Empties the log file as well, unless a reader needs it.
    void truncateLog();

    // On the same connection; told of the rows that are written.
    PathIndex &pathIndex() { return m_pathIndex; }

    Expected<std::uint64_t, Fault> countRows();
    Expected<std::uint64_t, Fault> greatestId();
    // Of the database without its log; then without its free pages.
    Expected<std::uint64_t, Fault> databaseBytes();
    Expected<std::uint64_t, Fault> liveBytes();

private:
    void write(const EncodedChange &change);
    // True if one of them was kept; with sparesKept, those are left.
    bool eraseRows(const EntryKey &key, EntryId upTo, bool sparesKept);
    void removeRow(std::uint64_t id);
    void begin();
    std::optional<Fault> finish();
    std::optional<Fault> removeAll(std::vector<std::uint64_t> &ids);
    std::uint64_t removalRows(double pagesEach) const;
    void noteLogPages(std::uint64_t pages);
    std::optional<Fault> giveBackPages();

    Connection m_connection;
    const std::uint64_t m_logLimitBytes;
    std::function<void()> m_renewReaders;
    std::uint64_t m_logPages = 0; // that no checkpoint has moved
    std::uint64_t m_movedPages = 0;
    PathIndex m_pathIndex{m_connection};
    std::int64_t m_rowsAdded = 0; // by the last transaction
    Statement m_begin;
    Statement m_commit;
    Statement m_findIds;
    Statement m_insertEntry;
    Statement m_insertPayload;
    Statement m_deleteEntry;
    Statement m_deletePayload;
    Statement m_touch;
    Statement m_tally;
    Statement m_expired;
    Statement m_leastRecentlyUsed;
};

} // namespace manometer::cache::disk
