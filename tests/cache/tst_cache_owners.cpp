// SPDX-License-Identifier: GPL-3.0-or-later
//
// A directory has one owner, within a process and among processes; and an owner is killed while it writes.
#include "ChildProcess.h"
#include "FaultyVfs.h"
#include "OpenedCache.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QScopeGuard>
#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <random>
#include <sys/stat.h>

using namespace manometer::cache;

namespace {

constexpr int keys = 100;

// A key's value in a round; it contains the key, so that values cannot be mixed up.
std::string valueOf(int key, int round)
{
    return std::to_string(key) + "#" + std::to_string(round) +
           std::string(static_cast<std::size_t>(key % 500), 'v');
}

// Puts round after round, and writes the number of each confirmed round to standard output. Runs until it is
// killed.
int writeUntilKilled(const char *directory)
{
    OpenedCache opened(directory);
    if (!opened.open())
        return 1;
    int round = 1;
    // Continues after the newest round of the previous owner.
    for (const auto &info : opened.cache->describe(opened.cache->list({})))
        round = std::max(round, info ? static_cast<int>(info->version.mtimeNanoseconds) + 1 : 0);
    for (;; ++round) {
        for (int key = 0; key < keys; ++key)
            opened.put("/" + std::to_string(key), valueOf(key, round), static_cast<std::uint64_t>(round));
        if (!opened.cache->flush())
            return 2;
        if (::write(STDOUT_FILENO, &round, sizeof round) != sizeof round)
            return 3;
    }
}

int expectRefusal(const char *directory)
{
    OpenedCache opened(directory);
    const auto refused = Cache::open(opened.options);
    return !refused && refused.error().kind == OpenError::Kind::InUse ? 0 : 1;
}

// Opens a directory that another process owns, first without the right to write, then with it. Writes to
// standard output when it waits for the owner to exit. Returns the step that failed, or 0.
int becomeOwnerLate(const char *directory)
{
    OpenedCache late(directory);
    if (::setresuid(65534, 65534, 0) != 0)
        return 10;
    if (!late.open() || late.cache->health().state != Health::State::ReadOnly)
        return 11;
    late.cache->erase({"/7", "quick"});
    late.put("/a", "late");
    if (::setresuid(0, 0, 0) != 0)
        return 12;
    if (late.cache->flush() || late.cache->health().state != Health::State::Locked)
        return 13;
    if (::write(STDOUT_FILENO, "x", 1) != 1)
        return 14;
    const QDeadlineTimer patience(20'000);
    while (!late.cache->flush()) {
        if (patience.hasExpired())
            return 15;
    }
    if (late.cache->health() != Health{})
        return 16;
    // Changes made meanwhile are newer than the rows of the files.
    late.dropMemory();
    return late.get("/7") == "" && late.get("/8") == "old" ? 0 : 17;
}

} // namespace

class TestCacheOwners : public QObject
{
    Q_OBJECT

private slots:
    void aSecondOpenInTheProcessIsRefused();
    void anotherProcessIsRefused();
    void aKilledOwnerLosesNothingThatWasConfirmed();
    void whatBecomesWritableIsOwnedBeforeItIsWritten();
    void aRemovedDirectoryIsMadeAnew();
    void aDirectoryThatAnotherMadeAnewIsLeftToIt();
    void aDirectoryThatMovesAwayWhileItIsOpenedIsLeftToAnother();

private:
    // To its owner it looks as if it had been removed.
    void moveAway(const OpenedCache &opened)
    {
        const std::string away = opened.options.directory + std::to_string(++m_moves);
        QCOMPARE(::rename(opened.options.directory.c_str(), away.c_str()), 0);
    }
    int m_moves = 0;
};

void TestCacheOwners::aSecondOpenInTheProcessIsRefused()
{
    OpenedCache opened;
    QVERIFY(opened.open());
    opened.put("/a", "a");
    for (int attempt = 0; attempt < 2; ++attempt) {
        const auto refused = Cache::open(opened.options);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, OpenError::Kind::InUse);
    }
    QCOMPARE(opened.get("/a"), "a");
    opened.cache.reset();
    QVERIFY(Cache::open(opened.options));
}

