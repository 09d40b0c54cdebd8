// SPDX-License-Identifier: GPL-3.0-or-later
//
// Full disks, read-only places, damaged files: the cache goes on, says what is wrong, serves nothing wrong.
#include "support/FailingVfs.h"
#include "support/Files.h"
#include "support/OpenCache.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <random>
#include <sys/stat.h>
#include <sys/wait.h>

using namespace manometer;
using namespace manometer::cache;
using test::version;

namespace {

std::string pathOf(int number)
{
    return "/data/" + std::to_string(number);
}

std::string valueOf(int number, std::uint64_t generation)
{
    return std::string(std::size_t(300 + number % 500), char('a' + generation % 26)) + std::to_string(number);
}

void put(Cache &cache, int count, std::uint64_t generation)
{
    for (int i = 0; i < count; ++i) {
        const std::string path = pathOf(i);
        cache.put({.path = path, .depth = "d"}, version(generation), valueOf(i, generation), {});
    }
}

// How many answers there are; aborts the test on a wrong one.
int rightAnswers(Cache &cache, int count, std::uint64_t generation)
{
    int right = 0;
    for (int i = 0; i < count; ++i) {
        const std::string path = pathOf(i);
        const auto lease = cache.get({.path = path, .depth = "d"}, version(generation));
        if (!lease)
            continue;
        if (lease->bytes() != valueOf(i, generation))
            qFatal("a wrong value for %s", path.c_str());
        ++right;
    }
    return right;
}

QStringList shards(const QTemporaryDir &folder)
{
    QStringList paths;
    for (const auto &name :
         QDir(folder.filePath(QStringLiteral("cache"))).entryList({QStringLiteral("*.db")}, QDir::Files))
        paths.append(folder.filePath(QStringLiteral("cache/") + name));
    return paths;
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestCacheFaults : public QObject
{
    Q_OBJECT
private slots:
    void aDiskThatIsFullAtEveryWriteFailsNobodyAndIsSaid_data()
    {
        QTest::addColumn<int>("error");
        QTest::addColumn<int>("state");
        QTest::newRow("full") << SQLITE_FULL << int(Health::State::DiskFull);
        QTest::newRow("input/output error") << SQLITE_IOERR_WRITE << int(Health::State::InputOutputError);
    }
    void aDiskThatIsFullAtEveryWriteFailsNobodyAndIsSaid()
    {
        QFETCH(int, error);
        QFETCH(int, state);
        test::FailingVfs vfs;
        // From the first byte on, then at ever later writes.
        for (std::int64_t room = 0; room < 400'000; room += 17'389) {
            const QTemporaryDir folder;
            Options options;
            options.sqliteVfs = test::FailingVfs::name;
            const auto cache = test::openCache(folder, options);
            put(*cache, 50, 1);
            QVERIFY(cache->flush());
            vfs.failAfter(room, error);
            put(*cache, 200, 2);
            const bool flushed = cache->flush();
            QVERIFY2(room > 0 || !flushed, "a flush confirms nothing that was not written");
            if (!flushed)
                QCOMPARE(int(cache->health().state), state);
            // Whatever the disk did: from memory and the queue, the new values.
            QCOMPARE(rightAnswers(*cache, 200, 2), 200);
            QCOMPARE(rightAnswers(*cache, 50, 1), 0);
            vfs.recover();
            QVERIFY(cache->flush() || cache->flush());
            QCOMPARE(cache->health().state, Health::State::Good);
        }
    }

    void afterAFullDiskAnOldValueDoesNotComeBack()
    {
        test::FailingVfs vfs;
        const QTemporaryDir folder;
        Options options;
        options.sqliteVfs = test::FailingVfs::name;
        options.memory.entries = 1; // memory cannot answer
        {
            const auto cache = test::openCache(folder, options);
            put(*cache, 100, 1);
            QVERIFY(cache->flush());
            vfs.failAfter(0, SQLITE_FULL);
            // More than the queue takes: what it refuses must not be answered from the old rows. The same
            // version with another value is what a second reading of the same file may give.
            for (int i = 0; i < 20'000; ++i) {
                const std::string path = "/filler/" + std::to_string(i);
                cache->put({.path = path, .depth = "d"}, version(1), "x", {});
            }
            for (int i = 0; i < 100; ++i) {
                const std::string path = pathOf(i);
                const auto result = cache->put({.path = path, .depth = "d"}, version(1), "newer", {});
                QVERIFY(result == PutResult::MemoryOnly);
                const std::string other = pathOf(i == 0 ? 1 : 0);
                const auto lease = cache->get({.path = other, .depth = "d"}, version(1));
                QVERIFY(!lease || lease->bytes() == "newer" || i == 0);
            }
            vfs.recover();
            QVERIFY(cache->flush() || cache->flush());
        }
        const auto cache = test::openCache(folder, options);
        for (int i = 0; i < 100; ++i) {
            const std::string path = pathOf(i);
            const auto lease = cache->get({.path = path, .depth = "d"}, version(1));
            QVERIFY(!lease || lease->bytes() == "newer");
        }
    }

    void aPutThatNobodyTakesIsSaidAndCounted()
    {
        test::FailingVfs vfs;
        const QTemporaryDir folder;
        Options options;
        options.sqliteVfs = test::FailingVfs::name;
        options.memory.entries = 0;
        const auto cache = test::openCache(folder, options);
        vfs.failAfter(0, SQLITE_FULL);
        PutResult result = PutResult::DiskOnly;
        for (int i = 0; i < 20'000 && result != PutResult::NotStored; ++i) {
            const std::string path = "/filler/" + std::to_string(i);
            result = cache->put({.path = path, .depth = "d"}, version(1), "x", {});
        }
        QCOMPARE(result, PutResult::NotStored);
        QCOMPARE(cache->stats().notStored, std::uint64_t(1));
        vfs.recover();
    }

    void aReadOnlyPlaceMakesAMemoryCacheThatSaysSo()
    {
        const QTemporaryDir folder;
        {
            put(*test::openCache(folder), 50, 1);
        }
        const QByteArray directory = QFile::encodeName(folder.filePath(QStringLiteral("cache")));
        QCOMPARE(::chmod(QFile::encodeName(folder.path()).constData(), 0755), 0);
        QCOMPARE(::chmod(directory.constData(), 0555), 0);
        const pid_t child = ::fork();
        if (child == 0) { // root writes anywhere: be somebody else
            if (::geteuid() == 0 && ::setresuid(65534, 65534, 65534) != 0)
                ::_exit(3);
            Options options;
            options.directory = directory.toStdString();
            auto cache = Cache::open(options);
            if (!cache)
                ::_exit(4);
            if ((*cache)->health().state != Health::State::ReadOnly)
                ::_exit(5);
            put(**cache, 20, 2);
            if (rightAnswers(**cache, 20, 2) != 20 || (*cache)->list({}).size() != 20)
                ::_exit(6);
            ::_exit(0);
        }
        int status = -1;
        ::waitpid(child, &status, 0);
        QVERIFY(WIFEXITED(status));
        QCOMPARE(WEXITSTATUS(status), 0);
        QCOMPARE(::chmod(directory.constData(), 0700), 0);
        QCOMPARE(rightAnswers(*test::openCache(folder), 50, 1), 50);
    }

    void aDamagedShardIsSetAsideAndServiceGoesOn_data()
    {
        QTest::addColumn<QByteArray>("damage");
        QTest::newRow("garbage in its place") << QByteArray("garbage");
        QTest::newRow("cut to nothing") << QByteArray("empty");
        QTest::newRow("cut in the middle") << QByteArray("half");
        QTest::newRow("another program's database") << QByteArray("foreign");
        QTest::newRow("zeros") << QByteArray("zeros");
    }
    void aDamagedShardIsSetAsideAndServiceGoesOn()
    {
        QFETCH(QByteArray, damage);
        const QTemporaryDir folder;
        {
            put(*test::openCache(folder), 400, 1);
        }
        const QString shard = shards(folder).constFirst();
        const QByteArray before = contents(shard);
        QByteArray after;
        if (damage == "garbage")
            after = QByteArray(30'000, 'g');
        else if (damage == "half")
            after = before.left(before.size() / 2);
        else if (damage == "zeros")
            after = QByteArray(before.size(), '\0');
        else if (damage == "foreign") {
            after = before;
            after.replace(68, 4, "abcd"); // the application id, at offset 68 of the header
        }
        QVERIFY(test::writeFile(QFile::encodeName(shard), after));
        const auto cache = test::openCache(folder);
        const int answers = rightAnswers(*cache, 400, 1);
        QVERIFY(answers < 400);
        QVERIFY(answers >= 200); // the other shards
        put(*cache, 400, 2);
        QVERIFY(cache->flush());
        QCOMPARE(rightAnswers(*cache, 400, 2), 400);
        if (damage != "empty") { // an empty file is a new database
            QVERIFY(cache->health().quarantinedShards > 0);
            QVERIFY(QFile::exists(QString::fromStdString(cache->health().quarantinePath)));
        }
    }

    void flippedBitsNeverMakeAWrongValue()
    {
        const auto seed = std::random_device{}();
        qInfo("seed %u", seed);
        std::mt19937 random(seed);
        const QTemporaryDir master;
        {
            put(*test::openCache(master), 300, 1);
        }
        for (int round = 0; round < 40; ++round) {
            const QTemporaryDir folder;
            QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("cache")));
            for (const QString &shard : shards(master)) {
                QByteArray bytes = contents(shard);
                for (int flip = 0; flip < 1 + int(random() % 20); ++flip) {
                    const auto at = qsizetype(random() % std::uint32_t(bytes.size()));
                    bytes[at] = char(bytes[at] ^ char(1 << (random() % 8)));
                }
                const QString name = QFileInfo(shard).fileName();
                QVERIFY(test::writeFile(QFile::encodeName(folder.filePath(QStringLiteral("cache/") + name)),
                                        bytes));
            }
            Options options;
            options.directory = folder.filePath(QStringLiteral("cache")).toStdString();
            auto cache = Cache::open(options);
            if (!cache) { // the version's own bits were hit
                QCOMPARE(cache.error().kind, OpenError::Kind::NewerFormat);
                continue;
            }
            rightAnswers(**cache, 300, 1);
            for (const auto &info : (*cache)->describe((*cache)->list({})))
                QVERIFY(!info || info->path.size() < 4096);
            put(**cache, 300, 2);
            (*cache)->flush();
            QCOMPARE(rightAnswers(**cache, 300, 2), 300);
        }
    }

    void aShardDamagedWhileItIsOpenIsNeverServedWrong()
    {
        const QTemporaryDir folder;
        Options options;
        options.memory.entries = 1;
        const auto cache = test::openCache(folder, options);
        put(*cache, 400, 1);
        QVERIFY(cache->flush());
        for (const QString &shard : shards(folder)) {
            QFile file(shard);
            QVERIFY(file.open(QIODevice::ReadWrite));
            const auto size = file.size();
            for (qint64 at = 4096 * 3; at < size; at += 4096) {
                file.seek(at);
                file.write(QByteArray(2000, 'Z'));
            }
        }
        rightAnswers(*cache, 400, 1);
        put(*cache, 400, 2);
        cache->flush();
        rightAnswers(*cache, 400, 2);
    }

    void filesThatAreRemovedUnderItAreMadeAnew()
    {
        const QTemporaryDir folder;
        {
            const auto cache = test::openCache(folder);
            put(*cache, 50, 1);
            QVERIFY(cache->flush());
            for (const QString &shard : shards(folder))
                QVERIFY(QFile::remove(shard));
            put(*cache, 50, 2);
            QVERIFY(cache->flush());
            QCOMPARE(cache->stats().diskEntries, std::uint64_t(50));
        }
        QCOMPARE(rightAnswers(*test::openCache(folder), 50, 2), 50);
    }

    void aFolderThatIsRemovedUnderItIsSaidAndServiceGoesOn()
    {
        const QTemporaryDir folder;
        const auto cache = test::openCache(folder);
        put(*cache, 50, 1);
        QVERIFY(cache->flush());
        QVERIFY(QDir(folder.filePath(QStringLiteral("cache"))).removeRecursively());
        put(*cache, 50, 2);
        QVERIFY(!cache->flush());
        QCOMPARE(cache->health().state, Health::State::InputOutputError);
        QCOMPARE(rightAnswers(*cache, 50, 2), 50);
        QCOMPARE(cache->list({}).size(), std::size_t(50));
    }

    void onlyTheNewestDamagedShardsAreKept()
    {
        const QTemporaryDir folder;
        for (int round = 0; round < 6; ++round) {
            {
                put(*test::openCache(folder), 100, 1);
            }
            QVERIFY(test::writeFile(QFile::encodeName(shards(folder).constFirst()), QByteArray(20'000, 'g')));
        }
        {
            put(*test::openCache(folder), 100, 1);
        }
        const auto kept = QDir(folder.filePath(QStringLiteral("cache/quarantine"))).entryList(QDir::Files);
        QVERIFY2(kept.size() <= 6, qPrintable(kept.join(QLatin1Char(' ')))); // three, with their logs
        QVERIFY(!kept.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCacheFaults)
#include "tst_cache_faults.moc"
