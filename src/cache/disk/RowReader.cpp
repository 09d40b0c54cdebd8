// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/disk/RowReader.h"

#include <algorithm>
#include <limits>

namespace manometer::cache::disk {

namespace {

// LEFT JOIN: metadata without its payload is a damaged row, not a missing one. ORDER BY: the newest row of a
// key is the valid one, if a damaged index has caused two.
constexpr const char *findRow = R"(
SELECT entry.id, path, depth, size_bytes, mtime_ns, ctime_ns, inode, device, read_cost_ns, fingerprint, stored_ns,
       value_bytes, checksum, dictionary, bytes, kept
FROM entry LEFT JOIN payload ON payload.id = entry.id
WHERE key_hash = ?1 AND path = ?2 AND depth = ?3 ORDER BY entry.id DESC LIMIT 1)";

constexpr const char *readRow = R"(
SELECT entry.id, path, depth, size_bytes, mtime_ns, ctime_ns, inode, device, read_cost_ns, fingerprint, stored_ns,
       value_bytes, checksum, dictionary, bytes, kept
FROM entry LEFT JOIN payload ON payload.id = entry.id
WHERE entry.id = ?1)";

constexpr const char *locateRow =
    "SELECT id FROM entry WHERE key_hash = ?1 AND path = ?2 AND depth = ?3 ORDER BY id DESC LIMIT 1";

constexpr const char *describeRow = R"(
SELECT id, path, depth, size_bytes, mtime_ns, ctime_ns, inode, device, read_cost_ns, fingerprint, stored_ns,
       value_bytes, stored_bytes, hits, last_used_ns, key_hash, kept
FROM entry WHERE id = ?1)";

// No other process should write to the file; if one does, its changes are seen after this many reads.
constexpr int maximumSnapshotUses = 64;

WallTime wallTime(std::int64_t nanoseconds)
{
    return WallTime(std::chrono::nanoseconds(nanoseconds));
}

// The columns that the statements above begin with.
EntryId idOf(const Statement &row)
{
    return EntryId{row.unsignedInteger(0)};
}
SourceVersion versionOf(const Statement &row)
{
    return {.sizeBytes = row.unsignedInteger(3),
            .mtimeNanoseconds = row.integer(4),
            .ctimeNanoseconds = row.integer(5),
            .inode = row.unsignedInteger(6),
            .device = row.unsignedInteger(7)};
}
EntryNote noteOf(const Statement &row)
{
    return {.readCost = std::chrono::nanoseconds(row.integer(8)), .fingerprint = row.unsignedInteger(9)};
}
WallTime storedOf(const Statement &row)
{
    return wallTime(row.integer(10));
}

constexpr auto maximumInteger = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());

// The plus prevents SQLite from using an index: a sequential read of all rows is faster.
std::string boundsOf(const RowBounds &bounds)
{
    std::string where;
    const auto add = [&where](bool isWanted, const char *term) {
        if (isWanted)
            where.append(where.empty() ? " WHERE " : " AND ").append(term);
    };
    add(bounds.valueBytes.least > 0, "+value_bytes >= ?1");
    add(bounds.valueBytes.most <= maximumInteger, "+value_bytes <= ?2");
    add(bounds.mostHits <= maximumInteger, "+hits <= ?3");
    add(bounds.storedNanoseconds.least != Range<std::int64_t>().least, "+stored_ns >= ?4");
    add(bounds.storedNanoseconds.most != Range<std::int64_t>().most, "+stored_ns <= ?5");
    return where;
}

void bindBounds(Statement &row, const RowBounds &bounds)
{
    // SQLite's integers are signed: no row has a greater value.
    const auto clamped = [](std::uint64_t value) { return std::min(value, maximumInteger); };
    if (bounds.valueBytes.least > 0)
        row.bind(1, clamped(bounds.valueBytes.least));
    if (bounds.valueBytes.most <= maximumInteger)
        row.bind(2, bounds.valueBytes.most);
    if (bounds.mostHits <= maximumInteger)
        row.bind(3, bounds.mostHits);
    if (bounds.storedNanoseconds.least != Range<std::int64_t>().least)
        row.bind(4, bounds.storedNanoseconds.least);
    if (bounds.storedNanoseconds.most != Range<std::int64_t>().most)
        row.bind(5, bounds.storedNanoseconds.most);
}

} // namespace

