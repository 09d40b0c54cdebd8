// SPDX-License-Identifier: GPL-3.0-or-later
//
// One command from the command line. Blocks.
#pragma once

#include "exiftool/Arguments.h"
#include "exiftool/RealProgram.h"

#include <string>
#include <vector>

namespace manometer::exiftool {

// Answers the command, from what is known or by the real exiftool, and ends this process as that would.
// Returns if it is better to become the real one.
void answerOnce(const RealProgram &program, const Command &command,
                const std::vector<std::string> &arguments);

} // namespace manometer::exiftool
