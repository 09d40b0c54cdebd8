// SPDX-License-Identifier: GPL-3.0-or-later
//
// The path index only makes a search quick: what it finds is what reading every path would find, at any
// moment and whatever has become of the index. Memory is off, so that only the disk answers.
#include "OpenedCache.h"

#include <QFile>
#include <QTest>

#include <algorithm>
#include <random>
#include <set>
#include <sqlite3.h>

using namespace manometer::cache;
using namespace std::chrono_literals;

namespace {

using Paths = std::set<std::string>;

// Another program's look into a shard; -1 where it fails.
class Shell
{
public:
    explicit Shell(const std::string &path)
    {
        sqlite3_open(path.c_str(), &m_handle);
        sqlite3_busy_timeout(m_handle, 2000);
    }
    ~Shell() { sqlite3_close(m_handle); }
    Shell(const Shell &) = delete;
    Shell &operator=(const Shell &) = delete;

    bool execute(const std::string &sql)
    {
        const bool isDone = sqlite3_exec(m_handle, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
        if (!isDone)
            qWarning("%s: %s", sql.c_str(), sqlite3_errmsg(m_handle));
        return isDone;
    }
    std::int64_t integer(const std::string &sql)
    {
        sqlite3_stmt *statement = nullptr;
        std::int64_t value = -1;
        if (sqlite3_prepare_v2(m_handle, sql.c_str(), -1, &statement, nullptr) == SQLITE_OK &&
            sqlite3_step(statement) == SQLITE_ROW)
            value = sqlite3_column_int64(statement, 0);
        sqlite3_finalize(statement);
        return value;
    }

private:
    sqlite3 *m_handle = nullptr;
};

constexpr const char *unindexedRows =
    "SELECT (SELECT count(*) FROM entry, path_index_state"
    "        WHERE id > indexed_to) + (SELECT count(*) FROM path_index_late)";
constexpr const char *indexedRows = "SELECT indexed_rows FROM path_index_state";

std::int64_t sumOverShards(const OpenedCache &opened, const char *sql)
{
    std::int64_t sum = 0;
    for (int index = 0; index < 4; ++index) {
        const std::int64_t value = Shell(opened.shardPath(index)).integer(sql);
        if (value < 0)
            return -1;
        sum += value;
    }
    return sum;
}

// Fewer than this stay unindexed in a shard until there are more.
bool isIndexed(const OpenedCache &opened)
{
    for (int index = 0; index < 4; ++index) {
        const std::int64_t left = Shell(opened.shardPath(index)).integer(unindexedRows);
        if (left < 0 || left >= 256)
            return false;
    }
    return true;
}

char lowered(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
}

std::string lowered(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), [](char byte) { return lowered(byte); });
    return text;
}

Paths thoseWith(const Paths &paths, const std::string &needle)
{
    Paths found;
    for (const std::string &path : paths) {
        if (lowered(path).find(lowered(needle)) != std::string::npos)
            found.insert(path);
    }
    return found;
}

Paths listed(OpenedCache &opened, const std::string &needle = {})
{
    Paths found;
    for (const auto &info : opened.cache->describe(opened.cache->list({.pathContains = needle})))
        found.insert(info ? info->path : "(gone)");
    return found;
}

std::string valueOf(const std::string &path)
{
    return "value of " + path;
}

