// SPDX-License-Identifier: GPL-3.0-or-later
//
// The whole window on views with nothing behind them, driven with a mouse and keys as an operator would.
#include "gui/MainWindow.h"
#include "gui/PlausibleDay.h"
#include "gui/entries/CachePage.h"
#include "gui/entries/RemovalQuestion.h"
#include "gui/events/EventPage.h"
#include "gui/notice/NoticeBar.h"
#include "gui/shell/DiagnosticsDialog.h"
#include "gui/shell/SnoozeMenu.h"
#include "gui/sources/SourcesPage.h"
#include "gui/text/Translation.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDockWidget>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTableView>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace manometer;
using namespace manometer::gui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using pressure::Level;

namespace {

class Desk
{
public:
    explicit Desk(QSize size = {1280, 800})
    {
        fillPlausibly(fake);
        window = std::make_unique<MainWindow>(fake.views());
        window->resize(size);
        window->show();
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
    }

    template<typename Widget>
    Widget *child(const QString &name) const
    {
        return window->findChild<Widget *>(name);
    }
    TimeChart *chart() const { return child<TimeChart>(u"timeChart"_s); }
    QDoubleSpinBox *highEnter() const { return child<QDoubleSpinBox>(u"highEnter"_s); }
    QPushButton *apply() const { return child<QPushButton>(u"apply"_s); }
    QPushButton *revert() const { return child<QPushButton>(u"revert"_s); }
    QString text(const QString &label) const { return child<QLabel>(label)->text().replace(u'\u00a0', u' '); }
    QAction *action(const QString &text) const
    {
        for (QAction *action : window->findChildren<QAction *>())
            if (action->text() == text)
                return action;
        return nullptr;
    }

    // Waits until the chart has drawn the hour of the fakes.
    bool drawn() const
    {
        return QTest::qWaitFor([this] { return !chart()->frame().system.stretches.empty(); }, 5000);
    }
    void press(QPoint from) const { QTest::mousePress(chart()->viewport(), Qt::LeftButton, {}, from); }
    void move(QPoint to, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QMouseEvent event(QEvent::MouseMove, to, chart()->viewport()->mapToGlobal(to), Qt::NoButton,
                          Qt::LeftButton, modifiers);
        QApplication::sendEvent(chart()->viewport(), &event);
    }
    void release(QPoint at) const { QTest::mouseRelease(chart()->viewport(), Qt::LeftButton, {}, at); }
    QPoint inPlot(double share) const
    {
        const QRectF plot = chart()->frame().rooms.plot;
        return QPointF(plot.left() + share * plot.width(), plot.top() + plot.height() / 2).toPoint();
    }
    // Marks a stretch of the plot, as shares of its width.
    void brush(double from, double to) const
    {
        press(inPlot(from));
        move(inPlot((from + to) / 2));
        move(inPlot(to));
        release(inPlot(to));
    }
    void wheel(double at, int turned) const
    {
        const QPoint place = inPlot(at);
        QWheelEvent event(place, chart()->viewport()->mapToGlobal(place), {}, {0, turned}, Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(chart()->viewport(), &event);
    }
    // Where a handle would have to be for a value.
    QPoint at(Level level, double percent) const
    {
        const QPoint handle = chart()->handlePosition(level);
        const ValueScale scale = chart()->frame().percent;
        const double now = child<QDoubleSpinBox>(u"highEnter"_s)->value();
        return handle + QPoint(0, qRound(scale.y(percent) - scale.y(now)));
    }
    service::SampleRecord next(double percent)
    {
        service::SampleRecord record = fake.monitor.now.latest;
        record.monotonicMs += 1000 * ++samples;
        record.wallMs += 1000 * samples;
        record.systemUsedPercent = percent;
        return record;
    }

    FakeViews fake;
    std::unique_ptr<MainWindow> window;
    int samples = 0;
};

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { installTranslation(qApp, QLocale(QLocale::English, QLocale::UnitedStates)); }

