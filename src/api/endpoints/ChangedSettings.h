// SPDX-License-Identifier: GPL-3.0-or-later
//
// The settings that a request's JSON means: those in effect, with the fields that it has. Pure; any thread.
#pragma once

#include "api/endpoints/Route.h"
#include "views/SettingsView.h"

#include <QJsonObject>

#include <optional>

namespace manometer::api {

// Empty: the call has been refused.
std::optional<views::Settings> settingsFrom(const views::Settings &present, const QJsonObject &changes,
                                            const Call &call);

} // namespace manometer::api
