// SPDX-License-Identifier: GPL-3.0-or-later
//
// The whole window: the header, a small screen, and screen readers.
#include "gui/WindowFixture.h"
#include "gui/shell/SnoozeMenu.h"
#include "support/Eventually.h"
#include "support/TestMain.h"

#include <QAccessible>
#include <QDockWidget>
#include <QHeaderView>
#include <QLineEdit>
#include <QScreen>
#include <QStatusBar>

using namespace manometer;
using namespace manometer::gui;

class TestMainWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { installTranslation(qApp, QLocale(QLocale::English, QLocale::UnitedStates)); }

    void theHeaderShowsLevelReasonCacheAndAge()
    {
        WindowFixture fixture;
        QCOMPARE(fixture.text(u"levelWord"_s), u"ELEVATED"_s);
        QVERIFY(fixture.text(u"basis"_s).startsWith(u"6"_s));
        QVERIFY(fixture.text(u"basis"_s).contains(u"of memory in use; HIGH begins at"_s));
        QVERIFY(fixture.text(u"levelAge"_s).startsWith(u"for 00:0"_s));
        QCOMPARE(fixture.text(u"cacheFill"_s), u"Cache 200 of 500 entries, limit 375 (\u221225 %)"_s);
        QCOMPARE(fixture.text(u"hitRatio"_s), u"Hit ratio 93.1 %"_s);
        VERIFY_EVENTUALLY(
            fixture.text(u"receipt"_s).startsWith(u"Last cut: 125 entries evicted, RSS \u2212"_s));
        QCOMPARE(fixture.text(u"picture"_s), u"LIVE"_s);
        QVERIFY(fixture.text(u"limit"_s).startsWith(u"The limit is 375 of 500 entries because ELEVATED"_s));
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
            WindowFixture fixture({1024, 640});
            QCOMPARE(fixture.window->size(), QSize(1024, 640));
            for (const auto arrangement : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4}) {
                QTest::keyClick(fixture.chart(), arrangement, Qt::ControlModifier);
                for (const QString &dock :
                     {u"eventDock"_s, u"cacheDock"_s, u"holdersDock"_s, u"sourcesDock"_s, u"scanDock"_s}) {
                    fixture.child<QDockWidget>(dock)->raise();
                    QCoreApplication::processEvents();
                    QCOMPARE(fixture.window->size(), QSize(1024, 640));
                }
                QVERIFY(fixture.chart()->height() >= 180);
                // Leaves room for docks resized by the operator.
                const QSize least = fixture.window->minimumSizeHint();
                QVERIFY2(least.width() <= 1024 && least.height() <= 640,
                         qPrintable(u"%1x%2"_s.arg(least.width()).arg(least.height())));
            }
        }
        installTranslation(qApp, QLocale(QLocale::English, QLocale::UnitedStates));
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
