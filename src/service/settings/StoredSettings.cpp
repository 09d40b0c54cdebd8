// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/settings/StoredSettings.h"

#include "views/BuiltInPresets.h"
#include "wire/PresetJson.h"
#include "wire/SettingsJson.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace manometer::service {

using namespace views;

namespace {

QJsonObject fieldsOf(const StoredSettings &stored)
{
    QJsonObject object = wire::toJson(stored.chosen.settings);
    object[QStringLiteral("preset")] = stored.chosen.base;
    return object;
}

// The fields of `after` that differ from `before`.
QJsonObject difference(const QJsonObject &before, const QJsonObject &after)
{
    QJsonObject result;
    for (auto field = after.begin(); field != after.end(); ++field) {
        const QJsonValue old = before[field.key()];
        if (field.value() == old)
            continue;
        result[field.key()] = field.value().isObject()
                                  ? QJsonValue(difference(old.toObject(), field.value().toObject()))
                                  : field.value();
    }
    return result;
}

QJsonObject overlaid(QJsonObject onto, const QJsonObject &fields)
{
    for (auto field = fields.begin(); field != fields.end(); ++field)
        onto[field.key()] = field.value().isObject()
                                ? QJsonValue(overlaid(onto[field.key()].toObject(), field.value().toObject()))
                                : field.value();
    return onto;
}

auto named(const QString &name)
{
    return [name](const auto &each) {
        if constexpr (requires { each.name; })
            return each.name == name;
        else
            return each.toObject()[QLatin1StringView("name")].toString() == name;
    };
}

QJsonArray withChange(QJsonArray presets, const SettingsChange &change)
{
    for (const QString &name : change.removed)
        for (qsizetype i = presets.size() - 1; i >= 0; --i)
            if (named(name)(presets.at(i)))
                presets.removeAt(i);
    for (const Preset &preset : change.saved) {
        const auto same = std::find_if(presets.begin(), presets.end(), named(preset.name));
        if (same == presets.end())
            presets += wire::toJson(preset);
        else
            *same = overlaid((*same).toObject(), wire::toJson(preset));
    }
    return presets;
}

} // namespace

Expected<QJsonObject, QString> parseDocument(const QByteArray &text)
{
    QJsonParseError error{};
    const auto document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError)
        return Unexpected<QString>(QStringLiteral("not JSON: %1").arg(error.errorString()));
    if (!document.isObject())
        return Unexpected<QString>(QStringLiteral("JSON, but not an object"));
    const int version = document[QLatin1StringView("version")].toInt();
    if (version != settingsVersion)
        return Unexpected<QString>(
            QStringLiteral("version %1, expected %2").arg(version).arg(settingsVersion));
    return document.object();
}

StoredRead storedFrom(const QJsonObject &document)
{
    const wire::SettingsRead read = wire::settingsFromJson(document);
    StoredRead result{.stored = {.chosen = {.settings = read.settings}}, .problems = read.problems};
    StoredSettings &stored = result.stored;
    // "language": of the window, in files before 0.6.
    result.problems += wire::unknownKeys(
        document, {"version", "thresholds", "control", "limits", "preset", "presets", "language"});

    const QJsonValue own = document[QLatin1StringView("presets")];
    if (!own.isUndefined() && !own.isArray())
        result.problems += QStringLiteral("presets: not a list");
    for (const QJsonArray presets = own.toArray(); const auto &each : presets) {
        const PresetRead preset = wire::presetFromJson(each.toObject());
        if (stored.presets.size() == maxOwnPresets) {
            result.problems += QStringLiteral("presets: more than %1").arg(maxOwnPresets);
            break;
        }
        if (!preset.preset) {
            result.problems += QStringLiteral("presets: %1").arg(preset.error);
            continue;
        }
        const QString &name = preset.preset->name;
        if (std::any_of(stored.presets.begin(), stored.presets.end(), named(name))) {
            result.problems += QStringLiteral("presets: %1 is there twice").arg(name);
            continue;
        }
        for (const QString &ignored : preset.ignored)
            result.problems += QStringLiteral("presets: %1: %2").arg(name, ignored);
        stored.presets += *preset.preset;
    }

    const auto &builtIn = builtInPresets();
    const QString base = document[QLatin1StringView("preset")].toString();
    const bool isThere = std::any_of(builtIn.begin(), builtIn.end(), named(base)) ||
                         std::any_of(stored.presets.begin(), stored.presets.end(), named(base));
    stored.chosen.base = isThere ? base : builtIn.front().name;
    return result;
}

SettingsChange changeBetween(const StoredSettings &before, const StoredSettings &after)
{
    SettingsChange change{.fields = difference(fieldsOf(before), fieldsOf(after))};
    for (const Preset &preset : after.presets)
        if (!before.presets.contains(preset))
            change.saved += preset;
    for (const Preset &preset : before.presets)
        if (std::none_of(after.presets.begin(), after.presets.end(), named(preset.name)))
            change.removed += preset.name;
    return change;
}

QJsonObject withChange(const QJsonObject &document, const SettingsChange &change, const StoredSettings &all)
{
    const QLatin1StringView thresholds("thresholds");
    const QLatin1StringView presets("presets");
    QJsonObject result = overlaid(overlaid(fieldsOf(all), document), change.fields);
    result[QStringLiteral("version")] = settingsVersion;
    // Merged thresholds of two programs may be invalid together: then the later program's replace all.
    const QJsonObject changed = change.fields[thresholds].toObject();
    const QJsonObject merged = wire::toJson(wire::settingsFromJson(result).settings)[thresholds].toObject();
    if (overlaid(merged, changed) != merged)
        result[thresholds] =
            overlaid(result[thresholds].toObject(), wire::toJson(all.chosen.settings)[thresholds].toObject());
    const QJsonValue given = document[presets];
    QJsonArray own = given.toArray();
    if (given.isUndefined())
        for (const Preset &preset : all.presets)
            own += wire::toJson(preset);
    // A value that is not a list is kept until there is a preset to store.
    if (given.isUndefined() || given.isArray() || !change.saved.isEmpty())
        result[presets] = withChange(own, change);
    return result;
}

} // namespace manometer::service
