// SPDX-License-Identifier: GPL-3.0-or-later
//
// Lists entries and fetches all pages of the ids, then calls a function with the listing that has them all,
// or `onFailure` with a text (async/Answer.h). To be called in the view's thread; nothing blocks.
#pragma once

#include "async/Answer.h"
#include "views/CacheView.h"

namespace manometer::views {

template<typename Function, typename OnFailure>
void fetchRest(CacheView *cache, const Listing &listing, QObject *receiver, Function function,
               OnFailure onFailure)
{
    if (listing.ids.size() >= listing.size)
        return function(listing);
    async::whenAnswered(
        cache->moreIds(listing.generation, listing.ids.size()), receiver,
        [=](const QList<EntryId> &ids) {
            Listing more = listing;
            more.ids += ids;
            if (ids.isEmpty()) // of a backend that does not keep to the contract
                more.size = more.ids.size();
            fetchRest(cache, more, receiver, function, onFailure);
        },
        onFailure);
}

template<typename Function, typename OnFailure>
void listWhole(CacheView *cache, const EntryQuery &query, QObject *receiver, Function function,
               OnFailure onFailure)
{
    async::whenAnswered(
        cache->list(query), receiver,
        [=](const Listing &listing) { fetchRest(cache, listing, receiver, function, onFailure); }, onFailure);
}

} // namespace manometer::views
