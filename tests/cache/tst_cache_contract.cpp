// SPDX-License-Identifier: GPL-3.0-or-later
//
// The contract of Cache.h.
#include "OpenedCache.h"

#include <QTest>

#include <sys/stat.h>

using namespace manometer::cache;

class TestCacheContract : public QObject
{
    Q_OBJECT

private slots:
    void keepsWhatIsPut();
    void aKeyIsPathAndDepth();
    void anEmptyValueIsAValue();
    void aChangedFileIsAMiss_data();
    void aChangedFileIsAMiss();
    void expiresByTheClock();
    void keepsForEverWithoutATimeToLive();
    void aReplacedValueIsGone();
    void anErasedEntryIsGone_data();
    void anErasedEntryIsGone();
    void anErasedEntryStaysGoneAfterARestart();
    void eraseTellsWhetherThereWasOne();
    void clearDropsEverything();
    void flushWritesAllThatWasPut();
    void survivesARestart();
    void aValueLargerThanMemoryGoesToDisk();
    void aHitOnDiskIsPromoted();
    void whenNobodyIsLetInAFullMemoryPutsAndPromotionsStayOnDisk();
    void loweringTheLimitEvictsAtOnce();
    void aLeaseSurvivesEviction();
    void countsEveryGetOnce();
    void makesPrivateFiles();
};

void TestCacheContract::keepsWhatIsPut()
{
    OpenedCache opened;
    QVERIFY(opened.open());
    QCOMPARE(opened.put("/data/a.fits", "alpha"), PutResult::Stored);
    QCOMPARE(opened.get("/data/a.fits"), "alpha");
    QCOMPARE(opened.get("/data/b.fits"), "");
}

void TestCacheContract::aKeyIsPathAndDepth()
{
    OpenedCache opened;
    QVERIFY(opened.open());
    opened.put("/data/a", "quick", 1, "quick");
    opened.put("/data/a", "thorough", 1, "thorough");
    // The same bytes concatenated, split elsewhere.
    opened.put("/data/aq", "other", 1, "uick");
    for (const bool fromDisk : {false, true}) {
        if (fromDisk) {
            QVERIFY(opened.cache->flush());
            opened.dropMemory();
        }
        QCOMPARE(opened.get("/data/a", 1, "quick"), "quick");
        QCOMPARE(opened.get("/data/a", 1, "thorough"), "thorough");
        QCOMPARE(opened.get("/data/aq", 1, "uick"), "other");
        QCOMPARE(opened.get("/data/a", 1, ""), "");
    }
}

void TestCacheContract::anEmptyValueIsAValue()
{
    OpenedCache opened;
    QVERIFY(opened.open());
    opened.put("/empty", "");
    QVERIFY(opened.cache->flush());
    opened.dropMemory();
    const auto lease = opened.cache->get({"/empty", "quick"}, version());
    QVERIFY(lease);
    QCOMPARE(lease->bytes(), std::string_view());
}

void TestCacheContract::aChangedFileIsAMiss_data()
{
    QTest::addColumn<int>("field");
    QTest::addColumn<bool>("fromDisk");
    for (const bool fromDisk : {false, true}) {
        const char *where = fromDisk ? "on disk" : "in memory";
        QTest::addRow("another size, %s", where) << 0 << fromDisk;
        QTest::addRow("another mtime, %s", where) << 1 << fromDisk;
        QTest::addRow("mtime set back but another ctime, %s", where) << 2 << fromDisk;
        QTest::addRow("another inode, %s", where) << 3 << fromDisk;
        QTest::addRow("another device, %s", where) << 4 << fromDisk;
    }
}

