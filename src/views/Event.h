// SPDX-License-Identifier: GPL-3.0-or-later
//
// Something that happened and that the operator may ask about later: a plain value of figures. The sentence
// that a person reads is made from it in gui/.
#pragma once

#include "cache/Limits.h"
#include "cache/Stats.h"
#include "pressure/MemorySource.h"
#include "pressure/control/Control.h"
#include "pressure/control/Thresholds.h"
#include "views/SampleRecord.h"

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
    pressure::Vote vote = pressure::Vote::None; // that raised it, where p alone would not have
};

struct WarningEvent // a level is expected to begin soon
{
    Level level = Level::Elevated;
    double percent = absent;
    double slopePercentPerSecond = absent;
    qint64 expectedInMs = 0;
    pressure::Basis basis = pressure::Basis::Host;
};

struct LimitEvent // the cache's limit was moved: the first half of the receipt
{
    cache::LimitCause cause = cache::LimitCause::Pressure;
    Level level = Level::Normal;
    cache::LimitOutcome outcome{};
    quint64 processRssBeforeBytes = 0;
    quint64 processRssAfterBytes = 0; // at once
    quint64 action = 0;      // the number of this action within the run, which a ReceiptEvent refers to
    double percent = absent; // p when it was decided
};

// A process and what it holds; pid 0 where it could not be told.
struct MemoryHolder
{
    QByteArray name{};
    qint64 pid = 0;
    quint64 rssBytes = 0;
};

struct ReceiptEvent // what an action brought, once the kernel's figures have settled: the second half
{
    quint64 action = 0;
    quint64 evictedBytes = 0;
    quint64 processRssBeforeBytes = 0;
    quint64 processRssAtOnceBytes = 0;
    quint64 processRssAfter250MsBytes = 0;
    quint64 processRssAfter2SBytes = 0;
    double percentBefore = absent;
    double percentAfter = absent;
    MemoryHolder largestHolder{}; // looked up for actions large enough to judge
};

struct HoldEvent // pressure came back soon after it had fallen: something waits longer from now on
{
    enum class Waits : quint8 { Fall, Growth }; // the fall of the level; the growth of the limit

    Waits waits = Waits::Growth;
    Level level = Level::Normal;
    qint64 holdMs = 0;
};

struct FutileEvent // what was evicted did not come back to the system: no growth before NORMAL
{
    quint64 evictedBytes = 0; // by the last action
    quint64 returnedBytes = 0;
    MemoryHolder largestHolder{}; // whose memory it is
};

struct SnoozeEvent // the operator holds the limit (untilWallMs set), or no longer does (0)
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

struct RecordingEvent // journal, history or event log cannot be written (detail set), or can be again
{
    QString file{};
    QString detail{}; // the system's words
    quint64 dropped = 0;
};

struct CleanUpEvent // the disk store was cleaned up
{
    Level level = Level::Normal;
    cache::CleanUpOutcome outcome{};
};

struct ThresholdsEvent // the operator applied other thresholds
{
    pressure::Thresholds before{};
    pressure::Thresholds after{};
};

// What the cache may use, whether it gives way, and to whose pressure.
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

// One of the control loop's numbers, by the name it has in ControlNumbers.h.
struct NumberChange
{
    QByteArray name{};
    double before = absent;
    double after = absent;

    friend bool operator==(const NumberChange &, const NumberChange &) = default;
};

struct SettingsAppliedEvent // the operator applied others, but for thresholds, which have their own event
{
    QString preset{}; // whose they are exactly; empty: none's
    Capacity before{};
    Capacity after{};
    QList<NumberChange> numbers{}; // those that changed
};

struct SourceEvent // the signal was lost (error set) or is back
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
    quint64 vanished = 0;
    qint64 durationMs = 0;
};

struct SettingsFileEvent // what there is to say of the settings file
{
    enum class Outcome {
        Unusable,         // at the start: defaults count
        PartlyUsed,       // `detail` names what has its default
        ChangedElsewhere, // another program, or an editor, changed it: that counts here, too
        NotAdopted,       // it changed to something unusable: what counted still counts
    };
    QString file{};
    QString keptAs{}; // where the unusable file was put, empty if it stayed
    QString detail{}; // for logs; not translated
    Outcome outcome = Outcome::Unusable;
};

struct NoteEvent // the operator's own words on a moment
{
    QString text{};
    qint64 atWallMs = 0; // the moment it is about, not the one it was written at
    bool incident = false;
};

using EventKinds =
    std::variant<LevelEvent, WarningEvent, LimitEvent, ReceiptEvent, HoldEvent, FutileEvent, SnoozeEvent,
                 CleanUpEvent, ThresholdsEvent, SourceEvent, SuspendEvent, ClockEvent, StoreEvent, ScanEvent,
                 SettingsFileEvent, RecordingEvent, NoteEvent, SettingsAppliedEvent>;

// The number of a kind within this build; nothing to write to a file.
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
    quint64 id = 0; // ascending, from 1, within one run
    qint64 wallMs = 0;
    // On the clock of SampleRecord::monotonicMs; of an earlier run as far as the wall clock tells.
    qint64 monotonicMs = 0;
    EventKinds what;
};

// The moment it is about, on the wall clock: where it is shown, and what counts in a question for a time.
inline qint64 momentOf(const Event &event)
{
    const auto *note = std::get_if<NoteEvent>(&event.what);
    return note ? note->atWallMs : event.wallMs;
}

// The same on the clock of the samples, which is never set: where it stands among them.
inline qint64 monotonicMomentOf(const Event &event)
{
    return event.monotonicMs + momentOf(event) - event.wallMs;
}

} // namespace manometer::views

Q_DECLARE_METATYPE(manometer::views::Event)
