// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/settings/Presets.h"

#include "service/SettingsJson.h"

#include <QJsonDocument>

#include <algorithm>

namespace manometer::service {

namespace {

constexpr int presetVersion = 1;
constexpr qsizetype longestName = 60;
constexpr std::uint64_t mebibyte = 1u << 20;

Preset preset(const char *name, std::uint64_t entries, std::uint64_t memoryMiB, std::uint64_t diskMiB,
              bool adapting = true)
{
    Settings settings;
    settings.memory = {.entries = entries, .bytes = memoryMiB * mebibyte};
    settings.diskCapBytes = diskMiB * mebibyte;
    settings.adapting = adapting;
    return {.name = QString::fromLatin1(name), .settings = settings, .builtIn = true};
}

} // namespace

const std::vector<Preset> &builtInPresets()
{
    // The original's three sizes, measuring only, and a machine that serves many.
    static const std::vector<Preset> all{
        preset("default", 500, 64, 200),         preset("large-host", 2000, 256, 1000),
        preset("small-host", 100, 16, 50),       preset("adaptation-off", 500, 64, 200, false),
        preset("server", 1'000'000, 1024, 8192),
    };
    return all;
}

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
        return refuse(QStringLiteral("name: empty, too long or one of the program's own"));
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

bool isPresetName(const QString &name)
{
    return !name.isEmpty() && name.size() <= longestName && name == name.trimmed() && name.isValidUtf16() &&
           std::none_of(name.begin(), name.end(), [](QChar c) { return !c.isPrint(); }) &&
           std::none_of(builtInPresets().begin(), builtInPresets().end(), [&name](const Preset &each) {
               return each.name.compare(name, Qt::CaseInsensitive) == 0;
           });
}

} // namespace manometer::service
