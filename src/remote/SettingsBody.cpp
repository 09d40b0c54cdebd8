// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/SettingsBody.h"

#include "json/Value.h"
#include "pressure/control/Gauge.h"
#include "wire/Fields.h"
#include "wire/SettingsJson.h"
#include "wire/ViewFields.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace manometer::remote {

namespace {

constexpr double wideMovePercent = 10;

Expected<QJsonObject, QString> objectOf(const QByteArray &json)
{
    QJsonParseError error{};
    const auto document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return Unexpected(error.errorString());
    if (!document.isObject())
        return Unexpected(QStringLiteral("not an object"));
    return document.object();
}

// Empty: every value of `expected` is the same in `given`, which may have more.
QString differenceIn(const QJsonObject &given, const QJsonObject &expected, const QString &path)
{
    for (auto member = expected.begin(); member != expected.end(); ++member) {
        const QString here = path + member.key();
        const QJsonValue value = given.value(member.key());
        if (value.isUndefined())
            return QStringLiteral("the field %1 is missing").arg(here);
        if (!member.value().isObject()) {
            if (value != member.value())
                return QStringLiteral("the value of %1 is not known to this version").arg(here);
            continue;
        }
        if (const QString inner = differenceIn(value.toObject(), member.value().toObject(), here + u'.');
            !inner.isEmpty())
            return inner;
    }
    return {};
}

Expected<views::Settings, QString> settingsIn(const QJsonObject &object)
{
    const wire::SettingsRead read = wire::settingsFromJson(object);
    if (const QString difference = differenceIn(object, wire::toJson(read.settings), {});
        !difference.isEmpty())
        return Unexpected(difference);
    return read.settings;
}

// A member that must be a text.
std::optional<QString> textIn(const QJsonObject &object, const char *name)
{
    const QJsonValue value = object.value(QLatin1StringView(name));
    return value.isString() ? std::optional(value.toString()) : std::nullopt;
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

Expected<SettingsBody, QString> settingsFrom(const QByteArray &json)
{
    const auto object = objectOf(json);
    if (!object)
        return Unexpected(object.error());
    const auto settings = settingsIn(*object);
    if (!settings)
        return Unexpected(settings.error());
    const auto base = textIn(*object, "preset");
    if (!base)
        return Unexpected(QStringLiteral("the field preset is missing"));
    SettingsBody body{.settings = *settings, .base = *base};
    if (const QJsonValue at = object->value(QLatin1StringView("reverts_at_unix_ms")); at.isDouble())
        body.revertsAtWallMs = at.toInteger();
    body.changedElsewhere = object->value(QLatin1StringView("changed_elsewhere")).toBool();
    return body;
}

Expected<pressure::Thresholds, QString> thresholdsFrom(const QByteArray &json)
{
    const auto object = objectOf(json);
    if (!object)
        return Unexpected(object.error());
    // The settings' other parts are optional.
    const QString key = QStringLiteral("thresholds");
    const pressure::Thresholds thresholds = wire::settingsFromJson({{key, *object}}).settings.thresholds;
    const QJsonObject known = wire::toJson(views::Settings{.thresholds = thresholds})[key].toObject();
    if (const QString difference = differenceIn(*object, known, {}); !difference.isEmpty())
        return Unexpected(difference);
    return thresholds;
}

Expected<PresetsBody, QString> presetsFrom(const QByteArray &json)
{
    const auto object = objectOf(json);
    if (!object)
        return Unexpected(object.error());
    const auto base = textIn(*object, "base");
    const QJsonValue all = object->value(QLatin1StringView("presets"));
    if (!base || !all.isArray())
        return Unexpected(QStringLiteral("the field base or presets is missing"));
    PresetsBody body{.base = *base};
    const QJsonArray presets = all.toArray();
    for (const QJsonValueConstRef each : presets) {
        const QJsonObject preset = each.toObject();
        const auto name = textIn(preset, "name");
        if (!name)
            return Unexpected(QStringLiteral("a preset has no name"));
        const auto settings = settingsIn(preset.value(QLatin1StringView("settings")).toObject());
        if (!settings)
            return Unexpected(QStringLiteral("preset %1: %2").arg(*name, settings.error()));
        body.presets.append({.name = *name,
                             .settings = *settings,
                             .builtIn = preset.value(QLatin1StringView("built_in")).toBool()});
    }
    return body;
}

QByteArray settingsText(const views::Settings &settings, const QString &base)
{
    QJsonObject object = wire::toJson(settings);
    object[QStringLiteral("preset")] = base;
    return compact(object);
}

QByteArray settingsText(const views::Settings &settings)
{
    return compact(wire::toJson(settings));
}

QByteArray thresholdsText(const pressure::Thresholds &thresholds)
{
    return compact(
        wire::toJson(views::Settings{.thresholds = thresholds})[QStringLiteral("thresholds")].toObject());
}

bool isWideChange(const pressure::Thresholds &before, const pressure::Thresholds &after)
{
    // Between two of these percentages, neither classification changes.
    std::vector<double> percentages{0};
    for (const auto level : pressure::levelsWithThreshold) {
        const double was = before.of(level).enterPercent;
        const double is = after.of(level).enterPercent;
        if (std::abs(was - is) >= wideMovePercent)
            return true;
        percentages.insert(percentages.end(), {was, is, std::nextafter(was, 100), std::nextafter(is, 100)});
    }
    return std::any_of(percentages.begin(), percentages.end(), [&](double percent) {
        const int was = static_cast<int>(pressure::classify(percent, before));
        const int is = static_cast<int>(pressure::classify(percent, after));
        return std::abs(was - is) >= 2;
    });
}

} // namespace manometer::remote