    void theFirstGlanceTellsLevelReasonCacheAndAge()
    {
        Desk desk;
        QCOMPARE(desk.text(u"levelWord"_s), u"ELEVATED"_s);
        QVERIFY(desk.text(u"basis"_s).startsWith(u"Host 6"_s));
        QVERIFY(desk.text(u"basis"_s).contains(u"margin to HIGH"_s));
        QVERIFY(desk.text(u"levelAge"_s).startsWith(u"for 00:0"_s));
        QCOMPARE(desk.text(u"cacheFill"_s), u"Cache 200 of 500 entries, limit 375 (\u221225 %)"_s);
        QCOMPARE(desk.text(u"hitRatio"_s), u"Hit ratio 93.1 %"_s);
        QTRY_VERIFY(desk.text(u"receipt"_s).startsWith(u"Last: evicted 125 entries, RSS \u2212"_s));
        QCOMPARE(desk.text(u"picture"_s), u"LIVE"_s);
        QVERIFY(desk.text(u"limit"_s).startsWith(u"The limit is 375 of 500 entries because ELEVATED"_s));
        desk.fake.monitor.now.stale = true;
        desk.fake.monitor.now.error =
            pressure::SourceError{.kind = {}, .path = "/proc/meminfo", .systemError = EACCES, .detail = {}};
        emit desk.fake.monitor.statusChanged(desk.fake.monitor.now);
        QTRY_VERIFY(desk.text(u"deviation"_s).contains(u"/proc/meminfo cannot be read: Permission denied"_s));
        QTRY_COMPARE(desk.chart()->frame().mark, u"STALE"_s);
        QCOMPARE(desk.text(u"picture"_s), u"STALE"_s);
        QTRY_VERIFY([&desk] {
            for (const QLabel *label : desk.window->statusBar()->findChildren<QLabel *>())
                if (label->text().contains(u"/proc/meminfo"_s))
                    return true;
            return false;
        }());
    }

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

