// SPDX-License-Identifier: GPL-3.0-or-later
//
// The cache compared with a std::map as its oracle; and concurrent threads, where every value that is
// returned must have been put under the same key and version.
#include "OpenedCache.h"
#include "Rounds.h"

#include <QTest>

#include <map>
#include <random>
#include <thread>

using namespace manometer::cache;

class TestCacheOracle : public QObject
{
    Q_OBJECT

private slots:
    void neverAnswersWhatTheOracleWouldNot_data();
    void neverAnswersWhatTheOracleWouldNot();
    void countsExactlyUnderEightThreads();
    void aPromotionDoesNotOverwriteANewerPut();
    void whatIsTakenBackDoesNotReplaceANewerPut();
    void anEraseIsNotUndoneByAReaderOnItsWay();
};

void TestCacheOracle::neverAnswersWhatTheOracleWouldNot_data()
{
    QTest::addColumn<unsigned>("seed");
    for (int run = 0; run < 4; ++run) {
        const unsigned seed = freshSeed();
        QTest::addRow("seed %u", seed) << seed;
    }
}

void TestCacheOracle::neverAnswersWhatTheOracleWouldNot()
{
    QFETCH(unsigned, seed);
    std::mt19937 random(seed);
    OpenedCache opened;
    opened.options.memory = {.entries = 30, .bytes = 1u << 20};
    opened.options.timeToLive = std::chrono::hours(1);
    QVERIFY(opened.open());
    struct Truth
    {
        std::uint64_t version;
        std::string bytes;
        std::chrono::system_clock::time_point stored;
    };
    std::map<std::string, Truth> oracle;
    std::uint64_t requests = 0;
    std::uint64_t hits = 0;
    for (int step = 0; step < 6000; ++step) {
        const std::string path = "/data/" + std::to_string(random() % 100);
        const auto action = random() % 1000;
        if (action < 400) {
            const std::uint64_t versionNumber = random() % 3;
            const std::string bytes = std::to_string(step) + std::string(random() % 2000, 'v');
            opened.put(path, bytes, versionNumber);
            oracle[path] = {versionNumber, bytes, opened.now()};
        } else if (action < 900) {
            const std::uint64_t versionNumber = random() % 3;
            const auto lease = opened.cache->get({path, "quick"}, version(versionNumber));
            const auto truth = oracle.find(path);
            const bool isKnown = truth != oracle.end() && truth->second.version == versionNumber &&
                                 opened.now() - truth->second.stored < std::chrono::hours(1);
            ++requests;
            // Nothing is out of order and the cap is not reached: the cache must have the entry.
            QCOMPARE(lease.has_value(), isKnown);
            if (lease) {
                ++hits;
                QVERIFY(lease->bytes() == truth->second.bytes);
            } else if (truth != oracle.end()) {
                oracle.erase(truth); // of another version, or expired: the cache drops it
            }
        } else if (action < 960) {
            QCOMPARE(opened.cache->erase({path, "quick"}), oracle.erase(path) > 0);
        } else if (action < 980) {
            opened.cache->setLimits({.entries = random() % 40, .bytes = random() % 100'000},
                                    LimitCause::Pressure);
        } else if (action < 990) {
            opened.advance(std::chrono::minutes(5));
        } else if (action < 996) {
            QVERIFY(opened.cache->flush());
        } else if (action < 998) {
            opened.cache->clear();
            oracle.clear();
        } else {
            QVERIFY(opened.reopen());
            requests = hits = 0;
        }
        const Stats stats = opened.cache->stats();
        QCOMPARE(stats.requests(), requests);
        QCOMPARE(stats.hits(), hits);
        QVERIFY(stats.memoryEntries <= stats.memoryLimits.entries);
        QVERIFY(stats.memoryBytes <= stats.memoryLimits.bytes);
        QVERIFY(stats.pressureEvictions <= stats.evictions);
    }
    QVERIFY(opened.cache->flush());
    QCOMPARE(opened.cache->stats().diskEntries, oracle.size());
    QCOMPARE(opened.cache->list({}).size(), oracle.size());
}

void TestCacheOracle::countsExactlyUnderEightThreads()
{
    OpenedCache opened;
    opened.options.memory = {.entries = 50, .bytes = 1u << 20};
    QVERIFY(opened.open());
    constexpr int threadCount = 8;
    constexpr int getsPerThread = 1500;
    std::atomic<bool> isWrong = false;
    std::atomic<std::uint64_t> hits = 0;
    std::vector<std::thread> threads;
    for (int thread = 0; thread < threadCount; ++thread) {
        threads.emplace_back([&, thread] {
            std::mt19937 random(static_cast<unsigned>(thread));
            for (int i = 0; i < getsPerThread; ++i) {
                const std::string path = "/" + std::to_string(random() % 200);
                const std::uint64_t versionNumber = random() % 2;
                if (random() % 3 == 0)
                    opened.put(path, path + "@" + std::to_string(versionNumber), versionNumber);
                if (random() % 50 == 0)
                    opened.cache->erase({path, "quick"});
                const std::string bytes = opened.get(path, versionNumber);
                hits += bytes.empty() ? 0 : 1;
                if (!bytes.empty() && bytes != path + "@" + std::to_string(versionNumber))
                    isWrong = true;
                const Stats stats = opened.cache->stats();
                if (stats.hits() + stats.misses != stats.requests() ||
                    stats.pressureEvictions > stats.evictions ||
                    stats.memoryEntries > stats.memoryLimits.entries)
                    isWrong = true;
                if (i % 100 == 0)
                    opened.cache->setLimits({.entries = random() % 60, .bytes = 1u << 20},
                                            LimitCause::Pressure);
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QVERIFY(!isWrong);
    QCOMPARE(opened.cache->stats().requests(), std::uint64_t{threadCount * getsPerThread});
    QCOMPARE(opened.cache->stats().hits(), hits.load());
    QVERIFY(hits > threadCount * getsPerThread / 10);
}

// One thread puts newer and newer values; others read from disk and promote. After a put has returned, no
// later get may return an older value.
void TestCacheOracle::aPromotionDoesNotOverwriteANewerPut()
{
    OpenedCache opened;
    opened.options.memory = {.entries = 2, .bytes = 1u << 20};
    QVERIFY(opened.open());
    std::atomic<int> newest = 0;
    std::atomic<bool> isStale = false;
    std::atomic<bool> stop = false;
    std::vector<std::thread> readers;
    for (int thread = 0; thread < 3; ++thread) {
        readers.emplace_back([&] {
            while (!stop) {
                const int atLeast = newest;
                const std::string bytes = opened.get("/a");
                if (!bytes.empty() && std::stoi(bytes) < atLeast)
                    isStale = true;
                // Evict it from memory, so that the next get reads from disk.
                opened.put("/b", "b");
                opened.put("/c", "c");
            }
        });
    }
    for (int value = 1; value <= 1500; ++value) {
        opened.put("/a", std::to_string(value));
        newest = value;
        if (opened.get("/a") != std::to_string(value))
            isStale = true;
        if (value % 100 == 0)
            opened.cache->flush();
    }
    stop = true;
    for (std::thread &reader : readers)
        reader.join();
    QVERIFY(!isStale);
    QCOMPARE(opened.get("/a"), "1500");
}

void TestCacheOracle::whatIsTakenBackDoesNotReplaceANewerPut()
{
    OpenedCache opened;
    QVERIFY(opened.open());
    opened.put("/a", "old");
    const auto old = opened.cache->describe(opened.cache->list({})).front();
    QVERIFY(old);
    std::atomic<bool> stop = false;
    std::vector<std::thread> takers;
    for (int thread = 0; thread < 3; ++thread) {
        takers.emplace_back([&] {
            while (!stop)
                opened.cache->putBack(*old, "old");
        });
    }
    int replaced = 0;
    for (int round = 0; round < 20'000; ++round) {
        opened.cache->erase({"/a", "quick"});
        opened.put("/a", "new", 2);
        for (int look = 0; look < 10; ++look)
            replaced += opened.get("/a", 2) == "new" ? 0 : 1;
    }
    stop = true;
    for (std::thread &taker : takers)
        taker.join();
    QCOMPARE(replaced, 0);
    opened.cache->erase({"/a", "quick"});
    QVERIFY(opened.cache->putBack(*old, "old"));
    QCOMPARE(opened.get("/a"), "old");
}

void TestCacheOracle::anEraseIsNotUndoneByAReaderOnItsWay()
{
    OpenedCache opened;
    QVERIFY(opened.open());
    std::atomic<bool> stop = false;
    std::vector<std::thread> readers;
    for (int thread = 0; thread < 3; ++thread) {
        readers.emplace_back([&] {
            while (!stop) {
                opened.get("/a");
                opened.dropMemory();
            }
        });
    }
    bool isFound = true;
    bool cameBack = false;
    for (int round = 0; round < 500; ++round) {
        opened.put("/a", "a");
        isFound = isFound && opened.get("/a") == "a";
        if (round % 20 == 0)
            opened.cache->flush();
        opened.cache->erase({"/a", "quick"});
        cameBack = cameBack || !opened.get("/a").empty();
    }
    stop = true;
    for (std::thread &reader : readers)
        reader.join();
    QVERIFY(isFound);
    QVERIFY(!cameBack);
}

QTEST_GUILESS_MAIN(TestCacheOracle)
#include "tst_cache_oracle.moc"
