// SPDX-License-Identifier: GPL-3.0-or-later
//
// The path index only accelerates a search: it finds what reading every path would find, at any time.
#include "PathIndexLook.h"
#include "Rounds.h"

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
    void findsWhatIsPutAfterIndexingAtOnce();
    void findsARowThatIsWrittenAfterNewerOnes();
    void noIdIsGivenTwice();
    void isMadeAnewWhenMostOfItIsStale();
    void indexesOnlyWhenNothingIsToBeWritten();
    void tellsWhatItTakes();
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
    OpenedCache opened;
    QVERIFY(openWithoutMemory(opened));
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
            QCOMPARE(listed(opened, needle), thoseWith(paths, needle));
        }
    };
    for (int round = 0; round < 6; ++round) {
        for (int i = 0; i < 700; ++i) {
            const std::string path = "/" + randomText(random, 1 + random() % 60);
            if (opened.put(path, valueOf(path)) == PutResult::DiskOnly)
                paths.insert(path);
        }
        compare(10); // queued, being written, perhaps being indexed
        QVERIFY(opened.cache->flush());
        compare(10);
        QTRY_VERIFY(isIndexed(opened));
        const auto indexed = sumOverShards(opened, indexedRows);
        QVERIFY(round == 0 || indexed > 0);
        compare(30);
        QVERIFY(opened.cache->flush());
        // No needle is mistaken for damage; indexing may continue to the last row, beyond what isIndexed()
        // requires.
        QVERIFY(sumOverShards(opened, indexedRows) >= indexed);
        for (auto path = paths.begin(); path != paths.end();) {
            const auto fate = random() % 8;
            if (fate == 0)
                opened.put(*path, "replaced", 2);
            if (fate == 1)
                opened.cache->erase({*path, "quick"});
            path = fate == 1 ? paths.erase(path) : std::next(path);
        }
        compare(10);
        if (round % 3 == 1) {
            opened.cache->cleanUpDisk(0.01);
            paths = listed(opened);
            compare(10);
        }
        if (round % 2 == 1) {
            QVERIFY(opened.reopen());
            compare(10);
        }
    }
    QCOMPARE(opened.cache->health().quarantinedShards, 0u);
}

void TestPathIndex::findsWhatIsPutAfterIndexingAtOnce()
{
    OpenedCache opened;
    QVERIFY(openWithoutMemory(opened));
    fill(opened, 3000);
    QTRY_VERIFY(isIndexed(opened));
    opened.put("/elsewhere/needle", "x");
    QCOMPARE(listed(opened, "NEEDLE"), Paths{"/elsewhere/needle"});
    QVERIFY(opened.cache->flush());
    QCOMPARE(listed(opened, "NEEDLE"), Paths{"/elsewhere/needle"});
    opened.cache->erase({"/data/file-1234", "quick"});
    QCOMPARE(listed(opened, "file-1234"), Paths{});
    QVERIFY(opened.cache->flush());
    QCOMPARE(listed(opened, "file-1234"), Paths{});
    opened.put("/data/file-1234", "x", 2);
    QCOMPARE(listed(opened, "file-1234"), Paths{"/data/file-1234"});
}

// An entry that was put while the disk was locked is offered to it again, with its original id.
void TestPathIndex::findsARowThatIsWrittenAfterNewerOnes()
{
    OpenedCache opened;
    opened.options.memory.entries = 10'000; // it stays in memory until the get
    QVERIFY(opened.open());
    {
        std::vector<std::unique_ptr<Shell>> shells;
        for (int index = 0; index < 4; ++index) {
            shells.push_back(std::make_unique<Shell>(opened.shardPath(index)));
            QVERIFY(shells.back()->execute("BEGIN IMMEDIATE"));
        }
        for (int i = 0; i < 20; ++i)
            opened.put("/before/" + std::to_string(i), "x");
        QVERIFY(!opened.cache->flush());
        QCOMPARE(opened.put("/late/needle", "x"), PutResult::MemoryOnly);
    }
    QTRY_VERIFY(opened.cache->flush());
    fill(opened, 3000);
    QTRY_VERIFY(isIndexed(opened));
    QCOMPARE(opened.get("/late/needle"), "x");
    QVERIFY(opened.cache->flush());
    opened.dropMemory();
    QCOMPARE(opened.get("/late/needle"), "x");
    opened.dropMemory();
    QCOMPARE(listed(opened, "needle"), Paths{"/late/needle"});
    fill(opened, 2000, "/more/"); // it is indexed together with these
    QTRY_COMPARE(sumOverShards(opened, "SELECT count(*) FROM path_index_late"), 0);
    opened.dropMemory();
    QCOMPARE(listed(opened, "needle"), Paths{"/late/needle"});
}

