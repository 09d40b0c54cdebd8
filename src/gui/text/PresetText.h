// SPDX-License-Identifier: GPL-3.0-or-later
//
// Texts for presets and settings. Pure functions.
#pragma once

#include "views/SettingsView.h"

#include <QString>

namespace manometer::gui::text {

// The translated name of a built-in preset; the given name of any other.
QString presetName(const QString &name);
// 'the level follows the machine's memory'
QString basis(pressure::BasisChoice choice);
// '2,000 entries, 256 MiB of memory, 1,000 MiB of disk, adapting'
QString capacity(const views::Settings &settings);

} // namespace manometer::gui::text
