// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/recording/history/HistoryFile.h"
#include "support/TestMain.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <random>
#include <set>
#include <sys/stat.h>

using namespace manometer;
using namespace manometer::service;
using namespace manometer::views;
using namespace std::chrono_literals;

namespace {

constexpr journal::BootId thisBoot{1, 2, 3};
constexpr journal::BootId lastBoot{4, 5, 6};
constexpr journal::BootId firstBoot{7, 8, 9};

Bucket bucketAt(qint64 ms, qint64 wallMs)
{
    return {.firstMs = ms,
            .lastMs = ms + 900,
            .wallMs = wallMs,
            .totalBytes = quint64(ms) * 3,
            .meanPercent = float(ms % 100),
            .goodSamples = 1};
}

Buckets run(qint64 fromMs, qint64 wallFromMs, int count)
{
    Buckets buckets;
    for (int i = 0; i < count; ++i)
        buckets.push_back(bucketAt(fromMs + i * 1000, wallFromMs + i * 1000));
    return buckets;
}

pressure::ClockReading clocks(qint64 bootMs, qint64 wallMs)
{
    return {.monotonic = {},
            .sinceBoot = std::chrono::milliseconds(bootMs),
            .wall = pressure::WallTime(std::chrono::milliseconds(wallMs))};
}

bool isAscending(const Buckets &buckets)
{
    for (std::size_t i = 1; i < buckets.size(); ++i)
        if (buckets[i].firstMs <= buckets[i - 1].lastMs)
            return false;
    return true;
}

std::string bytesOf(const Bucket &bucket)
{
    return historyBlock(1000, {}, {bucket});
}

} // namespace

class TestRecordingHistory : public QObject
{
    Q_OBJECT
private slots:
    void bucketsRoundTripExactly()
    {
        const QTemporaryDir folder;
        HistoryFile file(folder.path().toStdString(), 0);
        Bucket odd = bucketAt(-5000, 1'795'000'000'000);
        odd.cgroupMeanPercent = float(absent);
        odd.applied = Level::Critical;
        odd.discontinuity = SampleRecord::Discontinuity::ClockSet;
        odd.rssMaxPages = 0xFFFFFFFF;
        odd.freePages = 1;
        odd.buffersPages = 2;
        odd.cachePages = 3;
        odd.swapTotalPages = 0xFFFFFFFF;
        odd.swapUsedPages = 5;
        odd.answerHitsTotal = 6;
        odd.savedMicrosecondsTotal = std::numeric_limits<quint64>::max();
        QVERIFY(file.append(lastBoot, {odd}));
        QVERIFY(file.append(thisBoot, run(0, 1'795'000'100'000, 50)));
        const auto contents = file.read();
        QVERIFY(contents && contents->readable);
        QCOMPARE(contents->damagedBytes, 0u);
        QCOMPARE(contents->blocks.size(), 2u);
        QVERIFY(contents->blocks[0].boot == lastBoot);
        QCOMPARE(bytesOf(contents->blocks[0].buckets.front()), bytesOf(odd));
        QVERIFY(toRecord(contents->blocks[0].buckets.front(), 1000).composition ==
                toRecord(odd, 1000).composition);
        QCOMPARE(toRecord(contents->blocks[0].buckets.front(), 1000).savedMicrosecondsTotal,
                 std::numeric_limits<quint64>::max());
        QCOMPARE(contents->blocks[1].buckets.size(), 50u);
        struct stat status = {};
        QCOMPARE(::stat(folder.filePath(QStringLiteral("1s")).toUtf8().constData(), &status), 0);
        QCOMPARE(status.st_mode & 0777, mode_t(0600));
    }

    void aMissingFileIsAnEmptyHistory()
    {
        const QTemporaryDir folder;
        const auto contents = HistoryFile(folder.path().toStdString(), 0).read();
        QVERIFY(contents && contents->readable && contents->blocks.empty());
    }

