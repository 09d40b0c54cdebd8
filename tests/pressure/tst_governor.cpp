// SPDX-License-Identifier: GPL-3.0-or-later
#include "pressure/control/Governor.h"
#include "support/TestMain.h"

#include <QTest>

#include <random>

using namespace manometer::pressure;
using namespace std::chrono_literals;

namespace {

// Steps a governor on a virtual clock.
class Driver
{
public:
    GovernorStep at(std::chrono::milliseconds elapsed, std::optional<double> percent, Vote vote = Vote::None)
    {
        GovernorInput input{.now = MonotonicTime{} + 1h + elapsed, .reading = {}, .vote = vote};
        if (percent)
            input.reading = Reading{.percent = *percent, .raw = classify(*percent, thresholds)};
        const GovernorStep next = step(state, input, thresholds, config);
        state = next.state;
        return next;
    }

    // Samples once a second from `from` to `to`, both included; returns the last step.
    GovernorStep hold(std::chrono::seconds from, std::chrono::seconds to, double percent)
    {
        GovernorStep last;
        for (auto now = from; now <= to; now += 1s)
            last = at(now, percent);
        return last;
    }

    Thresholds thresholds;
    GovernorConfig config;
    GovernorState state;
};

} // namespace

class TestGovernor : public QObject
{
    Q_OBJECT
private slots:
    void twoConsecutiveSamplesRaiseALevel()
    {
        Driver driver;
        auto step = driver.at(0s, 65);
        QCOMPARE(step.state.applied, Level::Normal);
        QCOMPARE(step.reason, GovernorReason::AwaitingSecondSample);
        step = driver.at(40ms, 65);
        QVERIFY(step.changed());
        QCOMPARE(step.state.applied, Level::Elevated);
        QCOMPARE(step.reason, GovernorReason::Raised);
    }

    void oneStraySampleRaisesNothing()
    {
        Driver driver;
        driver.at(0s, 50);
        driver.at(1s, 85);
        QCOMPARE(driver.at(1040ms, 50).state.applied, Level::Normal);
        QCOMPARE(driver.at(2s, 85).state.applied, Level::Normal);
    }

    void twoDifferentRisesRaiseToTheLower()
    {
        Driver driver;
        driver.at(0s, 85);
        QCOMPARE(driver.at(40ms, 65).state.applied, Level::Elevated);
    }

    void aRiseMaySkipALevel()
    {
        Driver driver;
        driver.at(0s, 85);
        QCOMPARE(driver.at(40ms, 85).state.applied, Level::High);
    }

    void oneCriticalSampleIsEnough()
    {
        Driver driver;
        const auto step = driver.at(0s, 95);
        QCOMPARE(step.state.applied, Level::Critical);
        QCOMPARE(step.reason, GovernorReason::RaisedAtOnce);
    }

    void aFallWaitsForItsHoldAndGoesOneLevelAtATime()
    {
        Driver driver;
        driver.at(0s, 95);
        auto step = driver.hold(1s, 10s, 40);
        QCOMPARE(step.state.applied, Level::Critical);
        QCOMPARE(step.reason, GovernorReason::Holding);
        QCOMPARE(step.fallsAt.value() - MonotonicTime{} - 1h, std::chrono::nanoseconds(11s));
        step = driver.at(11s, 40);
        QCOMPARE(step.state.applied, Level::High);
        QCOMPARE(step.reason, GovernorReason::Fell);
        QCOMPARE(driver.hold(12s, 20s, 40).state.applied, Level::High);
        QCOMPARE(driver.at(21s, 40).state.applied, Level::Elevated);
        QCOMPARE(driver.hold(22s, 30s, 40).state.applied, Level::Elevated);
        QCOMPARE(driver.at(31s, 40).state.applied, Level::Normal);
    }

