// SPDX-License-Identifier: GPL-3.0-or-later
//
// Recorded data is complete in the next run, and private.
#include "RecorderFixture.h"
#include "service/EventNow.h"
#include "support/Eventually.h"
#include "support/TestMain.h"

#include <QDir>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace manometer;
using namespace manometer::service;
using namespace manometer::views;
using namespace std::chrono_literals;

class TestRecorder : public QObject
{
    Q_OBJECT
private slots:
    void aReplayFromDiskEqualsTheRecordedRun()
    {
        const QTemporaryDir folder;
        ControlLoopFixture loop(1);
        {
            EventSink events;
            Recorder recorder(largeQueue(folder.path()), std::make_shared<History>(), events);
            const RecordingSpy spy(events);
            recorder.start();
            loop.begin(recorder);
            for (int i = 0; i < 40; ++i) {
                loop.run(recorder, 100);
                QTest::qWait(3);
            }
            loop.end(recorder);
            QVERIFY(spy.events().isEmpty());
        }
        const ReplayComparison compared = compareWithReplay(folder.path(), loop);
        QCOMPARE(compared.steps, loop.states.size());
        QVERIFY(compared.equal);
        QCOMPARE(compared.summary.gaps, 0u);
        QCOMPARE(compared.summary.mismatches, 0u);
    }

    void theNextRunLoadsHistoryAndEvents()
    {
        const QTemporaryDir folder;
        const auto now = pressure::ClockReading::now();
        {
            auto history = std::make_shared<History>();
            EventSink events;
            Recorder recorder(shortIntervals(folder.path()), history, events);
            recorder.start();
            pressure::ClockReading clocks = now;
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
        EventSink events;
        Recorder recorder(shortIntervals(folder.path()), history, events);
        QList<Event> loaded;
        connect(&recorder, &Recorder::eventsLoaded, this,
                [&loaded](const QList<Event> &saved) { loaded = saved; });
        recorder.start();
        history->waitUntilLoaded(10s);
        const auto past = history->in({});
        QCOMPARE(past.size(), 600);
        QCOMPARE(past.front().systemUsedPercent, 40.0);
        QCOMPARE(past.front().bucketMs, 1000);
        QVERIFY(std::abs(past.front().wallMs - toMs(now.wall) + 700'000) < 5);
        COMPARE_EVENTUALLY(loaded.size(), 3);
        QCOMPARE(std::get<SuspendEvent>(loaded.back().what).durationMs, qint64(2));
    }

    void recordedFilesArePrivate()
    {
        const QTemporaryDir parent;
        const QString folder = parent.filePath(QStringLiteral("state/manometer"));
        {
            EventSink events;
            Recorder recorder(shortIntervals(folder), std::make_shared<History>(), events);
            recorder.start();
            recorder.append(eventNow(SuspendEvent{}));
            ControlLoopFixture loop(1);
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

    void aSecondProgramLoadsAtOnceAndRecordsOnlyAfterTheFirstHasExited()
    {
        const QTemporaryDir folder;
        EventSink firstEvents;
        auto first = std::make_unique<Recorder>(shortIntervals(folder.path()), std::make_shared<History>(),
                                                firstEvents);
        first->start();
        ControlLoopFixture one(5);
        one.begin(*first);
        one.run(*first, 10);
        VERIFY_EVENTUALLY(QDir(folder.filePath(QStringLiteral("journal"))).count() > 2);

        EventSink events;

        Recorder second(shortIntervals(folder.path()), std::make_shared<History>(), events);
        const RecordingSpy spy(events);
        QSignalSpy loaded(&second, &Recorder::eventsLoaded);
        second.start();
        ControlLoopFixture two(6);
        two.begin(second);
        COMPARE_EVENTUALLY(spy.events().size(), 1);
        QCOMPARE(spy.events().front().detail, qt_error_string(EBUSY));
        COMPARE_EVENTUALLY(loaded.size(), 1);
        two.run(second, 50);
        const auto count = QDir(folder.filePath(QStringLiteral("journal"))).count();
        QTest::qWait(30);
        QCOMPARE(QDir(folder.filePath(QStringLiteral("journal"))).count(), count);
        first.reset();
        VERIFY_EVENTUALLY((two.run(second, 1), spy.events().size() == 2));
        VERIFY_EVENTUALLY(
            (two.run(second, 1), QDir(folder.filePath(QStringLiteral("journal"))).count() == count + 1));
    }
};

MANOMETER_TEST(Core, TestRecorder)
#include "tst_recorder.moc"
