// SPDX-License-Identifier: GPL-3.0-or-later
//
// Disks that are full, failing or locked: no call fails, nothing stale is served, health() reports it, and
// the cache recovers by itself.
#include "CacheFixture.h"
#include "FaultyVfs.h"
#include "ForeignLock.h"
#include "Rounds.h"
#include "support/Eventually.h"
#include "support/TestMain.h"

#include <QFile>
#include <QTest>

#include <array>
#include <filesystem>
#include <random>
#include <sys/stat.h>
#include <unistd.h>

using namespace manometer::cache;

class TestCacheDiskFaults : public QObject
{
    Q_OBJECT

private slots:
    void aDiskThatFailsAtAnyWriteServesNothingWrong_data();
    void aDiskThatFailsAtAnyWriteServesNothingWrong();
    void aDiskThatCannotBeReadIsAMiss();
    void afterAFullDiskAnOldValueDoesNotComeBack();
    void anEraseOnAFullDiskIsNotForgotten();
    void whatCouldNotBeRemovedDoesNotComeBack_data();
    void whatCouldNotBeRemovedDoesNotComeBack();
    void whatCouldNotBeRemovedStaysAwayUntilItIsRemoved();
    void aLogOfInvalidRowsOutlivesAFileThatCannotBeOpened();
    void moreInvalidRowsThanTheLogHoldsCostTheShardsRows();
    void aDamagedLogOfInvalidRowsHarmsNothing();
    void withoutALogTheShardsRowsAreInvalidForTheNext_data();
    void withoutALogTheShardsRowsAreInvalidForTheNext();
    void whatReplacesTheLogGivesWayToIt_data();
    void whatReplacesTheLogGivesWayToIt();
    void aFailedCheckpointBringsNoOldValueBack();
    void entriesAreServedWhileAnotherProgramWrites();
    void anEntryKeptInMemoryThroughAFullDiskIsWrittenOnUse();
    void accessesThatAFullDiskRefusedAreWrittenLater();
    void anUndoneEraseDoesNotReplaceAnEntryThatOnlyMemoryHolds();
    void recoversByItself();
    void manyInvalidationsOnAFullDiskStayBounded();
    void aValueThatTheFullQueueInvalidatedDoesNotComeBack_data();
    void aValueThatTheFullQueueInvalidatedDoesNotComeBack();
    void anotherProgramsLockIsReported();
    void aRemovedFileIsRecreated();
    void aShardThatCannotBeRecreatedIsReportedAndRecreatedLater();
    void aDiskThatReturnsCorruptDataIsReported();
    void aReadErrorHealsWithoutAWrite();
};

void TestCacheDiskFaults::aDiskThatFailsAtAnyWriteServesNothingWrong_data()
{
    QTest::addColumn<int>("error");
    QTest::addColumn<Health::State>("state");
    QTest::newRow("full") << SQLITE_FULL << Health::State::DiskFull;
    QTest::newRow("write error") << SQLITE_IOERR_WRITE << Health::State::InputOutputError;
}

