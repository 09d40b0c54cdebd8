// SPDX-License-Identifier: GPL-3.0-or-later
//
// Keeps what the way from a sample to a cut needs in memory, so that a machine without any left does not
// have to find some first: pages are touched, and locked as far as RLIMIT_MEMLOCK lets us. Best effort; what
// cannot be locked has at least been there once.
#pragma once

#include <cstddef>

namespace manometer::service {

// The part of the calling thread's stack that lies ahead of it, as much as a sample or a cut may use.
void lockStack();
void lockMemory(const void *begin, std::size_t bytes);

} // namespace manometer::service
