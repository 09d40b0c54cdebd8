// SPDX-License-Identifier: GPL-3.0-or-later
//
// How soon a threshold crossing is applied, and how stable a level is under noise: on a virtual clock, with
// the real schedule and the real step functions.
#include "pressure/Simulation.h"
#include "support/TestMain.h"

#include <QTest>

#include <random>

using namespace manometer::test;

namespace {

constexpr double mebibyte = 1024.0 * 1024;

std::mt19937_64 seeded()
{
    const auto seed = std::random_device{}();
    qInfo("seed %u", seed);
    return std::mt19937_64(seed);
}

struct Fill
{
    double totalBytes = 0;
    double fromPercent = 0;
    double toPercent = 0;
    double begins = 0; // seconds
    double bytesPerSecond = 0;

    double percentAt(double now) const
    {
        const double risen = std::max(0.0, now - begins) * bytesPerSecond;
        return std::min(toPercent, fromPercent + 100 * risen / totalBytes);
    }
    double reaches(double percent) const
    {
        return begins + (percent - fromPercent) / 100 * totalBytes / bytesPerSecond;
    }
};

// The time from the crossing until the level is applied, in milliseconds; negative if it never is.
double detection(const Fill &fill, Level level)
{
    Simulation simulation([&fill](Elapsed now) {
        return machine(now, fill.percentAt(now.count()), static_cast<std::uint64_t>(fill.totalBytes));
    });
    const double crossing = fill.reaches(simulation.config.thresholds.of(level).enterPercent);
    simulation.run(Elapsed(crossing + 3));
    for (const LevelChange &change : simulation.changes)
        if (change.to >= level)
            return 1000 * (change.at - crossing);
    return -1;
}

} // namespace

class TestDetection : public QObject
{
    Q_OBJECT
private slots:
    // Start time, size of the machine, level, initial usage and fill rate are random.
    void everyCrossingOf1000IsAppliedWithin100Ms()
    {
        auto random = seeded();
        std::uniform_real_distribution<double> unit(0, 1);
        double worst = 0;
        double sum = 0;
        for (int tried = 0; tried < 1000; ++tried) {
            const auto level = static_cast<Level>(1 + tried % 3);
            const double enter = Thresholds{}.of(level).enterPercent;
            Fill fill;
            fill.totalBytes = mebibyte * 512 * std::pow(2, 11 * unit(random)); // 512 MiB to 1 TiB
            fill.fromPercent = enter * (0.2 + 0.79 * unit(random));
            fill.toPercent = enter + 0.1 + (100 - enter - 0.1) * unit(random);
            fill.begins = 30 * unit(random);
            // Up to the fastest rate that the schedule allows for.
            fill.bytesPerSecond = plausibleFillRate * std::pow(unit(random), 2) + 1 * mebibyte;
            if (fill.reaches(enter) > 600)
                fill.bytesPerSecond = plausibleFillRate;
            const double took = detection(fill, level);
            QVERIFY2(took >= 0 && took <= 100,
                     qPrintable(QStringLiteral("try %1: %2 ms").arg(tried).arg(took)));
            worst = std::max(worst, took);
            sum += took;
        }
        qInfo("mean %.1f ms, worst %.1f ms", sum / 1000, worst);
    }

    // A fill faster than plausibleFillRate may be detected late once; the next one is detected in time.
    void aFasterFillIsLearned()
    {
        const double rate = 1.8 * plausibleFillRate;
        const auto used = [rate](double now) {
            const auto bump = [&](double begins) {
                const double risen = std::clamp((now - begins) * rate / (64.0 * gibibyte) * 100, 0.0, 35.0);
                return now < begins + 20 ? risen : 0.0;
            };
            return 30 + bump(10.25) + bump(100.65);
        };
        Simulation simulation(
            [&used](Elapsed now) { return machine(now, used(now.count()), 64 * gibibyte); });
        simulation.run(Elapsed(130));
        const double crossing = 100.65 + 0.3 * 64.0 * gibibyte / rate;
        bool seen = false;
        for (const LevelChange &change : simulation.changes)
            if (change.at > 100 && change.to == Level::Elevated && !seen) {
                seen = true;
                QVERIFY2(change.at - crossing <= 0.1, qPrintable(QString::number(change.at - crossing)));
            }
        QVERIFY(seen);
    }

