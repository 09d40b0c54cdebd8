// SPDX-License-Identifier: GPL-3.0-or-later
//
// The operator's settings as JSON: {"thresholds": {...}, "control": {...}, "limits": {...}}. Names end in
// their unit. Pure.
#pragma once

#include "expected/Expected.h"
#include "service/SettingsView.h"

#include <QJsonObject>

namespace manometer::service {

QJsonObject toJson(const Settings &settings);

// "control" and "limits" may be missing, wholly or in part: then the defaults count, as in files of the
// versions that did not write them. What is wrong, for logs, where something is.
Expected<Settings, QString> settingsFromJson(const QJsonObject &object);

// What breaks a rule, for logs; empty if nothing does.
QString findProblem(const Settings &settings);

} // namespace manometer::service
