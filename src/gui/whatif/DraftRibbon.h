// SPDX-License-Identifier: GPL-3.0-or-later
//
// The levels of an answer on the chart's time axis. Pure functions.
#pragma once

#include "gui/chart/ChartFrame.h"
#include "gui/samples/SampleModel.h"
#include "views/WhatIf.h"

namespace manometer::gui {

// The draft's levels, and where they differ from the applied ones: in the time that both have.
DraftLevels draftLevels(const views::WhatIfAnswer &answer, const SampleModel &samples);

} // namespace manometer::gui
