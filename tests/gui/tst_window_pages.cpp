// SPDX-License-Identifier: GPL-3.0-or-later
//
// The pages beside the chart: their contents, and that hidden pages send no queries.
#include "gui/WindowFixture.h"
#include "gui/entries/CachePage.h"
#include "gui/entries/RemovalQuestion.h"
#include "gui/sources/SourcesPage.h"
#include "support/Eventually.h"
#include "support/TestMain.h"

#include <QAbstractItemModelTester>
#include <QDockWidget>
#include <QScrollBar>
#include <QTableView>
#include <QTimer>

using namespace manometer;
using namespace manometer::gui;

class TestWindowPages : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { installTranslation(qApp, QLocale(QLocale::English, QLocale::UnitedStates)); }

    void aHiddenTabListsNothingUntilItIsShown()
    {
        WindowFixture fixture;
        QVERIFY(fixture.drawn());
        QVERIFY(fixture.fake.cache.queries.isEmpty());
        fixture.child<QDockWidget>(u"cacheDock"_s)->raise();
        VERIFY_EVENTUALLY(!fixture.fake.cache.queries.isEmpty());
        // Del, once there is something to delete.
        QVERIFY(!fixture.action(u"&Delete entries…"_s)->isEnabled());
        for (QTableView *table : fixture.window->findChildren<QTableView *>())
            if (table->accessibleName() == u"Cache entries"_s) {
                COMPARE_EVENTUALLY(table->model()->rowCount(), 200);
                table->selectAll();
                QVERIFY(fixture.action(u"&Delete entries…"_s)->isEnabled());
                QTest::keyClick(table, Qt::Key_Delete);
            }
        VERIFY_EVENTUALLY(fixture.window->findChild<RemovalQuestion *>());
        auto *question = fixture.window->findChild<RemovalQuestion *>();
        QCOMPARE(question->findChild<QLabel *>(u"what"_s)->text(), u"Delete 200 entries from the cache?"_s);
        const auto *more = question->findChild<QLabel *>(u"more"_s);
        VERIFY_EVENTUALLY(question->isVisible());
        QVERIFY2(more->height() >= more->heightForWidth(more->width()), "its text is cut");
        question->reject();
    }

    void entriesArePinnedByKeyAndTheirDeletionIsUndoneInTheBar()
    {
        WindowFixture fixture;
        QVERIFY(fixture.drawn());
        fixture.child<QDockWidget>(u"cacheDock"_s)->raise();
        auto *table = fixture.window->findChild<CachePage *>()->findChild<QTableView *>(u"table"_s);
        COMPARE_EVENTUALLY(table->model()->rowCount(), 200);
        table->setFocus();
        table->selectRow(2);
        QTest::keyClick(table, Qt::Key_P, Qt::ControlModifier);
        COMPARE_EVENTUALLY(table->model()->index(2, EntryModel::Pinned).data().toString(), u"pinned"_s);
        QTest::keyClick(table, Qt::Key_Delete);
        VERIFY_EVENTUALLY(fixture.window->findChild<RemovalQuestion *>());
        fixture.window->findChild<QPushButton *>(u"yes"_s)->click();
        COMPARE_EVENTUALLY(table->model()->rowCount(), 199);
        auto *undo = fixture.child<QPushButton>(u"noticeUndo"_s);
        VERIFY_EVENTUALLY(undo->isVisible());
        undo->click();
        COMPARE_EVENTUALLY(table->model()->rowCount(), 200);
    }

    void theUndoCommandUndoesADeletionUnlessAThresholdStepFollowed()
    {
        WindowFixture fixture;
        QVERIFY(fixture.drawn());
        fixture.highEnter()->setValue(84);
        fixture.child<QDockWidget>(u"cacheDock"_s)->raise();
        auto *table = fixture.window->findChild<CachePage *>()->findChild<QTableView *>(u"table"_s);
        COMPARE_EVENTUALLY(table->model()->rowCount(), 200);
        const auto deleteARow = [&fixture, table] {
            table->setFocus();
            table->selectRow(2);
            QTest::keyClick(table, Qt::Key_Delete);
            VERIFY_EVENTUALLY(fixture.window->findChild<RemovalQuestion *>());
            fixture.window->findChild<QPushButton *>(u"yes"_s)->click();
            COMPARE_EVENTUALLY(table->model()->rowCount(), 199);
            VERIFY_EVENTUALLY(fixture.child<QPushButton>(u"noticeUndo"_s)->isVisible());
            fixture.window->activateWindow(); // there is no window manager to do it when the dialog closes
            QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
        };
        deleteARow();
        QVERIFY(fixture.action(u"&Undo: delete entries"_s));
        QTest::keyClick(fixture.window.get(), Qt::Key_Z, Qt::ControlModifier);
        COMPARE_EVENTUALLY(table->model()->rowCount(), 200);
        QCOMPARE(fixture.highEnter()->value(), 84.0);
        QVERIFY(fixture.action(u"&Undo: change HIGH"_s));

        deleteARow();
        fixture.highEnter()->setValue(85);
        QTest::keyClick(fixture.window.get(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(fixture.highEnter()->value() < 85);
        QVERIFY(fixture.child<QPushButton>(u"noticeUndo"_s)->isVisible());
        QCOMPARE(table->model()->rowCount(), 199);
    }

    void sourcesAreCheckedWhenTheirPageIsShown()
    {
        WindowFixture fixture;
        QVERIFY(fixture.drawn());
        fixture.fake.monitor.report.rows = {{.signal = pressure::Signal::HostMemory,
                                             .state = pressure::SignalState::Works,
                                             .path = "/proc/meminfo",
                                             .delay = 100ms},
                                            {.signal = pressure::Signal::HostStall,
                                             .state = pressure::SignalState::Missing,
                                             .path = "/proc/pressure/memory"},
                                            {.signal = pressure::Signal::HostStall,
                                             .state = pressure::SignalState::Missing,
                                             .path = "/rehearsal/pressure/memory"}};
        fixture.fake.monitor.report.tightest =
            pressure::CgroupMemory{.limitBytes = 1u << 30, .workingSetBytes = 1u << 29};
        auto *page = fixture.window->findChild<SourcesPage *>();
        auto *table = page->findChild<QTableView *>();
        QCOMPARE(table->model()->rowCount(), 0);
        fixture.child<QDockWidget>(u"sourcesDock"_s)->raise();
        COMPARE_EVENTUALLY(table->model()->rowCount(), 3);
        const auto cell = [table](int row, int column) {
            return table->model()->index(row, column).data().toString().replace(u'\u00a0', u' ');
        };
        QCOMPARE(cell(0, SourceModel::State), u"works"_s);
        QCOMPARE(cell(0, SourceModel::Delay), u"≤ 100 ms"_s);
        QCOMPARE(cell(0, SourceModel::Detail), u"/proc/meminfo"_s);
        QCOMPARE(cell(1, SourceModel::State), u"missing"_s);
        QVERIFY(cell(1, SourceModel::Detail).contains(u"pressure stall information"_s));
        // A rehearsal knows only the files of its machine.
        QVERIFY(cell(2, SourceModel::Detail).contains(u"/rehearsal/pressure/memory"_s));
        QVERIFY(!cell(2, SourceModel::Detail).contains(u"kernel"_s));
        QVERIFY(page->findChild<QLabel *>(u"summary"_s)->text().contains(u"50.0"_s));
        const QAbstractItemModelTester tester(table->model(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void processesAreReadOnlyWhileTheirPageIsVisible()
    {
        WindowFixture fixture;
        QCOMPARE(fixture.fake.monitor.holdersAsked, 0);
        auto *dock = fixture.child<QDockWidget>(u"holdersDock"_s);
        dock->raise();
        auto *table = dock->findChild<QTableView *>();
        COMPARE_EVENTUALLY(table->model()->rowCount(), 4);
        QVERIFY(table->model()->index(3, 0).data().toString().contains(u"this program"_s));
        QVERIFY(!table->model()->index(2, 0).data().toString().contains(QChar(0x1b)));
        fixture.child<QDockWidget>(u"eventDock"_s)->raise();
        const auto *again = fixture.window->findChild<QTimer *>(u"askAgain"_s);
        VERIFY_EVENTUALLY(!again->isActive());
        const int asked = fixture.fake.monitor.holdersAsked;
        dock->raise();
        VERIFY_EVENTUALLY(again->isActive());
        VERIFY_EVENTUALLY(fixture.fake.monitor.holdersAsked > asked);
    }

    void eventsFollowUntilScrolledUp()
    {
        WindowFixture fixture;
        QTableView *table = nullptr;
        for (QTableView *candidate : fixture.window->findChildren<QTableView *>())
            if (candidate->accessibleName() == u"Events, oldest first"_s)
                table = candidate;
        QVERIFY(table);
        for (int index = 0; index < 40; ++index)
            fixture.fake.events.append(views::SourceEvent{});
        QScrollBar *bar = table->verticalScrollBar();
        VERIFY_EVENTUALLY(bar->maximum() > 0 && bar->value() == bar->maximum());
        bar->triggerAction(QAbstractSlider::SliderPageStepSub);
        const int kept = bar->value();
        fixture.fake.events.append(views::SourceEvent{});
        fixture.fake.events.append(views::SourceEvent{});
        auto *news = fixture.child<QPushButton>(u"news"_s);
        COMPARE_EVENTUALLY(news->text(), u"2 new"_s);
        QCOMPARE(bar->value(), kept);
        QTest::mouseClick(news, Qt::LeftButton);
        COMPARE_EVENTUALLY(bar->value(), bar->maximum());
    }

    void aScanShowsProgressAndCanBeCancelled()
    {
        WindowFixture fixture;
        fixture.child<QDockWidget>(u"scanDock"_s)->raise();
        QVERIFY(fixture.text(u"state"_s).contains(u"No scan yet"_s));
        fixture.fake.scan.report({.running = true,
                                  .counting = false,
                                  .folder = "/data\n",
                                  .found = 40,
                                  .done = 10,
                                  .fromCache = 2,
                                  .read = 8,
                                  .filesPerSecond = 41.3,
                                  .current = "/data/x"});
        QCOMPARE(fixture.text(u"state"_s), u"Scanning /data\\n"_s);
        QVERIFY(fixture.text(u"counts"_s).startsWith(u"10 of 40 files · 8 read"_s));
        QVERIFY(!fixture.action(u"&Add folder…"_s)->isEnabled());
        fixture.fake.scan.fail(
            {.kind = views::ScanFailure::Kind::NoReader, .path = {}, .systemError = 0, .detail = {}});
        QVERIFY(fixture.text(u"advice"_s).contains(u"libimage-exiftool-perl"_s));
        fixture.child<QPushButton>(u"cancel"_s)->click();
        QCOMPARE(fixture.fake.scan.cancels, 1);
        fixture.fake.scan.end(true);
        QVERIFY(fixture.text(u"state"_s).contains(u"cancelled"_s));
        QVERIFY(fixture.action(u"&Add folder…"_s)->isEnabled());
    }

    void aScanSaysWhatWasNotUnderstoodAndWhy()
    {
        WindowFixture fixture;
        fixture.child<QDockWidget>(u"scanDock"_s)->raise();
        views::ScanProgress progress{.running = true, .counting = false, .folder = "/data", .found = 40};
        fixture.fake.scan.report(progress);
        QCOMPARE(fixture.text(u"counts"_s).count(u'\n'), 0);
        progress.notUnderstood = 5;
        progress.empty = 2;
        progress.unknownType = 30;
        fixture.fake.scan.report(progress);
        QCOMPARE(fixture.text(u"counts"_s).section(u'\n', 1),
                 u"Contents: damaged 3 · empty 2 · unknown type 30"_s);
    }

    void aScanSaysWhyFilesWereSkippedOrFailed()
    {
        WindowFixture fixture;
        fixture.child<QDockWidget>(u"scanDock"_s)->raise();
        fixture.fake.scan.report({.running = true,
                                  .counting = false,
                                  .folder = "/data",
                                  .found = 40,
                                  .failed = 9,
                                  .skipped = 9,
                                  .reasons = {.links = 1,
                                              .pipes = 2,
                                              .devices = 3,
                                              .kernelFolders = 4,
                                              .noPermission = 5,
                                              .changedWhileRead = 6,
                                              .timedOut = 7,
                                              .tooLarge = 8}});
        QCOMPARE(fixture.text(u"counts"_s).section(u'\n', 1),
                 u"Skipped: links 1 · FIFOs and sockets 2 · devices 3 · kernel file systems 4\n"
                 "Failed: no permission 5 · changed while read 6 · took too long 7 · too much metadata 8"_s);
    }
};

MANOMETER_TEST(Gui, TestWindowPages)
#include "tst_window_pages.moc"
