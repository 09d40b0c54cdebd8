// SPDX-License-Identifier: GPL-3.0-or-later
//
// The window in the desktop's tray. The tests have no tray: they say whether there is one.
#include "gui/WindowFixture.h"
#include "gui/look/Icons.h"
#include "gui/shell/TrayIcon.h"
#include "support/Eventually.h"
#include "support/TestMain.h"

#include <QMenu>
#include <QSignalSpy>
#include <QSystemTrayIcon>
#include <QTimer>

#include <functional>

using namespace manometer;
using namespace manometer::gui;

namespace {

struct TrayFixture : WindowFixture
{
    TrayFixture()
    {
        tray = new TrayIcon(&fake.monitor, window.get(), [this] { return hasTray; });
        window->useTray(tray);
    }
    QSystemTrayIcon *icon() const { return tray->findChild<QSystemTrayIcon *>(); }
    QString toolTip() const { return icon()->toolTip().replace(u'\u00a0', u' '); }
    void keepInTray() const
    {
        action(u"&Keep running in the tray when the window is closed"_s)->setChecked(true);
    }
    QString firstEntry() const { return child<QMenu>(u"trayMenu"_s)->actions().constFirst()->text(); }
    void click() const { emit icon()->activated(QSystemTrayIcon::Trigger); }

    bool hasTray = true;
    TrayIcon *tray = nullptr;
};

} // namespace

class TestTray : public QObject
{
    Q_OBJECT

    static bool isSamePicture(const QIcon &one, const QIcon &other)
    {
        return one.pixmap(22).toImage() == other.pixmap(22).toImage();
    }

    // Whether the event loop of the application ends by it.
    static bool ends(const std::function<void()> &act)
    {
        QTimer tooLong;
        QTimer::singleShot(0, qApp, act);
        connect(&tooLong, &QTimer::timeout, qApp, [] { QApplication::exit(1); });
        tooLong.start(test::waitLimit);
        return QApplication::exec() == 0;
    }

private slots:
    void initTestCase() { installTranslation(qApp, QLocale(QLocale::English, QLocale::UnitedStates)); }
    void cleanup() { QGuiApplication::setQuitOnLastWindowClosed(true); }

    void theIconShowsTheLevelAndItsTooltipTheValue()
    {
        TrayFixture fixture;
        FakeMonitor &monitor = fixture.fake.monitor;
        monitor.now.applied = Level::High;
        monitor.now.percent = 84.8;
        emit monitor.statusChanged(monitor.now);
        QCOMPARE(fixture.toolTip(), u"HIGH, 84.8 % of memory in use"_s);
        QVERIFY(isSamePicture(fixture.icon()->icon(), levelIcon(Level::High)));
        QVERIFY(fixture.icon()->isVisible());
    }

    void withoutASignalItShowsNoLevel()
    {
        TrayFixture fixture;
        FakeMonitor &monitor = fixture.fake.monitor;
        monitor.now.stale = true;
        emit monitor.statusChanged(monitor.now);
        QCOMPARE(fixture.toolTip(), u"No signal"_s);
        QVERIFY(!isSamePicture(fixture.icon()->icon(), levelIcon(monitor.now.applied)));
        monitor.now.stale = false;
        emit monitor.statusChanged(monitor.now);
        fixture.tray->setConnectionMark(u"LOST"_s);
        QCOMPARE(fixture.toolTip(), u"LOST"_s);
        fixture.tray->setConnectionMark({});
        QVERIFY(fixture.toolTip() != u"LOST"_s);
    }

    void theTooltipChangesAtMostOnceASecondUnlessTheLevelDoes()
    {
        TrayFixture fixture;
        FakeMonitor &monitor = fixture.fake.monitor;
        const auto show = [&](Level level, double percent) {
            monitor.now.applied = level;
            monitor.now.percent = percent;
            emit monitor.statusChanged(monitor.now);
            return fixture.toolTip();
        };
        const QString before = show(Level::Elevated, 70);
        QCOMPARE(show(Level::Elevated, 71), before);
        QCOMPARE(show(Level::High, 81), u"HIGH, 81.0 % of memory in use"_s);
    }