    void aSampleAboveTheLeaveValueRestartsTheHold()
    {
        Driver driver;
        driver.at(0s, 65);
        driver.at(40ms, 65);
        driver.hold(1s, 9s, 54);
        auto step = driver.at(10s, 56);
        QCOMPARE(step.state.applied, Level::Elevated);
        QCOMPARE(step.reason, GovernorReason::AboveLeave);
        QCOMPARE(driver.hold(11s, 20s, 54).state.applied, Level::Elevated);
        QCOMPARE(driver.at(21s, 54).state.applied, Level::Normal);
    }

    void theSameLevelTwiceChangesNothing()
    {
        Driver driver;
        driver.at(0s, 65);
        QVERIFY(driver.at(40ms, 65).changed());
        for (auto now = 1s; now < 60s; now += 1s)
            QVERIFY(!driver.at(now, 65).changed());
    }

    void aFailedReadKeepsTheLevelAndIsStaleAfterTwoSeconds()
    {
        Driver driver;
        driver.at(0s, 85);
        driver.at(40ms, 85);
        auto step = driver.at(1s, std::nullopt);
        QCOMPARE(step.state.applied, Level::High);
        QCOMPARE(step.reason, GovernorReason::Blind);
        QVERIFY(!step.state.stale);
        step = driver.at(2041ms, std::nullopt);
        QCOMPARE(step.state.applied, Level::High);
        QVERIFY(step.state.stale);
        step = driver.at(3s, 85);
        QVERIFY(!step.state.stale);
        QCOMPARE(step.state.applied, Level::High);
    }

    void aSourceThatNeverWorkedIsStaleToo()
    {
        Driver driver;
        QVERIFY(!driver.at(0s, std::nullopt).state.stale);
        QVERIFY(driver.at(2100ms, std::nullopt).state.stale);
    }

    void timeWithoutSamplesDoesNotCountTowardsTheHold()
    {
        Driver driver;
        driver.at(0s, 65);
        driver.at(40ms, 65);
        driver.at(1s, 40);
        for (auto now = 2s; now < 15s; now += 1s)
            driver.at(now, std::nullopt);
        QCOMPARE(driver.at(15s, 40).state.applied, Level::Elevated);
        QCOMPARE(driver.hold(16s, 24s, 40).state.applied, Level::Elevated);
        QCOMPARE(driver.at(25s, 40).state.applied, Level::Normal);
    }

    void aGapWithoutFailedReadsDoesNotCountEither()
    {
        Driver driver;
        driver.at(0s, 65);
        driver.at(40ms, 65);
        driver.at(1s, 40);
        QCOMPARE(driver.at(60s, 40).state.applied, Level::Elevated);
    }

    void theRulesHoldForRandomSignals()
    {
        const auto seed = std::random_device{}();
        qInfo("seed %u", seed);
        std::mt19937 random(seed);
        std::uniform_real_distribution<double> percent(0, 100);
        std::uniform_int_distribution<int> milliseconds(1, 4000);
        std::bernoulli_distribution fails(0.05);
        Driver driver;
        auto now = 0ms;
        for (int i = 0; i < 100'000; ++i) {
            now += std::chrono::milliseconds(milliseconds(random));
            const bool failed = fails(random);
            const double p = percent(random);
            const auto before = driver.state;
            const auto step = driver.at(now, failed ? std::nullopt : std::optional(p));
            const Level applied = step.state.applied;
            QVERIFY(!failed || applied == before.applied);
            QVERIFY(failed || applied <= std::max(before.applied, classify(p, driver.thresholds)));
            QVERIFY(applied >= before.applied || applied == oneBelow(before.applied));
            QVERIFY(failed || p <= 90 || applied == Level::Critical);
        }
    }

