// SPDX-License-Identifier: GPL-3.0-or-later
//
// The path index only accelerates a search: it finds what reading every path would find, at any time.
#include "PathIndexFixture.h"
#include "Rounds.h"
#include "support/Eventually.h"
#include "support/TestMain.h"

#include <random>

using namespace manometer::cache;
using namespace std::chrono_literals;

namespace {

// Letters of both cases, characters with a meaning in SQL and FTS5, and bytes that are and are not UTF-8.
std::string randomText(std::mt19937 &random, std::size_t length)
{
    static const std::string bytes = "abcABCxk01/.\"'%_* ()-^:+{}\n\t\\\x7f\xff\x80\xc3";
    // The one of three bytes is the Kelvin sign, which Unicode folds to k.
    static const std::vector<std::string> words{"\xc3\xa4", "\xc3\x84", "\xe2\x84\xaa", "\xf0\x9f\x98\x80",
                                                "AND",      "or",       "jpg"};
    std::string text;
    while (text.size() < length) {
        if (random() % 6 == 0)
            text += words[random() % words.size()];
        else // the first bytes more often
            text += bytes[random() % (random() % 3 == 0 ? bytes.size() : 12)];
    }
    return text;
}

} // namespace

class TestPathIndex : public QObject
{
    Q_OBJECT

private slots:
    void findsWhatReadingEveryPathFinds_data();
    void findsWhatReadingEveryPathFinds();
    void findsANewRowBeforeItIsIndexed();
    void findsARowThatIsWrittenAfterNewerOnes();
    void noIdIsReused();
    void isRebuiltWhenMostOfItIsStale();
    void indexesOnlyWhenTheWriterIsIdle();
    void reportsItsSize();
};

void TestPathIndex::findsWhatReadingEveryPathFinds_data()
{
    QTest::addColumn<unsigned>("seed");
    for (int run = 0; run < 4; ++run) {
        const unsigned seed = freshSeed();
        QTest::addRow("seed %u", seed) << seed;
    }
}

void TestPathIndex::findsWhatReadingEveryPathFinds()
{
    QFETCH(unsigned, seed);
    std::mt19937 random(seed);
    CacheFixture fixture;
    QVERIFY(openWithoutMemory(fixture));
    Paths paths;
    const auto compare = [&](int needles) {
        for (int i = 0; i < needles; ++i) {
            std::string needle = randomText(random, 1 + random() % 6);
            if (!paths.empty() && random() % 3 != 0) { // a part of a path, perhaps in lower case
                const std::string &path =
                    *std::next(paths.begin(), static_cast<long>(random() % paths.size()));
                needle = path.substr(random() % path.size(), 1 + random() % 40);
                if (random() % 2 == 0)
                    needle = lowered(needle);
            }
            QCOMPARE(listed(fixture, needle), thoseWith(paths, needle));
        }
    };
    for (int round = 0; round < 6; ++round) {
        for (int i = 0; i < 700; ++i) {
            const std::string path = "/" + randomText(random, 1 + random() % 60);
            if (fixture.put(path, valueOf(path)) == PutResult::DiskOnly)
                paths.insert(path);
        }
        compare(10); // queued, being written, perhaps being indexed
        QVERIFY(fixture.cache->flush());
        compare(10);
        VERIFY_EVENTUALLY(isIndexed(fixture));
        const auto indexed = sumOverShards(fixture, indexedRows);
        QVERIFY(round == 0 || indexed > 0);
        compare(30);
        QVERIFY(fixture.cache->flush());
        // No needle is mistaken for damage; indexing may continue to the last row, beyond what isIndexed()
        // requires.
        QVERIFY(sumOverShards(fixture, indexedRows) >= indexed);
        for (auto path = paths.begin(); path != paths.end();) {
            const auto fate = random() % 8;
            if (fate == 0)
                fixture.put(*path, "replaced", 2);
            if (fate == 1)
                fixture.cache->erase({*path, "quick"});
            path = fate == 1 ? paths.erase(path) : std::next(path);
        }
        compare(10);
        if (round % 3 == 1) {
            fixture.cache->cleanUpDisk(0.01);
            paths = listed(fixture);
            compare(10);
        }
        if (round % 2 == 1) {
            QVERIFY(fixture.reopen());
            compare(10);
        }
    }
    QCOMPARE(fixture.cache->health().quarantinedShards, 0u);
}

void TestPathIndex::findsANewRowBeforeItIsIndexed()
{
    CacheFixture fixture;
    QVERIFY(openWithoutMemory(fixture));
    fill(fixture, 3000);
    VERIFY_EVENTUALLY(isIndexed(fixture));
    fixture.put("/elsewhere/needle", "x");
    QCOMPARE(listed(fixture, "NEEDLE"), Paths{"/elsewhere/needle"});
    QVERIFY(fixture.cache->flush());
    QCOMPARE(listed(fixture, "NEEDLE"), Paths{"/elsewhere/needle"});
    fixture.cache->erase({"/data/file-1234", "quick"});
    QCOMPARE(listed(fixture, "file-1234"), Paths{});
    QVERIFY(fixture.cache->flush());
    QCOMPARE(listed(fixture, "file-1234"), Paths{});
    fixture.put("/data/file-1234", "x", 2);
    QCOMPARE(listed(fixture, "file-1234"), Paths{"/data/file-1234"});
}

