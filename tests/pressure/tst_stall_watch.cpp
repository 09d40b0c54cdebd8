// SPDX-License-Identifier: GPL-3.0-or-later
#include "pressure/Simulation.h"
#include "support/TestMain.h"

#include <QTest>

using namespace manometer::test;

namespace {

class Driver
{
public:
    // waited: the total time that tasks have waited, in microseconds.
    Vote at(Elapsed now, double percent, std::optional<std::uint64_t> waited,
            const std::function<void(MemorySample &)> &change = {})
    {
        MemorySample sample = machine(now, percent);
        if (waited)
            sample.stall = PressureStall{.someTotalMicroseconds = *waited};
        if (change)
            change(sample);
        const StallStep next = step(state, sample, percent, config);
        state = next.state;
        return next.vote;
    }

    StallConfig config;
    StallState state;
};

constexpr std::uint64_t enough = 200'000;

} // namespace

class TestStallWatch : public QObject
{
    Q_OBJECT
private slots:
    void waitingForATenthOfTheWindowVotes()
    {
        Driver driver;
        QCOMPARE(driver.at(0s, 55, 7'000'000), Vote::None); // earlier waiting is ignored
        QCOMPARE(driver.at(1s, 55, 7'000'000 + enough - 1), Vote::None);
        QCOMPARE(driver.at(1040ms, 55, 7'000'000 + enough), Vote::HostStall);
    }

    void theVoteLastsThroughTheNextWindow()
    {
        Driver driver;
        driver.at(0s, 55, 0);
        QCOMPARE(driver.at(1s, 55, enough), Vote::HostStall);
        QCOMPARE(driver.at(2s, 55, enough), Vote::HostStall);
        QCOMPARE(driver.at(3s, 55, enough), Vote::HostStall);
        QCOMPARE(driver.at(4s, 55, enough), Vote::HostStall);
        QCOMPARE(driver.at(5s, 55, enough), Vote::None);
    }

    void slowIncreasesDoNotVote()
    {
        Driver driver;
        for (int second = 0; second < 60; ++second)
            QCOMPARE(driver.at(std::chrono::seconds(second), 70, std::uint64_t(second) * 90'000), Vote::None);
    }

    void underHalfOfMemoryAStallVotesOnlyDuringReclaim()
    {
        Driver driver;
        const auto scanned = [](std::uint64_t pages) {
            return [pages](MemorySample &sample) { sample.reclaimedPages = pages; };
        };
        driver.at(0s, 40, 0, scanned(100));
        QCOMPARE(driver.at(1s, 40, enough, scanned(100)), Vote::None);
        QCOMPARE(driver.at(1500ms, 40, enough, scanned(101)), Vote::HostStall);
    }

    void swappingInIsReclaimToo()
    {
        Driver driver;
        const auto swapped = [](std::uint64_t pages) {
            return [pages](MemorySample &sample) { sample.swappedInPages = pages; };
        };
        driver.at(0s, 40, 0, swapped(5));
        QCOMPARE(driver.at(1s, 40, enough, swapped(6)), Vote::HostStall);
    }

    void theControlGroupsOwnStallVotes()
    {
        Driver driver;
        const auto group = [](std::uint64_t waited) {
            return [waited](MemorySample &sample) {
                sample.cgroupStall = PressureStall{.someTotalMicroseconds = waited};
            };
        };
        driver.at(0s, 55, std::nullopt, group(0));
        QCOMPARE(driver.at(1s, 55, std::nullopt, group(enough)), Vote::CgroupStall);
    }

    void aNoticeVotesAtAnyPressure()
    {
        Driver driver;
        driver.at(0s, 10, {});
        QCOMPARE(driver.at(1s, 10, {}, [](MemorySample &sample) { sample.notices = 1; }), Vote::Notice);
        QCOMPARE(driver.at(5s, 10, {}, [](MemorySample &sample) { sample.notices = 1; }), Vote::None);
    }

    void eachOutOfMemoryEventVotesOnce()
    {
        Driver driver;
        const auto killed = [](std::uint64_t events) {
            return [events](MemorySample &sample) { sample.oomEvents = events; };
        };
        QCOMPARE(driver.at(0s, 30, {}, killed(4)), Vote::None); // before the start
        QCOMPARE(driver.at(1s, 30, {}, killed(5)), Vote::OutOfMemory);
        QCOMPARE(driver.at(2s, 30, {}, killed(5)), Vote::None);
    }

    void aResetCounterIsNoStall()
    {
        Driver driver;
        driver.at(0s, 70, 9'000'000);
        QCOMPARE(driver.at(1s, 70, 10), Vote::None);
        QCOMPARE(driver.at(2s, 70, 20), Vote::None);
    }

    void aCounterMayBeAbsentFromSomeSamples()
    {
        Driver driver;
        driver.at(0s, 70, 0);
        QCOMPARE(driver.at(500ms, 70, {}), Vote::None);
        QCOMPARE(driver.at(1s, 70, enough), Vote::HostStall);
    }

    void increasesAcrossAGapDoNotVote()
    {
        Driver driver;
        driver.at(0s, 70, 0);
        QCOMPARE(driver.at(600s, 70, 100 * enough), Vote::None);
        QCOMPARE(driver.at(601s, 70, 101 * enough), Vote::HostStall);
    }
};

MANOMETER_TEST(Core, TestStallWatch)
#include "tst_stall_watch.moc"
