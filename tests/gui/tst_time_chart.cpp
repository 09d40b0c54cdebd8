// SPDX-License-Identifier: GPL-3.0-or-later
//
// The chart in its window: mouse and keyboard input.
#include "gui/WindowFixture.h"
#include "gui/events/EventPage.h"
#include "gui/text/Numbers.h"
#include "support/Eventually.h"
#include "support/TestMain.h"

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

    void aFirstStartShowsTwoMinutesAndGrowsWithTheData()
    {
        WindowFixture fixture;
        QVERIFY(fixture.drawn());
        views::SampleRecord record = fixture.next(60);
        FakeMonitor fresh;
        fresh.now.latest = record;
        SampleModel samples(&fresh);
        ThresholdModel thresholds(&fixture.fake.settings);
        TimeChart chart(&samples, &thresholds);
        chart.resize(900, 400);
        chart.show();
        const auto reach = [&](std::chrono::seconds since) {
            views::SampleRecord later = record;
            later.monotonicMs += std::chrono::milliseconds(since).count();
            later.wallMs += std::chrono::milliseconds(since).count();
            fresh.sample(later);
        };
        reach(0s);
        COMPARE_EVENTUALLY(chart.span(), 2min);
        QVERIFY(chart.frame().areas.overview.isEmpty()); // there is no more than is in view
        reach(3min);
        COMPARE_EVENTUALLY(chart.span(), 5min);
        reach(6min);
        COMPARE_EVENTUALLY(chart.span(), 15min);
        reach(20min);
        VERIFY_EVENTUALLY(!chart.frame().areas.overview.isEmpty());
        QVERIFY(chart.fitsSpan());
        chart.setSpan(1h); // the operator's choice
        QVERIFY(!chart.fitsSpan());
        reach(21min);
        QTest::qWait(400);
        QCOMPARE(chart.span(), 1h);
        chart.resetZoom();
        QVERIFY(chart.fitsSpan());
    }

    void aMouseDragDraftsAndApplyApplies()
    {
        WindowFixture fixture;
        QVERIFY(fixture.drawn());
        const QPoint from = fixture.chart()->handlePosition(Level::High);
        const QPoint to = fixture.at(Level::High, 74);
        fixture.press(from);
        fixture.move((from + to) / 2);
        fixture.move(to);
        fixture.release(to);
        const double dragged = fixture.highEnter()->value();
        QVERIFY2(std::abs(dragged - 74) < 0.5, qPrintable(QString::number(dragged)));
        QCOMPARE(fixture.child<QDoubleSpinBox>(u"highLeave"_s)->value(), fixture.highEnter()->value() - 5);
        QVERIFY(fixture.fake.settings.applied.isEmpty());
        QVERIFY(fixture.apply()->isEnabled());
        QTest::mouseClick(fixture.apply(), Qt::LeftButton);
        QCOMPARE(fixture.fake.settings.applied.size(), 1);
        QCOMPARE(fixture.fake.settings.applied.front().high.enterPercent, dragged);
        QVERIFY(!fixture.apply()->isEnabled());
    }

    void samplesDoNotDisturbADrag()
    {
        WindowFixture fixture;
        QVERIFY(fixture.drawn());
        const QPoint from = fixture.chart()->handlePosition(Level::High);
        const QPoint to = fixture.at(Level::High, 74);
        fixture.press(from);
        fixture.move(to);
        const double held = fixture.highEnter()->value();
        fixture.fake.monitor.sample(fixture.next(95));
        pressure::Thresholds others;
        others.high.enterPercent = 84;
        fixture.fake.settings.set(others);
        QCOMPARE(fixture.highEnter()->value(), held);
        QTest::keyClick(fixture.chart(), Qt::Key_Escape);
        fixture.move(from);
        fixture.release(from);
        QCOMPARE(fixture.highEnter()->value(), 84.0); // no draft over what others applied
    }

    void handleAndSpinBoxShowTheSameValue()
    {
        WindowFixture fixture({1280, 1400}); // with room between the tags
        QVERIFY(fixture.drawn());
        const int before = fixture.chart()->handlePosition(Level::High).y();
        fixture.highEnter()->setValue(85);
        const int after = fixture.chart()->handlePosition(Level::High).y();
        const ValueScale scale = fixture.chart()->frame().percent;
        QVERIFY(std::abs((after - before) - (scale.y(85) - scale.y(80))) <= 1.5);
        QCOMPARE(fixture.chart()->frame().draft.high.enterPercent, 85.0);
    }

    void pauseStopsTheDisplayNotTheRecording()
    {
        WindowFixture fixture;
        QVERIFY(fixture.drawn());
        fixture.chart()->setFocus();
        QTest::keyClick(fixture.chart(), Qt::Key_Space);
        QCOMPARE(fixture.text(u"picture"_s), u"PAUSED"_s);
        const qint64 end = fixture.chart()->frame().time.endMs;
        const int paints = fixture.chart()->paintCount();
        for (int index = 0; index < 50; ++index)
            fixture.fake.monitor.sample(fixture.next(91));
        // Longer than the frame interval of a live chart.
        QVERIFY(!QTest::qWaitFor([&] { return fixture.chart()->paintCount() > paints + 1; }, 600));
        QCOMPARE(fixture.chart()->frame().time.endMs, end);
        QVERIFY(fixture.chart()->frame().mark.startsWith(u"PAUSED"_s));
        QTest::keyClick(fixture.chart(), Qt::Key_Space);
        VERIFY_EVENTUALLY(fixture.chart()->frame().time.endMs > end);
        QCOMPARE(fixture.chart()->frame().system.highest, 91.0); // recorded during the pause
    }

    void manySamplesCauseFewFrames()
    {
        WindowFixture fixture;
        QVERIFY(fixture.drawn());
        const int before = fixture.chart()->paintCount();
        QElapsedTimer time;
        time.start();
        const auto pictures = [&fixture, before] { return fixture.chart()->paintCount() - before; };
        const auto enough = [&] {
            fixture.fake.monitor.sample(
                fixture.next(65)); // as fast as the monitor while the level may change
            return pictures() >= 2 && time.hasExpired(1000);
        };
        QVERIFY(QTest::qWaitFor(enough, 30'000));
        // Four frames a second for the elapsed time, and one at either end.
        QVERIFY2(pictures() <= time.elapsed() / 250 + 2, qPrintable(QString::number(pictures())));
    }

    void keysZoom()
    {
        WindowFixture fixture;
        fixture.chart()->setFocus();
        QCOMPARE(fixture.chart()->span(), 15min);
        QTest::keyClick(fixture.chart(), Qt::Key_Plus);
        QCOMPARE(fixture.chart()->span(), 5min);
        QTest::keyClick(fixture.chart(), Qt::Key_Minus);
        QTest::keyClick(fixture.chart(), Qt::Key_Minus);
        QCOMPARE(fixture.chart()->span(), 1h);
        QTest::keyClick(fixture.chart(), Qt::Key_0);
        QCOMPARE(fixture.chart()->span(), 15min);
    }

    void theWheelZoomsAroundThePointerWhileDataArrives()
    {
        WindowFixture fixture;
        QVERIFY(fixture.drawn());
        const QRectF plot = fixture.chart()->frame().areas.plot;
        fixture.brush(0.2, 0.6); // an earlier time: the right edge no longer follows the present
        COMPARE_EVENTUALLY(fixture.chart()->picture(), TimeChart::Picture::Paused);
        QCOMPARE(fixture.text(u"picture"_s), u"PAUSED"_s);
        const TimeScale before = fixture.chart()->frame().time;
        fixture.wheel(0.25, 120);
        const TimeScale after = fixture.chart()->frame().time;
        QVERIFY(after.spanMs < before.spanMs);
        const double x = plot.left() + 0.25 * plot.width();
        const auto timeAt = [x](const TimeScale &time) {
            return static_cast<double>(time.beginMs()) +
                   (x - time.left) / time.width * static_cast<double>(time.spanMs);
        };
        const double pixel = static_cast<double>(after.spanMs) / after.width;
        QVERIFY(std::abs(timeAt(before) - timeAt(after)) <= 2 * pixel);
        for (int sample = 0; sample < 5; ++sample)
            fixture.fake.monitor.sample(fixture.next(70));
        QTest::qWait(400);
        QCOMPARE(fixture.chart()->frame().time.endMs, after.endMs); // the zoom survives
    }

    void aBrushedRangeIsShownAndCanBeLeft()
    {
        WindowFixture fixture;
        QVERIFY(fixture.drawn());
        const TimeScale all = fixture.chart()->frame().time;
        fixture.brush(0.2, 0.4);
        const TimeScale part = fixture.chart()->frame().time;
        QVERIFY(std::abs(static_cast<double>(part.spanMs) / static_cast<double>(all.spanMs) - 0.2) < 0.01);
        QTest::keyClick(fixture.chart(), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(fixture.chart()->frame().time.spanMs, all.spanMs);
        QCOMPARE(fixture.text(u"picture"_s), u"LIVE"_s);
        QTest::keyClick(fixture.chart(), Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(fixture.chart()->frame().time.beginMs(), part.beginMs());
        QTest::keyClick(fixture.chart(), Qt::Key_L);
        QCOMPARE(fixture.text(u"picture"_s), u"LIVE"_s);
        QCOMPARE(fixture.chart()->frame().time.spanMs, part.spanMs);
        fixture.brush(0.5, 0.502); // too short to be intended
        QCOMPARE(fixture.chart()->frame().time.spanMs, part.spanMs);
    }

    void shiftAndArrowsPan()
    {
        WindowFixture fixture;
        QVERIFY(fixture.drawn());
        fixture.chart()->setFocus();
        const TimeScale before = fixture.chart()->frame().time;
        QTest::keyClick(fixture.chart(), Qt::Key_Left, Qt::ShiftModifier);
        const TimeScale after = fixture.chart()->frame().time;
        QVERIFY(std::abs((before.endMs - after.endMs) - before.spanMs / 2) < 2000);
        QCOMPARE(fixture.chart()->picture(), TimeChart::Picture::Paused);
        QTest::keyClick(fixture.chart(), Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(fixture.chart()->picture(), TimeChart::Picture::Live);
    }

    void theOverviewMovesTheWindow()
    {
        WindowFixture fixture;
        QVERIFY(fixture.drawn());
        const QRectF overview = fixture.chart()->frame().areas.overview;
        QVERIFY(!overview.isEmpty());
        const qint64 span = fixture.chart()->frame().time.spanMs;
        const QPoint quarter(qRound(overview.left() + overview.width() / 4), qRound(overview.center().y()));
        fixture.press(quarter);
        fixture.release(quarter);
        const ChartFrame &frame = fixture.chart()->frame();
        QCOMPARE(frame.time.spanMs, span);
        const double middle =
            static_cast<double>(frame.time.endMs - frame.time.spanMs / 2 - frame.overviewTime.beginMs());
        QVERIFY(std::abs(middle / static_cast<double>(frame.overviewTime.spanMs) - 0.25) < 0.02);
    }

    void theCrosshairReadsEverySeriesByMouseAndByKeys()
    {
        WindowFixture fixture;
        QVERIFY(fixture.drawn());
        const QRectF plot = fixture.chart()->frame().areas.plot;
        QTest::mouseMove(fixture.chart()->viewport(), plot.center().toPoint());
        VERIFY_EVENTUALLY(!fixture.chart()->reading().isEmpty());
        QCOMPARE(fixture.chart()->reading().rows.size(), std::size_t(5)); // use, level, RSS, cache, hit ratio
        fixture.chart()->setFocus();
        QTest::keyClick(fixture.chart(), Qt::Key_End);
        const qint64 newest = fixture.chart()->crosshairWallMs().value_or(0);
        QTest::keyClick(fixture.chart(), Qt::Key_Left, Qt::ControlModifier);
        QVERIFY(fixture.chart()->crosshairWallMs().value_or(newest) < newest);
        QVERIFY(fixture.chart()->accessibleDescription().contains(u"Memory used"_s));
        QTest::keyClick(fixture.chart(), Qt::Key_Home);
        QVERIFY(newest - fixture.chart()->crosshairWallMs().value_or(0) > 14 * 60'000);
        QTest::keyClick(fixture.chart(), Qt::Key_Escape);
        QVERIFY(fixture.chart()->reading().isEmpty());
    }

    void thePanelOfKeysGoesWithTheFocusAndTheLineStays()
    {
        WindowFixture fixture;
        QVERIFY(fixture.drawn());
        fixture.chart()->setFocus();
        QTest::keyClick(fixture.chart(), Qt::Key_End);
        QTest::keyClick(fixture.chart(), Qt::Key_Left);
        QVERIFY(fixture.chart()->showsPanel());
        const auto place = fixture.chart()->crosshairWallMs();
        fixture.highEnter()->setFocus(Qt::MouseFocusReason);
        QVERIFY(!fixture.chart()->showsPanel());
        QCOMPARE(fixture.chart()->crosshairWallMs(), place);
        fixture.chart()->setFocus();
        QTest::keyClick(fixture.chart(), Qt::Key_Left);
        QVERIFY(fixture.chart()->showsPanel());
    }

    void theCrosshairKeepsItsPlaceWhileValuesChange()
    {
        WindowFixture fixture;
        QVERIFY(fixture.drawn());
        const QRectF plot = fixture.chart()->frame().areas.plot;
        QTest::mouseMove(fixture.chart()->viewport(),
                         QPoint(qRound(plot.right()) - 2, qRound(plot.center().y())));
        VERIFY_EVENTUALLY(!fixture.chart()->reading().isEmpty());
        const qint64 before = fixture.chart()->crosshairWallMs().value_or(0);
        // A heartbeat of a second, on a machine that may be busy.
        VERIFY_EVENTUALLY(fixture.chart()->crosshairWallMs().value_or(0) > before);
    }

    void tagsNeverOverlap()
    {
        WindowFixture fixture({1024, 640});
        QVERIFY(fixture.drawn());
        for (const double high : {80.0, 89.0, 61.0}) {
            fixture.highEnter()->setValue(high);
            std::vector<int> tags;
            for (const Level level : {Level::Elevated, Level::High, Level::Critical})
                tags.push_back(fixture.chart()->handlePosition(level).y());
            QVERIFY(tags[0] - tags[1] >= 24 && tags[1] - tags[2] >= 24);
        }
    }

    void markAndRowSelectEachOther()
    {
        WindowFixture fixture;
        QVERIFY(fixture.drawn());
        VERIFY_EVENTUALLY(!fixture.chart()->frame().marks.empty());
        auto *table = fixture.window->findChild<EventPage *>()->findChild<QTableView *>();
        fixture.window->findChild<EventPage *>()->findChild<QLineEdit *>()->setText(u"text of no event"_s);
        const EventMark mark = fixture.chart()->frame().marks.front();
        const QPoint place(qRound(mark.x), qRound(fixture.chart()->frame().areas.marks.center().y()));
        fixture.press(place);
        fixture.release(place);
        VERIFY_EVENTUALLY(table->currentIndex().isValid());
        QCOMPARE(fixture.chart()->selectedEvent(), mark.positions.front());
        QVERIFY(fixture.chart()->frame().marks.front().selected);
        // The other way round, with an event outside of the visible range.
        fixture.chart()->setFocus();
        for (int back = 0; back < 10; ++back)
            QTest::keyClick(fixture.chart(), Qt::Key_P);
        QCOMPARE(table->currentIndex().row(), 0);
        QCOMPARE(fixture.chart()->selectedEvent(), quint64(1));
        QTest::keyClick(fixture.chart(), Qt::Key_N);
        QCOMPARE(fixture.chart()->selectedEvent(), quint64(2));
        QVERIFY(!fixture.chart()->reading().isEmpty()); // a note is put there
        QVERIFY(!fixture.chart()->showsPanel());
        QTest::keyClick(fixture.chart(), Qt::Key_Left);
        QVERIFY(fixture.chart()->showsPanel());
    }

    void eventsKeepTheirPlaceWhenTheClockIsSet()
    {
        WindowFixture fixture;
        QVERIFY(fixture.drawn());
        const views::SampleRecord before = fixture.fake.monitor.now.latest;
        fixture.fake.events.append(views::NoteEvent{.text = u"before"_s, .atWallMs = before.wallMs - 60'000},
                                   before.wallMs, before.monotonicMs);
        views::SampleRecord record = fixture.next(70);
        record.wallMs += 3'600'000;
        record.discontinuity = views::SampleRecord::Discontinuity::ClockSet;
        fixture.fake.monitor.sample(record);
        fixture.fake.events.append(views::NoteEvent{.text = u"after"_s, .atWallMs = record.wallMs},
                                   record.wallMs, record.monotonicMs);
        const auto notes = [&fixture] {
            std::vector<double> places;
            for (const EventMark &one : fixture.chart()->frame().marks)
                if (one.event.kind == ChartEvent::Kind::Note)
                    places.push_back(one.x);
            return places;
        };
        COMPARE_EVENTUALLY(notes().size(), std::size_t(2));
        const TimeScale time = fixture.chart()->frame().time;
        // Each may be joined with another event.
        constexpr double near = EventMark::width + EventMark::countWidth;
        QVERIFY(std::abs(notes()[0] - time.x(before.monotonicMs - 60'000)) <= near);
        QVERIFY(std::abs(notes()[1] - time.x(record.monotonicMs)) <= near);
    }

    void theHitRatioOfAnEarlierRunIsNotShown()
    {
        WindowFixture fixture({1280, 1400});
        QVERIFY(fixture.drawn());
        QVERIFY(fixture.chart()->frame().hitLegend.startsWith(u"hit"_s));
        views::SampleRecord record = fixture.next(70);
        record.discontinuity = views::SampleRecord::Discontinuity::Start;
        record.cacheHitsTotal = record.cacheRequestsTotal = 0;
        for (int second = 0; second < 20; ++second) {
            fixture.fake.monitor.sample(record);
            record.discontinuity = views::SampleRecord::Discontinuity::None;
            record.monotonicMs += 1000;
            record.wallMs += 1000;
        }
        COMPARE_EVENTUALLY(fixture.chart()->frame().hitLegend, QString());
        QVERIFY(!fixture.chart()->frame().cacheLegend.isEmpty());
    }

    void aNoteIsPutAtTheCrosshair()
    {
        WindowFixture fixture;
        QVERIFY(fixture.drawn());
        fixture.chart()->setFocus();
        QTest::keyClick(fixture.chart(), Qt::Key_End);
        for (int step = 0; step < 5; ++step)
            QTest::keyClick(fixture.chart(), Qt::Key_Left, Qt::ControlModifier);
        const qint64 at = fixture.chart()->crosshairWallMs().value_or(0);
        QTest::keyClick(fixture.chart(), Qt::Key_M);
        auto *words = fixture.child<QLineEdit>(u"noteText"_s);
        QVERIFY(words);
        QTest::keyClicks(words, u"the backup began"_s);
        QTest::mouseClick(fixture.child<QCheckBox>(u"noteIncident"_s), Qt::LeftButton, {}, QPoint(8, 8));
        QTest::keyClick(words, Qt::Key_Return);
        const auto note = std::get<views::NoteEvent>(fixture.fake.events.log.back().what);
        QCOMPARE(note.text, u"the backup began"_s);
        QVERIFY(std::abs(note.atWallMs - at) < 2000); // the chart scrolls by itself
        QVERIFY(note.incident);
        VERIFY_EVENTUALLY(
            std::any_of(fixture.chart()->frame().marks.begin(), fixture.chart()->frame().marks.end(),
                        [](const EventMark &mark) { return mark.event.kind == ChartEvent::Kind::Incident; }));
    }

    void aDragSnapsToPercentilesUnlessAltIsHeld()
    {
        WindowFixture fixture({1280, 1400});
        QVERIFY(fixture.drawn());
        const double p95 = fixture.chart()->frame().distribution.p95;
        const QPoint from = fixture.chart()->handlePosition(Level::Elevated);
        const ValueScale scale = fixture.chart()->frame().percent;
        const QPoint to = from + QPoint(0, qRound(scale.y(p95) - scale.y(60)) + 3);
        fixture.press(from);
        fixture.move(to);
        QCOMPARE(fixture.chart()->frame().draft.elevated.enterPercent, std::round(p95 * 10) / 10);
        QVERIFY(fixture.chart()->frame().draftNoteOf(Level::Elevated).contains(u" crossed "_s));
        QCOMPARE(fixture.chart()->frame().draftNoteOf(Level::High), QString());
        fixture.move(to, Qt::AltModifier);
        QVERIFY(fixture.chart()->frame().draft.elevated.enterPercent < p95 - 0.3);
        fixture.release(to);
    }

    void notesOnADraftStayUntilItIsAppliedOrDiscarded()
    {
        WindowFixture fixture({1280, 1400});
        QVERIFY(fixture.drawn());
        const auto note = [&fixture](Level level) { return fixture.chart()->frame().draftNoteOf(level); };
        const QPoint from = fixture.chart()->handlePosition(Level::Elevated);
        fixture.press(from);
        fixture.move(from + QPoint(0, 20));
        fixture.release(from + QPoint(0, 20));
        VERIFY_EVENTUALLY(note(Level::Elevated).contains(u" crossed "_s));
        fixture.child<QDoubleSpinBox>(u"highEnter"_s)->setValue(77); // typed
        VERIFY_EVENTUALLY(note(Level::High).contains(u"77"_s));
        const Distribution seen = fixture.chart()->frame().distribution;
        const double above = 100 * (1 - seen.shareBelow(77));
        QVERIFY(above > 0.5 && above < 20);
        QVERIFY2(note(Level::High).contains(u"exceeded for %1 of"_s.arg(text::percent(above))),
                 qPrintable(note(Level::High)));
        QVERIFY(note(Level::High).contains(u" crossed "_s));
        QCOMPARE(note(Level::Critical), QString());
        fixture.child<QPushButton>(u"apply"_s)->click();
        COMPARE_EVENTUALLY(note(Level::High), QString());
        QCOMPARE(note(Level::Elevated), QString());
    }
};

MANOMETER_TEST(Gui, TestTimeChart)
#include "tst_time_chart.moc"
