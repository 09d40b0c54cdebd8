// SPDX-License-Identifier: GPL-3.0-or-later
//
// Keeps the memory that is needed from a sample to a cut resident, so that relief works on a machine without
// free memory: touches pages and locks them as far as RLIMIT_MEMLOCK allows. Any thread; best effort, errors
// are ignored.
#pragma once

#include <cstddef>

namespace manometer::service {

// Locks as much of the calling thread's unused stack as a sample or a cut may use.
void lockStack();
void lockMemory(const void *begin, std::size_t bytes);

} // namespace manometer::service
