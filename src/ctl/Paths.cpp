// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/Paths.h"

#include <cerrno>
#include <cstdlib>
#include <ctime>
#include <sys/stat.h>
#include <unistd.h>

namespace manometer::ctl {

std::string absolutePath(std::string_view path, std::string_view workingDirectory,
                         const std::function<bool(const std::string &)> &isFolder)
{
    std::string given(path);
    if (!path.starts_with('/'))
        given = std::string(workingDirectory) + '/' + given;
    std::string result;
    for (std::string_view rest = given; !rest.empty();) {
        const auto slash = rest.find('/');
        const std::string_view part = rest.substr(0, slash);
        rest.remove_prefix(slash == std::string_view::npos ? rest.size() : slash + 1);
        if (part.empty() || part == ".")
            continue;
        if (part == ".." && result.empty()) // of the root: the root
            continue;
        if (part == ".." && !result.ends_with("/..") && isFolder(result))
            result.erase(result.rfind('/'));
        else
            result.append("/").append(part);
    }
    return result.empty() ? "/" : result;
}

bool isRealFolder(const std::string &path)
{
    struct stat about
    {};
    return ::lstat(path.c_str(), &about) == 0 && S_ISDIR(about.st_mode);
}

bool isSymbolicLink(const std::string &path)
{
    struct stat about
    {};
    return ::lstat(path.c_str(), &about) == 0 && S_ISLNK(about.st_mode);
}

bool isMissing(const std::string &path)
{
    struct stat about
    {};
    return ::lstat(path.c_str(), &about) != 0 &&
           (errno == ENOENT || errno == ENOTDIR || errno == ENAMETOOLONG);
}

bool hasChangedWithin(const std::string &path, int seconds)
{
    struct stat about
    {};
    timespec now{};
    if (::stat(path.c_str(), &about) != 0 || ::clock_gettime(CLOCK_REALTIME, &now) != 0)
        return false;
    constexpr long long second = 1'000'000'000;
    const long long age = (now.tv_sec - about.st_ctim.tv_sec) * second + now.tv_nsec - about.st_ctim.tv_nsec;
    return age < seconds * second;
}

std::string workingDirectoryFor(std::string_view path)
{
    struct stat here
    {};
    struct stat named
    {};
    const char *name = std::getenv("PWD");
    const bool leadsOut = path == ".." || path.starts_with("../");
    if (!leadsOut && name && *name == '/' && ::stat(name, &named) == 0 && ::stat(".", &here) == 0 &&
        named.st_dev == here.st_dev && named.st_ino == here.st_ino)
        return name;
    char *current = ::getcwd(nullptr, 0);
    std::string folder = current ? current : "";
    std::free(current);
    return folder;
}

} // namespace manometer::ctl