void TestPathIndex::noIdIsGivenTwice()
{
    OpenedCache opened;
    QVERIFY(openWithoutMemory(opened));
    fill(opened, 3000);
    QTRY_VERIFY(isIndexed(opened));
    const auto ids = opened.cache->list({});
    const auto greatest = static_cast<std::uint64_t>(*std::max_element(ids.begin(), ids.end()));
    std::vector<EntryId> newest;
    for (const EntryId id : ids) {
        if (static_cast<std::uint64_t>(id) + 8000 > greatest)
            newest.push_back(id);
    }
    QCOMPARE(opened.cache->erase(newest), newest.size());
    const auto indexedTo = sumOverShards(opened, "SELECT indexed_to FROM path_index_state") / 4;
    QVERIFY(opened.reopen());
    opened.put("/new/one", "x");
    const auto found = opened.cache->list({.pathContains = "new/one"});
    QCOMPARE(found.size(), 1u);
    QVERIFY(static_cast<std::int64_t>(found.front()) > indexedTo);
}

void TestPathIndex::isMadeAnewWhenMostOfItIsStale()
{
    OpenedCache opened;
    QVERIFY(openWithoutMemory(opened));
    fill(opened, 8000);
    QTRY_VERIFY(isIndexed(opened));
    const auto before = sumOverShards(opened, indexedRows);
    QVERIFY(before > 6000);
    for (int i = 0; i < 6000; ++i)
        opened.cache->erase({"/data/file-" + std::to_string(i), "quick"});
    QVERIFY(opened.cache->flush());
    QTRY_VERIFY(sumOverShards(opened, indexedRows) <= 2000 && isIndexed(opened));
    QCOMPARE(listed(opened, "FILE-7").size(), 1000u);
    QCOMPARE(listed(opened, "file-5").size(), 0u);
    opened.cache->clear();
    QCOMPARE(sumOverShards(opened, indexedRows), 0);
    fill(opened, 2000, "/again/");
    QTRY_VERIFY(isIndexed(opened));
    QCOMPARE(listed(opened, "again/199").size(), 11u);
}

void TestPathIndex::indexesOnlyWhenNothingIsToBeWritten()
{
    OpenedCache opened;
    QVERIFY(openWithoutMemory(opened));
    std::int64_t taken = 0;
    {
        Shell shell(opened.shardPath(0)); // the writer begins with this one
        QVERIFY(shell.execute("BEGIN IMMEDIATE"));
        for (int i = 0; i < 8000; ++i)
            taken += opened.put("/data/" + std::to_string(i), "x") == PutResult::DiskOnly ? 1 : 0;
    }
    QVERIFY(taken > 4000);
    std::vector<std::unique_ptr<Shell>> shells;
    for (int index = 0; index < 4; ++index)
        shells.push_back(std::make_unique<Shell>(opened.shardPath(index)));
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

void TestPathIndex::tellsWhatItTakes()
{
    OpenedCache opened;
    QVERIFY(openWithoutMemory(opened));
    QVERIFY(opened.cache->stats().pathIndexBytes < 40'000);
    fill(opened, 4000, "/some/folder/with a long name/");
    QTRY_VERIFY(opened.cache->stats().pathIndexBytes > 100'000);
    const std::uint64_t bytes = opened.cache->stats().pathIndexBytes;
    QVERIFY(bytes < opened.cache->stats().diskBytes);
    QVERIFY(opened.reopen());
    QVERIFY(opened.cache->stats().pathIndexBytes > 100'000);
    opened.cache->clear();
    QCOMPARE(opened.cache->stats().pathIndexBytes, 0u);
}

QTEST_GUILESS_MAIN(TestPathIndex)
#include "tst_path_index.moc"
