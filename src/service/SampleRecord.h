// SPDX-License-Identifier: GPL-3.0-or-later
//
// One sample as everything above the monitor sees it: the chart, the CSV, the API. A plain value.
#pragma once

#include "pressure/Level.h"

#include <QList>
#include <QMetaType>

#include <cstdint>
#include <limits>

namespace manometer::service {

using pressure::Level;

inline constexpr double absent = std::numeric_limits<double>::quiet_NaN();

struct SampleRecord
{
    qint64 wallMs = 0;      // milliseconds since 1970, UTC
    qint64 monotonicMs = 0; // of CLOCK_MONOTONIC: what elapsed times are computed from
    // The read failed: no figure of the machine or the process is known, `applied` is the level that is kept.
    bool gap = false;
    double systemUsedPercent = absent;
    double cgroupUsedPercent = absent; // absent where no limit of a control group counts
    quint64 systemTotalBytes = 0;
    quint64 systemAvailableBytes = 0;
    quint64 processRssBytes = 0;
    quint64 processVirtualBytes = 0;
    double psiSomeAvg10Percent = absent; // absent where the kernel has no PSI
    Level raw = Level::Normal;
    Level applied = Level::Normal;
    quint64 cacheEntries = 0;
    quint64 cacheLimitEntries = 0;
    quint64 cacheHitsTotal = 0;
    quint64 cacheRequestsTotal = 0;
};

using SampleRecords = QList<SampleRecord>; // ascending by monotonicMs

} // namespace manometer::service

Q_DECLARE_METATYPE(manometer::service::SampleRecord)
