// SPDX-License-Identifier: GPL-3.0-or-later
#include "CacheFixture.h"
#include "support/TestMain.h"

#include <QTest>

#include <map>
#include <thread>

using namespace manometer::cache;

class TestAccessTap : public QObject
{
    Q_OBJECT

private slots:
    void recordsNothingUntilAShareIsSet();
    void recordsAccessesInTheirOrder();
    void samplesKeysAndNotAccesses();
    void keepsTheNewestAndCountsTheLost();
    void takesNoMoreRoomThanWasWritten();
    void countsEveryAccessOfManyThreads();
};

// The live curve takes several times a second, mostly a few accesses: the ring's capacity is 400 KB.
void TestAccessTap::takesNoMoreRoomThanWasWritten()
{
    CacheFixture fixture;
    QVERIFY(fixture.open());
    fixture.cache->tap().setShare(1);
    for (int i = 0; i < 3; ++i)
        fixture.get("/a");
    const AccessTap::Taken few = fixture.cache->tap().take();
    QCOMPARE(few.accesses.size(), 3u);
    QVERIFY2(few.accesses.capacity() < 100, qPrintable(QString::number(few.accesses.capacity())));
    QVERIFY(fixture.cache->tap().take().accesses.capacity() < 100);
}

void TestAccessTap::recordsNothingUntilAShareIsSet()
{
    CacheFixture fixture;
    QVERIFY(fixture.open());
    fixture.put("/a", "a");
    fixture.get("/a");
    QVERIFY(fixture.cache->tap().take().accesses.empty());
    fixture.cache->tap().setShare(1);
    fixture.get("/a");
    QCOMPARE(fixture.cache->tap().take().accesses.size(), 1u);
    fixture.cache->tap().setShare(0);
    fixture.get("/a");
    QVERIFY(fixture.cache->tap().take().accesses.empty());
}

void TestAccessTap::recordsAccessesInTheirOrder()
{
    CacheFixture fixture;
    QVERIFY(fixture.open());
    fixture.cache->tap().setShare(1);
    fixture.get("/a");          // a miss
    fixture.put("/a", "value"); // what is put after it
    fixture.get("/a");          // a hit in memory
    QVERIFY(fixture.cache->flush());
    fixture.dropMemory();
    fixture.get("/a");    // a hit on disk
    fixture.get("/a", 2); // another version: a miss
    fixture.cache->erase({"/a", "quick"});
    const AccessTap::Taken taken = fixture.cache->tap().take();
    using Kind = Access::Kind;
    const std::vector<Kind> kinds{Kind::Miss, Kind::Put, Kind::Hit, Kind::Hit, Kind::Miss, Kind::Erase};
    QCOMPARE(taken.accesses.size(), kinds.size());
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        QCOMPARE(taken.accesses[i].kind, kinds[i]);
        QCOMPARE(taken.accesses[i].keyHash, taken.accesses[0].keyHash);
        const bool hasCharge = kinds[i] == Kind::Put || kinds[i] == Kind::Hit;
        QCOMPARE(taken.accesses[i].charge > 5, hasCharge);
    }
    QCOMPARE(taken.accesses[2].charge, taken.accesses[1].charge);
    QCOMPARE(taken.accesses[3].charge, taken.accesses[1].charge);
    QCOMPARE(taken.lost, std::uint64_t{0});
    QVERIFY(fixture.cache->tap().take().accesses.empty());
}

void TestAccessTap::samplesKeysAndNotAccesses()
{
    CacheFixture fixture;
    QVERIFY(fixture.open());
    fixture.cache->tap().setShare(0.1);
    constexpr int keys = 5000;
    for (int round = 0; round < 3; ++round) {
        for (int key = 0; key < keys; ++key)
            fixture.get("/data/" + std::to_string(key));
    }
    std::map<std::uint64_t, int> accesses;
    for (const Access &access : fixture.cache->tap().take().accesses)
        ++accesses[access.keyHash];
    // 500 expected of a binomial distribution with a deviation of 21.
    QVERIFY2(accesses.size() > 375 && accesses.size() < 625, qPrintable(QString::number(accesses.size())));
    for (const auto &[hash, count] : accesses)
        QCOMPARE(count, 3);
}

void TestAccessTap::keepsTheNewestAndCountsTheLost()
{
    AccessTap tap;
    tap.setShare(1);
    for (std::uint64_t hash = 0; hash < AccessTap::places + 10; ++hash)
        tap.record({.keyHash = hash});
    const AccessTap::Taken taken = tap.take();
    QCOMPARE(taken.accesses.size(), AccessTap::places);
    QCOMPARE(taken.accesses.front().keyHash, std::uint64_t{10});
    QCOMPARE(taken.lost, std::uint64_t{10});
}

void TestAccessTap::countsEveryAccessOfManyThreads()
{
    AccessTap tap;
    tap.setShare(1);
    constexpr std::uint64_t each = 200'000;
    std::vector<std::thread> threads;
    for (std::uint64_t thread = 0; thread < 4; ++thread) {
        threads.emplace_back([&tap, thread] {
            for (std::uint64_t i = 0; i < each; ++i)
                tap.record({.keyHash = thread, .charge = i});
        });
    }
    std::uint64_t counted = 0;
    const auto count = [&](const AccessTap::Taken &taken) { counted += taken.accesses.size() + taken.lost; };
    for (int i = 0; i < 100; ++i)
        count(tap.take());
    for (std::thread &thread : threads)
        thread.join();
    count(tap.take());
    QCOMPARE(counted, 4 * each);
}

MANOMETER_TEST(Core, TestAccessTap)
#include "tst_access_tap.moc"
