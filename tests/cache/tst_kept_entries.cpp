// SPDX-License-Identifier: GPL-3.0-or-later
//
// Kept entries neither expire nor are evicted from disk, until they are erased or no longer kept.
#include "CacheFixture.h"
#include "support/Eventually.h"
#include "support/TestMain.h"

#include <QTest>

#include <random>

using namespace manometer::cache;
using namespace std::chrono_literals;

class TestKeptEntries : public QObject
{
    Q_OBJECT

private slots:
    void doNotExpire_data();
    void doNotExpire();
    void expireOnceTheyAreNoLongerKept();
    void stayKeptInANewVersion_data();
    void stayKeptInANewVersion();
    void stayKeptIfMemoryDoesNotHaveTheFlag();
    void areErasedOnRequest();
    void surviveACleanUp();
    void keepTheFilesWithinTheirCap();
    void onlyThoseOnDiskAreCounted();

private:
    static std::vector<EntryId> idsOf(CacheFixture &fixture, const std::string &folder)
    {
        return fixture.cache->list({.underFolder = folder});
    }
    static bool isKept(CacheFixture &fixture, const std::string &folder)
    {
        const auto info = fixture.cache->describe(idsOf(fixture, folder)).front();
        return info && info->isKept;
    }
};

void TestKeptEntries::doNotExpire_data()
{
    QTest::addColumn<std::uint64_t>("memoryEntries");
    QTest::newRow("in memory") << std::uint64_t{500};
    QTest::newRow("on disk") << std::uint64_t{0};
}

void TestKeptEntries::doNotExpire()
{
    QFETCH(std::uint64_t, memoryEntries);
    CacheFixture fixture;
    fixture.options.memory.entries = memoryEntries;
    QVERIFY(fixture.open());
    fixture.put("/kept/a", "a");
    fixture.put("/other/b", "b");
    QCOMPARE(fixture.cache->keep(idsOf(fixture, "/kept"), true), 1u);
    QVERIFY(isKept(fixture, "/kept"));
    QVERIFY(!isKept(fixture, "/other"));
    fixture.advance(48h);
    const auto lease = fixture.cache->get({"/kept/a", "quick"}, version());
    QVERIFY(lease);
    QCOMPARE(lease->tier(), memoryEntries > 0 ? Tier::Memory : Tier::Disk);
    QCOMPARE(fixture.get("/other/b"), "");
    QVERIFY(fixture.reopen());
    fixture.advance(48h);
    for (int time = 0; time < 3; ++time) // from disk, then from memory
        QCOMPARE(fixture.get("/kept/a"), "a");
    QCOMPARE(fixture.get("/kept/a", 2), ""); // never for another version
    QCOMPARE(fixture.get("/kept/a"), "a");
}

void TestKeptEntries::expireOnceTheyAreNoLongerKept()
{
    CacheFixture fixture;
    QVERIFY(fixture.open());
    fixture.put("/kept/a", "a");
    const auto ids = idsOf(fixture, "/kept");
    QCOMPARE(fixture.cache->keep(ids, true), 1u);
    fixture.advance(48h);
    QCOMPARE(fixture.get("/kept/a"), "a");
    QCOMPARE(fixture.cache->keep(ids, false), 1u);
    QCOMPARE(fixture.get("/kept/a"), "");
    QVERIFY(fixture.reopen());
    QCOMPARE(fixture.get("/kept/a"), "");
}

void TestKeptEntries::stayKeptInANewVersion_data()
{
    QTest::addColumn<bool>("isWrittenBetween");
    QTest::addColumn<bool>("isMemoryDropped");
    QTest::newRow("immediately") << false << false;
    QTest::newRow("after the miss is written to disk") << true << false;
    QTest::newRow("dropped from memory") << false << true;
    QTest::newRow("both") << true << true;
}

void TestKeptEntries::stayKeptInANewVersion()
{
    QFETCH(bool, isWrittenBetween);
    QFETCH(bool, isMemoryDropped);
    CacheFixture fixture;
    QVERIFY(fixture.open());
    fixture.put("/kept/a", "old");
    QCOMPARE(fixture.cache->keep(idsOf(fixture, "/kept"), true), 1u);
    if (isMemoryDropped)
        fixture.dropMemory();
    QCOMPARE(fixture.get("/kept/a", 2), ""); // the file has changed
    if (isWrittenBetween)
        QVERIFY(fixture.cache->flush());
    fixture.put("/kept/a", "new", 2);
    QCOMPARE(fixture.get("/kept/a", 2), "new");
    QVERIFY(fixture.cache->flush());
    QVERIFY(isKept(fixture, "/kept"));
    QCOMPARE(fixture.cache->list({}).size(), 1u);
    fixture.advance(48h);
    QCOMPARE(fixture.get("/kept/a", 2), "new");
    QCOMPARE(fixture.get("/kept/a", 2), "new");
    fixture.cache->cleanUpDisk(0.5);
    QVERIFY(fixture.reopen());
    QCOMPARE(fixture.get("/kept/a", 2), "new");
    QCOMPARE(fixture.get("/kept/a", 1), "");
}

