// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/FileEndpoints.h"

#include "api/access/Guard.h"
#include "api/endpoints/Lookup.h"
#include "api/endpoints/Parameters.h"
#include "json/Value.h"
#include "wire/Words.h"

#include <cstring>

namespace manometer::api {

namespace {

using views::EntryState;
using Action = ActionLog::Action;

constexpr std::chrono::seconds diskDeadline{20};

struct FileCall
{
    std::string path{};
    std::string depth{};
};

// Empty: the call has been refused.
std::optional<FileCall> fileOf(const Context &context, const Call &call, Parameters &parameters)
{
    FileCall file{.depth = context.entries->readerDepth()};
    if (const std::string *path = parameters.text("path"))
        file.path = *path;
    if (const std::string *depth = parameters.text("depth"))
        file.depth = *depth;
    if (file.path.empty() || file.path.front() != '/')
        parameters.complain("path must be an absolute path.");
    if (file.depth.empty() || file.depth.size() > 100)
        parameters.complain("depth must have 1 to 100 bytes.");
    if (const auto refused = parameters.findProblem()) {
        call.reply.send(*refused);
        return std::nullopt;
    }
    return file;
}

void get(const Context &context, const Call &call)
{
    Parameters parameters(*call.request);
    const bool reads = readsMissing(parameters);
    auto file = fileOf(context, call, parameters);
    if (!file)
        return;
    const views::FoundEntry found = context.entries->find(file->path, file->depth);
    if (found.lease)
        return call.answer(std::string(found.lease->bytes()));
    if (found.state != EntryState::NotCached || !reads)
        return call.fail(404, wordOf(found.state), sentenceOf(found.state, found.systemError));
    if (file->depth != context.entries->readerDepth())
        return call.fail(422, "invalid", "Files are read at the reader's depth only.");
    if (context.present->status()->applied == pressure::Level::Critical)
        return call.reply.send(memoryIsCritical());
    const auto answer = [call](const views::ReadEntry &entry) {
        if (!entry.failure)
            return call.answer(entry.value);
        call.fail(404, wire::wordOf(entry.failure->kind), sentenceOf(*entry.failure));
    };
    context.entries->read(file->path, answer, [call] { return call.reply.isOpen(); });
}

std::optional<views::ExpectedVersion> expectedVersion(Parameters &parameters)
{
    using Limits = std::numeric_limits<qint64>;
    return views::ExpectedVersion{
        .sizeBytes = parameters.integer<quint64>("size_bytes", 0, std::numeric_limits<quint64>::max()),
        .mtimeNanoseconds = parameters.integer<qint64>("mtime_ns", Limits::min(), Limits::max()),
        .ctimeNanoseconds = parameters.integer<qint64>("ctime_ns", Limits::min(), Limits::max())};
}

void answerStored(const Call &call, const views::StoredEntry &stored)
{
    using State = views::StoredEntry::State;
    switch (stored.state) {
    case State::Stored:
        return call.answerNothing();
    case State::NoFile:
        return call.fail(404, "no_file", "The file does not exist.");
    case State::NotRegular:
        return call.fail(404, "not_regular", "This is not a regular file.");
    case State::Unreadable:
        return call.fail(404, "unreadable", std::strerror(stored.systemError));
    case State::Changed:
        return call.fail(412, "changed_since", "The file has another version than the one given.");
    case State::Unsettled: {
        Response response =
            problem(409, "unsettled",
                    "The file changed less than two seconds ago: another change might not be noticed.");
        response.headers.emplace_back("Retry-After", "2");
        return call.reply.send(std::move(response));
    }
    case State::NotStored:
        return call.fail(507, "not_stored", "Neither memory nor disk took the value.");
    }
}

void put(const Context &context, const Call &call)
{
    Parameters parameters(*call.request);
    const auto expected = expectedVersion(parameters);
    const auto file = fileOf(context, call, parameters);
    if (!file)
        return;
    // It is inserted into answers as it is.
    json::Writer compact;
    if (const auto read = json::read(call.request->body, compact); !read)
        return call.fail(400, "bad_request", "The body is not JSON: " + read.error().reason + '.');
    const auto stored = context.entries->store(file->path, file->depth, compact.take(), *expected);
    if (stored.state == views::StoredEntry::State::Stored)
        context.actions->count(userOf(*call.request), Action::StoredEntries, bytesOf(file->path));
    answerStored(call, stored);
}

void remove(const Context &context, const Call &call)
{
    Parameters parameters(*call.request);
    const auto file = fileOf(context, call, parameters);
    if (!file)
        return;
    if (!context.entries->remove(file->path, file->depth))
        return call.fail(404, "not_cached", "The cache has no entry for this file.");
    context.actions->count(userOf(*call.request), Action::RemovedEntries, bytesOf(file->path));
    call.answerNothing();
}

void clear(const Context &context, const Call &call)
{
    const std::size_t removed = context.entries->clear();
    context.actions->add(actorOf(*call.request), Action::ClearedCache, {}, removed);
    call.answer("{\"removed\":" + std::to_string(removed) + '}');
}

void flush(const Context &context, const Call &call)
{
    if (context.entries->flush())
        call.answerNothing();
    else
        call.fail(507, "not_stored", "The disk store is out of order: the cache works in memory alone.");
}

} // namespace

Routes fileRoutes(const Context &context)
{
    using Place = Route::Place;
    const auto bind = [&context](void (*run)(const Context &, const Call &)) {
        return [context, run](const Call &call) { run(context, call); };
    };
    return {
        {"GET", "/api/entry", Authority::Read, Place::Disk, bind(&get), diskDeadline, readingDeadline},
        {"PUT", "/api/entry", Authority::Control, Place::Disk, bind(&put), diskDeadline},
        {"DELETE", "/api/entry", Authority::Control, Place::Disk, bind(&remove), diskDeadline},
        {"POST", "/api/entries/lookup", Authority::Read, Place::Disk, bind(&lookUp), diskDeadline,
         readingDeadline},
        {"POST", "/api/cache/flush", Authority::Control, Place::Disk, bind(&flush), std::chrono::minutes(2)},
        {"DELETE", "/api/cache/clear", Authority::Control, Place::Disk, bind(&clear),
         std::chrono::minutes(2)},
    };
}

} // namespace manometer::api
