// SPDX-License-Identifier: GPL-3.0-or-later
//
// The writer's half of a shard's path index: trigrams of the rows' paths, which a search narrows its
// candidates with. Rows are indexed long after they are written, when the writer has nothing else to do;
// until then a search reads them one by one. The index only ever proposes: rows that are gone stay in it
// until it is made anew, and a damaged one is made anew without touching the rows. Only the writer thread
// uses it; every call blocks on disk but those that say so.
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

    // Reads how far the index is; makes it anew where that cannot be true. Before any other call.
    std::optional<Fault> open();
    // No row with a lesser id may be given that id: what is in the index would name another path.
    std::uint64_t greatestId() const { return m_state.indexedTo; }

    // To be told of each row, in the transaction that writes it. Touches the disk only for one that comes
    // later than rows with greater ids.
    void noteRow(EntryId id);

    // Never block. Whether step() has enough to do; what the index took when it was last measured.
    bool hasWork() const { return !m_isOutOfOrder && (m_isIndexing || m_unindexed >= rowsWorthATransaction); }
    std::uint64_t bytes() const { return m_state.bytes; }

    // Indexes some more rows, no more than `pathBytes` of paths, in a transaction of its own. A fault that is
    // the index's alone is mended here.
    std::optional<Fault> step(std::uint64_t pathBytes);
    // Empties the index if most of what is in it is gone from the file, which has so many rows now. True if
    // so.
    Expected<bool, Fault> emptyIfStale(std::uint64_t liveRows);
    std::optional<Fault> empty();
    // A search has met damage: makes it anew, or has it left alone where that does not help.
    std::optional<Fault> mend();

private:
    static constexpr std::uint64_t rowsWorthATransaction = 256;

    struct State
    {
        std::uint64_t indexedTo = 0; // rows with greater ids are not in it, nor those that are noted as late
        std::uint64_t rows = 0;      // that were put in since it was empty
        std::uint64_t bytes = 0;
    };
    struct Row
    {
        std::uint64_t id;
        std::string path;
        bool isThere;
    };

    std::optional<Fault> lookWhetherToBegin();
    Expected<std::vector<Row>, Fault> lateRows(std::uint64_t pathBytes);
    Expected<std::vector<Row>, Fault> nextRows(std::uint64_t pathBytes);
    std::optional<Fault> collect(Statement &statement, std::uint64_t pathBytes, std::vector<Row> &rows);
    std::optional<Fault> add(const std::vector<Row> &late, const std::vector<Row> &next);
    void save(const State &state);
    void measureIfGrown();
    std::optional<Fault> makeAnew();
    std::optional<Fault> settle(std::optional<Fault> fault);
    std::optional<Fault> finish();

    Connection &m_connection;
    State m_state;
    std::uint64_t m_measuredRows = 0;
    std::uint64_t m_unindexed = rowsWorthATransaction; // at most so many; at first it is not known
    bool m_isIndexing = false;                         // once begun, it goes on to the last row
    bool m_isOutOfOrder = false;                       // until the file is opened again
    int m_timesMended = 0;
};

} // namespace manometer::cache::disk
