// SPDX-License-Identifier: GPL-3.0-or-later
//
// Thresholds are drafted, applied and undone in the window.
#include "gui/WindowFixture.h"
#include "gui/look/ElidedLabel.h"
#include "gui/notice/NoticeBar.h"
#include "support/Eventually.h"
#include "support/TestMain.h"

#include <QDockWidget>

using namespace manometer;
using namespace manometer::gui;

class TestWindowThresholds : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { installTranslation(qApp, QLocale(QLocale::English, QLocale::UnitedStates)); }

    void anApplyByButtonIsUndoneByKey()
    {
        WindowFixture fixture;
        const pressure::Thresholds before = fixture.fake.settings.now.thresholds;
        fixture.highEnter()->setValue(82);
        fixture.apply()->setFocus();
        QTest::mouseClick(fixture.apply(), Qt::LeftButton);
        QCOMPARE(fixture.fake.settings.now.thresholds.high.enterPercent, 82.0);
        QTest::keyClick(fixture.window->focusWidget(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(fixture.fake.settings.now.thresholds, before);
    }

    void anInvalidDraftIsRejectedWithAReason()
    {
        WindowFixture fixture;
        QTest::mouseClick(fixture.highEnter(), Qt::LeftButton);
        fixture.highEnter()->selectAll();
        QTest::keyClicks(fixture.highEnter(), u"150"_s);
        QTest::keyClick(fixture.highEnter(), Qt::Key_Return);
        QCOMPARE(fixture.highEnter()->value(), 150.0);
        QCOMPARE(fixture.text(u"problem"_s),
                 u"Cannot be applied: HIGH: every percentage must be between 0 and 100."_s);
        QVERIFY(!fixture.apply()->isEnabled());
        QTest::keyClick(fixture.window.get(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(fixture.fake.settings.applied.isEmpty());
        QTest::mouseClick(fixture.revert(), Qt::LeftButton);
        QCOMPARE(fixture.highEnter()->value(), 80.0);
        QVERIFY(!fixture.revert()->isEnabled());
    }

    void theBarOfADraftSaysWhyItCannotBeApplied_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("small") << QSize(800, 480);
        QTest::newRow("usual") << QSize(1280, 800);
    }
    void theBarOfADraftSaysWhyItCannotBeApplied()
    {
        QFETCH(QSize, size);
        WindowFixture fixture(size);
        fixture.highEnter()->setValue(150);
        const auto *reason = fixture.child<ElidedLabel>(u"draftText"_s);
        QVERIFY(reason->isVisible());
        QCOMPARE(reason->text(), u"HIGH: every percentage must be between 0 and 100."_s);
        QTest::qWait(50);
        QVERIFY(reason->isWhole());
        QVERIFY(!fixture.child<QPushButton>(u"draftApply"_s)->isEnabled());
        fixture.highEnter()->setValue(82);
        QVERIFY(reason->text().contains(u"not in effect until you apply"_s));
        VERIFY_EVENTUALLY(fixture.child<QPushButton>(u"draftApply"_s)->isEnabled());
    }

    void keysDraftUndoAndApply()
    {
        WindowFixture fixture;
        QVERIFY(fixture.drawn());
        fixture.chart()->setFocus();
        QTest::keyClick(fixture.chart(), Qt::Key_T);
        QTest::keyClick(fixture.chart(), Qt::Key_T);
        QCOMPARE(fixture.chart()->selectedHandle(), std::optional(Level::High));
        QTest::keyClick(fixture.chart(), Qt::Key_Up);
        QCOMPARE(fixture.highEnter()->value(), 80.1);
        QTest::keyClick(fixture.chart(), Qt::Key_PageDown);
        QCOMPARE(fixture.highEnter()->value(), 79.1);
        QTest::keyClick(fixture.chart(), Qt::Key_Return);
        VERIFY_EVENTUALLY(fixture.highEnter()->hasFocus());
        QTest::keyClicks(fixture.highEnter(), u"78"_s);
        // A typed value is used, confirmed or not.
        QTest::keyClick(fixture.highEnter(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(fixture.fake.settings.applied.size(), 1);
        QCOMPARE(fixture.fake.settings.applied.front().high.enterPercent, 78.0);
        // Apply is an undo step: undoing it restores the old thresholds and keeps the draft.
        QTest::keyClick(fixture.highEnter(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(fixture.fake.settings.now.thresholds.high.enterPercent, 80.0);
        QCOMPARE(fixture.highEnter()->value(), 78.0);
        QTest::keyClick(fixture.highEnter(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(fixture.highEnter()->value(), 79.1);
        QTest::keyClick(fixture.highEnter(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTest::keyClick(fixture.highEnter(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(fixture.fake.settings.now.thresholds.high.enterPercent, 78.0);
    }

    void undoAndRedoNameTheStepInOneText()
    {
        WindowFixture fixture;
        QVERIFY(!fixture.action(u"&Undo"_s)->isEnabled());
        fixture.highEnter()->setValue(78);
        QAction *undo = fixture.action(u"&Undo: change HIGH"_s);
        QVERIFY(undo && undo->isEnabled());
        undo->trigger();
        QVERIFY(!undo->isEnabled());
        QCOMPARE(undo->text(), u"&Undo"_s);
        QAction *redo = fixture.action(u"&Redo: change HIGH"_s);
        QVERIFY(redo && redo->isEnabled());
        redo->trigger();
        QCOMPARE(fixture.highEnter()->value(), 78.0);
        QCOMPARE(redo->text(), u"&Redo"_s);
    }

    void everyFieldIsWholeInASmallWindow_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSize>("size");
        QTest::newRow("English, small") << u"en_US"_s << QSize(800, 480);
        QTest::newRow("German, small") << u"de_DE"_s << QSize(800, 480);
        QTest::newRow("English, usual") << u"en_US"_s << QSize(1280, 800);
        QTest::newRow("German, usual") << u"de_DE"_s << QSize(1280, 800);
    }
    void everyFieldIsWholeInASmallWindow()
    {
        QFETCH(QString, language);
        QFETCH(QSize, size);
        installTranslation(qApp, QLocale(language));
        {
            WindowFixture fixture(size);
            // Above the page of figures, the rules are left out.
            if (size.height() >= 800)
                fixture.child<QDockWidget>(u"whatIfDock"_s)->hide();
            auto *page = fixture.child<QWidget>(u"ThresholdPage"_s);
            VERIFY_EVENTUALLY(fixture.child<QLabel>(u"labelHits"_s)->isVisibleTo(page));
            QTest::qWait(50);
            const QSize chart = fixture.chart()->size();
            // A changed value is bold.
            fixture.child<QDoubleSpinBox>(u"elevatedEnter"_s)->setValue(61);
            fixture.highEnter()->setValue(78);
            fixture.child<QDoubleSpinBox>(u"criticalEnter"_s)->setValue(92.5);
            QTest::qWait(50);
            QCOMPARE(fixture.chart()->size(), chart);
            QWidgetList fields{fixture.apply(), fixture.revert()};
            for (auto *box : page->findChildren<QDoubleSpinBox *>())
                fields += box;
            QCOMPARE(fields.size(), 14);
            if (size.height() >= 800) // in a small one the last rows scroll
                fields += {fixture.child<QLabel>(u"criticalHits"_s), fixture.child<QLabel>(u"rules"_s),
                           fixture.child<QLabel>(u"problem"_s)};
            for (const QWidget *field : fields) {
                QVERIFY2(field->visibleRegion().boundingRect() == field->rect(),
                         qPrintable(field->objectName()));
                QVERIFY2(field->height() >= field->fontMetrics().height(), qPrintable(field->objectName()));
            }
            // The buttons keep their words or their pictures, and their names.
            QTest::mouseClick(fixture.apply(), Qt::LeftButton);
            QCOMPARE(fixture.fake.settings.now.thresholds.high.enterPercent, 78.0);
            QVERIFY(!fixture.apply()->accessibleName().isEmpty());
            QVERIFY(!fixture.apply()->text().isEmpty() || !fixture.apply()->icon().isNull());
        }
        installTranslation(qApp, QLocale(QLocale::English, QLocale::UnitedStates));
    }

    void aPageThatGrowsShowsItsWordsAgain()
    {
        WindowFixture fixture({800, 480});
        QVERIFY(fixture.apply()->text().isEmpty());
        QVERIFY(!fixture.child<QLabel>(u"rules"_s)->isVisible());
        fixture.window->resize(1280, 800);
        COMPARE_EVENTUALLY(fixture.apply()->text(), u"Apply"_s);
        QVERIFY(fixture.child<QLabel>(u"problem"_s)->isVisible());
        fixture.child<QDockWidget>(u"whatIfDock"_s)->hide();
        VERIFY_EVENTUALLY(fixture.child<QLabel>(u"rules"_s)->isVisible());
    }

    void anApplyCanBeUndoneForAMinute()
    {
        WindowFixture fixture;
        auto *bar = fixture.child<NoticeBar>(u"noticeBar"_s);
        QVERIFY(!bar->isVisible());
        fixture.highEnter()->setValue(78);
        QTest::mouseClick(fixture.apply(), Qt::LeftButton);
        QVERIFY(bar->isVisible());
        QTest::mouseClick(fixture.child<QPushButton>(u"noticeUndo"_s), Qt::LeftButton);
        QCOMPARE(fixture.fake.settings.now.thresholds.high.enterPercent, 80.0);
        QCOMPARE(fixture.highEnter()->value(), 78.0); // the draft is still there
        QVERIFY(!bar->isVisible());
        QTest::mouseClick(fixture.apply(), Qt::LeftButton);
        bar->end(); // no answer: the timeout
        QCOMPARE(fixture.fake.settings.now.thresholds.high.enterPercent, 78.0);
    }

    void aChangeByTwoLevelsRevertsUnlessKept()
    {
        WindowFixture fixture;
        fixture.fake.monitor.now.latest.systemUsedPercent = fixture.fake.monitor.now.percent = 95;
        auto *bar = fixture.child<NoticeBar>(u"noticeBar"_s);
        pressure::Thresholds high;
        high.elevated = {96, 95, std::chrono::seconds(10), 90};
        high.high = {97.5, 96, std::chrono::seconds(10), 90};
        high.critical = {99, 98, std::chrono::seconds(10), 90};
        const auto apply = [&fixture, &high] {
            for (const auto &[level, name] :
                 {std::pair{Level::Critical, u"critical"_s}, std::pair{Level::High, u"high"_s},
                  std::pair{Level::Elevated, u"elevated"_s}}) {
                fixture.child<QDoubleSpinBox>(name + u"Enter"_s)->setValue(high.of(level).enterPercent);
                fixture.child<QDoubleSpinBox>(name + u"Leave"_s)->setValue(high.of(level).leavePercent);
                fixture.child<QDoubleSpinBox>(name + u"Target"_s)->setValue(high.of(level).targetPercent);
            }
            QTest::mouseClick(fixture.apply(), Qt::LeftButton);
        };
        apply();
        QCOMPARE(fixture.fake.settings.now.thresholds, high);
        bar->end();
        QCOMPARE(fixture.fake.settings.now.thresholds, pressure::Thresholds());
        apply();
        QTest::mouseClick(fixture.child<QPushButton>(u"noticeKeep"_s), Qt::LeftButton);
        QCOMPARE(fixture.fake.settings.now.thresholds, high);
        QVERIFY(!bar->isVisible());
    }
};

MANOMETER_TEST(Gui, TestWindowThresholds)
#include "tst_window_thresholds.moc"
