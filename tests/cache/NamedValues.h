// SPDX-License-Identifier: GPL-3.0-or-later
//
// Self-describing values: key, number of the put and version are repeated throughout, so that a mix of two
// values is detected. They compress little enough to fill pages.
#pragma once

#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>

namespace manometer::cache {

// Two puts in a row have the same version of the file, so that a stale value is not rejected because of its
// version.
inline std::uint64_t versionOfPut(int number)
{
    return static_cast<std::uint64_t>(number) / 2;
}

inline std::string namedValue(int key, int number)
{
    std::uint64_t mix = static_cast<std::uint64_t>(key) * 0x9E3779B97F4A7C15u + static_cast<unsigned>(number);
    const std::size_t size = 40 + (mix * 0xBF58476D1CE4E5B9u >> 32) % 2600;
    std::string value;
    while (value.size() < size) {
        mix = (mix ^ mix >> 29) * 0x94D049BB133111EBu + 1;
        value += "n" + std::to_string(number) + " k" + std::to_string(key) + " v" +
                 std::to_string(versionOfPut(number)) + " " + std::to_string(mix) + "\n";
    }
    return value;
}

// The number of the put, if the value is exactly the one of that put; -1 for other bytes.
inline int putOfValue(int key, std::string_view value)
{
    int number = 0;
    if (value.size() < 2 ||
        std::from_chars(value.data() + 1, value.data() + value.size(), number).ec != std::errc())
        return -1;
    return value == namedValue(key, number) ? number : -1;
}

} // namespace manometer::cache
