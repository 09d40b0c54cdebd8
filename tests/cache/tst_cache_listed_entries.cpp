// SPDX-License-Identifier: GPL-3.0-or-later
//
// Operations on listed entries by id.
#include "ForeignLock.h"
#include "ListedPaths.h"

#include <QTest>

using namespace manometer::cache;
using namespace std::chrono_literals;

class TestCacheListedEntries : public QObject
{
    Q_OBJECT

private slots:
    void describesAnEntryWhereverItIs();
    void findsEntriesThatNoDiskTook();
    void erasesById();
    void anOldIdDoesNotEraseANewerEntry();
    void peeksWithoutCounting();
    void hitsAndLastUseSurviveARestart();
};

void TestCacheListedEntries::describesAnEntryWhereverItIs()
{
    OpenedCache opened;
    QVERIFY(opened.open());
    const SourceVersion source = version(5);
    const auto stored = opened.now();
    opened.cache->put({"/a", "deep"}, source, std::string(1000, 'x'),
                      {.readCost = 30ms, .fingerprint = ~0ull});
    const auto check = [&](bool inMemory, bool onDisk) {
        const auto ids = opened.cache->list({});
        QCOMPARE(ids.size(), 1u);
        const auto info = opened.cache->describe(ids).front();
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
    QVERIFY(opened.cache->flush());
    check(true, true);
    const auto info = opened.cache->describe(opened.cache->list({})).front();
    QVERIFY(info->storedBytes > 0 && info->storedBytes < 1000);
    opened.dropMemory();
    check(false, true);
    QVERIFY(opened.reopen());
    check(false, true);
}

void TestCacheListedEntries::findsEntriesThatNoDiskTook()
{
    OpenedCache opened;
    QVERIFY(opened.open());
    opened.put("/before", "x");
    QVERIFY(opened.cache->flush());
    ForeignLock lock;
    QVERIFY(lock.take(opened));
    for (int i = 0; i < 40; ++i)
        opened.put("/queued/" + std::to_string(i), "x");
    QVERIFY(!opened.cache->flush());
    QCOMPARE(opened.put("/only/memory", "x"), PutResult::MemoryOnly);
    const auto ids = opened.cache->list({.underFolder = "/only"});
    QCOMPARE(ids.size(), 1u);
    const auto info = opened.cache->describe(ids).front();
    QVERIFY(info && info->inMemory && !info->onDisk);
    QCOMPARE(opened.cache->peek(ids.front()).value_or(""), "x");
    QCOMPARE(opened.cache->list({.underFolder = "/queued"}).size(), 40u);
    QCOMPARE(opened.cache->erase(ids), 1u);
    QCOMPARE(opened.get("/only/memory"), "");
    lock.release();
}

void TestCacheListedEntries::erasesById()
{
    OpenedCache opened;
    QVERIFY(opened.open());
    opened.put("/a", "a");
    opened.put("/b", "b");
    QVERIFY(opened.cache->flush());
    opened.put("/c", "c");
    const auto ids = opened.cache->list({});
    QCOMPARE(opened.cache->erase(std::vector{ids[0], ids[2]}), 2u);
    QCOMPARE(opened.get("/a"), "");
    QCOMPARE(opened.get("/c"), "");
    QCOMPARE(opened.cache->erase(std::vector{ids[0], ids[2]}), 0u);
    QVERIFY(opened.reopen());
    QCOMPARE(paths(opened, {}), Paths{"/b"});
}

void TestCacheListedEntries::anOldIdDoesNotEraseANewerEntry()
{
    OpenedCache opened;
    QVERIFY(opened.open());
    opened.put("/a", "old");
    const auto ids = opened.cache->list({});
    opened.put("/a", "new", 2);
    QCOMPARE(opened.cache->erase(ids), 0u);
    QCOMPARE(opened.get("/a", 2), "new");
    QVERIFY(opened.cache->flush());
    QCOMPARE(opened.cache->erase(ids), 0u);
    QCOMPARE(opened.get("/a", 2), "new");
    QVERIFY(!opened.cache->describe(ids).front());
    QVERIFY(!opened.cache->peek(ids.front()));
}

void TestCacheListedEntries::peeksWithoutCounting()
{
    OpenedCache opened;
    QVERIFY(opened.open());
    opened.put("/a", "a");
    QVERIFY(opened.reopen());
    const auto ids = opened.cache->list({});
    QCOMPARE(opened.cache->peek(ids.front()).value_or(""), "a");
    QCOMPARE(opened.cache->stats().requests(), 0u);
    QCOMPARE(opened.cache->stats().memoryEntries, 0u);
    QCOMPARE(opened.cache->describe(ids).front()->hits, 0u);
}

void TestCacheListedEntries::hitsAndLastUseSurviveARestart()
{
    OpenedCache opened;
    QVERIFY(opened.open());
    opened.put("/a", "a");
    opened.advance(1h);
    for (int i = 0; i < 5; ++i)
        opened.get("/a");
    const auto used = opened.now();
    QVERIFY(opened.reopen());
    opened.advance(1h);
    const auto info = opened.cache->describe(opened.cache->list({})).front();
    QCOMPARE(info->hits, 5u);
    QVERIFY(info->lastUsed == used);
    opened.get("/a"); // from disk
    opened.get("/a"); // from memory
    QCOMPARE(opened.cache->describe(opened.cache->list({})).front()->hits, 7u);
}

QTEST_GUILESS_MAIN(TestCacheListedEntries)
#include "tst_cache_listed_entries.moc"
