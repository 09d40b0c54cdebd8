// SPDX-License-Identifier: GPL-3.0-or-later
//
// The store's bounds on disk space, and files that it must not touch.
#include "CacheFixture.h"
#include "support/Eventually.h"
#include "support/TestMain.h"

#include <QDir>
#include <QTest>

#include <malloc.h>
#include <random>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace manometer::cache;

namespace {

std::uint64_t bytesIn(const std::string &directory)
{
    std::uint64_t sum = 0;
    for (const QFileInfo &file : QDir(QString::fromStdString(directory)).entryInfoList(QDir::Files))
        sum += static_cast<std::uint64_t>(file.size());
    return sum;
}

std::string incompressible(std::mt19937 &random, std::size_t bytes)
{
    std::string value(bytes, '\0');
    for (char &byte : value)
        byte = static_cast<char>(random());
    return value;
}

QByteArray contents(const std::string &path)
{
    QFile file(QString::fromStdString(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestCacheBounds : public QObject
{
    Q_OBJECT

private slots:
    void idleReadersDoNotKeepTheLog();
    void anIdleStoreGivesItsPageCachesBack();
    void staysWithinTheCap_data();
    void staysWithinTheCap();
    void anOutsideReaderNeitherEmptiesNorSwellsTheStore();
    void dropsTheLeastRecentlyUsedFirst();
    void cleaningUpShrinksTheFiles();
    void cleaningUpDropsTheExpiredFirst();
    void clearingGivesTheSpaceBack();
    void aLaterFormatIsRefusedAndUntouched();
    void filesAreReadableByTheirOwnerOnly_data();
    void filesAreReadableByTheirOwnerOnly();
    void aDirectoryALinkOrAFifoIsNotUsedAsAShard();
};

void TestCacheBounds::anIdleStoreGivesItsPageCachesBack()
{
    constexpr int files = 3000;
    const auto path = [](int file) { return "/data/archive/file-" + std::to_string(file); };
    // What malloc has given out, in all threads.
    const auto used = [] { return ::mallinfo2().uordblks + ::mallinfo2().hblkhd; };
    CacheFixture fixture;
    fixture.options.memory = {.entries = 50, .bytes = 1u << 20};
    const auto value = [](int file) { // that compression leaves large
        std::mt19937 random(static_cast<unsigned>(file));
        std::string bytes(1500, ' ');
        for (char &byte : bytes)
            byte = static_cast<char>(random());
        return bytes;
    };
    const auto fill = [&] {
        for (int file = 0; file < files; ++file)
            fixture.put(path(file), value(file));
        QVERIFY(fixture.cache->flush());
        for (int file = 0; file < files; ++file)
            fixture.get(path(file));
    };
    fixture.options.idleRelease = std::chrono::hours(1);
    QVERIFY(fixture.open());
    fill();
    const std::size_t busy = used();
    if (busy < (1u << 20))
        QSKIP("malloc is replaced, by a sanitizer");
    fixture.options.idleRelease = std::chrono::milliseconds(1);
    QVERIFY(fixture.reopen());
    fill();
    VERIFY_EVENTUALLY(used() + (1u << 20) < busy);
    QCOMPARE(fixture.get(path(7)), value(7)); // from the file, again
}

void TestCacheBounds::staysWithinTheCap_data()
{
    QTest::addColumn<std::uint64_t>("capBytes");
    QTest::addColumn<std::size_t>("valueBytes");
    QTest::newRow("small values under a small cap") << std::uint64_t{2u << 20} << std::size_t{300};
    QTest::newRow("larger values under a small cap") << std::uint64_t{2u << 20} << std::size_t{20'000};
    QTest::newRow("values near the largest") << std::uint64_t{8u << 20} << std::size_t{200'000};
    QTest::newRow("a cap too small for any entry") << std::uint64_t{0} << std::size_t{300};
}

void TestCacheBounds::staysWithinTheCap()
{
    QFETCH(std::uint64_t, capBytes);
    QFETCH(std::size_t, valueBytes);
    std::mt19937 random(1);
    CacheFixture fixture;
    fixture.options.diskCapBytes = capBytes;
    fixture.options.memory.entries = 5;
    QVERIFY(fixture.open());
    // Tables, logs and their indexes take space even when they are empty.
    const std::uint64_t leastBytes = 1u << 20;
    std::uint64_t written = 0;
    for (int i = 0; written < 3 * capBytes + 100'000; ++i) {
        fixture.put("/" + std::to_string(i), incompressible(random, valueBytes));
        written += valueBytes;
        if (i % 50 != 49)
            continue;
        QVERIFY(fixture.cache->flush());
        const std::uint64_t bytes = bytesIn(fixture.options.directory);
        QVERIFY2(bytes <= std::max(capBytes, leastBytes), qPrintable(QString::number(bytes)));
        QVERIFY(fixture.cache->stats().diskBytes <= std::max(capBytes, leastBytes));
    }
    if (capBytes > 0)
        QVERIFY(fixture.cache->stats().diskEntries * valueBytes > capBytes / 4);
}

// While another program reads, no file shrinks and no log is emptied: removing more entries would not help.
void TestCacheBounds::anOutsideReaderNeitherEmptiesNorSwellsTheStore()
{
    std::mt19937 random(1);
    CacheFixture fixture;
    fixture.options.diskCapBytes = 8u << 20;
    fixture.options.memory.entries = 5;
    QVERIFY(fixture.open());
    const auto putMany = [&](const std::string &prefix, int entries, int flushedAtOnce) {
        for (int i = 0; i < entries; ++i) {
            fixture.put(prefix + std::to_string(i), incompressible(random, 5000));
            if (i % flushedAtOnce == flushedAtOnce - 1)
                fixture.cache->flush(); // may fail: the store is locked
        }
    };
    putMany("/before/", 2000, 50);
    std::vector<sqlite3 *> shells;
    for (int index = 0; index < 4; ++index) {
        sqlite3 *shell = nullptr;
        QCOMPARE(sqlite3_open(fixture.shardPath(index).c_str(), &shell), SQLITE_OK);
        QCOMPARE(sqlite3_exec(shell, "BEGIN; SELECT count(*) FROM entry", nullptr, nullptr, nullptr),
                 SQLITE_OK);
        shells.push_back(shell);
    }
    const std::uint64_t before = fixture.cache->stats().diskEntries;
    putMany("/meanwhile/", 3000, 500);
    QVERIFY(fixture.cache->stats().diskEntries > before / 2);
    const std::uint64_t bytes = bytesIn(fixture.options.directory);
    QVERIFY2(bytes < 3 * fixture.options.diskCapBytes / 2, qPrintable(QString::number(bytes)));
    QCOMPARE(fixture.cache->health().state, Health::State::Locked);
    for (sqlite3 *shell : shells)
        sqlite3_close(shell);
    QVERIFY(fixture.cache->flush());
    putMany("/after/", 2000, 50);
    QVERIFY(fixture.cache->flush());
    QCOMPARE(fixture.cache->health().state, Health::State::Good);
    QVERIFY(fixture.cache->stats().diskEntries > before / 2);
    QVERIFY(bytesIn(fixture.options.directory) <= fixture.options.diskCapBytes);
}

void TestCacheBounds::dropsTheLeastRecentlyUsedFirst()
{
    std::mt19937 random(1);
    CacheFixture fixture;
    fixture.options.diskCapBytes = 4u << 20;
    fixture.options.memory.entries = 0;
    QVERIFY(fixture.open());
    for (int i = 0; i < 20; ++i)
        fixture.put("/used/" + std::to_string(i), "precious");
    for (int i = 0; i < 1000; ++i) {
        fixture.advance(std::chrono::seconds(1));
        fixture.put("/" + std::to_string(i), incompressible(random, 10'000));
        fixture.get("/used/" + std::to_string(i % 20));
        if (i % 50 == 0)
            QVERIFY(fixture.cache->flush());
    }
    QVERIFY(fixture.cache->stats().diskEntries < 600);
    for (int i = 0; i < 20; ++i)
        QCOMPARE(fixture.get("/used/" + std::to_string(i)), "precious");
}

void TestCacheBounds::cleaningUpShrinksTheFiles()
{
    std::mt19937 random(1);
    CacheFixture fixture;
    fixture.options.diskCapBytes = 16u << 20;
    QVERIFY(fixture.open());
    for (int i = 0; i < 1000; ++i)
        fixture.put("/" + std::to_string(i), incompressible(random, 10'000));
    QVERIFY(fixture.cache->flush());
    for (const double keepRatio : {0.5, 0.2, 0.0}) {
        const CleanUpOutcome outcome = fixture.cache->cleanUpDisk(keepRatio);
        QVERIFY2(outcome.fileBytesAfter < outcome.fileBytesBefore,
                 qPrintable(QString("%1 -> %2").arg(outcome.fileBytesBefore).arg(outcome.fileBytesAfter)));
        QVERIFY(outcome.removedEntries > 0);
        QCOMPARE(outcome.expiredEntries, 0u);
        // The writer may write a few pages of its path index when it is idle again: each attempt reads both
        // figures once, which QTRY_COMPARE would not.
        VERIFY_EVENTUALLY(bytesIn(fixture.options.directory) == fixture.cache->stats().diskBytes);
        QVERIFY(bytesIn(fixture.options.directory) <= outcome.fileBytesAfter + (64u << 10));
        if (keepRatio > 0)
            QVERIFY(outcome.fileBytesAfter <= static_cast<std::uint64_t>(keepRatio * (16u << 20)));
    }
    QCOMPARE(fixture.cache->stats().diskEntries, 0u);
}

void TestCacheBounds::cleaningUpDropsTheExpiredFirst()
{
    CacheFixture fixture;
    fixture.options.timeToLive = std::chrono::hours(1);
    QVERIFY(fixture.open());
    for (int i = 0; i < 600; ++i)
        fixture.put("/old/" + std::to_string(i), "x");
    QVERIFY(fixture.cache->flush());
    fixture.advance(std::chrono::minutes(40));
    for (int i = 0; i < 100; ++i)
        fixture.put("/young/" + std::to_string(i), "x");
    fixture.advance(std::chrono::minutes(20));
    const CleanUpOutcome outcome = fixture.cache->cleanUpDisk(0.8);
    QCOMPARE(outcome.expiredEntries, 600u);
    QCOMPARE(outcome.removedEntries, 0u);
    QCOMPARE(fixture.cache->stats().diskEntries, 100u);
    fixture.dropMemory();
    QCOMPARE(fixture.get("/young/7"), "x");
}

void TestCacheBounds::clearingGivesTheSpaceBack()
{
    std::mt19937 random(1);
    CacheFixture fixture;
    QVERIFY(fixture.open());
    for (int i = 0; i < 1000; ++i)
        fixture.put("/" + std::to_string(i), incompressible(random, 10'000));
    QVERIFY(fixture.cache->flush());
    const std::uint64_t before = fixture.cache->stats().diskBytes;
    fixture.cache->clear();
    QVERIFY(fixture.reopen());
    QVERIFY(fixture.cache->stats().diskBytes < before / 4);
    QCOMPARE(fixture.cache->list({}).size(), 0u);
}

void TestCacheBounds::aLaterFormatIsRefusedAndUntouched()
{
    CacheFixture fixture;
    QVERIFY(fixture.open());
    for (int i = 0; i < 100; ++i)
        fixture.put("/" + std::to_string(i), "x");
    fixture.cache.reset();
    sqlite3 *shell = nullptr;
    QCOMPARE(sqlite3_open(fixture.shardPath(2).c_str(), &shell), SQLITE_OK);
    QCOMPARE(sqlite3_exec(shell, "PRAGMA user_version = 3", nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(shell);
    std::vector<QByteArray> before;
    for (int index = 0; index < 4; ++index)
        before.push_back(contents(fixture.shardPath(index)));
    const auto refused = Cache::open(fixture.options);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, OpenError::Kind::NewerFormat);
    for (int index = 0; index < 4; ++index)
        QCOMPARE(contents(fixture.shardPath(index)), before[static_cast<std::size_t>(index)]);
    QVERIFY(!QDir(QString::fromStdString(fixture.options.directory + "/quarantine")).exists());
}

void TestCacheBounds::filesAreReadableByTheirOwnerOnly_data()
{
    QTest::addColumn<unsigned>("mask");
    QTest::newRow("a umask that permits everything") << 0u;
    QTest::newRow("a umask that removes the owner's write permission") << 0277u;
}

void TestCacheBounds::filesAreReadableByTheirOwnerOnly()
{
    QFETCH(unsigned, mask);
    CacheFixture fixture;
    const QString directory = QString::fromStdString(fixture.options.directory);
    const auto modeOf = [](const QString &path) {
        struct stat status = {};
        return ::stat(qPrintable(path), &status) == 0 ? status.st_mode & 07777 : 0;
    };
    // A shared directory keeps its mode; one of our files that was readable to all does not.
    QVERIFY(QDir().mkpath(directory));
    QCOMPARE(::chmod(qPrintable(directory), 0755), 0);
    QVERIFY(QFile(QString::fromStdString(fixture.shardPath(0))).open(QIODevice::WriteOnly));
    QCOMPARE(::chmod(fixture.shardPath(0).c_str(), 0644), 0);
    const mode_t before = ::umask(mask);
    const bool isOpen = fixture.open();
    for (int i = 0; isOpen && i < 40; ++i)
        fixture.put("/" + std::to_string(i), "x");
    const bool isFlushed = isOpen && fixture.cache->flush();
    ::umask(before);
    QVERIFY(isFlushed);
    QCOMPARE(modeOf(directory), 0755u);
    const auto names = QDir(directory).entryList({"entries-*"}, QDir::Files);
    QCOMPARE(names.size(), 16);
    for (const QString &name : names)
        QVERIFY2(modeOf(directory + "/" + name) == 0600, qPrintable(name));
}

void TestCacheBounds::aDirectoryALinkOrAFifoIsNotUsedAsAShard()
{
    CacheFixture fixture;
    const QDir directory(QString::fromStdString(fixture.options.directory));
    QVERIFY(directory.mkpath("entries-1.db"));
    const QString outside = fixture.directory.filePath("outside");
    QVERIFY(QFile(outside).open(QIODevice::WriteOnly));
    QCOMPARE(::chmod(qPrintable(outside), 0644), 0);
    QCOMPARE(::symlink(qPrintable(outside), fixture.shardPath(0).c_str()), 0);
    QCOMPARE(::mkfifo(fixture.shardPath(2).c_str(), 0600), 0);
    QVERIFY(fixture.open());
    for (int i = 0; i < 40; ++i)
        QCOMPARE(fixture.put("/" + std::to_string(i), "x"), PutResult::Stored);
    QVERIFY(fixture.cache->flush());
    QCOMPARE(fixture.cache->health().quarantinedShards, 3u);
    struct stat status = {};
    QCOMPARE(::stat(qPrintable(outside), &status), 0);
    QCOMPARE(status.st_mode & 0777, 0644u);
    QCOMPARE(status.st_size, 0);
}

// An idle reader keeps its snapshot for the next get, since a new one is expensive; it must give it up for
// the writer.
void TestCacheBounds::idleReadersDoNotKeepTheLog()
{
    CacheFixture fixture;
    QVERIFY(fixture.open());
    const auto useAll = [&fixture](const char *value) {
        for (int i = 0; i < 40; ++i)
            fixture.put("/" + std::to_string(i), value);
        if (!fixture.cache->flush())
            return false;
        fixture.dropMemory();
        for (int i = 0; i < 40; ++i) {
            if (fixture.get("/" + std::to_string(i)) != value)
                return false;
        }
        return true;
    };
    QVERIFY(useAll("old"));
    QVERIFY(useAll("new"));
    fixture.cache->cleanUpDisk(1);
    for (int shard = 0; shard < 4; ++shard)
        QCOMPARE(QFileInfo(QString::fromStdString(fixture.shardPath(shard) + "-wal")).size(), 0);
}

MANOMETER_TEST(Core, TestCacheBounds)
#include "tst_cache_bounds.moc"
