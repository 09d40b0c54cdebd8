// SPDX-License-Identifier: GPL-3.0-or-later
//
// Values that say all over what they are: a key's, of which put, under which version. No part of one passes
// for a part of another, and they compress little enough to fill pages.
#pragma once

#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>

namespace manometer::cache {

// Two puts in a row are of one version of the file: what is stale is then not found out by its version.
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

// The put that the value says it is from, if it is that very value; -1 for any other bytes.
inline int putOfValue(int key, std::string_view value)
{
    int number = 0;
    if (value.size() < 2 ||
        std::from_chars(value.data() + 1, value.data() + value.size(), number).ec != std::errc())
        return -1;
    return value == namedValue(key, number) ? number : -1;
}

} // namespace manometer::cache
