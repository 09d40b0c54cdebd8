// SPDX-License-Identifier: GPL-3.0-or-later
//
// Suggested drafts keep, when they are replayed, what they promise; what cannot be kept is named; and a
// search can be cancelled.
#include "insight/RecordedMonitor.h"
#include "insight/ReplayFixture.h"
#include "insight/Suggestions.h"
#include "support/TestMain.h"

#include <QTest>

using namespace manometer;
using namespace manometer::insight;
using pressure::Level;

namespace {

struct Machine
{
    Recording recording;
    Scope scope;
};

// One sample a second. Every third hour p climbs to 97 % in ten minutes, and its peak is an incident; in
// between, bursts reach 87 %.
Machine machineWithIncidents(unsigned seed, int hours, bool outOfMemory = false)
{
    std::mt19937_64 random(seed);
    std::normal_distribution<double> normal;
    RecordingBuilder builder;
    pressure::ClockReading clocks{
        .monotonic = pressure::MonotonicTime(1h), .sinceBoot = 1h, .wall = wallStart};
    builder.add(journal::Snapshot{
        .cause = journal::SnapshotCause::Begun, .clocks = clocks, .config = {}, .state = {}});
    Machine machine;
    double burst = 0;
    double noise = 0;
    for (int i = 0; i < hours * 3600; ++i) {
        const int inRound = i % (3 * 3600) - 5000;
        double percent = 50 + (noise += -noise / 10 + normal(random) * 0.3);
        if (inRound >= 0 && inRound < 600)
            percent = 50 + 47 * inRound / 600.0;
        if (inRound == 600)
            machine.scope.incidents.push_back(clocks.wall);
        if (random() % 3000 == 0)
            burst = 37;
        burst *= 0.98;
        pressure::MemorySample sample;
        sample.monotonic = clocks.monotonic;
        sample.totalBytes = 16ull << 30;
        sample.availableBytes =
            static_cast<std::uint64_t>(static_cast<double>(sample.totalBytes) *
                                       (1 - std::clamp(std::max(percent, 50 + burst), 0.0, 99.0) / 100));
        if (outOfMemory)
            sample.oomEvents = inRound >= 600 ? i / (3 * 3600) + 1 : i / (3 * 3600);
        builder.add(journal::Stepped{{.now = clocks.monotonic, .sample = sample}, clocks});
        clocks.monotonic += 1s;
        clocks.wall += 1s;
    }
    builder.add(journal::Ended{clocks});
    machine.recording = builder.take();
    return machine;
}

pressure::ControlConfig baseConfig()
{
    pressure::ControlConfig base;
    base.configured = {.entries = 500, .bytes = 64u << 20};
    return base;
}

// From 10 % with the whole limit to 50 % without any.
double missRatio(const pressure::Limits &limit)
{
    return 0.5 - 0.4 * static_cast<double>(limit.entries) / 500;
}

// In no respect worse, and better in one.
bool isBetter(const Suggestion &a, const Suggestion &b)
{
    const auto figures = [](const Suggestion &draft) {
        const Promise &promise = draft.promise;
        const double late = promise.incidents > 0
                                ? -double(promise.shortestLead.value_or(std::chrono::nanoseconds(-1)).count())
                                : std::max(0.0, draft.thresholds.high.enterPercent - 80);
        return std::array{promise.criticalsPerDay, promise.risesPerDay, promise.hitPoints, late};
    };
    const auto ofA = figures(a);
    const auto ofB = figures(b);
    bool isWorse = false;
    for (std::size_t i = 0; i < ofA.size(); ++i)
        isWorse = isWorse || ofA[i] > ofB[i];
    return !isWorse && ofA != ofB;
}

Suggestions search(const Machine &machine, const Constraints &constraints, const SearchHooks &hooks = {})
{
    return suggest(machine.recording, machine.scope, baseConfig(), constraints, missRatio, hooks);
}

} // namespace

