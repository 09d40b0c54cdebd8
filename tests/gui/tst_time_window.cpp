// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/TimeWindow.h"
#include "support/TestMain.h"

#include <QTest>

using namespace manometer::gui;
using namespace std::chrono_literals;

class TestTimeWindow : public QObject
{
    Q_OBJECT

private slots:
    void aFollowingWindowEndsAtThePresent()
    {
        TimeWindow window(1min);
        window.setNow(100'000);
        QCOMPARE(window.endMs(), qint64(100'000));
        QCOMPARE(window.beginMs(), qint64(40'000));
        window.setNow(101'000);
        QCOMPARE(window.endMs(), qint64(101'000));
    }

    void aHeldWindowStaysUntilItFollowsAgain()
    {
        TimeWindow window(1min);
        window.setNow(100'000);
        window.hold();
        window.setNow(150'000);
        QCOMPARE(window.endMs(), qint64(100'000));
        QVERIFY(!window.follows());
        window.follow();
        QCOMPARE(window.endMs(), qint64(150'000));
    }

    void zoomKeepsTheAnchorInPlace()
    {
        TimeWindow window(100s);
        window.setNow(1'000'000);
        window.show(100'000, 200'000);
        window.zoomAt(125'000, 0.5); // a quarter from the left
        QCOMPARE(window.spanMs(), qint64(50'000));
        QCOMPARE(window.beginMs(), qint64(112'500));
        window.zoomAt(125'000, 2);
        QCOMPARE(window.beginMs(), qint64(100'000));
    }

    void zoomWhileFollowingKeepsThePresent()
    {
        TimeWindow window(100s);
        window.setNow(1'000'000);
        window.zoomAt(925'000, 0.5);
        QVERIFY(window.follows());
        QCOMPARE(window.endMs(), qint64(1'000'000));
        QCOMPARE(window.spanMs(), qint64(50'000));
    }

    void zoomStopsAtItsLimitsWithoutMoving()
    {
        TimeWindow window(10s);
        window.setNow(10'000'000);
        window.show(100'000, 110'000);
        for (int step = 0; step < 20; ++step)
            window.zoomAt(101'000, 0.5);
        QCOMPARE(window.spanMs(), qint64(10'000));
        QCOMPARE(window.beginMs(), qint64(100'000));
        for (int step = 0; step < 200; ++step)
            window.zoomAt(101'000, 1.5);
        QCOMPARE(window.spanMs(), qint64(TimeWindow::greatestSpan.count()));
        window.zoomAt(0, std::numeric_limits<double>::infinity());
        window.zoomAt(0, -1);
        QCOMPARE(window.spanMs(), qint64(TimeWindow::greatestSpan.count()));
    }

    void movingIntoThePresentFollowsItAgain()
    {
        TimeWindow window(1min);
        window.setNow(1'000'000);
        window.panBy(-30'000);
        QVERIFY(!window.follows());
        QCOMPARE(window.endMs(), qint64(970'000));
        window.panBy(10'000);
        QVERIFY(!window.follows());
        window.panBy(100'000); // nothing lies after the present
        QVERIFY(window.follows());
        QCOMPARE(window.endMs(), qint64(1'000'000));
    }

    void aRangeTooShortToShowIsCentred()
    {
        TimeWindow window(1min);
        window.setNow(1'000'000);
        window.show(502'000, 500'000); // in either order
        QCOMPARE(window.spanMs(), qint64(10'000));
        QCOMPARE(window.beginMs(), qint64(496'000));
    }

    void earlierViewsReturnInOrder()
    {
        TimeWindow window(1min);
        window.setNow(1'000'000);
        QVERIFY(!window.canGoBack());
        window.remember();
        window.show(100'000, 200'000);
        window.remember();
        window.show(120'000, 140'000);
        window.back();
        QCOMPARE(window.beginMs(), qint64(100'000));
        QVERIFY(window.canGoForward());
        window.setNow(1'060'000);
        window.back(); // it followed before, so it follows again
        QVERIFY(window.follows());
        QCOMPARE(window.endMs(), qint64(1'060'000));
        QVERIFY(!window.canGoBack());
        window.forward();
        window.forward();
        QCOMPARE(window.beginMs(), qint64(120'000));
        QVERIFY(!window.canGoForward());
        window.back();
        window.remember();
        window.panBy(-1000);
        QVERIFY(!window.canGoForward()); // a new view clears the forward history
    }

    void aClockThatWentBackRestartsTheWindow()
    {
        TimeWindow window(1min);
        window.setNow(1'000'000);
        window.hold();
        window.setNow(5'000);
        QCOMPARE(window.endMs(), qint64(5'000));
    }
};

MANOMETER_TEST(Core, TestTimeWindow)
#include "tst_time_window.moc"
