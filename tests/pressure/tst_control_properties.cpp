// SPDX-License-Identifier: GPL-3.0-or-later
//
// Invariants of the control loop, tested with random machines, faults, stalls and settings.
#include "pressure/Simulation.h"
#include "support/TestMain.h"

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

struct RandomMachine
{
    double usedPercent = 50;
    std::uint64_t stalledMicroseconds = 0;
    std::uint64_t oomKills = 0;
    double lastSampleSeconds = 0;
};

// Memory use drifts and jumps; stalls, kills and failed reads happen at random.
std::optional<MemorySample> randomSample(RandomMachine &state, Chance &chance, Elapsed now)
{
    const double step = now.count() - state.lastSampleSeconds;
    state.lastSampleSeconds = now.count();
    state.usedPercent += chance.between(-3, 3) * std::sqrt(step);
    if (chance.oneIn(200))
        state.usedPercent = chance.between(0, 100);
    state.usedPercent = std::clamp(state.usedPercent, 0.0, 100.0);
    if (chance.oneIn(50))
        return std::nullopt;
    MemorySample sample = machine(now, state.usedPercent);
    if (chance.oneIn(3))
        sample.cgroup = CgroupMemory{.limitBytes = gibibyte,
                                     .workingSetBytes = static_cast<std::uint64_t>(
                                         chance.between(0, 1.1) * static_cast<double>(gibibyte))};
    if (chance.oneIn(30))
        state.stalledMicroseconds += 300'000;
    sample.stall = PressureStall{.someTotalMicroseconds = state.stalledMicroseconds};
    state.oomKills += chance.oneIn(3000);
    sample.oomEvents = state.oomKills;
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

    void eachCeilingFollowsFromItsConfiguredValueAndNeverRisesWithTheLevel()
    {
        Chance chance(m_seed);
        for (int i = 0; i < 100'000; ++i) {
            const Limits configured{.entries = chance.size(), .bytes = chance.size()};
            Limits above = configured;
            for (const Level level : allLevels) {
                const Limits top = ceiling(configured, level);
                // Each component follows from its own configured value.
                QCOMPARE(ceiling({configured.entries, chance.size()}, level).entries, top.entries);
                QCOMPARE(ceiling({chance.size(), configured.bytes}, level).bytes, top.bytes);
                QVERIFY(top.entries <= above.entries && top.bytes <= above.bytes);
                above = top;
            }
            QCOMPARE(ceiling(configured, Level::Normal), configured);
        }
    }

    void theLargestLimitsDoNotOverflow()
    {
        const auto most = std::numeric_limits<std::uint64_t>::max();
        LimitState state;
        for (int i = 0; i < 200; ++i) {
            const auto step = manometer::pressure::step(state,
                                                        {.now = at(Elapsed(i)),
                                                         .applied = i < 5 ? Level::Critical : Level::Normal,
                                                         .configured = {most, most}},
                                                        {});
            QVERIFY(step.limit.entries <= step.ceiling.entries);
            QVERIFY(!state.limit || i >= 15 || step.limit.entries <= 50);
            state = step.state;
        }
        QCOMPARE(state.limit->entries, most);
    }

    // The rules for cuts, growth and falls, over hours of random machines.
    void theLimitIsNeverAboveTheCeilingAndACutIsNeverDelayed()
    {
        for (int round = 0; round < 20; ++round) {
            Chance chance(m_seed + static_cast<std::uint64_t>(round));
            RandomMachine random;
            Simulation simulation([&](Elapsed now) { return randomSample(random, chance, now); },
                                  {.entries = 1 + chance.size() % 10'000, .bytes = 1 + chance.size()});
            const Limits &configured = simulation.config.configured;
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
                    QVERIFY(!(grew && !step.reading));       // nor does a failed read
                    // A limit shrinks only to the ceiling.
                    QCOMPARE(shrank, limitBefore->entries > top.entries || limitBefore->bytes > top.bytes);
                    QCOMPARE(step.limit.change, grew     ? LimitChange::Grown
                                                : shrank ? LimitChange::Cut
                                                         : LimitChange::None);
                }
                // A fall goes one level at a time, and never on a failed read.
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

    // The steps have no hidden state: a run resumed from a copied state ends like an uninterrupted one.
    void aResumedRunEndsInTheSameState()
    {
        Chance chance(m_seed);
        RandomMachine random;
        std::vector<ControlInput> inputs;
        for (Elapsed now{0}; now < 1h; now += 1s)
            inputs.push_back({.now = at(now), .sample = randomSample(random, chance, now)});
        ControlConfig config;
        config.configured = {500, 64u << 20};
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

    // What a replay may omit: it relies on these, and tests/insight compares whole replays.
    void ofConsecutiveSamplesThatConfirmTheLevelTheLastOneSuffices()
    {
        Chance chance(m_seed);
        int omitted = 0;
        for (int round = 0; round < 20'000; ++round) {
            const Thresholds thresholds{};
            GovernorState every;
            Elapsed now{0};
            const auto input = [&] {
                now += Elapsed(chance.between(0.02, chance.oneIn(10) ? 5 : 1));
                const MemorySample sample = machine(now, chance.between(40, 100));
                return GovernorInput{.now = at(now), .reading = gauge(sample, thresholds)};
            };
            for (int i = 0; i < 10; ++i)
                every = step(every, input(), thresholds, {}).state;
            GovernorState last = every;
            std::optional<GovernorState> ofLast;
            while (true) {
                const GovernorInput next = input();
                if (!confirms(*next.reading, every.applied, thresholds))
                    break;
                every = step(every, next, thresholds, {}).state;
                ofLast = step(last, next, thresholds, {}).state;
                ++omitted;
            }
            QVERIFY(!ofLast || *ofLast == every);
        }
        QVERIFY(omitted > 1000);
    }

    void aSettledLimitStaysWhateverTheTimeTheForecastAndTheReads()
    {
        Chance chance(m_seed);
        LimitState state;
        LimitInput input{.now = {}, .configured = {500, 64u << 20}};
        Elapsed now{0};
        int settled = 0;
        for (int i = 0; i < 200'000; ++i) {
            now += Elapsed(chance.between(0.04, 2));
            input.now = at(now);
            // Of the smaller one, every level allows the whole.
            input.configured = i < 100'000 ? Limits{500, 64u << 20} : Limits{40, 8u << 20};
            input.blind = chance.oneIn(20);
            input.toNext = chance.oneIn(3) ? std::optional(20s) : std::nullopt;
            const bool same = !chance.oneIn(60);
            if (!same)
                input.applied =
                    static_cast<Level>(chance.oneIn(2) ? 0 : static_cast<int>(chance.between(0, 4)));
            if (chance.oneIn(2000))
                input.snooze = Snooze{.sharePercent = 40, .until = at(now + 30s)};
            if (chance.oneIn(100))
                state = withReceipt(state, {.evictedBytes = 32u << 20, .returnedBytes = 0}, {});
            const bool isAtRest = isSettled(state, input);
            const LimitStep next = step(state, input, {});
            settled += isAtRest;
            QVERIFY(!isAtRest ||
                    (next.state == state && !next.cleanUpDisk && next.change == LimitChange::None));
            state = next.state;
        }
        QVERIFY(settled > 20'000);
    }

    void aForecastOnlyPreventsGrowth()
    {
        Chance chance(m_seed);
        LimitState state;
        Elapsed now{0};
        int grown = 0;
        for (int i = 0; i < 200'000; ++i) {
            now += Elapsed(chance.between(0.04, 2));
            LimitInput input{.now = at(now), .applied = state.level, .configured = {500, 64u << 20}};
            if (chance.oneIn(60))
                input.applied = static_cast<Level>(static_cast<int>(chance.between(0, 4)));
            const LimitStep without = step(state, input, {});
            input.toNext = std::chrono::milliseconds(static_cast<long>(chance.between(0, 60'000)));
            const LimitStep with = step(state, input, {});
            QVERIFY(with.state == without.state || without.change == LimitChange::Grown);
            grown += without.change == LimitChange::Grown;
            state = chance.oneIn(2) ? with.state : without.state;
        }
        QVERIFY(grown > 1000);
    }

    void theTimeToTheNextLevelIsThatOfTheForecast()
    {
        Chance chance(m_seed);
        TrendPoints points;
        Elapsed now{0};
        double percent = 50;
        double slope = 0;
        int forecasts = 0;
        for (int i = 0; i < 20'000; ++i) {
            now += Elapsed(chance.between(0.04, chance.oneIn(100) ? 5 : 1));
            if (chance.oneIn(50))
                slope = chance.between(-0.5, 0.5);
            percent = std::clamp(percent + slope + chance.between(-0.4, 0.4), 0.0, 100.0);
            observe(points, {at(now), percent}, {});
            const Level applied = classify(percent, {});
            const auto expected = forecast(points, percent, applied, {}, {}).toNext;
            QCOMPARE(timeToNext(points, percent, applied, {}, {}), expected);
            forecasts += expected.has_value();
        }
        QVERIFY(forecasts > 500);
    }

private:
    std::uint64_t m_seed = 0;
};

MANOMETER_TEST(Core, TestControlProperties)
#include "tst_control_properties.moc"
