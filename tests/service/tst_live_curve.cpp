// SPDX-License-Identifier: GPL-3.0-or-later
//
// The estimate of other limits beside a real cache: it agrees with what the cache does, and with what another
// cache at the other limit does; it says why it has no figures.
#include "service/evidence/LiveCurve.h"
#include "support/Files.h"
#include "support/OpenCache.h"
#include "support/TestMain.h"

#include <QDateTime>
#include <QTest>

#include <cmath>
#include <random>

using namespace manometer;
using namespace manometer::service;
using Lack = views::HitEvidence::Lack;
using pressure::Level;
using namespace Qt::StringLiterals;

namespace {

constexpr std::uint64_t bytes = 64u << 20;

cache::Limits entriesOf(std::uint64_t entries)
{
    return {.entries = entries, .bytes = bytes};
}

class Workload
{
public:
    explicit Workload(const cache::Limits &limits)
        : m_limits(limits)
    {
        cache->setLimits(limits, cache::LimitCause::Configuration);
    }

    // Requests by a Zipf distribution over 5000 files; what is missing is read.
    void ask(
        int requests, const std::function<void()> &everyThousand = [] {})
    {
        for (int i = 0; i < requests; ++i) {
            const double part = double(m_random() >> 11) * 0x1p-53;
            const auto file = static_cast<int>(std::pow(5000.0, part));
            const std::string path = "/data/" + std::to_string(file);
            if (!cache->get({.path = path, .depth = "full"}, m_version))
                cache->put({.path = path, .depth = "full"}, m_version, std::string(200, 'x'), {});
            if (i % 1000 == 999)
                everyThousand();
        }
    }
    double memoryHitPercent() const
    {
        const cache::Stats stats = cache->stats();
        return 100.0 * double(stats.memoryHits) / double(stats.requests());
    }

    test::Folder folder;
    std::unique_ptr<cache::Cache> cache = test::openCache(folder);

private:
    cache::Limits m_limits;
    cache::SourceVersion m_version{};
    std::mt19937_64 m_random{5};
};

// The thread looks once an hour: the test does it.
LiveCurveSetup byHand()
{
    return {.busyInterval = std::chrono::hours(1),
            .idleInterval = std::chrono::hours(1),
            .mostSampledPerSecond = 1e9};
}

const views::LevelHits &at(const views::HitEvidence &evidence, Level level)
{
    return evidence.levels[static_cast<qsizetype>(level)];
}

} // namespace

class TestLiveCurve : public QObject
{
    Q_OBJECT
private slots:
    void withoutRequestsNothingIsSampled()
    {
        Workload work(entriesOf(800));
        LiveCurve curve(*work.cache, entriesOf(800), byHand());
        curve.takeNow();
        QVERIFY(!work.cache->tap().wants(0));
        QCOMPARE(curve.evidence().lack, Lack::FewRequests);
        QVERIFY(curve.evidence().levels.isEmpty());
        work.ask(1);
        curve.takeNow();
        QVERIFY(work.cache->tap().wants(0));
    }

