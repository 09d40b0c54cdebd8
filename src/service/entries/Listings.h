// SPDX-License-Identifier: GPL-3.0-or-later
//
// The newest listings, from which clients fetch the ids that did not fit into the first answer. Any thread;
// nothing blocks.
#pragma once

#include "views/CacheView.h"

#include <QList>

#include <map>
#include <mutex>
#include <optional>

namespace manometer::service {

class Listings
{
public:
    // How many are held: one or two of each front-end that is loading one.
    static constexpr std::size_t held = 4;

    explicit Listings(qsizetype idsPerPage = views::CacheView::idsPerPage)
        : m_idsPerPage(idsPerPage)
    {}

    // The answer of list(). Holds the ids if they are more than a page.
    views::Listing add(quint64 generation, const QList<views::EntryId> &ids, qint64 asOfWallMs);
    // Empty if the listing is not held.
    std::optional<QList<views::EntryId>> page(quint64 generation, qsizetype first) const;

private:
    const qsizetype m_idsPerPage;
    mutable std::mutex m_mutex;
    std::map<quint64, QList<views::EntryId>> m_listings;
};

} // namespace manometer::service