    void aMachineWithHeadroomIsSampledOnceASecond()
    {
        Simulation simulation([](Elapsed now) { return machine(now, 30, 64 * gibibyte); });
        simulation.run(Elapsed(600));
        QVERIFY(simulation.samples <= 601);
    }

    void noiseAroundAThresholdDoesNotFlap_data()
    {
        QTest::addColumn<double>("threshold");
        QTest::addColumn<double>("deviation");
        QTest::addColumn<double>("reversion");
        for (const double threshold : {60.0, 80.0, 90.0})
            for (const double deviation : {0.5, 1.0, 2.0, 3.0, 4.0})
                for (const double reversion : {0.02, 0.2})
                    QTest::newRow(qPrintable(
                        QStringLiteral("around %1 %, standard deviation %2 points, returning in %3 s")
                            .arg(threshold)
                            .arg(deviation)
                            .arg(1 / reversion)))
                        << threshold << deviation << reversion;
    }
    // Ornstein-Uhlenbeck noise: raw levels taken from it once a second change 230 to 1100 times an hour.
    void noiseAroundAThresholdDoesNotFlap()
    {
        QFETCH(double, threshold);
        QFETCH(double, deviation);
        QFETCH(double, reversion);
        auto random = seeded();
        std::normal_distribution<double> normal;
        constexpr double hours = 10;
        double value = threshold;
        double before = 0;
        double nextRaw = 0;
        int rawChanges = 0;
        Level rawBefore = Level::Normal;
        Simulation simulation([&](Elapsed now) {
            const double keep = std::exp(-reversion * (now.count() - before));
            before = now.count();
            value = threshold + (value - threshold) * keep +
                    deviation * std::sqrt(1 - keep * keep) * normal(random);
            const MemorySample sample = machine(now, value);
            if (now.count() >= nextRaw) {
                nextRaw += 1;
                const Level raw = classify(hostUsedPercent(sample), Thresholds{});
                rawChanges += raw != rawBefore;
                rawBefore = raw;
            }
            return sample;
        });
        simulation.config.tuning.trend.minimumSpan = 24h; // no slopes: unused here, and most of the run time
        simulation.run(Elapsed(hours * 3600));
        const double perHour = static_cast<double>(simulation.changes.size()) / hours;
        qInfo("%.1f transitions an hour, of the raw level %.0f", perHour, rawChanges / hours);
        QVERIFY2(perHour <= 15, qPrintable(QString::number(perHour)));
        QVERIFY(rawChanges / hours > 150); // otherwise the noise is too weak for this test
    }

    void afterADropTheLevelFallsEvery10SecondsAndTheLimitIsRestored55SecondsLater()
    {
        const double drop = 50;
        Simulation simulation([drop](Elapsed now) { return machine(now, now < Elapsed(drop) ? 95 : 40); });
        double restored = 0;
        double atNormal = 0;
        simulation.run(Elapsed(200), [&](double now, const ControlStep &step) {
            if (now < drop)
                return;
            if (atNormal == 0 && step.governor.state.applied == Level::Normal)
                atNormal = now;
            if (restored == 0 && step.limit.limit == simulation.config.configured)
                restored = now;
        });
        std::vector<double> falls;
        for (const LevelChange &change : simulation.changes)
            if (change.to < change.from)
                falls.push_back(change.at);
        QCOMPARE(falls.size(), std::size_t(3));
        double previous = drop;
        for (const double fall : falls) {
            // One second more for the first fall: its hold starts at the first sample after the drop.
            QVERIFY2(fall - previous <= (previous == drop ? 11.1 : 10.1),
                     qPrintable(QString::number(fall - previous)));
            previous = fall;
        }
        QVERIFY2(restored - atNormal <= 15 + 40, qPrintable(QString::number(restored - atNormal)));
    }
};

MANOMETER_TEST(Core, TestDetection)
#include "tst_detection.moc"
