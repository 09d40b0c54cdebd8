// SPDX-License-Identifier: GPL-3.0-or-later
#include "ScriptedDay.h"
#include "service/recording/journal/JournalWriter.h"
#include "service/recording/journal/Replay.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <bit>
#include <set>
#include <sstream>

using namespace manometer;
using namespace manometer::service;
using namespace manometer::service::journal;
using namespace std::chrono_literals;

namespace {

// The scripted days have clocks that jump: nothing is to grow old for that.
constexpr JournalLimits day{.segmentSpan = 1h, .span = 1000h, .capBytes = 64u << 20};

// A journal as the recorder writes it, and what really happened.
struct Recorded
{
    std::vector<Record> records;
    std::vector<pressure::ControlState> states; // after each step
    std::vector<ClockReading> clocks;           // of each step
};

Recorded live(unsigned seed, int steps)
{
    Recorded recorded;
    test::ScriptedDay script(seed);
    pressure::ControlState state;
    pressure::ControlConfig config = script.config();
    auto snapshotAt = script.clocks();
    recorded.records.push_back(Snapshot{SnapshotCause::Begun, snapshotAt, config, state});
    for (int i = 0; i < steps; ++i) {
        const auto moment = script.next();
        if (config != script.config()) {
            config = script.config();
            recorded.records.push_back(Configured{config});
        }
        if (moment.receiptBefore) {
            recorded.records.push_back(Received{*moment.receiptBefore});
            state = pressure::withReceipt(state, *moment.receiptBefore, config);
        }
        recorded.records.push_back(Stepped{moment.input, moment.clocks});
        state = pressure::step(state, moment.input, config).state;
        recorded.states.push_back(state);
        recorded.clocks.push_back(moment.clocks);
        if (moment.clocks.monotonic - snapshotAt.monotonic >= 10min) {
            snapshotAt = moment.clocks;
            recorded.records.push_back(Snapshot{SnapshotCause::Periodic, snapshotAt, config, state});
        }
    }
    recorded.records.push_back(Ended{script.clocks()});
    return recorded;
}

// A block a second, as the recorder does.
bool write(const QString &folder, const std::vector<Record> &records, const JournalLimits &limits = day)
{
    JournalWriter writer(folder.toStdString(), limits, BootId{1});
    pressure::MonotonicTime written{};
    for (const Record &record : records) {
        const auto taken = writer.add(record);
        if (!taken || *taken == JournalWriter::Taken::No)
            return false;
        const auto *stepped = std::get_if<Stepped>(&record);
        if (!stepped || stepped->clocks.monotonic - written < 1s)
            continue;
        written = stepped->clocks.monotonic;
        if (!writer.flush())
            return false;
    }
    return writer.flush().has_value();
}

std::string bytesOf(const Record &record)
{
    std::string bytes;
    ByteWriter out(bytes);
    RecordCodec().put(out, record);
    return bytes;
}

void print(std::ostream &out, const std::optional<pressure::PressureStall> &stall)
{
    if (!stall)
        out << "-";
    else
        for (const quint64 part : std::bit_cast<std::array<quint64, 6>>(*stall))
            out << part << ',';
    out << ' ';
}

// All there is in a record, to the bit, and not by the codec that is tested.
std::string exactly(const Record &record)
{
    std::ostringstream out;
    const auto print64 = [&out](const std::optional<std::uint64_t> &value) {
        out << (value ? std::to_string(*value) : "-") << ' ';
    };
    const auto printClocks = [&out](const ClockReading &clocks) {
        out << clocks.monotonic.time_since_epoch().count() << ' ' << clocks.sinceBoot.count() << ' '
            << clocks.wall.time_since_epoch().count() << ' ';
    };
    if (const auto *stepped = std::get_if<Stepped>(&record)) {
        out << "step " << stepped->input.now.time_since_epoch().count() << ' ';
        printClocks(stepped->clocks);
        if (!stepped->input.sample)
            return out.str();
        const auto &[monotonic, wall, sinceBoot, total, available, rss, virtualBytes, stall, cgroup,
                     cgroupStall, oom, reclaimed, swapped, notices] = *stepped->input.sample;
        printClocks({.monotonic = monotonic, .sinceBoot = sinceBoot, .wall = wall});
        for (const std::uint64_t value : {total, available, rss, virtualBytes, notices})
            print64(value);
        print(out, stall);
        print(out, cgroupStall);
        print64(cgroup ? std::optional(cgroup->limitBytes) : std::nullopt);
        print64(cgroup ? std::optional(cgroup->workingSetBytes) : std::nullopt);
        for (const auto &value : {oom, reclaimed, swapped})
            print64(value);
        return out.str();
    }
    return bytesOf(record);
}

bool isSame(const Record &one, const Record &other)
{
    if (one.index() != other.index() || exactly(one) != exactly(other))
        return false;
    if (const auto *snapshot = std::get_if<Snapshot>(&one)) {
        const auto &second = std::get<Snapshot>(other);
        return snapshot->cause == second.cause && snapshot->clocks == second.clocks &&
               snapshot->config == second.config && snapshot->state == second.state;
    }
    if (const auto *received = std::get_if<Received>(&one))
        return received->receipt == std::get<Received>(other).receipt;
    if (const auto *configured = std::get_if<Configured>(&one))
        return configured->config == std::get<Configured>(other).config;
    if (const auto *missing = std::get_if<Missing>(&one))
        return missing->dropped == std::get<Missing>(other).dropped;
    return true;
}

qint64 sizeOf(const QString &folder)
{
    qint64 size = 0;
    for (const auto &segment : segmentNames(folder.toStdString()))
        size += qint64(segment.sizeBytes);
    return size;
}

unsigned freshSeed()
{
    const unsigned seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    return seed;
}

std::string segmentOf(const std::vector<Record> &records, std::size_t perBlock)
{
    SegmentEncoder encoder;
    std::string bytes = encoder.begin({.boot = BootId{1}, .number = 7, .began = pressure::WallTime(1s)});
    for (std::size_t i = 0; i < records.size(); ++i) {
        encoder.add(records[i]);
        if (i % perBlock == perBlock - 1 || i + 1 == records.size())
            bytes += encoder.takeBlock();
    }
    return bytes;
}

} // namespace

