// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/Clock.h"
#include "service/recording/EventSink.h"
#include "support/TestMain.h"

#include <QTest>

#include <thread>
#include <vector>

using namespace manometer::service;
using namespace manometer::views;

class TestEventSink : public QObject
{
    Q_OBJECT
private slots:
    void eventsGetTheRunAndAscendingIds()
    {
        EventSink sink;
        QList<Event> reported;
        connect(&sink, &EventSink::reported, this, [&reported](const Event &event) { reported += event; });
        sink.report(ScanEvent{.files = 7});
        sink.report(SuspendEvent{});
        QCOMPARE(reported.size(), 2);
        QVERIFY(!sink.run().isEmpty());
        for (qsizetype i = 0; i < 2; ++i) {
            QCOMPARE(reported[i].run, sink.run());
            QCOMPARE(reported[i].id, quint64(i + 1));
        }
        QCOMPARE(std::get<ScanEvent>(reported[0].what).files, quint64(7));
    }

    void anEventHasTheTimeOfItsReportOrOfItsSample()
    {
        EventSink sink;
        QList<Event> reported;
        connect(&sink, &EventSink::reported, this, [&reported](const Event &event) { reported += event; });
        const auto before = manometer::pressure::ClockReading::now();
        sink.report(SuspendEvent{});
        const auto after = manometer::pressure::ClockReading::now();
        QVERIFY(reported[0].wallMs >= toMs(before.wall) && reported[0].wallMs <= toMs(after.wall));
        QVERIFY(reported[0].monotonicMs >= before.bootMs() && reported[0].monotonicMs <= after.bootMs());
        sink.report(SuspendEvent{}, before);
        QCOMPARE(reported[1].wallMs, toMs(before.wall));
        QCOMPARE(reported[1].monotonicMs, before.bootMs());
    }

    void receiversSeeTheEventsOfManyThreadsInTheOrderOfIds()
    {
        constexpr int perThread = 2000;
        EventSink sink;
        std::vector<quint64> ids;
        connect(
            &sink, &EventSink::reported, this, [&ids](const Event &event) { ids.push_back(event.id); },
            Qt::DirectConnection);
        std::vector<std::thread> threads;
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([&sink] {
                for (int j = 0; j < perThread; ++j)
                    sink.report(SuspendEvent{});
            });
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(ids.size(), std::size_t(4 * perThread));
        for (std::size_t i = 0; i < ids.size(); ++i)
            QCOMPARE(ids[i], quint64(i + 1));
    }
};

MANOMETER_TEST(None, TestEventSink)
#include "tst_event_sink.moc"
