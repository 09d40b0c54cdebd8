// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/text/EventText.h"

#include "gui/rehearsal/Rehearsal.h"
#include "gui/text/ControlText.h"
#include "gui/text/Errors.h"
#include "gui/text/EvidenceText.h"
#include "gui/text/Levels.h"
#include "gui/text/LimitText.h"
#include "gui/text/Numbers.h"
#include "gui/text/Paths.h"
#include "gui/text/PresetText.h"
#include "gui/text/ProcessText.h"
#include "gui/text/Times.h"
#include "views/ShownPercent.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace manometer::gui::text {

using pressure::GovernorReason;
using pressure::Level;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Events)
};

QString sentence(const views::LevelEvent &event)
{
    const QString from = levelWord(event.from);
    const QString to = levelWord(event.to);
    // Only CRITICAL begins above its threshold.
    const bool isAbove = event.to == Level::Critical && event.to > event.from;
    const QString used = measured(event.basis, views::shownPercent(event.percent, event.thresholdPercent,
                                                                   isAbove ? views::BoundaryItself::Below
                                                                           : views::BoundaryItself::Above));
    const QString at = threshold(event.thresholdPercent);
    switch (event.reason) {
    case GovernorReason::Raised:
        return Tr::tr("%1 → %2: %3; two samples reached %4").arg(from, to, used, at);
    case GovernorReason::RaisedAtOnce:
        return Tr::tr("%1 → %2: %3; one sample above %4 is enough").arg(from, to, used, at);
    case GovernorReason::RaisedByVote:
    case GovernorReason::RaisedByOutOfMemory:
        return Tr::tr("%1 → %2: %3, and %4").arg(from, to, used, voteReason(event.vote));
    case GovernorReason::Fell:
        return Tr::tr("%1 → %2: %3, below %4 for the whole hold").arg(from, to, used, at);
    default:
        return Tr::tr("%1 → %2: %3").arg(from, to, used);
    }
}

QString sentence(const views::WarningEvent &event)
{
    return Tr::tr("%1 expected in about %2: %3, rising by %4 per minute")
        .arg(levelWord(event.level), duration((event.expectedInMs + 500) / 1000 * 1000),
             measured(event.basis, event.percent), points(60 * event.slopePercentPerSecond));
}

QString holder(const views::MemoryHolder &holder)
{
    const QString name =
        holder.name.isEmpty() ? Tr::tr("a program", "whose name is left out") : pathInText(holder.name);
    return Tr::tr("%1 (process %2) uses %3").arg(name, QString::number(holder.pid), size(holder.rssBytes));
}

QString sentence(const views::LimitEvent &event, const std::optional<views::ReceiptEvent> &receipt,
                 const std::optional<cache::CutCost> &cost)
{
    return limitSentence(event, receipt, cost);
}

QString sentence(const views::ReceiptEvent &event)
{
    return receiptSentence(event);
}

QString sentence(const views::HoldEvent &event)
{
    const QString level = levelWord(event.level);
    const QString hold = duration(event.holdMs);
    return event.waits == views::HoldEvent::Waits::Fall
               ? Tr::tr("%1 returned soon after it ended; it is now held for %2").arg(level, hold)
               : Tr::tr("%1 returned soon after pressure fell; the limit now waits %2 before it grows")
                     .arg(level, hold);
}

QString sentence(const views::FutileEvent &event)
{
    const QString verdict = Tr::tr("Eviction does not help: the system got back only %2 of %1 evicted; the "
                                   "limit will not grow until NORMAL")
                                .arg(size(event.evictedBytes), size(event.returnedBytes));
    return event.largestHolder.pid == 0
               ? verdict
               : Tr::tr("%1. Largest process: %2").arg(verdict, holder(event.largestHolder));
}

QString sentence(const views::SnoozeEvent &event, qint64 wallMs)
{
    return event.untilWallMs == 0
               ? Tr::tr("The limit adapts to pressure again")
               : Tr::tr("The limit is held at %1 of the configured limit until %2")
                     .arg(threshold(event.sharePercent), timeOrDate(event.untilWallMs, wallMs));
}

