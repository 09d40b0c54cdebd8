// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/exports/Exports.h"
#include "service/exports/SampleCsv.h"
#include "service/recording/EventLog.h"
#include "support/Files.h"

#include <QDir>
#include <QFile>
#include <QPromise>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace manometer;
using namespace manometer::service;

namespace {

class QuietMonitor final : public MonitorView
{
public:
    std::shared_ptr<QPromise<SampleRecords>> past = std::make_shared<QPromise<SampleRecords>>();

    MonitorStatus status() const override { return {}; }
    QFuture<SampleRecords> samples(const TimeRange &) const override { return past->future(); }
    void snooze(double, std::chrono::milliseconds) override {}
    QFuture<pressure::SourceReport> sources() const override { return {}; }
    QFuture<MemoryHolding> holders() const override { return {}; }
    void take(int second)
    {
        SampleRecord record;
        record.monotonicMs = second * 1000;
        record.wallMs = 1'795'420'797'000 + second * 1000;
        record.systemUsedPercent = 50;
        emit sampled(record);
    }
};

struct Desk
{
    QTemporaryDir folder;
    QuietMonitor monitor;
    EventLog events;
    std::unique_ptr<cache::Cache> cache;
    std::unique_ptr<Exports> exports;

    Desk()
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
        Desk desk;
        for (const char *path : {"/b,2.fits", "/a1.fits", "/other"})
            desk.cache->put({path, "full"}, {.sizeBytes = 9}, "{}", {});
        QVERIFY(desk.cache->flush());
        auto answer =
            desk.exports->exportEntries(desk.file("e.csv"), {.pathContains = "fits"}, CsvProfile::Plain);
        QTRY_VERIFY(answer.isFinished());
        QCOMPARE(answer.result(), QString());
        const QByteArrayList rows = desk.contents("e.csv").trimmed().split('\n');
        QCOMPARE(rows.size(), 3);
        QVERIFY(rows[1].startsWith("/a1.fits,/a1.fits,full,2,"));
        QVERIFY(rows[2].startsWith("\"/b,2.fits\",/b%2C2.fits,"));
    }

