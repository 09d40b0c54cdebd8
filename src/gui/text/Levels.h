// SPDX-License-Identifier: GPL-3.0-or-later
//
// Levels, measurements and votes in words. Pure functions, any thread.
#pragma once

#include "pressure/Level.h"
#include "pressure/control/Gauge.h"
#include "pressure/control/StallWatch.h"
#include "pressure/control/Thresholds.h"

#include <QString>

namespace manometer::gui::text {

QString levelWord(pressure::Level level);

// '72.4 % of memory in use', '72.4 % of the control group's memory in use'. `percent` is rounded already
// where it stands beside a threshold (views/ShownPercent.h).
QString measured(pressure::Basis basis, double percent);
// '79.9 %' for 79.97 where a level begins or ends at 80.
QString percentBeside(double percent, const pressure::Thresholds &thresholds);

// The signal that raised or holds a level: 'tasks wait for memory'. Empty for none.
QString voteReason(pressure::Vote vote);

} // namespace manometer::gui::text
