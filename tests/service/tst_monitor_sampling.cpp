// SPDX-License-Identifier: GPL-3.0-or-later
//
// The monitor's samples: taken in time, never delayed by observers, never invented.
#include "MonitorFixture.h"
#include "support/EventSpy.h"
#include "support/Eventually.h"
#include "support/TestMain.h"

#include <sys/stat.h>

using namespace manometer;
using namespace manometer::service;
using namespace manometer::views;
using namespace std::chrono_literals;

class TestMonitorSampling : public QObject
{
    Q_OBJECT
private slots:
    void aRehearsalWithoutProcessesNamesItsFolder()
    {
        MonitorFixture fixture;
        const MemoryHolding none = fixture.monitor.holders().result();
        QVERIFY(none.processes.isEmpty());
        QCOMPARE(none.rehearsalFolder, QByteArray::fromStdString(fixture.proc.root()));
        fixture.proc.addProcess(7, {.name = "java", .rssKiB = 100, .pssKiB = 50, .swapKiB = 9});
        const MemoryHolding one = fixture.monitor.holders().result();
        QCOMPARE(one.rehearsalFolder, QByteArray());
        QCOMPARE(one.processes, (QList<ProcessMemory>{{.name = "java",
                                                       .pid = 7,
                                                       .rssBytes = 100 * 1024,
                                                       .pssBytes = 50 * 1024,
                                                       .swapBytes = 9 * 1024,
                                                       .controlGroup = "/"}}));
    }

    void theFirstSampleIsTakenAtOnce()
    {
        MonitorFixture fixture;
        QVERIFY(fixture.proc.setUsed(10));
        QSignalSpy sampled(&fixture.monitor, &MonitorView::sampled);
        const qint64 started = nowMs();
        fixture.monitor.start();
        QVERIFY(sampled.wait(int(test::waitLimit.count())));
        // The interval at rest is a second.
        const qint64 waited = sampled.first().first().value<SampleRecord>().monotonicMs - started;
        QVERIFY2(waited < 1000, qPrintable(QString::number(waited)));
    }

    void itStartsAndStopsAndStartsAgain()
    {
        MonitorFixture fixture;
        QVERIFY(fixture.proc.setUsed(59.9)); // close to a threshold: up to 25 samples a second
        QSignalSpy sampled(&fixture.monitor, &MonitorView::sampled);
        QVERIFY(!fixture.monitor.isRunning());
        fixture.monitor.start();
        fixture.monitor.start();
        VERIFY_EVENTUALLY(sampled.size() >= 3);
        fixture.monitor.stop();
        QVERIFY(!fixture.monitor.isRunning());
        // Queued samples arrive, then no more: at 25 a second 200 ms would show some.
        const auto isQuiet = [&sampled] {
            const auto before = sampled.size();
            QTest::qWait(200);
            return sampled.size() == before;
        };
        VERIFY_EVENTUALLY(isQuiet());
        const auto count = sampled.size();
        fixture.monitor.start();
        VERIFY_EVENTUALLY(sampled.size() > count);
        QCOMPARE(sampled.at(count).first().value<SampleRecord>().discontinuity,
                 SampleRecord::Discontinuity::Start);
    }

