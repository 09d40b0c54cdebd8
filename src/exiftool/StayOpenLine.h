// SPDX-License-Identifier: GPL-3.0-or-later
//
// "-stay_open True -@ -" with what may stand around it. Internal to exiftool. Pure.
#pragma once

#include "exiftool/Arguments.h"

#include <optional>
#include <string>
#include <vector>

namespace manometer::exiftool {

// The command line of such a process.
struct StayOpenLine
{
    std::vector<std::string> first;  // arguments of the first command
    std::vector<std::string> common; // of all commands
    std::vector<Echo> echoes;        // printed at once
};

// Empty for anything else, or anything more.
std::optional<StayOpenLine> stayOpenLineOf(const std::vector<std::string> &arguments);

} // namespace manometer::exiftool
