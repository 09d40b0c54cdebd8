// SPDX-License-Identifier: GPL-3.0-or-later
//
// The file that carries a preset to another machine: a JSON object with "manometer_preset" (its version),
// "name", and "thresholds", "control" and "limits" as in the settings file. Pure; any thread.
#pragma once

#include "views/SettingsView.h"

#include <QByteArray>
#include <QJsonObject>

namespace manometer::wire {

QJsonObject toJson(const views::Preset &preset);
// Each field by itself, like settingsFromJson(). Without a version and a name it is not a preset. Errors are
// not translated.
views::PresetRead presetFromJson(const QJsonObject &object);

// The same as the text of a file.
QByteArray presetFile(const views::Preset &preset);
views::PresetRead parsePreset(const QByteArray &text);

} // namespace manometer::wire
