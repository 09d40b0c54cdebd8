// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/StatusEndpoints.h"

#include "api/access/Guard.h"
#include "api/endpoints/Body.h"
#include "api/endpoints/Metrics.h"
#include "api/endpoints/TimeParameters.h"
#include "wire/Summary.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <unistd.h>

namespace manometer::api {

namespace {

constexpr std::chrono::seconds readDeadline{10};
constexpr qint64 mostSamples = 100'000;
constexpr qint64 historySamples = 12; // as many as the original kept

template<typename Write>
std::string listOf(std::string_view name, const views::SampleRecords &records, qsizetype most, Write write)
{
    json::Writer json;
    json.beginObject();
    json.member(name);
    json.beginArray();
    for (qsizetype i = std::max<qsizetype>(0, records.size() - most); i < records.size(); ++i)
        write(json, records[i]);
    json.endArray();
    json.endObject();
    return json.take();
}

void history(const Context &context, const Call &call)
{
    Parameters parameters(*call.request);
    const qint64 limit = parameters.integer<qint64>("limit", 1, mostSamples).value_or(historySamples);
    const views::TimeRange range = rangeOf(parameters);
    if (const auto refused = parameters.findProblem())
        return call.reply.send(*refused);
    whenAnswered(context, call, context.views.monitor->samples(range),
                 [call, limit](const views::SampleRecords &records) {
                     call.answer(listOf("samples", records, limit, &wire::writeSampleSummary));
                 });
}

void samples(const Context &context, const Call &call)
{
    Parameters parameters(*call.request);
    const views::TimeRange range = rangeOf(parameters);
    if (const auto refused = parameters.findProblem())
        return call.reply.send(*refused);
    whenAnswered(context, call, context.views.monitor->samples(range),
                 [call](const views::SampleRecords &records) {
                     call.answer(listOf("samples", records, mostSamples,
                                        [](json::Writer &json, const views::SampleRecord &record) {
                                            json.document(textOf(wire::toText(record)));
                                        }));
                 });
}

void snooze(const Context &context, const Call &call)
{
    constexpr double longestSeconds = 7 * 24 * 3600;
    const auto body = objectOf(call, {"share_percent", "seconds"});
    if (!body)
        return;
    const json::Value *share = body->find("share_percent");
    const json::Value *seconds = body->find("seconds");
    const double percent = share ? share->number().value_or(views::absent) : 100;
    const double length = seconds ? seconds->number().value_or(views::absent) : views::absent;
    if (!(percent >= 1 && percent <= 100) || !(length >= 0 && length <= longestSeconds))
        return call.fail(422, "invalid",
                         "share_percent must be 1 to 100, and seconds 0 (which ends it) to 604800.");
    const auto duration = std::chrono::milliseconds(std::llround(length * 1000));
    whenAnswered(context, call, context.views.monitor->snooze(percent, duration), [context, call] {
        context.actions->add(actorOf(*call.request), ActionLog::Action::Snoozed);
        call.answerNothing();
    });
}

void health(const Context &, const Call &call)
{
    json::Writer json;
    json.beginObject();
    json.member("status", "ok");
    json.member("version", MANOMETER_VERSION);
    json.member("pid");
    json.literal(std::to_string(::getpid()));
    json.endObject();
    call.answer(json.take());
}

void metrics(const Context &context, const Call &call)
{
    call.reply.send({.type = "text/plain; version=0.0.4; charset=utf-8",
                     .body = metricsText(*context.present->status(), cacheSummaryOf(context))});
}

} // namespace

views::CacheSummary cacheSummaryOf(const Context &context)
{
    views::CacheSummary summary = *context.present->summary();
    summary.stats = context.entries->stats();
    summary.answers = context.entries->answerUse();
    return summary;
}

Routes statusRoutes(const Context &context)
{
    using Place = Route::Place;
    const auto bind = [&context](void (*run)(const Context &, const Call &)) {
        return [context, run](const Call &call) { run(context, call); };
    };
    return {
        {"GET", "/api/cache/stats", Authority::Read, Place::Here,
         [context](const Call &call) {
             call.answer(wire::summaryText(&wire::writeCacheSummary, cacheSummaryOf(context)));
         }},
        {"GET", "/api/memory/status", Authority::Read, Place::Here,
         [context](const Call &call) {
             call.answer(wire::summaryText(&wire::writePressureSummary, *context.present->status()));
         }},
        {"GET", "/api/memory/history", Authority::Read, Place::Views, bind(&history), readDeadline},
        {"GET", "/api/monitor", Authority::Read, Place::Here,
         [context](const Call &call) { answerWith(call, *context.present->status()); }},
        {"GET", "/api/monitor/samples", Authority::Read, Place::Views, bind(&samples), readDeadline},
        {"POST", "/api/monitor/snooze", Authority::Control, Place::Views, bind(&snooze)},
        {"GET", "/api/cache", Authority::Read, Place::Here,
         [context](const Call &call) { answerWith(call, cacheSummaryOf(context)); }},
        {"GET", "/api/sources", Authority::Read, Place::Views,
         [context](const Call &call) {
             whenAnswered(context, call, context.views.monitor->sources(),
                          [call](const pressure::SourceReport &report) { answerWith(call, report); });
         },
         readDeadline},
        {"GET", "/api/processes", Authority::Read, Place::Views,
         [context](const Call &call) {
             whenAnswered(context, call, context.views.monitor->holders(),
                          [call](const views::MemoryHolding &holding) { answerWith(call, holding); });
         },
         readDeadline},
        {"GET", "/healthz", Authority::None, Place::Here, bind(&health)},
        {"GET", "/metrics", Authority::Read, Place::Here, bind(&metrics)},
    };
}

} // namespace manometer::api
