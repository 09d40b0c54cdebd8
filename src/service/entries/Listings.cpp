// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/entries/Listings.h"

namespace manometer::service {

using namespace views;

Listing Listings::add(quint64 generation, const QList<EntryId> &ids, qint64 asOfWallMs)
{
    if (ids.size() > m_idsPerPage) {
        const std::lock_guard lock(m_mutex);
        m_listings[generation] = ids;
        if (m_listings.size() > held)
            m_listings.erase(m_listings.begin());
    }
    return {.generation = generation,
            .size = ids.size(),
            .ids = ids.mid(0, m_idsPerPage),
            .asOfWallMs = asOfWallMs};
}

std::optional<QList<EntryId>> Listings::page(quint64 generation, qsizetype first) const
{
    const std::lock_guard lock(m_mutex);
    const auto listing = m_listings.find(generation);
    if (listing == m_listings.end() || first < 0)
        return std::nullopt;
    return listing->second.mid(first, m_idsPerPage);
}

} // namespace manometer::service
