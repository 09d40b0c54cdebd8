// SPDX-License-Identifier: GPL-3.0-or-later
#include "pressure/Simulation.h"
#include "support/TestMain.h"

#include <QTest>

#include <random>
#include <vector>

using namespace manometer::test;

namespace {

// Steps the trend on a virtual clock; the applied level is NORMAL by default.
class Driver
{
public:
    TrendStep at(double seconds, std::optional<double> percent, Level applied = Level::Normal)
    {
        const TrendStep next = step(state, {at_(seconds), percent, applied}, Thresholds{}, config);
        state = next.state;
        return next;
    }
    template<typename Curve>
    TrendStep run(int from, int to, Curve curve)
    {
        TrendStep last;
        for (int second = from; second <= to; ++second)
            last = at(second, curve(second));
        return last;
    }

    TrendConfig config;
    TrendState state;

private:
    static MonotonicTime at_(double seconds) { return manometer::test::at(Elapsed(seconds)); }
};

double toNextSeconds(const TrendStep &step)
{
    return step.state.forecast.toNext ? std::chrono::duration<double>(*step.state.forecast.toNext).count()
                                      : -1;
}

} // namespace

class TestTrend : public QObject
{
    Q_OBJECT
private slots:
    void aSteadyRiseIsForecastToTheSecond()
    {
        Driver driver;
        const auto last = driver.run(0, 30, [](int second) { return 30 + 0.1 * second; });
        QVERIFY(std::abs(last.state.forecast.slopePercentPerSecond - 0.1) < 1e-9);
        QVERIFY(last.state.forecast.rising);
        QVERIFY(std::abs(toNextSeconds(last) - 270) < 0.01); // (60 - 33) / 0.1
    }

    void aQuarterOfOutliersDoesNotBendTheSlope()
    {
        Driver driver;
        const auto last =
            driver.run(0, 30, [](int second) { return second % 4 == 1 ? 90.0 : 30 + 0.1 * second; });
        QVERIFY2(std::abs(last.state.forecast.slopePercentPerSecond - 0.1) < 0.05,
                 qPrintable(QString::number(last.state.forecast.slopePercentPerSecond)));
    }

    void fallingOrFlatPressureHasNoTimeToTheNextLevel_data()
    {
        QTest::addColumn<double>("slope");
        QTest::newRow("falls") << -0.1;
        QTest::newRow("stands") << 0.0;
    }
    void fallingOrFlatPressureHasNoTimeToTheNextLevel()
    {
        QFETCH(double, slope);
        Driver driver;
        const auto last = driver.run(0, 30, [slope](int second) { return 50 + slope * second; });
        QVERIFY(!last.state.forecast.rising);
        QCOMPARE(toNextSeconds(last), -1.0);
    }

    void aFewSecondsAreNoTrend()
    {
        Driver driver;
        QCOMPARE(toNextSeconds(driver.run(0, 4, [](int second) { return 30.0 + second; })), -1.0);
        QVERIFY(toNextSeconds(driver.at(5, 35)) > 0);
    }

    // At every moment after the step: most pairs of points are flat.
    void aStepBetweenFlatStretchesIsNoTrend()
    {
        Driver driver;
        driver.run(0, 20, [](int) { return 70.0; });
        for (int second = 21; second < 60; ++second)
            QCOMPARE(toNextSeconds(driver.at(second, 85.0, Level::High)), -1.0);
        Driver young;
        young.run(0, 2, [](int) { return 40.0; });
        for (int second = 3; second < 40; ++second)
            QCOMPARE(toNextSeconds(young.at(second, 62.0, Level::Elevated)), -1.0);
    }

    // The program's own start is such a rise, and no information about the machine.
    void aShortRiseIsNotExtrapolatedFar()
    {
        const auto slow = [](int second) { return 30 + 0.1 * second; }; // 4.9 minutes to ELEVATED
        Driver driver;
        QCOMPARE(toNextSeconds(driver.run(0, 8, slow)), -1.0);
        QVERIFY(driver.state.forecast.rising);
        QVERIFY(std::abs(toNextSeconds(driver.run(9, 20, slow)) - 280) < 0.01);
        const auto crawling = [](int second) { return 30 + 0.01 * second; }; // 49 minutes
        QCOMPARE(toNextSeconds(driver.run(30, 120, crawling)), -1.0);
    }

