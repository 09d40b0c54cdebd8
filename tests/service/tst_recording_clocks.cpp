// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/Clock.h"
#include "support/TestMain.h"

#include <QTest>

using namespace manometer;
using namespace manometer::service;
using namespace manometer::views;
using namespace std::chrono_literals;

using Discontinuity = SampleRecord::Discontinuity;

Q_DECLARE_METATYPE(std::chrono::nanoseconds)

class TestRecordingClocks : public QObject
{
    Q_OBJECT
private slots:
    void aSuspendIsDistinguishedFromASetClock_data()
    {
        QTest::addColumn<std::chrono::nanoseconds>("awake");
        QTest::addColumn<std::chrono::nanoseconds>("passed");
        QTest::addColumn<std::chrono::nanoseconds>("shown");
        QTest::addColumn<int>("kind");
        QTest::addColumn<qint64>("suspendedMs");
        QTest::addColumn<qint64>("clockStepMs");
        using N = std::chrono::nanoseconds;
        QTest::newRow("an ordinary second")
            << N(1s) << N(1s) << N(1s) << int(Discontinuity::None) << qint64(0) << qint64(0);
        QTest::newRow("a second with a preemption between two clock reads")
            << N(1s) << N(1s + 40ms) << N(1s - 30ms) << int(Discontinuity::None) << qint64(0) << qint64(0);
        QTest::newRow("a wall clock slewed during an hour without a sample")
            << N(1h) << N(1h) << N(1h + 900ms) << int(Discontinuity::None) << qint64(0) << qint64(0);
        QTest::newRow("an hour awake without a sample")
            << N(1h) << N(1h) << N(1h) << int(Discontinuity::None) << qint64(0) << qint64(0);
        QTest::newRow("a night's sleep") << N(2s) << N(8h + 2s) << N(8h + 2s) << int(Discontinuity::Suspend)
                                         << qint64(8 * 3'600'000) << qint64(0);
        QTest::newRow("a clock set an hour forward")
            << N(1s) << N(1s) << N(1h + 1s) << int(Discontinuity::ClockSet) << qint64(0) << qint64(3'600'000);
        QTest::newRow("a clock set back by two seconds")
            << N(1s) << N(1s) << N(-1s) << int(Discontinuity::ClockSet) << qint64(0) << qint64(-2000);
        QTest::newRow("a sleep and a clock set after it")
            << N(1s) << N(1h) << N(2h) << int(Discontinuity::Suspend) << qint64(3'599'000)
            << qint64(3'600'000);
    }
    void aSuspendIsDistinguishedFromASetClock()
    {
        QFETCH(std::chrono::nanoseconds, awake);
        QFETCH(std::chrono::nanoseconds, passed);
        QFETCH(std::chrono::nanoseconds, shown);
        const pressure::ClockReading before{.monotonic = pressure::MonotonicTime(100s),
                                            .sinceBoot = 500s,
                                            .wall = pressure::WallTime(1'795'000'000s)};
        const pressure::ClockReading after{.monotonic = before.monotonic + awake,
                                           .sinceBoot = before.sinceBoot + passed,
                                           .wall = before.wall + shown};
        const pressure::ClockJump jump = pressure::detectJump(before, after);
        QTEST(int(discontinuityOf(jump)), "kind");
        QTEST(qint64(jump.suspended.count()), "suspendedMs");
        QTEST(qint64(jump.clockStep.count()), "clockStepMs");
    }

    void withoutBootTimeNoSleepIsDetected()
    {
        const pressure::ClockReading before{
            .monotonic = pressure::MonotonicTime(100s), .sinceBoot = 0ns, .wall = pressure::WallTime(1000s)};
        pressure::ClockReading after = before;
        after.monotonic += 1s;
        after.wall += 1s;
        QCOMPARE(discontinuityOf(pressure::detectJump(before, after)), Discontinuity::None);
        after.wall += 1h;
        QCOMPARE(discontinuityOf(pressure::detectJump(before, after)), Discontinuity::ClockSet);
        QCOMPARE(after.bootMs(), qint64(101'000));
    }

    void timesAreOnTheClockThatContinuesDuringSleep()
    {
        const pressure::ClockReading clocks{
            .monotonic = pressure::MonotonicTime(100s), .sinceBoot = 500'500us + 500s, .wall = {}};
        QCOMPARE(clocks.bootMs(), qint64(500'500));
        QCOMPARE(clocks.bootMs(pressure::MonotonicTime(90s)), qint64(490'500));
    }

    void theClocksOfThisMachineAreConsistent()
    {
        const pressure::ClockReading first = pressure::ClockReading::now();
        const pressure::ClockReading second = pressure::ClockReading::now();
        QVERIFY(second.sinceBoot >= first.sinceBoot);
        QVERIFY(second.sinceBoot >= second.monotonic.time_since_epoch() - 1s);
        QCOMPARE(discontinuityOf(pressure::detectJump(first, second)), Discontinuity::None);
    }
};

MANOMETER_TEST(Core, TestRecordingClocks)
#include "tst_recording_clocks.moc"
