// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/scan/SourceFile.h"

#include <algorithm>
#include <cerrno>
#include <sys/stat.h>

namespace manometer::service {

namespace {

std::int64_t nanoseconds(const timespec &time)
{
    return std::int64_t(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

} // namespace

Expected<SourceFile, int> lookAt(const QByteArray &path)
{
    struct stat status = {};
    if (::lstat(path.constData(), &status) != 0)
        return Unexpected<int>(errno);
    return SourceFile{.version = {.sizeBytes = static_cast<std::uint64_t>(status.st_size),
                                  .mtimeNanoseconds = nanoseconds(status.st_mtim),
                                  .ctimeNanoseconds = nanoseconds(status.st_ctim),
                                  .inode = status.st_ino,
                                  .device = status.st_dev},
                      .isRegular = S_ISREG(status.st_mode)};
}

cache::SourceVersion versionOf(const extract::FileFacts &facts)
{
    return {.sizeBytes = facts.sizeBytes,
            .mtimeNanoseconds = facts.mtimeNanoseconds,
            .ctimeNanoseconds = facts.ctimeNanoseconds,
            .inode = facts.inode,
            .device = facts.device};
}

bool meansGone(int error)
{
    return error == ENOENT || error == ENOTDIR;
}

bool isGone(const std::string &path, const cache::SourceVersion &lastSeen)
{
    struct stat status = {};
    if (::lstat(path.c_str(), &status) == 0 || !meansGone(errno))
        return false;
    for (std::string folder = path; folder.size() > 1;) {
        folder.resize(std::max<std::size_t>(1, folder.find_last_of('/')));
        if (::stat(folder.c_str(), &status) == 0)
            return status.st_dev == lastSeen.device;
        if (!meansGone(errno))
            return false;
    }
    return false;
}

} // namespace manometer::service
