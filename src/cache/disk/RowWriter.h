// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writes a shard's rows, one transaction per group of changes, and keeps the file within bounds. Only the
// writer thread uses it; every call blocks on disk. After a fault the transaction is rolled back: no part of
// the group is in the file.
#pragma once

#include "cache/disk/Connection.h"
#include "cache/disk/GroupEncoder.h"
#include "cache/disk/IdHints.h"
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
    // Unusable if it failed to prepare its statements: see takeFault(). `renewReaders` is called after each
    // change and before each checkpoint: readers must then begin new snapshots.
    RowWriter(Connection connection, std::uint64_t logLimitBytes, IdHints &hints,
              std::function<void()> renewReaders);
    RowWriter(const RowWriter &) = delete;
    RowWriter &operator=(const RowWriter &) = delete;

    std::optional<Fault> takeFault() { return m_connection.takeFault(); }

    std::optional<Fault> apply(const std::vector<EncodedChange> &changes, const std::vector<Touch> &touches);
    // Stores a dictionary under the next id and returns the id. A reader that sees a row with this id also
    // finds the dictionary.
    Expected<std::int64_t, Fault> addDictionary(std::string_view bytes, WallTime trained);
    // The newest one; empty if there is none.
    Expected<std::optional<StoredDictionary>, Fault> newestDictionary();
    // Returns how many of them have rows.
    Expected<std::size_t, Fault> keep(const std::vector<EntryId> &ids, bool isKept);
    // Writes without changing anything, to find out whether the disk accepts writes again.
    std::optional<Fault> probe();
    // Whether SQLite's quick_check passes. Reads the whole file.
    bool isSound();
    // Deletes all rows with lesser ids.
    std::optional<Fault> removeBefore(EntryId floor);
    // The keys with this hash of rows with ids up to `upTo`.
    Expected<std::vector<EntryKey>, Fault> keysOf(std::uint64_t keyHash, EntryId upTo);
    // Removes expired rows, then the least recently used ones until the database is within the target, and
    // returns the free pages to the file system, the log's too unless a reader needs it. In short
    // transactions, so that the log stays small.
    Expected<Removal, Fault> trim(std::uint64_t targetBytes, WallTime now, TimeToLive timeToLive);

    // Checkpoint: moves the log into the database and makes both durable. WaitedFor waits for readers, up to
    // the writer's timeout.
    enum class Readers : std::uint8_t { NotWaitedFor, WaitedFor };
    std::optional<Fault> checkpoint(Readers readers = Readers::NotWaitedFor);
    // The same, if the log is longer than half of its limit.
    std::optional<Fault> checkpointIfLong();
    // Pages of the log that are not checkpointed.
    std::uint64_t logPages() const { return m_logPages; }
    // Rows that the last apply() added, minus those that it removed.
    std::int64_t rowsAdded() const { return m_rowsAdded; }
    // How long to wait for another program's lock.
    void setLockTimeout(int milliseconds);
    // Empties the log file as well, unless a reader needs it.
    void truncateLog();

    // On the same connection; learns of every row that is written.
    void releaseMemory() { m_connection.releaseMemory(); } // cached pages; outside of a group
    PathIndex &pathIndex() { return m_pathIndex; }

    Expected<std::uint64_t, Fault> countRows();
    Expected<std::uint64_t, Fault> greatestId();
    // Size of the database without its log; the same without free pages.
    Expected<std::uint64_t, Fault> databaseBytes();
    Expected<std::uint64_t, Fault> liveBytes();

private:
    void write(const EncodedChange &change);
    // True if one of them was kept; with sparesKept, kept rows are not erased.
    bool eraseRows(const EntryKey &key, EntryId upTo, bool sparesKept);
    void removeRow(std::uint64_t id);
    void begin();
    std::optional<Fault> finish();
    std::optional<Fault> removeAll(std::vector<std::uint64_t> &ids);
    std::uint64_t removalRows(double pagesEach) const;
    Expected<std::vector<std::uint64_t>, Fault> expiredRows(WallTime now, std::chrono::seconds timeToLive);
    void noteLogPages(std::uint64_t pages);
    std::optional<Fault> vacuum();

    Connection m_connection;
    const std::uint64_t m_logLimitBytes;
    IdHints &m_hints;
    std::function<void()> m_renewReaders;
    std::uint64_t m_logPages = 0; // not checkpointed
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
