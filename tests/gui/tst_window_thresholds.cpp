// SPDX-License-Identifier: GPL-3.0-or-later
//
// Thresholds are drafted, applied and taken back in the window.
#include "gui/Desk.h"
#include "gui/notice/NoticeBar.h"

using namespace manometer;
using namespace manometer::gui;

class TestWindowThresholds : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { installTranslation(qApp, QLocale(QLocale::English, QLocale::UnitedStates)); }

    void whatWasAppliedByItsButtonIsUndoneByTheKeyAtOnce()
    {
        Desk desk;
        const pressure::Thresholds before = desk.fake.settings.now.thresholds;
        desk.highEnter()->setValue(82);
        desk.apply()->setFocus();
        QTest::mouseClick(desk.apply(), Qt::LeftButton);
        QCOMPARE(desk.fake.settings.now.thresholds.high.enterPercent, 82.0);
        QTest::keyClick(desk.window->focusWidget(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(desk.fake.settings.now.thresholds, before);
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

    void undoAndRedoSayWhichStepInATextThatALanguageCanOrder()
    {
        Desk desk;
        QVERIFY(!desk.action(u"&Undo"_s)->isEnabled());
        desk.highEnter()->setValue(78);
        QAction *undo = desk.action(u"&Undo: change HIGH"_s);
        QVERIFY(undo && undo->isEnabled());
        undo->trigger();
        QVERIFY(!undo->isEnabled());
        QCOMPARE(undo->text(), u"&Undo"_s);
        QAction *redo = desk.action(u"&Redo: change HIGH"_s);
        QVERIFY(redo && redo->isEnabled());
        redo->trigger();
        QCOMPARE(desk.highEnter()->value(), 78.0);
        QCOMPARE(redo->text(), u"&Redo"_s);
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
        desk.fake.monitor.now.latest.systemUsedPercent = desk.fake.monitor.now.percent = 95;
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
};

QTEST_MAIN(TestWindowThresholds)
#include "tst_window_thresholds.moc"
