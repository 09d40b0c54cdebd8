// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where the program keeps its files, after the XDG base directory specification. Nothing is made here.
#pragma once

#include <QString>

namespace manometer::app {

QString defaultCacheDirectory(); // $XDG_CACHE_HOME/manometer
QString settingsFile();          // $XDG_CONFIG_HOME/manometer/settings.json
QString stateDirectory();        // $XDG_STATE_HOME/manometer
QString layoutFile();            // $XDG_STATE_HOME/manometer/layout

} // namespace manometer::app
