// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/scan/Sweep.h"

#include "service/scan/SourceFile.h"

#include <algorithm>
#include <span>

namespace manometer::service {

namespace {

// Entries per step.
constexpr std::size_t batch = 256;

} // namespace

Sweep::Sweep(cache::Cache &cache, const QByteArray &folder, Volumes &volumes)
    : m_cache(cache)
    , m_volumes(volumes)
{
    cache::EntryQuery query;
    query.underFolder = folder.toStdString();
    m_entries = m_cache.list(query);
}

quint64 Sweep::step()
{
    const std::size_t end = std::min(m_next + batch, m_entries.size());
    const std::span<const cache::EntryId> ids(m_entries.data() + m_next, end - m_next);
    m_next = end;
    std::vector<cache::EntryId> gone;
    for (const auto &entry : m_cache.describe(ids))
        if (entry && isGone(entry->path, entry->version, m_volumes))
            gone.push_back(entry->id);
    return gone.empty() ? 0 : m_cache.erase(gone);
}

} // namespace manometer::service