    void nonsenseIsRefusedWithAReason()
    {
        Desk desk;
        QTest::mouseClick(desk.highEnter(), Qt::LeftButton);
        desk.highEnter()->selectAll();
        QTest::keyClicks(desk.highEnter(), u"150"_s);
        QTest::keyClick(desk.highEnter(), Qt::Key_Return);
        QCOMPARE(desk.highEnter()->value(), 150.0);
        QCOMPARE(desk.text(u"problem"_s),
                 u"Cannot be applied: HIGH: every percentage must lie between 0 and 100."_s);
        QVERIFY(!desk.apply()->isEnabled());
        QTest::keyClick(desk.window.get(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(desk.fake.settings.applied.isEmpty());
        QTest::mouseClick(desk.revert(), Qt::LeftButton);
        QCOMPARE(desk.highEnter()->value(), 80.0);
        QVERIFY(!desk.revert()->isEnabled());
    }

    void keysDraftUndoAndApply()
    {
        Desk desk;
        QVERIFY(desk.drawn());
        desk.chart()->setFocus();
        QTest::keyClick(desk.chart(), Qt::Key_T);
        QTest::keyClick(desk.chart(), Qt::Key_T);
        QCOMPARE(desk.chart()->selectedHandle(), std::optional(Level::High));
        QTest::keyClick(desk.chart(), Qt::Key_Up);
        QCOMPARE(desk.highEnter()->value(), 80.1);
        QTest::keyClick(desk.chart(), Qt::Key_PageDown);
        QCOMPARE(desk.highEnter()->value(), 79.1);
        QTest::keyClick(desk.chart(), Qt::Key_Return);
        QTRY_VERIFY(desk.highEnter()->hasFocus());
        QTest::keyClicks(desk.highEnter(), u"78"_s);
        // What is typed counts, confirmed or not.
        QTest::keyClick(desk.highEnter(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(desk.fake.settings.applied.size(), 1);
        QCOMPARE(desk.fake.settings.applied.front().high.enterPercent, 78.0);
        // The apply is a step of its own: undone, what counted before counts, and the draft stays.
        QTest::keyClick(desk.highEnter(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(desk.fake.settings.now.thresholds.high.enterPercent, 80.0);
        QCOMPARE(desk.highEnter()->value(), 78.0);
        QTest::keyClick(desk.highEnter(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(desk.highEnter()->value(), 79.1);
        QTest::keyClick(desk.highEnter(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTest::keyClick(desk.highEnter(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(desk.fake.settings.now.thresholds.high.enterPercent, 78.0);
    }

    void whatWasAppliedCanBeTakenBackForAMinute()
    {
        Desk desk;
        auto *bar = desk.child<NoticeBar>(u"noticeBar"_s);
        QVERIFY(!bar->isVisible());
        desk.highEnter()->setValue(78);
        QTest::mouseClick(desk.apply(), Qt::LeftButton);
        QVERIFY(bar->isVisible());
        QTest::mouseClick(desk.child<QPushButton>(u"noticeUndo"_s), Qt::LeftButton);
        QCOMPARE(desk.fake.settings.now.thresholds.high.enterPercent, 80.0);
        QCOMPARE(desk.highEnter()->value(), 78.0); // the draft is still there
        QVERIFY(!bar->isVisible());
        QTest::mouseClick(desk.apply(), Qt::LeftButton);
        bar->end(); // nobody answered
        QCOMPARE(desk.fake.settings.now.thresholds.high.enterPercent, 78.0);
    }

    void aChangeByTwoLevelsTakesItselfBackUnlessItIsKept()
    {
        Desk desk;
        desk.fake.monitor.now.percent = 95;
        auto *bar = desk.child<NoticeBar>(u"noticeBar"_s);
        pressure::Thresholds high;
        high.elevated = {96, 95, std::chrono::seconds(10), 90};
        high.high = {97.5, 96, std::chrono::seconds(10), 90};
        high.critical = {99, 98, std::chrono::seconds(10), 90};
        const auto apply = [&desk, &high] {
            for (const auto &[level, name] :
                 {std::pair{Level::Critical, u"critical"_s}, std::pair{Level::High, u"high"_s},
                  std::pair{Level::Elevated, u"elevated"_s}}) {
                desk.child<QDoubleSpinBox>(name + u"Enter"_s)->setValue(high.of(level).enterPercent);
                desk.child<QDoubleSpinBox>(name + u"Leave"_s)->setValue(high.of(level).leavePercent);
                desk.child<QDoubleSpinBox>(name + u"Target"_s)->setValue(high.of(level).targetPercent);
            }
            QTest::mouseClick(desk.apply(), Qt::LeftButton);
        };
        apply();
        QCOMPARE(desk.fake.settings.now.thresholds, high);
        bar->end();
        QCOMPARE(desk.fake.settings.now.thresholds, pressure::Thresholds());
        apply();
        QTest::mouseClick(desk.child<QPushButton>(u"noticeKeep"_s), Qt::LeftButton);
        QCOMPARE(desk.fake.settings.now.thresholds, high);
        QVERIFY(!bar->isVisible());
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
        while (time.elapsed() < 1000) {
            desk.fake.monitor.sample(desk.next(65));
            QTest::qWait(20); // as fast as the monitor samples while the level may change
        }
        const int pictures = desk.chart()->paintCount() - before;
        QVERIFY2(pictures <= 6, qPrintable(QString::number(pictures)));
        QVERIFY(pictures >= 2);
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
        QTRY_VERIFY_WITH_TIMEOUT(desk.chart()->crosshairWallMs().value_or(0) > before, 4000);
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
        QVERIFY(desk.chart()->frame().draftNote.contains(u"entered"_s));
        desk.move(to, Qt::AltModifier);
        QVERIFY(desk.chart()->frame().draft.elevated.enterPercent < p95 - 0.3);
        desk.release(to);
    }

    void spacePressesAFocusedButton()
    {
        Desk desk;
        desk.highEnter()->setValue(78);
        desk.apply()->setFocus();
        QTest::keyClick(desk.apply(), Qt::Key_Space);
        QCOMPARE(desk.fake.settings.applied.size(), 1);
        QCOMPARE(desk.text(u"picture"_s), u"LIVE"_s);
    }

    void lettersAreTypedIntoAFilter()
    {
        Desk desk;
        QTest::keyClick(desk.chart(), Qt::Key_F, Qt::ControlModifier);
        auto *filter = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(filter);
        QTest::keyClicks(filter, u"t +-0"_s);
        QCOMPARE(filter->text(), u"t +-0"_s);
        QCOMPARE(desk.chart()->span(), 15min);
    }

    void aTabInTheBackListsNothingUntilItComesToTheFront()
    {
        Desk desk;
        QVERIFY(desk.drawn());
        QVERIFY(desk.fake.cache.queries.isEmpty());
        desk.child<QDockWidget>(u"cacheDock"_s)->raise();
        QTRY_VERIFY(!desk.fake.cache.queries.isEmpty());
        // Del, once there is something to delete.
        QVERIFY(!desk.action(u"&Delete entries…"_s)->isEnabled());
        for (QTableView *table : desk.window->findChildren<QTableView *>())
            if (table->accessibleName() == u"Cache entries"_s) {
                QTRY_COMPARE(table->model()->rowCount(), 200);
                table->selectAll();
                QVERIFY(desk.action(u"&Delete entries…"_s)->isEnabled());
                QTest::keyClick(table, Qt::Key_Delete);
            }
        QTRY_VERIFY(desk.window->findChild<RemovalQuestion *>());
        auto *question = desk.window->findChild<RemovalQuestion *>();
        QCOMPARE(question->findChild<QLabel *>(u"what"_s)->text(), u"Delete 200 entries from the cache?"_s);
        question->reject();
    }

    void entriesArePinnedByKeyAndTheirDeletionIsUndoneInTheBar()
    {
        Desk desk;
        QVERIFY(desk.drawn());
        desk.child<QDockWidget>(u"cacheDock"_s)->raise();
        auto *table = desk.window->findChild<CachePage *>()->findChild<QTableView *>(u"table"_s);
        QTRY_COMPARE(table->model()->rowCount(), 200);
        table->setFocus();
        table->selectRow(2);
        QTest::keyClick(table, Qt::Key_P, Qt::ControlModifier);
        QTRY_COMPARE(table->model()->index(2, EntryModel::Pinned).data().toString(), u"pinned"_s);
        QTest::keyClick(table, Qt::Key_Delete);
        QTRY_VERIFY(desk.window->findChild<RemovalQuestion *>());
        desk.window->findChild<QPushButton *>(u"yes"_s)->click();
        QTRY_COMPARE(table->model()->rowCount(), 199);
        auto *undo = desk.child<QPushButton>(u"noticeUndo"_s);
        QTRY_VERIFY(undo->isVisible());
        undo->click();
        QTRY_COMPARE(table->model()->rowCount(), 200);
    }

    void theLimitIsHeldAndLetGoFromTheMenu()
    {
        Desk desk;
        auto *menu = desk.window->findChild<SnoozeMenu *>();
        QVERIFY(menu);
        QAction *follow = menu->actions().constLast();
        QVERIFY(!follow->isEnabled());
        menu->actions().at(2)->trigger(); // 75 % for half an hour
        QCOMPARE(desk.fake.monitor.snoozes.size(), 1);
        QCOMPARE(desk.fake.monitor.snoozes.constLast().first, 75.0);
        QCOMPARE(desk.fake.monitor.snoozes.constLast().second, std::chrono::milliseconds(30min));
        desk.fake.monitor.now.snoozePercent = 75;
        emit desk.fake.monitor.statusChanged(desk.fake.monitor.now);
        QVERIFY(menu->actions().at(2)->isChecked());
        QVERIFY(!menu->actions().at(0)->isChecked());
        follow->trigger();
        QCOMPARE(desk.fake.monitor.snoozes.constLast().second, std::chrono::milliseconds(0));
    }

    void theSourcesAreExaminedWhenTheyComeToTheFront()
    {
        Desk desk;
        QVERIFY(desk.drawn());
        desk.fake.monitor.report.rows = {
            {.signal = pressure::Signal::HostMemory,
             .state = pressure::SignalState::Works,
             .path = "/proc/meminfo",
             .delay = 100ms},
            {.signal = pressure::Signal::HostStall, .state = pressure::SignalState::NotThere}};
        desk.fake.monitor.report.tightest =
            pressure::CgroupMemory{.limitBytes = 1u << 30, .workingSetBytes = 1u << 29};
        auto *page = desk.window->findChild<SourcesPage *>();
        auto *table = page->findChild<QTableView *>();
        QCOMPARE(table->model()->rowCount(), 0);
        desk.child<QDockWidget>(u"sourcesDock"_s)->raise();
        QTRY_COMPARE(table->model()->rowCount(), 2);
        const auto cell = [table](int row, int column) {
            return table->model()->index(row, column).data().toString().replace(u'\u00a0', u' ');
        };
        QCOMPARE(cell(0, SourceModel::State), u"works"_s);
        QCOMPARE(cell(0, SourceModel::Delay), u"≤ 100 ms"_s);
        QCOMPARE(cell(0, SourceModel::Detail), u"/proc/meminfo"_s);
        QCOMPARE(cell(1, SourceModel::State), u"not there"_s);
        QVERIFY(cell(1, SourceModel::Detail).contains(u"pressure stall information"_s));
        QVERIFY(page->findChild<QLabel *>(u"summary"_s)->text().contains(u"50.0"_s));
        const QAbstractItemModelTester tester(table->model(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void f6GoesRound()
    {
        Desk desk;
        desk.chart()->setFocus();
        QSet<QWidget *> panes;
        for (int step = 0; step < 3; ++step) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
            panes += QApplication::focusWidget();
        }
        QCOMPARE(panes.size(), 3);
        QVERIFY(desk.chart()->hasFocus());
    }

    void eventsFollowUntilScrolledUp()
    {
        Desk desk;
        QTableView *table = nullptr;
        for (QTableView *candidate : desk.window->findChildren<QTableView *>())
            if (candidate->accessibleName() == u"Events, oldest first"_s)
                table = candidate;
        QVERIFY(table);
        for (int index = 0; index < 40; ++index)
            desk.fake.events.append(service::SourceEvent{});
        QScrollBar *bar = table->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 0 && bar->value() == bar->maximum());
        bar->triggerAction(QAbstractSlider::SliderPageStepSub);
        const int kept = bar->value();
        desk.fake.events.append(service::SourceEvent{});
        desk.fake.events.append(service::SourceEvent{});
        auto *news = desk.child<QPushButton>(u"news"_s);
        QTRY_COMPARE(news->text(), u"2 new"_s);
        QCOMPARE(bar->value(), kept);
        QTest::mouseClick(news, Qt::LeftButton);
        QTRY_COMPARE(bar->value(), bar->maximum());
    }

    void aScanShowsHowItGoesAndCanBeCancelled()
    {
        Desk desk;
        desk.child<QDockWidget>(u"scanDock"_s)->raise();
        QVERIFY(desk.text(u"state"_s).contains(u"No scan yet"_s));
        desk.fake.scan.report({.running = true,
                               .counting = false,
                               .folder = "/data\n",
                               .found = 40,
                               .done = 10,
                               .fromCache = 2,
                               .read = 8,
                               .filesPerSecond = 41.3,
                               .current = "/data/x"});
        QCOMPARE(desk.text(u"state"_s), u"Scanning /data\\n"_s);
        QVERIFY(desk.text(u"counts"_s).startsWith(u"10 of 40 files · 8 read"_s));
        QVERIFY(!desk.action(u"&Add folder…"_s)->isEnabled());
        desk.fake.scan.fail(
            {.kind = service::ScanFailure::Kind::NoReader, .path = {}, .systemError = 0, .detail = {}});
        QVERIFY(desk.text(u"advice"_s).contains(u"libimage-exiftool-perl"_s));
        desk.child<QPushButton>(u"cancel"_s)->click();
        QCOMPARE(desk.fake.scan.cancels, 1);
        desk.fake.scan.end(true);
        QVERIFY(desk.text(u"state"_s).contains(u"cancelled"_s));
        QVERIFY(desk.action(u"&Add folder…"_s)->isEnabled());
    }

    void samplesAreExportedAndThePictureSaved()
    {
        Desk desk;
        QVERIFY(desk.drawn());
        QTemporaryDir folder;
        const auto choose = [&desk](const QString &file) {
            auto *dialog = desk.window->findChild<QFileDialog *>();
            QVERIFY(dialog);
            emit dialog->fileSelected(file);
            dialog->close();
            QTRY_VERIFY(!desk.window->findChild<QFileDialog *>());
            desk.window->activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
        };
        QTest::keyClick(desk.chart(), Qt::Key_E, Qt::ControlModifier);
        choose(folder.filePath(u"s.csv"_s));
        QCOMPARE(desk.fake.exports.asked.size(), 1);
        QCOMPARE(desk.fake.exports.asked.front().file, folder.filePath(u"s.csv"_s));
        QCOMPARE(desk.fake.exports.asked.front().profile, service::CsvProfile::Plain);
        const service::TimeRange range = desk.fake.exports.asked.front().range;
        QVERIFY(std::abs(range.toWallMs - range.fromWallMs - 15 * 60'000) < 2000); // what the chart shows
        QTRY_VERIFY(desk.window->statusBar()->currentMessage().startsWith(u"Written to"_s));
        desk.fake.exports.answer = u"No space left on device"_s;
        desk.action(u"Export all e&vents…"_s)->trigger();
        choose(folder.filePath(u"v.csv"_s));
        QCOMPARE(desk.fake.exports.asked.back().what, u"events"_s);
        QTRY_VERIFY(desk.window->statusBar()->currentMessage().contains(u"No space left"_s));
        QTest::keyClick(desk.chart(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        choose(folder.filePath(u"p.png"_s));
        QVERIFY(!QImage(folder.filePath(u"p.png"_s)).isNull());
    }

    void aLongExportShowsHowItGoesAndCanBeCancelled()
    {
        Desk desk;
        desk.child<QLineEdit>(u"filter"_s);
        desk.action(u"Export cache en&tries…"_s)->trigger();
        auto *dialog = desk.window->findChild<QFileDialog *>();
        QVERIFY(dialog);
        emit dialog->fileSelected(u"/tmp/e.csv"_s);
        dialog->close();
        auto *progress = desk.child<QProgressBar>(u"exportProgress"_s);
        QTRY_VERIFY(progress && progress->isVisible());
        desk.fake.exports.entries->setProgressValue(40);
        QTRY_COMPARE(progress->value(), 40);
        QTest::mouseClick(desk.child<QToolButton>(u"exportCancel"_s), Qt::LeftButton);
        QVERIFY(desk.fake.exports.entries->isCanceled());
        desk.fake.exports.entries->finish();
        QTRY_VERIFY(!progress->isVisible());
        QTRY_VERIFY(desk.window->statusBar()->currentMessage().contains(u"cancelled"_s));
    }

    void recordingIsBegunAndEndedByKey()
    {
        Desk desk;
        QTest::keyClick(desk.chart(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        auto *dialog = desk.window->findChild<QFileDialog *>();
        QVERIFY(dialog);
        QAction *record = desk.action(u"&Record samples…"_s);
        QVERIFY(!record->isChecked()); // not before there is a file
        emit dialog->fileSelected(u"/tmp/r.csv"_s);
        dialog->close();
        QTRY_VERIFY(record->isChecked());
        desk.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
        QTest::keyClick(desk.chart(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!record->isChecked());
        QVERIFY(desk.fake.exports.recording.isEmpty());
        emit desk.fake.exports.recordingFailed(u"/tmp/r.csv"_s, u"No space left on device"_s);
        QTRY_VERIFY(std::any_of(desk.window->statusBar()->findChildren<QLabel *>().begin(),
                                desk.window->statusBar()->findChildren<QLabel *>().end(),
                                [](const QLabel *label) { return label->text().contains(u"has ended"_s); }));
    }

    void selectedRowsAreCopiedAsTheyAreShown()
    {
        Desk desk;
        auto *table = desk.window->findChild<EventPage *>()->findChild<QTableView *>();
        QTRY_VERIFY(table->model()->rowCount() > 3);
        table->setFocus();
        for (const int row : {1, 2})
            table->selectionModel()->select(table->model()->index(row, 0),
                                            QItemSelectionModel::Select | QItemSelectionModel::Rows);
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
        QVERIFY2(lines.size() == 2, qPrintable(QGuiApplication::clipboard()->text()));
        QCOMPARE(lines.front().split(u'\t').size(), 3);
        QVERIFY(lines.front().contains(u"Limit cut"_s) || lines.front().contains(u"→"_s));
    }

    void diagnosticsAreSavedWithoutNamesUnlessTheyAreTicked()
    {
        Desk desk;
        for (const bool ticked : {false, true}) {
            desk.action(u"Save &diagnostics…"_s)->trigger();
            auto *dialog = desk.window->findChild<DiagnosticsDialog *>();
            QVERIFY(dialog);
            dialog->findChild<QCheckBox *>(u"diagnosticsNames"_s)->setChecked(ticked);
            QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save),
                              Qt::LeftButton);
            auto *files = dialog->findChild<QFileDialog *>();
            QVERIFY(files);
            emit files->fileSelected(u"/tmp/d.tar.gz"_s);
            QTRY_COMPARE(desk.fake.exports.asked.size(), ticked ? 2 : 1);
            QCOMPARE(desk.fake.exports.diagnosticsNames,
                     ticked ? service::FileNames::Included : service::FileNames::LeftOut);
            QCOMPARE(desk.fake.exports.diagnosticsTexts.size(), 5);
            QTRY_VERIFY(!desk.window->findChild<DiagnosticsDialog *>());
        }
    }

    void theStatusIsCopiedAsJson()
    {
        Desk desk;
        QGuiApplication::clipboard()->clear();
        QTest::keyClick(desk.window.get(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        const auto status = QJsonDocument::fromJson(QGuiApplication::clipboard()->text().toUtf8());
        QVERIFY(status[u"memory"_s][u"pressure_level"_s].isString());
        QVERIFY(status[u"memory"_s][u"system"_s][u"percent"_s].isDouble());
        QVERIFY(status[u"cache"_s][u"hit_rate_percent"_s].isDouble());
    }

    void helpListsTheKeys()
    {
        Desk desk;
        QTest::keyClick(desk.chart(), Qt::Key_F1);
        auto *table = desk.window->findChild<QTableWidget *>();
        QVERIFY(table);
        QVERIFY(table->findItems(u"Ctrl+E"_s, Qt::MatchExactly).size() == 1);
        table->window()->close();
    }

    void keysArrangeTheWindowForATask()
    {
        Desk desk;
        const auto inFront = [&desk](const QString &dock) {
            const auto *page = desk.child<QDockWidget>(dock);
            return page->isVisible() &&
                   desk.window->rect().contains(page->mapTo(desk.window.get(), QPoint(1, 1)));
        };
        QTest::keyClick(desk.chart(), Qt::Key_1, Qt::ControlModifier);
        QTRY_VERIFY(!desk.child<QDockWidget>(u"thresholdDock"_s)->isVisible() && inFront(u"eventDock"_s));
        QTest::keyClick(desk.chart(), Qt::Key_2, Qt::ControlModifier);
        QTRY_VERIFY(desk.child<QDockWidget>(u"thresholdDock"_s)->isVisible());
        const int chartHeight = desk.chart()->height();
        QTest::keyClick(desk.chart(), Qt::Key_3, Qt::ControlModifier);
        QTRY_VERIFY(inFront(u"cacheDock"_s) && desk.chart()->height() < chartHeight);
        QTest::keyClick(desk.chart(), Qt::Key_4, Qt::ControlModifier);
        QTRY_VERIFY(inFront(u"eventDock"_s) && desk.chart()->height() > chartHeight);
    }

    void theHoldersAreAskedForOnlyWhileTheyAreSeen()
    {
        Desk desk;
        QCOMPARE(desk.fake.monitor.holdersAsked, 0);
        auto *dock = desk.child<QDockWidget>(u"holdersDock"_s);
        dock->raise();
        auto *table = dock->findChild<QTableView *>();
        QTRY_COMPARE(table->model()->rowCount(), 4);
        QVERIFY(table->model()->index(3, 0).data().toString().contains(u"this program"_s));
        QVERIFY(!table->model()->index(2, 0).data().toString().contains(QChar(0x1b)));
        desk.child<QDockWidget>(u"eventDock"_s)->raise();
        QTRY_VERIFY(desk.fake.monitor.holdersAsked > 0);
        const int asked = desk.fake.monitor.holdersAsked;
        QTest::qWait(3500);
        QCOMPARE(desk.fake.monitor.holdersAsked, asked);
    }

    void theLayoutIsKept()
    {
        Desk desk;
        desk.child<QDockWidget>(u"thresholdDock"_s)->hide();
        desk.chart()->setSpan(1h);
        const QByteArray layout = desk.window->saveLayout();
        MainWindow other(desk.fake.views());
        QVERIFY(other.restoreLayout(layout));
        QVERIFY(other.findChild<QDockWidget *>(u"thresholdDock"_s)->isHidden());
        QCOMPARE(other.findChild<TimeChart *>()->span(), 1h);
        QVERIFY(!other.restoreLayout("nonsense"));
        QVERIFY(!other.restoreLayout({}));
        desk.action(u"Restore default &layout"_s)->trigger();
        QVERIFY(desk.child<QDockWidget>(u"thresholdDock"_s)->isVisible());
    }

    void itFitsIntoASmallScreen_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::newRow("English") << QLocale(QLocale::English, QLocale::UnitedStates);
        QTest::newRow("German") << QLocale(QLocale::German, QLocale::Germany);
    }
    void itFitsIntoASmallScreen()
    {
        QFETCH(QLocale, locale);
        installTranslation(qApp, locale);
        {
            Desk desk({1024, 640});
            QCOMPARE(desk.window->size(), QSize(1024, 640));
            for (const QString &dock : {u"eventDock"_s, u"cacheDock"_s, u"scanDock"_s}) {
                desk.child<QDockWidget>(dock)->raise();
                QCoreApplication::processEvents();
                QCOMPARE(desk.window->size(), QSize(1024, 640));
            }
            QVERIFY(desk.chart()->height() >= 180);
        }
        installTranslation(qApp, QLocale(QLocale::English, QLocale::UnitedStates));
    }

    void everyWidgetHasAnAccessibleName()
    {
        Desk desk;
        desk.fake.scan.report({.running = true, .folder = "/data", .found = 4, .done = 1, .current = {}});
        QStringList nameless;
        for (QWidget *widget : desk.window->findChildren<QWidget *>()) {
            // Parts that Qt makes inside its own widgets speak through them.
            const bool inside = widget->inherits("QScrollBar") || widget->objectName().startsWith(u"qt_"_s) ||
                                widget->inherits("QAbstractScrollAreaScrollBarContainer") ||
                                qobject_cast<QAbstractScrollArea *>(widget->parentWidget()) ||
                                qobject_cast<QLineEdit *>(widget->parentWidget()) ||
                                widget->parentWidget()->inherits("QAbstractScrollAreaScrollBarContainer") ||
                                qobject_cast<QHeaderView *>(widget->parentWidget());
            const bool plumbing = qstrcmp(widget->metaObject()->className(), "QWidget") == 0;
            static constexpr std::array ofQt{"QDockWidgetTitleButton",
                                             "QMainWindowLayoutSeparator",
                                             "QSizeGrip",
                                             "QToolBarExtension",
                                             "QToolBarSeparator",
                                             "QTabBar",
                                             "QRubberBand",
                                             "QSplitterHandle",
                                             "QMenu",
                                             "QComboBoxPrivateContainer"};
            const bool qts = std::any_of(ofQt.begin(), ofQt.end(),
                                         [widget](const char *name) { return widget->inherits(name); });
            if (inside || qts)
                continue;
            QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
            if (!face || (face->text(QAccessible::Name).isEmpty() && widget->accessibleName().isEmpty()))
                nameless += QString::fromLatin1(widget->metaObject()->className()) + u' ' +
                            widget->objectName() + (plumbing ? u" (plain)"_s : QString());
        }
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u"\n"_s)));
    }

    void dataIsNeverRichText()
    {
        Desk desk;
        for (const QLabel *label : desk.window->findChildren<QLabel *>())
            if (!label->objectName().startsWith(u"qt_"_s) && label->objectName() != u"labelEnter"_s)
                QVERIFY2(label->textFormat() == Qt::PlainText || !Qt::mightBeRichText(label->text()),
                         qPrintable(label->objectName()));
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
