// SPDX-License-Identifier: GPL-3.0-or-later
//
// Puts the time in front of each line that the program logs on stderr: local, ISO 8601, with milliseconds and
// the offset from UTC. Not where the journal of systemd reads stderr, which adds the time itself, nor where
// QT_MESSAGE_PATTERN chooses another format.
#pragma once

namespace manometer::app {

// Main thread, before other threads exist. Lines may then be logged in any thread.
void addTimeToLog();

} // namespace manometer::app
