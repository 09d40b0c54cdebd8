// SPDX-License-Identifier: GPL-3.0-or-later
//
// Keys do in the window what they say, and leave alone what somebody types.
#include "gui/Desk.h"

#include <QDockWidget>
#include <QLineEdit>
#include <QListWidget>
#include <QTabBar>
#include <QTableWidget>
#include <QTextBrowser>

using namespace manometer;
using namespace manometer::gui;

namespace {

// Where a dock's tab is among those of the window, null where there is none.
struct Tab
{
    QTabBar *bar = nullptr;
    int index = -1;

    Tab(const Desk &desk, const QString &title)
    {
        for (QTabBar *tabs : desk.window->findChildren<QTabBar *>())
            for (int each = 0; each < tabs->count(); ++each)
                if (tabs->tabText(each) == title) {
                    bar = tabs;
                    index = each;
                }
    }
    void click() const { QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(index).center()); }
};

// What F1 explains where the focus is.
QString explained(const Desk &desk)
{
    QTest::keyClick(desk.window->focusWidget(), Qt::Key_F1);
    auto *topics = desk.child<QListWidget>(u"helpTopics"_s);
    const QString topic = topics ? topics->currentItem()->text() : QString();
    if (topics)
        QTest::keyClick(topics, Qt::Key_Escape);
    desk.window->activateWindow();
    return QTest::qWaitForWindowActive(desk.window.get()) ? topic : QString();
}

} // namespace

class TestWindowKeys : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { installTranslation(qApp, QLocale(QLocale::English, QLocale::UnitedStates)); }

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

    void f1ExplainsThePageWhoseTabWasClicked()
    {
        Desk desk;
        desk.chart()->setFocus();
        const Tab holders(desk, u"Memory holders"_s);
        QVERIFY(holders.bar);
        holders.click();
        QCOMPARE(explained(desk), u"Memory holders"_s);
        Tab(desk, u"Cache entries"_s).click();
        QCOMPARE(explained(desk), u"Cache entries"_s);
        QTest::mouseClick(desk.chart()->viewport(), Qt::LeftButton, {}, QPoint(5, 5));
        QCOMPARE(explained(desk), u"Chart"_s);
        // It lies in front already: the click says that this one is meant.
        Tab(desk, u"Cache entries"_s).click();
        QCOMPARE(explained(desk), u"Cache entries"_s);
    }

    void f1ExplainsThePageThatAnArrangementIsAbout()
    {
        Desk desk;
        desk.chart()->setFocus();
        QTest::keyClick(desk.chart(), Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(explained(desk), u"Cache entries"_s);
        QTest::keyClick(desk.window->focusWidget(), Qt::Key_4, Qt::ControlModifier);
        QCOMPARE(explained(desk), u"Chart"_s);
    }
};

QTEST_MAIN(TestWindowKeys)
#include "tst_window_keys.moc"
