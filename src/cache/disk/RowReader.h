// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads a shard's rows. One thread at a time; every call blocks on disk. A row is believed only if its
// checksum vouches for its key, its version and its value.
#pragma once

#include "cache/Selection.h"
#include "cache/disk/Connection.h"
#include "cache/disk/PayloadCodec.h"

#include <functional>
#include <string_view>
#include <vector>

namespace manometer::cache::disk {

// A row that its checksum disowned, under the key that it gives, which may be what is damaged.
struct DamagedRow
{
    EntryKey key;
    EntryId id{};
};

struct RowLookup
{
    RecordPtr record; // none: no such row, or a damaged one
    std::optional<DamagedRow> damaged;
};

struct RowFigures
{
    EntryInfo info; // inMemory and onDisk are the caller's to say
    std::uint64_t keyHash = 0;
};

// What a listing looks at of a record that is not in the file; hits are not known of it.
RowSummary summaryOf(const Record &record);

class RowReader
{
public:
    // Unusable if it failed to prepare its statements: see takeFault().
    explicit RowReader(Connection connection);
    RowReader(const RowReader &) = delete;
    RowReader &operator=(const RowReader &) = delete;

    std::optional<Fault> takeFault() { return m_connection.takeFault(); }

    // What is read from now on is of one moment, not before this call if the generation is another one than
    // at the last call. To begin anew each time would cost a quarter of the reads.
    void useSnapshot(std::uint64_t generation);
    std::uint64_t snapshotGeneration() const { return m_generation; }
    // While one is held, the log cannot be begun anew.
    void endSnapshot();
    // Ends the snapshot, and gives up the pages that are cached.
    void releaseMemory();

    Expected<RowLookup, Fault> find(const EntryKey &key);
    Expected<RowLookup, Fault> read(EntryId id);
    // Whether there is a row for the key, and which. Does not read its value.
    Expected<std::optional<EntryId>, Fault> locate(const EntryKey &key);
    Expected<std::optional<RowFigures>, Fault> describe(EntryId id);
    // All rows within the bounds, in no order, as of one moment, at which `begun` is called.
    std::optional<Fault> scan(const RowScan &wanted, const std::function<void()> &begun,
                              const std::function<void(const RowSummary &)> &visit);
    // The same, but of the rows whose paths do not contain the needle, in any case of ASCII letters, most are
    // left out where the path index can tell; rows outside of the bounds may be visited, and a row twice.
    // Where the index is damaged, paths leave nothing out.
    enum class IndexState : std::uint8_t { Good, Damaged };
    Expected<IndexState, Fault> search(const RowScan &wanted, std::string_view needle,
                                       const std::function<void()> &begun,
                                       const std::function<void(const RowSummary &)> &visit);

private:
    static std::string selectSummaries(const RowColumns &columns);
    static RowSummary summaryOf(const Statement &row);
    Expected<std::vector<std::uint64_t>, Fault> candidates(const std::string &match, std::uint64_t atMost);
    Expected<RowLookup, Fault> decode(Statement &row);
    // Null if there is none under this id, or none that is fit for use.
    const Dictionary *dictionary(std::int64_t id);

    Connection m_connection;
    PayloadCodec m_codec;
    std::uint64_t m_generation = 0;
    int m_uses = 0; // of the snapshot
    Statement m_begin;
    Statement m_commit;
    Statement m_find;
    Statement m_read;
    Statement m_locate;
    Statement m_describe;
    Statement m_dictionary;
    std::vector<DictionaryPtr> m_dictionaries; // those that were asked for
};

} // namespace manometer::cache::disk
