// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the settings file keeps, as values and as its JSON document, and what one program changed of it. A
// change is written over what the document has by then, field by field and preset by preset: what others
// wrote beside it, and what only a later version understands, stays. Pure.
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
    QString language{};

    friend bool operator==(const StoredSettings &, const StoredSettings &) = default;
};

// More own presets than a menu can show are a mistake.
inline constexpr qsizetype maxOwnPresets = 50;
inline constexpr int settingsVersion = 1;

// The error, for logs: it is no settings file of this version.
Expected<QJsonObject, QString> parseDocument(const QByteArray &text);

struct StoredRead
{
    StoredSettings stored{};
    QStringList problems{}; // for logs: fields and presets that were not understood
};
StoredRead storedFrom(const QJsonObject &document);

struct SettingsChange
{
    QJsonObject fields{};         // of the document, those that changed
    QList<views::Preset> saved{}; // new ones, and those that changed
    QStringList removed{};        // names of presets
    bool isEmpty() const { return fields.isEmpty() && saved.isEmpty() && removed.isEmpty(); }
};
SettingsChange changeBetween(const StoredSettings &before, const StoredSettings &after);

// `all` is where the document says nothing.
QJsonObject withChange(const QJsonObject &document, const SettingsChange &change, const StoredSettings &all);

} // namespace manometer::service
