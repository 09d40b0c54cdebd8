// SPDX-License-Identifier: GPL-3.0-or-later
//
// A preset file: a JSON object with "manometer_preset" (the format version), "name", and "thresholds",
// "control" and "limits" as in the settings file. Pure; any thread.
#pragma once

#include "views/SettingsView.h"

#include <QByteArray>
#include <QJsonObject>

namespace manometer::wire {

QJsonObject toJson(const views::Preset &preset);
// Reads field by field, like settingsFromJson(). Fails without a version or a valid name. Errors are not
// translated.
views::PresetRead presetFromJson(const QJsonObject &object);

// The same as the text of a file.
QByteArray presetFile(const views::Preset &preset);
views::PresetRead parsePreset(const QByteArray &text);

} // namespace manometer::wire
