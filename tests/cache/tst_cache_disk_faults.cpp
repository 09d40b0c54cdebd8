// SPDX-License-Identifier: GPL-3.0-or-later
//
// Disks that are full, failing or locked: no call fails, nothing stale is served, health() reports it, and
// the cache recovers by itself.
#include "FaultyVfs.h"
#include "ForeignLock.h"
#include "OpenedCache.h"

#include <QTest>

#include <array>
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
    void whatMemoryKeptThroughAFullDiskIsWrittenOnUse();
    void usesThatAFullDiskDidNotTakeAreWrittenLater();
    void whatOnlyMemoryHoldsIsNotReplacedByWhatIsTakenBack();
    void recoversByItself();
    void manyInvalidationsOnAFullDiskStayBounded();
    void whatTheQueueHasNoRoomForDoesNotComeBack_data();
    void whatTheQueueHasNoRoomForDoesNotComeBack();
    void anotherProgramsLockIsTold();
    void aRemovedFileIsMadeAnew();
    void aShardThatCannotBeMadeAnewIsToldAndMadeLater();
    void aDiskThatGarblesWhatItHoldsIsTold();
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
        OpenedCache opened;
        opened.options.sqliteVfs = FaultyVfs::name;
        opened.options.memory = {.entries = 5, .bytes = 1u << 20};
        disk.failWritesAfter(room, error);
        QVERIFY(opened.open());
        std::array<bool, 60> isQueued{}; // queued for disk in the last round: a flush must have written it
        const auto checkAll = [&](int round, bool isFlushed) {
            for (std::size_t i = 0; i < isQueued.size(); ++i) {
                const std::string bytes = opened.get("/" + std::to_string(i));
                const std::string expected = std::to_string(i) + "#" + std::to_string(round);
                QVERIFY2(bytes == expected || (bytes.empty() && !(isFlushed && isQueued[i])),
                         qPrintable(QString::fromStdString(expected + " is " + bytes)));
                served += bytes.empty() ? 0 : 1;
            }
        };
        for (int round = 0; round < 3; ++round) {
            for (std::size_t i = 0; i < isQueued.size(); ++i) {
                const PutResult result =
                    opened.put("/" + std::to_string(i), std::to_string(i) + "#" + std::to_string(round));
                isQueued[i] = result == PutResult::Stored || result == PutResult::DiskOnly;
            }
            const bool isFlushed = opened.cache->flush();
            failures += isFlushed ? 0 : 1;
            QCOMPARE(opened.cache->health().state, isFlushed ? Health::State::Good : state);
            checkAll(round, isFlushed);
            if (QTest::currentTestFailed())
                return;
        }
        disk.mend();
        QVERIFY(opened.cache->flush());
        QCOMPARE(opened.cache->health().state, Health::State::Good);
        QCOMPARE(opened.cache->health().quarantinedShards, 0u);
        checkAll(2, true);
        QVERIFY(opened.reopen());
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
    OpenedCache opened;
    opened.options.sqliteVfs = FaultyVfs::name;
    QVERIFY(opened.open());
    for (int i = 0; i < 100; ++i)
        opened.put("/" + std::to_string(i), std::string(5000, 'x'));
    QVERIFY(opened.reopen());
    disk.failReads(SQLITE_IOERR_READ);
    for (int i = 0; i < 100; ++i)
        QCOMPARE(opened.get("/" + std::to_string(i)), "");
    QCOMPARE(opened.cache->stats().misses, 100u);
    QVERIFY(!opened.cache->flush());
    QCOMPARE(opened.cache->health().state, Health::State::InputOutputError);
    opened.put("/new", "in memory");
    QCOMPARE(opened.get("/new"), "in memory");
    disk.mend();
    QVERIFY(opened.cache->flush());
    QCOMPARE(opened.cache->health().state, Health::State::Good);
    for (int i = 0; i < 100; ++i)
        QCOMPARE(opened.get("/" + std::to_string(i)), std::string(5000, 'x'));
}

