// SPDX-License-Identifier: GPL-3.0-or-later
//
// Keyboard commands of the window; typing into a field is not affected.
#include "gui/WindowFixture.h"
#include "support/Eventually.h"
#include "support/TestMain.h"

#include <QDockWidget>
#include <QLineEdit>
#include <QListWidget>
#include <QStandardItemModel>
#include <QTabBar>
#include <QTableWidget>
#include <QTextBrowser>
#include <QTreeView>

using namespace manometer;
using namespace manometer::gui;

namespace {

// The tab of a dock in the window's tab bars, null if there is none.
struct Tab
{
    QTabBar *bar = nullptr;
    int index = -1;

    Tab(const WindowFixture &fixture, const QString &title)
    {
        for (QTabBar *tabs : fixture.window->findChildren<QTabBar *>())
            for (int each = 0; each < tabs->count(); ++each)
                if (tabs->tabText(each) == title) {
                    bar = tabs;
                    index = each;
                }
    }
    void click() const { QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(index).center()); }
};

// The topic that F1 shows for the focused widget.
QString explained(const WindowFixture &fixture)
{
    QTest::keyClick(fixture.window->focusWidget(), Qt::Key_F1);
    auto *topics = fixture.child<QListWidget>(u"helpTopics"_s);
    const QString topic = topics ? topics->currentItem()->text() : QString();
    if (topics)
        QTest::keyClick(topics, Qt::Key_Escape);
    fixture.window->activateWindow();
    return QTest::qWaitForWindowActive(fixture.window.get()) ? topic : QString();
}

} // namespace

