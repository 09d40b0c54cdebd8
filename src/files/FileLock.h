// SPDX-License-Identifier: GPL-3.0-or-later
//
// Mutual exclusion between programs: flock(2) on a lock file, which the kernel releases when its holder dies.
// The lock file stays; removing it would allow two holders. Any thread; blocks until the lock is free, at
// most for the given time.
#pragma once

#include "expected/Expected.h"

#include <chrono>
#include <string>

namespace manometer::files {

class FileLock
{
public:
    // Creates the lock file, not its folder. Where the file system does not support locks, the result holds
    // none and is not an error. Errors are errno values; EWOULDBLOCK: another program holds it;
    // ENXIO: something that is not a regular file is in its place.
    static Expected<FileLock, int> acquire(const std::string &path, std::chrono::milliseconds timeout);

    FileLock() = default;
    ~FileLock();
    FileLock(FileLock &&other) noexcept;
    FileLock &operator=(FileLock &&other) noexcept;

    // Whether acquire() succeeded; false for a default-constructed one.
    bool isHeld() const { return m_descriptor >= 0; }

private:
    explicit FileLock(int descriptor)
        : m_descriptor(descriptor)
    {}

    int m_descriptor = -1;
};

} // namespace manometer::files
