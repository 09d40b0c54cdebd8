// SPDX-License-Identifier: GPL-3.0-or-later
//
// Operations on listed entries by id.
#include "ForeignLock.h"
#include "ListedPaths.h"
#include "support/TestMain.h"

#include <QTest>

using namespace manometer::cache;
using namespace std::chrono_literals;

class TestCacheListedEntries : public QObject
{
    Q_OBJECT

private slots:
    void describesAnEntryWhereverItIs();
    void findsEntriesThatAreNotOnDisk();
    void erasesById();
    void anOldIdDoesNotEraseANewerEntry();
    void peeksWithoutCounting();
    void hitsAndLastUseSurviveARestart();
};

void TestCacheListedEntries::describesAnEntryWhereverItIs()
{
    CacheFixture fixture;
    QVERIFY(fixture.open());
    const SourceVersion source = version(5);
    const auto stored = fixture.now();
    fixture.cache->put({"/a", "deep"}, source, std::string(1000, 'x'),
                       {.readCost = 30ms, .fingerprint = ~0ull});
    const auto check = [&](bool inMemory, bool onDisk) {
        const auto ids = fixture.cache->list({});
        QCOMPARE(ids.size(), 1u);
        const auto info = fixture.cache->describe(ids).front();
        QVERIFY(info);
        QCOMPARE(info->id, ids.front());
        QCOMPARE(info->path, "/a");
        QCOMPARE(info->depth, "deep");
        QVERIFY(info->version == source);
        QCOMPARE(info->note.readCost, std::chrono::nanoseconds(30ms));
        QCOMPARE(info->note.fingerprint, ~0ull);
        QCOMPARE(info->valueBytes, 1000u);
        QVERIFY(info->stored == stored);
        QCOMPARE(info->inMemory, inMemory);
        QCOMPARE(info->onDisk, onDisk);
    };
    check(true, true);
    QVERIFY(fixture.cache->flush());
    check(true, true);
    const auto info = fixture.cache->describe(fixture.cache->list({})).front();
    QVERIFY(info->storedBytes > 0 && info->storedBytes < 1000);
    fixture.dropMemory();
    check(false, true);
    QVERIFY(fixture.reopen());
    check(false, true);
}

void TestCacheListedEntries::findsEntriesThatAreNotOnDisk()
{
    CacheFixture fixture;
    QVERIFY(fixture.open());
    fixture.put("/before", "x");
    QVERIFY(fixture.cache->flush());
    ForeignLock lock;
    QVERIFY(lock.take(fixture));
    for (int i = 0; i < 40; ++i)
        fixture.put("/queued/" + std::to_string(i), "x");
    QVERIFY(!fixture.cache->flush());
    QCOMPARE(fixture.put("/only/memory", "x"), PutResult::MemoryOnly);
    const auto ids = fixture.cache->list({.underFolder = "/only"});
    QCOMPARE(ids.size(), 1u);
    const auto info = fixture.cache->describe(ids).front();
    QVERIFY(info && info->inMemory && !info->onDisk);
    QCOMPARE(fixture.cache->peek(ids.front()).value_or(""), "x");
    QCOMPARE(fixture.cache->list({.underFolder = "/queued"}).size(), 40u);
    QCOMPARE(fixture.cache->erase(ids), 1u);
    QCOMPARE(fixture.get("/only/memory"), "");
    lock.release();
}

void TestCacheListedEntries::erasesById()
{
    CacheFixture fixture;
    QVERIFY(fixture.open());
    fixture.put("/a", "a");
    fixture.put("/b", "b");
    QVERIFY(fixture.cache->flush());
    fixture.put("/c", "c");
    const auto ids = fixture.cache->list({});
    QCOMPARE(fixture.cache->erase(std::vector{ids[0], ids[2]}), 2u);
    QCOMPARE(fixture.get("/a"), "");
    QCOMPARE(fixture.get("/c"), "");
    QCOMPARE(fixture.cache->erase(std::vector{ids[0], ids[2]}), 0u);
    QVERIFY(fixture.reopen());
    QCOMPARE(paths(fixture, {}), Paths{"/b"});
}

void TestCacheListedEntries::anOldIdDoesNotEraseANewerEntry()
{
    CacheFixture fixture;
    QVERIFY(fixture.open());
    fixture.put("/a", "old");
    const auto ids = fixture.cache->list({});
    fixture.put("/a", "new", 2);
    QCOMPARE(fixture.cache->erase(ids), 0u);
    QCOMPARE(fixture.get("/a", 2), "new");
    QVERIFY(fixture.cache->flush());
    QCOMPARE(fixture.cache->erase(ids), 0u);
    QCOMPARE(fixture.get("/a", 2), "new");
    QVERIFY(!fixture.cache->describe(ids).front());
    QVERIFY(!fixture.cache->peek(ids.front()));
}

void TestCacheListedEntries::peeksWithoutCounting()
{
    CacheFixture fixture;
    QVERIFY(fixture.open());
    fixture.put("/a", "a");
    QVERIFY(fixture.reopen());
    const auto ids = fixture.cache->list({});
    QCOMPARE(fixture.cache->peek(ids.front()).value_or(""), "a");
    QCOMPARE(fixture.cache->stats().requests(), 0u);
    QCOMPARE(fixture.cache->stats().memoryEntries, 0u);
    QCOMPARE(fixture.cache->describe(ids).front()->hits, 0u);
}

void TestCacheListedEntries::hitsAndLastUseSurviveARestart()
{
    CacheFixture fixture;
    QVERIFY(fixture.open());
    fixture.put("/a", "a");
    fixture.advance(1h);
    for (int i = 0; i < 5; ++i)
        fixture.get("/a");
    const auto used = fixture.now();
    QVERIFY(fixture.reopen());
    fixture.advance(1h);
    const auto info = fixture.cache->describe(fixture.cache->list({})).front();
    QCOMPARE(info->hits, 5u);
    QVERIFY(info->lastUsed == used);
    fixture.get("/a"); // from disk
    fixture.get("/a"); // from memory
    QCOMPARE(fixture.cache->describe(fixture.cache->list({})).front()->hits, 7u);
}

MANOMETER_TEST(Core, TestCacheListedEntries)
#include "tst_cache_listed_entries.moc"
