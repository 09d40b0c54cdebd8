// SPDX-License-Identifier: GPL-3.0-or-later
#include "CacheFixture.h"
#include "Records.h"
#include "support/TestMain.h"

#include <QTest>

#include <thread>

using namespace manometer::cache;
using namespace std::chrono_literals;
using memory::DiskCopy;
using memory::MemoryTier;
using memory::PressureLosses;

namespace {

constexpr std::uint64_t manyBytes = 64u << 20;

// A cache with ten places in memory; "/a" to "/j" are stored on disk too, "/a" first.
class PressureFixture : public CacheFixture
{
public:
    static constexpr std::uint64_t configured = 10;

    bool openFull()
    {
        options.memory = {.entries = configured, .bytes = manyBytes};
        if (!open())
            return false;
        for (char name = 'a'; name < 'a' + int(configured); ++name)
            put(pathOf(name), "value");
        return cache->flush();
    }
    static std::string pathOf(char name) { return {'/', name}; }

    LimitOutcome limitTo(std::uint64_t entries, LimitCause cause = LimitCause::Pressure,
                         std::uint64_t action = 0)
    {
        return cache->setLimits({.entries = entries, .bytes = manyBytes}, cause, action);
    }
    // Evicts everything, then takes entries again.
    void cutAndRestore()
    {
        limitTo(0);
        limitTo(configured, LimitCause::Restore);
    }
    // Returns how many of these requests were hits.
    int request(const std::string &names)
    {
        int hits = 0;
        for (const char name : names)
            hits += get(pathOf(name)).empty() ? 0 : 1;
        return hits;
    }
    void requestOthers(std::uint64_t count)
    {
        for (std::uint64_t i = 0; i < count; ++i)
            get("/other/" + std::to_string(i));
    }
    void putRead(char name, std::chrono::nanoseconds readCost, std::uint64_t versionNumber = 1)
    {
        cache->put({pathOf(name), "quick"}, version(versionNumber), "value", {.readCost = readCost});
    }
    bool removeFromDisk()
    {
        cache->cleanUpDisk(0);
        return cache->flush() && cache->stats().diskEntries == 0;
    }
    PressureCost cost() const { return cache->stats().pressureCost; }
};

PressureCost costOf(std::uint64_t diskReads, std::uint64_t fileReads = 0,
                    std::chrono::nanoseconds fileReadTime = 0ns)
{
    return {.diskReads = diskReads, .fileReads = fileReads, .fileReadTime = fileReadTime};
}

} // namespace

// So that a failed comparison shows the figures.
namespace QTest {

template<>
char *toString(const PressureCost &cost)
{
    return qstrdup(qPrintable(QStringLiteral("%1 disk reads, %2 file reads in %3 ns")
                                  .arg(cost.diskReads)
                                  .arg(cost.fileReads)
                                  .arg(cost.fileReadTime.count())));
}

} // namespace QTest

class TestPressureCost : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsLostBeforeTheFirstCut();
    void aLostEntryCountsOnceUntilItReturns();
    void anEntryThatReturnedWithoutARequestIsNotLost();
    void eachRequestCountsWhileMemoryDoesNotTakeTheEntryBack();
    void onlyRequestsWithinALimitsWorthCount_data();
    void onlyRequestsWithinALimitsWorthCount();
    void aFileThatIsReadAgainCostsItsOwnTime();
    void aNonsensicalReadTimeIsLimited();
    void aReadThatNoRequestWaitedForCostsNothing();
    void aChangedFileStillCostsTheReadThatWasWaitedFor();
    void theOperatorsOwnLimitCostsNothing();
    void ofACutBelowANewConfiguredLimitOnlyItsOwnPartCounts();
    void whatIsGoneForAnotherReasonIsNotLost_data();
    void whatIsGoneForAnotherReasonIsNotLost();
    void evictionsForNewEntriesCountWhileTheLimitIsLow();
    void evictionsAtTheConfiguredLimitCostNothing();
    void evictionsAfterPressureUntilTheOperatorsHigherLimitIsReachedCostNothing();
    void whatTheConfiguredLimitOfBytesWouldEvictIsNotLost();
    void eachCutHasItsOwnCost();
    void aRepeatedLimitIsNoOtherCut();
    void theLatestCutsAreKept();
    void aRestartForgetsTheCost();
    void aFullBucketForgetsTheOldest();
    void aLargeLimitIsEstimatedFromASample();
    void threadsLoseEachEntryOnce();
};

