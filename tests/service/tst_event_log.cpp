// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/Clock.h"
#include "service/recording/EventLog.h"

#include <QSignalSpy>
#include <QTest>

using namespace manometer::service;

class TestEventLog : public QObject
{
    Q_OBJECT
private slots:
    void eventsGetAscendingIdsInTheOrderOfArrival()
    {
        EventLog log;
        QSignalSpy appended(&log, &EventView::appended);
        for (int i = 0; i < 3; ++i)
            log.append(eventNow(ScanEvent{}));
        QCOMPARE(appended.size(), 3);
        const auto events = log.events(0, 10).result();
        QCOMPARE(events.size(), 3);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(events[i].id, quint64(i + 1));
    }

    void aPageBeginsWhereItIsAskedTo()
    {
        EventLog log;
        for (int i = 0; i < 10; ++i)
            log.append(eventNow(ScanEvent{}));
        const auto events = log.events(5, 3).result();
        QCOMPARE(events.size(), 3);
        QCOMPARE(events.first().id, quint64(5));
        QVERIFY(log.events(11, 3).result().isEmpty());
    }

    void itIsBoundedAndTheIdsGoOn()
    {
        EventLog log;
        for (std::size_t i = 0; i < EventLog::capacity + 5; ++i)
            log.append(eventNow(ScanEvent{}));
        const auto events = log.events(0, qsizetype(EventLog::capacity) * 2).result();
        QCOMPARE(events.size(), qsizetype(EventLog::capacity));
        QCOMPARE(events.first().id, quint64(6));
        QCOMPARE(events.last().id, quint64(EventLog::capacity + 5));
    }
};

QTEST_GUILESS_MAIN(TestEventLog)
#include "tst_event_log.moc"