// An entry that was put while the disk was locked is offered to it again, with its original id.
void TestPathIndex::findsARowThatIsWrittenAfterNewerOnes()
{
    CacheFixture fixture;
    fixture.options.memory.entries = 10'000; // it stays in memory until the get
    QVERIFY(fixture.open());
    {
        std::vector<std::unique_ptr<Shell>> shells;
        for (int index = 0; index < 4; ++index) {
            shells.push_back(std::make_unique<Shell>(fixture.shardPath(index)));
            QVERIFY(shells.back()->execute("BEGIN IMMEDIATE"));
        }
        for (int i = 0; i < 20; ++i)
            fixture.put("/before/" + std::to_string(i), "x");
        QVERIFY(!fixture.cache->flush());
        QCOMPARE(fixture.put("/late/needle", "x"), PutResult::MemoryOnly);
    }
    VERIFY_EVENTUALLY(fixture.cache->flush());
    fill(fixture, 3000);
    VERIFY_EVENTUALLY(isIndexed(fixture));
    QCOMPARE(fixture.get("/late/needle"), "x");
    QVERIFY(fixture.cache->flush());
    fixture.dropMemory();
    QCOMPARE(fixture.get("/late/needle"), "x");
    fixture.dropMemory();
    QCOMPARE(listed(fixture, "needle"), Paths{"/late/needle"});
    fill(fixture, 2000, "/more/"); // it is indexed together with these
    COMPARE_EVENTUALLY(sumOverShards(fixture, "SELECT count(*) FROM path_index_late"), 0);
    fixture.dropMemory();
    QCOMPARE(listed(fixture, "needle"), Paths{"/late/needle"});
}

void TestPathIndex::noIdIsReused()
{
    CacheFixture fixture;
    QVERIFY(openWithoutMemory(fixture));
    fill(fixture, 3000);
    VERIFY_EVENTUALLY(isIndexed(fixture));
    const auto ids = fixture.cache->list({});
    const auto greatest = static_cast<std::uint64_t>(*std::max_element(ids.begin(), ids.end()));
    std::vector<EntryId> newest;
    for (const EntryId id : ids) {
        if (static_cast<std::uint64_t>(id) + 8000 > greatest)
            newest.push_back(id);
    }
    QCOMPARE(fixture.cache->erase(newest), newest.size());
    const auto indexedTo = sumOverShards(fixture, "SELECT indexed_to FROM path_index_state") / 4;
    QVERIFY(fixture.reopen());
    fixture.put("/new/one", "x");
    const auto found = fixture.cache->list({.pathContains = "new/one"});
    QCOMPARE(found.size(), 1u);
    QVERIFY(static_cast<std::int64_t>(found.front()) > indexedTo);
}

void TestPathIndex::isRebuiltWhenMostOfItIsStale()
{
    CacheFixture fixture;
    QVERIFY(openWithoutMemory(fixture));
    fill(fixture, 8000);
    VERIFY_EVENTUALLY(isIndexed(fixture));
    const auto before = sumOverShards(fixture, indexedRows);
    QVERIFY(before > 6000);
    for (int i = 0; i < 6000; ++i)
        fixture.cache->erase({"/data/file-" + std::to_string(i), "quick"});
    QVERIFY(fixture.cache->flush());
    VERIFY_EVENTUALLY(sumOverShards(fixture, indexedRows) <= 2000 && isIndexed(fixture));
    QCOMPARE(listed(fixture, "FILE-7").size(), 1000u);
    QCOMPARE(listed(fixture, "file-5").size(), 0u);
    fixture.cache->clear();
    QCOMPARE(sumOverShards(fixture, indexedRows), 0);
    fill(fixture, 2000, "/again/");
    VERIFY_EVENTUALLY(isIndexed(fixture));
    QCOMPARE(listed(fixture, "again/199").size(), 11u);
}

void TestPathIndex::indexesOnlyWhenTheWriterIsIdle()
{
    CacheFixture fixture;
    QVERIFY(openWithoutMemory(fixture));
    std::int64_t taken = 0;
    {
        Shell shell(fixture.shardPath(0)); // the writer begins with this one
        QVERIFY(shell.execute("BEGIN IMMEDIATE"));
        for (int i = 0; i < 8000; ++i)
            taken += fixture.put("/data/" + std::to_string(i), "x") == PutResult::DiskOnly ? 1 : 0;
    }
    QVERIFY(taken > 4000);
    std::vector<std::unique_ptr<Shell>> shells;
    for (int index = 0; index < 4; ++index)
        shells.push_back(std::make_unique<Shell>(fixture.shardPath(index)));
    std::int64_t indexed = 0;
    for (int look = 0; look < 100'000 && indexed == 0; ++look) {
        for (const auto &shell : shells)
            indexed += shell->integer(indexedRows);
    }
    QVERIFY(indexed > 0);
    std::int64_t written = 0;
    for (const auto &shell : shells)
        written += shell->integer("SELECT count(*) FROM entry");
    QCOMPARE(written, taken);
}

void TestPathIndex::reportsItsSize()
{
    CacheFixture fixture;
    QVERIFY(openWithoutMemory(fixture));
    QVERIFY(fixture.cache->stats().pathIndexBytes < 40'000);
    fill(fixture, 4000, "/some/folder/with a long name/");
    VERIFY_EVENTUALLY(fixture.cache->stats().pathIndexBytes > 100'000);
    const std::uint64_t bytes = fixture.cache->stats().pathIndexBytes;
    QVERIFY(bytes < fixture.cache->stats().diskBytes);
    QVERIFY(fixture.reopen());
    QVERIFY(fixture.cache->stats().pathIndexBytes > 100'000);
    fixture.cache->clear();
    QCOMPARE(fixture.cache->stats().pathIndexBytes, 0u);
}

MANOMETER_TEST(Core, TestPathIndex)
#include "tst_path_index.moc"
