// SPDX-License-Identifier: GPL-3.0-or-later
//
// Thresholds, settings and presets. A change names the version it is based on (If-Match), so that two clients
// do not undo each other's. In the views' thread.
#pragma once

#include "api/endpoints/Context.h"

namespace manometer::api {

Routes settingsRoutes(const Context &context);

// The bodies of GET /api/settings and GET /api/presets, for the stream. In the views' thread.
std::string settingsText(const views::SettingsView &settings, std::optional<qint64> revertsAtWallMs = {});
std::string presetsText(const views::SettingsView &settings);

} // namespace manometer::api
