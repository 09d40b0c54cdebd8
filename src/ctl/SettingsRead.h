// SPDX-License-Identifier: GPL-3.0-or-later
//
// The control loop's configuration out of the settings of a running instance. Pure; any thread.
#pragma once

#include "expected/Expected.h"
#include "json/Value.h"
#include "pressure/control/Control.h"

#include <string>

namespace manometer::ctl {

// Of GET /api/settings. A value that is missing or invalid is an error, a detail for brokenAnswer().
Expected<pressure::ControlConfig, std::string> controlConfigOf(const json::Value &settings);

} // namespace manometer::ctl
