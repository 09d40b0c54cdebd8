// SPDX-License-Identifier: GPL-3.0-or-later
//
// The curve is exact where it samples all keys, and close where it does not; its error says how close.
#include "cache/GeneratedTrace.h"
#include "cache/Trace.h"
#include "insight/MissRatioCurve.h"
#include "insight/curve/LruDistances.h"
#include "insight/curve/MiniatureCache.h"
#include "support/TestMain.h"

#include <QTest>

#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <set>
#include <xxhash.h>

using namespace manometer;
using namespace manometer::insight;
using namespace Qt::StringLiterals;

namespace {

constexpr std::uint64_t noByteLimit = std::uint64_t{1} << 50;
using Keys = std::vector<std::uint64_t>;

cache::Limits entriesOnly(std::uint64_t entries)
{
    return {.entries = entries, .bytes = noByteLimit};
}

std::uint64_t hashOf(std::uint64_t key, std::uint64_t seed)
{
    return XXH3_64bits_withSeed(&key, sizeof key, seed);
}

MissRatioCurve curveOf(const Keys &keys, const MissRatioCurve::Setup &setup, std::uint64_t seed = 1)
{
    MissRatioCurve curve(setup);
    for (const std::uint64_t key : keys)
        curve.request(hashOf(key, seed), 1);
    return curve;
}

double exactLru(const Keys &keys, std::uint64_t entries)
{
    LruDistances distances(std::set<std::uint64_t>(keys.begin(), keys.end()).size());
    double misses = 0;
    for (const std::uint64_t key : keys) {
        const auto distance = distances.use(key);
        misses += distance && *distance < entries ? 0 : 1;
    }
    return misses / static_cast<double>(keys.size());
}

// Limits over time: those of a share of the trace each.
double exactPolicy(const Keys &keys, const std::vector<cache::Limits> &limits)
{
    MiniatureCache whole(limits.front());
    double misses = 0;
    for (std::size_t at = 0; at < keys.size(); ++at) {
        whole.setLimits(limits[at * limits.size() / keys.size()]);
        if (whole.find(keys[at]))
            continue;
        ++misses;
        whole.put(keys[at], 1);
    }
    return misses / static_cast<double>(keys.size());
}

// As ../shared/traces/resize.csv moves it: forty limits over eight shares of the full one.
std::vector<cache::Limits> sawtooth(std::uint64_t full)
{
    std::vector<cache::Limits> limits;
    for (int round = 0; round < 5; ++round)
        for (const double share : {1.0, 0.25, 0.6, 0.1, 0.8, 0.4, 1.0, 0.15})
            limits.push_back(entriesOnly(static_cast<std::uint64_t>(static_cast<double>(full) * share)));
    return limits;
}

double predictedPolicy(const Keys &keys, const std::vector<cache::Limits> &limits, std::uint64_t seed,
                       std::size_t sampledKeys = MissRatioCurve::Setup{}.sampledKeys)
{
    MissRatioCurve curve({.sampledKeys = sampledKeys, .limits = {limits.front()}});
    for (std::size_t at = 0; at < keys.size(); ++at) {
        curve.setLimits(0, limits[at * limits.size() / keys.size()]);
        curve.request(hashOf(keys[at], seed), 1);
    }
    return curve.simulated(0).missRatio;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

// Requests by a Zipf distribution over more keys than are sampled.
Keys skewed(std::size_t requests, std::uint64_t distinct)
{
    std::mt19937_64 random(7);
    Keys keys;
    for (std::size_t i = 0; i < requests; ++i) {
        const double part = double(random() >> 11) * 0x1p-53;
        keys.push_back(static_cast<std::uint64_t>(std::pow(double(distinct), part)) - 1);
    }
    return keys;
}

} // namespace

class TestMissRatioCurve : public QObject
{
    Q_OBJECT

