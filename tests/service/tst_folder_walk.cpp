// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/scan/FolderWalk.h"
#include "support/Files.h"

#include <QDir>
#include <QFile>
#include <QSet>
#include <QTest>

#include <cerrno>
#include <dlfcn.h>
#include <fts.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace manometer;
using namespace manometer::service;

namespace {

int readsUntilFailure = -1; // -1: never

} // namespace

// Interposes the C library's function to simulate ENOMEM.
extern "C" FTSENT *fts_read(FTS *stream)
{
    using Read = FTSENT *(*)(FTS *);
    static const auto read = reinterpret_cast<Read>(::dlsym(RTLD_NEXT, "fts_read"));
    if (readsUntilFailure >= 0 && readsUntilFailure-- == 0) {
        errno = ENOMEM;
        return nullptr;
    }
    return read(stream);
}

namespace {

struct Found
{
    QSet<QByteArray> files;
    int fileSteps = 0; // also counts a file that is found twice
    int skipped = 0;
    QList<int> errors;
};

Found walk(const QByteArray &root)
{
    Found found;
    FolderWalk walk(root);
    for (auto step = walk.next(); step.kind != FolderWalk::Step::Kind::End; step = walk.next()) {
        if (step.kind == FolderWalk::Step::Kind::File) {
            found.files.insert(step.path.mid(root.size() + 1));
            ++found.fileSteps;
        } else if (step.kind == FolderWalk::Step::Kind::Skipped)
            ++found.skipped;
        else
            found.errors.append(step.systemError);
    }
    return found;
}

} // namespace

class TestFolderWalk : public QObject
{
    Q_OBJECT
private slots:
    void everyRegularFileIsFoundOnceWhateverItsName()
    {
        const test::Folder folder;
        const QByteArray root = folder.path().toUtf8();
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("a/b/c")));
        const QSet<QByteArray> names{"one",         "a/two", "a/b/c/three", "new\nline",
                                     "bad\xff\xfe", "-dash", " space "};
        for (const auto &name : names)
            QVERIFY(test::writeFile(root + '/' + name, "x"));
        const Found found = walk(root);
        QCOMPARE(found.files, names);
        QCOMPARE(found.fileSteps, int(names.size()));
    }

    void loopingLinksAreNotFollowed()
    {
        const test::Folder folder;
        const QByteArray root = folder.path().toUtf8();
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("a/b")));
        QVERIFY(test::writeFile(root + "/a/file", "x"));
        QCOMPARE(::symlink(root.constData(), (root + "/a/b/up").constData()), 0);
        QCOMPARE(::symlink("self", (root + "/self").constData()), 0);
        QCOMPARE(::symlink("file", (root + "/a/link").constData()), 0);
        const Found found = walk(root);
        QCOMPARE(found.files, QSet<QByteArray>{"a/file"});
        QCOMPARE(found.skipped, 3);
    }

    void fifosAndSocketsAreSkipped()
    {
        const test::Folder folder;
        const QByteArray root = folder.path().toUtf8();
        QCOMPARE(::mkfifo((root + "/fifo").constData(), 0600), 0);
        const Found found = walk(root);
        QVERIFY(found.files.isEmpty());
        QCOMPARE(found.skipped, 1);
        QVERIFY(walk("/dev").skipped > 0);
    }

    void aWalkThatEndsEarlyIsAnError()
    {
        const test::Folder folder;
        const QByteArray root = folder.path().toUtf8();
        for (int i = 0; i < 10; ++i)
            QVERIFY(test::writeFile(root + '/' + QByteArray::number(i), "x"));
        readsUntilFailure = 5;
        const Found found = walk(root);
        readsUntilFailure = -1;
        QCOMPARE(found.files.size(), 4);
        QCOMPARE(found.errors, QList<int>{ENOMEM});
    }

    void pseudoFileSystemsAreNotEnteredUnlessNamed()
    {
        const test::Folder folder;
        const QByteArray root = folder.path().toUtf8();
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("proc")));
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("disk")));
        QVERIFY(test::writeFile(root + "/file", "x"));
        const pid_t child = ::fork();
        if (child == 0) { // in a mount namespace that ends with the child
            if (::unshare(CLONE_NEWNS) != 0 ||
                ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
                ::mount("none", (root + "/proc").constData(), "proc", 0, nullptr) != 0 ||
                ::mount("none", (root + "/disk").constData(), "tmpfs", 0, nullptr) != 0)
                ::_exit(77);
            if (!test::writeFile(root + "/disk/file", "x"))
                ::_exit(1);
            const Found found = walk(root);
            if (found.files != QSet<QByteArray>{"file", "disk/file"} || found.skipped != 1)
                ::_exit(2);
            FolderWalk named(root + "/proc");
            auto step = named.next();
            for (int i = 0; i < 1000 && step.kind != FolderWalk::Step::Kind::File; ++i)
                step = named.next();
            ::_exit(step.kind == FolderWalk::Step::Kind::File ? 0 : 3);
        }
        int status = -1;
        ::waitpid(child, &status, 0);
        QVERIFY(WIFEXITED(status));
        if (WEXITSTATUS(status) == 77)
            QSKIP("mounting is not permitted here");
        QCOMPARE(WEXITSTATUS(status), 0);
    }

    void pathsBelowTheRootBeginWithOneSlash()
    {
        FolderWalk all("/");
        int paths = 0;
        for (int i = 0; i < 100; ++i) {
            const auto step = all.next();
            QVERIFY2(!step.path.startsWith("//"), step.path.constData());
            paths += step.path.startsWith('/') ? 1 : 0;
        }
        QVERIFY(paths > 0);
    }

    void aMissingFolderIsAnError() { QCOMPARE(walk("/nonexistent/folder").errors, QList<int>{ENOENT}); }

    void anUnreadableFolderIsAnErrorAndTheOthersAreWalked()
    {
        const test::Folder folder;
        const QByteArray root = folder.path().toUtf8();
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("shut")));
        QVERIFY(test::writeFile(root + "/open", "x"));
        QCOMPARE(::chmod(root.constData(), 0755), 0);
        QCOMPARE(::chmod((root + "/shut").constData(), 0000), 0);
        const pid_t child = ::fork();
        if (child == 0) { // root can read anything: drop its permissions
            if (::geteuid() == 0 && ::setresuid(65534, 65534, 65534) != 0)
                ::_exit(3);
            const Found found = walk(root);
            ::_exit(found.errors == QList<int>{EACCES} && found.files == QSet<QByteArray>{"open"} ? 0 : 1);
        }
        int status = -1;
        ::waitpid(child, &status, 0);
        QVERIFY(WIFEXITED(status));
        QCOMPARE(WEXITSTATUS(status), 0);
        QCOMPARE(::chmod((root + "/shut").constData(), 0700), 0);
    }
};

QTEST_GUILESS_MAIN(TestFolderWalk)
#include "tst_folder_walk.moc"
