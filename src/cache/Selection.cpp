// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/Selection.h"

#include <algorithm>
#include <future>
#include <limits>
#include <thread>

namespace manometer::cache {

namespace {

using Order = EntryQuery::Order;

constexpr std::size_t blockBytes = 1u << 20;
// Each split doubles the number of threads.
constexpr int mostSplits = 2;

char lowered(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
}

std::size_t commonBytes(std::string_view left, std::string_view right)
{
    const std::size_t most = std::min(left.size(), right.size());
    return static_cast<std::size_t>(
        std::mismatch(left.begin(), left.begin() + static_cast<std::ptrdiff_t>(most), right.begin()).first -
        left.begin());
}

// The first eight bytes as a number that compares as they do; a missing byte is less than any byte.
std::int64_t beginningOf(std::string_view text)
{
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < sizeof number; ++i)
        number = number << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0);
    return static_cast<std::int64_t>(number ^ (std::uint64_t{1} << 63));
}

// A damaged row may contain any value.
std::int64_t ageOf(std::int64_t nowNanoseconds, std::int64_t storedNanoseconds)
{
    std::int64_t age = 0;
    if (__builtin_sub_overflow(nowNanoseconds, storedNanoseconds, &age))
        return storedNanoseconds < 0 ? std::numeric_limits<std::int64_t>::max()
                                     : std::numeric_limits<std::int64_t>::min();
    return age;
}

// An open end stays open.
Range<std::int64_t> storedWithin(const Range<std::int64_t> &age, std::int64_t now)
{
    using Limits = std::numeric_limits<std::int64_t>;
    Range<std::int64_t> stored;
    if (age.most != Limits::max() && __builtin_sub_overflow(now, age.most, &stored.least))
        stored.least = Limits::min();
    if (age.least != Limits::min() && __builtin_sub_overflow(now, age.least, &stored.most))
        stored.most = Limits::max();
    return stored;
}

} // namespace

Selection::Selection(const EntryQuery &query, WallTime now)
    : m_query(query)
    , m_nowNanoseconds(now.time_since_epoch().count())
    , m_folder(query.underFolder)
    , m_contains(query.pathContains)
{
    if (!m_folder.empty() && m_folder.back() != '/')
        m_folder += '/';
    std::transform(m_contains.begin(), m_contains.end(), m_contains.begin(), lowered);
    const Order order = query.order;
    m_scan.columns = {.valueBytes = order == Order::ValueBytes || !query.valueBytes.isAll(),
                      .hits = order == Order::Hits || !query.hits.isAll(),
                      .stored = order == Order::Stored || !query.ageNanoseconds.isAll(),
                      .lastUsed = order == Order::LastUsed,
                      .readCost = order == Order::ReadCost,
                      .modified = order == Order::Modified,
                      .kept = order == Order::Kept || query.isKept.has_value(),
                      .contents = query.hasError.has_value()};
    m_scan.bounds = {.valueBytes = query.valueBytes,
                     .mostHits = query.hits.most,
                     .storedNanoseconds = storedWithin(query.ageNanoseconds, m_nowNanoseconds)};
}

bool Selection::needsPlace() const
{
    return m_query.order == Order::Tier || m_query.inMemory || m_query.onDisk;
}

bool Selection::wantsPath(std::string_view path) const
{
    if (!path.starts_with(m_folder))
        return false;
    const auto isSame = [](char byte, char wanted) { return lowered(byte) == wanted; };
    return m_contains.empty() ||
           std::search(path.begin(), path.end(), m_contains.begin(), m_contains.end(), isSame) != path.end();
}

bool Selection::wants(const RowSummary &row, const Place &place) const
{
    return (m_query.valueBytes.isAll() || m_query.valueBytes.contains(row.valueBytes)) &&
           (m_query.hits.isAll() || m_query.hits.contains(row.hits)) &&
           (m_query.ageNanoseconds.isAll() ||
            m_query.ageNanoseconds.contains(ageOf(m_nowNanoseconds, row.storedNanoseconds))) &&
           m_query.inMemory.value_or(place.inMemory) == place.inMemory &&
           m_query.onDisk.value_or(place.onDisk) == place.onDisk &&
           m_query.isKept.value_or(row.isKept) == row.isKept &&
           (!m_query.hasError || *m_query.hasError == (row.contents != Contents::Understood));
}

bool Selection::isByText() const
{
    return m_query.order == Order::Path || m_query.order == Order::Depth;
}

std::string_view Selection::textOf(const RowSummary &row) const
{
    return m_query.order == Order::Depth ? row.depth : row.path;
}

std::int64_t Selection::rankOf(const RowSummary &row, const Place &place) const
{
    switch (m_query.order) {
    case Order::Path:
    case Order::Depth:
        break;
    case Order::ValueBytes:
        return static_cast<std::int64_t>(row.valueBytes);
    case Order::Hits:
        return static_cast<std::int64_t>(row.hits);
    case Order::Stored:
        return row.storedNanoseconds;
    case Order::LastUsed:
        return row.lastUsedNanoseconds;
    case Order::ReadCost:
        return row.readCostNanoseconds;
    case Order::Modified:
        return row.modifiedNanoseconds;
    case Order::Tier:
        return (place.inMemory ? 2 : 0) + (place.inMemory && place.onDisk ? 1 : 0);
    case Order::Kept:
        return row.isKept ? 1 : 0;
    }
    return 0;
}

