// SPDX-License-Identifier: GPL-3.0-or-later
//
// The size of a journal, and that what remains after segments expire can be replayed.
#include "JournalFixture.h"
#include "journal/Replay.h"
#include "support/TestMain.h"

#include <QTemporaryDir>
#include <QTest>

using namespace manometer;
using namespace manometer::journal;
using namespace std::chrono_literals;

namespace {

qint64 sizeOf(const QString &folder)
{
    qint64 size = 0;
    for (const auto &segment : segmentNames(folder.toStdString()))
        size += qint64(segment.sizeBytes);
    return size;
}

} // namespace

class TestJournalBounds : public QObject
{
    Q_OBJECT
private slots:
    void theJournalIsBoundedInTimeAndInBytes()
    {
        const QTemporaryDir folder;
        const RecordedRun run = recordRun(4, 40'000);
        QVERIFY(
            writeJournal(folder.path(), run.records, {.segmentSpan = 1h, .span = 3h, .capBytes = 64u << 20}));
        // The wall clock of the run jumps, by up to an hour either way.
        QVERIFY(segmentNames(folder.path().toStdString()).size() <= 7);
        const QTemporaryDir small;
        constexpr std::uint64_t cap = 400'000;
        QVERIFY(writeJournal(small.path(), run.records, {.segmentSpan = 1h, .span = 24h, .capBytes = cap}));
        QVERIFY2(sizeOf(small.path()) <= qint64(cap), qPrintable(QString::number(sizeOf(small.path()))));
        QVERIFY(sizeOf(small.path()) > qint64(cap) / 2);
        // The remaining segments can be replayed.
        QVERIFY(replay(small.path().toStdString(), {}, [](const ReplayedStep &) {}).steps > 1000);
    }

    void aSampleNeedsLessThan45Bytes()
    {
        for (const auto step : {1000ms, 40ms}) {
            const QTemporaryDir folder;
            std::vector<Record> records{Snapshot{}};
            const test::InputGenerator inputs(6);
            pressure::MemorySample sample;
            std::mt19937 random(6);
            pressure::ClockReading clocks = inputs.clocks();
            const int count = step == 1000ms ? 7200 : 45'000;
            double waited = 0;
            for (int i = 0; i < count; ++i) {
                clocks.monotonic += step + std::chrono::nanoseconds(random() % 200'000);
                clocks.sinceBoot =
                    clocks.monotonic.time_since_epoch() + std::chrono::nanoseconds(random() % 500);
                clocks.wall += step + std::chrono::nanoseconds(random() % 500);
                sample.monotonic = clocks.monotonic;
                sample.sinceBoot = clocks.sinceBoot;
                sample.wall = clocks.wall;
                sample.totalBytes = 16'384'123'904;
                sample.availableBytes = (9'000'000 + random() % 3000) * 1024ULL;
                sample.processRssBytes = (12'800 + random() % 10) * 4096ULL;
                sample.processVirtualBytes = 200'000 * 4096ULL;
                waited += random() % 20 == 0 ? 300 : 0;
                sample.stall = pressure::PressureStall{.someAvg10Percent = int(waited / 1000) % 7 / 100.0,
                                                       .someTotalMicroseconds = quint64(waited)};
                sample.oomEvents = 0;
                records.push_back(Stepped{{clocks.monotonic, sample}, clocks});
            }
            QVERIFY(writeJournal(folder.path(), records));
            const double bytesEach = double(sizeOf(folder.path())) / count;
            qInfo("%.1f bytes a sample every %lld ms: %.1f MiB a withoutExpiry, and %zu bytes a snapshot",
                  bytesEach, (long long)step.count(),
                  bytesEach * 86'400'000 / double(step.count()) / (1 << 20), encoded(Snapshot{}).size());
            QVERIFY(bytesEach < 45);
        }
    }

    void withoutASnapshotNothingIsWritten()
    {
        const QTemporaryDir folder;
        JournalWriter writer(folder.path().toStdString(), withoutExpiry, BootId{1});
        const auto run = recordRun(5, 10);
        QVERIFY(writer.needsSnapshot());
        for (std::size_t i = 1; i < run.records.size(); ++i)
            QVERIFY(writer.add(run.records[i]) == JournalWriter::Taken::No);
        QVERIFY(writer.flush());
        QVERIFY(segmentNames(folder.path().toStdString()).empty());
    }
};

MANOMETER_TEST(Core, TestJournalBounds)
#include "tst_journal_bounds.moc"
