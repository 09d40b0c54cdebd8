// SPDX-License-Identifier: GPL-3.0-or-later
//
// Segments: evicted memory is returned to the kernel, figures and resident pages agree, a cut keeps the
// entries that fit, and the ranking is S3-FIFO's on generated and recorded traces.
#include "GeneratedTrace.h"
#include "Records.h"
#include "ReferenceS3Fifo.h"
#include "Trace.h"
#include "cache/memory/SegmentRanking.h"
#include "support/TestMain.h"

#include <QTest>

#include <array>
#include <random>
#include <unistd.h>

using namespace manometer::cache;
using memory::DiskCopy;
using memory::MemoryTier;

namespace {

constexpr std::uint64_t noByteLimit = std::uint64_t{1} << 50;

// True for a hit; a miss is put.
bool access(MemoryTier &tier, std::uint64_t key, std::size_t bytes = 16)
{
    const std::string path = std::to_string(key);
    if (hits(tier, path))
        return true;
    tier.put(record(path, bytes), DiskCopy::Expected, now);
    return false;
}

double residentMegabytes()
{
    unsigned long long total = 0;
    unsigned long long resident = 0;
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly) ||
        std::sscanf(file.readAll().constData(), "%llu %llu", &total, &resident) != 2)
        return 0;
    return double(resident) * double(::sysconf(_SC_PAGESIZE)) / (1 << 20);
}

// A move of the limit as a share of the whole, for an equal part of a trace each.
constexpr std::array limitShares{1.0, .25, .6, .1, .8, .4, 1.0, .15};
constexpr std::size_t limitMoves = 40;

// Uniformly from a set one and a half times as large as the tier, a tenth of it much more often.
std::uint64_t someKey(std::mt19937 &random, std::uint64_t entries)
{
    return random() % 2 == 0 ? random() % (entries / 10) : random() % (entries * 3 / 2);
}

} // namespace

class TestMemorySegments : public QObject
{
    Q_OBJECT

private slots:
    void aCutReleasesWhatItEvicts_data();
    void aCutReleasesWhatItEvicts();
    void figuresAgreeWithResidentPages_data();
    void figuresAgreeWithResidentPages();
    void holdsValuesOfEverySize();
    void aDeepCutKeepsTheMostUsed();
    void aDeepCutRemembersWhatItEvictedLast();
    void missesAsThePapersPseudoCodeDoes_data();
    void missesAsThePapersPseudoCodeDoes();
    void missesAsTheReferenceSimulatorDoes_data();
    void missesAsTheReferenceSimulatorDoes();
    void missesNoMoreThanThePapersPseudoCodeWhileLimitsMove_data();
    void missesNoMoreThanThePapersPseudoCodeWhileLimitsMove();
    void missesNoMoreThanTheReferenceWhileLimitsMove_data();
    void missesNoMoreThanTheReferenceWhileLimitsMove();
};

void TestMemorySegments::aCutReleasesWhatItEvicts_data()
{
    QTest::addColumn<unsigned>("percent");
    QTest::addColumn<std::uint64_t>("full");
    QTest::newRow("a quarter") << 25u << std::uint64_t{128 << 20};
    QTest::newRow("half") << 50u << std::uint64_t{128 << 20};
    QTest::newRow("95 percent") << 95u << std::uint64_t{128 << 20};
    QTest::newRow("half of a tier in huge pages") << 50u << std::uint64_t{320 << 20};
}

void TestMemorySegments::aCutReleasesWhatItEvicts()
{
    QFETCH(unsigned, percent);
    QFETCH(std::uint64_t, full);
    const std::uint64_t roughly = full / 2300;
    MemoryTier tier({.entries = 1u << 30, .bytes = full}, std::nullopt);
    std::mt19937 random(percent);
    for (std::uint64_t i = 0; i < 4 * roughly; ++i)
        access(tier, someKey(random, roughly), 1500 + random() % 1000);
    const double before = residentMegabytes();
    const LimitOutcome outcome =
        tier.setLimits({.entries = 1u << 30, .bytes = full / 100 * (100 - percent)}, LimitCause::Pressure);
    [[maybe_unused]] const double returned = before - residentMegabytes();
    [[maybe_unused]] const double evicted = double(outcome.evictedBytes) / (1 << 20);
    QVERIFY(outcome.residentBytes <= outcome.after.bytes);
    QVERIFY(double(outcome.residentBytes) >= 0.97 * double(outcome.after.bytes));
    QCOMPARE(outcome.residentBytes, tier.figures().bytes);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) // whose shadow memory grows too
    QVERIFY2(returned >= 0.93 * evicted,
             qPrintable(QString("%1 of %2 MiB went back").arg(returned).arg(evicted)));
