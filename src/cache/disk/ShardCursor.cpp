// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/disk/Shard.h"

namespace manometer::cache {

Shard::Cursor::Cursor(Shard &shard, const EntryQuery &query)
    : m_lock(shard.m_listMutex)
{
    if (!shard.m_lister.isOpen())
        return;
    const char *column = "0";
    switch (query.order) {
    case EntryQuery::Order::Path:
        break;
    case EntryQuery::Order::ValueBytes:
        column = "value_bytes";
        break;
    case EntryQuery::Order::Hits:
        column = "hits";
        break;
    case EntryQuery::Order::Stored:
        column = "stored_ms";
        break;
    case EntryQuery::Order::LastUsed:
        column = "used_ms";
        break;
    case EntryQuery::Order::ReadCost:
        column = "read_cost_ns";
        break;
    }
    std::string sql = std::string("SELECT id, ") + column + ", path FROM entry WHERE 1";
    if (!query.pathContains.empty())
        // lower() folds ASCII only and leaves other bytes alone; instr() of two blobs compares bytes.
        sql += " AND instr(CAST(lower(CAST(path AS TEXT)) AS BLOB), ?1)";
    if (!query.underFolder.empty())
        sql += " AND path>=?2 AND path<?3";
    const std::string direction = query.descending ? " DESC" : " ASC";
    sql += query.order == EntryQuery::Order::Path
               ? " ORDER BY path" + direction + ", id" + direction
               : std::string(" ORDER BY ") + column + direction + ", id" + direction;
    m_result = shard.m_lister.prepare(m_statement, sql);
    if (m_result != SQLITE_OK)
        return;
    m_needle = query.pathContains;
    for (char &character : m_needle)
        if (character >= 'A' && character <= 'Z')
            character = static_cast<char>(character - 'A' + 'a');
    m_from = query.underFolder + '/';
    m_to = query.underFolder + '0'; // the byte after '/'
    if (!query.pathContains.empty())
        m_statement.bindBlob(1, m_needle);
    if (!query.underFolder.empty())
        m_statement.bindBlob(2, m_from).bindBlob(3, m_to);
}

const Shard::ListedRow *Shard::Cursor::next()
{
    if (!m_statement || m_result != SQLITE_OK)
        return nullptr;
    const int stepped = m_statement.step();
    if (stepped != SQLITE_ROW) {
        m_result = stepped == SQLITE_DONE ? SQLITE_OK : stepped;
        m_statement = {};
        return nullptr;
    }
    m_row = {.id = m_statement.integer(0), .number = m_statement.integer(1), .path = m_statement.blob(2)};
    return &m_row;
}

} // namespace manometer::cache
