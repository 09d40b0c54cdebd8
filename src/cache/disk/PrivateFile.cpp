// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/disk/PrivateFile.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace manometer::cache::disk {

Expected<int, Fault> openPrivateFile(const std::string &path)
{
    constexpr mode_t ownerOnly = S_IRUSR | S_IWUSR;
    const Fault notOurs{.kind = Fault::Kind::Damaged, .detail = path + " is no regular file"};
    const int descriptor =
        ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, ownerOnly);
    if (descriptor < 0)
        return Unexpected(errno == ELOOP || errno == EISDIR ? notOurs : faultOfSystem(errno, "open " + path));
    struct stat status = {};
    if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
        ::close(descriptor);
        return Unexpected(notOurs);
    }
    // The sticky bit is a mark of ours: see ShardFile. It may fail on a file system without modes, which is
    // acceptable.
    const mode_t wanted = ownerOnly | (status.st_mode & S_ISVTX);
    if ((status.st_mode & 07777) != wanted && status.st_uid == ::geteuid())
        ::fchmod(descriptor, wanted);
    return descriptor;
}

} // namespace manometer::cache::disk
