// SPDX-License-Identifier: GPL-3.0-or-later
//
// The writer's side of a shard's path index: trigrams of the rows' paths, with which a search narrows its
// candidates (RowReader::search). Rows are indexed after they are written, when the writer is idle; until
// then a search reads them one by one. The index only proposes candidates: erased rows stay in it until it is
// rebuilt, and a damaged index is rebuilt without touching the rows. Only the writer thread uses it; every
// call blocks on disk except those that say so.
#pragma once

#include "cache/EntryInfo.h"
#include "cache/disk/Connection.h"

#include <string_view>
#include <utility>
#include <vector>

namespace manometer::cache::disk {

class PathIndex
{
public:
    // Belongs to a connection that outlives it.
    explicit PathIndex(Connection &connection);
    PathIndex(const PathIndex &) = delete;
    PathIndex &operator=(const PathIndex &) = delete;

    // Reads the index's state; rebuilds it if the state is impossible. To be called first.
    std::optional<Fault> open();
    // No new row may have an id up to this one: the index may have another path under it.
    std::uint64_t greatestId() const { return m_state.indexedTo; }

    // Call it for each row, in the transaction that writes it. Accesses the disk only for a row that is
    // written after rows with greater ids were indexed.
    void noteRow(EntryId id);

    // Never block. Whether step() has enough to do; the index's size when it was last measured.
    bool hasWork() const { return !m_isDisabled && (m_isIndexing || m_unindexed >= rowsWorthATransaction); }
    std::uint64_t bytes() const { return m_state.bytes; }

    // Indexes more rows, at most `pathBytes` of paths, in a transaction of its own. A fault of the index
    // alone is repaired here.
    std::optional<Fault> step(std::uint64_t pathBytes);
    // Empties the index if most of its rows are no longer in the file, which has `liveRows` now. True if so.
    Expected<bool, Fault> emptyIfStale(std::uint64_t liveRows);
    std::optional<Fault> empty();
    // After a search met damage: rebuilds the index, or disables it if that was done too often.
    std::optional<Fault> repair();

private:
    static constexpr std::uint64_t rowsWorthATransaction = 256;

    struct State
    {
        std::uint64_t indexedTo =
            0;                  // rows with greater ids are not in the index, nor those in path_index_late
        std::uint64_t rows = 0; // rows added since it was empty
        std::uint64_t bytes = 0;
    };
    struct Row
    {
        std::uint64_t id;
        std::string path;
        bool isThere;
    };

    std::optional<Fault> checkWhetherToIndex();
    Expected<std::vector<Row>, Fault> lateRows(std::uint64_t pathBytes);
    Expected<std::vector<Row>, Fault> nextRows(std::uint64_t pathBytes);
    std::optional<Fault> collect(Statement &statement, std::uint64_t pathBytes, std::vector<Row> &rows);
    std::optional<Fault> add(const std::vector<Row> &late, const std::vector<Row> &next);
    void save(const State &state);
    void measureIfGrown();
    std::optional<Fault> rebuild();
    std::optional<Fault> repairIfDamaged(std::optional<Fault> fault);
    std::optional<Fault> finish();

    Connection &m_connection;
    State m_state;
    std::uint64_t m_measuredRows = 0;
    std::uint64_t m_unindexed = rowsWorthATransaction; // upper bound; unknown at first
    bool m_isIndexing = false;                         // once begun, it continues to the last row
    bool m_isDisabled = false;                         // disabled until the file is opened again
    int m_repairs = 0;
};

} // namespace manometer::cache::disk
