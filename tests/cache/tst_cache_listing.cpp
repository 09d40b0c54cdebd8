// SPDX-License-Identifier: GPL-3.0-or-later
//
// Listings of the cache: order and filters, in all tiers.
#include "ForeignLock.h"
#include "ListedPaths.h"
#include "support/Eventually.h"
#include "support/TestMain.h"

#include <QTest>

#include <algorithm>
#include <thread>

using namespace manometer::cache;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(Paths)
Q_DECLARE_METATYPE(EntryQuery)

class TestCacheListing : public QObject
{
    Q_OBJECT

private slots:
    void ordersByTheRequestedColumn_data();
    void ordersByTheRequestedColumn();
    void equalRanksAreOrderedById();
    void ordersPathsThatBeginAlike();
    void selectsByFigures_data();
    void selectsByFigures();
    void selectsByPlace();
    void selectsKeptEntries();
    void selectsEntriesWithErrors();
    void filtersPathsByBytes_data();
    void filtersPathsByBytes();
    void anEntryInMemoryHasTheHitsOfItsRow();
    void anEntryIsListedOnce();
    void listsWhileOthersWrite();
};

void TestCacheListing::ordersByTheRequestedColumn_data()
{
    QTest::addColumn<EntryQuery::Order>("order");
    QTest::addColumn<bool>("descending");
    QTest::addColumn<Paths>("expected");
    using Order = EntryQuery::Order;
    QTest::newRow("by path") << Order::Path << false << Paths{"/a", "/b", "/c"};
    QTest::newRow("by path, descending") << Order::Path << true << Paths{"/c", "/b", "/a"};
    QTest::newRow("by size") << Order::ValueBytes << false << Paths{"/b", "/c", "/a"};
    QTest::newRow("by hits") << Order::Hits << true << Paths{"/c", "/a", "/b"};
    QTest::newRow("by age") << Order::Stored << false << Paths{"/c", "/b", "/a"};
    QTest::newRow("by last use") << Order::LastUsed << false << Paths{"/b", "/a", "/c"};
    QTest::newRow("by read cost") << Order::ReadCost << true << Paths{"/b", "/a", "/c"};
    QTest::newRow("by depth") << Order::Depth << false << Paths{"/a", "/c", "/b"};
    QTest::newRow("by modification time") << Order::Modified << true << Paths{"/c", "/b", "/a"};
}

void TestCacheListing::ordersByTheRequestedColumn()
{
    QFETCH(EntryQuery::Order, order);
    QFETCH(bool, descending);
    QFETCH(Paths, expected);
    CacheFixture fixture;
    QVERIFY(fixture.open());
    const auto put = [&](const char *path, const char *depth, std::uint64_t number, std::size_t bytes,
                         std::chrono::milliseconds readCost) {
        fixture.cache->put({path, depth}, version(number), std::string(bytes, 'x'), {.readCost = readCost});
        fixture.advance(1s);
    };
    put("/c", "quick", 3, 20, 1ms);
    put("/b", "thorough", 2, 10, 90ms);
    put("/a", "", 1, 30, 50ms);
    fixture.get("/a", 1, "");
    fixture.advance(1s);
    fixture.get("/c", 3);
    fixture.get("/c", 3);
    // In memory and queued; then on disk as well; then after a restart.
    QCOMPARE(paths(fixture, {.order = order, .descending = descending}), expected);
    QVERIFY(fixture.cache->flush());
    QCOMPARE(paths(fixture, {.order = order, .descending = descending}), expected);
    QVERIFY(fixture.reopen());
    QCOMPARE(paths(fixture, {.order = order, .descending = descending}), expected);
}

void TestCacheListing::equalRanksAreOrderedById()
{
    CacheFixture fixture;
    QVERIFY(fixture.open());
    for (int i = 0; i < 200; ++i)
        fixture.put("/" + std::to_string(i), "same");
    for (const bool descending : {false, true}) {
        const auto ids = fixture.cache->list({.order = EntryQuery::Order::Hits, .descending = descending});
        QCOMPARE(ids.size(), 200u);
        QVERIFY(std::is_sorted(ids.begin(), ids.end()));
    }
}

