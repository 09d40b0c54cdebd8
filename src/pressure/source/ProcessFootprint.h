// SPDX-License-Identifier: GPL-3.0-or-later
//
// This process's real memory use: its proportional set size (PSS), and its private dirty pages, which only
// swap could reclaim. From /proc/self/smaps_rollup (proc(5)), for which the kernel walks all pages: too slow
// for a sample. Any thread; blocks for milliseconds; absent if the file cannot be read or parsed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace manometer::pressure {

struct ProcessFootprint
{
    std::uint64_t proportionalBytes = 0; // PSS
    std::uint64_t privateDirtyBytes = 0;
};

std::optional<ProcessFootprint> parseFootprint(std::string_view smapsRollup);
std::optional<ProcessFootprint> readFootprint(const std::string &procRoot = "/proc");

} // namespace manometer::pressure
