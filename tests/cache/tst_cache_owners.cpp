// SPDX-License-Identifier: GPL-3.0-or-later
//
// A directory has one owner, within a process and among processes; and an owner is killed while it writes.
#include "CacheFixture.h"
#include "ChildProcess.h"
#include "FaultyVfs.h"
#include "support/Eventually.h"

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
    CacheFixture fixture(directory);
    if (!fixture.open())
        return 1;
    int round = 1;
    // Continues after the newest round of the previous owner.
    for (const auto &info : fixture.cache->describe(fixture.cache->list({})))
        round = std::max(round, info ? static_cast<int>(info->version.mtimeNanoseconds) + 1 : 0);
    for (;; ++round) {
        for (int key = 0; key < keys; ++key)
            fixture.put("/" + std::to_string(key), valueOf(key, round), static_cast<std::uint64_t>(round));
        if (!fixture.cache->flush())
            return 2;
        if (::write(STDOUT_FILENO, &round, sizeof round) != sizeof round)
            return 3;
    }
}

int expectRefusal(const char *directory)
{
    CacheFixture fixture(directory);
    const auto refused = Cache::open(fixture.options);
    return !refused && refused.error().kind == OpenError::Kind::InUse ? 0 : 1;
}

// Opens a directory that another process owns, first without the right to write, then with it. Writes to
// standard output when it waits for the owner to exit. Returns the step that failed, or 0.
int becomeOwnerLate(const char *directory)
{
    CacheFixture late(directory);
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
    const QDeadlineTimer deadline(20'000);
    while (!late.cache->flush()) {
        if (deadline.hasExpired())
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
    void aDirectoryThatBecomesWritableIsLockedBeforeItIsWritten();
    void aRemovedDirectoryIsRecreated();
    void aDirectoryThatAnotherProcessRecreatedIsNotUsed();
    void aDirectoryThatIsMovedDuringOpeningIsNotUsed();

private:
    // To its owner it looks as if it had been removed.
    void moveAway(const CacheFixture &fixture)
    {
        const std::string away = fixture.options.directory + std::to_string(++m_moves);
        QCOMPARE(::rename(fixture.options.directory.c_str(), away.c_str()), 0);
    }
    int m_moves = 0;
};

void TestCacheOwners::aSecondOpenInTheProcessIsRefused()
{
    CacheFixture fixture;
    QVERIFY(fixture.open());
    fixture.put("/a", "a");
    for (int attempt = 0; attempt < 2; ++attempt) {
        const auto refused = Cache::open(fixture.options);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, OpenError::Kind::InUse);
    }
    QCOMPARE(fixture.get("/a"), "a");
    fixture.cache.reset();
    QVERIFY(Cache::open(fixture.options));
}

void TestCacheOwners::anotherProcessIsRefused()
{
    CacheFixture fixture;
    QVERIFY(fixture.open());
    QCOMPARE(waitForChild(startChild("--expect-refusal", fixture.options.directory)), 0);
}

void TestCacheOwners::aKilledOwnerLosesNothingThatWasConfirmed()
{
    const auto seed = std::random_device{}();
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    CacheFixture fixture;
    fixture.options.memory.entries = 10;
    for (int kill = 0; kill < 10; ++kill) {
        int ends[2] = {-1, -1};
        QCOMPARE(::pipe2(ends, O_CLOEXEC), 0);
        const pid_t child = startChild("--write", fixture.options.directory, ends[1]);
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

        QVERIFY(fixture.open());
        QCOMPARE(fixture.cache->health().quarantinedShards, 0u);
        const auto ids = fixture.cache->list({});
        QCOMPARE(ids.size(), std::size_t{keys});
        for (const auto &info : fixture.cache->describe(ids)) {
            QVERIFY(info);
            // The confirmed round, or the one in progress.
            const int round = static_cast<int>(info->version.mtimeNanoseconds);
            QVERIFY2(round == confirmed || round == confirmed + 1,
                     qPrintable(QString("%1 %2").arg(round).arg(confirmed)));
            const int key = std::stoi(info->path.substr(1));
            QCOMPARE(fixture.get(info->path, static_cast<std::uint64_t>(round)), valueOf(key, round));
        }
        fixture.cache.reset();
    }
}

void TestCacheOwners::aDirectoryThatBecomesWritableIsLockedBeforeItIsWritten()
{
    if (::getuid() != 0)
        QSKIP("needs root, to become a user who may not write");
    CacheFixture fixture;
    QVERIFY(fixture.open());
    for (int i = 0; i < keys; ++i)
        fixture.put("/" + std::to_string(i), "old");
    QVERIFY(fixture.cache->flush());
    QCOMPARE(::chmod(fixture.directory.path().toStdString().c_str(), 0755), 0);
    QCOMPARE(::chmod(fixture.options.directory.c_str(), 0755), 0);
    int ends[2] = {-1, -1};
    QCOMPARE(::pipe2(ends, O_CLOEXEC), 0);
    const pid_t child = startChild("--become-owner-late", fixture.options.directory, ends[1]);
    ::close(ends[1]);
    char waits = 0;
    const bool isWaiting = ::read(ends[0], &waits, 1) == 1;
    ::close(ends[0]);
    fixture.dropMemory();
    for (int i = 0; isWaiting && i < keys; ++i)
        QCOMPARE(fixture.get("/" + std::to_string(i)), "old");
    QCOMPARE(fixture.cache->health(), Health{});
    fixture.cache.reset();
    QCOMPARE(waitForChild(child), 0);
}

void TestCacheOwners::aRemovedDirectoryIsRecreated()
{
    CacheFixture fixture;
    QVERIFY(fixture.open());
    fixture.put("/before", "b");
    QVERIFY(fixture.cache->flush());
    moveAway(fixture);
    fixture.put("/after", "a");
    QVERIFY(fixture.cache->flush());
    QCOMPARE(fixture.cache->health().state, Health::State::Good);
    QCOMPARE(fixture.cache->stats().diskEntries, 1u);
    QCOMPARE(waitForChild(startChild("--expect-refusal", fixture.options.directory)), 0);
    QVERIFY(fixture.reopen());
    QCOMPARE(fixture.get("/after"), "a");
    // Its parents are not created: a disk may not be mounted.
    VERIFY_EVENTUALLY(QDir(fixture.directory).removeRecursively());
    fixture.put("/later", "l");
    QVERIFY(!fixture.cache->flush());
    QCOMPARE(fixture.cache->health().state, Health::State::InputOutputError);
    QCOMPARE(fixture.get("/later"), "l");
}

void TestCacheOwners::aDirectoryThatAnotherProcessRecreatedIsNotUsed()
{
    CacheFixture fixture;
    QVERIFY(fixture.open());
    for (int i = 0; i < keys; ++i)
        fixture.put("/" + std::to_string(i), "first");
    QVERIFY(fixture.cache->flush());
    CacheFixture second(fixture.options.directory.c_str());
    // The first owner may recreate it itself before the second one opens it: then try again.
    QVERIFY(QTest::qWaitFor(
        [&] {
            fixture.cache->flush(); // so that it is not being opened now
            moveAway(fixture);
            return second.open();
        },
        int(manometer::test::waitLimit.count())));
    for (int i = 0; i < keys; ++i)
        second.put("/" + std::to_string(i), "second");
    QVERIFY(second.cache->flush());
    for (int i = 0; i < keys; ++i)
        fixture.put("/" + std::to_string(i), "first again");
    QVERIFY(!fixture.cache->flush());
    QCOMPARE(fixture.cache->health().state, Health::State::Locked);
    fixture.cache->cleanUpDisk(0);
    fixture.cache.reset();
    second.dropMemory();
    for (int i = 0; i < keys; ++i)
        QCOMPARE(second.get("/" + std::to_string(i)), "second");
    QCOMPARE(second.cache->health(), Health{});
}

void TestCacheOwners::aDirectoryThatIsMovedDuringOpeningIsNotUsed()
{
    FaultyVfs disk;
    CacheFixture fixture;
    fixture.options.sqliteVfs = FaultyVfs::name;
    QVERIFY(fixture.open());
    moveAway(fixture);
    disk.hold(FaultyVfs::Write);
    const auto released = qScopeGuard([&disk] { disk.release(); });
    for (int i = 0; i < keys; ++i) // recreates the directory and its first file
        fixture.put("/first" + std::to_string(i), "first");
    VERIFY_EVENTUALLY(disk.isWaitedFor());
    moveAway(fixture);
    CacheFixture second(fixture.options.directory.c_str());
    QVERIFY(second.open());
    for (int i = 0; i < keys; ++i)
        second.put("/" + std::to_string(i), "second");
    QVERIFY(second.cache->flush());
    disk.release();
    QVERIFY(!fixture.cache->flush());
    QCOMPARE(fixture.cache->health().state, Health::State::Locked);
    fixture.cache.reset();
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
