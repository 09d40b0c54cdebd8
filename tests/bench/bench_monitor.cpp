// SPDX-License-Identifier: GPL-3.0-or-later
//
// The cost of the monitor: processor time of a whole monitor on this machine's /proc, including thread
// switches and signals, at rest (1 Hz) and at the highest sampling rate (25 Hz); and the private memory of a
// running monitor with a week of history.
//   bench_monitor [seconds]
#include "pressure/source/KernelMemorySource.h"
#include "service/monitor/LocalMonitor.h"
#include "service/recording/EventSink.h"

#include <QCoreApplication>
#include <QTest>

#include <cstdio>
#include <sys/resource.h>

using namespace manometer;
using namespace manometer::service;
using namespace manometer::views;
using namespace std::chrono_literals;

namespace {

double processorSeconds()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double currentPercent()
{
    pressure::KernelMemorySource source;
    const auto sample = source.read();
    return sample ? pressure::gauge(*sample, {}).percent : 0;
}

struct Cost
{
    double hertz = 0;
    double percentOfACore = 0;
};

// Private pages only: the libraries' pages are shared with other processes.
double privateMebibytes()
{
    const auto footprint = pressure::readFootprint();
    return footprint ? double(footprint->privateDirtyBytes) / (1 << 20) : 0;
}

// The memory of a week of history, with one sample a second, and a running monitor.
double memoryMebibytes()
{
    privateMebibytes(); // so that the allocations of the first call are not included
    const double before = privateMebibytes();
    const auto history = std::make_shared<History>();
    SampleRecord record;
    record.systemUsedPercent = record.systemUsedMinPercent = record.systemUsedMaxPercent = 40;
    for (int second = 0; second < 7 * 24 * 3600; ++second) {
        record.monotonicMs = record.wallMs = 1000ll * second;
        history->append(record);
    }
    std::printf("history_mib=%.1f\n", privateMebibytes() - before);
    EventSink events;
    LocalMonitor monitor(std::make_unique<pressure::KernelMemorySource>(), {}, events,
                         {.cacheFigures = [] { return CacheFigures{}; },
                          .postRelief = [](const ReliefOrder &) {},
                          .history = history});
    monitor.start();
    QTest::qWait(500);
    return privateMebibytes() - before;
}

Cost measure(double enterPercent, std::chrono::milliseconds duration)
{
    pressure::ControlConfig config;
    config.thresholds.elevated = {enterPercent, 0.5, 1s, 0.5};
    config.thresholds.high = {97.5, 96, 1s, 96};
    config.thresholds.critical = {99, 98, 1s, 98};
    EventSink events;
    LocalMonitor monitor(
        std::make_unique<pressure::KernelMemorySource>(), config, events,
        {.cacheFigures = [] { return CacheFigures{}; }, .postRelief = [](const ReliefOrder &) {}});
    int samples = 0;
    QObject::connect(&monitor, &MonitorView::sampled, &monitor, [&samples] { ++samples; });
    monitor.start();
    QTest::qWait(500);
    samples = 0;
    const double before = processorSeconds();
    QTimer::singleShot(duration, QCoreApplication::instance(), &QCoreApplication::quit);
    QCoreApplication::exec();
    const double took = std::chrono::duration<double>(duration).count();
    return {.hertz = samples / took, .percentOfACore = 100 * (processorSeconds() - before) / took};
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const std::chrono::seconds duration(argc > 1 ? std::atoi(argv[1]) : 30);
    std::printf("monitor_and_week_of_history_mib=%.1f\n", memoryMebibytes());
    const Cost rest = measure(96, duration);
    // A threshold just above the current p: a sample every 40 ms.
    const Cost fastest = measure(currentPercent() + 0.8, duration);
    std::printf("rest_hertz=%.1f\nrest_percent_of_a_core=%.3f\n", rest.hertz, rest.percentOfACore);
    std::printf("fastest_hertz=%.1f\nfastest_percent_of_a_core=%.3f\n", fastest.hertz,
                fastest.percentOfACore);
    return 0;
}