void TestPressureCost::nothingIsLostBeforeTheFirstCut()
{
    PressureFixture fixture;
    QVERIFY(fixture.openFull());
    QCOMPARE(fixture.request("abcxyz"), 3);
    QCOMPARE(fixture.cost(), costOf(0));
    QVERIFY(fixture.cache->cutCosts().empty());
}

void TestPressureCost::aLostEntryCountsOnceUntilItReturns()
{
    PressureFixture fixture;
    QVERIFY(fixture.openFull());
    fixture.cutAndRestore();
    QCOMPARE(fixture.cost(), costOf(0));
    QCOMPARE(fixture.request("abc"), 3);
    QCOMPARE(fixture.cost(), costOf(3));
    QCOMPARE(fixture.request("abcabc"), 6);
    QCOMPARE(fixture.cost(), costOf(3));
    QCOMPARE(fixture.cache->stats().memoryHits, 6u);
}

void TestPressureCost::anEntryThatReturnedWithoutARequestIsNotLost()
{
    PressureFixture fixture;
    QVERIFY(fixture.openFull());
    fixture.cutAndRestore();
    fixture.putRead('a', 5ms);
    // Leaves memory again, but not because of pressure.
    fixture.limitTo(0, LimitCause::Configuration);
    QCOMPARE(fixture.request("a"), 1);
    QCOMPARE(fixture.cost(), costOf(0));
}

void TestPressureCost::eachRequestCountsWhileMemoryDoesNotTakeTheEntryBack()
{
    PressureFixture fixture;
    QVERIFY(fixture.openFull());
    fixture.limitTo(0);
    QCOMPARE(fixture.request("aab"), 3);
    QCOMPARE(fixture.cost(), costOf(3));
}

void TestPressureCost::onlyRequestsWithinALimitsWorthCount_data()
{
    QTest::addColumn<quint64>("requestsBetween");
    QTest::addColumn<quint64>("configured");
    QTest::addColumn<bool>("isLost");
    const quint64 limit = PressureFixture::configured;
    QTest::newRow("the first request after the eviction") << quint64{0} << limit << true;
    QTest::newRow("the last request of a limit's worth") << limit - 1 << limit << true;
    QTest::newRow("the first request after a limit's worth") << limit << limit << false;
    QTest::newRow("much later") << 100 * limit << limit << false;
    QTest::newRow("the last one of a limit that was raised since") << limit + 4 << limit + 5 << true;
    QTest::newRow("the first one after it") << limit + 5 << limit + 5 << false;
}

void TestPressureCost::onlyRequestsWithinALimitsWorthCount()
{
    QFETCH(quint64, requestsBetween);
    QFETCH(quint64, configured);
    QFETCH(bool, isLost);
    PressureFixture fixture;
    QVERIFY(fixture.openFull());
    fixture.requestOthers(3);
    fixture.limitTo(0);
    fixture.cache->setConfigured({.entries = configured, .bytes = manyBytes});
    fixture.requestOthers(requestsBetween);
    QCOMPARE(fixture.request("a"), 1);
    QCOMPARE(fixture.cost(), costOf(isLost ? 1 : 0));
}

