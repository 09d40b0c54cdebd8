// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/RecordingEndpoints.h"

#include "api/endpoints/TimeParameters.h"

namespace manometer::api {

namespace {

// A day at the fastest sampling is read, encoded and compressed.
constexpr std::chrono::seconds recordingDeadline{60};

void recording(const Context &context, const Call &call)
{
    Parameters parameters(*call.request);
    const views::TimeRange range = rangeOf(parameters);
    const auto names =
        parameters.boolean("names").value_or(false) ? views::FileNames::Included : views::FileNames::LeftOut;
    if (const auto refused = parameters.findProblem())
        return call.reply.send(*refused);
    whenAnswered(context, call, context.views.recordings->recording(range, names),
                 [call](const QByteArray &file) {
                     call.reply.send({.type = "application/octet-stream", .body = textOf(file)});
                 });
}

} // namespace

Routes recordingRoutes(const Context &context)
{
    return {{"GET", "/api/recording", Authority::Read, Route::Place::Views,
             [&context](const Call &call) { recording(context, call); }, recordingDeadline}};
}

} // namespace manometer::api
