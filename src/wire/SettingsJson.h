// SPDX-License-Identifier: GPL-3.0-or-later
//
// The settings as JSON: {"thresholds": {...}, "control": {...}, "limits": {...}}. Names end in their unit.
// Pure; any thread.
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
    QStringList problems{}; // for logs; empty if every field was understood
};

// Reads field by field: one that is missing, unknown (of a later version) or invalid keeps its default and
// does not affect the others. Thresholds that contradict each other are all reset to the defaults.
SettingsRead settingsFromJson(const QJsonObject &object);

// A problem for each key that is not in `known`.
QStringList unknownKeys(const QJsonObject &object, std::initializer_list<const char *> known);

} // namespace manometer::wire
