// SPDX-License-Identifier: GPL-3.0-or-later
//
// Evidence for the operator's decisions: what the cache's hit ratio would be under other limits, estimated
// from a sample of its requests while it runs; and what other settings would have done with the pressure that
// was recorded. Lives in the thread that creates it. Nothing blocks; futures fail with a Failure.
#pragma once

#include "cache/Limits.h"
#include "pressure/Level.h"
#include "views/SampleRecord.h"
#include "views/WhatIf.h"

#include <QFuture>
#include <QList>
#include <QObject>

namespace manometer::views {

// Hits in memory, in percent of the requests.
struct LevelHits
{
    Level level = Level::Normal; // NORMAL: the configured limit
    cache::Limits limit{};       // the most that the level allows
    double hitPercent = absent;
    double errorPercent = absent; // one standard error, in points
    // What this limit costs beside the configured one, in seconds of reading files an hour, by what the
    // requests lost to pressure took so far (cache/PressureCost.h). Absent before the first of them.
    double lostSecondsPerHour = absent;

    friend bool operator==(const LevelHits &, const LevelHits &) = default;
};

struct HitEvidence
{
    // Why there are no figures.
    enum class Lack : quint8 {
        None,        // there are
        FewRequests, // too few requests to estimate from
        Contradicts, // the estimate for the limits that applied is off the measured ratio by more than 3
                     // points
    };

    Lack lack = Lack::FewRequests;
    // The requests are those since then; while warmUpRequestsLeft is above 0, when the warm-up began. 0:
    // there was none yet. A change of the configured limit begins again.
    qint64 sinceWallMs = 0;
    quint64 requests = 0;
    quint64 sampledRequests = 0;
    quint64 neededRequests = 0;       // sampled ones, for figures
    quint64 warmUpRequestsLeft = 0;   // are not counted: they fill the simulated caches first
    double measuredPercent = absent;  // of the same requests
    double simulatedPercent = absent; // of the same requests, at the limits that applied to them
    QList<LevelHits> levels{};        // ascending; empty with a lack

    friend bool operator==(const HitEvidence &, const HitEvidence &) = default;
};

class EvidenceView : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual QFuture<HitEvidence> hits() const = 0;
    // Replays what is recorded, of the last day at most, with the applied settings and with the draft: a few
    // milliseconds, the first time some tens. The newest seconds may be missing. Assumes that the machine's
    // pressure would have been the same.
    virtual QFuture<WhatIfAnswer> whatIf(const WhatIfQuestion &question) = 0;
    // Takes about a second. Cancelling the future ends the search, if it runs on this machine; its progress
    // is in percent where the backend knows it.
    virtual QFuture<SuggestAnswer> suggest(const SuggestQuestion &question) = 0;
};

} // namespace manometer::views
