// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/RehearsalEndpoints.h"

#include "api/access/Guard.h"
#include "api/endpoints/Body.h"
#include "api/endpoints/Parameters.h"

namespace manometer::api {

namespace {

void begin(const Context &context, const Call &call)
{
    if (const auto refused = Parameters(*call.request).findProblem())
        return call.reply.send(*refused);
    const auto body = objectOf(call, {"curve", "speed"});
    if (!body)
        return;
    const json::Value *curve = body->find("curve");
    const json::Value *speed = body->find("speed");
    if (!curve || curve->kind() != json::Value::Kind::String || (speed && !speed->number()))
        return call.fail(400, "bad_request", "\"curve\" must be a text, \"speed\" a number.");
    const views::RehearsalRequest request{.curve = bytesOf(curve->text()),
                                          .speed = speed ? *speed->number() : 1,
                                          .actor = QByteArray::fromStdString(actorOf(*call.request))};
    if (const QString problem = findProblem(request); !problem.isEmpty())
        return call.fail(422, "invalid", "It cannot be played: " + problem.toStdString() + '.');
    whenAnswered(context, call, context.views.monitor->rehearse(request),
                 [call](quint64 id) { call.answer(R"({"id":)" + std::to_string(id) + '}'); });
}

void stop(const Context &context, const Call &call)
{
    whenAnswered(context, call,
                 context.views.monitor->stopRehearsal(QByteArray::fromStdString(actorOf(*call.request))),
                 [call] { call.answerNothing(); });
}

} // namespace

Routes rehearsalRoutes(const Context &context)
{
    using Place = Route::Place;
    return {
        {"POST", "/api/rehearsal", Authority::Control, Place::Views,
         [context](const Call &call) { begin(context, call); }},
        {"DELETE", "/api/rehearsal", Authority::Control, Place::Views,
         [context](const Call &call) { stop(context, call); }},
    };
}

} // namespace manometer::api
