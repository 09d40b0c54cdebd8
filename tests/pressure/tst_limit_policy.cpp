// SPDX-License-Identifier: GPL-3.0-or-later
#include "pressure/control/LimitPolicy.h"
#include "support/TestMain.h"

#include <QTest>

#include <random>

using namespace manometer::pressure;
using namespace std::chrono_literals;

namespace {

constexpr Limits defaults{.entries = 500, .bytes = 64u << 20};

class Driver
{
public:
    LimitStep at(std::chrono::milliseconds elapsed, Level level, bool blind = false)
    {
        const LimitStep next = step(state,
                                    {.now = MonotonicTime{} + 1h + elapsed,
                                     .applied = level,
                                     .configured = configured,
                                     .snooze = snooze,
                                     .blind = blind},
                                    config);
        state = next.state;
        return next;
    }

    LimitConfig config;
    Limits configured = defaults;
    std::optional<Snooze> snooze;
    LimitState state;
};

} // namespace

class TestLimitPolicy : public QObject
{
    Q_OBJECT
private slots:
    void eachLevelHasItsCeiling_data()
    {
        QTest::addColumn<int>("level");
        QTest::addColumn<quint64>("entries");
        QTest::addColumn<quint64>("mebibytes");
        QTest::newRow("NORMAL: the configured limit") << int(Level::Normal) << quint64(500) << quint64(64);
        QTest::newRow("ELEVATED: three quarters") << int(Level::Elevated) << quint64(375) << quint64(48);
        QTest::newRow("HIGH: half") << int(Level::High) << quint64(250) << quint64(32);
        QTest::newRow("CRITICAL: 50 entries") << int(Level::Critical) << quint64(50) << quint64(16);
    }
    void eachLevelHasItsCeiling()
    {
        QFETCH(int, level);
        QFETCH(quint64, entries);
        QFETCH(quint64, mebibytes);
        QCOMPARE(quint64(ceiling(defaults, Level(level)).entries), entries);
        QCOMPARE(quint64(ceiling(defaults, Level(level)).bytes), mebibytes << 20);
    }

    void everyCeilingIsBetweenCriticalsAndTheConfiguredLimit()
    {
        for (const std::uint64_t entries : {0, 1, 20, 50, 60, 99, 100, 2000})
            for (const std::uint64_t bytes : {0u, 1u << 20, 16u << 20, 17u << 20, 1u << 30}) {
                const Limits configured{entries, bytes};
                Limits above = configured;
                for (const Level level : allLevels) {
                    const Limits top = ceiling(configured, level);
                    QVERIFY(top.entries <= above.entries && top.bytes <= above.bytes);
                    QVERIFY(top.entries >= std::min<std::uint64_t>(50, entries));
                    QVERIFY(top.bytes >= std::min<std::uint64_t>(16u << 20, bytes));
                    above = top;
                }
            }
    }

    void aRisingLevelCutsAtOnce()
    {
        Driver driver;
        QCOMPARE(driver.at(0s, Level::Normal).limit, defaults);
        const auto step = driver.at(40ms, Level::Elevated);
        QCOMPARE(step.change, LimitChange::Cut);
        QCOMPARE(step.limit, ceiling(defaults, Level::Elevated));
        QCOMPARE(driver.at(80ms, Level::Critical).limit, ceiling(defaults, Level::Critical));
    }

    void aRepeatedLevelDoesNotCutAgain()
    {
        Driver driver;
        driver.at(0s, Level::Normal);
        driver.at(1s, Level::High);
        for (auto now = 2s; now < 120s; now += 1s) {
            const auto step = driver.at(now, Level::High);
            QCOMPARE(step.change, LimitChange::None);
            QCOMPARE(step.limit.entries, std::uint64_t(250));
        }
    }

    void pressureNeverRaisesALimit()
    {
        Driver driver;
        driver.configured = {.entries = 20, .bytes = 1u << 20};
        driver.at(0s, Level::Normal);
        for (const Level level : {Level::Elevated, Level::High, Level::Critical})
            QCOMPARE(driver.at(1s, level).limit, driver.configured);
    }

