// SPDX-License-Identifier: GPL-3.0-or-later
//
// The monitor as everything above service sees it. Lives in the thread that made it (the GUI's, say); its
// signals arrive there. Nothing here blocks: status() is the last one published, samples() is asynchronous,
// since another implementation may sit across a network.
#pragma once

#include "pressure/MemorySource.h"
#include "pressure/control/Control.h"
#include "pressure/source/SourceReport.h"
#include "views/SampleRecord.h"

#include <QFuture>
#include <QObject>

#include <optional>

namespace manometer::views {

// What the level and the cache's limit are, why, and what changes them next. Times end in Ms and are on the
// clock of SampleRecord::monotonicMs.
struct MonitorStatus
{
    SampleRecord latest; // the newest good sample; wallMs is 0 before the first
    pressure::Basis basis = pressure::Basis::Host;
    double percent = absent;                      // p: the host's or the group's, as `basis` says
    bool hostIsEstimated = false;                 // the kernel has no MemAvailable
    std::optional<pressure::CgroupMemory> cgroup; // the tightest limit, of the newest good sample
    Level raw = Level::Normal;
    Level applied = Level::Normal;
    qint64 appliedSinceMs = 0;
    pressure::GovernorReason reason = pressure::GovernorReason::AsMeasured;
    pressure::Vote vote = pressure::Vote::None;
    std::optional<qint64> underLeaveSinceMs;
    std::optional<qint64> fallsAtMs;            // monotonic; while a hold runs
    bool stale = false;                         // no good sample for pressure::staleAfter
    std::optional<pressure::SourceError> error; // why the newest read failed
    pressure::Thresholds thresholds;            // those that count now
    std::optional<double> marginToNextPercent;  // points up to the next level, empty at CRITICAL
    quint64 evictionTargetBytes = 0;
    pressure::Forecast forecast;
    std::optional<Level> warnedOf; // that it is expected soon, and it is not known yet whether that was right
    pressure::ForecastRecord forecastRecord;
    pressure::Limits configured;
    pressure::Limits ceiling;
    pressure::Limits limit;
    pressure::LimitReason limitReason = pressure::LimitReason::AtCeiling;
    double growthStepPercent = pressure::LimitConfig{}.growthStepPercent;     // of the configured limit …
    qint64 growthIntervalMs = pressure::LimitConfig{}.growthInterval.count(); // … at most this often
    std::optional<qint64> nextGrowthAtMs;
    std::optional<double> snoozePercent;    // while a snooze counts …
    std::optional<qint64> snoozedUntilMs{}; // … and until when
    pressure::BasisChoice basisChoice = pressure::BasisChoice::Auto;
    bool adapting = true; // false: the preset 'adaptation off' only measures
};

// Who holds the monitored machine's memory, largest first.
struct MemoryHolding
{
    struct Process
    {
        QByteArray name{}; // what it calls itself: any bytes
        qint64 pid = 0;
        quint64 rssBytes = 0;
        quint64 pssBytes = 0; // shared pages by share; 0 where that may not be read
    };
    static constexpr std::size_t most = 40; // more than anybody looks through

    QList<Process> processes;
    qint64 ownPid = 0; // the process that holds the cache
};

class MonitorView : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual MonitorStatus status() const = 0;
    // What is remembered of the range, gaps included, oldest first.
    virtual QFuture<SampleRecords> samples(const TimeRange &range) const = 0;
    // Holds the cache's limit at this share of the configured one, 1..100 percent, whatever the level below
    // CRITICAL. A duration of zero ends it.
    virtual void snooze(double sharePercent, std::chrono::milliseconds duration) = 0;

    // Which signals work on the monitored machine, examined now.
    virtual QFuture<pressure::SourceReport> sources() const = 0;
    // Empty where processes cannot be read.
    virtual QFuture<MemoryHolding> holders() const = 0;

signals:
    // One a sample, failed ones included; up to 25 a second while the level may change.
    void sampled(const manometer::views::SampleRecord &record);
    // After each sample, and when settings were applied.
    void statusChanged(const manometer::views::MonitorStatus &status);
    // On change of the applied level only; levelLeft and levelEntered come with it, in this order.
    void levelChanged(manometer::pressure::Level from, manometer::pressure::Level to);
    void levelLeft(manometer::pressure::Level level);
    void levelEntered(manometer::pressure::Level level);
};

} // namespace manometer::views

Q_DECLARE_METATYPE(manometer::views::MonitorStatus)
