// SPDX-License-Identifier: GPL-3.0-or-later
#include "pressure/control/Gauge.h"
#include "support/TestMain.h"

#include <QTest>

#include <cmath>

using namespace manometer::pressure;

namespace {

MemorySample sampleAt(double percent, std::uint64_t totalBytes = 8ull << 30)
{
    MemorySample sample;
    sample.totalBytes = totalBytes;
    sample.availableBytes =
        totalBytes - static_cast<std::uint64_t>(std::llround(percent / 100 * double(totalBytes)));
    return sample;
}

} // namespace

Q_DECLARE_METATYPE(manometer::pressure::Thresholds)

class TestGauge : public QObject
{
    Q_OBJECT
private slots:
    void theDefaultThresholdsAreTheOriginals()
    {
        const Thresholds thresholds;
        QCOMPARE(thresholds.elevated.enterPercent, 60.0);
        QCOMPARE(thresholds.high.enterPercent, 80.0);
        QCOMPARE(thresholds.critical.enterPercent, 90.0);
        QVERIFY(!findProblem(thresholds));
    }

    void aPercentageIsClassified_data()
    {
        QTest::addColumn<double>("percent");
        QTest::addColumn<int>("level");
        const auto row = [](const char *name, double percent, Level level) {
            QTest::newRow(name) << percent << int(level);
        };
        row("an empty machine is normal", 0, Level::Normal);
        row("just under 60 is normal", 59.999, Level::Normal);
        row("60 is elevated", 60, Level::Elevated);
        row("just under 80 is elevated", 79.999, Level::Elevated);
        row("80 is high", 80, Level::High);
        row("90 is still high", 90, Level::High);
        row("just over 90 is critical", 90.001, Level::Critical);
        row("a full machine is critical", 100, Level::Critical);
    }
    void aPercentageIsClassified()
    {
        QFETCH(double, percent);
        QFETCH(int, level);
        QCOMPARE(int(classify(percent, Thresholds{})), level);
    }

    void otherThresholdsMoveTheLevels()
    {
        Thresholds thresholds;
        thresholds.elevated = {20, 15, std::chrono::seconds(1), 10};
        thresholds.high = {30, 25, std::chrono::seconds(1), 10};
        thresholds.critical = {40, 35, std::chrono::seconds(1), 10};
        QCOMPARE(classify(25, thresholds), Level::Elevated);
        QCOMPARE(classify(41, thresholds), Level::Critical);
        QCOMPARE(gauge(sampleAt(35), thresholds).raw, Level::High);
    }

    void theMarginReachesUpToTheNextLevel()
    {
        QCOMPARE(marginToNext(52.5, Level::Normal, Thresholds{}).value(), 7.5);
        QCOMPARE(marginToNext(72.5, Level::Elevated, Thresholds{}).value(), 7.5);
        QCOMPARE(marginToNext(82.5, Level::High, Thresholds{}).value(), 7.5);
        QVERIFY(!marginToNext(95, Level::Critical, Thresholds{}));
    }

    void theEvictionTargetBringsTheMachineToTheLevelsTarget_data()
    {
        QTest::addColumn<double>("percent");
        QTest::addColumn<int>("level");
        QTest::addColumn<double>("targetMiB");
        const double point = 8192 / 100.0;
        QTest::newRow("nothing at NORMAL") << 58.0 << int(Level::Normal) << 0.0;
        QTest::newRow("down to 55 % at ELEVATED") << 65.0 << int(Level::Elevated) << 10 * point;
        QTest::newRow("down to 75 % at HIGH") << 85.0 << int(Level::High) << 10 * point;
        QTest::newRow("down to 70 % at CRITICAL") << 95.0 << int(Level::Critical) << 25 * point;
        QTest::newRow("nothing if the target is already reached") << 50.0 << int(Level::Elevated) << 0.0;
    }
    void theEvictionTargetBringsTheMachineToTheLevelsTarget()
    {
        QFETCH(double, percent);
        QFETCH(int, level);
        QFETCH(double, targetMiB);
        const auto bytes = evictionTargetBytes(sampleAt(percent), Level(level), Thresholds{});
        QVERIFY2(std::abs(double(bytes) / (1 << 20) - targetMiB) < 0.01, qPrintable(QString::number(bytes)));
    }

    void aGroupIsAtMost100PercentFull_data()
    {
        QTest::addColumn<qulonglong>("limit");
        QTest::addColumn<qulonglong>("used");
        QTest::addColumn<double>("percent");
        QTest::addColumn<bool>("over");
        QTest::addColumn<double>("toFree"); // to 70 %, which is CRITICAL's target
        QTest::newRow("under its limit") << 1000ull << 930ull << 93.0 << false << 230.0;
        QTest::newRow("at its limit") << 1000ull << 1000ull << 100.0 << false << 300.0;
        QTest::newRow("memory.high is exceeded: the excess is freed too")
            << 1000ull << 1300ull << 100.0 << true << 600.0;
        QTest::newRow("a limit of one page, with 400 MB used")
            << 4096ull << 400'000'000ull << 100.0 << true << 399'997'133.0;
        QTest::newRow("a limit of zero") << 0ull << 400'000'000ull << 100.0 << true << 400'000'000.0;
        QTest::newRow("a limit of zero, and nothing used") << 0ull << 0ull << 100.0 << false << 0.0;
    }
    void aGroupIsAtMost100PercentFull()
    {
        QFETCH(qulonglong, limit);
        QFETCH(qulonglong, used);
        QFETCH(double, toFree);
        MemorySample sample = sampleAt(25);
        sample.cgroup = CgroupMemory{.limitBytes = limit, .workingSetBytes = used};
        const Reading reading = gauge(sample, Thresholds{});
        QCOMPARE(reading.basis, Basis::Cgroup);
        QTEST(reading.percent, "percent");
        QCOMPARE(reading.raw, Level::Critical);
        QTEST(isOverLimit(*sample.cgroup), "over");
        QCOMPARE(double(evictionTargetBytes(sample, Level::Critical, Thresholds{})), toFree);
    }