    void aVoteRaisesOneLevelOnceTwoSamplesAskForIt()
    {
        Driver driver;
        driver.at(0s, 55);
        auto step = driver.at(1s, 55, Vote::HostStall);
        QCOMPARE(step.asked, Level::Elevated);
        QCOMPARE(step.reason, GovernorReason::AwaitingSecondSample);
        step = driver.at(1040ms, 55, Vote::HostStall);
        QCOMPARE(step.state.applied, Level::Elevated);
        QCOMPARE(step.reason, GovernorReason::RaisedByVote);
        for (auto now = 2s; now < 60s; now += 1s)
            QCOMPARE(driver.at(now, 55, Vote::HostStall).state.applied,
                     Level::Elevated); // does not accumulate
    }

    void aVoteEndsWithTheUsualHold()
    {
        Driver driver;
        driver.at(0s, 52, Vote::Notice);
        driver.at(1s, 52, Vote::Notice);
        QCOMPARE(driver.at(2s, 52, Vote::Notice).reason, GovernorReason::HeldByVote);
        QCOMPARE(driver.at(3s, 52).reason, GovernorReason::Holding);
        QCOMPARE(driver.at(13s, 52).state.applied, Level::Elevated); // a gap: the hold restarted
        QCOMPARE(driver.hold(14s, 23s, 52).state.applied, Level::Normal);
    }

    void outOfMemoryIsAppliedAtOnceAndHeld()
    {
        Driver driver;
        driver.at(0s, 30);
        const auto step = driver.at(1s, 30, Vote::OutOfMemory);
        QCOMPARE(step.state.applied, Level::Critical);
        QCOMPARE(step.reason, GovernorReason::RaisedByOutOfMemory);
        QCOMPARE(driver.hold(2s, 11s, 30).state.applied, Level::Critical);
        QCOMPARE(driver.at(12s, 30).state.applied, Level::High);
    }

    void outOfMemoryRaisesFromAnyLevel()
    {
        Driver driver;
        driver.at(0s, 85);
        driver.at(1s, 85);
        QCOMPARE(driver.at(2s, 40, Vote::OutOfMemory).state.applied, Level::Critical);
    }

    void aLevelThatReturnsSoonIsHeldTwiceAsLong()
    {
        Driver driver;
        driver.at(0s, 85);
        driver.at(1s, 85);
        QCOMPARE(driver.hold(2s, 12s, 72).state.applied, Level::Elevated);
        driver.hold(13s, 100s, 72);
        driver.at(101s, 82);
        const auto back = driver.at(102s, 82); // 90 s after it was left
        QVERIFY(back.holdDoubled);
        QCOMPARE(driver.hold(103s, 122s, 72).state.applied, Level::High);
        QCOMPARE(driver.at(123s, 72).state.applied, Level::Elevated); // 20 s
        driver.hold(124s, 599s, 72);
        driver.at(600s, 82);
        QVERIFY(!driver.at(601s, 82).holdDoubled); // long after the fall: the normal hold again
        QCOMPARE(driver.hold(602s, 612s, 72).state.applied, Level::Elevated);
    }

    // New thresholds change what the present level needs, but not that it has returned too soon.
    void aLengthenedHoldOutlastsNewThresholdsAndFallsAtSaysIt()
    {
        const auto leftAtHigh = [](bool returned, std::chrono::seconds newHold) {
            Driver driver;
            driver.at(0s, 85);
            driver.at(1s, 85);
            if (returned) {
                driver.hold(2s, 100s, 72);
                driver.at(101s, 82);
                if (!driver.at(102s, 82).holdDoubled)
                    qFatal("HIGH has not returned too soon");
            }
            driver.thresholds.high.hold = newHold;
            const auto step = driver.hold(103s, 104s, 72);
            if (step.reason != GovernorReason::Holding)
                qFatal("HIGH is not held");
            return *step.fallsAt - (MonotonicTime{} + 1h + 103s);
        };
        QCOMPARE(leftAtHigh(false, 5s), 5s);
        QCOMPARE(leftAtHigh(true, 5s), 20s); // twice the hold that was in effect
        QCOMPARE(leftAtHigh(true, 60s), 60s);
    }
};

MANOMETER_TEST(Core, TestGovernor)
#include "tst_governor.moc"
