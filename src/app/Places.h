// SPDX-License-Identifier: GPL-3.0-or-later
//
// The paths of the program's files, according to the XDG base directory specification. Creates nothing; any
// thread; never blocks.
#pragma once

#include <QString>

#include <cstdint>

namespace manometer::app {

// A simulated machine (--proc-root) has its own cache and state directory, so that the simulation neither
// appears in this machine's history nor affects its cache. Settings, language and layout are shared. A played
// one (--rehearse) has a folder of its own until the program ends (RehearsalFolder.h), with a copy of the
// settings in it, too.
enum class Machine : std::uint8_t { ThisOne, Pretended, Played };

QString rehearsalFolder(); // $XDG_CACHE_HOME/manometer-rehearsal/played-PID

QString defaultCacheDirectory(Machine machine); // $XDG_CACHE_HOME/manometer or …/manometer-rehearsal
QString stateDirectory(Machine machine);        // $XDG_STATE_HOME/manometer or …/manometer-rehearsal
// $XDG_CONFIG_HOME/manometer/settings.json
QString settingsFile(Machine machine = Machine::ThisOne);
QString languageFile();   // $XDG_CONFIG_HOME/manometer/language
QString appearanceFile(); // $XDG_CONFIG_HOME/manometer/appearance
// The program to run when the level changes: $XDG_CONFIG_HOME/manometer/hooks/on-level, in a rehearsal
// …/on-level-rehearsal.
QString levelHook(Machine machine);
QString knownPlacesFile(); // $XDG_STATE_HOME/manometer/connections.json
QString layoutFile();      // $XDG_STATE_HOME/manometer/layout

// Where programs find the running instance: $XDG_RUNTIME_DIR/manometer or …/manometer-rehearsal; without the
// variable below /run/user/UID, if that exists. Empty: nowhere.
QString runtimeFolder(Machine machine);

} // namespace manometer::app
