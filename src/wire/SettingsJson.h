// SPDX-License-Identifier: GPL-3.0-or-later
//
// The operator's settings as JSON: {"thresholds": {...}, "control": {...}, "limits": {...}}. Names end in
// their unit. Pure.
#pragma once

#include "views/SettingsView.h"

#include <QJsonObject>
#include <QStringList>

#include <initializer_list>

namespace manometer::wire {

QJsonObject toJson(const views::Settings &settings);

struct SettingsRead
{
    views::Settings settings{};
    QStringList problems{}; // for logs; empty if all of it was understood
};

// Each field for itself: one that is missing, unknown (of a later version) or cannot be used keeps its
// default and costs no other. Thresholds that do not fit each other are all given up.
SettingsRead settingsFromJson(const QJsonObject &object);

// The keys that are not among `known`, as problems.
QStringList unknownKeys(const QJsonObject &object, std::initializer_list<const char *> known);

} // namespace manometer::wire
