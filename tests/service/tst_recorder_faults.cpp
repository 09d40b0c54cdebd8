// SPDX-License-Identifier: GPL-3.0-or-later
//
// Disks that hang, fill up or are missing, and a killed program: no sample is delayed, and lost records are
// reported once.
#include "RecorderFixture.h"
#include "service/EventNow.h"
#include "support/Eventually.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace manometer;
using namespace manometer::service;
using namespace manometer::views;
using namespace std::chrono_literals;

namespace {

// Simulates a hung disk: flock() blocks while it is set.
std::atomic<bool> diskHangs = false;

// The child process that is killed: records as fast as the queue permits.
int recordUntilKilled(const QString &directory)
{
    EventSink events;
    Recorder recorder(largeQueue(directory), std::make_shared<History>(), events);
    recorder.start();
    ControlLoopFixture loop(77);
    loop.begin(recorder);
    for (;;) {
        loop.run(recorder, 20);
        ::usleep(4000);
    }
}

} // namespace

// Interposes the C library's function for this whole program.
extern "C" int flock(int descriptor, int operation) noexcept
{
    while (diskHangs)
        ::usleep(500);
    return static_cast<int>(::syscall(SYS_flock, descriptor, operation));
}

class TestRecorderFaults : public QObject
{
    Q_OBJECT
private slots:
    void aHungDiskDelaysNoSampleAndIsReportedOnce()
    {
        const QTemporaryDir folder;
        diskHangs = true;
        const auto answers = qScopeGuard([] { diskHangs = false; });
        ControlLoopFixture loop(2);
        {
            EventSink events;
            Recorder recorder(shortIntervals(folder.path()), std::make_shared<History>(), events);
            const RecordingSpy spy(events);
            recorder.start();
            loop.begin(recorder);
            loop.run(recorder, 5000);
            const auto reported = spy.events();
            QCOMPARE(reported.size(), 1);
            QVERIFY(!reported.front().detail.isEmpty());
            qInfo("slowest call %lld us", (long long)loop.slowestNanoseconds / 1000);
            QVERIFY(loop.slowestNanoseconds < 100'000'000);
            for (int i = 0; i < 5000; ++i)
                recorder.append(eventNow(SuspendEvent{}));

            diskHangs = false;
            VERIFY_EVENTUALLY((loop.run(recorder, 1), spy.events().size() == 2));
            QVERIFY(spy.events().back().detail.isEmpty());
            QVERIFY(spy.events().back().dropped >= 4000);
            loop.run(recorder, 200);
        }
        const ReplayComparison compared = compareWithReplay(folder.path(), loop);
        QVERIFY(compared.equal);
        QCOMPARE(compared.summary.gaps, 1u);
        QCOMPARE(compared.summary.mismatches, 0u);
        QVERIFY(compared.steps >= 700);
    }

