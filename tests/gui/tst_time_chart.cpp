// SPDX-License-Identifier: GPL-3.0-or-later
//
// The chart within its window: what hands and keys do with it.
#include "gui/Desk.h"
#include "gui/events/EventPage.h"
#include "gui/text/Numbers.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QTableView>

using namespace manometer;
using namespace manometer::gui;

class TestTimeChart : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { installTranslation(qApp, QLocale(QLocale::English, QLocale::UnitedStates)); }

    void aMouseDragDraftsAndApplyApplies()
    {
        Desk desk;
        QVERIFY(desk.drawn());
        const QPoint from = desk.chart()->handlePosition(Level::High);
        const QPoint to = desk.at(Level::High, 74);
        desk.press(from);
        desk.move((from + to) / 2);
        desk.move(to);
        desk.release(to);
        const double dragged = desk.highEnter()->value();
        QVERIFY2(std::abs(dragged - 74) < 0.5, qPrintable(QString::number(dragged)));
        QCOMPARE(desk.child<QDoubleSpinBox>(u"highLeave"_s)->value(), desk.highEnter()->value() - 5);
        QVERIFY(desk.fake.settings.applied.isEmpty());
        QVERIFY(desk.apply()->isEnabled());
        QTest::mouseClick(desk.apply(), Qt::LeftButton);
        QCOMPARE(desk.fake.settings.applied.size(), 1);
        QCOMPARE(desk.fake.settings.applied.front().high.enterPercent, dragged);
        QVERIFY(!desk.apply()->isEnabled());
    }

    void samplesDoNotFightADrag()
    {
        Desk desk;
        QVERIFY(desk.drawn());
        const QPoint from = desk.chart()->handlePosition(Level::High);
        const QPoint to = desk.at(Level::High, 74);
        desk.press(from);
        desk.move(to);
        const double held = desk.highEnter()->value();
        desk.fake.monitor.sample(desk.next(95));
        pressure::Thresholds others;
        others.high.enterPercent = 84;
        desk.fake.settings.set(others);
        QCOMPARE(desk.highEnter()->value(), held);
        QTest::keyClick(desk.chart(), Qt::Key_Escape);
        desk.move(from);
        desk.release(from);
        QCOMPARE(desk.highEnter()->value(), 80.0);
    }

    void handleAndSpinBoxAreInStep()
    {
        Desk desk({1280, 1400}); // with room between the tags
        QVERIFY(desk.drawn());
        const int before = desk.chart()->handlePosition(Level::High).y();
        desk.highEnter()->setValue(85);
        const int after = desk.chart()->handlePosition(Level::High).y();
        const ValueScale scale = desk.chart()->frame().percent;
        QVERIFY(std::abs((after - before) - (scale.y(85) - scale.y(80))) <= 1.5);
        QCOMPARE(desk.chart()->frame().draft.high.enterPercent, 85.0);
    }

    void pauseStopsThePictureNotTheRecording()
    {
        Desk desk;
        QVERIFY(desk.drawn());
        desk.chart()->setFocus();
        QTest::keyClick(desk.chart(), Qt::Key_Space);
        QCOMPARE(desk.text(u"picture"_s), u"PAUSED"_s);
        const qint64 end = desk.chart()->frame().time.endMs;
        const int paints = desk.chart()->paintCount();
        for (int index = 0; index < 50; ++index)
            desk.fake.monitor.sample(desk.next(91));
        // Longer than a picture takes when it is live.
        QVERIFY(!QTest::qWaitFor([&] { return desk.chart()->paintCount() > paints + 1; }, 600));
        QCOMPARE(desk.chart()->frame().time.endMs, end);
        QVERIFY(desk.chart()->frame().mark.startsWith(u"PAUSED"_s));
        QTest::keyClick(desk.chart(), Qt::Key_Space);
        QTRY_VERIFY(desk.chart()->frame().time.endMs > end);
        QCOMPARE(desk.chart()->frame().system.highest, 91.0); // it was recorded
    }

    void manySamplesMakeFewPictures()
    {
        Desk desk;
        QVERIFY(desk.drawn());
        const int before = desk.chart()->paintCount();
        QElapsedTimer time;
        time.start();
        const auto pictures = [&desk, before] { return desk.chart()->paintCount() - before; };
        const auto enough = [&] {
            desk.fake.monitor.sample(desk.next(65)); // as fast as the monitor while the level may change
            return pictures() >= 2 && time.hasExpired(1000);
        };
        QVERIFY(QTest::qWaitFor(enough, 30'000));
        // Four a second, however long that took, and one at either end.
        QVERIFY2(pictures() <= time.elapsed() / 250 + 2, qPrintable(QString::number(pictures())));
    }

    void keysZoom()
    {
        Desk desk;
        desk.chart()->setFocus();
        QCOMPARE(desk.chart()->span(), 15min);
        QTest::keyClick(desk.chart(), Qt::Key_Plus);
        QCOMPARE(desk.chart()->span(), 5min);
        QTest::keyClick(desk.chart(), Qt::Key_Minus);
        QTest::keyClick(desk.chart(), Qt::Key_Minus);
        QCOMPARE(desk.chart()->span(), 1h);
        QTest::keyClick(desk.chart(), Qt::Key_0);
        QCOMPARE(desk.chart()->span(), 15min);
    }

    void theWheelZoomsAroundThePointerWhileDataArrives()
    {
        Desk desk;
        QVERIFY(desk.drawn());
        const QRectF plot = desk.chart()->frame().rooms.plot;
        desk.brush(0.2, 0.6); // an earlier time: the present no longer holds the right edge
        QTRY_COMPARE(desk.chart()->picture(), TimeChart::Picture::Paused);
        QCOMPARE(desk.text(u"picture"_s), u"PAUSED"_s);
        const TimeScale before = desk.chart()->frame().time;
        desk.wheel(0.25, 120);
        const TimeScale after = desk.chart()->frame().time;
        QVERIFY(after.spanMs < before.spanMs);
        const double x = plot.left() + 0.25 * plot.width();
        const auto timeAt = [x](const TimeScale &time) {
            return static_cast<double>(time.beginMs()) +
                   (x - time.left) / time.width * static_cast<double>(time.spanMs);
        };
        const double pixel = static_cast<double>(after.spanMs) / after.width;
        QVERIFY(std::abs(timeAt(before) - timeAt(after)) <= 2 * pixel);
        for (int sample = 0; sample < 5; ++sample)
            desk.fake.monitor.sample(desk.next(70));
        QTest::qWait(400);
        QCOMPARE(desk.chart()->frame().time.endMs, after.endMs); // the zoom survives
    }

    void aBrushedStretchIsShownAndCanBeGoneBackFrom()
    {
        Desk desk;
        QVERIFY(desk.drawn());
        const TimeScale all = desk.chart()->frame().time;
        desk.brush(0.2, 0.4);
        const TimeScale part = desk.chart()->frame().time;
        QVERIFY(std::abs(static_cast<double>(part.spanMs) / static_cast<double>(all.spanMs) - 0.2) < 0.01);
        QTest::keyClick(desk.chart(), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(desk.chart()->frame().time.spanMs, all.spanMs);
        QCOMPARE(desk.text(u"picture"_s), u"LIVE"_s);
        QTest::keyClick(desk.chart(), Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(desk.chart()->frame().time.beginMs(), part.beginMs());
        QTest::keyClick(desk.chart(), Qt::Key_L);
        QCOMPARE(desk.text(u"picture"_s), u"LIVE"_s);
        QCOMPARE(desk.chart()->frame().time.spanMs, part.spanMs);
        desk.brush(0.5, 0.502); // less than a hand can mean
        QCOMPARE(desk.chart()->frame().time.spanMs, part.spanMs);
    }

    void shiftAndArrowsMoveThroughTime()
    {
        Desk desk;
        QVERIFY(desk.drawn());
        desk.chart()->setFocus();
        const TimeScale before = desk.chart()->frame().time;
        QTest::keyClick(desk.chart(), Qt::Key_Left, Qt::ShiftModifier);
        const TimeScale after = desk.chart()->frame().time;
        QVERIFY(std::abs((before.endMs - after.endMs) - before.spanMs / 2) < 2000);
        QCOMPARE(desk.chart()->picture(), TimeChart::Picture::Paused);
        QTest::keyClick(desk.chart(), Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(desk.chart()->picture(), TimeChart::Picture::Live);
    }

    void theOverviewMovesTheWindow()
    {
        Desk desk;
        QVERIFY(desk.drawn());
        const QRectF overview = desk.chart()->frame().rooms.overview;
        QVERIFY(!overview.isEmpty());
        const qint64 span = desk.chart()->frame().time.spanMs;
        const QPoint quarter(qRound(overview.left() + overview.width() / 4), qRound(overview.center().y()));
        desk.press(quarter);
        desk.release(quarter);
        const ChartFrame &frame = desk.chart()->frame();
        QCOMPARE(frame.time.spanMs, span);
        const double middle =
            static_cast<double>(frame.time.endMs - frame.time.spanMs / 2 - frame.overviewTime.beginMs());
        QVERIFY(std::abs(middle / static_cast<double>(frame.overviewTime.spanMs) - 0.25) < 0.02);
    }

    void theCrosshairReadsEverySeriesByMouseAndByKeys()
    {
        Desk desk;
        QVERIFY(desk.drawn());
        const QRectF plot = desk.chart()->frame().rooms.plot;
        QTest::mouseMove(desk.chart()->viewport(), plot.center().toPoint());
        QTRY_VERIFY(!desk.chart()->reading().isEmpty());
        QCOMPARE(desk.chart()->reading().rows.size(), std::size_t(5)); // use, level, RSS, cache, hit ratio
        desk.chart()->setFocus();
        QTest::keyClick(desk.chart(), Qt::Key_End);
        const qint64 newest = desk.chart()->crosshairWallMs().value_or(0);
        QTest::keyClick(desk.chart(), Qt::Key_Left, Qt::ControlModifier);
        QVERIFY(desk.chart()->crosshairWallMs().value_or(newest) < newest);
        QVERIFY(desk.chart()->accessibleDescription().contains(u"Memory used"_s));
        QTest::keyClick(desk.chart(), Qt::Key_Home);
        QVERIFY(newest - desk.chart()->crosshairWallMs().value_or(0) > 14 * 60'000);
        QTest::keyClick(desk.chart(), Qt::Key_Escape);
        QVERIFY(desk.chart()->reading().isEmpty());
    }

    void theCrosshairStandsStillWhileTheValuesGoOn()
    {
        Desk desk;
        QVERIFY(desk.drawn());
        const QRectF plot = desk.chart()->frame().rooms.plot;
        QTest::mouseMove(desk.chart()->viewport(),
                         QPoint(qRound(plot.right()) - 2, qRound(plot.center().y())));
        QTRY_VERIFY(!desk.chart()->reading().isEmpty());
        const qint64 before = desk.chart()->crosshairWallMs().value_or(0);
        // A heartbeat of a second, on a machine that may be busy.
        QTRY_VERIFY(desk.chart()->crosshairWallMs().value_or(0) > before);
    }

    void tagsNeverCoverEachOther()
    {
        Desk desk({1024, 640});
        QVERIFY(desk.drawn());
        for (const double high : {80.0, 89.0, 61.0}) {
            desk.highEnter()->setValue(high);
            std::vector<int> tags;
            for (const Level level : {Level::Elevated, Level::High, Level::Critical})
                tags.push_back(desk.chart()->handlePosition(level).y());
            QVERIFY(tags[0] - tags[1] >= 24 && tags[1] - tags[2] >= 24);
        }
    }

    void markAndRowSelectEachOther()
    {
        Desk desk;
        QVERIFY(desk.drawn());
        QTRY_VERIFY(!desk.chart()->frame().marks.empty());
        auto *table = desk.window->findChild<EventPage *>()->findChild<QTableView *>();
        desk.window->findChild<EventPage *>()->findChild<QLineEdit *>()->setText(u"in nobody's words"_s);
        const EventMark mark = desk.chart()->frame().marks.front();
        const QPoint place(qRound(mark.x), qRound(desk.chart()->frame().rooms.plot.top()) + 8);
        desk.press(place);
        desk.release(place);
        QTRY_VERIFY(table->currentIndex().isValid());
        QCOMPARE(desk.chart()->selectedEvent(), mark.ids.front());
        QVERIFY(desk.chart()->frame().marks.front().selected);
        // The other way round, with an event out of sight.
        desk.chart()->setFocus();
        for (int back = 0; back < 10; ++back)
            QTest::keyClick(desk.chart(), Qt::Key_P);
        QCOMPARE(table->currentIndex().row(), 0);
        QCOMPARE(desk.chart()->selectedEvent(), quint64(1));
        QTest::keyClick(desk.chart(), Qt::Key_N);
        QCOMPARE(desk.chart()->selectedEvent(), quint64(2));
        QVERIFY(!desk.chart()->reading().isEmpty());
    }

    void whatHappenedStandsAtItsMomentThoughTheClockWasSet()
    {
        Desk desk;
        QVERIFY(desk.drawn());
        const service::SampleRecord before = desk.fake.monitor.now.latest;
        desk.fake.events.append(service::NoteEvent{.text = u"before"_s, .atWallMs = before.wallMs - 60'000},
                                before.wallMs, before.monotonicMs);
        service::SampleRecord record = desk.next(70);
        record.wallMs += 3'600'000;
        record.discontinuity = service::SampleRecord::Discontinuity::ClockSet;
        desk.fake.monitor.sample(record);
        desk.fake.events.append(service::NoteEvent{.text = u"after"_s, .atWallMs = record.wallMs},
                                record.wallMs, record.monotonicMs);
        const auto notes = [&desk] {
            std::vector<double> places;
            for (const EventMark &one : desk.chart()->frame().marks)
                if (one.event.kind == ChartEvent::Kind::Note)
                    places.push_back(one.x);
            return places;
        };
        QTRY_COMPARE(notes().size(), std::size_t(2));
        const TimeScale time = desk.chart()->frame().time;
        QVERIFY(std::abs(notes()[0] - time.x(before.monotonicMs - 60'000)) <= EventMark::width);
        QVERIFY(std::abs(notes()[1] - time.x(record.monotonicMs)) <= EventMark::width);
    }

    void theHitRatioOfAnEarlierRunIsNotToldAsThisOnes()
    {
        Desk desk({1280, 1400});
        QVERIFY(desk.drawn());
        QVERIFY(desk.chart()->frame().hitLegend.startsWith(u"hit"_s));
        service::SampleRecord record = desk.next(70);
        record.discontinuity = service::SampleRecord::Discontinuity::Start;
        record.cacheHitsTotal = record.cacheRequestsTotal = 0;
        for (int second = 0; second < 20; ++second) {
            desk.fake.monitor.sample(record);
            record.discontinuity = service::SampleRecord::Discontinuity::None;
            record.monotonicMs += 1000;
            record.wallMs += 1000;
        }
        QTRY_COMPARE(desk.chart()->frame().hitLegend, QString());
        QVERIFY(!desk.chart()->frame().cacheLegend.isEmpty());
    }

    void aNoteIsPutAtTheCrosshair()
    {
        Desk desk;
        QVERIFY(desk.drawn());
        desk.chart()->setFocus();
        QTest::keyClick(desk.chart(), Qt::Key_End);
        for (int step = 0; step < 5; ++step)
            QTest::keyClick(desk.chart(), Qt::Key_Left, Qt::ControlModifier);
        const qint64 at = desk.chart()->crosshairWallMs().value_or(0);
        QTest::keyClick(desk.chart(), Qt::Key_M);
        auto *words = desk.child<QLineEdit>(u"noteText"_s);
        QVERIFY(words);
        QTest::keyClicks(words, u"the backup began"_s);
        QTest::mouseClick(desk.child<QCheckBox>(u"noteIncident"_s), Qt::LeftButton, {}, QPoint(8, 8));
        QTest::keyClick(words, Qt::Key_Return);
        const auto note = std::get<service::NoteEvent>(desk.fake.events.log.back().what);
        QCOMPARE(note.text, u"the backup began"_s);
        QVERIFY(std::abs(note.atWallMs - at) < 2000); // the picture moves on by itself
        QVERIFY(note.incident);
        QTRY_VERIFY(
            std::any_of(desk.chart()->frame().marks.begin(), desk.chart()->frame().marks.end(),
                        [](const EventMark &mark) { return mark.event.kind == ChartEvent::Kind::Incident; }));
    }

    void aDragSnapsToPercentilesUnlessAltIsHeld()
    {
        Desk desk({1280, 1400});
        QVERIFY(desk.drawn());
        const double p95 = desk.chart()->frame().distribution.p95;
        const QPoint from = desk.chart()->handlePosition(Level::Elevated);
        const ValueScale scale = desk.chart()->frame().percent;
        const QPoint to = from + QPoint(0, qRound(scale.y(p95) - scale.y(60)) + 3);
        desk.press(from);
        desk.move(to);
        QCOMPARE(desk.chart()->frame().draft.elevated.enterPercent, std::round(p95 * 10) / 10);
        QVERIFY(desk.chart()->frame().draftNoteOf(Level::Elevated).contains(u"entered"_s));
        QCOMPARE(desk.chart()->frame().draftNoteOf(Level::High), QString());
        desk.move(to, Qt::AltModifier);
        QVERIFY(desk.chart()->frame().draft.elevated.enterPercent < p95 - 0.3);
        desk.release(to);
    }

    void whatIsKnownOfADraftStaysUntilItCountsOrIsGivenUp()
    {
        Desk desk({1280, 1400});
        QVERIFY(desk.drawn());
        const auto note = [&desk](Level level) { return desk.chart()->frame().draftNoteOf(level); };
        const QPoint from = desk.chart()->handlePosition(Level::Elevated);
        desk.press(from);
        desk.move(from + QPoint(0, 20));
        desk.release(from + QPoint(0, 20));
        QTRY_VERIFY(note(Level::Elevated).contains(u"entered"_s));
        desk.child<QDoubleSpinBox>(u"highEnter"_s)->setValue(77); // typed
        QTRY_VERIFY(note(Level::High).contains(u"77"_s));
        const Distribution seen = desk.chart()->frame().distribution;
        const double above = 100 * (1 - seen.shareBelow(77));
        QVERIFY(above > 0.5 && above < 20);
        QVERIFY2(note(Level::High).contains(u"exceeded for %1 of"_s.arg(text::percent(above))),
                 qPrintable(note(Level::High)));
        QVERIFY(note(Level::High).contains(u"entered"_s));
        QCOMPARE(note(Level::Critical), QString());
        desk.child<QPushButton>(u"apply"_s)->click();
        QTRY_COMPARE(note(Level::High), QString());
        QCOMPARE(note(Level::Elevated), QString());
    }
};

QTEST_MAIN(TestTimeChart)
#include "tst_time_chart.moc"
