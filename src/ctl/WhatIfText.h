// SPDX-License-Identifier: GPL-3.0-or-later
//
// The answers about other thresholds, for people. Pure; any thread.
#pragma once

#include "json/Value.h"

#include <string>

namespace manometer::ctl {

std::string whatIfText(const json::Value &answer);  // POST /api/evidence/whatif
std::string suggestText(const json::Value &answer); // POST /api/evidence/suggest

} // namespace manometer::ctl
