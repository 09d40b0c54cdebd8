// SPDX-License-Identifier: GPL-3.0-or-later
//
// Removes from an event what names something of the operator's, before others get it. Pure; any thread.
#pragma once

#include "views/Event.h"

namespace manometer::views {

// For a colleague: without names of files, folders and control groups, the clients of the API and texts that
// may quote a file. The short names of processes and the operator's notes stay.
Event withoutPaths(Event event);
// For the public: also without names of processes and presets, and without notes.
Event withoutNames(Event event);

} // namespace manometer::views
