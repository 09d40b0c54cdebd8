// SPDX-License-Identifier: GPL-3.0-or-later
//
// How a level's leave and target follow its enter: their distances stay, because they depend on the signal's
// noise and not on the value. For the handles and fields of the window and the changes that manometerctl
// takes. Pure; the result may break a rule (findProblem()).
#pragma once

#include "pressure/control/Thresholds.h"

namespace manometer::pressure {

inline Threshold movedTo(Threshold threshold, double enterPercent)
{
    const double distance = enterPercent - threshold.enterPercent;
    threshold.enterPercent = enterPercent;
    threshold.leavePercent += distance;
    threshold.targetPercent += distance;
    return threshold;
}

} // namespace manometer::pressure
