// SPDX-License-Identifier: GPL-3.0-or-later
#include "async/Answer.h"
#include "service/EventNow.h"
#include "service/recording/EventLog.h"
#include "service/recording/EventSink.h"
#include "support/EventSpy.h"
#include "support/Eventually.h"
#include "support/TestMain.h"

#include <QDateTime>
#include <QSignalSpy>
#include <QTest>

using namespace manometer;
using namespace manometer::service;
using namespace manometer::views;

class TestEventLog : public QObject
{
    Q_OBJECT
private slots:
    void eventsGetAscendingPositionsInTheOrderOfArrival()
    {
        EventSink sink;
        EventLog log(sink);
        QSignalSpy appended(&log, &EventView::appended);
        for (int i = 0; i < 3; ++i)
            log.append(eventNow(ScanEvent{}));
        QCOMPARE(appended.size(), 3);
        const auto events = log.events(0, 10).result();
        QCOMPARE(events.size(), 3);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(events[i].position, quint64(i + 1));
    }

    void aPageBeginsAtTheRequestedPosition()
    {
        EventSink sink;
        EventLog log(sink);
        for (int i = 0; i < 10; ++i)
            log.append(eventNow(ScanEvent{}));
        const auto events = log.events(5, 3).result();
        QCOMPARE(events.size(), 3);
        QCOMPARE(events.first().position, quint64(5));
        QVERIFY(log.events(11, 3).result().isEmpty());
    }

    void theLogIsBoundedAndPositionsContinue()
    {
        EventSink sink;
        EventLog log(sink);
        for (std::size_t i = 0; i < EventLog::capacity + 5; ++i)
            log.append(eventNow(ScanEvent{}));
        const auto events = log.events(0, qsizetype(EventLog::capacity) * 2).result();
        QCOMPARE(events.size(), qsizetype(EventLog::capacity));
        QCOMPARE(events.first().position, quint64(6));
        QCOMPARE(events.last().position, quint64(EventLog::capacity + 5));
    }

    void savedEventsPrecedeThisRunInOrder()
    {
        EventSink sink;
        EventLog log(sink);
        log.beginLoading();
        log.append(eventNow(ScanEvent{}));
        auto early = log.events(1, 100);
        QVERIFY(!early.isFinished()); // no answer without the saved events
        QList<Event> past;
        for (int i = 0; i < 5; ++i)
            past.append({.run = "earlier",
                         .id = 99,
                         .wallMs = i,
                         .monotonicMs = 0,
                         .what = SuspendEvent{.durationMs = i}});
        QSignalSpy appended(&log, &EventView::appended);
        log.loadSaved(past);
        QCOMPARE(appended.size(), 0);
        QVERIFY(early.isFinished());
        log.append(eventNow(ScanEvent{}));
        for (const auto &events : {log.events(1, 100).result(), early.result()}) {
            for (qsizetype i = 1; i < events.size(); ++i)
                QCOMPARE(events[i].position, events[i - 1].position + 1);
            for (int i = 0; i < 5; ++i)
                QCOMPARE(events[i].wallMs, qint64(i));
            // What identifies them stays.
            QCOMPARE(events[0].run, QByteArray("earlier"));
            QCOMPARE(events[0].id, quint64(99));
            // Converted to this boot's clock.
            const Event now = eventNow(SuspendEvent{});
            const qint64 age = events[5].wallMs - events[0].wallMs;
            QVERIFY(std::abs(events[5].monotonicMs - events[0].monotonicMs - age) < 100);
            QVERIFY(events[0].monotonicMs < now.monotonicMs);
            QVERIFY(std::holds_alternative<ScanEvent>(events[5].what));
        }
        QCOMPARE(early.result().size(), 6);
        QCOMPARE(log.events(1, 100).result().size(), 7);
    }

