// SPDX-License-Identifier: GPL-3.0-or-later
//
// The control loop's numbers under the names that the settings file gives them ("control"), with the range in
// which each makes sense. What each is for, and why its default is what it is, stands at the member it sets.
// Pure.
#pragma once

#include "pressure/control/Control.h"

#include <span>

namespace manometer::views {

struct ControlNumber
{
    const char *key; // ends in its unit: _ms, _percent, _ratio, _bytes
    double minimum;
    double maximum;
    double (*get)(const pressure::ControlConfig &config);
    void (*set)(pressure::ControlConfig &config, double value);
};

std::span<const ControlNumber> controlNumbers();

} // namespace manometer::views
