// SPDX-License-Identifier: GPL-3.0-or-later
//
// /proc/<pid>/statm: "size resident shared …" in pages (proc(5)). Pure; absent where the text holds no two
// numbers, or such as no machine could have.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace manometer::pressure {

struct ProcessStatm
{
    std::uint64_t virtualBytes = 0;
    std::uint64_t residentBytes = 0;
};

std::optional<ProcessStatm> parseStatm(std::string_view text);

} // namespace manometer::pressure