void TestCacheDiskFaults::afterAFullDiskAnOldValueDoesNotComeBack()
{
    FaultyVfs disk;
    OpenedCache opened;
    opened.options.sqliteVfs = FaultyVfs::name;
    QVERIFY(opened.open());
    opened.put("/queued", "old");
    opened.put("/refused", "old");
    QVERIFY(opened.cache->flush());
    disk.failWritesAfter(0);
    QCOMPARE(opened.put("/queued", "new"), PutResult::Stored);
    for (int i = 0; i < 40; ++i)
        opened.put("/in every shard/" + std::to_string(i), "x");
    QVERIFY(!opened.cache->flush());
    QCOMPARE(opened.put("/refused", "new"), PutResult::MemoryOnly);
    opened.dropMemory();
    QCOMPARE(opened.get("/queued"), "new");
    QCOMPARE(opened.get("/refused"), "");
    disk.mend();
    QVERIFY(opened.cache->flush());
    QCOMPARE(opened.get("/queued"), "new");
    QVERIFY(opened.reopen());
    QCOMPARE(opened.get("/queued"), "new");
    QCOMPARE(opened.get("/refused"), "");
}

void TestCacheDiskFaults::anEraseOnAFullDiskIsNotForgotten()
{
    FaultyVfs disk;
    OpenedCache opened;
    opened.options.sqliteVfs = FaultyVfs::name;
    QVERIFY(opened.open());
    opened.put("/a", "a");
    opened.put("/b", "b");
    QVERIFY(opened.cache->flush());
    disk.failWritesAfter(0);
    QVERIFY(opened.cache->erase({"/a", "quick"}));
    QVERIFY(!opened.cache->flush());
    QCOMPARE(opened.get("/a"), "");
    QCOMPARE(opened.get("/b"), "b");
    opened.cache->clear();
    QCOMPARE(opened.get("/b"), "");
    QCOMPARE(opened.cache->stats().diskEntries, 0u);
    disk.mend();
    QVERIFY(opened.cache->flush());
    QVERIFY(opened.reopen());
    QCOMPARE(opened.get("/a"), "");
    QCOMPARE(opened.get("/b"), "");
}

void TestCacheDiskFaults::whatMemoryKeptThroughAFullDiskIsWrittenOnUse()
{
    FaultyVfs disk;
    OpenedCache opened;
    opened.options.sqliteVfs = FaultyVfs::name;
    QVERIFY(opened.open());
    // Keys in every shard, so that each has met the failure.
    disk.failWritesAfter(0);
    for (int i = 0; i < 40; ++i)
        opened.put("/first/" + std::to_string(i), "x");
    QVERIFY(!opened.cache->flush());
    QCOMPARE(opened.put("/a", "a"), PutResult::MemoryOnly);
    disk.mend();
    QVERIFY(opened.cache->flush());
    QCOMPARE(opened.get("/a"), "a");
    QVERIFY(opened.reopen());
    QCOMPARE(opened.get("/a"), "a");
}

void TestCacheDiskFaults::usesThatAFullDiskDidNotTakeAreWrittenLater()
{
    FaultyVfs disk;
    OpenedCache opened;
    opened.options.sqliteVfs = FaultyVfs::name;
    QVERIFY(opened.open());
    opened.put("/a", "a");
    QVERIFY(opened.cache->flush());
    disk.failWritesAfter(0);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(opened.get("/a"), "a");
    QVERIFY(!opened.cache->flush());
    disk.mend();
    QVERIFY(opened.reopen());
    QCOMPARE(opened.cache->describe(opened.cache->list({})).front()->hits, 3u);
}

void TestCacheDiskFaults::whatOnlyMemoryHoldsIsNotReplacedByWhatIsTakenBack()
{
    FaultyVfs disk;
    OpenedCache opened;
    opened.options.sqliteVfs = FaultyVfs::name;
    QVERIFY(opened.open());
    opened.put("/a", "old");
    const auto old = opened.cache->describe(opened.cache->list({})).front();
    QVERIFY(old && opened.cache->erase({"/a", "quick"}));
    disk.failWritesAfter(0);
    for (int i = 0; i < 40; ++i)
        opened.put("/in every shard/" + std::to_string(i), "x");
    QVERIFY(!opened.cache->flush());
    QCOMPARE(opened.put("/a", "new", 2), PutResult::MemoryOnly);
    QVERIFY(!opened.cache->putBack(*old, "old"));
    QCOMPARE(opened.get("/a", 2), "new");
}

