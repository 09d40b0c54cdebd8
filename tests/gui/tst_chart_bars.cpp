// SPDX-License-Identifier: GPL-3.0-or-later
//
// The bars at the chart's upper edge: what the last action was, and what a draft changes.
#include "gui/WindowFixture.h"
#include "gui/notice/NoticeBar.h"
#include "support/TestMain.h"

#include <QDockWidget>

using namespace manometer;
using namespace manometer::gui;

class TestChartBars : public QObject
{
    Q_OBJECT

    static std::vector<QWidget *> shownBars(const WindowFixture &fixture)
    {
        std::vector<QWidget *> shown;
        for (const QString &name : {u"noticeBar"_s, u"draftBar"_s})
            if (auto *bar = fixture.child<QWidget>(name); bar->isVisible())
                shown.push_back(bar);
        return shown;
    }

    // Neither texts nor event marks nor the tags of the thresholds nor each other; the buttons are whole.
    static void theBarsCoverNothing(const WindowFixture &fixture)
    {
        const auto *card = fixture.chart()->parentWidget();
        const ChartAreas &areas = fixture.chart()->frame().areas;
        QRect before;
        for (const QWidget *bar : shownBars(fixture)) {
            QVERIFY(card->rect().contains(bar->geometry()));
            QVERIFY(!bar->geometry().intersects(before));
            before = bar->geometry();
            for (const QRectF &area : {areas.legend, areas.marks, areas.plot, areas.histogram})
                QVERIFY(!bar->geometry().intersects(area.toRect().translated(fixture.chart()->pos())));
            for (const Level level : pressure::levelsWithThreshold) {
                const QPoint tag = fixture.chart()->mapTo(card, fixture.chart()->handlePosition(level));
                QVERIFY(!bar->geometry().intersects(QRect(tag - QPoint(30, 10), QSize(60, 20))));
            }
            for (const auto *button : bar->findChildren<QPushButton *>()) {
                QVERIFY(bar->rect().contains(button->geometry()));
                QVERIFY(button->width() > button->fontMetrics().horizontalAdvance(button->text()));
                QCOMPARE(button->visibleRegion().boundingRect(), button->rect());
            }
        }
        QVERIFY(areas.plot.height() >= 20);
    }

    static bool theLegendIsWhole(const WindowFixture &fixture)
    {
        return fixture.chart()->legendRow().right() <= fixture.chart()->frame().areas.legend.right() + 1;
    }

private slots:
    void initTestCase() { installTranslation(qApp, QLocale(QLocale::English, QLocale::UnitedStates)); }

    void theBarsCoverNothingAndMoveNeitherTheChartNorThePages_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("composition");
        QTest::newRow("small") << QSize(800, 480) << false;
        QTest::newRow("small, with the composition of memory") << QSize(800, 480) << true;
        QTest::newRow("usual") << QSize(1280, 800) << false;
        QTest::newRow("usual, with the composition of memory") << QSize(1280, 800) << true;
    }
    void theBarsCoverNothingAndMoveNeitherTheChartNorThePages()
    {
        QFETCH(QSize, size);
        QFETCH(bool, composition);
        WindowFixture fixture(size);
        QVERIFY(fixture.drawn());
        if (composition)
            QTest::keyClick(fixture.chart(), Qt::Key_C);
        for (const auto arrangement : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4}) {
            QTest::keyClick(fixture.chart(), arrangement, Qt::ControlModifier);
            QTest::qWait(50);
            const auto *dock =
                fixture.child<QDockWidget>(arrangement == Qt::Key_3 ? u"cacheDock"_s : u"eventDock"_s);
            const auto places = [&] {
                const auto place = [&](const QWidget *widget) {
                    return QRect(widget->mapTo(fixture.window.get(), QPoint()), widget->size());
                };
                return std::pair(place(dock), place(fixture.chart()));
            };
            const auto before = places();
            const bool wasWhole = theLegendIsWhole(fixture);
            auto *notice = fixture.window->findChild<NoticeBar *>();
            notice->offerRevert(
                u"New thresholds are in effect. The level changes by two or more, so they revert unless you keep them."_s,
                u"Revert"_s, [] {}, NoticeBar::Change::Narrow, fixture.window.get());
            QTest::qWait(50);
            QVERIFY(notice->isVisible());
            QCOMPARE(places(), before);
            theBarsCoverNothing(fixture);
            QCOMPARE(theLegendIsWhole(fixture), wasWhole);
            // A draft's bar appears beside it or below it.
            fixture.chart()->setFocus();
            QTest::keyClick(fixture.chart(), Qt::Key_T);
            QTest::keyClick(fixture.chart(), Qt::Key_Up);
            QVERIFY(fixture.child<QWidget>(u"draftBar"_s)->isVisible());
            QTest::qWait(50);
            QCOMPARE(places(), before);
            theBarsCoverNothing(fixture);
            QCOMPARE(theLegendIsWhole(fixture), wasWhole);
            notice->withdraw(); // alone
            QTest::qWait(50);
            QCOMPARE(places(), before);
            theBarsCoverNothing(fixture);
            QCOMPARE(theLegendIsWhole(fixture), wasWhole);
            QTest::keyClick(fixture.chart(), Qt::Key_Escape);
            QTest::keyClick(fixture.chart(), Qt::Key_Escape);
            QVERIFY(!fixture.child<QWidget>(u"draftBar"_s)->isVisible());
            QTest::qWait(50);
            QCOMPARE(places(), before);
        }
    }

    // What becomes of the change, and when: the text gives way first.
    void aNarrowNoticeKeepsTheTimeAndWhatHappensThen()
    {
        WindowFixture fixture({800, 480});
        auto *notice = fixture.window->findChild<NoticeBar *>();
        notice->offerRevert(
            u"New thresholds are in effect."_s, u"Revert"_s, [] {}, NoticeBar::Change::Narrow,
            fixture.window.get());
        QTest::qWait(50);
        const auto *time = fixture.child<QLabel>(u"noticeTime"_s);
        QVERIFY(fixture.text(u"noticeTime"_s).startsWith(u"Kept after "_s));
        QVERIFY(time->width() >= time->fontMetrics().horizontalAdvance(time->text()));
        QVERIFY(notice->rect().contains(time->geometry()));
    }
};

MANOMETER_TEST(Gui, TestChartBars)
#include "tst_chart_bars.moc"
