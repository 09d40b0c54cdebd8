// SPDX-License-Identifier: GPL-3.0-or-later
//
// What would have happened under other settings: the question and its answer. Plain values. Times are on the
// wall clock, in milliseconds; durations are of recorded time, without the machine's sleep.
#pragma once

#include "cache/Limits.h"
#include "pressure/Level.h"
#include "views/SampleRecord.h"
#include "views/SettingsView.h"

#include <QList>

#include <array>
#include <optional>

namespace manometer::views {

struct WhatIfQuestion
{
    Settings draft{}; // valid by SettingsRules.h; otherwise the future fails
    TimeRange range{};
    // Of which time the levels are wanted, for two ribbons beneath the chart, and in how many columns at
    // most: one has the highest level of its time. 0: none is wanted.
    TimeRange ribbonRange{};
    int ribbonColumns = 0;

    static constexpr int mostColumns = 10'000;

    friend bool operator==(const WhatIfQuestion &, const WhatIfQuestion &) = default;
};

// The applied level of a time.
struct LevelStay
{
    Level level = Level::Normal;
    qint64 fromWallMs = 0;
    qint64 toWallMs = 0;

    friend bool operator==(const LevelStay &, const LevelStay &) = default;
};

struct LevelFigures
{
    Level level = Level::Normal;
    quint64 entries = 0;         // how often the level rose to it or past it; of NORMAL: fell back to it
    double timePercent = absent; // at exactly this level
    qint64 longestMs = 0;        // at it or above; of NORMAL: at it
    quint64 flaps = 0;           // stays of less than 30 s

    friend bool operator==(const LevelFigures &, const LevelFigures &) = default;
};

// What one of the two settings would have done, or did.
struct WhatIfFigures
{
    QList<LevelFigures> levels{}; // ascending
    quint64 cuts = 0;
    cache::Limits evictedAtMost{};          // by these cuts, of a full cache
    quint64 incidentsWarned = 0;            // HIGH or CRITICAL was in effect when they came
    std::optional<qint64> shortestLeadMs{}; // of these
    double hitPercent = absent;             // hits in memory; absent without evidence (HitEvidence)
    double readAgainSeconds = absent;       // of reading files, because of the limits; the same
    QList<LevelStay> ribbon{};              // ascending; times without a level are the gaps

    friend bool operator==(const WhatIfFigures &, const WhatIfFigures &) = default;
};

struct WhatIfAnswer
{
    quint64 samples = 0; // 0: nothing is recorded of this range
    qint64 fromWallMs = 0;
    qint64 toWallMs = 0;
    qint64 recordedMs = 0;
    quint64 gaps = 0;
    quint64 incidents = 0; // in the recording
    WhatIfFigures applied{};
    WhatIfFigures draft{};
    // Of the draft's rises: those whose samples were more than twice the fastest interval apart, since the
    // journal was sampled for the applied thresholds, and by how much the latest may be late.
    quint64 draftRises = 0;
    quint64 draftCoarseRises = 0;
    qint64 draftLatestByMs = 0;
    // Of the draft's rises: those above what p alone gives, by a stall or a notice.
    quint64 draftStallRises = 0;
    double hitErrorPoints = absent; // one standard error of hitPercent

    friend bool operator==(const WhatIfAnswer &, const WhatIfAnswer &) = default;
};

// Which settings would have kept what the operator requires.
struct SuggestQuestion
{
    Settings base{}; // valid; the suggestions are changes of it
    TimeRange range{};
    std::optional<double> mostCriticalsPerDay{};
    std::optional<qint64>
        incidentLeadMs{};                  // HIGH is in effect so long before each incident; 0: when it comes
    std::optional<double> mostHitPoints{}; // of hit ratio, lost at most

    friend bool operator==(const SuggestQuestion &, const SuggestQuestion &) = default;
};

struct SuggestedThresholds
{
    // Why it is no choice to begin with, beside the question's own thresholds.
    enum class Doubt : quint8 {
        None,
        NeverReached,   // ELEVATED or HIGH would never have begun, and did with those
        MostlyElevated, // ELEVATED or above for more than half of the time, and not with those
    };

    pressure::Thresholds thresholds{};
    double criticalsPerDay = absent;
    double risesPerDay = absent;
    double elevatedTimePercent = absent; // of the recorded time, at ELEVATED or above
    double highTimePercent = absent;     // at HIGH or above
    quint64 incidentsMissed = 0;
    std::optional<qint64> shortestLeadMs{};
    double hitPointsLost = absent; // absent without evidence
    Doubt doubt = Doubt::None;

    friend bool operator==(const SuggestedThresholds &, const SuggestedThresholds &) = default;
};

struct SuggestAnswer
{
    enum class End : quint8 { Found, Impossible, Conflicting, NothingRecorded, Cancelled };
    enum class Constraint : quint8 { Criticals, IncidentLead, HitPoints };
    struct Unkept // by all drafts, with the nearest value that one of them reached
    {
        Constraint constraint = Constraint::Criticals;
        double nearest = absent; // criticals a day, seconds of lead (below 0: an incident was missed), points

        friend bool operator==(const Unkept &, const Unkept &) = default;
    };

    // Shorter recordings say little about a day.
    static constexpr qint64 shortRecordingMs = 6 * 3'600'000;
    static constexpr qint64 dayMs = 86'400'000; // a shorter recording is judged as one day

    End end = End::NothingRecorded;
    // The replayed time; 0 if nothing is recorded or the search was cancelled.
    qint64 fromWallMs = 0;
    qint64 toWallMs = 0;
    qint64 recordedMs = 0;
    std::optional<SuggestedThresholds> base{}; // the question's own, beside the drafts
    QList<Constraint> baseBreaks{};            // what these do not keep
    QList<SuggestedThresholds>
        drafts{}; // without a doubt first; by missed incidents, criticals, then hit ratio
    QList<Unkept> unkept{};
    quint64 incidents = 0; // in the replayed time; without one a required lead is always kept
    quint64 replays = 0;

    friend bool operator==(const SuggestAnswer &, const SuggestAnswer &) = default;
};

} // namespace manometer::views