void TestCacheContract::aChangedFileIsAMiss()
{
    QFETCH(int, field);
    QFETCH(bool, fromDisk);
    OpenedCache opened;
    QVERIFY(opened.open());
    opened.put("/data/a", "old");
    if (fromDisk) {
        QVERIFY(opened.cache->flush());
        opened.dropMemory();
    }
    SourceVersion changed = version();
    switch (field) {
    case 0:
        ++changed.sizeBytes;
        break;
    case 1:
        ++changed.mtimeNanoseconds;
        break;
    case 2:
        ++changed.ctimeNanoseconds;
        break;
    case 3:
        ++changed.inode;
        break;
    case 4:
        ++changed.device;
        break;
    }
    QVERIFY(!opened.cache->get({"/data/a", "quick"}, changed));
    // It was dropped from both tiers: a get of the old version is a miss too.
    QCOMPARE(opened.get("/data/a"), "");
    QVERIFY(opened.cache->flush());
    QCOMPARE(opened.cache->stats().diskEntries, 0u);
}

void TestCacheContract::expiresByTheClock()
{
    OpenedCache opened;
    opened.options.timeToLive = std::chrono::seconds(60);
    QVERIFY(opened.open());
    opened.put("/memory", "m");
    opened.put("/disk", "d");
    QVERIFY(opened.cache->flush());
    opened.advance(std::chrono::seconds(59));
    QCOMPARE(opened.get("/memory"), "m");
    QCOMPARE(opened.get("/disk"), "d");
    opened.advance(std::chrono::seconds(1));
    QCOMPARE(opened.get("/memory"), "");
    opened.dropMemory();
    QCOMPARE(opened.get("/disk"), "");
}

void TestCacheContract::keepsForEverWithoutATimeToLive()
{
    OpenedCache opened;
    opened.options.timeToLive.reset();
    QVERIFY(opened.open());
    opened.put("/a", "a");
    QVERIFY(opened.cache->flush());
    opened.advance(std::chrono::hours(24 * 365 * 20));
    QCOMPARE(opened.get("/a"), "a");
    opened.dropMemory();
    QCOMPARE(opened.get("/a"), "a");
}

void TestCacheContract::aReplacedValueIsGone()
{
    OpenedCache opened;
    QVERIFY(opened.open());
    opened.put("/a", "first");
    QVERIFY(opened.cache->flush());
    opened.put("/a", "second");
    QCOMPARE(opened.get("/a"), "second");
    opened.dropMemory();
    QCOMPARE(opened.get("/a"), "second");
    QVERIFY(opened.cache->flush());
    opened.dropMemory();
    QCOMPARE(opened.get("/a"), "second");
    QVERIFY(opened.reopen());
    QCOMPARE(opened.get("/a"), "second");
    QCOMPARE(opened.cache->stats().diskEntries, 1u);
}

void TestCacheContract::anErasedEntryIsGone_data()
{
    QTest::addColumn<bool>("flushed");
    QTest::addColumn<bool>("inMemory");
    QTest::newRow("from memory and the write queue") << false << true;
    QTest::newRow("from the write queue") << false << false;
    QTest::newRow("from memory and disk") << true << true;
    QTest::newRow("from disk") << true << false;
}

void TestCacheContract::anErasedEntryIsGone()
{
    QFETCH(bool, flushed);
    QFETCH(bool, inMemory);
    OpenedCache opened;
    QVERIFY(opened.open());
    opened.put("/a", "a");
    if (flushed)
        QVERIFY(opened.cache->flush());
    if (!inMemory)
        opened.dropMemory();
    QVERIFY(opened.cache->erase({"/a", "quick"}));
    QCOMPARE(opened.get("/a"), "");
    QVERIFY(opened.cache->flush());
    QCOMPARE(opened.get("/a"), "");
    QCOMPARE(opened.cache->stats().diskEntries, 0u);
}

void TestCacheContract::anErasedEntryStaysGoneAfterARestart()
{
    OpenedCache opened;
    QVERIFY(opened.open());
    opened.put("/a", "a");
    QVERIFY(opened.cache->flush());
    opened.cache->erase({"/a", "quick"});
    QVERIFY(opened.reopen());
    QCOMPARE(opened.get("/a"), "");
}

