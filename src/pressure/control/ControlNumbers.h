// SPDX-License-Identifier: GPL-3.0-or-later
//
// The control loop's numbers: the key of each in the settings file ("control"), its valid range and its
// accessors. The member that it sets documents its meaning and its default. Pure; any thread.
#pragma once

#include "pressure/control/Control.h"

#include <span>

namespace manometer::pressure {

struct ControlNumber
{
    const char *key; // ends in its unit: _ms, _percent, _ratio, _bytes
    double minimum;
    double maximum;
    double (*get)(const ControlTuning &tuning);
    void (*set)(ControlTuning &tuning, double value);
};

std::span<const ControlNumber> controlNumbers();

} // namespace manometer::pressure