void TestCacheDiskFaults::aDiskThatFailsAtAnyWriteServesNothingWrong()
{
    QFETCH(int, error);
    QFETCH(Health::State, state);
    FaultyVfs disk;
    int failures = 0;
    int served = 0;
    // From no room at all, through the creation of the tables, to the middle of later groups.
    for (std::int64_t room = 0; room < 700'000; room += room < 60'000 ? 4'111 : 40'111) {
        CacheFixture fixture;
        fixture.options.sqliteVfs = FaultyVfs::name;
        fixture.options.memory = {.entries = 5, .bytes = 1u << 20};
        disk.failWritesAfter(room, error);
        QVERIFY(fixture.open());
        std::array<bool, 60> isQueued{}; // queued for disk in the last round: a flush must have written it
        const auto checkAll = [&](int round, bool isFlushed) {
            for (std::size_t i = 0; i < isQueued.size(); ++i) {
                const std::string bytes = fixture.get("/" + std::to_string(i));
                const std::string expected = std::to_string(i) + "#" + std::to_string(round);
                QVERIFY2(bytes == expected || (bytes.empty() && !(isFlushed && isQueued[i])),
                         qPrintable(QString::fromStdString(expected + " is " + bytes)));
                served += bytes.empty() ? 0 : 1;
            }
        };
        for (int round = 0; round < 3; ++round) {
            for (std::size_t i = 0; i < isQueued.size(); ++i) {
                const PutResult result =
                    fixture.put("/" + std::to_string(i), std::to_string(i) + "#" + std::to_string(round));
                isQueued[i] = result == PutResult::Stored || result == PutResult::DiskOnly;
            }
            const bool isFlushed = fixture.cache->flush();
            failures += isFlushed ? 0 : 1;
            QCOMPARE(fixture.cache->health().state, isFlushed ? Health::State::Good : state);
            checkAll(round, isFlushed);
            if (QTest::currentTestFailed())
                return;
        }
        disk.repair();
        QVERIFY(fixture.cache->flush());
        QCOMPARE(fixture.cache->health().state, Health::State::Good);
        QCOMPARE(fixture.cache->health().quarantinedShards, 0u);
        checkAll(2, true);
        QVERIFY(fixture.reopen());
        checkAll(2, true);
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY(failures > 10);
    qInfo("%d values served, %d flushes failed", served, failures);
    QVERIFY(served > 1000);
}

void TestCacheDiskFaults::aDiskThatCannotBeReadIsAMiss()
{
    FaultyVfs disk;
    CacheFixture fixture;
    fixture.options.sqliteVfs = FaultyVfs::name;
    QVERIFY(fixture.open());
    for (int i = 0; i < 100; ++i)
        fixture.put("/" + std::to_string(i), std::string(5000, 'x'));
    QVERIFY(fixture.reopen());
    disk.failReads(SQLITE_IOERR_READ);
    for (int i = 0; i < 100; ++i)
        QCOMPARE(fixture.get("/" + std::to_string(i)), "");
    QCOMPARE(fixture.cache->stats().misses, 100u);
    QVERIFY(!fixture.cache->flush());
    QCOMPARE(fixture.cache->health().state, Health::State::InputOutputError);
    fixture.put("/new", "in memory");
    QCOMPARE(fixture.get("/new"), "in memory");
    disk.repair();
    QVERIFY(fixture.cache->flush());
    QCOMPARE(fixture.cache->health().state, Health::State::Good);
    for (int i = 0; i < 100; ++i)
        QCOMPARE(fixture.get("/" + std::to_string(i)), std::string(5000, 'x'));
}

void TestCacheDiskFaults::afterAFullDiskAnOldValueDoesNotComeBack()
{
    FaultyVfs disk;
    CacheFixture fixture;
    fixture.options.sqliteVfs = FaultyVfs::name;
    QVERIFY(fixture.open());
    fixture.put("/queued", "old");
    fixture.put("/refused", "old");
    QVERIFY(fixture.cache->flush());
    disk.failWritesAfter(0);
    QCOMPARE(fixture.put("/queued", "new"), PutResult::Stored);
    for (int i = 0; i < 40; ++i)
        fixture.put("/in every shard/" + std::to_string(i), "x");
    QVERIFY(!fixture.cache->flush());
    QCOMPARE(fixture.put("/refused", "new"), PutResult::MemoryOnly);
    fixture.dropMemory();
    QCOMPARE(fixture.get("/queued"), "new");
    QCOMPARE(fixture.get("/refused"), "");
    disk.repair();
    QVERIFY(fixture.cache->flush());
    QCOMPARE(fixture.get("/queued"), "new");
    QVERIFY(fixture.reopen());
    QCOMPARE(fixture.get("/queued"), "new");
    QCOMPARE(fixture.get("/refused"), "");
}

void TestCacheDiskFaults::anEraseOnAFullDiskIsNotForgotten()
{
    FaultyVfs disk;
    CacheFixture fixture;
    fixture.options.sqliteVfs = FaultyVfs::name;
    QVERIFY(fixture.open());
    fixture.put("/a", "a");
    fixture.put("/b", "b");
    QVERIFY(fixture.cache->flush());
    disk.failWritesAfter(0);
    QVERIFY(fixture.cache->erase({"/a", "quick"}));
    QVERIFY(!fixture.cache->flush());
    QCOMPARE(fixture.get("/a"), "");
    QCOMPARE(fixture.get("/b"), "b");
    fixture.cache->clear();
    QCOMPARE(fixture.get("/b"), "");
    QCOMPARE(fixture.cache->stats().diskEntries, 0u);
    disk.repair();
    QVERIFY(fixture.cache->flush());
    QVERIFY(fixture.reopen());
    QCOMPARE(fixture.get("/a"), "");
    QCOMPARE(fixture.get("/b"), "");
}

// Puts "old" under these keys, and writes all.
static bool putOld(CacheFixture &fixture, int keys)
{
    for (int i = 0; i < keys; ++i)
        fixture.put("/" + std::to_string(i), "old");
    return fixture.cache->flush();
}

static int countOld(CacheFixture &fixture, int from, int to)
{
    int count = 0;
    for (int i = from; i < to; ++i)
        count += fixture.get("/" + std::to_string(i)) == "old" ? 1 : 0;
    return count;
}

void TestCacheDiskFaults::whatCouldNotBeRemovedDoesNotComeBack_data()
{
    QTest::addColumn<bool>("isLocked"); // otherwise full
    QTest::addColumn<bool>("isKilled"); // otherwise ends
    QTest::addColumn<bool>("clears");   // otherwise erases some and replaces some
    for (const bool isLocked : {false, true}) {
        for (const bool isKilled : {false, true}) {
            for (const bool clears : {false, true})
                QTest::addRow("%s while %s, then %s", clears ? "cleared" : "erased and replaced",
                              isLocked ? "locked" : "full", isKilled ? "killed" : "ended")
                    << isLocked << isKilled << clears;
        }
    }
}

void TestCacheDiskFaults::whatCouldNotBeRemovedDoesNotComeBack()
{
    QFETCH(bool, isLocked);
    QFETCH(bool, isKilled);
    QFETCH(bool, clears);
    FaultyVfs disk;
    CacheFixture fixture;
    fixture.options.sqliteVfs = FaultyVfs::name;
    QVERIFY(fixture.open());
    QVERIFY(putOld(fixture, 200));
    ForeignLock lock;
    if (isLocked)
        QVERIFY(lock.take(fixture));
    else
        disk.failWritesAfter(0);
    if (clears)
        fixture.cache->clear();
    for (int i = 0; i < 100 && !clears; ++i) {
        if (i % 2 == 0)
            QVERIFY(fixture.cache->erase({"/" + std::to_string(i), "quick"}));
        else
            fixture.put("/" + std::to_string(i), "new");
    }
    CacheFixture next;
    next.options.sqliteVfs = FaultyVfs::name;
    if (isKilled) {
        QVERIFY(!fixture.cache->flush());
        std::filesystem::copy(fixture.options.directory, next.options.directory);
    } else {
        fixture.cache.reset();
        std::filesystem::copy(fixture.options.directory, next.options.directory);
    }
    lock.release();
    disk.repair();
    QVERIFY(next.open());
    QCOMPARE(countOld(next, 0, clears ? 200 : 100), 0);
    QCOMPARE(countOld(next, 100, 200), clears ? 0 : 100);
    QCOMPARE(next.cache->health(), Health{});
    // The cache goes on, and what is put now is not taken for what was removed.
    QVERIFY(putOld(next, 200));
    QVERIFY(next.reopen());
    QCOMPARE(countOld(next, 0, 200), 200);
}

void TestCacheDiskFaults::whatCouldNotBeRemovedStaysAwayUntilItIsRemoved()
{
    FaultyVfs disk;
    CacheFixture fixture;
    fixture.options.sqliteVfs = FaultyVfs::name;
    QVERIFY(fixture.open());
    QVERIFY(putOld(fixture, 200));
    disk.failWritesAfter(0);
    for (int i = 0; i < 100; ++i)
        fixture.cache->erase({"/" + std::to_string(i), "quick"});
    for (int restart = 0; restart < 3; ++restart) {
        QVERIFY(fixture.reopen());
        QCOMPARE(countOld(fixture, 0, 100), 0);
        QCOMPARE(countOld(fixture, 100, 200), 100);
    }
    disk.repair();
    QVERIFY(fixture.cache->flush());
    QCOMPARE(fixture.cache->list({}).size(), std::size_t{100});
    QVERIFY(fixture.reopen());
    QCOMPARE(countOld(fixture, 0, 200), 100);
}

void TestCacheDiskFaults::aLogOfInvalidRowsOutlivesAFileThatCannotBeOpened()
{
    FaultyVfs disk;
    CacheFixture fixture;
    fixture.options.sqliteVfs = FaultyVfs::name;
    QVERIFY(fixture.open());
    QVERIFY(putOld(fixture, 200));
    disk.failWritesAfter(0);
    for (int i = 0; i < 100; ++i)
        fixture.cache->erase({"/" + std::to_string(i), "quick"});
    fixture.cache.reset();
    // The next program cannot open the files, and has changes of its own.
    disk.failChangesAfter(0, FaultyVfs::MapLogIndex, SQLITE_IOERR_SHMSIZE, FaultyVfs::Failing::FromThenOn);
    fixture.advance(std::chrono::seconds(1));
    QVERIFY(fixture.open());
    QVERIFY(fixture.cache->health().state != Health::State::Good);
    for (int i = 100; i < 150; ++i)
        fixture.cache->erase({"/" + std::to_string(i), "quick"});
    fixture.cache.reset();
    disk.repair();
    QVERIFY(fixture.open());
    QCOMPARE(countOld(fixture, 0, 150), 0);
    QCOMPARE(countOld(fixture, 150, 200), 50);
}

void TestCacheDiskFaults::moreInvalidRowsThanTheLogHoldsCostTheShardsRows()
{
    FaultyVfs disk;
    CacheFixture fixture;
    fixture.options.sqliteVfs = FaultyVfs::name;
    fixture.options.diskCapBytes = 4u << 20; // 682 keys a shard
    QVERIFY(fixture.open());
    QVERIFY(putOld(fixture, 4000));
    const auto before = static_cast<int>(fixture.cache->list({}).size());
    QVERIFY2(before > 3500, qPrintable(QString::number(before)));
    disk.failWritesAfter(0);
    for (int i = 0; i < 3500; ++i)
        fixture.cache->erase({"/" + std::to_string(i), "quick"});
    QCOMPARE(countOld(fixture, 0, 3500), 0);
    QVERIFY(countOld(fixture, 3500, 4000) > 0); // this program knows them apart
    fixture.cache.reset();
    disk.repair();
    QVERIFY(fixture.open());
    QCOMPARE(countOld(fixture, 0, 4000), 0);
    QVERIFY(putOld(fixture, 200));
    QVERIFY(fixture.reopen());
    QCOMPARE(countOld(fixture, 0, 200), 200);
}

void TestCacheDiskFaults::aDamagedLogOfInvalidRowsHarmsNothing()
{
    CacheFixture fixture;
    QVERIFY(fixture.open());
    QVERIFY(putOld(fixture, 200));
    fixture.cache.reset();
    std::mt19937 random(freshSeed());
    const auto overwrite = [&](int shard, const QByteArray &bytes) {
        QFile file(QString::fromStdString(fixture.shardPath(shard) + "-invalid"));
        return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size();
    };
    QByteArray noise(4096, '\0');
    for (char &byte : noise)
        byte = static_cast<char>(random());
    QVERIFY(overwrite(0, noise));
    QVERIFY(overwrite(1, {}));
    QVERIFY(overwrite(2, QByteArray(4096, '\xff')));
    std::filesystem::remove(fixture.shardPath(3) + "-invalid");
    std::filesystem::create_symlink("/etc/hostname", fixture.shardPath(3) + "-invalid");
    QVERIFY(fixture.open());
    QCOMPARE(countOld(fixture, 0, 200), 200);
    QCOMPARE(fixture.cache->health(), Health{});
    QVERIFY(putOld(fixture, 300));
    QVERIFY(fixture.reopen());
    QCOMPARE(countOld(fixture, 0, 300), 300);
}

void TestCacheDiskFaults::withoutALogTheShardsRowsAreInvalidForTheNext_data()
{
    QTest::addColumn<bool>("isLocked"); // otherwise full
    QTest::addColumn<bool>("isKilled"); // otherwise ends
    for (const bool isLocked : {false, true}) {
        for (const bool isKilled : {false, true})
            QTest::addRow("%s, then %s", isLocked ? "locked" : "full", isKilled ? "killed" : "ended")
                << isLocked << isKilled;
    }
}

void TestCacheDiskFaults::withoutALogTheShardsRowsAreInvalidForTheNext()
{
    QFETCH(bool, isLocked);
    QFETCH(bool, isKilled);
    FaultyVfs disk;
    CacheFixture fixture;
    fixture.options.sqliteVfs = FaultyVfs::name;
    QVERIFY(fixture.open());
    QVERIFY(putOld(fixture, 200));
    fixture.cache.reset();
    // A folder that cannot be removed takes the log's place.
    for (int shard = 0; shard < 4; ++shard) {
        std::filesystem::remove(fixture.shardPath(shard) + "-invalid");
        std::filesystem::create_directories(fixture.shardPath(shard) + "-invalid/full");
    }
    QVERIFY(fixture.open());
    QCOMPARE(countOld(fixture, 0, 200), 200);
    ForeignLock lock;
    if (isLocked)
        QVERIFY(lock.take(fixture));
    else
        disk.failWritesAfter(0);
    for (int i = 0; i < 100; ++i)
        fixture.cache->erase({"/" + std::to_string(i), "quick"});
    QVERIFY(!fixture.cache->flush());
    CacheFixture next;
    next.options.sqliteVfs = FaultyVfs::name;
    if (!isKilled)
        fixture.cache.reset();
    const auto copy = std::filesystem::copy_options::recursive;
    std::filesystem::copy(fixture.options.directory, next.options.directory, copy);
    // Copying does not keep the mode everywhere.
    for (int shard = 0; shard < 4; ++shard)
        std::filesystem::permissions(next.shardPath(shard),
                                     std::filesystem::status(fixture.shardPath(shard)).permissions());
    lock.release();
    if (isLocked)
        disk.failWritesAfter(0); // still out of order
    QVERIFY(next.open());
    QCOMPARE(countOld(next, 0, 200), 0);
    QVERIFY(next.reopen());
    QCOMPARE(countOld(next, 0, 200), 0);
    disk.repair();
    QVERIFY(next.cache->flush());
    QVERIFY(putOld(next, 200));
    QVERIFY(next.reopen());
    QCOMPARE(countOld(next, 0, 200), 200);
    using std::filesystem::perms;
    for (int shard = 0; shard < 4; ++shard)
        QVERIFY((std::filesystem::status(next.shardPath(shard)).permissions() & perms::sticky_bit) ==
                perms::none);
    // A disk that recovers in time costs nothing.
    disk.failWritesAfter(0);
    next.cache->erase({"/0", "quick"});
    QVERIFY(!next.cache->flush());
    disk.repair();
    QVERIFY(next.cache->flush());
    QVERIFY(next.reopen());
    QCOMPARE(countOld(next, 0, 200), 199);
}

void TestCacheDiskFaults::whatReplacesTheLogGivesWayToIt_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"fifo", "link", "dangling link", "folder", "sparse file"})
        QTest::newRow(kind) << QString(kind);
}

