// SPDX-License-Identifier: GPL-3.0-or-later
//
// A disk that is full, or fails, at the first change to a file, at the second, and so on to the last one of a
// workload: only the newest values are served, nothing that was erased, and when there is room again
// everything is written. By default every few of the changes are taken; MANOMETER_TEST_ROUNDS (see Rounds.h)
// requests more of them, from 1000 on all.
#include "CacheFixture.h"
#include "FaultyVfs.h"
#include "NamedValues.h"
#include "Rounds.h"
#include "support/TestMain.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <filesystem>
#include <random>

using namespace manometer::cache;

namespace {

constexpr int keys = 60;
constexpr int oldKeys = 40; // exist when the workload begins

std::string pathOf(int key)
{
    return "/" + std::to_string(key);
}

// The puts that a key may return, by number; 0 for a miss. All have the same version, so that a stale value
// is not rejected because of its version.
struct AllowedPuts
{
    std::vector<int> now{0};
    std::vector<int> afterRestart{0}; // an unconfirmed put may be lost, but not restore what it replaced
    bool isConfirmed = false;         // and not changed or cleaned up since
    bool isCleanedUp = false;         // may have been

    void change(int number)
    {
        now = {number};
        afterRestart = {0, number};
        isConfirmed = isCleanedUp = false;
    }
    void cleanUp()
    {
        isConfirmed = false;
        isCleanedUp = true;
    }
    void confirm()
    {
        isConfirmed = !isCleanedUp && (isConfirmed || afterRestart != now);
        afterRestart = now;
    }
};

} // namespace

class TestCacheFailingWrites : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void aWorkloadOnAFailingDiskServesNothingWrong_data();
    void aWorkloadOnAFailingDiskServesNothingWrong();
    void changesBeforeAShardCanBeOpenedAreNewerThanItsRows();
    void aFailedSyncIsNotConfirmedByALaterFlush();

private:
    void runWorkload();
    void put(int key);
    void putAll(int from, int to);
    void erase(int key);
    void flush();
    void restart();
    void checkAll(bool mustFindConfirmed = false);

    CacheFixture m_template;
    std::unique_ptr<FaultyVfs> m_disk;
    std::unique_ptr<CacheFixture> m_fixture;
    std::array<AllowedPuts, keys> m_allowed;
    int m_number = 0;
    bool m_isFullForGood = false;
};

void TestCacheFailingWrites::initTestCase()
{
    QVERIFY(m_template.open());
    for (int key = 0; key < oldKeys; ++key)
        m_template.put(pathOf(key), namedValue(key, 1));
    m_template.cache.reset();
}

void TestCacheFailingWrites::init()
{
    m_disk = std::make_unique<FaultyVfs>();
}

void TestCacheFailingWrites::cleanup()
{
    m_fixture.reset();
    m_disk.reset();
}

void TestCacheFailingWrites::put(int key)
{
    const int number = ++m_number;
    const std::string value = namedValue(key, number);
    QVERIFY(m_fixture->put(pathOf(key), value) != PutResult::NotStored);
    m_allowed[static_cast<std::size_t>(key)].change(number);
    QCOMPARE(m_fixture->get(pathOf(key)), value); // from memory, whatever the state of the disk
}

void TestCacheFailingWrites::putAll(int from, int to)
{
    for (int key = from; key < to; ++key)
        put(key);
}

void TestCacheFailingWrites::erase(int key)
{
    m_fixture->cache->erase({pathOf(key), "quick"});
    m_allowed[static_cast<std::size_t>(key)].change(0);
}

void TestCacheFailingWrites::flush()
{
    const bool isDone = m_fixture->cache->flush();
    // A change that fails only once is retried immediately.
    if (isDone || m_isFullForGood)
        QCOMPARE(m_fixture->cache->health().state == Health::State::Good, isDone);
    for (AllowedPuts &allowed : m_allowed) {
        if (isDone)
            allowed.confirm();
    }
}

void TestCacheFailingWrites::restart()
{
    for (AllowedPuts &allowed : m_allowed)
        allowed.now = allowed.afterRestart;
    // If a file cannot be opened, ids begin at the clock.
    m_fixture->advance(std::chrono::seconds(1));
    QVERIFY(m_fixture->reopen());
}

void TestCacheFailingWrites::checkAll(bool mustFindConfirmed)
{
    for (int key = 0; key < keys; ++key) {
        const AllowedPuts &allowed = m_allowed[static_cast<std::size_t>(key)];
        const std::string bytes = m_fixture->get(pathOf(key));
        if (bytes.empty()) {
            QVERIFY2(!mustFindConfirmed || !allowed.isConfirmed || allowed.now == std::vector{0},
                     qPrintable(QString("key %1 is lost").arg(key)));
            continue;
        }
        const int number = putOfValue(key, bytes);
        QVERIFY2(number > 0, "wrong");
        QVERIFY2(std::find(allowed.now.begin(), allowed.now.end(), number) != allowed.now.end(),
                 qPrintable(QString("key %1 has put %2, and should have %3")
                                .arg(key)
                                .arg(number)
                                .arg(allowed.now.back())));
    }
}

void TestCacheFailingWrites::runWorkload()
{
    QVERIFY(m_fixture->open());
    putAll(25, 50);
    checkAll();
    flush();
    m_fixture->dropMemory();
    checkAll();
    for (int key = 0; key < 10; ++key)
        erase(key);
    putAll(20, 30);
    checkAll();
    flush();
    restart();
    checkAll();
    putAll(15, 25);
    for (int key = 25; key < 30; ++key)
        erase(key);
    m_fixture->cache->cleanUpDisk(0.0006); // removes most entries
    for (AllowedPuts &allowed : m_allowed)
        allowed.cleanUp();
    m_fixture->dropMemory();
    checkAll();
    putAll(40, keys);
    flush();
    checkAll();
    restart();
    checkAll();
    putAll(0, 5);
    putAll(55, keys);
    for (int key = 50; key < 55; ++key)
        erase(key);
    checkAll();
}

