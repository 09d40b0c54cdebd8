// SPDX-License-Identifier: GPL-3.0-or-later
//
// An owner that is killed at a random time: while it writes a group, checkpoints the log, cleans up, or
// quarantines a damaged shard. It announces each operation before it, and each flush() that succeeded; the
// next owner of the directory must find every confirmed change, no value that was never put and none that was
// replaced. 30 rounds by default; MANOMETER_TEST_ROUNDS requests more (see Rounds.h).
#include "CacheFixture.h"
#include "CacheOracle.h"
#include "ChildProcess.h"
#include "NamedValues.h"
#include "Rounds.h"

#include <QCoreApplication>
#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <random>
#include <sstream>

using namespace manometer::cache;

namespace {

constexpr int roundsPerDirectory = 10;

enum class Scenario : int { Plain, WithCleanUps, WithDamage };

std::string pathOf(int key)
{
    return "/" + std::to_string(key);
}

void configure(CacheFixture &fixture)
{
    fixture.options.memory = {.entries = 10, .bytes = 1u << 20};
    fixture.options.diskCapBytes = 8u << 20; // never reached, but it makes the logs short
}

class KilledOwner
{
public:
    // lastFlush: the flush after which it kills itself immediately, before the writer can do more; 0 for
    // none.
    KilledOwner(const char *directory, unsigned seed, int firstNumber, Scenario scenario, int lastFlush)
        : m_fixture(directory)
        , m_random(seed)
        , m_number(firstNumber)
        , m_course(scenario)
        , m_lastFlush(lastFlush)
        , m_stepsPerFlush(15u << m_random() % 6)
    {}

    // Runs until it is killed; returns only if something went wrong, with the step.
    int run()
    {
        configure(m_fixture);
        if (!m_fixture.open())
            return 10;
        for (;;) {
            if (const int wrong = step())
                return wrong;
        }
    }

private:
    static bool announce(Announcement announcement)
    {
        return ::write(STDOUT_FILENO, &announcement, sizeof announcement) == sizeof announcement;
    }

    int step()
    {
        const int key = static_cast<int>(m_random() % keys);
        const auto action = m_random() % 1000;
        if (m_random() % m_stepsPerFlush == 0)
            return flush();
        if (action < 650)
            return put(key);
        if (action < 800) {
            if (!announce({Operation::Erase, key}))
                return 11;
            m_fixture.cache->erase({pathOf(key), "quick"});
        } else if (action == 800) {
            if (!announce({Operation::Clear}))
                return 11;
            m_fixture.cache->clear();
        } else if (action < 808 && m_course == Scenario::WithCleanUps) {
            if (!announce({Operation::CleanUp}))
                return 11;
            m_fixture.cache->cleanUpDisk(0.02 + 0.001 * static_cast<double>(m_random() % 40));
        } else if (action < 808 && m_course == Scenario::WithDamage) {
            return damage();
        } else {
            for (const auto &info : m_fixture.cache->describe(m_fixture.cache->list({}))) {
                if (info && m_random() % 20 == 0)
                    m_fixture.cache->peek(info->id);
            }
        }
        return 0;
    }

    int put(int key)
    {
        const int number = m_number++;
        if (!announce({Operation::Put, key, number}))
            return 11;
        const auto result = m_fixture.put(pathOf(key), namedValue(key, number), versionOfPut(number));
        return m_course == Scenario::WithDamage || result == PutResult::Stored ? 0 : 12;
    }

    int flush()
    {
        // More than is written before flush() is called.
        for (auto burst = m_random() % 200; burst > 100; --burst) {
            if (const int wrong = put(static_cast<int>(m_random() % keys)))
                return wrong;
        }
        if (!announce({Operation::Flush}))
            return 11;
        const bool isDone = m_fixture.cache->flush();
        if (m_course == Scenario::WithDamage)
            return 0;
        if (!isDone || m_fixture.cache->health() != Health{})
            return 13;
        if (!announce({Operation::Confirmed}))
            return 11;
        if (--m_lastFlush == 0)
            ::kill(::getpid(), SIGKILL);
        return 0;
    }

