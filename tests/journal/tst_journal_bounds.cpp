// SPDX-License-Identifier: GPL-3.0-or-later
//
// How large a journal grows, and that nothing is in it that could not be replayed.
#include "RecordedDay.h"
#include "journal/Replay.h"

#include <QTemporaryDir>
#include <QTest>

using namespace manometer;
using namespace manometer::service;
using namespace manometer::views;
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
    void itIsBoundedInTimeAndInBytes()
    {
        const QTemporaryDir folder;
        const Recorded recorded = live(4, 40'000);
        QVERIFY(
            write(folder.path(), recorded.records, {.segmentSpan = 1h, .span = 3h, .capBytes = 64u << 20}));
        // The day's wall clock jumps: an hour more or less either way.
        QVERIFY(segmentNames(folder.path().toStdString()).size() <= 7);
        const QTemporaryDir small;
        constexpr std::uint64_t cap = 400'000;
        QVERIFY(write(small.path(), recorded.records, {.segmentSpan = 1h, .span = 24h, .capBytes = cap}));
        QVERIFY2(sizeOf(small.path()) <= qint64(cap), qPrintable(QString::number(sizeOf(small.path()))));
        QVERIFY(sizeOf(small.path()) > qint64(cap) / 2);
        // What is left can be replayed.
        QVERIFY(replay(small.path().toStdString(), {}, [](const ReplayedStep &) {}).steps > 1000);
    }

    void aDayAtRestAndAtTheFastestSamplingHaveThisSize()
    {
        for (const auto step : {1000ms, 40ms}) {
            const QTemporaryDir folder;
            std::vector<Record> records{Snapshot{}};
            test::ScriptedDay script(6);
            pressure::MemorySample sample;
            std::mt19937 random(6);
            pressure::ClockReading clocks = script.clocks();
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
            QVERIFY(write(folder.path(), records));
            const double each = double(sizeOf(folder.path())) / count;
            qInfo("%.1f bytes a sample every %lld ms: %.1f MiB a day, and %zu bytes a snapshot", each,
                  (long long)step.count(), each * 86'400'000 / double(step.count()) / (1 << 20),
                  bytesOf(Snapshot{}).size());
            QVERIFY(each < 45);
        }
    }

    void withoutASnapshotNothingIsWritten()
    {
        const QTemporaryDir folder;
        JournalWriter writer(folder.path().toStdString(), day, BootId{1});
        const auto recorded = live(5, 10);
        QVERIFY(writer.needsSnapshot());
        for (std::size_t i = 1; i < recorded.records.size(); ++i)
            QVERIFY(writer.add(recorded.records[i]) == JournalWriter::Taken::No);
        QVERIFY(writer.flush());
        QVERIFY(segmentNames(folder.path().toStdString()).empty());
    }
};

QTEST_GUILESS_MAIN(TestJournalBounds)
#include "tst_journal_bounds.moc"
