// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a recording shows is what happened: levels, samples, gaps and events of the range, and the same
// what-if answers; a journal with impossible values is refused.
#include "async/Answer.h"
#include "journal/Segment.h"
#include "recorded/RecordedBackend.h"
#include "recorded/RecordedFixture.h"
#include "recorded/SampleBuckets.h"
#include "recorded/Session.h"
#include "reports/Replays.h"
#include "support/TestMain.h"
#include "wire/ViewJson.h"

#include <QFile>
#include <QRandomGenerator>

#include <algorithm>
#include <limits>

using namespace manometer;
using namespace manometer::recorded;
using pressure::Level;
using views::SampleRecord;

namespace {

// A segment of these records, and of nothing else.
std::string segmentOf(const std::vector<journal::Record> &records)
{
    journal::SegmentEncoder encoder;
    std::string segment = encoder.begin({.number = 1});
    for (const journal::Record &record : records)
        encoder.add(record);
    return segment + encoder.takeBlock();
}

std::vector<journal::Record> recordsOf(const Percents &percents)
{
    std::vector<journal::Record> records;
    insight::Monitor monitor([&records](const journal::Record &record) { records.push_back(record); });
    monitor.begin();
    for (const auto &percent : percents) {
        monitor.sample(percent);
        monitor.pass(std::chrono::seconds(1));
    }
    return records;
}

Expected<Session, Refusal> played(const std::vector<journal::Record> &records)
{
    RecordingContents contents;
    contents.range = {.fromWallMs = 0, .toWallMs = msAt(1e6)};
    contents.journal = segmentOf(records);
    return sessionOf(contents);
}

} // namespace

class TestSession : public QObject
{
    Q_OBJECT

private slots:
    void theSamplesHaveTheLevelsThatHappened()
    {
        const JournalOnDisk journal(risingWave());
        const auto session = sessionOf(contentsOf(journal));
        QVERIFY(session.has_value());
        QCOMPARE(session->samples.size(), 180);
        QCOMPARE(session->samples.front().wallMs, msAt(0));
        QCOMPARE(session->samples.front().discontinuity, SampleRecord::Discontinuity::Start);
        QCOMPARE(qRound(session->samples.front().systemUsedPercent), 50);
        std::vector<std::pair<Level, qint64>> changes;
        Level before = Level::Normal;
        for (const SampleRecord &sample : session->samples)
            if (std::exchange(before, sample.applied) != sample.applied)
                changes.emplace_back(sample.applied, sample.wallMs);
        std::vector<std::pair<Level, qint64>> expected;
        for (const auto &change : journal.monitor.happened.levels)
            expected.emplace_back(change.to, reports::toMs(change.at.wall));
        QVERIFY(!expected.empty());
        QVERIFY(changes == expected);
        QCOMPARE(session->status.applied, journal.monitor.state.governor.applied);
        QCOMPARE(session->status.latest.wallMs, session->samples.back().wallMs);
        QCOMPARE(session->samples.back().cacheLimitEntries, journal.monitor.state.limit.limit->entries);
    }

    void whatTheJournalDoesNotRecordIsAbsent()
    {
        const auto session = sessionOf(contentsOf(JournalOnDisk(times(5, 50))));
        QVERIFY(!session->samples.front().composition);
        QCOMPARE(session->samples.front().cacheEntries, 0u);
    }

    void aRangeIsPlayedFromTheSnapshotBeforeItButShowsOnlyItself()
    {
        const JournalOnDisk journal(risingWave());
        const views::TimeRange range{.fromWallMs = msAt(100), .toWallMs = msAt(110)};
        const auto contents = contentsOf(journal, range);
        QVERIFY(contents.range == range);
        const auto session = sessionOf(contents);
        QCOMPARE(session->samples.size(), 11);
        QCOMPARE(session->samples.front().applied, Level::Critical); // known from what was before
        QVERIFY(session->recording.steps() > 11);
    }

    void failedReadsAreGaps()
    {
        const auto session =
            sessionOf(contentsOf(JournalOnDisk(times(5, 50) + times(3, std::nullopt) + times(5, 50))));
        QCOMPARE(std::count_if(session->samples.begin(), session->samples.end(),
                               [](const SampleRecord &sample) { return sample.gap; }),
                 3);
        QVERIFY(!session->status.stale);
    }

