// SPDX-License-Identifier: GPL-3.0-or-later
//
// What must hold of the control loop whatever comes: random machines, faults, stalls, settings.
#include "pressure/Simulation.h"

#include <QTest>

#include <random>

using namespace manometer::test;

namespace {

class Chance
{
public:
    explicit Chance(std::uint64_t seed)
        : m_random(seed)
    {}
    double between(double low, double high) { return low + (high - low) * m_unit(m_random); }
    bool oneIn(int n) { return between(0, n) < 1; }
    std::uint64_t size() { return static_cast<std::uint64_t>(std::pow(2, between(0, 50))); }

private:
    std::mt19937_64 m_random;
    std::uniform_real_distribution<double> m_unit{0, 1};
};

struct Day
{
    double value = 50;
    std::uint64_t waited = 0;
    std::uint64_t killed = 0;
    double before = 0;
};

// A machine that drifts, jumps, stalls, kills and is lost now and then.
std::optional<MemorySample> randomSample(Day &day, Chance &chance, Elapsed now)
{
    const double step = now.count() - day.before;
    day.before = now.count();
    day.value += chance.between(-3, 3) * std::sqrt(step);
    if (chance.oneIn(200))
        day.value = chance.between(0, 100);
    day.value = std::clamp(day.value, 0.0, 100.0);
    if (chance.oneIn(50))
        return std::nullopt;
    MemorySample sample = machine(now, day.value);
    if (chance.oneIn(3))
        sample.cgroup = CgroupMemory{.limitBytes = gibibyte,
                                     .workingSetBytes = static_cast<std::uint64_t>(
                                         chance.between(0, 1.1) * static_cast<double>(gibibyte))};
    if (chance.oneIn(30))
        day.waited += 300'000;
    sample.stall = PressureStall{.someTotalMicroseconds = day.waited};
    day.killed += chance.oneIn(3000);
    sample.oomEvents = day.killed;
    return sample;
}

} // namespace

class TestControlProperties : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        m_seed = std::random_device{}();
        qInfo("seed %llu", static_cast<unsigned long long>(m_seed));
    }

    void theCeilingDependsOnConfiguredLimitAndLevelAloneAndNeverRisesWithTheLevel()
    {
        Chance chance(m_seed);
        for (int i = 0; i < 100'000; ++i) {
            const Limits configured{.entries = chance.size(), .bytes = chance.size()};
            Limits above = configured;
            for (const Level level : allLevels) {
                const Limits top = ceiling(configured, level);
                QCOMPARE(top, ceiling(configured, level));
                QVERIFY(top.entries <= above.entries && top.bytes <= above.bytes);
                above = top;
            }
            QCOMPARE(ceiling(configured, Level::Normal), configured);
        }
    }

    void limitsAsLargeAsThereAreDoNotOverflow()
    {
        const auto most = std::numeric_limits<std::uint64_t>::max();
        LimitConfig config{.configured = {most, most}};
        LimitState state;
        for (int i = 0; i < 200; ++i) {
            const auto step = manometer::pressure::step(
                state, {.now = at(Elapsed(i)), .applied = i < 5 ? Level::Critical : Level::Normal}, config);
            QVERIFY(step.limit.entries <= step.ceiling.entries);
            QVERIFY(!state.limit || i >= 15 || step.limit.entries <= 50);
            state = step.state;
        }
        QCOMPARE(state.limit->entries, most);
    }

    // Days of random machines: what a cut, a growth and a fall may and may not do.
    void theLimitIsNeverAboveTheCeilingAndACutIsNeverDelayed()
    {
        for (int day = 0; day < 20; ++day) {
            Chance chance(m_seed + static_cast<std::uint64_t>(day));
            Day weather;
            Simulation simulation([&](Elapsed now) { return randomSample(weather, chance, now); },
                                  {.entries = 1 + chance.size() % 10'000, .bytes = 1 + chance.size()});
            const Limits &configured = simulation.config.limit.configured;
            std::optional<Limits> limitBefore;
            Level levelBefore = Level::Normal;
            simulation.run(Elapsed(3 * 3600), [&](double, const ControlStep &step) {
                const Level level = step.governor.state.applied;
                const Limits top = ceiling(configured, level);
                const Limits &limit = step.limit.limit;
                QCOMPARE(step.limit.ceiling, top);
                QVERIFY(limit.entries <= top.entries && limit.bytes <= top.bytes);
                if (limitBefore) {
                    const bool grew =
                        limit.entries > limitBefore->entries || limit.bytes > limitBefore->bytes;
                    const bool shrank =
                        limit.entries < limitBefore->entries || limit.bytes < limitBefore->bytes;
                    QVERIFY(!(grew && level > levelBefore)); // pressure never raises a limit
                    QVERIFY(!(grew && !step.reading));       // nor does blindness
                    // A limit shrinks to the ceiling and for no other reason.
                    QCOMPARE(shrank, limitBefore->entries > top.entries || limitBefore->bytes > top.bytes);
                    QCOMPARE(step.limit.change, grew     ? LimitChange::Grown
                                                : shrank ? LimitChange::Cut
                                                         : LimitChange::None);
                }
                // A fall goes one level at a time and only while something is seen.
                if (level < levelBefore) {
                    QCOMPARE(level, oneBelow(levelBefore));
                    QVERIFY(step.reading.has_value());
                    QVERIFY(step.reading->percent <
                            simulation.config.thresholds.of(levelBefore).leavePercent);
                }
                if (step.reading && step.reading->raw == Level::Critical)
                    QCOMPARE(level, Level::Critical);
                limitBefore = limit;
                levelBefore = level;
            });
            if (QTest::currentTestFailed())
                return;
        }
    }

    // The same inputs give the same day, and a day that is gone through from its middle ends alike.
    void theStateIsAllThatCounts()
    {
        Chance chance(m_seed);
        Day weather;
        std::vector<ControlInput> inputs;
        for (Elapsed now{0}; now < 1h; now += 1s)
            inputs.push_back({.now = at(now), .sample = randomSample(weather, chance, now)});
        ControlConfig config;
        config.limit.configured = {500, 64u << 20};
        const auto run = [&](ControlState state, std::size_t from) {
            for (std::size_t i = from; i < inputs.size(); ++i)
                state = manometer::pressure::step(state, inputs[i], config).state;
            return state;
        };
        ControlState middle;
        for (std::size_t i = 0; i < inputs.size() / 2; ++i)
            middle = manometer::pressure::step(middle, inputs[i], config).state;
        const ControlState copied = middle;
        QVERIFY(run({}, 0) == run(copied, inputs.size() / 2));
    }

private:
    std::uint64_t m_seed = 0;
};

QTEST_GUILESS_MAIN(TestControlProperties)
#include "tst_control_properties.moc"
