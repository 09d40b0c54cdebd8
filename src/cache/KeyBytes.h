// SPDX-License-Identifier: GPL-3.0-or-later
//
// A key as one run of bytes, path NUL depth: a path holds no NUL, so no two keys are the same bytes.
// Internal to cache/.
#pragma once

#include "cache/Cache.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace manometer::cache {

inline std::string keyBytes(const Key &key)
{
    std::string bytes;
    bytes.reserve(key.path.size() + 1 + key.depth.size());
    bytes.append(key.path);
    bytes.push_back('\0');
    bytes.append(key.depth);
    return bytes;
}

inline Key keyOf(std::string_view bytes)
{
    const auto end = bytes.find('\0');
    return {.path = bytes.substr(0, end), .depth = bytes.substr(end + 1)};
}

// XXH3-64.
std::uint64_t keyHash(std::string_view bytes);

} // namespace manometer::cache
