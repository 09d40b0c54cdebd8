// SPDX-License-Identifier: GPL-3.0-or-later
//
// Presets as the operator reads them. Pure.
#pragma once

#include "views/SettingsView.h"

#include <QString>

namespace manometer::gui::text {

// The program's own in the operator's language, the operator's as they were named.
QString presetName(const QString &name);
// 'the machine's memory is judged'
QString basis(pressure::BasisChoice choice);
// '2,000 entries, 256 MiB of memory, 1,000 MiB of disk, adapting'
QString capacity(const views::Settings &settings);

} // namespace manometer::gui::text