void TestPressureCost::aFileThatIsReadAgainCostsItsOwnTime()
{
    PressureFixture fixture;
    QVERIFY(fixture.openFull());
    fixture.limitTo(0, LimitCause::Pressure, 7);
    fixture.limitTo(PressureFixture::configured, LimitCause::Restore);
    QVERIFY(fixture.removeFromDisk());
    QCOMPARE(fixture.request("abc"), 0);
    QCOMPARE(fixture.cost(), costOf(0, 3));
    fixture.putRead('a', 80ms);
    fixture.putRead('b', 5ms);
    QCOMPARE(fixture.cost(), costOf(0, 3, 85ms));
    fixture.putRead('a', 1s); // read again for another reason
    QCOMPARE(fixture.request("ab"), 2);
    QCOMPARE(fixture.cost(), costOf(0, 3, 85ms));
    const CutCost cut{.action = 7, .cost = costOf(0, 3, 85ms)};
    QVERIFY(fixture.cache->cutCosts() == std::vector{cut});
}

void TestPressureCost::aNonsensicalReadTimeIsLimited()
{
    PressureFixture fixture;
    QVERIFY(fixture.openFull());
    fixture.cutAndRestore();
    QVERIFY(fixture.removeFromDisk());
    QCOMPARE(fixture.request("abc"), 0);
    fixture.putRead('a', std::chrono::nanoseconds::max());
    fixture.putRead('b', std::chrono::nanoseconds::min());
    fixture.putRead('c', 1ms);
    QCOMPARE(fixture.cost(), costOf(0, 3, 10min + 1ms));
}

void TestPressureCost::aReadThatNoRequestWaitedForCostsNothing()
{
    PressureFixture fixture;
    QVERIFY(fixture.openFull());
    fixture.cutAndRestore();
    fixture.putRead('a', 80ms);
    QCOMPARE(fixture.cost(), costOf(0));
    QCOMPARE(fixture.request("a"), 1);
    QCOMPARE(fixture.cost(), costOf(0));
}

void TestPressureCost::aChangedFileStillCostsTheReadThatWasWaitedFor()
{
    PressureFixture fixture;
    QVERIFY(fixture.openFull());
    fixture.limitTo(0); // memory takes nothing back
    QVERIFY(fixture.removeFromDisk());
    QCOMPARE(fixture.request("a"), 0);
    fixture.putRead('a', 80ms, 2);
    QCOMPARE(fixture.cost(), costOf(0, 1, 80ms));
    QCOMPARE(fixture.get("/a", 2), std::string("value"));
    QCOMPARE(fixture.cost(), costOf(0, 1, 80ms));
}

void TestPressureCost::theOperatorsOwnLimitCostsNothing()
{
    PressureFixture fixture;
    QVERIFY(fixture.openFull());
    fixture.cache->setConfigured({.entries = 4, .bytes = manyBytes});
    QCOMPARE(fixture.limitTo(4, LimitCause::Configuration).evictedEntries, 6u);
    QCOMPARE(fixture.request("abcdefghij"), 10);
    QCOMPARE(fixture.cost(), costOf(0));
    QVERIFY(fixture.cache->cutCosts().empty());
}

void TestPressureCost::ofACutBelowANewConfiguredLimitOnlyItsOwnPartCounts()
{
    PressureFixture fixture;
    QVERIFY(fixture.openFull());
    fixture.cache->setConfigured({.entries = 4, .bytes = manyBytes});
    QCOMPARE(fixture.limitTo(3).evictedEntries, 7u); // "/a" to "/f" did not fit anyhow; "/g" did
    fixture.limitTo(0);                              // "/h" to "/j"
    QCOMPARE(fixture.request("hgfa"), 4);
    QCOMPARE(fixture.cost(), costOf(2));
}

void TestPressureCost::whatIsGoneForAnotherReasonIsNotLost_data()
{
    QTest::addColumn<QByteArray>("reason");
    for (const char *reason : {"erased", "erased by id", "all removed", "another version",
                               "another version, off the disk", "expired"})
        QTest::newRow(reason) << QByteArray(reason);
}

