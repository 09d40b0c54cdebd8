// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/EvidenceEndpoints.h"

#include "api/endpoints/Body.h"
#include "api/endpoints/ChangedSettings.h"
#include "wire/EvidenceFields.h"
#include "wire/Fields.h"
#include "wire/SettingsJson.h"

#include <QJsonDocument>

#include <cmath>

namespace manometer::api {

namespace {

// The journal may have to be read first.
constexpr std::chrono::seconds replayDeadline{10};
constexpr std::chrono::seconds searchDeadline{60};
constexpr auto settingsKey = "settings";

// The settings in effect with the changes in the body. Empty: the call has been refused.
std::optional<views::Settings> draftOf(const Context &context, const Call &call)
{
    const QJsonObject body = QJsonDocument::fromJson(bytesOf(call.request->body)).object();
    const QJsonValue given = body[QLatin1StringView(settingsKey)];
    if (!given.isUndefined() && !given.isObject()) {
        call.fail(400, "bad_request", "The settings are not a JSON object.");
        return std::nullopt;
    }
    const QJsonObject changes = given.toObject();
    const QStringList unknown = wire::unknownKeys(changes, {"thresholds", "control", "limits"});
    if (!unknown.isEmpty()) {
        call.fail(422, "invalid", unknown.join(QLatin1StringView("; ")).toStdString());
        return std::nullopt;
    }
    return settingsFrom(context.views.settings->settings(), changes, call);
}

// The fields of the question but its settings. Empty: the call has been refused.
template<typename Question>
std::optional<Question> questionOf(const Call &call, std::initializer_list<std::string_view> fields)
{
    const auto body = objectOf(call, fields);
    if (!body)
        return std::nullopt;
    Question question;
    if (!wire::FieldReader::read(*body, question)) {
        call.fail(400, "bad_request", "A field has the wrong type.");
        return std::nullopt;
    }
    const bool hasEnd = question.range.toWallMs != views::TimeRange{}.toWallMs;
    if (hasEnd && question.range.fromWallMs >= question.range.toWallMs) {
        call.fail(422, "invalid", "from_unix_ms must be before to_unix_ms.");
        return std::nullopt;
    }
    return question;
}

void whatIf(const Context &context, const Call &call)
{
    auto question = questionOf<views::WhatIfQuestion>(call, {settingsKey, "from_unix_ms", "to_unix_ms",
                                                             "ribbon_from_unix_ms", "ribbon_to_unix_ms",
                                                             "ribbon_columns"});
    if (!question)
        return;
    if (question->ribbonColumns < 0 || question->ribbonColumns > views::WhatIfQuestion::mostColumns)
        return call.fail(422, "invalid", "ribbon_columns must be 0 to 10000.");
    const auto draft = draftOf(context, call);
    if (!draft)
        return;
    question->draft = *draft;
    whenAnswered(context, call, context.views.evidence->whatIf(*question),
                 [call](const views::WhatIfAnswer &answer) { answerWith(call, answer); });
}

bool isWithin(const std::optional<double> &value, double most)
{
    return !value || (*value >= 0 && *value <= most); // not a number is not
}

void suggest(const Context &context, const Call &call)
{
    constexpr double mostCriticals = 1'000'000;
    constexpr qint64 mostLeadMs = 86'400'000;
    auto question = questionOf<views::SuggestQuestion>(call, {settingsKey, "from_unix_ms", "to_unix_ms",
                                                              "most_criticals_per_day", "incident_lead_ms",
                                                              "most_hit_points"});
    if (!question)
        return;
    if (!isWithin(question->mostCriticalsPerDay, mostCriticals))
        return call.fail(422, "invalid", "most_criticals_per_day must be 0 to 1000000.");
    if (!isWithin(question->mostHitPoints, 100))
        return call.fail(422, "invalid", "most_hit_points must be 0 to 100.");
    if (question->incidentLeadMs && (*question->incidentLeadMs < 0 || *question->incidentLeadMs > mostLeadMs))
        return call.fail(422, "invalid", "incident_lead_ms must be 0 to 86400000.");
    const auto base = draftOf(context, call);
    if (!base)
        return;
    question->base = *base;
    whenAnswered(context, call, context.views.evidence->suggest(*question),
                 [call](const views::SuggestAnswer &answer) { answerWith(call, answer); });
}

} // namespace

Routes evidenceRoutes(const Context &context)
{
    using Place = Route::Place;
    const auto bind = [&context](void (*run)(const Context &, const Call &)) {
        return [context, run](const Call &call) { run(context, call); };
    };
    return {
        {"GET", "/api/evidence/hits", Authority::Read, Place::Views,
         [context](const Call &call) {
             whenAnswered(context, call, context.views.evidence->hits(),
                          [call](const views::HitEvidence &evidence) { answerWith(call, evidence); });
         }},
        {"POST", "/api/evidence/whatif", Authority::Read, Place::Views, bind(&whatIf), replayDeadline},
        {"POST", "/api/evidence/suggest", Authority::Read, Place::Views, bind(&suggest), searchDeadline},
    };
}

} // namespace manometer::api
