// SPDX-License-Identifier: GPL-3.0-or-later
//
// Listings of the cache: order and filters, in all tiers.
#include "ForeignLock.h"
#include "ListedPaths.h"

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
    void ordersByWhatIsAsked_data();
    void ordersByWhatIsAsked();
    void equalRanksAreOrderedById();
    void ordersPathsThatBeginAlike();
    void selectsByFigures_data();
    void selectsByFigures();
    void selectsByPlace();
    void selectsWhatIsKept();
    void filtersPathsByBytes_data();
    void filtersPathsByBytes();
    void anEntryInMemoryHasTheHitsOfItsRow();
    void anEntryIsListedOnce();
    void listsWhileOthersWrite();
};

void TestCacheListing::ordersByWhatIsAsked_data()
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
    QTest::newRow("by what reading cost") << Order::ReadCost << true << Paths{"/b", "/a", "/c"};
    QTest::newRow("by depth") << Order::Depth << false << Paths{"/a", "/c", "/b"};
    QTest::newRow("by the file's time") << Order::Modified << true << Paths{"/c", "/b", "/a"};
}

void TestCacheListing::ordersByWhatIsAsked()
{
    QFETCH(EntryQuery::Order, order);
    QFETCH(bool, descending);
    QFETCH(Paths, expected);
    OpenedCache opened;
    QVERIFY(opened.open());
    const auto put = [&](const char *path, const char *depth, std::uint64_t number, std::size_t bytes,
                         std::chrono::milliseconds readCost) {
        opened.cache->put({path, depth}, version(number), std::string(bytes, 'x'), {.readCost = readCost});
        opened.advance(1s);
    };
    put("/c", "quick", 3, 20, 1ms);
    put("/b", "thorough", 2, 10, 90ms);
    put("/a", "", 1, 30, 50ms);
    opened.get("/a", 1, "");
    opened.advance(1s);
    opened.get("/c", 3);
    opened.get("/c", 3);
    // In memory and queued; then on disk as well; then after a restart.
    QCOMPARE(paths(opened, {.order = order, .descending = descending}), expected);
    QVERIFY(opened.cache->flush());
    QCOMPARE(paths(opened, {.order = order, .descending = descending}), expected);
    QVERIFY(opened.reopen());
    QCOMPARE(paths(opened, {.order = order, .descending = descending}), expected);
}

void TestCacheListing::equalRanksAreOrderedById()
{
    OpenedCache opened;
    QVERIFY(opened.open());
    for (int i = 0; i < 200; ++i)
        opened.put("/" + std::to_string(i), "same");
    for (const bool descending : {false, true}) {
        const auto ids = opened.cache->list({.order = EntryQuery::Order::Hits, .descending = descending});
        QCOMPARE(ids.size(), 200u);
        QVERIFY(std::is_sorted(ids.begin(), ids.end()));
    }
}

void TestCacheListing::ordersPathsThatBeginAlike()
{
    OpenedCache opened;
    QVERIFY(opened.open());
    Paths expected{"/data",     "/data/", "/data/\x01", "/data/a", "/data/aa", "/data/aaaaaaaaaaaa",
                   "/data/\xff"};
    for (int i = 0; i < 300; ++i)
        expected.push_back("/data/frame-" + std::to_string(1000 + i) + std::string(30, 'x'));
    std::sort(expected.begin(), expected.end());
    for (const std::string &path : expected)
        opened.put(path, "x");
    QCOMPARE(paths(opened, {}), expected);
    QVERIFY(opened.reopen());
    QCOMPARE(paths(opened, {}), expected);
    std::reverse(expected.begin(), expected.end());
    QCOMPARE(paths(opened, {.descending = true}), expected);
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
    QTest::newRow("often asked for") << EntryQuery{.hits = {.least = 2}} << Paths{"/c"};
    QTest::newRow("never asked for") << EntryQuery{.hits = {.most = 0}} << Paths{"/b"};
    QTest::newRow("old") << EntryQuery{.ageNanoseconds = {.least = hours(2)}} << Paths{"/a", "/b"};
    QTest::newRow("neither old nor young")
        << EntryQuery{.ageNanoseconds = {.least = hours(2), .most = hours(2)}} << Paths{"/b"};
    QTest::newRow("young") << EntryQuery{.ageNanoseconds = {.most = hours(1)}} << Paths{"/c"};
    QTest::newRow("all of it together")
        << EntryQuery{.pathContains = "B", .valueBytes = {.most = 20}, .hits = {.most = 0}} << Paths{"/b"};
}

