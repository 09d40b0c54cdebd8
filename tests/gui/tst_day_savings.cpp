// SPDX-License-Identifier: GPL-3.0-or-later
//
// What answers from the cache saved today, across midnight and across runs of the program.
#include "gui/samples/DaySavings.h"
#include "support/TestMain.h"

#include <QDateTime>
#include <QTest>

using namespace manometer;
using namespace manometer::gui;
using Discontinuity = views::SampleRecord::Discontinuity;

namespace {

const qint64 midnight =
    QDateTime(QDate(2026, 12, 1), QTime(0, 0), QTimeZone("Europe/Berlin")).toMSecsSinceEpoch();

// `seconds` after midnight.
views::SampleRecord saved(qint64 seconds, quint64 hits, Discontinuity discontinuity = Discontinuity::None)
{
    views::SampleRecord record;
    record.wallMs = midnight + seconds * 1000;
    record.monotonicMs = 1'000'000 + seconds * 1000;
    record.discontinuity = discontinuity;
    record.answerHitsTotal = hits;
    record.savedMicrosecondsTotal = hits * 1000;
    return record;
}

Savings ofDay(const views::SampleRecords &records, qint64 nowSeconds)
{
    DaySavings savings(QTimeZone("Europe/Berlin"));
    savings.takeAll(records);
    return savings.on(midnight + nowSeconds * 1000);
}

} // namespace

class TestDaySavings : public QObject
{
    Q_OBJECT
private slots:
    void nothingIsKnownOfNothing() { QCOMPARE(ofDay({}, 5), Savings{}); }

    void whatWasSavedBeforeTheFirstKnownRecordIsNotOfToday()
    {
        QCOMPARE(ofDay({saved(10, 500)}, 20).hits, quint64(0));
        QCOMPARE(ofDay({saved(10, 500), saved(20, 507)}, 20).hits, quint64(7));
    }

    void onlyWhatCameSinceMidnightCounts()
    {
        const Savings today = ofDay({saved(-100, 5), saved(-10, 90), saved(10, 93), saved(20, 100)}, 30);
        QCOMPARE(today.hits, quint64(10));
        QCOMPARE(today.microseconds, quint64(10'000));
    }

    void eachRunCountsFromZero()
    {
        const views::SampleRecords runs{saved(10, 0, Discontinuity::Start), saved(20, 40),
                                        saved(100, 3, Discontinuity::Start), saved(110, 50),
                                        // Its start was lost: the counter is lower, so it is another run.
                                        saved(200, 8)};
        QCOMPARE(ofDay(runs, 300).hits, quint64(40 + 50 + 8));
    }

    void aRunWithAHigherCounterThanTheOneBeforeIsStillAnother()
    {
        QCOMPARE(
            ofDay({saved(10, 0, Discontinuity::Start), saved(20, 40), saved(90, 60, Discontinuity::Start)},
                  100)
                .hits,
            quint64(100));
    }

    void anotherDayHasSavedNothingYet()
    {
        QCOMPARE(ofDay({saved(10, 0), saved(20, 40)}, 86'400 + 5), Savings{});
    }

    void recordsThatArriveWhileThePastIsLoadedAreNotLostNorCountedTwice()
    {
        DaySavings savings(QTimeZone("Europe/Berlin"));
        savings.take(saved(30, 45));
        savings.take(saved(31, 47));
        savings.takeAll({saved(10, 0, Discontinuity::Start), saved(20, 40), saved(30, 45)});
        QCOMPARE(savings.on(midnight + 40'000).hits, quint64(47));
        savings.takeAll({saved(10, 0, Discontinuity::Start), saved(20, 40), saved(31, 47)});
        savings.take(saved(31, 47));
        QCOMPARE(savings.on(midnight + 40'000).hits, quint64(47));
    }
};

MANOMETER_TEST(Core, TestDaySavings)
#include "tst_day_savings.moc"
