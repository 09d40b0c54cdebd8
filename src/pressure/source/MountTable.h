// SPDX-License-Identifier: GPL-3.0-or-later
//
// Parses the mounts of our namespace, from /proc/self/mountinfo (proc(5)), and decides which of them a path
// can reach: a mount is unreachable if another one was mounted over it, or over a folder above it. Pure;
// lines that cannot be parsed are left out. Fields point into the parsed text and keep the kernel's escapes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace manometer::pressure {

struct Mount
{
    long id = 0;
    long parent = 0;
    std::string_view root;   // the part of the file system that is mounted
    std::string_view folder; // the mount point
    std::string_view type;
    std::string_view superOptions;
};

std::vector<Mount> parseMounts(std::string_view mountinfo);

// `mount` is an element of `mounts`.
bool isReachable(const Mount &mount, const std::vector<Mount> &mounts);

// Whether `path` is `folder` or lies below it. Both are absolute; the root is "/" or "".
bool isWithin(std::string_view path, std::string_view folder);

// Decodes \ooo, as which mountinfo writes blank, tab, newline and backslash.
std::string unescaped(std::string_view field);

} // namespace manometer::pressure
