// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/Directory.h"

#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace manometer::cache {

namespace {

bool isUnwritable(int error)
{
    return error == EACCES || error == EPERM || error == EROFS || error == ENOSPC || error == EDQUOT ||
           error == EIO;
}

// mkdir -p with 0700 for what is made. errno, or 0.
int makeDirectory(const std::string &path)
{
    if (::mkdir(path.c_str(), 0700) == 0)
        return 0;
    if (errno == EEXIST) {
        struct stat status = {};
        if (::stat(path.c_str(), &status) != 0)
            return errno;
        return S_ISDIR(status.st_mode) ? 0 : ENOTDIR;
    }
    if (errno != ENOENT)
        return errno;
    const std::string parent = std::filesystem::path(path).parent_path().string();
    if (parent.empty() || parent == path)
        return ENOENT;
    if (const int error = makeDirectory(parent); error != 0)
        return error;
    return ::mkdir(path.c_str(), 0700) == 0 || errno == EEXIST ? 0 : errno;
}

} // namespace

Expected<Directory, OpenError> Directory::own(const std::string &path)
{
    const auto refused = [&path](OpenError::Kind kind, int error) {
        return Unexpected<OpenError>({.kind = kind, .systemError = error, .detail = path});
    };
    if (const int error = makeDirectory(path); error != 0) {
        if (error == ENOTDIR)
            return refused(OpenError::Kind::NotADirectory, error);
        if (isUnwritable(error))
            return Directory(-1, error);
        return refused(OpenError::Kind::NoAccess, error);
    }
    const int lock = ::open((path + "/lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (lock < 0) {
        const int error = errno;
        if (isUnwritable(error))
            return Directory(-1, error);
        return refused(OpenError::Kind::NoAccess, error);
    }
    if (::flock(lock, LOCK_EX | LOCK_NB) != 0) {
        const int error = errno;
        ::close(lock);
        return refused(error == EWOULDBLOCK ? OpenError::Kind::InUse : OpenError::Kind::NoAccess, error);
    }
    return Directory(lock, 0);
}

Directory::~Directory()
{
    if (m_lock >= 0)
        ::close(m_lock);
}

Directory::Directory(Directory &&other) noexcept
    : m_lock(std::exchange(other.m_lock, -1))
    , m_unwritable(other.m_unwritable)
{}

} // namespace manometer::cache
