// SPDX-License-Identifier: GPL-3.0-or-later
//
// Plays a whole curve through the control loop in simulated time: what a rehearsal in real time would show,
// without waiting for it. Samples are taken as often as the monitor takes them. Pure; any thread.
#pragma once

#include "pressure/control/Control.h"
#include "pressure/rehearsal/Curve.h"

#include <functional>

namespace manometer::pressure {

struct PlayedStep
{
    Curve::Seconds at{};        // since the beginning of the curve
    const ControlState &before; // the step
    const ControlStep &step;
};

// Calls `observe` for each sample, from the curve's first value to its last one.
void play(const Curve &curve, const ControlConfig &config,
          const std::function<void(const PlayedStep &)> &observe);

} // namespace manometer::pressure
