// SPDX-License-Identifier: GPL-3.0-or-later
//
// The entries of the event log: plain values. gui/ formats the sentence that the operator reads.
#pragma once

#include "cache/Limits.h"
#include "cache/Stats.h"
#include "pressure/MemorySource.h"
#include "pressure/control/Control.h"
#include "pressure/control/Thresholds.h"
#include "views/ProcessMemory.h"
#include "views/SampleRecord.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <variant>

namespace manometer::views {

struct LevelEvent // the applied level changed
{
    Level from = Level::Normal;
    Level to = Level::Normal;
    pressure::GovernorReason reason = pressure::GovernorReason::AsMeasured;
    double percent = absent;          // p at that moment
    double thresholdPercent = absent; // the one that was crossed
    pressure::Basis basis = pressure::Basis::Host;
    pressure::Vote vote = pressure::Vote::None; // what raised it, if p alone did not
};

struct WarningEvent // a level is expected to begin soon
{
    Level level = Level::Elevated;
    double percent = absent;
    double slopePercentPerSecond = absent;
    qint64 expectedInMs = 0;
    pressure::Basis basis = pressure::Basis::Host;
};

struct LimitEvent // the cache's limit changed: the first half of the receipt
{
    cache::LimitCause cause = cache::LimitCause::Pressure;
    Level level = Level::Normal;
    cache::LimitOutcome outcome{};
    quint64 processRssBeforeBytes = 0;
    quint64 processRssAfterBytes = 0; // at once
    quint64 action = 0;               // number of this action within the run; its ReceiptEvent has the same
    double percent = absent;          // p when it was decided; of the cause Rehearsal the one that is played
};

// A process and its resident memory; pid 0 if unknown.
struct MemoryHolder
{
    QByteArray name{};
    qint64 pid = 0;
    quint64 rssBytes = 0;
};

struct ReceiptEvent // the effect of a limit change, once the kernel's figures have settled: the second half
{
    quint64 action = 0;
    quint64 evictedBytes = 0;
    quint64 processRssBeforeBytes = 0;
    quint64 processRssAtOnceBytes = 0;
    quint64 processRssAfter250MsBytes = 0;
    quint64 processRssAfter2SBytes = 0;
    double percentBefore = absent;
    double percentAfter = absent;
    // The memory that percentBefore is about: of the machine, or of its control group. 0 if unknown.
    quint64 usedBytesBefore = 0;
    MemoryHolder largestHolder{}; // only for evictions large enough for the futility check
    bool rehearsed = false;       // of a cut that a rehearsal made; without percents, which it only plays
};

struct HoldEvent // pressure returned soon after it had fallen: a hold time was doubled
{
    enum class Waits : quint8 {
        Fall,
        Growth
    }; // what is delayed: the fall of the level, or the growth of the limit

    Waits waits = Waits::Growth;
    Level level = Level::Normal;
    qint64 holdMs = 0;
};

struct FutileEvent // evicted memory was not returned to the system: no growth before NORMAL
{
    quint64 evictedBytes = 0; // by the last action
    quint64 returnedBytes = 0;
    MemoryHolder largestHolder{}; // the process that holds the most memory
};

struct SnoozeEvent // a snooze of the limit began (untilWallMs set) or ended (0)
{
    double sharePercent = absent;
    qint64 untilWallMs = 0;
};

struct SuspendEvent // the machine slept
{
    qint64 durationMs = 0;
};

struct ClockEvent // the wall clock was set
{
    qint64 stepMs = 0; // positive: forward
};

struct RecordingEvent // writing journal, history or event log failed (detail set), or works again
{
    QString file{};
    QString detail{}; // the system's error message
    quint64 dropped = 0;
};

struct CleanUpEvent // the disk store was cleaned up
{
    Level level = Level::Normal;
    cache::CleanUpOutcome outcome{};
};

struct ThresholdsEvent // new thresholds were applied
{
    pressure::Thresholds before{};
    pressure::Thresholds after{};
};

// The cache's limits, whether they adapt, and the pressure they adapt to.
struct Capacity
{
    quint64 memoryEntries = 0;
    quint64 memoryBytes = 0;
    quint64 diskBytes = 0;
    qint64 expirySeconds = 0; // 0: never
    bool adapting = true;
    pressure::BasisChoice basis = pressure::BasisChoice::Auto;

