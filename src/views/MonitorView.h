// SPDX-License-Identifier: GPL-3.0-or-later
//
// The monitor as front-ends see it. Lives in the thread that creates it; signals arrive there. Nothing
// blocks: status() is the value last published, the rest is asynchronous, since an implementation may work
// across a network.
#pragma once

#include "pressure/MemorySource.h"
#include "pressure/control/Control.h"
#include "pressure/source/SourceReport.h"
#include "views/ProcessMemory.h"
#include "views/SampleRecord.h"

#include <QByteArray>
#include <QFuture>
#include <QObject>
#include <QString>

#include <chrono>
#include <optional>

namespace manometer::views {

// A rehearsal on this cache: a curve of memory use is played through a second control loop, and the cache has
// the smaller one of the two limits. Levels, samples and the journal stay those of the machine.
struct RehearsalRequest
{
    static constexpr std::chrono::minutes longest{10};

    QByteArray curve{}; // a built-in one's name (pressure/rehearsal/Curve.h)
    double speed = 1;   // how many times as fast; the control loop's durations are as much shorter
    QByteArray actor{}; // as in ClientActionEvent; empty: the program's own window
};

// Why it cannot be played on a cache, in English, without a full stop; empty: it can.
QString findProblem(const RehearsalRequest &request);

struct RehearsalStatus
{
    quint64 id = 0; // ascending within the run of the program, from 1
    QByteArray curve{};
    double speed = 1;
    qint64 playedMs = 0; // of lengthMs, in real time
    qint64 lengthMs = 0;
    double percent = absent; // that is played
    Level level = Level::Normal;
    pressure::Limits limit{};   // the most that the rehearsal allows
    quint64 evictedEntries = 0; // by its cuts so far
    quint64 evictedBytes = 0;

    friend bool operator==(const RehearsalStatus &, const RehearsalStatus &) = default;
};

// The level and the cache's limit, the reason for each, and what changes them next. Times end in Ms and are
// on the clock of SampleRecord::monotonicMs.
struct MonitorStatus
{
    SampleRecord latest{}; // the newest good sample; wallMs is 0 before the first
    pressure::Basis basis = pressure::Basis::Host;
    double percent = absent;                        // p: the host's or the group's, according to `basis`
    bool hostIsEstimated = false;                   // the kernel has no MemAvailable
    std::optional<pressure::CgroupMemory> cgroup{}; // the tightest limit, from the newest good sample
    Level raw = Level::Normal;
    Level applied = Level::Normal;
    qint64 appliedSinceMs = 0;
    pressure::GovernorReason reason = pressure::GovernorReason::AsMeasured;
    pressure::Vote vote = pressure::Vote::None;
    std::optional<qint64> underLeaveSinceMs{};
    std::optional<qint64> fallsAtMs{};            // monotonic; while a hold runs
    bool stale = false;                           // no good sample for pressure::staleAfter
    std::optional<pressure::SourceError> error{}; // why the newest read failed
    pressure::Thresholds thresholds{};            // those in effect
    std::optional<double> marginToNextPercent{};  // points up to the next level, empty at CRITICAL
    quint64 evictionTargetBytes = 0;
    pressure::Forecast forecast{};
    std::optional<Level> warnedOf{}; // a forecast level whose outcome is still open
    pressure::ForecastRecord forecastRecord{};
    pressure::Limits configured{};
    pressure::Limits ceiling{};
    pressure::Limits limit{};
    pressure::LimitReason limitReason = pressure::LimitReason::AtCeiling;
    double growthStepPercent = pressure::LimitConfig{}.growthStepPercent;     // of the configured limit
    qint64 growthIntervalMs = pressure::LimitConfig{}.growthInterval.count(); // at most one step in this time
    std::optional<qint64> nextGrowthAtMs{};
    std::optional<double> snoozePercent{};  // set during a snooze
    std::optional<qint64> snoozedUntilMs{}; // set during a snooze
    pressure::BasisChoice basisChoice = pressure::BasisChoice::Auto;
    bool adapting = true; // false: measure only, the limit stays as configured
    // Set while one runs on this cache; the other fields are about the machine itself.
    std::optional<RehearsalStatus> rehearsal{};
};

// The processes that hold the most memory on the monitored machine, largest first.
struct MemoryHolding
{
    static constexpr std::size_t most = 40; // enough for a list that a person reads

    QList<ProcessMemory> processes{};
    qint64 ownPid = 0; // the process that holds the cache
    // In a rehearsal: the folder in place of /proc, if it has no processes, or the curve that is played.
    QByteArray rehearsalFolder{};
};

class MonitorView : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual MonitorStatus status() const = 0;
    // The recorded samples of the range, gaps included, oldest first.
    virtual QFuture<SampleRecords> samples(const TimeRange &range) const = 0;
    // Holds the cache's limit at this share (1 to 100 percent) of the configured one; CRITICAL overrides it.
    // A duration of zero ends the snooze.
    virtual QFuture<void> snooze(double sharePercent, std::chrono::milliseconds duration) = 0;

    // Begins a rehearsal on this cache, which evicts entries. It ends after the curve's last value, when the
    // machine itself reaches CRITICAL, or when the limit is set not to adapt; the limit of the machine's own
    // level is in effect again at once. The answer is RehearsalStatus::id. Refused if findProblem() has one,
    // while another one runs, at CRITICAL and while the limit does not adapt.
    virtual QFuture<quint64> rehearse(const RehearsalRequest &request) = 0;
    // Ends it. `actor` as in RehearsalRequest. Refused if none runs.
    virtual QFuture<void> stopRehearsal(const QByteArray &actor) = 0;

    // Examines which memory signals work on the monitored machine.
    virtual QFuture<pressure::SourceReport> sources() const = 0;
    // Fails if processes cannot be read. In a rehearsal without processes the list is empty.
    virtual QFuture<MemoryHolding> holders() const = 0;

signals:
    // For each sample, failed ones included: up to 25 a second while the level may change.
    void sampled(const manometer::views::SampleRecord &record);
    // After each sample and after settings were applied.
    void statusChanged(const manometer::views::MonitorStatus &status);
    // Only when the applied level changes; levelLeft, then levelEntered are emitted with it.
    void levelChanged(manometer::pressure::Level from, manometer::pressure::Level to);
    void levelLeft(manometer::pressure::Level level);
    void levelEntered(manometer::pressure::Level level);
};

} // namespace manometer::views

Q_DECLARE_METATYPE(manometer::views::MonitorStatus)
