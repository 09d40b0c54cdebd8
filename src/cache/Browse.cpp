// SPDX-License-Identifier: GPL-3.0-or-later
//
// The browsing half of the engine: list, describe, peek, and erase by id. An entry is in the file, in the
// write queue or in memory, often in two of them; an id names it in all three.
#include "cache/Engine.h"

#include <algorithm>
#include <unordered_set>

namespace manometer::cache {

namespace {

char lowered(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
}

// Which paths a query wants. Paths are bytes: nothing is decoded, and only ASCII letters have a case.
class PathFilter
{
public:
    explicit PathFilter(const EntryQuery &query)
        : m_folder(query.underFolder)
        , m_contains(query.pathContains)
    {
        if (!m_folder.empty() && m_folder.back() != '/')
            m_folder += '/';
        std::transform(m_contains.begin(), m_contains.end(), m_contains.begin(), lowered);
    }

    bool matches(std::string_view path) const
    {
        if (!path.starts_with(m_folder))
            return false;
        const auto isSame = [](char byte, char wanted) { return lowered(byte) == wanted; };
        return m_contains.empty() || std::search(path.begin(), path.end(), m_contains.begin(),
                                                 m_contains.end(), isSame) != path.end();
    }

private:
    std::string m_folder;
    std::string m_contains;
};

struct Ranked
{
    EntryId id;
    std::int64_t rank;
    std::string path; // only where it is what the query orders by
};

std::vector<EntryId> ordered(std::vector<Ranked> rows, const EntryQuery &query)
{
    const auto precedes = [&query](const Ranked &left, const Ranked &right) {
        const int byPath = left.path.compare(right.path);
        if (byPath != 0)
            return query.descending ? byPath > 0 : byPath < 0;
        if (left.rank != right.rank)
            return query.descending ? left.rank > right.rank : left.rank < right.rank;
        return left.id < right.id;
    };
    std::sort(rows.begin(), rows.end(), precedes);
    std::vector<EntryId> ids;
    ids.reserve(rows.size());
    for (const Ranked &row : rows)
        ids.push_back(row.id);
    return ids;
}

EntryInfo infoOf(const memory::Resident &resident)
{
    return {.id = resident.id,
            .path = std::string(resident.key.path()),
            .depth = std::string(resident.key.depth()),
            .version = resident.version,
            .note = resident.note,
            .valueBytes = resident.valueBytes,
            .hits = resident.hits,
            .stored = resident.stored,
            .lastUsed = resident.lastUsed,
            .inMemory = true};
}

disk::RowSummary summaryOf(const memory::Resident &resident, EntryQuery::Order order)
{
    disk::RowSummary row{.id = resident.id,
                         .keyHash = resident.key.hash(),
                         .path = resident.key.path(),
                         .depth = resident.key.depth()};
    switch (order) {
    case EntryQuery::Order::Path:
        break;
    case EntryQuery::Order::ValueBytes:
        row.rank = static_cast<std::int64_t>(resident.valueBytes);
        break;
    case EntryQuery::Order::Hits:
        row.rank = static_cast<std::int64_t>(resident.hits);
        break;
    case EntryQuery::Order::Stored:
        row.rank = resident.stored.time_since_epoch().count();
        break;
    case EntryQuery::Order::LastUsed:
        row.rank = resident.lastUsed.time_since_epoch().count();
        break;
    case EntryQuery::Order::ReadCost:
        row.rank = resident.note.readCost.count();
        break;
    }
    return row;
}

} // namespace

std::vector<EntryId> Cache::Engine::list(const EntryQuery &query)
{
    tellTouches();
    const PathFilter filter(query);
    std::vector<Ranked> rows;
    std::unordered_set<std::uint64_t> known;
    const auto add = [&](const disk::RowSummary &row) {
        if (!filter.matches(row.path) || !known.insert(static_cast<std::uint64_t>(row.id)).second)
            return;
        const bool byPath = query.order == EntryQuery::Order::Path;
        rows.push_back({row.id, row.rank, byPath ? std::string(row.path) : std::string()});
    };
    // Memory before disk: what is evicted or promoted meanwhile is found in one of them.
    const std::vector<memory::Resident> residents = m_memory.residents();
    m_store->scan(query.order, query.pathContains, add);
    for (const memory::Resident &resident : residents) {
        if (m_memory.holds(resident.key, resident.id))
            add(summaryOf(resident, query.order));
    }
    return ordered(std::move(rows), query);
}

std::vector<std::optional<EntryInfo>> Cache::Engine::describe(std::span<const EntryId> ids)
{
    tellTouches();
    std::vector<std::optional<EntryInfo>> infos;
    std::unordered_set<std::uint64_t> missing;
    infos.reserve(ids.size());
    for (const EntryId id : ids) {
        auto &info = infos.emplace_back(m_store->describe(id));
        if (info)
            info->inMemory = m_memory.holds(EntryKey(info->path, info->depth), id);
        else
            missing.insert(static_cast<std::uint64_t>(id));
    }
    if (missing.empty())
        return infos;
    for (const memory::Resident &resident : m_memory.residents(missing)) {
        const auto position = std::find(ids.begin(), ids.end(), resident.id);
        infos[static_cast<std::size_t>(position - ids.begin())] = infoOf(resident);
    }
    return infos;
}

std::optional<std::string> Cache::Engine::peek(EntryId id)
{
    if (const RecordPtr record = m_store->read(id))
        return record->bytes;
    if (const RecordPtr record = m_memory.copyOf(id))
        return record->bytes;
    return std::nullopt;
}

std::size_t Cache::Engine::keep(std::span<const EntryId> ids, bool isKept)
{
    const std::size_t changed = m_store->keep(ids, isKept);
    for (const EntryId id : ids) {
        const auto info = m_store->describe(id);
        if (!info)
            continue;
        const EntryKey key(info->path, info->depth);
        Stripe &stripe = stripeOf(key);
        const std::lock_guard lock(stripe.mutex);
        m_memory.setKept(key, id, isKept);
        stripe.noteChange(); // what was read before may say otherwise
    }
    return changed;
}

std::size_t Cache::Engine::erase(std::span<const EntryId> ids)
{
    std::size_t erased = 0;
    const std::vector<std::optional<EntryInfo>> infos = describe(ids);
    for (const auto &info : infos) {
        if (!info)
            continue;
        const EntryKey key(info->path, info->depth);
        Stripe &stripe = stripeOf(key);
        const std::lock_guard lock(stripe.mutex);
        m_memory.erase(key, info->id);
        m_store->erase(key, info->id);
        stripe.noteChange();
        ++erased;
    }
    return erased;
}

} // namespace manometer::cache