class TestSuggestions : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        m_seed = std::random_device{}();
        qInfo("seed %u", m_seed);
        m_machine = machineWithIncidents(m_seed, 24);
    }

    void eachSuggestionKeepsWhatItPromises_data()
    {
        QTest::addColumn<double>("criticals");
        QTest::addColumn<int>("leadSeconds");
        QTest::addColumn<Level>("level");
        QTest::addColumn<double>("hitPoints");
        QTest::newRow("a critical for each incident, a minute before, two points")
            << 8.0 << 60 << Level::High << 2.0;
        QTest::newRow("no criticals") << 0.0 << 30 << Level::High << 3.0;
        QTest::newRow("five minutes before") << 20.0 << 300 << Level::Elevated << 6.0;
        QTest::newRow("a tenth of a point") << 20.0 << 0 << Level::Elevated << 0.1;
    }

    void eachSuggestionKeepsWhatItPromises()
    {
        QFETCH(double, criticals);
        QFETCH(int, leadSeconds);
        QFETCH(Level, level);
        QFETCH(double, hitPoints);
        Constraints constraints;
        constraints.mostCriticalsPerDay = criticals;
        constraints.everyIncident = {.atLeast = std::chrono::seconds(leadSeconds), .level = level};
        constraints.mostHitPoints = hitPoints;
        const Suggestions found = search(m_machine, constraints);
        QCOMPARE(found.end, Suggestions::End::Found);
        QVERIFY(found.unkept.empty());
        QVERIFY2(found.drafts.size() >= 3 && found.drafts.size() <= 5,
                 qPrintable(QString::number(found.drafts.size())));
        WhatIf whatIf(m_machine.recording);
        for (const Suggestion &draft : found.drafts) {
            QVERIFY(!findProblem(draft.thresholds));
            pressure::ControlConfig config = baseConfig();
            config.thresholds = draft.thresholds;
            const Outcome outcome = whatIf.draft(config, m_machine.scope);
            QVERIFY(promiseOf(outcome, level, missRatio) == draft.promise);
            QVERIFY(double(outcome.of(Level::Critical).entries) <= criticals);
            QCOMPARE(outcome.leads.size(), 8u);
            for (const Lead &lead : outcome.leads)
                QVERIFY(lead.of(level) && *lead.of(level) >= std::chrono::seconds(leadSeconds));
            QVERIFY(draft.promise.hitPoints <= hitPoints);
            for (const Suggestion &other : found.drafts)
                QVERIFY(!isBetter(other, draft));
        }
    }

    void withoutConstraintsTheChoicesStillDiffer()
    {
        Machine quiet = m_machine;
        quiet.scope.incidents.clear();
        const Suggestions found = search(quiet, {});
        QCOMPARE(found.end, Suggestions::End::Found);
        QVERIFY(found.drafts.size() >= 3);
        for (const Suggestion &draft : found.drafts)
            for (const Suggestion &other : found.drafts)
                QVERIFY(&draft == &other || draft.thresholds != other.thresholds);
    }

    // A lower threshold would warn of nothing that came.
    void aQuietMachineKeepsItsThresholds()
    {
        RecordingBuilder builder;
        Monitor monitor([&builder](const journal::Record &record) { builder.add(record); });
        monitor.begin();
        for (int i = 0; i < 600; ++i) {
            monitor.sample(7 + i % 3);
            monitor.pass(1s);
        }
        const Suggestions found = suggest(builder.take(), {}, baseConfig(), {}, missRatio);
        QCOMPARE(found.end, Suggestions::End::Found);
        QCOMPARE(found.drafts.size(), 1u);
        QVERIFY(found.drafts.front().thresholds == pressure::Thresholds());
    }

    void aDraftThatHardlyWatchesIsDoubted_data()
    {
        QTest::addColumn<double>("elevated"); // shares of the time, of the draft
        QTest::addColumn<double>("high");
        QTest::addColumn<double>("baseElevated");
        QTest::addColumn<double>("baseHigh");
        QTest::addColumn<Doubt>("doubt");
        QTest::newRow("as the base") << 0.2 << 0.1 << 0.2 << 0.1 << Doubt::None;
        QTest::newRow("no level at all") << 0.0 << 0.0 << 0.2 << 0.1 << Doubt::NeverReached;
        QTest::newRow("ELEVATED only") << 0.2 << 0.0 << 0.2 << 0.1 << Doubt::NeverReached;
        QTest::newRow("neither had a level") << 0.0 << 0.0 << 0.0 << 0.0 << Doubt::None;
        QTest::newRow("nearly always on") << 0.6 << 0.1 << 0.2 << 0.1 << Doubt::MostlyElevated;
        QTest::newRow("on as long as the base") << 0.6 << 0.1 << 0.55 << 0.1 << Doubt::None;
    }
    void aDraftThatHardlyWatchesIsDoubted()
    {
        QFETCH(double, elevated);
        QFETCH(double, high);
        QFETCH(double, baseElevated);
        QFETCH(double, baseHigh);
        QFETCH(Doubt, doubt);
        Promise draft;
        draft.elevatedTimeShare = elevated;
        draft.highTimeShare = high;
        Promise base;
        base.elevatedTimeShare = baseElevated;
        base.highTimeShare = baseHigh;
        QVERIFY(doubtOf(draft, base) == doubt);
    }

    // Bursts to 85 % that no incident follows: never to warn is best in all figures.
    void doubtedChoicesComeLast()
    {
        RecordingBuilder builder;
        Monitor monitor([&builder](const journal::Record &record) { builder.add(record); });
        monitor.begin();
        for (int i = 0; i < 7200; ++i) {
            monitor.sample(i % 900 < 60 ? 85 : 40);
            monitor.pass(1s);
        }
        const Suggestions found = suggest(builder.take(), {}, baseConfig(), {}, missRatio);
        QCOMPARE(found.end, Suggestions::End::Found);
        QVERIFY(found.drafts.front().doubt == Doubt::None);
        QVERIFY(found.drafts.front().promise.highTimeShare > 0);
        bool isDoubted = false;
        for (const Suggestion &draft : found.drafts) {
            QVERIFY(draft.doubt != Doubt::None || !isDoubted);
            isDoubted = draft.doubt != Doubt::None;
            QVERIFY(draft.doubt == doubtOf(draft.promise, found.base->promise));
        }
    }

    void thresholdsAreTenthsOfAPercent()
    {
        for (const Suggestion &draft : search(m_machine, {}).drafts)
            for (const Level level : pressure::levelsWithThreshold) {
                const pressure::Threshold &of = draft.thresholds.of(level);
                for (const double percent : {of.enterPercent, of.leavePercent, of.targetPercent})
                    QCOMPARE(std::round(percent * 10) / 10, percent);
            }
    }

    void anImpossibleLeadIsNamed()
    {
        Constraints constraints;
        constraints.mostCriticalsPerDay = 100;
        constraints.everyIncident = {.atLeast = 2h, .level = Level::High};
        const Suggestions found = search(m_machine, constraints);
        QCOMPARE(found.end, Suggestions::End::Impossible);
        QVERIFY(found.drafts.empty());
        QCOMPARE(found.unkept.size(), 1u);
        QCOMPARE(found.unkept[0].constraint, Constraint::IncidentLead);
        // From the first sample, which is CRITICAL at once, to the first incident.
        QCOMPARE(found.unkept[0].nearest, 5600.0);
    }

    void criticalsOfKilledProcessesCannotBeAvoided()
    {
        const Machine machine = machineWithIncidents(m_seed, 6, true);
        Constraints constraints;
        constraints.mostCriticalsPerDay = 0;
        const Suggestions found = search(machine, constraints);
        QCOMPARE(found.end, Suggestions::End::Impossible);
        QCOMPARE(found.unkept.size(), 1u);
        QCOMPARE(found.unkept[0].constraint, Constraint::Criticals);
        QVERIFY(found.unkept[0].nearest >= 1);
    }

    void constraintsThatConflictAreNamedTogether()
    {
        Constraints constraints;
        constraints.mostCriticalsPerDay = 1; // CRITICAL all day, or never
        constraints.everyIncident = {.atLeast = 10s, .level = Level::Critical};
        constraints.mostHitPoints = 3;
        const Suggestions found = search(m_machine, constraints);
        QCOMPARE(found.end, Suggestions::End::Conflicting);
        QVERIFY(found.drafts.empty());
        QVERIFY(found.unkept.size() >= 2);
    }

    // A refusal names what would have to change: a figure that keeps the constraint is none.
    void aRefusalNamesFiguresThatBreakTheConstraint()
    {
        bool isKept = false;
        for (const double points : {0.0, 0.02, 0.05, 0.1, 0.2, 0.4, 0.7, 1.0, 2.0}) {
            Constraints constraints;
            constraints.mostHitPoints = points;
            const Suggestions found = search(m_machine, constraints);
            if (found.end == Suggestions::End::Found) {
                QVERIFY(!found.drafts.empty());
                isKept = true;
                continue;
            }
            QVERIFY2(!isKept, "a looser limit is refused");
            QCOMPARE(found.end, Suggestions::End::Impossible);
            QCOMPARE(found.unkept.size(), 1u);
            QVERIFY2(found.unkept.front().nearest > points, qPrintable(QString::number(points)));
        }
        QVERIFY(isKept); // with the highest thresholds nothing is cut
    }

    void progressNeverFallsAndEndsAtOne()
    {
        std::vector<double> reported;
        const SearchHooks hooks{.progress = [&](double progress) { reported.push_back(progress); },
                                .cancel = {}};
        search(m_machine, {}, hooks);
        QVERIFY(reported.size() > 50);
        QVERIFY(std::is_sorted(reported.begin(), reported.end()));
        QVERIFY(reported.front() > 0);
        QCOMPARE(reported.back(), 1.0);
    }

    void aSearchCanBeCancelledAtAnyTime_data()
    {
        QTest::addColumn<int>("afterReplays");
        QTest::newRow("before it begins") << 0;
        QTest::newRow("at the first replay") << 1;
        QTest::newRow("in the grid") << 100;
        QTest::newRow("while the best are improved") << 300;
    }

    void aSearchCanBeCancelledAtAnyTime()
    {
        QFETCH(int, afterReplays);
        std::stop_source stop;
        int replays = 0;
        const auto count = [&](double) {
            if (++replays == afterReplays)
                stop.request_stop();
        };
        if (afterReplays == 0)
            stop.request_stop();
        const Suggestions found = search(m_machine, {}, {.progress = count, .cancel = stop.get_token()});
        QCOMPARE(found.end, Suggestions::End::Cancelled);
        QVERIFY(found.drafts.empty());
        QCOMPARE(found.replays, std::size_t(afterReplays));
    }

    void aScopeWithoutSamplesHasNoSuggestions()
    {
        QCOMPARE(search({}, {}).end, Suggestions::End::NothingRecorded);
        Machine later = m_machine;
        later.scope.range.from = wallStart + 48h;
        QCOMPARE(search(later, {}).end, Suggestions::End::NothingRecorded);
    }

private:
    unsigned m_seed = 0;
    Machine m_machine;
};

MANOMETER_TEST(Core, TestSuggestions)
#include "tst_suggestions.moc"
