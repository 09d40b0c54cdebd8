// SPDX-License-Identifier: GPL-3.0-or-later
//
// A single bit is flipped in each kind of page of a shard, between two runs and under a running cache: a get
// returns the right value or a miss, the cache works again within a time limit, and quarantined shards are
// reported. A few flips of each kind by default; MANOMETER_TEST_ROUNDS requests more (see Rounds.h).
#include "CacheFixture.h"
#include "NamedValues.h"
#include "Rounds.h"
#include "ShardPages.h"
#include "support/Eventually.h"
#include "support/TestMain.h"

#include <QElapsedTimer>
#include <QTest>

#include <filesystem>
#include <map>
#include <random>

using namespace manometer::cache;

namespace {

// A second on an idle machine; longer with sanitizers and with other tests in parallel.
constexpr int timeoutMs = 10'000;

constexpr int keys = 1400;
constexpr int erased = 300;   // the first of them, so that whole pages are free
constexpr int replaced = 340; // up to this one put a second time: these are in the log

std::string pathOf(int key)
{
    return "/" + std::to_string(key);
}

// Some are longer than a page even when compressed.
std::string makeValue(int key, int number)
{
    std::string value = namedValue(key, number).substr(0, 200);
    if (key % 20 != 0)
        return value;
    std::minstd_rand random(static_cast<unsigned>(key * 3 + number));
    for (int i = 0; i < 9000; ++i)
        value += static_cast<char>(random() >> 8);
    return value;
}

const std::string &valueOf(int key, int number)
{
    static std::map<std::pair<int, int>, std::string> made;
    std::string &value = made[{key, number}];
    if (value.empty())
        value = makeValue(key, number);
    return value;
}

int lastNumberOf(int key)
{
    return key >= erased && key < replaced ? 2 : 1;
}

} // namespace

class TestCacheBitflips : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aFlippedBitNeverMakesAWrongValue_data();
    void aFlippedBitNeverMakesAWrongValue();

private:
    static void fill(CacheFixture &fixture, int number, int from, int to)
    {
        for (int key = from; key < to; ++key)
            fixture.put(pathOf(key), valueOf(key, number), static_cast<std::uint64_t>(number));
    }
    void flipOne(unsigned seed, const std::string &kind, bool whileOpen);
    // A description of the first wrong value, and the number of right ones.
    static std::pair<std::string, int> checkAll(CacheFixture &fixture, bool mayBeOlder);
    static void copyFiles(const std::string &from, const std::string &to);

    CacheFixture m_template; // its files, the log included, are copied for each flip
    std::vector<std::pair<int, Place>> placesOf(const std::string &kind) const;
    std::array<std::map<std::string, std::vector<Place>>, 4> m_places;
    std::string m_templateFiles;
};

void TestCacheBitflips::copyFiles(const std::string &from, const std::string &to)
{
    std::filesystem::remove_all(to);
    std::filesystem::create_directory(to);
    for (const auto &file : std::filesystem::directory_iterator(from)) {
        if (file.is_regular_file() && file.path().extension() != ".db-shm")
            std::filesystem::copy_file(file.path(), to / file.path().filename());
    }
}

void TestCacheBitflips::initTestCase()
{
    QVERIFY(m_template.open());
    fill(m_template, 1, 0, keys);
    QVERIFY(m_template.cache->flush());
    for (int key = 0; key < erased; ++key)
        m_template.cache->erase({pathOf(key), "quick"});
    QVERIFY(m_template.reopen()); // which empties the log
    fill(m_template, 2, erased, replaced);
    fill(m_template, 1, keys, keys + 60);
    VERIFY_EVENTUALLY(m_template.cache->stats().diskEntries == std::uint64_t{keys + 60 - erased});
    m_templateFiles = m_template.directory.filePath("model").toStdString();
    copyFiles(m_template.options.directory, m_templateFiles);
    m_template.cache.reset();
    for (int index = 0; index < 4; ++index) {
        m_places[static_cast<std::size_t>(index)] =
            ShardPages(m_templateFiles + "/entries-" + std::to_string(index) + ".db").places();
    }
}

std::vector<std::pair<int, Place>> TestCacheBitflips::placesOf(const std::string &kind) const
{
    std::vector<std::pair<int, Place>> found;
    for (int index = 0; index < 4; ++index) {
        const auto &places = m_places[static_cast<std::size_t>(index)];
        if (const auto ofKind = places.find(kind); ofKind != places.end()) {
            for (const Place &place : ofKind->second)
                found.emplace_back(index, place);
        }
    }
    return found;
}

void TestCacheBitflips::aFlippedBitNeverMakesAWrongValue_data()
{
    QTest::addColumn<std::string>("kind");
    QTest::addColumn<bool>("whileOpen");
    for (const char *kind :
         {"database header", "schema leaf", "entry interior", "entry leaf", "payload interior",
          "payload leaf", "index interior", "index leaf", "overflow", "pointer map", "free-list trunk",
          "free-list leaf", "dictionary leaf", "log header", "log frame header", "log frame"}) {
        QTest::addRow("%s, between two runs", kind) << std::string(kind) << false;
        QTest::addRow("%s, while in use", kind) << std::string(kind) << true;
    }
}