void TestCacheListing::ordersPathsThatBeginAlike()
{
    CacheFixture fixture;
    QVERIFY(fixture.open());
    Paths expected{"/data",     "/data/", "/data/\x01", "/data/a", "/data/aa", "/data/aaaaaaaaaaaa",
                   "/data/\xff"};
    for (int i = 0; i < 300; ++i)
        expected.push_back("/data/frame-" + std::to_string(1000 + i) + std::string(30, 'x'));
    std::sort(expected.begin(), expected.end());
    for (const std::string &path : expected)
        fixture.put(path, "x");
    QCOMPARE(paths(fixture, {}), expected);
    QVERIFY(fixture.reopen());
    QCOMPARE(paths(fixture, {}), expected);
    std::reverse(expected.begin(), expected.end());
    QCOMPARE(paths(fixture, {.descending = true}), expected);
}

void TestCacheListing::selectsByFigures_data()
{
    QTest::addColumn<EntryQuery>("query");
    QTest::addColumn<Paths>("expected");
    const auto hours = [](std::int64_t count) { return std::chrono::nanoseconds(count * 1h).count(); };
    QTest::newRow("larger") << EntryQuery{.valueBytes = {.least = 20}} << Paths{"/b", "/c"};
    QTest::newRow("smaller") << EntryQuery{.valueBytes = {.most = 20}} << Paths{"/a", "/b"};
    QTest::newRow("between") << EntryQuery{.valueBytes = {.least = 15, .most = 25}} << Paths{"/b"};
    QTest::newRow("crossed ends") << EntryQuery{.valueBytes = {.least = 25, .most = 15}} << Paths{};
    QTest::newRow("with many hits") << EntryQuery{.hits = {.least = 2}} << Paths{"/c"};
    QTest::newRow("without hits") << EntryQuery{.hits = {.most = 0}} << Paths{"/b"};
    QTest::newRow("old") << EntryQuery{.ageNanoseconds = {.least = hours(2)}} << Paths{"/a", "/b"};
    QTest::newRow("neither old nor young")
        << EntryQuery{.ageNanoseconds = {.least = hours(2), .most = hours(2)}} << Paths{"/b"};
    QTest::newRow("young") << EntryQuery{.ageNanoseconds = {.most = hours(1)}} << Paths{"/c"};
    QTest::newRow("all filters together")
        << EntryQuery{.pathContains = "B", .valueBytes = {.most = 20}, .hits = {.most = 0}} << Paths{"/b"};
}

void TestCacheListing::selectsByFigures()
{
    QFETCH(EntryQuery, query);
    QFETCH(Paths, expected);
    CacheFixture fixture;
    QVERIFY(fixture.open());
    fixture.put("/a", std::string(10, 'x'));
    fixture.advance(1h);
    fixture.put("/b", std::string(20, 'x'));
    fixture.advance(1h);
    fixture.put("/c", std::string(30, 'x'));
    fixture.advance(1h);
    fixture.get("/a");
    fixture.get("/c");
    fixture.get("/c");
    // In memory and queued; on disk as well; on disk alone, with unreported accesses; restarted.
    QCOMPARE(paths(fixture, query), expected);
    QVERIFY(fixture.cache->flush());
    QCOMPARE(paths(fixture, query), expected);
    fixture.dropMemory();
    QCOMPARE(paths(fixture, query), expected);
    QVERIFY(fixture.reopen());
    QCOMPARE(paths(fixture, query), expected);
}

void TestCacheListing::selectsByPlace()
{
    CacheFixture fixture;
    QVERIFY(fixture.open());
    fixture.put("/disk", "x");
    QVERIFY(fixture.cache->flush());
    fixture.dropMemory();
    fixture.put("/both", "xx");
    QVERIFY(fixture.cache->flush());
    ForeignLock lock;
    QVERIFY(lock.take(fixture));
    // All four shards have to detect that they are out of order.
    for (int i = 0; i < 40; ++i)
        fixture.put("/queued" + std::to_string(i), "x");
    QVERIFY(!fixture.cache->flush());
    QCOMPARE(fixture.put("/memory", "xxx"), PutResult::MemoryOnly);
    lock.release();
    // It is offered to the disk again at its next get.
    VERIFY_EVENTUALLY(fixture.cache->flush());
    QCOMPARE(fixture.get("/both"), "xx");
    const auto listed = [&](EntryQuery query) {
        auto found = paths(fixture, query);
        std::erase_if(found, [](const std::string &path) { return path.starts_with("/queued"); });
        return found;
    };
    QCOMPARE(listed({.inMemory = true}), (Paths{"/both", "/memory"}));
    QCOMPARE(listed({.onDisk = true}), (Paths{"/both", "/disk"}));
    QCOMPARE(listed({.inMemory = true, .onDisk = true}), Paths{"/both"});
    QCOMPARE(listed({.inMemory = false}), Paths{"/disk"});
    QCOMPARE(listed({.onDisk = false}), Paths{"/memory"});
    QCOMPARE(listed({.order = EntryQuery::Order::Tier}), (Paths{"/disk", "/memory", "/both"}));
    // Filters by figures apply in every tier.
    QCOMPARE(listed({.valueBytes = {.least = 2}}), (Paths{"/both", "/memory"}));
    QCOMPARE(listed({.hits = {.least = 1}}), Paths{"/both"});
}