class TestWindowKeys : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { installTranslation(qApp, QLocale(QLocale::English, QLocale::UnitedStates)); }

    void spacePressesAFocusedButton()
    {
        WindowFixture fixture;
        fixture.highEnter()->setValue(78);
        fixture.apply()->setFocus();
        QTest::keyClick(fixture.apply(), Qt::Key_Space);
        QCOMPARE(fixture.fake.settings.applied.size(), 1);
        QCOMPARE(fixture.text(u"picture"_s), u"LIVE"_s);
    }

    void lettersAreTypedIntoAFilter()
    {
        WindowFixture fixture;
        QTest::keyClick(fixture.chart(), Qt::Key_F, Qt::ControlModifier);
        auto *filter = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(filter);
        QTest::keyClicks(filter, u"t +-0"_s);
        QCOMPARE(filter->text(), u"t +-0"_s);
        QCOMPARE(fixture.chart()->span(), 15min);
    }

    void lettersFindARowOfATree()
    {
        WindowFixture fixture;
        fixture.action(u"Sizes by &folder"_s)->trigger();
        auto *tree = fixture.child<QTreeView>(u"folders"_s);
        VERIFY_EVENTUALLY(tree->hasFocus());
        QStandardItemModel names;
        for (const QString &name :
             {u"archive"_s, u"music"_s, u"null"_s, u"clips"_s, u"live"_s, u"pictures"_s})
            names.appendRow(new QStandardItem(name));
        QAbstractItemModel *own = tree->model();
        tree->setModel(&names);
        for (const auto key : {Qt::Key_M, Qt::Key_N, Qt::Key_C, Qt::Key_L, Qt::Key_P}) {
            tree->setCurrentIndex(names.index(0, 0));
            tree->keyboardSearch({}); // a new word
            QTest::keyClick(tree, key);
            QCOMPARE(tree->currentIndex().data().toString().front().toUpper(), QChar(key));
        }
        tree->setModel(own);
        QVERIFY(!fixture.action(u"Compo&sition of memory"_s)->isChecked());
        QVERIFY(fixture.window->findChildren<QDialog *>().isEmpty()); // M writes no note
        // In the chart they are commands.
        QTest::keyClick(fixture.chart(), Qt::Key_C);
        QVERIFY(fixture.action(u"Compo&sition of memory"_s)->isChecked());
    }

    void f6VisitsEveryPane()
    {
        WindowFixture fixture;
        fixture.chart()->setFocus();
        QSet<QWidget *> panes;
        for (int step = 0; step < 4; ++step) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
            panes += QApplication::focusWidget();
        }
        QCOMPARE(panes.size(), 4);
        QVERIFY(fixture.chart()->hasFocus());
    }

    void keysChooseALayout()
    {
        WindowFixture fixture;
        const auto inFront = [&fixture](const QString &dock) {
            const auto *page = fixture.child<QDockWidget>(dock);
            return page->isVisible() &&
                   fixture.window->rect().contains(page->mapTo(fixture.window.get(), QPoint(1, 1)));
        };
        QTest::keyClick(fixture.chart(), Qt::Key_1, Qt::ControlModifier);
        VERIFY_EVENTUALLY(!fixture.child<QDockWidget>(u"thresholdDock"_s)->isVisible() &&
                          inFront(u"eventDock"_s));
        QTest::keyClick(fixture.chart(), Qt::Key_2, Qt::ControlModifier);
        VERIFY_EVENTUALLY(fixture.child<QDockWidget>(u"thresholdDock"_s)->isVisible());
        const int chartHeight = fixture.chart()->height();
        QTest::keyClick(fixture.chart(), Qt::Key_3, Qt::ControlModifier);
        VERIFY_EVENTUALLY(inFront(u"cacheDock"_s) && fixture.chart()->height() < chartHeight);
        QTest::keyClick(fixture.chart(), Qt::Key_4, Qt::ControlModifier);
        VERIFY_EVENTUALLY(inFront(u"eventDock"_s) && fixture.chart()->height() > chartHeight);
    }

    void helpListsTheKeys()
    {
        WindowFixture fixture;
        QTest::keyClick(fixture.chart(), Qt::Key_Question, Qt::ControlModifier);
        auto *table = fixture.window->findChild<QTableWidget *>();
        QVERIFY(table);
        QVERIFY(table->findItems(u"Ctrl+E"_s, Qt::MatchExactly).size() == 1);
        table->window()->close();
    }

    void f1ExplainsThePageThatHasTheFocus()
    {
        WindowFixture fixture;
        QTest::keyClick(fixture.chart(), Qt::Key_F1);
        auto *topics = fixture.child<QListWidget>(u"helpTopics"_s);
        QVERIFY(topics);
        auto *page = topics->window()->findChild<QTextBrowser *>();
        QCOMPARE(topics->currentItem()->text(), u"Chart"_s);
        QVERIFY(page->toPlainText().contains(u"crosshair"_s));
        // One help window, which is not modal.
        fixture.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
        fixture.highEnter()->setFocus();
        QTest::keyClick(fixture.highEnter(), Qt::Key_F1);
        QCOMPARE(topics->currentItem()->text(), u"Thresholds"_s);
        QVERIFY(page->toPlainText().contains(u"two samples in a row"_s));
        for (int topic = 0; topic < topics->count(); ++topic) {
            topics->setCurrentRow(topic);
            QVERIFY(page->toPlainText().size() > 100);
        }
        QTest::keyClick(topics, Qt::Key_Escape);
        QVERIFY(!topics->window()->isVisible());
    }

    void f1ExplainsThePageWhoseTabWasClicked()
    {
        WindowFixture fixture;
        fixture.chart()->setFocus();
        const Tab holders(fixture, u"Processes"_s);
        QVERIFY(holders.bar);
        holders.click();
        QCOMPARE(explained(fixture), u"Processes"_s);
        Tab(fixture, u"Cache entries"_s).click();
        QCOMPARE(explained(fixture), u"Cache entries"_s);
        QTest::mouseClick(fixture.chart()->viewport(), Qt::LeftButton, {}, QPoint(5, 5));
        QCOMPARE(explained(fixture), u"Chart"_s);
        // Its tab is in front already; the click moves the focus to it.
        Tab(fixture, u"Cache entries"_s).click();
        QCOMPARE(explained(fixture), u"Cache entries"_s);
    }

    void f1ExplainsTheMainPageOfALayout()
    {
        WindowFixture fixture;
        fixture.chart()->setFocus();
        QTest::keyClick(fixture.chart(), Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(explained(fixture), u"Cache entries"_s);
        QTest::keyClick(fixture.window->focusWidget(), Qt::Key_4, Qt::ControlModifier);
        QCOMPARE(explained(fixture), u"Chart"_s);
    }
};

MANOMETER_TEST(Gui, TestWindowKeys)
#include "tst_window_keys.moc"
