// SPDX-License-Identifier: GPL-3.0-or-later
//
// Caches without memory, so that only the disk has entries, and queries of their shards and path indexes from
// outside.
#pragma once

#include "CacheFixture.h"

#include <QTest>

#include <algorithm>
#include <set>
#include <sqlite3.h>

namespace manometer::cache {

using Paths = std::set<std::string>;

// Another program's connection to a shard; integer() is -1 on failure.
class Shell
{
public:
    explicit Shell(const std::string &path)
    {
        sqlite3_open(path.c_str(), &m_handle);
        sqlite3_busy_timeout(m_handle, 2000);
    }
    ~Shell() { sqlite3_close(m_handle); }
    Shell(const Shell &) = delete;
    Shell &operator=(const Shell &) = delete;

    bool execute(const std::string &sql)
    {
        const bool isDone = sqlite3_exec(m_handle, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
        if (!isDone)
            qWarning("%s: %s", sql.c_str(), sqlite3_errmsg(m_handle));
        return isDone;
    }
    std::int64_t integer(const std::string &sql)
    {
        sqlite3_stmt *statement = nullptr;
        std::int64_t value = -1;
        if (sqlite3_prepare_v2(m_handle, sql.c_str(), -1, &statement, nullptr) == SQLITE_OK &&
            sqlite3_step(statement) == SQLITE_ROW)
            value = sqlite3_column_int64(statement, 0);
        sqlite3_finalize(statement);
        return value;
    }

private:
    sqlite3 *m_handle = nullptr;
};

inline constexpr const char *unindexedRows =
    "SELECT (SELECT count(*) FROM entry, path_index_state"
    "        WHERE id > indexed_to) + (SELECT count(*) FROM path_index_late)";
inline constexpr const char *indexedRows = "SELECT indexed_rows FROM path_index_state";
// Of the rows that fill() writes; -1 if the index cannot be read.
inline constexpr const char *rowsThatItFinds =
    "SELECT count(*) FROM path_index WHERE path_index MATCH '\"fil\"'";

inline std::int64_t sumOverShards(const CacheFixture &fixture, const char *sql)
{
    std::int64_t sum = 0;
    for (int index = 0; index < 4; ++index) {
        const std::int64_t value = Shell(fixture.shardPath(index)).integer(sql);
        if (value < 0)
            return -1;
        sum += value;
    }
    return sum;
}

// Up to this many rows of a shard stay unindexed until there are more.
inline bool isIndexed(const CacheFixture &fixture)
{
    for (int index = 0; index < 4; ++index) {
        const std::int64_t left = Shell(fixture.shardPath(index)).integer(unindexedRows);
        if (left < 0 || left >= 256)
            return false;
    }
    return true;
}

inline char lowered(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
}

inline std::string lowered(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), [](char byte) { return lowered(byte); });
    return text;
}

inline Paths thoseWith(const Paths &paths, const std::string &needle)
{
    Paths found;
    for (const std::string &path : paths) {
        if (lowered(path).find(lowered(needle)) != std::string::npos)
            found.insert(path);
    }
    return found;
}

inline Paths listed(CacheFixture &fixture, const std::string &needle = {})
{
    Paths found;
    for (const auto &info : fixture.cache->describe(fixture.cache->list({.pathContains = needle})))
        found.insert(info ? info->path : "(gone)");
    return found;
}

inline std::string valueOf(const std::string &path)
{
    return "value of " + path;
}

inline bool openWithoutMemory(CacheFixture &fixture)
{
    fixture.options.memory = {.entries = 0, .bytes = 0};
    return fixture.open();
}

inline void fill(CacheFixture &fixture, int entries, const std::string &prefix = "/data/file-")
{
    for (int i = 0; i < entries; ++i) {
        const std::string path = prefix + std::to_string(i);
        fixture.put(path, valueOf(path));
        if (i % 1000 == 999)
            QVERIFY(fixture.cache->flush()); // the queue is bounded
    }
    QVERIFY(fixture.cache->flush());
}

} // namespace manometer::cache