void TestCacheListing::selectsKeptEntries()
{
    CacheFixture fixture;
    QVERIFY(fixture.open());
    fixture.put("/a", "x");
    fixture.put("/b", "x");
    QCOMPARE(fixture.cache->keep(fixture.cache->list({.pathContains = "b"}), true), 1u);
    QCOMPARE(paths(fixture, {.isKept = true}), Paths{"/b"});
    QCOMPARE(paths(fixture, {.isKept = false}), Paths{"/a"});
    QCOMPARE(paths(fixture, {.order = EntryQuery::Order::Kept, .descending = true}), (Paths{"/b", "/a"}));
}

void TestCacheListing::selectsEntriesWithErrors()
{
    const auto fingerprintOf = [](Contents contents) { return EntryNote::fingerprintOf(contents, 0xabcdef); };
    CacheFixture fixture;
    QVERIFY(fixture.open());
    fixture.cache->put({"/good", "deep"}, {}, "x", {.fingerprint = fingerprintOf(Contents::Understood)});
    fixture.cache->put({"/none", "deep"}, {}, "x", {});
    // What an earlier program, or chance, stored as the fingerprint of a file.
    fixture.cache->put({"/large", "deep"}, {}, "x", {.fingerprint = ~0ull});
    fixture.cache->put({"/small", "deep"}, {}, "x",
                       {.fingerprint = EntryNote::fingerprintOf(Contents::Understood, 3)});
    for (const auto contents :
         {Contents::Unreadable, Contents::UnknownType, Contents::Empty, Contents::Failed})
        fixture.cache->put({"/bad" + std::to_string(static_cast<int>(contents)), "deep"}, {}, "x",
                           {.fingerprint = fingerprintOf(contents)});
    const Paths bad{"/bad1", "/bad2", "/bad3", "/bad4"};
    const Paths good{"/good", "/large", "/none", "/small"};
    const auto check = [&] {
        QCOMPARE(paths(fixture, {.hasError = true}), bad);
        QCOMPARE(paths(fixture, {.hasError = false}), good);
        QCOMPARE(paths(fixture, {.pathContains = "bad3", .hasError = true}), Paths{"/bad3"});
        const auto ids = fixture.cache->list({.pathContains = "bad3"});
        QCOMPARE(fixture.cache->describe(ids).front()->note.contents(), Contents::Empty);
    };
    check();
    QVERIFY(fixture.cache->flush());
    fixture.dropMemory();
    check();
    QVERIFY(fixture.reopen());
    check();
}

void TestCacheListing::filtersPathsByBytes_data()
{
    QTest::addColumn<QByteArray>("contains");
    QTest::addColumn<QByteArray>("folder");
    QTest::addColumn<int>("matches");
    QTest::newRow("no filter matches everything") << QByteArray() << QByteArray() << 9;
    QTest::newRow("ASCII letters in any case") << QByteArray("ALPHA") << QByteArray() << 2;
    QTest::newRow("a percent sign is itself") << QByteArray("%") << QByteArray() << 1;
    QTest::newRow("an underscore is itself") << QByteArray("_") << QByteArray() << 1;
    QTest::newRow("quotes") << QByteArray("'\"") << QByteArray() << 1;
    QTest::newRow("a newline") << QByteArray("\n") << QByteArray() << 1;
    QTest::newRow("bytes that are not UTF-8") << QByteArray("\xff\xfe") << QByteArray() << 1;
    QTest::newRow("letters beyond ASCII are case-sensitive") << QByteArray("\xc3\x84") << QByteArray() << 1;
    QTest::newRow("a folder") << QByteArray() << QByteArray("/data") << 7;
    QTest::newRow("a folder, not a prefix of its name") << QByteArray() << QByteArray("/dat") << 0;
    QTest::newRow("the root") << QByteArray() << QByteArray("/") << 9;
    QTest::newRow("a folder and a name") << QByteArray("beta") << QByteArray("/data") << 1;
    QTest::newRow("a needle longer than any path") << QByteArray(5000, 'x') << QByteArray() << 0;
}

