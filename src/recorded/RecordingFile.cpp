// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorded/RecordingFile.h"

#include "json/Value.h"
#include "recorded/Parts.h"
#include "wire/EventFields.h"
#include "wire/EventLine.h"
#include "wire/SettingsJson.h"
#include "wire/ViewJson.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace manometer::recorded {

using namespace views;

namespace {

constexpr auto headPart = "head";
constexpr auto journalPart = "journal";
constexpr auto eventsPart = "events";
constexpr auto settingsPart = "settings";
constexpr auto hitsPart = "hits";

constexpr qint64 lastWallMs = 7'258'118'400'000; // 2200; the journal's clock ends in 2262
constexpr double mostNumber = 1e18; // larger than any amount of memory; sums of a few are still integers

Unexpected<Refusal> damaged(const QString &detail)
{
    return Unexpected(Refusal{.kind = Refusal::Kind::Damaged, .detail = detail});
}

Refusal refusalOf(const PartsFailure &failure)
{
    using Kind = Refusal::Kind;
    const QString part = QString::fromLatin1(failure.part.c_str());
    switch (failure.problem) {
    case PartsProblem::NotARecording:
        return {.kind = Kind::NotARecording};
    case PartsProblem::NewerVersion:
        return {.kind = Kind::Newer, .version = failure.version};
    case PartsProblem::CutOff:
        return {.detail = QStringLiteral("the file is shorter than it says")};
    case PartsProblem::Surplus:
        return {.detail = QStringLiteral("the file is longer than it says")};
    case PartsProblem::BadTable:
        return {.detail = QStringLiteral("its table of contents is damaged")};
    case PartsProblem::TooLarge:
        return {.kind = Kind::TooLarge, .detail = part};
    case PartsProblem::BadPart:
        break;
    }
    return {.detail = QStringLiteral("the part '%1' is damaged").arg(part)};
}

const std::string *find(const Parts &parts, std::string_view name)
{
    const auto found =
        std::find_if(parts.begin(), parts.end(), [name](const Part &part) { return part.name == name; });
    return found == parts.end() ? nullptr : &found->bytes;
}

QByteArray bytesOf(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

std::string textOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

std::optional<QJsonObject> objectOf(std::string_view text)
{
    const QJsonDocument document = QJsonDocument::fromJson(bytesOf(text));
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

bool isWallTime(qint64 ms)
{
    return ms >= 0 && ms <= lastWallMs;
}

std::string headText(const RecordingContents &contents)
{
    return textOf({{QStringLiteral("program"), contents.program},
                   {QStringLiteral("created_unix_ms"), contents.createdWallMs},
                   {QStringLiteral("from_unix_ms"), contents.range.fromWallMs},
                   {QStringLiteral("to_unix_ms"), contents.range.toWallMs},
                   {QStringLiteral("has_names"), contents.names == FileNames::Included}});
}

bool readHead(std::string_view text, RecordingContents &contents)
{
    const auto head = objectOf(text);
    if (!head)
        return false;
    const auto time = [&head](const char *name) { return (*head)[QLatin1StringView(name)].toInteger(-1); };
    contents.program = (*head)[QLatin1StringView("program")].toString();
    contents.createdWallMs = time("created_unix_ms");
    contents.range = {.fromWallMs = time("from_unix_ms"), .toWallMs = time("to_unix_ms")};
    contents.names =
        (*head)[QLatin1StringView("has_names")].toBool() ? FileNames::Included : FileNames::LeftOut;
    return isWallTime(contents.createdWallMs) && isWallTime(contents.range.fromWallMs) &&
           isWallTime(contents.range.toWallMs) && contents.range.fromWallMs <= contents.range.toWallMs;
}

// Numbers that sums and differences can be made of. A text has none.
bool hasPossibleNumbers(const json::Value &value)
{
    if (const auto number = value.number())
        return std::isfinite(*number) && std::abs(*number) <= mostNumber;
    for (const json::Value &item : value.items())
        if (!hasPossibleNumbers(item))
            return false;
    for (const auto &[name, member] : value.members())
        if (!hasPossibleNumbers(member))
            return false;
    return true;
}

bool isKnownKind(std::string_view word)
{
    return word == wire::formerSettingsApplied ||
           std::find(wire::kindWords.begin(), wire::kindWords.end(), word) != wire::kindWords.end();
}

bool isPossible(const Event &event)
{
    return isWallTime(event.wallMs) && isWallTime(momentOf(event));
}

std::string eventsText(const QList<Event> &events)
{
    std::string lines;
    for (const Event &event : events)
        lines += wire::toLine(event).toStdString();
    return lines;
}

// Empty: there is something else than events.
std::optional<QList<Event>> readEvents(std::string_view lines, qsizetype &skipped)
{
    QList<Event> events;
    while (!lines.empty()) {
        const std::size_t end = lines.find('\n');
        if (end == std::string_view::npos || events.size() + skipped >= mostEvents)
            return std::nullopt;
        const std::string_view line = lines.substr(0, end);
        lines.remove_prefix(end + 1);
        const auto object = json::Value::parse(line);
        if (!object || !object->find("kind") || !hasPossibleNumbers(*object))
            return std::nullopt;
        if (!isKnownKind(object->find("kind")->text())) {
            ++skipped;
            continue;
        }
        auto event = wire::fromLine(bytesOf(line));
        if (!event || !isPossible(*event))
            return std::nullopt;
        event->position = static_cast<quint64>(events.size()) + 1;
        events += *std::move(event);
    }
    return events;
}

} // namespace

QByteArray encode(const RecordingContents &contents)
{
    const Parts parts{{headPart, headText(contents)},
                      {journalPart, contents.journal},
                      {eventsPart, eventsText(contents.events)},
                      {settingsPart, textOf(wire::toJson(contents.settings))},
                      {hitsPart, wire::toText(contents.hits).toStdString()}};
    return QByteArray::fromStdString(encodeParts(parts));
}

Expected<RecordingContents, Refusal> decode(std::string_view file, qsizetype *skippedEvents)
{
    auto parts = decodeParts(file);
    if (!parts)
        return Unexpected(refusalOf(parts.error()));
    for (const char *name : {headPart, journalPart, eventsPart, settingsPart, hitsPart})
        if (!find(*parts, name))
            return damaged(QStringLiteral("the part '%1' is missing").arg(QLatin1StringView(name)));
    RecordingContents contents;
    if (!readHead(*find(*parts, headPart), contents))
        return damaged(QStringLiteral("the times of the recording are not times"));
    qsizetype skipped = 0;
    auto events = readEvents(*find(*parts, eventsPart), skipped);
    if (!events)
        return damaged(QStringLiteral("a line is not an event"));
    contents.events = *std::move(events);
    if (skippedEvents)
        *skippedEvents = skipped;
    const auto settings = objectOf(*find(*parts, settingsPart));
    const wire::SettingsRead read = settings ? wire::settingsFromJson(*settings) : wire::SettingsRead{};
    if (!settings || !read.problems.isEmpty())
        return damaged(QStringLiteral("the settings are not understood: %1")
                           .arg(read.problems.value(0, QStringLiteral("no JSON object"))));
    contents.settings = read.settings;
    auto hits = wire::fromText<HitEvidence>(bytesOf(*find(*parts, hitsPart)));
    if (!hits)
        return damaged(QStringLiteral("the hits are not understood: %1").arg(hits.error()));
    contents.hits = *std::move(hits);
    const auto journal =
        std::find_if(parts->begin(), parts->end(), [](const Part &part) { return part.name == journalPart; });
    contents.journal = std::move(journal->bytes);
    return contents;
}

Expected<QByteArray, Refusal> readRecordingFile(const QString &path)
{
    // Not a pipe, which would be waited for.
    const QFileInfo info(path);
    if (info.exists() && !info.isFile())
        return Unexpected(
            Refusal{.kind = Refusal::Kind::Unreadable, .detail = QStringLiteral("it is not a file")});
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Unexpected(Refusal{.kind = Refusal::Kind::Unreadable, .detail = file.errorString()});
    QByteArray bytes = file.read(static_cast<qint64>(mostFileBytes) + 1);
    if (file.error() != QFileDevice::NoError)
        return Unexpected(Refusal{.kind = Refusal::Kind::Unreadable, .detail = file.errorString()});
    if (bytes.size() > static_cast<qsizetype>(mostFileBytes))
        return Unexpected(Refusal{.kind = Refusal::Kind::TooLarge});
    return bytes;
}

} // namespace manometer::recorded
