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
// POST /api/evidence/suggest. `requiresLead`: the question has an incident lead. Empty if there is no result.
std::string suggestText(const json::Value &answer, const TimeRange &asked, bool requiresLead);
// Why that answer has no choice of thresholds, in sentences that name the options; empty if it has.
std::string whyNoChoice(const json::Value &answer);

} // namespace manometer::ctl
