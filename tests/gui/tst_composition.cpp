// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the machine's memory is used for: the layers of the chart, its lanes, and the values at the crosshair.
#include "gui/ChartRecords.h"
#include "gui/WindowFixture.h"
#include "gui/chart/Composition.h"
#include "gui/chart/CrosshairItem.h"
#include "gui/text/Numbers.h"
#include "support/TestMain.h"

#include <QTest>

using namespace manometer;
using namespace manometer::gui;

namespace {

constexpr quint64 machineBytes = 1000;

// Of a machine of 1000 bytes.
views::SampleRecord composed(qint64 ms, quint64 inUse, quint64 buffers, quint64 cache)
{
    views::SampleRecord made = record(ms, 50);
    made.systemTotalBytes = machineBytes;
    made.composition = {
        .freeBytes = machineBytes - inUse - buffers - cache, .buffersBytes = buffers, .cacheBytes = cache};
    return made;
}

double edge(const LayerStretch &stretch, MemoryLayer layer, qsizetype point)
{
    return std::round(stretch.edgeOf(layer)[point].y() * 1000) / 1000; // of floats
}

QString valueOf(const Reading &reading, const QString &name)
{
    for (const auto &[each, value] : reading.rows)
        if (each == name)
            return value;
    return {};
}

} // namespace

class TestComposition : public QObject
{
    Q_OBJECT

    const TimeScale m_scale{.endMs = 10'000, .spanMs = 10'000, .left = 0, .width = 100};

private slots:
    void initTestCase() { installTranslation(qApp, QLocale(QLocale::English, QLocale::UnitedStates)); }

    void theLayersAreStacked()
    {
        const auto stack =
            memoryStack(modelled({composed(0, 400, 50, 300), composed(1000, 500, 0, 500)}), m_scale);
        QCOMPARE(stack.size(), std::size_t(1));
        QCOMPARE(edge(stack[0], MemoryLayer::InUse, 0), 40.0);
        QCOMPARE(edge(stack[0], MemoryLayer::Buffers, 0), 45.0);
        QCOMPARE(edge(stack[0], MemoryLayer::Cache, 0), 75.0);
        QCOMPARE(edge(stack[0], MemoryLayer::InUse, 1), 50.0);
        QCOMPARE(edge(stack[0], MemoryLayer::Cache, 1), 100.0);
        for (const QPolygonF &line : stack[0].edges)
            QCOMPARE(line[1].x(), 10.0);
    }

    void aGapAndAnUnknownCompositionEndTheLayers()
    {
        const auto stack =
            memoryStack(modelled({composed(0, 400, 50, 300), record(1000, 50), composed(2000, 400, 50, 300),
                                  failed(3000), composed(4000, 400, 50, 300), composed(9000, 400, 50, 300)}),
                        m_scale);
        QCOMPARE(stack.size(), std::size_t(4));
    }

    void aColumnShowsTheSampleWithMostInUse()
    {
        const TimeScale narrow{.endMs = 10'000, .spanMs = 10'000, .left = 0, .width = 2};
        const auto stack = memoryStack(modelled({composed(0, 100, 0, 0), composed(1000, 900, 10, 20),
                                                 composed(2500, 200, 0, 0), composed(5400, 300, 0, 0)}),
                                       narrow);
        QCOMPARE(stack.size(), std::size_t(1));
        QCOMPARE(stack[0].edges.front().size(), 2);
        QCOMPARE(edge(stack[0], MemoryLayer::InUse, 0), 90.0);
        QCOMPARE(edge(stack[0], MemoryLayer::Cache, 0), 93.0); // of the same sample
        QCOMPARE(edge(stack[0], MemoryLayer::InUse, 1), 30.0);
    }

    void noSwapIsNotSwapOfWhichNothingIsUsed()
    {
        views::SampleRecords records{composed(0, 1, 2, 3), composed(1000, 1, 2, 3)};
        records[1].composition->swapTotalBytes = 200;
        records[1].composition->swapUsedBytes = 50;
        const ChartSamples samples = modelled(records);
        QVERIFY(std::isnan(samples[0].swapPercent));
        QCOMPARE(samples[1].swapPercent, 25.0F);
    }

    void theCrosshairHasTheLayersOnlyWhenTheyAreShown()
    {
        views::SampleRecords records{composed(0, 400, 50, 300), record(5000, 50)};
        records[0].psiSomeAvg10Percent = 1.5;
        const ChartSamples samples = modelled(records);
        const Reading shown = readingAt(samples, 0, 0, Composition::Shown);
        QCOMPARE(valueOf(shown, u"In use"_s), text::percent(40));
        QCOMPARE(valueOf(shown, u"Buffers"_s), text::percent(5));
        QCOMPARE(valueOf(shown, u"Kernel cache"_s), text::percent(30));
        QCOMPARE(valueOf(shown, u"Free"_s), text::percent(25));
        QCOMPARE(valueOf(shown, u"Swap used"_s), QString()); // none
        QCOMPARE(valueOf(shown, u"Stalls (PSI)"_s), text::percent(1.5));
        QVERIFY(valueOf(readingAt(samples, 0, 0), u"In use"_s).isEmpty());
        QVERIFY(valueOf(readingAt(samples, 5000, 5000, Composition::Shown), u"Free"_s).isEmpty());
    }

