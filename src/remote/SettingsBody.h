// SPDX-License-Identifier: GPL-3.0-or-later
//
// The bodies of /api/settings, /api/thresholds and /api/presets as values. Strict: a value that this program
// does not know or would change is an error, since it would show, and later apply, something that is not in
// effect. Fields of a later version are ignored. Pure; any thread.
#pragma once

#include "expected/Expected.h"
#include "views/SettingsView.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace manometer::remote {

struct SettingsBody
{
    views::Settings settings{};
    QString base{};
    std::optional<qint64> revertsAtWallMs{}; // set while a change is on trial
    bool changedElsewhere = false;           // in the stream: by another program or an editor

    friend bool operator==(const SettingsBody &, const SettingsBody &) = default;
};

struct PresetsBody
{
    QString base{};
    QList<views::Preset> presets{};
};

Expected<SettingsBody, QString> settingsFrom(const QByteArray &json);
Expected<pressure::Thresholds, QString> thresholdsFrom(const QByteArray &json);
Expected<PresetsBody, QString> presetsFrom(const QByteArray &json);

QByteArray settingsText(const views::Settings &settings, const QString &base);
QByteArray settingsText(const views::Settings &settings); // of a preset
QByteArray thresholdsText(const pressure::Thresholds &thresholds);

// Whether an operator might be surprised by new thresholds: a level begins ten points or more from where it
// began, or some percentage means a level that is two or more away from before.
bool isWideChange(const pressure::Thresholds &before, const pressure::Thresholds &after);

} // namespace manometer::remote
