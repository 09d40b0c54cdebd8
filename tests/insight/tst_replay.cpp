// SPDX-License-Identifier: GPL-3.0-or-later
//
// A replay that omits steps equals one that passes every sample to pressure::step: levels, limits and holds,
// to the sample, with the applied settings and with a draft's.
#include "insight/ReplayFixture.h"
#include "insight/replay/Player.h"
#include "support/TestMain.h"

#include <QTest>

using namespace manometer;
using namespace manometer::insight;
using namespace Qt::StringLiterals;

namespace {

// Compares what the player reports with the oracle.
class Comparison : public PlayerSink
{
public:
    Comparison(const std::vector<OracleStep> &oracle, const Player &player, std::size_t first)
        : m_oracle(oracle)
        , m_player(player)
        , m_next(first)
    {}

    void resumed(std::size_t step) override
    {
        equalUpTo(step);
        m_firsts += m_oracle[step].isFirst;
    }
    void stepped(const PlayedStep &step) override
    {
        equalUpTo(step.step);
        const pressure::ControlStep &made = m_oracle[step.step].made;
        const bool isEqual =
            step.from == made.governor.from && step.to == made.governor.state.applied &&
            m_player.governor() == made.state.governor && m_player.limit() == made.state.limit &&
            step.limit == made.limit.limit && step.limitChange == made.limit.change &&
            step.holdDoubled == made.governor.holdDoubled &&
            step.growthHoldDoubled == made.limit.holdDoubled && step.cleansDisk == made.limit.cleanUpDisk;
        if (!isEqual && !m_differs)
            m_differs = step.step;
        m_next = step.step + 1;
        ++played;
    }
    void interrupted(const Moment &) override {}

    // The first step that differs.
    std::optional<std::size_t> finish(std::size_t end)
    {
        equalUpTo(end);
        if (!m_differs && m_player.governor() != m_oracle[end - 1].made.state.governor)
            m_differs = end - 1;
        return m_differs;
    }

    std::size_t played = 0;

private:
    // No step that was omitted changed anything that matters.
    void equalUpTo(std::size_t step)
    {
        for (; m_next < step; ++m_next) {
            const pressure::ControlStep &made = m_oracle[m_next].made;
            if (!m_differs && (made.governor.changed() || made.state.limit != m_oracle[m_next].before.limit ||
                               made.governor.holdDoubled || made.limit.cleanUpDisk))
                m_differs = m_next;
        }
    }

    const std::vector<OracleStep> &m_oracle;
    const Player &m_player;
    std::size_t m_next;
    std::size_t m_firsts = 0;
    std::optional<std::size_t> m_differs;
};

pressure::ControlConfig draftConfig()
{
    pressure::ControlConfig draft;
    draft.configured = {.entries = 800, .bytes = 96u << 20};
    draft.thresholds.elevated = {50, 44, 5s, 44};
    draft.thresholds.high = {70, 66, 20s, 66};
    draft.thresholds.critical = {94, 90, 10s, 70};
    return draft;
}

} // namespace