void TestCacheOwners::anotherProcessIsRefused()
{
    OpenedCache opened;
    QVERIFY(opened.open());
    QCOMPARE(waitForChild(startChild("--expect-refusal", opened.options.directory)), 0);
}

void TestCacheOwners::aKilledOwnerLosesNothingThatWasConfirmed()
{
    const auto seed = std::random_device{}();
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    OpenedCache opened;
    opened.options.memory.entries = 10;
    for (int kill = 0; kill < 10; ++kill) {
        int ends[2] = {-1, -1};
        QCOMPARE(::pipe2(ends, O_CLOEXEC), 0);
        const pid_t child = startChild("--write", opened.options.directory, ends[1]);
        ::close(ends[1]);
        // Killed somewhere in the round after a few confirmed ones.
        int confirmed = 0;
        for (unsigned seen = 0; seen < 1 + random() % 4; ++seen)
            QCOMPARE(::read(ends[0], &confirmed, sizeof confirmed), static_cast<ssize_t>(sizeof confirmed));
        for (unsigned spin = 0; spin < random() % 2'000'000; ++spin)
            asm volatile("");
        ::kill(child, SIGKILL);
        QCOMPARE(::waitpid(child, nullptr, 0), child);
        int later = 0;
        while (::read(ends[0], &later, sizeof later) == static_cast<ssize_t>(sizeof later))
            confirmed = later;
        ::close(ends[0]);

        QVERIFY(opened.open());
        QCOMPARE(opened.cache->health().quarantinedShards, 0u);
        const auto ids = opened.cache->list({});
        QCOMPARE(ids.size(), std::size_t{keys});
        for (const auto &info : opened.cache->describe(ids)) {
            QVERIFY(info);
            // The confirmed round, or the one in progress.
            const int round = static_cast<int>(info->version.mtimeNanoseconds);
            QVERIFY2(round == confirmed || round == confirmed + 1,
                     qPrintable(QString("%1 %2").arg(round).arg(confirmed)));
            const int key = std::stoi(info->path.substr(1));
            QCOMPARE(opened.get(info->path, static_cast<std::uint64_t>(round)), valueOf(key, round));
        }
        opened.cache.reset();
    }
}

void TestCacheOwners::whatBecomesWritableIsOwnedBeforeItIsWritten()
{
    if (::getuid() != 0)
        QSKIP("needs root, to become somebody who may not write");
    OpenedCache opened;
    QVERIFY(opened.open());
    for (int i = 0; i < keys; ++i)
        opened.put("/" + std::to_string(i), "old");
    QVERIFY(opened.cache->flush());
    QCOMPARE(::chmod(opened.directory.path().toStdString().c_str(), 0755), 0);
    QCOMPARE(::chmod(opened.options.directory.c_str(), 0755), 0);
    int ends[2] = {-1, -1};
    QCOMPARE(::pipe2(ends, O_CLOEXEC), 0);
    const pid_t child = startChild("--become-owner-late", opened.options.directory, ends[1]);
    ::close(ends[1]);
    char waits = 0;
    const bool isWaiting = ::read(ends[0], &waits, 1) == 1;
    ::close(ends[0]);
    opened.dropMemory();
    for (int i = 0; isWaiting && i < keys; ++i)
        QCOMPARE(opened.get("/" + std::to_string(i)), "old");
    QCOMPARE(opened.cache->health(), Health{});
    opened.cache.reset();
    QCOMPARE(waitForChild(child), 0);
}