    void theLimitGrowsBackToExactlyTheConfiguredOne()
    {
        Driver driver;
        driver.at(0s, Level::Normal);
        driver.at(1s, Level::Critical);
        auto held = driver.at(15s, Level::Normal);
        QCOMPARE(held.limit.entries, std::uint64_t(50));
        QCOMPARE(held.reason, LimitReason::HeldAfterCut);
        QCOMPARE(held.nextGrowthAt.value() - MonotonicTime{} - 1h, std::chrono::nanoseconds(16s));
        QCOMPARE(driver.at(16s, Level::Normal).limit.entries, std::uint64_t(75));
        QCOMPARE(driver.at(17s, Level::Normal).limit.entries, std::uint64_t(75));
        QCOMPARE(driver.at(18s, Level::Normal).limit.entries, std::uint64_t(100));
        LimitStep last;
        for (auto now = 19s; now <= 56s; now += 1s)
            last = driver.at(now, Level::Normal);
        QCOMPARE(last.limit, defaults);
        QCOMPARE(last.reason, LimitReason::AtCeiling);
        QVERIFY(!last.nextGrowthAt);
    }

    // Neither needs an extra step for the last byte.
    void entriesAndBytesAreRestoredTogether()
    {
        Driver driver;
        driver.configured = {.entries = 501, .bytes = (64u << 20) + 1};
        driver.at(0s, Level::Normal);
        driver.at(1s, Level::High);
        for (auto now = 16s; now < 34s; now += 2s)
            QCOMPARE(driver.at(now, Level::Normal).reason, LimitReason::Growing);
        QCOMPARE(driver.at(34s, Level::Normal).limit, driver.configured);
    }

    void growthStopsAtTheCurrentLevelsCeiling()
    {
        Driver driver;
        driver.at(0s, Level::Normal);
        driver.at(1s, Level::High);
        LimitStep last;
        for (auto now = 2s; now < 300s; now += 1s)
            last = driver.at(now, Level::Elevated);
        QCOMPARE(last.limit, ceiling(defaults, Level::Elevated));
    }

    void nothingGrowsWhileReadsFail()
    {
        Driver driver;
        driver.at(0s, Level::Normal);
        driver.at(1s, Level::Elevated);
        for (auto now = 2s; now < 60s; now += 1s) {
            const auto step = driver.at(now, Level::Normal, true);
            QCOMPARE(step.limit.entries, std::uint64_t(375));
            QCOMPARE(step.reason, LimitReason::Blind);
        }
        QCOMPARE(driver.at(60s, Level::Normal).limit.entries, std::uint64_t(400));
    }

    void aCutIsNotDelayedByTheHoldOfThePreviousOne()
    {
        Driver driver;
        driver.at(0s, Level::Normal);
        driver.at(1s, Level::Elevated);
        QCOMPARE(driver.at(1040ms, Level::High).limit.entries, std::uint64_t(250));
    }

    void aLowerConfiguredLimitCutsAtOnceAndAHigherOneGrowsInSteps()
    {
        Driver driver;
        driver.at(0s, Level::Normal);
        driver.configured.entries = 100;
        QCOMPARE(driver.at(1s, Level::Normal).limit.entries, std::uint64_t(100));
        driver.configured.entries = 1000;
        LimitStep last;
        for (auto now = 2s; now < 60s; now += 1s)
            last = driver.at(now, Level::Normal);
        QCOMPARE(last.limit.entries, std::uint64_t(1000));
    }

    void aSmallCacheGrowsBackToo()
    {
        Driver driver;
        driver.configured = {.entries = 60, .bytes = 17u << 20};
        driver.at(0s, Level::Normal);
        driver.at(1s, Level::Critical);
        LimitStep last;
        for (auto now = 2s; now < 120s; now += 1s)
            last = driver.at(now, Level::Normal);
        QCOMPARE(last.limit, driver.configured);
    }