    void aCancelledExportLeavesNothing()
    {
        Desk desk;
        for (int number = 0; number < 20'000; ++number)
            desk.cache->put({"/f" + std::to_string(number), "full"}, {}, "{}", {});
        QVERIFY(desk.cache->flush());
        auto answer = desk.exports->exportEntries(desk.file("e.csv"), {}, CsvProfile::Plain);
        answer.cancel();
        QTRY_VERIFY(answer.isFinished());
        desk.exports.reset(); // waits for what is under way
        QVERIFY(!QFile::exists(desk.file("e.csv")));
        QVERIFY(!QFile::exists(desk.file("e.csv.meta.json")));
    }

    void aNoteIsExportedWithTheTimeItIsAbout()
    {
        Desk desk;
        desk.events.note({.text = QStringLiteral("of then"), .atWallMs = 5'000, .incident = false});
        desk.events.note({.text = QStringLiteral("of later"), .atWallMs = 9'000, .incident = false});
        const TimeRange inView{.fromWallMs = 4'000, .toWallMs = 6'000}; // in 1970: both were written now
        auto answer = desk.exports->exportEvents(desk.file("e.csv"), inView, CsvProfile::Plain);
        QTRY_VERIFY(answer.isFinished());
        QCOMPARE(answer.result(), QString());
        QCOMPARE(desk.contents("e.csv").count("\r\n"), 2);
        QVERIFY(desk.contents("e.csv").contains("of then"));
    }

    void cancelledSamplesAreNotWritten()
    {
        Desk desk;
        QVERIFY(test::writeFile(desk.file("s.csv").toUtf8(), "as it was"));
        auto answer = desk.exports->exportSamples(desk.file("s.csv"), {}, CsvProfile::Plain);
        answer.cancel();
        desk.monitor.past->addResult(SampleRecords{SampleRecord{}});
        desk.monitor.past->finish();
        QTRY_VERIFY(answer.isFinished());
        QThreadPool::globalInstance()->waitForDone();
        QCOMPARE(desk.contents("s.csv"), QByteArray("as it was"));
        QVERIFY(!QFile::exists(desk.file("s.csv.meta.json")));
    }

    void cancelledEventsAreNotWritten()
    {
        Desk desk;
        QVERIFY(test::writeFile(desk.file("e.csv").toUtf8(), "as it was"));
        desk.events.expectPast();
        auto answer = desk.exports->exportEvents(desk.file("e.csv"), {}, CsvProfile::Plain);
        answer.cancel();
        desk.events.adopt({});
        QTRY_VERIFY(answer.isFinished());
        QThreadPool::globalInstance()->waitForDone();
        QCOMPARE(desk.contents("e.csv"), QByteArray("as it was"));
        QVERIFY(!QFile::exists(desk.file("e.csv.meta.json")));
    }

    // Cancelled while the last bytes go to the disk: there is one more question before it gets its place.
    void aFileThatIsCancelledAtTheLastMomentIsNotWritten()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("s.csv"));
        int questions = 0;
        const auto inTheEnd = [&questions] { return ++questions > 3; }; // behind the third row
        QCOMPARE(writeSampleCsv(file, CsvProfile::Plain, {SampleRecord{}, {}, {}}, inTheEnd), QString());
        QCOMPARE(questions, 4);
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void anExportWhoseSourceGoesAwayIsCancelled()
    {
        Desk desk;
        auto events = std::make_unique<EventLog>();
        events->expectPast();
        Exports exports(&desk.monitor, events.get(), desk.cache.get());
        const auto answer = exports.exportEvents(desk.file("e.csv"), {}, CsvProfile::Plain);
        events.reset();
        QTRY_VERIFY(answer.isFinished());
        QVERIFY(answer.isCanceled());
    }

    void whoLeavesDuringAnExportLosesNothing()
    {
        Desk desk;
        const auto answer = desk.exports->exportSamples(desk.file("s.csv"), {}, CsvProfile::Plain);
        desk.exports.reset();
        desk.monitor.past->addResult(SampleRecords{SampleRecord{}});
        desk.monitor.past->finish(); // only now is there something to write
        QTRY_VERIFY(answer.isFinished());
        QCOMPARE(desk.contents("s.csv").count('\n'), 2);
    }

    void samplesAreRecordedUntilItIsStopped()
    {
        Desk desk;
        desk.monitor.take(0);
        QSignalSpy changed(desk.exports.get(), &ExportView::recordingChanged);
        desk.exports->startRecording(desk.file("r.csv"));
        QCOMPARE(desk.exports->recordingFile(), desk.file("r.csv"));
        for (int second = 1; second <= 3; ++second)
            desk.monitor.take(second);
        desk.exports->stopRecording();
        desk.monitor.take(4);
        QCOMPARE(changed.size(), 2);
        QTRY_COMPARE(desk.contents("r.csv").count('\n'), 4);
        QVERIFY(desk.exports->recordingFile().isEmpty());
    }

    void aFileThatIsNoRecordingIsLeftAsItIs()
    {
        Desk desk;
        QFile letter(desk.file("letter.txt"));
        QVERIFY(letter.open(QIODevice::WriteOnly));
        letter.write("Dear Sir,\n");
        letter.close();
        QSignalSpy failed(desk.exports.get(), &ExportView::recordingFailed);
        desk.exports->startRecording(desk.file("letter.txt"));
        for (int second = 1; second <= 3; ++second)
            desk.monitor.take(second); // before it is known here that the file was refused
        QTRY_COMPARE(failed.size(), 1);
        desk.exports.reset(); // waits for what is under way
        QCOMPARE(desk.contents("letter.txt"), QByteArray("Dear Sir,\n"));
    }

    void aRecordingThatCannotBeIsSaidOnce()
    {
        Desk desk;
        QSignalSpy failed(desk.exports.get(), &ExportView::recordingFailed);
        desk.exports->startRecording(desk.file("no/such/r.csv"));
        desk.monitor.take(1);
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(desk.exports->recordingFile().isEmpty());
        desk.monitor.take(2);
        QTest::qWait(100);
        QCOMPARE(failed.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestExports)
#include "tst_exports.moc"
