// SPDX-License-Identifier: GPL-3.0-or-later
//
// One file of the store: its schema, its statements and what is done with them. Three connections, so that
// neither a listing nor a commit makes a get() wait: each has its own lock. Blocks on disk. Any thread.
// Results are SQLite's codes; isDamage() tells those after which the file is to be set aside.
#pragma once

#include "cache/EntryInfo.h"
#include "cache/disk/Database.h"

#include <atomic>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace manometer::cache {

bool isDamage(int result);

struct Row
{
    std::int64_t id = 0;
    std::string path;
    std::string depth;
    SourceVersion version;
    EntryNote note;
    std::int64_t storedMs = 0;
    std::int64_t usedMs = 0;
    std::uint64_t hits = 0;
    std::uint64_t valueBytes = 0;
    std::uint64_t storedBytes = 0;
};

struct Found
{
    Row row;
    std::string value;
};

// What a group commit does to a shard.
struct Change
{
    enum class Kind { Put, EraseKey, EraseHash, EraseRow, Touch };
    Kind kind = Kind::Put;
    std::string key;        // Put, EraseKey
    std::uint64_t hash = 0; // EraseHash, Touch
    std::int64_t row = 0;   // EraseRow
    SourceVersion version;  // Put
    EntryNote note;
    std::string_view value;
    std::int64_t storedMs = 0;
    std::int64_t usedMs = 0; // Put, Touch
    std::uint64_t hits = 0;
};

class Shard
{
public:
    static constexpr std::int64_t applicationId = 0x4D616E6F;
    static constexpr std::int64_t formatVersion = 1;

    struct Opening
    {
        int result = SQLITE_OK;
        int systemError = 0;
        bool newerFormat = false;
        std::string detail;
    };

    Shard(std::string path, std::string vfs, int walPages);

    // Makes the file if there is none. SQLITE_NOTADB where it is not ours.
    Opening open();
    void close();
    const std::string &path() const { return m_path; }
    // The open file is the one at its path: nobody removed or replaced it.
    bool isInPlace() const;

    struct Lookup
    {
        int result = SQLITE_OK;
        std::optional<Found> found;
        std::optional<std::int64_t> unusableRow; // its checksum or contents are wrong
    };
    Lookup find(std::string_view key, std::uint64_t hash);
    Lookup read(std::int64_t id);

    // All or nothing.
    int commit(const std::vector<Change> &changes);
    int lastSystemError(); // errno of the last failed commit

    // The rows in the query's order, handed out one by one until the visitor returns false.
    struct ListedRow
    {
        std::int64_t id;
        std::int64_t number;   // what it is ordered by, unless by path
        std::string_view path; // valid until the next row
    };
    class Cursor
    {
    public:
        Cursor(Shard &shard, const EntryQuery &query);
        Cursor(const Cursor &) = delete; // its strings are bound by address
        Cursor &operator=(const Cursor &) = delete;
        // The next row, or nothing; result() tells whether that is the end.
        const ListedRow *next();
        int result() const { return m_result; }

    private:
        std::unique_lock<std::mutex> m_lock;
        Statement m_statement;
        std::string m_needle;
        std::string m_from;
        std::string m_to;
        ListedRow m_row{};
        int m_result = SQLITE_OK;
    };
    std::optional<Row> describe(std::int64_t id, int &result);

    // Counted when the file was opened, kept since; never blocks.
    std::int64_t entries() const { return m_entries; }
    // The number of rows deleted.
    int eraseExpired(std::int64_t storedBeforeMs, std::int64_t &erased);
    // The least recently used ones, until this many stored bytes are gone.
    int eraseOldest(std::uint64_t bytes, std::int64_t &erased);
    int eraseAll();
    // Gives free pages back to the file system.
    int shrink();
    std::uint64_t fileBytes() const;

private:
    int configure(Database &database);
    int createOrCheck(Opening &opening);
    int prepareAll();
    int apply(const Change &change);
    int put(const Change &change);
    int eraseKey(std::string_view key, std::uint64_t hash);
    int eraseHash(std::uint64_t hash);
    int eraseRow(std::int64_t id);

    const std::string m_path;
    const std::string m_vfs;
    const int m_walPages;
    std::mutex m_writeMutex;
    std::mutex m_readMutex;
    std::mutex m_listMutex;
    std::atomic<std::int64_t> m_entries = 0;
    std::int64_t m_delta = 0;               // of the transaction under way
    std::atomic<std::uint64_t> m_inode = 0; // of the open file
    Database m_writer;
    Database m_reader;
    Database m_lister;
    struct
    {
        Statement insertEntry, insertPayload, selectKey, deleteEntry, deletePayload, selectHash, touch,
            oldest;
    } m_write;
    struct
    {
        Statement find, read, describe;
    } m_read;
};

} // namespace manometer::cache
