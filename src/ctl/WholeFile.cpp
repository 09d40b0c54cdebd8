// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/WholeFile.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace manometer::ctl {

namespace {

Unexpected<std::string> systemError()
{
    return Unexpected<std::string>(std::strerror(errno));
}

bool writeAll(int descriptor, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR)
            return false;
        if (written > 0)
            bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

// As open(2) makes it for this user.
mode_t newFileMode()
{
    const mode_t mask = ::umask(0);
    ::umask(mask);
    return 0666 & ~mask;
}

} // namespace

Expected<void, std::string> checkWholeFile(const std::string &path, Existing existing)
{
    struct stat status = {};
    if (::stat(path.c_str(), &status) != 0)
        return errno == ENOENT ? Expected<void, std::string>() : systemError();
    if (!S_ISREG(status.st_mode))
        return Unexpected<std::string>("it is not a regular file");
    if (existing == Existing::Kept)
        return Unexpected<std::string>("it exists; --overwrite replaces it");
    return {};
}

Expected<void, std::string> writeWholeFile(const std::string &path, std::string_view bytes)
{
    std::string temporary = path + ".XXXXXX";
    const int descriptor = ::mkostemp(temporary.data(), O_CLOEXEC);
    if (descriptor < 0)
        return systemError();
    bool isWritten =
        writeAll(descriptor, bytes) && ::fchmod(descriptor, newFileMode()) == 0 && ::fsync(descriptor) == 0;
    int error = errno;
    if (::close(descriptor) != 0 && isWritten) {
        isWritten = false;
        error = errno;
    }
    if (isWritten && std::rename(temporary.c_str(), path.c_str()) == 0)
        return {};
    if (isWritten)
        error = errno;
    ::unlink(temporary.c_str());
    errno = error;
    return systemError();
}

} // namespace manometer::ctl