QString sentence(const views::SuspendEvent &event)
{
    return Tr::tr("The machine was suspended for %1").arg(duration(event.durationMs));
}

QString sentence(const views::ClockEvent &event)
{
    return event.stepMs < 0 ? Tr::tr("The clock was set back by %1").arg(duration(-event.stepMs))
                            : Tr::tr("The clock was set forward by %1").arg(duration(event.stepMs));
}

QString sentence(const views::RecordingEvent &event)
{
    const QString file = fileInText(event.file.toUtf8());
    if (event.detail.isEmpty())
        return Tr::tr("Recording to %1 continues").arg(file);
    return Tr::tr("Recording to %1 failed: %2. Monitoring continues.").arg(file, isolated(event.detail));
}

QString sentence(const views::CleanUpEvent &event)
{
    const QString before = size(event.outcome.fileBytesBefore);
    const QString after = size(event.outcome.fileBytesAfter);
    const quint64 removed = event.outcome.expiredEntries + event.outcome.removedEntries;
    if (removed == 0)
        return Tr::tr("Disk store compacted from %1 to %2; no entry removed").arg(before, after);
    return Tr::tr("Disk store compacted from %1 to %2; %Ln entries removed, %3 of them expired", nullptr,
                  static_cast<int>(removed))
        .arg(before, after, count(event.outcome.expiredEntries));
}

QString sentence(const views::ThresholdsEvent &event)
{
    const QString changes = thresholdChanges(event.before, event.after);
    return changes.isEmpty() ? Tr::tr("Thresholds applied; none changed")
                             : Tr::tr("Thresholds applied: %1").arg(changes);
}

QString sentence(const views::ReplayEvent &event)
{
    return replaySentence(event);
}

QString sentence(const views::SettingsAppliedEvent &event)
{
    const views::Capacity &before = event.before;
    const views::Capacity &after = event.after;
    QStringList changes;
    if (before.memoryEntries != after.memoryEntries)
        changes += Tr::tr("%1 → %2 entries").arg(count(before.memoryEntries), count(after.memoryEntries));
    if (before.memoryBytes != after.memoryBytes)
        changes +=
            Tr::tr("%1 → %2 of memory").arg(exactSize(before.memoryBytes), exactSize(after.memoryBytes));
    if (before.diskBytes != after.diskBytes)
        changes += Tr::tr("%1 → %2 of disk after a restart")
                       .arg(exactSize(before.diskBytes), exactSize(after.diskBytes));
    if (before.expirySeconds != after.expirySeconds)
        changes += after.expirySeconds > 0 ? Tr::tr("entries expire after %1, in effect after a restart")
                                                 .arg(duration(after.expirySeconds * 1000))
                                           : Tr::tr("entries never expire, in effect after a restart");
    if (before.adapting != after.adapting)
        changes += after.adapting ? Tr::tr("the limit adapts again") : Tr::tr("the limit no longer adapts");
    if (before.basis != after.basis)
        changes += basis(after.basis);
    // Lists only some changes; the log and the exports have all.
    constexpr qsizetype mostNumbers = 4;
    for (const views::NumberChange &number : event.numbers.first(std::min(mostNumbers, event.numbers.size())))
        changes +=
            Tr::tr("%1, %2: %3 → %4", "a group of settings, a setting in it, was, is")
                .arg(controlGroup(number.name), controlWords(number.name).label,
                     controlValue(number.name, number.before), controlValue(number.name, number.after));
    if (event.numbers.size() > mostNumbers)
        changes += Tr::tr("and %Ln more", nullptr, static_cast<int>(event.numbers.size() - mostNumbers));
    const QString what =
        changes.isEmpty() ? Tr::tr("limits and basis unchanged") : changes.join(Tr::tr("; "));
    return event.preset.isEmpty() ? Tr::tr("Settings applied: %1").arg(what)
                                  : Tr::tr("Preset %1 applied: %2").arg(presetName(event.preset), what);
}