    friend bool operator==(const Capacity &, const Capacity &) = default;
};

// One of the control loop's numbers, by its key in ControlNumbers.h.
struct NumberChange
{
    QByteArray name{};
    double before = absent;
    double after = absent;

    friend bool operator==(const NumberChange &, const NumberChange &) = default;
};

struct SettingsAppliedEvent // new settings were applied; thresholds have an event of their own
{
    QString preset{}; // the preset that equals them; empty: none does
    Capacity before{};
    Capacity after{};
    QList<NumberChange> numbers{}; // those that changed
};

struct SourceEvent // reading the memory figures failed (error set), or works again
{
    std::optional<pressure::SourceError> error{};
};

struct StoreEvent // the disk store's health changed
{
    cache::Health health{};
};

struct ScanEvent // a scan ended
{
    QByteArray folder{};
    bool cancelled = false;
    quint64 files = 0;
    quint64 fromCache = 0;
    quint64 read = 0;
    quint64 failed = 0;
    quint64 notUnderstood = 0; // of those read or from the cache
    quint64 empty = 0;         // of notUnderstood
    quint64 unknownType = 0;   // see ScanProgress
    quint64 vanished = 0;
    qint64 durationMs = 0;
};

struct SettingsFileEvent // a problem with the settings file, or a change to it
{
    enum class Outcome {
        Unusable,         // at the start: the defaults apply
        PartlyUsed,       // `detail` names the fields that keep their defaults
        ChangedElsewhere, // another program, or an editor, changed it; the change was applied
        NotAdopted,       // it became unusable; the settings in effect stay
    };
    QString file{};
    QString keptAs{}; // where the unusable file was moved; empty if it stayed
    QString detail{}; // for logs; not translated
    Outcome outcome = Outcome::Unusable;
};

struct NoteEvent // a note that the operator wrote about a moment
{
    QString text{};
    qint64 atWallMs = 0; // the moment that the note is about, not when it was written
    bool incident = false;
    QByteArray author{}; // the client of the API, as in ClientActionEvent; empty: the program's own window
};

struct ClientActionEvent // a client of the API changed something; what came of it has events of its own
{
    enum class Action : quint8 {
        ClearedCache,
        StoredEntries,
        RemovedEntries,
        RestoredEntries,
        DiscardedEntries, // an undo buffer
        PinnedEntries,
        UnpinnedEntries,
        ChangedSettings,
        SavedPreset,
        RemovedPreset,
        StartedScan,
        CancelledScan,
        Snoozed,
        ReplacedTokens,
    };
    QByteArray actor{}; // "uid 1000, pid 4711", or which token it has
    Action action = Action::ClearedCache;
    QByteArray target{}; // a folder, a preset or a single file; empty: the cache
    quint64 entries = 0; // that it concerns
};

struct ProcessesEvent // what used the memory when the level changed or the limit was cut
{
    static constexpr std::size_t most = 15;     // processes that are recorded
    static constexpr std::size_t mostNamed = 3; // of them in a sentence, and the cache's own process

