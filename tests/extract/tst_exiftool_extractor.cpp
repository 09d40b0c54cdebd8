// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ExifToolExtractor.h"
#include "support/Files.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QHash>
#include <QSet>
#include <QSignalSpy>
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

namespace {

std::function<void()> beforeKill;

} // namespace

// Takes the C library's place, so that a child can be let go on until the moment it is killed.
extern "C" int kill(pid_t process, int signal) noexcept
{
    if (beforeKill && signal == SIGKILL)
        std::exchange(beforeKill, nullptr)();
    return static_cast<int>(::syscall(SYS_kill, process, signal));
}

namespace {

qint64 residentAtEnd = 0;

// Anonymous memory: files that are mapped are not ours to give back.
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

struct Answers
{
    explicit Answers(Extractor &extractor)
    {
        QObject::connect(&extractor, &Extractor::extracted, &extractor,
                         [this](quint64 ticket, const Extraction &extraction) {
                             extracted.insert(ticket, extraction);
                             ++total;
                         });
        QObject::connect(&extractor, &Extractor::failed, &extractor,
                         [this](quint64 ticket, const ExtractFailure &failure) {
                             failed.insert(ticket, failure);
                             ++total;
                         });
    }
    QHash<quint64, Extraction> extracted;
    QHash<quint64, ExtractFailure> failed;
    int total = 0;
};

// What a fake reader says of the file $path.
const QByteArray goodAnswer = "      echo '[{\"SourceFile\":\"'\"$path\"'\",\"A\":{\"B\":1}}]'\n";

// Stands in for exiftool, in the shell's words; the arguments of a request are read up to -execute.
QByteArray fakeReader(const QByteArray &perRequest, const QByteArray &version = "12.57")
{
    return "#!/bin/sh\n"
           "while IFS= read -r line; do\n"
           "  case \"$line\" in\n"
           "    /*) path=$line ;;\n"
           "    -execute0) echo '{guarded}'; echo 'ExifTool version " +
           version +
           "'; echo '{ready0}'; echo '{ready0}' >&2 ;;\n"
           "    -execute*) number=${line#-execute}\n" +
           perRequest +
           "      echo \"{ready$number}\"; echo \"{ready$number}\" >&2 ;;\n"
           "  esac\n"
           "done\n";
}

} // namespace

class TestExifToolExtractor : public QObject
{
    Q_OBJECT

    test::Folder m_folder;