QString sentence(const views::SourceEvent &event)
{
    return event.error ? Tr::tr("Signal lost: %1. The level stays as it is.").arg(sourceError(*event.error))
                       : Tr::tr("Signal restored");
}

QString sentence(const views::StoreEvent &event)
{
    const QString problem = storeProblem(event.health);
    const QString setAside = quarantine(event.health);
    if (!problem.isEmpty())
        return problem;
    return setAside.isEmpty() ? Tr::tr("The disk store works again") : setAside;
}

QString sentence(const views::ScanEvent &event)
{
    QString totals =
        Tr::tr("%Ln files, %1 from the cache, %2 read, %3 failed, %4 not understood, %5 vanished", nullptr,
               static_cast<int>(event.files))
            .arg(count(event.fromCache), count(event.read), count(event.failed), count(event.notUnderstood),
                 count(event.vanished));
    if (event.empty + event.unknownType > 0)
        totals = Tr::tr("%1; of those not understood %2 empty; %3 of unknown type")
                     .arg(totals, count(event.empty), count(event.unknownType));
    const QString folder = folderInText(event.folder);
    return event.cancelled
               ? Tr::tr("Scan of %1 cancelled after %2: %3").arg(folder, duration(event.durationMs), totals)
               : Tr::tr("Scan of %1 finished in %2: %3").arg(folder, duration(event.durationMs), totals);
}

QString sentence(const views::SettingsFileEvent &event)
{
    using Outcome = views::SettingsFileEvent::Outcome;
    const QString file = fileInText(event.file.toUtf8());
    const QString kept = pathInText(event.keptAs.toUtf8());
    if (event.outcome == Outcome::PartlyUsed && event.detail.isEmpty())
        return Tr::tr("Some settings in %1 are invalid; their defaults apply").arg(file);
    if (event.outcome == Outcome::PartlyUsed)
        return Tr::tr("Some settings in %1 are invalid; their defaults apply: %2")
            .arg(file, pathInText(event.detail.toUtf8()));
    if (event.outcome == Outcome::ChangedElsewhere)
        return Tr::tr("The settings in %1 were changed by another program and are now in effect").arg(file);
    if (event.outcome == Outcome::NotAdopted)
        return event.keptAs.isEmpty()
                   ? Tr::tr("The settings in %1 can no longer be used; the current settings stay in effect")
                         .arg(file)
                   : Tr::tr("The settings in %1 can no longer be used; the current settings stay in effect. "
                            "The file was kept as %2")
                         .arg(file, kept);
    return event.keptAs.isEmpty()
               ? Tr::tr("The settings in %1 cannot be used; the defaults apply").arg(file)
               : Tr::tr("The settings in %1 cannot be used; the defaults apply. The file was kept as %2")
                     .arg(file, kept);
}

QString sentence(const views::NoteEvent &event, qint64 wallMs)
{
    const QString time = timeOrDate(event.atWallMs, wallMs);
    const QString words = event.text.isEmpty() ? Tr::tr("a note", "whose text is left out") : event.text;
    if (event.author.isEmpty())
        return Tr::tr("%1: %2", "the time a note is about, and its text").arg(time, words);
    return Tr::tr("%1: %2 (through the API, %3)", "the time a note is about, its text, and who wrote it")
        .arg(time, words, QString::fromUtf8(event.author));
}

