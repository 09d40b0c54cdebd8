// SPDX-License-Identifier: GPL-3.0-or-later
#include "ExportsFixture.h"
#include "exports/EntryExport.h"
#include "exports/SampleCsv.h"
#include "service/EventNow.h"
#include "support/Eventually.h"
#include "support/Files.h"
#include "support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QPromise>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace manometer;
using namespace manometer::exports;
using namespace manometer::views;

class TestExports : public QObject
{
    Q_OBJECT
private slots:
    void theListedEntriesAreExported()
    {
        ExportsFixture fixture;
        for (const char *path : {"/b,2.fits", "/a1.fits", "/other"})
            fixture.cache->put({path, "full"}, {.sizeBytes = 9}, "{}", {});
        QVERIFY(fixture.cache->flush());
        auto answer = fixture.exports->exportEntries(fixture.file("e.csv"), {.pathContains = "fits"},
                                                     CsvProfile::Plain);
        VERIFY_EVENTUALLY(answer.isFinished());
        QCOMPARE(answer.result(), QString());
        const QByteArrayList rows = fixture.contents("e.csv").trimmed().split('\n');
        QCOMPARE(rows.size(), 3);
        QVERIFY(rows[1].startsWith("/a1.fits,/a1.fits,full,2,"));
        QVERIFY(rows[2].startsWith("\"/b,2.fits\",/b%2C2.fits,"));
    }

