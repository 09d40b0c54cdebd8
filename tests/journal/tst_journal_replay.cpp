// SPDX-License-Identifier: GPL-3.0-or-later
//
// A replay reproduces the states of the run, from any start time and across gaps.
#include "JournalFixture.h"
#include "journal/Replay.h"
#include "support/TestMain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace manometer;
using namespace manometer::journal;
using namespace std::chrono_literals;

class TestJournalReplay : public QObject
{
    Q_OBJECT
private slots:
    void tenHoursAreReplayedBitForBit()
    {
        const QTemporaryDir folder;
        const RecordedRun run = recordRun(randomSeed(), 60'000);
        QVERIFY(run.clocks.back().monotonic - run.clocks.front().monotonic > 10h);
        QVERIFY(writeJournal(folder.path(), run.records));
        std::size_t at = 0;
        bool equal = true;
        const auto summary = replay(folder.path().toStdString(), {}, [&](const ReplayedStep &step) {
            equal = equal && at < run.states.size() && step.step.state == run.states[at] &&
                    step.stepped.clocks == run.clocks[at];
            ++at;
        });
        QVERIFY(equal);
        QCOMPARE(at, run.states.size());
        QCOMPARE(summary.gaps, 0u);
        QCOMPARE(summary.mismatches, 0u);
        QCOMPARE(summary.read.damagedBytes, 0u);
        QVERIFY(segmentNames(folder.path().toStdString()).size() >= 9);
    }

    void aReplayMayStartInTheMiddle()
    {
        const QTemporaryDir folder;
        const unsigned seed = randomSeed();
        const RecordedRun run = recordRun(seed, 20'000);
        QVERIFY(writeJournal(folder.path(), run.records));
        std::mt19937 random(seed);
        for (int round = 0; round < 20; ++round) {
            // The wall clock was set several times, so the other clocks identify the step.
            const std::size_t from = random() % run.clocks.size();
            const pressure::WallTime wall = run.clocks[from].wall;
            std::size_t steps = 0;
            bool equal = true;
            std::size_t at = 0;
            replay(folder.path().toStdString(), {.from = wall}, [&](const ReplayedStep &step) {
                while (at < run.clocks.size() && !(run.clocks[at] == step.stepped.clocks))
                    ++at;
                equal = equal && at < run.clocks.size() && run.states[at] == step.step.state;
                ++steps;
            });
            QVERIFY(equal);
            QVERIFY(steps > 0);
        }
    }

    void aReplayFindsRecordsFromBeforeTheClockWasSetBack_data()
    {
        QTest::addColumn<std::chrono::minutes>("segmentSpan");
        QTest::newRow("in the same segment") << 60min;
        QTest::newRow("in the previous segment") << 15min;
    }

    void aReplayFindsRecordsFromBeforeTheClockWasSetBack()
    {
        QFETCH(std::chrono::minutes, segmentSpan);
        const QTemporaryDir folder;
        RecordedRun run = recordRun(3, 3000);
        const auto setBackAt = run.clocks.at(1000).monotonic;
        const auto setBack = [setBackAt](pressure::ClockReading &clocks) {
            if (clocks.monotonic >= setBackAt)
                clocks.wall -= 30min;
        };
        for (Record &record : run.records) {
            if (auto *snapshot = std::get_if<Snapshot>(&record))
                setBack(snapshot->clocks);
            else if (auto *stepped = std::get_if<Stepped>(&record))
                setBack(stepped->clocks);
        }
        JournalLimits limits = withoutExpiry;
        limits.segmentSpan = segmentSpan;
        QVERIFY(writeJournal(folder.path(), run.records, limits));
        const pressure::ClockReading &expected = run.clocks[990];
        std::optional<pressure::ClockReading> first;
        replay(folder.path().toStdString(), {.from = expected.wall},
               [&](const ReplayedStep &step) { first = first.value_or(step.stepped.clocks); });
        QVERIFY(first);
        QVERIFY(*first == expected);
    }

    void afterDamageTheReplayContinuesCorrectlyAtTheNextSnapshot()
    {
        const QTemporaryDir folder;
        const RecordedRun run = recordRun(randomSeed(), 8000);
        QVERIFY(writeJournal(folder.path(), run.records,
                             {.segmentSpan = 24h, .span = 24h, .capBytes = 64u << 20}));
        const auto names = segmentNames(folder.path().toStdString());
        QCOMPARE(names.size(), 1u);
        QFile file(folder.filePath(QString::fromStdString(names.front().name)));
        QVERIFY(file.open(QIODevice::ReadWrite));
        const qint64 middle = file.size() / 2;
        QVERIFY(file.seek(middle));
        const QByteArray byte = file.read(1);
        QVERIFY(file.seek(middle));
        file.write(QByteArray(1, char(byte[0] ^ 0x10)));
        file.close();
        std::size_t at = 0;
        std::size_t steps = 0;
        bool equal = true;
        const auto summary = replay(folder.path().toStdString(), {}, [&](const ReplayedStep &step) {
            while (at < run.clocks.size() && !(run.clocks[at] == step.stepped.clocks))
                ++at;
            equal = equal && at < run.clocks.size() && run.states[at] == step.step.state;
            ++steps;
        });
        QVERIFY(equal);
        QCOMPARE(summary.gaps, 1u);
        QCOMPARE(summary.mismatches, 0u);
        QVERIFY(steps < run.states.size());
        QVERIFY(steps > run.states.size() / 2);
    }

    void theSnapshotOfAnotherRunIsNoMismatch()
    {
        const QTemporaryDir folder;
        QVERIFY(writeJournal(folder.path(), recordRun(1, 500).records));
        QVERIFY(writeJournal(folder.path(), recordRun(2, 500).records));
        std::size_t steps = 0;
        const auto summary =
            replay(folder.path().toStdString(), {}, [&steps](const ReplayedStep &) { ++steps; });
        QCOMPARE(steps, 1000u);
        QCOMPARE(summary.mismatches, 0u);
        QCOMPARE(summary.gaps, 0u);
    }

    // tests/fixtures/journal-2: a ramp from 40 to 62 %, with snapshots before and after ELEVATED began.
    void aJournalOfVersion2IsStillRead()
    {
        using pressure::Level;
        std::size_t steps = 0;
        std::size_t raisedAt = 0;
        pressure::TrendState last;
        const auto summary = replay(FIXTURES "/journal-2", {}, [&](const ReplayedStep &step) {
            if (raisedAt == 0 && step.step.state.governor.applied == Level::Elevated)
                raisedAt = steps;
            last = step.step.state.trend;
            ++steps;
        });
        QCOMPARE(summary.read.damagedBytes, 0u);
        QCOMPARE(summary.gaps, 0u);
        QCOMPARE(steps, 151u);
        QCOMPARE(raisedAt, 102u);
        // What the snapshot after the raise had of all levels together is of no level.
        QCOMPARE(last.record, pressure::ForecastRecord{});
        QCOMPARE(last.points.count, std::uint8_t(31));
        QVERIFY(last.pending);
    }

    void aMissingSegmentIsAGapAndALaterVersionIsSkipped()
    {
        const QTemporaryDir folder;
        const RecordedRun run = recordRun(3, 30'000);
        QVERIFY(writeJournal(folder.path(), run.records));
        const auto names = segmentNames(folder.path().toStdString());
        QVERIFY(names.size() > 4);
        QVERIFY(QFile::remove(folder.filePath(QString::fromStdString(names[1].name))));
        QFile later(folder.filePath(QString::fromStdString(names[3].name)));
        QVERIFY(later.open(QIODevice::ReadWrite));
        QVERIFY(later.seek(8));
        later.write("\x7f", 1);
        later.close();
        const auto summary = replay(folder.path().toStdString(), {}, [](const ReplayedStep &) {});
        QCOMPARE(summary.read.newerSegments, 1u);
        QCOMPARE(summary.gaps, 2u);
        QCOMPARE(summary.mismatches, 0u);
    }
};

MANOMETER_TEST(Core, TestJournalReplay)
#include "tst_journal_replay.moc"
