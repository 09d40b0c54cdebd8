// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/entries/KnownAnswers.h"

#include "extract/Document.h"
#include "extract/FileFacts.h"
#include "json/Value.h"
#include "service/Clock.h"
#include "service/scan/SourceFile.h"
#include "wire/Bytes.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <sys/stat.h>
#include <utility>
#include <xxhash.h>

namespace manometer::service {

using namespace answers;
using views::ClientUse;

namespace {

std::string digestOf(std::string_view question)
{
    const XXH128_hash_t hash = XXH3_128bits(question.data(), question.size());
    std::array<char, 33> text{};
    std::snprintf(text.data(), text.size(), "%016llx%016llx", static_cast<unsigned long long>(hash.high64),
                  static_cast<unsigned long long>(hash.low64));
    return text.data();
}

// The question's hash only finds the answer: the question is compared.
std::string depthOf(std::string_view digest)
{
    return "exiftool:" + std::string(digest);
}

std::string escaped(std::string_view bytes)
{
    return wire::escapedBytes(QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size())))
        .toStdString();
}

std::string unescaped(const std::string &text)
{
    if (text.find('\\') == std::string::npos)
        return text;
    return wire::unescapedBytes(QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size())))
        .toStdString();
}

void writeNumber(json::Writer &json, std::string_view name, std::int64_t number)
{
    json.member(name);
    json.literal(std::to_string(number));
}

std::string answerText(std::string_view question, const Answer &answer)
{
    json::Writer json;
    json.reserve(answer.output.size() + answer.output.size() / 4 + 2 * question.size() + 256);
    json.beginObject();
    json.member("question", escaped(question));
    writeNumber(json, "status", answer.status);
    writeNumber(json, "cost_us", static_cast<std::int64_t>(answer.costMicroseconds));
    json.member("access_times");
    json.beginArray();
    for (const std::uint32_t offset : answer.accessTimes)
        json.literal(std::to_string(offset));
    json.endArray();
    if (answer.onlyForAccessTime)
        writeNumber(json, "only_for_access_time", *answer.onlyForAccessTime);
    json.member("output", escaped(answer.output));
    json.member("errors", escaped(answer.errors));
    json.endObject();
    return json.take();
}

// Empty for a document that is not an answer to this question.
std::optional<Answer> answerOf(std::string_view document, std::string_view question)
{
    const auto parsed = json::Value::parse(document);
    const json::Value *value = parsed ? parsed->find("answer") : nullptr;
    const auto member = [value](std::string_view name) { return value ? value->find(name) : nullptr; };
    const json::Value *asked = member("question");
    const json::Value *output = member("output");
    const json::Value *errors = member("errors");
    const json::Value *status = member("status");
    const json::Value *cost = member("cost_us");
    const json::Value *accessTimes = member("access_times");
    if (!asked || !output || !errors || !status || !cost || !accessTimes ||
        unescaped(asked->text()) != question)
        return std::nullopt;
    Answer answer{.output = unescaped(output->text()),
                  .errors = unescaped(errors->text()),
                  .status = status->integer<int>().value_or(0),
                  .costMicroseconds = cost->integer<std::uint64_t>().value_or(0)};
    for (const json::Value &each : accessTimes->items()) {
        const auto offset = each.integer<std::uint32_t>();
        if (!offset || *offset + accessTimeLength > answer.output.size())
            return std::nullopt;
        answer.accessTimes.push_back(*offset);
    }
    if (const json::Value *only = member("only_for_access_time")) {
        answer.onlyForAccessTime = only->integer<std::int64_t>();
        if (!answer.onlyForAccessTime)
            return std::nullopt;
    }
    return answer;
}

QByteArray bytesOf(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

} // namespace

KnownAnswers::KnownAnswers(cache::Cache &cache, KnownAnswersSetup setup)
    : m_cache(cache)
    , m_setup(std::move(setup))
{}

std::optional<Answer> KnownAnswers::find(const Question &question, const std::string &program)
{
    auto answer = answerFor(question);
    if (question.isCounted)
        count(bytesOf(program),
              answer ? std::optional(answer->costMicroseconds + question.startMicroseconds) : std::nullopt);
    return answer;
}

