// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/disk/DirectoryLock.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace manometer::cache::disk {

namespace {

bool isDirectory(const std::string &path)
{
    struct stat status = {};
    return ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

// Like mkdir -p, with mode 0700 for new directories: metadata is private to the user.
int createDirectory(const std::string &path)
{
    if (path.empty())
        return ENOENT;
    for (std::size_t end = path.find('/', 1);; end = path.find('/', end + 1)) {
        const std::string prefix = path.substr(0, end);
        const int error = ::mkdir(prefix.c_str(), 0700) == 0 ? 0 : errno;
        if (error != 0 && error != EEXIST && !isDirectory(prefix))
            return error;
        if (end == std::string::npos)
            return 0;
    }
}

} // namespace

std::optional<OpenError> createReadableDirectory(const std::string &directory)
{
    if (const int error = createDirectory(directory)) {
        const auto fault = faultOfSystem(error, {}).kind;
        if (fault == Fault::Kind::ReadOnly || fault == Fault::Kind::DiskFull)
            return std::nullopt;
        const auto kind = error == ENOTDIR ? OpenError::Kind::NotADirectory : OpenError::Kind::NoAccess;
        return OpenError{.kind = kind, .systemError = error, .detail = "mkdir " + directory};
    }
    if (!isDirectory(directory))
        return OpenError{.kind = OpenError::Kind::NotADirectory, .systemError = ENOTDIR, .detail = directory};
    if (::access(directory.c_str(), R_OK | X_OK) != 0)
        return OpenError{.kind = OpenError::Kind::NoAccess, .systemError = errno, .detail = directory};
    return std::nullopt;
}

DirectoryLock::~DirectoryLock()
{
    if (isHeld())
        ::close(m_descriptor);
}

DirectoryLock::DirectoryLock(DirectoryLock &&other) noexcept
    : m_path(std::move(other.m_path))
    , m_descriptor(std::exchange(other.m_descriptor, -1))
{}

DirectoryLock &DirectoryLock::operator=(DirectoryLock &&other) noexcept
{
    std::swap(m_path, other.m_path);
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

Expected<DirectoryLock, Fault> DirectoryLock::acquire(const std::string &directory, Create create)
{
    const std::string path = directory + "/lock";
    const int error = create == Create::WithParents           ? createDirectory(directory)
                      : ::mkdir(directory.c_str(), 0700) != 0 ? errno
                                                              : 0;
    if (error != 0 && error != EEXIST)
        return Unexpected(faultOfSystem(error, "mkdir " + directory));
    DirectoryLock lock;
    lock.m_path = path;
    lock.m_descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (!lock.isHeld())
        return Unexpected(faultOfSystem(errno, "open " + path));
    int result = 0;
    do {
        result = ::flock(lock.m_descriptor, LOCK_EX | LOCK_NB);
    } while (result != 0 && errno == EINTR);
    if (result != 0)
        return Unexpected(faultOfSystem(errno, "flock " + path));
    return lock;
}

bool DirectoryLock::isInPlace() const
{
    struct stat held = {};
    struct stat named = {};
    return ::fstat(m_descriptor, &held) == 0 && ::lstat(m_path.c_str(), &named) == 0 &&
           held.st_dev == named.st_dev && held.st_ino == named.st_ino;
}

} // namespace manometer::cache::disk
