// SPDX-License-Identifier: GPL-3.0-or-later
//
// Sole ownership of a cache directory, through flock(2) on a file in it: the kernel lets go when the owner
// dies, and a second open() in the same process is refused as well. Blocks on disk.
#pragma once

#include "cache/Cache.h"
#include "cache/disk/Fault.h"
#include "expected/Expected.h"

#include <cstdint>
#include <optional>
#include <string>

namespace manometer::cache::disk {

// Makes the directory (mode 0700) where there is none, and its parents. Not an error: a full or read-only
// disk that cannot take it, which acquire() then says and which can be waited out. Blocks on disk.
std::optional<OpenError> makeReadableDirectory(const std::string &directory);

class DirectoryLock
{
public:
    DirectoryLock() = default;
    ~DirectoryLock();
    DirectoryLock(DirectoryLock &&other) noexcept;
    DirectoryLock &operator=(DirectoryLock &&other) noexcept;

    // What is made where it is missing. Of a directory that was there, never its parents: where they are
    // gone, a disk is not mounted rather than a folder cleared away.
    enum class Making : std::uint8_t { WithParents, ItAlone };
    // Fault::Kind::Locked: somebody else owns it.
    static Expected<DirectoryLock, Fault> acquire(const std::string &directory, Making making);
    bool isHeld() const { return m_descriptor >= 0; }
    // Whether what is held is still the directory's lock: whoever removes the directory takes it away, and
    // another may own what is made in its place. Blocks on disk.
    bool isInPlace() const;

private:
    std::string m_path;
    int m_descriptor = -1;
};

} // namespace manometer::cache::disk