    const Keys m_generated = test::generatedTrace();

private slots:
    void allKeysSampledGiveTheExactRatiosWithoutError()
    {
        const Keys keys = skewed(50'000, 5000);
        const MissRatioCurve curve = curveOf(keys, {.limits = {entriesOnly(100), entriesOnly(1000)}});
        QCOMPARE(curve.rate(), 1.0);
        QCOMPARE(curve.sampledRequests(), std::uint64_t(50'000));
        for (const std::uint64_t entries : {1, 2, 10, 64, 700, 3000})
            QVERIFY(std::abs(curve.lru(entries).missRatio - exactLru(keys, entries)) < 0.01);
        for (const std::size_t index : {0, 1}) {
            QCOMPARE(curve.simulated(index).missRatio,
                     exactPolicy(keys, {entriesOnly(index == 0 ? 100 : 1000)}));
            QCOMPARE(curve.simulated(index).error, 0.0);
        }
    }

    void aSampleOfFixedSizeIsClose_data()
    {
        QTest::addColumn<Keys>("keys");
        QTest::newRow("requests, scans and loops") << m_generated;
        QTest::newRow("skewed, 200 000 keys") << skewed(300'000, 200'000);
    }
    void aSampleOfFixedSizeIsClose()
    {
        QFETCH(Keys, keys);
        const auto distinct = double(std::set<std::uint64_t>(keys.begin(), keys.end()).size());
        MissRatioCurve::Setup setup{.sampledKeys = 4096};
        for (const double share : {0.1, 0.25, 0.5})
            setup.limits.push_back(entriesOnly(std::uint64_t(distinct * share)));
        std::vector<double> lru;
        std::vector<double> own;
        for (std::uint64_t seed = 1; seed <= 5; ++seed) {
            const MissRatioCurve curve = curveOf(keys, setup, seed);
            QVERIFY(curve.rate() < 1);
            double lruSum = 0;
            for (const double share : {0.02, 0.05, 0.1, 0.3, 0.6}) {
                const auto entries = std::uint64_t(distinct * share);
                lruSum += std::abs(curve.lru(entries).missRatio - exactLru(keys, entries));
            }
            lru.push_back(lruSum / 5);
            double ownWorst = 0;
            for (std::size_t index = 0; index < setup.limits.size(); ++index)
                ownWorst = std::max(ownWorst, std::abs(curve.simulated(index).missRatio -
                                                       exactPolicy(keys, {setup.limits[index]})));
            own.push_back(ownWorst);
        }
        QVERIFY2(median(lru) <= 0.015, qPrintable(QString::number(median(lru))));
        QVERIFY2(median(own) <= 0.015, qPrintable(QString::number(median(own))));
    }

    // The shown error is one standard error: over many seeds it is the root mean square of the real one, and
    // twice as much covers the real one nearly always. It grows where few keys decide.
    void theShownErrorIsTheRealOne()
    {
        const Keys keys = skewed(150'000, 100'000);
        constexpr int seeds = 20;
        const std::array<std::uint64_t, 3> limits{200, 2000, 10'000};
        std::array<double, 3> exact{};
        std::array<double, 3> shown{};
        std::array<double, 3> squares{};
        std::array<int, 3> within{};
        for (std::size_t index = 0; index < limits.size(); ++index)
            exact[index] = exactLru(keys, limits[index]);
        for (int seed = 1; seed <= seeds; ++seed) {
            const MissRatioCurve curve = curveOf(keys, {.sampledKeys = 2048}, std::uint64_t(seed));
            for (std::size_t index = 0; index < limits.size(); ++index) {
                const Estimate estimate = curve.lru(limits[index]);
                const double off = estimate.missRatio - exact[index];
                shown[index] += estimate.error / seeds;
                squares[index] += off * off / seeds;
                within[index] += std::abs(off) <= 2 * estimate.error;
            }
        }
        for (std::size_t index = 0; index < limits.size(); ++index) {
            const double ratio = shown[index] / std::sqrt(squares[index]);
            QVERIFY2(ratio > 0.7 && ratio < 1.4, qPrintable(u"%1: %2"_s.arg(limits[index]).arg(ratio)));
            QVERIFY2(within[index] >= seeds * 8 / 10,
                     qPrintable(u"%1: %2"_s.arg(limits[index]).arg(within[index])));
        }
        QVERIFY(std::is_sorted(shown.rbegin(), shown.rend()));
    }

    void aMovingLimitIsPredicted()
    {
        const std::vector<cache::Limits> limits = sawtooth(3000);
        const double exact = exactPolicy(m_generated, limits);
        std::vector<double> off;
        for (std::uint64_t seed = 1; seed <= 5; ++seed)
            off.push_back(std::abs(predictedPolicy(m_generated, limits, seed) - exact));
        QVERIFY2(median(off) <= 0.02, qPrintable(QString::number(median(off))));
    }

    void aMovingLimitIsPredictedOnRecordedTraces_data()
    {
        QTest::addColumn<QString>("trace");
        for (const char *trace : {"arc_oltp", "cache2k_orm_busy", "cache2k_web12", "adaptsize_request",
                                  "lirs_multi3", "lirs_sprite"})
            QTest::newRow(trace) << trace;
    }
    void aMovingLimitIsPredictedOnRecordedTraces()
    {
        QFETCH(QString, trace);
        const QString folder = QStringLiteral(TRACES);
        QFile file(folder + "/resize.csv");
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("the recorded traces are not on this machine");
        std::uint64_t full = 0;
        double exact = 0;
        for (const QByteArray &line : file.readAll().split('\n'))
            if (const auto fields = line.split(',');
                fields.size() > 4 && fields[0] == trace.toUtf8() && fields[1] == "S3-FIFO") {
                full = fields[2].toULongLong();
                exact = fields[4].toDouble();
            }
        QVERIFY(full > 0);
        const Keys keys = test::readTrace(folder + "/" + trace + ".txt.zst");
        QVERIFY(!keys.empty());
        std::vector<double> off;
        for (std::uint64_t seed = 1; seed <= 5; ++seed)
            off.push_back(std::abs(predictedPolicy(keys, sawtooth(full), seed, 8192) - exact));
        qInfo("%s: off by %.4f", qPrintable(trace), median(off));
        QVERIFY2(median(off) <= 0.02, qPrintable(QString::number(median(off))));
    }

    void anEntryCountsAsHeldOnceItIsPut()
    {
        MissRatioCurve curve({.limits = {entriesOnly(10)}});
        curve.request(5, 0); // not found, and never put
        curve.request(5, 0);
        QCOMPARE(curve.simulated(0).missRatio, 1.0);
        curve.put(5, 100);
        curve.request(5, 100);
        curve.request(5, 100);
        QCOMPARE(curve.simulated(0).missRatio, 0.5);
        curve.erase(5);
        curve.request(5, 0);
        QCOMPARE(curve.simulated(0).missRatio, 0.6);
    }

    // A hit of the real cache that the smaller one would have missed is read and kept there, too.
    void aLimitOfBytesIsALimit()
    {
        MissRatioCurve curve({.limits = {{.entries = 100, .bytes = 1000}}});
        for (int round = 0; round < 4; ++round)
            for (std::uint64_t key = 0; key < 4; ++key)
                curve.request(key << 40, 400); // room for two of them
        QVERIFY(curve.simulated(0).missRatio > 0.5);
        curve.request(9, 5000); // never fits
        curve.request(9, 5000);
    }

    void requestsOfKeysThatAreNotSampledAreOfTheWhole()
    {
        MissRatioCurve curve({.limits = {entriesOnly(10)}});
        QCOMPARE(curve.lru(10).missRatio, 0.0); // of nothing
        curve.request(1, 1);
        curve.countUnsampled(3);
        QCOMPARE(curve.requests(), std::uint64_t(4));
        QCOMPARE(curve.simulated(0).missRatio, 0.25);
    }

    void theSampleHasItsSizeAndItsBound()
    {
        MissRatioCurve curve({.sampledKeys = 1000, .limits = {entriesOnly(500), entriesOnly(5000)}});
        for (std::uint64_t key = 0; key < 100'000; ++key)
            curve.request(hashOf(key, 3), 1);
        QVERIFY(std::abs(curve.rate() - 0.01) < 0.002);
        QVERIFY(!curve.wants(std::numeric_limits<std::uint64_t>::max()));
        QVERIFY(curve.wants(0));
    }

    void countsCanBeForgottenWithoutTheCaches()
    {
        MissRatioCurve curve({.limits = {entriesOnly(10)}});
        for (std::uint64_t key = 0; key < 8; ++key)
            curve.request(key << 40, 1);
        QCOMPARE(curve.simulated(0).missRatio, 1.0);
        curve.forgetCounts();
        QCOMPARE(curve.requests(), std::uint64_t(0));
        for (std::uint64_t key = 0; key < 8; ++key)
            curve.request(key << 40, 1);
        QCOMPARE(curve.simulated(0).missRatio, 0.0); // warm
        QCOMPARE(curve.lru(10).missRatio, 0.0);
        QCOMPARE(curve.lru(1).missRatio, 1.0);
    }

    void aLowerRateKeepsTheRatios()
    {
        const Keys keys = skewed(200'000, 20'000);
        MissRatioCurve curve({.sampledKeys = 1 << 20, .limits = {entriesOnly(2000)}});
        for (std::size_t at = 0; at < keys.size(); ++at) {
            if (at == keys.size() / 4)
                curve.lowerRate(0.25);
            curve.request(hashOf(keys[at], 4), 1);
        }
        QVERIFY(std::abs(curve.rate() - 0.25) < 0.01);
        curve.lowerRate(0.5); // it never rises
        QVERIFY(curve.rate() < 0.26);
        QVERIFY(std::abs(curve.lru(2000).missRatio - exactLru(keys, 2000)) < 0.02);
        QVERIFY(std::abs(curve.simulated(0).missRatio - exactPolicy(keys, {entriesOnly(2000)})) < 0.02);
    }

    void fiveLimitsAndTheSampleOfALiveCacheTakeLessThanTwoMegabytes()
    {
        MissRatioCurve::Setup setup{.sampledKeys = MissRatioCurve::liveKeys};
        for (const std::uint64_t entries : {10'000, 30'000, 60'000, 100'000, 200'000})
            setup.limits.push_back(entriesOnly(entries));
        const MissRatioCurve curve = curveOf(skewed(400'000, 250'000), setup);
        QVERIFY2(curve.bytes() < 2'000'000, qPrintable(QString::number(curve.bytes())));
    }

    void recordedTracesAreClose_data()
    {
        QTest::addColumn<QString>("trace");
        for (const char *trace : {"arc_oltp", "cache2k_orm_busy", "cache2k_web12", "adaptsize_request"})
            QTest::newRow(trace) << trace;
    }
    void recordedTracesAreClose()
    {
        QFETCH(QString, trace);
        const QString folder = QStringLiteral(TRACES);
        QFile oracle(folder + "/oracle.csv");
        if (!oracle.open(QIODevice::ReadOnly))
            QSKIP("the recorded traces are not on this machine");
        const Keys keys = test::readTrace(folder + "/" + trace + ".txt.zst");
        QVERIFY(!keys.empty());
        const auto distinct = double(std::set<std::uint64_t>(keys.begin(), keys.end()).size());
        MissRatioCurve::Setup setup;
        std::vector<double> expected;
        for (const QByteArray &line : oracle.readAll().split('\n')) {
            const QList<QByteArray> fields = line.trimmed().split(',');
            if (fields.size() < 5 || fields[0] != trace.toUtf8() || fields[1] != "S3-FIFO" ||
                fields[2].toDouble() < 0.0999 * distinct)
                continue;
            setup.limits.push_back(entriesOnly(fields[2].toULongLong()));
            expected.push_back(fields[4].toDouble());
        }
        std::map<std::uint64_t, double> exact;
        QFile curveFile(folder + "/mrc_" + trace + ".csv");
        if (curveFile.open(QIODevice::ReadOnly))
            for (const QByteArray &line : curveFile.readAll().split('\n')) {
                const QList<QByteArray> fields = line.split(',');
                if (fields.size() > 1 && fields[0].toDouble() >= 0.02 * distinct)
                    exact[fields[0].toULongLong()] = fields[1].toDouble();
            }
        std::vector<double> lru;
        std::vector<double> own;
        for (std::uint64_t seed = 1; seed <= 5; ++seed) {
            const MissRatioCurve curve = curveOf(keys, setup, seed);
            double sum = 0;
            for (const auto &[entries, ratio] : exact)
                sum += std::abs(curve.lru(entries).missRatio - ratio);
            lru.push_back(exact.empty() ? 0 : sum / double(exact.size()));
            double worst = 0;
            for (std::size_t index = 0; index < expected.size(); ++index)
                worst = std::max(worst, std::abs(curve.simulated(index).missRatio - expected[index]));
            own.push_back(worst);
        }
        QVERIFY(expected.size() >= 2);
        QVERIFY2(median(lru) <= 0.015, qPrintable(QString::number(median(lru))));
        QVERIFY2(median(own) <= 0.015, qPrintable(QString::number(median(own))));
    }
};

MANOMETER_TEST(Core, TestMissRatioCurve)
#include "tst_miss_ratio_curve.moc"
