// SPDX-License-Identifier: GPL-3.0-or-later
//
// The context menus of tables and trees, by mouse and by key.
#include "gui/WindowFixture.h"
#include "gui/entries/CachePage.h"
#include "gui/entries/EntryModel.h"
#include "gui/events/EventPage.h"
#include "support/TestMain.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QDockWidget>
#include <QMenu>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTreeView>

using namespace manometer;
using namespace manometer::gui;

namespace {

// The event that Qt makes of the menu key.
void pressMenuKey(QAbstractItemView *view)
{
    QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
    QApplication::sendEvent(view, &event);
}

QMenu *menuOf(const QAbstractItemView *view)
{
    return view->findChild<QMenu *>(u"rowMenu"_s);
}

void choose(const QAbstractItemView *view, const QString &action)
{
    auto *menu = menuOf(view);
    QVERIFY(menu);
    QAction *found = nullptr;
    for (QAction *each : menu->actions())
        if (each->objectName() == action)
            found = each;
    QVERIFY2(found, qPrintable(action));
    QVERIFY2(found->isEnabled(), qPrintable(action));
    found->trigger();
    menu->close();
}

QString clipboard()
{
    return QGuiApplication::clipboard()->text();
}

} // namespace

class TestRowMenus : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { installTranslation(qApp, QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init() { QGuiApplication::clipboard()->clear(); }

    void everyTableAndTreeHasAMenu_data()
    {
        QTest::addColumn<QString>("dock");
        QTest::addColumn<QString>("view");
        QTest::newRow("events") << u"eventDock"_s << u"table"_s;
        QTest::newRow("entries") << u"cacheDock"_s << u"table"_s;
        QTest::newRow("metadata") << u"cacheDock"_s << u"tree"_s;
        QTest::newRow("facts of an entry") << u"cacheDock"_s << u"facts"_s;
        QTest::newRow("folders") << u"cacheDock"_s << u"folders"_s;
        QTest::newRow("programs") << u"cacheDock"_s << u"programs"_s;
        QTest::newRow("processes") << u"holdersDock"_s << u"table"_s;
        QTest::newRow("sources") << u"sourcesDock"_s << u"table"_s;
        QTest::newRow("scan failures") << u"scanDock"_s << u"failures"_s;
    }
    void everyTableAndTreeHasAMenu()
    {
        QFETCH(QString, dock);
        QFETCH(QString, view);
        WindowFixture fixture;
        fixture.fake.scan.fail({.path = "/data/a.jpg"});
        fixture.fake.monitor.report.rows = {{.signal = pressure::Signal::HostMemory,
                                             .state = pressure::SignalState::Works,
                                             .path = "/proc/meminfo"}};
        auto *page = fixture.child<QDockWidget>(dock);
        page->show();
        page->raise();
        auto *cache = fixture.window->findChild<CachePage *>();
        if (view == u"programs"_s)
            cache->showPrograms();
        if (view == u"folders"_s)
            cache->showFolders();
        if (view == u"tree"_s || view == u"facts"_s) {
            auto *entries = cache->findChild<QTableView *>(u"table"_s);
            VERIFY_EVENTUALLY(entries->model()->rowCount() > 0);
            entries->selectRow(0);
            cache->findChild<QTabWidget *>(u"detailTabs"_s)->setCurrentIndex(view == u"tree"_s ? 0 : 3);
        }
        auto *shown = page->widget()->findChild<QAbstractItemView *>(view);
        QVERIFY(shown);
        VERIFY_EVENTUALLY(shown->model()->rowCount() > 0 && shown->isVisible());
        VERIFY_EVENTUALLY(shown->model()->index(0, 0).data().toString() != u"…"_s);
        shown->setCurrentIndex(shown->model()->index(0, 0));
        pressMenuKey(shown);
        QVERIFY(menuOf(shown));
        VERIFY_EVENTUALLY(menuOf(shown)->isVisible());
        QVERIFY(!menuOf(shown)->accessibleName().isEmpty());
        choose(shown, u"copyCell"_s);
        QCOMPARE(clipboard(), shown->model()->index(0, 0).data().toString());
        VERIFY_EVENTUALLY(!menuOf(shown));
        pressMenuKey(shown);
        choose(shown, u"copyRows"_s);
        QVERIFY2(clipboard().endsWith(u'\n') && clipboard().contains(u'\t'), qPrintable(clipboard()));
        QVERIFY(clipboard().startsWith(shown->model()->index(0, 0).data().toString()));
    }

    void theMenuOfAnEntryHasThePagesCommands()
    {
        WindowFixture fixture;
        auto *dock = fixture.child<QDockWidget>(u"cacheDock"_s);
        dock->show();
        dock->raise();
        auto *table = dock->widget()->findChild<QTableView *>(u"table"_s);
        VERIFY_EVENTUALLY(table->model()->rowCount() > 0);
        VERIFY_EVENTUALLY(table->model()->index(0, EntryModel::Path).data().toString() != u"…"_s);
        table->selectRow(0);
        auto *copyPath = dock->findChild<QAction *>(u"copyPath"_s);
        VERIFY_EVENTUALLY(copyPath->isEnabled());
        pressMenuKey(table);
        for (const QString &name : {u"copyPath"_s, u"copyJson"_s, u"openFolder"_s, u"readAgain"_s})
            QVERIFY(menuOf(table)->actions().contains(dock->findChild<QAction *>(name)));
        choose(table, u"copyPath"_s);
        QCOMPARE(clipboard(), table->model()->index(0, EntryModel::Path).data().toString());
    }

    void theMenuOfAnEventShowsItOnTheChart()
    {
        WindowFixture fixture;
        auto *page = fixture.window->findChild<EventPage *>();
        auto *table = page->findChild<QTableView *>(u"table"_s);
        VERIFY_EVENTUALLY(table->model()->rowCount() > 3);
        QSignalSpy moments(page, &EventPage::momentRequested);
        table->setCurrentIndex(table->model()->index(1, 2));
        pressMenuKey(table);
        choose(table, u"showOnChart"_s);
        QCOMPARE(moments.size(), 1);
    }

    void theMouseOpensTheMenuOfTheCellUnderIt()
    {
        WindowFixture fixture;
        auto *page = fixture.window->findChild<EventPage *>();
        auto *table = page->findChild<QTableView *>(u"table"_s);
        VERIFY_EVENTUALLY(table->model()->rowCount() > 3);
        const QModelIndex first = table->model()->index(table->rowAt(1), 1);
        const QModelIndex other = first.siblingAtRow(first.row() + 1);
        table->setCurrentIndex(first);
        const QPoint place = table->visualRect(other).center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, place, table->viewport()->mapToGlobal(place));
        QApplication::sendEvent(table->viewport(), &event);
        choose(table, u"copyCell"_s);
        QCOMPARE(clipboard(), other.data().toString());
        // Below the rows there is nothing to copy.
        VERIFY_EVENTUALLY(!menuOf(table));
        const QPoint none(5, table->viewport()->height() + 100);
        QContextMenuEvent beside(QContextMenuEvent::Mouse, none, table->viewport()->mapToGlobal(none));
        QApplication::sendEvent(table->viewport(), &beside);
        QVERIFY(!menuOf(table));
    }

    void aFloatingPageCopiesToo()
    {
        WindowFixture fixture;
        auto *dock = fixture.child<QDockWidget>(u"eventDock"_s);
        dock->setFloating(true);
        auto *table = dock->widget()->findChild<QTableView *>(u"table"_s);
        VERIFY_EVENTUALLY(table->model()->rowCount() > 3);
        table->selectRow(0);
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        QVERIFY(!clipboard().isEmpty());
    }
};

MANOMETER_TEST(Gui, TestRowMenus)
#include "tst_row_menus.moc"
