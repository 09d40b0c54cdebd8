// SPDX-License-Identifier: GPL-3.0-or-later
//
// A writing process is killed at a random moment; the next one must find every entry that a flush() had
// confirmed, and no wrong value. This program is its own victim: it runs itself with an argument.
#include "cache/Cache.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <random>

using namespace manometer::cache;

namespace {

std::string pathOf(int number)
{
    return "/killed/" + std::to_string(number);
}

std::string valueOf(int number, std::uint64_t version)
{
    return std::string(200 + std::size_t(number % 700), char('a' + version % 26)) + std::to_string(number);
}

SourceVersion versionOf(std::uint64_t version)
{
    return {.sizeBytes = version, .mtimeNanoseconds = 0, .ctimeNanoseconds = 0, .inode = 1, .device = 1};
}

std::unique_ptr<Cache> open(const QString &folder)
{
    Options options;
    options.directory = folder.toStdString();
    options.memory.entries = 20;
    auto cache = Cache::open(options);
    return cache ? std::move(*cache) : nullptr;
}

// Puts entries for ever; after each flush tells which are safe.
int write(const QString &folder)
{
    const auto cache = open(folder);
    if (!cache)
        return 1;
    for (int i = 0;; ++i) {
        const std::string path = pathOf(i);
        cache->put({.path = path, .depth = "d"}, versionOf(1), valueOf(i, 1), {});
        if (i % 37 == 36) {
            if (!cache->flush())
                return 2;
            std::printf("%d\n", i);
            std::fflush(stdout);
        }
    }
}

} // namespace

class TestCacheCrash : public QObject
{
    Q_OBJECT
private slots:
    void aKilledWriterLosesNothingThatWasConfirmedAndLeavesNothingWrong()
    {
        const auto seed = std::random_device{}();
        qInfo("seed %u", seed);
        std::mt19937 random(seed);
        const int rounds = qEnvironmentVariableIntValue("MANOMETER_KILL_ROUNDS") > 0
                               ? qEnvironmentVariableIntValue("MANOMETER_KILL_ROUNDS")
                               : 10;
        for (int round = 0; round < rounds; ++round) {
            const QTemporaryDir folder;
            QProcess victim;
            victim.start(QCoreApplication::applicationFilePath(),
                         {QStringLiteral("--write"), folder.filePath(QStringLiteral("cache"))});
            QVERIFY(victim.waitForStarted());
            QVERIFY(victim.waitForReadyRead(20'000));
            QTest::qWait(int(random() % 150));
            victim.kill();
            QVERIFY(victim.waitForFinished(10'000));
            const auto lines = victim.readAllStandardOutput().trimmed().split('\n');
            const int confirmed = lines.constLast().toInt();
            QVERIFY(confirmed > 0);

            const auto cache = open(folder.filePath(QStringLiteral("cache")));
            QVERIFY(cache);
            for (int i = 0; i <= confirmed; ++i) {
                const std::string path = pathOf(i);
                const auto lease = cache->get({.path = path, .depth = "d"}, versionOf(1));
                QVERIFY2(lease, qPrintable(QStringLiteral("entry %1 of %2 confirmed").arg(i).arg(confirmed)));
                QVERIFY(lease->bytes() == valueOf(i, 1));
            }
            QCOMPARE(cache->health().quarantinedShards, std::uint64_t(0));
        }
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments[1] == QStringLiteral("--write"))
        return write(arguments[2]);
    TestCacheCrash test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_cache_crash.moc"
