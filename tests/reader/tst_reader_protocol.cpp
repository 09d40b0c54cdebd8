// SPDX-License-Identifier: GPL-3.0-or-later
//
// The requests and answers of manometer-reader, its end, and what it cannot do.
#include "FitsFiles.h"
#include "ReaderFixture.h"
#include "reader/Confinement.h"
#include "reader/Request.h"
#include "support/TestMain.h"

#include <QElapsedTimer>

#include <csignal>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>

using namespace manometer;
using namespace manometer::test;

class TestReaderProtocol : public QObject
{
    Q_OBJECT

    Folder m_folder;

    QByteArray path(const QByteArray &name) const { return m_folder.path().toUtf8() + '/' + name; }

    QByteArray smallFile(const QByteArray &name) const
    {
        FitsWriter writer(path(name));
        writer.image<short>(SHORT_IMG, {3, 2}, {1, 2, 3, 4, 5, 6});
        writer.close();
        return path(name);
    }

    // A valid header of an image of bytes; the rest is a hole.
    QByteArray sparseFile(const QByteArray &name, qint64 pixels) const
    {
        QByteArray header;
        for (const QByteArray &card :
             {QByteArray("SIMPLE  =                    T"), QByteArray("BITPIX  =                    8"),
              QByteArray("NAXIS   =                    1"),
              "NAXIS1  = " + QByteArray::number(pixels).rightJustified(20), QByteArray("END")})
            header += card.leftJustified(80);
        writeFile(path(name), header.leftJustified(2880));
        return ::truncate(path(name).constData(), 2880 + off_t((pixels + 2879) / 2880 * 2880)) == 0
                   ? path(name)
                   : QByteArray();
    }

private slots:
    void aPathSurvivesTheEncoding()
    {
        std::string every;
        for (int byte = 1; byte < 256; ++byte)
            every += static_cast<char>(byte);
        const std::string encoded = reader::encodedPath(every);
        QVERIFY(encoded.find('\n') == std::string::npos && encoded.find(' ') == std::string::npos);
        QCOMPARE(reader::parseRequest("quick " + encoded)->path, every);
    }

    void anythingElseIsNoRequest_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("empty") << QByteArray("");
        QTest::newRow("no path") << QByteArray("quick");
        QTest::newRow("an empty path") << QByteArray("quick ");
        QTest::newRow("another depth") << QByteArray("deeper /a");
        QTest::newRow("half an escape") << QByteArray("quick /a%2");
        QTest::newRow("no digits") << QByteArray("quick /a%zz");
        QTest::newRow("a zero byte") << QByteArray("quick /a%00b");
        QTest::newRow("too long") << "quick /" + QByteArray(40'000, 'a');
    }
    void anythingElseIsNoRequest()
    {
        QFETCH(QByteArray, line);
        ReaderFixture reader;
        reader.process.write(line + '\n');
        const QJsonObject answer = reader.answer();
        QCOMPARE(answer.value(QLatin1String("ok")), QJsonValue(false));
        QCOMPARE(answer.value(QLatin1String("kind")), QJsonValue(QStringLiteral("unreadable")));
        QCOMPARE(reader.kindOf(smallFile("after.fits")), QStringLiteral("ok"));
    }

    void answersComeInOrder()
    {
        ReaderFixture reader;
        for (int index = 0; index < 50; ++index)
            reader.send("deep", index % 2 ? smallFile("even.fits") : "/missing" + QByteArray::number(index));
        for (int index = 0; index < 50; ++index) {
            const QJsonObject answer = reader.answer();
            QCOMPARE(answer.value(QLatin1String("ok")).toBool(), index % 2 == 1);
            if (index % 2 == 0)
                QCOMPARE(answer.value(QLatin1String("path")).toString(),
                         QStringLiteral("/missing%1").arg(index));
        }
    }

