// SPDX-License-Identifier: GPL-3.0-or-later
//
// The presets that come with the program, and the file that carries one to another machine: JSON, one object
// with "manometer_preset" (its version), "name" and what the settings file calls "thresholds", "control" and
// "limits".
#pragma once

#include "service/SettingsView.h"

#include <QByteArray>
#include <QJsonObject>

#include <vector>

namespace manometer::service {

const std::vector<Preset> &builtInPresets();

QJsonObject toJson(const Preset &preset);
// Field by field, as settingsFromJson() does; without a version and a name it is no preset. What is wrong is
// in the file's own words, not translated.
PresetRead presetFromJson(const QJsonObject &object);

// The same as a file's text.
QByteArray presetFile(const Preset &preset);
PresetRead parsePreset(const QByteArray &text);

// Not empty, short enough for a menu, no control characters, none of the program's own names.
bool isPresetName(const QString &name);

} // namespace manometer::service