void TestKeptEntries::stayKeptIfMemoryDoesNotHaveTheFlag()
{
    CacheFixture fixture;
    QVERIFY(fixture.open());
    fixture.put("/kept/a", "first");
    QCOMPARE(fixture.cache->keep(idsOf(fixture, "/kept"), true), 1u);
    fixture.dropMemory();
    fixture.put("/kept/a", "second", 2);
    QVERIFY(fixture.cache->flush());
    QCOMPARE(fixture.get("/kept/a", 3), "");
    QVERIFY(fixture.cache->flush());
    fixture.put("/kept/a", "third", 3);
    QVERIFY(fixture.cache->flush());
    QVERIFY(isKept(fixture, "/kept"));
    QCOMPARE(fixture.cache->list({}).size(), 1u);
}

void TestKeptEntries::areErasedOnRequest()
{
    CacheFixture fixture;
    QVERIFY(fixture.open());
    for (const char *path : {"/kept/a", "/kept/b", "/kept/c"})
        fixture.put(path, "x");
    const auto ids = idsOf(fixture, "/kept");
    QCOMPARE(fixture.cache->keep(ids, true), 3u);
    QVERIFY(fixture.cache->erase({"/kept/a", "quick"}));
    QCOMPARE(fixture.cache->erase(std::vector{ids[1]}), 1u);
    QVERIFY(fixture.reopen());
    QCOMPARE(fixture.cache->list({}), std::vector{ids[2]});
    fixture.cache->clear();
    QVERIFY(fixture.reopen());
    QCOMPARE(fixture.cache->list({}).size(), 0u);
}

void TestKeptEntries::surviveACleanUp()
{
    CacheFixture fixture;
    QVERIFY(fixture.open());
    for (int i = 0; i < 40; ++i)
        fixture.put("/kept/" + std::to_string(i), std::string(500, 'k'));
    QCOMPARE(fixture.cache->keep(idsOf(fixture, "/kept"), true), 40u);
    for (int i = 0; i < 1000; ++i)
        fixture.put("/other/" + std::to_string(i), std::string(500, 'o'));
    const CleanUpOutcome outcome = fixture.cache->cleanUpDisk(0);
    QCOMPARE(outcome.removedEntries, 1000u);
    fixture.advance(48h);
    QCOMPARE(fixture.cache->cleanUpDisk(1).expiredEntries, 0u);
    fixture.dropMemory();
    for (int i = 0; i < 40; ++i)
        QCOMPARE(fixture.get("/kept/" + std::to_string(i)), std::string(500, 'k'));
    QCOMPARE(fixture.get("/other/1"), "");
}

void TestKeptEntries::keepTheFilesWithinTheirCap()
{
    std::mt19937 random(7);
    CacheFixture fixture;
    fixture.options.diskCapBytes = 4u << 20;
    fixture.options.memory.entries = 0;
    QVERIFY(fixture.open());
    const auto incompressible = [&random] {
        std::string bytes(10'000, '\0');
        for (char &byte : bytes)
            byte = static_cast<char>(random());
        return bytes;
    };
    std::uint64_t greatest = 0;
    for (int i = 0; i < 1200; ++i) {
        fixture.put("/kept/" + std::to_string(i), incompressible());
        if (i % 50 == 49) {
            fixture.cache->flush();
            fixture.cache->keep(idsOf(fixture, "/kept"), true);
            greatest = std::max(greatest, fixture.cache->stats().diskBytes);
        }
    }
    QVERIFY(greatest <= fixture.options.diskCapBytes);
    QCOMPARE(fixture.cache->health().state, Health::State::DiskFull); // and health() reports it
    const auto kept = idsOf(fixture, "/kept");
    QVERIFY(kept.size() > 100);
    // Once they are no longer kept, they can be removed.
    fixture.cache->keep(kept, false);
    VERIFY_EVENTUALLY(fixture.cache->flush());
    fixture.put("/new", "new");
    QVERIFY(fixture.cache->flush());
    QCOMPARE(fixture.get("/new"), "new");
}

void TestKeptEntries::onlyThoseOnDiskAreCounted()
{
    CacheFixture fixture;
    QVERIFY(fixture.open());
    fixture.put("/a", "a");
    const auto ids = fixture.cache->list({});
    fixture.cache->erase(ids);
    QCOMPARE(fixture.cache->keep(ids, true), 0u);
    QCOMPARE(fixture.cache->keep({}, true), 0u);
    QCOMPARE(fixture.cache->list({}).size(), 0u);
}

MANOMETER_TEST(Core, TestKeptEntries)
#include "tst_kept_entries.moc"
