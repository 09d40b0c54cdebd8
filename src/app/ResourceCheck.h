// SPDX-License-Identifier: GPL-3.0-or-later
//
// Checks that this process may have the threads, descriptors and stack that the program needs, by allocating
// them for a moment, which covers the limits of processes, users and control groups. A later shortage cannot
// be handled everywhere: GLib aborts without a descriptor for an event loop, and Qt waits for ever for a task
// whose thread could not be started. Call it first, before any thread exists: it raises the soft limits up to
// the hard ones, and the threads' default stack. Blocks for some hundred microseconds.
#pragma once

#include <optional>
#include <string>

namespace manometer::app {

// An error message for the first missing resource; empty if nothing is missing. In English, since Qt's
// translations are not loaded yet.
std::optional<std::string> findMissingResource();

} // namespace manometer::app
