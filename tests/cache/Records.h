// SPDX-License-Identifier: GPL-3.0-or-later
//
// Records for a memory tier, and a short form of find(). All have the same time and depth.
#pragma once

#include "cache/memory/MemoryTier.h"

namespace manometer::cache {

inline const WallTime now{std::chrono::seconds(1'700'000'000)};

inline RecordPtr record(const std::string &path, std::size_t bytes = 100, std::uint64_t id = 1)
{
    return std::make_shared<const Record>(Record{.id = EntryId{id},
                                                 .key = EntryKey(path, "quick"),
                                                 .version = {},
                                                 .note = {},
                                                 .stored = now,
                                                 .bytes = std::string(bytes, 'x')});
}

inline bool hits(memory::MemoryTier &tier, const std::string &path)
{
    return tier.find(EntryKey(path, "quick"), {}, now).outcome == memory::Lookup::Outcome::Hit;
}

} // namespace manometer::cache