// Letters of both cases, what SQL and FTS5 give a meaning, and bytes that are and are not UTF-8.
std::string randomText(std::mt19937 &random, std::size_t length)
{
    static const std::vector<std::string> pieces{"a",
                                                 "b",
                                                 "c",
                                                 "A",
                                                 "B",
                                                 "C",
                                                 "x",
                                                 "Z",
                                                 "0",
                                                 "1",
                                                 "/",
                                                 ".",
                                                 "\"",
                                                 "'",
                                                 "%",
                                                 "_",
                                                 "*",
                                                 " ",
                                                 "(",
                                                 ")",
                                                 "-",
                                                 "^",
                                                 ":",
                                                 "+",
                                                 "{",
                                                 "}",
                                                 "\n",
                                                 "\t",
                                                 "\\",
                                                 "\x7f",
                                                 "\xc3\xa4",
                                                 "\xc3\x84",
                                                 "\xff",
                                                 "\x80",
                                                 "\xc3",
                                                 "\xe2\x84\xaa" /* Kelvin */,
                                                 "\xf0\x9f\x98\x80",
                                                 "AND",
                                                 "or",
                                                 "jpg"};
    std::string text;
    while (text.size() < length) // the first ones more often
        text += pieces[random() % (random() % 3 == 0 ? pieces.size() : 12)];
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
    void aFileOfVersion1IsBroughtUp();
    void aDamagedIndexCostsNoEntry_data();
    void aDamagedIndexCostsNoEntry();
    void flippedBitsInTheIndexServeNothingWrong_data();
    void flippedBitsInTheIndexServeNothingWrong();

private:
    static bool open(OpenedCache &opened)
    {
        opened.options.memory = {.entries = 0, .bytes = 0};
        return opened.open();
    }
    static void fill(OpenedCache &opened, int entries, const std::string &prefix = "/data/file-")
    {
        for (int i = 0; i < entries; ++i) {
            const std::string path = prefix + std::to_string(i);
            opened.put(path, valueOf(path));
            if (i % 1000 == 999)
                QVERIFY(opened.cache->flush()); // the queue is bounded
        }
        QVERIFY(opened.cache->flush());
    }
};

void TestPathIndex::findsWhatReadingEveryPathFinds_data()
{
    QTest::addColumn<unsigned>("seed");
    for (int run = 0; run < 6; ++run) {
        const unsigned seed = std::random_device{}();
        QTest::addRow("seed %u", seed) << seed;
    }
}