void TestCacheOwners::aRemovedDirectoryIsMadeAnew()
{
    OpenedCache opened;
    QVERIFY(opened.open());
    opened.put("/before", "b");
    QVERIFY(opened.cache->flush());
    moveAway(opened);
    opened.put("/after", "a");
    QVERIFY(opened.cache->flush());
    QCOMPARE(opened.cache->health().state, Health::State::Good);
    QCOMPARE(opened.cache->stats().diskEntries, 1u);
    QCOMPARE(waitForChild(startChild("--expect-refusal", opened.options.directory)), 0);
    QVERIFY(opened.reopen());
    QCOMPARE(opened.get("/after"), "a");
    // Its parents are not created: a disk may not be mounted.
    QTRY_VERIFY(QDir(opened.directory).removeRecursively());
    opened.put("/later", "l");
    QVERIFY(!opened.cache->flush());
    QCOMPARE(opened.cache->health().state, Health::State::InputOutputError);
    QCOMPARE(opened.get("/later"), "l");
}

void TestCacheOwners::aDirectoryThatAnotherMadeAnewIsLeftToIt()
{
    OpenedCache opened;
    QVERIFY(opened.open());
    for (int i = 0; i < keys; ++i)
        opened.put("/" + std::to_string(i), "first");
    QVERIFY(opened.cache->flush());
    OpenedCache second(opened.options.directory.c_str());
    // The first owner may recreate it itself before the second one opens it: then try again.
    QVERIFY(QTest::qWaitFor(
        [&] {
            opened.cache->flush(); // so that it is not being opened now
            moveAway(opened);
            return second.open();
        },
        manometer::test::patience));
    for (int i = 0; i < keys; ++i)
        second.put("/" + std::to_string(i), "second");
    QVERIFY(second.cache->flush());
    for (int i = 0; i < keys; ++i)
        opened.put("/" + std::to_string(i), "first again");
    QVERIFY(!opened.cache->flush());
    QCOMPARE(opened.cache->health().state, Health::State::Locked);
    opened.cache->cleanUpDisk(0);
    opened.cache.reset();
    second.dropMemory();
    for (int i = 0; i < keys; ++i)
        QCOMPARE(second.get("/" + std::to_string(i)), "second");
    QCOMPARE(second.cache->health(), Health{});
}

void TestCacheOwners::aDirectoryThatMovesAwayWhileItIsOpenedIsLeftToAnother()
{
    FaultyVfs disk;
    OpenedCache opened;
    opened.options.sqliteVfs = FaultyVfs::name;
    QVERIFY(opened.open());
    moveAway(opened);
    disk.hold(FaultyVfs::Write);
    const auto mended = qScopeGuard([&disk] { disk.release(); });
    for (int i = 0; i < keys; ++i) // recreates the directory and its first file
        opened.put("/first" + std::to_string(i), "first");
    QTRY_VERIFY(disk.isWaitedFor());
    moveAway(opened);
    OpenedCache second(opened.options.directory.c_str());
    QVERIFY(second.open());
    for (int i = 0; i < keys; ++i)
        second.put("/" + std::to_string(i), "second");
    QVERIFY(second.cache->flush());
    disk.release();
    QVERIFY(!opened.cache->flush());
    QCOMPARE(opened.cache->health().state, Health::State::Locked);
    opened.cache.reset();
    second.dropMemory();
    for (int i = 0; i < keys; ++i) {
        QCOMPARE(second.get("/" + std::to_string(i)), "second");
        QCOMPARE(second.get("/first" + std::to_string(i)), "");
    }
    QVERIFY(second.cache->flush());
    QCOMPARE(second.cache->health(), Health{});
}

int main(int argc, char **argv)
{
    if (argc == 3 && std::string_view(argv[1]) == "--write")
        return writeUntilKilled(argv[2]);
    if (argc == 3 && std::string_view(argv[1]) == "--expect-refusal")
        return expectRefusal(argv[2]);
    if (argc == 3 && std::string_view(argv[1]) == "--become-owner-late")
        return becomeOwnerLate(argv[2]);
    QCoreApplication application(argc, argv);
    TestCacheOwners test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_cache_owners.moc"
