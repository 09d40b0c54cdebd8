// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/EventEndpoints.h"

#include "api/access/Guard.h"
#include "api/endpoints/Body.h"
#include "api/endpoints/Parameters.h"
#include "api/stream/EventJson.h"
#include "wire/Bytes.h"

#include <QDateTime>

namespace manometer::api {

namespace {

constexpr std::chrono::seconds eventDeadline{10};
constexpr qsizetype mostEvents = 20'000;

std::string eventsText(const QList<views::Event> &events, qsizetype from, quint64 after)
{
    json::Writer json;
    json.beginObject();
    json.member("events");
    json.beginArray();
    for (qsizetype i = from; i < events.size(); ++i)
        json.document(eventJson(events[i]));
    json.endArray();
    json.member("last_position");
    json.literal(std::to_string(events.isEmpty() ? after : events.constLast().position));
    json.endObject();
    return json.take();
}

void list(const Context &context, const Call &call)
{
    Parameters parameters(*call.request);
    const auto limit = parameters.integer<qsizetype>("limit", 1, mostEvents).value_or(1000);
    const auto after = parameters.integer<quint64>("after", 0, std::numeric_limits<quint64>::max() - 1);
    if (const auto refused = parameters.findProblem())
        return call.reply.send(*refused);
    // Without a position the newest: the log is bounded, so that all of it can be asked for.
    whenAnswered(
        context, call, context.views.events->events(after ? *after + 1 : 0, after ? limit : mostEvents),
        [call, limit, after](const QList<views::Event> &events) {
            call.answer(eventsText(events, std::max<qsizetype>(0, events.size() - limit), after.value_or(0)));
        });
}

void note(const Context &context, const Call &call)
{
    const auto body = objectOf(call, {"text", "at_unix_ms", "incident"});
    if (!body)
        return;
    const json::Value *text = body->find("text");
    const json::Value *at = body->find("at_unix_ms");
    const json::Value *incident = body->find("incident");
    const auto time = at ? at->integer<qint64>() : QDateTime::currentMSecsSinceEpoch();
    const auto isIncident = incident ? incident->boolean() : false;
    if (!text || text->kind() != json::Value::Kind::String || text->text().empty() || !time || !isIncident)
        return call.fail(400, "bad_request",
                         "\"text\" must be a text, \"at_unix_ms\" a time, \"incident\" true or false.");
    const QString noteText = QString::fromUtf8(wire::unescapedBytes(bytesOf(text->text())));
    if (noteText.trimmed().isEmpty())
        return call.fail(422, "invalid", "A note needs words: \"text\" has only blanks.");
    if (noteText.size() > views::EventView::mostNoteLength)
        return call.fail(422, "invalid", "A note has at most 1000 characters.");
    switch (views::EventView::judge(*time, QDateTime::currentMSecsSinceEpoch())) {
    case views::EventView::NoteTime::Good:
        break;
    case views::EventView::NoteTime::TooEarly:
        return call.fail(422, "invalid",
                         "at_unix_ms is more than a week ago: the moment of a note is at most a week ago, in "
                         "milliseconds since 1970.");
    case views::EventView::NoteTime::InFuture:
        return call.fail(422, "invalid",
                         "at_unix_ms is in the future; it is a time in milliseconds since 1970.");
    }
    const views::NoteEvent event{.text = noteText,
                                 .atWallMs = *time,
                                 .incident = *isIncident,
                                 .author = QByteArray::fromStdString(actorOf(*call.request))};
    whenAnswered(context, call, context.views.events->note(event), [call] { call.answerNothing(); });
}

// Null: the call has been refused.
std::shared_ptr<EventStream> openStream(const Streams &streams, const Call &call)
{
    if (call.request->method == "HEAD") { // its response has no end to leave out
        Response response = problem(405, "method_not_allowed", "A stream has no head of its own.");
        response.headers.emplace_back("Allow", "GET");
        call.reply.send(std::move(response));
        return nullptr;
    }
    auto stream = streams.hub->open();
    if (!stream)
        call.fail(503, "busy", "There are too many event streams.");
    return stream;
}

void sendStream(const Call &call, std::shared_ptr<EventStream> stream)
{
    call.reply.send({.type = "text/event-stream", .stream = std::move(stream)});
}

} // namespace

Routes eventRoutes(const Context &context, const Streams &streams)
{
    using Place = Route::Place;
    return {
        {"GET", "/api/events", Authority::Read, Place::Views,
         [context](const Call &call) { list(context, call); }, eventDeadline},
        {"POST", "/api/events", Authority::Control, Place::Views,
         [context](const Call &call) { note(context, call); }, eventDeadline},
        {"GET", "/api/events/stream", Authority::Read, Place::Here,
         [streams](const Call &call) {
             if (auto stream = openStream(streams, call)) {
                 streams.events->subscribe(stream, call.request->headers.lastEventId);
                 sendStream(call, std::move(stream));
             }
         }},
        {"GET", "/api/stream", Authority::Read, Place::Views,
         [streams](const Call &call) {
             Parameters parameters(*call.request);
             const std::string *words = parameters.text("topics");
             const auto topics = words ? topicsOf(*words) : std::nullopt;
             if (!topics || topics->empty())
                 parameters.complain("topics must be a list of known topics.");
             if (const auto refused = parameters.findProblem())
                 return call.reply.send(*refused);
             if (auto stream = openStream(streams, call)) {
                 streams.frontEnds->subscribe(stream, *topics);
                 sendStream(call, std::move(stream));
             }
         }},
    };
}

} // namespace manometer::api
