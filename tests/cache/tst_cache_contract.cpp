// SPDX-License-Identifier: GPL-3.0-or-later
//
// The contract of Cache.h.
#include "CacheFixture.h"
#include "support/TestMain.h"

#include <QTest>

#include <sys/stat.h>

using namespace manometer::cache;

class TestCacheContract : public QObject
{
    Q_OBJECT

private slots:
    void returnsWhatWasPut();
    void aKeyIsPathAndDepth();
    void anEmptyValueIsAValue();
    void aChangedFileIsAMiss_data();
    void aChangedFileIsAMiss();
    void expiresByTheClock();
    void neverExpiresWithoutATimeToLive();
    void aReplacedValueIsGone();
    void anErasedEntryIsGone_data();
    void anErasedEntryIsGone();
    void anErasedEntryStaysGoneAfterARestart();
    void eraseReturnsWhetherTheEntryExisted();
    void clearDropsEverything();
    void flushWritesAllThatWasPut();
    void survivesARestart();
    void aValueLargerThanMemoryGoesToDisk();
    void aHitOnDiskIsPromoted();
    void putsAndPromotionsStayOnDiskIfAFullMemoryAdmitsNone();
    void loweringTheLimitEvictsAtOnce();
    void aLeaseSurvivesEviction();
    void countsEveryGetOnce();
    void makesPrivateFiles();
};

void TestCacheContract::returnsWhatWasPut()
{
    CacheFixture fixture;
    QVERIFY(fixture.open());
    QCOMPARE(fixture.put("/data/a.fits", "alpha"), PutResult::Stored);
    QCOMPARE(fixture.get("/data/a.fits"), "alpha");
    QCOMPARE(fixture.get("/data/b.fits"), "");
}

void TestCacheContract::aKeyIsPathAndDepth()
{
    CacheFixture fixture;
    QVERIFY(fixture.open());
    fixture.put("/data/a", "quick", 1, "quick");
    fixture.put("/data/a", "thorough", 1, "thorough");
    // The same bytes concatenated, split elsewhere.
    fixture.put("/data/aq", "other", 1, "uick");
    for (const bool fromDisk : {false, true}) {
        if (fromDisk) {
            QVERIFY(fixture.cache->flush());
            fixture.dropMemory();
        }
        QCOMPARE(fixture.get("/data/a", 1, "quick"), "quick");
        QCOMPARE(fixture.get("/data/a", 1, "thorough"), "thorough");
        QCOMPARE(fixture.get("/data/aq", 1, "uick"), "other");
        QCOMPARE(fixture.get("/data/a", 1, ""), "");
    }
}

