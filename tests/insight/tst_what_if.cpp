// SPDX-License-Identifier: GPL-3.0-or-later
//
// The figures of a replay: of the applied settings, those that happened; of a draft, those that every sample
// through pressure::step would have led to.
#include "insight/RecordedMonitor.h"
#include "insight/ReplayFixture.h"
#include "insight/WhatIf.h"
#include "journal/JournalWriter.h"
#include "support/TestMain.h"

#include <QTemporaryDir>
#include <QTest>

using namespace manometer;
using namespace manometer::insight;
using pressure::Level;

namespace {

Recording recordingOf(const Percents &percents, std::chrono::milliseconds interval = 1000ms)
{
    RecordingBuilder builder;
    Monitor monitor([&builder](const journal::Record &record) { builder.add(record); });
    monitor.begin();
    for (const auto &percent : percents) {
        monitor.sample(percent);
        monitor.pass(interval);
    }
    monitor.end();
    return builder.take();
}

Moment momentAt(int elapsed)
{
    return {start + std::chrono::seconds(elapsed), wallStart + std::chrono::seconds(elapsed)};
}

// The level changes of an outcome that begins at NORMAL.
std::vector<Happened::Change> changesOf(const Outcome &outcome)
{
    std::vector<Happened::Change> changes;
    Level level = Level::Normal;
    for (const LevelRun &run : outcome.runs) {
        if (run.level != level)
            changes.push_back({run.level, run.from});
        level = run.level;
    }
    return changes;
}

// The limits of an outcome, each from when on. A run may begin because of another configured limit alone.
std::vector<std::pair<pressure::Limits, Moment>> limitsOf(const Outcome &outcome)
{
    std::vector<std::pair<pressure::Limits, Moment>> limits;
    for (const LimitRun &run : outcome.limits)
        if (limits.empty() || limits.back().first != run.limit)
            limits.emplace_back(run.limit, run.from);
    return limits;
}

} // namespace

class TestWhatIf : public QObject
{
    Q_OBJECT
private slots:
    // An hour as the monitor records it, through files: noise, bursts, a suspend, a clock step, failed reads,
    // receipts and a change of the settings.
    void theAppliedSettingsGiveExactlyWhatHappened()
    {
        const unsigned seed = std::random_device{}();
        qInfo("seed %u", seed);
        const QTemporaryDir folder;
        journal::JournalWriter writer(folder.path().toStdString(),
                                      {.segmentSpan = 20min, .span = 1000h, .capBytes = 64u << 20},
                                      journal::BootId{1});
        bool isWritten = true;
        Monitor monitor([&](const journal::Record &record) {
            const auto taken = writer.add(record);
            isWritten = isWritten && taken && *taken == journal::JournalWriter::Taken::Yes &&
                        (!std::holds_alternative<journal::Stepped>(record) || writer.flush());
        });
        std::mt19937_64 random(seed);
        std::normal_distribution<double> normal;
        monitor.begin();
        double noise = 0;
        double burst = 0;
        bool isSuspended = false;
        bool isStepped = false;
        bool isConfigured = false;
        std::size_t steps = 0;
        while (monitor.clocks.monotonic < start + 1h) {
            const auto elapsed = monitor.clocks.monotonic - start;
            if (elapsed > 15min && !isSuspended) {
                isSuspended = true;
                monitor.clocks.sinceBoot += 2h;
                monitor.clocks.wall += 2h;
            }
            if (elapsed > 30min && !isStepped) {
                isStepped = true;
                monitor.clocks.wall -= 10min;
            }
            if (elapsed > 40min && !isConfigured) {
                isConfigured = true;
                pressure::ControlConfig next = monitor.config;
                next.thresholds.high = {76, 73, 5s, 72};
                next.configured.entries = 800;
                monitor.configure(next);
            }
            if (random() % 900 == 0)
                monitor.receive({.evictedBytes = 20u << 20, .returnedBytes = (random() % 20) << 20});
            if (random() % 400 == 0)
                burst = 20;
            burst *= 0.99;
            noise += -noise / 20 + normal(random);
            monitor.waited += random() % 700 == 0 ? 250'000 : 0;
            const auto interval = monitor.sample(
                random() % 300 == 0 ? std::nullopt : std::optional(62 + noise + std::min(burst, 15.0)));
            ++steps;
            monitor.pass(interval);
        }
        monitor.end();
        QVERIFY(isWritten && writer.flush());
        writer.close();

        const ReadRecording read = readRecording(folder.path().toStdString(), {});
        QCOMPARE(read.read.damagedBytes, 0u);
        QCOMPARE(read.recording.steps(), steps);
        QCOMPARE(read.recording.interruptions(), 0u);
        const Outcome outcome = WhatIf(read.recording).applied({});
        const Happened &happened = monitor.happened;
        qInfo("%zu steps, %zu level changes, %zu changes of the limit", steps, happened.levels.size(),
              happened.limits.size());
        QVERIFY(happened.levels.size() > 10);
        QVERIFY(changesOf(outcome) == happened.levels);
        QVERIFY(limitsOf(outcome) == happened.limits);
        QCOMPARE(outcome.holdsDoubled, happened.holdsDoubled);
        QCOMPARE(outcome.growthHoldsDoubled, happened.growthHoldsDoubled);
        QCOMPARE(outcome.cuts, happened.cuts);
        QCOMPARE(outcome.diskCleanUps, happened.cleanUps);
        QVERIFY(outcome.receipts > 0);
    }

