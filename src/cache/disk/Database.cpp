// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/disk/Database.h"

namespace manometer::cache {

Statement::Statement(sqlite3 *database, std::string_view sql, int &result)
{
    sqlite3_stmt *statement = nullptr;
    result = sqlite3_prepare_v3(database, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                &statement, nullptr);
    m_statement.reset(statement);
}

Statement &Statement::bind(int index, std::int64_t value)
{
    sqlite3_bind_int64(m_statement.get(), index, value);
    return *this;
}

Statement &Statement::bindBlob(int index, std::string_view bytes)
{
    // A null pointer would bind NULL, not an empty blob.
    const char *data = bytes.data() ? bytes.data() : "";
    sqlite3_bind_blob64(m_statement.get(), index, data, bytes.size(), SQLITE_STATIC);
    return *this;
}

void Statement::reset()
{
    sqlite3_reset(m_statement.get());
    sqlite3_clear_bindings(m_statement.get());
}

int Statement::run()
{
    int result = step();
    while (result == SQLITE_ROW)
        result = step();
    reset();
    return result;
}

std::string_view Statement::blob(int column) const
{
    const void *data = sqlite3_column_blob(m_statement.get(), column);
    const int size = sqlite3_column_bytes(m_statement.get(), column);
    return data ? std::string_view(static_cast<const char *>(data), static_cast<std::size_t>(size))
                : std::string_view();
}

int Database::open(const std::string &path, Access access, const std::string &vfs)
{
    sqlite3 *database = nullptr;
    const int flags =
        (access == Access::ReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE) |
        SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW;
    const int result = sqlite3_open_v2(path.c_str(), &database, flags, vfs.empty() ? nullptr : vfs.c_str());
    m_database.reset(database);
    if (database)
        sqlite3_extended_result_codes(database, 0);
    return result;
}

int Database::execute(const char *sql)
{
    return sqlite3_exec(m_database.get(), sql, nullptr, nullptr, nullptr);
}

int Database::prepare(Statement &statement, std::string_view sql)
{
    int result = SQLITE_OK;
    statement = Statement(m_database.get(), sql, result);
    return result;
}

int Database::query(std::string_view sql, std::int64_t &value)
{
    Statement statement;
    int result = prepare(statement, sql);
    if (result != SQLITE_OK)
        return result;
    result = statement.step();
    if (result != SQLITE_ROW)
        return result == SQLITE_DONE ? SQLITE_ERROR : result;
    value = statement.integer(0);
    return SQLITE_OK;
}

} // namespace manometer::cache
