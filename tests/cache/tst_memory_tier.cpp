// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/memory/MemoryTier.h"

#include <QTest>

#include <atomic>
#include <random>
#include <thread>

using namespace manometer::cache;

namespace {

MemoryEntry entry(std::size_t bytes = 100, std::uint64_t version = 1)
{
    MemoryEntry made;
    made.bytes = std::make_shared<const std::string>(bytes, 'x');
    made.version.sizeBytes = version;
    return made;
}

std::string key(int number)
{
    return "key" + std::to_string(number);
}

const auto ignore = [](std::string_view, const MemoryEntry &) {};
constexpr std::uint64_t roomy = 1u << 30;

} // namespace

class TestMemoryTier : public QObject
{
    Q_OBJECT
private slots:
    void itHoldsNoMoreEntriesThanAllowed()
    {
        MemoryTier tier({.entries = 10, .bytes = roomy}, ignore);
        for (int i = 0; i < 100; ++i) {
            QVERIFY(tier.put(key(i), entry()));
            QVERIFY(tier.figures().entries <= 10);
        }
        QCOMPARE(tier.figures().evictions, std::uint64_t(90));
    }

    void itHoldsNoMoreBytesThanAllowed()
    {
        MemoryTier tier({.entries = 1000, .bytes = 100'000}, ignore);
        for (int i = 0; i < 500; ++i) {
            QVERIFY(tier.put(key(i), entry(std::size_t(i) * 20)));
            QVERIFY(tier.figures().bytes <= 100'000);
        }
        QVERIFY(tier.figures().entries > 0);
    }

    void anEntryLargerThanTheLimitIsRefusedAndTheOldValueGone()
    {
        MemoryTier tier({.entries = 10, .bytes = 10'000}, ignore);
        QVERIFY(tier.put("a", entry(100)));
        QVERIFY(tier.put("b", entry(100)));
        QVERIFY(!tier.put("a", entry(20'000)));
        QVERIFY(!tier.peek("a"));
        QVERIFY(tier.peek("b"));
    }

    void aLowerLimitEvictsAtOnce()
    {
        MemoryTier tier({.entries = 500, .bytes = roomy}, ignore);
        for (int i = 0; i < 500; ++i)
            tier.put(key(i), entry());
        const auto outcome = tier.setLimits({.entries = 250, .bytes = roomy}, LimitCause::Pressure);
        QCOMPARE(tier.figures().entries, std::uint64_t(250));
        QCOMPARE(outcome.evictedEntries, std::uint64_t(250));
        QCOMPARE(outcome.residentEntries, std::uint64_t(250));
        QVERIFY(outcome.evictedBytes > 250 * 100);
        QCOMPARE(tier.figures().pressureEvictions, std::uint64_t(250));
        QCOMPARE(tier.figures().evictions, std::uint64_t(250));
    }

    void aLowerLimitInBytesEvictsAtOnce()
    {
        MemoryTier tier({.entries = 500, .bytes = roomy}, ignore);
        for (int i = 0; i < 500; ++i)
            tier.put(key(i), entry(1000));
        tier.setLimits({.entries = 500, .bytes = 100'000}, LimitCause::Pressure);
        QVERIFY(tier.figures().bytes <= 100'000);
        QVERIFY(tier.figures().bytes >= 97'000);
    }

    void criticalKeepsTheFiftyMostAskedForAndNotNone()
    {
        MemoryTier tier({.entries = 500, .bytes = roomy}, ignore);
        for (int i = 0; i < 500; ++i)
            tier.put(key(i), entry());
        for (int round = 0; round < 3; ++round)
            for (int i = 200; i < 245; ++i)
                tier.get(key(i), {});
        tier.setLimits({.entries = 50, .bytes = 16u << 20}, LimitCause::Pressure);
        QCOMPARE(tier.figures().entries, std::uint64_t(50));
        for (int i = 200; i < 245; ++i)
            QVERIFY(tier.peek(key(i)));
    }

    void theSameLimitTwiceChangesNothing()
    {
        MemoryTier tier({.entries = 500, .bytes = roomy}, ignore);
        for (int i = 0; i < 500; ++i)
            tier.put(key(i), entry());
        tier.setLimits({.entries = 250, .bytes = roomy}, LimitCause::Pressure);
        QCOMPARE(tier.setLimits({.entries = 250, .bytes = roomy}, LimitCause::Pressure).evictedEntries,
                 std::uint64_t(0));
    }

    void whatIsReadSurvivesItsEviction()
    {
        MemoryTier tier({.entries = 1, .bytes = roomy}, ignore);
        tier.put("a", entry(1000));
        const auto held = tier.get("a", {});
        tier.put("b", entry());
        QVERIFY(!tier.peek("a"));
        QCOMPARE(*held->bytes, std::string(1000, 'x'));
    }

    void aPromotionDoesNotOverwriteANewerPut()
    {
        MemoryTier tier({.entries = 10, .bytes = roomy}, ignore);
        const auto stamp = tier.stamp("a");
        tier.put("a", entry(10, 2));
        tier.promote("a", entry(10, 1), stamp);
        QCOMPARE(tier.peek("a")->version.sizeBytes, std::uint64_t(2));
    }

    void aPromotionDoesNotBringAnErasedEntryBack()
    {
        MemoryTier tier({.entries = 10, .bytes = roomy}, ignore);
        const auto stamp = tier.stamp("a");
        tier.erase("a");
        tier.promote("a", entry(), stamp);
        QVERIFY(!tier.peek("a"));
        const auto other = tier.stamp("a");
        tier.clear();
        tier.promote("a", entry(), other);
        QVERIFY(!tier.peek("a"));
    }

    void theEvictedAreToldWithTheirHits()
    {
        std::vector<std::pair<std::string, std::uint64_t>> told;
        MemoryTier tier({.entries = 1, .bytes = roomy},
                        [&told](std::string_view gone, const MemoryEntry &entry) {
                            told.emplace_back(gone, entry.hits);
                        });
        tier.put("a", entry());
        tier.get("a", {});
        tier.get("a", {});
        tier.put("b", entry());
        QCOMPARE(told.size(), std::size_t(1));
        QCOMPARE(told[0].first, std::string("a"));
        QCOMPARE(told[0].second, std::uint64_t(2));
    }

    void aLimitOfZeroHoldsNothingAndHangsNobody()
    {
        MemoryTier tier({.entries = 10, .bytes = roomy}, ignore);
        tier.put("a", entry());
        tier.setLimits({.entries = 0, .bytes = 0}, LimitCause::Configuration);
        QCOMPARE(tier.figures().entries, std::uint64_t(0));
        QVERIFY(!tier.put("a", entry()));
    }

    void readersWritersAndCutsAtTheSameTimeKeepTheBounds()
    {
        MemoryTier tier({.entries = 500, .bytes = roomy}, ignore);
        std::atomic<bool> stop = false;
        std::vector<std::thread> threads;
        for (unsigned seed = 0; seed < 4; ++seed)
            threads.emplace_back([&tier, &stop, seed] {
                std::mt19937 random(seed);
                while (!stop) {
                    const std::string name = key(int(random() % 2000));
                    if (random() % 4 == 0)
                        tier.put(name, entry(random() % 500));
                    else if (random() % 50 == 0)
                        tier.erase(name);
                    else
                        tier.get(name, {});
                }
            });
        std::mt19937 random(42);
        for (int i = 0; i < 200; ++i) {
            const Limits limits{.entries = 10 + random() % 500, .bytes = 10'000 + random() % 200'000};
            tier.setLimits(limits, LimitCause::Pressure);
            const auto figures = tier.figures();
            QVERIFY(figures.entries <= limits.entries);
            QVERIFY(figures.bytes <= limits.bytes);
        }
        stop = true;
        for (auto &thread : threads)
            thread.join();
    }
};

QTEST_GUILESS_MAIN(TestMemoryTier)
#include "tst_memory_tier.moc"
