// SPDX-License-Identifier: GPL-3.0-or-later
//
// The whole control loop on curves that occur in practice, with the expected levels and limits of each. Times
// are seconds since the start; a machine of 16 GiB, the default thresholds, C = 500 entries.
#include "pressure/Simulation.h"
#include "support/TestMain.h"

#include <QTest>

using namespace manometer::test;

namespace {

using Curve = std::function<double(double)>;

// When the limit changed, and to how many entries: '0.0 500, 12.3 375'.
QString limitsOf(Simulation &simulation, double end)
{
    QStringList words;
    std::uint64_t before = 0;
    simulation.run(Elapsed(end), [&](double now, const ControlStep &step) {
        if (step.limit.limit.entries != before)
            words += QStringLiteral("%1 %2").arg(now, 0, 'f', 1).arg(step.limit.limit.entries);
        before = step.limit.limit.entries;
    });
    return words.join(QStringLiteral(", "));
}

Simulation::Source host(const Curve &percent)
{
    return [percent](Elapsed now) { return machine(now, percent(now.count())); };
}

} // namespace

class TestControlCurves : public QObject
{
    Q_OBJECT
private slots:
    void aRampRaisesOneLevelAtATimeAndIsForecast()
    {
        Simulation simulation(host([](double now) { return std::min(95.0, 50 + 0.1 * now); }));
        const QString limits = limitsOf(simulation, 460);
        QCOMPARE(simulation.levels(), QStringLiteral("100.0 ELEVATED, 300.1 HIGH, 400.0 CRITICAL"));
        QCOMPARE(limits, QStringLiteral("0.0 500, 100.0 375, 300.1 250, 400.0 50"));
        QCOMPARE(simulation.warnings.size(), std::size_t(3));
        const auto &[when, warning] = simulation.warnings[1];
        QCOMPARE(warning.level, Level::High);
        QVERIFY2(std::abs(when + std::chrono::duration<double>(warning.expectedIn).count() - 300) < 3,
                 qPrintable(QString::number(when)));
        for (const Level level : levelsWithThreshold) {
            const LevelForecasts &forecasts = simulation.state.trend.record.of(level);
            QCOMPARE(forecasts.cameTrue, 1u);
            QCOMPARE(forecasts.notTrue, 0u);
            QCOMPARE(forecasts.unforeseen, 0u);
            QCOMPARE(typicalError(forecasts)->side, TypicalError::Side::None);
        }
    }

    void aBurstIsCriticalAtOnceAndFallsOneLevelEvery10Seconds()
    {
        Simulation simulation(host([](double now) { return now >= 20 && now < 25 ? 95.0 : 40.0; }));
        const QString limits = limitsOf(simulation, 110);
        // One sample a second at rest, more often near the next level; then each level is held for 10 s.
        QCOMPARE(simulation.levels(), QStringLiteral("20.2 CRITICAL, 35.2 HIGH, 45.3 ELEVATED, 55.3 NORMAL"));
        // Held for 15 s after the cut, then grown by 5 % of C every 2 s, up to the level's ceiling.
        QVERIFY2(limits.startsWith(QStringLiteral("0.0 500, 20.2 50, 35.2 75")), qPrintable(limits));
        QVERIFY2(limits.endsWith(QStringLiteral(" 500")), qPrintable(limits));
        QCOMPARE(simulation.last.limit.limit, simulation.config.configured);
    }

    void sustainedPressureChangesNothingAfterTheFirstCut()
    {
        Simulation simulation(host([](double) { return 85.0; }));
        QCOMPARE(limitsOf(simulation, 3600), QStringLiteral("0.0 500, 0.0 250"));
        QCOMPARE(simulation.levels(), QStringLiteral("0.0 HIGH"));
    }

    // Up to 83 and back to 72 once a minute: each return is too soon after the fall.
    void aSawtoothIsHeldLongerEachTime()
    {
        Simulation simulation(host([](double now) { return std::fmod(now, 60) < 20 ? 83.0 : 72.0; }));
        int doubled = 0;
        simulation.run(Elapsed(3600),
                       [&](double, const ControlStep &step) { doubled += step.governor.holdDoubled; });
        // Without the doubled hold there are two changes a minute.
        QVERIFY2(simulation.changes.size() <= 6, qPrintable(simulation.levels()));
        QVERIFY(doubled >= 1);
        QCOMPARE(simulation.state.governor.applied, Level::High);
    }

