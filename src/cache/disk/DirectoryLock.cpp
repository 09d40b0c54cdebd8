// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/disk/DirectoryLock.h"

#include "folders/Folders.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace manometer::cache::disk {

namespace {

std::optional<Fault> createDirectory(const std::string &directory, DirectoryLock::Create create)
{
    if (create == DirectoryLock::Create::WithParents) {
        if (const auto made = folders::makeFolders(directory); !made)
            return faultOfSystem(made.error().systemError, "mkdir " + made.error().path);
    } else if (::mkdir(directory.c_str(), 0700) != 0 && errno != EEXIST) {
        return faultOfSystem(errno, "mkdir " + directory);
    }
    return std::nullopt;
}

} // namespace

std::optional<OpenError> createReadableDirectory(const std::string &directory)
{
    if (const auto fault = createDirectory(directory, DirectoryLock::Create::WithParents)) {
        if (fault->kind == Fault::Kind::ReadOnly || fault->kind == Fault::Kind::DiskFull)
            return std::nullopt;
        const auto kind =
            fault->systemError == ENOTDIR ? OpenError::Kind::NotADirectory : OpenError::Kind::NoAccess;
        return OpenError{.kind = kind, .systemError = fault->systemError, .detail = fault->detail};
    }
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
    if (auto fault = createDirectory(directory, create))
        return Unexpected(std::move(*fault));
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
