// SPDX-License-Identifier: GPL-3.0-or-later
//
// Lock-free readers against everything that moves or drops entries. Values repeat their key and put
// throughout, so that a torn, moved or reused one is detected. Also for ThreadSanitizer.
#include "Records.h"
#include "support/TestMain.h"

#include <QTest>

#include <atomic>
#include <random>
#include <thread>

using namespace manometer::cache;
using memory::DiskCopy;
using memory::Lookup;
using memory::MemoryTier;

namespace {

std::string pathOf(std::uint64_t key)
{
    return "/data/" + std::to_string(key);
}

RecordPtr record(std::uint64_t key, std::uint64_t id, std::size_t words)
{
    std::string bytes;
    for (std::size_t i = 0; i < words; ++i) {
        const std::uint64_t word = key * 1'000'003 + id;
        bytes.append(reinterpret_cast<const char *>(&word), sizeof word);
    }
    return std::make_shared<const Record>(Record{.id = EntryId{id},
                                                 .key = EntryKey(pathOf(key), "quick"),
                                                 .version = {},
                                                 .note = {},
                                                 .stored = now,
                                                 .bytes = std::move(bytes)});
}

bool isWhole(const Lookup &lookup, std::uint64_t key)
{
    const std::uint64_t wanted = key * 1'000'003 + static_cast<std::uint64_t>(lookup.id);
    for (std::size_t at = 0; at < lookup.bytes.size(); at += sizeof wanted) {
        if (std::memcmp(lookup.bytes.data() + at, &wanted, sizeof wanted) != 0)
            return false;
    }
    return true;
}

Lookup find(MemoryTier &tier, std::uint64_t key)
{
    return tier.find(EntryKey(pathOf(key), "quick"), {}, now);
}

} // namespace

class TestMemoryThreads : public QObject
{
    Q_OBJECT

private slots:
    void aWalkVisitsEveryEntryWhileTheTierGrows();
    void noReaderEverSeesAWrongValue_data();
    void noReaderEverSeesAWrongValue();
    void aStoredEntryIsFoundWhileTheIndexGrows();
    void aLeaseKeepsItsBytesWhateverHappensToTheEntry();
    void oneThreadMayHoldManyLeases();
    void aLeaseMayOutliveTheTier();
    void leasedMemoryIsReleasedLater();
};

void TestMemoryThreads::noReaderEverSeesAWrongValue_data()
{
    QTest::addColumn<std::uint64_t>("entries");
    QTest::addColumn<std::size_t>("greatestWords");
    QTest::newRow("values of all sizes in a small tier") << std::uint64_t{300} << std::size_t{400};
    QTest::newRow("values of one size, which are overwritten in place")
        << std::uint64_t{300} << std::size_t{1};
    QTest::newRow("a tier that is much too small") << std::uint64_t{10} << std::size_t{50};
}

