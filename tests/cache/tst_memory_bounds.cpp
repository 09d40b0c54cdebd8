// SPDX-License-Identifier: GPL-3.0-or-later
#include "Records.h"
#include "support/TestMain.h"

#include <QDeadlineTimer>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <thread>

using namespace manometer::cache;
using memory::DiskCopy;
using memory::MemoryTier;

namespace {

std::uint64_t chargeOf(const Record &record)
{
    return MemoryTier::charge(record.key, record.bytes.size());
}

} // namespace

class TestMemoryBounds : public QObject
{
    Q_OBJECT

private slots:
    void holdsNoMoreEntriesThanItsLimit();
    void holdsNoMoreBytesThanItsLimit();
    void chargesKeyAndBookkeeping();
    void refusesAnEntryLargerThanTheLimit();
    void aCutToFiftyKeepsTheMostUsed();
    void raisingTheLimitEvictsNothing();
    void onlyCutsUnderPressureCountAsPressureEvictions();
    void erasesOnlyTheRecordWithTheGivenId();
    void reportsAccessesOnce();
    void keptEntriesSurviveScansAndCutsUpToHalfOfTheLimit();
    void aFullTierThatAdmitsNoneKeepsItsEntries();
    void aCutEndsIfAllEntriesAreErasedMeanwhile();
    void staysWithinLimitsWhileThreadsPut();
};

void TestMemoryBounds::holdsNoMoreEntriesThanItsLimit()
{
    MemoryTier tier({.entries = 10, .bytes = 1u << 20}, std::nullopt);
    for (int i = 0; i < 1000; ++i) {
        QVERIFY(tier.put(record("/" + std::to_string(i)), DiskCopy::Expected, now));
        QVERIFY(tier.figures().entries <= 10);
    }
    QCOMPARE(tier.figures().entries, 10u);
    QCOMPARE(tier.figures().evictions, 990u);
}

