// SPDX-License-Identifier: GPL-3.0-or-later
//
// The whole window: the header, a small screen, and screen readers.
#include "gui/WindowFixture.h"
#include "gui/entries/CachePage.h"
#include "gui/look/Gauge.h"
#include "gui/presets/SettingsDialog.h"
#include "gui/shell/SnoozeMenu.h"
#include "gui/text/Numbers.h"
#include "support/Eventually.h"
#include "support/TestMain.h"

#include <QAccessible>
#include <QDockWidget>
#include <QHeaderView>
#include <QLineEdit>
#include <QScreen>
#include <QStatusBar>
#include <QTabBar>
#include <QToolButton>

using namespace manometer;
using namespace manometer::gui;

class TestMainWindow : public QObject
{
    Q_OBJECT

    static void payForLastCut(FakeViews &fake)
    {
        views::CutCosts &costs = fake.cache.figures.cutCosts;
        for (const views::Event &event : fake.events.events(1, 1000).result())
            if (const auto *limit = std::get_if<views::LimitEvent>(&event.what);
                limit && limit->cause == cache::LimitCause::Pressure)
                costs = {.run = event.run, .newestFirst = {{.action = limit->action}}};
        QVERIFY(!costs.newestFirst.empty());
        costs.newestFirst[0].cost = {
            .diskReads = 12, .fileReads = 41, .fileReadTime = std::chrono::milliseconds(3'200)};
        emit fake.cache.summaryChanged(fake.cache.figures);
    }

private slots:
    void initTestCase() { installTranslation(qApp, QLocale(QLocale::English, QLocale::UnitedStates)); }

    void theHeaderShowsLevelReasonCacheAndAge()
    {
        WindowFixture fixture;
        QCOMPARE(fixture.text(u"levelWord"_s), u"ELEVATED"_s);
        QVERIFY(fixture.text(u"basis"_s).startsWith(u"6"_s));
        QVERIFY(fixture.text(u"basis"_s).endsWith(u"of memory in use"_s));
        QVERIFY(fixture.text(u"deviation"_s).contains(u"HIGH begins at"_s));
        QVERIFY(fixture.text(u"levelAge"_s).startsWith(u"for 1 min"_s));
        QCOMPARE(fixture.text(u"cacheEntries"_s), u"200"_s);
        QCOMPARE(fixture.text(u"cacheFill"_s), u"of 500 entries"_s);
        QCOMPARE(fixture.text(u"cacheFacts"_s), u"Cache · hit ratio 93.1 %"_s);
        COMPARE_EVENTUALLY(fixture.text(u"verdict"_s), u"Too small to matter"_s);
        QVERIFY(fixture.text(u"receipt"_s).startsWith(u"125 entries evicted ("_s));
        QCOMPARE(fixture.text(u"picture"_s), u"LIVE"_s);
        QCOMPARE(fixture.text(u"limit"_s), u"Limit 375 (\u221225 %). Grows again once the level falls."_s);
        fixture.fake.monitor.now.stale = true;
        fixture.fake.monitor.now.error =
            pressure::SourceError{.kind = {}, .path = "/proc/meminfo", .systemError = EACCES, .detail = {}};
        emit fixture.fake.monitor.statusChanged(fixture.fake.monitor.now);
        VERIFY_EVENTUALLY(
            fixture.text(u"deviation"_s).contains(u"/proc/meminfo cannot be read: Permission denied"_s));
        COMPARE_EVENTUALLY(fixture.chart()->frame().mark, u"STALE"_s);
        QCOMPARE(fixture.text(u"picture"_s), u"STALE"_s);
        VERIFY_EVENTUALLY([&fixture] {
            for (const QLabel *label : fixture.window->statusBar()->findChildren<QLabel *>())
                if (label->text().contains(u"/proc/meminfo"_s))
                    return true;
            return false;
        }());
    }

    void theGaugesShowTheThresholdsAndTheLimit()
    {
        WindowFixture fixture;
        const auto gauges = fixture.window->findChildren<Gauge *>();
        QCOMPARE(gauges.size(), 2);
        const auto &thresholds = gauges[0]->marks();
        QCOMPARE(thresholds.size(), std::size_t(3));
        QCOMPARE(thresholds[1].at, 0.8);
        QCOMPARE(thresholds[1].label, QString(text::threshold(80)));
        QCOMPARE(gauges[0]->to(), fixture.fake.monitor.now.percent / 100);
        QCOMPARE(gauges[1]->to(), 0.4); // 200 of 500 entries
        QCOMPARE(gauges[1]->marks().size(), std::size_t(1));
        QCOMPARE(gauges[1]->marks()[0].at, 0.75);
    }

    void theHeaderDescribesTheTimeInViewWhileItIsNotThePresent()
    {
        WindowFixture fixture;
        QVERIFY(fixture.drawn());
        fixture.fake.monitor.now.applied = Level::Normal;
        emit fixture.fake.monitor.levelChanged(Level::Elevated, Level::Normal);
        QCOMPARE(fixture.text(u"levelWord"_s), u"NORMAL"_s);
        QTest::keyClick(fixture.chart(), Qt::Key_Left, Qt::ShiftModifier);
        COMPARE_EVENTUALLY(fixture.text(u"levelWord"_s), u"HIGH"_s);
        QVERIFY(fixture.text(u"levelAge"_s).startsWith(u"highest, "_s));
        const QString shares = fixture.text(u"basis"_s);
        QVERIFY2(shares.startsWith(u"HIGH "_s) && shares.section(u',', 0, 0).endsWith(u" % of the time"_s),
                 qPrintable(shares));
        QVERIFY(fixture.text(u"deviation"_s).startsWith(u"Now: NORMAL. "_s));
        QCOMPARE(fixture.window->findChildren<Gauge *>()[0]->to(),
                 fixture.chart()->frame().distribution.highest / 100);
        QTest::keyClick(fixture.chart(), Qt::Key_L);
        COMPARE_EVENTUALLY(fixture.text(u"levelWord"_s), u"NORMAL"_s);
        QVERIFY(fixture.text(u"levelAge"_s).startsWith(u"for "_s));
    }

    void oneLevelInViewAppliedAllTheTime()
    {
        WindowFixture fixture;
        QVERIFY(fixture.drawn());
        fixture.brush(0.05, 0.2);
        COMPARE_EVENTUALLY(fixture.text(u"basis"_s), u"NORMAL all the time"_s);
    }

    void criticalIsOneClickFromTheProcesses()
    {
        WindowFixture fixture;
        auto *button = fixture.child<QToolButton>(u"showProcesses"_s);
        QVERIFY(!button->isVisible());
        fixture.fake.monitor.now.applied = Level::Critical;
        emit fixture.fake.monitor.levelChanged(Level::Elevated, Level::Critical);
        QVERIFY(button->isVisible());
        const auto *processes = fixture.child<QDockWidget>(u"holdersDock"_s)->widget();
        QVERIFY(processes->visibleRegion().isEmpty());
        QTest::mouseClick(button, Qt::LeftButton);
        VERIFY_EVENTUALLY(!processes->visibleRegion().isEmpty());
    }

    void theLastCutHasItsCost()
    {
        WindowFixture fixture;
        COMPARE_EVENTUALLY(fixture.text(u"verdict"_s), u"Too small to matter"_s);
        QCOMPARE(fixture.text(u"cutCost"_s), QString());
        payForLastCut(fixture.fake);
        COMPARE_EVENTUALLY(fixture.text(u"cutCost"_s), u"Cost so far: 53 reads again, 3.2 s"_s);
        const auto *label = fixture.child<QLabel>(u"cutCost"_s);
        QCOMPARE(label->accessibleName(), u"Cost of the last cut"_s);
        QVERIFY(label->isVisible());
        QVERIFY(label->accessibleDescription().contains(u"12 disk reads, 41 files read again"_s));
    }

    void aSmallWindowHasTheCostInsteadOfTheEvictedEntries()
    {
        WindowFixture fixture({800, 480});
        COMPARE_EVENTUALLY(fixture.text(u"verdict"_s), u"Too small to matter"_s);
        QVERIFY(fixture.text(u"receipt"_s).startsWith(u"125 entries evicted ("_s));
        payForLastCut(fixture.fake);
        COMPARE_EVENTUALLY(fixture.text(u"receipt"_s), u"Cost so far: 53 reads again, 3.2 s"_s);
        const auto *detail = fixture.child<QLabel>(u"receipt"_s);
        QVERIFY(detail->accessibleDescription().contains(u"125 entries evicted ("_s));
        QVERIFY(!fixture.child<QLabel>(u"cutCost"_s)->isVisible());
    }

    void aCutTooSmallToMatterOffersToRaiseTheLimit()
    {
        WindowFixture fixture;
        COMPARE_EVENTUALLY(fixture.text(u"verdict"_s), u"Too small to matter"_s);
        auto *raise = fixture.child<QToolButton>(u"raiseLimit"_s);
        QVERIFY(raise->isVisible());
        QTest::mouseClick(raise, Qt::LeftButton);
        VERIFY_EVENTUALLY(fixture.window->findChild<SettingsDialog *>());
    }

    void aCutLeadsToTheEntriesThatAreOnDiskOnly()
    {
        WindowFixture fixture;
        auto *button = fixture.child<QToolButton>(u"showEvicted"_s);
        VERIFY_EVENTUALLY(button->isVisible());
        const auto *page = fixture.window->findChild<CachePage *>();
        QVERIFY(page->visibleRegion().isEmpty());
        QTest::mouseClick(button, Qt::LeftButton);
        VERIFY_EVENTUALLY(!page->visibleRegion().isEmpty());
        VERIFY_EVENTUALLY(page->query().onDisk == true && page->query().inMemory == false);
        QCOMPARE(page->findChild<QLineEdit *>(u"filter"_s)->text(), u"tier:disk-only"_s);
        VERIFY_EVENTUALLY(page->isAncestorOf(QApplication::focusWidget()));
    }

    void theLimitIsHeldAndReleasedFromTheMenu()
    {
        WindowFixture fixture;
        auto *menu = fixture.window->findChild<SnoozeMenu *>();
        QVERIFY(menu);
        QAction *follow = menu->actions().constLast();
        QVERIFY(!follow->isEnabled());
        menu->actions().at(2)->trigger(); // 75 % for half an hour
        QCOMPARE(fixture.fake.monitor.snoozes.size(), 1);
        QCOMPARE(fixture.fake.monitor.snoozes.constLast().first, 75.0);
        QCOMPARE(fixture.fake.monitor.snoozes.constLast().second, std::chrono::milliseconds(30min));
        fixture.fake.monitor.now.snoozePercent = 75;
        emit fixture.fake.monitor.statusChanged(fixture.fake.monitor.now);
        QVERIFY(menu->actions().at(2)->isChecked());
        QVERIFY(!menu->actions().at(0)->isChecked());
        follow->trigger();
        QCOMPARE(fixture.fake.monitor.snoozes.constLast().second, std::chrono::milliseconds(0));
    }

    void theWindowFitsASmallScreen_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::newRow("English") << QLocale(QLocale::English, QLocale::UnitedStates);
        QTest::newRow("German") << QLocale(QLocale::German, QLocale::Germany);
        QTest::newRow("Arabic") << QLocale(QLocale::Arabic, QLocale::Egypt);
    }
    void theWindowFitsASmallScreen()
    {
        QFETCH(QLocale, locale);
        installTranslation(qApp, locale);
        {
            WindowFixture fixture({800, 480});
            QCOMPARE(fixture.window->size(), QSize(800, 480));
            for (const auto arrangement : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4}) {
                QTest::keyClick(fixture.chart(), arrangement, Qt::ControlModifier);
                for (const QString &dock :
                     {u"eventDock"_s, u"cacheDock"_s, u"holdersDock"_s, u"sourcesDock"_s, u"scanDock"_s}) {
                    fixture.child<QDockWidget>(dock)->raise();
                    QCoreApplication::processEvents();
                    QCOMPARE(fixture.window->size(), QSize(800, 480));
                }
                QVERIFY(fixture.chart()->height() >= 130);
                // Leaves room for docks resized by the operator.
                const QSize least = fixture.window->minimumSizeHint();
                QVERIFY2(least.width() <= 800 && least.height() <= 480,
                         qPrintable(u"%1x%2"_s.arg(least.width()).arg(least.height())));
            }
        }
        installTranslation(qApp, QLocale(QLocale::English, QLocale::UnitedStates));
    }

