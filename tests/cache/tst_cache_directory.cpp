// SPDX-License-Identifier: GPL-3.0-or-later
//
// Without the right to write or create the directory, the cache works in memory and reports it; a path that
// cannot be a directory is an error.
#include "ChildProcess.h"
#include "OpenedCache.h"

#include <QCoreApplication>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace manometer::cache;

namespace {

// Uses the cache as a user who may read the directory and not write it. Returns the step that failed, or 0.
int useWithoutRights(const char *directory)
{
    OpenedCache opened(directory);
    if (::setresuid(65534, 65534, 65534) != 0)
        return 10;
    if (!opened.open())
        return 11;
    if (opened.cache->health().state != Health::State::ReadOnly)
        return 12;
    if (opened.put("/b", "b") != PutResult::MemoryOnly || opened.get("/b") != "b")
        return 13;
    opened.cache->setLimits({.entries = 0, .bytes = 0}, LimitCause::Pressure);
    if (opened.put("/c", "c") != PutResult::NotStored || opened.cache->stats().notStored != 1)
        return 14;
    if (opened.cache->flush()) // a retry fails as well
        return 15;
    return opened.cache->health().state == Health::State::ReadOnly ? 0 : 16;
}

} // namespace

class TestCacheDirectory : public QObject
{
    Q_OBJECT

private slots:
    void aReadOnlyDirectoryIsUsedInMemory();
    void aDirectoryThatMayNotBeMadeIsDoneWithout_data();
    void aDirectoryThatMayNotBeMadeIsDoneWithout();
    void aDirectoryThatCannotBeMadeIsAnError();
};

void TestCacheDirectory::aReadOnlyDirectoryIsUsedInMemory()
{
    if (::getuid() != 0)
        QSKIP("needs root, to become somebody who may not write");
    OpenedCache opened;
    QVERIFY(opened.open());
    opened.put("/a", "a");
    opened.cache.reset();
    const std::string outer = opened.directory.path().toStdString();
    QCOMPARE(::chmod(outer.c_str(), 0755), 0);
    QCOMPARE(::chmod(opened.options.directory.c_str(), 0755), 0);
    QCOMPARE(waitForChild(startChild("--without-rights", opened.options.directory)), 0);
    QVERIFY(opened.open());
    QCOMPARE(opened.get("/a"), "a");
}

void TestCacheDirectory::aDirectoryThatMayNotBeMadeIsDoneWithout_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("it alone") << QStringLiteral("new");
    QTest::newRow("with its parents") << QStringLiteral("new/and/deeper");
}

void TestCacheDirectory::aDirectoryThatMayNotBeMadeIsDoneWithout()
{
    QFETCH(const QString, name);
    if (::getuid() != 0)
        QSKIP("needs root, to become somebody who may not write");
    const QTemporaryDir outer;
    QCOMPARE(::chmod(outer.path().toUtf8().constData(), 0755), 0);
    const std::string directory = outer.filePath(name).toStdString();
    QCOMPARE(waitForChild(startChild("--without-rights", directory)), 0);
}

void TestCacheDirectory::aDirectoryThatCannotBeMadeIsAnError()
{
    OpenedCache opened;
    const std::string file = opened.directory.filePath("file").toStdString();
    QVERIFY(QFile(QString::fromStdString(file)).open(QIODevice::WriteOnly));
    opened.options.directory = file;
    auto refused = Cache::open(opened.options);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, OpenError::Kind::NotADirectory);
    opened.options.directory = file + "/below";
    refused = Cache::open(opened.options);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, OpenError::Kind::NotADirectory);
    opened.options.directory = "/proc/self/nowhere";
    refused = Cache::open(opened.options);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, OpenError::Kind::NoAccess);
}

int main(int argc, char **argv)
{
    if (argc == 3 && std::string_view(argv[1]) == "--without-rights")
        return useWithoutRights(argv[2]);
    QCoreApplication application(argc, argv);
    TestCacheDirectory test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_cache_directory.moc"