void TestCacheDiskFaults::whatReplacesTheLogGivesWayToIt()
{
    QFETCH(const QString, kind);
    FaultyVfs disk;
    CacheFixture fixture;
    fixture.options.sqliteVfs = FaultyVfs::name;
    QVERIFY(fixture.open());
    QVERIFY(putOld(fixture, 200));
    fixture.cache.reset();
    const std::string target = fixture.directory.filePath("target").toStdString();
    {
        QFile file(QString::fromStdString(target));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("theirs") == 6);
    }
    for (int shard = 0; shard < 4; ++shard) {
        const std::string path = fixture.shardPath(shard) + "-invalid";
        std::filesystem::remove(path);
        if (kind == "fifo")
            QCOMPARE(::mkfifo(path.c_str(), 0600), 0);
        else if (kind == "link")
            std::filesystem::create_symlink(target, path);
        else if (kind == "dangling link")
            std::filesystem::create_symlink(target + "-none", path);
        else if (kind == "folder")
            std::filesystem::create_directory(path);
        else
            QVERIFY(QFile(QString::fromStdString(path)).open(QIODevice::WriteOnly) &&
                    ::truncate(path.c_str(), off_t{50} << 30) == 0);
    }
    QVERIFY(fixture.open());
    disk.failWritesAfter(0);
    for (int i = 0; i < 100; ++i)
        fixture.cache->erase({"/" + std::to_string(i), "quick"});
    fixture.cache.reset();
    disk.repair();
    QVERIFY(fixture.open());
    QCOMPARE(countOld(fixture, 0, 100), 0);
    QCOMPARE(countOld(fixture, 100, 200), 100);
    QVERIFY(!std::filesystem::exists(target + "-none"));
    QCOMPARE(std::filesystem::file_size(target), std::uintmax_t{6});
}

