// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whether this process may have the threads, descriptors and stack that the program needs, by taking them for
// a moment: limits of processes, of users and of control groups alike. What runs out later than here cannot
// be survived everywhere: GLib ends the program that finds no descriptor for an event loop, and Qt waits for
// ever for a task whose thread could not be started. To be called first, before any thread is there: it
// raises the soft limits as far as the hard ones go, and the threads' default stack. Blocks for some hundred
// microseconds.
#pragma once

#include <optional>
#include <string>

namespace manometer::app {

// What is lacking, as a sentence for standard error; nothing where all is there. In English: there is no Qt
// yet that could translate it.
std::optional<std::string> findMissingResource();

} // namespace manometer::app
