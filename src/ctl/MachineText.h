// SPDX-License-Identifier: GPL-3.0-or-later
//
// Processes and signals of memory pressure as text for people. Pure.
#pragma once

#include "json/Value.h"

#include <string>

namespace manometer::ctl {

std::string processesText(const json::Value &holding); // GET /api/processes
std::string sourcesText(const json::Value &report);    // GET /api/sources

} // namespace manometer::ctl
