// SPDX-License-Identifier: GPL-3.0-or-later
//
// Kept entries neither expire nor are evicted from disk, until they are erased or no longer kept.
#include "OpenedCache.h"

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
    void expireOnceTheyAreLetGo();
    void stayKeptInANewVersion_data();
    void stayKeptInANewVersion();
    void stayKeptWhereMemoryDoesNotKnow();
    void areErasedWhenAskedTo();
    void areLeftByACleanUp();
    void keepTheFilesWithinTheirCap();
    void onlyThoseOnDiskAreCounted();

private:
    static std::vector<EntryId> idsOf(OpenedCache &opened, const std::string &folder)
    {
        return opened.cache->list({.underFolder = folder});
    }
    static bool isKept(OpenedCache &opened, const std::string &folder)
    {
        const auto info = opened.cache->describe(idsOf(opened, folder)).front();
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
    OpenedCache opened;
    opened.options.memory.entries = memoryEntries;
    QVERIFY(opened.open());
    opened.put("/kept/a", "a");
    opened.put("/other/b", "b");
    QCOMPARE(opened.cache->keep(idsOf(opened, "/kept"), true), 1u);
    QVERIFY(isKept(opened, "/kept"));
    QVERIFY(!isKept(opened, "/other"));
    opened.advance(48h);
    const auto lease = opened.cache->get({"/kept/a", "quick"}, version());
    QVERIFY(lease);
    QCOMPARE(lease->tier(), memoryEntries > 0 ? Tier::Memory : Tier::Disk);
    QCOMPARE(opened.get("/other/b"), "");
    QVERIFY(opened.reopen());
    opened.advance(48h);
    for (int time = 0; time < 3; ++time) // from disk, then from memory
        QCOMPARE(opened.get("/kept/a"), "a");
    QCOMPARE(opened.get("/kept/a", 2), ""); // never for another version
    QCOMPARE(opened.get("/kept/a"), "a");
}

void TestKeptEntries::expireOnceTheyAreLetGo()
{
    OpenedCache opened;
    QVERIFY(opened.open());
    opened.put("/kept/a", "a");
    const auto ids = idsOf(opened, "/kept");
    QCOMPARE(opened.cache->keep(ids, true), 1u);
    opened.advance(48h);
    QCOMPARE(opened.get("/kept/a"), "a");
    QCOMPARE(opened.cache->keep(ids, false), 1u);
    QCOMPARE(opened.get("/kept/a"), "");
    QVERIFY(opened.reopen());
    QCOMPARE(opened.get("/kept/a"), "");
}

void TestKeptEntries::stayKeptInANewVersion_data()
{
    QTest::addColumn<bool>("isWrittenBetween");
    QTest::addColumn<bool>("isMemoryDropped");
    QTest::newRow("at once") << false << false;
    QTest::newRow("after what the miss left is on disk") << true << false;
    QTest::newRow("memory knows nothing of it") << false << true;
    QTest::newRow("both") << true << true;
}

void TestKeptEntries::stayKeptInANewVersion()
{
    QFETCH(bool, isWrittenBetween);
    QFETCH(bool, isMemoryDropped);
    OpenedCache opened;
    QVERIFY(opened.open());
    opened.put("/kept/a", "old");
    QCOMPARE(opened.cache->keep(idsOf(opened, "/kept"), true), 1u);
    if (isMemoryDropped)
        opened.dropMemory();
    QCOMPARE(opened.get("/kept/a", 2), ""); // the file has changed
    if (isWrittenBetween)
        QVERIFY(opened.cache->flush());
    opened.put("/kept/a", "new", 2);
    QCOMPARE(opened.get("/kept/a", 2), "new");
    QVERIFY(opened.cache->flush());
    QVERIFY(isKept(opened, "/kept"));
    QCOMPARE(opened.cache->list({}).size(), 1u);
    opened.advance(48h);
    QCOMPARE(opened.get("/kept/a", 2), "new");
    QCOMPARE(opened.get("/kept/a", 2), "new");
    opened.cache->cleanUpDisk(0.5);
    QVERIFY(opened.reopen());
    QCOMPARE(opened.get("/kept/a", 2), "new");
    QCOMPARE(opened.get("/kept/a", 1), "");
}

