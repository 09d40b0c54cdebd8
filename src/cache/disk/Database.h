// SPDX-License-Identifier: GPL-3.0-or-later
//
// SQLite's C interface with owners: a connection and its statements. Errors are SQLite's result codes;
// nothing throws. One thread at a time a connection. Source: https://www.sqlite.org/c3ref/intro.html
#pragma once

#include <cstdint>
#include <memory>
#include <sqlite3.h>
#include <string>
#include <string_view>

namespace manometer::cache {

class Statement
{
public:
    Statement() = default;
    Statement(sqlite3 *database, std::string_view sql, int &result);

    Statement &bind(int index, std::int64_t value);
    // The bytes must live until the next reset().
    Statement &bindBlob(int index, std::string_view bytes);

    // SQLITE_ROW, SQLITE_DONE or an error.
    int step() { return sqlite3_step(m_statement.get()); }
    void reset();
    // For statements without rows: SQLITE_DONE or an error; reset afterwards.
    int run();

    std::int64_t integer(int column) const { return sqlite3_column_int64(m_statement.get(), column); }
    std::string_view blob(int column) const;
    explicit operator bool() const { return m_statement != nullptr; }

private:
    struct Finalize
    {
        void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
    };
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

// Resets a statement at the end of a scope: an unfinished one would hold a read transaction open.
class Reset
{
public:
    explicit Reset(Statement &statement)
        : m_statement(statement)
    {}
    ~Reset() { m_statement.reset(); }
    Reset(const Reset &) = delete;
    Reset &operator=(const Reset &) = delete;

private:
    Statement &m_statement;
};

class Database
{
public:
    enum class Access { ReadOnly, ReadWrite };

    Database() = default;
    // SQLITE_OK or an error. vfs "" is the default one.
    int open(const std::string &path, Access access, const std::string &vfs);
    void close() { m_database.reset(); }
    bool isOpen() const { return m_database != nullptr; }

    int execute(const char *sql);
    int prepare(Statement &statement, std::string_view sql);
    // The single integer that a statement yields.
    int query(std::string_view sql, std::int64_t &value);
    std::int64_t changes() const { return sqlite3_changes64(m_database.get()); }
    std::int64_t lastInsertId() const { return sqlite3_last_insert_rowid(m_database.get()); }
    int systemError() const { return m_database ? sqlite3_system_errno(m_database.get()) : 0; }
    std::string message() const { return m_database ? sqlite3_errmsg(m_database.get()) : std::string(); }
    sqlite3 *handle() { return m_database.get(); }

private:
    struct Close
    {
        void operator()(sqlite3 *database) const { sqlite3_close_v2(database); }
    };
    std::unique_ptr<sqlite3, Close> m_database;
};

} // namespace manometer::cache
