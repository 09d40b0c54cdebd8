// SPDX-License-Identifier: GPL-3.0-or-later
#include "folders/Folders.h"
#include "support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <cerrno>
#include <memory>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

using manometer::folders::makeFolders;

namespace {

mode_t modeOf(const std::string &path)
{
    struct stat status = {};
    return ::stat(path.c_str(), &status) == 0 ? status.st_mode & 0777 : 0;
}

} // namespace

class TestFolders : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_home = m_temporary->path().toStdString();
    }

    void aFolderAndItsMissingParentsArePrivate()
    {
        const mode_t before = ::umask(022);
        const auto made = makeFolders(m_home + "/a/b//c/");
        ::umask(before);
        QVERIFY(made);
        for (const char *path : {"/a", "/a/b", "/a/b/c"})
            QCOMPARE(modeOf(m_home + path), mode_t(0700));
    }

    void anExistingFolderKeepsItsMode()
    {
        QCOMPARE(::mkdir((m_home + "/shared").c_str(), 0755), 0);
        QVERIFY(makeFolders(m_home + "/shared/own"));
        QCOMPARE(modeOf(m_home + "/shared"), mode_t(0755));
        QVERIFY(makeFolders(m_home + "/shared"));
        QCOMPARE(modeOf(m_home + "/shared"), mode_t(0755));
    }

    void aLinkToAFolderIsFollowed()
    {
        QCOMPARE(::mkdir((m_home + "/target").c_str(), 0700), 0);
        QCOMPARE(::symlink("target", (m_home + "/link").c_str()), 0);
        QVERIFY(makeFolders(m_home + "/link/own"));
        QCOMPARE(modeOf(m_home + "/target/own"), mode_t(0700));
    }

    void aRelativePathStartsAtTheCurrentFolder()
    {
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(m_temporary->path()));
        const auto made = makeFolders("a/b");
        QDir::setCurrent(before);
        QVERIFY(made);
        QCOMPARE(modeOf(m_home + "/a/b"), mode_t(0700));
    }

    void theErrorNamesTheFolderThatCannotBeMade_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("refused");
        QTest::addColumn<int>("systemError");
        QTest::newRow("a file is in its place") << QByteArray("file") << QByteArray("file") << ENOTDIR;
        QTest::newRow("a parent is a file") << QByteArray("file/a/b") << QByteArray("file") << ENOTDIR;
        QTest::newRow("a link to nothing") << QByteArray("dangling/a") << QByteArray("dangling") << ENOTDIR;
        QTest::newRow("a name that is too long") << "a/" + QByteArray(300, 'x') + "/b"
                                                 << "a/" + QByteArray(300, 'x') << ENAMETOOLONG;
    }
    void theErrorNamesTheFolderThatCannotBeMade()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, refused);
        QFETCH(int, systemError);
        QVERIFY(QFile(m_temporary->filePath(QStringLiteral("file"))).open(QIODevice::WriteOnly));
        QCOMPARE(::symlink("nothing", (m_home + "/dangling").c_str()), 0);
        const auto made = makeFolders(m_home + '/' + path.toStdString());
        QVERIFY(!made);
        QCOMPARE(QByteArray::fromStdString(made.error().path),
                 QByteArray::fromStdString(m_home) + '/' + refused);
        QCOMPARE(made.error().systemError, systemError);
    }

    void anEmptyPathIsRefused()
    {
        const auto made = makeFolders({});
        QVERIFY(!made);
        QCOMPARE(made.error().systemError, ENOENT);
    }

private:
    std::unique_ptr<QTemporaryDir> m_temporary;
    std::string m_home;
};

MANOMETER_TEST(None, TestFolders)
#include "tst_folders.moc"
