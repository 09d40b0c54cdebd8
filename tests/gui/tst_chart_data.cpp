// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ChartRecords.h"
#include "gui/chart/CrosshairItem.h"
#include "gui/chart/Decimation.h"
#include "gui/look/ChartPalette.h"
#include "gui/look/SpreadApart.h"
#include "gui/text/Numbers.h"
#include "support/Eventually.h"
#include "support/TestMain.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace manometer;
using namespace manometer::gui;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestChartData : public QObject
{
    Q_OBJECT

private slots:
    void scalesGoBothWays()
    {
        const TimeScale time{.endMs = 10'000, .spanMs = 10'000, .left = 50, .width = 200};
        QCOMPARE(time.x(10'000), 250.0);
        QCOMPARE(time.x(0), 50.0);
        const ValueScale value{.minimum = 0, .maximum = 100, .top = 10, .height = 400};
        QCOMPARE(value.y(100), 10.0);
        QCOMPARE(value.value(value.y(73.2)), 73.2);
    }

    void aScaleFromZeroIsRoundAndSettled()
    {
        QCOMPARE(niceMaximum(53.9), 60.0);
        QCOMPARE(niceMaximum(60), 80.0); // a line on the frame cannot be read
        QCOMPARE(niceMaximum(0.3), 1.0);
        QCOMPARE(niceMaximum(1234), 1500.0);
        QCOMPARE(settledMaximum(100, 53), 100.0);
        QCOMPARE(settledMaximum(100, 100), 150.0);
        QCOMPARE(settledMaximum(1000, 53), 60.0);
        QCOMPARE(settledMaximum(100, views::absent), 100.0);
    }

    void marksAndTheirNumbersNeverTouch()
    {
        const TimeScale scale{.endMs = 1000, .spanMs = 1000, .left = 0, .width = 1000};
        std::vector<ChartEvent> events;
        quint64 position = 0;
        for (const qint64 at : {100, 103, 120, 150, 166, 400, 416, 432})
            events.push_back({.position = ++position, .atMs = at});
        const std::vector<EventMark> marks = eventMarks(events, scale, 0);
        double end = 0;
        std::size_t shown = 0;
        for (const EventMark &mark : marks) {
            QVERIFY2(mark.x - EventMark::width / 2 >= end, qPrintable(QString::number(mark.x)));
            end = mark.x + EventMark::width / 2 + (mark.positions.size() > 1 ? EventMark::countWidth : 0);
            shown += mark.positions.size();
        }
        QCOMPARE(shown, events.size());
        QCOMPARE(marks.size(), std::size_t(6)); // 100 to 120 are one, the rest have room
    }

    void theCrosshairsPanelHidesNoCurveWhereThereIsRoom()
    {
        const QRectF plot(0, 0, 1000, 400);
        const ValueScale scale{.minimum = 0, .maximum = 100, .top = 0, .height = 400};
        const QSizeF size(200, 120);
        for (const double percent : {5.0, 30.0, 50.0, 80.0, 99.0}) {
            Lines curve;
            curve.stretches.emplace_back();
            for (int x = 0; x <= 1000; ++x)
                curve.stretches.back() << QPointF(x, percent);
            for (const double x : {0.0, 10.0, 500.0, 990.0, 1000.0}) {
                const QRectF panel = placeBeside(curve, scale, plot, x, size);
                QVERIFY(plot.contains(panel));
                QVERIFY(panel.left() > x || panel.right() < x);
                const double y = scale.y(percent);
                QVERIFY2(y < panel.top() || y > panel.bottom(), qPrintable(QString::number(percent)));
            }
        }
    }

    void decimationKeepsExtremesAndOrder()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo() << "seed" << seed;
        QRandomGenerator random(seed);
        views::SampleRecords records;
        for (int second = 0; second < 20'000; ++second)
            records += record(second * 1000, 40 + random.bounded(20.0));
        records[7777].systemUsedPercent = 99;
        records[12'345].systemUsedPercent = 1;
        const ChartSamples samples = modelled(records);
        const TimeScale scale{.endMs = 19'999'000, .spanMs = 20'000'000, .left = 100, .width = 640};
        const Lines lines = decimate(samples, scale, Series::SystemUsed);
        QCOMPARE(lines.stretches.size(), std::size_t(1));
        const QPolygonF &line = lines.stretches.front();
        QVERIFY2(line.size() <= 2 * 641, "more than two points a column");
        QCOMPARE(lines.highest, 99.0);
        QCOMPARE(lines.lowest, 1.0);
        const auto drawn = [&line](double value) {
            return std::any_of(line.begin(), line.end(),
                               [value](const QPointF &point) { return point.y() == value; });
        };
        QVERIFY(drawn(99));
        QVERIFY(drawn(1));
        QVERIFY(std::is_sorted(line.begin(), line.end(),
                               [](const QPointF &one, const QPointF &other) { return one.x() < other.x(); }));
    }

    void gapsSplitTheLine_data()
    {
        QTest::addColumn<views::SampleRecords>("records");
        QTest::addColumn<int>("stretches");
        QTest::newRow("none") << views::SampleRecords{record(0, 50), record(1000, 51), record(2000, 52)} << 1;
        QTest::newRow("a failed read")
            << views::SampleRecords{record(0, 50), failed(1000), record(2000, 52)} << 2;
        QTest::newRow("a stopped sampler")
            << views::SampleRecords{record(0, 50), record(1000, 51), record(9000, 52), record(10'000, 52)}
            << 2;
        views::SampleRecords suspended{record(0, 50), record(1000, 51), record(2000, 52)};
        suspended[2].discontinuity = views::SampleRecord::Discontinuity::Suspend;
        QTest::newRow("a suspended machine, however briefly") << suspended << 2;
        views::SampleRecords restarted{record(0, 50), record(1000, 51), record(2000, 52)};
        restarted[1].discontinuity = views::SampleRecord::Discontinuity::Start;
        QTest::newRow("a program that was started again") << restarted << 2;
        views::SampleRecords clockSet{record(0, 50), record(1000, 51), record(2000, 52)};
        clockSet[1].discontinuity = views::SampleRecord::Discontinuity::ClockSet;
        clockSet[1].wallMs += 3'600'000;
        QTest::newRow("a wall clock that was set is no gap") << clockSet << 1;
        views::SampleRecords thinned;
        for (int step = 0; step < 10; ++step)
            thinned += bucket(step * 10'000, 10'000, 50);
        QTest::newRow("buckets side by side are no gap") << thinned << 1;
        thinned.removeAt(5);
        QTest::newRow("a bucket that is missing is one") << thinned << 2;
        QTest::newRow("a lone sample")
            << views::SampleRecords{failed(0), record(1000, 51), failed(2000)} << 1;
        QTest::newRow("nothing but failures") << views::SampleRecords{failed(0), failed(1000)} << 0;
    }
    void gapsSplitTheLine()
    {
        QFETCH(views::SampleRecords, records);
        QFETCH(int, stretches);
        const TimeScale scale{.endMs = 100'000, .spanMs = 100'000, .left = 0, .width = 1000};
        QCOMPARE(static_cast<int>(decimate(modelled(records), scale, Series::SystemUsed).stretches.size()),
                 stretches);
    }

    void thePeaksOfABucketAreDrawn()
    {
        auto peaked = bucket(10'000, 10'000, 50);
        peaked.systemUsedMinPercent = 20;
        peaked.systemUsedMaxPercent = 97;
        const TimeScale scale{.endMs = 30'000, .spanMs = 30'000, .left = 0, .width = 300};
        const Lines lines = decimate(modelled({bucket(0, 10'000, 50), peaked, bucket(20'000, 10'000, 50)}),
                                     scale, Series::SystemUsed);
        QCOMPARE(lines.highest, 97.0);
        QCOMPARE(lines.lowest, 20.0);
        QCOMPARE(lines.stretches.size(), std::size_t(1));
        const QPolygonF &line = lines.stretches.front();
        QVERIFY(line.contains(QPointF(100, 97)) && line.contains(QPointF(100, 20)));
    }

    void theLineEntersFromTheLeft()
    {
        const ChartSamples samples =
            modelled({bucket(0, 10'000, 50), bucket(10'000, 10'000, 51), record(20'000, 52)});
        const TimeScale scale{.endMs = 20'000, .spanMs = 5'000, .left = 0, .width = 100};
        const Lines lines = decimate(samples, scale, Series::SystemUsed);
        QCOMPARE(lines.stretches.size(), std::size_t(1));
        QVERIFY(lines.stretches.front().front().x() < 0);
        QCOMPARE(lines.lowest, 52.0); // of the visible range only
    }

    void theHitRatioIsNotDrawnAcrossAGapNorAcrossRuns()
    {
        views::SampleRecords records;
        for (int second = 0; second < 12; ++second) {
            records += second == 4 ? failed(4000) : record(second * 1000, 50);
            // Another run's counters start again.
            records.back().cacheRequestsTotal = static_cast<quint64>(second < 8 ? 100 + second : second);
            records.back().cacheHitsTotal = records.back().cacheRequestsTotal / 2;
        }
        const TimeScale scale{.endMs = 12'000, .spanMs = 12'000, .left = 0, .width = 120};
        QCOMPARE(hitRatio(modelled(records), scale).stretches.size(), std::size_t(3));
    }

    void theCrosshairReadsTheLastSampleUpToIt()
    {
        const ChartSamples samples =
            modelled({record(1000, 50), record(2000, 60), failed(3000), record(9000, 70)});
        const auto read = [&samples](qint64 atMs) {
            const Reading reading = readingAt(samples, atMs, 30'000);
            return reading.isEmpty() ? QString() : reading.rows.front().second;
        };
        QCOMPARE(read(999), QString());
        QCOMPARE(read(1000), text::percent(50));
        QCOMPARE(read(1999), text::percent(50));
        QCOMPARE(read(2000), text::percent(60));
        QCOMPARE(read(3500), u"none"_s);
        QCOMPARE(read(9500), text::percent(70));
        QCOMPARE(read(20'000), u"none"_s); // an old sample is no longer valid
    }

    void anUnknownRssIsNotZero()
    {
        views::SampleRecords records{record(0, 50), record(1000, 50)};
        records[1].processRssBytes = 0;
        const TimeScale scale{.endMs = 1000, .spanMs = 1000, .left = 0, .width = 100};
        const Lines lines = decimate(modelled(records), scale, Series::ProcessRss);
        QCOMPARE(lines.lowest, 50.0);
    }

    void theRibbonShowsRunsAndWhatIsMissing()
    {
        using pressure::Level;
        using Signal = LevelRun::Signal;
        const ChartSamples samples =
            modelled({record(0, 50), record(1000, 65, Level::Elevated), record(2000, 66, Level::Elevated),
                      record(10'000, 66, Level::Elevated), failed(11'000), record(12'000, 50)});
        const TimeScale scale{.endMs = 12'000, .spanMs = 12'000, .left = 0, .width = 100};
        const std::vector<LevelRun> runs = levelRuns(samples, scale);
        const std::vector<LevelRun> expected{{0, 1000, Level::Normal, Signal::Known},
                                             {1000, 2000, Level::Elevated, Signal::Known},
                                             {2000, 10'000, Level::Elevated, Signal::Missing},
                                             {10'000, 11'000, Level::Elevated, Signal::Known},
                                             {11'000, 12'000, Level::Normal, Signal::Missing},
                                             {12'000, 12'000, Level::Normal, Signal::Known}};
        QVERIFY(runs == expected);
    }

    void aGapHasItsReason()
    {
        using Discontinuity = views::SampleRecord::Discontinuity;
        using Signal = LevelRun::Signal;
        views::SampleRecord started = record(20'000, 50);
        started.discontinuity = Discontinuity::Start;
        views::SampleRecord woken = record(40'000, 50);
        woken.discontinuity = Discontinuity::Suspend;
        const ChartSamples samples = modelled({record(0, 50), failed(1000), started, record(21'000, 50),
                                               woken, record(41'000, 50), record(60'000, 50)});
        const TimeScale scale{.endMs = 60'000, .spanMs = 60'000, .left = 0, .width = 100};
        std::vector<std::pair<qint64, Signal>> gaps;
        for (const LevelRun &run : levelRuns(samples, scale))
            if (run.signal != Signal::Known)
                gaps.emplace_back(run.toMs, run.signal);
        // The read that failed is as long as its sample.
        const std::vector<std::pair<qint64, Signal>> expected{{1000, Signal::Missing},
                                                              {20'000, Signal::NotRunning},
                                                              {40'000, Signal::Suspended},
                                                              {60'000, Signal::Missing}};
        QVERIFY(gaps == expected);
    }

    void theModelIsBoundedAndKeepsWhatCameMeanwhile()
    {
        FakeMonitor monitor;
        monitor.past = {record(1000, 50), record(2000, 51), record(3000, 52)};
        SampleModel model(&monitor, MonitorClock([] { return 0; }), 4);
        // Live samples arrive before the history; one of them is in both.
        monitor.sample(record(3000, 52));
        monitor.sample(record(4000, 53));
        QCOMPARE(model.samples().size(), std::size_t(2));
        COMPARE_EVENTUALLY(model.samples().size(), std::size_t(4));
        for (int second = 5; second < 20; ++second)
            monitor.sample(record(second * 1000, 50));
        QCOMPARE(model.samples().size(), std::size_t(4));
        QCOMPARE(model.samples().back().monotonicMs, qint64(19'000));
        QCOMPARE(model.samples().back().link, ChartSample::Link::Joined);
    }

    void thePastIsShownByTheBasisThatIsJudgedNow()
    {
        FakeMonitor monitor;
        monitor.past = {record(1000, 50), record(2000, 51)};
        for (views::SampleRecord &each : monitor.past)
            each.cgroupUsedPercent = 70;
        SampleModel model(&monitor, MonitorClock([] { return 0; }));
        COMPARE_EVENTUALLY(model.samples().size(), std::size_t(2));
        QCOMPARE(model.samples().front().usedPercent, 70.0);
        QCOMPARE(model.samples().front().basis, pressure::Basis::Cgroup);
        monitor.now.basisChoice = pressure::BasisChoice::Host;
        emit monitor.statusChanged(monitor.now);
        COMPARE_EVENTUALLY(model.samples().front().usedPercent, 50.0);
        QCOMPARE(model.samples().front().basis, pressure::Basis::Host);
    }

    void theClockGoesOnWithoutSamples()
    {
        qint64 local = 500;
        MonitorClock clock([&local] { return local; });
        QVERIFY(!clock.nowMs());
        clock.observe(10'000);
        local += 1234;
        QCOMPARE(clock.nowMs(), std::optional<qint64>(11'234));
    }

    void colorsReadOnEveryPalette_data()
    {
        QTest::addColumn<QColor>("window");
        QTest::addColumn<QColor>("text");
        QTest::newRow("light") << QColor(0xef, 0xef, 0xef) << QColor(Qt::black);
        QTest::newRow("dark") << QColor(0x2a, 0x2e, 0x32) << QColor(0xfc, 0xfc, 0xfc);
        QTest::newRow("high contrast") << QColor(Qt::black) << QColor(Qt::white);
    }
    void colorsReadOnEveryPalette()
    {
        QFETCH(QColor, window);
        QFETCH(QColor, text);
        QPalette palette(window);
        palette.setColor(QPalette::Window, window);
        palette.setColor(QPalette::Base, window);
        palette.setColor(QPalette::WindowText, text);
        const ChartPalette colors = ChartPalette::from(palette);
        for (const pressure::Level level : pressure::allLevels) {
            QVERIFY(contrastRatio(colors.levelOf(level), colors.background) >= 4.5);
            QVERIFY(contrastRatio(readableOn(colors.levelOf(level)), colors.levelOf(level)) >= 4.5);
        }
        QVERIFY(contrastRatio(colors.system, colors.plot) >= 4.5);
        QVERIFY(contrastRatio(colors.process, colors.plot) >= 4.5);
    }
};

MANOMETER_TEST(Gui, TestChartData)
#include "tst_chart_data.moc"
