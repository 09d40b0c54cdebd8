// SPDX-License-Identifier: GPL-3.0-or-later
//
// Thresholds as text, and changed by words such as elevated.enter_percent=65. Pure.
#pragma once

#include "ctl/ExitCode.h"
#include "expected/Expected.h"
#include "json/Value.h"

#include <span>
#include <string>
#include <string_view>

namespace manometer::ctl {

std::string thresholdsText(const json::Value &thresholds); // GET /api/thresholds

struct EditProblem
{
    std::string text; // a sentence that names what was given
    ExitCode exitCode = usage;
};

// The thresholds as JSON with the changed values. Short for enter_percent, leave_percent and target_percent
// are enter, leave and target; for hold_ms hold with a unit, as in high.hold=20s. enter moves leave and
// target along, if they are not given, as a handle of the window does; enter_percent does not. A percentage
// may end with %. Wrong usage: a name that the thresholds do not have, a value that is no number or out of
// range. Refused: values that do not agree (pressure::findProblem()).
Expected<std::string, EditProblem> editThresholds(const json::Value &thresholds,
                                                  std::span<const std::string_view> changes);

} // namespace manometer::ctl
