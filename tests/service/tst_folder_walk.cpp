// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/scan/FolderWalk.h"
#include "support/Files.h"

#include <QDir>
#include <QFile>
#include <QSet>
#include <QTest>

#include <cerrno>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace manometer;
using namespace manometer::service;

namespace {

struct Found
{
    QSet<QByteArray> files;
    int skipped = 0;
    QList<int> errors;
};

Found walk(const QByteArray &root)
{
    Found found;
    FolderWalk walk(root);
    for (auto step = walk.next(); step.kind != FolderWalk::Step::Kind::End; step = walk.next()) {
        if (step.kind == FolderWalk::Step::Kind::File)
            found.files.insert(step.path.mid(root.size() + 1));
        else if (step.kind == FolderWalk::Step::Kind::Skipped)
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
        QCOMPARE(walk(root).files, names);
    }

    void linksThatLoopDoNotCatchIt()
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

    void aMissingFolderIsAnError() { QCOMPARE(walk("/nonexistent/folder").errors, QList<int>{ENOENT}); }

    void anUnreadableFolderIsAnErrorAndTheRestIsFound()
    {
        const test::Folder folder;
        const QByteArray root = folder.path().toUtf8();
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("shut")));
        QVERIFY(test::writeFile(root + "/open", "x"));
        QCOMPARE(::chmod(root.constData(), 0755), 0);
        QCOMPARE(::chmod((root + "/shut").constData(), 0000), 0);
        const pid_t child = ::fork();
        if (child == 0) { // root may read anything: be somebody else
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
