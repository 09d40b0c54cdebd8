// SPDX-License-Identifier: GPL-3.0-or-later
//
// The paths of a listing's entries, in its order.
#pragma once

#include "CacheFixture.h"

#include <vector>

namespace manometer::cache {

using Paths = std::vector<std::string>;

inline Paths paths(CacheFixture &fixture, const EntryQuery &query)
{
    Paths found;
    for (const auto &info : fixture.cache->describe(fixture.cache->list(query)))
        found.push_back(info ? info->path : "(gone)");
    return found;
}

} // namespace manometer::cache