void TestPressureCost::whatIsGoneForAnotherReasonIsNotLost()
{
    QFETCH(QByteArray, reason);
    PressureFixture fixture;
    fixture.options.timeToLive = 1h;
    QVERIFY(fixture.openFull());
    fixture.cutAndRestore();
    std::uint64_t versionNumber = 1;
    if (reason == "erased") {
        QVERIFY(fixture.cache->erase({"/a", "quick"}));
    } else if (reason == "erased by id") {
        QCOMPARE(fixture.cache->erase(fixture.cache->list({.pathContains = "/a"})), std::size_t{1});
    } else if (reason == "all removed") {
        fixture.cache->clear();
    } else if (reason.startsWith("another version")) {
        versionNumber = 2;
        QVERIFY(!reason.endsWith("off the disk") || fixture.removeFromDisk());
    } else {
        fixture.advance(1h);
        QVERIFY(fixture.removeFromDisk()); // so that only the memory of the eviction knows its age
    }
    QCOMPARE(fixture.get("/a", versionNumber), std::string());
    QCOMPARE(fixture.cost(), costOf(0));
    fixture.putRead('a', 80ms, versionNumber);
    QCOMPARE(fixture.get("/a", versionNumber), std::string("value"));
    QCOMPARE(fixture.cost(), costOf(0));
}

void TestPressureCost::evictionsForNewEntriesCountWhileTheLimitIsLow()
{
    PressureFixture fixture;
    QVERIFY(fixture.openFull());
    fixture.limitTo(5, LimitCause::Pressure, 3); // "/a" to "/e"
    fixture.put("/k", "value");                  // instead of "/f"
    QCOMPARE(fixture.cache->stats().memoryEntries, 5u);
    QCOMPARE(fixture.request("f"), 1); // instead of "/g"
    QCOMPARE(fixture.cost(), costOf(1));
    QCOMPARE(fixture.request("g"), 1);
    QCOMPARE(fixture.cost(), costOf(2));
    fixture.limitTo(8, LimitCause::Restore);
    QCOMPARE(fixture.cache->cutCosts().size(), std::size_t{1});
    QCOMPARE(fixture.cache->cutCosts().front().cost, costOf(2));
}

void TestPressureCost::evictionsAtTheConfiguredLimitCostNothing()
{
    PressureFixture fixture;
    QVERIFY(fixture.openFull());
    fixture.limitTo(9);
    fixture.limitTo(PressureFixture::configured, LimitCause::Restore);
    for (char name = 'k'; name <= 'z'; ++name)
        fixture.put(PressureFixture::pathOf(name), "value");
    QVERIFY(fixture.cache->stats().evictions >= 16);
    QCOMPARE(fixture.request("bcdefghij"), 9);
    QCOMPARE(fixture.cost(), costOf(0));
}

void TestPressureCost::evictionsAfterPressureUntilTheOperatorsHigherLimitIsReachedCostNothing()
{
    PressureFixture fixture;
    QVERIFY(fixture.openFull());
    fixture.limitTo(9); // "/a"
    fixture.limitTo(PressureFixture::configured, LimitCause::Restore);
    fixture.cache->setConfigured({.entries = 20, .bytes = manyBytes}); // the limit grows to it in steps
    fixture.put("/k", "value");
    fixture.put("/l", "value"); // instead of "/b"
    QCOMPARE(fixture.request("b"), 1);
    QCOMPARE(fixture.cache->stats().diskHits, 1u);
    QCOMPARE(fixture.cost(), costOf(0));
}

void TestPressureCost::whatTheConfiguredLimitOfBytesWouldEvictIsNotLost()
{
    PressureFixture fixture;
    QVERIFY(fixture.openFull());
    const std::uint64_t bytes = fixture.cache->stats().memoryBytes;
    fixture.cache->setConfigured({.entries = PressureFixture::configured, .bytes = bytes});
    // Only the entries' limit is lowered; the bytes are what a large entry has no room for.
    fixture.cache->setLimits({.entries = 9, .bytes = bytes}, LimitCause::Pressure, 1); // "/a"
    fixture.put("/large", std::string(bytes / 2, 'x'));
    QVERIFY(fixture.cache->stats().memoryEntries < 8);
    QCOMPARE(fixture.request("b"), 1);
    QCOMPARE(fixture.cost(), costOf(0));
    QCOMPARE(fixture.request("a"), 1);
    QCOMPARE(fixture.cost(), costOf(1));
}

