// SPDX-License-Identifier: GPL-3.0-or-later
#include "pressure/control/SampleSchedule.h"
#include "support/TestMain.h"

#include <QTest>

#include <random>

using namespace manometer::pressure;
using namespace std::chrono_literals;

namespace {

MemorySample sampleAt(double percent, std::uint64_t totalBytes)
{
    MemorySample sample;
    sample.totalBytes = totalBytes;
    sample.availableBytes = totalBytes - static_cast<std::uint64_t>(percent / 100 * double(totalBytes));
    return sample;
}

GovernorState stateOf(Level applied, Level raw)
{
    GovernorState state;
    state.applied = applied;
    state.previousAsked = raw;
    return state;
}

} // namespace

class TestSampleSchedule : public QObject
{
    Q_OBJECT
private slots:
    void ampleHeadroomNeedsOneSampleASecond()
    {
        // 24 GiB, 10 % used: 12 GiB up to 60 %.
        QCOMPARE(nextInterval(sampleAt(10, 24ull << 30), stateOf(Level::Normal, Level::Normal), {}, 0),
                 1000ms);
    }
    void littleHeadroomNeedsTheFastestInterval()
    {
        QCOMPARE(nextInterval(sampleAt(59.9, 24ull << 30), stateOf(Level::Normal, Level::Normal), {}, 0),
                 40ms);
    }
    void theSecondSampleOfARiseFollowsAfterTheFastestInterval()
    {
        QCOMPARE(nextInterval(sampleAt(65, 24ull << 30), stateOf(Level::Normal, Level::Elevated), {}, 0),
                 40ms);
    }
    void aRecentFastRiseShortensTheInterval()
    {
        const auto calm =
            nextInterval(sampleAt(40, 24ull << 30), stateOf(Level::Normal, Level::Normal), {}, 0);
        const auto wild =
            nextInterval(sampleAt(40, 24ull << 30), stateOf(Level::Normal, Level::Normal), {}, 10e9);
        QVERIFY(wild < calm);
    }
    void criticalNeedsOneSampleASecond()
    {
        QCOMPARE(nextInterval(sampleAt(95, 8ull << 30), stateOf(Level::Critical, Level::Critical), {}, 0),
                 1000ms);
    }

    void theFastestRiseIsKeptForTenMinutesAtMost()
    {
        FastestRise fastest;
        MonotonicTime now{};
        const auto add = [&](double percent) {
            auto sample = sampleAt(percent, 8ull << 30);
            sample.monotonic = now;
            fastest.add(sample);
        };
        add(10);
        QCOMPARE(fastest.bytesPerSecond(), 0.0);
        now += 1s;
        add(20);
        QVERIFY(std::abs(fastest.bytesPerSecond() - 0.1 * double(8ull << 30)) < 16);
        now += 1s;
        add(5);
        now += 6min;
        add(5);
        QVERIFY(fastest.bytesPerSecond() > 0);
        now += 6min;
        add(5);
        QCOMPARE(fastest.bytesPerSecond(), 0.0);
    }

    // The guarantee of the schedule, for random machines and start values on a virtual clock.
    void aCrossingIsAppliedWithin100Milliseconds()
    {
        const auto seed = std::random_device{}();
        qInfo("seed %u", seed);
        std::mt19937_64 random(seed);
        std::uniform_real_distribution<double> startPercent(0, 89);
        std::uniform_real_distribution<double> rate(0.01, 1);
        std::uniform_int_distribution<int> gibibytes(1, 256);
        for (int round = 0; round < 1000; ++round) {
            const std::uint64_t total = std::uint64_t(gibibytes(random)) << 30;
            const double bytesPerMs = rate(random) * plausibleFillRate / 1000;
            const double start = startPercent(random);
            const Level startLevel = classify(start, {});
            const double nextEnter = start + *marginToNext(start, startLevel, {});
            const double crossingMs = (nextEnter - start) / 100 * double(total) / bytesPerMs;
            GovernorState state = stateOf(startLevel, startLevel);
            double nowMs = 0;
            while (state.applied <= startLevel) {
                const double percent = std::min(100.0, start + 100 * nowMs * bytesPerMs / double(total));
                const auto sample = sampleAt(percent, total);
                const auto now = MonotonicTime{} + 1h + std::chrono::microseconds(long(nowMs * 1000));
                state = step(state, {now, gauge(sample, {})}, {}, {}).state;
                if (state.applied > startLevel)
                    break;
                nowMs += double(nextInterval(sample, state, {}, 0).count());
            }
            QVERIFY2(nowMs - crossingMs <= 100, qPrintable(QString::number(nowMs - crossingMs)));
        }
    }

    void aVoteIsConfirmedAtOnceHoweverFarTheThreshold()
    {
        const auto sample = sampleAt(20, 64ull << 30);
        GovernorState state;
        QCOMPARE(nextInterval(sample, state, {}, 0), slowestInterval);
        state.previousAsked = Level::Elevated;
        QCOMPARE(nextInterval(sample, state, {}, 0), fastestInterval);
    }

    void theSmallerHeadroomOfHostAndGroupDecides()
    {
        auto sample = sampleAt(20, 64ull << 30);
        sample.cgroup = CgroupMemory{.limitBytes = 512u << 20, .workingSetBytes = 100u << 20};
        QCOMPARE(nextInterval(sample, {}, {}, 0), fastestInterval);
    }
};

MANOMETER_TEST(Core, TestSampleSchedule)
#include "tst_sample_schedule.moc"
