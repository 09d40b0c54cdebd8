// SPDX-License-Identifier: GPL-3.0-or-later
//
// The operator's settings as JSON: {"thresholds": {...}, "control": {...}, "limits": {...}}. Names end in
// their unit. Pure.
#pragma once

#include "service/SettingsView.h"

#include <QJsonObject>
#include <QStringList>

#include <initializer_list>

namespace manometer::service {

QJsonObject toJson(const Settings &settings);

struct SettingsRead
{
    Settings settings{};
    QStringList problems{}; // for logs; empty if all of it was understood
};

// Each field for itself: one that is missing, unknown (of a later version) or cannot be used keeps its
// default and costs no other. Thresholds that do not fit each other are all given up.
SettingsRead settingsFromJson(const QJsonObject &object);

// What breaks a rule, for logs; empty if nothing does.
QString findProblem(const Settings &settings);

// `present` with what changed from `before` to `after`, field by field, where it still has what was before.
// The thresholds, which keep distances between each other, are one field.
Settings followed(const Settings &present, const Settings &before, const Settings &after);

// The keys that are not among `known`, as problems.
QStringList unknownKeys(const QJsonObject &object, std::initializer_list<const char *> known);

} // namespace manometer::service