// Compares texts eight bytes at a time, loaded once for each row and not once for each comparison: for a
// million paths in one folder these loads are most of the time.
class FoundRows::Sorter
{
public:
    using Iterator = std::vector<Row>::iterator;

    explicit Sorter(const Selection &selection)
        : m_isByText(selection.isByText())
        , m_descending(selection.query().descending)
    {}

    // In up to 2^splits threads. The ranks are those of the texts from `skip` on.
    void sort(Iterator first, Iterator last, std::size_t skip, int splits) const
    {
        if (splits == 0 || last - first < smallestSplit)
            return sort(first, last, skip);
        const auto byRank = [this](const Row &left, const Row &right) { return precedes(left, right); };
        const Iterator middle = first + (last - first) / 2;
        std::nth_element(first, middle, last, byRank);
        // Equal ranks are sorted by one thread.
        const Row pivot = *middle;
        const Iterator border =
            std::partition(first, middle, [&](const Row &row) { return precedes(row, pivot); });
        auto other = std::async(std::launch::async | std::launch::deferred,
                                [=, this] { sort(first, border, skip, splits - 1); });
        sort(border, last, skip, splits - 1);
        other.get();
    }

private:
    static constexpr std::ptrdiff_t smallestSplit = 10'000;
    static constexpr std::ptrdiff_t fewRows = 16;

    bool precedes(const Row &left, const Row &right) const
    {
        return m_descending ? left.rank > right.rank : left.rank < right.rank;
    }

    void sort(Iterator first, Iterator last, std::size_t skip) const
    {
        std::sort(first, last, [this](const Row &left, const Row &right) { return precedes(left, right); });
        for (Iterator run = first; run != last;) {
            const std::int64_t rank = run->rank;
            const Iterator end = std::find_if(run, last, [rank](const Row &row) { return row.rank != rank; });
            if (end - run > 1)
                sortEqual(run, end, skip + sizeof rank);
            run = end;
        }
    }

    // Rows whose texts are the same before `skip`.
    void sortEqual(Iterator first, Iterator last, std::size_t skip) const
    {
        const bool isMore =
            m_isByText && std::any_of(first, last, [skip](const Row &row) { return row.text.size() > skip; });
        if (isMore && last - first > fewRows) {
            for (Iterator row = first; row != last; ++row)
                row->rank = beginningOf(row->text.substr(std::min(skip, row->text.size())));
            return sort(first, last, skip);
        }
        std::sort(first, last, [this](const Row &left, const Row &right) {
            const int byText = left.text.compare(right.text);
            if (byText != 0)
                return m_descending ? byText > 0 : byText < 0;
            return left.id < right.id;
        });
    }

    bool m_isByText;
    bool m_descending;
};

void FoundRows::add(const RowSummary &row, const Place &place)
{
    if (!m_selection.isByText()) {
        m_rows.push_back({.id = row.id, .rank = m_selection.rankOf(row, place)});
        return;
    }
    const std::string_view text = keep(m_selection.textOf(row));
    if (m_rows.empty()) {
        m_first = text;
        m_commonBytes = text.size();
    } else {
        m_commonBytes = commonBytes(m_first.substr(0, m_commonBytes), text);
    }
    m_rows.push_back({.id = row.id, .text = text});
}

std::string_view FoundRows::keep(std::string_view text)
{
    if (m_blocks.empty() || text.size() > blockBytes - m_blockUsed) {
        m_blocks.push_back(std::make_unique_for_overwrite<char[]>(std::max(blockBytes, text.size())));
        m_blockUsed = 0;
    }
    char *const place = m_blocks.back().get() + m_blockUsed;
    text.copy(place, text.size());
    // A text longer than a block fills its own.
    m_blockUsed = std::min(blockBytes, m_blockUsed + text.size());
    return {place, text.size()};
}

std::vector<EntryId> FoundRows::ordered(const std::vector<std::unique_ptr<FoundRows>> &parts)
{
    std::size_t sum = 0;
    std::optional<std::string_view> prefix;
    for (const auto &part : parts) {
        sum += part->m_rows.size();
        if (part->m_rows.empty())
            continue;
        const std::string_view own = part->m_first.substr(0, part->m_commonBytes);
        prefix = prefix ? prefix->substr(0, commonBytes(*prefix, own)) : own;
    }
    if (sum == 0)
        return {};
    const Selection &selection = parts.front()->m_selection;
    std::vector<Row> rows;
    rows.reserve(sum);
    for (const auto &part : parts) {
        rows.insert(rows.end(), part->m_rows.begin(), part->m_rows.end());
        std::vector<Row>().swap(part->m_rows);
    }
    if (selection.isByText()) {
        for (Row &row : rows)
            row.rank = beginningOf(row.text.substr(prefix->size()));
    }
    const int splits = std::min(mostSplits, static_cast<int>(std::thread::hardware_concurrency()) / 2);
    Sorter(selection).sort(rows.begin(), rows.end(), prefix->size(), splits);
    std::vector<EntryId> ids;
    ids.reserve(sum);
    for (const Row &row : rows) {
        // A search may visit a row twice.
        if (ids.empty() || ids.back() != row.id)
            ids.push_back(row.id);
    }
    return ids;
}

} // namespace manometer::cache
