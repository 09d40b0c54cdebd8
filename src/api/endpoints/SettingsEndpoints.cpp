// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/SettingsEndpoints.h"

#include "api/access/Guard.h"
#include "api/endpoints/Body.h"
#include "api/endpoints/ChangedSettings.h"
#include "api/endpoints/Parameters.h"
#include "api/endpoints/SettingsTrial.h"
#include "wire/SettingsJson.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <memory>

namespace manometer::api {

namespace {

using views::SettingsView;
using Action = ActionLog::Action;

constexpr std::string_view onTrial = "A change of the settings is on trial: keep it (POST "
                                     "/api/settings/keep), or wait until it is taken back.";
constexpr auto thresholdsKey = "thresholds";

struct Parts
{
    Context context;
    std::shared_ptr<SettingsTrial> trial;

    SettingsView &view() const { return *context.views.settings; }
};

std::string compact(const QJsonObject &object)
{
    return textOf(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject thresholdsObject(const SettingsView &view)
{
    return wire::toJson(view.settings())[QLatin1StringView(thresholdsKey)].toObject();
}

QJsonObject settingsObject(const SettingsView &view)
{
    QJsonObject object = wire::toJson(view.settings());
    object[QLatin1StringView("preset")] = view.basePreset();
    return object;
}

// Of what can be changed: without the time at which a trial ends.
std::string tagOf(const QJsonObject &object)
{
    const QByteArray text = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return '"' + textOf(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex().left(32)) + '"';
}

void answerObject(const Call &call, const QJsonObject &object, const std::string &text)
{
    call.reply.send({.body = text + '\n', .headers = {{"ETag", tagOf(object)}}});
}

void answerThresholds(const Parts &parts, const Call &call)
{
    const QJsonObject object = thresholdsObject(parts.view());
    answerObject(call, object, compact(object));
}

void answerSettings(const Parts &parts, const Call &call)
{
    answerObject(call, settingsObject(parts.view()),
                 settingsText(parts.view(), parts.trial->revertsAtWallMs()));
}

// False: the call has been refused.
bool isBasedOn(const QJsonObject &present, const Call &call)
{
    const std::string &given = call.request->headers.ifMatch;
    if (given.empty())
        call.fail(428, "if_match_required", "If-Match must name the ETag that the change is based on, or *.");
    else if (given != "*" && given != tagOf(present))
        call.fail(412, "changed_since", "The settings were changed since: read them again.");
    else
        return true;
    return false;
}

std::optional<QJsonObject> objectOf(const Call &call)
{
    if (!anyObjectOf(call))
        return std::nullopt;
    return QJsonDocument::fromJson(bytesOf(call.request->body)).object();
}

void change(const Parts &parts, const Call &call, const QJsonObject &present, const QJsonObject &changes,
            QString base, void (*answer)(const Parts &, const Call &))
{
    Parameters parameters(*call.request);
    const auto trial = parameters.integer<int>("revert_after_s", 5, 3600);
    if (const auto refused = parameters.findProblem())
        return call.reply.send(*refused);
    if (!isBasedOn(present, call))
        return;
    if (!trial && parts.trial->revertsAtWallMs())
        return call.fail(409, "conflict", std::string(onTrial));
    const auto settings = settingsFrom(parts.view().settings(), changes, call);
    if (!settings)
        return;
    if (base.isEmpty())
        base = parts.view().basePreset();
    if (!parts.view().findPreset(base))
        return call.fail(422, "invalid", "There is no such preset.");
    const auto revertAfter =
        trial ? std::optional<std::chrono::milliseconds>(std::chrono::seconds(*trial)) : std::nullopt;
    if (!parts.trial->apply(*settings, base, revertAfter))
        return call.fail(422, "invalid", "The settings were refused.");
    parts.context.actions->add(actorOf(*call.request), Action::ChangedSettings);
    answer(parts, call);
}

void putThresholds(const Parts &parts, const Call &call)
{
    if (const auto object = objectOf(call))
        change(parts, call, thresholdsObject(parts.view()), {{QLatin1StringView(thresholdsKey), *object}}, {},
               &answerThresholds);
}

void putSettings(const Parts &parts, const Call &call)
{
    auto object = objectOf(call);
    if (!object)
        return;
    const QString base = object->take(QLatin1StringView("preset")).toString();
    object->remove(QLatin1StringView("reverts_at_unix_ms")); // of the body of a GET
    const QStringList unknown = wire::unknownKeys(*object, {"thresholds", "control", "limits"});
    if (!unknown.isEmpty())
        return call.fail(422, "invalid", unknown.join(QLatin1StringView("; ")).toStdString());
    change(parts, call, settingsObject(parts.view()), *object, base, &answerSettings);
}

void confirm(const Parts &parts, const Call &call)
{
    if (parts.trial->confirm())
        return call.answerNothing();
    call.fail(410, "gone", "No change of the settings is on trial; it may have been taken back.");
}

void savePreset(const Parts &parts, const Call &call)
{
    const auto object = objectOf(call);
    const auto settings = object ? settingsFrom(views::Settings(), *object, call) : std::nullopt;
    if (!settings)
        return;
    // Another name than the one that was sent is not meant, and ordinary clients cannot send these.
    if (QString::fromStdString(call.id).toStdString() != call.id || call.id == "." || call.id == "..")
        return call.fail(422, "invalid", "The name is not valid for a preset.");
    if (!parts.view().savePreset(QString::fromStdString(call.id), *settings))
        return call.fail(422, "invalid", "The name is not valid for a preset, or there are too many.");
    parts.context.actions->add(actorOf(*call.request), Action::SavedPreset, bytesOf(call.id));
    call.answerNothing();
}

void removePreset(const Parts &parts, const Call &call)
{
    if (QString::fromStdString(call.id).toStdString() != call.id ||
        !parts.view().removePreset(QString::fromStdString(call.id)))
        return call.fail(404, "not_found", "There is no such preset, or it is built in.");
    parts.context.actions->add(actorOf(*call.request), Action::RemovedPreset, bytesOf(call.id));
    call.answerNothing();
}

void applyPreset(const Parts &parts, const Call &call)
{
    const auto preset = parts.view().findPreset(QString::fromStdString(call.id));
    if (!preset)
        return call.fail(404, "not_found", "There is no such preset.");
    if (parts.trial->revertsAtWallMs())
        return call.fail(409, "conflict", std::string(onTrial));
    parts.trial->apply(preset->settings, preset->name, std::nullopt);
    parts.context.actions->add(actorOf(*call.request), Action::ChangedSettings, bytesOf(call.id));
    call.answerNothing();
}

} // namespace

std::string settingsText(const SettingsView &settings, std::optional<qint64> revertsAtWallMs)
{
    QJsonObject object = settingsObject(settings);
    if (revertsAtWallMs)
        object[QLatin1StringView("reverts_at_unix_ms")] = *revertsAtWallMs;
    return compact(object);
}

std::string presetsText(const SettingsView &settings)
{
    QJsonArray presets;
    for (const views::Preset &preset : settings.presets())
        presets += QJsonObject{{QStringLiteral("name"), preset.name},
                               {QStringLiteral("built_in"), preset.builtIn},
                               {QStringLiteral("settings"), wire::toJson(preset.settings)}};
    return compact({{QStringLiteral("base"), settings.basePreset()}, {QStringLiteral("presets"), presets}});
}

Routes settingsRoutes(const Context &context)
{
    using Place = Route::Place;
    const Parts parts{.context = context, .trial = std::make_shared<SettingsTrial>(context.views.settings)};
    const auto bind = [&parts](void (*run)(const Parts &, const Call &)) {
        return [parts, run](const Call &call) { run(parts, call); };
    };
    return {
        {"GET", "/api/thresholds", Authority::Read, Place::Views, bind(&answerThresholds)},
        {"PUT", "/api/thresholds", Authority::Control, Place::Views, bind(&putThresholds)},
        {"GET", "/api/settings", Authority::Read, Place::Views, bind(&answerSettings)},
        {"PUT", "/api/settings", Authority::Control, Place::Views, bind(&putSettings)},
        {"POST", "/api/settings/keep", Authority::Control, Place::Views, bind(&confirm)},
        {"GET", "/api/presets", Authority::Read, Place::Views,
         [parts](const Call &call) { call.answer(presetsText(parts.view())); }},
        {"PUT", "/api/presets/{name}", Authority::Control, Place::Views, bind(&savePreset)},
        {"DELETE", "/api/presets/{name}", Authority::Control, Place::Views, bind(&removePreset)},
        {"POST", "/api/presets/{name}/apply", Authority::Control, Place::Views, bind(&applyPreset)},
    };
}

} // namespace manometer::api
