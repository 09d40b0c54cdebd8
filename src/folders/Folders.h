// SPDX-License-Identifier: GPL-3.0-or-later
//
// Folders of the program's own data, private to the user: mode 0700. std only. Any thread; blocks on disk.
#pragma once

#include "expected/Expected.h"

#include <string>

namespace manometer::folders {

struct FolderError
{
    int systemError = 0; // errno; ENOTDIR also for a link to nothing
    std::string path;    // of the folder that cannot be created: the given one or a parent
};

// Creates the folder and its missing parents. The mode of an existing folder does not change.
Expected<void, FolderError> makeFolders(const std::string &path);

} // namespace manometer::folders