void TestPathIndex::findsWhatReadingEveryPathFinds()
{
    QFETCH(unsigned, seed);
    std::mt19937 random(seed);
    OpenedCache opened;
    QVERIFY(open(opened));
    Paths paths;
    const auto compare = [&](int needles) {
        for (int i = 0; i < needles; ++i) {
            std::string needle = randomText(random, 1 + random() % 6);
            if (!paths.empty() && random() % 3 != 0) { // a part of a path, in another case
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
        QCOMPARE(sumOverShards(opened, indexedRows), indexed); // no needle is taken for damage
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
    QVERIFY(open(opened));
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

// What was put while the disk was locked is offered to it again, under the id that it got then.
void TestPathIndex::findsARowThatIsWrittenAfterNewerOnes()
{
    OpenedCache opened;
    opened.options.memory.entries = 10'000; // it is there until it is asked for
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
    fill(opened, 2000, "/more/"); // it is indexed along with these
    QTRY_COMPARE(sumOverShards(opened, "SELECT count(*) FROM path_index_late"), 0);
    opened.dropMemory();
    QCOMPARE(listed(opened, "needle"), Paths{"/late/needle"});
}

void TestPathIndex::noIdIsGivenTwice()
{
    OpenedCache opened;
    QVERIFY(open(opened));
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
    QVERIFY(open(opened));
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
    QVERIFY(open(opened));
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
    QVERIFY(open(opened));
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

// Version 1's tables, with the rows that are in the file.
void TestPathIndex::aFileOfVersion1IsBroughtUp()
{
    OpenedCache opened;
    QVERIFY(open(opened));
    fill(opened, 2500);
    opened.cache.reset();
    for (int index = 0; index < 4; ++index) {
        const std::string path = opened.shardPath(index);
        {
            Shell shell(path + ".old");
            QVERIFY(shell.execute("PRAGMA page_size = 4096; PRAGMA auto_vacuum = INCREMENTAL;"
                                  "PRAGMA journal_mode = WAL; PRAGMA application_id = 1296977741;"
                                  "PRAGMA user_version = 1"));
            QVERIFY(shell.execute(
                "CREATE TABLE entry(id INTEGER PRIMARY KEY, key_hash INTEGER NOT NULL, path BLOB NOT NULL,"
                " depth BLOB NOT NULL, size_bytes INTEGER NOT NULL, mtime_ns INTEGER NOT NULL,"
                " ctime_ns INTEGER NOT NULL, inode INTEGER NOT NULL, device INTEGER NOT NULL,"
                " read_cost_ns INTEGER NOT NULL, fingerprint INTEGER NOT NULL, value_bytes INTEGER NOT NULL,"
                " stored_bytes INTEGER NOT NULL, stored_ns INTEGER NOT NULL, last_used_ns INTEGER NOT NULL,"
                " hits INTEGER NOT NULL, checksum INTEGER NOT NULL);"
                "CREATE INDEX entry_by_key_hash ON entry(key_hash);"
                "CREATE INDEX entry_by_last_used ON entry(last_used_ns);"
                "CREATE INDEX entry_by_stored ON entry(stored_ns);"
                "CREATE TABLE payload(id INTEGER PRIMARY KEY, dictionary INTEGER NOT NULL, bytes BLOB NOT "
                "NULL);"
                "CREATE TABLE dictionary(id INTEGER PRIMARY KEY, trained_ns INTEGER NOT NULL,"
                " bytes BLOB NOT NULL)"));
            QVERIFY(shell.execute("ATTACH '" + path + "' AS new"));
            QVERIFY(shell.execute(
                "INSERT INTO entry SELECT id, key_hash, path, depth, size_bytes, mtime_ns, ctime_ns, inode,"
                " device, read_cost_ns, fingerprint, value_bytes, stored_bytes, stored_ns, last_used_ns, "
                "hits,"
                " checksum FROM new.entry; INSERT INTO payload SELECT * FROM new.payload"));
        }
        QVERIFY(QFile::remove(QString::fromStdString(path)));
        QVERIFY(QFile::rename(QString::fromStdString(path + ".old"), QString::fromStdString(path)));
    }
    QVERIFY(opened.open());
    QCOMPARE(opened.cache->health().quarantinedShards, 0u);
    QCOMPARE(listed(opened).size(), 2500u);
    QTRY_VERIFY(isIndexed(opened));
    QCOMPARE(listed(opened, "File-24").size(), 111u);
    for (int i = 0; i < 2500; ++i) {
        const std::string path = "/data/file-" + std::to_string(i);
        QCOMPARE(opened.get(path), valueOf(path));
    }
    QCOMPARE(sumOverShards(opened, "PRAGMA user_version"), 8);
    QCOMPARE(sumOverShards(opened, "SELECT count(*) FROM entry WHERE kept = 0"), 2500);
}

void TestPathIndex::aDamagedIndexCostsNoEntry_data()
{
    QTest::addColumn<QByteArray>("damage");
    QTest::newRow("its structure is nonsense")
        << QByteArray("UPDATE path_index_data SET block = x'ffffffffffffffff' WHERE id = 10");
    QTest::newRow("its structure is gone") << QByteArray("DELETE FROM path_index_data WHERE id = 10");
    QTest::newRow("its lists are gone") << QByteArray("DELETE FROM path_index_data WHERE id > 10");
    QTest::newRow("its format is unknown") << QByteArray("UPDATE path_index_config SET v = 99");
    QTest::newRow("its configuration is gone") << QByteArray("DROP TABLE path_index_config");
    QTest::newRow("its lists' table is gone") << QByteArray("DROP TABLE path_index_data");
    QTest::newRow("how far it is is not known") << QByteArray("DELETE FROM path_index_state");
    QTest::newRow("how far it is cannot be")
        << QByteArray("UPDATE path_index_state SET indexed_to = 9000000000000000000");
    QTest::newRow("its state is gone") << QByteArray("DROP TABLE path_index_state");
    QTest::newRow("its late rows are gone") << QByteArray("DROP TABLE path_index_late");
    QTest::newRow("it is gone") << QByteArray("DROP TABLE path_index");
}

void TestPathIndex::aDamagedIndexCostsNoEntry()
{
    QFETCH(QByteArray, damage);
    for (const bool whileInUse : {false, true}) {
        OpenedCache opened;
        QVERIFY(open(opened));
        fill(opened, 3000);
        QTRY_VERIFY(isIndexed(opened));
        if (!whileInUse)
            opened.cache.reset();
        for (int index = 0; index < 4; ++index)
            QVERIFY(Shell(opened.shardPath(index)).execute(damage.toStdString()));
        if (!whileInUse)
            QVERIFY(opened.open());
        QCOMPARE(listed(opened, "file-29").size(), 111u);
        fill(opened, 1500, "/more/file-");
        QCOMPARE(listed(opened, "file-29").size(), 111u + 11u);
        // In order again, without any row being lost, at the latest when it is opened anew.
        if (whileInUse && damage.contains("late"))
            QVERIFY(opened.reopen());
        QTRY_VERIFY(isIndexed(opened) && sumOverShards(opened, indexedRows) > 3500);
        QCOMPARE(listed(opened, "file-29").size(), 111u + 11u);
        QCOMPARE(opened.cache->health().quarantinedShards, 0u);
        QCOMPARE(opened.cache->health().state, Health::State::Good);
        for (int i = 0; i < 3000; ++i) {
            const std::string path = "/data/file-" + std::to_string(i);
            QCOMPARE(opened.get(path), valueOf(path));
        }
    }
}

void TestPathIndex::flippedBitsInTheIndexServeNothingWrong_data()
{
    findsWhatReadingEveryPathFinds_data();
}

// A flip inside a list may go unnoticed and hide a path from a search. It shows none that is not there, and
// costs no entry.
void TestPathIndex::flippedBitsInTheIndexServeNothingWrong()
{
    QFETCH(unsigned, seed);
    std::mt19937 random(seed);
    OpenedCache opened;
    QVERIFY(open(opened));
    fill(opened, 3000);
    QTRY_VERIFY(isIndexed(opened));
    opened.cache.reset();
    for (int index = 0; index < 4; ++index) {
        const std::int64_t page = Shell(opened.shardPath(index))
                                      .integer("SELECT pageno FROM dbstat WHERE name = 'path_index_data'"
                                               " AND pagetype = 'leaf' ORDER BY random() LIMIT 1");
        QVERIFY(page > 1);
        QFile file(QString::fromStdString(opened.shardPath(index)));
        QVERIFY(file.open(QIODevice::ReadWrite));
        for (int flip = 0; flip < 20; ++flip) {
            const auto offset = (page - 1) * 4096 + static_cast<qint64>(random() % 4096);
            char byte = 0;
            QVERIFY(file.seek(offset) && file.getChar(&byte));
            QVERIFY(file.seek(offset) && file.putChar(static_cast<char>(byte ^ (1 << random() % 8))));
        }
    }
    QVERIFY(opened.open());
    const Paths all = listed(opened);
    QCOMPARE(all.size(), 3000u);
    for (int i = 0; i < 200; ++i) {
        const std::string needle = "ile-" + std::to_string(random() % 300);
        const Paths found = listed(opened, needle);
        const Paths expected = thoseWith(all, needle);
        QVERIFY(std::includes(expected.begin(), expected.end(), found.begin(), found.end()));
    }
    fill(opened, 1500, "/more/file-");
    QTest::qWait(100); // for the writer to meet what is left of it
    QVERIFY(opened.cache->flush());
    QCOMPARE(opened.cache->health().state, Health::State::Good);
    QCOMPARE(opened.cache->health().quarantinedShards, 0u);
    QCOMPARE(listed(opened).size(), 4500u);
}

QTEST_GUILESS_MAIN(TestPathIndex)
#include "tst_path_index.moc"