void TestCacheContract::eraseTellsWhetherThereWasOne()
{
    OpenedCache opened;
    QVERIFY(opened.open());
    QVERIFY(!opened.cache->erase({"/a", "quick"}));
    opened.put("/a", "a");
    QVERIFY(opened.cache->erase({"/a", "quick"}));
    QVERIFY(!opened.cache->erase({"/a", "quick"}));
    opened.put("/a", "a");
    QVERIFY(opened.cache->flush());
    opened.dropMemory();
    QVERIFY(opened.cache->erase({"/a", "quick"}));
}

void TestCacheContract::clearDropsEverything()
{
    OpenedCache opened;
    QVERIFY(opened.open());
    for (int i = 0; i < 100; ++i)
        opened.put("/" + std::to_string(i), "value");
    QVERIFY(opened.cache->flush());
    opened.put("/queued", "value");
    opened.cache->clear();
    QCOMPARE(opened.cache->stats().memoryEntries, 0u);
    QCOMPARE(opened.cache->stats().memoryBytes, 0u);
    QCOMPARE(opened.cache->stats().diskEntries, 0u);
    QCOMPARE(opened.get("/5"), "");
    QCOMPARE(opened.get("/queued"), "");
    opened.put("/5", "new");
    QVERIFY(opened.reopen());
    QCOMPARE(opened.get("/5"), "new");
    QCOMPARE(opened.get("/6"), "");
    QCOMPARE(opened.cache->stats().diskEntries, 1u);
}

void TestCacheContract::flushWritesAllThatWasPut()
{
    OpenedCache opened;
    QVERIFY(opened.open());
    // Several groups in each shard.
    for (int i = 0; i < 3000; ++i)
        QCOMPARE(opened.put("/" + std::to_string(i), "value"), PutResult::Stored);
    QVERIFY(opened.cache->flush());
    QCOMPARE(opened.cache->stats().diskEntries, 3000u);
}