class TestJournal : public QObject
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
            const auto wallMs = std::chrono::duration_cast<std::chrono::milliseconds>(
                                    recorded.clocks[from].wall.time_since_epoch())
                                    .count();
            std::size_t steps = 0;
            bool equal = true;
            std::size_t at = 0;
            replay(folder.path().toStdString(), {.fromWallMs = wallMs}, [&](const ReplayedStep &step) {
                while (at < recorded.clocks.size() && !(recorded.clocks[at] == step.stepped.clocks))
                    ++at;
                equal = equal && at < recorded.clocks.size() && recorded.states[at] == step.step.state;
                ++steps;
            });
            QVERIFY(equal);
            QVERIFY(steps > 0);
        }
    }

    void everyRecordComesBackToTheBit()
    {
        const Recorded recorded = live(freshSeed(), 5000);
        std::vector<Record> read;
        const auto damaged = readSegment(segmentOf(recorded.records, 3), [&read](const Record &record) {
            read.push_back(record);
            return Visit::GoOn;
        });
        QVERIFY(damaged);
        QCOMPARE(*damaged, 0u);
        QCOMPARE(read.size(), recorded.records.size());
        for (std::size_t i = 0; i < read.size(); ++i)
            QVERIFY(isSame(read[i], recorded.records[i]));
    }

    // It had no basis at the end of configuration and state.
    void whatTheFirstVersionWroteIsStillRead()
    {
        pressure::ControlConfig config;
        config.thresholds.high.enterPercent = 81;
        config.basis = pressure::BasisChoice::Host;
        const std::string bytes = bytesOf(Configured{config});
        const std::string before = bytes.substr(0, bytes.size() - 1);
        ByteReader in(before);
        const auto record = RecordCodec(1).take(in);
        QVERIFY(record);
        config.basis = pressure::BasisChoice::Auto;
        QCOMPARE(std::get<Configured>(*record).config, config);
        QCOMPARE(in.left(), 0u);
    }

    void extremeValuesComeBackToo()
    {
        pressure::MemorySample sample;
        sample.monotonic =
            pressure::MonotonicTime(std::chrono::nanoseconds(std::numeric_limits<qint64>::max()));
        sample.wall = pressure::WallTime(std::chrono::nanoseconds(std::numeric_limits<qint64>::min()));
        sample.totalBytes = std::numeric_limits<quint64>::max();
        sample.availableBytes = 1;
        sample.stall = pressure::PressureStall{.someAvg10Percent = -0.0,
                                               .someAvg60Percent = std::numeric_limits<double>::quiet_NaN(),
                                               .someAvg300Percent = 1e300,
                                               .fullAvg10Percent = 0.1 + 0.2,
                                               .someTotalMicroseconds = std::numeric_limits<quint64>::max()};
        std::vector<Record> records{Snapshot{},
                                    Stepped{{sample.monotonic, sample}, ClockReading::of(sample)}};
        sample.totalBytes = 0;
        records.push_back(Stepped{{sample.monotonic - 5ns, sample}, ClockReading::of(sample)});
        sample.sinceBoot = std::chrono::nanoseconds(std::numeric_limits<qint64>::min());
        records.push_back(Stepped{{sample.monotonic, sample}, ClockReading::of(sample)});
        sample.sinceBoot = std::chrono::nanoseconds(std::numeric_limits<qint64>::max());
        records.push_back(Stepped{{sample.monotonic, sample}, ClockReading::of(sample)});
        records.push_back(
            Received{{.evictedBytes = std::numeric_limits<quint64>::max(), .returnedBytes = 0}});
        records.push_back(Missing{.dropped = 12});
        std::vector<Record> read;
        QVERIFY(readSegment(segmentOf(records, 2), [&read](const Record &record) {
            read.push_back(record);
            return Visit::GoOn;
        }));
        QCOMPARE(read.size(), records.size());
        for (std::size_t i = 0; i < read.size(); ++i)
            QVERIFY(isSame(read[i], records[i]));
    }

    void damageCostsAMinuteAndNeverGivesAnotherRecord()
    {
        const unsigned seed = freshSeed();
        std::mt19937 random(seed);
        const Recorded recorded = live(seed, 600);
        std::set<std::string> written;
        for (const Record &record : recorded.records)
            written.insert(exactly(record));
        const std::string whole = segmentOf(recorded.records, 2);
        for (int round = 0; round < 1000; ++round) {
            std::string damaged = whole;
            const int kind = round % 4;
            if (kind == 0)
                damaged.resize(random() % damaged.size());
            else if (kind == 3)
                damaged.erase(random() % damaged.size(), random() % 200);
            else
                for (int flips = kind == 1 ? 1 : 30; flips > 0; --flips)
                    damaged[random() % damaged.size()] ^= char(1 << random() % 8);
            std::size_t good = 0;
            std::size_t missing = 0;
            bool onlyWritten = true;
            const auto result = readSegment(damaged, [&](const Record &record) {
                if (std::holds_alternative<Missing>(record)) {
                    ++missing;
                } else {
                    ++good;
                    onlyWritten = onlyWritten && written.contains(exactly(record));
                }
                return Visit::GoOn;
            });
            QVERIFY(onlyWritten);
            if (result && *result > 0)
                QVERIFY(missing > 0);
            // One bit: at most a standalone block and what hangs on it, a minute, is lost; at 25 samples a
            // second that may be most of this short segment.
            if (kind == 1 && result)
                QCOMPARE(missing, 1u);
        }
        for (int round = 0; round < 300; ++round) {
            std::string noise = whole.substr(0, 52);
            for (int i = 0; i < 2000; ++i)
                noise.push_back(char(random()));
            QVERIFY(readSegment(noise, [](const Record &record) {
                return std::holds_alternative<Missing>(record) ? Visit::GoOn : (std::abort(), Visit::Stop);
            }));
        }
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

    void aDayAtRestAndAtTheFastestSamplingHaveThisSize()
    {
        for (const auto step : {1000ms, 40ms}) {
            const QTemporaryDir folder;
            std::vector<Record> records{Snapshot{}};
            test::ScriptedDay script(6);
            pressure::MemorySample sample;
            std::mt19937 random(6);
            ClockReading clocks = script.clocks();
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
};

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