    // Without gaps: after one a draft continues in its own state.
    void aDraftOfTheSameSettingsGivesTheSameLevels()
    {
        const auto records =
            JournalGenerator(std::random_device{}(), {.gaps = false, .settings = false}).records(10'000);
        const Recording recording = insight::recordingOf(records);
        WhatIf whatIf(recording);
        const Outcome applied = whatIf.applied({});
        const Outcome draft = whatIf.draft(recording.lastConfig(), {});
        QVERIFY(applied.runs == draft.runs);
        QVERIFY(differences(applied, draft).empty());
        QVERIFY(applied.levels == draft.levels);
        QVERIFY(applied.receipts > 0);
        QCOMPARE(draft.receipts, 0u);
    }

    void entriesStaysAndSharesFollowTheLevels()
    {
        // HIGH for 20 + 10 s, its hold; ELEVATED for 10 s more, its own; then CRITICAL at once.
        WhatIf whatIf(
            recordingOf(times(10, 50) + times(20, 85) + times(70, 50) + times(1, 95) + times(99, 50)));
        const Outcome outcome = whatIf.applied({});
        const std::vector<Happened::Change> expected{
            {Level::High, momentAt(11)},   {Level::Elevated, momentAt(40)},
            {Level::Normal, momentAt(50)}, {Level::Critical, momentAt(100)},
            {Level::High, momentAt(111)},  {Level::Elevated, momentAt(131)},
            {Level::Normal, momentAt(151)}};
        QVERIFY(changesOf(outcome) == expected);
        QCOMPARE(outcome.steps, 200u);
        QCOMPARE(outcome.recorded, std::chrono::nanoseconds(200s));
        QCOMPARE(outcome.of(Level::Elevated).entries, 2u);
        QCOMPARE(outcome.of(Level::High).entries, 2u);
        QCOMPARE(outcome.of(Level::Critical).entries, 1u);
        QCOMPARE(outcome.of(Level::Normal).entries, 2u);
        QCOMPARE(outcome.of(Level::Elevated).longestStay, std::chrono::nanoseconds(51s));
        QCOMPARE(outcome.of(Level::High).longestStay, std::chrono::nanoseconds(31s));
        QCOMPARE(outcome.of(Level::Critical).longestStay, std::chrono::nanoseconds(11s));
        QCOMPARE(outcome.of(Level::Normal).longestStay, std::chrono::nanoseconds(50s));
        // CRITICAL for 11 s, HIGH or above for 29 s and for 31 s.
        QCOMPARE(outcome.of(Level::Critical).flaps, 1u);
        QCOMPARE(outcome.of(Level::High).flaps, 1u);
        QCOMPARE(outcome.of(Level::Elevated).flaps, 0u);
        QCOMPARE(outcome.of(Level::High).timeShare, (29 + 20) / 200.0);
        QCOMPARE(outcome.of(Level::Elevated).timeShare, (10 + 20) / 200.0);
        double shares = 0;
        for (const LevelFigures &figures : outcome.levels)
            shares += figures.timeShare;
        QCOMPARE(shares, 1.0);
        // HIGH and ELEVATED returned within five minutes.
        QCOMPARE(outcome.holdsDoubled, 1u);
        QCOMPARE(outcome.cuts, 2u);
        // From 500 to half of it, and from 500, grown back, to 50.
        QCOMPARE(outcome.evictedAtMost.entries, 250u + 450u);
        QCOMPARE(outcome.sampling.rises, 2u);
    }

    void aRangeHasTheFiguresOfItsStepsAndTheStateOfAllBefore()
    {
        WhatIf whatIf(recordingOf(times(10, 50) + times(60, 85) + times(60, 50)));
        const Outcome part =
            whatIf.applied({.range = {.from = second(30), .to = second(100)}, .incidents = {}});
        QCOMPARE(part.steps, 71u);
        QCOMPARE(part.recorded, std::chrono::nanoseconds(70s));
        QCOMPARE(part.of(Level::High).entries, 0u);
        QCOMPARE(part.of(Level::Normal).entries, 1u);
        // From 30 to 80 s, the end of the hold.
        QCOMPARE(part.of(Level::High).longestStay, std::chrono::nanoseconds(50s));
        QVERIFY(part.runs.front().followsGap);
        QVERIFY(part.runs.front().from == momentAt(30));
        QCOMPARE(part.runs.front().level, Level::High);
        QVERIFY(part.runs.back().to == momentAt(100));
        // A draft's state is of all before, too.
        pressure::ControlConfig draft = whatIf.recording().lastConfig();
        draft.thresholds.high.hold = 3s;
        const Outcome drafted =
            whatIf.draft(draft, {.range = {.from = second(30), .to = second(100)}, .incidents = {}});
        QCOMPARE(drafted.of(Level::High).longestStay, std::chrono::nanoseconds(43s));
        QCOMPARE(whatIf.applied({.range = {.from = second(1000)}, .incidents = {}}).steps, 0u);
    }

    void aRangeFindsItsStepsAcrossAClockThatWasSetBack()
    {
        RecordingBuilder builder;
        Monitor monitor([&builder](const journal::Record &record) { builder.add(record); });
        monitor.begin();
        for (int i = 0; i < 100; ++i) {
            if (i == 50)
                monitor.clocks.wall -= 30s;
            monitor.sample(50);
            monitor.pass(1s);
        }
        WhatIf whatIf(builder.take());
        const auto steps = [&](double from, double to) {
            return whatIf.applied({.range = {.from = second(from), .to = second(to)}, .incidents = {}}).steps;
        };
        QCOMPARE(steps(0, 200), 100u);
        QCOMPARE(steps(40, 49), 10u + 30u); // until the clock passes 49 s again
        QCOMPARE(steps(0, 30), 31u);
        QCOMPARE(steps(60, 200), 10u);
    }

    void differencesAreWhereTheLevelsDiffer()
    {
        WhatIf whatIf(recordingOf(times(10, 50) + times(40, 78) + times(50, 50)));
        pressure::ControlConfig draft = whatIf.recording().lastConfig();
        draft.thresholds.high = {75, 70, 10s, 70};
        const auto found = differences(whatIf.applied({}), whatIf.draft(draft, {}));
        // Applied: ELEVATED from 11 to 60 s. The draft: HIGH from 11, ELEVATED from 60 to 70 s.
        const std::vector<Difference> expected{{Level::Elevated, Level::High, momentAt(11), momentAt(60)},
                                               {Level::Normal, Level::Elevated, momentAt(60), momentAt(70)}};
        QVERIFY(found == expected);
    }

    void theLeadIsOfTheStayThatTheIncidentFallsInto()
    {
        WhatIf whatIf(recordingOf(times(10, 50) + times(20, 65) + times(20, 85) + times(50, 50)));
        const Outcome outcome =
            whatIf.applied({.range = {}, .incidents = {second(45.5), second(20), second(5), second(500)}});
        QCOMPARE(outcome.leads.size(), 4u);
        const Lead &high = outcome.leads[0];
        QVERIFY(high.isRecorded);
        QCOMPARE(high.of(Level::Elevated), std::optional<std::chrono::nanoseconds>(34'500ms));
        QCOMPARE(high.of(Level::High), std::optional<std::chrono::nanoseconds>(14'500ms));
        QVERIFY(!high.of(Level::Critical));
        QCOMPARE(outcome.leads[1].of(Level::Elevated), std::optional<std::chrono::nanoseconds>(9s));
        QVERIFY(outcome.leads[2].isRecorded && !outcome.leads[2].of(Level::Elevated));
        QVERIFY(!outcome.leads[3].isRecorded);
    }

    void timeWithoutASignalIsBetweenGoodSamples()
    {
        WhatIf whatIf(
            recordingOf(times(10, 50) + times(1, {}) + times(10, 50) + times(5, {}) + times(10, 50)));
        const Outcome outcome = whatIf.applied({});
        // One failed read is no loss: two seconds. Five are: six seconds.
        QCOMPARE(outcome.withoutSignal, std::chrono::nanoseconds(6s));
        QCOMPARE(outcome.gaps, 0u);
    }

    void missingRecordsAreAGapBetweenTheRuns()
    {
        RecordingBuilder builder;
        Monitor monitor([&builder](const journal::Record &record) { builder.add(record); });
        monitor.begin();
        for (int i = 0; i < 30; ++i, monitor.pass(1s))
            monitor.sample(i < 10 ? 50 : 85);
        builder.add(journal::Missing{.dropped = 3});
        monitor.pass(3s);
        builder.add(journal::Snapshot{journal::SnapshotCause::Resumed, monitor.clocks, monitor.config,
                                      monitor.state});
        for (int i = 0; i < 30; ++i, monitor.pass(1s))
            monitor.sample(85);
        WhatIf whatIf(builder.take());
        QCOMPARE(whatIf.recording().interruptions(), 1u);
        const Outcome outcome = whatIf.applied({.range = {}, .incidents = {second(31), second(40)}});
        QCOMPARE(outcome.gaps, 1u);
        QCOMPARE(outcome.recorded, std::chrono::nanoseconds(29s + 29s));
        QCOMPARE(outcome.of(Level::High).entries, 1u);
        QCOMPARE(outcome.runs.size(), 3u);
        QVERIFY(outcome.runs[2].followsGap);
        QVERIFY(!outcome.leads[0].isRecorded);
        QCOMPARE(outcome.leads[1].of(Level::High), std::optional<std::chrono::nanoseconds>(7s));
        // A draft continues in its own state.
        pressure::ControlConfig draft = monitor.config;
        draft.thresholds.high = {90, 84, 10s, 84};
        draft.thresholds.critical.enterPercent = 95;
        const Outcome drafted = whatIf.draft(draft, {});
        QCOMPARE(drafted.of(Level::High).entries, 0u);
        QCOMPARE(drafted.runs.size(), 3u);
        QCOMPARE(drafted.runs[2].level, Level::Elevated);
    }

    void theSamplingErrorIsTheIntervalThatARiseFellInto()
    {
        // Sampled slowly, as far from the applied thresholds.
        const Percents ramp = times(10, 40) + times(10, 50);
        pressure::ControlConfig draft;
        draft.configured = {500, 64u << 20};
        draft.thresholds.elevated = {45, 40, 10s, 40};
        const SamplingError slow = WhatIf(recordingOf(ramp)).draft(draft, {}).sampling;
        QCOMPARE(slow.rises, 1u);
        QCOMPARE(slow.coarseRises, 1u);
        QCOMPARE(slow.latestBy, std::chrono::nanoseconds(2s)); // raised by the second sample above
        const SamplingError fast = WhatIf(recordingOf(ramp, 40ms)).draft(draft, {}).sampling;
        QCOMPARE(fast.rises, 1u);
        QCOMPARE(fast.coarseRises, 0u);
        QCOMPARE(fast.latestBy, std::chrono::nanoseconds(80ms));
    }

    void risesThatPAloneDoesNotGiveAreCounted_data()
    {
        QTest::addColumn<double>("percent");
        QTest::addColumn<std::uint64_t>("waitedMicroseconds"); // a second
        QTest::addColumn<std::size_t>("stallRises");
        QTest::newRow("by a stall, below the threshold") << 55.0 << std::uint64_t(500'000) << std::size_t(1);
        QTest::newRow("by p") << 75.0 << std::uint64_t(0) << std::size_t(0);
    }
    void risesThatPAloneDoesNotGiveAreCounted()
    {
        QFETCH(double, percent);
        QFETCH(std::uint64_t, waitedMicroseconds);
        QFETCH(std::size_t, stallRises);
        RecordingBuilder builder;
        Monitor monitor([&builder](const journal::Record &record) { builder.add(record); });
        monitor.begin();
        for (int i = 0; i < 30; ++i) {
            monitor.waited += waitedMicroseconds;
            monitor.sample(percent);
            monitor.pass(1s);
        }
        pressure::ControlConfig draft = monitor.config;
        draft.thresholds.elevated = {70, 65, 10s, 65};
        const Outcome drafted = WhatIf(builder.take()).draft(draft, {});
        QCOMPARE(drafted.sampling.rises, std::size_t(1));
        QCOMPARE(drafted.stallRises, stallRises);
    }

    void snoozesOfADraftAreTheRecordedOnes()
    {
        RecordingBuilder builder;
        Monitor monitor([&builder](const journal::Record &record) { builder.add(record); });
        monitor.begin();
        for (int i = 0; i < 60; ++i, monitor.pass(1s)) {
            if (i == 20) {
                pressure::ControlConfig snoozed = monitor.config;
                snoozed.snooze =
                    pressure::Snooze{.sharePercent = 20, .until = monitor.clocks.monotonic + 15s};
                monitor.configure(snoozed);
            }
            monitor.sample(50);
        }
        WhatIf whatIf(builder.take());
        pressure::ControlConfig draft;
        draft.configured = {1000, 64u << 20};
        const Outcome outcome = whatIf.draft(draft, {});
        QCOMPARE(outcome.limits.size() > 2, true);
        QCOMPARE(outcome.limits[1].limit.entries, 200u);
        QVERIFY(outcome.limits[1].from == momentAt(20));
    }

    void aRecordingOfNothingHasNoFigures()
    {
        WhatIf whatIf{Recording()};
        const Outcome outcome = whatIf.applied({.range = {}, .incidents = {second(1)}});
        QCOMPARE(outcome.steps, 0u);
        QVERIFY(outcome.runs.empty());
        QVERIFY(!outcome.leads.front().isRecorded);
        QVERIFY(whatIf.draft({}, {}).runs.empty());
    }
};

MANOMETER_TEST(Core, TestWhatIf)
#include "tst_what_if.moc"
