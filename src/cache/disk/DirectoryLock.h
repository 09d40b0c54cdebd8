// SPDX-License-Identifier: GPL-3.0-or-later
//
// Sole ownership of a cache directory, through flock(2) on a file in it: the kernel releases it when the
// owner dies, and a second open() in the same process is refused as well. Blocks on disk.
#pragma once

#include "cache/Cache.h"
#include "cache/disk/Fault.h"
#include "expected/Expected.h"

#include <cstdint>
#include <optional>
#include <string>

namespace manometer::cache::disk {

// Creates the directory (mode 0700) and its parents if they are missing. A full or read-only disk that
// prevents it is not an error: it may be temporary, and acquire() reports it. Blocks on disk.
std::optional<OpenError> createReadableDirectory(const std::string &directory);

class DirectoryLock
{
public:
    DirectoryLock() = default;
    ~DirectoryLock();
    DirectoryLock(DirectoryLock &&other) noexcept;
    DirectoryLock &operator=(DirectoryLock &&other) noexcept;

    // What is created if it is missing. The parents of a directory that existed before are never created: if
    // they are missing, a disk is probably not mounted.
    enum class Create : std::uint8_t { WithParents, DirectoryOnly };
    // Fault::Kind::Locked: another process, or another cache in this one, owns it.
    static Expected<DirectoryLock, Fault> acquire(const std::string &directory, Create create);
    bool isHeld() const { return m_descriptor >= 0; }
    // Whether the lock that is held is still the one in the directory: the directory may have been removed,
    // and another process may own one that was created in its place. Blocks on disk.
    bool isInPlace() const;

private:
    std::string m_path;
    int m_descriptor = -1;
};

} // namespace manometer::cache::disk