    void highCleansUpTheDiskOnEntryOnly()
    {
        Driver driver;
        QVERIFY(!driver.at(0s, Level::Elevated).cleanUpDisk);
        QVERIFY(driver.at(1s, Level::High).cleanUpDisk);
        QVERIFY(!driver.at(2s, Level::High).cleanUpDisk);
        driver.at(10s, Level::Elevated);
        QVERIFY(!driver.at(15s, Level::High).cleanUpDisk); // 14 s after the last one
        driver.at(20s, Level::Elevated);
        QVERIFY(driver.at(30s, Level::High).cleanUpDisk);
        driver.at(31s, Level::Critical);
        QVERIFY(!driver.at(50s, Level::High).cleanUpDisk); // a fall to HIGH is not an entry
    }

    void criticalCleansUpRepeatedlyButAtMostOnceAMinute()
    {
        Driver driver;
        driver.at(0s, Level::High);
        QVERIFY(driver.at(1s, Level::Critical).cleanUpDisk); // not delayed by the clean-up at HIGH
        QVERIFY(!driver.at(2s, Level::Critical).cleanUpDisk);
        driver.at(30s, Level::High);
        QVERIFY(!driver.at(40s, Level::Critical).cleanUpDisk);
        QVERIFY(!driver.at(60s, Level::Critical).cleanUpDisk);
        QVERIFY(driver.at(61s, Level::Critical).cleanUpDisk);
        QVERIFY(!driver.at(62s, Level::Critical).cleanUpDisk);
    }

