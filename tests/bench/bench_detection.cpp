// SPDX-License-Identifier: GPL-3.0-or-later
//
// The time until the monitor applies a real threshold crossing: a child process allocates memory beyond a
// threshold just above the current p; an observer that reads MemAvailable every half millisecond determines
// when it was crossed, and the unmodified monitor when it was applied.
//   bench_detection [tries]
#include "pressure/source/KernelMemorySource.h"
#include "service/monitor/LocalMonitor.h"
#include "service/recording/EventSink.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdio>
#include <random>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <thread>
#include <tuple>
#include <unistd.h>

using namespace manometer;
using namespace manometer::service;
using namespace manometer::views;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

namespace {

constexpr double risePercent = 0.6; // from p to the threshold
constexpr double fillPercent = 1.8; // allocated by the child

double currentPercent()
{
    pressure::KernelMemorySource source;
    const auto sample = source.read();
    return sample ? pressure::gauge(*sample, {}).percent : 0;
}

std::uint64_t machineBytes()
{
    pressure::KernelMemorySource source;
    const auto sample = source.read();
    return sample ? pressure::capacityBytes(*sample, pressure::gauge(*sample, {}).basis) : 0;
}

// Allocates the bytes as fast as possible, then waits to be killed.
pid_t startHog(std::uint64_t bytes, std::chrono::milliseconds delay)
{
    const pid_t child = ::fork();
    if (child != 0)
        return child;
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::usleep(static_cast<useconds_t>(delay.count() * 1000));
    void *memory = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory != MAP_FAILED)
        for (std::uint64_t at = 0; at < bytes; at += 4096)
            static_cast<volatile char *>(memory)[at] = 1;
    ::pause();
    ::_exit(0);
}

pressure::ControlConfig configWith(double enterPercent)
{
    pressure::ControlConfig config;
    auto &thresholds = config.thresholds;
    thresholds.elevated = {enterPercent, enterPercent - 0.3, 50ms, enterPercent - 0.3};
    thresholds.high = {98, 97, 50ms, 97};
    thresholds.critical = {99, 98, 50ms, 98};
    config.tuning.governor.returnWindow = 0ms;
    // Return to the full limit at once, so that the next try has something to cut.
    config.configured = {.entries = 500, .bytes = 64u << 20};
    auto &limit = config.tuning.limit;
    limit.growthHold = limit.growthHoldMaximum = limit.growthInterval = limit.growthForecast = 0ms;
    limit.growthStepPercent = 100;
    return config;
}

double percentile(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, static_cast<std::size_t>(share * double(values.size())))];
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const int tries = argc > 1 ? std::atoi(argv[1]) : 200;
    // Set in the monitor's thread, when it orders the cut.
    std::atomic<Clock::rep> applied = 0;
    EventSink events;
    LocalMonitor monitor(std::make_unique<pressure::KernelMemorySource>(), configWith(97), events,
                         {.cacheFigures = [] { return CacheFigures{}; },
                          .postRelief =
                              [&applied](const ReliefOrder &order) {
                                  if (order.level > Level::Normal && applied == 0)
                                      applied = Clock::now().time_since_epoch().count();
                              }});
    monitor.start();
    std::mt19937 random(std::random_device{}());
    std::vector<double> milliseconds;
    int lost = 0;
    // Other programs change p as well: a try that they disturb is repeated.
    while (static_cast<int>(milliseconds.size()) < tries && lost < 3 * tries) {
        QTest::qWait(300); // the memory of the last child is freed with a delay
        const double enter = currentPercent() + risePercent;
        monitor.setConfig(configWith(enter));
        QTest::qWait(100);
        if (monitor.status().applied != Level::Normal) {
            ++lost; // another program changed p meanwhile
            continue;
        }
        applied = 0;
        std::atomic<bool> stop = false;
        std::atomic<Clock::rep> crossed = 0;
        std::thread observer([&] {
            pressure::KernelMemorySource source;
            while (!stop && crossed == 0) {
                const auto sample = source.read();
                if (sample && pressure::gauge(*sample, {}).percent >= enter)
                    crossed = Clock::now().time_since_epoch().count();
                std::this_thread::sleep_for(500us);
            }
        });
        const auto bytes = static_cast<std::uint64_t>(fillPercent / 100 * double(machineBytes()));
        const pid_t hog = startHog(bytes, std::chrono::milliseconds(random() % 1000));
        std::ignore = QTest::qWaitFor([&] { return applied != 0 && crossed != 0; }, 4000);
        stop = true;
        observer.join();
        ::kill(hog, SIGKILL);
        ::waitpid(hog, nullptr, 0);
        if (applied == 0 || crossed == 0)
            ++lost;
        else
            milliseconds.push_back(double(applied - crossed) / 1e6);
        monitor.setConfig(configWith(97));
        std::ignore = QTest::qWaitFor([&] { return monitor.status().applied == Level::Normal; }, 3000);
    }
    QFile loadFile(QStringLiteral("/proc/loadavg"));
    const QByteArray load = loadFile.open(QIODevice::ReadOnly) ? loadFile.readAll().split(' ').value(0) : "";
    if (milliseconds.empty()) {
        std::fprintf(stderr, "no try succeeded\n");
        return 1;
    }
    std::printf("tries=%zu\nlost=%d\nmedian_ms=%.1f\np99_ms=%.1f\nworst_ms=%.1f\nload_1min=%s\n",
                milliseconds.size(), lost, percentile(milliseconds, 0.5), percentile(milliseconds, 0.99),
                percentile(milliseconds, 1), load.constData());
    return 0;
}
