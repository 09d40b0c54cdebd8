// SPDX-License-Identifier: GPL-3.0-or-later
//
// Without the right to write or create the directory, the cache works in memory and reports it; a path that
// cannot be a directory is an error; a small file system is not filled, and one that others fill loses
// nothing.
#include "CacheFixture.h"
#include "ChildProcess.h"

#include <QCoreApplication>
#include <QTest>

#include <filesystem>
#include <fstream>
#include <random>
#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
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

// Needs a right to mount that the user may not have.
constexpr int mayNotMount = 77;

bool mountSmallFileSystem(const char *directory)
{
    return ::unshare(CLONE_NEWNS) == 0 && ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
           ::mount("none", directory, "tmpfs", 0, "size=6m") == 0;
}

std::string incompressible(std::mt19937 &random, std::size_t bytes)
{
    std::string value(bytes, '\0');
    for (char &byte : value)
        byte = static_cast<char>(random());
    return value;
}

std::uint64_t freeBytes(const char *directory)
{
    struct statvfs status = {};
    return ::statvfs(directory, &status) == 0 ? status.f_bavail * status.f_frsize : 0;
}

// Puts several times as much as fits.
int fillSmallFileSystem(const char *directory)
{
    if (!mountSmallFileSystem(directory))
        return mayNotMount;
    std::mt19937 random(1);
    CacheFixture fixture(directory);
    if (!fixture.open() || fixture.cache->stats().diskCapBytes != 3u << 20)
        return 1;
    for (int i = 0; i < 3000; ++i) {
        fixture.put("/" + std::to_string(i), incompressible(random, 4000));
        if (fixture.cache->health().state != Health::State::Good)
            return 2;
    }
    if (!fixture.cache->flush() || freeBytes(directory) < 2u << 20)
        return 3;
    return fixture.cache->stats().diskEntries > 100 ? 0 : 4;
}

// Another program fills the disk; then entries are erased and replaced, and the program ends.
int eraseOnFullFileSystem(const char *directory)
{
    if (!mountSmallFileSystem(directory))
        return mayNotMount;
    std::mt19937 random(1);
    CacheFixture fixture(directory);
    fixture.options.directory += "/cache";
    if (!fixture.open())
        return 1;
    for (int i = 0; i < 300; ++i)
        fixture.put("/" + std::to_string(i), incompressible(random, 4000));
    fixture.cache->erase({"/299", "quick"});
    if (!fixture.reopen())
        return 2;
    const std::string filler = std::string(directory) + "/filler";
    std::ofstream(filler) << std::string(6u << 20, 'x');
    if (freeBytes(directory) != 0)
        return 3;
    for (int i = 0; i < 100; ++i) {
        const std::string path = "/" + std::to_string(i);
        if (i % 2 == 0)
            fixture.cache->erase({path, "quick"});
        else
            fixture.put(path, "new" + incompressible(random, 6000));
    }
    if (fixture.cache->flush() || fixture.cache->health().state != Health::State::DiskFull)
        return 4;
    fixture.cache.reset();
    // First it is still full: what was not erased is served all the same.
    for (const bool isFull : {true, false}) {
        if (!isFull)
            std::filesystem::remove(filler);
        if (!fixture.open())
            return 5;
        for (int i = 0; i < 299; ++i) {
            const std::string value = fixture.get("/" + std::to_string(i));
            const bool isOld = value.size() == 4000;
            if (i < 100 ? isOld : !isOld)
                return 6;
        }
    }
    return fixture.cache->flush() && fixture.cache->health().state == Health::State::Good ? 0 : 7;
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
    void onASmallFileSystem_data();
    void onASmallFileSystem();
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

void TestCacheDirectory::onASmallFileSystem_data()
{
    QTest::addColumn<QByteArray>("role");
    QTest::newRow("the store leaves half of it free") << QByteArray("--fill");
    QTest::newRow("what is erased while it is full does not come back") << QByteArray("--erase-while-full");
}

void TestCacheDirectory::onASmallFileSystem()
{
    QFETCH(const QByteArray, role);
    const QTemporaryDir directory;
    const int status = waitForChild(startChild(role.constData(), directory.path().toStdString()));
    if (status == mayNotMount)
        QSKIP("mounting is not permitted here");
    QCOMPARE(status, 0);
}

int main(int argc, char **argv)
{
    if (argc == 3 && std::string_view(argv[1]) == "--fill")
        return fillSmallFileSystem(argv[2]);
    if (argc == 3 && std::string_view(argv[1]) == "--erase-while-full")
        return eraseOnFullFileSystem(argv[2]);
    if (argc == 3 && std::string_view(argv[1]) == "--without-rights")
        return useWithoutRights(argv[2]);
    QCoreApplication application(argc, argv);
    TestCacheDirectory test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_cache_directory.moc"