    void atCriticalThereIsNoNextLevel()
    {
        Driver driver;
        driver.run(0, 20, [](int second) { return 91 + 0.1 * second; });
        QVERIFY(!driver.at(21, 93.1, Level::Critical).state.forecast.toNext);
    }

    void onlyTheLastHalfMinuteIsUsed()
    {
        Driver driver;
        driver.run(0, 100, [](int second) { return 50 - 0.1 * second; });
        const auto last = driver.run(101, 140, [](int second) { return 40 + 0.2 * (second - 100); });
        QVERIFY(std::abs(last.state.forecast.slopePercentPerSecond - 0.2) < 1e-9);
    }

    void aGapResetsTheTrend()
    {
        Driver driver;
        driver.run(0, 30, [](int second) { return 30 + 0.1 * second; });
        QCOMPARE(toNextSeconds(driver.at(40, 34)), -1.0);
        QCOMPARE(driver.state.points.count, std::uint8_t(1));
    }

    void aFailedReadSuspendsTheForecastAndKeepsThePoints()
    {
        Driver driver;
        driver.run(0, 30, [](int second) { return 30 + 0.1 * second; });
        QCOMPARE(toNextSeconds(driver.at(31, {})), -1.0);
        QVERIFY(toNextSeconds(driver.at(32, 33.2)) > 0);
    }

    void aBurstOfSamplesHasNoExtraWeight()
    {
        Driver driver;
        driver.run(0, 30, [](int second) { return 30 + 0.1 * second; });
        for (int i = 0; i < 25; ++i)
            driver.at(30 + 0.04 * i, 33);
        QVERIFY(driver.state.points.count <= 33);
        QVERIFY(std::abs(driver.state.forecast.slopePercentPerSecond - 0.1) < 0.02);
    }

    void aWarningIsIssuedOnceTwoMinutesAhead()
    {
        Driver driver;
        int warnings = 0;
        double first = 0;
        for (int second = 0; second < 400; ++second) {
            const auto step =
                driver.at(second, 30 + 0.1 * second, second > 300 ? Level::Elevated : Level::Normal);
            if (step.warning && step.warning->level == Level::Elevated) {
                ++warnings;
                first = second;
                QVERIFY(std::abs(std::chrono::duration<double>(step.warning->expectedIn).count() -
                                 (300 - second)) < 1);
            }
        }
        QCOMPARE(warnings, 1);
        QCOMPARE(first, 181.0);
        QCOMPARE(driver.state.record.elevated.cameTrue, 1u);
        QCOMPARE(driver.state.record.elevated.notTrue, 0u);
        QCOMPARE(driver.state.record.elevated.unforeseen, 0u);
        QCOMPARE(typicalError(driver.state.record.elevated),
                 (TypicalError{.side = TypicalError::Side::None, .fromSeconds = 0, .toSeconds = 5}));
        QCOMPARE(driver.state.record.high, LevelForecasts{});
    }

    void aWarningThatDoesNotComeTrueIsRecorded()
    {
        Driver driver;
        driver.run(0, 200, [](int second) { return 30 + 0.1 * second; }); // 100 s to go
        driver.run(201, 500, [](int) { return 50.0; });
        QCOMPARE(driver.state.record.elevated.cameTrue, 0u);
        QCOMPARE(driver.state.record.elevated.notTrue, 1u);
        QVERIFY(!typicalError(driver.state.record.elevated));
    }

    void aRaiseWithoutAWarningIsRecordedToo()
    {
        Driver driver;
        driver.run(0, 30, [](int) { return 40.0; });
        driver.at(31, 85, Level::High);
        QCOMPARE(driver.state.record.high.unforeseen, 1u);
        driver.at(32, 85, Level::High);
        QCOMPARE(driver.state.record.high.unforeseen, 1u);
        QCOMPARE(driver.state.record.elevated, LevelForecasts{});
    }

