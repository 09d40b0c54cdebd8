// SPDX-License-Identifier: GPL-3.0-or-later
//
// Processes, signals of memory pressure and estimated hit ratios as text for people. Pure.
#pragma once

#include "json/Value.h"

#include <string>

namespace manometer::ctl {

std::string processesText(const json::Value &holding); // GET /api/processes
std::string sourcesText(const json::Value &report);    // GET /api/sources
std::string hitsText(const json::Value &evidence);     // GET /api/evidence/hits

} // namespace manometer::ctl