void TestMemoryThreads::noReaderEverSeesAWrongValue()
{
    QFETCH(std::uint64_t, entries);
    QFETCH(std::size_t, greatestWords);
    const unsigned seed = std::random_device{}();
    qInfo("seed %u", seed);
    MemoryTier tier({.entries = entries, .bytes = 1u << 20}, std::nullopt);
    constexpr int threadCount = 6;
    constexpr int stepsPerThread = 8000;
    constexpr std::uint64_t keys = 500;
    std::atomic<std::uint64_t> lastId = 0;
    std::atomic<std::uint64_t> requests = 0;
    std::atomic<std::uint64_t> hits = 0;
    std::atomic<std::uint64_t> misses = 0;
    std::atomic<int> wrong = 0;
    std::vector<std::thread> threads;
    for (unsigned thread = 0; thread < threadCount; ++thread) {
        threads.emplace_back([&, thread] {
            std::mt19937 random(seed + thread);
            for (int step = 0; step < stepsPerThread; ++step) {
                const std::uint64_t key = random() % keys;
                const auto action = random() % 100;
                if (action < 60) {
                    ++requests;
                    const Lookup lookup = find(tier, key);
                    ++(lookup.outcome == Lookup::Outcome::Hit ? hits : misses);
                    if (!isWhole(lookup, key))
                        ++wrong;
                    if (random() % 8 == 0)
                        std::this_thread::yield();
                    // The bytes are leased, so they must be unchanged.
                    if (!isWhole(lookup, key))
                        ++wrong;
                } else if (action < 90) {
                    tier.put(record(key, ++lastId, 1 + random() % greatestWords), DiskCopy::Expected, now);
                } else if (action < 97) {
                    tier.erase(EntryKey(pathOf(key), "quick"));
                } else if (action < 99) {
                    tier.setLimits({.entries = random() % (2 * entries), .bytes = random() % (1u << 20)},
                                   LimitCause::Pressure);
                } else {
                    tier.takeTouches();
                    tier.residents();
                    const memory::Figures figures = tier.figures();
                    if (figures.entries > figures.limits.entries || figures.bytes > figures.limits.bytes)
                        ++wrong;
                }
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(wrong.load(), 0);
    QCOMPARE(hits + misses, requests.load());
    QVERIFY(hits > 0);
}

void TestMemoryThreads::aStoredEntryIsFoundWhileTheIndexGrows()
{
    constexpr std::uint64_t count = 20'000;
    MemoryTier tier({.entries = count, .bytes = 1u << 30}, std::nullopt);
    std::atomic<std::uint64_t> present = 0;
    std::atomic<std::uint64_t> missed = 0;
    std::vector<std::thread> readers;
    for (unsigned thread = 0; thread < 3; ++thread) {
        readers.emplace_back([&, thread] {
            std::mt19937 random(thread);
            while (present < count) {
                const std::uint64_t upTo = present;
                if (upTo > 0 && find(tier, random() % upTo).outcome != Lookup::Outcome::Hit)
                    ++missed;
            }
        });
    }
    for (std::uint64_t key = 0; key < count; ++key) {
        tier.put(record(key, key + 1, 4), DiskCopy::Expected, now);
        present = key + 1;
    }
    for (std::thread &reader : readers)
        reader.join();
    QCOMPARE(missed.load(), 0u);
    for (std::uint64_t key = 0; key < count; ++key)
        QVERIFY(find(tier, key).outcome == Lookup::Outcome::Hit);
}

void TestMemoryThreads::aLeaseKeepsItsBytesWhateverHappensToTheEntry()
{
    MemoryTier tier({.entries = 100, .bytes = 1u << 20}, std::nullopt);
    const auto fill = [&tier] {
        for (std::uint64_t key = 0; key < 1000; ++key)
            tier.put(record(key, key + 1, 200), DiskCopy::Expected, now);
    };
    tier.put(record(7, 1, 200), DiskCopy::Expected, now);
    const Lookup lookup = find(tier, 7);
    QVERIFY(lookup.outcome == Lookup::Outcome::Hit);
    QCOMPARE(lookup.bytes.size(), 200 * sizeof(std::uint64_t));
    tier.put(record(7, 2, 200), DiskCopy::Expected,
             now); // of the same size, which could be written to the same place
    QVERIFY(isWhole(lookup, 7));
    tier.erase(EntryKey(pathOf(7), "quick"));
    fill();
    QVERIFY(isWhole(lookup, 7));
    tier.setLimits({.entries = 0, .bytes = 0}, LimitCause::Pressure);
    tier.setLimits({.entries = 100, .bytes = 1u << 20}, LimitCause::Restore);
    fill();
    tier.clear();
    fill();
    QVERIFY(isWhole(lookup, 7));
}

void TestMemoryThreads::oneThreadMayHoldManyLeases()
{
    MemoryTier tier({.entries = 100, .bytes = 1u << 20}, std::nullopt);
    for (std::uint64_t key = 0; key < 100; ++key)
        tier.put(record(key, key + 1, 100), DiskCopy::Expected, now);
    std::vector<Lookup> held;
    for (std::uint64_t key = 0; key < 100; ++key)
        held.push_back(find(tier, key));
    tier.clear();
    for (std::uint64_t key = 100; key < 300; ++key)
        tier.put(record(key, key + 1, 100), DiskCopy::Expected, now);
    for (std::uint64_t key = 0; key < 100; ++key)
        QVERIFY(isWhole(held[key], key) && !held[key].bytes.empty());
    // Leases may be destroyed in another thread.
    std::thread([leases = std::move(held)]() mutable { leases.clear(); }).join();
}

void TestMemoryThreads::aLeaseMayOutliveTheTier()
{
    auto tier = std::make_unique<MemoryTier>(Limits{.entries = 100, .bytes = 1u << 20}, std::nullopt);
    tier->put(record(1, 1, 500), DiskCopy::Expected, now);
    const Lookup lookup = find(*tier, 1);
    tier.reset();
    QVERIFY(isWhole(lookup, 1) && lookup.bytes.size() == 4000);
}

void TestMemoryThreads::leasedMemoryIsReleasedLater()
{
    MemoryTier tier({.entries = 1000, .bytes = 1u << 24}, std::nullopt);
    const auto fill = [&tier] {
        for (std::uint64_t key = 0; key < 1000; ++key)
            tier.put(record(key, key + 1, 200), DiskCopy::Expected, now);
    };
    fill();
    {
        const Lookup lookup = find(tier, 500);
        QVERIFY(tier.setLimits({.entries = 0, .bytes = 0}, LimitCause::Pressure).evictedEntries == 1000);
        QVERIFY(tier.deferredBytes() > 0);
    }
    tier.setLimits({.entries = 1000, .bytes = 1u << 24}, LimitCause::Restore);
    QCOMPARE(tier.deferredBytes(), 0u);
}

// A walk releases the mutex between its steps: the index may have doubled, even twice, before the next one.
void TestMemoryThreads::aWalkVisitsEveryEntryWhileTheTierGrows()
{
    MemoryTier tier({.entries = 1u << 20, .bytes = std::uint64_t{1} << 32}, std::nullopt);
    constexpr std::uint64_t present = 3000;
    for (std::uint64_t key = 1; key <= present; ++key)
        tier.put(record(key, key, 2), DiskCopy::Expected, now);
    std::atomic<bool> stop = false;
    std::thread writer([&] {
        for (std::uint64_t key = present + 1; key < 60'000 && !stop; ++key)
            tier.put(record(key, key, 2), DiskCopy::Expected, now);
    });
    for (int walks = 0; walks < 30; ++walks) {
        std::vector<bool> isSeen(present + 1);
        std::uint64_t seen = 0;
        for (const memory::Resident &resident : tier.residents()) {
            const auto id = static_cast<std::uint64_t>(resident.id);
            if (id <= present && !isSeen[id]) {
                isSeen[id] = true;
                ++seen;
            }
        }
        QCOMPARE(seen, present);
    }
    stop = true;
    writer.join();
    QVERIFY(tier.copyOf(EntryId{present}));
    QVERIFY(!tier.copyOf(EntryId{1'000'000}));
}

MANOMETER_TEST(Core, TestMemoryThreads)
#include "tst_memory_threads.moc"
