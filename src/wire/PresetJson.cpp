// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/PresetJson.h"

#include "views/BuiltInPresets.h"
#include "wire/SettingsJson.h"

#include <QJsonDocument>

namespace manometer::wire {

using namespace views;

namespace {

constexpr int presetVersion = 1;
} // namespace

QJsonObject toJson(const Preset &preset)
{
    QJsonObject object = toJson(preset.settings);
    object[QStringLiteral("manometer_preset")] = presetVersion;
    object[QStringLiteral("name")] = preset.name;
    return object;
}

PresetRead presetFromJson(const QJsonObject &object)
{
    const auto refuse = [](const QString &problem) { return PresetRead{.error = problem}; };
    const int version = object[QLatin1StringView("manometer_preset")].toInt();
    if (version != presetVersion)
        return refuse(QStringLiteral("manometer_preset is %1, expected %2").arg(version).arg(presetVersion));
    const QString name = object[QLatin1StringView("name")].toString();
    if (!isPresetName(name))
        return refuse(QStringLiteral("name: empty, too long or the name of a built-in preset"));
    const SettingsRead read = settingsFromJson(object);
    return {.preset = Preset{.name = name, .settings = read.settings},
            .ignored = read.problems +
                       unknownKeys(object, {"manometer_preset", "name", "thresholds", "control", "limits"})};
}

QByteArray presetFile(const Preset &preset)
{
    return QJsonDocument(toJson(preset)).toJson();
}

PresetRead parsePreset(const QByteArray &text)
{
    QJsonParseError error{};
    const auto document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError)
        return {.error = QStringLiteral("not JSON: %1").arg(error.errorString())};
    return presetFromJson(document.object());
}

} // namespace manometer::wire
