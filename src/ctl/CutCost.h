// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a cut of the cache's limit has cost so far, for people. Pure.
#pragma once

#include "json/Value.h"

#include <string>

namespace manometer::ctl {

// Of a limit event that lowered the limit because of pressure: 'cost so far: 12 disk reads, 41 files read
// again in 3.2 s'. `lost`: pressure_lost of the cache's statistics. Empty if it does not have the cut.
std::string cutCostText(const json::Value &event, const json::Value &lost);

// Whether the statistics may have the event's cost.
bool isCutByPressure(const json::Value &event);

} // namespace manometer::ctl
