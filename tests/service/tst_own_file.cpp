// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/OwnFile.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace manometer::service;

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
    void whatItMakesIsForNobodyElse()
    {
        const QTemporaryDir home;
        const QString folder = home.filePath(QStringLiteral("config/manometer"));
        const QString file = folder + QStringLiteral("/settings.json");
        const mode_t before = ::umask(022);
        const QString error = writeOwnFile(file, "{}");
        ::umask(before);
        QCOMPARE(error, QString());
        QCOMPARE(modeOf(file), mode_t(0600));
        QCOMPARE(modeOf(folder), mode_t(0700));
        QCOMPARE(modeOf(home.filePath(QStringLiteral("config"))), mode_t(0700));
        QCOMPARE(readOwnFile(file).value_or(QByteArray()), QByteArray("{}"));
    }

    void aFolderThatIsThereKeepsItsMode()
    {
        const QTemporaryDir home;
        const QString folder = home.filePath(QStringLiteral("shared"));
        QVERIFY(QDir().mkdir(folder));
        QCOMPARE(::chmod(folder.toLocal8Bit().constData(), 0750), 0);
        QCOMPARE(writeOwnFile(folder + QStringLiteral("/settings.json"), "{}"), QString());
        QCOMPARE(modeOf(folder), mode_t(0750));
    }
};

QTEST_GUILESS_MAIN(TestOwnFile)
#include "tst_own_file.moc"
