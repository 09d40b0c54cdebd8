// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/Lookup.h"

#include "api/endpoints/Body.h"
#include "wire/Bytes.h"
#include "wire/Words.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>
#include <span>

namespace manometer::api {

namespace {

using views::EntryState;

constexpr std::size_t mostPaths = 4096;
constexpr std::size_t pathsAtOnce = 64;
// An answer is made in memory. What does not fit has to be asked for again.
constexpr std::size_t mostAnswerBytes = 64u << 20;
constexpr std::string_view fullSentence = "The answer is full: ask for this file again.";
constexpr std::string_view criticalSentence =
    "Memory is short (CRITICAL): nothing is read until there is more.";

// The paths of a request, and each as the client wrote it.
struct Wanted
{
    std::vector<std::string> paths;
    std::vector<const std::string *> escaped;
};

// Those that are looked up together, from this one on.
std::span<const std::string> some(const std::vector<std::string> &paths, std::size_t first)
{
    return std::span(paths).subspan(first, std::min(pathsAtOnce, paths.size() - first));
}

// Empty for a broken escape: without it the text would be another file's path.
std::string unescaped(const std::string &text)
{
    return text.find('\\') == std::string::npos
               ? text
               : wire::strictlyUnescapedBytes(bytesOf(text)).value_or(QByteArray()).toStdString();
}

// Empty: the request has been refused.
std::optional<Wanted> wantedOf(const json::Value &body, const Call &call)
{
    const json::Value *paths = body.find("paths");
    if (!paths || paths->kind() != json::Value::Kind::Array || paths->items().size() > mostPaths) {
        call.fail(400, "bad_request", "\"paths\" must be a list of at most 4096 absolute paths.");
        return std::nullopt;
    }
    Wanted wanted;
    wanted.paths.reserve(paths->items().size());
    wanted.escaped.reserve(paths->items().size());
    for (const json::Value &path : paths->items()) {
        wanted.escaped.push_back(&path.text());
        const std::string &text = wanted.paths.emplace_back(unescaped(path.text()));
        if (path.kind() != json::Value::Kind::String || text.empty() || text.front() != '/' ||
            text.find('\0') != std::string::npos) {
            call.fail(400, "bad_request", "Each of \"paths\" must be an absolute path.");
            return std::nullopt;
        }
    }
    return wanted;
}

void beginItem(json::Writer &json, const std::string &escapedPath)
{
    json.beginObject();
    json.member("file", escapedPath);
}

void writeFound(json::Writer &json, const std::string &escapedPath, std::string_view value)
{
    beginItem(json, escapedPath);
    json.member("value");
    json.document(value);
    json.endObject();
}

void writeMissing(json::Writer &json, const std::string &escapedPath, std::string_view reason,
                  std::string_view detail)
{
    beginItem(json, escapedPath);
    json.member("reason", reason);
    if (!detail.empty())
        json.member("detail", detail);
    json.endObject();
}

// A request some of whose files are being read.
struct Readings
{
    Readings(const Call &forCall, json::Value withBody)
        : call(forCall)
        , body(std::move(withBody))
    {}

