// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/KeyBytes.h"
#include "cache/disk/Shard.h"
#include "support/OpenCache.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <thread>

using namespace manometer;
using namespace manometer::cache;
using namespace std::chrono_literals;
using test::version;

namespace {

constexpr Key a{.path = "/data/a", .depth = "standard"};
constexpr Key b{.path = "/data/b", .depth = "standard"};

std::string value(const std::optional<Lease> &lease)
{
    return lease ? std::string(lease->bytes()) : std::string("(miss)");
}

} // namespace

class TestCache : public QObject
{
    Q_OBJECT
private slots:
    void whatIsPutIsGotBack()
    {
        const QTemporaryDir folder;
        const auto cache = test::openCache(folder);
        QCOMPARE(cache->put(a, version(1), "one", {}), PutResult::Stored);
        const auto lease = cache->get(a, version(1));
        QCOMPARE(value(lease), std::string("one"));
        QCOMPARE(lease->tier(), Tier::Memory);
        QCOMPARE(value(cache->get(b, version(1))), std::string("(miss)"));
    }

    void theDepthIsPartOfTheKey()
    {
        const QTemporaryDir folder;
        const auto cache = test::openCache(folder);
        cache->put({.path = "/x", .depth = "quick"}, version(1), "q", {});
        cache->put({.path = "/x", .depth = "deep"}, version(1), "d", {});
        QCOMPARE(value(cache->get({.path = "/x", .depth = "quick"}, version(1))), std::string("q"));
        QCOMPARE(value(cache->get({.path = "/x", .depth = "deep"}, version(1))), std::string("d"));
    }

    void aChangedFileNeverGetsOldMetadata_data()
    {
        QTest::addColumn<quint64>("size");
        QTest::addColumn<qint64>("mtime");
        QTest::addColumn<qint64>("ctime");
        QTest::addColumn<quint64>("inode");
        QTest::addColumn<quint64>("device");
        QTest::newRow("another size") << quint64(9) << qint64(2) << qint64(3) << quint64(4) << quint64(5);
        QTest::newRow("another mtime") << quint64(1) << qint64(9) << qint64(3) << quint64(4) << quint64(5);
        QTest::newRow("mtime set back, ctime tells")
            << quint64(1) << qint64(2) << qint64(9) << quint64(4) << quint64(5);
        QTest::newRow("another file in its place")
            << quint64(1) << qint64(2) << qint64(3) << quint64(9) << quint64(5);
        QTest::newRow("another device") << quint64(1) << qint64(2) << qint64(3) << quint64(4) << quint64(9);
    }
    void aChangedFileNeverGetsOldMetadata()
    {
        QFETCH(quint64, size);
        QFETCH(qint64, mtime);
        QFETCH(qint64, ctime);
        QFETCH(quint64, inode);
        QFETCH(quint64, device);
        const SourceVersion before{1, 2, 3, 4, 5};
        const SourceVersion now{size, mtime, ctime, inode, device};
        const QTemporaryDir folder;
        {
            const auto cache = test::openCache(folder);
            cache->put(a, before, "old", {});
            QVERIFY(!cache->get(a, now));
            QVERIFY2(!cache->get(a, now), "nor the second time");
            cache->put(a, before, "old", {});
        }
        const auto cache = test::openCache(folder);
        QVERIFY(!cache->get(a, now));
    }

    void entriesOutliveTheProgram()
    {
        const QTemporaryDir folder;
        {
            const auto cache = test::openCache(folder);
            for (int i = 0; i < 100; ++i) {
                const std::string path = "/f" + std::to_string(i);
                cache->put({.path = path, .depth = "standard"}, version(1), path,
                           {.readCost = 5ms, .fingerprint = 77});
            }
        }
        const auto cache = test::openCache(folder);
        QCOMPARE(cache->stats().diskEntries, std::uint64_t(100));
        const auto lease = cache->get({.path = "/f42", .depth = "standard"}, version(1));
        QCOMPARE(value(lease), std::string("/f42"));
        QCOMPARE(lease->tier(), Tier::Disk);
        QCOMPARE(cache->get({.path = "/f42", .depth = "standard"}, version(1))->tier(), Tier::Memory);
        const auto info = cache->describe(cache->list({.pathContains = "/f42"}))[0];
        QCOMPARE(info->note.readCost, std::chrono::nanoseconds(5ms));
        QCOMPARE(info->note.fingerprint, std::uint64_t(77));
    }

