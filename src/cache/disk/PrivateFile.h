// SPDX-License-Identifier: GPL-3.0-or-later
//
// The files in a cache directory: regular, and their owner's alone.
#pragma once

#include "cache/disk/Fault.h"
#include "expected/Expected.h"

#include <string>

namespace manometer::cache::disk {

// Opens the file to read and write; the caller closes the descriptor. Creates it with mode 0600, or sets that
// mode, whatever the umask. Fault::Kind::Damaged if it is not a regular file; a link is not followed. Blocks
// on disk.
Expected<int, Fault> openPrivateFile(const std::string &path);

} // namespace manometer::cache::disk
