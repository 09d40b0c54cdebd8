// SPDX-License-Identifier: GPL-3.0-or-later
//
// Parses /proc/<pid>/statm: "size resident shared …" in pages (proc(5)). Pure; absent if the text does not
// begin with two numbers, or if a number overflows as bytes.
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
