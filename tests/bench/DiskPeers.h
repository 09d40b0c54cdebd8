// SPDX-License-Identifier: GPL-3.0-or-later
//
// The peers of the disk store in benchmarks: a bare SQLite table from key to blob, and LMDB if it is
// installed. Neither compresses, ranks, verifies or expires entries. put() stores a batch in one transaction;
// get() copies the bytes into a string, like ours. One thread each; blocks on disk; a failure ends the
// program.
#pragma once

#include "DiskWorkload.h"

#include <span>
#include <sqlite3.h>
#include <string>

#ifdef BENCH_LMDB
#include <lmdb.h>
#endif

namespace manometer::bench {

// A key with its value; it owns neither.
struct Pair
{
    const std::string *key;
    const std::string *value;
};

class SqlitePeer
{
public:
    enum class Tuning : std::uint8_t { Plain, Mapped };

    SqlitePeer(const std::string &path, Tuning tuning)
    {
        check(sqlite3_open(path.c_str(), &m_database));
        execute("PRAGMA journal_mode = WAL");
        execute("PRAGMA synchronous = NORMAL");
        if (tuning == Tuning::Mapped) {
            execute("PRAGMA mmap_size = 1073741824");
            execute("PRAGMA cache_size = -65536"); // 64 MB
        }
        execute("CREATE TABLE IF NOT EXISTS entry(key TEXT PRIMARY KEY, value BLOB NOT NULL)");
        prepare("REPLACE INTO entry VALUES(?1, ?2)", m_put);
        prepare("SELECT value FROM entry WHERE key = ?1", m_get);
    }
    ~SqlitePeer()
    {
        sqlite3_finalize(m_put);
        sqlite3_finalize(m_get);
        sqlite3_close(m_database);
    }
    SqlitePeer(const SqlitePeer &) = delete;
    SqlitePeer &operator=(const SqlitePeer &) = delete;

    void put(std::span<const Pair> pairs)
    {
        execute("BEGIN IMMEDIATE");
        for (const Pair &pair : pairs) {
            bindKey(m_put, *pair.key);
            check(sqlite3_bind_blob64(m_put, 2, pair.value->data(), pair.value->size(), SQLITE_STATIC));
            if (sqlite3_step(m_put) != SQLITE_DONE)
                fail("sqlite", sqlite3_errmsg(m_database));
            sqlite3_reset(m_put);
        }
        execute("COMMIT");
    }
    void sync() { execute("PRAGMA wal_checkpoint(TRUNCATE)"); }
    // Empty if there is none.
    std::string get(const std::string &key)
    {
        std::string value;
        bindKey(m_get, key);
        if (sqlite3_step(m_get) == SQLITE_ROW) {
            value.assign(static_cast<const char *>(sqlite3_column_blob(m_get, 0)),
                         static_cast<std::size_t>(sqlite3_column_bytes(m_get, 0)));
        }
        sqlite3_reset(m_get);
        return value;
    }

private:
    void check(int code)
    {
        if (code != SQLITE_OK)
            fail("sqlite", sqlite3_errmsg(m_database));
    }
    void execute(const char *statement)
    {
        check(sqlite3_exec(m_database, statement, nullptr, nullptr, nullptr));
    }
    void prepare(const char *text, sqlite3_stmt *&statement)
    {
        check(sqlite3_prepare_v3(m_database, text, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
    }
    void bindKey(sqlite3_stmt *statement, const std::string &key)
    {
        check(sqlite3_bind_text(statement, 1, key.data(), static_cast<int>(key.size()), SQLITE_STATIC));
    }

    sqlite3 *m_database = nullptr;
    sqlite3_stmt *m_put = nullptr;
    sqlite3_stmt *m_get = nullptr;
};

#ifdef BENCH_LMDB
// Commits without a sync, like SQLite's WAL with synchronous = NORMAL; sync() is called at the end.
class LmdbPeer
{
public:
    explicit LmdbPeer(const std::string &path)
    {
        check(mdb_env_create(&m_environment));
        check(mdb_env_set_mapsize(m_environment, std::size_t{16} << 30));
        check(mdb_env_open(m_environment, path.c_str(), MDB_NOSUBDIR | MDB_NOSYNC, 0600));
        MDB_txn *transaction = nullptr;
        check(mdb_txn_begin(m_environment, nullptr, 0, &transaction));
        check(mdb_dbi_open(transaction, nullptr, 0, &m_table));
        check(mdb_txn_commit(transaction));
        check(mdb_txn_begin(m_environment, nullptr, MDB_RDONLY, &m_reading));
        mdb_txn_reset(m_reading);
    }
    ~LmdbPeer()
    {
        mdb_txn_abort(m_reading);
        mdb_env_close(m_environment);
    }
    LmdbPeer(const LmdbPeer &) = delete;
    LmdbPeer &operator=(const LmdbPeer &) = delete;

    void put(std::span<const Pair> pairs)
    {
        MDB_txn *transaction = nullptr;
        check(mdb_txn_begin(m_environment, nullptr, 0, &transaction));
        for (const Pair &pair : pairs) {
            MDB_val key = viewOf(*pair.key);
            MDB_val value = viewOf(*pair.value);
            check(mdb_put(transaction, m_table, &key, &value, 0));
        }
        check(mdb_txn_commit(transaction));
    }
    void sync() { check(mdb_env_sync(m_environment, 1)); }
    // Empty if there is none.
    std::string get(const std::string &name)
    {
        check(mdb_txn_renew(m_reading));
        MDB_val key = viewOf(name);
        MDB_val value{};
        std::string bytes;
        if (mdb_get(m_reading, m_table, &key, &value) == 0)
            bytes.assign(static_cast<const char *>(value.mv_data), value.mv_size);
        mdb_txn_reset(m_reading);
        return bytes;
    }

private:
    static void check(int code)
    {
        if (code != 0)
            fail("lmdb", mdb_strerror(code));
    }
    // LMDB only reads its arguments, although they are not const.
    static MDB_val viewOf(const std::string &bytes)
    {
        return {bytes.size(), const_cast<char *>(bytes.data())};
    }

    MDB_env *m_environment = nullptr;
    MDB_txn *m_reading = nullptr;
    MDB_dbi m_table = 0;
};
#endif

} // namespace manometer::bench