    void valuesOfEverySizeComeBackWhole_data()
    {
        QTest::addColumn<int>("bytes");
        for (const int bytes : {0, 1, 100, 4096, 100'000, 5'000'000})
            QTest::addRow("%d bytes", bytes) << bytes;
    }
    void valuesOfEverySizeComeBackWhole()
    {
        QFETCH(int, bytes);
        const QTemporaryDir folder;
        std::string put(std::size_t(bytes), '\0');
        for (std::size_t i = 0; i < put.size(); ++i)
            put[i] = char(i * 2654435761u >> 13);
        {
            const auto cache = test::openCache(folder);
            QCOMPARE(cache->put(a, version(1), put, {}), PutResult::Stored);
        }
        const auto cache = test::openCache(folder);
        const auto lease = cache->get(a, version(1));
        QVERIFY(lease);
        QCOMPARE(lease->tier(), Tier::Disk);
        QVERIFY(lease->bytes() == put);
    }

    void anErasedEntryStaysErased()
    {
        const QTemporaryDir folder;
        {
            const auto cache = test::openCache(folder);
            cache->put(a, version(1), "one", {});
            QVERIFY(cache->flush());
            QVERIFY(cache->erase(a));
            QVERIFY(!cache->erase(a));
            QVERIFY(!cache->get(a, version(1)));
            QVERIFY(cache->flush());
        }
        const auto cache = test::openCache(folder);
        QVERIFY(!cache->get(a, version(1)));
        QCOMPARE(cache->stats().diskEntries, std::uint64_t(0));
    }

    void clearDropsEverythingForGood()
    {
        const QTemporaryDir folder;
        {
            const auto cache = test::openCache(folder);
            test::fill(*cache, 300);
            QVERIFY(cache->flush());
            cache->clear();
            QCOMPARE(cache->stats().memoryEntries, std::uint64_t(0));
            QCOMPARE(cache->stats().diskEntries, std::uint64_t(0));
            cache->put(a, version(1), "after", {});
        }
        const auto cache = test::openCache(folder);
        QCOMPARE(cache->list({}).size(), std::size_t(1));
        QVERIFY(cache->get(a, version(1)));
    }

    void entriesExpire()
    {
        const QTemporaryDir folder;
        auto now = std::chrono::system_clock::now();
        Options options;
        options.now = [&now] { return now; };
        options.timeToLive = 1h;
        {
            const auto cache = test::openCache(folder, options);
            cache->put(a, version(1), "one", {});
            now += 59min;
            QVERIFY(cache->get(a, version(1)));
            now += 2min;
            QVERIFY(!cache->get(a, version(1)));
            cache->put(b, version(1), "two", {});
        }
        now += 61min;
        QVERIFY(!test::openCache(folder, options)->get(b, version(1)));
        options.timeToLive.reset();
        const auto ageless = test::openCache(folder, options);
        ageless->put(b, version(1), "two", {});
        now += 10'000h;
        QVERIFY(ageless->get(b, version(1)));
    }

    void evictedEntriesAreStillOnDisk()
    {
        const QTemporaryDir folder;
        Options options;
        options.memory.entries = 10;
        const auto cache = test::openCache(folder, options);
        test::fill(*cache, 100);
        QCOMPARE(cache->stats().memoryEntries, std::uint64_t(10));
        int hits = 0;
        for (int i = 0; i < 100; ++i) {
            const std::string path = "/data/file" + std::to_string(i);
            hits += cache->get({.path = path, .depth = "standard"}, version(1)).has_value();
        }
        QCOMPARE(hits, 100);
        QVERIFY(cache->stats().diskHits >= 90);
    }

    void aPutLargerThanMemoryGoesToDisk()
    {
        const QTemporaryDir folder;
        Options options;
        options.memory = {.entries = 10, .bytes = 4096};
        const auto cache = test::openCache(folder, options);
        QCOMPARE(cache->put(a, version(1), std::string(10'000, 'x'), {}), PutResult::DiskOnly);
        QCOMPARE(cache->get(a, version(1))->tier(), Tier::Disk);
    }

    void aRequestIsCountedOnceWhereverItIsAnswered()
    {
        const QTemporaryDir folder;
        {
            test::openCache(folder)->put(a, version(1), "one", {});
        }
        const auto cache = test::openCache(folder);
        cache->get(b, version(1));
        cache->get(a, version(1));
        cache->get(a, version(1));
        const auto stats = cache->stats();
        QCOMPARE(stats.misses, std::uint64_t(1));
        QCOMPARE(stats.diskHits, std::uint64_t(1));
        QCOMPARE(stats.memoryHits, std::uint64_t(1));
        QCOMPARE(stats.requests(), std::uint64_t(3));
    }

    void hitsAreKeptOverARestart()
    {
        const QTemporaryDir folder;
        {
            const auto cache = test::openCache(folder);
            cache->put(a, version(1), "one", {});
            QVERIFY(cache->flush());
            for (int i = 0; i < 5; ++i)
                cache->get(a, version(1));
            QCOMPARE(cache->describe(cache->list({}))[0]->hits, std::uint64_t(5));
        }
        const auto cache = test::openCache(folder);
        QCOMPARE(cache->describe(cache->list({}))[0]->hits, std::uint64_t(5));
    }

    void aHashThatMatchesIsNotAKeyThatMatches()
    {
        // Two keys under one hash, straight in a shard: a collision cannot be found in a test's time.
        const QTemporaryDir folder;
        Shard shard(folder.filePath(QStringLiteral("s.db")).toStdString(), {}, 100);
        QCOMPARE(shard.open().result, SQLITE_OK);
        const std::string first = keyBytes(a);
        const std::string second = keyBytes(b);
        std::vector<Change> changes(2);
        changes[0].key = first;
        changes[0].value = "first";
        changes[1].key = second;
        changes[1].value = "second";
        changes[0].hash = changes[1].hash = 42;
        QCOMPARE(shard.commit(changes), SQLITE_OK);
        QCOMPARE(shard.find(first, 42).found->value, std::string("first"));
        QCOMPARE(shard.find(second, 42).found->value, std::string("second"));
        QVERIFY(!shard.find(keyBytes({.path = "/data/c", .depth = "standard"}), 42).found);
        QCOMPARE(shard.entries(), std::int64_t(2));
    }

    void aSecondOwnerIsRefused()
    {
        const QTemporaryDir folder;
        const auto cache = test::openCache(folder);
        Options options;
        options.directory = folder.filePath(QStringLiteral("cache")).toStdString();
        QCOMPARE(Cache::open(options).error().kind, OpenError::Kind::InUse);
    }

    void aFileIsNotADirectory()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("cache")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        Options options;
        options.directory = file.fileName().toStdString();
        QCOMPARE(Cache::open(options).error().kind, OpenError::Kind::NotADirectory);
        options.directory += "/below";
        QCOMPARE(Cache::open(options).error().kind, OpenError::Kind::NotADirectory);
    }

    void theDirectoryIsOnesOwn()
    {
        const QTemporaryDir folder;
        const auto cache = test::openCache(folder);
        const auto permissions = QFile::permissions(folder.filePath(QStringLiteral("cache")));
        QCOMPARE(permissions & (QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther),
                 QFile::Permissions());
    }

    void aLaterFormatIsRefusedAndLeftAlone()
    {
        const QTemporaryDir folder;
        {
            test::fill(*test::openCache(folder), 10);
        }
        const QString shard = folder.filePath(QStringLiteral("cache/entries-0.db"));
        {
            Database database;
            QCOMPARE(database.open(shard.toStdString(), Database::Access::ReadWrite, {}), SQLITE_OK);
            QCOMPARE(database.execute("PRAGMA user_version=99; PRAGMA wal_checkpoint(TRUNCATE)"), SQLITE_OK);
        }
        const auto contents = [&shard] {
            QFile file(shard);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        const QByteArray before = contents();
        Options options;
        options.directory = folder.filePath(QStringLiteral("cache")).toStdString();
        QCOMPARE(Cache::open(options).error().kind, OpenError::Kind::NewerFormat);
        QCOMPARE(contents(), before);
        QVERIFY(!QDir(folder.filePath(QStringLiteral("cache/quarantine"))).exists());
    }

    void theDiskCapHolds()
    {
        const QTemporaryDir folder;
        Options options;
        options.diskCapBytes = 4u << 20;
        const auto cache = test::openCache(folder, options);
        std::string noise(20'000, '\0');
        std::uint32_t state = 1;
        for (int i = 0; i < 1000; ++i) { // 20 MB that do not compress
            for (char &byte : noise)
                byte = char((state = state * 1664525 + 1013904223) >> 24);
            const std::string path = "/n" + std::to_string(i);
            cache->put({.path = path, .depth = "d"}, version(1), noise, {});
            if (i % 100 == 99) {
                QVERIFY(cache->flush());
                // A group commit may stand before its clean-up.
                QVERIFY(
                    QTest::qWaitFor([&] { return cache->stats().diskBytes <= options.diskCapBytes; }, 5000));
            }
        }
        QVERIFY(cache->flush());
        quint64 bytes = 0;
        for (const auto &file : QDir(folder.filePath(QStringLiteral("cache"))).entryInfoList(QDir::Files))
            if (!file.fileName().endsWith(QStringLiteral("-shm")))
                bytes += quint64(file.size());
        QVERIFY2(bytes <= options.diskCapBytes, qPrintable(QString::number(bytes)));
        // The newest are what is left.
        QVERIFY(cache->get({.path = "/n999", .depth = "d"}, version(1)));
        QVERIFY(cache->stats().diskEntries > 50);
    }

    void aCleanUpMakesTheFilesSmallerAndTakesTheLeastUsed()
    {
        const QTemporaryDir folder;
        auto now = std::chrono::system_clock::now();
        Options options;
        options.now = [&now] { return now; };
        options.diskCapBytes = 8u << 20;
        options.memory.entries = 10;
        const auto cache = test::openCache(folder, options);
        std::string noise(5'000, '\0');
        std::uint32_t state = 1;
        for (int i = 0; i < 1000; ++i) {
            now += 1s;
            for (char &byte : noise)
                byte = char((state = state * 1664525 + 1013904223) >> 24);
            const std::string path = "/n" + std::to_string(i);
            cache->put({.path = path, .depth = "d"}, version(1), noise, {});
        }
        QVERIFY(cache->flush());
        const auto outcome = cache->cleanUpDisk(0.3);
        QVERIFY(outcome.fileBytesAfter < outcome.fileBytesBefore);
        QVERIFY(outcome.fileBytesAfter <= std::uint64_t(0.3 * double(options.diskCapBytes)));
        QVERIFY(outcome.removedEntries > 0);
        QVERIFY(!cache->get({.path = "/n0", .depth = "d"}, version(1)));
        QVERIFY(cache->get({.path = "/n999", .depth = "d"}, version(1)));
    }

    void statisticsAreExactUnderEightThreads()
    {
        const QTemporaryDir folder;
        Options options;
        options.memory.entries = 100;
        const auto cache = test::openCache(folder, options);
        test::fill(*cache, 300);
        std::atomic<std::uint64_t> hits = 0;
        std::uint64_t expected = 0; // the first 300 of 600 are there
        for (int t = 0; t < 8; ++t)
            for (int i = 0; i < 1000; ++i)
                expected += (i * 7 + t * 13) % 600 < 300;
        std::vector<std::thread> threads;
        for (int t = 0; t < 8; ++t)
            threads.emplace_back([&, t] {
                for (int i = 0; i < 1000; ++i) {
                    const std::string path = "/data/file" + std::to_string((i * 7 + t * 13) % 600);
                    hits += cache->get({.path = path, .depth = "standard"}, version(1)).has_value();
                    const auto stats = cache->stats();
                    if (stats.hits() + stats.misses != stats.requests())
                        qFatal("the sums do not hold");
                }
            });
        for (auto &thread : threads)
            thread.join();
        QCOMPARE(cache->stats().requests(), std::uint64_t(8000));
        QCOMPARE(cache->stats().hits(), hits.load());
        QCOMPARE(hits.load(), expected);
    }
};

QTEST_GUILESS_MAIN(TestCache)
#include "tst_cache.moc"
