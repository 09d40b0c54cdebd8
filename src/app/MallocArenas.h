// SPDX-License-Identifier: GPL-3.0-or-later
//
// Bounds the memory that malloc keeps for the threads. Call it first: it is about the arenas that threads get
// later. Does not block; where malloc is not glibc's, it does nothing.
#pragma once

namespace manometer::app {

void limitMallocArenas();

} // namespace manometer::app