    void aHungDiskDelaysQueriesOnlyUntilTheTimeout()
    {
        EventSink sink;
        EventLog log(sink);
        log.beginLoading(std::chrono::milliseconds(20));
        log.append(eventNow(ScanEvent{}));
        const auto answer = log.events(1, 100);
        QVERIFY(!answer.isFinished());
        VERIFY_EVENTUALLY(answer.isFinished());
        QCOMPARE(answer.result().size(), 1);
        // Each query has the timeout; and saved events are still accepted.
        const auto second = log.events(1, 100);
        QVERIFY(!second.isFinished());
        log.loadSaved({eventNow(SuspendEvent{})});
        QVERIFY(second.isFinished());
        QCOMPARE(second.result().size(), 2);
        QCOMPARE(second.result().constLast().position, answer.result().constLast().position);
    }

    void savedEventsDoNotDisplaceThisRuns()
    {
        EventSink sink;
        EventLog log(sink);
        log.beginLoading();
        for (int i = 0; i < 10; ++i)
            log.append(eventNow(ScanEvent{}));
        QList<Event> past;
        for (std::size_t i = 0; i < EventLog::capacity + 7; ++i)
            past.append(eventNow(SuspendEvent{.durationMs = qint64(i)}));
        log.loadSaved(past);
        const auto all = log.events(0, qsizetype(EventLog::capacity) * 2).result();
        QCOMPARE(all.size(), qsizetype(EventLog::capacity));
        QCOMPARE(all.front().position, quint64(11));
        QCOMPARE(std::get<SuspendEvent>(all.front().what).durationMs, qint64(17));
    }

    void aNoteIsReported()
    {
        EventSink sink;
        EventLog log(sink);
        const test::EventSpy reported(&sink, &EventSink::reported);
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        log.note({.text = QString(EventView::mostNoteLength + 1, u'x'), .atWallMs = now, .incident = true});
        QCOMPARE(reported.size(), 1);
        const auto note = reported.at<NoteEvent>(0);
        QCOMPARE(note.text.size(), EventView::mostNoteLength);
        QCOMPARE(note.atWallMs, now);
        QVERIFY(note.incident);
        QVERIFY(log.events(1, 10).result().isEmpty()); // it comes back from the sink
    }

    void theMomentOfANoteIsInTheLastWeek_data()
    {
        QTest::addColumn<qint64>("secondsAgo");
        QTest::addColumn<bool>("isGood");
        constexpr qint64 week = qint64(7) * 24 * 3600;
        QTest::newRow("now") << qint64(0) << true;
        QTest::newRow("by a clock that is a little ahead") << qint64(-5) << true;
        QTest::newRow("in a minute") << qint64(-60) << false;
        QTest::newRow("almost a week ago") << week - 60 << true;
        QTest::newRow("more than a week ago") << week + 60 << false;
        QTest::newRow("in 1970") << QDateTime::currentSecsSinceEpoch() << false;
    }

    void theMomentOfANoteIsInTheLastWeek()
    {
        QFETCH(qint64, secondsAgo);
        QFETCH(bool, isGood);
        EventSink sink;
        EventLog log(sink);
        const test::EventSpy reported(&sink, &EventSink::reported);
        const qint64 at = QDateTime::currentMSecsSinceEpoch() - 1000 * secondsAgo;
        const auto failure = async::failureOf(log.note({.text = QStringLiteral("x"), .atWallMs = at}));
        QCOMPARE(!failure, isGood);
        QCOMPARE(reported.size(), isGood ? 1 : 0);
        QVERIFY(isGood || failure->contains(QStringLiteral("The moment of a note")));
    }

    void destroyingTheLogCancelsPendingQueries()
    {
        QFuture<QList<Event>> answer;
        {
            EventSink sink;
            EventLog log(sink);
            log.beginLoading();
            answer = log.events(1, 10);
        }
        answer.waitForFinished(); // destroying a promise cancels its future
        QVERIFY(answer.isCanceled());
    }
};

MANOMETER_TEST(Core, TestEventLog)
#include "tst_event_log.moc"