    void invalidThresholdsAreReported_data()
    {
        using Kind = ThresholdProblem::Kind;
        QTest::addColumn<Thresholds>("thresholds");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("level");
        const auto row = [](const char *name, auto change, Kind kind, Level level) {
            Thresholds thresholds;
            change(thresholds);
            QTest::newRow(name) << thresholds << int(kind) << int(level);
        };
        row(
            "not a number", [](Thresholds &t) { t.high.enterPercent = std::nan(""); }, Kind::NotANumber,
            Level::High);
        row(
            "over 100", [](Thresholds &t) { t.critical.enterPercent = 101; }, Kind::OutOfRange,
            Level::Critical);
        row(
            "under 0", [](Thresholds &t) { t.elevated.leavePercent = -1; }, Kind::OutOfRange,
            Level::Elevated);
        row(
            "leave at enter", [](Thresholds &t) { t.high.leavePercent = 80; }, Kind::LeaveNotBelowEnter,
            Level::High);
        row(
            "enter at the next level's enter", [](Thresholds &t) { t.elevated.enterPercent = 80; },
            Kind::TooCloseToNext, Level::Elevated);
        row(
            "enter less than a point below the next level's",
            [](Thresholds &t) { t.high.enterPercent = 89.5; }, Kind::TooCloseToNext, Level::High);
        row(
            "leave below the leave of the level below", [](Thresholds &t) { t.high.leavePercent = 50; },
            Kind::LeaveBelowPrevious, Level::High);
        row(
            "a negative hold", [](Thresholds &t) { t.high.hold = std::chrono::milliseconds(-1); },
            Kind::HoldOutOfRange, Level::High);
        row(
            "a hold over an hour", [](Thresholds &t) { t.high.hold = std::chrono::hours(2); },
            Kind::HoldOutOfRange, Level::High);
        row(
            "a target at enter", [](Thresholds &t) { t.high.targetPercent = 80; }, Kind::TargetNotBelowEnter,
            Level::High);
    }
    void invalidThresholdsAreReported()
    {
        QFETCH(Thresholds, thresholds);
        QFETCH(int, kind);
        QFETCH(int, level);
        const auto problem = findProblem(thresholds);
        QVERIFY(problem);
        QCOMPARE(int(problem->kind), kind);
        QCOMPARE(int(problem->level), level);
    }

    void theFullerOfHostAndGroupIsUsed()
    {
        MemorySample sample;
        sample.totalBytes = 1000;
        sample.availableBytes = 500;
        QCOMPARE(gauge(sample, {}).basis, Basis::Host);
        sample.cgroup = CgroupMemory{.limitBytes = 100, .workingSetBytes = 49};
        QCOMPARE(gauge(sample, {}).percent, 50.0);
        QCOMPARE(gauge(sample, {}).basis, Basis::Host);
        sample.cgroup->workingSetBytes = 85;
        const Reading reading = gauge(sample, {});
        QCOMPARE(reading.percent, 85.0);
        QCOMPARE(reading.basis, Basis::Cgroup);
        QCOMPARE(reading.raw, Level::High);
        // The bytes to free refer to the group, too: from 85 % down to 75 % of 100 bytes.
        QCOMPARE(evictionTargetBytes(sample, Level::High, {}), std::uint64_t(10));
    }

    void theChosenBasisIsUsedHoweverFullTheOtherIs()
    {
        MemorySample sample;
        sample.totalBytes = 1000;
        sample.availableBytes = 500;
        sample.cgroup = CgroupMemory{.limitBytes = 100, .workingSetBytes = 85};
        const Reading byHost = gauge(sample, {}, BasisChoice::Host);
        QCOMPARE(byHost.percent, 50.0);
        QCOMPARE(byHost.basis, Basis::Host);
        QCOMPARE(byHost.raw, Level::Normal);
        QCOMPARE(evictionTargetBytes(sample, Level::High, {}, BasisChoice::Host), std::uint64_t(0));
        sample.availableBytes = 50;
        const Reading byGroup = gauge(sample, {}, BasisChoice::Cgroup);
        QCOMPARE(byGroup.percent, 85.0);
        QCOMPARE(byGroup.basis, Basis::Cgroup);
        QCOMPARE(byGroup.raw, Level::High);
    }

    void withoutAGroupTheHostIsUsedWhateverWasChosen()
    {
        MemorySample sample;
        sample.totalBytes = 1000;
        sample.availableBytes = 50;
        const Reading reading = gauge(sample, {}, BasisChoice::Cgroup);
        QCOMPARE(reading.percent, 95.0);
        QCOMPARE(reading.basis, Basis::Host);
    }
};

MANOMETER_TEST(Core, TestGauge)
#include "tst_gauge.moc"