    void noiseOfAPointAroundAThresholdIsOneRaise()
    {
        int sample = 0;
        Simulation simulation(
            [&sample](Elapsed now) { return machine(now, 60 + (++sample % 2 == 0 ? 0.9 : -0.9)); });
        simulation.run(Elapsed(600));
        // A threshold that every other sample reaches is never confirmed.
        QCOMPARE(simulation.levels(), QString());

        sample = 0;
        Simulation slower(
            [&sample](Elapsed now) { return machine(now, 60 + (++sample % 10 < 5 ? 0.9 : -0.9)); });
        slower.run(Elapsed(600));
        QCOMPARE(slower.changes.size(), std::size_t(1));
    }

    void failedReadsKeepLevelAndLimit()
    {
        Simulation simulation([](Elapsed now) -> std::optional<MemorySample> {
            if (now >= 10s && now < 70s)
                return std::nullopt;
            return machine(now, now < 10s ? 85 : 40);
        });
        bool stale = false;
        double lastGood = 0;
        simulation.run(Elapsed(70), [&](double now, const ControlStep &step) {
            if (now < 10) {
                lastGood = now;
                return;
            }
            QCOMPARE(step.governor.state.applied, Level::High);
            QCOMPARE(step.limit.limit.entries, std::uint64_t(250));
            QCOMPARE(step.governor.reason, GovernorReason::Blind);
            stale = step.governor.state.stale;
            QCOMPARE(stale, now - lastGood > 2);
        });
        QVERIFY(stale);
        simulation.run(Elapsed(200));
        // The hold starts at the first good sample after the gap.
        QCOMPARE(simulation.levels(), QStringLiteral("0.0 HIGH, 80.0 ELEVATED, 90.0 NORMAL"));
        QCOMPARE(simulation.last.limit.limit, simulation.config.configured);
    }

    void aLoweredGroupLimitAppliesAtTheNextSample()
    {
        Simulation simulation([](Elapsed now) {
            MemorySample sample = machine(now, 30);
            sample.cgroup = CgroupMemory{.limitBytes = (now < 30s ? 4 : 1) * gibibyte,
                                         .workingSetBytes = gibibyte * 85 / 100};
            return sample;
        });
        simulation.run(Elapsed(60));
        QCOMPARE(simulation.changes.size(), std::size_t(1));
        QCOMPARE(simulation.changes[0].to, Level::High);
        QVERIFY(simulation.changes[0].at - 30 < 1.1);
        QCOMPARE(simulation.last.reading->basis, Basis::Cgroup);
    }

    // From 30 to 55 % at once: not a slope to extrapolate.
    void aChangeOfBasisIsNoRise()
    {
        Simulation simulation([](Elapsed now) {
            MemorySample sample = machine(now, 30);
            sample.cgroup = CgroupMemory{.limitBytes = 100 * gibibyte, .workingSetBytes = 55 * gibibyte};
            return sample;
        });
        simulation.config.tuning.basis = BasisChoice::Host;
        simulation.run(Elapsed(60));
        QCOMPARE(simulation.last.reading->basis, Basis::Host);
        simulation.config.tuning.basis = BasisChoice::Auto;
        bool rising = false;
        simulation.run(Elapsed(120), [&rising](double, const ControlStep &step) {
            rising = rising || step.state.trend.forecast.rising || step.warning;
        });
        QCOMPARE(simulation.last.reading->percent, 55.0);
        QCOMPARE(simulation.last.reading->basis, Basis::Cgroup);
        QVERIFY(!rising);
    }

