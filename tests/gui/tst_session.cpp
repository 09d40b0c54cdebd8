// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the window remembers from one start to the next.
#include "gui/Desk.h"
#include "gui/entries/EntryModel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDockWidget>
#include <QHeaderView>
#include <QLineEdit>
#include <QScreen>
#include <QTableView>

using namespace manometer;
using namespace manometer::gui;

class TestSession : public QObject
{
    Q_OBJECT

    static QAction *readOnly(const MainWindow &window)
    {
        for (QAction *action : window.findChildren<QAction *>())
            if (action->text() == u"Read-on&ly"_s)
                return action;
        return nullptr;
    }
    template<typename Widget>
    static Widget *in(const MainWindow &window, const QString &dock, const QString &name)
    {
        return window.findChild<QDockWidget *>(dock)->findChild<Widget *>(name);
    }

private slots:
    void initTestCase() { installTranslation(qApp, QLocale(QLocale::English, QLocale::UnitedStates)); }

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
        desk.action(u"Restore de&fault layout"_s)->trigger();
        QVERIFY(desk.child<QDockWidget>(u"thresholdDock"_s)->isVisible());
    }

    void aWindowThatWasLargerThanThisScreenComesBackWithinIt()
    {
        Desk desk;
        const QSize screen = desk.window->screen()->availableGeometry().size();
        desk.window->resize(screen + QSize(400, 400));
        MainWindow other(desk.fake.views());
        QVERIFY(other.restoreLayout(desk.window->saveLayout()));
        const QSize most = screen.expandedTo(leastSize);
        QVERIFY2(other.width() <= most.width() && other.height() <= most.height(),
                 qPrintable(u"%1x%2"_s.arg(other.width()).arg(other.height())));
    }

    void theSpanComesBackAndShowsThePresent()
    {
        Desk desk;
        QVERIFY(desk.drawn());
        desk.chart()->setSpan(1h);
        desk.chart()->panEarlier();
        QCOMPARE(desk.chart()->picture(), TimeChart::Picture::Paused);
        MainWindow other(desk.fake.views());
        QVERIFY(other.restoreLayout(desk.window->saveLayout()));
        const auto *chart = other.findChild<TimeChart *>();
        QCOMPARE(chart->span(), 1h);
        QCOMPARE(chart->picture(), TimeChart::Picture::Live);
    }

    void filtersAndOrderComeBack()
    {
        Desk desk;
        in<QLineEdit>(*desk.window, u"cacheDock"_s, u"filter"_s)->setText(u"size>64k hst"_s);
        in<QTableView>(*desk.window, u"cacheDock"_s, u"table"_s)
            ->sortByColumn(EntryModel::Hits, Qt::DescendingOrder);
        in<QLineEdit>(*desk.window, u"eventDock"_s, u"filter"_s)->setText(u"evicted"_s);
        in<QComboBox>(*desk.window, u"eventDock"_s, u"kind"_s)->setCurrentIndex(2);
        in<QComboBox>(*desk.window, u"eventDock"_s, u"level"_s)->setCurrentIndex(1);
        in<QCheckBox>(*desk.window, u"eventDock"_s, u"inView"_s)->setChecked(true);

        MainWindow other(desk.fake.views());
        desk.fake.cache.queries.clear();
        QVERIFY(other.restoreLayout(desk.window->saveLayout()));
        QCOMPARE(in<QLineEdit>(other, u"cacheDock"_s, u"filter"_s)->text(), u"size>64k hst"_s);
        QCOMPARE(in<QLineEdit>(other, u"eventDock"_s, u"filter"_s)->text(), u"evicted"_s);
        QCOMPARE(in<QComboBox>(other, u"eventDock"_s, u"kind"_s)->currentIndex(), 2);
        QCOMPARE(in<QComboBox>(other, u"eventDock"_s, u"level"_s)->currentIndex(), 1);
        QVERIFY(in<QCheckBox>(other, u"eventDock"_s, u"inView"_s)->isChecked());
        // What is asked of the cache, not only what the fields say.
        QTRY_VERIFY(!desk.fake.cache.queries.isEmpty() &&
                    desk.fake.cache.queries.back().pathContains == "hst");
        QCOMPARE(desk.fake.cache.queries.back().order, cache::EntryQuery::Order::Hits);
        QVERIFY(desk.fake.cache.queries.back().descending);
    }

    // A slip of the hand is not made permanent by leaving.
    void aWideChangeThatNobodyKeptIsTakenBackOnLeaving()
    {
        auto desk = std::make_unique<Desk>();
        service::SettingsView &settings = desk->fake.settings;
        service::SampleRecord record = desk->fake.monitor.now.latest;
        record.systemUsedPercent = 95;
        record.cgroupUsedPercent = 30;
        desk->fake.monitor.sample(record);
        desk->action(u"&Control group"_s)->trigger();
        QCOMPARE(settings.settings().control.basis, pressure::BasisChoice::Cgroup);
        desk->window.reset();
        QCOMPARE(settings.settings().control.basis, pressure::BasisChoice::Auto);
    }

    void readOnlyLetsNothingBeChangedAndComesBack()
    {
        Desk desk;
        QTest::keyClick(desk.chart(), Qt::Key_3, Qt::ControlModifier);
        auto *table = in<QTableView>(*desk.window, u"cacheDock"_s, u"table"_s);
        QTRY_VERIFY(table->model()->rowCount() > 0);
        table->selectRow(0);
        QTRY_VERIFY(desk.child<QAction>(u"readAgain"_s)->isEnabled());
        const QList<QAction *> changing{desk.action(u"&Pin entries"_s), desk.action(u"&Delete entries…"_s),
                                        desk.child<QAction>(u"readAgain"_s), desk.action(u"&Add folder…"_s)};
        for (const QAction *action : changing)
            QVERIFY2(action->isEnabled(), qPrintable(action->text()));
        readOnly(*desk.window)->trigger();
        for (const QAction *action : changing)
            QVERIFY2(!action->isEnabled(), qPrintable(action->text()));
        QVERIFY(in<QLabel>(*desk.window, u"cacheDock"_s, u"count"_s)->text().startsWith(u"Read-only. "_s));

        MainWindow other(desk.fake.views());
        QVERIFY(other.restoreLayout(desk.window->saveLayout()));
        QVERIFY(readOnly(other)->isChecked());
        readOnly(*desk.window)->trigger();
        for (const QAction *action : changing)
            QVERIFY2(action->isEnabled(), qPrintable(action->text()));
    }
};

QTEST_MAIN(TestSession)
#include "tst_session.moc"
