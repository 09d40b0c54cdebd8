// SPDX-License-Identifier: GPL-3.0-or-later
//
// Real memory pressure: in a control group with a limit, one process allocates memory while another runs a
// cache under the real monitor. The test executes itself as both, with --cache and --hog.
#include "pressure/source/KernelMemorySource.h"
#include "service/monitor/LocalMonitor.h"
#include "service/monitor/Relief.h"
#include "service/recording/EventSink.h"
#include "support/Eventually.h"
#include "support/MemoryGroup.h"
#include "support/OpenCache.h"
#include "views/SettingsRules.h"

#include <QCoreApplication>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <cstdio>
#include <iostream>
#include <string>
#include <sys/prctl.h>
#include <vector>

using namespace manometer;
using namespace manometer::service;
using namespace manometer::views;
using namespace std::chrono_literals;

namespace {

constexpr quint64 mebibyte = 1u << 20;
constexpr quint64 groupLimit = 400 * mebibyte;
constexpr cache::Limits configured{.entries = 20'000, .bytes = 64 * mebibyte};

// Fills a cache and prints level and limit changes to standard output, until it is killed.
int runCache(const QString &group, int argc, char **argv)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (!test::MemoryGroup::enter(group))
        return 3;
    QCoreApplication application(argc, argv);
    const QTemporaryDir folder;
    cache::Options options;
    options.memory = configured;
    const auto cache = test::openCache(folder, options);
    test::fill(*cache, int(configured.entries), 2048);
    cache->flush();
    EventSink events;
    Relief relief(*cache, events);
    Settings settings;
    settings.memory = configured;
    settings.control.limit.growthHold = 500ms;
    settings.control.limit.growthInterval = 50ms;
    for (const Level level : {Level::Elevated, Level::High, Level::Critical})
        settings.thresholds.of(level).hold = 500ms;
    LocalMonitor monitor(std::make_unique<pressure::KernelMemorySource>(), controlConfigOf(settings), events,
                         {.cacheFigures = [] { return CacheFigures{}; },
                          .postRelief = [&relief](const ReliefOrder &order) { relief.post(order); }});
    QObject::connect(&monitor, &MonitorView::levelEntered, &application, [&monitor](Level level) {
        std::printf("level %s %s\n", name(level).data(),
                    monitor.status().basis == pressure::Basis::Cgroup ? "group" : "host");
        std::fflush(stdout);
    });
    QObject::connect(
        &events, &EventSink::reported, &relief,
        [](const Event &event) {
            if (const auto *limit = std::get_if<LimitEvent>(&event.what)) {
                std::printf("limit %llu evicted %llu resident %llu rss %llu %llu\n",
                            static_cast<unsigned long long>(limit->outcome.after.entries),
                            static_cast<unsigned long long>(limit->outcome.evictedEntries),
                            static_cast<unsigned long long>(limit->outcome.residentEntries),
                            limit->processRssBeforeBytes, limit->processRssAfterBytes);
                std::fflush(stdout);
            }
        },
        Qt::DirectConnection);
    std::printf("ready\n");
    std::fflush(stdout);
    monitor.start();
    return QCoreApplication::exec();
}

// Each line of its standard input sets the total number of MiB to hold.
int runHog(const QString &group)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (!test::MemoryGroup::enter(group))
        return 3;
    QFile score(QStringLiteral("/proc/self/oom_score_adj"));
    if (score.open(QIODevice::WriteOnly))
        score.write("1000"); // the OOM killer's first choice
    score.close();
    std::vector<std::vector<char>> taken;
    for (std::string line; std::getline(std::cin, line);) {
        const auto wanted = static_cast<std::size_t>(std::stoul(line));
        while (taken.size() > wanted)
            taken.pop_back();
        while (taken.size() < wanted)
            taken.emplace_back(mebibyte, 'x');
        std::printf("holds %zu\n", taken.size());
        std::fflush(stdout);
    }
    return 0;
}

class Child
{
public:
    Child(const QString &role, const QString &group)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--") + role, group});
    }
    ~Child()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    void send(const QByteArray &line) { m_process.write(line + '\n'); }
    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    // Waits until its output contains the words.
    bool prints(const QByteArray &words, int timeout = 20'000)
    {
        return QTest::qWaitFor(
                   [&] {
                       m_output += m_process.readAllStandardOutput();
                       return m_output.contains(words) || !isRunning();
                   },
                   timeout) &&
               m_output.contains(words);
    }
    QByteArray output() const { return m_output; }

private:
    QProcess m_process;
    QByteArray m_output;
};

} // namespace

