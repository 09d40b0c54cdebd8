// SPDX-License-Identifier: GPL-3.0-or-later
#include "folders/Folders.h"

#include <cerrno>
#include <sys/stat.h>

namespace manometer::folders {

Expected<void, FolderError> makeFolders(const std::string &path)
{
    for (std::size_t end = path.find('/', 1);; end = path.find('/', end + 1)) {
        const std::string prefix = path.substr(0, end);
        if (::mkdir(prefix.c_str(), 0700) != 0) {
            // Not only EEXIST: a file system may refuse before it looks.
            const int error = errno;
            struct stat status = {};
            const bool exists = ::stat(prefix.c_str(), &status) == 0;
            if (!exists || !S_ISDIR(status.st_mode))
                return Unexpected(
                    FolderError{.systemError = exists || error == EEXIST ? ENOTDIR : error, .path = prefix});
        }
        if (end == std::string::npos)
            return {};
    }
}

} // namespace manometer::folders
