// SPDX-License-Identifier: GPL-3.0-or-later
//
// The numbers of S3-FIFO (Yang et al., SOSP '23), in one place for the policy over lists (S3Fifo.h) and the
// one over segments (memory/SegmentRanking.h). Plain functions; never block; no errors.
#pragma once

#include "cache/Limits.h"

#include <algorithm>
#include <cstdint>

namespace manometer::cache::policy {

// 2 bits: more would only make a once hot entry take longer to leave.
inline constexpr std::uint8_t maximumFrequency = 3;
// The second hit is the proof; one may be a mere repeat of the first read.
inline constexpr std::uint8_t promotionFrequency = 2;

// 10 %, the paper's figure; never none, or a limit of nine entries would have no way in.
inline std::uint64_t smallEntries(const Limits &limits)
{
    return std::max<std::uint64_t>(limits.entries / 10, 1);
}

inline std::uint64_t smallBytes(const Limits &limits)
{
    return limits.bytes / 10;
}

// As many as main may hold (the paper's figure); where bytes are what is short, no more than are resident.
inline std::uint64_t ghostCapacity(const Limits &limits, std::uint64_t residentEntries)
{
    const std::uint64_t mainEntries = limits.entries - std::min(limits.entries, smallEntries(limits));
    return std::min(mainEntries, std::max<std::uint64_t>(residentEntries, 1));
}

} // namespace manometer::cache::policy