    // The level that was forecast began, and the one above it without a forecast of its own.
    void aRaiseBeyondTheForecastLevelIsUnforeseen()
    {
        Driver driver;
        driver.run(0, 200, [](int second) { return 30 + 0.1 * second; }); // ELEVATED in 100 s
        QVERIFY(driver.state.pending);
        driver.at(201, 85, Level::High);
        QCOMPARE(driver.state.record.elevated.cameTrue, 1u);
        QCOMPARE(driver.state.record.elevated.unforeseen, 0u);
        QCOMPARE(driver.state.record.high.cameTrue, 0u);
        QCOMPARE(driver.state.record.high.unforeseen, 1u);
    }

    // 120 s after the forecast, the level was applied this much earlier or later.
    void theErrorOfAForecastIsCounted_data()
    {
        using Side = TypicalError::Side;
        QTest::addColumn<int>("laterSeconds");
        QTest::addColumn<TypicalError>("typical");
        const auto row = [](const char *name, int later, Side side, int from, std::optional<int> to) {
            QTest::newRow(name) << later << TypicalError{.side = side, .fromSeconds = from, .toSeconds = to};
        };
        row("on time", 0, Side::None, 0, 5);
        row("nearly", -5, Side::None, 0, 5);
        row("a little early", -6, Side::Early, 5, 10);
        row("20 s early", -20, Side::Early, 10, 20);
        row("21 s early", -21, Side::Early, 20, 30);
        row("very early", -100, Side::Early, 60, {});
        row("a little late", 5, Side::Late, 5, 10);
        row("half a minute late", 30, Side::Late, 30, 60);
        row("very late", 61, Side::Late, 60, {});
    }
    void theErrorOfAForecastIsCounted()
    {
        QFETCH(int, laterSeconds);
        QFETCH(TypicalError, typical);
        Driver driver;
        driver.at(0, 50);
        driver.state.pending = PreWarning{.at = manometer::test::at(Elapsed(0)),
                                          .level = Level::High,
                                          .expectedIn = std::chrono::seconds(120),
                                          .percent = 50};
        driver.at(120 + laterSeconds, 80, Level::High);
        QCOMPARE(driver.state.record.high.cameTrue, 1u);
        QCOMPARE(typicalError(driver.state.record.high), typical);
    }

    // A mean would be a minute.
    void oneWildForecastDoesNotChangeTheTypicalError()
    {
        LevelForecasts forecasts;
        forecasts.cameTrue = 4;
        forecasts.errors[0] = 1;
        forecasts.errors[6] = 3;
        QCOMPARE(typicalError(forecasts),
                 (TypicalError{.side = TypicalError::Side::Late, .fromSeconds = 5, .toSeconds = 10}));
    }

    void aForecastReachesThreeTimesAsFarAsTheRiseHasLasted()
    {
        Driver driver;
        const auto slow = [](int second) { return 40 + 0.1 * second; }; // 200 s to ELEVATED
        driver.run(0, 49, slow);
        QVERIFY(driver.state.forecast.toNext);
        QVERIFY(!supportedTimeToNext(driver.state)); // 151 s, after 49
        const auto last = driver.run(50, 50, slow);
        QCOMPARE(supportedTimeToNext(last.state), last.state.forecast.toNext); // 150 s, after 50
        QVERIFY(supportedTimeToNext(last.state));
    }

    void afterAPauseTheRiseBeginsAgain()
    {
        Driver driver;
        driver.run(0, 100, [](int second) { return 30 + 0.1 * second; });
        QVERIFY(supportedTimeToNext(driver.state)); // 200 s
        driver.run(101, 140, [](int) { return 40.0; });
        QVERIFY(!driver.state.risingSince);
        driver.run(141, 175, [](int second) { return 40 + 0.1 * (second - 140); });
        QVERIFY(driver.state.forecast.toNext);
        QVERIFY(!supportedTimeToNext(driver.state));
    }

    // One failed read is no end of a rise.
    void aFailedReadDoesNotEndARise()
    {
        Driver driver;
        driver.run(0, 60, [](int second) { return 42 + 0.1 * second; });
        const auto since = driver.state.risingSince;
        QVERIFY(since);
        driver.at(61, {});
        QVERIFY(!supportedTimeToNext(driver.state));
        driver.at(62, 48.2);
        QCOMPARE(driver.state.risingSince, since);
        QVERIFY(supportedTimeToNext(driver.state));
    }