void TestCacheListing::selectsByFigures()
{
    QFETCH(EntryQuery, query);
    QFETCH(Paths, expected);
    OpenedCache opened;
    QVERIFY(opened.open());
    opened.put("/a", std::string(10, 'x'));
    opened.advance(1h);
    opened.put("/b", std::string(20, 'x'));
    opened.advance(1h);
    opened.put("/c", std::string(30, 'x'));
    opened.advance(1h);
    opened.get("/a");
    opened.get("/c");
    opened.get("/c");
    // In memory and queued; on disk as well; on disk alone, with unreported accesses; restarted.
    QCOMPARE(paths(opened, query), expected);
    QVERIFY(opened.cache->flush());
    QCOMPARE(paths(opened, query), expected);
    opened.dropMemory();
    QCOMPARE(paths(opened, query), expected);
    QVERIFY(opened.reopen());
    QCOMPARE(paths(opened, query), expected);
}

void TestCacheListing::selectsByPlace()
{
    OpenedCache opened;
    QVERIFY(opened.open());
    opened.put("/disk", "x");
    QVERIFY(opened.cache->flush());
    opened.dropMemory();
    opened.put("/both", "xx");
    QVERIFY(opened.cache->flush());
    ForeignLock lock;
    QVERIFY(lock.take(opened));
    // All four shards have to detect that they are out of order.
    for (int i = 0; i < 40; ++i)
        opened.put("/queued" + std::to_string(i), "x");
    QVERIFY(!opened.cache->flush());
    QCOMPARE(opened.put("/memory", "xxx"), PutResult::MemoryOnly);
    lock.release();
    // It is offered to the disk again at its next get.
    QTRY_VERIFY(opened.cache->flush());
    QCOMPARE(opened.get("/both"), "xx");
    const auto listed = [&](EntryQuery query) {
        auto found = paths(opened, query);
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

void TestCacheListing::selectsWhatIsKept()
{
    OpenedCache opened;
    QVERIFY(opened.open());
    opened.put("/a", "x");
    opened.put("/b", "x");
    QCOMPARE(opened.cache->keep(opened.cache->list({.pathContains = "b"}), true), 1u);
    QCOMPARE(paths(opened, {.isKept = true}), Paths{"/b"});
    QCOMPARE(paths(opened, {.isKept = false}), Paths{"/a"});
    QCOMPARE(paths(opened, {.order = EntryQuery::Order::Kept, .descending = true}), (Paths{"/b", "/a"}));
}

void TestCacheListing::filtersPathsByBytes_data()
{
    QTest::addColumn<QByteArray>("contains");
    QTest::addColumn<QByteArray>("folder");
    QTest::addColumn<int>("matches");
    QTest::newRow("nothing asked, all found") << QByteArray() << QByteArray() << 9;
    QTest::newRow("ASCII letters in any case") << QByteArray("ALPHA") << QByteArray() << 2;
    QTest::newRow("a percent sign is itself") << QByteArray("%") << QByteArray() << 1;
    QTest::newRow("an underscore is itself") << QByteArray("_") << QByteArray() << 1;
    QTest::newRow("quotes") << QByteArray("'\"") << QByteArray() << 1;
    QTest::newRow("a newline") << QByteArray("\n") << QByteArray() << 1;
    QTest::newRow("bytes that are no UTF-8") << QByteArray("\xff\xfe") << QByteArray() << 1;
    QTest::newRow("letters beyond ASCII keep their case") << QByteArray("\xc3\x84") << QByteArray() << 1;
    QTest::newRow("a folder") << QByteArray() << QByteArray("/data") << 7;
    QTest::newRow("a folder, not what only begins like it") << QByteArray() << QByteArray("/dat") << 0;
    QTest::newRow("the root") << QByteArray() << QByteArray("/") << 9;
    QTest::newRow("a folder and a name") << QByteArray("beta") << QByteArray("/data") << 1;
    QTest::newRow("a name longer than any") << QByteArray(5000, 'x') << QByteArray() << 0;
}

void TestCacheListing::filtersPathsByBytes()
{
    QFETCH(QByteArray, contains);
    QFETCH(QByteArray, folder);
    QFETCH(int, matches);
    OpenedCache opened;
    QVERIFY(opened.open());
    for (const char *path : {"/data/Alpha", "/data/alpha2", "/data/100%", "/data/a_b", "/data/it's\"'\"",
                             "/data/new\nline", "/data/bad\xff\xfe", "/database/\xc3\xa4\xc3\x84", "/beta"})
        opened.put(path, "x");
    opened.put("/data/beta", "x");
    opened.cache->erase({"/data/bad\xff\xfe", "quick"});
    opened.put("/data/bad\xff\xfe", "x");
    opened.cache->erase({"/data/a_b", "quick"});
    opened.put("/a_b", "x");
    opened.cache->erase({"/beta", "quick"});
    const EntryQuery query{.pathContains = contains.toStdString(), .underFolder = folder.toStdString()};
    QCOMPARE(static_cast<int>(opened.cache->list(query).size()), matches);
    QVERIFY(opened.reopen());
    QCOMPARE(static_cast<int>(opened.cache->list(query).size()), matches);
}

// A row that is left out because of its hits must not be mistaken for an entry in memory alone.
void TestCacheListing::anEntryInMemoryHasTheHitsOfItsRow()
{
    OpenedCache opened;
    QVERIFY(opened.open());
    opened.put("/a", "a");
    for (int i = 0; i < 5; ++i)
        opened.get("/a");
    QVERIFY(opened.reopen());
    opened.get("/a"); // from disk into memory, where it is the first hit
    QCOMPARE(paths(opened, {.hits = {.most = 4}}), Paths{});
    QCOMPARE(paths(opened, {.hits = {.most = 6}}), Paths{"/a"});
    QVERIFY(opened.cache->flush());
    QCOMPARE(paths(opened, {.hits = {.most = 4}}), Paths{});
}

void TestCacheListing::anEntryIsListedOnce()
{
    OpenedCache opened;
    QVERIFY(opened.open());
    for (int round = 0; round < 3; ++round) {
        for (int i = 0; i < 100; ++i)
            opened.put("/" + std::to_string(i), "round " + std::to_string(round));
        if (round == 0)
            QVERIFY(opened.cache->flush());
        QCOMPARE(opened.cache->list({}).size(), 100u);
        const auto found = paths(opened, {});
        QVERIFY(std::find(found.begin(), found.end(), "(gone)") == found.end());
    }
}

void TestCacheListing::listsWhileOthersWrite()
{
    OpenedCache opened;
    opened.options.memory.entries = 20;
    QVERIFY(opened.open());
    for (int i = 0; i < 300; ++i)
        opened.put("/stays/" + std::to_string(i), "x");
    std::atomic<bool> stop = false;
    std::thread writer([&] {
        for (int i = 0; !stop; ++i) {
            opened.put("/comes/" + std::to_string(i % 50), "x");
            opened.cache->erase({"/comes/" + std::to_string((i + 25) % 50), "quick"});
            opened.get("/stays/" + std::to_string(i % 300));
        }
    });
    bool isComplete = true;
    for (int round = 0; round < 40; ++round)
        isComplete = isComplete && opened.cache->list({.underFolder = "/stays"}).size() == 300;
    stop = true;
    writer.join();
    QVERIFY(isComplete);
}

QTEST_GUILESS_MAIN(TestCacheListing)
#include "tst_cache_listing.moc"
