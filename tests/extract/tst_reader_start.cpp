// SPDX-License-Identifier: GPL-3.0-or-later
//
// Start and end of a reader's child process: its identity, its number of files, and failed starts.
#include "extract/ExifToolExtractor.h"
#include "extract/FakeReader.h"
#include "support/Eventually.h"
#include "support/TestMain.h"

#include <QFile>
#include <QHash>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <cstdio>

using namespace manometer;
using namespace manometer::extract;
using test::ExtractorSpy;
using test::fakeReader;
using test::goodAnswer;

class TestReaderStart : public QObject
{
    Q_OBJECT

    test::ReaderFolder m_folder;

private slots:
    void theIdentityIsTheOneThatTheReaderReports()
    {
        ExifToolExtractor extractor({.program = m_folder.script(fakeReader(goodAnswer, "13.58"))});
        QSignalSpy identified(&extractor, &Extractor::identified);
        extractor.identify();
        COMPARE_EVENTUALLY(identified.size(), 1);
        const auto reader = identified[0][0].value<ReaderIdentity>();
        QCOMPARE(reader.name, "exiftool");
        QCOMPARE(reader.version, "13.58");
        QCOMPARE(reader.digest.size(), 16);
        ExtractorSpy answers(extractor);
        extractor.extract(1, "/any");
        COMPARE_EVENTUALLY(answers.total, 1);
        QCOMPARE(answers.extracted[1].reader, reader);
    }