    void damageLosesItsBlockAndNeverYieldsAWrongBucket()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        std::mt19937 random(seed);
        std::string whole = historyHeader(1000);
        std::set<std::string> written;
        for (int block = 0; block < 20; ++block) {
            const Buckets buckets = run(block * 100'000, block * 100'000, 1 + block % 7);
            for (const Bucket &bucket : buckets)
                written.insert(bytesOf(bucket));
            whole += historyBlock(1000, thisBoot, buckets);
        }
        for (int round = 0; round < 3000; ++round) {
            std::string damaged = whole;
            const int kind = round % 3;
            if (kind == 0)
                damaged.resize(random() % damaged.size());
            else
                for (int flips = kind == 1 ? 1 : 20; flips > 0; --flips)
                    damaged[random() % damaged.size()] ^= char(1 << random() % 8);
            const auto contents = readHistory(damaged, 1000);
            if (kind == 1 && contents.readable)
                QVERIFY(contents.blocks.size() >= 19);
            for (const auto &block : contents.blocks)
                for (const Bucket &bucket : block.buckets)
                    QVERIFY(written.contains(bytesOf(bucket)));
        }
        for (int round = 0; round < 300; ++round) {
            std::string noise = historyHeader(1000);
            for (int i = 0; i < 2000; ++i)
                noise.push_back(char(random()));
            QVERIFY(readHistory(noise, 1000).blocks.empty());
        }
    }

    void theSameBootKeepsItsTimes()
    {
        HistoryContents contents{.blocks = {{thisBoot, run(5000, 1'000'005'000, 10)}}};
        // The wall clock was set by an hour in between; within one boot the monotonic clock applies.
        const auto past = onThisClock(contents, thisBoot, clocks(60'000, 1'000'060'000 + 3'600'000), 1h);
        QCOMPARE(past.size(), 10u);
        QCOMPARE(past.front().firstMs, qint64(5000));
    }

    void anEarlierBootIsPlacedByTheWallClock()
    {
        HistoryContents contents{.blocks = {{firstBoot, run(900'000, 500'000, 10)},
                                            {lastBoot, run(70'000, 600'000, 5)},
                                            {lastBoot, run(75'000, 605'000, 5)}}};
        const auto past = onThisClock(contents, thisBoot, clocks(20'000, 700'000), 1h);
        QCOMPARE(past.size(), 20u);
        QVERIFY(isAscending(past));
        QCOMPARE(past.front().firstMs, qint64(500'000 - 700'000 + 20'000));
        QCOMPARE(past[10].firstMs, qint64(600'000 - 700'000 + 20'000));
        QCOMPARE(past.back().firstMs, qint64(609'000 - 700'000 + 20'000));
        QCOMPARE(past.back().wallMs, qint64(609'000));
    }

    void aWallClockSetBackDoesNotMixBoots()
    {
        // According to its wall clock the earlier boot is an hour in the future.
        HistoryContents contents{
            .blocks = {{firstBoot, run(0, 3'600'000, 10)}, {lastBoot, run(0, 3'700'000, 10)}}};
        const auto past = onThisClock(contents, thisBoot, clocks(20'000, 100'000), 1h);
        QCOMPARE(past.size(), 20u);
        QVERIFY(isAscending(past));
        QVERIFY(past.back().lastMs < 20'000);
        QCOMPARE(past.front().wallMs, qint64(3'600'000));
    }

    void bucketsOlderThanTheirTierAreLeftOut()
    {
        HistoryContents contents{.blocks = {{thisBoot, run(0, 0, 100)}}};
        const auto past = onThisClock(contents, thisBoot, clocks(100'000, 100'000), 10s);
        QCOMPARE(past.size(), 10u);
    }

    void aFileOfAnotherVersionIsSetAside()
    {
        const QTemporaryDir folder;
        QFile other(folder.filePath(QStringLiteral("1s")));
        QVERIFY(other.open(QIODevice::WriteOnly));
        std::string header = historyHeader(1000);
        header[8] = 9;
        other.write(header.data(), qint64(header.size()));
        other.close();
        HistoryFile file(folder.path().toStdString(), 0);
        QVERIFY(!file.read()->readable);
        QVERIFY(file.append(thisBoot, run(0, 0, 3)));
        QCOMPARE(file.read()->blocks.size(), 1u);
        QVERIFY(QFile::exists(folder.filePath(QStringLiteral("1s.set-aside"))));
    }

    // The fixture was written by release 0.5: two blocks of two boots, with two buckets and one.
    void aFileOfTheFirstVersionIsReadAndConvertedBeforeTheFirstWrite()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("1s"));
        QVERIFY(QFile::copy(QStringLiteral(FIXTURES "/history-1/1s"), path));
        HistoryFile file(folder.path().toStdString(), 0);
        const auto old = file.read();
        QVERIFY(old && old->readable);
        QCOMPARE(old->damagedBytes, std::size_t(0));
        QCOMPARE(old->blocks.size(), std::size_t(2));
        QVERIFY(file.append(thisBoot, run(60'000, 60'000, 3)));
        QVERIFY(!QFile::exists(path + QStringLiteral(".set-aside")));
        const auto now = HistoryFile(folder.path().toStdString(), 0).read();
        QVERIFY(now && now->readable);
        QVERIFY(now->version != old->version);
        QCOMPARE(now->damagedBytes, std::size_t(0));
        QCOMPARE(now->blocks.size(), std::size_t(3));
        for (const HistoryContents *contents : {&*old, &*now}) {
            QVERIFY(contents->blocks[0].boot == lastBoot);
            QCOMPARE(contents->blocks[0].buckets.size(), std::size_t(2));
            QVERIFY(contents->blocks[1].boot == thisBoot);
            const SampleRecord record = toRecord(contents->blocks[1].buckets.front(), 1000);
            QCOMPARE(record.monotonicMs, qint64(3000));
            QCOMPARE(record.systemUsedPercent, 75.0);
            QCOMPARE(record.processRssBytes, quint64(12800) * 4096);
            QCOMPARE(record.cacheLimitEntries, quint64(500));
            QCOMPARE(record.applied, Level::Elevated);
            QVERIFY(!record.composition);
        }
    }

    void aDamagedFileOfTheFirstVersionLosesItsBlockOnly()
    {
        QFile fixture(QStringLiteral(FIXTURES "/history-1/1s"));
        QVERIFY(fixture.open(QIODevice::ReadOnly));
        std::string bytes = fixture.readAll().toStdString();
        bytes[60] = char(bytes[60] ^ 1);
        const HistoryContents contents = readHistory(bytes, 1000);
        QVERIFY(contents.readable && contents.damagedBytes > 0);
        QCOMPARE(contents.blocks.size(), std::size_t(1));
        QVERIFY(contents.blocks[0].boot == thisBoot);
    }

    void aLongFileIsReplaced()
    {
        const QTemporaryDir folder;
        HistoryFile file(folder.path().toStdString(), 2);
        const Buckets all = run(0, 0, 10'080);
        while (!file.isLong())
            QVERIFY(file.append(thisBoot, all));
        QVERIFY(file.replace(thisBoot, all));
        QVERIFY(QFile(folder.filePath(QStringLiteral("60s"))).size() < 1'450'000);
        QVERIFY(file.append(thisBoot, run(20'000'000, 20'000'000, 1)));
        QVERIFY(!file.isLong());
        QCOMPARE(file.read()->blocks.size(), 2u);
    }

    void aWeekLoadsWithinASecond()
    {
        const QTemporaryDir folder;
        const std::string path = folder.path().toStdString();
        const auto now = clocks(8LL * 86'400'000, 1'795'000'000'000);
        for (std::size_t tier = 0; tier < historyTiers.size(); ++tier) {
            HistoryFile file(path, tier);
            const qint64 width = historyTiers[tier].bucket.count();
            // As in operation: ten buckets per block, twice the tier's capacity.
            const qint64 count = 2 * (historyTiers[tier].span / historyTiers[tier].bucket);
            const qint64 first = 8LL * 86'400'000 - count * width;
            for (qint64 i = 0; i < count; i += 10) {
                Buckets buckets;
                for (qint64 j = i; j < i + 10; ++j)
                    buckets.push_back(bucketAt(first + j * width, 1'790'000'000'000 + j * width));
                QVERIFY(file.append(thisBoot, buckets));
            }
        }
        QElapsedTimer elapsed;
        elapsed.start();
        BucketTiers past;
        for (std::size_t tier = 0; tier < historyTiers.size(); ++tier)
            past[tier] = onThisClock(*HistoryFile(path, tier).read(), thisBoot, now, historyTiers[tier].span);
        History history;
        history.loadSaved(past);
        const auto took = elapsed.nsecsElapsed() / 1000;
        QCOMPARE(past[2].size(), 10'080u);
        const auto all = history.in({});
        qInfo("loading seven days: %lld us; %lld records", (long long)took, (long long)all.size());
        QVERIFY(all.back().monotonicMs - all.front().monotonicMs > 6LL * 86'400'000);
        QVERIFY(took < 1'000'000); // the aim is 50 ms; this allows for a slow, loaded machine
    }
};

MANOMETER_TEST(Core, TestRecordingHistory)
#include "tst_recording_history.moc"
