// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/OpenCache.h"

#include <QTest>

using namespace manometer;
using namespace manometer::cache;
using namespace std::chrono_literals;
using test::version;

namespace {

std::vector<std::string> paths(const Cache &cache, const EntryQuery &query)
{
    std::vector<std::string> result;
    for (const auto &info : cache.describe(cache.list(query)))
        result.push_back(info ? info->path : "(gone)");
    return result;
}

} // namespace

class TestCacheListing : public QObject
{
    Q_OBJECT
private slots:
    void entriesAreListedInEveryOrder_data()
    {
        using Order = EntryQuery::Order;
        QTest::addColumn<int>("order");
        QTest::addColumn<QString>("ascending");
        QTest::newRow("by path") << int(Order::Path) << "/1 /2 /3 ";
        QTest::newRow("by size") << int(Order::ValueBytes) << "/3 /1 /2 ";
        QTest::newRow("by hits") << int(Order::Hits) << "/2 /3 /1 ";
        QTest::newRow("by cost") << int(Order::ReadCost) << "/2 /1 /3 ";
        QTest::newRow("by time stored") << int(Order::Stored) << "/1 /2 /3 ";
    }
    void entriesAreListedInEveryOrder()
    {
        QFETCH(int, order);
        QFETCH(QString, ascending);
        const QTemporaryDir folder;
        auto now = std::chrono::system_clock::now();
        Options options;
        options.now = [&now] { return now; };
        {
            const auto cache = test::openCache(folder, options);
            const auto put = [&](const char *path, std::size_t bytes, int cost, int hits) {
                now += 1s;
                cache->put({.path = path, .depth = "d"}, version(1), std::string(bytes, 'x'),
                           {.readCost = std::chrono::milliseconds(cost)});
                for (int i = 0; i < hits; ++i)
                    cache->get({.path = path, .depth = "d"}, version(1));
            };
            put("/1", 200, 20, 9);
            put("/2", 300, 10, 1);
            put("/3", 100, 30, 5);
        }
        const auto cache = test::openCache(folder, options); // all hits are in the rows
        EntryQuery query;
        query.order = EntryQuery::Order(order);
        const auto joined = [&] {
            std::string text;
            for (const auto &path : paths(*cache, query))
                text += path + ' ';
            return QString::fromStdString(text);
        };
        QCOMPARE(joined(), ascending);
        query.descending = true;
        auto words = ascending.trimmed().split(QLatin1Char(' '));
        std::reverse(words.begin(), words.end());
        QCOMPARE(joined().trimmed(), words.join(QLatin1Char(' ')));
    }

    void hitsThatOnlyMemoryKnowsOrderTheListToo()
    {
        const QTemporaryDir folder;
        const auto cache = test::openCache(folder);
        test::fill(*cache, 20);
        for (int i = 0; i < 20; ++i) {
            const std::string path = "/data/file" + std::to_string(i);
            for (int hit = 0; hit < (i * 7) % 20; ++hit)
                cache->get({.path = path, .depth = "standard"}, version(1));
        }
        EntryQuery query;
        query.order = EntryQuery::Order::Hits;
        query.descending = true;
        const auto infos = cache->describe(cache->list(query));
        for (std::size_t i = 0; i < infos.size(); ++i)
            QCOMPARE(infos[i]->hits, std::uint64_t(19 - i));
    }

    void pathsAreFilteredByBytesWhateverTheyHold_data()
    {
        QTest::addColumn<QByteArray>("needle");
        QTest::addColumn<int>("matches");
        QTest::newRow("plain") << QByteArray("holiday") << 1;
        QTest::newRow("another case") << QByteArray("HOLIDAY") << 1;
        QTest::newRow("a wildcard is a character") << QByteArray("%") << 1;
        QTest::newRow("another wildcard") << QByteArray("_") << 1;
        QTest::newRow("a quote") << QByteArray("'") << 1;
        QTest::newRow("a line break") << QByteArray("\n") << 1;
        QTest::newRow("invalid UTF-8") << QByteArray("\xff") << 1;
        QTest::newRow("nothing like it") << QByteArray("zzz") << 0;
        QTest::newRow("all") << QByteArray("/data/") << 7;
    }
    void pathsAreFilteredByBytesWhateverTheyHold()
    {
        QFETCH(QByteArray, needle);
        QFETCH(int, matches);
        const QTemporaryDir folder;
        const auto cache = test::openCache(folder);
        for (const char *path : {"/data/Holiday.jpg", "/data/100%", "/data/a_b", "/data/it's",
                                 "/data/two\nlines", "/data/bad\xff", "/data/plain"})
            cache->put({.path = path, .depth = "d"}, version(1), "x", {});
        EntryQuery query;
        query.pathContains = needle.toStdString();
        QCOMPARE(int(cache->list(query).size()), matches);
    }

    void aFolderIsItsOwnAndNotItsNeighbours()
    {
        const QTemporaryDir folder;
        const auto cache = test::openCache(folder);
        for (const char *path : {"/d/a/1", "/d/a/b/2", "/d/ab/3", "/d/a-b/4", "/d/a"})
            cache->put({.path = path, .depth = "d"}, version(1), "x", {});
        EntryQuery query;
        query.underFolder = "/d/a";
        QCOMPARE(paths(*cache, query), (std::vector<std::string>{"/d/a/1", "/d/a/b/2"}));
    }

    void entriesAreErasedById()
    {
        const QTemporaryDir folder;
        const auto cache = test::openCache(folder);
        test::fill(*cache, 10);
        const auto ids = cache->list({});
        QCOMPARE(cache->erase(std::span(ids).first(3)), std::size_t(3));
        QCOMPARE(cache->list({}).size(), std::size_t(7));
        QVERIFY(!cache->describe(std::span(ids).first(1))[0]);
        QVERIFY(!cache->peek(ids[0]));
        QVERIFY(cache->peek(ids[5]));
    }
};

QTEST_GUILESS_MAIN(TestCacheListing)
#include "tst_cache_listing.moc"
