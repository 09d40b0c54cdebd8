// SPDX-License-Identifier: GPL-3.0-or-later
//
// The levels in words. Pure functions.
#pragma once

#include "pressure/Level.h"
#include "pressure/control/Gauge.h"
#include "pressure/control/StallWatch.h"

#include <QString>

namespace manometer::gui::text {

QString levelWord(pressure::Level level);

QString atLeast(double percent); // '≥ 60 %'
// What a level begins with, as a comparison: '≥ 60 %' ('> 90 %' for CRITICAL, which begins above its value).
QString levelBegins(pressure::Level level, double enterPercent);

// Whose memory, and how much of it: 'host 72.4 %', 'control group 72.4 %'.
QString measured(pressure::Basis basis, double percent);

// What made a level higher than p alone: 'tasks wait for memory'. Empty for none.
QString voteReason(pressure::Vote vote);

} // namespace manometer::gui::text
