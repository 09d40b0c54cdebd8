// SPDX-License-Identifier: GPL-3.0-or-later
//
// One sample, or a bucket of samples (downsampled history), as the chart, the CSV and the API use it. A plain
// value.
#pragma once

#include "pressure/Level.h"
#include "pressure/MemorySample.h"

#include <QList>
#include <QMetaType>

#include <cstdint>
#include <limits>
#include <optional>

namespace manometer::views {

using pressure::Level;

inline constexpr double absent = std::numeric_limits<double>::quiet_NaN();

struct SampleRecord
{
    // What happened to the clocks between the previous record and this one. None: nothing.
    enum class Discontinuity : quint8 {
        None,
        Start,    // the first sample of a run
        Suspend,  // the machine slept: a gap as long as the sleep
        ClockSet, // the wall clock was set: no gap, only wallMs jumps
    };

    qint64 wallMs = 0; // milliseconds since 1970, UTC
    // Milliseconds of CLOCK_BOOTTIME, which never goes back and continues during sleep: use it for elapsed
    // times. Records of an earlier boot are shifted to lie before this boot, according to the wall clock, and
    // may be negative.
    qint64 monotonicMs = 0;
    qint32 bucketMs = 0; // nominal width of the bucket that begins here; 0: a single sample
    Discontinuity discontinuity = Discontinuity::None;
    // The read failed: figures of the machine and the process are unknown; `applied` is the level that was
    // kept.
    bool gap = false;
    double systemUsedPercent = absent; // in a bucket: the mean of its good samples
    // Over a bucket; for a single sample both equal systemUsedPercent.
    double systemUsedMinPercent = absent;
    double systemUsedMaxPercent = absent;
    double cgroupUsedPercent = absent; // absent if no control group limit applies
    quint64 systemTotalBytes = 0;
    quint64 systemAvailableBytes = 0;
    // Absent where it is unknown; in a bucket of its last good sample.
    std::optional<pressure::MemoryComposition> composition{};
    quint64 processRssBytes = 0; // 0: unreadable
    quint64 processVirtualBytes = 0;
    double psiSomeAvg10Percent = absent; // absent if the kernel has no PSI
    Level raw = Level::Normal;           // in a bucket the highest; the same for `applied`
    Level applied = Level::Normal;
    quint64 cacheEntries = 0;
    quint64 cacheLimitEntries = 0;
    quint64 cacheHitsTotal = 0;
    quint64 cacheRequestsTotal = 0;
    // Of the exiftool command, since the start: answers from the cache, and what reading took for them.
    quint64 answerHitsTotal = 0;
    quint64 savedMicrosecondsTotal = 0;
};

using SampleRecords = QList<SampleRecord>; // ascending by monotonicMs

// The cache's figures in a sample.
struct CacheFigures
{
    quint64 entries = 0;
    quint64 limitEntries = 0;
    quint64 hitsTotal = 0;
    quint64 requestsTotal = 0;
    quint64 answerHitsTotal = 0;
    quint64 savedMicrosecondsTotal = 0;
};

// A range of samples or events, both ends included; unbounded by default.
struct TimeRange
{
    qint64 fromWallMs = std::numeric_limits<qint64>::min();
    qint64 toWallMs = std::numeric_limits<qint64>::max();

    friend bool operator==(const TimeRange &, const TimeRange &) = default;
};

} // namespace manometer::views

Q_DECLARE_METATYPE(manometer::views::SampleRecord)