    void aClickShowsTheWindowOrHidesIt()
    {
        const TrayFixture fixture;
        QCOMPARE(fixture.firstEntry(), u"&Hide window"_s);
        fixture.click(); // it is in front
        QVERIFY(fixture.window->isHidden());
        QCOMPARE(fixture.firstEntry(), u"&Show window"_s);
        fixture.click();
        QVERIFY(fixture.window->isVisible());
        fixture.window->showMinimized();
        fixture.click();
        QVERIFY(fixture.window->isVisible() && !fixture.window->isMinimized());
        fixture.child<QMenu>(u"trayMenu"_s)->actions().constFirst()->trigger();
        QVERIFY(fixture.window->isHidden());
        emit fixture.icon()->messageClicked();
        QVERIFY(fixture.window->isVisible());
    }

    void theMenuHoldsTheLimitAndQuits()
    {
        const TrayFixture fixture;
        const auto *menu = fixture.child<QMenu>(u"trayMenu"_s);
        QCOMPARE(fixture.icon()->contextMenu(), menu);
        QStringList texts;
        for (const QAction *action : menu->actions())
            if (!action->isSeparator())
                texts += action->text().remove(u'&');
        QCOMPARE(texts, (QStringList{u"Hide window"_s, u"Hold the limit"_s, u"Quit"_s}));
        QSignalSpy quits(fixture.window.get(), &MainWindow::quitRequested);
        menu->actions().constLast()->trigger();
        QCOMPARE(quits.size(), 1);
    }

    void closingEndsTheProgramUnlessChosen()
    {
        const TrayFixture fixture;
        QVERIFY(ends([&fixture] { QVERIFY(fixture.window->close()); }));
    }

    void closingHidesTheWindowIfChosen()
    {
        const TrayFixture fixture;
        fixture.keepInTray();
        QVERIFY(!fixture.window->close());
        QVERIFY(fixture.window->isHidden());
        QVERIFY(!QGuiApplication::quitOnLastWindowClosed()); // nor does a dialog's end
        fixture.click();
        QVERIFY(fixture.window->isVisible());
        QVERIFY(QGuiApplication::quitOnLastWindowClosed());
    }

    void closingEndsTheProgramIfTheTrayHasGone()
    {
        TrayFixture fixture;
        fixture.keepInTray();
        fixture.hasTray = false;
        QVERIFY(fixture.window->close());
    }

    void quittingEndsTheProgramAlsoIfClosingDoesNot()
    {
        const TrayFixture fixture;
        fixture.keepInTray();
        for (const bool isHidden : {false, true}) {
            if (isHidden)
                fixture.window->hideInTray();
            QVERIFY(ends([] { QApplication::quit(); }));
        }
    }

    void theChoiceIsRestored()
    {
        const TrayFixture fixture;
        const QString text = u"&Keep running in the tray when the window is closed"_s;
        const QByteArray without = fixture.window->saveLayout();
        fixture.keepInTray();
        const QByteArray with = fixture.window->saveLayout();
        TrayFixture other;
        QVERIFY(other.window->restoreLayout(with));
        QVERIFY(other.action(text)->isChecked());
        QVERIFY(other.window->restoreLayout(without));
        QVERIFY(!other.action(text)->isChecked());
        // Of a version without the choice, and without the one saved after it.
        QVERIFY(other.window->restoreLayout(with.chopped(2)));
        QVERIFY(!other.action(text)->isChecked());
    }

    void withoutATrayThereIsNoChoice()
    {
        const WindowFixture fixture;
        QVERIFY(!fixture.action(u"&Keep running in the tray when the window is closed"_s)->isVisible());
    }

    void aHiddenWindowDrawsNoChart()
    {
        TrayFixture fixture;
        QVERIFY(fixture.drawn());
        fixture.window->hideInTray();
        const QString before = fixture.chart()->frame().systemLegend;
        fixture.fake.monitor.now.applied = Level::Critical;
        fixture.fake.monitor.sample(fixture.next(95));
        // The headline is refreshed as often as the chart is.
        VERIFY_EVENTUALLY(fixture.text(u"levelWord"_s) == u"CRITICAL"_s);
        QCOMPARE(fixture.chart()->frame().systemLegend, before);
        fixture.window->bringToFront();
        VERIFY_EVENTUALLY(fixture.chart()->frame().systemLegend != before);
    }
};

MANOMETER_TEST(Gui, TestTray)
#include "tst_tray.moc"
