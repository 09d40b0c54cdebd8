// SPDX-License-Identifier: GPL-3.0-or-later
//
// Files that earlier programs of the same format version wrote: their checksums are over the decompressed
// value, and they have an index of times. All is served, nothing altered is, and the index goes when there is
// room to drop it.
#include "FaultyVfs.h"
#include "PathIndexFixture.h"
#include "cache/disk/RowReader.h"
#include "cache/disk/Schema.h"
#include "support/TestMain.h"

#include <QTest>

using namespace manometer::cache;

namespace {

constexpr int rows = 400;

std::string valueOf(int key)
{
    return std::to_string(key) + std::string(static_cast<std::size_t>(100 + key % 700), 'v') + "/data/value";
}

int countRight(CacheFixture &fixture)
{
    int count = 0;
    for (int key = 0; key < rows; ++key)
        count += fixture.get("/" + std::to_string(key)) == valueOf(key) ? 1 : 0;
    return count;
}

// Makes a closed file what an earlier program would have written.
bool makeEarlier(const std::string &path)
{
    auto connection = disk::openForReading(path, "");
    if (!connection)
        return false;
    disk::IdHints hints;
    disk::RowReader reader(std::move(*connection), hints);
    Shell shell(path);
    bool isDone = shell.execute("CREATE INDEX entry_by_stored ON entry(stored_ns)");
    for (std::int64_t id = 0;
         isDone && (id = shell.integer("SELECT min(id) FROM entry WHERE id > " + std::to_string(id))) > 0;) {
        const auto row = reader.read(EntryId{static_cast<std::uint64_t>(id)});
        reader.endSnapshot();
        isDone =
            row && row->record &&
            shell.execute("UPDATE entry SET checksum = " +
                          std::to_string(static_cast<std::int64_t>(disk::earlierChecksum(*row->record))) +
                          " WHERE id = " + std::to_string(id));
    }
    return isDone;
}

std::int64_t indexesOfTimes(const CacheFixture &fixture)
{
    std::int64_t sum = 0;
    for (int shard = 0; shard < 4; ++shard)
        sum += Shell(fixture.shardPath(shard))
                   .integer("SELECT count(*) FROM sqlite_schema WHERE name = 'entry_by_stored'");
    return sum;
}

void makeEarlierStore(CacheFixture &fixture)
{
    fixture.options.sqliteVfs = FaultyVfs::name;
    QVERIFY(fixture.open());
    for (int key = 0; key < rows; ++key)
        fixture.put("/" + std::to_string(key), valueOf(key));
    fixture.cache.reset();
    for (int shard = 0; shard < 4; ++shard)
        QVERIFY(makeEarlier(fixture.shardPath(shard)));
    QCOMPARE(indexesOfTimes(fixture), 4);
}

} // namespace

class TestEarlierRows : public QObject
{
    Q_OBJECT
private slots:
    void theyAreServedAndTheirIndexIsDropped()
    {
        FaultyVfs disk;
        CacheFixture fixture;
        makeEarlierStore(fixture);
        QVERIFY(fixture.open());
        QCOMPARE(countRight(fixture), rows);
        fixture.dropMemory();
        QCOMPARE(countRight(fixture), rows); // by their hints, too
        QCOMPARE(fixture.cache->health(), Health{});
        fixture.cache.reset();
        QCOMPARE(indexesOfTimes(fixture), 0);
    }
    void onAFullDiskTheyAreServedWithTheirIndex()
    {
        FaultyVfs disk;
        CacheFixture fixture;
        makeEarlierStore(fixture);
        disk.failWritesAfter(0);
        QVERIFY(fixture.open());
        QCOMPARE(countRight(fixture), rows);
        fixture.cache.reset();
        QCOMPARE(indexesOfTimes(fixture), 4);
        disk.repair();
        QVERIFY(fixture.open());
        QCOMPARE(countRight(fixture), rows);
        fixture.cache.reset();
        QCOMPARE(indexesOfTimes(fixture), 0);
    }
    void whatIsAlteredIsAMiss_data()
    {
        QTest::addColumn<QString>("alteration");
        QTest::newRow("another time") << QStringLiteral("UPDATE entry SET stored_ns = stored_ns + 1");
        QTest::newRow("another checksum") << QStringLiteral("UPDATE entry SET checksum = checksum + 1");
        QTest::newRow("another version") << QStringLiteral("UPDATE entry SET inode = inode + 1");
        QTest::newRow("another length") << QStringLiteral("UPDATE entry SET value_bytes = value_bytes + 1");
        QTest::newRow("another value")
            << QStringLiteral("UPDATE payload SET bytes = (SELECT max(bytes) FROM payload)");
    }
    void whatIsAlteredIsAMiss()
    {
        QFETCH(const QString, alteration);
        FaultyVfs disk;
        CacheFixture fixture;
        makeEarlierStore(fixture);
        for (int shard = 0; shard < 4; ++shard)
            QVERIFY(Shell(fixture.shardPath(shard)).execute(alteration.toStdString()));
        QVERIFY(fixture.open());
        const int right = countRight(fixture);
        QVERIFY2(right <= 8, qPrintable(QString::number(right)));
        QCOMPARE(fixture.cache->health().quarantinedShards, 0u);
    }
    void whatExpiredIsRemovedWithoutTheIndex()
    {
        FaultyVfs disk;
        CacheFixture fixture;
        fixture.options.timeToLive = std::chrono::hours(1);
        makeEarlierStore(fixture);
        QVERIFY(fixture.open());
        const std::vector<EntryId> ids = fixture.cache->list({});
        fixture.cache->keep(std::span(ids).first(3), true);
        fixture.advance(std::chrono::hours(2));
        fixture.put("/new", "new");
        QCOMPARE(fixture.cache->cleanUpDisk(1).expiredEntries, std::uint64_t{rows - 3});
        QCOMPARE(fixture.cache->stats().diskEntries, std::uint64_t{4});
    }
};

MANOMETER_TEST(Core, TestEarlierRows)
#include "tst_earlier_rows.moc"
