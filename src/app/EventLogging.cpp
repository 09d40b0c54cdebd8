// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/EventLogging.h"

#include "wire/Bytes.h"
#include "wire/Words.h"

#include <QLoggingCategory>

#include <cstring>

namespace manometer::app {

using namespace views;

namespace {

Q_LOGGING_CATEGORY(pressureLog, "manometer.pressure")
Q_LOGGING_CATEGORY(cacheLog, "manometer.cache")
Q_LOGGING_CATEGORY(recordingLog, "manometer.recording")
Q_LOGGING_CATEGORY(scanLog, "manometer.scan")
Q_LOGGING_CATEGORY(settingsLog, "manometer.settings")
Q_LOGGING_CATEGORY(clientLog, "manometer.api")

// Names are untrusted bytes: a newline would forge a log line, and an escape sequence would control the
// terminal. Escaped as in the event log, and control characters as \xHH as well.
QByteArray escaped(const QByteArray &bytes)
{
    QByteArray text;
    const auto control = [&text](char byte) { text += "\\x" + QByteArray(1, byte).toHex().toUpper(); };
    const QByteArray readable = wire::escapedBytes(bytes);
    for (qsizetype i = 0; i < readable.size(); ++i) {
        const auto byte = static_cast<unsigned char>(readable[i]);
        const auto next = static_cast<unsigned char>(i + 1 < readable.size() ? readable[i + 1] : 0);
        if (byte < 0x20 || byte == 0x7F) {
            control(readable[i]);
        } else if (byte == 0xC2 && next < 0xA0) { // U+0080 to U+009F
            control(readable[i]);
            control(readable[++i]);
        } else {
            text += readable[i];
        }
    }
    return text;
}

QByteArray escaped(const QString &text)
{
    return escaped(text.toUtf8());
}

QByteArray escaped(const std::string &bytes)
{
    return escaped(QByteArray::fromStdString(bytes));
}

struct Logger
{
    void operator()(const LevelEvent &event) const
    {
        qCInfo(pressureLog, "%s -> %s at %.1f %% (threshold %.1f %%)", name(event.from).data(),
               name(event.to).data(), event.percent, event.thresholdPercent);
    }
    void operator()(const LimitEvent &event) const
    {
        qCInfo(
            cacheLog,
            "limit %llu -> %llu entries (%s): evicted %llu entries, %llu bytes; resident memory %llu -> %llu",
            qulonglong(event.outcome.before.entries), qulonglong(event.outcome.after.entries),
            wire::wordOf(event.cause).data(), qulonglong(event.outcome.evictedEntries),
            qulonglong(event.outcome.evictedBytes), event.processRssBeforeBytes, event.processRssAfterBytes);
    }
    void operator()(const WarningEvent &event) const
    {
        qCInfo(pressureLog, "%s expected in %.0f s: %.1f %%, %+.3f points a second", name(event.level).data(),
               double(event.expectedInMs) / 1000, event.percent, event.slopePercentPerSecond);
    }
    void operator()(const ReceiptEvent &event) const
    {
        qCInfo(cacheLog,
               "%saction %llu: resident memory %llu, at once %llu, after 250 ms %llu, after 2 s %llu",
               event.rehearsed ? "rehearsal: " : "", event.action, event.processRssBeforeBytes,
               event.processRssAtOnceBytes, event.processRssAfter250MsBytes, event.processRssAfter2SBytes);
    }
    void operator()(const HoldEvent &event) const
    {
        qCInfo(pressureLog, "pressure returned soon, at %s: %s on hold for %.0f s", name(event.level).data(),
               event.waits == HoldEvent::Waits::Fall ? "the next fall" : "the limit's growth",
               double(event.holdMs) / 1000);
    }
    void operator()(const FutileEvent &event) const
    {
        qCWarning(cacheLog, "eviction is futile: %llu bytes evicted, %llu returned; largest process: %lld",
                  event.evictedBytes, event.returnedBytes, event.largestHolder.pid);
    }
    void operator()(const SnoozeEvent &event) const
    {
        if (event.untilWallMs == 0)
            qCInfo(cacheLog, "the limit follows pressure again");
        else
            qCInfo(cacheLog, "the limit is held at %.0f %%", event.sharePercent);
    }
    void operator()(const SuspendEvent &event) const
    {
        qCInfo(pressureLog, "the machine slept for %.0f s", double(event.durationMs) / 1000);
    }
    void operator()(const ClockEvent &event) const
    {
        qCInfo(pressureLog, "the wall clock was set by %+.0f s", double(event.stepMs) / 1000);
    }
    void operator()(const RecordingEvent &event) const
    {
        if (event.detail.isEmpty())
            qCInfo(recordingLog, "%s: writing works again", escaped(event.file).constData());
        else
            qCWarning(recordingLog, "%s: %s", escaped(event.file).constData(),
                      escaped(event.detail).constData());
        if (event.dropped > 0)
            qCWarning(recordingLog, "%s: %llu records dropped", escaped(event.file).constData(),
                      event.dropped);
    }
    void operator()(const CleanUpEvent &event) const
    {
        qCInfo(cacheLog, "disk clean-up: %llu expired, %llu more removed, files %llu -> %llu bytes",
               qulonglong(event.outcome.expiredEntries), qulonglong(event.outcome.removedEntries),
               qulonglong(event.outcome.fileBytesBefore), qulonglong(event.outcome.fileBytesAfter));
    }
    void operator()(const ThresholdsEvent &event) const
    {
        const auto &t = event.after;
        qCInfo(settingsLog, "thresholds applied: enter %.1f/%.1f/%.1f %%", t.elevated.enterPercent,
               t.high.enterPercent, t.critical.enterPercent);
    }
    void operator()(const ReplayEvent &event) const
    {
        qCInfo(settingsLog, "replay of %.1f h: HIGH entered %llu -> %llu times, cuts %llu -> %llu",
               double(event.recordedMs) / 3'600'000, event.before.highEntries, event.after.highEntries,
               event.before.cuts, event.after.cuts);
    }
    void operator()(const RehearsalEvent &event) const
    {
        const QByteArray actor = event.actor.isEmpty() ? QByteArray() : " by " + escaped(event.actor);
        if (event.outcome == RehearsalEvent::Outcome::Began)
            qCInfo(cacheLog, "rehearsal of %s on this cache began%s, %g times as fast",
                   escaped(event.curve).constData(), actor.constData(), event.speed);
        else
            qCInfo(cacheLog,
                   "rehearsal of %s ended (%s%s) after %.1f s: evicted %llu entries, %llu bytes; limit %llu",
                   escaped(event.curve).constData(), wire::wordOf(event.outcome).data(), actor.constData(),
                   double(event.durationMs) / 1000, event.evictedEntries, event.evictedBytes,
                   event.limitEntries);
    }
    void operator()(const SettingsAppliedEvent &event) const
    {
        qCInfo(settingsLog, "settings applied (%s): %llu entries, %llu bytes, disk %llu bytes, %s",
               event.preset.isEmpty() ? "no preset" : escaped(event.preset).constData(),
               event.after.memoryEntries, event.after.memoryBytes, event.after.diskBytes,
               event.after.adapting ? "adapting" : "measuring only");
        for (const NumberChange &number : event.numbers)
            qCInfo(settingsLog, "control number applied: %s %.15g -> %.15g", number.name.constData(),
                   number.before, number.after);
    }
    void operator()(const SourceEvent &event) const
    {
        if (!event.error)
            qCInfo(pressureLog, "memory signal restored");
        else
            qCWarning(pressureLog, "no memory signal: %s: %s", escaped(event.error->path).constData(),
                      event.error->systemError ? std::strerror(event.error->systemError)
                                               : escaped(event.error->detail).constData());
    }
    void operator()(const StoreEvent &event) const
    {
        if (event.health.quarantinedShards > 0)
            qCWarning(cacheLog, "%llu damaged shards quarantined, the latest as %s",
                      qulonglong(event.health.quarantinedShards),
                      escaped(event.health.quarantinePath).constData());
        if (event.health.state != cache::Health::State::Good)
            qCWarning(cacheLog, "disk store: %s: %s", wire::wordOf(event.health.state).data(),
                      escaped(event.health.detail).constData());
        else if (event.health.quarantinedShards == 0)
            qCInfo(cacheLog, "disk store: recovered");
    }
    void operator()(const ScanEvent &event) const
    {
        qCInfo(scanLog,
               "%s %s: %llu files, %llu from the cache, %llu read, %llu failed, "
               "%llu not understood, %llu of them empty, %llu of unknown type, %llu gone, %.1f s",
               escaped(event.folder).constData(), event.cancelled ? "cancelled" : "finished", event.files,
               event.fromCache, event.read, event.failed, event.notUnderstood, event.empty, event.unknownType,
               event.vanished, double(event.durationMs) / 1000);
    }
    // The text of a note may be private: it belongs in the event log, not in the system's log.
    void operator()(const NoteEvent &event) const
    {
        const QByteArray author = event.author.isEmpty() ? QByteArray() : " by " + escaped(event.author);
        qCInfo(recordingLog, "%s added%s", event.incident ? "incident note" : "note", author.constData());
    }
    void operator()(const ClientActionEvent &event) const
    {
        QByteArray what(wire::wordOf(event.action).data());
        if (!event.target.isEmpty())
            what += ' ' + escaped(event.target);
        if (event.entries > 0)
            what += ", entries: " + QByteArray::number(qulonglong(event.entries));
        qCInfo(clientLog, "%s: %s", escaped(event.actor).constData(), what.constData());
    }
    // The names are in the event log; they may be private.
    void operator()(const ProcessesEvent &event) const
    {
        if (!event.processes.isEmpty())
            qCInfo(pressureLog, "processes recorded at %s; the largest is process %lld, with %llu bytes",
                   name(event.level).data(), event.processes.constFirst().pid,
                   heldBytes(event.processes.constFirst()));
    }
    void operator()(const SettingsFileEvent &event) const
    {
        using Outcome = SettingsFileEvent::Outcome;
        const QByteArray file = escaped(event.file);
        const QByteArray detail = escaped(event.detail);
        const QByteArray kept =
            event.keptAs.isEmpty() ? "left in place" : "renamed to " + escaped(event.keptAs);
        if (event.outcome == Outcome::ChangedElsewhere)
            qCInfo(settingsLog, "%s was changed by another program; the change was applied",
                   file.constData());
        else if (event.outcome == Outcome::PartlyUsed)
            qCWarning(settingsLog, "%s: fields not understood, their defaults apply: %s", file.constData(),
                      detail.constData());
        else
            qCWarning(settingsLog, "%s is unusable (%s); %s", file.constData(), detail.constData(),
                      kept.constData());
    }
};

} // namespace

namespace {

const char *reasonOf(ScanFailure::Kind kind)
{
    using Kind = ScanFailure::Kind;
    switch (kind) {
    case Kind::ChangedWhileRead:
        return "it changed meanwhile";
    case Kind::TimedOut:
        return "the reader took too long";
    case Kind::TooLarge:
        return "its metadata is too large";
    case Kind::NotStored:
        return "neither memory nor disk had room for its metadata";
    default:
        return "the reader gave no usable answer";
    }
}

} // namespace

void logFailure(const ScanFailure &failure)
{
    using Kind = ScanFailure::Kind;
    if (failure.kind == Kind::NoReader && failure.detail.isEmpty())
        qCWarning(scanLog, "exiftool, which reads the files' metadata, is missing");
    else if (failure.kind == Kind::NoReader)
        qCWarning(scanLog, "exiftool, which reads the files' metadata, does not start: %s",
                  escaped(failure.detail).constData());
    else if (failure.kind == Kind::FolderUnreadable)
        qCWarning(scanLog, "%s cannot be scanned: %s", escaped(failure.path).constData(),
                  std::strerror(failure.systemError));
    else if (failure.kind == Kind::NotUnderstood)
        qCWarning(scanLog, "%s is not understood: %s", escaped(failure.path).constData(),
                  escaped(failure.detail).constData());
    else
        qCWarning(scanLog, "%s was not read: %s%s%s", escaped(failure.path).constData(),
                  failure.systemError != 0 ? std::strerror(failure.systemError) : reasonOf(failure.kind),
                  failure.detail.isEmpty() ? "" : ": ", escaped(failure.detail).constData());
}

void logFurtherFailures()
{
    qCWarning(scanLog, "further files were not read or not understood; the end of the scan says how many");
}

void logEvent(const Event &event)
{
    std::visit(Logger{}, event.what);
}

} // namespace manometer::app
