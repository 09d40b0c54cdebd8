// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/disk/Connection.h"

#include <sqlite3.h>

namespace manometer::cache::disk {

namespace {

// SQLite counts its memory under one lock for the whole process, which readers would contend for at each get.
// The figure is not used. Without effect if the process uses SQLite already.
void disableMemoryStatistics()
{
    static const int once = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    static_cast<void>(once);
}

} // namespace

Expected<Connection, Fault> Connection::open(const std::string &path, const std::string &vfs, Access access)
{
    disableMemoryStatistics();
    Connection connection;
    sqlite3 *handle = nullptr;
    // Even a reader of a WAL database writes: to the shared index of the log.
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    const int code = sqlite3_open_v2(path.c_str(), &handle, flags, vfs.empty() ? nullptr : vfs.c_str());
    connection.m_handle.reset(handle);
    if (code != SQLITE_OK) {
        const int systemError = handle ? sqlite3_system_errno(handle) : 0;
        return Unexpected(
            faultOfSqlite(code, systemError, handle ? sqlite3_errmsg(handle) : sqlite3_errstr(code)));
    }
    // Closing must not touch the log by name: another file may have taken the shard's place by then.
    sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    // Before anything that may meet a lock.
    sqlite3_busy_timeout(handle, access == Access::ReadWrite ? writerTimeoutMs : readerTimeoutMs);
    connection.execute("PRAGMA cell_size_check = ON");
    if (access == Access::ReadOnly)
        connection.execute("PRAGMA query_only = ON");
    if (auto fault = connection.takeFault())
        return Unexpected(std::move(*fault));
    return connection;
}

void Connection::Close::operator()(sqlite3 *handle) const
{
    sqlite3_close_v2(handle);
}

void Connection::execute(const char *sql)
{
    if (hasFailed())
        return;
    if (const int code = sqlite3_exec(handle(), sql, nullptr, nullptr, nullptr); code != SQLITE_OK)
        fail(code);
}

std::int64_t Connection::queryInteger(const char *sql)
{
    Statement statement(*this, sql);
    return statement.step() ? statement.integer(0) : 0;
}

std::int64_t Connection::changes() const
{
    return sqlite3_changes64(handle());
}

void Connection::releaseMemory()
{
    sqlite3_db_release_memory(handle());
}

bool Connection::inTransaction() const
{
    return sqlite3_get_autocommit(handle()) == 0;
}

std::optional<Fault> Connection::takeFault()
{
    std::optional<Fault> fault;
    fault.swap(m_fault);
    return fault;
}

void Connection::fail(int extendedCode)
{
    if (!hasFailed())
        m_fault = faultOfSqlite(extendedCode, sqlite3_system_errno(handle()), sqlite3_errmsg(handle()));
}

Statement::Statement(Connection &connection, const char *sql)
    : m_connection(&connection)
{
    if (connection.hasFailed())
        return;
    sqlite3_stmt *statement = nullptr;
    const int code =
        sqlite3_prepare_v3(connection.handle(), sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    m_statement.reset(statement);
    if (code != SQLITE_OK)
        connection.fail(code);
}

void Statement::Finalize::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

Statement &Statement::reset()
{
    // Returns the last step's failure again, which is recorded already.
    if (m_statement)
        sqlite3_reset(m_statement.get());
    return *this;
}

Statement &Statement::bind(int parameter, std::int64_t value)
{
    if (m_connection->hasFailed())
        return *this;
    if (const int code = sqlite3_bind_int64(m_statement.get(), parameter, value); code != SQLITE_OK)
        m_connection->fail(code);
    return *this;
}

Statement &Statement::bind(int parameter, std::string_view bytes)
{
    if (m_connection->hasFailed())
        return *this;
    // A null pointer would be bound as NULL, which is not the empty blob.
    const char *data = bytes.empty() ? "" : bytes.data();
    const int code = sqlite3_bind_blob64(m_statement.get(), parameter, data, bytes.size(), SQLITE_STATIC);
    if (code != SQLITE_OK)
        m_connection->fail(code);
    return *this;
}

bool Statement::step()
{
    if (m_connection->hasFailed())
        return false;
    const int code = sqlite3_step(m_statement.get());
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        m_connection->fail(code);
    return code == SQLITE_ROW;
}

void Statement::run()
{
    step();
    reset();
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

std::string_view Statement::bytes(int column) const
{
    const void *data = sqlite3_column_blob(m_statement.get(), column);
    const int size = sqlite3_column_bytes(m_statement.get(), column);
    return data ? std::string_view(static_cast<const char *>(data), static_cast<std::size_t>(size))
                : std::string_view();
}

} // namespace manometer::cache::disk
