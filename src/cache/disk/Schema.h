// SPDX-License-Identifier: GPL-3.0-or-later
//
// A shard's file: how it is created, recognised and opened. FORMAT.md describes it. Every call blocks on
// disk.
#pragma once

#include "cache/disk/Connection.h"

#include <cstdint>
#include <string>

namespace manometer::cache::disk {

// "MNOM". Identifies our databases, for file(1) too.
inline constexpr std::int32_t applicationId = 0x4D4E4F4D;
inline constexpr std::int32_t schemaVersion = 2;
// SQLite's default and the kernel's page size; 16 KiB pages were slower to read here.
inline constexpr std::uint64_t pageBytes = 4096;
// Far above any id that the cache assigns, far below an overflow.
inline constexpr std::uint64_t greatestPlausibleId = std::uint64_t{1} << 60;

// The path index's tables. Separate, because they are rebuilt when only they are damaged.
extern const char *const createPathIndex;

// Whether a later version wrote the file at `path`, according to its header. Reads the header only and
// changes nothing.
bool hasNewerFormat(const std::string &path);

// The writer's connection. Creates the file (mode 0600) and its schema if they are missing, and migrates a
// file of an earlier version.
Expected<Connection, Fault> openForWriting(const std::string &path, const std::string &vfs,
                                           std::uint64_t logLimitBytes);
// A reader's connection. The file must exist.
Expected<Connection, Fault> openForReading(const std::string &path, const std::string &vfs);

} // namespace manometer::cache::disk