    // HIGH, ELEVATED, HIGH again within a minute: growing was wrong.
    void aRaiseSoonAfterAFallDoublesTheHold()
    {
        Driver driver;
        driver.at(0s, Level::High);
        QCOMPARE(driver.at(1s, Level::High).state.growthHold.count(), 15'000);
        auto begins = 20s;
        for (const auto seconds : {30, 60, 120, 240, 300}) {
            driver.at(begins, Level::Elevated);
            const auto raised = driver.at(begins + 50s, Level::High);
            QVERIFY(raised.holdDoubled);
            QCOMPARE(raised.state.growthHold.count(), seconds * 1000);
            begins += 60s;
        }
        driver.at(begins, Level::Elevated);
        const auto raised = driver.at(begins + 50s, Level::High);
        QVERIFY(!raised.holdDoubled); // at the maximum already
        QCOMPARE(raised.state.growthHold.count(), 300'000);
        const auto held = driver.at(begins + 60s, Level::Normal);
        QCOMPARE(held.reason, LimitReason::HeldByFlap);
        QCOMPARE(*held.nextGrowthAt, MonotonicTime{} + 1h + begins + 350s);
        QCOMPARE(driver.at(begins + 349s, Level::Normal).change, LimitChange::None);
        QCOMPARE(driver.at(begins + 350s, Level::Normal).change, LimitChange::Grown);
    }

    void aRaiseLongAfterAFallKeepsTheNormalHold()
    {
        Driver driver;
        driver.at(0s, Level::High);
        driver.at(20s, Level::Elevated);
        driver.at(30s, Level::High);
        driver.at(60s, Level::Elevated);
        const auto raised = driver.at(121s, Level::High);
        QVERIFY(!raised.holdDoubled);
        QCOMPARE(raised.state.growthHold.count(), 15'000);
    }

    void aDoubledHoldDelaysNoCut()
    {
        Driver driver;
        driver.at(0s, Level::High);
        driver.at(20s, Level::Elevated);
        driver.at(30s, Level::High);
        QCOMPARE(driver.at(31s, Level::Critical).limit.entries, std::uint64_t(50));
    }

    void twoPoorReceiptsInARowAreFutile()
    {
        Driver driver;
        driver.at(0s, Level::Normal);
        driver.at(1s, Level::High);
        const Receipt poor{.evictedBytes = 100u << 20, .returnedBytes = 19u << 20};
        const Receipt good{.evictedBytes = 100u << 20, .returnedBytes = 20u << 20};
        const Receipt small{.evictedBytes = (16u << 20) - 1, .returnedBytes = 0};
        for (const Receipt &receipt : {poor, small, good, poor, small})
            driver.state = withReceipt(driver.state, receipt, driver.config);
        QVERIFY(!isFutile(driver.state, driver.config));
        driver.state = withReceipt(driver.state, poor, driver.config);
        QVERIFY(isFutile(driver.state, driver.config));

        // No growth and no clean-up, but cuts continue.
        auto step = driver.at(100s, Level::Elevated);
        QCOMPARE(step.change, LimitChange::None);
        QCOMPARE(step.reason, LimitReason::Futile);
        step = driver.at(101s, Level::Critical);
        QCOMPARE(step.limit.entries, std::uint64_t(50));
        QVERIFY(!step.cleanUpDisk);
        // NORMAL resets it.
        driver.at(120s, Level::Normal);
        QVERIFY(!isFutile(driver.state, driver.config));
        QCOMPARE(driver.at(140s, Level::Normal).change, LimitChange::Grown);
    }

    void aSnoozeAppliesTheOperatorsShareUntilItExpires()
    {
        Driver driver;
        driver.at(0s, Level::Normal);
        driver.snooze = Snooze{.sharePercent = 75, .until = MonotonicTime{} + 1h + 1800s};
        auto step = driver.at(1s, Level::Normal);
        QCOMPARE(step.limit.entries, std::uint64_t(375));
        QCOMPARE(step.reason, LimitReason::Snoozed);
        QCOMPARE(driver.at(60s, Level::High).limit.entries, std::uint64_t(375));
        step = driver.at(70s, Level::Critical);
        QCOMPARE(step.limit.entries, std::uint64_t(50)); // CRITICAL overrides
        QCOMPARE(step.ceiling, ceiling(defaults, Level::Critical));
        for (auto now = 71s; now < 200s; now += 1s)
            step = driver.at(now, Level::High);
        QCOMPARE(step.limit.entries, std::uint64_t(375)); // grown back in steps
        step = driver.at(1800s, Level::High);
        QCOMPARE(step.limit.entries, std::uint64_t(250)); // expired: the level's ceiling applies again
        QCOMPARE(step.change, LimitChange::Cut);
    }

    void growthStopsBeforeAForecastLevel()
    {
        Driver driver;
        driver.at(0s, Level::Normal);
        driver.at(1s, Level::Elevated);
        const auto stepWithForecast = [&](std::chrono::milliseconds now, std::chrono::milliseconds toNext) {
            const LimitStep next = step(driver.state,
                                        {.now = MonotonicTime{} + 1h + now,
                                         .applied = Level::Normal,
                                         .configured = defaults,
                                         .toNext = toNext},
                                        driver.config);
            driver.state = next.state;
            return next;
        };
        QCOMPARE(stepWithForecast(20s, 29'999ms).reason, LimitReason::HeldByForecast);
        QCOMPARE(stepWithForecast(21s, 30'000ms).change, LimitChange::Grown);
    }

    void theLimitNeverExceedsTheCeilingAtRandomLevels()
    {
        const auto seed = std::random_device{}();
        qInfo("seed %u", seed);
        std::mt19937 random(seed);
        std::uniform_int_distribution<int> level(0, 3);
        std::uniform_int_distribution<int> milliseconds(1, 20'000);
        Driver driver;
        auto now = 0ms;
        Limits before = defaults;
        for (int i = 0; i < 100'000; ++i) {
            now += std::chrono::milliseconds(milliseconds(random));
            const auto step = driver.at(now, Level(level(random)));
            QVERIFY(step.limit.entries <= step.ceiling.entries && step.limit.bytes <= step.ceiling.bytes);
            QVERIFY(step.ceiling.entries <= defaults.entries);
            if (step.limit.entries > before.entries)
                QCOMPARE(step.change, LimitChange::Grown);
            before = step.limit;
        }
    }
};

MANOMETER_TEST(Core, TestLimitPolicy)
#include "tst_limit_policy.moc"
