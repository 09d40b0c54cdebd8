// SPDX-License-Identifier: GPL-3.0-or-later
//
// An owner that is killed at a random time: while it writes a group, checkpoints the log, cleans up, or
// quarantines a damaged shard. It announces each operation before it, and each flush() that succeeded; the
// next owner of the directory must find every confirmed change, no value that was never put and none that was
// replaced. 30 rounds by default; MANOMETER_TEST_ROUNDS requests more (see Rounds.h).
#include "ChildProcess.h"
#include "NamedValues.h"
#include "OpenedCache.h"
#include "Rounds.h"
#include "Truth.h"

#include <QCoreApplication>
#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <random>
#include <sstream>

using namespace manometer::cache;

namespace {

constexpr int roundsPerDirectory = 10;

enum class Course : int { Plain, WithCleanUps, WithDamage };

std::string pathOf(int key)
{
    return "/" + std::to_string(key);
}

void configure(OpenedCache &opened)
{
    opened.options.memory = {.entries = 10, .bytes = 1u << 20};
    opened.options.diskCapBytes = 8u << 20; // never reached, but it makes the logs short
}

class Victim
{
public:
    // lastFlush: the flush after which it kills itself immediately, before the writer can do more; 0 for
    // none.
    Victim(const char *directory, unsigned seed, int firstNumber, Course course, int lastFlush)
        : m_opened(directory)
        , m_random(seed)
        , m_number(firstNumber)
        , m_course(course)
        , m_lastFlush(lastFlush)
        , m_stepsPerFlush(15u << m_random() % 6)
    {}

    // Runs until it is killed; returns only if something went wrong, with the step.
    int run()
    {
        configure(m_opened);
        if (!m_opened.open())
            return 10;
        for (;;) {
            if (const int wrong = step())
                return wrong;
        }
    }

private:
    static bool tell(Notice notice)
    {
        return ::write(STDOUT_FILENO, &notice, sizeof notice) == sizeof notice;
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
            if (!tell({Deed::Erase, key}))
                return 11;
            m_opened.cache->erase({pathOf(key), "quick"});
        } else if (action == 800) {
            if (!tell({Deed::Clear}))
                return 11;
            m_opened.cache->clear();
        } else if (action < 808 && m_course == Course::WithCleanUps) {
            if (!tell({Deed::CleanUp}))
                return 11;
            m_opened.cache->cleanUpDisk(0.02 + 0.001 * static_cast<double>(m_random() % 40));
        } else if (action < 808 && m_course == Course::WithDamage) {
            return damage();
        } else {
            for (const auto &info : m_opened.cache->describe(m_opened.cache->list({}))) {
                if (info && m_random() % 20 == 0)
                    m_opened.cache->peek(info->id);
            }
        }
        return 0;
    }

    int put(int key)
    {
        const int number = m_number++;
        if (!tell({Deed::Put, key, number}))
            return 11;
        const auto result = m_opened.put(pathOf(key), namedValue(key, number), versionOfPut(number));
        return m_course == Course::WithDamage || result == PutResult::Stored ? 0 : 12;
    }

    int flush()
    {
        // More than is written before flush() is called.
        for (auto burst = m_random() % 200; burst > 100; --burst) {
            if (const int wrong = put(static_cast<int>(m_random() % keys)))
                return wrong;
        }
        if (!tell({Deed::Flush}))
            return 11;
        const bool isDone = m_opened.cache->flush();
        if (m_course == Course::WithDamage)
            return 0;
        if (!isDone || m_opened.cache->health() != Health{})
            return 13;
        if (!tell({Deed::Confirmed}))
            return 11;
        if (--m_lastFlush == 0)
            ::kill(::getpid(), SIGKILL);
        return 0;
    }

    // Damages some pages of a shard, and reads everything so that it is detected.
    int damage()
    {
        if (!tell({Deed::Damage}))
            return 11;
        const std::string path = m_opened.shardPath(static_cast<int>(m_random() % 4));
        const int file = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
        const std::string garbage(4096 * (1 + m_random() % 30), static_cast<char>(m_random()));
        const auto offset = static_cast<off_t>(4096 * (m_random() % 10));
        const bool isWritten = file >= 0 && ::pwrite(file, garbage.data(), garbage.size(), offset) > 0;
        ::close(file);
        for (const EntryId id : m_opened.cache->list({}))
            m_opened.cache->peek(id);
        m_opened.cache->flush();
        return isWritten ? 0 : 14;
    }

    OpenedCache m_opened;
    std::mt19937 m_random;
    int m_number;
    const Course m_course;
    int m_lastFlush;
    const unsigned m_stepsPerFlush;
};

int changeUntilKilled(const char *argument)
{
    std::istringstream words(argument);
    unsigned seed = 0;
    int firstNumber = 0;
    int course = 0;
    int lastFlush = 0;
    std::string directory;
    words >> seed >> firstNumber >> course >> lastFlush >> directory;
    return Victim(directory.c_str(), seed, firstNumber, static_cast<Course>(course), lastFlush).run();
}

} // namespace