class TestRealPressure : public QObject
{
    Q_OBJECT

    // Makes the hog allocate until the group has reached `percent` of its limit.
    bool fillTo(double percent, const test::MemoryGroup &group, Child &hog)
    {
        for (int round = 0; round < 200; ++round) {
            const double used = double(group.workingSetBytes()) / mebibyte;
            const double missing = percent / 100 * double(groupLimit) / mebibyte - used;
            if (missing < 2)
                return true;
            m_held += std::max(1, int(std::min(missing, 16.0)));
            hog.send(QByteArray::number(m_held));
            if (!hog.prints("holds " + QByteArray::number(m_held)))
                return false;
        }
        return false;
    }
    int m_held = 0;

private slots:
    void init()
    {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        QSKIP("a sanitizer changes the memory use");
#endif
        m_held = 0;
    }

    void aFillingGroupCutsTheCacheAtEachLevelAndRestoresIt()
    {
        const test::MemoryGroup group(groupLimit);
        if (!group.unavailable().isEmpty())
            QSKIP(qPrintable(group.unavailable()));
        Child cache(QStringLiteral("cache"), group.folder());
        QVERIFY2(cache.prints("ready"), cache.output().constData());
        Child hog(QStringLiteral("hog"), group.folder());
        QVERIFY2(fillTo(66, group, hog), cache.output().constData());
        QVERIFY2(cache.prints("level ELEVATED group"), cache.output().constData());
        QVERIFY2(cache.prints("limit 15000"), cache.output().constData());
        QVERIFY(fillTo(84, group, hog));
        QVERIFY2(cache.prints("level HIGH group"), cache.output().constData());
        QVERIFY2(cache.prints("limit 10000"), cache.output().constData());
        QVERIFY(fillTo(94, group, hog));
        QVERIFY2(cache.prints("level CRITICAL group"), cache.output().constData());
        QVERIFY2(cache.prints("limit 50 "), cache.output().constData());
        // The cuts must release the 39 MiB of 19 950 entries of 2 KiB from the process, not only from the
        // cache.
        const auto rss = [&cache](const char *limit, int field) {
            const QByteArray output = cache.output();
            const QByteArray line = output.mid(output.indexOf(limit)).split('\n').constFirst();
            return line.split(' ').value(field).toULongLong() / mebibyte;
        };
        const quint64 before = rss("limit 15000", 7);
        const quint64 after = rss("limit 50 ", 8);
        QVERIFY2(before > after + 30, qPrintable(QStringLiteral("%1 -> %2 MiB").arg(before).arg(after)));
        hog.send("0");
        QVERIFY2(cache.prints("level NORMAL", 30'000), cache.output().constData());
        QVERIFY2(cache.prints("limit 20000", 30'000), cache.output().constData());
        qInfo("%s", cache.output().constData());
    }

    // The kernel must kill the hog; the cache is cut nevertheless and its process survives.
    void theCacheSurvivesAGroupThatRunsFull()
    {
        const test::MemoryGroup group(groupLimit);
        if (!group.unavailable().isEmpty())
            QSKIP(qPrintable(group.unavailable()));
        Child cache(QStringLiteral("cache"), group.folder());
        QVERIFY2(cache.prints("ready"), cache.output().constData());
        Child hog(QStringLiteral("hog"), group.folder());
        hog.send("2000"); // at full speed, beyond the limit
        QVERIFY2(cache.prints("limit 50 "), cache.output().constData());
        QVERIFY(cache.isRunning());
        VERIFY_EVENTUALLY(!hog.isRunning()); // killed by the OOM killer
        QVERIFY2(cache.prints("level NORMAL", 30'000), cache.output().constData());
        QVERIFY(cache.isRunning());
        qInfo("%s", cache.output().constData());
    }
};

int main(int argc, char **argv)
{
    if (argc == 3 && qstrcmp(argv[1], "--cache") == 0)
        return runCache(QString::fromLocal8Bit(argv[2]), argc, argv);
    if (argc == 3 && qstrcmp(argv[1], "--hog") == 0)
        return runHog(QString::fromLocal8Bit(argv[2]));
    QCoreApplication application(argc, argv);
    TestRealPressure test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_real_pressure.moc"
