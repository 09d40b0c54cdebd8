// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where damaged shards lie, whole, for whoever wants to look at them. Blocks on disk; one caller at a time.
#pragma once

#include <cstdint>
#include <string>

namespace manometer::cache {

// Moves a closed database file and its log into `directory`/quarantine, under a name that ends in the time,
// and drops all but the newest few there. Afterwards nothing is left at the old place. The new path.
std::string setAside(const std::string &file, const std::string &directory, std::int64_t nowMs);

} // namespace manometer::cache
