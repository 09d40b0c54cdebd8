// SPDX-License-Identifier: GPL-3.0-or-later
//
// The cache's directory, owned by one Cache at a time, in this process or another. Blocks on disk.
// Internal to cache/.
#pragma once

#include "cache/Cache.h"

namespace manometer::cache {

class Directory
{
public:
    // Makes it (0700) if it is missing, and locks it until destroyed. Where it cannot be written, nothing is
    // locked and unwritable() says why: then there is nothing in it to be fought over either.
    static Expected<Directory, OpenError> own(const std::string &path);
    ~Directory();
    Directory(Directory &&other) noexcept;
    Directory &operator=(Directory &&) = delete;
    Directory(const Directory &) = delete;
    Directory &operator=(const Directory &) = delete;

    int unwritable() const { return m_unwritable; } // errno, or 0

private:
    Directory(int lock, int unwritable)
        : m_lock(lock)
        , m_unwritable(unwritable)
    {}

    int m_lock = -1;
    int m_unwritable = 0;
};

} // namespace manometer::cache
