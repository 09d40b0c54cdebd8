// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ExifToolExtractor.h"
#include "extract/FakeReader.h"
#include "support/Eventually.h"
#include "support/TestMain.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTest>

#include <csignal>
#include <functional>
#include <sys/syscall.h>
#include <thread>
#include <unistd.h>
#include <utility>

using namespace manometer;
using namespace manometer::extract;
using test::ExtractorSpy;
using test::fakeReader;
using test::goodAnswer;

namespace {

std::function<void()> beforeKill;

} // namespace

// Replaces the C library's function, so that a test can let a child run until the moment it is killed.
extern "C" int kill(pid_t process, int signal) noexcept
{
    if (beforeKill && signal == SIGKILL)
        std::exchange(beforeKill, nullptr)();
    return static_cast<int>(::syscall(SYS_kill, process, signal));
}

namespace {

const QByteArray
    smallestGif("GIF89a\x07\x00\x05\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00,\x00\x00\x00\x00\x01\x00"
                "\x01\x00\x00\x02\x02"
                "D\x01\x00;",
                35);

qint64 residentAtEnd = 0;

// Anonymous memory only: mapped files are not memory that we could return.
qint64 residentBytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n'))
        if (line.startsWith("RssAnon:"))
            return line.mid(8).trimmed().split(' ').constFirst().toLongLong() * 1024;
    return 0;
}

} // namespace

class TestExifToolExtractor : public QObject
{
    Q_OBJECT

