// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/FileLock.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>
#include <utility>

namespace manometer::files {

namespace {

using Clock = std::chrono::steady_clock;

// flock() waits without a limit or not at all.
constexpr std::chrono::milliseconds retryInterval{5};

// 0 or errno.
int lock(int descriptor, Clock::time_point deadline)
{
    while (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR)
            return errno;
        if (Clock::now() >= deadline)
            return EWOULDBLOCK;
        std::this_thread::sleep_for(retryInterval);
    }
    return 0;
}

// False if the lock file was removed while we waited: another program may hold one made in its place.
bool isInPlace(int descriptor, const std::string &path)
{
    struct stat held = {};
    struct stat named = {};
    return ::fstat(descriptor, &held) == 0 && ::lstat(path.c_str(), &named) == 0 &&
           held.st_dev == named.st_dev && held.st_ino == named.st_ino;
}

} // namespace

Expected<FileLock, int> FileLock::acquire(const std::string &path, std::chrono::milliseconds timeout)
{
    const Clock::time_point deadline = Clock::now() + timeout;
    for (;;) {
        // O_NONBLOCK: opening a FIFO in its place does not block.
        FileLock result(
            ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY, 0600));
        if (!result.isHeld())
            return Unexpected<int>(errno);
        struct stat status = {};
        if (::fstat(result.m_descriptor, &status) != 0)
            return Unexpected<int>(errno);
        if (!S_ISREG(status.st_mode))
            return Unexpected<int>(ENXIO);
        const int error = lock(result.m_descriptor, deadline);
        if (error == EWOULDBLOCK)
            return Unexpected<int>(error);
        // ENOLCK and similar: no locks on this file system.
        if (error != 0 || isInPlace(result.m_descriptor, path))
            return result;
        if (Clock::now() >= deadline)
            return Unexpected<int>(EWOULDBLOCK);
    }
}

FileLock::~FileLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

FileLock::FileLock(FileLock &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
{}

FileLock &FileLock::operator=(FileLock &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

} // namespace manometer::files
