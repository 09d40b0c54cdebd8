// SPDX-License-Identifier: GPL-3.0-or-later
//
// The contents of the settings file as values and as a JSON document, and changes to them. A change is merged
// into the document field by field and preset by preset: changes by other programs, and fields that only a
// later version understands, stay. Pure; any thread.
#pragma once

#include "expected/Expected.h"
#include "service/settings/CommandLineOverride.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace manometer::service {

struct StoredSettings
{
    ChosenSettings chosen{};
    QList<views::Preset> presets{}; // the operator's own

    friend bool operator==(const StoredSettings &, const StoredSettings &) = default;
};

// As many as a menu can show.
inline constexpr qsizetype maxOwnPresets = 50;
inline constexpr int settingsVersion = 1;

// Fails if it is not a settings file of this version; the error is for logs.
Expected<QJsonObject, QString> parseDocument(const QByteArray &text);

struct StoredRead
{
    StoredSettings stored{};
    QStringList problems{}; // for logs: fields and presets that were not understood
};
StoredRead storedFrom(const QJsonObject &document);

struct SettingsChange
{
    QJsonObject fields{};         // the changed fields of the document
    QList<views::Preset> saved{}; // new and changed ones
    QStringList removed{};        // preset names
    bool isEmpty() const { return fields.isEmpty() && saved.isEmpty() && removed.isEmpty(); }
};
SettingsChange changeBetween(const StoredSettings &before, const StoredSettings &after);

// `all` supplies the fields that the document does not have.
QJsonObject withChange(const QJsonObject &document, const SettingsChange &change, const StoredSettings &all);

} // namespace manometer::service