void TestKeptEntries::stayKeptWhereMemoryDoesNotKnow()
{
    OpenedCache opened;
    QVERIFY(opened.open());
    opened.put("/kept/a", "first");
    QCOMPARE(opened.cache->keep(idsOf(opened, "/kept"), true), 1u);
    opened.dropMemory();
    opened.put("/kept/a", "second", 2);
    QVERIFY(opened.cache->flush());
    QCOMPARE(opened.get("/kept/a", 3), "");
    QVERIFY(opened.cache->flush());
    opened.put("/kept/a", "third", 3);
    QVERIFY(opened.cache->flush());
    QVERIFY(isKept(opened, "/kept"));
    QCOMPARE(opened.cache->list({}).size(), 1u);
}

void TestKeptEntries::areErasedWhenAskedTo()
{
    OpenedCache opened;
    QVERIFY(opened.open());
    for (const char *path : {"/kept/a", "/kept/b", "/kept/c"})
        opened.put(path, "x");
    const auto ids = idsOf(opened, "/kept");
    QCOMPARE(opened.cache->keep(ids, true), 3u);
    QVERIFY(opened.cache->erase({"/kept/a", "quick"}));
    QCOMPARE(opened.cache->erase(std::vector{ids[1]}), 1u);
    QVERIFY(opened.reopen());
    QCOMPARE(opened.cache->list({}), std::vector{ids[2]});
    opened.cache->clear();
    QVERIFY(opened.reopen());
    QCOMPARE(opened.cache->list({}).size(), 0u);
}

void TestKeptEntries::areLeftByACleanUp()
{
    OpenedCache opened;
    QVERIFY(opened.open());
    for (int i = 0; i < 40; ++i)
        opened.put("/kept/" + std::to_string(i), std::string(500, 'k'));
    QCOMPARE(opened.cache->keep(idsOf(opened, "/kept"), true), 40u);
    for (int i = 0; i < 1000; ++i)
        opened.put("/other/" + std::to_string(i), std::string(500, 'o'));
    const CleanUpOutcome outcome = opened.cache->cleanUpDisk(0);
    QCOMPARE(outcome.removedEntries, 1000u);
    opened.advance(48h);
    QCOMPARE(opened.cache->cleanUpDisk(1).expiredEntries, 0u);
    opened.dropMemory();
    for (int i = 0; i < 40; ++i)
        QCOMPARE(opened.get("/kept/" + std::to_string(i)), std::string(500, 'k'));
    QCOMPARE(opened.get("/other/1"), "");
}

void TestKeptEntries::keepTheFilesWithinTheirCap()
{
    std::mt19937 random(7);
    OpenedCache opened;
    opened.options.diskCapBytes = 4u << 20;
    opened.options.memory.entries = 0;
    QVERIFY(opened.open());
    const auto incompressible = [&random] {
        std::string bytes(10'000, '\0');
        for (char &byte : bytes)
            byte = static_cast<char>(random());
        return bytes;
    };
    std::uint64_t greatest = 0;
    for (int i = 0; i < 1200; ++i) {
        opened.put("/kept/" + std::to_string(i), incompressible());
        if (i % 50 == 49) {
            opened.cache->flush();
            opened.cache->keep(idsOf(opened, "/kept"), true);
            greatest = std::max(greatest, opened.cache->stats().diskBytes);
        }
    }
    QVERIFY(greatest <= opened.options.diskCapBytes);
    QCOMPARE(opened.cache->health().state, Health::State::DiskFull); // and health() reports it
    const auto kept = idsOf(opened, "/kept");
    QVERIFY(kept.size() > 100);
    // Once they are no longer kept, they can be removed.
    opened.cache->keep(kept, false);
    QTRY_VERIFY(opened.cache->flush());
    opened.put("/new", "new");
    QVERIFY(opened.cache->flush());
    QCOMPARE(opened.get("/new"), "new");
}

void TestKeptEntries::onlyThoseOnDiskAreCounted()
{
    OpenedCache opened;
    QVERIFY(opened.open());
    opened.put("/a", "a");
    const auto ids = opened.cache->list({});
    opened.cache->erase(ids);
    QCOMPARE(opened.cache->keep(ids, true), 0u);
    QCOMPARE(opened.cache->keep({}, true), 0u);
    QCOMPARE(opened.cache->list({}).size(), 0u);
}

QTEST_GUILESS_MAIN(TestKeptEntries)
#include "tst_kept_entries.moc"
