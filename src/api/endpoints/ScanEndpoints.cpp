// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/ScanEndpoints.h"

#include "api/access/Guard.h"
#include "api/endpoints/Body.h"
#include "api/endpoints/Lookup.h"
#include "wire/Bytes.h"

#include <cerrno>
#include <cstring>
#include <sys/stat.h>

namespace manometer::api {

namespace {

using Action = ActionLog::Action;

void progress(const Context &context, const Call &call)
{
    json::Writer json;
    json.beginObject();
    json.member("progress");
    json.document(textOf(wire::toText(context.views.scan->progress())));
    json.member("failures");
    json.beginArray();
    for (const views::ScanFailure &failure : context.views.scan->failures())
        json.document(textOf(wire::toText(failure)));
    json.endArray();
    json.endObject();
    call.answer(json.take());
}

void startInViews(const Context &context, const Call &call, const std::optional<std::uint64_t> &id,
                  const QByteArray &path)
{
    const QFuture<void> started =
        id ? context.views.scan->readAgain(cache::EntryId(*id)) : context.views.scan->start(path);
    whenAnswered(context, call, started, [context, call, path] {
        context.actions->add(actorOf(*call.request), Action::StartedScan, path);
        call.reply.send({.status = 202, .body = scanText(context.views.scan->progress(), false) + '\n'});
    });
}

void start(const Context &context, const Call &call)
{
    const auto body = objectOf(call, {"folder", "entry"});
    if (!body)
        return;
    const json::Value *folder = body->find("folder");
    const json::Value *entry = body->find("entry");
    const auto id = entry ? entry->integer<std::uint64_t>() : std::nullopt;
    const QByteArray path =
        folder ? wire::strictlyUnescapedBytes(bytesOf(folder->text())).value_or(QByteArray()) : QByteArray();
    if (!id && (!path.startsWith('/') || path.contains('\0')))
        return call.fail(400, "bad_request", "\"folder\" must be an absolute path, or \"entry\" an id.");
    if (context.present->status()->applied == pressure::Level::Critical)
        return call.reply.send(memoryIsCritical());
    struct stat status = {};
    if (!id && ::stat(path.constData(), &status) != 0)
        return call.fail(404, errno == ENOENT || errno == ENOTDIR ? "no_file" : "unreadable",
                         std::strerror(errno));
    if (!id && !S_ISDIR(status.st_mode))
        return call.fail(422, "invalid", "This is not a folder.");
    QMetaObject::invokeMethod(
        context.receiver, [context, call, id, path] { startInViews(context, call, id, path); },
        Qt::QueuedConnection);
}

void cancel(const Context &context, const Call &call)
{
    context.views.scan->cancel();
    context.actions->add(actorOf(*call.request), Action::CancelledScan);
    call.answerNothing();
}

} // namespace

std::string scanText(const views::ScanProgress &progress, bool isFinished)
{
    json::Writer json;
    json.beginObject();
    json.member("progress");
    json.document(textOf(wire::toText(progress)));
    json.member("finished");
    json.literal(isFinished ? "true" : "false");
    json.endObject();
    return json.take();
}

Routes scanRoutes(const Context &context)
{
    using Place = Route::Place;
    const auto bind = [&context](void (*run)(const Context &, const Call &)) {
        return [context, run](const Call &call) { run(context, call); };
    };
    return {
        {"GET", "/api/scan", Authority::Read, Place::Views, bind(&progress)},
        {"POST", "/api/scan", Authority::Control, Place::Disk, bind(&start), std::chrono::seconds(20)},
        {"DELETE", "/api/scan", Authority::Control, Place::Views, bind(&cancel)},
    };
}

} // namespace manometer::api