    test::ReaderFolder m_folder;

private slots:
    void realFilesAreRead()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("exiftool")).isEmpty())
            QSKIP("exiftool is not installed");
        ExifToolExtractor extractor({});
        ExtractorSpy answers(extractor);
        const QByteArray &gif = smallestGif;
        extractor.extract(1, m_folder.make("a.gif", gif));
        extractor.extract(2, m_folder.make("new\nline\r.gif", gif));
        extractor.extract(3, m_folder.make("bad\xff utf8.gif", gif));
        extractor.extract(4, m_folder.make("-dash $dollar @at #hash {ready4} %p.gif", gif));
        extractor.extract(5, m_folder.make("trailing space ", gif));
        extractor.extract(6, m_folder.make("unknown.zzz", QByteArray(64, '\x01')));
        extractor.extract(7, m_folder.bytes() + "/missing");
        COMPARE_EVENTUALLY(answers.total, 7);
        for (const quint64 ticket : {1, 2, 3, 4, 5}) {
            QVERIFY2(answers.extracted.contains(ticket), qPrintable(QString::number(ticket)));
            QVERIFY(answers.extracted[ticket].metadata.contains("\"ImageWidth\":7,"));
            QVERIFY(!answers.extracted[ticket].metadata.contains("\"System\""));
        }
        QVERIFY(answers.extracted.contains(6));
        QCOMPARE(answers.failed[7].kind, ExtractFailure::Kind::Refused);
        QVERIFY2(answers.failed[7].detail.contains(QStringLiteral("not found")),
                 qPrintable(answers.failed[7].detail));
    }

    void aMissingReaderIsReportedWithoutADetail()
    {
        ExifToolExtractor extractor({.program = QStringLiteral("/nonexistent/exiftool")});
        ExtractorSpy answers(extractor);
        extractor.extract(1, "/etc/passwd");
        extractor.extract(2, "/etc/group");
        COMPARE_EVENTUALLY(answers.total, 2);
        QCOMPARE(answers.failed[1].kind, ExtractFailure::Kind::NotStarted);
        QCOMPARE(answers.failed[2].kind, ExtractFailure::Kind::NotStarted);
        QCOMPARE(answers.failed[1].detail, QString());
    }

    void aReaderThatCannotStartIsReportedWithADetail()
    {
        ExifToolExtractor extractor({.program = m_folder.script("#!/nonexistent/perl\n")});
        ExtractorSpy answers(extractor);
        extractor.extract(1, "/a");
        COMPARE_EVENTUALLY(answers.failed.size(), 1);
        QCOMPARE(answers.failed[1].kind, ExtractFailure::Kind::NotStarted);
        QVERIFY(!answers.failed[1].detail.isEmpty());
    }

    void aReaderThatCrashesOnAFileFailsThatFileOnly()
    {
        ExifToolExtractor extractor(
            {.program = m_folder.script(fakeReader("case $path in */deadly) exit 9;; esac\n" + goodAnswer)),
             .children = 1});
        ExtractorSpy answers(extractor);
        extractor.extract(1, "/good");
        extractor.extract(2, "/deadly");
        extractor.extract(3, "/good");
        extractor.extract(4, "/good");
        COMPARE_EVENTUALLY(answers.total, 4);
        QCOMPARE(answers.failed.size(), 1);
        QCOMPARE(answers.failed[2].kind, ExtractFailure::Kind::Crashed);
    }

    void aKilledReaderLosesNoFile()
    {
        const QByteArray killed = m_folder.bytes() + "/killed";
        ExifToolExtractor extractor(
            {.program = m_folder.script(fakeReader("if [ ! -e '" + killed + "' ]; then : > '" + killed +
                                                   "'; kill -KILL $$; fi\n" + goodAnswer)),
             .children = 1});
        ExtractorSpy answers(extractor);
        for (quint64 ticket = 1; ticket <= 4; ++ticket)
            extractor.extract(ticket, "/good");
        COMPARE_EVENTUALLY(answers.total, 4);
        QCOMPARE(answers.extracted.size(), 4);
    }

    void aLateAnswerIsNotAttributedToTheNextFile()
    {
        const QByteArray now = m_folder.bytes() + "/now";
        const QByteArray answered = m_folder.bytes() + "/answered";
        ReaderLimits limits;
        limits.timePerFile = std::chrono::milliseconds(200);
        ExifToolExtractor extractor(
            {.program =
                 m_folder.script("#!/bin/sh\n"
                                 "while IFS= read -r line; do\n"
                                 "  case \"$line\" in\n"
                                 "    /*) path=$line ;;\n"
                                 "    -execute0) echo '{guarded}'; echo '{ready0}'; echo '{ready0}' >&2 ;;\n"
                                 "    -execute*) number=${line#-execute}\n"
                                 "      case $path in */late) while [ ! -e '" +
                                 now +
                                 "' ]; do :; done ;; esac\n"
                                 "      echo '[{\"SourceFile\":\"'$path'\"}]'\n"
                                 "      echo \"{ready$number}\"; echo \"{ready$number}\" >&2\n"
                                 "      case $path in */late) : > '" +
                                 answered +
                                 "'; read -r nothing < /dev/zero ;; esac ;;\n"
                                 "  esac\n"
                                 "done\n"),
             .children = 1,
             .limits = limits});
        ExtractorSpy answers(extractor);
        beforeKill = [&] {
            test::writeFile(now, "");
            QDeadlineTimer deadline(10'000);
            while (!QFile::exists(QFile::decodeName(answered)) && !deadline.hasExpired())
                std::this_thread::yield();
        };
        extractor.extract(1, "/late");
        extractor.extract(2, "/good");
        COMPARE_EVENTUALLY(answers.total, 2);
        beforeKill = nullptr;
        QCOMPARE(answers.failed[1].kind, ExtractFailure::Kind::TimedOut);
        QVERIFY(answers.extracted.contains(2));
    }

    void aFileThatTakesTooLongTimesOut()
    {
        ReaderLimits limits;
        limits.timePerFile = std::chrono::milliseconds(200);
        ExifToolExtractor extractor({.program = m_folder.script(fakeReader(
                                         "case $path in */slow) exec sleep 60;; esac\n" + goodAnswer)),
                                     .children = 1,
                                     .limits = limits});
        ExtractorSpy answers(extractor);
        extractor.extract(1, "/slow");
        extractor.extract(2, "/good");
        COMPARE_EVENTUALLY(answers.total, 2);
        QCOMPARE(answers.failed[1].kind, ExtractFailure::Kind::TimedOut);
        QVERIFY(answers.failed[1].cost > std::chrono::milliseconds(190));
        QVERIFY(answers.extracted.contains(2));
    }

    void theReadersOwnChildrenAreKilledWithIt()
    {
        const QByteArray noteFile = m_folder.bytes() + "/child";
        ExifToolExtractor extractor(
            {.program = m_folder.script(fakeReader("sleep 60 & echo $! >" + noteFile + ".new; mv " +
                                                   noteFile + ".new " + noteFile + "; wait\n")),
             .limits = {.timePerFile = std::chrono::milliseconds(300)}});
        ExtractorSpy answers(extractor);
        extractor.extract(1, m_folder.make("a", "x"));
        COMPARE_EVENTUALLY(answers.failed.value(1).kind, ExtractFailure::Kind::TimedOut);
        QFile file(QFile::decodeName(noteFile));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray child = file.readAll().trimmed();
        QVERIFY(!child.isEmpty());
        // It may remain a zombie, if no parent waits for it.
        const auto isGone = [&child] {
            QFile status(QStringLiteral("/proc/%1/stat").arg(QString::fromUtf8(child)));
            return !status.open(QIODevice::ReadOnly) || status.readAll().contains(") Z ");
        };
        QVERIFY(QTest::qWaitFor(isGone, int(test::waitLimit.count())));
    }

    void theMemoryOfALargeAnswerIsReturned()
    {
#if defined(__SANITIZE_ADDRESS__)
        QSKIP("the sanitizer keeps freed memory on purpose");
#endif
        // Many small groups: an allocator does not return small blocks on its own.
        QByteArray answer = "[{\"SourceFile\":\"/any\"";
        for (int i = 0; answer.size() < 4'000'000; ++i)
            answer += ",\"Group" + QByteArray::number(i) + "\":{\"Tag\":[{\"Name\":\"value\"}]}";
        const QByteArray file = m_folder.make("answer", answer + "}]\n");
        const QString small = m_folder.script(fakeReader(goodAnswer));
        const QString large = m_folder.script(fakeReader("      cat '" + file + "'\n"));
        answer = QByteArray();
        const auto read = [](const QString &program) {
            ExifToolExtractor extractor({.program = program, .children = 1});
            int answers = 0;
            // A live block after those of the parsed answer keeps the allocator from returning them.
            std::unique_ptr<char[]> kept;
            connect(&extractor, &Extractor::extracted, &extractor, [&answers, &kept] {
                kept = std::make_unique<char[]>(1000);
                ++answers;
            });
            extractor.extract(1, "/any");
            COMPARE_EVENTUALLY(answers, 1);
            QCoreApplication::processEvents();
            residentAtEnd = residentBytes();
        };
        read(small);
        const qint64 before = residentAtEnd;
        read(large);
        const qint64 grown = residentAtEnd - before;
        QVERIFY2(grown < 4'000'000, qPrintable(QString::number(grown)));
    }

    void anEndlessAnswerIsTooLarge()
    {
        ReaderLimits limits;
        limits.answerBytes = 100'000;
        ExifToolExtractor extractor(
            {.program = m_folder.script(fakeReader("exec cat /dev/zero\n")), .limits = limits});
        ExtractorSpy answers(extractor);
        extractor.extract(1, "/any");
        COMPARE_EVENTUALLY(answers.total, 1);
        QCOMPARE(answers.failed[1].kind, ExtractFailure::Kind::TooLarge);
    }

    void anInvalidAnswerIsMalformed_data()
    {
        QTest::addColumn<QByteArray>("output");
        QTest::newRow("no JSON") << QByteArray("hello");
        QTest::newRow("truncated JSON") << QByteArray("[{\"a\":");
        QTest::newRow("an object, not a list") << QByteArray("{\"a\":1}");
        QTest::newRow("an empty list") << QByteArray("[]");
        QTest::newRow("a number") << QByteArray("[42]");
        QTest::newRow("a list in a list") << QByteArray("[[]]");
        QTest::newRow("an object without a file") << QByteArray("[{}]");
        QTest::newRow("another file's answer") << QByteArray("[{\"SourceFile\":\"/other\",\"A\":{\"B\":1}}]");
        QTest::newRow("two files' answers")
            << QByteArray("[{\"SourceFile\":\"/any\"},{\"SourceFile\":\"/any\"}]");
        QTest::newRow("an answer and another element") << QByteArray("[{\"SourceFile\":\"/any\"},42]");
    }
    void anInvalidAnswerIsMalformed()
    {
        QFETCH(QByteArray, output);
        ExifToolExtractor extractor(
            {.program = m_folder.script(fakeReader("      echo '" + output + "'\n"))});
        ExtractorSpy answers(extractor);
        extractor.extract(1, "/any");
        COMPARE_EVENTUALLY(answers.total, 1);
        QCOMPARE(answers.failed[1].kind, ExtractFailure::Kind::Malformed);
        QVERIFY(answers.failed[1].cost > std::chrono::nanoseconds(0));
    }

    void afterCancelOldFilesAreNotAnswered()
    {
        ExifToolExtractor extractor({.program = m_folder.script(fakeReader(
                                         "case $path in */slow) exec sleep 60;; esac\n" + goodAnswer))});
        ExtractorSpy answers(extractor);
        for (quint64 ticket = 1; ticket <= 10; ++ticket)
            extractor.extract(ticket, "/slow");
        QCOMPARE(extractor.room(), 0);
        extractor.cancel();
        QVERIFY(extractor.room() > 0);
        extractor.extract(11, "/good");
        COMPARE_EVENTUALLY(answers.total, 1);
        QVERIFY(answers.extracted.contains(11));
    }

    void cancelFromWithinAnAnswerIsAllowed()
    {
        ExifToolExtractor extractor({.program = m_folder.script(fakeReader(goodAnswer))});
        ExtractorSpy answers(extractor);
        connect(&extractor, &Extractor::extracted, &extractor, [&extractor] { extractor.cancel(); });
        for (quint64 ticket = 1; ticket <= 10; ++ticket)
            extractor.extract(ticket, "/good");
        COMPARE_EVENTUALLY(answers.total, 1);
        extractor.extract(11, "/good");
        VERIFY_EVENTUALLY(answers.extracted.contains(11));
        QCOMPARE(answers.total, 2);
    }

    void onlyNeededVariablesReachTheReader()
    {
        const QList<QByteArray> hostile = {"PERL5OPT", "PERL5LIB",      "PERLLIB", "PERL5DB", "PERL_UNICODE",
                                           "PERLIO",   "EXIFTOOL_HOME", "LANG",    "LC_TIME", "LANGUAGE"};
        for (const QByteArray &name : hostile)
            qputenv(name.constData(), "hostile");
        qputenv("TZ", "Asia/Kathmandu");
        const QByteArray dump = m_folder.bytes() + "/environment";
        ExifToolExtractor extractor(
            {.program = m_folder.script(fakeReader("      env >'" + dump + "'\n" + goodAnswer))});
        ExtractorSpy answers(extractor);
        extractor.extract(1, "/any");
        COMPARE_EVENTUALLY(answers.total, 1);
        for (const QByteArray &name : hostile)
            qunsetenv(name.constData());
        qunsetenv("TZ");
        QFile file(QFile::decodeName(dump));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray environment = file.readAll();
        QVERIFY2(!environment.contains("hostile"), environment.constData());
        for (const char *needed :
             {"PATH=", "TZ=Asia/Kathmandu", "PERL_HASH_SEED=0", "PERL_PERTURB_KEYS=0", "LC_ALL=C.UTF-8"})
            QVERIFY2(environment.contains(needed), needed);
    }

    void theCostIsTheReadersOwnMeasurement()
    {
        // The child starts slowly, and both answers are in the pipe by the time they are read.
        const QByteArray program = fakeReader(
            "      case $path in */slow) took=2.5 ;; *) took=0.00012 ;; esac\n"
            "      echo '[{\"SourceFile\":\"'$path'\",\"ExifTool\":{\"ProcessingTime\":\"'$took' s\"}}]'\n");
        ExifToolExtractor extractor(
            {.program = m_folder.script(QByteArray(program).replace("#!/bin/sh\n", "#!/bin/sh\nsleep 0.3\n")),
             .children = 1});
        ExtractorSpy answers(extractor);
        extractor.extract(1, "/slow");
        extractor.extract(2, "/quick");
        COMPARE_EVENTUALLY(answers.total, 2);
        QCOMPARE(answers.extracted[1].cost, std::chrono::nanoseconds(2'500'000'000));
        QCOMPARE(answers.extracted[2].cost, std::chrono::nanoseconds(120'000));
        QCOMPARE(answers.extracted[1].metadata, "{}");
    }

    void withoutAMeasurementTheCostExcludesTheStart()
    {
        ExifToolExtractor extractor(
            {.program =
                 m_folder.script(fakeReader(goodAnswer).replace("#!/bin/sh\n", "#!/bin/sh\nsleep 1\n")),
             .children = 1});
        ExtractorSpy answers(extractor);
        extractor.extract(1, "/first");
        COMPARE_EVENTUALLY(answers.total, 1);
        QVERIFY2(answers.extracted[1].cost < std::chrono::milliseconds(900),
                 qPrintable(QString::number(answers.extracted[1].cost.count())));
    }

    void withoutAMeasurementASlowFileIsNotChargedToTheNext()
    {
        ExifToolExtractor extractor(
            {.program = m_folder.script(fakeReader("case $path in */slow) sleep 1 ;; esac\n" + goodAnswer)),
             .children = 1});
        ExtractorSpy answers(extractor);
        extractor.extract(1, "/slow");
        extractor.extract(2, "/quick");
        COMPARE_EVENTUALLY(answers.total, 2);
        QVERIFY2(answers.extracted[1].cost > std::chrono::milliseconds(900),
                 qPrintable(QString::number(answers.extracted[1].cost.count())));
        QVERIFY2(answers.extracted[2].cost < std::chrono::milliseconds(900),
                 qPrintable(QString::number(answers.extracted[2].cost.count())));
    }

    void answersThatArriveTogetherShareTheirTime()
    {
        // The reader measures the first file only. The next two answers are written at once, half a second
        // after the files were given.
        ExifToolExtractor extractor(
            {.program = m_folder.script(
                 "#!/bin/sh\n"
                 "while IFS= read -r line; do\n"
                 "  case \"$line\" in\n"
                 "    -execute0) echo '{guarded}'; echo '{ready0}'; echo '{ready0}' >&2 ;;\n"
                 "    -execute1) echo '[{\"SourceFile\":\"/1\",\"ExifTool\":{\"ProcessingTime\":\"1 s\"}}]'\n"
                 "      echo '{ready1}'; echo '{ready1}' >&2 ;;\n"
                 "    -execute3) sleep 0.5\n"
                 "      printf '[{\"SourceFile\":\"/%s\"}]\\n{ready%s}\\n' 2 2 3 3\n"
                 "      printf '{ready%s}\\n' 2 3 >&2 ;;\n"
                 "  esac\n"
                 "done\n"),
             .children = 1});
        ExtractorSpy answers(extractor);
        for (quint64 ticket = 1; ticket <= 3; ++ticket)
            extractor.extract(ticket, "/" + QByteArray::number(ticket));
        COMPARE_EVENTUALLY(answers.total, 3);
        QCOMPARE(answers.extracted.size(), 3);
        QCOMPARE(answers.extracted[2].cost, answers.extracted[3].cost);
        QVERIFY(answers.extracted[2].cost > std::chrono::milliseconds(240));
    }

    void theLoadingOfModulesIsNotChargedToAFile()
    {
        const QString exiftool = QStandardPaths::findExecutable(QStringLiteral("exiftool"));
        if (exiftool.isEmpty())
            QSKIP("exiftool is not installed");
        // A real exiftool whose module for GIF takes a second to load.
        const QByteArray folder = m_folder.bytes() + "/slow";
        QVERIFY(QDir().mkpath(QFile::decodeName(folder + "/Image/ExifTool")));
        m_folder.make("slow/Image/ExifTool/GIF.pm",
                      "select(undef, undef, undef, 1);\n"
                      "my $real = (grep { !ref and -e \"$_/Image/ExifTool.pm\" } @INC)[0];\n"
                      "do \"$real/Image/ExifTool/GIF.pm\";\n");
        const QString program = m_folder.script("#!/bin/sh\nexec perl -I'" + folder + "' " +
                                                QFile::encodeName(exiftool) + " \"$@\"\n");
        ExifToolExtractor extractor({.program = program, .children = 1});
        ExtractorSpy answers(extractor);
        extractor.extract(1, m_folder.make("first.gif", smallestGif));
        COMPARE_EVENTUALLY(answers.total, 1);
        QVERIFY(answers.extracted[1].metadata.contains("\"ImageWidth\":7,"));
        QVERIFY(answers.extracted[1].cost > std::chrono::nanoseconds(0));
        QVERIFY2(answers.extracted[1].cost < std::chrono::milliseconds(900),
                 qPrintable(QString::number(answers.extracted[1].cost.count())));
    }

    void aRealReaderReportsItsCost()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("exiftool")).isEmpty())
            QSKIP("exiftool is not installed");
        ExifToolExtractor extractor({});
        ExtractorSpy answers(extractor);
        extractor.extract(1, m_folder.make("a.txt", "hello\n"));
        COMPARE_EVENTUALLY(answers.total, 1);
        QVERIFY(answers.extracted[1].cost > std::chrono::nanoseconds(0));
        QVERIFY(!answers.extracted[1].metadata.contains("ProcessingTime"));
        QVERIFY(!answers.extracted[1].metadata.contains("ExifTool"));
        QCOMPARE(answers.extracted[1].reader.name, "exiftool");
        QVERIFY(!answers.extracted[1].reader.version.isEmpty());
    }
};

MANOMETER_TEST(Core, TestExifToolExtractor)
#include "tst_exiftool_extractor.moc"