    // The control loop does not use the wall clock.
    void aClockStepChangesNothing()
    {
        const Curve burst = [](double now) { return now >= 20 && now < 25 ? 95.0 : 40.0; };
        Simulation plain(host(burst));
        Simulation stepped([&burst](Elapsed now) {
            MemorySample sample = machine(now, burst(now.count()));
            if (now >= 22s)
                sample.wall -= 3h;
            return sample;
        });
        QCOMPARE(limitsOf(stepped, 110), limitsOf(plain, 110));
        QCOMPARE(stepped.levels(), plain.levels());
    }

    // The monotonic clock stops during a suspend, and memory keeps its contents.
    void aSuspendDoesNotAffectTheHold()
    {
        const auto asleep = [](Elapsed now) { return now >= 30s ? 8h : 0h; };
        Simulation simulation([&asleep](Elapsed now) {
            MemorySample sample = machine(now, now < 25s ? 85 : 40);
            sample.wall += asleep(now);
            sample.sinceBoot = std::chrono::duration_cast<std::chrono::nanoseconds>(now) + asleep(now);
            return sample;
        });
        simulation.run(Elapsed(60));
        QCOMPARE(simulation.levels(), QStringLiteral("0.0 HIGH, 35.0 ELEVATED, 45.0 NORMAL"));
    }

    // The sampler was stopped (SIGSTOP): there are no samples of that time.
    void aStoppedSamplerRestartsTheHold()
    {
        ControlConfig config;
        ControlState state;
        double fellAt = 0;
        for (Elapsed running{0}; running < 60s; running += 1s) {
            const Elapsed now = running < 20s ? running : running + Elapsed(100);
            const auto step =
                manometer::pressure::step(state, {at(now), machine(now, running < 15s ? 85 : 40)}, config);
            state = step.state;
            if (step.governor.changed() && step.governor.state.applied == Level::Elevated)
                fellAt = now.count();
        }
        QCOMPARE(fellAt, 130.0);
    }

    void aStallRaisesOneLevelOnly()
    {
        Simulation simulation([](Elapsed now) {
            MemorySample sample = machine(now, 65);
            const double waited = std::clamp(now.count() - 10, 0.0, 60.0) * 0.3;
            sample.stall = PressureStall{.someTotalMicroseconds = static_cast<std::uint64_t>(waited * 1e6)};
            return sample;
        });
        simulation.run(Elapsed(69));
        QCOMPARE(simulation.changes.size(), std::size_t(2));
        QCOMPARE(simulation.changes[0].to, Level::Elevated);
        QCOMPARE(simulation.changes[1].to, Level::High);
        QVERIFY(simulation.changes[1].at < 12.1);
        QCOMPARE(simulation.last.governor.reason, GovernorReason::HeldByVote);
        simulation.run(Elapsed(100));
        QCOMPARE(simulation.state.governor.applied, Level::Elevated);
    }

    void outOfMemoryIsCriticalAtAnyPressure()
    {
        Simulation simulation([](Elapsed now) {
            MemorySample sample = machine(now, 30);
            sample.oomEvents = now < 20s ? 3 : 4;
            return sample;
        });
        simulation.run(Elapsed(22));
        QCOMPARE(simulation.changes.size(), std::size_t(1));
        QCOMPARE(simulation.changes[0].to, Level::Critical);
        QCOMPARE(simulation.last.limit.limit.entries, std::uint64_t(50));
    }

    void growthWaitsWhileTheNextLevelIsNear()
    {
        // The level falls to NORMAL until 40 s, while p already rises towards ELEVATED.
        const Curve curve = [](double now) {
            if (now < 10)
                return 95.0;
            return now < 30 ? 50.0 : std::min(59.0, 50 + 0.3 * (now - 30));
        };
        Simulation simulation(host(curve));
        bool waited = false;
        simulation.run(Elapsed(200), [&](double now, const ControlStep &step) {
            if (step.limit.reason != LimitReason::HeldByForecast)
                return;
            waited = true;
            QCOMPARE(step.limit.change, LimitChange::None);
            QVERIFY(now < 100);
        });
        QVERIFY(waited);
        QCOMPARE(simulation.last.limit.limit, simulation.config.configured);
    }
};

MANOMETER_TEST(Core, TestControlCurves)
#include "tst_control_curves.moc"
