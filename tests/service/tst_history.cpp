// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/recording/History.h"
#include "support/TestMain.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>
#include <thread>

using namespace manometer::service;
using namespace manometer::views;
using namespace std::chrono_literals;

using Discontinuity = SampleRecord::Discontinuity;

namespace {

constexpr qint64 hourMs = 3'600'000;

SampleRecord at(qint64 ms, double percent)
{
    SampleRecord record;
    record.monotonicMs = ms;
    record.wallMs = 1'000'000 + ms;
    record.systemUsedPercent = percent;
    record.systemTotalBytes = quint64(8) << 30;
    record.processRssBytes = 50 << 20;
    return record;
}

SampleRecord gapAt(qint64 ms)
{
    SampleRecord record = at(ms, absent);
    record.gap = true;
    return record;
}

bool isAscendingWithoutOverlap(const SampleRecords &records)
{
    for (qsizetype i = 1; i < records.size(); ++i) {
        const SampleRecord &before = records[i - 1];
        const qint64 width = std::max(1, before.bucketMs);
        // Buckets end at multiples of their width.
        if (records[i].monotonicMs < (before.monotonicMs / width + 1) * width)
            return false;
    }
    return true;
}

SampleRecords ofWidth(const SampleRecords &records, qint32 bucketMs)
{
    SampleRecords found;
    std::copy_if(records.begin(), records.end(), std::back_inserter(found),
                 [bucketMs](const SampleRecord &record) { return record.bucketMs == bucketMs; });
    return found;
}

} // namespace

class TestHistory : public QObject
{
    Q_OBJECT
private slots:
    void theLastMinutesAreKeptSampleBySample()
    {
        History history;
        for (int i = 0; i < 3000; ++i)
            QVERIFY(history.append(at(i * 40, 50 + i % 7)));
        const auto all = history.in({});
        QCOMPARE(all.size(), 3000);
        for (int i = 0; i < 3000; ++i) {
            QCOMPARE(all[i].bucketMs, 0);
            QCOMPARE(all[i].systemUsedPercent, double(50 + i % 7));
            QCOMPARE(all[i].systemUsedMinPercent, all[i].systemUsedPercent);
            QCOMPARE(all[i].systemUsedMaxPercent, all[i].systemUsedPercent);
        }
    }