void TestPressureCost::eachCutHasItsOwnCost()
{
    PressureFixture fixture;
    QVERIFY(fixture.openFull());
    QCOMPARE(fixture.limitTo(5, LimitCause::Pressure, 11).evictedEntries, 5u); // "/a" to "/e"
    QCOMPARE(fixture.limitTo(0, LimitCause::Pressure, 12).evictedEntries, 5u); // "/f" to "/j"
    QCOMPARE(fixture.request("abcf"), 4);
    const CutCost later{.action = 12, .cost = costOf(1)};
    const CutCost earlier{.action = 11, .cost = costOf(3)};
    QVERIFY((fixture.cache->cutCosts() == std::vector{later, earlier}));
    QCOMPARE(fixture.cost(), costOf(4));
}

void TestPressureCost::aRepeatedLimitIsNoOtherCut()
{
    PressureFixture fixture;
    QVERIFY(fixture.openFull());
    fixture.limitTo(5, LimitCause::Pressure, 1);
    fixture.limitTo(5, LimitCause::Pressure, 2);
    fixture.limitTo(5, LimitCause::Configuration);
    fixture.put("/k", "value"); // instead of "/f"
    QCOMPARE(fixture.request("f"), 1);
    const auto cuts = fixture.cache->cutCosts();
    QCOMPARE(cuts.size(), std::size_t{1});
    QVERIFY((cuts.front() == CutCost{.action = 1, .cost = costOf(1)}));
}

void TestPressureCost::theLatestCutsAreKept()
{
    PressureFixture fixture;
    QVERIFY(fixture.openFull());
    fixture.cache->setConfigured({.entries = 1000, .bytes = manyBytes});
    fixture.limitTo(9, LimitCause::Pressure, 1); // "/a"
    fixture.limitTo(8, LimitCause::Pressure, 2); // "/b"
    fixture.limitTo(0, LimitCause::Pressure, 3);
    for (std::uint64_t action = 4; action < 2 + PressureLosses::cutsKept; ++action) {
        fixture.limitTo(1, LimitCause::Restore);
        fixture.limitTo(0, LimitCause::Pressure, action);
    }
    QCOMPARE(fixture.request("ab"), 2);
    QCOMPARE(fixture.cost(), costOf(2));
    const auto cuts = fixture.cache->cutCosts();
    QCOMPARE(cuts.size(), PressureLosses::cutsKept);
    QCOMPARE(cuts.front().action, 1 + PressureLosses::cutsKept);
    QVERIFY((cuts.back() == CutCost{.action = 2, .cost = costOf(1)}));
}

void TestPressureCost::aRestartForgetsTheCost()
{
    PressureFixture fixture;
    QVERIFY(fixture.openFull());
    fixture.cutAndRestore();
    QCOMPARE(fixture.request("a"), 1);
    QVERIFY(fixture.reopen());
    QCOMPARE(fixture.request("b"), 1);
    QCOMPARE(fixture.cost(), costOf(0));
    QVERIFY(fixture.cache->cutCosts().empty());
}

void TestPressureCost::aFullBucketForgetsTheOldest()
{
    // As many entries as are exact, and four times as many evictions as there are places.
    constexpr std::uint64_t exact = 4096;
    constexpr int rounds = 8;
    MemoryTier tier({.entries = exact, .bytes = manyBytes}, std::nullopt);
    const auto pathOf = [](int round, std::uint64_t number) {
        return "/" + std::to_string(round) + "/" + std::to_string(number);
    };
    for (int round = 0; round < rounds; ++round) {
        for (std::uint64_t i = 0; i < exact; ++i)
            tier.put(record(pathOf(round, i)), DiskCopy::Expected, now);
        tier.setLimits({.entries = 0, .bytes = 0}, LimitCause::Pressure);
        tier.setLimits({.entries = exact, .bytes = manyBytes}, LimitCause::Restore);
    }
    std::uint64_t lost = 0;
    for (int round = 0; round < rounds; ++round) {
        for (std::uint64_t i = 0; i < exact; ++i)
            lost += tier.losses().find(EntryKey(pathOf(round, i), "quick").hash(), {}, now) ? 1 : 0;
    }
    QVERIFY2(lost > exact && lost <= 2 * exact, qPrintable(QString::number(lost)));
}