void TestCacheContract::anEmptyValueIsAValue()
{
    CacheFixture fixture;
    QVERIFY(fixture.open());
    fixture.put("/empty", "");
    QVERIFY(fixture.cache->flush());
    fixture.dropMemory();
    const auto lease = fixture.cache->get({"/empty", "quick"}, version());
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
    CacheFixture fixture;
    QVERIFY(fixture.open());
    fixture.put("/data/a", "old");
    if (fromDisk) {
        QVERIFY(fixture.cache->flush());
        fixture.dropMemory();
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
    QVERIFY(!fixture.cache->get({"/data/a", "quick"}, changed));
    // It was dropped from both tiers: a get of the old version is a miss too.
    QCOMPARE(fixture.get("/data/a"), "");
    QVERIFY(fixture.cache->flush());
    QCOMPARE(fixture.cache->stats().diskEntries, 0u);
}

void TestCacheContract::expiresByTheClock()
{
    CacheFixture fixture;
    fixture.options.timeToLive = std::chrono::seconds(60);
    QVERIFY(fixture.open());
    fixture.put("/memory", "m");
    fixture.put("/disk", "d");
    QVERIFY(fixture.cache->flush());
    fixture.advance(std::chrono::seconds(59));
    QCOMPARE(fixture.get("/memory"), "m");
    QCOMPARE(fixture.get("/disk"), "d");
    fixture.advance(std::chrono::seconds(1));
    QCOMPARE(fixture.get("/memory"), "");
    fixture.dropMemory();
    QCOMPARE(fixture.get("/disk"), "");
}

void TestCacheContract::neverExpiresWithoutATimeToLive()
{
    CacheFixture fixture;
    fixture.options.timeToLive.reset();
    QVERIFY(fixture.open());
    fixture.put("/a", "a");
    QVERIFY(fixture.cache->flush());
    fixture.advance(std::chrono::hours(24 * 365 * 20));
    QCOMPARE(fixture.get("/a"), "a");
    fixture.dropMemory();
    QCOMPARE(fixture.get("/a"), "a");
}

void TestCacheContract::aReplacedValueIsGone()
{
    CacheFixture fixture;
    QVERIFY(fixture.open());
    fixture.put("/a", "first");
    QVERIFY(fixture.cache->flush());
    fixture.put("/a", "second");
    QCOMPARE(fixture.get("/a"), "second");
    fixture.dropMemory();
    QCOMPARE(fixture.get("/a"), "second");
    QVERIFY(fixture.cache->flush());
    fixture.dropMemory();
    QCOMPARE(fixture.get("/a"), "second");
    QVERIFY(fixture.reopen());
    QCOMPARE(fixture.get("/a"), "second");
    QCOMPARE(fixture.cache->stats().diskEntries, 1u);
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
    CacheFixture fixture;
    QVERIFY(fixture.open());
    fixture.put("/a", "a");
    if (flushed)
        QVERIFY(fixture.cache->flush());
    if (!inMemory)
        fixture.dropMemory();
    QVERIFY(fixture.cache->erase({"/a", "quick"}));
    QCOMPARE(fixture.get("/a"), "");
    QVERIFY(fixture.cache->flush());
    QCOMPARE(fixture.get("/a"), "");
    QCOMPARE(fixture.cache->stats().diskEntries, 0u);
}

void TestCacheContract::anErasedEntryStaysGoneAfterARestart()
{
    CacheFixture fixture;
    QVERIFY(fixture.open());
    fixture.put("/a", "a");
    QVERIFY(fixture.cache->flush());
    fixture.cache->erase({"/a", "quick"});
    QVERIFY(fixture.reopen());
    QCOMPARE(fixture.get("/a"), "");
}

void TestCacheContract::eraseReturnsWhetherTheEntryExisted()
{
    CacheFixture fixture;
    QVERIFY(fixture.open());
    QVERIFY(!fixture.cache->erase({"/a", "quick"}));
    fixture.put("/a", "a");
    QVERIFY(fixture.cache->erase({"/a", "quick"}));
    QVERIFY(!fixture.cache->erase({"/a", "quick"}));
    fixture.put("/a", "a");
    QVERIFY(fixture.cache->flush());
    fixture.dropMemory();
    QVERIFY(fixture.cache->erase({"/a", "quick"}));
}

void TestCacheContract::clearDropsEverything()
{
    CacheFixture fixture;
    QVERIFY(fixture.open());
    for (int i = 0; i < 100; ++i)
        fixture.put("/" + std::to_string(i), "value");
    QVERIFY(fixture.cache->flush());
    fixture.put("/queued", "value");
    fixture.cache->clear();
    QCOMPARE(fixture.cache->stats().memoryEntries, 0u);
    QCOMPARE(fixture.cache->stats().memoryBytes, 0u);
    QCOMPARE(fixture.cache->stats().diskEntries, 0u);
    QCOMPARE(fixture.get("/5"), "");
    QCOMPARE(fixture.get("/queued"), "");
    fixture.put("/5", "new");
    QVERIFY(fixture.reopen());
    QCOMPARE(fixture.get("/5"), "new");
    QCOMPARE(fixture.get("/6"), "");
    QCOMPARE(fixture.cache->stats().diskEntries, 1u);
}

void TestCacheContract::flushWritesAllThatWasPut()
{
    CacheFixture fixture;
    QVERIFY(fixture.open());
    // Several groups in each shard.
    for (int i = 0; i < 3000; ++i)
        QCOMPARE(fixture.put("/" + std::to_string(i), "value"), PutResult::Stored);
    QVERIFY(fixture.cache->flush());
    QCOMPARE(fixture.cache->stats().diskEntries, 3000u);
}

void TestCacheContract::survivesARestart()
{
    CacheFixture fixture;
    QVERIFY(fixture.open());
    const std::string bytes("\0\xff binary \n", 11);
    fixture.put(std::string_view("/odd\xff\n%_'\"", 10), bytes);
    fixture.put("/plain", std::string(100'000, 'x'));
    QVERIFY(fixture.reopen());
    QCOMPARE(fixture.cache->stats().memoryEntries, 0u);
    QCOMPARE(fixture.cache->stats().diskEntries, 2u);
    QCOMPARE(fixture.get(std::string_view("/odd\xff\n%_'\"", 10)), bytes);
    QCOMPARE(fixture.get("/plain"), std::string(100'000, 'x'));
    QCOMPARE(fixture.cache->stats().diskHits, 2u);
}

void TestCacheContract::aValueLargerThanMemoryGoesToDisk()
{
    CacheFixture fixture;
    fixture.options.memory = {.entries = 10, .bytes = 10'000};
    QVERIFY(fixture.open());
    fixture.put("/a", "small, and then too large");
    QCOMPARE(fixture.put("/a", std::string(20'000, 'x')), PutResult::DiskOnly);
    QCOMPARE(fixture.cache->stats().memoryEntries, 0u);
    QCOMPARE(fixture.get("/a"), std::string(20'000, 'x'));
    fixture.cache->setLimits({.entries = 0, .bytes = 0}, LimitCause::Pressure);
    QCOMPARE(fixture.put("/b", "b"), PutResult::DiskOnly);
    QCOMPARE(fixture.get("/b"), "b");
}

void TestCacheContract::aHitOnDiskIsPromoted()
{
    CacheFixture fixture;
    QVERIFY(fixture.open());
    fixture.put("/a", "a");
    QVERIFY(fixture.reopen());
    QCOMPARE(fixture.cache->get({"/a", "quick"}, version())->tier(), Tier::Disk);
    QCOMPARE(fixture.cache->get({"/a", "quick"}, version())->tier(), Tier::Memory);
}

void TestCacheContract::putsAndPromotionsStayOnDiskIfAFullMemoryAdmitsNone()
{
    CacheFixture fixture;
    fixture.options.memory = {.entries = 2, .bytes = 1u << 20};
    QVERIFY(fixture.open());
    for (const char *path : {"/a", "/b"})
        QCOMPARE(fixture.put(path, path), PutResult::Stored);
    fixture.cache->setAdmission(Admission::WhileRoom);
    QCOMPARE(fixture.put("/c", "/c"), PutResult::DiskOnly);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(fixture.cache->get({"/c", "quick"}, version())->tier(), Tier::Disk);
    QCOMPARE(fixture.cache->get({"/a", "quick"}, version())->tier(), Tier::Memory);
    QCOMPARE(fixture.cache->stats().evictions, std::uint64_t{0});
    fixture.cache->setAdmission(Admission::Always);
    fixture.get("/c");
    QCOMPARE(fixture.cache->get({"/c", "quick"}, version())->tier(), Tier::Memory);
}

void TestCacheContract::loweringTheLimitEvictsAtOnce()
{
    CacheFixture fixture;
    QVERIFY(fixture.open());
    for (int i = 0; i < 500; ++i)
        fixture.put("/" + std::to_string(i), "value");
    const LimitOutcome outcome =
        fixture.cache->setLimits({.entries = 50, .bytes = 16u << 20}, LimitCause::Pressure);
    QCOMPARE(outcome.before.entries, 500u);
    QCOMPARE(outcome.after.entries, 50u);
    QCOMPARE(outcome.evictedEntries, 450u);
    QCOMPARE(outcome.residentEntries, 50u);
    const Stats stats = fixture.cache->stats();
    QCOMPARE(stats.memoryEntries, 50u);
    QCOMPARE(stats.evictions, 450u);
    QCOMPARE(stats.pressureEvictions, 450u);
    // They are evicted from memory, not from the cache.
    for (int i = 0; i < 500; ++i)
        QCOMPARE(fixture.get("/" + std::to_string(i)), "value");
}

void TestCacheContract::aLeaseSurvivesEviction()
{
    CacheFixture fixture;
    QVERIFY(fixture.open());
    fixture.put("/a", std::string(10'000, 'a'));
    const auto lease = fixture.cache->get({"/a", "quick"}, version());
    QVERIFY(lease);
    fixture.cache->clear();
    QCOMPARE(lease->bytes(), std::string(10'000, 'a'));
}

void TestCacheContract::countsEveryGetOnce()
{
    CacheFixture fixture;
    QVERIFY(fixture.open());
    fixture.put("/a", "a");
    fixture.get("/a");
    fixture.get("/a");
    fixture.get("/absent");
    fixture.dropMemory();
    fixture.get("/a");
    fixture.get("/a", 2);
    const Stats stats = fixture.cache->stats();
    QCOMPARE(stats.memoryHits, 2u);
    QCOMPARE(stats.diskHits, 1u);
    QCOMPARE(stats.misses, 2u);
    QCOMPARE(stats.hits(), 3u);
    QCOMPARE(stats.requests(), 5u);
}

void TestCacheContract::makesPrivateFiles()
{
    CacheFixture fixture;
    fixture.options.directory += "/deeper/down";
    QVERIFY(fixture.open());
    fixture.put("/a", "a");
    QVERIFY(fixture.cache->flush());
    const auto mode = [](const std::string &path) {
        struct stat status = {};
        return ::stat(path.c_str(), &status) == 0 ? static_cast<int>(status.st_mode & 0777) : -1;
    };
    QCOMPARE(mode(fixture.options.directory), 0700);
    QCOMPARE(mode(fixture.options.directory + "/lock"), 0600);
    for (int index = 0; index < 4; ++index) {
        for (const char *suffix : {"", "-wal", "-shm"})
            QCOMPARE(mode(fixture.shardPath(index) + suffix), 0600);
    }
}

MANOMETER_TEST(Core, TestCacheContract)
#include "tst_cache_contract.moc"
