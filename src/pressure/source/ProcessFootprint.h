// SPDX-License-Identifier: GPL-3.0-or-later
//
// What this process really takes: its share of the pages that it shares (PSS), and what nobody else has and
// only swap could take (private dirty). From /proc/self/smaps_rollup (proc(5)), which the kernel makes by
// walking all pages: milliseconds. For a view, not for a sample. Any thread.
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