    Level levelBefore = Level::Normal; // equal to `level`: only the limit was cut
    Level level = Level::Normal;
    quint64 action = 0;       // that of the cut's LimitEvent; 0: there was no cut
    quint64 limitEntries = 0; // after the cut
    quint64 totalBytes = 0;   // the machine's memory; 0 if unknown
    qint64 ownPid = 0;        // the process that holds the cache
    // By heldBytes(), largest first. A log shortens old lists (ProcessLists.h); its file does not.
    QList<ProcessMemory> processes{};
};

struct ReplayedFigures // of a replay with one of two thresholds
{
    quint64 elevatedEntries = 0; // how often the level rose to it or past it
    quint64 highEntries = 0;
    quint64 criticalEntries = 0;
    double elevatedTimePercent = absent; // at ELEVATED or above
    double highTimePercent = absent;     // at HIGH or CRITICAL
    quint64 flaps = 0;                   // stays of less than 30 s
    quint64 cuts = 0;
    quint64 incidentsWarned = 0;
    double hitPercent = absent; // absent without evidence

    friend bool operator==(const ReplayedFigures &, const ReplayedFigures &) = default;
};

// What a replay of the recorded pressure says about thresholds that were applied a moment ago (WhatIf.h).
struct ReplayEvent
{
    quint64 samples = 0;
    qint64 recordedMs = 0;
    quint64 incidents = 0;
    ReplayedFigures before{}; // what happened
    ReplayedFigures after{};  // with the new thresholds
};

struct RehearsalEvent // a rehearsal on this cache began or ended; its cuts have the cause Rehearsal
{
    enum class Outcome : quint8 {
        Began,
        Played,       // the whole curve
        Stopped,      // by an operator
        RealCritical, // the machine itself reached CRITICAL
        MeasureOnly,  // the limit was set not to adapt
        ProgramEnded,
    };
    quint64 rehearsal = 0; // RehearsalStatus::id; 0 in early files
    Outcome outcome = Outcome::Began;
    QByteArray curve{};
    double speed = 1;
    QByteArray actor{};         // who began or stopped it, as in ClientActionEvent; empty: the own window
    qint64 durationMs = 0;      // until now
    quint64 evictedEntries = 0; // by its cuts
    quint64 evictedBytes = 0;
    quint64 limitEntries = 0; // of the machine's own level: in effect before the rehearsal and after it
};

using EventKinds =
    std::variant<LevelEvent, WarningEvent, LimitEvent, ReceiptEvent, HoldEvent, FutileEvent, SnoozeEvent,
                 CleanUpEvent, ThresholdsEvent, SourceEvent, SuspendEvent, ClockEvent, StoreEvent, ScanEvent,
                 SettingsFileEvent, RecordingEvent, NoteEvent, SettingsAppliedEvent, ClientActionEvent,
                 ProcessesEvent, ReplayEvent, RehearsalEvent>;

// The index of a kind in this build. Not stable across builds: never write it to a file.
template<typename What>
constexpr int kindOf()
{
    return static_cast<int>([]<typename... Kinds>(const std::variant<Kinds...> *) {
        std::size_t index = 0;
        static_cast<void>(((std::is_same_v<What, Kinds> ? false : (++index, true)) && ...));
        return index;
    }(static_cast<const EventKinds *>(nullptr)));
}

struct Event
{
    // Together they identify the event, in the log and in its file.
    QByteArray run{}; // of the program
    quint64 id = 0;   // ascending within the run, from 1; a gap means dropped events
    // Its place in the backend's log, ascending over all runs; 0: not in the log.
    quint64 position = 0;
    qint64 wallMs = 0;
    // On the clock of SampleRecord::monotonicMs; for an earlier run estimated from the wall clock.
    qint64 monotonicMs = 0;
    EventKinds what;
};

// The moment that the event is about, on the wall clock: for its place in the log and for time ranges.
inline qint64 momentOf(const Event &event)
{
    const auto *note = std::get_if<NoteEvent>(&event.what);
    return note ? note->atWallMs : event.wallMs;
}

// The same on the samples' monotonic clock: for its place on the chart.
inline qint64 monotonicMomentOf(const Event &event)
{
    return event.monotonicMs + momentOf(event) - event.wallMs;
}

} // namespace manometer::views

Q_DECLARE_METATYPE(manometer::views::Event)
