// SPDX-License-Identifier: GPL-3.0-or-later
//
// Names the program behind a connection. Internal to answers. Any thread; reads /proc.
#pragma once

#include <string>
#include <sys/types.h>

namespace manometer::answers {

// `exiftool` is the process id of our exiftool; who asks is its parent. The parent's name as the kernel has
// it; of a shell or an interpreter with its script: "python3 index.py". Any bytes; empty if it has ended.
std::string askerOf(pid_t exiftool);

} // namespace manometer::answers