    void aBootLaterFollowsByTheWallClock()
    {
        JournalOnDisk journal(times(10, 50));
        journal.monitor.pass(std::chrono::hours(2));
        journal.monitor.clocks.monotonic = insight::start - std::chrono::minutes(50);
        journal.monitor.clocks.sinceBoot = std::chrono::minutes(10);
        journal.monitor.state = {};
        journal.monitor.begin();
        journal.sample(times(10, 60));
        const auto session = sessionOf(contentsOf(journal));
        QCOMPARE(session->samples.size(), 20);
        const SampleRecord &last = session->samples[9];
        const SampleRecord &first = session->samples[10];
        QCOMPARE(first.discontinuity, SampleRecord::Discontinuity::Start);
        QCOMPARE(first.monotonicMs - last.monotonicMs, first.wallMs - last.wallMs);
        QVERIFY(first.monotonicMs - last.monotonicMs > 7'200'000);
    }

    void eventsAreOnTheClockOfTheSamples()
    {
        RecordingContents contents = contentsOf(JournalOnDisk(times(60, 50)));
        views::Event event;
        event.wallMs = msAt(30);
        event.monotonicMs = 12; // of another boot
        event.what = views::SuspendEvent{.durationMs = 1};
        contents.events += event;
        const auto session = sessionOf(contents);
        QCOMPARE(session->events.front().monotonicMs, session->samples[30].monotonicMs);
    }

    void aLongRecordingIsShownInBuckets()
    {
        views::SampleRecords samples;
        for (int i = 0; i < 10'000; ++i) {
            SampleRecord sample;
            sample.wallMs = sample.monotonicMs = 1'000 * i;
            sample.systemUsedPercent = sample.systemUsedMinPercent = sample.systemUsedMaxPercent = i % 100;
            sample.applied = i == 5'000 ? Level::Critical : Level::Normal;
            sample.gap = i >= 7'000 && i < 7'010;
            samples += sample;
        }
        const auto buckets = inBuckets(samples, 1'000);
        QVERIFY(buckets.size() <= 1'000 && buckets.size() > 400);
        double least = 100;
        double highest = 0;
        bool hasCritical = false;
        bool hasGap = false;
        for (qsizetype i = 0; i < buckets.size(); ++i) {
            const SampleRecord &bucket = buckets[i];
            QVERIFY(i == 0 || buckets[i - 1].monotonicMs + buckets[i - 1].bucketMs <= bucket.monotonicMs);
            least = std::min(least, bucket.systemUsedMinPercent);
            highest = std::max(highest, bucket.systemUsedMaxPercent);
            QVERIFY(bucket.gap || (bucket.systemUsedMinPercent <= bucket.systemUsedPercent &&
                                   bucket.systemUsedPercent <= bucket.systemUsedMaxPercent));
            hasCritical = hasCritical || bucket.applied == Level::Critical;
            hasGap = hasGap || bucket.gap;
        }
        QCOMPARE(least, 0.0);
        QCOMPARE(highest, 99.0);
        QVERIFY(hasCritical && hasGap);
        QCOMPARE(inBuckets(samples, 10'000).size(), 10'000); // as they are
    }

    void impossibleValuesAreRefused_data()
    {
        using Change = std::function<void(std::vector<journal::Record> &)>;
        QTest::addColumn<Change>("change");
        const auto sampleAt = [](std::vector<journal::Record> &records) -> pressure::MemorySample & {
            return *std::get<journal::Stepped>(records[3]).input.sample;
        };
        const auto row = [](const char *name, const Change &change) { QTest::newRow(name) << change; };
        row("more available than there is", [sampleAt](auto &records) {
            sampleAt(records).availableBytes = sampleAt(records).totalBytes + 4096;
        });
        row("time goes back", [](auto &records) {
            std::swap(std::get<journal::Stepped>(records[2]), std::get<journal::Stepped>(records[5]));
        });
        row("a wall clock before 1970",
            [sampleAt](auto &records) { sampleAt(records).wall = pressure::WallTime::min(); });
        row("an uptime of centuries", [](auto &records) {
            auto &snapshot = std::get<journal::Snapshot>(records[0]);
            snapshot.state.governor.appliedSince = pressure::MonotonicTime::max();
        });
        row("a share that is no number", [sampleAt](auto &records) {
            sampleAt(records).stall->someAvg10Percent = std::numeric_limits<double>::quiet_NaN();
        });
        row("thresholds upside down", [](auto &records) {
            auto config = std::get<journal::Snapshot>(records[0]).config;
            config.thresholds.high.enterPercent = 5;
            records.insert(records.begin() + 3, journal::Configured{config});
        });
        row("a hold beyond all times", [](auto &records) {
            std::get<journal::Snapshot>(records[0]).config.tuning.limit.growthHold =
                std::chrono::milliseconds::max();
        });
    }
    void impossibleValuesAreRefused()
    {
        QFETCH(std::function<void(std::vector<journal::Record> &)>, change);
        auto records = recordsOf(times(10, 50));
        QVERIFY(played(records).has_value());
        change(records);
        const auto session = played(records);
        QVERIFY(!session);
        QCOMPARE(session.error().detail, QStringLiteral("its journal has values that cannot be"));
    }

    // Right checksums on all layers, and any values in the records.
    void randomRecordsAreRefusedOrPlayed()
    {
        const auto seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        std::string encoded;
        journal::ByteWriter out(encoded);
        journal::RecordCodec codec;
        for (const journal::Record &record : recordsOf(times(5, 50) + times(5, 95)))
            codec.put(out, record);
        int played = 0;
        for (int round = 0; round < 20'000; ++round) {
            std::string bytes = encoded;
            for (quint32 i = random.bounded(6u); i < 6; ++i)
                bytes[random.bounded(quint32(bytes.size()))] = static_cast<char>(random.bounded(256));
            std::vector<journal::Record> records;
            journal::RecordCodec decoder;
            journal::ByteReader in(bytes);
            while (auto record = decoder.take(in))
                records.push_back(*std::move(record));
            const auto session = ::played(records);
            if (!session)
                continue;
            ++played;
            for (const SampleRecord &sample : session->samples)
                QVERIFY(sample.gap || (sample.systemUsedPercent >= 0 && sample.systemUsedPercent <= 100));
            if (session->recording.steps() > 0) {
                reports::Replays replays(session->recording);
                replays.whatIf({}, {}, {}).waitForFinished();
            }
        }
        QVERIFY(played > 0);
    }

    void aJournalWithoutASampleIsRefused()
    {
        QCOMPARE(played(recordsOf({})).error().detail, QStringLiteral("its journal has no samples"));
    }

    void whatIfAnswersAreThoseOfTheMachine()
    {
        const JournalOnDisk journal(risingWave() + risingWave());
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("a.manometer")));
        RecordingContents contents = contentsOf(journal);
        views::Event incident;
        incident.wallMs = msAt(200);
        incident.what = views::NoteEvent{.text = QStringLiteral("x"), .atWallMs = msAt(95), .incident = true};
        contents.events += incident;
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(encode(contents)) > 0);
        file.close();
        const auto backend = RecordedBackend::open(file.fileName());
        QVERIFY(backend.has_value());
        views::WhatIfQuestion question;
        question.draft.thresholds.high = {70, 65, std::chrono::seconds(10), 65};
        reports::Replays replays(journal.folder());
        const auto expected = replays.whatIf(question, {msAt(95)}, {}).result();
        QVERIFY(expected.incidents == 1 && expected.draft.cuts > 0);
        const auto answer = (*backend)->views().evidence->whatIf(question).result();
        QCOMPARE(wire::toText(answer), wire::toText(expected));
    }