RowSummary summaryOf(const Record &record)
{
    return {.id = record.id,
            .keyHash = record.key.hash(),
            .path = record.key.path(),
            .depth = record.key.depth(),
            .valueBytes = record.bytes.size(),
            .storedNanoseconds = record.stored.time_since_epoch().count(),
            .lastUsedNanoseconds = record.stored.time_since_epoch().count(),
            .readCostNanoseconds = record.note.readCost.count(),
            .modifiedNanoseconds = record.version.mtimeNanoseconds,
            .isKept = record.isKept,
            .contents = record.note.contents()};
}

RowReader::RowReader(Connection connection, IdHints &hints)
    : m_connection(std::move(connection))
    , m_hints(hints)
    , m_begin(m_connection, "BEGIN")
    , m_commit(m_connection, "COMMIT")
    , m_find(m_connection, findRow)
    , m_read(m_connection, readRow)
    , m_locate(m_connection, locateRow)
    , m_describe(m_connection, describeRow)
    , m_dictionary(m_connection, "SELECT bytes FROM dictionary WHERE id = ?1")
{}

void RowReader::useSnapshot(std::uint64_t generation)
{
    if (generation != m_generation || ++m_uses > maximumSnapshotUses)
        endSnapshot();
    m_generation = generation;
    if (!m_connection.inTransaction())
        m_begin.run();
}

void RowReader::endSnapshot()
{
    m_uses = 0;
    if (!m_connection.inTransaction())
        return;
    m_commit.run();
    // It only read, so a failure loses nothing; a damaged path index reports one even here.
    m_connection.takeFault();
    if (m_connection.inTransaction())
        m_connection.execute("ROLLBACK");
    m_connection.takeFault();
}

void RowReader::releaseMemory()
{
    endSnapshot();
    m_connection.releaseMemory();
}

Expected<RowLookup, Fault> RowReader::find(const EntryKey &key)
{
    auto hinted = findByHint(key);
    if (!hinted)
        return Unexpected(std::move(hinted.error()));
    if (*hinted)
        return RowLookup{.record = std::move(*hinted), .damaged = std::nullopt};
    const StatementScope scope(m_find);
    m_find.bind(1, key.hash()).bind(2, key.path()).bind(3, key.depth());
    auto found = decode(m_find);
    if (found && found->record)
        m_hints.set(key.hash(), found->record->id);
    return found;
}

// Null if there is no hint, or if the row is missing, another key's, or damaged: the index decides then.
Expected<RecordPtr, Fault> RowReader::findByHint(const EntryKey &key)
{
    const auto id = m_hints.find(key.hash());
    if (!id)
        return RecordPtr();
    const StatementScope scope(m_read);
    m_read.bind(1, static_cast<std::uint64_t>(*id));
    RecordPtr record;
    if (m_read.step() && m_read.bytes(1) == key.path() && m_read.bytes(2) == key.depth())
        record = decodeRow(m_read, key);
    if (auto fault = m_connection.takeFault())
        return Unexpected(std::move(*fault));
    return record;
}

Expected<RowLookup, Fault> RowReader::read(EntryId id)
{
    const StatementScope scope(m_read);
    m_read.bind(1, static_cast<std::uint64_t>(id));
    return decode(m_read);
}

Expected<RowLookup, Fault> RowReader::decode(Statement &row)
{
    const bool found = row.step();
    if (auto fault = m_connection.takeFault())
        return Unexpected(std::move(*fault));
    if (!found)
        return RowLookup{};
    EntryKey key(row.bytes(1), row.bytes(2));
    auto record = decodeRow(row, key);
    if (auto fault = m_connection.takeFault())
        return Unexpected(std::move(*fault));
    if (!record)
        return RowLookup{.record = nullptr, .damaged = DamagedRow{std::move(key), idOf(row)}};
    return RowLookup{.record = std::move(record), .damaged = std::nullopt};
}

RecordPtr RowReader::decodeRow(const Statement &row, EntryKey key)
{
    const std::int64_t dictionaryId = row.integer(13);
    const Dictionary *const needed = dictionaryId == noDictionary ? nullptr : dictionary(dictionaryId);
    if (!needed && dictionaryId != noDictionary)
        return nullptr;
    auto bytes = m_codec.decompress(row.bytes(14), row.unsignedInteger(11), needed);
    if (!bytes)
        return nullptr;
    auto record = std::make_shared<const Record>(Record{.id = idOf(row),
                                                        .key = std::move(key),
                                                        .version = versionOf(row),
                                                        .note = noteOf(row),
                                                        .stored = storedOf(row),
                                                        .bytes = std::move(*bytes),
                                                        .isKept = row.integer(15) != 0});
    const std::uint64_t expected = row.unsignedInteger(12);
    return checksum(*record) == expected || earlierChecksum(*record) == expected ? record : nullptr;
}