    // cfitsio gives a meaning to most of these.
    void aNameIsTakenLiterally_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char *name :
             {"a.fits[1]", "!a.fits", " blank.fits", "a.fits(copy.fits)", "a\nb.fits", "~root", "-",
              "mem:", "http:a.fits", "a.fits[col x=1]", "\xff\xfe.fits", "\"quoted\".fits", "100%.fits"})
            QTest::newRow(QByteArray(name).toPercentEncoding().constData()) << QByteArray(name);
    }
    void aNameIsTakenLiterally()
    {
        QFETCH(QByteArray, name);
        const QByteArray file = smallFile(name);
        ReaderFixture reader;
        const QJsonObject answer = reader.ask("quick", file);
        QVERIFY2(answer.value(QLatin1String("ok")).toBool(), reader.lastLine);
        QCOMPARE(answer.value(QLatin1String("path")).toString().toUtf8(),
                 QByteArray::fromStdString(reader::encodedPath(file.toStdString())));
        // Relative to its folder, where nothing precedes the name.
        QProcess inFolder;
        inFolder.setWorkingDirectory(m_folder.path());
        inFolder.start(QStringLiteral(READER), QStringList());
        inFolder.write("quick " + name.toPercentEncoding() + '\n');
        QVERIFY(inFolder.waitForReadyRead(20'000));
        QVERIFY(inFolder.readLine().contains("\"ok\":true"));
        inFolder.closeWriteChannel();
        QVERIFY(inFolder.waitForFinished(20'000));
    }

    void aFailureHasAKind()
    {
        ReaderFixture reader;
        QVERIFY(writeFile(path("empty"), {}));
        QVERIFY(writeFile(path("text"), "SIMPLE things"));
        QVERIFY(writeFile(path("short"), "S"));
        QVERIFY(writeFile(path("packed.fits"), QByteArray::fromHex("1f8b0800000000000003")));
        QCOMPARE(::mkfifo(path("fifo").constData(), 0600), 0);
        QCOMPARE(::symlink("loop", path("loop").constData()), 0);
        QCOMPARE(reader.kindOf(path("empty")), QStringLiteral("empty"));
        QCOMPARE(reader.kindOf(path("text")), QStringLiteral("unknown"));
        QCOMPARE(reader.kindOf(path("short")), QStringLiteral("unknown"));
        QCOMPARE(reader.kindOf(path("packed.fits")), QStringLiteral("unknown"));
        QCOMPARE(reader.kindOf(path("missing")), QStringLiteral("vanished"));
        QCOMPARE(reader.kindOf(path("text/below")), QStringLiteral("vanished"));
        QCOMPARE(reader.kindOf(m_folder.path().toUtf8()), QStringLiteral("unreadable"));
        QCOMPARE(reader.kindOf(path("loop")), QStringLiteral("unreadable"));
        QCOMPARE(reader.kindOf("/dev/zero"), QStringLiteral("unreadable"));
        QCOMPARE(reader.kindOf(path("fifo")), QStringLiteral("unreadable"));
        QCOMPARE(reader.kindOf(smallFile("good.fits")), QStringLiteral("ok"));
    }

    // A writer that waits for a reader of the FIFO would be released if it were opened.
    void aFifoIsNotOpened()
    {
        QCOMPARE(::mkfifo(path("lonely").constData(), 0600), 0);
        ReaderFixture reader;
        QCOMPARE(reader.kindOf(path("lonely")), QStringLiteral("unreadable"));
        QCOMPARE(::open(path("lonely").constData(), O_WRONLY | O_NONBLOCK), -1);
        QCOMPARE(errno, ENXIO);
    }

    void aFileThatMayNotBeReadIsDenied()
    {
        if (::geteuid() == 0) {
            // Root may read everything: a user without a name cannot.
            QProcess other;
            const QByteArray file = smallFile("private.fits");
            QCOMPARE(::chmod(file.constData(), 0), 0);
            QCOMPARE(::chmod(m_folder.path().toUtf8().constData(), 0755), 0);
            other.setChildProcessModifier([] {
                if (::setgid(65534) != 0 || ::setuid(65534) != 0)
                    ::_exit(99);
            });
            other.start(QStringLiteral(READER), QStringList());
            if (!other.waitForStarted())
                QSKIP("the program is in a folder of root's");
            other.write("quick " + file.toPercentEncoding("/") + '\n');
            QVERIFY(other.waitForReadyRead(20'000));
            QVERIFY(other.readLine().contains("\"kind\":\"denied\""));
            other.closeWriteChannel();
            QVERIFY(other.waitForFinished(20'000));
            return;
        }
        const QByteArray file = smallFile("private.fits");
        QCOMPARE(::chmod(file.constData(), 0), 0);
        ReaderFixture reader;
        QCOMPARE(reader.kindOf(file), QStringLiteral("denied"));
    }

    void theEndOfStdinEndsIt()
    {
        ReaderFixture reader;
        QCOMPARE(reader.kindOf(smallFile("one.fits")), QStringLiteral("ok"));
        reader.process.closeWriteChannel();
        QVERIFY(reader.process.waitForFinished(5000));
        QCOMPARE(reader.process.exitCode(), 0);
    }

    void insideABigFileItEndsAtOnce_data()
    {
        QTest::addColumn<bool>("bySignal");
        QTest::newRow("stdin is closed") << false;
        QTest::newRow("SIGTERM") << true;
    }
    void insideABigFileItEndsAtOnce()
    {
        QFETCH(bool, bySignal);
        ReaderFixture reader;
        reader.send("deep", sparseFile("big.fits", qint64(64) << 30));
        QVERIFY(reader.line().contains("progress"));
        QElapsedTimer timer;
        timer.start();
        if (bySignal)
            reader.process.terminate();
        else
            reader.process.closeWriteChannel();
        QVERIFY(reader.process.waitForFinished(5000));
        // 200 ms on a machine with time for it.
        QVERIFY2(timer.elapsed() < 1000, QByteArray::number(timer.elapsed()));
        QVERIFY(bySignal || reader.process.exitCode() == 1);
    }

    void aTerabyteThatIsNotThereIsNoProblem()
    {
        ReaderFixture reader({QStringLiteral("--seconds-per-file"), QStringLiteral("1")});
        const QByteArray file = sparseFile("terabyte.fits", qint64(1) << 40);
        if (file.isEmpty())
            QSKIP("the file system has no files of 1 TiB");
        QCOMPARE(reader.kindOf(file, "standard"), QStringLiteral("ok"));
        QCOMPARE(reader.kindOf(file, "deep"), QStringLiteral("unreadable"));
        QVERIFY(reader.lastLine.contains("takes too long"));
        QVERIFY(!reader.progress.empty() && reader.progress.size() < 100);
        QVERIFY(std::is_sorted(reader.progress.begin(), reader.progress.end()));
        QCOMPARE(reader.kindOf(smallFile("next.fits")), QStringLiteral("ok"));
        QVERIFY(writeFile(path("zeros"), "\0"));
        QCOMPARE(::truncate(path("zeros").constData(), off_t(1) << 40), 0);
        QCOMPARE(reader.kindOf(path("zeros")), QStringLiteral("unknown"));
    }

    void aCrashIsAnswered_data()
    {
        QTest::addColumn<int>("signal");
        QTest::addColumn<QString>("reason");
        QTest::newRow("the library crashes")
            << SIGSEGV << QStringLiteral("the library for this format crashed");
        QTest::newRow("the library finds its memory damaged")
            << SIGABRT << QStringLiteral("the library for this format crashed");
        QTest::newRow("the library does not return")
            << SIGXCPU << QStringLiteral("reading it takes too long");
    }
    void aCrashIsAnswered()
    {
        QFETCH(int, signal);
        QFETCH(QString, reason);
        ReaderFixture reader;
        reader.send("deep", sparseFile("crash.fits", qint64(64) << 30));
        QVERIFY(reader.line().contains("progress"));
        QCOMPARE(::kill(pid_t(reader.process.processId()), signal), 0);
        const QJsonObject answer = reader.answer();
        QCOMPARE(answer.value(QLatin1String("path")).toString().toUtf8(), path("crash.fits"));
        QCOMPARE(answer.value(QLatin1String("ok")), QJsonValue(false));
        QCOMPARE(answer.value(QLatin1String("kind")), QJsonValue(QStringLiteral("unreadable")));
        QCOMPARE(answer.value(QLatin1String("error")).toString(), reason);
        QCOMPARE(answer.value(QLatin1String("ended")), QJsonValue(true));
        QVERIFY(reader.process.waitForFinished(5000));
        QCOMPARE(reader.process.exitCode(), 3);
    }

    void aWrongOptionIsRefused_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("unknown") << QStringList{QStringLiteral("--fast")};
        QTest::newRow("no value") << QStringList{QStringLiteral("--memory")};
        QTest::newRow("no number") << QStringList{QStringLiteral("--memory"), QStringLiteral("1G")};
        QTest::newRow("too small") << QStringList{QStringLiteral("--memory"), QStringLiteral("1")};
        QTest::newRow("negative") << QStringList{QStringLiteral("--seconds-per-file"), QStringLiteral("-1")};
    }
    void aWrongOptionIsRefused()
    {
        QFETCH(QStringList, options);
        QProcess process;
        process.start(QStringLiteral(READER), options);
        QVERIFY(process.waitForFinished(20'000));
        QCOMPARE(process.exitCode(), 2);
        QVERIFY(process.readAllStandardError().startsWith("Usage:"));
        QVERIFY(process.readAllStandardOutput().isEmpty());
    }

    void theRunningProgramIsConfined()
    {
        ReaderFixture reader;
        QCOMPARE(reader.kindOf(smallFile("any.fits")), QStringLiteral("ok"));
        QCOMPARE(reader.status("NoNewPrivs"), 1);
        QFile limits(QStringLiteral("/proc/%1/limits").arg(reader.process.processId()));
        QVERIFY(limits.open(QIODevice::ReadOnly));
        const QByteArray text = limits.readAll().simplified();
        QVERIFY(text.contains("Max core file size 0 0"));
        QVERIFY(text.contains("Max open files 5 5"));
#ifndef SANITIZED
        QVERIFY(text.contains("Max address space 268435456 268435456"));
        QCOMPARE(reader.status("Seccomp"), 2);
#endif
    }

    // The number of the first attempt that succeeded, in a confined child; 0 if none did.
    void whatReadingDoesNotNeedIsRefused()
    {
#ifdef SANITIZED
        QSKIP("there is no filter with a sanitizer");
#else
        const QByteArray file = smallFile("confined.fits");
        const QByteArray created = path("created");
        const pid_t child = ::fork();
        if (child == 0) {
            if (reader::confine(std::uint64_t(4) << 30) != reader::Confinement::Full)
                ::_exit(100);
            const auto refused = [](long result) { return result == -1 && errno == EPERM; };
            int attempt = 0;
            const auto check = [&attempt](bool passed) {
                ++attempt;
                if (!passed)
                    ::_exit(attempt);
            };
            check(refused(::socket(AF_INET, SOCK_STREAM, 0)));
            check(refused(::socket(AF_UNIX, SOCK_STREAM, 0)));
            check(refused(::fork()));
            char *const none[] = {nullptr};
            check(refused(::execve("/bin/true", none, none)));
            check(refused(::open(file.constData(), O_WRONLY)));
            check(refused(::open(file.constData(), O_RDWR)));
            check(refused(::open(file.constData(), O_RDONLY | O_TRUNC)));
            check(refused(::open(created.constData(), O_RDONLY | O_CREAT, 0600)));
            check(refused(::unlink(file.constData())));
            check(refused(::rename(file.constData(), created.constData())));
            check(refused(::mkdir(created.constData(), 0700)));
            check(refused(::chmod(file.constData(), 0777)));
            check(refused(::kill(::getppid(), 0)));
            check(refused(::fcntl(STDOUT_FILENO, F_SETFL, O_APPEND)));
            check(refused(::dup2(STDOUT_FILENO, 4)));
            check(::open(file.constData(), O_RDONLY) == 3);
            check(::open(file.constData(), O_RDONLY) == 4);
            check(::open(file.constData(), O_RDONLY) == -1 && errno == EMFILE);
            ::_exit(0);
        }
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QVERIFY(WIFEXITED(status));
        QCOMPARE(WEXITSTATUS(status), 0);
#endif
    }
};

MANOMETER_TEST(Core, TestReaderProtocol)
#include "tst_reader_protocol.moc"
