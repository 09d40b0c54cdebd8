// SPDX-License-Identifier: GPL-3.0-or-later
//
// Damaged files, at opening and under a running cache: no wrong value, the cache continues, health() reports
// the damage.
#include "CacheFixture.h"
#include "support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <random>
#include <sqlite3.h>

using namespace manometer::cache;

namespace {

std::string valueOf(int number)
{
    return std::to_string(number) + std::string(static_cast<std::size_t>(200 + number % 3000), 'v');
}

bool overwrite(const std::string &path, qint64 offset, const QByteArray &bytes)
{
    QFile file(QString::fromStdString(path));
    return file.open(QIODevice::ReadWrite) && file.seek(offset) && file.write(bytes) == bytes.size();
}

QByteArray contents(const std::string &path)
{
    QFile file(QString::fromStdString(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void execute(const std::string &path, const char *sql)
{
    sqlite3 *shell = nullptr;
    QCOMPARE(sqlite3_open(path.c_str(), &shell), SQLITE_OK);
    QCOMPARE(sqlite3_exec(shell, sql, nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(shell);
}

// The root of the payload table's tree, which is read only with a value.
qint64 firstPayloadPage(const std::string &path)
{
    sqlite3 *shell = nullptr;
    sqlite3_stmt *statement = nullptr;
    sqlite3_open(path.c_str(), &shell);
    sqlite3_prepare_v2(shell, "SELECT rootpage FROM sqlite_schema WHERE name = 'payload'", -1, &statement,
                       nullptr);
    const qint64 page = sqlite3_step(statement) == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : 0;
    sqlite3_finalize(statement);
    sqlite3_close(shell);
    return page;
}

} // namespace

class TestCacheDamage : public QObject
{
    Q_OBJECT

private slots:
    void aDamagedShardIsQuarantinedAtOpening_data();
    void aDamagedShardIsQuarantinedAtOpening();
    void aDamagedShardIsQuarantinedWhileInUse();
    void damageThatOnlyAReaderMeetsIsQuarantinedToo();
    void anIdFromBeforeTheDamageNamesNothingAfterIt();
    void flippedBitsNeverMakeAWrongValue_data();
    void flippedBitsNeverMakeAWrongValue();
    void anAlteredRowIsAMissAndIsErased_data();
    void anAlteredRowIsAMissAndIsErased();
    void aHashThatMatchesIsNotAKeyThatMatches();
    void fewDamagedShardsAreKept();
    void otherFilesInTheQuarantineStay();
    void aLinkInTheQuarantinesPlaceIsNotFollowed();

private:
    static void fill(CacheFixture &fixture, int entries)
    {
        for (int i = 0; i < entries; ++i)
            fixture.put("/" + std::to_string(i), valueOf(i));
        QVERIFY(fixture.cache->flush());
    }
    // Replaces each shard by garbage, before the cache is opened.
    static void spoilAll(CacheFixture &fixture)
    {
        QVERIFY(QDir().mkpath(QString::fromStdString(fixture.options.directory)));
        for (int index = 0; index < 4; ++index) {
            QFile file(QString::fromStdString(fixture.shardPath(index)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            QCOMPARE(file.write(QByteArray(5000, 'g')), 5000);
        }
    }
    static int countRight(CacheFixture &fixture, int entries)
    {
        int right = 0;
        for (int i = 0; i < entries; ++i) {
            const std::string bytes = fixture.get("/" + std::to_string(i));
            if (!bytes.empty() && bytes != valueOf(i))
                return -1;
            right += bytes.empty() ? 0 : 1;
        }
        return right;
    }
};

void TestCacheDamage::aDamagedShardIsQuarantinedAtOpening_data()
{
    QTest::addColumn<int>("damage");
    QTest::newRow("it is not a database") << 0;
    QTest::newRow("it is truncated") << 1;
    QTest::newRow("its tables are another program's") << 2;
    QTest::newRow("its tables are missing") << 3;
    QTest::newRow("its header is wiped") << 4;
    QTest::newRow("its header marks it as read-only") << 5;
}

void TestCacheDamage::aDamagedShardIsQuarantinedAtOpening()
{
    QFETCH(int, damage);
    CacheFixture fixture;
    QVERIFY(fixture.open());
    fill(fixture, 400);
    fixture.cache.reset();
    const std::string path = fixture.shardPath(1);
    switch (damage) {
    case 0:
        QVERIFY(overwrite(path, 0, QByteArray(10'000, 'g')));
        break;
    case 1:
        QVERIFY(QFile::resize(QString::fromStdString(path), 5000));
        break;
    case 2:
        execute(path, "PRAGMA application_id = 77");
        break;
    case 3:
        execute(path, "DROP TABLE payload");
        break;
    case 4:
        QVERIFY(overwrite(path, 0, QByteArray(100, '\0')));
        break;
    case 5:
        QVERIFY(overwrite(path, 18, QByteArray(1, 9))); // the write version of the file format
        break;
    }
    QVERIFY(fixture.open());
    const int right = countRight(fixture, 400);
    QVERIFY(right > 200 && right < 400); // those of the other three shards
    const Health health = fixture.cache->health();
    QCOMPARE(health.state, Health::State::Good);
    QCOMPARE(health.quarantinedShards, 1u);
    QVERIFY(QFile::exists(QString::fromStdString(health.quarantinePath)));
    fill(fixture, 400);
    QVERIFY(fixture.reopen());
    QCOMPARE(countRight(fixture, 400), 400);
    QCOMPARE(fixture.cache->health().quarantinedShards, 0u);
}

void TestCacheDamage::aDamagedShardIsQuarantinedWhileInUse()
{
    CacheFixture fixture;
    QVERIFY(fixture.open());
    fill(fixture, 2000);
    QVERIFY(fixture.reopen()); // so that the log is empty
    for (int index = 0; index < 4; ++index) {
        const qint64 size = QFile(QString::fromStdString(fixture.shardPath(index))).size();
        QVERIFY(overwrite(fixture.shardPath(index), 4096, QByteArray(size - 4096, 'g')));
    }
    QVERIFY(countRight(fixture, 2000) >= 0);
    QVERIFY(fixture.cache->flush());
    QCOMPARE(fixture.cache->health().quarantinedShards, 4u);
    QCOMPARE(fixture.cache->health().state, Health::State::Good);
    fill(fixture, 400);
    QVERIFY(fixture.reopen());
    QCOMPARE(countRight(fixture, 400), 400);
}

void TestCacheDamage::damageThatOnlyAReaderMeetsIsQuarantinedToo()
{
    CacheFixture fixture;
    QVERIFY(fixture.open());
    fill(fixture, 2000);
    QVERIFY(fixture.reopen()); // so that nothing is in the log
    for (int index = 0; index < 4; ++index) {
        const qint64 page = firstPayloadPage(fixture.shardPath(index));
        QVERIFY(page > 1);
        QVERIFY(overwrite(fixture.shardPath(index), (page - 1) * 4096, QByteArray(4096, 'g')));
    }
    QCOMPARE(countRight(fixture, 2000), 0);
    QVERIFY(fixture.cache->flush());
    QCOMPARE(fixture.cache->health().quarantinedShards, 4u);
    QCOMPARE(fixture.cache->health().state, Health::State::Good);
    fill(fixture, 400);
    fixture.dropMemory();
    QCOMPARE(countRight(fixture, 400), 400);
}

void TestCacheDamage::anIdFromBeforeTheDamageNamesNothingAfterIt()
{
    CacheFixture fixture;
    QVERIFY(fixture.open());
    fill(fixture, 400);
    QVERIFY(fixture.reopen());
    const auto ids = fixture.cache->list({});
    QCOMPARE(ids.size(), 400u);
    for (int index = 0; index < 4; ++index)
        QVERIFY(overwrite(fixture.shardPath(index), 0, QByteArray(20'000, 'g')));
    QVERIFY(countRight(fixture, 400) >= 0);
    QVERIFY(fixture.cache->flush());
    QCOMPARE(fixture.cache->health().quarantinedShards, 4u);
    fill(fixture, 400);
    for (const auto &info : fixture.cache->describe(ids))
        QVERIFY(!info);
    QCOMPARE(fixture.cache->erase(ids), 0u);
    QCOMPARE(fixture.cache->list({}).size(), 400u);
}

void TestCacheDamage::flippedBitsNeverMakeAWrongValue_data()
{
    QTest::addColumn<unsigned>("seed");
    for (int run = 0; run < 12; ++run) {
        const unsigned seed = std::random_device{}();
        QTest::addRow("seed %u", seed) << seed;
    }
}

void TestCacheDamage::flippedBitsNeverMakeAWrongValue()
{
    QFETCH(unsigned, seed);
    std::mt19937 random(seed);
    CacheFixture fixture;
    fixture.options.memory = {.entries = 5, .bytes = 1u << 20};
    QVERIFY(fixture.open());
    fill(fixture, 300);
    const bool whileInUse = random() % 2 == 0;
    QVERIFY(fixture.reopen());
    if (!whileInUse)
        fixture.cache.reset();
    for (int index = 0; index < 4; ++index) {
        const std::string path = fixture.shardPath(index);
        QFile file(QString::fromStdString(path));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        for (int flip = 0; flip < 40; ++flip) {
            const auto offset = static_cast<qint64>(random() % static_cast<unsigned long>(bytes.size()));
            const char flipped = static_cast<char>(bytes[offset] ^ (1 << random() % 8));
            QVERIFY(overwrite(path, offset, QByteArray(1, flipped)));
        }
    }
    if (!whileInUse) {
        const auto reopened = Cache::open(fixture.options);
        // A flip may have raised the version: then the files are rightly left unchanged.
        if (!reopened) {
            QCOMPARE(reopened.error().kind, OpenError::Kind::NewerFormat);
            return;
        }
    }
    QVERIFY(fixture.reopen());
    QVERIFY(countRight(fixture, 300) >= 0);
    for (const auto &info : fixture.cache->describe(fixture.cache->list({})))
        Q_UNUSED(info);
    fixture.cache->cleanUpDisk(0.5);
    fixture.put("/new", "new");
    QCOMPARE(fixture.get("/new"), "new");
    for (int round = 0; round < 3; ++round) {
        for (int i = 0; i < 300; ++i)
            fixture.put("/" + std::to_string(i), valueOf(i));
        fixture.cache->flush();
        QVERIFY(countRight(fixture, 300) >= 0);
    }
    QVERIFY(fixture.cache->flush());
    QCOMPARE(fixture.cache->health().state, Health::State::Good);
    // A flip that SQLite does not notice may still hide some rows.
    QVERIFY(countRight(fixture, 300) > 150);
}

void TestCacheDamage::anAlteredRowIsAMissAndIsErased_data()
{
    QTest::addColumn<QByteArray>("alteration");
    QTest::newRow("another value") << QByteArray(
        "UPDATE payload SET bytes = (SELECT bytes FROM payload LIMIT 1)");
    QTest::newRow("a missing payload") << QByteArray("DELETE FROM payload");
    QTest::newRow("a payload that is not a blob") << QByteArray("UPDATE payload SET bytes = 7");
    QTest::newRow("an unknown dictionary") << QByteArray("UPDATE payload SET dictionary = 3");
    QTest::newRow("a huge length") << QByteArray("UPDATE entry SET value_bytes = 9223372036854775807");
    QTest::newRow("a negative length") << QByteArray("UPDATE entry SET value_bytes = -1");
    QTest::newRow("another checksum") << QByteArray("UPDATE entry SET checksum = checksum + 1");
    QTest::newRow("a younger age") << QByteArray("UPDATE entry SET stored_ns = stored_ns + 1");
    QTest::newRow("another key with the same hash")
        << QByteArray("UPDATE entry SET path = CAST(path || 'x' AS BLOB)");
}

void TestCacheDamage::anAlteredRowIsAMissAndIsErased()
{
    QFETCH(QByteArray, alteration);
    CacheFixture fixture;
    QVERIFY(fixture.open());
    fill(fixture, 100);
    fixture.cache.reset();
    for (int index = 0; index < 4; ++index)
        execute(fixture.shardPath(index), alteration.constData());
    QVERIFY(fixture.open());
    QVERIFY(countRight(fixture, 100) >= 0 && countRight(fixture, 100) <= 4);
    QCOMPARE(fixture.cache->health().quarantinedShards, 0u);
    for (const EntryId id : fixture.cache->list({}))
        fixture.cache->peek(id); // finds rows that cannot be found by their keys
    QVERIFY(fixture.cache->flush());
    QVERIFY(fixture.cache->stats().diskEntries <= 4);
    fill(fixture, 100);
    QVERIFY(fixture.reopen());
    QCOMPARE(countRight(fixture, 100), 100);
}

// Every row of a shard gets the hash of one of its keys, each with its own sound checksum.
void TestCacheDamage::aHashThatMatchesIsNotAKeyThatMatches()
{
    CacheFixture fixture;
    QVERIFY(fixture.open());
    fill(fixture, 40);
    fixture.cache.reset();
    for (int index = 0; index < 4; ++index)
        execute(fixture.shardPath(index),
                "UPDATE entry SET key_hash = (SELECT key_hash FROM entry ORDER BY id LIMIT 1)");
    QVERIFY(fixture.open());
    // The key of that hash must not get another key's value, nor be erased with another key.
    QCOMPARE(countRight(fixture, 40), 4);
    for (int i = 0; i < 40; ++i)
        fixture.cache->erase({"/" + std::to_string(i), "quick"});
    QVERIFY(fixture.cache->flush());
    QCOMPARE(fixture.cache->list({}).size(), 36u);
    fill(fixture, 40);
    fixture.dropMemory();
    QCOMPARE(countRight(fixture, 40), 40);
}

void TestCacheDamage::fewDamagedShardsAreKept()
{
    CacheFixture fixture;
    for (int round = 0; round < 4; ++round) {
        spoilAll(fixture);
        QVERIFY(fixture.open());
        QCOMPARE(fixture.cache->health().quarantinedShards, 4u);
        QVERIFY(QFile::exists(QString::fromStdString(fixture.cache->health().quarantinePath)));
        fixture.cache.reset();
    }
    const QDir quarantine(QString::fromStdString(fixture.options.directory + "/quarantine"));
    QVERIFY(quarantine.entryList(QDir::Files).size() <= 6);
}

void TestCacheDamage::otherFilesInTheQuarantineStay()
{
    CacheFixture fixture;
    const QDir quarantine(QString::fromStdString(fixture.options.directory + "/quarantine"));
    QVERIFY(QDir().mkpath(quarantine.path()));
    const QStringList foreign{"backup.1",           "entries-0.db",
                              "entries-0.db.007",   "entries-0.db.12.gz",
                              "entries-12.db.1",    "notes.99999999999999999999",
                              "entries-1.db.4-shm", "entries-1.db.18446744073709551615"};
    for (const QString &name : foreign)
        QVERIFY(QFile(quarantine.filePath(name)).open(QIODevice::WriteOnly));
    QVERIFY(quarantine.mkdir("entries-2.db.1"));
    const QString outside = fixture.directory.filePath("outside");
    QVERIFY(QFile(outside).open(QIODevice::WriteOnly));
    for (const char *name : {"entries-0.db.1", "entries-1.db.1", "entries-3.db.1"})
        QVERIFY(QFile::link(outside, quarantine.filePath(name)));
    for (int round = 0; round < 3; ++round) {
        spoilAll(fixture);
        QVERIFY(fixture.open());
        QCOMPARE(fixture.cache->health().quarantinedShards, 4u);
        QVERIFY(QFile::exists(QString::fromStdString(fixture.cache->health().quarantinePath)));
        fixture.cache.reset();
    }
    for (const QString &name : foreign)
        QVERIFY2(quarantine.exists(name), qPrintable(name));
    QVERIFY(quarantine.exists("entries-2.db.1"));
    for (const char *name : {"entries-0.db.1", "entries-1.db.1", "entries-3.db.1"})
        QVERIFY(QFileInfo(quarantine.filePath(name)).isSymLink());
    QCOMPARE(
        quarantine.entryList({"entries-?.db.??", "entries-?.db.?"}, QDir::Files | QDir::NoSymLinks).size(),
        3);
}

void TestCacheDamage::aLinkInTheQuarantinesPlaceIsNotFollowed()
{
    CacheFixture fixture;
    spoilAll(fixture);
    QVERIFY(fixture.directory.mkdir("elsewhere"));
    const QDir elsewhere(fixture.directory.filePath("elsewhere"));
    QVERIFY(QFile(elsewhere.filePath("entries-0.db.1")).open(QIODevice::WriteOnly));
    QVERIFY(QFile::link(elsewhere.path(), QString::fromStdString(fixture.options.directory + "/quarantine")));
    QVERIFY(fixture.open());
    QVERIFY(fixture.cache->health().state != Health::State::Good); // it works in memory and reports it
    QCOMPARE(fixture.put("/a", "a"), PutResult::MemoryOnly);
    QCOMPARE(fixture.get("/a"), "a");
    QCOMPARE(elsewhere.entryList(QDir::Files), QStringList{"entries-0.db.1"});
    QCOMPARE(contents(fixture.shardPath(0)), QByteArray(5000, 'g'));
}

MANOMETER_TEST(Core, TestCacheDamage)
#include "tst_cache_damage.moc"
