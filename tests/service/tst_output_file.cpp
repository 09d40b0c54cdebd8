// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/SampleCsv.h"
#include "files/OutputFile.h"
#include "support/TestMain.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <thread>
#include <unistd.h>

using namespace manometer;
using namespace manometer::exports;
using namespace manometer::views;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

mode_t typeOf(const QString &path)
{
    struct stat status = {};
    return ::lstat(qPrintable(path), &status) == 0 ? status.st_mode & S_IFMT : 0;
}

// A device that is always full: as root a node of our own, so that a bug cannot replace /dev/full.
QString fullDevice(const QTemporaryDir &folder)
{
    if (::geteuid() != 0)
        return QStringLiteral("/dev/full");
    const QString path = folder.filePath(QStringLiteral("full"));
    return ::mknod(qPrintable(path), S_IFCHR | 0600, ::makedev(1, 7)) == 0 ? path : QString();
}

} // namespace

class TestOutputFile : public QObject
{
    Q_OBJECT
private slots:
    void aFileIsReplacedAtomically()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("f"));
        QCOMPARE(files::writeOutput(path, "before"), QString());
        {
            files::OutputFile file(path);
            QCOMPARE(file.prepare("after"), QString());
            QCOMPARE(contents(path), QByteArray("before"));
        }
        QCOMPARE(contents(path), QByteArray("before"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
        QCOMPARE(files::writeOutput(path, "after"), QString());
        QCOMPARE(contents(path), QByteArray("after"));
    }

    void aNameThatIsTooLongIsRefusedBeforeAnythingIsWritten()
    {
        const QTemporaryDir folder;
        files::OutputFile file(folder.filePath(QString(256, u'a')));
        QCOMPARE(file.prepare("x"), qt_error_string(ENAMETOOLONG));
        // The CSV file's name is short enough, the description file's is not.
        QCOMPARE(writeSampleCsv(folder.filePath(QString(250, u'a')), CsvProfile::Plain, {}),
                 qt_error_string(ENAMETOOLONG));
        QVERIFY(QDir(folder.path()).isEmpty(QDir::AllEntries | QDir::NoDotAndDotDot));
    }

    void aLinkIsFollowedAndKept()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("f"));
        const QString link = folder.filePath(QStringLiteral("link"));
        QCOMPARE(files::writeOutput(path, "before"), QString());
        QVERIFY(QFile::link(path, link));
        QCOMPARE(files::writeOutput(link, "after"), QString());
        QCOMPARE(contents(path), QByteArray("after"));
        QCOMPARE(typeOf(link), mode_t(S_IFLNK));
    }

    void aFullDeviceIsAnErrorAndStaysADevice()
    {
        const QTemporaryDir folder;
        const QString full = fullDevice(folder);
        int device = ::open(qPrintable(full), O_WRONLY | O_CLOEXEC);
        if (device < 0)
            QSKIP("devices cannot be created here");
        ::close(device);
        const QString link = folder.filePath(QStringLiteral("link"));
        QVERIFY(QFile::link(full, link));
        for (const QString &path : {full, link}) {
            QCOMPARE(files::writeOutput(path, "x"), qt_error_string(ENOSPC));
            QCOMPARE(writeSampleCsv(path, CsvProfile::Plain, {}), qt_error_string(ENOSPC));
            QVERIFY(!QFile::exists(path + QStringLiteral(".meta.json")));
            QCOMPARE(typeOf(full), mode_t(S_IFCHR));
        }
    }

    void aPipeWithoutAReaderIsAnErrorAtOnce()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("pipe"));
        QCOMPARE(::mkfifo(qPrintable(path), 0600), 0);
        QCOMPARE(files::writeOutput(path, "x"), qt_error_string(ENXIO));
        QCOMPARE(typeOf(path), mode_t(S_IFIFO));
    }

    void aPipesReaderGetsAllBytes()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("pipe"));
        QCOMPARE(::mkfifo(qPrintable(path), 0600), 0);
        const int reader = ::open(qPrintable(path), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
        QVERIFY(reader >= 0);
        ::fcntl(reader, F_SETFL, 0);
        // More than a pipe's capacity, so that the writer has to wait for the reader.
        const QByteArray bytes(1'000'000, 'x');
        QString error;
        std::thread writer([&] { error = files::writeOutput(path, bytes); });
        qsizetype received = 0;
        std::array<char, 10'000> buffer{};
        while (received < bytes.size()) {
            const ssize_t some = ::read(reader, buffer.data(), buffer.size());
            if (some < 0)
                break;
            received += some; // 0: the writer has not opened it yet
        }
        writer.join();
        ::close(reader);
        QCOMPARE(error, QString());
        QCOMPARE(received, bytes.size());
    }

    void aRedirectedDescriptorIsAppendedToAndNotReplaced()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("log"));
        const int log = ::open(qPrintable(path), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
        QCOMPARE(::write(log, "first\n", 6), ssize_t(6));
        const QString name = QStringLiteral("/dev/fd/%1").arg(log);
        QCOMPARE(files::writeOutput(name, "second\n"), QString());
        QCOMPARE(contents(path), QByteArray("first\nsecond\n"));
        struct stat open = {};
        struct stat named = {};
        QCOMPARE(::fstat(log, &open), 0);
        QCOMPARE(::stat(qPrintable(path), &named), 0);
        QCOMPARE(open.st_ino, named.st_ino);
        ::close(log);
    }

    void noDescriptionIsLeftWithoutItsSamples()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("s.csv"));
        QVERIFY(QDir().mkpath(path)); // a folder in place of the file
        QVERIFY(!writeSampleCsv(path, CsvProfile::Plain, {}).isEmpty());
        QVERIFY(!QFile::exists(path + QStringLiteral(".meta.json")));
    }

    void aReaderThatDoesNotReadCannotHoldUpACancellation()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("pipe"));
        QCOMPARE(::mkfifo(path.toUtf8().constData(), 0600), 0);
        const int reader = ::open(path.toUtf8().constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
        QVERIFY(reader >= 0);
        files::OutputFile file(path);
        QCOMPARE(file.prepare(QByteArray(1 << 20, 'x')), QString()); // more than a pipe holds
        QElapsedTimer timer;
        timer.start();
        int questions = 0;
        QCOMPARE(file.commit([&questions] { return ++questions == 2; }), QString());
        QCOMPARE(questions, 2);
        QVERIFY(timer.elapsed() < 5'000);
        ::close(reader);
    }
};

MANOMETER_TEST(Core, TestOutputFile)
#include "tst_output_file.moc"
