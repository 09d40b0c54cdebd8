// SPDX-License-Identifier: GPL-3.0-or-later
//
// The presets that come with the program, and the file that carries one to another machine: JSON, one object
// with "manometer_preset" (its version), "name" and what the settings file calls "thresholds", "control" and
// "limits".
#pragma once

#include "expected/Expected.h"
#include "service/SettingsView.h"

#include <QByteArray>
#include <QJsonObject>

#include <vector>

namespace manometer::service {

const std::vector<Preset> &builtInPresets();

QJsonObject toJson(const Preset &preset);
// What is wrong with it, for whoever wrote it: in the file's own words, not translated.
Expected<Preset, QString> presetFromJson(const QJsonObject &object);

// The same as a file's text.
QByteArray presetFile(const Preset &preset);
Expected<Preset, QString> parsePreset(const QByteArray &text);

// Not empty, short enough for a menu, no control characters, none of the program's own names.
bool isPresetName(const QString &name);

} // namespace manometer::service
