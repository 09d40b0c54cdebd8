// SPDX-License-Identifier: GPL-3.0-or-later
//
// One SQLite connection and its prepared statements. Used by one thread at a time; every call may block on
// disk. The first failure sticks: later calls do nothing, so that a sequence of statements is checked once,
// at its end, with takeFault().
#pragma once

#include "cache/disk/Fault.h"
#include "expected/Expected.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace manometer::cache::disk {

enum class Access : std::uint8_t { ReadOnly, ReadWrite };

class Connection
{
public:
    // The directory has one owner, so only another program, such as an operator's sqlite3 shell, can hold a
    // lock: worth a short wait, not worth stalling a reader.
    static constexpr int writerTimeoutMs = 250;
    static constexpr int readerTimeoutMs = 50;

    Connection() = default;
    // The file must exist.
    static Expected<Connection, Fault> open(const std::string &path, const std::string &vfs, Access access);

    bool isOpen() const { return m_handle != nullptr; }
    void execute(const char *sql);
    // The first column of the first row; 0 if there is none.
    std::int64_t queryInteger(const char *sql);
    std::int64_t changes() const;
    bool inTransaction() const;
    void releaseMemory(); // cached pages; outside of a transaction

    bool hasFailed() const { return m_fault.has_value(); }
    std::optional<Fault> takeFault();
    // Records the failure of a call on this connection.
    void fail(int extendedCode);

    sqlite3 *handle() const { return m_handle.get(); }

private:
    struct Close
    {
        void operator()(sqlite3 *handle) const;
    };
    std::unique_ptr<sqlite3, Close> m_handle;
    std::optional<Fault> m_fault;
};

// Belongs to a Connection that outlives it. Bound bytes must stay until the next reset().
class Statement
{
public:
    Statement(Connection &connection, const char *sql);

    Statement &reset();
    Statement &bind(int parameter, std::int64_t value);
    Statement &bind(int parameter, std::uint64_t value)
    {
        return bind(parameter, static_cast<std::int64_t>(value));
    }
    Statement &bind(int parameter, std::string_view bytes);
    // True if there is a row to read.
    bool step();
    // For a statement without rows: steps it and resets it.
    void run();

    std::int64_t integer(int column) const;
    std::uint64_t unsignedInteger(int column) const { return static_cast<std::uint64_t>(integer(column)); }
    // Valid until the next step() or reset().
    std::string_view bytes(int column) const;

private:
    struct Finalize
    {
        void operator()(sqlite3_stmt *statement) const;
    };
    Connection *m_connection;
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

// Resets a statement at the end of a scope: an unfinished one holds its read transaction open.
class StatementScope
{
public:
    explicit StatementScope(Statement &statement)
        : m_statement(statement.reset())
    {}
    ~StatementScope() { m_statement.reset(); }
    StatementScope(const StatementScope &) = delete;
    StatementScope &operator=(const StatementScope &) = delete;

private:
    Statement &m_statement;
};

} // namespace manometer::cache::disk
