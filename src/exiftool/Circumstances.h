// SPDX-License-Identifier: GPL-3.0-or-later
//
// What an answer depends on besides the file and the options: exiftool's script and library, Perl and the
// modules it may load, time zone, locale. As digests of what stat(2) says of those files: no file is read.
#pragma once

#include "exiftool/RealProgram.h"

#include <string>
#include <string_view>
#include <vector>

namespace manometer::exiftool {

// What `exiftool -ver -v2` says about Perl's folders.
std::vector<std::string> includeFoldersOf(std::string_view output);

// Of the program and its library. `includeFolders`: where Perl looks for modules. Blocks on about 600
// stat(2).
std::string programDigest(const RealProgram &program, const std::vector<std::string> &includeFolders);
// Of the script's interpreter alone, on which the include folders depend.
std::string interpreterDigest(const RealProgram &program);

// Of the environment that a command runs in now: variables, the zone's file.
std::string environmentDigest();

} // namespace manometer::exiftool
