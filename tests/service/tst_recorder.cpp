// SPDX-License-Identifier: GPL-3.0-or-later
#include "ScriptedDay.h"
#include "service/Clock.h"
#include "service/recording/History.h"
#include "service/recording/Recorder.h"
#include "service/recording/events/EventFile.h"
#include "service/recording/journal/Replay.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <csignal>
#include <mutex>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace manometer;
using namespace manometer::service;
using namespace std::chrono_literals;

namespace {

RecorderSetup impatient(const QString &directory)
{
    RecorderSetup setup;
    setup.directory = directory;
    setup.writeInterval = 2ms;
    setup.historyInterval = 5ms;
    setup.retryInterval = 20ms;
    return setup;
}

// A queue that no pause of the recorder's thread fills, where that is not what is tested.
RecorderSetup patient(const QString &directory)
{
    RecorderSetup setup = impatient(directory);
    setup.queuedRecords = 100'000;
    return setup;
}

// A monitor in miniature: the loop that is recorded, and what it decided.
class Loop
{
public:
    explicit Loop(unsigned seed)
        : m_day(seed)
        , m_config(m_day.config())
    {}
    void begin(Recorder &recorder) { recorder.begin(m_day.clocks(), m_config, m_state); }
    void run(Recorder &recorder, int steps)
    {
        for (int i = 0; i < steps; ++i) {
            const auto moment = m_day.next();
            if (moment.receiptBefore) {
                m_state = pressure::withReceipt(m_state, *moment.receiptBefore, m_config);
                recorder.receipt(*moment.receiptBefore, m_config);
            }
            m_config = m_day.config();
            m_state = pressure::step(m_state, moment.input, m_config).state;
            QElapsedTimer timer;
            timer.start();
            recorder.step(moment.input, moment.clocks, m_config, m_state);
            slowestNanoseconds = std::max(slowestNanoseconds, timer.nsecsElapsed());
            states.push_back(m_state);
            clocks.push_back(moment.clocks);
        }
    }
    void end(Recorder &recorder) { recorder.end(m_day.clocks()); }

    std::vector<pressure::ControlState> states;
    std::vector<ClockReading> clocks;
    qint64 slowestNanoseconds = 0;

private:
    test::ScriptedDay m_day;
    pressure::ControlConfig m_config;
    pressure::ControlState m_state;
};

struct Compared
{
    std::size_t steps = 0;
    bool equal = true;
    journal::ReplaySummary summary;
};

Compared compare(const QString &directory, const Loop &loop)
{
    Compared compared;
    std::size_t at = 0;
    compared.summary = journal::replay(
        (directory + QStringLiteral("/journal")).toStdString(), {}, [&](const journal::ReplayedStep &step) {
            while (at < loop.clocks.size() && !(loop.clocks[at] == step.stepped.clocks))
                ++at;
            compared.equal = compared.equal && at < loop.clocks.size() && loop.states[at] == step.step.state;
            ++compared.steps;
        });
    return compared;
}

// What the recorder says, from whichever thread.
class Listener
{
public:
    explicit Listener(const Recorder &recorder)
    {
        QObject::connect(
            &recorder, &Recorder::happened, &recorder,
            [this](const Event &event) {
                const std::lock_guard lock(m_mutex);
                m_heard.append(std::get<RecordingEvent>(event.what));
            },
            Qt::DirectConnection);
    }
    QList<RecordingEvent> heard() const
    {
        const std::lock_guard lock(m_mutex);
        return m_heard;
    }

private:
    mutable std::mutex m_mutex;
    QList<RecordingEvent> m_heard;
};

SampleRecord sampleAt(const ClockReading &clocks, double percent)
{
    SampleRecord record;
    record.wallMs = toMs(clocks.wall);
    record.monotonicMs = std::chrono::duration_cast<std::chrono::milliseconds>(clocks.sinceBoot).count();
    record.systemUsedPercent = percent;
    return record;
}

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

class TestRecorder : public QObject
{
    Q_OBJECT
private slots:
    void whatWasDecidedIsReplayedFromTheDisk()
    {
        const QTemporaryDir folder;
        Loop loop(1);
        {
            Recorder recorder(patient(folder.path()), std::make_shared<History>());
            const Listener listener(recorder);
            recorder.start();
            loop.begin(recorder);
            for (int i = 0; i < 40; ++i) {
                loop.run(recorder, 100);
                QTest::qWait(3);
            }
            loop.end(recorder);
            QVERIFY(listener.heard().isEmpty());
        }
        const Compared compared = compare(folder.path(), loop);
        QCOMPARE(compared.steps, loop.states.size());
        QVERIFY(compared.equal);
        QCOMPARE(compared.summary.gaps, 0u);
        QCOMPARE(compared.summary.mismatches, 0u);
    }