    void theEstimateAgreesWithTheCacheAndWithCachesAtTheOtherLimits()
    {
        const cache::Limits configured = entriesOf(800);
        Workload work(configured);
        LiveCurve curve(*work.cache, configured, byHand());
        work.ask(1);
        work.ask(60'000, [&curve] { curve.takeNow(); });
        const views::HitEvidence evidence = curve.evidence();
        QCOMPARE(evidence.lack, Lack::None);
        QVERIFY(evidence.requests > 50'000 && evidence.requests < 60'000); // without those of the warm-up
        QVERIFY2(std::abs(evidence.simulatedPercent - evidence.measuredPercent) < 1.5,
                 qPrintable(u"%1 %2"_s.arg(evidence.simulatedPercent).arg(evidence.measuredPercent)));
        QCOMPARE(evidence.levels.size(), 4);
        for (const Level level : pressure::allLevels) {
            const views::LevelHits &hits = at(evidence, level);
            QCOMPARE(hits.level, level);
            Workload other(hits.limit);
            other.ask(60'000);
            QVERIFY2(std::abs(hits.hitPercent - other.memoryHitPercent()) < 3,
                     qPrintable(
                         u"%1: %2 %3"_s.arg(int(level)).arg(hits.hitPercent).arg(other.memoryHitPercent())));
            QVERIFY(hits.errorPercent >= 0 && hits.errorPercent < 3);
        }
        QCOMPARE(at(evidence, Level::Normal).limit, configured);
        QCOMPARE(at(evidence, Level::High).limit.entries, std::uint64_t(400));
        QVERIFY(at(evidence, Level::Normal).hitPercent > at(evidence, Level::Critical).hitPercent + 5);
    }

    void aLimitThatMovesIsFollowed()
    {
        const cache::Limits configured = entriesOf(800);
        Workload work(configured);
        LiveCurve curve(*work.cache, configured, byHand());
        work.ask(1);
        for (int round = 0; round < 6; ++round) {
            work.cache->setLimits(entriesOf(round % 2 == 0 ? 800 : 100), cache::LimitCause::Pressure);
            curve.takeNow();
            work.ask(10'000, [&curve] { curve.takeNow(); });
        }
        const views::HitEvidence evidence = curve.evidence();
        QCOMPARE(evidence.lack, Lack::None);
        QVERIFY(std::abs(evidence.simulatedPercent - evidence.measuredPercent) < 2);
        QVERIFY(at(evidence, Level::Normal).hitPercent > evidence.measuredPercent + 2);
    }

    void fewRequestsAreNoEvidence()
    {
        Workload work(entriesOf(800));
        LiveCurve curve(*work.cache, entriesOf(800), byHand());
        work.ask(1);
        work.ask(5000, [&curve] { curve.takeNow(); });
        const views::HitEvidence evidence = curve.evidence();
        QCOMPARE(evidence.lack, Lack::FewRequests);
        QVERIFY(evidence.sampledRequests < evidence.neededRequests);
        QVERIFY(evidence.levels.isEmpty());
    }

    // A full cache that takes no new entries is not what is simulated.
    void anEstimateThatContradictsTheMeasuredRatioIsWithheld()
    {
        Workload work(entriesOf(100));
        work.cache->setAdmission(cache::Admission::WhileRoom);
        for (int file = 100'000; file < 100'100; ++file) // never asked for again
            work.cache->put({.path = std::to_string(file), .depth = "full"}, {}, "x", {});
        LiveCurve curve(*work.cache, entriesOf(100), byHand());
        work.ask(1);
        work.ask(30'000, [&curve] { curve.takeNow(); });
        const views::HitEvidence evidence = curve.evidence();
        QCOMPARE(evidence.lack, Lack::Contradicts);
        QVERIFY(evidence.levels.isEmpty());
        QVERIFY(evidence.simulatedPercent > evidence.measuredPercent + 3);
    }

    void anotherConfiguredLimitBeginsAnotherEstimate()
    {
        Workload work(entriesOf(800));
        LiveCurve curve(*work.cache, entriesOf(800), byHand());
        work.ask(1);
        work.ask(20'000, [&curve] { curve.takeNow(); });
        QCOMPARE(curve.evidence().lack, Lack::None);
        curve.setConfigured(entriesOf(800));
        QCOMPARE(curve.evidence().lack, Lack::None);
        QCOMPARE(curve.evidence().warmUpRequestsLeft, 0u);
        const qint64 changedWallMs = QDateTime::currentMSecsSinceEpoch();
        curve.setConfigured(entriesOf(400));
        QCOMPARE(curve.evidence().lack, Lack::FewRequests);
        QVERIFY(curve.evidence().sinceWallMs >= changedWallMs);
        const quint64 left = curve.evidence().warmUpRequestsLeft;
        QVERIFY(left >= 800); // twice the entries at least
        work.ask(300);
        curve.takeNow();
        QCOMPARE(curve.evidence().warmUpRequestsLeft, left - 300);
        work.ask(static_cast<int>(left));
        curve.takeNow();
        QCOMPARE(curve.evidence().warmUpRequestsLeft, 0u);
    }

    void theEstimateOfADayIsKeptUntilTheNextOneHasFigures()
    {
        std::chrono::steady_clock::time_point now{};
        LiveCurveSetup setup = byHand();
        setup.now = [&now] { return now; };
        Workload work(entriesOf(800));
        LiveCurve curve(*work.cache, entriesOf(800), setup);
        const auto ask = [&](int requests) {
            work.ask(requests, [&] {
                now += std::chrono::minutes(1);
                curve.takeNow();
            });
        };
        ask(20'000);
        const views::HitEvidence ofTheDay = curve.evidence();
        QCOMPARE(ofTheDay.lack, Lack::None);
        now += std::chrono::hours(24);
        ask(2000);
        const views::HitEvidence kept = curve.evidence();
        QCOMPARE(kept.lack, Lack::None);
        QCOMPARE(kept.sinceWallMs, ofTheDay.sinceWallMs);
        ask(20'000);
        QCOMPARE(curve.evidence().lack, Lack::None);
        QVERIFY(curve.evidence().requests < kept.requests + 10'000); // of the second day alone
    }

    void manyRequestsLowerTheShareOfTheSample()
    {
        LiveCurveSetup setup = byHand();
        setup.mostSampledPerSecond = 100;
        std::chrono::steady_clock::time_point now{};
        setup.now = [&now] { return now; };
        Workload work(entriesOf(800));
        LiveCurve curve(*work.cache, entriesOf(800), setup);
        work.ask(1);
        curve.takeNow();
        QVERIFY(work.cache->tap().wants(std::uint64_t(1) << 63));
        work.ask(1000);
        now += std::chrono::seconds(1);
        curve.takeNow(); // a tenth is enough
        QVERIFY(!work.cache->tap().wants(std::uint64_t(1) << 63));
        QVERIFY(work.cache->tap().wants(std::uint64_t(1) << 60));
    }

    void theThreadTakesByItself()
    {
        LiveCurveSetup setup = byHand();
        setup.busyInterval = setup.idleInterval = std::chrono::milliseconds(5);
        Workload work(entriesOf(800));
        LiveCurve curve(*work.cache, entriesOf(800), setup);
        work.ask(1);
        QTRY_VERIFY(work.cache->tap().wants(0));
        work.ask(40'000, [] { QTest::qSleep(10); });
        QTRY_COMPARE(curve.evidence().lack, Lack::None);
    }
};

MANOMETER_TEST(Core, TestLiveCurve)
#include "tst_live_curve.moc"
