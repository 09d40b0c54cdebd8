// SPDX-License-Identifier: GPL-3.0-or-later
//
// A monitor on a fake /proc, with a spy for its relief orders.
#pragma once

#include "pressure/source/KernelMemorySource.h"
#include "service/monitor/LocalMonitor.h"
#include "service/monitor/Relief.h"
#include "service/recording/EventSink.h"
#include "support/FakeProc.h"
#include "views/SettingsRules.h"

#include <QSignalSpy>
#include <QTest>

#include <limits>
#include <mutex>

namespace manometer::service {

using namespace views;

// The limit of default settings.
inline constexpr pressure::Limits defaults{.entries = 500, .bytes = 64u << 20};

// Records the orders that the monitor thread posts.
struct ReliefSpy
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
    explicit MonitorFixture(const Settings &settings = {})
        : monitor(std::make_unique<pressure::KernelMemorySource>(proc.root()), controlConfigOf(settings),
                  events,
                  {.cacheFigures =
                       [] {
                           return CacheFigures{
                               .entries = 7, .limitEntries = 9, .hitsTotal = 11, .requestsTotal = 12};
                       },
                   .postRelief =
                       [this](const ReliefOrder &order) {
                           const std::lock_guard lock(orders.mutex);
                           orders.posted.append(order);
                       },
                   .procRoot = proc.root()})
    {}
    bool reaches(Level level)
    {
        return QTest::qWaitFor([&] { return monitor.status().applied == level; }, 20'000);
    }

    test::FakeProc proc;
    ReliefSpy orders;
    EventSink events;
    LocalMonitor monitor;
};

// On the samples' clock: measures the monitor's latency without the delivery to this thread.
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
