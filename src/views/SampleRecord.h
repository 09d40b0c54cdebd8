// SPDX-License-Identifier: GPL-3.0-or-later
//
// One sample, or a bucket of samples where history is kept thinner, as everything above the monitor sees it:
// the chart, the CSV, the API. A plain value.
#pragma once

#include "pressure/Level.h"

#include <QList>
#include <QMetaType>

#include <cstdint>
#include <limits>

namespace manometer::views {

using pressure::Level;

inline constexpr double absent = std::numeric_limits<double>::quiet_NaN();

struct SampleRecord
{
    // What happened to the clocks between the record before and this one. None: time went on as it does.
    enum class Discontinuity : quint8 {
        None,
        Start,    // the first sample of a run: nobody looked before it
        Suspend,  // the machine slept: a gap as wide as the sleep
        ClockSet, // the wall clock was set: no gap, only wallMs jumps
    };

    qint64 wallMs = 0; // milliseconds since 1970, UTC
    // Milliseconds of CLOCK_BOOTTIME, which never goes back and goes on while the machine sleeps: what
    // elapsed times are computed from. What an earlier boot has recorded is moved to lie before this one's
    // start, as far back as it was: it may be negative.
    qint64 monotonicMs = 0;
    qint32 bucketMs = 0; // the nominal width of the bucket that begins here; 0: a single sample
    Discontinuity discontinuity = Discontinuity::None;
    // The read failed: no figure of the machine or the process is known, `applied` is the level that is kept.
    bool gap = false;
    double systemUsedPercent = absent; // of a bucket: the mean of its good samples
    // Of a bucket; a single sample's are its own.
    double systemUsedMinPercent = absent;
    double systemUsedMaxPercent = absent;
    double cgroupUsedPercent = absent; // absent where no limit of a control group counts
    quint64 systemTotalBytes = 0;
    quint64 systemAvailableBytes = 0;
    quint64 processRssBytes = 0; // 0: it could not be read
    quint64 processVirtualBytes = 0;
    double psiSomeAvg10Percent = absent; // absent where the kernel has no PSI
    Level raw = Level::Normal;           // the highest one in a bucket; so is `applied`
    Level applied = Level::Normal;
    quint64 cacheEntries = 0;
    quint64 cacheLimitEntries = 0;
    quint64 cacheHitsTotal = 0;
    quint64 cacheRequestsTotal = 0;
};

using SampleRecords = QList<SampleRecord>; // ascending by monotonicMs

// What a sample records of the cache.
struct CacheFigures
{
    quint64 entries = 0;
    quint64 limitEntries = 0;
    quint64 hitsTotal = 0;
    quint64 requestsTotal = 0;
};

// Of samples and events; without bounds, all there is.
struct TimeRange
{
    qint64 fromWallMs = std::numeric_limits<qint64>::min();
    qint64 toWallMs = std::numeric_limits<qint64>::max();
};

} // namespace manometer::views

Q_DECLARE_METATYPE(manometer::views::SampleRecord)