void TestCacheFailingWrites::aWorkloadOnAFailingDiskServesNothingWrong_data()
{
    QTest::addColumn<int>("changes");
    QTest::addColumn<int>("error");
    QTest::addColumn<bool>("once");
    QTest::addColumn<int>("defaultStride"); // every how many changes a run is made
    using Vfs = FaultyVfs;
    QTest::newRow("full") << int{Vfs::Write} << SQLITE_FULL << false << 12;
    QTest::newRow("full once") << int{Vfs::Write} << SQLITE_FULL << true << 16;
    QTest::newRow("write error") << int{Vfs::Write} << SQLITE_IOERR_WRITE << false << 12;
    QTest::newRow("write error once") << int{Vfs::Write} << SQLITE_IOERR_WRITE << true << 16;
    QTest::newRow("sync error") << int{Vfs::Sync} << SQLITE_IOERR_FSYNC << false << 3;
    QTest::newRow("sync error once") << int{Vfs::Sync} << SQLITE_IOERR_FSYNC << true << 3;
    QTest::newRow("truncation error") << int{Vfs::Truncate} << SQLITE_IOERR_TRUNCATE << false << 2;
    QTest::newRow("full, for the log's index") << int{Vfs::MapLogIndex} << SQLITE_IOERR_SHMSIZE << false << 1;
    QTest::newRow("full in all ways")
        << int{Vfs::Write | Vfs::Sync | Vfs::Truncate | Vfs::MapLogIndex} << SQLITE_FULL << false << 16;
}

void TestCacheFailingWrites::aWorkloadOnAFailingDiskServesNothingWrong()
{
    QFETCH(int, changes);
    QFETCH(int, error);
    QFETCH(bool, once);
    QFETCH(int, defaultStride);
    const unsigned seed = freshSeed();
    const int rounds = wantedRounds(0);
    const int stride = rounds >= 1000 ? 1 : rounds > 0 ? std::max(defaultStride / 2, 1) : defaultStride;
    int runs = 0;
    int failures = 1;
    for (int passing = static_cast<int>(seed % static_cast<unsigned>(stride)); failures > 0;
         passing += stride, ++runs) {
        m_fixture = std::make_unique<CacheFixture>();
        m_fixture->options.sqliteVfs = FaultyVfs::name;
        std::filesystem::copy(m_template.options.directory, m_fixture->options.directory);
        m_number = 1;
        m_allowed = {};
        for (std::size_t key = 0; key < oldKeys; ++key)
            m_allowed[key] = {.now = {1}, .afterRestart = {1}, .isConfirmed = true};
        m_isFullForGood = (changes & FaultyVfs::Write) != 0 && !once;
        m_disk->failChangesAfter(passing, changes, error,
                                 once ? FaultyVfs::Failing::Once : FaultyVfs::Failing::FromThenOn);
        const auto isBad = [&] {
            if (QTest::currentTestFailed())
                qWarning("after %d changes", passing);
            return QTest::currentTestFailed();
        };
        runWorkload();
        if (isBad())
            return;
        failures = m_disk->failures();
        m_disk->repair();
        m_isFullForGood = false;
        QVERIFY(m_fixture->cache->flush());
        QCOMPARE(m_fixture->cache->health(), Health{});
        flush();
        checkAll(true);
        m_fixture->dropMemory();
        checkAll(true);
        putAll(0, keys);
        flush();
        restart();
        checkAll(true);
        QCOMPARE(m_fixture->cache->list({}).size(), std::size_t{keys});
        if (isBad())
            return;
    }
    qInfo("%d runs", runs);
    QVERIFY(runs > 1);
}

void TestCacheFailingWrites::changesBeforeAShardCanBeOpenedAreNewerThanItsRows()
{
    CacheFixture fixture;
    fixture.options.sqliteVfs = FaultyVfs::name;
    std::filesystem::copy(m_template.options.directory, fixture.options.directory);
    m_disk->failChangesAfter(0, FaultyVfs::MapLogIndex, SQLITE_IOERR_SHMSIZE, FaultyVfs::Failing::FromThenOn);
    QVERIFY(fixture.open());
    QVERIFY(fixture.cache->health().state != Health::State::Good);
    fixture.cache->erase({pathOf(1), "quick"});
    fixture.put(pathOf(2), "new");
    m_disk->repair();
    QVERIFY(fixture.cache->flush());
    fixture.dropMemory();
    QCOMPARE(fixture.get(pathOf(1)), "");
    const std::string bytes = fixture.get(pathOf(2));
    QVERIFY2(bytes.empty() || bytes == "new", bytes.c_str());
    QCOMPARE(fixture.get(pathOf(3)), namedValue(3, 1));
}

void TestCacheFailingWrites::aFailedSyncIsNotConfirmedByALaterFlush()
{
    CacheFixture fixture;
    fixture.options.sqliteVfs = FaultyVfs::name;
    QVERIFY(fixture.open());
    m_disk->failSyncs(SQLITE_IOERR_FSYNC);
    fixture.put("/a", "a");
    for (int attempt = 0; attempt < 3; ++attempt)
        QVERIFY(!fixture.cache->flush());
    m_disk->repair();
    QVERIFY(fixture.cache->flush());
    QVERIFY(fixture.reopen());
    QCOMPARE(fixture.get("/a"), "a");
}

MANOMETER_TEST(Core, TestCacheFailingWrites)
#include "tst_cache_failing_writes.moc"