    // Damages some pages of a shard, and reads everything so that it is detected.
    int damage()
    {
        if (!announce({Operation::Damage}))
            return 11;
        const std::string path = m_fixture.shardPath(static_cast<int>(m_random() % 4));
        const int file = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
        const std::string garbage(4096 * (1 + m_random() % 30), static_cast<char>(m_random()));
        const auto offset = static_cast<off_t>(4096 * (m_random() % 10));
        const bool isWritten = file >= 0 && ::pwrite(file, garbage.data(), garbage.size(), offset) > 0;
        ::close(file);
        for (const EntryId id : m_fixture.cache->list({}))
            m_fixture.cache->peek(id);
        m_fixture.cache->flush();
        return isWritten ? 0 : 14;
    }

    CacheFixture m_fixture;
    std::mt19937 m_random;
    int m_number;
    const Scenario m_course;
    int m_lastFlush;
    const unsigned m_stepsPerFlush;
};

int changeUntilKilled(const char *argument)
{
    std::istringstream words(argument);
    unsigned seed = 0;
    int firstNumber = 0;
    int scenario = 0;
    int lastFlush = 0;
    std::string directory;
    words >> seed >> firstNumber >> scenario >> lastFlush >> directory;
    return KilledOwner(directory.c_str(), seed, firstNumber, static_cast<Scenario>(scenario), lastFlush)
        .run();
}

} // namespace

class TestCacheKills : public QObject
{
    Q_OBJECT

private slots:
    void everyConfirmedChangeIsFoundAndNothingElse_data();
    void everyConfirmedChangeIsFoundAndNothingElse();
    void cleanupTestCase();

private:
    void killOneOwner(const std::string &directory, unsigned seed, Scenario scenario, CacheOracle &oracle);
    void checkAll(CacheFixture &fixture, Scenario scenario, CacheOracle &oracle);

    std::array<int, 7> m_seen{};
};

void TestCacheKills::everyConfirmedChangeIsFoundAndNothingElse_data()
{
    QTest::addColumn<unsigned>("seed");
    const unsigned first = freshSeed();
    for (int row = 0; row * roundsPerDirectory < wantedRounds(30); ++row) {
        const unsigned seed = first + static_cast<unsigned>(row);
        QTest::addRow("seed %u", seed) << seed;
    }
}

// One directory for some rounds: each finds what the previous one left. In the last round it is damaged.
void TestCacheKills::everyConfirmedChangeIsFoundAndNothingElse()
{
    QFETCH(unsigned, seed);
    std::mt19937 random(seed);
    CacheFixture fixture;
    configure(fixture);
    CacheOracle oracle;
    for (int round = 0; round < roundsPerDirectory; ++round) {
        const Scenario scenario = round + 1 == roundsPerDirectory ? Scenario::WithDamage
                                  : round % 3 == 1                ? Scenario::WithCleanUps
                                                                  : Scenario::Plain;
        const auto roundSeed = static_cast<unsigned>(random());
        const auto isBad = [&] {
            if (QTest::currentTestFailed())
                qWarning("seed %u, round %d (its seed is %u)", seed, round, roundSeed);
            return QTest::currentTestFailed();
        };
        killOneOwner(fixture.options.directory, roundSeed, scenario, oracle);
        if (isBad())
            return;
        checkAll(fixture, scenario, oracle);
        if (isBad())
            return;
    }
}