    void nobodyElseMayReadIt()
    {
        const QTemporaryDir parent;
        const QString folder = parent.filePath(QStringLiteral("state/manometer"));
        {
            Recorder recorder(impatient(folder), std::make_shared<History>());
            recorder.start();
            recorder.append(eventNow(SuspendEvent{}));
            Loop loop(1);
            loop.begin(recorder);
        }
        int found = 0;
        for (const QString &name : {QString(), QStringLiteral("journal"), QStringLiteral("history"),
                                    QStringLiteral("events.jsonl")}) {
            const QFileInfo info(folder + u'/' + name);
            QVERIFY2(info.exists(), qPrintable(info.filePath()));
            struct stat status = {};
            QCOMPARE(::stat(info.filePath().toUtf8().constData(), &status), 0);
            QCOMPARE(status.st_mode & 0077, mode_t(0));
            ++found;
        }
        QCOMPARE(found, 4);
    }

    void theNextRunSeesYesterday()
    {
        const QTemporaryDir folder;
        const auto now = ClockReading::now();
        {
            auto history = std::make_shared<History>();
            Recorder recorder(impatient(folder.path()), history);
            recorder.start();
            ClockReading clocks = now;
            clocks.sinceBoot -= 700s;
            clocks.wall -= 700s;
            for (int s = 0; s < 600; ++s) {
                history->append(sampleAt(clocks, 40 + s % 10));
                clocks.sinceBoot += 1s;
                clocks.wall += 1s;
            }
            for (int i = 0; i < 3; ++i)
                recorder.append(eventNow(SuspendEvent{.durationMs = i}));
        }
        auto history = std::make_shared<History>();
        Recorder recorder(impatient(folder.path()), history);
        QList<Event> loaded;
        connect(&recorder, &Recorder::eventsLoaded, this,
                [&loaded](const QList<Event> &events) { loaded = events; });
        recorder.start();
        history->waitForPast(10s);
        const auto past = history->in({});
        QCOMPARE(past.size(), 600);
        QCOMPARE(past.front().systemUsedPercent, 40.0);
        QCOMPARE(past.front().bucketMs, 1000);
        QVERIFY(std::abs(past.front().wallMs - toMs(now.wall) + 700'000) < 5);
        QTRY_COMPARE(loaded.size(), 3);
        QCOMPARE(std::get<SuspendEvent>(loaded.back().what).durationMs, qint64(2));
    }

    void aDiskThatHangsDelaysNoSampleAndIsSaidOnce()
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

    void aPipeInAFilesPlaceIsSaidAndKeepsNobodyWaiting_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("events") << QStringLiteral("events.jsonl");
        QTest::newRow("history") << QStringLiteral("history/1s");
        QTest::newRow("lock") << QStringLiteral("recording.lock");
    }

    void aPipeInAFilesPlaceIsSaidAndKeepsNobodyWaiting()
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
            history->append(sampleAt(ClockReading::now(), 40));
            recorder.append(eventNow(SuspendEvent{}));
            timer.start();
            QTRY_VERIFY_WITH_TIMEOUT((history->append(sampleAt(ClockReading::now(), 40)),
                                      recorder.append(eventNow(SuspendEvent{})), !listener.heard().isEmpty()),
                                     20'000);
            QCOMPARE(listener.heard().front().file, pipe);
            timer.start();
        }
        QVERIFY(timer.elapsed() < 10'000); // it would wait for ever
    }

    void aFolderThatCannotBeMadeIsSaidOnceAndTriedAgain()
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

    void aDiskThatFillsUpCostsWhatDoesNotFitAndItGoesOnWhenThereIsRoom()
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

    void aSecondProgramSeesThePastAndRecordsOnlyWhenTheFirstIsGone()
    {
        const QTemporaryDir folder;
        auto first = std::make_unique<Recorder>(impatient(folder.path()), std::make_shared<History>());
        first->start();
        Loop one(5);
        one.begin(*first);
        one.run(*first, 10);
        QTRY_VERIFY(QDir(folder.filePath(QStringLiteral("journal"))).count() > 2);

        Recorder second(impatient(folder.path()), std::make_shared<History>());
        const Listener listener(second);
        QSignalSpy loaded(&second, &Recorder::eventsLoaded);
        second.start();
        Loop two(6);
        two.begin(second);
        QTRY_COMPARE(listener.heard().size(), 1);
        QCOMPARE(listener.heard().front().detail, qt_error_string(EBUSY));
        QTRY_COMPARE(loaded.size(), 1);
        two.run(second, 50);
        const auto count = QDir(folder.filePath(QStringLiteral("journal"))).count();
        QTest::qWait(30);
        QCOMPARE(QDir(folder.filePath(QStringLiteral("journal"))).count(), count);
        first.reset();
        QTRY_VERIFY((two.run(second, 1), listener.heard().size() == 2));
        QTRY_VERIFY(
            (two.run(second, 1), QDir(folder.filePath(QStringLiteral("journal"))).count() == count + 1));
    }

    void aProgramThatIsKilledLosesItsLastMomentOnly()
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
        QTRY_VERIFY_WITH_TIMEOUT(size() > 60'000, 20'000);
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
    TestRecorder test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_recorder.moc"
