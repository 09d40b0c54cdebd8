// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads a shard's rows. One thread at a time; every call blocks on disk. A row is valid only if its checksum
// matches its key, its version and its value.
#pragma once

#include "cache/Selection.h"
#include "cache/disk/Connection.h"
#include "cache/disk/IdHints.h"
#include "cache/disk/PayloadCodec.h"

#include <functional>
#include <string_view>
#include <vector>

namespace manometer::cache::disk {

// A row whose checksum does not match, with the key that it contains, which may be the damaged part.
struct DamagedRow
{
    EntryKey key;
    EntryId id{};
};

struct RowLookup
{
    RecordPtr record; // null: no such row, or a damaged one
    std::optional<DamagedRow> damaged;
};

struct RowFigures
{
    EntryInfo info; // without inMemory and onDisk
    std::uint64_t keyHash = 0;
};

// The summary of a record that is not in the file yet; its hits are unknown.
RowSummary summaryOf(const Record &record);

class RowReader
{
public:
    // Unusable if it failed to prepare its statements: see takeFault().
    // The hints outlive this object.
    RowReader(Connection connection, IdHints &hints);
    RowReader(const RowReader &) = delete;
    RowReader &operator=(const RowReader &) = delete;

    std::optional<Fault> takeFault() { return m_connection.takeFault(); }

    // Later reads see one snapshot of the file, which is not older than this call if the generation differs
    // from the last call's. A new snapshot each time would make reads a quarter slower.
    void useSnapshot(std::uint64_t generation);
    std::uint64_t snapshotGeneration() const { return m_generation; }
    // While a snapshot is held, the log cannot be restarted.
    void endSnapshot();
    // Ends the snapshot and frees the page cache.
    void releaseMemory();

    Expected<RowLookup, Fault> find(const EntryKey &key);
    Expected<RowLookup, Fault> read(EntryId id);
    // The id of the key's row, if there is one. Does not read its value.
    Expected<std::optional<EntryId>, Fault> locate(const EntryKey &key);
    Expected<std::optional<RowFigures>, Fault> describe(EntryId id);
    // All rows within the bounds, unordered, from one snapshot; `begun` is called once it is taken.
    std::optional<Fault> scan(const RowScan &wanted, const std::function<void()> &begun,
                              const std::function<void(const RowSummary &)> &visit);
    // The same, but leaves out most rows whose paths do not contain the needle (ASCII case-insensitive), as
    // far as the path index can exclude them; it may visit rows outside of the bounds, and a row twice. If
    // the index is damaged, no row is left out because of its path.
    enum class IndexState : std::uint8_t { Good, Damaged };
    Expected<IndexState, Fault> search(const RowScan &wanted, std::string_view needle,
                                       const std::function<void()> &begun,
                                       const std::function<void(const RowSummary &)> &visit);

private:
    static std::string selectSummaries(const RowColumns &columns);
    static RowSummary summaryOf(const Statement &row);
    Expected<std::vector<std::uint64_t>, Fault> candidates(const std::string &match, std::uint64_t atMost);
    Expected<RecordPtr, Fault> findByHint(const EntryKey &key);
    Expected<RowLookup, Fault> decode(Statement &row);
    // The current row's; null if it is damaged, or if a fault is recorded.
    RecordPtr decodeRow(const Statement &row, EntryKey key);
    // Null if there is none with this id, or if it is unusable.
    const Dictionary *dictionary(std::int64_t id);

    Connection m_connection;
    IdHints &m_hints;
    PayloadCodec m_codec;
    std::uint64_t m_generation = 0;
    int m_uses = 0; // of the present snapshot
    Statement m_begin;
    Statement m_commit;
    Statement m_find;
    Statement m_read;
    Statement m_locate;
    Statement m_describe;
    Statement m_dictionary;
    std::vector<DictionaryPtr> m_dictionaries; // those that were loaded
};

} // namespace manometer::cache::disk