void TestCacheListing::filtersPathsByBytes()
{
    QFETCH(QByteArray, contains);
    QFETCH(QByteArray, folder);
    QFETCH(int, matches);
    CacheFixture fixture;
    QVERIFY(fixture.open());
    for (const char *path : {"/data/Alpha", "/data/alpha2", "/data/100%", "/data/a_b", "/data/it's\"'\"",
                             "/data/new\nline", "/data/bad\xff\xfe", "/database/\xc3\xa4\xc3\x84", "/beta"})
        fixture.put(path, "x");
    fixture.put("/data/beta", "x");
    fixture.cache->erase({"/data/bad\xff\xfe", "quick"});
    fixture.put("/data/bad\xff\xfe", "x");
    fixture.cache->erase({"/data/a_b", "quick"});
    fixture.put("/a_b", "x");
    fixture.cache->erase({"/beta", "quick"});
    const EntryQuery query{.pathContains = contains.toStdString(), .underFolder = folder.toStdString()};
    QCOMPARE(static_cast<int>(fixture.cache->list(query).size()), matches);
    QVERIFY(fixture.reopen());
    QCOMPARE(static_cast<int>(fixture.cache->list(query).size()), matches);
}

// A row that is left out because of its hits must not be mistaken for an entry in memory alone.
void TestCacheListing::anEntryInMemoryHasTheHitsOfItsRow()
{
    CacheFixture fixture;
    QVERIFY(fixture.open());
    fixture.put("/a", "a");
    for (int i = 0; i < 5; ++i)
        fixture.get("/a");
    QVERIFY(fixture.reopen());
    fixture.get("/a"); // from disk into memory, where it is the first hit
    QCOMPARE(paths(fixture, {.hits = {.most = 4}}), Paths{});
    QCOMPARE(paths(fixture, {.hits = {.most = 6}}), Paths{"/a"});
    QVERIFY(fixture.cache->flush());
    QCOMPARE(paths(fixture, {.hits = {.most = 4}}), Paths{});
}

void TestCacheListing::anEntryIsListedOnce()
{
    CacheFixture fixture;
    QVERIFY(fixture.open());
    for (int round = 0; round < 3; ++round) {
        for (int i = 0; i < 100; ++i)
            fixture.put("/" + std::to_string(i), "round " + std::to_string(round));
        if (round == 0)
            QVERIFY(fixture.cache->flush());
        QCOMPARE(fixture.cache->list({}).size(), 100u);
        const auto found = paths(fixture, {});
        QVERIFY(std::find(found.begin(), found.end(), "(gone)") == found.end());
    }
}

void TestCacheListing::listsWhileOthersWrite()
{
    CacheFixture fixture;
    fixture.options.memory.entries = 20;
    QVERIFY(fixture.open());
    for (int i = 0; i < 300; ++i)
        fixture.put("/stays/" + std::to_string(i), "x");
    std::atomic<bool> stop = false;
    std::thread writer([&] {
        for (int i = 0; !stop; ++i) {
            fixture.put("/comes/" + std::to_string(i % 50), "x");
            fixture.cache->erase({"/comes/" + std::to_string((i + 25) % 50), "quick"});
            fixture.get("/stays/" + std::to_string(i % 300));
        }
    });
    bool isComplete = true;
    for (int round = 0; round < 40; ++round)
        isComplete = isComplete && fixture.cache->list({.underFolder = "/stays"}).size() == 300;
    stop = true;
    writer.join();
    QVERIFY(isComplete);
}

MANOMETER_TEST(Core, TestCacheListing)
#include "tst_cache_listing.moc"
