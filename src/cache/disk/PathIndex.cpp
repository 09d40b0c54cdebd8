// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/disk/PathIndex.h"

#include "cache/disk/Schema.h"

#include <algorithm>
#include <sqlite3.h>

namespace manometer::cache::disk {

namespace {

constexpr const char *lateSql =
    "SELECT late.id, entry.path, entry.id IS NOT NULL FROM path_index_late AS late"
    " LEFT JOIN entry ON entry.id = late.id ORDER BY late.id LIMIT ?2";
constexpr const char *nextSql = "SELECT id, path, 1 FROM entry WHERE id > ?1 ORDER BY id LIMIT ?2";

constexpr const char *bytesByPage =
    "SELECT sum(pgsize) FROM dbstat WHERE aggregate = TRUE AND name IN "
    "('path_index_data', 'path_index_idx', 'path_index_config', 'path_index_state', 'path_index_late')";
// If SQLite was built without dbstat: a row is about a page.
constexpr const char *bytesByRow =
    "SELECT 4096 * (3 + (SELECT count(*) FROM path_index_data) + (SELECT count(*) FROM path_index_idx) / 64)";

// After emptying, all rows are indexed again: not worth it for few stale ones.
constexpr std::uint64_t staleRowsAllowed = 512;

// If an index is damaged more often than this while the file is open, the cause is elsewhere.
constexpr int maximumRepairs = 3;

bool isDamage(const std::optional<Fault> &fault)
{
    return fault && fault->kind == Fault::Kind::Damaged;
}

} // namespace

PathIndex::PathIndex(Connection &connection)
    : m_connection(connection)
{}

std::optional<Fault> PathIndex::open()
{
    bool isKnown = false;
    {
        Statement state(m_connection,
                        "SELECT indexed_to, indexed_rows, bytes FROM path_index_state WHERE one = 1");
        isKnown = state.step();
        if (isKnown)
            m_state = {.indexedTo = state.unsignedInteger(0),
                       .rows = state.unsignedInteger(1),
                       .bytes = state.unsignedInteger(2)};
    }
    m_measuredRows = m_state.rows;
    m_connection.queryInteger("SELECT max(id) FROM path_index_late");
    if (m_connection.queryInteger("SELECT count(*) FROM sqlite_schema WHERE name = 'path_index'") != 1)
        isKnown = false;
    auto fault = m_connection.takeFault();
    if (fault && fault->kind != Fault::Kind::Damaged)
        return fault;
    if (fault || !isKnown || m_state.indexedTo > greatestPlausibleId) {
        m_state = {};
        return repairIfDamaged(Fault{.kind = Fault::Kind::Damaged, .detail = "the path index"});
    }
    return std::nullopt;
}

void PathIndex::noteRow(EntryId id)
{
    ++m_unindexed;
    if (static_cast<std::uint64_t>(id) > m_state.indexedTo)
        return;
    Statement note(m_connection, "INSERT OR IGNORE INTO path_index_late(id) VALUES(?1)");
    note.bind(1, static_cast<std::uint64_t>(id)).run();
}

std::optional<Fault> PathIndex::step(std::uint64_t pathBytes)
{
    // Rows are read first and separately: a failure there is a fault of the file, not of the index.
    if (!m_isIndexing) {
        if (auto fault = checkWhetherToIndex())
            return fault;
        if (!m_isIndexing)
            return std::nullopt;
    }
    auto late = lateRows(pathBytes);
    if (!late)
        return repairIfDamaged(std::move(late.error()));
    auto next = nextRows(pathBytes);
    if (!next)
        return std::move(next.error());
    if (!late->empty() || !next->empty())
        return repairIfDamaged(add(*late, *next));
    m_isIndexing = false;
    m_unindexed = 0;
    measureIfGrown();
    return repairIfDamaged(m_connection.takeFault());
}

// Rows that m_unindexed counts may have been erased since.
std::optional<Fault> PathIndex::checkWhetherToIndex()
{
    Statement count(m_connection, "SELECT count(*) FROM (SELECT 1 FROM entry WHERE id > ?1 LIMIT ?2)");
    count.bind(1, m_state.indexedTo).bind(2, rowsWorthATransaction);
    m_unindexed = count.step() ? count.unsignedInteger(0) : 0;
    if (auto fault = m_connection.takeFault())
        return fault;
    m_unindexed +=
        static_cast<std::uint64_t>(m_connection.queryInteger("SELECT count(*) FROM path_index_late"));
    m_isIndexing = m_unindexed >= rowsWorthATransaction;
    return repairIfDamaged(m_connection.takeFault());
}

Expected<std::vector<PathIndex::Row>, Fault> PathIndex::lateRows(std::uint64_t pathBytes)
{
    std::vector<Row> rows;
    Statement statement(m_connection, lateSql);
    if (auto fault = collect(statement, pathBytes, rows))
        return Unexpected(std::move(*fault));
    return rows;
}

Expected<std::vector<PathIndex::Row>, Fault> PathIndex::nextRows(std::uint64_t pathBytes)
{
    std::vector<Row> rows;
    Statement statement(m_connection, nextSql);
    statement.bind(1, m_state.indexedTo);
    if (auto fault = collect(statement, pathBytes, rows))
        return Unexpected(std::move(*fault));
    return rows;
}

std::optional<Fault> PathIndex::collect(Statement &statement, std::uint64_t pathBytes, std::vector<Row> &rows)
{
    std::uint64_t bytes = 0;
    statement.bind(2, rowsWorthATransaction);
    while (bytes < pathBytes && statement.step()) {
        Row row{.id = statement.unsignedInteger(0),
                .path = std::string(statement.bytes(1)),
                .isThere = statement.integer(2) != 0};
        // The tokenizer stops at a NUL. Only a damaged path has one.
        std::replace(row.path.begin(), row.path.end(), '\0', '/');
        bytes += row.path.size() + 1;
        rows.push_back(std::move(row));
    }
    return m_connection.takeFault();
}

std::optional<Fault> PathIndex::add(const std::vector<Row> &late, const std::vector<Row> &next)
{
    State state = m_state;
    m_connection.execute("BEGIN IMMEDIATE");
    {
        Statement insert(m_connection, "INSERT INTO path_index(rowid, path) VALUES(?1, CAST(?2 AS TEXT))");
        Statement forget(m_connection, "DELETE FROM path_index_late WHERE id = ?1");
        const auto addRow = [&](const Row &row) {
            insert.bind(1, row.id).bind(2, std::string_view(row.path)).run();
            ++state.rows;
        };
        for (const Row &row : late) {
            if (row.isThere)
                addRow(row);
            forget.bind(1, row.id).run();
        }
        for (const Row &row : next) {
            addRow(row);
            state.indexedTo = row.id;
        }
    }
    save(state);
    if (auto fault = finish())
        return fault;
    m_state = state;
    return std::nullopt;
}

// To be called in the transaction that changes the index.
void PathIndex::save(const State &state)
{
    Statement statement(m_connection,
                        "INSERT OR REPLACE INTO path_index_state(one, indexed_to, indexed_rows, bytes)"
                        " VALUES(1, ?1, ?2, ?3)");
    statement.bind(1, state.indexedTo).bind(2, state.rows).bind(3, state.bytes).run();
}

// Reads the whole index, so only after it has grown.
void PathIndex::measureIfGrown()
{
    if (m_state.rows - m_measuredRows <= m_measuredRows / 8)
        return;
    State state = m_state;
    state.bytes = static_cast<std::uint64_t>(m_connection.queryInteger(bytesByPage));
    if (m_connection.takeFault())
        state.bytes = static_cast<std::uint64_t>(m_connection.queryInteger(bytesByRow));
    save(state);
    if (m_connection.hasFailed())
        return;
    m_state = state;
    m_measuredRows = state.rows;
}

Expected<bool, Fault> PathIndex::emptyIfStale(std::uint64_t liveRows)
{
    // At most liveRows of the indexed rows still exist.
    const std::uint64_t stale = m_state.rows - std::min(m_state.rows, liveRows);
    const bool isOfUse = liveRows > 0 && (stale <= liveRows || stale <= staleRowsAllowed);
    if (m_state.rows == 0 || isOfUse)
        return false;
    if (auto fault = empty())
        return Unexpected(std::move(*fault));
    return true;
}

std::optional<Fault> PathIndex::empty()
{
    m_connection.execute("BEGIN IMMEDIATE");
    m_connection.execute("INSERT INTO path_index(path_index) VALUES('delete-all')");
    m_connection.execute("DELETE FROM path_index_late");
    save({});
    auto fault = finish();
    if (fault)
        return repairIfDamaged(std::move(fault));
    m_state = {};
    m_measuredRows = 0;
    m_unindexed = rowsWorthATransaction;
    m_isIndexing = false;
    return std::nullopt;
}

std::optional<Fault> PathIndex::repair()
{
    if (m_isDisabled)
        return std::nullopt;
    return repairIfDamaged(Fault{.kind = Fault::Kind::Damaged, .detail = "the path index"});
}

// Drops the index in any state and creates an empty one.
std::optional<Fault> PathIndex::rebuild()
{
    // A virtual table whose shadow tables are damaged may not open and then cannot be dropped. Its shadow
    // tables can.
    sqlite3_db_config(m_connection.handle(), SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
    m_connection.execute("BEGIN IMMEDIATE");
    for (const char *table : {"data", "idx", "config", "docsize", "content", "state", "late"})
        m_connection.execute((std::string("DROP TABLE IF EXISTS path_index_") + table).c_str());
    m_connection.execute("PRAGMA writable_schema = ON");
    m_connection.execute("DELETE FROM sqlite_schema WHERE name = 'path_index' AND rootpage = 0");
    m_connection.execute("PRAGMA writable_schema = RESET");
    m_connection.execute(createPathIndex);
    auto fault = finish();
    m_connection.execute("PRAGMA writable_schema = RESET");
    sqlite3_db_config(m_connection.handle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    m_connection.takeFault();
    if (fault)
        return fault;
    m_state = {};
    m_measuredRows = 0;
    m_unindexed = rowsWorthATransaction;
    m_isIndexing = false;
    return std::nullopt;
}

// Rebuilds a damaged index, or disables it if that fails: searches then read all rows. Other faults are
// returned.
std::optional<Fault> PathIndex::repairIfDamaged(std::optional<Fault> fault)
{
    if (!isDamage(fault))
        return fault;
    if (++m_repairs <= maximumRepairs)
        fault = rebuild();
    if (isDamage(fault)) {
        m_isDisabled = true;
        m_isIndexing = false;
        return std::nullopt;
    }
    return fault;
}

// Commits, or rolls back what a failure left.
std::optional<Fault> PathIndex::finish()
{
    m_connection.execute("COMMIT");
    auto fault = m_connection.takeFault();
    if (m_connection.inTransaction()) {
        m_connection.execute("ROLLBACK");
        m_connection.takeFault(); // the first failure is the one to report
    }
    return fault;
}

} // namespace manometer::cache::disk
