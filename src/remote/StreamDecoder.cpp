// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/StreamDecoder.h"

#include "json/Value.h"
#include "wire/EventLine.h"
#include "wire/Fields.h"
#include "wire/ViewFields.h"

#include <QDateTime>

#include <array>
#include <utility>

namespace manometer::remote {

using namespace views;

namespace {

using Decoded = Expected<std::optional<StreamUpdate>, QString>;

Expected<json::Value, QString> parsed(const QByteArray &json)
{
    auto document = json::Value::parse({json.constData(), static_cast<std::size_t>(json.size())});
    if (!document)
        return Unexpected(QString::fromStdString(document.error().reason));
    return *std::move(document);
}

// A value of which these members must exist; the wire format itself gives missing ones their defaults.
template<typename T, std::size_t N>
Expected<T, QString> valueIn(const json::Value &document, const std::array<const char *, N> &required)
{
    for (const char *name : required)
        if (!document.find(name))
            return Unexpected(QStringLiteral("the field %1 is missing").arg(QLatin1StringView(name)));
    T value{};
    if (!wire::FieldReader::read(document, value))
        return Unexpected(QStringLiteral("a field has a value that is not known to this version"));
    return value;
}

template<typename T>
Expected<T, QString> memberIn(const json::Value &document, const char *name)
{
    const json::Value *member = document.find(name);
    T value{};
    if (!member || !wire::FieldReader::read(*member, value))
        return Unexpected(QStringLiteral("the field %1 is missing or wrong").arg(QLatin1StringView(name)));
    return value;
}

Decoded sampleFrom(const json::Value &document, RemoteClock &clock)
{
    const auto record = valueIn<SampleRecord>(
        document, std::array{"unix_ms", "monotonic_ms", "level_applied", "system_used_percent"});
    if (!record)
        return Unexpected(record.error());
    clock.observe(record->monotonicMs);
    return translated(*record, clock);
}

Decoded statusFrom(const json::Value &document, RemoteClock &clock)
{
    auto status = valueIn<MonitorStatus>(
        document, std::array{"latest", "level_applied", "thresholds", "limit", "limit_configured"});
    if (!status)
        return Unexpected(status.error());
    if (status->latest.wallMs != 0)
        clock.estimate(status->latest.monotonicMs,
                       QDateTime::currentMSecsSinceEpoch() - status->latest.wallMs);
    status->latest = translated(status->latest, clock);
    status->appliedSinceMs = clock.toLocal(status->appliedSinceMs);
    for (std::optional<qint64> *time :
         {&status->underLeaveSinceMs, &status->fallsAtMs, &status->nextGrowthAtMs, &status->snoozedUntilMs})
        if (*time)
            *time = clock.toLocal(**time);
    return *std::move(status);
}

Decoded levelFrom(const json::Value &document)
{
    const auto from = memberIn<Level>(document, "from");
    const auto to = memberIn<Level>(document, "to");
    if (!from || !to)
        return Unexpected(from ? to.error() : from.error());
    return LevelChange{.from = *from, .to = *to};
}

Decoded scanFrom(const json::Value &document)
{
    const auto progress = memberIn<ScanProgress>(document, "progress");
    if (!progress)
        return Unexpected(progress.error());
    ScanUpdate update{.progress = *progress};
    if (const json::Value *finished = document.find("finished"))
        update.isFinished = finished->boolean().value_or(false);
    if (document.find("failures")) {
        const auto failures = memberIn<QList<ScanFailure>>(document, "failures");
        if (!failures)
            return Unexpected(failures.error());
        update.failures = *failures;
    }
    return update;
}

Decoded problemFrom(const json::Value &document)
{
    const auto text = [&document](const char *name) {
        const json::Value *member = document.find(name);
        return member ? QString::fromStdString(member->text()) : QString();
    };
    if (text("topic") != QLatin1StringView("settings"))
        return std::nullopt;
    SettingsProblem problem{.file = text("file"), .reason = text("reason")};
    const QString kind = text("kind");
    if (kind == QLatin1StringView("save_failed"))
        problem.kind = SettingsProblem::Kind::SaveFailed;
    else if (kind != QLatin1StringView("change_failed"))
        return std::nullopt;
    return problem;
}

template<typename Body>
Decoded update(Expected<Body, QString> body)
{
    if (!body)
        return Unexpected(std::move(body.error()));
    return *std::move(body);
}

} // namespace

QByteArray streamTopics()
{
    return "event,sample,status,cache,contents,scan,scan_failure,settings,presets,undo_freed";
}

SampleRecord translated(SampleRecord record, const RemoteClock &clock)
{
    if (record.wallMs != 0) // it exists
        record.monotonicMs = clock.toLocal(record.monotonicMs);
    return record;
}

std::optional<Event> eventFrom(const QByteArray &json, const RemoteClock &clock)
{
    auto event = wire::fromLine(json);
    if (!event)
        return std::nullopt;
    if (const auto document = parsed(json))
        event->position = memberIn<quint64>(*document, "position").value_or(0);
    event->monotonicMs = clock.toLocal(event->monotonicMs);
    return event;
}

Decoded decoded(const SseEvent &event, RemoteClock &clock)
{
    if (event.name == "settings")
        return update(settingsFrom(event.data));
    if (event.name == "presets")
        return update(presetsFrom(event.data));
    if (event.name == "contents")
        return ContentsChanged{};
    if (event.name == "gap")
        return UpdatesMissed{};
    if (event.name == "event") {
        auto line = eventFrom(event.data, clock);
        return line ? std::optional<StreamUpdate>(*std::move(line)) : std::nullopt;
    }
    const auto document = parsed(event.data);
    if (!document)
        return Unexpected(document.error());
    if (event.name == "sample")
        return sampleFrom(*document, clock);
    if (event.name == "status")
        return statusFrom(*document, clock);
    if (event.name == "level")
        return levelFrom(*document);
    if (event.name == "cache")
        return update(valueIn<CacheSummary>(*document, std::array{"stats", "limit_configured"}));
    if (event.name == "scan")
        return scanFrom(*document);
    if (event.name == "scan_failure")
        return update(valueIn<ScanFailure>(*document, std::array{"kind", "file"}));
    if (event.name == "problem")
        return problemFrom(*document);
    if (event.name == "undo_freed") {
        const auto id = memberIn<quint64>(*document, "undo_id");
        if (!id)
            return Unexpected(id.error());
        return UndoFreed{.undoId = *id};
    }
    return std::nullopt;
}

StreamDecoder::StreamDecoder(std::shared_ptr<RemoteClock> clock, OnUpdate onUpdate)
    : m_clock(std::move(clock))
    , m_onUpdate(std::move(onUpdate))
{}

bool StreamDecoder::feed(QByteArrayView piece)
{
    const bool isGood = m_parser.feed(piece, [this](const SseEvent &event) { return take(event); });
    if (m_parser.isTooLarge())
        m_problem = QStringLiteral("An event of the server's stream is too large");
    return isGood;
}

bool StreamDecoder::take(const SseEvent &event)
{
    auto update = decoded(event, *m_clock);
    if (!update) {
        m_problem = QStringLiteral("The server's version does not fit: its event %1 cannot be read: %2")
                        .arg(QString::fromUtf8(event.name), update.error());
        return false;
    }
    return !*update || m_onUpdate(**std::move(update), event.data.size());
}

} // namespace manometer::remote
