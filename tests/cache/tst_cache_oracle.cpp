// SPDX-License-Identifier: GPL-3.0-or-later
//
// The cache compared with a std::map as its oracle; and concurrent threads, where every value that is
// returned must have been put under the same key and version.
#include "CacheFixture.h"
#include "Rounds.h"
#include "support/TestMain.h"

#include <QTest>

#include <map>
#include <random>
#include <thread>

using namespace manometer::cache;

class TestCacheOracle : public QObject
{
    Q_OBJECT

private slots:
    void answersExactlyAsTheOracle_data();
    void answersExactlyAsTheOracle();
    void countsExactlyUnderEightThreads();
    void aPromotionDoesNotOverwriteANewerPut();
    void anUndoneEraseDoesNotReplaceANewerPut();
    void anEraseIsNotRevertedByAConcurrentRead();
};

void TestCacheOracle::answersExactlyAsTheOracle_data()
{
    QTest::addColumn<unsigned>("seed");
    for (int run = 0; run < 4; ++run) {
        const unsigned seed = freshSeed();
        QTest::addRow("seed %u", seed) << seed;
    }
}

void TestCacheOracle::answersExactlyAsTheOracle()
{
    QFETCH(unsigned, seed);
    std::mt19937 random(seed);
    CacheFixture fixture;
    fixture.options.memory = {.entries = 30, .bytes = 1u << 20};
    fixture.options.timeToLive = std::chrono::hours(1);
    QVERIFY(fixture.open());
    struct StoredValue
    {
        std::uint64_t version;
        std::string bytes;
        std::chrono::system_clock::time_point stored;
    };
    std::map<std::string, StoredValue> oracle;
    std::uint64_t requests = 0;
    std::uint64_t hits = 0;
    for (int step = 0; step < 6000; ++step) {
        const std::string path = "/data/" + std::to_string(random() % 100);
        const auto action = random() % 1000;
        if (action < 400) {
            const std::uint64_t versionNumber = random() % 3;
            const std::string bytes = std::to_string(step) + std::string(random() % 2000, 'v');
            fixture.put(path, bytes, versionNumber);
            oracle[path] = {versionNumber, bytes, fixture.now()};
        } else if (action < 900) {
            const std::uint64_t versionNumber = random() % 3;
            const auto lease = fixture.cache->get({path, "quick"}, version(versionNumber));
            const auto expected = oracle.find(path);
            const bool isKnown = expected != oracle.end() && expected->second.version == versionNumber &&
                                 fixture.now() - expected->second.stored < std::chrono::hours(1);
            ++requests;
            // Nothing is out of order and the cap is not reached: the cache must have the entry.
            QCOMPARE(lease.has_value(), isKnown);
            if (lease) {
                ++hits;
                QVERIFY(lease->bytes() == expected->second.bytes);
            } else if (expected != oracle.end()) {
                oracle.erase(expected); // of another version, or expired: the cache drops it
            }
        } else if (action < 960) {
            QCOMPARE(fixture.cache->erase({path, "quick"}), oracle.erase(path) > 0);
        } else if (action < 980) {
            fixture.cache->setLimits({.entries = random() % 40, .bytes = random() % 100'000},
                                     LimitCause::Pressure);
        } else if (action < 990) {
            fixture.advance(std::chrono::minutes(5));
        } else if (action < 996) {
            QVERIFY(fixture.cache->flush());
        } else if (action < 998) {
            fixture.cache->clear();
            oracle.clear();
        } else {
            QVERIFY(fixture.reopen());
            requests = hits = 0;
        }
        const Stats stats = fixture.cache->stats();
        QCOMPARE(stats.requests(), requests);
        QCOMPARE(stats.hits(), hits);
        QVERIFY(stats.memoryEntries <= stats.memoryLimits.entries);
        QVERIFY(stats.memoryBytes <= stats.memoryLimits.bytes);
        QVERIFY(stats.pressureEvictions <= stats.evictions);
    }
    QVERIFY(fixture.cache->flush());
    QCOMPARE(fixture.cache->stats().diskEntries, oracle.size());
    QCOMPARE(fixture.cache->list({}).size(), oracle.size());
}

void TestCacheOracle::countsExactlyUnderEightThreads()
{
    CacheFixture fixture;
    fixture.options.memory = {.entries = 50, .bytes = 1u << 20};
    QVERIFY(fixture.open());
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
                    fixture.put(path, path + "@" + std::to_string(versionNumber), versionNumber);
                if (random() % 50 == 0)
                    fixture.cache->erase({path, "quick"});
                const std::string bytes = fixture.get(path, versionNumber);
                hits += bytes.empty() ? 0 : 1;
                if (!bytes.empty() && bytes != path + "@" + std::to_string(versionNumber))
                    isWrong = true;
                const Stats stats = fixture.cache->stats();
                if (stats.hits() + stats.misses != stats.requests() ||
                    stats.pressureEvictions > stats.evictions ||
                    stats.memoryEntries > stats.memoryLimits.entries)
                    isWrong = true;
                if (i % 100 == 0)
                    fixture.cache->setLimits({.entries = random() % 60, .bytes = 1u << 20},
                                             LimitCause::Pressure);
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QVERIFY(!isWrong);
    QCOMPARE(fixture.cache->stats().requests(), std::uint64_t{threadCount * getsPerThread});
    QCOMPARE(fixture.cache->stats().hits(), hits.load());
    QVERIFY(hits > threadCount * getsPerThread / 10);
}

// One thread puts newer and newer values; others read from disk and promote. After a put has returned, no
// later get may return an older value.
void TestCacheOracle::aPromotionDoesNotOverwriteANewerPut()
{
    CacheFixture fixture;
    fixture.options.memory = {.entries = 2, .bytes = 1u << 20};
    QVERIFY(fixture.open());
    std::atomic<int> newest = 0;
    std::atomic<bool> isStale = false;
    std::atomic<bool> stop = false;
    std::vector<std::thread> readers;
    for (int thread = 0; thread < 3; ++thread) {
        readers.emplace_back([&] {
            while (!stop) {
                const int atLeast = newest;
                const std::string bytes = fixture.get("/a");
                if (!bytes.empty() && std::stoi(bytes) < atLeast)
                    isStale = true;
                // Evict it from memory, so that the next get reads from disk.
                fixture.put("/b", "b");
                fixture.put("/c", "c");
            }
        });
    }
    for (int value = 1; value <= 1500; ++value) {
        fixture.put("/a", std::to_string(value));
        newest = value;
        if (fixture.get("/a") != std::to_string(value))
            isStale = true;
        if (value % 100 == 0)
            fixture.cache->flush();
    }
    stop = true;
    for (std::thread &reader : readers)
        reader.join();
    QVERIFY(!isStale);
    QCOMPARE(fixture.get("/a"), "1500");
}

void TestCacheOracle::anUndoneEraseDoesNotReplaceANewerPut()
{
    CacheFixture fixture;
    QVERIFY(fixture.open());
    fixture.put("/a", "old");
    const auto old = fixture.cache->describe(fixture.cache->list({})).front();
    QVERIFY(old);
    std::atomic<bool> stop = false;
    std::vector<std::thread> takers;
    for (int thread = 0; thread < 3; ++thread) {
        takers.emplace_back([&] {
            while (!stop)
                fixture.cache->putBack(*old, "old");
        });
    }
    int replaced = 0;
    for (int round = 0; round < 20'000; ++round) {
        fixture.cache->erase({"/a", "quick"});
        fixture.put("/a", "new", 2);
        for (int look = 0; look < 10; ++look)
            replaced += fixture.get("/a", 2) == "new" ? 0 : 1;
    }
    stop = true;
    for (std::thread &taker : takers)
        taker.join();
    QCOMPARE(replaced, 0);
    fixture.cache->erase({"/a", "quick"});
    QVERIFY(fixture.cache->putBack(*old, "old"));
    QCOMPARE(fixture.get("/a"), "old");
}

void TestCacheOracle::anEraseIsNotRevertedByAConcurrentRead()
{
    CacheFixture fixture;
    QVERIFY(fixture.open());
    std::atomic<bool> stop = false;
    std::vector<std::thread> readers;
    for (int thread = 0; thread < 3; ++thread) {
        readers.emplace_back([&] {
            while (!stop) {
                fixture.get("/a");
                fixture.dropMemory();
            }
        });
    }
    bool isFound = true;
    bool cameBack = false;
    for (int round = 0; round < 500; ++round) {
        fixture.put("/a", "a");
        isFound = isFound && fixture.get("/a") == "a";
        if (round % 20 == 0)
            fixture.cache->flush();
        fixture.cache->erase({"/a", "quick"});
        cameBack = cameBack || !fixture.get("/a").empty();
    }
    stop = true;
    for (std::thread &reader : readers)
        reader.join();
    QVERIFY(isFound);
    QVERIFY(!cameBack);
}

MANOMETER_TEST(Core, TestCacheOracle)
#include "tst_cache_oracle.moc"