std::optional<Answer> KnownAnswers::answerFor(const Question &question)
{
    struct stat status = {};
    if (::fstat(question.file, &status) != 0 || !S_ISREG(status.st_mode))
        return std::nullopt;
    const std::string path(question.path);
    const cache::SourceVersion version{.sizeBytes = static_cast<std::uint64_t>(status.st_size),
                                       .mtimeNanoseconds = extract::nanosecondsOf(status.st_mtim),
                                       .ctimeNanoseconds = extract::nanosecondsOf(status.st_ctim),
                                       .inode = status.st_ino,
                                       .device = m_volumes.of(path.c_str(), status.st_dev)};
    const std::string depth = depthOf(digestOf(question.text));
    std::optional<Answer> answer;
    extract::Reading reading;
    {
        const auto lease = m_cache.get({.path = path, .depth = depth}, version);
        if (!lease)
            return std::nullopt;
        answer = answerOf(lease->bytes(), question.text);
        if (!answer)
            return std::nullopt;
        reading = extract::readingOf(lease->bytes(), {});
    }
    if (reading.validity == extract::Validity::ThisTime ||
        (reading.validity == extract::Validity::SameFingerprint &&
         !extract::hasFingerprint(question.file, reading.fingerprint)))
        return std::nullopt;
    if (answer->onlyForAccessTime && *answer->onlyForAccessTime != extract::nanosecondsOf(status.st_atim))
        return std::nullopt;
    return answer;
}

bool KnownAnswers::store(const Question &question, const FileState &before, const Answer &answer)
{
    if (answer.output.size() + answer.errors.size() > mostAnswerBytes)
        return false;
    const std::string path(question.path);
    const auto facts = extract::readFileFacts(question.file);
    if (!facts)
        return false;
    const cache::SourceVersion version = versionOf(*facts, m_volumes.of(path.c_str(), facts->device));
    const FileState present{.device = facts->device,
                            .inode = version.inode,
                            .sizeBytes = version.sizeBytes,
                            .mtimeNanoseconds = version.mtimeNanoseconds,
                            .ctimeNanoseconds = version.ctimeNanoseconds};
    if (present != before)
        return false;
    const auto now = m_setup.now();
    const extract::Validity validity = validityOf(*facts, now);
    if (validity == extract::Validity::ThisTime || !isSettled(version, now, m_setup.settleTime))
        return false;
    const std::string digest = digestOf(question.text);
    const extract::ReaderIdentity reader{
        .name = "exiftool", .version = "command", .digest = QByteArray::fromStdString(digest).left(16)};
    const auto result =
        m_cache.put({.path = path, .depth = depthOf(digest)}, version,
                    extract::document(reader, *facts, validity, "answer", answerText(question.text, answer)),
                    {.readCost = std::chrono::microseconds(answer.costMicroseconds)});
    m_setup.contentsChanged();
    return result != cache::PutResult::NotStored;
}

void KnownAnswers::count(const QByteArray &program, std::optional<quint64> saved)
{
    if (saved)
        m_setup.tally->addHit(*saved);
    const std::scoped_lock lock(m_mutex);
    const auto named = std::find_if(m_use.clients.begin(), m_use.clients.end(),
                                    [&program](const ClientUse &each) { return each.program == program; });
    auto client = named;
    if (client == m_use.clients.end()) {
        // The first one is for all that do not fit.
        if (m_use.clients.size() >= mostPrograms)
            client = std::find_if(m_use.clients.begin(), m_use.clients.end(),
                                  [](const ClientUse &each) { return each.program.isEmpty(); });
        if (client == m_use.clients.end()) {
            const bool fits = m_use.clients.size() < mostPrograms;
            client = m_use.clients.insert(m_use.clients.end(), {.program = fits ? program : QByteArray()});
        }
    }
    client->lastWallMs = toMs(m_setup.now());
    for (quint64 *requests : {&m_use.requests, &client->requests})
        ++*requests;
    for (quint64 *hits : {&m_use.hits, &client->hits})
        *hits += saved ? 1 : 0;
    for (quint64 *microseconds : {&m_use.savedMicroseconds, &client->savedMicroseconds})
        *microseconds += saved.value_or(0);
}

views::AnswerUse KnownAnswers::use() const
{
    views::AnswerUse use;
    {
        const std::scoped_lock lock(m_mutex);
        use = m_use;
    }
    std::stable_sort(use.clients.begin(), use.clients.end(),
                     [](const ClientUse &a, const ClientUse &b) { return a.requests > b.requests; });
    return use;
}

} // namespace manometer::service
