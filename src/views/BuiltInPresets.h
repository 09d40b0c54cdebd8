// SPDX-License-Identifier: GPL-3.0-or-later
//
// The presets that come with the program. Pure; any thread.
#pragma once

#include "views/SettingsView.h"

#include <QString>

#include <vector>

namespace manometer::views {

const std::vector<Preset> &builtInPresets();

// Whether an operator's preset may have this name: not empty, at most 60 printable characters, no white space
// at either end, not the name of a built-in preset (ignoring case).
bool isPresetName(const QString &name);

} // namespace manometer::views
