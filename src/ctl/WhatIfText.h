// SPDX-License-Identifier: GPL-3.0-or-later
//
// The answers about other thresholds, for people. Pure; any thread.
#pragma once

#include "ctl/TimeRange.h"
#include "json/Value.h"

#include <string>

namespace manometer::ctl {

// POST /api/evidence/whatif. `asked`: the time that the question was about.
std::string whatIfText(const json::Value &answer, const TimeRange &asked);
// What the question requires, as far as it may not be possible to judge it.
struct Required
{
    bool incidentLead = false;
    bool hitPoints = false;
};
// POST /api/evidence/suggest. Empty if there is no result.
std::string suggestText(const json::Value &answer, const TimeRange &asked, const Required &required);
// Why that answer has no choice of thresholds, in sentences that name the options; empty if it has.
std::string whyNoChoice(const json::Value &answer);

} // namespace manometer::ctl
