// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/Lookup.h"

#include "api/endpoints/Body.h"
#include "wire/Bytes.h"
#include "wire/Words.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>

namespace manometer::api {

namespace {

using views::EntryState;

constexpr std::size_t mostPaths = 4096;
// An answer is made in memory. What does not fit has to be asked for again.
constexpr std::size_t mostAnswerBytes = 64u << 20;
constexpr std::string_view fullSentence = "The answer is full: ask for this file again.";
constexpr std::string_view criticalSentence =
    "Memory is short (CRITICAL): nothing is read until there is more.";

struct Wanted
{
    const std::string *escaped = nullptr; // the path as the client wrote it
    std::string path;
};

// Empty for a broken escape: without it the text would be another file's path.
std::string unescaped(const std::string &text)
{
    return text.find('\\') == std::string::npos
               ? text
               : wire::strictlyUnescapedBytes(bytesOf(text)).value_or(QByteArray()).toStdString();
}

// Empty: the request has been refused.
std::optional<std::vector<Wanted>> wantedOf(const json::Value &body, const Call &call)
{
    const json::Value *paths = body.find("paths");
    if (!paths || paths->kind() != json::Value::Kind::Array || paths->items().size() > mostPaths) {
        call.fail(400, "bad_request", "\"paths\" must be a list of at most 4096 absolute paths.");
        return std::nullopt;
    }
    std::vector<Wanted> wanted;
    wanted.reserve(paths->items().size());
    for (const json::Value &path : paths->items()) {
        wanted.push_back({.escaped = &path.text(), .path = unescaped(path.text())});
        const std::string &text = wanted.back().path;
        if (path.kind() != json::Value::Kind::String || text.empty() || text.front() != '/' ||
            text.find('\0') != std::string::npos) {
            call.fail(400, "bad_request", "Each of \"paths\" must be an absolute path.");
            return std::nullopt;
        }
    }
    return wanted;
}

void beginItem(json::Writer &json, const Wanted &wanted)
{
    json.beginObject();
    json.member("file", *wanted.escaped);
}

void writeFound(json::Writer &json, const Wanted &wanted, std::string_view value)
{
    beginItem(json, wanted);
    json.member("value");
    json.document(value);
    json.endObject();
}

void writeMissing(json::Writer &json, const Wanted &wanted, std::string_view reason, std::string_view detail)
{
    beginItem(json, wanted);
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
    std::vector<Wanted> wanted;
    std::vector<views::FoundEntry> found;
    std::vector<std::optional<std::string>> values; // copied: a lease may not be held for so long
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
    for (std::size_t i = 0; i < readings.wanted.size(); ++i) {
        const Wanted &wanted = readings.wanted[i];
        const views::ReadEntry &read = readings.read[i];
        if (json.text().size() > mostAnswerBytes) {
            writeMissing(json, wanted, "answer_full", fullSentence);
            continue;
        }
        if (readings.values[i])
            writeFound(json, wanted, *readings.values[i]);
        else if (!read.value.empty())
            writeFound(json, wanted, read.value);
        else if (read.failure)
            writeMissing(json, wanted, wire::wordOf(read.failure->kind), sentenceOf(*read.failure));
        else if (readings.isMemoryCritical && readings.found[i].state == EntryState::NotCached)
            writeMissing(json, wanted, "memory_critical", criticalSentence);
        else
            writeMissing(json, wanted, wordOf(readings.found[i].state), sentenceOf(readings.found[i]));
        count += readings.values[i] || !read.value.empty() ? 1 : 0;
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
    std::vector<std::size_t> missing;
    for (std::size_t i = 0; i < readings->wanted.size(); ++i) {
        readings->found.push_back(
            context.entries->find(readings->wanted[i].path, context.entries->readerDepth()));
        views::FoundEntry &found = readings->found.back();
        if (found.lease)
            readings->values.emplace_back(found.lease->bytes());
        else
            readings->values.emplace_back(std::nullopt);
        found.lease.reset();
        if (found.state == EntryState::NotCached)
            missing.push_back(i);
    }
    // What is cached is served at any level.
    if (context.present->status()->applied == pressure::Level::Critical) {
        readings->isMemoryCritical = true;
        missing.clear();
    }
    readings->read.resize(readings->wanted.size());
    readings->open = missing.size() + 1; // one for this loop
    const auto isWanted = [readings] { return readings->call.reply.isOpen(); };
    for (const std::size_t i : missing)
        context.entries->read(
            readings->wanted[i].path,
            [readings, i](const views::ReadEntry &entry) {
                readings->read[i] = entry;
                finishOne(readings);
            },
            isWanted);
    finishOne(readings);
}

// Values are copied once, from the cache into the answer.
void findAll(const Context &context, const Call &call, const std::vector<Wanted> &wanted,
             const std::string &depth)
{
    json::Writer json;
    std::size_t count = 0;
    json.beginObject();
    json.member("entries");
    json.beginArray();
    for (const Wanted &each : wanted) {
        if (json.text().size() > mostAnswerBytes) {
            writeMissing(json, each, "answer_full", fullSentence);
            continue;
        }
        const views::FoundEntry found = context.entries->find(each.path, depth);
        if (found.lease) {
            ++count;
            writeFound(json, each, found.lease->bytes());
            if (count == 1) // the others are assumed to be about as large
                json.reserve(std::min(wanted.size() * (json.text().size() + 64), mostAnswerBytes));
        } else {
            writeMissing(json, each, wordOf(found.state),
                         found.state == EntryState::Unreadable ? sentenceOf(found) : std::string());
        }
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

std::string sentenceOf(const views::FoundEntry &found)
{
    switch (found.state) {
    case EntryState::NotCached:
        return "The cache has no entry for this version of the file.";
    case EntryState::NoFile:
        return "The file does not exist.";
    case EntryState::NotRegular:
        return "This is not a regular file.";
    case EntryState::Unreadable:
        return std::string("The file cannot be examined: ") + std::strerror(found.systemError) + '.';
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