// With a small log and a large value, a group is checkpointed as soon as it is committed.
void TestCacheDiskFaults::aFailedCheckpointBringsNoOldValueBack()
{
    FaultyVfs disk;
    std::mt19937 random(freshSeed());
    const auto value = [&random](int number) {
        std::string bytes = std::to_string(number) + "#";
        for (int i = 0; i < 70'000; ++i)
            bytes += static_cast<char>(random());
        return bytes;
    };
    for (int passing = 0; passing < 120; ++passing) {
        CacheFixture fixture;
        fixture.options.sqliteVfs = FaultyVfs::name;
        fixture.options.diskCapBytes = 4u << 20;
        QVERIFY(fixture.open());
        QVERIFY(fixture.cache->flush());
        disk.failChangesAfter(passing, FaultyVfs::Write, SQLITE_FULL, FaultyVfs::Failing::FromThenOn);
        constexpr int last = 3;
        for (int number = 0; number <= last; ++number) {
            fixture.put("/a", value(number));
            fixture.cache->flush();
        }
        CacheFixture next;
        next.options.diskCapBytes = fixture.options.diskCapBytes;
        std::filesystem::copy(fixture.options.directory, next.options.directory);
        disk.repair();
        QVERIFY(next.open());
        const std::string found = next.get("/a");
        QVERIFY2(found.empty() || found.starts_with(std::to_string(last) + "#"),
                 qPrintable(QString("after %1 changes: %2").arg(passing).arg(found.substr(0, 1).c_str())));
    }
}

void TestCacheDiskFaults::entriesAreServedWhileAnotherProgramWrites()
{
    CacheFixture fixture;
    QVERIFY(fixture.open());
    QVERIFY(putOld(fixture, 200));
    fixture.dropMemory();
    ForeignLock lock;
    QVERIFY(lock.take(fixture));
    for (int i = 0; i < 100; ++i)
        fixture.cache->erase({"/" + std::to_string(i), "quick"});
    QVERIFY(!fixture.cache->flush());
    QCOMPARE(fixture.cache->health().state, Health::State::Locked);
    QCOMPARE(countOld(fixture, 0, 100), 0);
    QCOMPARE(countOld(fixture, 100, 200), 100);
    lock.release();
    QVERIFY(fixture.cache->flush());
    QCOMPARE(fixture.cache->list({}).size(), std::size_t{100});
}

void TestCacheDiskFaults::anEntryKeptInMemoryThroughAFullDiskIsWrittenOnUse()
{
    FaultyVfs disk;
    CacheFixture fixture;
    fixture.options.sqliteVfs = FaultyVfs::name;
    QVERIFY(fixture.open());
    // Keys in every shard, so that each has met the failure.
    disk.failWritesAfter(0);
    for (int i = 0; i < 40; ++i)
        fixture.put("/first/" + std::to_string(i), "x");
    QVERIFY(!fixture.cache->flush());
    QCOMPARE(fixture.put("/a", "a"), PutResult::MemoryOnly);
    disk.repair();
    QVERIFY(fixture.cache->flush());
    QCOMPARE(fixture.get("/a"), "a");
    QVERIFY(fixture.reopen());
    QCOMPARE(fixture.get("/a"), "a");
}

void TestCacheDiskFaults::accessesThatAFullDiskRefusedAreWrittenLater()
{
    FaultyVfs disk;
    CacheFixture fixture;
    fixture.options.sqliteVfs = FaultyVfs::name;
    QVERIFY(fixture.open());
    fixture.put("/a", "a");
    QVERIFY(fixture.cache->flush());
    disk.failWritesAfter(0);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(fixture.get("/a"), "a");
    QVERIFY(!fixture.cache->flush());
    disk.repair();
    QVERIFY(fixture.reopen());
    QCOMPARE(fixture.cache->describe(fixture.cache->list({})).front()->hits, 3u);
}

void TestCacheDiskFaults::anUndoneEraseDoesNotReplaceAnEntryThatOnlyMemoryHolds()
{
    FaultyVfs disk;
    CacheFixture fixture;
    fixture.options.sqliteVfs = FaultyVfs::name;
    QVERIFY(fixture.open());
    fixture.put("/a", "old");
    const auto old = fixture.cache->describe(fixture.cache->list({})).front();
    QVERIFY(old && fixture.cache->erase({"/a", "quick"}));
    disk.failWritesAfter(0);
    for (int i = 0; i < 40; ++i)
        fixture.put("/in every shard/" + std::to_string(i), "x");
    QVERIFY(!fixture.cache->flush());
    QCOMPARE(fixture.put("/a", "new", 2), PutResult::MemoryOnly);
    QVERIFY(!fixture.cache->putBack(*old, "old"));
    QCOMPARE(fixture.get("/a", 2), "new");
}

void TestCacheDiskFaults::recoversByItself()
{
    FaultyVfs disk;
    CacheFixture fixture;
    fixture.options.sqliteVfs = FaultyVfs::name;
    QVERIFY(fixture.open());
    disk.failWritesAfter(0);
    fixture.put("/a", "a");
    VERIFY_EVENTUALLY(fixture.cache->health().state == Health::State::DiskFull);
    disk.repair();
    VERIFY_EVENTUALLY(fixture.cache->health().state == Health::State::Good);
    VERIFY_EVENTUALLY(fixture.cache->stats().diskEntries == 1);
}

void TestCacheDiskFaults::manyInvalidationsOnAFullDiskStayBounded()
{
    FaultyVfs disk;
    CacheFixture fixture;
    fixture.options.sqliteVfs = FaultyVfs::name;
    fixture.options.memory = {.entries = 10, .bytes = 1u << 20};
    QVERIFY(fixture.open());
    for (int i = 0; i < 200; ++i)
        fixture.put("/old/" + std::to_string(i), "old");
    QVERIFY(fixture.cache->flush());
    disk.failWritesAfter(0);
    for (int i = 0; i < 100; ++i)
        fixture.put("/old/" + std::to_string(i), "new");
    fixture.cache->flush();
    // More keys than any queue holds.
    for (int i = 0; i < 100'000; ++i)
        fixture.put("/" + std::to_string(i), "x");
    for (int i = 0; i < 100; ++i)
        QVERIFY(fixture.get("/old/" + std::to_string(i)) != "old");
    disk.repair();
    QVERIFY(fixture.cache->flush());
    for (int i = 0; i < 100; ++i)
        QVERIFY(fixture.get("/old/" + std::to_string(i)) != "old");
    QCOMPARE(fixture.put("/again", "again"), PutResult::Stored);
    QVERIFY(fixture.reopen());
    QCOMPARE(fixture.get("/again"), "again");
    for (int i = 0; i < 100; ++i)
        QVERIFY(fixture.get("/old/" + std::to_string(i)) != "old");
}

void TestCacheDiskFaults::aValueThatTheFullQueueInvalidatedDoesNotComeBack_data()
{
    QTest::addColumn<bool>("isHung");
    QTest::newRow("on a full disk") << false;
    QTest::newRow("on a disk that hangs") << true;
}

void TestCacheDiskFaults::aValueThatTheFullQueueInvalidatedDoesNotComeBack()
{
    QFETCH(bool, isHung);
    FaultyVfs disk;
    CacheFixture fixture;
    fixture.options.sqliteVfs = FaultyVfs::name;
    fixture.options.memory.entries = 0;
    QVERIFY(fixture.open());
    const auto putAll = [&](const char *value) {
        for (int i = 0; i < 40; ++i)
            fixture.put("/" + std::to_string(i), value);
    };
    const auto countOld = [&] {
        int old = 0;
        for (int i = 0; i < 40; ++i)
            old += fixture.get("/" + std::to_string(i)) == "old" ? 1 : 0;
        return old;
    };
    putAll("old");
    QVERIFY(fixture.cache->flush());
    QCOMPARE(countOld(), 40);
    if (isHung) {
        disk.hold(FaultyVfs::Write);
    } else {
        disk.failWritesAfter(0);
        for (int i = 0; i < 40; ++i)
            fixture.put("/in every shard/" + std::to_string(i), "x");
        QVERIFY(!fixture.cache->flush());
    }
    // More keys than any queue holds, and then those that are checked.
    for (int i = 0; i < 100'000; ++i)
        fixture.put("/other/" + std::to_string(i), "x");
    putAll("new");
    const int oldMeanwhile = countOld();
    disk.release();
    disk.repair();
    QCOMPARE(oldMeanwhile, 0);
    QVERIFY(fixture.cache->flush());
    QCOMPARE(countOld(), 0);
    QVERIFY(fixture.reopen());
    QCOMPARE(countOld(), 0);
}

void TestCacheDiskFaults::anotherProgramsLockIsReported()
{
    CacheFixture fixture;
    QVERIFY(fixture.open());
    ForeignLock lock;
    QVERIFY(lock.take(fixture));
    fixture.put("/a", "a");
    QVERIFY(!fixture.cache->flush());
    QCOMPARE(fixture.cache->health().state, Health::State::Locked);
    QCOMPARE(fixture.get("/a"), "a");
    lock.release();
    QVERIFY(fixture.cache->flush());
    QCOMPARE(fixture.cache->health().state, Health::State::Good);
    QVERIFY(fixture.reopen());
    QCOMPARE(fixture.get("/a"), "a");
}

void TestCacheDiskFaults::aRemovedFileIsRecreated()
{
    CacheFixture fixture;
    QVERIFY(fixture.open());
    fixture.put("/before", "b");
    QVERIFY(fixture.cache->flush());
    for (int index = 0; index < 4; ++index) {
        for (const char *suffix : {"", "-wal", "-shm"})
            ::unlink((fixture.shardPath(index) + suffix).c_str());
    }
    fixture.put("/after", "a");
    QVERIFY(fixture.cache->flush());
    QVERIFY(fixture.reopen());
    QCOMPARE(fixture.get("/after"), "a");
}

void TestCacheDiskFaults::aShardThatCannotBeRecreatedIsReportedAndRecreatedLater()
{
    FaultyVfs disk;
    CacheFixture fixture;
    fixture.options.sqliteVfs = FaultyVfs::name;
    QVERIFY(fixture.open());
    for (int i = 0; i < 100; ++i)
        fixture.put("/" + std::to_string(i), std::string(5000, 'x'));
    QVERIFY(fixture.reopen());
    fixture.dropMemory();
    disk.failWritesAfter(0);
    for (int index = 0; index < 4; ++index) {
        QFile file(QString::fromStdString(fixture.shardPath(index)));
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(4096));
        QVERIFY(file.write(QByteArray(file.size() - 4096, 'g')) > 0);
    }
    for (int i = 0; i < 100; ++i)
        QCOMPARE(fixture.get("/" + std::to_string(i)), "");
    QVERIFY(!fixture.cache->flush());
    QCOMPARE(fixture.cache->health().state, Health::State::DiskFull);
    QCOMPARE(fixture.cache->health().quarantinedShards, 4u);
    disk.repair();
    // Without a further call: the writer retries by itself.
    VERIFY_EVENTUALLY(fixture.cache->health().state == Health::State::Good);
    fixture.put("/7", "again");
    QVERIFY(fixture.reopen());
    QCOMPARE(fixture.get("/7"), "again");
}

void TestCacheDiskFaults::aDiskThatReturnsCorruptDataIsReported()
{
    FaultyVfs disk;
    CacheFixture fixture;
    fixture.options.sqliteVfs = FaultyVfs::name;
    QVERIFY(fixture.open());
    fixture.put("/a", "a");
    QVERIFY(fixture.cache->flush());
    fixture.dropMemory();
    disk.failReads(SQLITE_CORRUPT);
    QCOMPARE(fixture.get("/a"), "");
    QVERIFY(!fixture.cache->flush());
    QCOMPARE(fixture.cache->health().state, Health::State::InputOutputError);
    disk.repair();
    QVERIFY(fixture.cache->flush());
    QCOMPARE(fixture.cache->health().state, Health::State::Good);
    fixture.put("/b", "b");
    QVERIFY(fixture.cache->flush());
    fixture.dropMemory();
    QCOMPARE(fixture.get("/b"), "b");
}

void TestCacheDiskFaults::aReadErrorHealsWithoutAWrite()
{
    FaultyVfs disk;
    CacheFixture fixture;
    fixture.options.sqliteVfs = FaultyVfs::name;
    QVERIFY(fixture.open());
    for (int i = 0; i < 100; ++i)
        fixture.put("/" + std::to_string(i), std::string(5000, 'x'));
    QVERIFY(fixture.reopen());
    disk.failReads(SQLITE_IOERR_READ);
    QCOMPARE(fixture.get("/7"), "");
    VERIFY_EVENTUALLY(fixture.cache->health().state == Health::State::InputOutputError);
    disk.repair();
    VERIFY_EVENTUALLY(fixture.cache->health().state == Health::State::Good);
    QCOMPARE(fixture.get("/7"), std::string(5000, 'x'));
}

MANOMETER_TEST(Core, TestCacheDiskFaults)
#include "tst_cache_disk_faults.moc"
