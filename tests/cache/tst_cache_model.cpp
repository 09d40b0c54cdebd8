// SPDX-License-Identifier: GPL-3.0-or-later
//
// Random operations against a cache and a plain map beside it. The cache may forget; it may never be wrong.
#include "support/OpenCache.h"

#include <QTest>

#include <map>
#include <random>

using namespace manometer;
using namespace manometer::cache;

class TestCacheModel : public QObject
{
    Q_OBJECT
private slots:
    void theCacheNeverAnswersAnythingButWhatWasPutLast_data()
    {
        QTest::addColumn<quint64>("entries");
        QTest::addColumn<quint64>("diskMiB");
        QTest::newRow("room for all") << quint64(1000) << quint64(100);
        QTest::newRow("little memory") << quint64(10) << quint64(100);
        QTest::newRow("no memory at all") << quint64(0) << quint64(100);
        QTest::newRow("little disk") << quint64(50) << quint64(1);
    }
    void theCacheNeverAnswersAnythingButWhatWasPutLast()
    {
        QFETCH(quint64, entries);
        QFETCH(quint64, diskMiB);
        const auto seed = std::random_device{}();
        qInfo("seed %u", seed);
        std::mt19937 random(seed);
        const QTemporaryDir folder;
        Options options;
        options.memory.entries = entries;
        options.diskCapBytes = diskMiB << 20;
        auto cache = test::openCache(folder, options);
        struct Truth
        {
            std::uint64_t version;
            std::string value;
        };
        std::map<std::string, Truth> truth;
        std::uint64_t gets = 0;
        std::uint64_t hits = 0;
        std::uint64_t total = 0;
        const bool keepsAll = diskMiB == 100;
        const auto check = [&] { // counters start anew with each opening
            const auto stats = cache->stats();
            QCOMPARE(stats.requests(), gets);
            QCOMPARE(stats.hits(), hits);
            QVERIFY(stats.memoryEntries <= stats.memoryLimits.entries);
        };
        for (int i = 0; i < 8000; ++i) {
            const std::string path = "/p" + std::to_string(random() % 300);
            const Key key{.path = path, .depth = "d"};
            const auto what = random() % 1000;
            if (what < 450) {
                const auto known = truth.find(path);
                // Now and then with a version that nobody put.
                const std::uint64_t asked =
                    known == truth.end() || random() % 50 == 0 ? 999'999 : known->second.version;
                const auto lease = cache->get(key, test::version(asked));
                ++gets;
                hits += lease.has_value();
                if (lease) {
                    ++total;
                    QVERIFY(known != truth.end());
                    QCOMPARE(asked, known->second.version);
                    QVERIFY(lease->bytes() == known->second.value);
                } else if (known != truth.end() && asked == known->second.version) {
                    QVERIFY2(!keepsAll, "it was put, fits and is gone");
                } else if (known != truth.end()) {
                    truth.erase(known); // asked for in another version: dropped
                }
            } else if (what < 850) {
                const Truth put{.version = 1 + random() % 100,
                                .value = std::string(random() % 3000, char(random()))};
                QVERIFY(cache->put(key, test::version(put.version), put.value, {}) != PutResult::NotStored);
                truth[path] = put;
            } else if (what < 950) {
                const bool known = truth.erase(path) > 0;
                const bool erased = cache->erase(key);
                QVERIFY(!known || erased || !keepsAll);
            } else if (what < 980) {
                cache->setLimits({.entries = random() % (entries + 1), .bytes = 1 + random() % (1 << 20)},
                                 LimitCause::Pressure);
            } else if (what < 990) {
                QVERIFY(cache->flush());
            } else if (what < 993) {
                cache->clear();
                truth.clear();
            } else if (what < 996) {
                check();
                gets = hits = 0;
                cache.reset();
                cache = test::openCache(folder, options);
            } else {
                QVERIFY(cache->list({}).size() <= truth.size() + 300);
            }
        }
        check();
        QVERIFY(total > 100);
        QCOMPARE(cache->health(), Health{});
    }
};

QTEST_GUILESS_MAIN(TestCacheModel)
#include "tst_cache_model.moc"