QString actionOf(const views::ClientActionEvent &event)
{
    using Action = views::ClientActionEvent::Action;
    const int entries = static_cast<int>(std::min<quint64>(event.entries, std::numeric_limits<int>::max()));
    switch (event.action) {
    case Action::ClearedCache:
        return Tr::tr("the cache was cleared: %Ln entries", nullptr, entries);
    case Action::StoredEntries:
        return Tr::tr("%Ln entries stored", nullptr, entries);
    case Action::RemovedEntries:
        return Tr::tr("%Ln entries deleted", nullptr, entries);
    case Action::RestoredEntries:
        return Tr::tr("%Ln entries restored", nullptr, entries);
    case Action::DiscardedEntries:
        return Tr::tr("a deletion was made final");
    case Action::PinnedEntries:
        return Tr::tr("%Ln entries pinned", nullptr, entries);
    case Action::UnpinnedEntries:
        return Tr::tr("%Ln entries unpinned", nullptr, entries);
    case Action::ChangedSettings:
        return Tr::tr("the settings were changed");
    case Action::SavedPreset:
        if (event.target.isEmpty())
            return Tr::tr("a preset was saved", "whose name is left out");
        return Tr::tr("preset %1 was saved").arg(presetName(QString::fromUtf8(event.target)));
    case Action::RemovedPreset:
        if (event.target.isEmpty())
            return Tr::tr("a preset was deleted", "whose name is left out");
        return Tr::tr("preset %1 was deleted").arg(presetName(QString::fromUtf8(event.target)));
    case Action::StartedScan:
        return Tr::tr("a scan of %1 was started").arg(folderInText(event.target));
    case Action::CancelledScan:
        return Tr::tr("the scan was cancelled");
    case Action::Snoozed:
        return Tr::tr("the limit's snooze was changed");
    case Action::ReplacedTokens:
        return Tr::tr("the access tokens were replaced");
    }
    return {};
}

QString sentence(const views::ProcessesEvent &event)
{
    return mostMemory(event);
}

QString sentence(const views::ClientActionEvent &event)
{
    if (event.actor.isEmpty())
        return Tr::tr("Through the API: %1", "what was done").arg(actionOf(event));
    return Tr::tr("Through the API (%1): %2", "who did it, and what was done")
        .arg(QString::fromUtf8(event.actor), actionOf(event));
}

QString endOf(const views::RehearsalEvent &event)
{
    using Outcome = views::RehearsalEvent::Outcome;
    switch (event.outcome) {
    case Outcome::Began:
        break;
    case Outcome::Played:
        return Tr::tr("the whole curve was played", "why a rehearsal ended");
    case Outcome::Stopped:
        return event.actor.isEmpty() ? Tr::tr("it was stopped", "why a rehearsal ended")
                                     : Tr::tr("it was stopped through the API, %1", "why a rehearsal ended")
                                           .arg(isolated(QString::fromUtf8(event.actor)));
    case Outcome::RealCritical:
        return Tr::tr("the machine itself reached %1", "why a rehearsal ended; a level")
            .arg(levelWord(Level::Critical));
    case Outcome::MeasureOnly:
        return Tr::tr("the limit was set not to adapt", "why a rehearsal ended");
    case Outcome::ProgramEnded:
        return Tr::tr("the program ended", "why a rehearsal ended");
    }
    return {};
}

QString sentence(const views::RehearsalEvent &event)
{
    const QString curve = rehearsal({.curve = event.curve, .speed = event.speed});
    if (event.outcome == views::RehearsalEvent::Outcome::Began)
        return event.actor.isEmpty()
                   ? Tr::tr("Rehearsal on this cache began: %1", "a curve and its speed").arg(curve)
                   : Tr::tr("Rehearsal on this cache began through the API (%2): %1",
                            "a curve and its speed; who did it")
                         .arg(curve, QString::fromUtf8(event.actor));
    return Tr::tr("Rehearsal on this cache ended after %1, %2: its cuts evicted %Ln entries (%3); the limit "
                  "is %4 again",
                  "a duration, why, a size, a number of entries",
                  static_cast<int>(std::min<quint64>(event.evictedEntries, std::numeric_limits<int>::max())))
        .arg(duration(event.durationMs), endOf(event), size(event.evictedBytes), count(event.limitEntries));
}

