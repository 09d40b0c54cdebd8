// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/EventMarks.h"
#include "gui/look/SpreadApart.h"
#include "gui/chart/Statistics.h"
#include "support/TestMain.h"

#include <QTest>

using namespace manometer;
using namespace manometer::gui;

namespace {

ChartSample sample(qint64 ms, double percent, ChartSample::Link link = ChartSample::Link::Joined)
{
    ChartSample made;
    made.monotonicMs = ms;
    made.usedPercent = percent;
    made.link = link;
    return made;
}

ChartSample bucket(qint64 ms, qint32 width, double lowest, double mean, double highest)
{
    ChartSample made = sample(ms, mean);
    made.bucketMs = width;
    made.lowestPercent = static_cast<float>(lowest);
    made.highestPercent = static_cast<float>(highest);
    return made;
}

bool near(double one, double other, double within = 0.06)
{
    return std::abs(one - other) <= within;
}

} // namespace

class TestChartStatistics : public QObject
{
    Q_OBJECT

private slots:
    void percentilesCoverTheVisibleTime()
    {
        ChartSamples samples;
        for (int second = 0; second < 1000; ++second)
            samples.push_back(sample(second * 1000, second / 10.0));
        const Distribution all = distribution(samples, 0, 999'000);
        QVERIFY(near(all.lowest, 0) && near(all.highest, 99.9));
        QVERIFY(near(all.mean, 49.95));
        QVERIFY(near(all.p50, 49.9) && near(all.p95, 94.9) && near(all.p99, 98.9));
        const Distribution part = distribution(samples, 900'000, 999'000);
        QVERIFY(near(part.lowest, 90) && near(part.p50, 94.9));
        QVERIFY(near(part.shareBelow(95), 0.5, 0.01));
        QCOMPARE(part.shareBelow(50), 0.0);
        QVERIFY(near(part.shareBelow(100), 1.0, 0.001));
    }

    void thePercentileOfARepeatedValueIsThatValue()
    {
        ChartSamples samples;
        for (int second = 0; second < 100; ++second)
            samples.push_back(sample(second * 1000, second < 60 ? 40.004 : 95.0));
        const Distribution seen = distribution(samples, 0, 99'000);
        QVERIFY2(near(seen.p50, 40.004, 0.001), qPrintable(QString::number(seen.p50)));
        QVERIFY(near(seen.p95, 95, 0.001));
    }

    void aSampleIsWeightedByItsDuration()
    {
        // Twenty-five samples in one second of a burst, then a minute as a bucket.
        ChartSamples samples;
        for (int burst = 0; burst < 25; ++burst)
            samples.push_back(sample(burst * 40, 90));
        samples.push_back(bucket(1000, 60'000, 20, 30, 40));
        const Distribution seen = distribution(samples, 0, 100'000);
        QVERIFY2(near(seen.mean, (1.0 * 90 + 60 * 30) / 61, 0.1), qPrintable(QString::number(seen.mean)));
        QVERIFY(near(seen.p50, 30));
        QVERIFY(near(seen.lowest, 20)); // hidden by the bucket's mean
        QVERIFY(near(seen.highest, 90));
    }

    void unknownTimeIsIgnored()
    {
        const ChartSamples samples{sample(0, 50), sample(1000, views::absent, ChartSample::Link::Unknown),
                                   sample(600'000, 70, ChartSample::Link::Apart)};
        QVERIFY(near(distribution(samples, 0, 700'000).mean, 60));
        QVERIFY(distribution(samples, 2000, 3000).isEmpty());
        QVERIFY(distribution({}, 0, 1).isEmpty());
    }

    void aLevelIsEnteredOnceUntilItEnds()
    {
        ChartSamples samples;
        qint64 ms = 0;
        for (const double percent : {50, 81, 79, 82, 76, 90, 74, 80, 60})
            samples.push_back(sample(ms += 1000, percent));
        QCOMPARE(crossings(samples, 0, ms, 80, 75), 2);
        QCOMPARE(crossings(samples, 0, ms, 95, 75), 0);
        QCOMPARE(crossings(samples, 0, ms, 80, 80), 4);
        QCOMPARE(crossings({bucket(0, 60'000, 40, 50, 85), bucket(60'000, 60'000, 40, 50, 85)}, 0, 100'000,
                           80, 75),
                 2);
    }

    void tagsAreSpreadApart_data()
    {
        using List = std::vector<double>;
        QTest::addColumn<List>("wanted");
        QTest::addColumn<List>("placed");
        QTest::newRow("with room they stay") << List{10, 50, 90} << List{10, 50, 90};
        QTest::newRow("the lower one gives way") << List{10, 15, 90} << List{10, 34, 90};
        QTest::newRow("at the bottom they move up") << List{80, 99, 100} << List{52, 76, 100};
        QTest::newRow("out of bounds is brought in") << List{-20, 50, 140} << List{0, 50, 100};
        QTest::newRow("all on one place") << List{0, 0, 0} << List{0, 24, 48};
    }
    void tagsAreSpreadApart()
    {
        QFETCH(std::vector<double>, wanted);
        QFETCH(std::vector<double>, placed);
        QCOMPARE(spreadApart(wanted, 24, 0, 100), placed);
    }

    void overlappingEventsBecomeOneMark()
    {
        const TimeScale scale{.endMs = 100'000, .spanMs = 100'000, .left = 0, .width = 1000};
        using Kind = ChartEvent::Kind;
        const std::vector<ChartEvent> events{
            {.position = 1, .atMs = 10'000, .kind = Kind::Limit, .level = pressure::Level::High},
            {.position = 2, .atMs = 10'100, .kind = Kind::Level, .level = pressure::Level::High},
            {.position = 3, .atMs = 10'200, .kind = Kind::Level, .level = pressure::Level::Elevated},
            {.position = 4, .atMs = 50'000, .kind = Kind::Note, .level = {}},
            {.position = 5, .atMs = 200'000, .kind = Kind::Note, .level = {}}};
        const auto marks = eventMarks(events, scale, 3);
        QCOMPARE(marks.size(), std::size_t(2)); // the last one is not visible
        QCOMPARE(marks[0].positions, (std::vector<quint64>{1, 2, 3}));
        QCOMPARE(marks[0].event.position, quint64(2)); // the most important one
        QVERIFY(marks[0].selected && !marks[1].selected);
        QCOMPARE(marks[1].x, 500.0);
    }
};

MANOMETER_TEST(Core, TestChartStatistics)
#include "tst_chart_statistics.moc"
