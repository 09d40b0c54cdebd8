// SPDX-License-Identifier: GPL-3.0-or-later
//
// The texts of status, stats and history for people, and the level of a status. Pure.
#pragma once

#include "json/Value.h"
#include "pressure/Level.h"

#include <optional>
#include <string>

namespace manometer::ctl {

std::string statusText(const json::Value &status);   // GET /api/memory/status
std::string statsText(const json::Value &stats);     // GET /api/cache/stats
std::string historyText(const json::Value &history); // GET /api/memory/history

// Empty if the answer names no level.
std::optional<pressure::Level> levelOf(const json::Value &status);

} // namespace manometer::ctl
