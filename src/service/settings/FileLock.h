// SPDX-License-Identifier: GPL-3.0-or-later
//
// One program at a time between reading a file and writing it again: flock(2) on a file beside it, which the
// kernel lets go of when its holder dies. The lock's file stays; to remove it would leave two holders. Any
// thread; blocks until it is free, for as long as is said.
#pragma once

#include "expected/Expected.h"

#include <QString>

#include <chrono>

namespace manometer::service {

class FileLock
{
public:
    // Makes the lock's file, not its folder. Where the file system knows no locks, nothing is held. The error
    // is in the system's words.
    static Expected<FileLock, QString> acquire(const QString &path, std::chrono::milliseconds patience);

    ~FileLock();
    FileLock(FileLock &&other) noexcept;
    FileLock &operator=(FileLock &&other) noexcept;

private:
    explicit FileLock(int descriptor)
        : m_descriptor(descriptor)
    {}

    int m_descriptor;
};

} // namespace manometer::service
