// SPDX-License-Identifier: GPL-3.0-or-later
#include "Simulation.h"
#include "pressure/control/ControlNumbers.h"
#include "pressure/rehearsal/CurveSource.h"
#include "pressure/rehearsal/TimeLapse.h"
#include "support/TestMain.h"

#include <QTest>

#include <cmath>
#include <cstring>

using namespace manometer;
using namespace manometer::pressure;
using namespace std::chrono_literals;

namespace {

// A clock that the test sets.
struct SteppedClock
{
    ClockReading reading{.monotonic = MonotonicTime{} + 1h, .sinceBoot = 2h, .wall = WallTime{} + 3h};
    void pass(std::chrono::milliseconds time)
    {
        reading.monotonic += time;
        reading.sinceBoot += time;
        reading.wall += time;
    }
};

std::shared_ptr<const Curve> named(const char *name)
{
    return std::make_shared<Curve>(*namedCurve(name));
}

// The changes of level, in seconds of the curve, with the curve at this speed.
std::vector<test::LevelChange> changesOf(const char *name, double speed)
{
    const auto curve = named(name);
    test::Simulation simulation(
        [&](test::Elapsed now) { return std::optional(test::machine(now, curve->percentAt(now * speed))); });
    simulation.config = inTimeLapse(simulation.config, speed);
    simulation.run(test::Elapsed(curve->duration() / speed));
    for (test::LevelChange &change : simulation.changes)
        change.at *= speed;
    return simulation.changes;
}

} // namespace

class TestRehearsal : public QObject
{
    Q_OBJECT
private slots:
    void theCurveBeginsWithTheFirstRead()
    {
        SteppedClock clock;
        CurveSource source(named("ramp"), 1, [&clock] { return clock.reading; });
        clock.pass(1h);
        QVERIFY(std::abs(hostUsedPercent(*source.read()) - 40) < 1e-6);
        clock.pass(35s);
        QVERIFY(std::abs(hostUsedPercent(*source.read()) - 68.5) < 1e-6);
    }

    void theSpeedIsAFactorOfTime()
    {
        SteppedClock clock;
        CurveSource source(named("ramp"), 6, [&clock] { return clock.reading; });
        QVERIFY(source.read());
        clock.pass(10s); // 60 s of the curve
        QVERIFY(std::abs(hostUsedPercent(*source.read()) - 97) < 1e-6);
        clock.pass(10s);
        QVERIFY(std::abs(hostUsedPercent(*source.read()) - 40) < 1e-6);
    }

    void theSampleHasTheClocksAndThisProcess()
    {
        SteppedClock clock;
        CurveSource source(named("noise"), 1, [&clock] { return clock.reading; });
        const auto sample = source.read();
        QCOMPARE(ClockReading::of(*sample), clock.reading);
        QCOMPARE(sample->totalBytes, std::uint64_t(16) << 30);
        QVERIFY(sample->processRssBytes > 1u << 20);
        QVERIFY(!sample->cgroup && !sample->stall && !sample->cgroupStall && !sample->composition);
    }

    void aTimeLapseShortensEveryDuration()
    {
        const ControlConfig config;
        const ControlConfig faster = inTimeLapse(config, 4);
        for (const Level level : levelsWithThreshold) {
            Threshold expected = config.thresholds.of(level);
            expected.hold /= 4;
            QCOMPARE(faster.thresholds.of(level), expected);
        }
        for (const ControlNumber &number : controlNumbers()) {
            const bool isDuration = std::strlen(number.key) > 3 && QByteArray(number.key).endsWith("_ms");
            QCOMPARE(number.get(faster.tuning), number.get(config.tuning) / (isDuration ? 4 : 1));
        }
        QCOMPARE(inTimeLapse(config, 1), config);
        // Rounding makes no duration vanish that is not zero.
        ControlConfig shortest;
        shortest.tuning.stall.waited = 1ms;
        shortest.tuning.limit.flapWindow = 0ms;
        QCOMPARE(inTimeLapse(shortest, 100).tuning.stall.waited, 1ms);
        QCOMPARE(inTimeLapse(shortest, 100).tuning.limit.flapWindow, 0ms);
    }

    void aFasterRehearsalHasTheSameLevels_data()
    {
        QTest::addColumn<double>("speed");
        QTest::newRow("in real time") << 1.0;
        QTest::newRow("six times as fast") << 6.0;
    }
    // By hand: 60, 80 and 90 % are reached 17.5, 35.1 and 43.9 s after the first 10 s. Memory use is under 85
    // % from 67.1 s on, and each level is held for 10 s. At CRITICAL a sample is taken every second.
    void aFasterRehearsalHasTheSameLevels()
    {
        QFETCH(double, speed);
        const std::vector<test::LevelChange> expected{
            {27.5, Level::Normal, Level::Elevated}, {45.1, Level::Elevated, Level::High},
            {53.9, Level::High, Level::Critical},   {77.1, Level::Critical, Level::High},
            {87.1, Level::High, Level::Elevated},   {97.1, Level::Elevated, Level::Normal}};
        const auto changes = changesOf("ramp", speed);
        QCOMPARE(changes.size(), expected.size());
        for (std::size_t i = 0; i < changes.size(); ++i) {
            QCOMPARE(changes[i].to, expected[i].to);
            const bool rises = expected[i].to > expected[i].from;
            const double late = changes[i].at - expected[i].at;
            const double most = rises ? 0.1 : 1 + 1.0 * double(i - 2);
            QVERIFY2(late >= -0.05 && late <= most * speed, qPrintable(QString::number(changes[i].at)));
        }
    }

    // The limit is whole again before the end: a demonstration shows the recovery.
    void theRampEndsWithTheWholeLimit()
    {
        const auto curve = named("ramp");
        test::Simulation simulation(
            [&](test::Elapsed now) { return std::optional(test::machine(now, curve->percentAt(now))); });
        simulation.run(curve->duration());
        QCOMPARE(simulation.last.limit.limit, simulation.config.configured);
    }
};

MANOMETER_TEST(Core, TestRehearsal)
#include "tst_rehearsal.moc"