const Dictionary *RowReader::dictionary(std::int64_t id)
{
    const auto isIt = [id](const DictionaryPtr &one) { return one->id() == id; };
    if (const auto known = std::find_if(m_dictionaries.begin(), m_dictionaries.end(), isIt);
        known != m_dictionaries.end())
        return known->get();
    const StatementScope scope(m_dictionary);
    m_dictionary.bind(1, id);
    if (!m_dictionary.step())
        return nullptr;
    auto loaded = Dictionary::make(id, m_dictionary.bytes(0), Dictionary::Use::Reading);
    return loaded ? m_dictionaries.emplace_back(std::move(loaded)).get() : nullptr;
}

Expected<std::optional<EntryId>, Fault> RowReader::locate(const EntryKey &key)
{
    const StatementScope scope(m_locate);
    m_locate.bind(1, key.hash()).bind(2, key.path()).bind(3, key.depth());
    const bool found = m_locate.step();
    if (auto fault = m_connection.takeFault())
        return Unexpected(std::move(*fault));
    return found ? std::optional(idOf(m_locate)) : std::nullopt;
}

Expected<std::optional<RowFigures>, Fault> RowReader::describe(EntryId id)
{
    const StatementScope scope(m_describe);
    const Statement &row = m_describe.bind(1, static_cast<std::uint64_t>(id));
    const bool found = m_describe.step();
    if (auto fault = m_connection.takeFault())
        return Unexpected(std::move(*fault));
    if (!found)
        return std::optional<RowFigures>();
    return RowFigures{.info = {.id = idOf(row),
                               .path = std::string(row.bytes(1)),
                               .depth = std::string(row.bytes(2)),
                               .version = versionOf(row),
                               .note = noteOf(row),
                               .valueBytes = row.unsignedInteger(11),
                               .storedBytes = row.unsignedInteger(12),
                               .hits = row.unsignedInteger(13),
                               .stored = storedOf(row),
                               .lastUsed = wallTime(row.integer(14)),
                               .isKept = row.integer(16) != 0},
                      .keyHash = row.unsignedInteger(15)};
}

std::optional<Fault> RowReader::scan(const RowScan &wanted, const std::function<void()> &begun,
                                     const std::function<void(const RowSummary &)> &visit)
{
    Statement row(m_connection, (selectSummaries(wanted.columns) + boundsOf(wanted.bounds)).c_str());
    bindBounds(row, wanted.bounds);
    bool isRow = row.step();
    begun();
    for (; isRow; isRow = row.step())
        visit(summaryOf(row));
    return m_connection.takeFault();
}

// A column that is not requested is a constant, which costs next to nothing.
std::string RowReader::selectSummaries(const RowColumns &columns)
{
    std::string select = "SELECT id, key_hash, path, depth";
    for (const auto &[isWanted, name] :
         std::initializer_list<std::pair<bool, const char *>>{{columns.valueBytes, "value_bytes"},
                                                              {columns.hits, "hits"},
                                                              {columns.stored, "stored_ns"},
                                                              {columns.lastUsed, "last_used_ns"},
                                                              {columns.readCost, "read_cost_ns"},
                                                              {columns.modified, "mtime_ns"},
                                                              {columns.kept, "kept"},
                                                              {columns.contents, "fingerprint"}})
        select.append(", ").append(isWanted ? name : "0");
    return select + " FROM entry";
}

RowSummary RowReader::summaryOf(const Statement &row)
{
    return {.id = idOf(row),
            .keyHash = row.unsignedInteger(1),
            .path = row.bytes(2),
            .depth = row.bytes(3),
            .valueBytes = row.unsignedInteger(4),
            .hits = row.unsignedInteger(5),
            .storedNanoseconds = row.integer(6),
            .lastUsedNanoseconds = row.integer(7),
            .readCostNanoseconds = row.integer(8),
            .modifiedNanoseconds = row.integer(9),
            .isKept = row.integer(10) != 0,
            .contents = EntryNote::contentsIn(row.unsignedInteger(11))};
}

} // namespace manometer::cache::disk