void TestMemoryBounds::holdsNoMoreBytesThanItsLimit()
{
    MemoryTier tier({.entries = 1000, .bytes = 50'000}, std::nullopt);
    for (int i = 0; i < 1000; ++i) {
        tier.put(record("/" + std::to_string(i), static_cast<std::size_t>(i) * 7 % 9000), DiskCopy::Expected,
                 now);
        QVERIFY(tier.figures().bytes <= 50'000);
    }
    QVERIFY(tier.figures().bytes > 40'000);
}

void TestMemoryBounds::chargesKeyAndBookkeeping()
{
    const auto small = chargeOf(*record("/a", 0));
    QVERIFY(small > sizeof(Record));
    QCOMPARE(chargeOf(*record("/a" + std::string(500, 'p'), 0)), small + 500);
    MemoryTier tier({.entries = 10, .bytes = 1u << 20}, std::nullopt);
    const auto kept = record("/a", 5000);
    tier.put(kept, DiskCopy::Expected, now);
    QCOMPARE(tier.figures().bytes, chargeOf(*kept));
    tier.erase(kept->key);
    QCOMPARE(tier.figures().bytes, 0u);
}

void TestMemoryBounds::refusesAnEntryLargerThanTheLimit()
{
    MemoryTier tier({.entries = 10, .bytes = 10'000}, std::nullopt);
    QVERIFY(tier.put(record("/a", 100), DiskCopy::Expected, now));
    QVERIFY(tier.put(record("/b", 100), DiskCopy::Expected, now));
    QVERIFY(!tier.put(record("/a", 20'000), DiskCopy::Expected, now));
    // The value that it would have replaced is gone too.
    QVERIFY(!hits(tier, "/a"));
    QVERIFY(hits(tier, "/b"));
}

void TestMemoryBounds::aCutToFiftyKeepsTheMostUsed()
{
    MemoryTier tier({.entries = 500, .bytes = 16u << 20}, std::nullopt);
    for (int i = 0; i < 500; ++i)
        tier.put(record("/" + std::to_string(i)), DiskCopy::Expected, now);
    for (int use = 0; use < 3; ++use) {
        for (int i = 100; i < 150; ++i)
            QVERIFY(hits(tier, "/" + std::to_string(i)));
    }
    const LimitOutcome outcome = tier.setLimits({.entries = 50, .bytes = 16u << 20}, LimitCause::Pressure);
    QCOMPARE(outcome.residentEntries, 50u);
    QCOMPARE(outcome.evictedEntries, 450u);
    for (int i = 100; i < 150; ++i)
        QVERIFY(hits(tier, "/" + std::to_string(i)));
}

void TestMemoryBounds::raisingTheLimitEvictsNothing()
{
    MemoryTier tier({.entries = 50, .bytes = 1u << 20}, std::nullopt);
    for (int i = 0; i < 50; ++i)
        tier.put(record("/" + std::to_string(i)), DiskCopy::Expected, now);
    QCOMPARE(tier.setLimits({.entries = 500, .bytes = 2u << 20}, LimitCause::Restore).evictedEntries, 0u);
    QCOMPARE(tier.figures().entries, 50u);
}

void TestMemoryBounds::onlyCutsUnderPressureCountAsPressureEvictions()
{
    MemoryTier tier({.entries = 40, .bytes = 1u << 20}, std::nullopt);
    for (int i = 0; i < 50; ++i)
        tier.put(record("/" + std::to_string(i)), DiskCopy::Expected, now);
    tier.setLimits({.entries = 30, .bytes = 1u << 20}, LimitCause::Configuration);
    tier.setLimits({.entries = 25, .bytes = 1u << 20}, LimitCause::Pressure);
    QCOMPARE(tier.figures().evictions, 25u);
    QCOMPARE(tier.figures().pressureEvictions, 5u);
}

void TestMemoryBounds::erasesOnlyTheRecordWithTheGivenId()
{
    MemoryTier tier({.entries = 10, .bytes = 1u << 20}, std::nullopt);
    tier.put(record("/a", 10, 1), DiskCopy::Expected, now);
    tier.put(record("/a", 10, 2), DiskCopy::Expected, now);
    QVERIFY(!tier.erase(EntryKey("/a", "quick"), EntryId{1}));
    QVERIFY(hits(tier, "/a"));
    QVERIFY(tier.erase(EntryKey("/a", "quick"), EntryId{2}));
    QVERIFY(!hits(tier, "/a"));
}

void TestMemoryBounds::reportsAccessesOnce()
{
    MemoryTier tier({.entries = 10, .bytes = 1u << 20}, std::nullopt);
    tier.put(record("/a", 10, 1), DiskCopy::Expected, now);
    tier.put(record("/b", 10, 2), DiskCopy::Expected, now);
    hits(tier, "/a");
    hits(tier, "/a");
    hits(tier, "/b");
    tier.setLimits({.entries = 1, .bytes = 1u << 20}, LimitCause::Pressure);
    std::uint64_t reported = 0;
    for (const Touch &touch : tier.takeTouches())
        reported += touch.hits;
    QCOMPARE(reported, 3u);
    QVERIFY(tier.takeTouches().empty());
}

void TestMemoryBounds::keptEntriesSurviveScansAndCutsUpToHalfOfTheLimit()
{
    MemoryTier tier({.entries = 100, .bytes = 1u << 20}, std::nullopt);
    const auto put = [&tier](const std::string &path, bool isKept) {
        const EntryKey key(path, "quick");
        return tier.put(memory::NewEntry{.id = EntryId{1},
                                         .key = key,
                                         .version = {},
                                         .note = {},
                                         .stored = now,
                                         .bytes = "value",
                                         .isKept = isKept},
                        DiskCopy::Expected, now);
    };
    // Every entry is used again, so that it is promoted to the main queue.
    const auto scan = [&](const std::string &folder) {
        for (int i = 0; i < 1000; ++i) {
            put(folder + std::to_string(i), false);
            for (int use = 0; use < 3; ++use)
                hits(tier, folder + std::to_string(i));
        }
    };
    const auto keptLeft = [&tier] {
        const auto residents = tier.residents();
        return std::count_if(residents.begin(), residents.end(), [](const memory::Resident &resident) {
            return resident.key.path().starts_with("/kept/");
        });
    };
    for (int i = 0; i < 10; ++i)
        QVERIFY(put("/kept/" + std::to_string(i), true));
    scan("/first/");
    QCOMPARE(keptLeft(), 10);
    tier.setLimits({.entries = 20, .bytes = 1u << 20}, LimitCause::Pressure);
    QCOMPARE(keptLeft(), 10);
    QCOMPARE(tier.figures().entries, std::uint64_t{20});
    tier.setLimits({.entries = 8, .bytes = 1u << 20}, LimitCause::Pressure);
    QVERIFY(keptLeft() >= 4);
    // Beyond half of the limit kept entries are not protected; nor is an entry that is no longer kept.
    tier.setLimits({.entries = 100, .bytes = 1u << 20}, LimitCause::Restore);
    for (int i = 0; i < 90; ++i)
        put("/kept/" + std::to_string(i), true);
    scan("/second/");
    QCOMPARE(keptLeft(), 50);
    for (int i = 0; i < 90; ++i)
        tier.setKept(EntryKey("/kept/" + std::to_string(i), "quick"), EntryId{1}, false);
    scan("/third/");
    QCOMPARE(keptLeft(), 0);
    // An entry that needs nearly all the room gets it.
    for (int i = 0; i < 40; ++i)
        put("/kept/" + std::to_string(i), true);
    QVERIFY(tier.put(record("/large", (1u << 20) - 1000), DiskCopy::Expected, now));
    QVERIFY(hits(tier, "/large"));
}

void TestMemoryBounds::aFullTierThatAdmitsNoneKeepsItsEntries()
{
    MemoryTier tier({.entries = 3, .bytes = 1u << 20}, std::nullopt);
    tier.setAdmission(Admission::WhileRoom);
    for (const char *path : {"/a", "/b", "/c"})
        QVERIFY(tier.put(record(path), DiskCopy::Expected, now));
    QVERIFY(!tier.put(record("/d"), DiskCopy::Expected, now));
    QVERIFY(!tier.tryPut(record("/d"), DiskCopy::Expected, now));
    QCOMPARE(tier.figures().entries, std::uint64_t{3});
    QCOMPARE(tier.figures().evictions, std::uint64_t{0});
    // A new value, larger or smaller, replaces its key's old one, which is never left.
    QVERIFY(tier.put(record("/a", 300, 2), DiskCopy::Expected, now));
    QVERIFY(tier.put(record("/a", 30, 3), DiskCopy::Expected, now));
    QVERIFY(!tier.put(record("/a", 2u << 20, 4), DiskCopy::Expected, now));
    QVERIFY(!hits(tier, "/a"));
    QVERIFY(tier.put(record("/d"), DiskCopy::Expected, now));
    tier.setAdmission(Admission::Always);
    QVERIFY(tier.put(record("/e"), DiskCopy::Expected, now));
    QCOMPARE(tier.figures().evictions, std::uint64_t{1});
}

// A cut releases the mutex between its steps: the entries to evict may be erased meanwhile.
void TestMemoryBounds::aCutEndsIfAllEntriesAreErasedMeanwhile()
{
    memory::SegmentLog log;
    memory::SegmentRanking ranking(log, {.entries = 100, .bytes = 1u << 20}, [](const memory::Entry &) {});
    for (std::uint64_t hash = 1; hash <= 50; ++hash) {
        memory::Entry *entry = log.append(memory::Queue::Small, sizeof(memory::Entry));
        QVERIFY(entry);
        entry->hash = hash;
        log.publish(*entry);
    }
    ranking.startCut({.entries = 0, .bytes = 0});
    log.forEach([&log](memory::Entry &entry) { log.drop(entry); });
    int steps = 0;
    while (ranking.continueCut() == memory::SegmentRanking::Progress::InProgress)
        QVERIFY(++steps < 100);
    QCOMPARE(log.entries(), std::uint64_t{0});
}

void TestMemoryBounds::staysWithinLimitsWhileThreadsPut()
{
    MemoryTier tier({.entries = 100, .bytes = 1u << 20}, std::nullopt);
    std::atomic<bool> stop = false;
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 4; ++thread) {
        threads.emplace_back([&, thread] {
            for (int i = 0; !stop; ++i)
                tier.put(record("/" + std::to_string(i % 300 + thread * 100)), DiskCopy::Expected, now);
        });
    }
    bool isWithin = true;
    // On a busy machine the threads may begin late: until they have filled the tier, nothing is evicted.
    const QDeadlineTimer deadline(30'000);
    const auto isIdle = [&] { return tier.figures().evictions == 0 && !deadline.hasExpired(); };
    for (int step = 0; step < 2000 || isIdle(); ++step) {
        const std::uint64_t entries = step % 2 ? 100 : 20;
        const LimitOutcome outcome =
            tier.setLimits({.entries = entries, .bytes = 1u << 20}, LimitCause::Pressure);
        const memory::Figures figures = tier.figures();
        isWithin = isWithin && outcome.residentEntries <= entries &&
                   figures.entries <= figures.limits.entries && figures.bytes <= figures.limits.bytes &&
                   figures.pressureEvictions <= figures.evictions;
    }
    stop = true;
    for (std::thread &thread : threads)
        thread.join();
    QVERIFY(isWithin);
    QVERIFY(tier.figures().evictions > 0);
}

MANOMETER_TEST(Core, TestMemoryBounds)
#include "tst_memory_bounds.moc"
