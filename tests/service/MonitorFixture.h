// SPDX-License-Identifier: GPL-3.0-or-later
//
// A monitor of a pretended machine, and what it orders.
#pragma once

#include "pressure/source/KernelMemorySource.h"
#include "service/monitor/LocalMonitor.h"
#include "service/monitor/Relief.h"
#include "support/FakeProc.h"

#include <QSignalSpy>
#include <QTest>

#include <limits>
#include <mutex>

namespace manometer::service {

inline constexpr pressure::Limits defaults{.entries = 500, .bytes = 64u << 20};

// What the monitor posts, as the relief worker would get it: from another thread.
struct Orders
{
    std::mutex mutex;
    QList<ReliefOrder> posted;
    QList<ReliefOrder> all()
    {
        const std::lock_guard lock(mutex);
        return posted;
    }
};

struct MonitorFixture
{
    explicit MonitorFixture(pressure::ControlConfig config = {.limit = {.configured = defaults}})
        : monitor(std::make_unique<pressure::KernelMemorySource>(proc.root()), config,
                  {.cacheFigures =
                       [] {
                           return CacheFigures{
                               .entries = 7, .limitEntries = 9, .hitsTotal = 11, .requestsTotal = 12};
                       },
                   .postRelief =
                       [this](const ReliefOrder &order) {
                           const std::lock_guard lock(orders.mutex);
                           orders.posted.append(order);
                       }})
    {}
    bool reaches(Level level)
    {
        return QTest::qWaitFor([&] { return monitor.status().applied == level; }, 20'000);
    }

    test::FakeProc proc;
    Orders orders;
    LocalMonitor monitor;
};

// On the clock of the samples: how long the monitor took, not how long this thread took to hear of it.
inline qint64 nowMs()
{
    return pressure::ClockReading::now().bootMs();
}

inline qint64 firstAt(const QSignalSpy &sampled, Level applied)
{
    for (const auto &arguments : sampled)
        if (const auto record = arguments.first().value<SampleRecord>(); record.applied == applied)
            return record.monotonicMs;
    return std::numeric_limits<qint64>::max();
}

} // namespace manometer::service
