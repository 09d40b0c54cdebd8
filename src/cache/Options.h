// SPDX-License-Identifier: GPL-3.0-or-later
//
// How a cache is opened. The defaults are the program's default preset.
#pragma once

#include "cache/Limits.h"

#include <chrono>
#include <functional>
#include <optional>
#include <string>

namespace manometer::cache {

struct Options
{
    std::string directory;
    Limits memory{.entries = 500, .bytes = 64u << 20};
    std::uint64_t diskCapBytes =
        200u << 20; // of file bytes, WAL included; in effect, at most half of the file system
    std::optional<std::chrono::seconds> timeToLive = std::chrono::hours(24);
    // For tests: the wall clock that expiry uses, and the SQLite VFS of the store ("" = default).
    std::function<std::chrono::system_clock::time_point()> now = &std::chrono::system_clock::now;
    std::string sqliteVfs;
    // Also for tests: when the store gives its page caches back, after the last write.
    std::chrono::milliseconds idleRelease{20'000};
};

} // namespace manometer::cache
