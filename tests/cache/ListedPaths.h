// SPDX-License-Identifier: GPL-3.0-or-later
//
// The paths of a listing's entries, in its order.
#pragma once

#include "OpenedCache.h"

#include <vector>

namespace manometer::cache {

using Paths = std::vector<std::string>;

inline Paths paths(OpenedCache &opened, const EntryQuery &query)
{
    Paths found;
    for (const auto &info : opened.cache->describe(opened.cache->list(query)))
        found.push_back(info ? info->path : "(gone)");
    return found;
}

} // namespace manometer::cache
