// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/exports/Exports.h"
#include "service/exports/SampleCsv.h"
#include "service/recording/EventLog.h"
#include "support/Eventually.h"
#include "support/Files.h"
#include "support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QPromise>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace manometer;
using namespace manometer::service;
using namespace manometer::views;

namespace {

class FakeMonitor final : public MonitorView
{
public:
    std::shared_ptr<QPromise<SampleRecords>> past = std::make_shared<QPromise<SampleRecords>>();

    MonitorStatus status() const override { return {}; }
    QFuture<SampleRecords> samples(const TimeRange &) const override { return past->future(); }
    void snooze(double, std::chrono::milliseconds) override {}
    QFuture<pressure::SourceReport> sources() const override { return {}; }
    QFuture<MemoryHolding> holders() const override { return {}; }
    void emitSample(int second)
    {
        SampleRecord record;
        record.monotonicMs = second * 1000;
        record.wallMs = 1'795'420'797'000 + second * 1000;
        record.systemUsedPercent = 50;
        emit sampled(record);
    }
};

struct ExportsFixture
{
    QTemporaryDir folder;
    FakeMonitor monitor;
    EventLog events;
    std::unique_ptr<cache::Cache> cache;
    std::unique_ptr<Exports> exports;

    ExportsFixture()
    {
        cache::Options options;
        options.directory = folder.filePath(QStringLiteral("cache")).toStdString();
        auto opened = cache::Cache::open(options);
        cache = std::move(*opened);
        monitor.past->start();
        exports = std::make_unique<Exports>(&monitor, &events, cache.get());
    }
    QString file(const char *name) const { return folder.filePath(QString::fromLatin1(name)); }
    QByteArray contents(const char *name) const
    {
        QFile opened(file(name));
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray("?");
    }
};

} // namespace

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

    void aNoteIsFilteredByTheTimeItIsAbout()
    {
        ExportsFixture fixture;
        fixture.events.note({.text = QStringLiteral("earlier"), .atWallMs = 5'000, .incident = false});
        fixture.events.note({.text = QStringLiteral("later"), .atWallMs = 9'000, .incident = false});
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
        auto events = std::make_unique<EventLog>();
        events->beginLoading();
        Exports exports(&fixture.monitor, events.get(), fixture.cache.get());
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