    QByteArray make(const QByteArray &name, const QByteArray &contents)
    {
        const QByteArray path = QFile::encodeName(m_folder.path()) + '/' + name;
        return test::writeFile(path, contents) ? path : QByteArray();
    }
    QString script(const QByteArray &contents)
    {
        const QString path = QFile::decodeName(make("reader-" + QByteArray::number(++m_scripts), contents));
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return path;
    }
    int m_scripts = 0;

private slots:
    void realFilesAreRead()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("exiftool")).isEmpty())
            QSKIP("exiftool is not installed");
        ExifToolExtractor extractor({});
        Answers answers(extractor);
        // The smallest GIF there is.
        const QByteArray gif(
            "GIF89a\x07\x00\x05\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00,\x00\x00\x00\x00\x01\x00"
            "\x01\x00\x00\x02\x02"
            "D\x01\x00;",
            35);
        extractor.extract(1, make("a.gif", gif));
        extractor.extract(2, make("new\nline\r.gif", gif));
        extractor.extract(3, make("bad\xff utf8.gif", gif));
        extractor.extract(4, make("-dash $dollar @at #hash {ready4} %p.gif", gif));
        extractor.extract(5, make("trailing space ", gif));
        extractor.extract(6, make("unknown.zzz", QByteArray(64, '\x01')));
        extractor.extract(7, m_folder.path().toUtf8() + "/missing");
        QTRY_COMPARE(answers.total, 7);
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

    void aReaderThatIsNotStartedIsSaidToBeMissing()
    {
        ExifToolExtractor extractor({.program = QStringLiteral("/nonexistent/exiftool")});
        Answers answers(extractor);
        extractor.extract(1, "/etc/passwd");
        extractor.extract(2, "/etc/group");
        QTRY_COMPARE(answers.total, 2);
        QCOMPARE(answers.failed[1].kind, ExtractFailure::Kind::NotStarted);
        QCOMPARE(answers.failed[2].kind, ExtractFailure::Kind::NotStarted);
        QCOMPARE(answers.failed[1].detail, QString());
    }

    void aReaderThatIsThereAndDoesNotStartIsNotSaidToBeMissing()
    {
        ExifToolExtractor extractor({.program = script("#!/nonexistent/perl\n")});
        Answers answers(extractor);
        extractor.extract(1, "/a");
        QTRY_COMPARE(answers.failed.size(), 1);
        QCOMPARE(answers.failed[1].kind, ExtractFailure::Kind::NotStarted);
        QVERIFY(!answers.failed[1].detail.isEmpty());
    }

    void aReaderThatDiesOverAFileFailsThatFileOnly()
    {
        ExifToolExtractor extractor(
            {.program = script(fakeReader("case $path in */deadly) exit 9;; esac\n" + goodAnswer)),
             .children = 1});
        Answers answers(extractor);
        extractor.extract(1, "/good");
        extractor.extract(2, "/deadly");
        extractor.extract(3, "/good");
        extractor.extract(4, "/good");
        QTRY_COMPARE(answers.total, 4);
        QCOMPARE(answers.failed.size(), 1);
        QCOMPARE(answers.failed[2].kind, ExtractFailure::Kind::Crashed);
    }

    void aReaderThatIsKilledCostsNoFile()
    {
        const QByteArray killed = m_folder.path().toUtf8() + "/killed";
        ExifToolExtractor extractor(
            {.program = script(fakeReader("if [ ! -e '" + killed + "' ]; then : > '" + killed +
                                          "'; kill -KILL $$; fi\n" + goodAnswer)),
             .children = 1});
        Answers answers(extractor);
        for (quint64 ticket = 1; ticket <= 4; ++ticket)
            extractor.extract(ticket, "/good");
        QTRY_COMPARE(answers.total, 4);
        QCOMPARE(answers.extracted.size(), 4);
    }

    void anAnswerThatComesTooLateIsNotBlamedOnTheNextFile()
    {
        const QByteArray now = m_folder.path().toUtf8() + "/now";
        const QByteArray answered = m_folder.path().toUtf8() + "/answered";
        ReaderLimits limits;
        limits.timePerFile = std::chrono::milliseconds(200);
        ExifToolExtractor extractor(
            {.program = script("#!/bin/sh\n"
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
        Answers answers(extractor);
        beforeKill = [&] {
            test::writeFile(now, "");
            QDeadlineTimer patience(10'000);
            while (!QFile::exists(QFile::decodeName(answered)) && !patience.hasExpired())
                std::this_thread::yield();
        };
        extractor.extract(1, "/late");
        extractor.extract(2, "/good");
        QTRY_COMPARE(answers.total, 2);
        beforeKill = nullptr;
        QCOMPARE(answers.failed[1].kind, ExtractFailure::Kind::TimedOut);
        QVERIFY(answers.extracted.contains(2));
    }

    void aFileThatTakesTooLongIsGivenUp()
    {
        ReaderLimits limits;
        limits.timePerFile = std::chrono::milliseconds(200);
        ExifToolExtractor extractor(
            {.program = script(fakeReader("case $path in */slow) exec sleep 60;; esac\n" + goodAnswer)),
             .children = 1,
             .limits = limits});
        Answers answers(extractor);
        extractor.extract(1, "/slow");
        extractor.extract(2, "/good");
        QTRY_COMPARE(answers.total, 2);
        QCOMPARE(answers.failed[1].kind, ExtractFailure::Kind::TimedOut);
        QVERIFY(answers.extracted.contains(2));
    }

    void whatTheReaderStartedItselfIsEndedWithIt()
    {
        const QByteArray note = QFile::encodeName(m_folder.path()) + "/child";
        ExifToolExtractor extractor(
            {.program = script(fakeReader("sleep 60 & echo $! >" + note + ".new; mv " + note + ".new " +
                                          note + "; wait\n")),
             .limits = {.timePerFile = std::chrono::milliseconds(300)}});
        Answers answers(extractor);
        extractor.extract(1, make("a", "x"));
        QTRY_COMPARE(answers.failed.value(1).kind, ExtractFailure::Kind::TimedOut);
        QFile file(QFile::decodeName(note));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray child = file.readAll().trimmed();
        QVERIFY(!child.isEmpty());
        // Nobody may be there to bury it.
        const auto isGone = [&child] {
            QFile status(QStringLiteral("/proc/%1/stat").arg(QString::fromUtf8(child)));
            return !status.open(QIODevice::ReadOnly) || status.readAll().contains(") Z ");
        };
        QVERIFY(QTest::qWaitFor(isGone, test::patience));
    }

    void whatALargeAnswerTookIsGivenBack()
    {
#if defined(__SANITIZE_ADDRESS__)
        QSKIP("the sanitizer keeps freed memory on purpose");
#endif
        // Many small groups: they are what an allocator keeps.
        QByteArray answer = "[{\"SourceFile\":\"/any\"";
        for (int i = 0; answer.size() < 4'000'000; ++i)
            answer += ",\"Group" + QByteArray::number(i) + "\":{\"Tag\":[{\"Name\":\"value\"}]}";
        const QByteArray file = make("answer", answer + "}]\n");
        const QString small = script(fakeReader(goodAnswer));
        const QString large = script(fakeReader("      cat '" + file + "'\n"));
        answer = QByteArray();
        const auto read = [](const QString &program) {
            ExifToolExtractor extractor({.program = program, .children = 1});
            int answers = 0;
            // What keeps a piece behind a parsed answer alive keeps the allocator from returning the rest.
            std::unique_ptr<char[]> kept;
            connect(&extractor, &Extractor::extracted, &extractor, [&answers, &kept] {
                kept = std::make_unique<char[]>(1000);
                ++answers;
            });
            extractor.extract(1, "/any");
            QTRY_COMPARE(answers, 1);
            QCoreApplication::processEvents();
            residentAtEnd = residentBytes();
        };
        read(small);
        const qint64 before = residentAtEnd;
        read(large);
        const qint64 grown = residentAtEnd - before;
        QVERIFY2(grown < 4'000'000, qPrintable(QString::number(grown)));
    }

    void anEndlessAnswerIsCutOff()
    {
        ReaderLimits limits;
        limits.answerBytes = 100'000;
        ExifToolExtractor extractor(
            {.program = script(fakeReader("exec cat /dev/zero\n")), .limits = limits});
        Answers answers(extractor);
        extractor.extract(1, "/any");
        QTRY_COMPARE(answers.total, 1);
        QCOMPARE(answers.failed[1].kind, ExtractFailure::Kind::TooLarge);
    }

    void nonsenseIsNotTakenForMetadata_data()
    {
        QTest::addColumn<QByteArray>("output");
        QTest::newRow("no JSON") << QByteArray("hello");
        QTest::newRow("half of it") << QByteArray("[{\"a\":");
        QTest::newRow("an object, not a list") << QByteArray("{\"a\":1}");
        QTest::newRow("an empty list") << QByteArray("[]");
        QTest::newRow("a number") << QByteArray("[42]");
        QTest::newRow("a list in a list") << QByteArray("[[]]");
        QTest::newRow("an object of no file") << QByteArray("[{}]");
        QTest::newRow("another file's answer") << QByteArray("[{\"SourceFile\":\"/other\",\"A\":{\"B\":1}}]");
        QTest::newRow("two files' answers")
            << QByteArray("[{\"SourceFile\":\"/any\"},{\"SourceFile\":\"/any\"}]");
        QTest::newRow("an answer and more") << QByteArray("[{\"SourceFile\":\"/any\"},42]");
    }
    void nonsenseIsNotTakenForMetadata()
    {
        QFETCH(QByteArray, output);
        ExifToolExtractor extractor({.program = script(fakeReader("      echo '" + output + "'\n"))});
        Answers answers(extractor);
        extractor.extract(1, "/any");
        QTRY_COMPARE(answers.total, 1);
        QCOMPARE(answers.failed[1].kind, ExtractFailure::Kind::Malformed);
    }

    void afterCancelNothingIsHeardOfOldFiles()
    {
        ExifToolExtractor extractor(
            {.program = script(fakeReader("case $path in */slow) exec sleep 60;; esac\n" + goodAnswer))});
        Answers answers(extractor);
        for (quint64 ticket = 1; ticket <= 10; ++ticket)
            extractor.extract(ticket, "/slow");
        QCOMPARE(extractor.room(), 0);
        extractor.cancel();
        QVERIFY(extractor.room() > 0);
        extractor.extract(11, "/good");
        QTRY_COMPARE(answers.total, 1);
        QVERIFY(answers.extracted.contains(11));
    }

    void cancelFromWithinAnAnswerIsAllowed()
    {
        ExifToolExtractor extractor({.program = script(fakeReader(goodAnswer))});
        Answers answers(extractor);
        connect(&extractor, &Extractor::extracted, &extractor, [&extractor] { extractor.cancel(); });
        for (quint64 ticket = 1; ticket <= 10; ++ticket)
            extractor.extract(ticket, "/good");
        QTRY_VERIFY(answers.total >= 1);
    }

    void noVariableReachesTheReaderButThoseItNeeds()
    {
        const QList<QByteArray> hostile = {"PERL5OPT", "PERL5LIB",      "PERLLIB", "PERL5DB", "PERL_UNICODE",
                                           "PERLIO",   "EXIFTOOL_HOME", "LANG",    "LC_TIME", "LANGUAGE"};
        for (const QByteArray &name : hostile)
            qputenv(name.constData(), "hostile");
        qputenv("TZ", "Asia/Kathmandu");
        const QByteArray seen = m_folder.path().toUtf8() + "/environment";
        ExifToolExtractor extractor(
            {.program = script(fakeReader("      env >'" + seen + "'\n" + goodAnswer))});
        Answers answers(extractor);
        extractor.extract(1, "/any");
        QTRY_COMPARE(answers.total, 1);
        for (const QByteArray &name : hostile)
            qunsetenv(name.constData());
        qunsetenv("TZ");
        QFile file(QFile::decodeName(seen));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray environment = file.readAll();
        QVERIFY2(!environment.contains("hostile"), environment.constData());
        for (const char *needed :
             {"PATH=", "TZ=Asia/Kathmandu", "PERL_HASH_SEED=0", "PERL_PERTURB_KEYS=0", "LC_ALL=C.UTF-8"})
            QVERIFY2(environment.contains(needed), needed);
    }

    void whoReadsIsSaidOnceTheReaderHasSaidIt()
    {
        ExifToolExtractor extractor({.program = script(fakeReader(goodAnswer, "13.58"))});
        QSignalSpy identified(&extractor, &Extractor::identified);
        extractor.identify();
        QTRY_COMPARE(identified.size(), 1);
        const auto reader = identified[0][0].value<ReaderIdentity>();
        QCOMPARE(reader.name, "exiftool");
        QCOMPARE(reader.version, "13.58");
        QCOMPARE(reader.digest.size(), 16);
        Answers answers(extractor);
        extractor.extract(1, "/any");
        QTRY_COMPARE(answers.total, 1);
        QCOMPARE(answers.extracted[1].reader, reader);
    }

    void anUpgradeOfTheProgramIsNoticedAndNothingElseStartsIt()
    {
        const QByteArray starts = m_folder.path().toUtf8() + "/starts";
        const QByteArray note = "      :\n";
        const auto program = [&](const QByteArray &version) {
            return fakeReader(note + goodAnswer, version)
                .replace("#!/bin/sh\n", "#!/bin/sh\necho x >>'" + starts + "'\n");
        };
        const QString file = script(program("12.57"));
        ExifToolExtractor extractor({.program = file});
        QSignalSpy identified(&extractor, &Extractor::identified);
        for (int again = 1; again <= 3; ++again) {
            extractor.identify();
            QTRY_COMPARE(identified.size(), again);
        }
        const auto startsSoFar = [&starts] {
            QFile counted(QFile::decodeName(starts));
            return counted.open(QIODevice::ReadOnly) ? counted.readAll().count('x') : 0;
        };
        QCOMPARE(startsSoFar(), 1);
        const QByteArray next = make("next", program("13.00"));
        QFile::setPermissions(QFile::decodeName(next),
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QCOMPARE(::rename(next.constData(), QFile::encodeName(file).constData()), 0);
        extractor.identify();
        QTRY_COMPARE(identified.size(), 4);
        QCOMPARE(identified[0][0].value<ReaderIdentity>().version, "12.57");
        QCOMPARE(identified[3][0].value<ReaderIdentity>().version, "13.00");
        QVERIFY(identified[0][0].value<ReaderIdentity>().digest !=
                identified[3][0].value<ReaderIdentity>().digest);
    }

    void aReaderThatIsNotThereIsNotIdentified()
    {
        ExifToolExtractor extractor({.program = QStringLiteral("/nonexistent/exiftool")});
        QSignalSpy unidentified(&extractor, &Extractor::unidentified);
        extractor.identify();
        QTRY_COMPARE(unidentified.size(), 1);
        QCOMPARE(unidentified[0][0].value<ExtractFailure>().kind, ExtractFailure::Kind::NotStarted);
    }

    void aReaderThatNeverSaysWhoItIsIsNotStarted_data()
    {
        QTest::addColumn<QByteArray>("program");
        QTest::newRow("it ends at once") << QByteArray("#!/bin/sh\nexit 3\n");
        QTest::newRow("it complains and ends") << QByteArray("#!/bin/sh\necho 'no module' >&2; exit 3\n");
        QTest::newRow("it says nothing") << QByteArray("#!/bin/sh\nexec sleep 60\n");
        QTest::newRow("it never stops talking") << QByteArray("#!/bin/sh\nexec cat /dev/zero\n");
    }
    void aReaderThatNeverSaysWhoItIsIsNotStarted()
    {
        QFETCH(QByteArray, program);
        ExifToolExtractor extractor(
            {.program = script(program),
             .limits = {.timePerFile = std::chrono::milliseconds(200), .answerBytes = 100'000}});
        QSignalSpy unidentified(&extractor, &Extractor::unidentified);
        extractor.identify();
        QTRY_COMPARE(unidentified.size(), 1);
        Answers answers(extractor);
        extractor.extract(1, "/any");
        QTRY_COMPARE(answers.total, 1);
        QCOMPARE(answers.failed[1].kind, ExtractFailure::Kind::NotStarted);
        QVERIFY(!answers.failed[1].detail.isEmpty());
    }

    void aReaderThatEndsItselfBeforeTheNextFileCostsNoFile()
    {
        const QByteArray children = m_folder.path().toUtf8() + "/changing";
        // After each file, as the guard does where a file has changed a table.
        const QString program = script(fakeReader(
            "      echo $$ >>'" + children + "'\n" + goodAnswer +
            "      echo \"{ready$number}\"; echo \"{ready$number}\" >&2; echo '{changed}'; exit 0\n"));
        ExifToolExtractor extractor({.program = program, .children = 1});
        Answers answers(extractor);
        for (quint64 ticket = 1; ticket <= 5; ++ticket)
            extractor.extract(ticket, "/good");
        QTRY_COMPARE(answers.total, 5);
        QCOMPARE(answers.extracted.size(), 5);
        QFile file(QFile::decodeName(children));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count('\n'), 5);
    }

    void aReaderThatCannotBeGuardedServesOneFile()
    {
        const QByteArray children = m_folder.path().toUtf8() + "/unguarded";
        const QString program = script(fakeReader("      echo $$ >>'" + children + "'\n" + goodAnswer)
                                           .replace("echo '{guarded}'; ", ""));
        ExifToolExtractor extractor({.program = program, .children = 2});
        Answers answers(extractor);
        for (quint64 ticket = 1; ticket <= 6; ++ticket)
            extractor.extract(ticket, "/good");
        QTRY_COMPARE(answers.total, 6);
        QCOMPARE(answers.extracted.size(), 6);
        QFile file(QFile::decodeName(children));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> served = file.readAll().trimmed().split('\n');
        QCOMPARE(QSet<QByteArray>(served.begin(), served.end()).size(), 6);
    }

    void aReaderThatIsKilledWhileItStartsCostsNoScan()
    {
        const QByteArray starts = m_folder.path().toUtf8() + "/killed-starts";
        const QString program =
            script(fakeReader(goodAnswer)
                       .replace("#!/bin/sh\n", "#!/bin/sh\necho x >>'" + starts + "'; [ $(wc -l <'" + starts +
                                                   "') -gt 3 ] || kill -KILL $$\n"));
        ExifToolExtractor extractor({.program = program, .children = 1});
        Answers answers(extractor);
        extractor.extract(1, "/good");
        QTRY_COMPARE(answers.total, 1);
        QVERIFY(answers.extracted.contains(1));
    }

    void oneChildServesABoundedNumberOfFiles()
    {
        const QByteArray children = m_folder.path().toUtf8() + "/children";
        const QString program = script(fakeReader("      echo $$ >>'" + children + "'\n" + goodAnswer));
        ExifToolExtractor extractor({.program = program, .children = 1, .limits = {.filesPerChild = 3}});
        Answers answers(extractor);
        for (quint64 ticket = 1; ticket <= 10; ++ticket)
            extractor.extract(ticket, "/good");
        QTRY_COMPARE(answers.total, 10);
        QCOMPARE(answers.extracted.size(), 10);
        QFile file(QFile::decodeName(children));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QHash<QByteArray, int> served;
        for (const QByteArray &child : file.readAll().trimmed().split('\n'))
            ++served[child];
        QCOMPARE(served.size(), 4);
        for (const int files : served)
            QVERIFY(files <= 3);
    }

    void whatReadingTookIsTheReadersOwnTime()
    {
        // The child is slow to start, and its answers lie in the pipe by the time they are looked at.
        const QByteArray program = fakeReader(
            "      case $path in */slow) took=2.5 ;; *) took=0.00012 ;; esac\n"
            "      echo '[{\"SourceFile\":\"'$path'\",\"ExifTool\":{\"ProcessingTime\":\"'$took' s\"}}]'\n");
        ExifToolExtractor extractor(
            {.program = script(QByteArray(program).replace("#!/bin/sh\n", "#!/bin/sh\nsleep 0.3\n")),
             .children = 1});
        Answers answers(extractor);
        extractor.extract(1, "/slow");
        extractor.extract(2, "/quick");
        QTRY_COMPARE(answers.total, 2);
        QCOMPARE(answers.extracted[1].cost, std::chrono::nanoseconds(2'500'000'000));
        QCOMPARE(answers.extracted[2].cost, std::chrono::nanoseconds(120'000));
        QCOMPARE(answers.extracted[1].metadata, "{}");
    }

    void aReaderThatDoesNotSayWhatItTookIsNotChargedItsStart()
    {
        ExifToolExtractor extractor(
            {.program = script(fakeReader(goodAnswer).replace("#!/bin/sh\n", "#!/bin/sh\nsleep 1\n")),
             .children = 1});
        Answers answers(extractor);
        extractor.extract(1, "/first");
        QTRY_COMPARE(answers.total, 1);
        QVERIFY2(answers.extracted[1].cost < std::chrono::milliseconds(900),
                 qPrintable(QString::number(answers.extracted[1].cost.count())));
    }

    void aRealReaderSaysWhatAFileTook()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("exiftool")).isEmpty())
            QSKIP("exiftool is not installed");
        ExifToolExtractor extractor({});
        Answers answers(extractor);
        extractor.extract(1, make("a.txt", "hello\n"));
        QTRY_COMPARE(answers.total, 1);
        QVERIFY(answers.extracted[1].cost > std::chrono::nanoseconds(0));
        QVERIFY(!answers.extracted[1].metadata.contains("ProcessingTime"));
        QVERIFY(!answers.extracted[1].metadata.contains("ExifTool"));
        QCOMPARE(answers.extracted[1].reader.name, "exiftool");
        QVERIFY(!answers.extracted[1].reader.version.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestExifToolExtractor)
#include "tst_exiftool_extractor.moc"