class TestReplay : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        m_seed = std::random_device{}();
        qInfo("seed %u", m_seed);
    }

    void theReplayEqualsTheFullSteps_data()
    {
        QTest::addColumn<bool>("isDraft");
        QTest::addColumn<bool>("judgesOtherwise");
        QTest::addColumn<bool>("groups");
        QTest::newRow("the applied settings") << false << false << false;
        QTest::newRow("the applied settings, with control groups") << false << false << true;
        QTest::newRow("a draft") << true << false << false;
        QTest::newRow("a draft, with control groups") << true << false << true;
        QTest::newRow("a draft with another basis, stall watch and trend") << true << true << true;
    }

    void theReplayEqualsTheFullSteps()
    {
        QFETCH(bool, isDraft);
        QFETCH(bool, judgesOtherwise);
        QFETCH(bool, groups);
        std::size_t heldByForecast = 0;
        std::size_t rises = 0;
        std::size_t played = 0;
        std::size_t all = 0;
        // Four rounds, and more until a forecast has mattered.
        for (unsigned round = 0; round < 4 || (heldByForecast < 10 && round < 40); ++round) {
            // The signals of the applied settings are a draft's only if those never changed.
            const Troubles troubles{
                .gaps = round % 2 == 0, .settings = !isDraft || judgesOtherwise, .groups = groups};
            const auto records = JournalGenerator(m_seed + round, troubles).records(12'000);
            pressure::ControlConfig draft = draftConfig();
            if (judgesOtherwise) {
                draft.tuning.basis = pressure::BasisChoice::Cgroup;
                draft.tuning.stall.waited = 120ms;
                draft.tuning.trend.window = 20s;
            }
            const auto oracle = replayFully(records, isDraft ? &draft : nullptr);
            const Recording recording = recordingOf(records);
            QCOMPARE(recording.steps(), oracle.size());
            const RecordingData &data = recording.data();
            const Signals own = judgesOtherwise ? deriveSignals(data, SignalConfig::of(draft)) : Signals{};
            Player player(data, judgesOtherwise ? own : data.judged, isDraft ? &draft : nullptr);
            Comparison comparison(oracle, player, 0);
            player.playTo(data.steps(), &comparison);
            const auto differs = comparison.finish(data.steps());
            QVERIFY2(!differs, qPrintable(u"round %1, step %2"_s.arg(round).arg(differs.value_or(0))));
            played += comparison.played;
            all += oracle.size();
            for (const OracleStep &step : oracle) {
                heldByForecast += step.made.limit.reason == pressure::LimitReason::HeldByForecast;
                rises += step.made.governor.state.applied > step.made.governor.from;
            }
        }
        qInfo("%zu of %zu steps were passed, %zu rises, %zu steps held by the forecast", played, all, rises,
              heldByForecast);
        // What is compared happened, and something was omitted.
        QVERIFY(rises > 20);
        QVERIFY(heldByForecast >= 10);
        QVERIFY(played < all);
    }

    void votesAndPointsOfTheTrendAreThoseOfTheFullSteps()
    {
        for (unsigned round = 0; round < 4; ++round) {
            const Troubles troubles{.gaps = round % 2 == 0, .settings = true, .groups = true};
            const auto records = JournalGenerator(m_seed + round, troubles).records(12'000);
            const auto oracle = replayFully(records);
            const Recording recording = recordingOf(records);
            for (std::size_t step = 0; step < oracle.size(); ++step) {
                const OracleStep &expected = oracle[step];
                const Signal signal = recording.data().judged.ofSteps[step];
                const pressure::TrendPoints &points = expected.made.state.trend.points;
                const bool isGood = expected.made.reading.has_value();
                const bool isPoint =
                    isGood && points[points.count - 1u].at == recording.moment(step).monotonic;
                QVERIFY(signal.is(Signal::Blind) == !isGood);
                QVERIFY(signal.vote() == expected.made.governor.vote);
                QCOMPARE(signal.is(Signal::Point), isPoint);
                QCOMPARE(signal.is(Signal::FirstPoint), isPoint && points.count == 1);
                QCOMPARE(recording.percent(step).has_value(), isGood);
                QVERIFY(!isGood || (*recording.percent(step) == expected.made.reading->percent &&
                                    signal.basis() == expected.made.reading->basis));
            }
        }
    }

    void aReplayOfTheAppliedSettingsMayStartAnywhere()
    {
        const auto records = JournalGenerator(m_seed).records(20'000);
        const auto oracle = replayFully(records);
        const Recording recording = recordingOf(records);
        std::mt19937 random(m_seed);
        for (int round = 0; round < 50; ++round) {
            const std::size_t from = random() % oracle.size();
            Player player(recording.data(), recording.data().judged, nullptr);
            player.begin(from);
            player.playTo(from, nullptr);
            QVERIFY(player.position() == from);
            Comparison comparison(oracle, player, from);
            player.playTo(oracle.size(), &comparison);
            QVERIFY(!comparison.finish(oracle.size()));
        }
    }

    // The oldest steps are dropped up to a snapshot, and what remains is replayed as before.
    void aFullRecordingDropsItsOldestSteps()
    {
        const auto records = JournalGenerator(m_seed).records(30'000);
        const auto oracle = replayFully(records);
        RecordingBuilder builder(10'000);
        for (const journal::Record &record : records)
            builder.add(record);
        const std::size_t dropped = builder.droppedSteps();
        const Recording recording = builder.take();
        QVERIFY(recording.steps() <= 10'000);
        QVERIFY(recording.steps() > 2000);
        QCOMPARE(dropped + recording.steps(), oracle.size());
        const std::vector<OracleStep> rest(oracle.begin() + std::ptrdiff_t(dropped), oracle.end());
        Player player(recording.data(), recording.data().judged, nullptr);
        Comparison comparison(rest, player, 0);
        player.playTo(rest.size(), &comparison);
        QVERIFY(!comparison.finish(rest.size()));
        // A draft's signals are derived from what remains, too.
        const Signals derived = deriveSignals(recording.data(), SignalConfig::of(draftConfig()));
        QCOMPARE(derived.ofSteps.size(), recording.steps());
    }

    void aRecordingSoFarIsNotChangedByWhatFollows()
    {
        const auto records = JournalGenerator(m_seed).records(4000);
        RecordingBuilder builder;
        std::optional<Recording> half;
        for (std::size_t i = 0; i < records.size(); ++i) {
            builder.add(records[i]);
            if (i == records.size() / 2)
                half = builder.soFar();
        }
        const auto oracle = replayFully(records);
        QVERIFY(half->steps() > 1000 && half->steps() < oracle.size());
        QCOMPARE(builder.take().steps(), oracle.size());
        QCOMPARE(builder.soFar().steps(), 0u);
        Player player(half->data(), half->data().judged, nullptr);
        Comparison comparison(oracle, player, 0);
        player.playTo(half->steps(), &comparison);
        QVERIFY(!comparison.finish(half->steps()));
    }

    void aStepHasTheBytesThatTheHeaderStates()
    {
        std::vector<journal::Record> records{journal::Snapshot{}};
        for (int i = 0; i < 86'400; ++i) {
            pressure::MemorySample sample;
            sample.monotonic = pressure::MonotonicTime(std::chrono::seconds(i));
            sample.totalBytes = 1000;
            sample.availableBytes = std::uint64_t(400 + i % 100);
            records.push_back(journal::Stepped{{.now = sample.monotonic, .sample = sample},
                                               {.monotonic = sample.monotonic}});
        }
        const Recording recording = recordingOf(records);
        QCOMPARE(recording.bytes() / recording.steps(), 25u);
    }

private:
    unsigned m_seed = 0;
};

MANOMETER_TEST(Core, TestReplay)
#include "tst_replay.moc"