    const Call call;
    const json::Value body;
    Wanted wanted;
    struct Found
    {
        EntryState state = EntryState::NotCached;
        int systemError = 0;
        std::string value; // copied: an entry may not be held for so long
    };
    std::vector<Found> found;
    std::vector<views::ReadEntry> read;
    bool isMemoryCritical = false; // nothing was read
    std::atomic<std::size_t> open = 0;
};

std::string answerOf(const Readings &readings)
{
    json::Writer json;
    std::size_t count = 0;
    json.beginObject();
    json.member("entries");
    json.beginArray();
    for (std::size_t i = 0; i < readings.wanted.paths.size(); ++i) {
        const std::string &path = *readings.wanted.escaped[i];
        const Readings::Found &found = readings.found[i];
        const views::ReadEntry &read = readings.read[i];
        if (json.text().size() > mostAnswerBytes) {
            writeMissing(json, path, "answer_full", fullSentence);
            continue;
        }
        const bool isFound = found.state == EntryState::Found;
        if (isFound || !read.value.empty())
            writeFound(json, path, isFound ? found.value : read.value);
        else if (read.failure)
            writeMissing(json, path, wire::wordOf(read.failure->kind), sentenceOf(*read.failure));
        else if (readings.isMemoryCritical && found.state == EntryState::NotCached)
            writeMissing(json, path, "memory_critical", criticalSentence);
        else
            writeMissing(json, path, wordOf(found.state), sentenceOf(found.state, found.systemError));
        count += isFound || !read.value.empty() ? 1 : 0;
    }
    json.endArray();
    json.member("found");
    json.literal(std::to_string(count));
    json.endObject();
    return json.take();
}

void finishOne(const std::shared_ptr<Readings> &readings)
{
    if (--readings->open == 0)
        readings->call.answer(answerOf(*readings));
}

void readMissing(const Context &context, const std::shared_ptr<Readings> &readings)
{
    const std::vector<std::string> &paths = readings->wanted.paths;
    std::vector<std::size_t> missing;
    for (std::size_t first = 0; first < paths.size(); first += pathsAtOnce)
        context.entries->findMany(
            some(paths, first), context.entries->readerDepth(), [&](const views::FoundValue &found) {
                if (found.state == EntryState::NotCached)
                    missing.push_back(readings->found.size());
                readings->found.push_back({found.state, found.systemError, std::string(found.value)});
            });
    // What is cached is served at any level.
    if (context.present->status()->applied == pressure::Level::Critical) {
        readings->isMemoryCritical = true;
        missing.clear();
    }
    readings->read.resize(paths.size());
    readings->open = missing.size() + 1; // one for this loop
    const auto isWanted = [readings] { return readings->call.reply.isOpen(); };
    for (const std::size_t i : missing)
        context.entries->read(
            paths[i],
            [readings, i](const views::ReadEntry &entry) {
                readings->read[i] = entry;
                finishOne(readings);
            },
            isWanted);
    finishOne(readings);
}

// Values are copied once, from the cache into the answer, unless they are found before their turn.
void findAll(const Context &context, const Call &call, const Wanted &wanted, const std::string &depth)
{
    json::Writer json;
    std::size_t count = 0;
    json.beginObject();
    json.member("entries");
    json.beginArray();
    const auto isFull = [&json] { return json.text().size() > mostAnswerBytes; };
    const auto write = [&](const std::string &path, const views::FoundValue &found) {
        if (isFull())
            return writeMissing(json, path, "answer_full", fullSentence);
        if (found.state != EntryState::Found)
            return writeMissing(json, path, wordOf(found.state),
                                found.state == EntryState::Unreadable
                                    ? sentenceOf(found.state, found.systemError)
                                    : std::string());
        writeFound(json, path, found.value);
        if (++count == 1) // the others are assumed to be about as large
            json.reserve(std::min(wanted.paths.size() * (json.text().size() + 64), mostAnswerBytes));
    };
    for (std::size_t first = 0; first < wanted.paths.size(); first += pathsAtOnce) {
        const std::span<const std::string> paths = some(wanted.paths, first);
        if (isFull()) {
            for (std::size_t i = 0; i < paths.size(); ++i)
                write(*wanted.escaped[first + i], {});
            continue;
        }
        context.entries->findMany(paths, depth, [&](const views::FoundValue &found) {
            write(*wanted.escaped[first + found.index], found);
        });
    }
    json.endArray();
    json.member("found");
    json.literal(std::to_string(count));
    json.endObject();
    call.answer(json.take());
}

} // namespace

bool readsMissing(Parameters &parameters)
{
    const std::string *read = parameters.text("read");
    if (read && *read != "missing")
        parameters.complain("read may only be missing.");
    return read != nullptr;
}

void lookUp(const Context &context, const Call &call)
{
    Parameters parameters(*call.request);
    const bool reads = readsMissing(parameters);
    if (const auto refused = parameters.findProblem())
        return call.reply.send(*refused);
    auto body = objectOf(call, {"paths", "depth"});
    if (!body)
        return;
    const json::Value *depth = body->find("depth");
    if (depth && depth->kind() != json::Value::Kind::String)
        return call.fail(400, "bad_request", "\"depth\" must be a text.");
    const std::string readerDepth = context.entries->readerDepth();
    if (reads && depth && depth->text() != readerDepth)
        return call.fail(422, "invalid", "Files are read at the reader's depth only.");
    if (!reads) {
        if (const auto wanted = wantedOf(*body, call))
            findAll(context, call, *wanted, depth ? depth->text() : readerDepth);
        return;
    }
    const auto readings = std::make_shared<Readings>(call, std::move(*body));
    if (auto wanted = wantedOf(readings->body, call)) {
        readings->wanted = std::move(*wanted);
        readMissing(context, readings);
    }
}

std::string_view wordOf(EntryState state)
{
    constexpr std::array<std::string_view, 5> words{"found", "not_cached", "no_file", "not_regular",
                                                    "unreadable"};
    return words.at(static_cast<std::size_t>(state));
}

std::string sentenceOf(EntryState state, int systemError)
{
    switch (state) {
    case EntryState::NotCached:
        return "The cache has no entry for this version of the file.";
    case EntryState::NoFile:
        return "The file does not exist.";
    case EntryState::NotRegular:
        return "This is not a regular file.";
    case EntryState::Unreadable:
        return std::string("The file cannot be examined: ") + std::strerror(systemError) + '.';
    case EntryState::Found:
        break;
    }
    return {};
}

std::string sentenceOf(const views::ScanFailure &failure)
{
    std::string text = "The file could not be read";
    if (failure.systemError != 0)
        text.append(": ").append(std::strerror(failure.systemError));
    if (!failure.detail.isEmpty())
        text.append(": ").append(failure.detail.toStdString());
    return text + '.';
}

Response memoryIsCritical()
{
    Response response = problem(503, "memory_critical", criticalSentence);
    response.headers.emplace_back("Retry-After", "10");
    return response;
}

} // namespace manometer::api