    void nothingOfARecordingChanges()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("a.manometer")));
        QVERIFY(file.open(QIODevice::WriteOnly) &&
                file.write(encode(contentsOf(JournalOnDisk(risingWave())))) > 0);
        file.close();
        const auto backend = RecordedBackend::open(file.fileName());
        const views::Views views = (*backend)->views();
        const views::Settings before = views.settings->settings();
        views::Settings after = before;
        after.thresholds.high.enterPercent = 82;
        QString reason;
        connect(views.settings, &views::SettingsView::changeFailed, this,
                [&reason](const QString &why) { reason = why; });
        views.settings->applySettings(after, views.settings->basePreset());
        QVERIFY(!reason.isEmpty());
        QVERIFY(views.settings->settings() == before);
        QVERIFY(async::failureOf(views.events->note({})).has_value());
        QVERIFY(async::failureOf(views.monitor->snooze(50, std::chrono::seconds(1))).has_value());
        QVERIFY(async::failureOf(views.scan->start("/")).has_value());
        QCOMPARE(views.cache->list({}).result().size, 0);
        // It can be saved again, as it is.
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(views.recordings->recording({}, views::FileNames::LeftOut).result(), file.readAll());
    }

    void aTimeWithoutSamplesHasNoStretch()
    {
        const JournalOnDisk journal(times(5, 50));
        const auto stretch = readJournalStretch(
            journal.folder(), {.fromWallMs = msAt(100), .toWallMs = msAt(200)}, mostPartBytes);
        QVERIFY(!stretch && stretch.error() == StretchProblem::NothingRecorded);
        const auto tooLong = readJournalStretch(journal.folder(), {}, 100);
        QVERIFY(!tooLong && tooLong.error() == StretchProblem::TooLong);
    }

    void theStretchNamesNoBoot()
    {
        const auto contents = contentsOf(JournalOnDisk(times(5, 50)));
        QVERIFY(journal::readHeader(contents.journal)->boot == journal::BootId{});
    }
};

MANOMETER_TEST(Core, TestSession)
#include "tst_session.moc"
