// SPDX-License-Identifier: GPL-3.0-or-later
//
// The window as a whole, and its pages.
#include "gui/Desk.h"
#include "gui/entries/CachePage.h"
#include "gui/entries/RemovalQuestion.h"
#include "gui/notice/NoticeBar.h"
#include "gui/shell/SnoozeMenu.h"
#include "gui/sources/SourcesPage.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QDockWidget>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollBar>
#include <QStatusBar>
#include <QTableView>
#include <QTableWidget>
#include <QTextBrowser>

using namespace manometer;
using namespace manometer::gui;

class TestMainWindow : public QObject
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

    void theFirstGlanceTellsLevelReasonCacheAndAge()
    {
        Desk desk;
        QCOMPARE(desk.text(u"levelWord"_s), u"ELEVATED"_s);
        QVERIFY(desk.text(u"basis"_s).startsWith(u"Host 6"_s));
        QVERIFY(desk.text(u"basis"_s).contains(u"margin to HIGH"_s));
        QVERIFY(desk.text(u"levelAge"_s).startsWith(u"for 00:0"_s));
        QCOMPARE(desk.text(u"cacheFill"_s), u"Cache 200 of 500 entries, limit 375 (\u221225 %)"_s);
        QCOMPARE(desk.text(u"hitRatio"_s), u"Hit ratio 93.1 %"_s);
        QTRY_VERIFY(desk.text(u"receipt"_s).startsWith(u"Last cut: evicted 125 entries, RSS \u2212"_s));
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

    void helpListsTheKeys()
    {
        Desk desk;
        QTest::keyClick(desk.chart(), Qt::Key_Question, Qt::ControlModifier);
        auto *table = desk.window->findChild<QTableWidget *>();
        QVERIFY(table);
        QVERIFY(table->findItems(u"Ctrl+E"_s, Qt::MatchExactly).size() == 1);
        table->window()->close();
    }

    void f1ExplainsThePageThatHasTheFocus()
    {
        Desk desk;
        QTest::keyClick(desk.chart(), Qt::Key_F1);
        auto *topics = desk.child<QListWidget>(u"helpTopics"_s);
        QVERIFY(topics);
        auto *page = topics->window()->findChild<QTextBrowser *>();
        QCOMPARE(topics->currentItem()->text(), u"Chart"_s);
        QVERIFY(page->toPlainText().contains(u"crosshair"_s));
        // One window, beside which the work goes on.
        desk.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
        desk.highEnter()->setFocus();
        QTest::keyClick(desk.highEnter(), Qt::Key_F1);
        QCOMPARE(topics->currentItem()->text(), u"Thresholds"_s);
        QVERIFY(page->toPlainText().contains(u"two samples in a row"_s));
        for (int topic = 0; topic < topics->count(); ++topic) {
            topics->setCurrentRow(topic);
            QVERIFY(page->toPlainText().size() > 100);
        }
        QTest::keyClick(topics, Qt::Key_Escape);
        QVERIFY(!topics->window()->isVisible());
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
        const auto *again = desk.window->findChild<QTimer *>(u"askAgain"_s);
        QTRY_VERIFY(!again->isActive());
        const int asked = desk.fake.monitor.holdersAsked;
        dock->raise();
        QTRY_VERIFY(again->isActive());
        QTRY_VERIFY(desk.fake.monitor.holdersAsked > asked);
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
