// SPDX-License-Identifier: GPL-3.0-or-later
//
// Why a file has no metadata, for people. Examines the file where the server's reason leaves the question
// open.
#pragma once

#include "client/Lookup.h"

#include <string>
#include <string_view>

namespace manometer::ctl {

inline constexpr std::string_view symbolicLinkText = "it is a symbolic link; resolve it with readlink -f";

// One or two sentences that follow the file's name and a colon; shown() is applied. `wasRead`: the server was
// to read the file.
std::string reasonSentence(const std::string &path, const client::LookedUp &entry, bool wasRead);

} // namespace manometer::ctl
