// SPDX-License-Identifier: GPL-3.0-or-later
//
// The control loop of a rehearsal that plays faster or slower than real time. Pure; any thread.
#pragma once

#include "pressure/control/Control.h"

namespace manometer::pressure {

// The speeds at which a curve can be played.
inline constexpr double slowestRehearsal = 0.1;
inline constexpr double fastestRehearsal = 100;

// The configuration with all durations divided by `speed`, so that the levels and the limit do within the
// shorter time what they would do with the curve in real time. Not below a millisecond, which no
// configuration may have. A snooze keeps its end.
ControlConfig inTimeLapse(const ControlConfig &config, double speed);

} // namespace manometer::pressure