struct KindWord
{
    QString operator()(const views::LevelEvent &) const { return Tr::tr("Level"); }
    QString operator()(const views::WarningEvent &) const { return Tr::tr("Forecast"); }
    QString operator()(const views::ReceiptEvent &) const { return Tr::tr("Cache"); }
    QString operator()(const views::HoldEvent &) const { return Tr::tr("Cache"); }
    QString operator()(const views::FutileEvent &) const { return Tr::tr("Cache"); }
    QString operator()(const views::SnoozeEvent &) const { return Tr::tr("Cache"); }
    QString operator()(const views::SuspendEvent &) const { return Tr::tr("Clock"); }
    QString operator()(const views::ClockEvent &) const { return Tr::tr("Clock"); }
    QString operator()(const views::RecordingEvent &) const { return Tr::tr("Recording"); }
    QString operator()(const views::LimitEvent &) const { return Tr::tr("Cache"); }
    QString operator()(const views::CleanUpEvent &) const { return Tr::tr("Cache"); }
    QString operator()(const views::ThresholdsEvent &) const { return Tr::tr("Thresholds"); }
    QString operator()(const views::SettingsAppliedEvent &) const { return Tr::tr("Settings"); }
    QString operator()(const views::SourceEvent &) const { return Tr::tr("Signal"); }
    QString operator()(const views::StoreEvent &) const { return Tr::tr("Store"); }
    QString operator()(const views::ScanEvent &) const { return Tr::tr("Scan"); }
    QString operator()(const views::NoteEvent &event) const
    {
        return event.incident ? Tr::tr("Incident") : Tr::tr("Note");
    }
    QString operator()(const views::SettingsFileEvent &) const { return Tr::tr("Settings"); }
    QString operator()(const views::ClientActionEvent &) const { return Tr::tr("API"); }
    QString operator()(const views::ProcessesEvent &) const { return Tr::tr("Processes"); }
    QString operator()(const views::RehearsalEvent &) const { return Tr::tr("Rehearsal"); }
    QString operator()(const views::ReplayEvent &) const { return Tr::tr("What if"); }
};

} // namespace

QString thresholdChanges(const pressure::Thresholds &before, const pressure::Thresholds &after,
                         qsizetype most)
{
    QStringList changes;
    for (const Level level : pressure::levelsWithThreshold) {
        const pressure::Threshold &was = before.of(level);
        const pressure::Threshold &is = after.of(level);
        const QString word = levelWord(level);
        if (was.enterPercent != is.enterPercent)
            changes += Tr::tr("%1 begins at %2 → %3")
                           .arg(word, threshold(was.enterPercent), threshold(is.enterPercent));
        if (was.leavePercent != is.leavePercent)
            changes += Tr::tr("%1 ends below %2 → %3")
                           .arg(word, threshold(was.leavePercent), threshold(is.leavePercent));
        if (was.hold != is.hold)
            changes +=
                Tr::tr("%1 hold %2 → %3").arg(word, duration(was.hold.count()), duration(is.hold.count()));
        if (was.targetPercent != is.targetPercent)
            changes += Tr::tr("%1 target %2 → %3")
                           .arg(word, threshold(was.targetPercent), threshold(is.targetPercent));
    }
    const qsizetype more = changes.size() - most;
    if (more > 0)
        //: More changes, at the end of a list of some
        changes = changes.first(most) + QStringList(Tr::tr("%Ln more", nullptr, static_cast<int>(more)));
    return changes.join(Tr::tr("; "));
}

QString eventKind(const views::Event &event)
{
    return std::visit(KindWord{}, event.what);
}

QString eventSentence(const views::Event &event, const std::optional<views::ReceiptEvent> &receipt,
                      const std::optional<cache::CutCost> &cost)
{
    return std::visit(
        [&event, &receipt, &cost](const auto &what) {
            // Times in the sentence include the date if it differs from the event's.
            if constexpr (requires { sentence(what, event.wallMs); })
                return sentence(what, event.wallMs);
            else if constexpr (requires { sentence(what, receipt, cost); })
                return sentence(what, receipt, cost);
            else
                return sentence(what);
        },
        event.what);
}

} // namespace manometer::gui::text
