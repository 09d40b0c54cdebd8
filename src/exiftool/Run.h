// SPDX-License-Identifier: GPL-3.0-or-later
//
// Our exiftool: the arguments, the output and the exit status of the real one, which does what is not known
// already. It writes nothing of its own to stdout or stderr, unless there is no real exiftool.
#pragma once

namespace manometer::exiftool {

// Ends the process or replaces it; returns only if that fails.
int run(int argc, char **argv);

} // namespace manometer::exiftool