    void aPipeInPlaceOfAFileIsReportedAndBlocksNothing_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("events") << QStringLiteral("events.jsonl");
        QTest::newRow("history") << QStringLiteral("history/1s");
        QTest::newRow("lock") << QStringLiteral("recording.lock");
    }
    void aPipeInPlaceOfAFileIsReportedAndBlocksNothing()
    {
        QFETCH(const QString, file);
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("history")));
        const QString pipe = folder.filePath(file);
        QCOMPARE(::mkfifo(pipe.toUtf8().constData(), 0600), 0);
        QElapsedTimer timer;
        {
            auto history = std::make_shared<History>();
            EventSink events;
            Recorder recorder(shortIntervals(folder.path()), history, events);
            const RecordingSpy spy(events);
            recorder.start();
            history->append(sampleAt(pressure::ClockReading::now(), 40));
            recorder.append(eventNow(SuspendEvent{}));
            timer.start();
            VERIFY_EVENTUALLY((history->append(sampleAt(pressure::ClockReading::now(), 40)),
                               recorder.append(eventNow(SuspendEvent{})), !spy.events().isEmpty()));
            QCOMPARE(spy.events().front().file, pipe);
            timer.start();
        }
        QVERIFY(timer.elapsed() < 10'000); // a blocking open() would hang
    }

    void aFailedFolderCreationIsReportedOnceAndRetried()
    {
        const QTemporaryDir parent;
        const QString obstacle = parent.filePath(QStringLiteral("state"));
        QFile file(obstacle);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        const QString folder = obstacle + QStringLiteral("/manometer");
        ControlLoopFixture loop(3);
        {
            EventSink events;
            Recorder recorder(shortIntervals(folder), std::make_shared<History>(), events);
            const RecordingSpy spy(events);
            recorder.start();
            loop.begin(recorder);
            COMPARE_EVENTUALLY(spy.events().size(), 1);
            QCOMPARE(spy.events().front().detail, qt_error_string(ENOTDIR));
            QCOMPARE(spy.events().front().file, obstacle);
            for (int i = 0; i < 20; ++i) {
                loop.run(recorder, 10);
                QTest::qWait(3);
            }
            QCOMPARE(spy.events().size(), 1);
            QVERIFY(QFile::remove(obstacle));
            VERIFY_EVENTUALLY((loop.run(recorder, 1), spy.events().size() == 2));
            QVERIFY(spy.events().back().detail.isEmpty());
            QVERIFY(spy.events().back().dropped >= 200);
            VERIFY_EVENTUALLY((loop.run(recorder, 1), QDir(folder + QStringLiteral("/journal")).count() > 2));
            loop.run(recorder, 100);
        }
        const ReplayComparison compared = compareWithReplay(folder, loop);
        QVERIFY(compared.equal);
        QVERIFY(compared.steps >= 100);
        QCOMPARE(compared.summary.mismatches, 0u);
    }

    void aFullDiskDropsRecordsAndRecordingResumes()
    {
        const QTemporaryDir folder;
        rlimit before{};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
        ::signal(SIGXFSZ, SIG_IGN); // a write beyond the limit fails with EFBIG
        ControlLoopFixture loop(4);
        {
            EventSink events;
            Recorder recorder(largeQueue(folder.path()), std::make_shared<History>(), events);
            const RecordingSpy spy(events);
            recorder.start();
            loop.begin(recorder);
            loop.run(recorder, 100);
            const rlimit small{.rlim_cur = 12'000, .rlim_max = before.rlim_max};
            QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
            const auto bigger = qScopeGuard([&before] { ::setrlimit(RLIMIT_FSIZE, &before); });
            VERIFY_EVENTUALLY((loop.run(recorder, 20), !spy.events().isEmpty()));
            QCOMPARE(spy.events().front().detail, qt_error_string(EFBIG));
            QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
            VERIFY_EVENTUALLY((loop.run(recorder, 1), spy.events().back().detail.isEmpty()));
            loop.run(recorder, 100);
        }
        const ReplayComparison compared = compareWithReplay(folder.path(), loop);
        QVERIFY(compared.equal);
        QVERIFY(compared.steps >= 200);
        QVERIFY(compared.summary.gaps >= 1);
        QCOMPARE(compared.summary.mismatches, 0u);
    }

    // With the default intervals of the program instead of short ones.
    void recordingResumesWithDefaultIntervals()
    {
        const QTemporaryDir folder;
        rlimit before{};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
        ::signal(SIGXFSZ, SIG_IGN);
        RecorderSetup setup;
        setup.directory = folder.path();
        ControlLoopFixture loop(6);
        auto history = std::make_shared<History>();
        EventSink events;
        Recorder recorder(setup, history, events);
        const RecordingSpy spy(events);
        recorder.start();
        loop.begin(recorder);
        const auto live = [&] {
            loop.run(recorder, 1);
            history->append(sampleAt(pressure::ClockReading::now(), 40));
        };
        const rlimit full{.rlim_cur = 0, .rlim_max = before.rlim_max};
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &full), 0);
        const auto room = qScopeGuard([&before] { ::setrlimit(RLIMIT_FSIZE, &before); });
        recorder.append(eventNow(SuspendEvent{}));
        VERIFY_EVENTUALLY((live(), !spy.events().isEmpty()));
        QCOMPARE(spy.events().front().detail, qt_error_string(EFBIG));
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
        // The event is written even without new records; the journal continues with the next sample.
        VERIFY_EVENTUALLY(QFileInfo(folder.filePath(QStringLiteral("events.jsonl"))).size() > 0);
        VERIFY_EVENTUALLY((live(), spy.events().back().detail.isEmpty()));
    }

    void aFullDiskGetsNoEmptySegments()
    {
        const QTemporaryDir folder;
        rlimit before{};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
        ::signal(SIGXFSZ, SIG_IGN);
        ControlLoopFixture loop(7);
        EventSink events;
        Recorder recorder(largeQueue(folder.path()), std::make_shared<History>(), events);
        const RecordingSpy spy(events);
        recorder.start();
        // A segment's header fits, but no record does.
        const rlimit small{.rlim_cur = 100, .rlim_max = before.rlim_max};
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
        const auto room = qScopeGuard([&before] { ::setrlimit(RLIMIT_FSIZE, &before); });
        loop.begin(recorder);
        VERIFY_EVENTUALLY((loop.run(recorder, 1), !spy.events().isEmpty()));
        for (int i = 0; i < 20; ++i) {
            loop.run(recorder, 1);
            QTest::qWait(5);
        }
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
        VERIFY_EVENTUALLY((loop.run(recorder, 1), spy.events().back().detail.isEmpty()));
        QCOMPARE(QDir(folder.filePath(QStringLiteral("journal"))).entryList(QDir::Files).size(), 1);
    }

    void aKilledProgramLosesOnlyItsLastMoment()
    {
        const QTemporaryDir folder;
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--record"), folder.path()});
        QVERIFY(child.waitForStarted());
        const std::string journalFolder = folder.filePath(QStringLiteral("journal")).toStdString();
        const auto size = [&journalFolder] {
            std::uint64_t bytes = 0;
            for (const auto &segment : journal::segmentNames(journalFolder))
                bytes += segment.sizeBytes;
            return bytes;
        };
        VERIFY_EVENTUALLY(size() > 60'000);
        child.kill(); // SIGKILL
        QVERIFY(child.waitForFinished());

        ControlLoopFixture loop(77);
        EventSink events;
        Recorder unused(shortIntervals(folder.filePath(QStringLiteral("other"))), std::make_shared<History>(),
                        events);
        loop.run(unused, 60'000);
        const ReplayComparison compared = compareWithReplay(folder.path(), loop);
        QVERIFY(compared.equal);
        QVERIFY(compared.steps > 1000);
        QVERIFY(compared.summary.gaps <= 1); // a torn tail
        QCOMPARE(compared.summary.mismatches, 0u);
    }
};

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments[1] == u"--record")
        return recordUntilKilled(arguments[2]);
    TestRecorderFaults test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_recorder_faults.moc"
