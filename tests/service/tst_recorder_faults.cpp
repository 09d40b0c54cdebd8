// SPDX-License-Identifier: GPL-3.0-or-later
//
// Disks that hang, fill up or are not there, and a program that is killed: no sample waits, and what could
// not be kept is said once.
#include "RecordedLoop.h"
#include "service/Clock.h"

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

// A disk that does not answer, as on a network that is gone: a call of this program waits at the gate.
std::atomic<bool> diskHangs = false;

// The child that is killed: records until then, as fast as the queue takes it.
int recordForEver(const QString &directory)
{
    Recorder recorder(patient(directory), std::make_shared<History>());
    recorder.start();
    Loop loop(77);
    loop.begin(recorder);
    for (;;) {
        loop.run(recorder, 20);
        ::usleep(4000);
    }
}

} // namespace

// In place of the C library's, for all of this program.
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
        Loop loop(2);
        {
            Recorder recorder(impatient(folder.path()), std::make_shared<History>());
            const Listener listener(recorder);
            recorder.start();
            loop.begin(recorder);
            loop.run(recorder, 5000);
            const auto heard = listener.heard();
            QCOMPARE(heard.size(), 1);
            QVERIFY(!heard.front().detail.isEmpty());
            qInfo("slowest call %lld us", (long long)loop.slowestNanoseconds / 1000);
            QVERIFY(loop.slowestNanoseconds < 100'000'000);
            for (int i = 0; i < 5000; ++i)
                recorder.append(eventNow(SuspendEvent{}));

            diskHangs = false;
            QTRY_VERIFY((loop.run(recorder, 1), listener.heard().size() == 2));
            QVERIFY(listener.heard().back().detail.isEmpty());
            QVERIFY(listener.heard().back().dropped >= 4000);
            loop.run(recorder, 200);
        }
        const Compared compared = compare(folder.path(), loop);
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
            Recorder recorder(impatient(folder.path()), history);
            const Listener listener(recorder);
            recorder.start();
            history->append(sampleAt(pressure::ClockReading::now(), 40));
            recorder.append(eventNow(SuspendEvent{}));
            timer.start();
            QTRY_VERIFY((history->append(sampleAt(pressure::ClockReading::now(), 40)),
                         recorder.append(eventNow(SuspendEvent{})), !listener.heard().isEmpty()));
            QCOMPARE(listener.heard().front().file, pipe);
            timer.start();
        }
        QVERIFY(timer.elapsed() < 10'000); // it would wait for ever
    }

    void aFailedFolderCreationIsReportedOnceAndRetried()
    {
        const QTemporaryDir parent;
        const QString inTheWay = parent.filePath(QStringLiteral("state"));
        QFile file(inTheWay);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        const QString folder = inTheWay + QStringLiteral("/manometer");
        Loop loop(3);
        {
            Recorder recorder(impatient(folder), std::make_shared<History>());
            const Listener listener(recorder);
            recorder.start();
            loop.begin(recorder);
            QTRY_COMPARE(listener.heard().size(), 1);
            QCOMPARE(listener.heard().front().detail, qt_error_string(ENOTDIR));
            QCOMPARE(listener.heard().front().file, inTheWay);
            for (int i = 0; i < 20; ++i) {
                loop.run(recorder, 10);
                QTest::qWait(3);
            }
            QCOMPARE(listener.heard().size(), 1);
            QVERIFY(QFile::remove(inTheWay));
            QTRY_VERIFY((loop.run(recorder, 1), listener.heard().size() == 2));
            QVERIFY(listener.heard().back().detail.isEmpty());
            QVERIFY(listener.heard().back().dropped >= 200);
            QTRY_VERIFY((loop.run(recorder, 1), QDir(folder + QStringLiteral("/journal")).count() > 2));
            loop.run(recorder, 100);
        }
        const Compared compared = compare(folder, loop);
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
        Loop loop(4);
        {
            Recorder recorder(patient(folder.path()), std::make_shared<History>());
            const Listener listener(recorder);
            recorder.start();
            loop.begin(recorder);
            loop.run(recorder, 100);
            const rlimit small{.rlim_cur = 12'000, .rlim_max = before.rlim_max};
            QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
            const auto bigger = qScopeGuard([&before] { ::setrlimit(RLIMIT_FSIZE, &before); });
            QTRY_VERIFY((loop.run(recorder, 20), !listener.heard().isEmpty()));
            QCOMPARE(listener.heard().front().detail, qt_error_string(EFBIG));
            QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
            QTRY_VERIFY((loop.run(recorder, 1), listener.heard().back().detail.isEmpty()));
            loop.run(recorder, 100);
        }
        const Compared compared = compare(folder.path(), loop);
        QVERIFY(compared.equal);
        QVERIFY(compared.steps >= 200);
        QVERIFY(compared.summary.gaps >= 1);
        QCOMPARE(compared.summary.mismatches, 0u);
    }

    // The tests' intervals are short; these are the program's.
    void recordingResumesWithDefaultIntervals()
    {
        const QTemporaryDir folder;
        rlimit before{};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
        ::signal(SIGXFSZ, SIG_IGN);
        RecorderSetup setup;
        setup.directory = folder.path();
        Loop loop(6);
        auto history = std::make_shared<History>();
        Recorder recorder(setup, history);
        const Listener listener(recorder);
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
        QTRY_VERIFY((live(), !listener.heard().isEmpty()));
        QCOMPARE(listener.heard().front().detail, qt_error_string(EFBIG));
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
        // Without anything new to write the event is written; with samples the journal goes on.
        QTRY_VERIFY(QFileInfo(folder.filePath(QStringLiteral("events.jsonl"))).size() > 0);
        QTRY_VERIFY((live(), listener.heard().back().detail.isEmpty()));
    }

    void aFullDiskGetsNoEmptySegments()
    {
        const QTemporaryDir folder;
        rlimit before{};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
        ::signal(SIGXFSZ, SIG_IGN);
        Loop loop(7);
        Recorder recorder(patient(folder.path()), std::make_shared<History>());
        const Listener listener(recorder);
        recorder.start();
        // The header of a segment fits, no record does.
        const rlimit small{.rlim_cur = 100, .rlim_max = before.rlim_max};
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
        const auto room = qScopeGuard([&before] { ::setrlimit(RLIMIT_FSIZE, &before); });
        loop.begin(recorder);
        QTRY_VERIFY((loop.run(recorder, 1), !listener.heard().isEmpty()));
        for (int i = 0; i < 20; ++i) {
            loop.run(recorder, 1);
            QTest::qWait(5);
        }
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
        QTRY_VERIFY((loop.run(recorder, 1), listener.heard().back().detail.isEmpty()));
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
        QTRY_VERIFY(size() > 60'000);
        child.kill(); // SIGKILL
        QVERIFY(child.waitForFinished());

        Loop loop(77);
        Recorder nobody(impatient(folder.filePath(QStringLiteral("other"))), std::make_shared<History>());
        loop.run(nobody, 60'000);
        const Compared compared = compare(folder.path(), loop);
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
        return recordForEver(arguments[2]);
    TestRecorderFaults test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_recorder_faults.moc"
