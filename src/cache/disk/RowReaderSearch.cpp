// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of RowReader that searches paths: the index proposes rows by the trigrams of the needle, the
// caller checks their paths.
#include "cache/disk/RowReader.h"
#include "cache/disk/Schema.h"

#include <algorithm>

namespace manometer::cache::disk {

namespace {

constexpr std::size_t trigramBytes = 3;
// Each trigram is a list to read; beyond a few, more of them hardly narrow the result.
constexpr std::size_t maximumTrigrams = 8;
// With more candidates, reading all rows in order is faster than reading the candidates one by one.
constexpr std::uint64_t candidatesWorthIt = 3; // at most a third

bool isPlain(char byte)
{
    return byte != 0 && static_cast<unsigned char>(byte) < 0x80; // NUL ends a text
}

// For ASCII, the tokenizer and our filter agree on trigrams and on case.
std::string_view longestPlainRun(std::string_view needle)
{
    std::string_view longest;
    for (std::size_t at = 0; at < needle.size();) {
        const auto begin =
            std::find_if(needle.begin() + static_cast<std::ptrdiff_t>(at), needle.end(), isPlain);
        const auto end = std::find_if_not(begin, needle.end(), isPlain);
        const auto from = static_cast<std::size_t>(begin - needle.begin());
        at = static_cast<std::size_t>(end - needle.begin());
        if (at - from > longest.size())
            longest = needle.substr(from, at - from);
    }
    return longest;
}

std::string quoted(std::string_view text)
{
    std::string result = "\"";
    for (const char byte : text)
        result.append(byte == '"' ? 2 : 1, byte);
    return result += '"';
}

// An FTS5 query that every path with the needle matches; "" if there is none.
std::string matchFor(std::string_view needle)
{
    const std::string_view run = longestPlainRun(needle);
    if (run.size() < trigramBytes)
        return {};
    const std::size_t last = run.size() - trigramBytes;
    const std::size_t count = std::min(last + 1, maximumTrigrams);
    std::string match;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t at = count == 1 ? 0 : i * last / (count - 1);
        match += (i == 0 ? "" : " AND ") + quoted(run.substr(at, trigramBytes));
    }
    return match;
}

} // namespace

Expected<RowReader::IndexState, Fault> RowReader::search(const RowScan &wanted, std::string_view needle,
                                                         const std::function<void()> &begun,
                                                         const std::function<void(const RowSummary &)> &visit)
{
    const std::string match = matchFor(needle);
    const auto scanAll = [&](IndexState state) -> Expected<IndexState, Fault> {
        if (auto fault = scan(wanted, begun, visit))
            return Unexpected(std::move(*fault));
        return state;
    };
    if (match.empty())
        return scanAll(IndexState::Good);
    // Everything below reads this reader's snapshot: see useSnapshot().
    bool isKnown = false;
    std::uint64_t indexedTo = 0;
    std::uint64_t indexedRows = 0;
    {
        Statement state(m_connection, "SELECT indexed_to, indexed_rows FROM path_index_state WHERE one = 1");
        isKnown = state.step();
        if (isKnown) {
            indexedTo = state.unsignedInteger(0);
            indexedRows = state.unsignedInteger(1);
        }
        begun();
    }
    auto found = isKnown && indexedTo <= greatestPlausibleId
                     ? candidates(match, indexedRows / candidatesWorthIt)
                     : Unexpected(Fault{.kind = Fault::Kind::Damaged, .detail = "the path index"});
    if (auto fault = m_connection.takeFault(); fault && found)
        found = Unexpected(std::move(*fault));
    if (!found && found.error().kind != Fault::Kind::Damaged)
        return Unexpected(std::move(found.error()));
    // If the rows are damaged and not the index, this scan detects it.
    if (!found)
        return scanAll(IndexState::Damaged);
    if (found->size() > indexedRows / candidatesWorthIt)
        return scanAll(IndexState::Good);

    const std::string select = selectSummaries(wanted.columns);
    Statement byId(m_connection, (select + " WHERE id = ?1").c_str());
    for (const std::uint64_t id : *found) {
        if (byId.reset().bind(1, id).step())
            visit(summaryOf(byId));
    }
    byId.reset();
    Statement notIndexed(m_connection, (select + " WHERE id > ?1").c_str());
    notIndexed.bind(1, indexedTo);
    while (notIndexed.step())
        visit(summaryOf(notIndexed));
    if (auto fault = m_connection.takeFault())
        return Unexpected(std::move(*fault));
    return IndexState::Good;
}

// What the index proposes, and late rows that are not indexed. Stops at atMost + 1.
Expected<std::vector<std::uint64_t>, Fault> RowReader::candidates(const std::string &match,
                                                                  std::uint64_t atMost)
{
    std::vector<std::uint64_t> ids;
    Statement late(m_connection, "SELECT id FROM path_index_late");
    Statement row(m_connection, "SELECT rowid FROM path_index WHERE path_index MATCH CAST(?1 AS TEXT)");
    row.bind(1, std::string_view(match));
    while (ids.size() <= atMost && late.step())
        ids.push_back(late.unsignedInteger(0));
    while (ids.size() <= atMost && row.step())
        ids.push_back(row.unsignedInteger(0));
    if (auto fault = m_connection.takeFault())
        return Unexpected(std::move(*fault));
    return ids;
}

} // namespace manometer::cache::disk