    void aWeekIsKeptInBoundedTiers()
    {
        History history;
        // Eight days at one sample a second: only seven days are kept.
        for (qint64 s = 0; s < 8 * 86'400; ++s)
            history.append(at(s * 1000, 50));
        const auto all = history.in({});
        QVERIFY(isAscendingWithoutOverlap(all));
        const qint64 end = all.back().monotonicMs;
        QVERIFY(end - all.front().monotonicMs <= 7 * 24 * hourMs + 60'000);
        QVERIFY(end - all.front().monotonicMs >= 7 * 24 * hourMs - 60'000);
        // Each bucket width covers its span, without a gap between the tiers.
        for (const auto &[width, span] : {std::pair{0, 5 * 60'000LL},
                                          {1000, 2 * hourMs},
                                          {10'000, 24 * hourMs},
                                          {60'000, 7 * 24 * hourMs}}) {
            const auto some = ofWidth(all, width);
            QVERIFY(!some.isEmpty());
            QVERIFY2(std::abs(end - some.front().monotonicMs - span) <= 60'000,
                     qPrintable(QString::number(width)));
        }
        for (qsizetype i = 1; i < all.size(); ++i)
            QVERIFY(all[i].monotonicMs - all[i - 1].monotonicMs <= std::max(1000, all[i - 1].bucketMs));
        qInfo("%zu records, %zu bytes of buckets and singles", history.size(),
              (history.size() - 301) * sizeof(Bucket) + 301 * sizeof(SampleRecord));
    }

    void aPeakSurvivesItsBucketAndSoDoesTheHighestLevel()
    {
        History history;
        for (int i = 0; i < 25; ++i) {
            SampleRecord record = at(i * 40, 50);
            if (i == 7) {
                record = at(i * 40, 97);
                record.applied = Level::Critical;
                record.processRssBytes = 90 << 20;
            }
            record.cacheHitsTotal = quint64(i);
            history.append(record);
        }
        for (qint64 s = 1; s < 400; ++s)
            history.append(at(s * 1000, 50));
        const SampleRecord bucket = history.in({}).front();
        QCOMPARE(bucket.bucketMs, 1000);
        QCOMPARE(bucket.systemUsedMinPercent, 50.0);
        QCOMPARE(bucket.systemUsedMaxPercent, 97.0);
        QCOMPARE(float(bucket.systemUsedPercent), float((24 * 50 + 97) / 25.0));
        QCOMPARE(bucket.applied, Level::Critical);
        QCOMPARE(bucket.processRssBytes, quint64(90 << 20));
        QCOMPARE(bucket.cacheHitsTotal, quint64(24));
        QCOMPARE(bucket.systemTotalBytes, quint64(8) << 30);
    }

    void gapsStayGapsAndAMixedBucketIsGood()
    {
        History history;
        history.append(at(0, 50));
        for (qint64 s = 1; s < 5; ++s)
            history.append(gapAt(s * 1000));
        history.append(gapAt(5000));
        history.append(at(5500, 60));
        for (qint64 s = 6; s < 400; ++s)
            history.append(at(s * 1000, 50));
        const auto seconds = ofWidth(history.in({}), 1000);
        for (int s = 0; s < 7; ++s)
            QCOMPARE(seconds[s].gap, s >= 1 && s <= 4);
        QVERIFY(std::isnan(seconds[1].systemUsedPercent));
        QCOMPARE(seconds[5].systemUsedPercent, 60.0);
    }

    void noBucketSpansADiscontinuity()
    {
        for (const auto kind : {Discontinuity::Suspend, Discontinuity::ClockSet, Discontinuity::Start}) {
            History history;
            history.append(at(0, 50));
            SampleRecord after = at(400, 60);
            after.discontinuity = kind;
            history.append(after);
            for (qint64 s = 1; s < 400; ++s)
                history.append(at(s * 1000, 50));
            const auto all = history.in({});
            QCOMPARE(all[0].systemUsedPercent, 50.0);
            QCOMPARE(all[0].discontinuity, Discontinuity::None);
            QCOMPARE(all[1].systemUsedPercent, 60.0);
            QCOMPARE(all[1].discontinuity, kind);
        }
    }

    void savedBucketsPrecedeAndNeverOverlap()
    {
        History history;
        history.append(at(10'000, 50));
        BucketTiers past;
        for (qint64 s = -100; s < 20; ++s)
            past[0].push_back(
                {.firstMs = s * 1000, .lastMs = s * 1000 + 500, .wallMs = s * 1000, .goodSamples = 1});
        history.loadSaved(past);
        const auto all = history.in({});
        QCOMPARE(all.size(), 111);
        QVERIFY(isAscendingWithoutOverlap(all));
        QCOMPARE(all.front().monotonicMs, qint64(-100'000));
        QCOMPARE(all.back().bucketMs, 0);
        // Saved buckets are on disk already.
        QVERIFY(history.unsaved(0, History::Take::Closed).buckets.empty());
    }

    void unsavedBucketsAreOfferedAgain()
    {
        History history;
        for (qint64 s = 0; s < 10; ++s)
            history.append(at(s * 1000, 50));
        const auto first = history.unsaved(0, History::Take::Closed);
        QCOMPARE(first.buckets.size(), 9u);
        QCOMPARE(history.unsaved(0, History::Take::Closed).buckets.size(), 9u);
        history.markSaved(0, first.upTo);
        history.append(at(10'000, 50));
        const auto second = history.unsaved(0, History::Take::Closed);
        QCOMPARE(second.buckets.size(), 1u);
        QCOMPARE(second.buckets.front().firstMs, qint64(9000));
        history.markSaved(0, second.upTo);
        QCOMPARE(history.unsaved(0, History::Take::Partial).buckets.size(), 1u);
    }

    void waitUntilLoadedEndsOnLoadOrTimeout()
    {
        History history;
        history.beginLoading();
        QElapsedTimer elapsed;
        elapsed.start();
        history.waitUntilLoaded(50ms);
        QVERIFY(elapsed.elapsed() >= 45);
        std::thread reader([&history] { history.finishLoading(); });
        history.waitUntilLoaded(1min);
        reader.join();
        QVERIFY(elapsed.elapsed() < 30'000);
    }

    void olderSamplesAreRefused()
    {
        History history;
        QVERIFY(history.append(at(10, 1)));
        QVERIFY(history.append(at(10, 2)));
        QVERIFY(!history.append(at(9, 3)));
        QCOMPARE(history.in({}).size(), 2);
    }

    void aRangeIncludesBothEnds()
    {
        History history;
        for (int i = 0; i < 10; ++i)
            history.append(at(i, i));
        const auto some = history.in({.fromWallMs = 1'000'003, .toWallMs = 1'000'005});
        QCOMPARE(some.size(), 3);
        QCOMPARE(some.first().systemUsedPercent, 3.0);
    }

    void concurrentReadsSeeAscendingRecords()
    {
        History history;
        std::thread writer([&history] {
            for (int i = 0; i < 50'000; ++i)
                history.append(at(i, 50));
        });
        for (int i = 0; i < 200; ++i) {
            const auto records = history.in({});
            QVERIFY(std::is_sorted(records.begin(), records.end(),
                                   [](auto &a, auto &b) { return a.monotonicMs < b.monotonicMs; }));
        }
        writer.join();
        QCOMPARE(history.in({}).back().monotonicMs, qint64(49'999));
        QVERIFY(history.size() < 30'000u);
    }
};

MANOMETER_TEST(Core, TestHistory)
#include "tst_history.moc"
