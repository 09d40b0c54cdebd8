// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/recording/History.h"

#include <QTest>

#include <thread>

using namespace manometer::service;
using namespace std::chrono_literals;

namespace {

SampleRecord at(qint64 ms, double percent)
{
    SampleRecord record;
    record.monotonicMs = ms;
    record.wallMs = 1'000'000 + ms;
    record.systemUsedPercent = percent;
    return record;
}

SampleRecord gapAt(qint64 ms)
{
    SampleRecord record = at(ms, absent);
    record.gap = true;
    return record;
}

} // namespace

class TestHistory : public QObject
{
    Q_OBJECT
private slots:
    void itIsBoundedAndForgetsTheOldestFirst()
    {
        History history(3);
        for (int i = 1; i <= 5; ++i)
            QVERIFY(history.append(at(i, i)));
        const auto all = history.in({});
        QCOMPARE(all.size(), 3);
        QCOMPARE(all.first().monotonicMs, 3);
        QCOMPARE(all.last().monotonicMs, 5);
    }

    void itIsOrderedAndRefusesWhatIsOlder()
    {
        History history;
        QVERIFY(history.append(at(10, 1)));
        QVERIFY(history.append(at(10, 2)));
        QVERIFY(!history.append(at(9, 3)));
        QCOMPARE(history.size(), 2u);
    }

    void aRangeHoldsBothItsEnds()
    {
        History history;
        for (int i = 0; i < 10; ++i)
            history.append(at(i, i));
        const auto some = history.in({.fromWallMs = 1'000'003, .toWallMs = 1'000'005});
        QCOMPARE(some.size(), 3);
        QCOMPARE(some.first().systemUsedPercent, 3.0);
    }

    void theMeanIsOverTheWindowOnly()
    {
        History history;
        history.append(at(0, 90));
        history.append(at(30'000, 10));
        history.append(at(60'000, 20));
        history.append(at(89'999, 30));
        QCOMPARE(history.meanPercent(60s), 20.0);
        QCOMPARE(history.meanPercent(1s), 30.0);
        QCOMPARE(history.meanPercent(1h), 37.5);
    }

    void gapsDoNotCountAsZero()
    {
        History history;
        history.append(at(0, 40));
        history.append(gapAt(1000));
        history.append(at(2000, 60));
        QCOMPARE(history.meanPercent(60s), 50.0);
    }

    void withoutAFigureThereIsNoMean()
    {
        History history;
        QVERIFY(std::isnan(history.meanPercent(60s)));
        history.append(gapAt(0));
        QVERIFY(std::isnan(history.meanPercent(60s)));
    }

    void itMayBeReadWhileItIsWritten()
    {
        History history(1000);
        std::thread writer([&history] {
            for (int i = 0; i < 50'000; ++i)
                history.append(at(i, 50));
        });
        for (int i = 0; i < 200; ++i) {
            const auto records = history.in({});
            QVERIFY(std::is_sorted(records.begin(), records.end(),
                                   [](auto &a, auto &b) { return a.monotonicMs < b.monotonicMs; }));
        }
        writer.join();
        QCOMPARE(history.size(), 1000u);
    }
};

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