    // An hour of compilers or linkers that fill some memory and return it, far below ELEVATED.
    void buildsAreRarelyForecastToFillTheMachine_data()
    {
        QTest::addColumn<int>("jobs");
        QTest::addColumn<double>("peakPercent"); // of a job
        QTest::addColumn<int>("leastSeconds");
        QTest::addColumn<int>("mostSeconds");
        QTest::newRow("one compiler") << 1 << 6.0 << 10 << 60;
        QTest::newRow("four compilers") << 4 << 4.0 << 10 << 60;
        QTest::newRow("sixteen compilers") << 16 << 1.5 << 5 << 40;
        QTest::newRow("two large linkers") << 2 << 10.0 << 30 << 90;
    }
    void buildsAreRarelyForecastToFillTheMachine()
    {
        QFETCH(int, jobs);
        QFETCH(double, peakPercent);
        QFETCH(int, leastSeconds);
        QFETCH(int, mostSeconds);
        std::mt19937 random(7); // the same every time: a share is compared
        const auto between = [&random](double least, double most) {
            return std::uniform_real_distribution<double>(least, most)(random);
        };
        struct Job
        {
            double began = 0;
            double lasts = 0;
            double peak = 0;
        };
        std::vector<Job> running(static_cast<std::size_t>(jobs));
        Driver driver;
        int unlimited = 0;
        int shown = 0;
        for (int second = 0; second < 3600; ++second) {
            double percent = 6 + between(-0.05, 0.05);
            for (Job &job : running) {
                if (second >= job.began + job.lasts)
                    job = {double(second), between(leastSeconds, mostSeconds), between(0, peakPercent)};
                percent += job.peak * std::min(1.0, (second - job.began) / (0.7 * job.lasts));
            }
            driver.at(second, percent);
            unlimited += driver.state.forecast.toNext.has_value();
            shown += supportedTimeToNext(driver.state).has_value();
        }
        qInfo("forecast for %d s of an hour, %d s without the rule", shown, unlimited);
        QVERIFY(unlimited > 30);
        QVERIFY(shown <= unlimited / 4);
        QVERIFY(jobs == 2 || shown <= 36); // a hundredth of the hour
    }

    // Of the time until the level begins, or of the two minutes of a warning.
    void aSteadyRiseIsStillForecast_data()
    {
        QTest::addColumn<double>("percentPerSecond");
        for (const double slope : {1.0, 0.5, 0.2, 0.1, 0.05, 0.02})
            QTest::newRow(qPrintable(QStringLiteral("%1 points a second").arg(slope))) << slope;
    }
    void aSteadyRiseIsStillForecast()
    {
        QFETCH(double, percentPerSecond);
        std::mt19937 random(7);
        std::normal_distribution<double> noise(0, 0.1);
        Driver driver;
        const int flat = 60;
        const double rise = 30 / percentPerSecond; // seconds from 30 % to ELEVATED
        std::optional<double> first;
        std::optional<double> warned;
        for (int second = 0; second < flat + rise; ++second) {
            const double percent = 30 + percentPerSecond * std::max(0, second - flat) + noise(random);
            const double left = flat + rise - second;
            const auto step = driver.at(second, std::min(59.9, percent));
            const auto toNext = supportedTimeToNext(step.state);
            if (!first && toNext && std::chrono::duration<double>(*toNext).count() > left / 2)
                first = left;
            if (step.warning)
                warned = left;
        }
        QVERIFY(first);
        QVERIFY(warned);
        qInfo("forecast %.0f s ahead, warned %.0f s ahead of %.0f", *first, *warned, rise);
        QVERIFY(*first >= std::min(0.5 * rise, 100.0));
        QVERIFY(*warned >= std::min(0.5 * rise, 100.0));
    }

    void noiseRarelyWarns()
    {
        const auto seed = std::random_device{}();
        qInfo("seed %u", seed);
        std::mt19937 random(seed);
        std::normal_distribution<double> normal(0, 1);
        Driver driver;
        int warnings = 0;
        for (int second = 0; second < 10 * 3600; ++second)
            warnings += driver.at(second, 55 + normal(random)).warning.has_value();
        qInfo("%d warnings in ten hours of noise", warnings);
        QVERIFY(warnings <= 10);
    }
};

MANOMETER_TEST(Core, TestTrend)
#include "tst_trend.moc"
