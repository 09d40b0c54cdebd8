// SPDX-License-Identifier: GPL-3.0-or-later
//
// The levels in words. Pure functions.
#pragma once

#include "pressure/Level.h"

#include <QString>

namespace manometer::gui::text {

QString levelWord(pressure::Level level);

// What a level begins with, as a comparison: '≥ 60 %' ('> 90 %' for CRITICAL, which begins above its value).
QString levelBegins(pressure::Level level, double enterPercent);

} // namespace manometer::gui::text
