// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writes a file of the operator's choice whole or not at all. Any thread; blocks on disk. Errors are the
// system's messages.
#pragma once

#include "expected/Expected.h"

#include <string>
#include <string_view>

namespace manometer::ctl {

enum class Existing { Kept, Replaced };

// Before the work for it: whether it may be written. Of Existing::Kept it must not exist; a folder or a
// device is never replaced.
Expected<void, std::string> checkWholeFile(const std::string &path, Existing existing);
// The file has the bytes when it returns, also after a power cut; otherwise nothing has changed.
Expected<void, std::string> writeWholeFile(const std::string &path, std::string_view bytes);

} // namespace manometer::ctl