    // In a low chart the panel is whole: its last rows are left out, those of the machine stay.
    void aLowChartLeavesOutTheLastRows()
    {
        Reading reading{.time = u"now"_s, .rows = {}};
        for (int row = 0; row < 11; ++row)
            reading.rows.emplace_back(QString::number(row), QString());
        QCOMPARE(fittingRows(reading, 1000, 16), std::size_t(11));
        QCOMPARE(fittingRows(reading, 12 * 16, 16), std::size_t(11));
        QCOMPARE(fittingRows(reading, 12 * 16 - 1, 16), std::size_t(10));
        QCOMPARE(fittingRows(reading, 5 * 16 + 3, 16), std::size_t(4));
        QCOMPARE(fittingRows(reading, 0, 16), std::size_t(1));
        views::SampleRecords records{composed(0, 400, 50, 300)};
        const Reading read = readingAt(modelled(records), 0, 0, Composition::Shown);
        QCOMPARE(read.rows[1].first, u"Level"_s);
        QCOMPARE(read.rows[2].first, u"In use"_s);
    }

    void aKeyShowsAndHidesIt()
    {
        WindowFixture fixture({1280, 1000});
        QVERIFY(fixture.drawn());
        const auto &frame = [&fixture]() -> const ChartFrame & { return fixture.chart()->frame(); };
        QVERIFY(frame().memory.empty() && frame().memoryLegend.empty() && frame().areas.swap.isEmpty());
        const double plotBefore = frame().areas.plot.height();
        fixture.chart()->setFocus();
        QTest::keyClick(fixture.chart(), Qt::Key_C);
        QVERIFY(!frame().memory.empty());
        QCOMPARE(frame().memoryLegend.size(), memoryLayers.size() + 1);
        QVERIFY(frame().memoryLegend.front().startsWith(u"in use "_s));
        QVERIFY(!frame().swap.stretches.empty() && !frame().stalls.stretches.empty());
        QVERIFY(frame().areas.plot.height() < plotBefore);
        QVERIFY(frame().areas.swap.top() > frame().areas.process.bottom());
        QVERIFY(frame().areas.stalls.bottom() < frame().areas.times.top());
        QTest::keyClick(fixture.chart(), Qt::Key_C);
        QVERIFY(frame().memory.empty() && frame().areas.swap.isEmpty());
        QCOMPARE(frame().areas.plot.height(), plotBefore);
    }

    // What a layer covers is painted: the plot's lower edge differs from its upper one.
    void theLayersAreVisible()
    {
        WindowFixture fixture;
        QVERIFY(fixture.drawn());
        const auto colour = [&fixture] {
            const QRectF plot = fixture.chart()->frame().areas.plot;
            const QPoint place(int(plot.right()) - 40, int(plot.bottom()) - 3);
            return fixture.chart()->grab().toImage().pixelColor(place);
        };
        const QColor before = colour();
        fixture.action(u"Compo&sition of memory"_s)->trigger();
        QVERIFY(colour() != before);
    }

    void inALowChartItsLanesTakeThePlaceOfTheProgramsOwn()
    {
        const QRectF plot(50, 40, 500, 100);
        const auto areas = [&plot](double height, Composition composition) {
            return ChartAreas::around(plot, QRectF(0, 0, 700, height), 16, {.composition = composition});
        };
        const ChartAreas low = areas(345, Composition::Shown);
        QVERIFY(!low.swap.isEmpty() && !low.stalls.isEmpty());
        QVERIFY(low.cache.isEmpty() && low.process.isEmpty());
        const ChartAreas hidden = areas(345, Composition::Hidden);
        QVERIFY(hidden.swap.isEmpty() && !hidden.cache.isEmpty() && !hidden.process.isEmpty());
        const ChartAreas high = areas(400, Composition::Shown);
        QVERIFY(!high.swap.isEmpty() && !high.cache.isEmpty() && !high.process.isEmpty());
    }

    void theLowestChartHasTheLayersOnly()
    {
        WindowFixture fixture({800, 480});
        QVERIFY(fixture.drawn());
        fixture.chart()->setComposition(Composition::Shown);
        const ChartFrame &frame = fixture.chart()->frame();
        QVERIFY(fixture.chart()->height() < 300);
        QVERIFY(!frame.memory.empty());
        QVERIFY(frame.areas.swap.isEmpty() && frame.areas.stalls.isEmpty());
        QVERIFY(frame.areas.plot.height() > 0);
    }

    void theChoiceIsSavedWithTheLayout()
    {
        WindowFixture fixture;
        const QByteArray without = fixture.window->saveLayout();
        fixture.action(u"Compo&sition of memory"_s)->trigger();
        MainWindow other(fixture.fake.views());
        const auto *chart = other.findChild<TimeChart *>();
        QVERIFY(other.restoreLayout(fixture.window->saveLayout()));
        QCOMPARE(chart->composition(), Composition::Shown);
        // A layout of a version without the choice ends one byte earlier.
        QVERIFY(other.restoreLayout(without.chopped(1)));
        QCOMPARE(chart->composition(), Composition::Hidden);
    }
};

MANOMETER_TEST(Gui, TestComposition)
#include "tst_composition.moc"
