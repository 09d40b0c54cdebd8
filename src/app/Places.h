// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where the program keeps its files, after the XDG base directory specification. Nothing is made here.
#pragma once

#include <QString>

#include <cstdint>

namespace manometer::app {

// A pretended machine (--proc-root) is a rehearsal: it has a cache and a past of its own, so that what is
// pretended neither stands in this machine's history nor costs its cache anything. Settings and layout are
// the operator's, and the same for both.
enum class Machine : std::uint8_t { ThisOne, Pretended };

QString defaultCacheDirectory(Machine machine); // $XDG_CACHE_HOME/manometer or …/manometer-rehearsal
QString stateDirectory(Machine machine);        // $XDG_STATE_HOME/manometer or …/manometer-rehearsal
QString settingsFile();                         // $XDG_CONFIG_HOME/manometer/settings.json
QString layoutFile();                           // $XDG_STATE_HOME/manometer/layout

} // namespace manometer::app