void TestCacheBitflips::aFlippedBitNeverMakesAWrongValue()
{
    QFETCH(std::string, kind);
    QFETCH(bool, whileOpen);
    QVERIFY2(!placesOf(kind).empty(), "no such page in the model");
    const unsigned first = freshSeed();
    for (int round = 0; round < wantedRounds(2, 40); ++round) {
        const unsigned seed = first + static_cast<unsigned>(round);
        flipOne(seed, kind, whileOpen);
        if (QTest::currentTestFailed()) {
            qWarning("seed %u", seed);
            return;
        }
    }
}

void TestCacheBitflips::flipOne(unsigned seed, const std::string &kind, bool whileOpen)
{
    std::mt19937 random(seed);
    CacheFixture fixture;
    fixture.options.memory = {.entries = 5, .bytes = 1u << 20};
    copyFiles(m_templateFiles, fixture.options.directory);
    if (whileOpen)
        QVERIFY(fixture.open());
    const auto places = placesOf(kind);
    const auto &[index, place] = places[random() % places.size()];
    // Half of the flips are in the page's header, the rest anywhere in it.
    const std::uint64_t span = random() % 2 == 0 ? std::min<std::uint64_t>(place.size, 64) : place.size;
    const auto offset = static_cast<qint64>(place.offset + random() % span);
    QFile file(QString::fromStdString(fixture.shardPath(index) + place.suffix));
    QVERIFY(file.open(QIODevice::ReadWrite));
    char byte = 0;
    QVERIFY(file.seek(offset) && file.getChar(&byte));
    byte = static_cast<char>(byte ^ (1 << random() % 8));
    QVERIFY(file.seek(offset) && file.putChar(byte));
    file.close();

    QElapsedTimer sinceFlip;
    sinceFlip.start();
    if (!whileOpen) {
        auto reopened = Cache::open(fixture.options);
        // The flip may have raised the version: then the files are rightly left unchanged.
        if (!reopened) {
            QCOMPARE(reopened.error().kind, OpenError::Kind::NewerFormat);
            QCOMPARE(kind, std::string("database header"));
            return;
        }
        fixture.cache = std::move(*reopened);
    }
    fixture.get("/777");
    fixture.put("/new", "new");
    QCOMPARE(fixture.get("/new"), "new");
    QVERIFY2(sinceFlip.elapsed() < timeoutMs, qPrintable(QString("%1 ms").arg(sinceFlip.elapsed())));
    // A log that ends at the flip yields an older state of the shard, which cannot be detected.
    const bool mayBeOlder = !whileOpen && place.suffix == "-wal";
    const auto [wrong, right] = checkAll(fixture, mayBeOlder);
    QVERIFY2(wrong.empty(), wrong.c_str());
    QVERIFY2(right > keys / 2, qPrintable(QString("only %1 are left").arg(right))); // three shards' at least
    fixture.cache->cleanUpDisk(0.9);

    // Rewrites everything: damage that this meets is repaired.
    bool isFlushed = false;
    for (int attempt = 0; attempt < 3 && !isFlushed; ++attempt) {
        fill(fixture, 1, 0, keys + 60);
        fill(fixture, 2, erased, replaced);
        isFlushed = fixture.cache->flush();
    }
    QVERIFY2(isFlushed, qPrintable(QString("%1 %2")
                                       .arg(static_cast<int>(fixture.cache->health().state))
                                       .arg(QString::fromStdString(fixture.cache->health().detail))));
    fixture.put("/after", "after");
    QVERIFY(fixture.cache->flush());
    fixture.dropMemory();
    QCOMPARE(fixture.get("/after"), "after");
    const auto [wrongAfter, rightAfter] = checkAll(fixture, false);
    QVERIFY2(wrongAfter.empty(), wrongAfter.c_str());
    QVERIFY2(rightAfter > keys / 2, qPrintable(QString("only %1 are left").arg(rightAfter)));
    const Health health = fixture.cache->health();
    QCOMPARE(health.state, Health::State::Good);
    const Stats stats = fixture.cache->stats();
    QVERIFY2(stats.diskBytes < 100u << 20, qPrintable(QString("%1 bytes").arg(stats.diskBytes)));
    const QDir quarantine(QString::fromStdString(fixture.options.directory + "/quarantine"));
    const auto aside = quarantine.entryList({"entries-?.db.?"}, QDir::Files).size();
    QCOMPARE(aside, static_cast<qsizetype>(std::min<std::uint64_t>(health.quarantinedShards, 3)));
    QCOMPARE(QFile::exists(QString::fromStdString(health.quarantinePath)), aside > 0);
    QVERIFY(fixture.reopen());
    QVERIFY2(checkAll(fixture, false).first.empty(), "after a restart");
}

std::pair<std::string, int> TestCacheBitflips::checkAll(CacheFixture &fixture, bool mayBeOlder)
{
    int right = 0;
    for (int key = 0; key < keys + 60; ++key) {
        const int number = lastNumberOf(key);
        for (int asked = mayBeOlder ? 1 : number; asked <= number; ++asked) {
            const std::string bytes = fixture.get(pathOf(key), static_cast<std::uint64_t>(asked));
            right += bytes.empty() ? 0 : 1;
            if (!bytes.empty() && bytes != valueOf(key, asked))
                return {pathOf(key) + " has " + bytes.substr(0, 100), right};
        }
    }
    const auto ids = fixture.cache->list({});
    fixture.cache->describe(ids);
    return {"", right};
}

MANOMETER_TEST(Core, TestCacheBitflips)
#include "tst_cache_bitflips.moc"