#endif
}

void TestMemorySegments::figuresAgreeWithResidentPages_data()
{
    QTest::addColumn<bool>("isRewritten");
    QTest::addColumn<std::uint64_t>("entries");
    QTest::newRow("read through") << false << std::uint64_t{40'000};
    QTest::newRow("values replaced by values of other sizes") << true << std::uint64_t{40'000};
    // The fewest huge pages that segments are made of.
    QTest::newRow("read through, in huge pages") << false << std::uint64_t{105'000};
    QTest::newRow("values replaced, in huge pages") << true << std::uint64_t{105'000};
}

void TestMemorySegments::figuresAgreeWithResidentPages()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("the sanitizer has memory of its own");
#endif
    QFETCH(bool, isRewritten);
    QFETCH(std::uint64_t, entries);
    const double before = residentMegabytes();
    MemoryTier tier({.entries = entries, .bytes = noByteLimit}, std::nullopt);
    std::mt19937 random(1);
    // A value of another size causes packing: enough of them to pack everything several times.
    const std::uint64_t rounds = isRewritten ? 2 : 5;
    for (std::uint64_t i = 0; i < rounds * entries; ++i) {
        const std::uint64_t key = someKey(random, entries);
        if (isRewritten)
            tier.put(record(std::to_string(key), 1500 + random() % 1000), DiskCopy::Expected, now);
        else
            access(tier, key, 1500 + random() % 1000);
    }
    const double grown = residentMegabytes() - before;
    const double charged = double(tier.figures().bytes) / (1 << 20);
    qInfo("%.1f MiB resident, %.1f charged", grown, charged);
    QVERIFY2(std::abs(grown - charged) < 0.1 * charged,
             qPrintable(QString("%1 MiB resident, %2 charged").arg(grown).arg(charged)));
}

void TestMemorySegments::holdsValuesOfEverySize()
{
    MemoryTier tier({.entries = 1000, .bytes = 64u << 20}, std::nullopt);
    for (const std::size_t bytes : {0u, 1u, 7u, 8u, 4095u, 4096u, 16'000u, 70'000u, 300'000u, 5'000'000u}) {
        const std::string path = "/" + std::to_string(bytes);
        QVERIFY(tier.put(record(path, bytes), DiskCopy::Expected, now));
        QCOMPARE(tier.find(EntryKey(path, "quick"), {}, now).bytes, std::string(bytes, 'x'));
    }
    // Again, shorter by a byte: some are written to the same place.
    for (const std::size_t bytes : {1u, 7u, 8u, 4095u, 4096u, 5'000'000u}) {
        const std::string path = "/" + std::to_string(bytes);
        QVERIFY(tier.put(record(path, bytes - 1), DiskCopy::Expected, now));
        QCOMPARE(tier.find(EntryKey(path, "quick"), {}, now).bytes, std::string(bytes - 1, 'x'));
    }
    QCOMPARE(tier.figures().entries, 10u);
    for (const memory::Resident &resident : tier.residents())
        QVERIFY(tier.erase(resident.key));
    QCOMPARE(tier.figures().bytes, 0u);
}

void TestMemorySegments::aDeepCutKeepsTheMostUsed()
{
    MemoryTier tier({.entries = 100'000, .bytes = noByteLimit}, std::nullopt);
    for (std::uint64_t key = 0; key < 100'000; ++key)
        access(tier, key, 1000);
    for (int use = 0; use < 3; ++use) {
        for (std::uint64_t key = 1000; key < 100'000; key += 2000)
            access(tier, key);
    }
    const LimitOutcome outcome = tier.setLimits({.entries = 50, .bytes = 16u << 20}, LimitCause::Pressure);
    QCOMPARE(outcome.residentEntries, 50u);
    for (std::uint64_t key = 1000; key < 100'000; key += 2000)
        QVERIFY(hits(tier, std::to_string(key)));
}

void TestMemorySegments::aDeepCutRemembersWhatItEvictedLast()
{
    memory::SegmentLog log;
    memory::SegmentRanking ranking(log, {.entries = 1000, .bytes = noByteLimit},
                                   [](const memory::Entry &) {});
    const std::uint64_t entryBytes = sizeof(memory::Entry);
    const auto queueOf = [&](std::uint64_t key) {
        return ranking.makeRoom(key, entryBytes + memory::SegmentLog::bookkeepingBytes);
    };
    // The first thousand are evicted by the second one, and 900 of them remembered.
    for (std::uint64_t key = 1; key <= 2000; ++key) {
        memory::Entry *const entry = log.append(queueOf(key), entryBytes);
        QVERIFY(entry);
        entry->hash = key;
        log.publish(*entry);
    }
    ranking.startCut({.entries = 100, .bytes = noByteLimit});
    while (ranking.continueCut() != memory::SegmentRanking::Progress::Done) {
    }
    QCOMPARE(log.entries(), 100u);
    // The ghost queue has room for 90; the last one made room for the new entry.
    for (std::uint64_t key = 1; key <= 2000; ++key)
        QCOMPARE(queueOf(key) == memory::Queue::Main, key > 1811 && key <= 1901);
}

void TestMemorySegments::missesAsThePapersPseudoCodeDoes_data()
{
    QTest::addColumn<std::uint64_t>("entries");
    for (const unsigned entries : {50u, 200u, 500u, 1000u, 2000u})
        QTest::addRow("%u entries", entries) << std::uint64_t{entries};
}

// Within 0.002: a value that replaces one of the same size takes its place, and holes are packed.
void TestMemorySegments::missesAsThePapersPseudoCodeDoes()
{
    QFETCH(std::uint64_t, entries);
    using manometer::test::ReferenceS3Fifo;
    MemoryTier tier({.entries = entries, .bytes = noByteLimit}, std::nullopt);
    ReferenceS3Fifo reference(entries, ReferenceS3Fifo::FullMain::EvictedAtOnce);
    const std::vector<std::uint64_t> keys = manometer::test::generatedTrace();
    double misses = 0;
    double referenceMisses = 0;
    for (const std::uint64_t key : keys) {
        misses += access(tier, key) ? 0 : 1;
        referenceMisses += reference.read(key) ? 0 : 1;
    }
    const auto accesses = static_cast<double>(keys.size());
    QVERIFY2(std::abs(misses - referenceMisses) / accesses < 0.002,
             qPrintable(QString("%1, not %2").arg(misses / accesses).arg(referenceMisses / accesses)));
}

void TestMemorySegments::missesAsTheReferenceSimulatorDoes_data()
{
    QTest::addColumn<QString>("trace");
    for (const char *trace : {"lirs_multi3", "adaptsize_request", "cache2k_web12", "lirs_sprite",
                              "corda_vaultservice", "lirs_loop", "arc_oltp"})
        QTest::newRow(trace) << trace;
}

void TestMemorySegments::missesAsTheReferenceSimulatorDoes()
{
    QFETCH(QString, trace);
    const QString folder = QStringLiteral(TRACES);
    QFile oracle(folder + "/oracle.csv");
    const std::vector<std::uint64_t> keys = manometer::test::readTrace(folder + "/" + trace + ".txt.zst");
    if (!oracle.open(QIODevice::ReadOnly) || keys.empty())
        QSKIP("the recorded traces are not on this machine");
    int compared = 0;
    for (const QByteArray &line : oracle.readAll().split('\n')) {
        const QList<QByteArray> fields = line.trimmed().split(',');
        if (fields.size() < 5 || fields[0] != trace.toUtf8() || fields[1] != "S3-FIFO" ||
            fields[2].toULongLong() < 200)
            continue;
        MemoryTier tier({.entries = fields[2].toULongLong(), .bytes = noByteLimit}, std::nullopt);
        double misses = 0;
        for (const std::uint64_t key : keys)
            misses += access(tier, key) ? 0 : 1;
        const double ratio = misses / static_cast<double>(keys.size());
        qInfo("%s entries: %.4f, reference %s", fields[2].constData(), ratio, fields[4].constData());
        QVERIFY(ratio < fields[4].toDouble() + 0.005);
        ++compared;
    }
    QVERIFY(compared >= 2);
}

void TestMemorySegments::missesNoMoreThanThePapersPseudoCodeWhileLimitsMove_data()
{
    QTest::addColumn<std::uint64_t>("entries");
    for (const unsigned entries : {500u, 1000u, 2000u})
        QTest::addRow("%u entries", entries) << std::uint64_t{entries};
}

// Beyond 0.004. The pseudo code has no limits that move: the reference evicts as for insertions.
void TestMemorySegments::missesNoMoreThanThePapersPseudoCodeWhileLimitsMove()
{
    QFETCH(std::uint64_t, entries);
    using manometer::test::ReferenceS3Fifo;
    MemoryTier tier({.entries = entries, .bytes = noByteLimit}, std::nullopt);
    ReferenceS3Fifo reference(entries, ReferenceS3Fifo::FullMain::EvictedAtOnce);
    const std::vector<std::uint64_t> keys = manometer::test::generatedTrace();
    double misses = 0;
    double referenceMisses = 0;
    std::size_t moves = 0;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (i * limitMoves / keys.size() >= moves) {
            const double share = limitShares[moves++ % limitShares.size()];
            const auto limit = static_cast<std::uint64_t>(share * double(entries));
            tier.setLimits({.entries = limit, .bytes = noByteLimit}, LimitCause::Pressure);
            reference.resize(limit);
        }
        misses += access(tier, keys[i]) ? 0 : 1;
        referenceMisses += reference.read(keys[i]) ? 0 : 1;
    }
    const auto accesses = static_cast<double>(keys.size());
    QVERIFY2((misses - referenceMisses) / accesses < 0.004,
             qPrintable(QString("%1, not %2").arg(misses / accesses).arg(referenceMisses / accesses)));
}

void TestMemorySegments::missesNoMoreThanTheReferenceWhileLimitsMove_data()
{
    QTest::addColumn<QString>("trace");
    for (const char *trace : {"lirs_multi3", "adaptsize_request", "cache2k_web12", "lirs_sprite", "arc_oltp"})
        QTest::newRow(trace) << trace;
}

// The limit changes forty times, at equal distances in the trace.
void TestMemorySegments::missesNoMoreThanTheReferenceWhileLimitsMove()
{
    QFETCH(QString, trace);
    const QString folder = QStringLiteral(TRACES);
    QFile reference(folder + "/resize.csv");
    const std::vector<std::uint64_t> keys = manometer::test::readTrace(folder + "/" + trace + ".txt.zst");
    if (!reference.open(QIODevice::ReadOnly) || keys.empty())
        QSKIP("the recorded traces are not on this machine");
    for (const QByteArray &line : reference.readAll().split('\n')) {
        const QList<QByteArray> fields = line.trimmed().split(',');
        if (fields.size() < 5 || fields[0] != trace.toUtf8() || fields[1] != "S3-FIFO")
            continue;
        const std::uint64_t full = fields[2].toULongLong();
        MemoryTier tier({.entries = full, .bytes = noByteLimit}, std::nullopt);
        double misses = 0;
        std::size_t moves = 0;
        for (std::size_t i = 0; i < keys.size(); ++i) {
            if (i * limitMoves / keys.size() >= moves) {
                const double share = limitShares[moves++ % limitShares.size()];
                tier.setLimits(
                    {.entries = static_cast<std::uint64_t>(share * double(full)), .bytes = noByteLimit},
                    LimitCause::Pressure);
            }
            misses += access(tier, keys[i]) ? 0 : 1;
        }
        const double ratio = misses / static_cast<double>(keys.size());
        qInfo("%.6f, reference %s", ratio, fields[4].constData());
        QVERIFY(ratio <= fields[4].toDouble() + 0.0005);
        return;
    }
    QFAIL("the reference has no such trace");
}

MANOMETER_TEST(Core, TestMemorySegments)
#include "tst_memory_segments.moc"