    void aSampleCarriesTheMachineTheProcessAndTheCache()
    {
        MonitorFixture fixture;
        QVERIFY(fixture.proc.setUsed(25, 8192));
        QSignalSpy sampled(&fixture.monitor, &MonitorView::sampled);
        fixture.monitor.start();
        QVERIFY(sampled.wait(int(test::waitLimit.count())));
        const auto record = sampled.first().first().value<SampleRecord>();
        QCOMPARE(record.systemUsedPercent, 25.0);
        QCOMPARE(record.systemTotalBytes, quint64(8) << 30);
        QCOMPARE(record.psiSomeAvg10Percent, 1.5);
        QVERIFY(record.processRssBytes > 0);
        QCOMPARE(record.cacheEntries, quint64(7));
        QCOMPARE(record.cacheLimitEntries, quint64(9));
        QCOMPARE(record.cacheHitsTotal, quint64(11));
        QVERIFY(std::abs(record.wallMs - QDateTime::currentMSecsSinceEpoch()) < 10'000);
        QCOMPARE(fixture.monitor.samples({}).result().size(), sampled.size());
    }

    void aFailedReadIsAGapAndStaleAndKeepsTheLevel()
    {
        MonitorFixture fixture;
        QVERIFY(fixture.proc.setUsed(85));
        const test::EventSpy happened(&fixture.events, &EventSink::reported);
        QSignalSpy sampled(&fixture.monitor, &MonitorView::sampled);
        fixture.monitor.start();
        QVERIFY(fixture.reaches(Level::High));
        QVERIFY(fixture.proc.write("meminfo", "garbage"));
        VERIFY_EVENTUALLY(fixture.monitor.status().stale);
        const auto status = fixture.monitor.status();
        QCOMPARE(status.applied, Level::High);
        QVERIFY(status.error);
        QVERIFY(std::abs(status.latest.systemUsedPercent - 85) < 0.001); // the last good sample, not NaN
        const auto record = sampled.last().first().value<SampleRecord>();
        QVERIFY(record.gap);
        QVERIFY(std::isnan(record.systemUsedPercent));
        VERIFY_EVENTUALLY(!happened.all<SourceEvent>().isEmpty());
        QVERIFY(happened.all<SourceEvent>().constLast().error);

        QVERIFY(fixture.proc.setUsed(85));
        VERIFY_EVENTUALLY(!fixture.monitor.status().stale);
        VERIFY_EVENTUALLY(!happened.all<SourceEvent>().constLast().error);
    }

    void aSourceThatNeverWorksIsStaleWithAnError()
    {
        MonitorFixture fixture;
        fixture.monitor.start();
        VERIFY_EVENTUALLY(fixture.monitor.status().stale);
        QCOMPARE(fixture.monitor.status().error->kind, pressure::SourceError::Kind::Unreadable);
        QCOMPARE(fixture.monitor.status().latest.wallMs, 0);
    }

    void aNoticeOfTheServiceManagerWakesTheSamplerAndVotes()
    {
        const QTemporaryDir folder;
        const QByteArray pipe = folder.filePath(QStringLiteral("notice")).toLocal8Bit();
        QCOMPARE(::mkfifo(pipe.constData(), 0600), 0);
        test::FakeProc proc;
        QVERIFY(proc.setUsed(20, 65'536));
        MonitorPeers peers{.cacheFigures = [] { return CacheFigures{}; },
                           .postRelief = [](const ReliefOrder &) {}};
        peers.trigger = std::make_shared<pressure::PressureTrigger>(
            proc.root(), pressure::CgroupPlace{},
            pressure::PressureWatchSetting{.path = pipe.toStdString(), .writeBase64 = {}});
        EventSink events;
        LocalMonitor monitor(std::make_unique<pressure::KernelMemorySource>(proc.root(), ""),
                             controlConfigOf({}), events, peers);
        monitor.start();
        VERIFY_EVENTUALLY(monitor.status().latest.wallMs != 0);
        QSignalSpy sampled(&monitor, &MonitorView::sampled);
        const qint64 written = nowMs();
        QFile writer(QString::fromLocal8Bit(pipe));
        QVERIFY(writer.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && writer.write("!") == 1);
        COMPARE_EVENTUALLY(monitor.status().applied, Level::Elevated);
        QCOMPARE(monitor.status().vote, pressure::Vote::Notice);
        const qint64 took = firstAt(sampled, Level::Elevated) - written;
        QVERIFY2(took < 1000, qPrintable(QString::number(took))); // earlier than the next regular sample
    }

    void aHungObserverDelaysNoSample()
    {
        MonitorFixture fixture;
        QVERIFY(fixture.proc.setUsed(59.5));
        fixture.monitor.start();
        VERIFY_EVENTUALLY(fixture.monitor.status().latest.wallMs != 0);
        // This thread, where all observers live, now processes no events.
        QVERIFY(fixture.proc.setUsed(85));
        const QDeadlineTimer deadline(int(test::waitLimit.count()));
        while (fixture.orders.all().isEmpty() && !deadline.hasExpired())
            QThread::yieldCurrentThread();
        QVERIFY(!fixture.orders.all().isEmpty());
        QCOMPARE(fixture.orders.all().constLast().level, Level::High);
    }

    // The original program took up to 5 s.
    void aCrossingIsAppliedWithinASecond()
    {
        MonitorFixture fixture;
        QVERIFY(fixture.proc.setUsed(59.5));
        fixture.monitor.start();
        VERIFY_EVENTUALLY(fixture.monitor.status().latest.wallMs != 0);
        QSignalSpy sampled(&fixture.monitor, &MonitorView::sampled);
        const qint64 crossed = nowMs();
        QVERIFY(fixture.proc.setUsed(61));
        QVERIFY(fixture.reaches(Level::Elevated));
        // 100 ms on an idle machine; this one may run other tests in parallel.
        const qint64 took = firstAt(sampled, Level::Elevated) - crossed;
        QVERIFY2(took < 1000, qPrintable(QString::number(took)));
    }
};

MANOMETER_TEST(Core, TestMonitorSampling)
#include "tst_monitor_sampling.moc"