    void onlyAnUpgradeOfTheProgramStartsItAgain()
    {
        const QByteArray starts = m_folder.bytes() + "/starts";
        const QByteArray note = "      :\n";
        const auto program = [&](const QByteArray &version) {
            return fakeReader(note + goodAnswer, version)
                .replace("#!/bin/sh\n", "#!/bin/sh\necho x >>'" + starts + "'\n");
        };
        const QString file = m_folder.script(program("12.57"));
        ExifToolExtractor extractor({.program = file});
        QSignalSpy identified(&extractor, &Extractor::identified);
        for (int again = 1; again <= 3; ++again) {
            extractor.identify();
            COMPARE_EVENTUALLY(identified.size(), again);
        }
        const auto startsSoFar = [&starts] {
            QFile counted(QFile::decodeName(starts));
            return counted.open(QIODevice::ReadOnly) ? counted.readAll().count('x') : 0;
        };
        QCOMPARE(startsSoFar(), 1);
        const QByteArray next = m_folder.make("next", program("13.00"));
        QFile::setPermissions(QFile::decodeName(next),
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QCOMPARE(::rename(next.constData(), QFile::encodeName(file).constData()), 0);
        extractor.identify();
        COMPARE_EVENTUALLY(identified.size(), 4);
        QCOMPARE(identified[0][0].value<ReaderIdentity>().version, "12.57");
        QCOMPARE(identified[3][0].value<ReaderIdentity>().version, "13.00");
        QVERIFY(identified[0][0].value<ReaderIdentity>().digest !=
                identified[3][0].value<ReaderIdentity>().digest);
    }

    void aMissingReaderIsNotIdentified()
    {
        ExifToolExtractor extractor({.program = QStringLiteral("/nonexistent/exiftool")});
        QSignalSpy unidentified(&extractor, &Extractor::unidentified);
        extractor.identify();
        COMPARE_EVENTUALLY(unidentified.size(), 1);
        QCOMPARE(unidentified[0][0].value<ExtractFailure>().kind, ExtractFailure::Kind::NotStarted);
    }

    void aReaderThatNeverReportsItsIdentityIsNotStarted_data()
    {
        QTest::addColumn<QByteArray>("program");
        QTest::newRow("it ends at once") << QByteArray("#!/bin/sh\nexit 3\n");
        QTest::newRow("it prints an error and ends")
            << QByteArray("#!/bin/sh\necho 'no module' >&2; exit 3\n");
        QTest::newRow("it prints nothing") << QByteArray("#!/bin/sh\nexec sleep 60\n");
        QTest::newRow("it prints without end") << QByteArray("#!/bin/sh\nexec cat /dev/zero\n");
    }

    void aReaderThatNeverReportsItsIdentityIsNotStarted()
    {
        QFETCH(QByteArray, program);
        ExifToolExtractor extractor(
            {.program = m_folder.script(program),
             .limits = {.timePerFile = std::chrono::milliseconds(200), .answerBytes = 100'000}});
        QSignalSpy unidentified(&extractor, &Extractor::unidentified);
        extractor.identify();
        COMPARE_EVENTUALLY(unidentified.size(), 1);
        ExtractorSpy answers(extractor);
        extractor.extract(1, "/any");
        COMPARE_EVENTUALLY(answers.total, 1);
        QCOMPARE(answers.failed[1].kind, ExtractFailure::Kind::NotStarted);
        QVERIFY(!answers.failed[1].detail.isEmpty());
    }

    void aReaderThatExitsBeforeTheNextFileLosesNoFile()
    {
        const QByteArray children = m_folder.bytes() + "/changing";
        // It exits after each file, like the guard after a file that has changed a table.
        const QString program = m_folder.script(fakeReader(
            "      echo $$ >>'" + children + "'\n" + goodAnswer +
            "      echo \"{ready$number}\"; echo \"{ready$number}\" >&2; echo '{changed}'; exit 0\n"));
        ExifToolExtractor extractor({.program = program, .children = 1});
        ExtractorSpy answers(extractor);
        for (quint64 ticket = 1; ticket <= 5; ++ticket)
            extractor.extract(ticket, "/good");
        COMPARE_EVENTUALLY(answers.total, 5);
        QCOMPARE(answers.extracted.size(), 5);
        QFile file(QFile::decodeName(children));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count('\n'), 5);
    }

    void aReaderWithoutAGuardReadsOneFile()
    {
        const QByteArray children = m_folder.bytes() + "/unguarded";
        const QString program =
            m_folder.script(fakeReader("      echo $$ >>'" + children + "'\n" + goodAnswer)
                                .replace("echo '{guarded}'; ", ""));
        ExifToolExtractor extractor({.program = program, .children = 2});
        ExtractorSpy answers(extractor);
        for (quint64 ticket = 1; ticket <= 6; ++ticket)
            extractor.extract(ticket, "/good");
        COMPARE_EVENTUALLY(answers.total, 6);
        QCOMPARE(answers.extracted.size(), 6);
        QFile file(QFile::decodeName(children));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> served = file.readAll().trimmed().split('\n');
        QCOMPARE(QSet<QByteArray>(served.begin(), served.end()).size(), 6);
    }

    void aReaderThatIsKilledDuringItsStartLosesNoFile()
    {
        const QByteArray starts = m_folder.bytes() + "/killed-starts";
        const QString program =
            m_folder.script(fakeReader(goodAnswer)
                                .replace("#!/bin/sh\n", "#!/bin/sh\necho x >>'" + starts + "'; [ $(wc -l <'" +
                                                            starts + "') -gt 3 ] || kill -KILL $$\n"));
        ExifToolExtractor extractor({.program = program, .children = 1});
        ExtractorSpy answers(extractor);
        extractor.extract(1, "/good");
        COMPARE_EVENTUALLY(answers.total, 1);
        QVERIFY(answers.extracted.contains(1));
    }

    void oneChildReadsABoundedNumberOfFiles()
    {
        const QByteArray children = m_folder.bytes() + "/children";
        const QString program =
            m_folder.script(fakeReader("      echo $$ >>'" + children + "'\n" + goodAnswer));
        ExifToolExtractor extractor({.program = program, .children = 1, .limits = {.filesPerChild = 3}});
        ExtractorSpy answers(extractor);
        for (quint64 ticket = 1; ticket <= 10; ++ticket)
            extractor.extract(ticket, "/good");
        COMPARE_EVENTUALLY(answers.total, 10);
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
};

MANOMETER_TEST(Core, TestReaderStart)
#include "tst_reader_start.moc"