void TestCacheDiskFaults::recoversByItself()
{
    FaultyVfs disk;
    OpenedCache opened;
    opened.options.sqliteVfs = FaultyVfs::name;
    QVERIFY(opened.open());
    disk.failWritesAfter(0);
    opened.put("/a", "a");
    QTRY_VERIFY(opened.cache->health().state == Health::State::DiskFull);
    disk.mend();
    QTRY_VERIFY(opened.cache->health().state == Health::State::Good);
    QTRY_VERIFY(opened.cache->stats().diskEntries == 1);
}

void TestCacheDiskFaults::manyInvalidationsOnAFullDiskStayBounded()
{
    FaultyVfs disk;
    OpenedCache opened;
    opened.options.sqliteVfs = FaultyVfs::name;
    opened.options.memory = {.entries = 10, .bytes = 1u << 20};
    QVERIFY(opened.open());
    for (int i = 0; i < 200; ++i)
        opened.put("/old/" + std::to_string(i), "old");
    QVERIFY(opened.cache->flush());
    disk.failWritesAfter(0);
    for (int i = 0; i < 100; ++i)
        opened.put("/old/" + std::to_string(i), "new");
    opened.cache->flush();
    // More keys than any queue holds.
    for (int i = 0; i < 100'000; ++i)
        opened.put("/" + std::to_string(i), "x");
    for (int i = 0; i < 100; ++i)
        QVERIFY(opened.get("/old/" + std::to_string(i)) != "old");
    disk.mend();
    QVERIFY(opened.cache->flush());
    for (int i = 0; i < 100; ++i)
        QVERIFY(opened.get("/old/" + std::to_string(i)) != "old");
    QCOMPARE(opened.put("/again", "again"), PutResult::Stored);
    QVERIFY(opened.reopen());
    QCOMPARE(opened.get("/again"), "again");
    for (int i = 0; i < 100; ++i)
        QVERIFY(opened.get("/old/" + std::to_string(i)) != "old");
}

void TestCacheDiskFaults::whatTheQueueHasNoRoomForDoesNotComeBack_data()
{
    QTest::addColumn<bool>("isHung");
    QTest::newRow("on a full disk") << false;
    QTest::newRow("on a disk that hangs") << true;
}

void TestCacheDiskFaults::whatTheQueueHasNoRoomForDoesNotComeBack()
{
    QFETCH(bool, isHung);
    FaultyVfs disk;
    OpenedCache opened;
    opened.options.sqliteVfs = FaultyVfs::name;
    opened.options.memory.entries = 0;
    QVERIFY(opened.open());
    const auto putAll = [&](const char *value) {
        for (int i = 0; i < 40; ++i)
            opened.put("/" + std::to_string(i), value);
    };
    const auto countOld = [&] {
        int old = 0;
        for (int i = 0; i < 40; ++i)
            old += opened.get("/" + std::to_string(i)) == "old" ? 1 : 0;
        return old;
    };
    putAll("old");
    QVERIFY(opened.cache->flush());
    QCOMPARE(countOld(), 40);
    if (isHung) {
        disk.hold(FaultyVfs::Write);
    } else {
        disk.failWritesAfter(0);
        for (int i = 0; i < 40; ++i)
            opened.put("/in every shard/" + std::to_string(i), "x");
        QVERIFY(!opened.cache->flush());
    }
    // More keys than any queue holds, and then those that are checked.
    for (int i = 0; i < 100'000; ++i)
        opened.put("/other/" + std::to_string(i), "x");
    putAll("new");
    const int oldMeanwhile = countOld();
    disk.release();
    disk.mend();
    QCOMPARE(oldMeanwhile, 0);
    QVERIFY(opened.cache->flush());
    QCOMPARE(countOld(), 0);
    QVERIFY(opened.reopen());
    QCOMPARE(countOld(), 0);
}

void TestCacheDiskFaults::anotherProgramsLockIsTold()
{
    OpenedCache opened;
    QVERIFY(opened.open());
    ForeignLock lock;
    QVERIFY(lock.take(opened));
    opened.put("/a", "a");
    QVERIFY(!opened.cache->flush());
    QCOMPARE(opened.cache->health().state, Health::State::Locked);
    QCOMPARE(opened.get("/a"), "a");
    lock.release();
    QVERIFY(opened.cache->flush());
    QCOMPARE(opened.cache->health().state, Health::State::Good);
    QVERIFY(opened.reopen());
    QCOMPARE(opened.get("/a"), "a");
}

void TestCacheDiskFaults::aRemovedFileIsMadeAnew()
{
    OpenedCache opened;
    QVERIFY(opened.open());
    opened.put("/before", "b");
    QVERIFY(opened.cache->flush());
    for (int index = 0; index < 4; ++index) {
        for (const char *suffix : {"", "-wal", "-shm"})
            ::unlink((opened.shardPath(index) + suffix).c_str());
    }
    opened.put("/after", "a");
    QVERIFY(opened.cache->flush());
    QVERIFY(opened.reopen());
    QCOMPARE(opened.get("/after"), "a");
}

void TestCacheDiskFaults::aShardThatCannotBeMadeAnewIsToldAndMadeLater()
{
    FaultyVfs disk;
    OpenedCache opened;
    opened.options.sqliteVfs = FaultyVfs::name;
    QVERIFY(opened.open());
    for (int i = 0; i < 100; ++i)
        opened.put("/" + std::to_string(i), std::string(5000, 'x'));
    QVERIFY(opened.reopen());
    opened.dropMemory();
    disk.failWritesAfter(0);
    for (int index = 0; index < 4; ++index) {
        QFile file(QString::fromStdString(opened.shardPath(index)));
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(4096));
        QVERIFY(file.write(QByteArray(file.size() - 4096, 'g')) > 0);
    }
    for (int i = 0; i < 100; ++i)
        QCOMPARE(opened.get("/" + std::to_string(i)), "");
    QVERIFY(!opened.cache->flush());
    QCOMPARE(opened.cache->health().state, Health::State::DiskFull);
    QCOMPARE(opened.cache->health().quarantinedShards, 4u);
    disk.mend();
    // Without a further call: the writer retries by itself.
    QTRY_VERIFY(opened.cache->health().state == Health::State::Good);
    opened.put("/7", "again");
    QVERIFY(opened.reopen());
    QCOMPARE(opened.get("/7"), "again");
}

void TestCacheDiskFaults::aDiskThatGarblesWhatItHoldsIsTold()
{
    FaultyVfs disk;
    OpenedCache opened;
    opened.options.sqliteVfs = FaultyVfs::name;
    QVERIFY(opened.open());
    opened.put("/a", "a");
    QVERIFY(opened.cache->flush());
    opened.dropMemory();
    disk.failReads(SQLITE_CORRUPT);
    QCOMPARE(opened.get("/a"), "");
    QVERIFY(!opened.cache->flush());
    QCOMPARE(opened.cache->health().state, Health::State::InputOutputError);
    disk.mend();
    QVERIFY(opened.cache->flush());
    QCOMPARE(opened.cache->health().state, Health::State::Good);
    opened.put("/b", "b");
    QVERIFY(opened.cache->flush());
    opened.dropMemory();
    QCOMPARE(opened.get("/b"), "b");
}

void TestCacheDiskFaults::aReadErrorHealsWithoutAWrite()
{
    FaultyVfs disk;
    OpenedCache opened;
    opened.options.sqliteVfs = FaultyVfs::name;
    QVERIFY(opened.open());
    for (int i = 0; i < 100; ++i)
        opened.put("/" + std::to_string(i), std::string(5000, 'x'));
    QVERIFY(opened.reopen());
    disk.failReads(SQLITE_IOERR_READ);
    QCOMPARE(opened.get("/7"), "");
    QTRY_VERIFY(opened.cache->health().state == Health::State::InputOutputError);
    disk.mend();
    QTRY_VERIFY(opened.cache->health().state == Health::State::Good);
    QCOMPARE(opened.get("/7"), std::string(5000, 'x'));
}

QTEST_GUILESS_MAIN(TestCacheDiskFaults)
#include "tst_cache_disk_faults.moc"
