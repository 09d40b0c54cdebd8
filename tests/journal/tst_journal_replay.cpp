// SPDX-License-Identifier: GPL-3.0-or-later
//
// A replay comes to the states that were lived through, from any time on and over any gap.
#include "RecordedDay.h"
#include "journal/Replay.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace manometer;
using namespace manometer::service;
using namespace manometer::views;
using namespace manometer::journal;
using namespace std::chrono_literals;

class TestJournalReplay : public QObject
{
    Q_OBJECT
private slots:
    void tenHoursAreReplayedToTheBit()
    {
        const QTemporaryDir folder;
        const Recorded recorded = live(freshSeed(), 60'000);
        QVERIFY(recorded.clocks.back().monotonic - recorded.clocks.front().monotonic > 10h);
        QVERIFY(write(folder.path(), recorded.records));
        std::size_t at = 0;
        bool equal = true;
        const auto summary = replay(folder.path().toStdString(), {}, [&](const ReplayedStep &step) {
            equal = equal && at < recorded.states.size() && step.step.state == recorded.states[at] &&
                    step.stepped.clocks == recorded.clocks[at];
            ++at;
        });
        QVERIFY(equal);
        QCOMPARE(at, recorded.states.size());
        QCOMPARE(summary.gaps, 0u);
        QCOMPARE(summary.mismatches, 0u);
        QCOMPARE(summary.read.damagedBytes, 0u);
        QVERIFY(segmentNames(folder.path().toStdString()).size() >= 9);
    }

    void aReplayMayBeginInTheMiddle()
    {
        const QTemporaryDir folder;
        const unsigned seed = freshSeed();
        const Recorded recorded = live(seed, 20'000);
        QVERIFY(write(folder.path(), recorded.records));
        std::mt19937 random(seed);
        for (int round = 0; round < 20; ++round) {
            // By the wall clock, which was set now and then: the same clocks name the place.
            const std::size_t from = random() % recorded.clocks.size();
            const pressure::WallTime wall = recorded.clocks[from].wall;
            std::size_t steps = 0;
            bool equal = true;
            std::size_t at = 0;
            replay(folder.path().toStdString(), {.from = wall}, [&](const ReplayedStep &step) {
                while (at < recorded.clocks.size() && !(recorded.clocks[at] == step.stepped.clocks))
                    ++at;
                equal = equal && at < recorded.clocks.size() && recorded.states[at] == step.step.state;
                ++steps;
            });
            QVERIFY(equal);
            QVERIFY(steps > 0);
        }
    }

    void aReplayFindsWhatWasBeforeTheClockWasSetBack_data()
    {
        QTest::addColumn<std::chrono::minutes>("segmentSpan");
        QTest::newRow("in the same segment") << 60min;
        QTest::newRow("in the segment before") << 15min;
    }

    void aReplayFindsWhatWasBeforeTheClockWasSetBack()
    {
        QFETCH(std::chrono::minutes, segmentSpan);
        const QTemporaryDir folder;
        Recorded recorded = live(3, 3000);
        const auto setBackAt = recorded.clocks.at(1000).monotonic;
        const auto setBack = [setBackAt](pressure::ClockReading &clocks) {
            if (clocks.monotonic >= setBackAt)
                clocks.wall -= 30min;
        };
        for (Record &record : recorded.records) {
            if (auto *snapshot = std::get_if<Snapshot>(&record))
                setBack(snapshot->clocks);
            else if (auto *stepped = std::get_if<Stepped>(&record))
                setBack(stepped->clocks);
        }
        JournalLimits limits = day;
        limits.segmentSpan = segmentSpan;
        QVERIFY(write(folder.path(), recorded.records, limits));
        const pressure::ClockReading &wanted = recorded.clocks[990];
        std::optional<pressure::ClockReading> first;
        replay(folder.path().toStdString(), {.from = wanted.wall},
               [&](const ReplayedStep &step) { first = first.value_or(step.stepped.clocks); });
        QVERIFY(first);
        QVERIFY(*first == wanted);
    }

    void afterDamageTheReplayGoesOnAtTheNextSnapshotAndIsRightAgain()
    {
        const QTemporaryDir folder;
        const Recorded recorded = live(freshSeed(), 8000);
        QVERIFY(
            write(folder.path(), recorded.records, {.segmentSpan = 24h, .span = 24h, .capBytes = 64u << 20}));
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
            while (at < recorded.clocks.size() && !(recorded.clocks[at] == step.stepped.clocks))
                ++at;
            equal = equal && at < recorded.clocks.size() && recorded.states[at] == step.step.state;
            ++steps;
        });
        QVERIFY(equal);
        QCOMPARE(summary.gaps, 1u);
        QCOMPARE(summary.mismatches, 0u);
        QVERIFY(steps < recorded.states.size());
        QVERIFY(steps > recorded.states.size() / 2);
    }

    void anotherRunsSnapshotIsNoMismatch()
    {
        const QTemporaryDir folder;
        QVERIFY(write(folder.path(), live(1, 500).records));
        QVERIFY(write(folder.path(), live(2, 500).records));
        std::size_t steps = 0;
        const auto summary =
            replay(folder.path().toStdString(), {}, [&steps](const ReplayedStep &) { ++steps; });
        QCOMPARE(steps, 1000u);
        QCOMPARE(summary.mismatches, 0u);
        QCOMPARE(summary.gaps, 0u);
    }

    void aSegmentThatIsGoneIsAGapAndALaterVersionIsLeftOut()
    {
        const QTemporaryDir folder;
        const Recorded recorded = live(3, 30'000);
        QVERIFY(write(folder.path(), recorded.records));
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

QTEST_GUILESS_MAIN(TestJournalReplay)
#include "tst_journal_replay.moc"
