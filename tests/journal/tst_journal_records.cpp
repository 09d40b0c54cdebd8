// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every record is read back bit for bit, or reported as missing if its bytes were damaged.
#include "JournalFixture.h"
#include "journal/Segment.h"
#include "support/TestMain.h"

#include <QTest>

#include <bit>
#include <set>
#include <sstream>

using namespace manometer;
using namespace manometer::journal;
using namespace std::chrono_literals;

namespace {

void print(std::ostream &out, const std::optional<pressure::PressureStall> &stall)
{
    if (!stall)
        out << "-";
    else
        for (const quint64 part : std::bit_cast<std::array<quint64, 6>>(*stall))
            out << part << ',';
    out << ' ';
}

// Every bit of a record as text. Steps, which have floating point values, are printed without the codec under
// test.
std::string textOf(const Record &record)
{
    std::ostringstream out;
    const auto print64 = [&out](const std::optional<std::uint64_t> &value) {
        out << (value ? std::to_string(*value) : "-") << ' ';
    };
    const auto printClocks = [&out](const pressure::ClockReading &clocks) {
        out << clocks.monotonic.time_since_epoch().count() << ' ' << clocks.sinceBoot.count() << ' '
            << clocks.wall.time_since_epoch().count() << ' ';
    };
    if (const auto *stepped = std::get_if<Stepped>(&record)) {
        out << "step " << stepped->input.now.time_since_epoch().count() << ' ';
        printClocks(stepped->clocks);
        if (!stepped->input.sample)
            return out.str();
        const auto &[monotonic, wall, sinceBoot, total, available, rss, virtualBytes, stall, cgroup,
                     cgroupStall, oom, reclaimed, swapped, notices, composition, isEstimated] =
            *stepped->input.sample;
        static_cast<void>(composition); // the two are not recorded
        static_cast<void>(isEstimated);
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
    return encoded(record);
}

bool isSame(const Record &one, const Record &other)
{
    if (one.index() != other.index() || textOf(one) != textOf(other))
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

Q_DECLARE_METATYPE(manometer::journal::Record)

class TestJournalRecords : public QObject
{
    Q_OBJECT
private slots:
    void everyRecordIsReadBackBitForBit()
    {
        const RecordedRun run = recordRun(randomSeed(), 5000);
        std::vector<Record> read;
        const auto damaged = readSegment(segmentOf(run.records, 3), [&read](const Record &record) {
            read.push_back(record);
            return Visit::Continue;
        });
        QVERIFY(damaged);
        QCOMPARE(*damaged, 0u);
        QCOMPARE(read.size(), run.records.size());
        for (std::size_t i = 0; i < read.size(); ++i)
            QVERIFY(isSame(read[i], run.records[i]));
    }

    // Journals of earlier releases are read: the members of a configuration keep their order.
    void aConfigurationIsWrittenAsBefore()
    {
        pressure::ControlConfig config;
        config.thresholds = {
            .elevated = {61, 51, 1ms, 41}, .high = {71, 62, 2ms, 52}, .critical = {81, 72, 3ms, 63}};
        config.tuning.stall = {.window = 4ms, .waited = 5ms, .minimumPercent = 6};
        config.tuning.governor = {.returnWindow = 7ms, .holdMaximum = 8ms};
        config.tuning.trend = {
            .window = 9ms, .pointInterval = 10ms, .minimumSpan = 11ms, .minimumTau = 0.5, .warnUnder = 12ms};
        config.tuning.limit = {.growthHold = 15ms,
                               .flapWindow = 16ms,
                               .growthHoldMaximum = 17ms,
                               .growthInterval = 18ms,
                               .growthStepPercent = 19,
                               .growthForecast = 20ms,
                               .cleanUpInterval = 21ms,
                               .futileEvictedBytes = 22,
                               .futileReturnedRatio = 0.25,
                               .futileReceipts = 23};
        config.configured = {.entries = 13, .bytes = 14};
        config.snooze = pressure::Snooze{.sharePercent = 24, .until = pressure::MonotonicTime(25ns)};
        config.adaptation = pressure::Adaptation::MeasureOnly;
        config.tuning.basis = pressure::BasisChoice::Cgroup;
        const std::string bytes = encoded(Configured{config});
        QCOMPARE(
            QByteArray::fromStdString(bytes).toHex(),
            QByteArray("050000000000804e4000000000008049400200000000008044400000000000c051400000000000004f40"
                       "040000000000004a4000000000004054400000000000005240060000000000804f40080a000000000000"
                       "18400e10121416000000000000e03f181a1c1e2022240000000000003340282a2c000000000000d03f2e"
                       "010000000000003840320102"));
    }

    // Version 1 has no basis at the end of configuration and state.
    void version1IsStillRead()
    {
        pressure::ControlConfig config;
        config.thresholds.high.enterPercent = 81;
        config.tuning.basis = pressure::BasisChoice::Host;
        const std::string bytes = encoded(Configured{config});
        const std::string before = bytes.substr(0, bytes.size() - 1);
        ByteReader in(before);
        const auto record = RecordCodec(1).take(in);
        QVERIFY(record);
        config.tuning.basis = pressure::BasisChoice::Auto;
        QCOMPARE(std::get<Configured>(*record).config, config);
        QCOMPARE(in.left(), 0u);
    }

    void extremeValuesAreReadBackToo()
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
                                    Stepped{{sample.monotonic, sample}, pressure::ClockReading::of(sample)}};
        sample.totalBytes = 0;
        records.push_back(Stepped{{sample.monotonic - 5ns, sample}, pressure::ClockReading::of(sample)});
        sample.sinceBoot = std::chrono::nanoseconds(std::numeric_limits<qint64>::min());
        records.push_back(Stepped{{sample.monotonic, sample}, pressure::ClockReading::of(sample)});
        sample.sinceBoot = std::chrono::nanoseconds(std::numeric_limits<qint64>::max());
        records.push_back(Stepped{{sample.monotonic, sample}, pressure::ClockReading::of(sample)});
        records.push_back(
            Received{{.evictedBytes = std::numeric_limits<quint64>::max(), .returnedBytes = 0}});
        records.push_back(Missing{.dropped = 12});
        std::vector<Record> read;
        QVERIFY(readSegment(segmentOf(records, 2), [&read](const Record &record) {
            read.push_back(record);
            return Visit::Continue;
        }));
        QCOMPARE(read.size(), records.size());
        for (std::size_t i = 0; i < read.size(); ++i)
            QVERIFY(isSame(read[i], records[i]));
    }

    // Levels and counts are indices in the step functions.
    void aStateThatCannotBeIsRejected_data()
    {
        QTest::addColumn<Record>("record");
        const auto row = [](const char *name, auto change) {
            Snapshot snapshot;
            change(snapshot);
            QTest::newRow(name) << Record(snapshot);
        };
        const auto beyond = pressure::Level(200);
        row("more points than the ring has",
            [](Snapshot &s) { s.state.trend.points.count = pressure::TrendPoints::capacity + 1; });
        row("a first point outside of the ring",
            [](Snapshot &s) { s.state.trend.points.first = pressure::TrendPoints::capacity; });
        row("an applied level beyond CRITICAL", [=](Snapshot &s) { s.state.governor.applied = beyond; });
        row("a level of the trend beyond CRITICAL", [=](Snapshot &s) { s.state.trend.level = beyond; });
        row("a level of the limit beyond CRITICAL", [=](Snapshot &s) { s.state.limit.level = beyond; });
        row("a level of a warning beyond CRITICAL",
            [=](Snapshot &s) { s.state.trend.pending = pressure::PreWarning{.level = beyond}; });
        row("an unknown basis", [](Snapshot &s) { s.config.tuning.basis = pressure::BasisChoice(3); });
        row("an unknown adaptation", [](Snapshot &s) { s.config.adaptation = pressure::Adaptation(2); });
    }

    void aStateThatCannotBeIsRejected()
    {
        QFETCH(Record, record);
        const std::string bytes = encoded(record);
        ByteReader in(bytes);
        QVERIFY(!RecordCodec().take(in));
        // The same without the change is read.
        const std::string good = encoded(Snapshot{});
        ByteReader goodIn(good);
        QVERIFY(RecordCodec().take(goodIn));
    }

    void damageCostsAMinuteAndNeverYieldsAWrongRecord()
    {
        const unsigned seed = randomSeed();
        std::mt19937 random(seed);
        const RecordedRun run = recordRun(seed, 600);
        std::set<std::string> written;
        for (const Record &record : run.records)
            written.insert(textOf(record));
        const std::string whole = segmentOf(run.records, 2);
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
            std::size_t missing = 0;
            bool onlyWritten = true;
            auto lastRead = run.clocks.front().monotonic;
            pressure::MonotonicTime::duration longestGap{0};
            const auto result = readSegment(damaged, [&](const Record &record) {
                if (std::holds_alternative<Missing>(record)) {
                    ++missing;
                    return Visit::Continue;
                }
                onlyWritten = onlyWritten && written.contains(textOf(record));
                if (const auto *stepped = std::get_if<Stepped>(&record)) {
                    longestGap = std::max(longestGap, stepped->clocks.monotonic - lastRead);
                    lastRead = stepped->clocks.monotonic;
                }
                return Visit::Continue;
            });
            longestGap = std::max(longestGap, run.clocks.back().monotonic - lastRead);
            QVERIFY(onlyWritten);
            if (result && *result > 0)
                QVERIFY(missing > 0);
            // One bit invalidates at most a standalone block and the blocks chained to it: a minute, and the
            // steps of the blocks at its ends.
            if (kind == 1 && result) {
                QCOMPARE(missing, 1u);
                QVERIFY(longestGap < 65s);
            }
        }
        for (int round = 0; round < 300; ++round) {
            std::string noise = whole.substr(0, 52);
            for (int i = 0; i < 2000; ++i)
                noise.push_back(char(random()));
            QVERIFY(readSegment(noise, [](const Record &record) {
                return std::holds_alternative<Missing>(record) ? Visit::Continue
                                                               : (std::abort(), Visit::Stop);
            }));
        }
    }
};

MANOMETER_TEST(Core, TestJournalRecords)
#include "tst_journal_records.moc"