    void aCancelledExportLeavesNoFile()
    {
        ExportsFixture fixture;
        for (int number = 0; number < 20'000; ++number)
            fixture.cache->put({"/f" + std::to_string(number), "full"}, {}, "{}", {});
        QVERIFY(fixture.cache->flush());
        auto answer = fixture.exports->exportEntries(fixture.file("e.csv"), {}, CsvProfile::Plain);
        answer.cancel();
        VERIFY_EVENTUALLY(answer.isFinished());
        fixture.exports.reset(); // waits for running exports
        QVERIFY(!QFile::exists(fixture.file("e.csv")));
        QVERIFY(!QFile::exists(fixture.file("e.csv.meta.json")));
    }

    void allPagesOfEntriesAreExported()
    {
        ExportsFixture fixture;
        constexpr int count = 2 * int(EntryExport::pageSize) + 5;
        for (int number = 0; number < count; ++number)
            fixture.cache->put({"/f" + std::to_string(number), "full"}, {}, "{}", {});
        QVERIFY(fixture.cache->flush());
        auto answer = fixture.exports->exportEntries(fixture.file("e.csv"), {}, CsvProfile::Plain);
        VERIFY_EVENTUALLY(answer.isFinished());
        QCOMPARE(answer.result(), QString());
        QCOMPARE(answer.progressMaximum(), count);
        QCOMPARE(answer.progressValue(), count);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(!answer.isCanceled());
        const QByteArrayList rows = fixture.contents("e.csv").trimmed().split('\n');
        QCOMPARE(rows.size(), count + 1);
        QCOMPARE(QSet<QByteArray>(rows.begin(), rows.end()).size(), count + 1);
    }

    void aFailedSourceIsTheErrorOfTheExport()
    {
        ExportsFixture fixture;
        auto answer = fixture.exports->exportSamples(fixture.file("s.csv"), {}, CsvProfile::Plain);
        fixture.monitor.past->setException(
            Failure(Failure::Kind::NoBackend, QStringLiteral("not connected")));
        fixture.monitor.past->finish();
        VERIFY_EVENTUALLY(answer.isFinished());
        QCOMPARE(answer.result(), QStringLiteral("not connected"));
        QVERIFY(!QFile::exists(fixture.file("s.csv")));
    }

    void aRecordingIsWrittenAsTheBackendMadeIt()
    {
        ExportsFixture fixture;
        const TimeRange range{.fromWallMs = 1, .toWallMs = 2};
        auto answer = fixture.exports->saveRecording(fixture.file("r.manometer"), range, FileNames::Included);
        VERIFY_EVENTUALLY(answer.isFinished());
        QCOMPARE(answer.result(), QString());
        QCOMPARE(fixture.contents("r.manometer"), fixture.recordings.file);
        QVERIFY(fixture.recordings.askedRange == range);
        QCOMPARE(fixture.recordings.askedNames, FileNames::Included);
        fixture.recordings.refusal = QStringLiteral("nothing is recorded");
        answer = fixture.exports->saveRecording(fixture.file("none.manometer"), {}, FileNames::LeftOut);
        VERIFY_EVENTUALLY(answer.isFinished());
        QCOMPARE(answer.result(), QStringLiteral("nothing is recorded"));
        QVERIFY(!QFile::exists(fixture.file("none.manometer")));
    }

    void aNoteIsFilteredByTheTimeItIsAbout()
    {
        ExportsFixture fixture;
        for (const auto &[text, atWallMs] : {std::pair("earlier", 5'000), std::pair("later", 9'000)})
            fixture.events.append(service::eventNow(
                NoteEvent{.text = QString::fromLatin1(text), .atWallMs = atWallMs, .incident = false}));
        const TimeRange inView{.fromWallMs = 4'000,
                               .toWallMs = 6'000}; // around 1970; both notes were written now
        auto answer = fixture.exports->exportEvents(fixture.file("e.csv"), inView, CsvProfile::Plain);
        VERIFY_EVENTUALLY(answer.isFinished());
        QCOMPARE(answer.result(), QString());
        QCOMPARE(fixture.contents("e.csv").count("\r\n"), 2);
        QVERIFY(fixture.contents("e.csv").contains("earlier"));
    }

    void cancelledSamplesAreNotWritten()
    {
        ExportsFixture fixture;
        QVERIFY(test::writeFile(fixture.file("s.csv").toUtf8(), "as it was"));
        auto answer = fixture.exports->exportSamples(fixture.file("s.csv"), {}, CsvProfile::Plain);
        answer.cancel();
        fixture.monitor.past->addResult(SampleRecords{SampleRecord{}});
        fixture.monitor.past->finish();
        VERIFY_EVENTUALLY(answer.isFinished());
        QThreadPool::globalInstance()->waitForDone();
        QCOMPARE(fixture.contents("s.csv"), QByteArray("as it was"));
        QVERIFY(!QFile::exists(fixture.file("s.csv.meta.json")));
    }

    void cancelledEventsAreNotWritten()
    {
        ExportsFixture fixture;
        QVERIFY(test::writeFile(fixture.file("e.csv").toUtf8(), "as it was"));
        fixture.events.beginLoading();
        auto answer = fixture.exports->exportEvents(fixture.file("e.csv"), {}, CsvProfile::Plain);
        answer.cancel();
        fixture.events.loadSaved({});
        VERIFY_EVENTUALLY(answer.isFinished());
        QThreadPool::globalInstance()->waitForDone();
        QCOMPARE(fixture.contents("e.csv"), QByteArray("as it was"));
        QVERIFY(!QFile::exists(fixture.file("e.csv.meta.json")));
    }

    // The cancellation is checked once more after the last flush, before the file is put in place.
    void aCancellationDuringTheLastFlushLeavesNoFile()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("s.csv"));
        int questions = 0;
        const auto inTheEnd = [&questions] { return ++questions > 3; }; // after the third row
        QCOMPARE(writeSampleCsv(file, CsvProfile::Plain, {SampleRecord{}, {}, {}}, inTheEnd), QString());
        QCOMPARE(questions, 4);
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void destroyingTheSourceCancelsTheExport()
    {
        ExportsFixture fixture;
        auto events = std::make_unique<service::EventLog>(fixture.sink);
        events->beginLoading();
        Exports exports({.monitor = &fixture.monitor, .cache = fixture.view.get(), .events = events.get()});
        const auto answer = exports.exportEvents(fixture.file("e.csv"), {}, CsvProfile::Plain);
        events.reset();
        VERIFY_EVENTUALLY(answer.isFinished());
        QVERIFY(answer.isCanceled());
    }

    void anExportOutlivesItsView()
    {
        ExportsFixture fixture;
        const auto answer = fixture.exports->exportSamples(fixture.file("s.csv"), {}, CsvProfile::Plain);
        fixture.exports.reset();
        fixture.monitor.past->addResult(SampleRecords{SampleRecord{}});
        fixture.monitor.past->finish(); // only now the export has data to write
        VERIFY_EVENTUALLY(answer.isFinished());
        QCOMPARE(fixture.contents("s.csv").count('\n'), 2);
    }

    void samplesAreRecordedUntilStopped()
    {
        ExportsFixture fixture;
        fixture.monitor.emitSample(0);
        QSignalSpy changed(fixture.exports.get(), &ExportView::recordingChanged);
        fixture.exports->startRecording(fixture.file("r.csv"));
        QCOMPARE(fixture.exports->recordingFile(), fixture.file("r.csv"));
        for (int second = 1; second <= 3; ++second)
            fixture.monitor.emitSample(second);
        fixture.exports->stopRecording();
        fixture.monitor.emitSample(4);
        QCOMPARE(changed.size(), 2);
        COMPARE_EVENTUALLY(fixture.contents("r.csv").count('\n'), 4);
        QVERIFY(fixture.exports->recordingFile().isEmpty());
    }

    void aFileThatIsNotARecordingIsRefusedUnchanged()
    {
        ExportsFixture fixture;
        QFile letter(fixture.file("letter.txt"));
        QVERIFY(letter.open(QIODevice::WriteOnly));
        letter.write("Dear Sir,\n");
        letter.close();
        QSignalSpy failed(fixture.exports.get(), &ExportView::recordingFailed);
        fixture.exports->startRecording(fixture.file("letter.txt"));
        for (int second = 1; second <= 3; ++second)
            fixture.monitor.emitSample(second); // before this thread knows of the refusal
        COMPARE_EVENTUALLY(failed.size(), 1);
        fixture.exports.reset(); // waits for running exports
        QCOMPARE(fixture.contents("letter.txt"), QByteArray("Dear Sir,\n"));
    }

    void aFailedRecordingIsReportedOnce()
    {
        ExportsFixture fixture;
        QSignalSpy failed(fixture.exports.get(), &ExportView::recordingFailed);
        fixture.exports->startRecording(fixture.file("no/such/r.csv"));
        fixture.monitor.emitSample(1);
        COMPARE_EVENTUALLY(failed.size(), 1);
        QVERIFY(fixture.exports->recordingFile().isEmpty());
        fixture.monitor.emitSample(2);
        QTest::qWait(100);
        QCOMPARE(failed.size(), 1);
    }
};

MANOMETER_TEST(Core, TestExports)
#include "tst_exports.moc"
