// SPDX-License-Identifier: GPL-3.0-or-later
//
// The parameters of S3-FIFO (Yang et al., SOSP '23), shared by the policy over lists (S3Fifo.h) and the one
// over segments (memory/SegmentRanking.h). Plain functions; never block; no errors.
#pragma once

#include "cache/Limits.h"

#include <algorithm>
#include <cstdint>

namespace manometer::cache::policy {

// 2 bits: more would only delay the eviction of an entry that is no longer hot.
inline constexpr std::uint8_t maximumFrequency = 3;
// Two hits: a single one may be a mere repetition of the first read.
inline constexpr std::uint8_t promotionFrequency = 2;

// 10 %, the paper's figure; at least one, or a limit of nine entries would have no small queue.
inline std::uint64_t smallEntries(const Limits &limits)
{
    return std::max<std::uint64_t>(limits.entries / 10, 1);
}

inline std::uint64_t smallBytes(const Limits &limits)
{
    return limits.bytes / 10;
}

// As many as the main queue may hold (the paper's figure); where the limit of bytes is reached first, no more
// than are resident.
inline std::uint64_t ghostCapacity(const Limits &limits, std::uint64_t residentEntries)
{
    const std::uint64_t mainEntries = limits.entries - std::min(limits.entries, smallEntries(limits));
    return std::min(mainEntries, std::max<std::uint64_t>(residentEntries, 1));
}

} // namespace manometer::cache::policy
