// SPDX-License-Identifier: GPL-3.0-or-later
//
// Names of files as the cache knows them: absolute, with the bytes that the user gave. Any thread.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace manometer::ctl {

// Makes `path` absolute and drops empty parts, '.' and, where what it leaves is a folder and not a link to
// one, '..'. Links are not resolved: the path names the same file. Pure, but for `isFolder`.
std::string absolutePath(std::string_view path, std::string_view workingDirectory,
                         const std::function<bool(const std::string &)> &isFolder);

// Whether there is a folder of this name, which is no symbolic link.
bool isRealFolder(const std::string &path);
bool isSymbolicLink(const std::string &path);
// Whether there is nothing of this name. False where that cannot be known: in a folder that may not be
// searched.
bool isMissing(const std::string &path);
// Whether the file or its attributes changed less than `seconds` before now.
bool hasChangedWithin(const std::string &path, int seconds);
// The working directory, as a shell's `pwd` shows it: $PWD, which keeps the links by which the user came, if
// it is right; else, and if `path` leads out of it by '..', as the kernel knows it, without links. Empty if
// the folder was removed.
std::string workingDirectoryFor(std::string_view path);

} // namespace manometer::ctl
