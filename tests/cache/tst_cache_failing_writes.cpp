// SPDX-License-Identifier: GPL-3.0-or-later
//
// A disk that is full, or fails, at the first change to a file, at the second, and so on to the last one of a
// workload: only the newest values are served, nothing that was erased, and when there is room again
// everything is written. By default every few of the changes are taken; MANOMETER_TEST_ROUNDS (see Rounds.h)
// requests more of them, from 1000 on all.
#include "FaultyVfs.h"
#include "NamedValues.h"
#include "OpenedCache.h"
#include "Rounds.h"

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
struct Allowed
{
    std::vector<int> now{0};
    std::vector<int> afterRestart{0}; // an unconfirmed change may be lost, which restores what it replaced
    bool isConfirmed = false;         // and not changed or cleaned up since
    bool isCleanedUp = false;         // may have been

    void change(int number)
    {
        now = {number};
        afterRestart.push_back(number);
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
    void aDayOnAFailingDiskServesNothingWrong_data();
    void aDayOnAFailingDiskServesNothingWrong();
    void whatIsChangedBeforeAShardCanBeOpenedIsNewerThanWhatItHolds();
    void whatCouldNotBeSyncedIsNotConfirmedLater();

private:
    void spendADay();
    void put(int key);
    void putAll(int from, int to);
    void erase(int key);
    void flush();
    void restart();
    void look(bool mustFindConfirmed = false);

    OpenedCache m_model;
    std::unique_ptr<FaultyVfs> m_disk;
    std::unique_ptr<OpenedCache> m_opened;
    std::array<Allowed, keys> m_allowed;
    int m_number = 0;
    bool m_isFullForGood = false;
};

void TestCacheFailingWrites::initTestCase()
{
    QVERIFY(m_model.open());
    for (int key = 0; key < oldKeys; ++key)
        m_model.put(pathOf(key), namedValue(key, 1));
    m_model.cache.reset();
}

void TestCacheFailingWrites::init()
{
    m_disk = std::make_unique<FaultyVfs>();
}

void TestCacheFailingWrites::cleanup()
{
    m_opened.reset();
    m_disk.reset();
}

void TestCacheFailingWrites::put(int key)
{
    const int number = ++m_number;
    const std::string value = namedValue(key, number);
    QVERIFY(m_opened->put(pathOf(key), value) != PutResult::NotStored);
    m_allowed[static_cast<std::size_t>(key)].change(number);
    QCOMPARE(m_opened->get(pathOf(key)), value); // from memory, whatever the state of the disk
}

void TestCacheFailingWrites::putAll(int from, int to)
{
    for (int key = from; key < to; ++key)
        put(key);
}

void TestCacheFailingWrites::erase(int key)
{
    m_opened->cache->erase({pathOf(key), "quick"});
    m_allowed[static_cast<std::size_t>(key)].change(0);
}

void TestCacheFailingWrites::flush()
{
    const bool isDone = m_opened->cache->flush();
    // A change that fails only once is retried immediately.
    if (isDone || m_isFullForGood)
        QCOMPARE(m_opened->cache->health().state == Health::State::Good, isDone);
    for (Allowed &allowed : m_allowed) {
        if (isDone)
            allowed.confirm();
    }
}

void TestCacheFailingWrites::restart()
{
    for (Allowed &allowed : m_allowed)
        allowed.now = allowed.afterRestart;
    // If a file cannot be opened, ids begin at the clock.
    m_opened->advance(std::chrono::seconds(1));
    QVERIFY(m_opened->reopen());
}

void TestCacheFailingWrites::look(bool mustFindConfirmed)
{
    for (int key = 0; key < keys; ++key) {
        const Allowed &allowed = m_allowed[static_cast<std::size_t>(key)];
        const std::string bytes = m_opened->get(pathOf(key));
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

void TestCacheFailingWrites::spendADay()
{
    QVERIFY(m_opened->open());
    putAll(25, 50);
    look();
    flush();
    m_opened->dropMemory();
    look();
    for (int key = 0; key < 10; ++key)
        erase(key);
    putAll(20, 30);
    look();
    flush();
    restart();
    look();
    putAll(15, 25);
    for (int key = 25; key < 30; ++key)
        erase(key);
    m_opened->cache->cleanUpDisk(0.0006); // removes most entries
    for (Allowed &allowed : m_allowed)
        allowed.cleanUp();
    m_opened->dropMemory();
    look();
    putAll(40, keys);
    flush();
    look();
    restart();
    look();
    putAll(0, 5);
    putAll(55, keys);
    for (int key = 50; key < 55; ++key)
        erase(key);
    look();
}

void TestCacheFailingWrites::aDayOnAFailingDiskServesNothingWrong_data()
{
    QTest::addColumn<int>("changes");
    QTest::addColumn<int>("error");
    QTest::addColumn<bool>("once");
    QTest::addColumn<int>("everyday"); // each how manieth
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

void TestCacheFailingWrites::aDayOnAFailingDiskServesNothingWrong()
{
    QFETCH(int, changes);
    QFETCH(int, error);
    QFETCH(bool, once);
    QFETCH(int, everyday);
    const unsigned seed = freshSeed();
    const int rounds = wantedRounds(0);
    const int stride = rounds >= 1000 ? 1 : rounds > 0 ? std::max(everyday / 2, 1) : everyday;
    int days = 0;
    int failures = 1;
    for (int passing = static_cast<int>(seed % static_cast<unsigned>(stride)); failures > 0;
         passing += stride, ++days) {
        m_opened = std::make_unique<OpenedCache>();
        m_opened->options.sqliteVfs = FaultyVfs::name;
        std::filesystem::copy(m_model.options.directory, m_opened->options.directory);
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
        spendADay();
        if (isBad())
            return;
        failures = m_disk->failures();
        m_disk->mend();
        m_isFullForGood = false;
        QVERIFY(m_opened->cache->flush());
        QCOMPARE(m_opened->cache->health(), Health{});
        flush();
        look(true);
        m_opened->dropMemory();
        look(true);
        putAll(0, keys);
        flush();
        restart();
        look(true);
        QCOMPARE(m_opened->cache->list({}).size(), std::size_t{keys});
        if (isBad())
            return;
    }
    qInfo("%d days", days);
    QVERIFY(days > 1);
}

void TestCacheFailingWrites::whatIsChangedBeforeAShardCanBeOpenedIsNewerThanWhatItHolds()
{
    OpenedCache opened;
    opened.options.sqliteVfs = FaultyVfs::name;
    std::filesystem::copy(m_model.options.directory, opened.options.directory);
    m_disk->failChangesAfter(0, FaultyVfs::MapLogIndex, SQLITE_IOERR_SHMSIZE, FaultyVfs::Failing::FromThenOn);
    QVERIFY(opened.open());
    QVERIFY(opened.cache->health().state != Health::State::Good);
    opened.cache->erase({pathOf(1), "quick"});
    opened.put(pathOf(2), "new");
    m_disk->mend();
    QVERIFY(opened.cache->flush());
    opened.dropMemory();
    QCOMPARE(opened.get(pathOf(1)), "");
    const std::string bytes = opened.get(pathOf(2));
    QVERIFY2(bytes.empty() || bytes == "new", bytes.c_str());
    QCOMPARE(opened.get(pathOf(3)), namedValue(3, 1));
}

void TestCacheFailingWrites::whatCouldNotBeSyncedIsNotConfirmedLater()
{
    OpenedCache opened;
    opened.options.sqliteVfs = FaultyVfs::name;
    QVERIFY(opened.open());
    m_disk->failSyncs(SQLITE_IOERR_FSYNC);
    opened.put("/a", "a");
    for (int attempt = 0; attempt < 3; ++attempt)
        QVERIFY(!opened.cache->flush());
    m_disk->mend();
    QVERIFY(opened.cache->flush());
    QVERIFY(opened.reopen());
    QCOMPARE(opened.get("/a"), "a");
}

QTEST_GUILESS_MAIN(TestCacheFailingWrites)
#include "tst_cache_failing_writes.moc"