class TestCacheKills : public QObject
{
    Q_OBJECT

private slots:
    void nothingThatWasConfirmedIsLostAndNothingElseIsFound_data();
    void nothingThatWasConfirmedIsLostAndNothingElseIsFound();
    void cleanupTestCase();

private:
    void killOneOwner(const std::string &directory, unsigned seed, Course course, Truths &truths);
    void look(OpenedCache &opened, Course course, Truths &truths);

    std::array<int, 7> m_seen{};
};

void TestCacheKills::nothingThatWasConfirmedIsLostAndNothingElseIsFound_data()
{
    QTest::addColumn<unsigned>("seed");
    const unsigned first = freshSeed();
    for (int row = 0; row * roundsPerDirectory < wantedRounds(30); ++row) {
        const unsigned seed = first + static_cast<unsigned>(row);
        QTest::addRow("seed %u", seed) << seed;
    }
}

// One directory for some rounds: each finds what the previous one left. In the last round it is damaged.
void TestCacheKills::nothingThatWasConfirmedIsLostAndNothingElseIsFound()
{
    QFETCH(unsigned, seed);
    std::mt19937 random(seed);
    OpenedCache opened;
    configure(opened);
    Truths truths;
    for (int round = 0; round < roundsPerDirectory; ++round) {
        const Course course = round + 1 == roundsPerDirectory ? Course::WithDamage
                              : round % 3 == 1                ? Course::WithCleanUps
                                                              : Course::Plain;
        const auto roundSeed = static_cast<unsigned>(random());
        const auto isBad = [&] {
            if (QTest::currentTestFailed())
                qWarning("seed %u, round %d (its seed is %u)", seed, round, roundSeed);
            return QTest::currentTestFailed();
        };
        killOneOwner(opened.options.directory, roundSeed, course, truths);
        if (isBad())
            return;
        look(opened, course, truths);
        if (isBad())
            return;
    }
}

void TestCacheKills::killOneOwner(const std::string &directory, unsigned seed, Course course, Truths &truths)
{
    std::mt19937 random(seed + 1);
    int ends[2] = {-1, -1};
    QCOMPARE(::pipe2(ends, O_CLOEXEC), 0);
    const int lastFlush = random() % 3 == 0 ? 1 + static_cast<int>(random() % 5) : 0;
    std::ostringstream argument;
    argument << seed << ' ' << truths.lastNumber + 1 << ' ' << static_cast<int>(course) << ' ' << lastFlush
             << ' ' << directory;
    const pid_t child = startChild("--change-until-killed", argument.str(), ends[1]);
    ::close(ends[1]);
    // Killed soon after an operation of the sought kind, or after so many operations of any kind.
    const Deed sought = lastFlush > 0                    ? Deed::Confirmed
                        : course == Course::WithDamage   ? Deed::Damage
                        : course == Course::WithCleanUps ? Deed::CleanUp
                        : random() % 2 == 0              ? Deed::Flush
                                                         : Deed::Put;
    const auto wanted = sought == Deed::Put ? random() % 1500 : sought == Deed::Confirmed ? 5 : random() % 6;
    Notice notice{};
    const auto receive = [&] {
        if (::read(ends[0], &notice, sizeof notice) != static_cast<ssize_t>(sizeof notice))
            return false;
        truths.note(notice);
        return true;
    };
    unsigned found = 0;
    for (int deeds = 0; found <= wanted && deeds < 4000 && receive(); ++deeds)
        found += notice.deed == sought ? 1 : 0;
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

void TestCacheKills::look(OpenedCache &opened, Course course, Truths &truths)
{
    QVERIFY(opened.open());
    if (course != Course::WithDamage) {
        QCOMPARE(opened.cache->health(), Health{});
        QVERIFY(!opened.directory.exists("cache/quarantine"));
    }
    std::array<int, keys> found{};
    const auto ids = opened.cache->list({});
    for (const auto &info : opened.cache->describe(ids)) {
        if (!info && course == Course::WithDamage)
            continue;
        QVERIFY(info);
        const int key = std::atoi(info->path.c_str() + 1);
        QVERIFY(course == Course::WithDamage || (key >= 0 && key < keys && info->path == pathOf(key)));
        if (key < 0 || key >= keys)
            continue;
        const auto lease = opened.cache->get({pathOf(key), "quick"}, info->version);
        if (!lease && course == Course::WithDamage)
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
        QVERIFY2(truths.of[key].allows(number) || (course == Course::WithDamage && number == 0),
                 qPrintable(QString("key %1 has %2; %3")
                                .arg(key)
                                .arg(number)
                                .arg(QString::fromStdString(truths.of[key].text()))));
        truths.of[key] = Truth(number);
    }
    if (course != Course::WithDamage)
        QCOMPARE(opened.cache->stats().diskEntries, std::uint64_t{ids.size()});
    // The cache continues to work, whatever was found.
    const int next = ++truths.lastNumber;
    opened.put(pathOf(0), namedValue(0, next), versionOfPut(next));
    QVERIFY(opened.cache->flush());
    opened.dropMemory();
    QCOMPARE(putOfValue(0, opened.get(pathOf(0), versionOfPut(next))), next);
    truths.of[0] = Truth(next);
    opened.cache.reset();
    for (std::size_t deed = 0; deed < m_seen.size(); ++deed)
        m_seen[deed] += std::exchange(truths.seen[deed], 0);
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
