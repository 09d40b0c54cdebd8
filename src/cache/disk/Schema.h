// SPDX-License-Identifier: GPL-3.0-or-later
//
// A shard's file: how it is made, recognised and opened. FORMAT.md describes it. Every call blocks on disk.
#pragma once

#include "cache/disk/Connection.h"

#include <cstdint>
#include <string>

namespace manometer::cache::disk {

// "MNOM". Tells file(1), and us, whose database it is.
inline constexpr std::int32_t applicationId = 0x4D4E4F4D;
inline constexpr std::int32_t schemaVersion = 2;
// SQLite's default, and what the kernel pages by; 16 KiB pages read slower here.
inline constexpr std::uint64_t pageBytes = 4096;
// Far above any id that this cache gives, far below where they would overflow.
inline constexpr std::uint64_t greatestPlausibleId = std::uint64_t{1} << 60;

// The path index's tables. Apart, because they are made anew when they alone are damaged.
extern const char *const createPathIndex;

// Whether the file at `path` says that a later version wrote it. Reads the header only, and changes nothing.
bool hasNewerFormat(const std::string &path);

// The writer's connection. Makes the file (mode 0600) and its schema where there is none, and brings one of
// an earlier version up to this one.
Expected<Connection, Fault> openForWriting(const std::string &path, const std::string &vfs,
                                           std::uint64_t logLimitBytes);
// A reader's. The file must be there.
Expected<Connection, Fault> openForReading(const std::string &path, const std::string &vfs);

} // namespace manometer::cache::disk
