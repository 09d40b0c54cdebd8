// SPDX-License-Identifier: GPL-3.0-or-later
//
// The evaluation of a query: which columns it needs, whether it matches a row, and the order of rows.
// Internal to the engine. Any thread; never blocks; no errors.
#pragma once

#include "cache/EntryInfo.h"
#include "cache/Record.h"

#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace manometer::cache {

// Columns to read besides id and key: one listing may read a million rows.
struct RowColumns
{
    bool valueBytes = false;
    bool hits = false;
    bool stored = false;
    bool lastUsed = false;
    bool readCost = false;
    bool modified = false;
    bool kept = false;
    bool contents = false;
};

// Rows outside of these bounds may be left out, so that most of a million paths are not read. Hits have an
// upper bound only: accesses that are not reported yet can only add to the file's number.
struct RowBounds
{
    Range<std::uint64_t> valueBytes{};
    std::uint64_t mostHits = std::numeric_limits<std::uint64_t>::max();
    Range<std::int64_t> storedNanoseconds{};

    bool isAll() const { return *this == RowBounds(); }
    friend bool operator==(const RowBounds &, const RowBounds &) = default;
};

struct RowScan
{
    RowColumns columns{};
    RowBounds bounds{};
};

// What a listing evaluates. The views are valid during the call that passes it; only the requested columns
// are set.
struct RowSummary
{
    EntryId id{};
    std::uint64_t keyHash = 0;
    std::string_view path{};
    std::string_view depth{};
    std::uint64_t valueBytes = 0;
    std::uint64_t hits = 0;
    std::int64_t storedNanoseconds = 0;
    std::int64_t lastUsedNanoseconds = 0;
    std::int64_t readCostNanoseconds = 0;
    std::int64_t modifiedNanoseconds = 0;
    bool isKept = false;
    Contents contents = Contents::Understood;
};

struct Place
{
    bool inMemory = false;
    bool onDisk = false;
};

class Selection
{
public:
    Selection(const EntryQuery &query, WallTime now);

    const EntryQuery &query() const { return m_query; }
    const RowScan &scan() const { return m_scan; }
    // Whether a row's place is needed, which costs a lookup in memory.
    bool needsPlace() const;

    // Paths are bytes: nothing is decoded, and only ASCII letters are case-insensitive.
    bool wantsPath(std::string_view path) const;
    bool wants(const RowSummary &row, const Place &place) const;
    // The query orders by a number, or by a text.
    bool isByText() const;
    std::string_view textOf(const RowSummary &row) const;
    std::int64_t rankOf(const RowSummary &row, const Place &place) const;

private:
    EntryQuery m_query;
    std::int64_t m_nowNanoseconds;
    std::string m_folder;
    std::string m_contains;
    RowScan m_scan;
};

// The rows of a part of the cache that match a query. Each part is filled by one thread; then ordered() sorts
// all parts together, in several threads.
class FoundRows
{
public:
    explicit FoundRows(const Selection &selection)
        : m_selection(selection)
    {}

    void add(const RowSummary &row, const Place &place);

    static std::vector<EntryId> ordered(const std::vector<std::unique_ptr<FoundRows>> &parts);

private:
    struct Row
    {
        EntryId id{};
        std::int64_t rank = 0; // for a text, eight bytes of it
        std::string_view text{};
    };
    class Sorter;

    std::string_view keep(std::string_view text);

    const Selection &m_selection;
    std::vector<Row> m_rows;
    // One allocation for each path would be a million. Blocks do not move.
    std::vector<std::unique_ptr<char[]>> m_blocks;
    std::size_t m_blockUsed = 0;
    std::string_view m_first;
    std::size_t m_commonBytes = 0;
};

} // namespace manometer::cache
