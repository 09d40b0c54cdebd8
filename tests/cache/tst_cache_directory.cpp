// SPDX-License-Identifier: GPL-3.0-or-later
//
// Without the right to write or create the directory, the cache works in memory and reports it; a path that
// cannot be a directory is an error.
#include "CacheFixture.h"
#include "ChildProcess.h"

#include <QCoreApplication>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace manometer::cache;

namespace {

// Uses the cache as a user who may read the directory and not write it. Returns the step that failed, or 0.
int useWithoutRights(const char *directory)
{
    CacheFixture fixture(directory);
    if (::setresuid(65534, 65534, 65534) != 0)
        return 10;
    if (!fixture.open())
        return 11;
    if (fixture.cache->health().state != Health::State::ReadOnly)
        return 12;
    if (fixture.put("/b", "b") != PutResult::MemoryOnly || fixture.get("/b") != "b")
        return 13;
    fixture.cache->setLimits({.entries = 0, .bytes = 0}, LimitCause::Pressure);
    if (fixture.put("/c", "c") != PutResult::NotStored || fixture.cache->stats().notStored != 1)
        return 14;
    if (fixture.cache->flush()) // a retry fails as well
        return 15;
    return fixture.cache->health().state == Health::State::ReadOnly ? 0 : 16;
}

} // namespace

class TestCacheDirectory : public QObject
{
    Q_OBJECT

private slots:
    void aReadOnlyDirectoryIsUsedInMemory();
    void worksInMemoryIfTheDirectoryMayNotBeCreated_data();
    void worksInMemoryIfTheDirectoryMayNotBeCreated();
    void aDirectoryThatCannotBeCreatedIsAnError();
};

void TestCacheDirectory::aReadOnlyDirectoryIsUsedInMemory()
{
    if (::getuid() != 0)
        QSKIP("needs root, to become a user who may not write");
    CacheFixture fixture;
    QVERIFY(fixture.open());
    fixture.put("/a", "a");
    fixture.cache.reset();
    const std::string outer = fixture.directory.path().toStdString();
    QCOMPARE(::chmod(outer.c_str(), 0755), 0);
    QCOMPARE(::chmod(fixture.options.directory.c_str(), 0755), 0);
    QCOMPARE(waitForChild(startChild("--without-rights", fixture.options.directory)), 0);
    QVERIFY(fixture.open());
    QCOMPARE(fixture.get("/a"), "a");
}

void TestCacheDirectory::worksInMemoryIfTheDirectoryMayNotBeCreated_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("the directory alone") << QStringLiteral("new");
    QTest::newRow("with its parents") << QStringLiteral("new/and/deeper");
}

void TestCacheDirectory::worksInMemoryIfTheDirectoryMayNotBeCreated()
{
    QFETCH(const QString, name);
    if (::getuid() != 0)
        QSKIP("needs root, to become a user who may not write");
    const QTemporaryDir outer;
    QCOMPARE(::chmod(outer.path().toUtf8().constData(), 0755), 0);
    const std::string directory = outer.filePath(name).toStdString();
    QCOMPARE(waitForChild(startChild("--without-rights", directory)), 0);
}

void TestCacheDirectory::aDirectoryThatCannotBeCreatedIsAnError()
{
    CacheFixture fixture;
    const std::string file = fixture.directory.filePath("file").toStdString();
    QVERIFY(QFile(QString::fromStdString(file)).open(QIODevice::WriteOnly));
    fixture.options.directory = file;
    auto refused = Cache::open(fixture.options);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, OpenError::Kind::NotADirectory);
    fixture.options.directory = file + "/below";
    refused = Cache::open(fixture.options);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, OpenError::Kind::NotADirectory);
    fixture.options.directory = "/proc/self/nowhere";
    refused = Cache::open(fixture.options);
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