void TestPressureCost::aLargeLimitIsEstimatedFromASample()
{
    constexpr std::uint64_t entries = 40'000;
    MemoryTier tier({.entries = 500, .bytes = manyBytes}, std::nullopt);
    tier.losses().setConfigured({.entries = 10 * 4096, .bytes = manyBytes});
    tier.setLimits({.entries = entries, .bytes = manyBytes}, LimitCause::Restore);
    for (std::uint64_t i = 0; i < entries; ++i)
        tier.put(record("/" + std::to_string(i)), DiskCopy::Expected, now);
    QCOMPARE(tier.setLimits({.entries = 0, .bytes = 0}, LimitCause::Pressure).evictedEntries, entries);
    for (std::uint64_t i = 0; i < entries; ++i) {
        const std::uint64_t hash = EntryKey("/" + std::to_string(i), "quick").hash();
        if (const auto lost = tier.losses().find(hash, {}, now))
            tier.losses().countFileRead(*lost);
        tier.losses().countReading(hash, 1ms);
    }
    const PressureCost cost = tier.losses().total();
    // Six standard deviations of a sample of one in ten.
    QVERIFY2(cost.fileReads > 36'400 && cost.fileReads < 43'600, qPrintable(QString::number(cost.fileReads)));
    QVERIFY(cost.fileReadTime == cost.fileReads * 1ms);
    QCOMPARE(tier.losses().cuts().front().countedOneIn, 10u);
    QCOMPARE(tier.losses().cuts().front().cost, cost);
}

void TestPressureCost::threadsLoseEachEntryOnce()
{
    constexpr std::uint64_t threadCount = 4;
    constexpr std::uint64_t keysEach = 250;
    CacheFixture fixture;
    fixture.options.memory = {.entries = threadCount * keysEach, .bytes = manyBytes};
    QVERIFY(fixture.open());
    const auto pathOf = [](std::uint64_t number) { return "/" + std::to_string(number); };
    for (std::uint64_t i = 0; i < threadCount * keysEach; ++i)
        fixture.put(pathOf(i), "value");
    QVERIFY(fixture.cache->flush());
    fixture.cache->setLimits({.entries = 0, .bytes = 0}, LimitCause::Pressure, 1);
    fixture.cache->setLimits(fixture.options.memory, LimitCause::Restore);
    std::atomic<int> wrong = 0;
    std::vector<std::thread> threads;
    for (std::uint64_t thread = 0; thread < threadCount; ++thread) {
        threads.emplace_back([&, thread] {
            for (std::uint64_t i = 0; i < keysEach; ++i) {
                if (fixture.get(pathOf(thread * keysEach + i)) != "value")
                    ++wrong;
            }
        });
    }
    // Meanwhile: other entries come, the figures are read.
    std::thread other([&] {
        for (int i = 0; i < 100; ++i) {
            fixture.put("/other/" + std::to_string(i), "value");
            if (fixture.cache->cutCosts().front().cost.requests() >
                fixture.cache->stats().pressureCost.requests())
                ++wrong;
        }
    });
    for (std::thread &thread : threads)
        thread.join();
    other.join();
    QCOMPARE(wrong.load(), 0);
    QCOMPARE(fixture.cache->stats().pressureCost, costOf(threadCount * keysEach));
}

MANOMETER_TEST(Core, TestPressureCost)
#include "tst_pressure_cost.moc"