void TestCacheKills::killOneOwner(const std::string &directory, unsigned seed, Scenario scenario,
                                  CacheOracle &oracle)
{
    std::mt19937 random(seed + 1);
    int ends[2] = {-1, -1};
    QCOMPARE(::pipe2(ends, O_CLOEXEC), 0);
    const int lastFlush = random() % 3 == 0 ? 1 + static_cast<int>(random() % 5) : 0;
    std::ostringstream argument;
    argument << seed << ' ' << oracle.lastNumber + 1 << ' ' << static_cast<int>(scenario) << ' ' << lastFlush
             << ' ' << directory;
    const pid_t child = startChild("--change-until-killed", argument.str(), ends[1]);
    ::close(ends[1]);
    // Killed soon after an operation of the sought kind, or after so many operations of any kind.
    const Operation sought = lastFlush > 0                        ? Operation::Confirmed
                             : scenario == Scenario::WithDamage   ? Operation::Damage
                             : scenario == Scenario::WithCleanUps ? Operation::CleanUp
                             : random() % 2 == 0                  ? Operation::Flush
                                                                  : Operation::Put;
    const auto wanted = sought == Operation::Put         ? random() % 1500
                        : sought == Operation::Confirmed ? 5
                                                         : random() % 6;
    Announcement announcement{};
    const auto receive = [&] {
        if (::read(ends[0], &announcement, sizeof announcement) != static_cast<ssize_t>(sizeof announcement))
            return false;
        oracle.note(announcement);
        return true;
    };
    unsigned found = 0;
    for (int operations = 0; found <= wanted && operations < 4000 && receive(); ++operations)
        found += announcement.operation == sought ? 1 : 0;
    for (unsigned spin = 0, spins = 1u << random() % 21; spin < spins; ++spin)
        asm volatile("");
    ::kill(child, SIGKILL);
    int status = 0;
    const bool isReaped = ::waitpid(child, &status, 0) == child;
    while (receive()) {
    }
    ::close(ends[0]);
    QVERIFY(isReaped);
    QVERIFY2(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL,
             qPrintable(QString("the owner ended by itself with %1").arg(WEXITSTATUS(status))));
}

void TestCacheKills::checkAll(CacheFixture &fixture, Scenario scenario, CacheOracle &oracle)
{
    QVERIFY(fixture.open());
    if (scenario != Scenario::WithDamage) {
        QCOMPARE(fixture.cache->health(), Health{});
        QVERIFY(!fixture.directory.exists("cache/quarantine"));
    }
    std::array<int, keys> found{};
    const auto ids = fixture.cache->list({});
    for (const auto &info : fixture.cache->describe(ids)) {
        if (!info && scenario == Scenario::WithDamage)
            continue;
        QVERIFY(info);
        const int key = std::atoi(info->path.c_str() + 1);
        QVERIFY(scenario == Scenario::WithDamage || (key >= 0 && key < keys && info->path == pathOf(key)));
        if (key < 0 || key >= keys)
            continue;
        const auto lease = fixture.cache->get({pathOf(key), "quick"}, info->version);
        if (!lease && scenario == Scenario::WithDamage)
            continue;
        QVERIFY2(lease, info->path.c_str());
        const int number = putOfValue(key, lease->bytes());
        QVERIFY2(number > 0 && info->version == version(versionOfPut(number)),
                 std::string(lease->bytes()).c_str());
        QVERIFY2(found[static_cast<std::size_t>(key)] == 0, "listed twice");
        found[static_cast<std::size_t>(key)] = number;
    }
    for (std::size_t key = 0; key < keys; ++key) {
        const int number = found[key];
        QVERIFY2(oracle.of[key].allows(number) || (scenario == Scenario::WithDamage && number == 0),
                 qPrintable(QString("key %1 has %2; %3")
                                .arg(key)
                                .arg(number)
                                .arg(QString::fromStdString(oracle.of[key].text()))));
        oracle.of[key] = KeyOracle(number);
    }
    if (scenario != Scenario::WithDamage)
        QCOMPARE(fixture.cache->stats().diskEntries, std::uint64_t{ids.size()});
    // The cache continues to work, whatever was found.
    const int next = ++oracle.lastNumber;
    fixture.put(pathOf(0), namedValue(0, next), versionOfPut(next));
    QVERIFY(fixture.cache->flush());
    fixture.dropMemory();
    QCOMPARE(putOfValue(0, fixture.get(pathOf(0), versionOfPut(next))), next);
    oracle.of[0] = KeyOracle(next);
    fixture.cache.reset();
    for (std::size_t operation = 0; operation < m_seen.size(); ++operation)
        m_seen[operation] += std::exchange(oracle.seen[operation], 0);
}

void TestCacheKills::cleanupTestCase()
{
    qInfo("puts %d, erases %d, clears %d, flushes %d of which confirmed %d, clean-ups %d, damages %d",
          m_seen[0], m_seen[1], m_seen[2], m_seen[3], m_seen[4], m_seen[5], m_seen[6]);
}

int main(int argc, char **argv)
{
    if (argc == 3 && std::string_view(argv[1]) == "--change-until-killed")
        return changeUntilKilled(argv[2]);
    QCoreApplication application(argc, argv);
    TestCacheKills test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_cache_kills.moc"