    void aPageWithATabHasNoTitleBarAndFloatsFromItsTab()
    {
        WindowFixture fixture;
        auto *events = fixture.child<QDockWidget>(u"eventDock"_s);
        QVERIFY(events->titleBarWidget());
        QVERIFY(!fixture.child<QDockWidget>(u"thresholdDock"_s)->titleBarWidget()); // it has no tab
        const auto bars = fixture.window->findChildren<QTabBar *>(QString(), Qt::FindDirectChildrenOnly);
        const auto tabs =
            std::find_if(bars.begin(), bars.end(), [](QTabBar *bar) { return bar->count() == 5; });
        QVERIFY(tabs != bars.end());
        emit(*tabs)->tabBarDoubleClicked(0);
        QVERIFY(events->isFloating());
        VERIFY_EVENTUALLY(!events->titleBarWidget());
        events->setFloating(false);
        VERIFY_EVENTUALLY(events->titleBarWidget());
    }

    void longTextsDoNotWidenTheWindow_data() { theWindowFitsASmallScreen_data(); }
    void longTextsDoNotWidenTheWindow()
    {
        QFETCH(QLocale, locale);
        installTranslation(qApp, locale);
        {
            WindowFixture fixture({1024, 640});
            const QByteArray folder = "/data" + QByteArray("/a-folder-with-a-long-name").repeated(12);
            fixture.fake.scan.report({.running = true,
                                      .folder = folder,
                                      .found = 123'456'789,
                                      .done = 98'765'432,
                                      .current = folder + "/file.pdf"});
            emit fixture.fake.settings.saveFailed(QString::fromUtf8(folder), u"No space left on device"_s);
            fixture.highEnter()->setValue(fixture.highEnter()->value() + 1);
            for (const auto arrangement : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4}) {
                QTest::keyClick(fixture.chart(), arrangement, Qt::ControlModifier);
                QTest::qWait(50);
                QString wide;
                for (const QWidget *widget : fixture.window->findChildren<QWidget *>())
                    if (!widget->isHidden() && widget->minimumSizeHint().width() > 600)
                        wide += u"%1 %2 %3\n"_s
                                    .arg(QLatin1StringView(widget->metaObject()->className()),
                                         widget->objectName())
                                    .arg(widget->minimumSizeHint().width());
                QVERIFY2(fixture.window->minimumSizeHint().width() <= 1024, qPrintable(wide));
                QCOMPARE(fixture.window->size(), QSize(1024, 640));
            }
        }
        installTranslation(qApp, QLocale(QLocale::English, QLocale::UnitedStates));
    }

    void theFirstWindowFitsTheScreenWithItsTitleBar()
    {
        FakeViews fake;
        MainWindow window(fake.views());
        const QSize screen = window.screen()->availableGeometry().size();
        QVERIFY2(window.height() <= std::max(screen.height() - 40, leastSize.height()),
                 qPrintable(QString::number(window.height())));
        QVERIFY(window.width() <= std::max(screen.width(), leastSize.width()));
        QVERIFY(window.width() >= leastSize.width()); // smaller windows cannot be read
    }

    void everyWidgetHasAnAccessibleName()
    {
        WindowFixture fixture;
        fixture.fake.scan.report({.running = true, .folder = "/data", .found = 4, .done = 1, .current = {}});
        QStringList nameless;
        for (QWidget *widget : fixture.window->findChildren<QWidget *>()) {
            // Qt's internal child widgets are described by their parents.
            const bool inside = widget->inherits("QScrollBar") || widget->objectName().startsWith(u"qt_"_s) ||
                                widget->inherits("QAbstractScrollAreaScrollBarContainer") ||
                                qobject_cast<QAbstractScrollArea *>(widget->parentWidget()) ||
                                qobject_cast<QLineEdit *>(widget->parentWidget()) ||
                                widget->parentWidget()->inherits("QAbstractScrollAreaScrollBarContainer") ||
                                widget->parentWidget()->inherits("QComboBoxPrivateContainer") ||
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
        WindowFixture fixture;
        for (const QLabel *label : fixture.window->findChildren<QLabel *>())
            if (!label->objectName().startsWith(u"qt_"_s) && label->objectName() != u"labelEnter"_s)
                QVERIFY2(label->textFormat() == Qt::PlainText || !Qt::mightBeRichText(label->text()),
                         qPrintable(label->objectName()));
    }
};

MANOMETER_TEST(Gui, TestMainWindow)
#include "tst_main_window.moc"
