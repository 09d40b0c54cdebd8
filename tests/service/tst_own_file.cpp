// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/OwnFile.h"
#include "support/TestMain.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace manometer;

namespace {

mode_t modeOf(const QString &path)
{
    struct stat status = {};
    return ::stat(path.toLocal8Bit().constData(), &status) == 0 ? status.st_mode & 0777 : 0;
}

} // namespace

class TestOwnFile : public QObject
{
    Q_OBJECT
private slots:
    void createdFilesAndFoldersArePrivate()
    {
        const QTemporaryDir home;
        const QString folder = home.filePath(QStringLiteral("config/manometer"));
        const QString file = folder + QStringLiteral("/settings.json");
        const mode_t before = ::umask(022);
        const QString error = files::writeOwnFile(file, "{}");
        ::umask(before);
        QCOMPARE(error, QString());
        QCOMPARE(modeOf(file), mode_t(0600));
        QCOMPARE(modeOf(folder), mode_t(0700));
        QCOMPARE(modeOf(home.filePath(QStringLiteral("config"))), mode_t(0700));
        QCOMPARE(files::readOwnFile(file).value_or(QByteArray()), QByteArray("{}"));
    }

    void aFullDiskLeavesTheOldFile()
    {
        const QTemporaryDir home;
        const QString file = home.filePath(QStringLiteral("layout"));
        QCOMPARE(files::writeOwnFile(file, "old"), QString());
        rlimit before = {};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
        ::signal(SIGXFSZ, SIG_IGN); // the write fails with EFBIG instead
        const rlimit none{.rlim_cur = 0, .rlim_max = before.rlim_max};
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &none), 0);
        const QString error = files::writeOwnFile(file, QByteArray(900, 'x'));
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
        QVERIFY(!error.isEmpty());
        QCOMPARE(files::readOwnFile(file).value_or(QByteArray()), QByteArray("old"));
    }

    // Otherwise, as root, a link from the settings to a device would replace the device by a file.
    void onlyARegularFileIsReplacedThroughALink()
    {
        const QTemporaryDir home;
        const QByteArray pipe = home.filePath(QStringLiteral("pipe")).toLocal8Bit();
        const QString link = home.filePath(QStringLiteral("settings.json"));
        QCOMPARE(::mkfifo(pipe.constData(), 0600), 0);
        QCOMPARE(::symlink(pipe.constData(), link.toLocal8Bit().constData()), 0);
        QVERIFY(!files::writeOwnFile(link, "{}").isEmpty());
        struct stat status = {};
        QCOMPARE(::stat(pipe.constData(), &status), 0);
        QVERIFY(S_ISFIFO(status.st_mode));

        // A link to a regular file is kept, and its target has the new text.
        const QString file = home.filePath(QStringLiteral("elsewhere.json"));
        const QString good = home.filePath(QStringLiteral("good.json"));
        QCOMPARE(files::writeOwnFile(file, "{}"), QString());
        QCOMPARE(::symlink(file.toLocal8Bit().constData(), good.toLocal8Bit().constData()), 0);
        QCOMPARE(files::writeOwnFile(good, "{\"a\": 1}"), QString());
        QVERIFY(QFileInfo(good).isSymLink());
        QCOMPARE(files::readOwnFile(file).value_or(QByteArray()), QByteArray("{\"a\": 1}"));
    }

    void anExistingFolderKeepsItsMode()
    {
        const QTemporaryDir home;
        const QString folder = home.filePath(QStringLiteral("shared"));
        QVERIFY(QDir().mkdir(folder));
        QCOMPARE(::chmod(folder.toLocal8Bit().constData(), 0750), 0);
        QCOMPARE(files::writeOwnFile(folder + QStringLiteral("/settings.json"), "{}"), QString());
        QCOMPARE(modeOf(folder), mode_t(0750));
    }
};

MANOMETER_TEST(Core, TestOwnFile)
#include "tst_own_file.moc"
