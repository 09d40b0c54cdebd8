// SPDX-License-Identifier: GPL-3.0-or-later
//
// The window state that is saved between two starts.
#include "gui/WindowFixture.h"
#include "gui/entries/EntryModel.h"
#include "support/Eventually.h"
#include "support/TestMain.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDockWidget>
#include <QHeaderView>
#include <QLineEdit>
#include <QScreen>
#include <QTableView>

using namespace manometer;
using namespace manometer::gui;

class TestSavedLayout : public QObject
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

    void theLayoutIsRestored()
    {
        WindowFixture fixture;
        fixture.child<QDockWidget>(u"thresholdDock"_s)->hide();
        fixture.chart()->setSpan(1h);
        const QByteArray layout = fixture.window->saveLayout();
        MainWindow other(fixture.fake.views());
        QVERIFY(other.restoreLayout(layout));
        QVERIFY(other.findChild<QDockWidget *>(u"thresholdDock"_s)->isHidden());
        QCOMPARE(other.findChild<TimeChart *>()->span(), 1h);
        QVERIFY(!other.restoreLayout("nonsense"));
        QVERIFY(!other.restoreLayout({}));
        fixture.action(u"Restore de&fault layout"_s)->trigger();
        QVERIFY(fixture.child<QDockWidget>(u"thresholdDock"_s)->isVisible());
    }

    void aWindowLargerThanTheScreenIsRestoredWithinIt()
    {
        WindowFixture fixture;
        const QSize screen = fixture.window->screen()->availableGeometry().size();
        fixture.window->resize(screen + QSize(400, 400));
        MainWindow other(fixture.fake.views());
        QVERIFY(other.restoreLayout(fixture.window->saveLayout()));
        const QSize most = screen.expandedTo(leastSize);
        QVERIFY2(other.width() <= most.width() && other.height() <= most.height(),
                 qPrintable(u"%1x%2"_s.arg(other.width()).arg(other.height())));
    }

    void theSpanIsRestoredAtThePresent()
    {
        WindowFixture fixture;
        QVERIFY(fixture.drawn());
        fixture.chart()->setSpan(1h);
        fixture.chart()->panEarlier();
        QCOMPARE(fixture.chart()->picture(), TimeChart::Picture::Paused);
        MainWindow other(fixture.fake.views());
        QVERIFY(other.restoreLayout(fixture.window->saveLayout()));
        const auto *chart = other.findChild<TimeChart *>();
        QCOMPARE(chart->span(), 1h);
        QCOMPARE(chart->picture(), TimeChart::Picture::Live);
    }

    void filtersAndOrderAreRestored()
    {
        WindowFixture fixture;
        in<QLineEdit>(*fixture.window, u"cacheDock"_s, u"filter"_s)->setText(u"size>64k hst"_s);
        in<QTableView>(*fixture.window, u"cacheDock"_s, u"table"_s)
            ->sortByColumn(EntryModel::Hits, Qt::DescendingOrder);
        in<QLineEdit>(*fixture.window, u"eventDock"_s, u"filter"_s)->setText(u"evicted"_s);
        in<QComboBox>(*fixture.window, u"eventDock"_s, u"kind"_s)->setCurrentIndex(2);
        in<QComboBox>(*fixture.window, u"eventDock"_s, u"level"_s)->setCurrentIndex(1);
        in<QCheckBox>(*fixture.window, u"eventDock"_s, u"inView"_s)->setChecked(true);

        MainWindow other(fixture.fake.views());
        fixture.fake.cache.queries.clear();
        QVERIFY(other.restoreLayout(fixture.window->saveLayout()));
        QCOMPARE(in<QLineEdit>(other, u"cacheDock"_s, u"filter"_s)->text(), u"size>64k hst"_s);
        QCOMPARE(in<QLineEdit>(other, u"eventDock"_s, u"filter"_s)->text(), u"evicted"_s);
        QCOMPARE(in<QComboBox>(other, u"eventDock"_s, u"kind"_s)->currentIndex(), 2);
        QCOMPARE(in<QComboBox>(other, u"eventDock"_s, u"level"_s)->currentIndex(), 1);
        QVERIFY(in<QCheckBox>(other, u"eventDock"_s, u"inView"_s)->isChecked());
        // The query sent to the cache, not only the fields.
        VERIFY_EVENTUALLY(!fixture.fake.cache.queries.isEmpty() &&
                          fixture.fake.cache.queries.back().pathContains == "hst");
        QCOMPARE(fixture.fake.cache.queries.back().order, cache::EntryQuery::Order::Hits);
        QVERIFY(fixture.fake.cache.queries.back().descending);
    }

    // Exiting does not make an unconfirmed change permanent.
    void anUnconfirmedWideChangeRevertsOnExit()
    {
        auto fixture = std::make_unique<WindowFixture>();
        views::SettingsView &settings = fixture->fake.settings;
        views::SampleRecord record = fixture->fake.monitor.now.latest;
        record.systemUsedPercent = 95;
        record.cgroupUsedPercent = 30;
        fixture->fake.monitor.sample(record);
        fixture->action(u"&Control group"_s)->trigger();
        QCOMPARE(settings.settings().control.basis, pressure::BasisChoice::Cgroup);
        fixture->window.reset();
        QCOMPARE(settings.settings().control.basis, pressure::BasisChoice::Auto);
    }

    void aDraftIsRestoredAndNotInEffect()
    {
        WindowFixture fixture;
        fixture.highEnter()->setValue(78);
        MainWindow other(fixture.fake.views());
        other.show();
        QVERIFY(other.restoreLayout(fixture.window->saveLayout()));
        QCOMPARE(other.findChild<QDoubleSpinBox *>(u"highEnter"_s)->value(), 78.0);
        QVERIFY(other.findChild<QWidget *>(u"draftBar"_s)->isVisible());
        QVERIFY(fixture.fake.settings.applied.isEmpty());
        QCOMPARE(fixture.fake.settings.now.thresholds.high.enterPercent, 80.0);
        // Undo discards it, like any change of a draft.
        for (QAction *action : other.findChildren<QAction *>())
            if (action->text() == u"&Undo: restore the draft"_s)
                action->trigger();
        QCOMPARE(other.findChild<QDoubleSpinBox *>(u"highEnter"_s)->value(), 80.0);
    }

    void aDraftForOtherThresholdsIsDroppedWithAWord()
    {
        WindowFixture fixture;
        fixture.highEnter()->setValue(78);
        const QByteArray layout = fixture.window->saveLayout();
        pressure::Thresholds others;
        others.elevated.enterPercent = 62;
        fixture.fake.settings.set(others);
        MainWindow other(fixture.fake.views());
        other.show();
        QVERIFY(other.restoreLayout(layout));
        QCOMPARE(other.findChild<QDoubleSpinBox *>(u"highEnter"_s)->value(), 80.0);
        QVERIFY(!other.findChild<QWidget *>(u"draftBar"_s)->isVisible());
        const auto *notice = other.findChild<QLabel *>(u"noticeText"_s);
        QVERIFY(notice->isVisible());
        QVERIFY(notice->text().startsWith(u"The draft of the last session is dropped"_s));
    }

    void aDamagedDraftIsIgnored()
    {
        WindowFixture fixture;
        const qsizetype without = fixture.window->saveLayout().size();
        fixture.highEnter()->setValue(78);
        const QByteArray layout = fixture.window->saveLayout();
        for (qsizetype size = without; size < layout.size(); ++size) {
            MainWindow other(fixture.fake.views());
            QVERIFY(other.restoreLayout(layout.first(size)));
            QCOMPARE(other.findChild<QDoubleSpinBox *>(u"highEnter"_s)->value(), 80.0);
        }
    }

    void readOnlyPreventsChangesAndIsRestored()
    {
        WindowFixture fixture;
        QTest::keyClick(fixture.chart(), Qt::Key_3, Qt::ControlModifier);
        auto *table = in<QTableView>(*fixture.window, u"cacheDock"_s, u"table"_s);
        VERIFY_EVENTUALLY(table->model()->rowCount() > 0);
        table->selectRow(0);
        VERIFY_EVENTUALLY(fixture.child<QAction>(u"readAgain"_s)->isEnabled());
        const QList<QAction *> changing{
            fixture.action(u"&Pin entries"_s), fixture.action(u"&Delete entries…"_s),
            fixture.child<QAction>(u"readAgain"_s), fixture.action(u"&Add folder…"_s)};
        for (const QAction *action : changing)
            QVERIFY2(action->isEnabled(), qPrintable(action->text()));
        readOnly(*fixture.window)->trigger();
        for (const QAction *action : changing)
            QVERIFY2(!action->isEnabled(), qPrintable(action->text()));
        QVERIFY(in<QLabel>(*fixture.window, u"cacheDock"_s, u"count"_s)->text().startsWith(u"Read-only. "_s));

        MainWindow other(fixture.fake.views());
        QVERIFY(other.restoreLayout(fixture.window->saveLayout()));
        QVERIFY(readOnly(other)->isChecked());
        readOnly(*fixture.window)->trigger();
        for (const QAction *action : changing)
            QVERIFY2(action->isEnabled(), qPrintable(action->text()));
    }
};

MANOMETER_TEST(Gui, TestSavedLayout)
#include "tst_saved_layout.moc"