void TestCacheContract::survivesARestart()
{
    OpenedCache opened;
    QVERIFY(opened.open());
    const std::string bytes("\0\xff binary \n", 11);
    opened.put(std::string_view("/odd\xff\n%_'\"", 10), bytes);
    opened.put("/plain", std::string(100'000, 'x'));
    QVERIFY(opened.reopen());
    QCOMPARE(opened.cache->stats().memoryEntries, 0u);
    QCOMPARE(opened.cache->stats().diskEntries, 2u);
    QCOMPARE(opened.get(std::string_view("/odd\xff\n%_'\"", 10)), bytes);
    QCOMPARE(opened.get("/plain"), std::string(100'000, 'x'));
    QCOMPARE(opened.cache->stats().diskHits, 2u);
}

void TestCacheContract::aValueLargerThanMemoryGoesToDisk()
{
    OpenedCache opened;
    opened.options.memory = {.entries = 10, .bytes = 10'000};
    QVERIFY(opened.open());
    opened.put("/a", "small, and then too large");
    QCOMPARE(opened.put("/a", std::string(20'000, 'x')), PutResult::DiskOnly);
    QCOMPARE(opened.cache->stats().memoryEntries, 0u);
    QCOMPARE(opened.get("/a"), std::string(20'000, 'x'));
    opened.cache->setLimits({.entries = 0, .bytes = 0}, LimitCause::Pressure);
    QCOMPARE(opened.put("/b", "b"), PutResult::DiskOnly);
    QCOMPARE(opened.get("/b"), "b");
}

void TestCacheContract::aHitOnDiskIsPromoted()
{
    OpenedCache opened;
    QVERIFY(opened.open());
    opened.put("/a", "a");
    QVERIFY(opened.reopen());
    QCOMPARE(opened.cache->get({"/a", "quick"}, version())->tier(), Tier::Disk);
    QCOMPARE(opened.cache->get({"/a", "quick"}, version())->tier(), Tier::Memory);
}

void TestCacheContract::whenNobodyIsLetInAFullMemoryPutsAndPromotionsStayOnDisk()
{
    OpenedCache opened;
    opened.options.memory = {.entries = 2, .bytes = 1u << 20};
    QVERIFY(opened.open());
    for (const char *path : {"/a", "/b"})
        QCOMPARE(opened.put(path, path), PutResult::Stored);
    opened.cache->setAdmission(Admission::WhileRoom);
    QCOMPARE(opened.put("/c", "/c"), PutResult::DiskOnly);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(opened.cache->get({"/c", "quick"}, version())->tier(), Tier::Disk);
    QCOMPARE(opened.cache->get({"/a", "quick"}, version())->tier(), Tier::Memory);
    QCOMPARE(opened.cache->stats().evictions, std::uint64_t{0});
    opened.cache->setAdmission(Admission::Always);
    opened.get("/c");
    QCOMPARE(opened.cache->get({"/c", "quick"}, version())->tier(), Tier::Memory);
}

void TestCacheContract::loweringTheLimitEvictsAtOnce()
{
    OpenedCache opened;
    QVERIFY(opened.open());
    for (int i = 0; i < 500; ++i)
        opened.put("/" + std::to_string(i), "value");
    const LimitOutcome outcome =
        opened.cache->setLimits({.entries = 50, .bytes = 16u << 20}, LimitCause::Pressure);
    QCOMPARE(outcome.before.entries, 500u);
    QCOMPARE(outcome.after.entries, 50u);
    QCOMPARE(outcome.evictedEntries, 450u);
    QCOMPARE(outcome.residentEntries, 50u);
    const Stats stats = opened.cache->stats();
    QCOMPARE(stats.memoryEntries, 50u);
    QCOMPARE(stats.evictions, 450u);
    QCOMPARE(stats.pressureEvictions, 450u);
    // They are evicted from memory, not from the cache.
    for (int i = 0; i < 500; ++i)
        QCOMPARE(opened.get("/" + std::to_string(i)), "value");
}

void TestCacheContract::aLeaseSurvivesEviction()
{
    OpenedCache opened;
    QVERIFY(opened.open());
    opened.put("/a", std::string(10'000, 'a'));
    const auto lease = opened.cache->get({"/a", "quick"}, version());
    QVERIFY(lease);
    opened.cache->clear();
    QCOMPARE(lease->bytes(), std::string(10'000, 'a'));
}

void TestCacheContract::countsEveryGetOnce()
{
    OpenedCache opened;
    QVERIFY(opened.open());
    opened.put("/a", "a");
    opened.get("/a");
    opened.get("/a");
    opened.get("/absent");
    opened.dropMemory();
    opened.get("/a");
    opened.get("/a", 2);
    const Stats stats = opened.cache->stats();
    QCOMPARE(stats.memoryHits, 2u);
    QCOMPARE(stats.diskHits, 1u);
    QCOMPARE(stats.misses, 2u);
    QCOMPARE(stats.hits(), 3u);
    QCOMPARE(stats.requests(), 5u);
}

void TestCacheContract::makesPrivateFiles()
{
    OpenedCache opened;
    opened.options.directory += "/deeper/down";
    QVERIFY(opened.open());
    opened.put("/a", "a");
    QVERIFY(opened.cache->flush());
    const auto mode = [](const std::string &path) {
        struct stat status = {};
        return ::stat(path.c_str(), &status) == 0 ? static_cast<int>(status.st_mode & 0777) : -1;
    };
    QCOMPARE(mode(opened.options.directory), 0700);
    QCOMPARE(mode(opened.options.directory + "/lock"), 0600);
    for (int index = 0; index < 4; ++index) {
        for (const char *suffix : {"", "-wal", "-shm"})
            QCOMPARE(mode(opened.shardPath(index) + suffix), 0600);
    }
}

QTEST_GUILESS_MAIN(TestCacheContract)
#include "tst_cache_contract.moc"
