// SPDX-License-Identifier: GPL-3.0-or-later
//
// Small values are compressed with a common dictionary; whatever happens to it, no value is ever wrong.
#include "CacheFixture.h"
#include "cache/disk/PayloadCodec.h"
#include "support/TestMain.h"

#include <QTest>

#include <random>
#include <set>
#include <sqlite3.h>

using namespace manometer::cache;
using disk::DictionaryTrainer;

namespace {

// Like the result of an extraction: the same names, other values. About 1.5 KB.
std::string metadata(unsigned number)
{
    std::mt19937 random(number);
    std::string json = "{\"SourceFile\": \"/data/" + std::to_string(number) + "\"";
    for (const char *name : {"ExposureTime",
                             "FNumber",
                             "ISO",
                             "DateTimeOriginal",
                             "ShutterSpeedValue",
                             "ApertureValue",
                             "BrightnessValue",
                             "ExposureCompensation",
                             "MeteringMode",
                             "FocalLength",
                             "SubSecTimeOriginal",
                             "ColorSpace",
                             "ExifImageWidth",
                             "ExifImageHeight",
                             "FocalPlaneXResolution",
                             "WhiteBalance",
                             "FocalLengthIn35mmFormat",
                             "SceneCaptureType",
                             "LensSerialNumber",
                             "GPSLatitude",
                             "GPSLongitude"}) {
        json += std::string(", \"EXIF:") + name + "\": {\"value\": " + std::to_string(random() % 10'000) +
                ", \"unit\": \"none\", \"confidence\": 1.0}";
    }
    return json + "}";
}

// Runs `sql` on each shard's file, which must not be open; returns the sum of the results.
std::int64_t onEachShard(const CacheFixture &fixture, const char *sql)
{
    std::int64_t sum = 0;
    for (int shard = 0; shard < 4; ++shard) {
        sqlite3 *handle = nullptr;
        sqlite3_open(fixture.shardPath(shard).c_str(), &handle);
        sqlite3_exec(
            handle, sql,
            [](void *into, int, char **values, char **) {
                *static_cast<std::int64_t *>(into) += values[0] ? std::atoll(values[0]) : 0;
                return 0;
            },
            &sum, nullptr);
        sqlite3_close(handle);
    }
    return sum;
}

// Enough that each shard has trained a dictionary.
constexpr unsigned many = 4000;

bool fill(CacheFixture &fixture, unsigned from, unsigned to)
{
    for (unsigned i = from; i < to; ++i) {
        fixture.put("/data/" + std::to_string(i), metadata(i));
        if (i % 500 == 0 && !fixture.cache->flush())
            return false;
    }
    return fixture.cache->flush();
}

struct Answers
{
    unsigned right = 0;
    unsigned wrong = 0;
};

Answers askForAll(CacheFixture &fixture, unsigned count)
{
    fixture.dropMemory();
    Answers answers;
    for (unsigned i = 0; i < count; ++i) {
        const std::string value = fixture.get("/data/" + std::to_string(i));
        if (!value.empty())
            ++(value == metadata(i) ? answers.right : answers.wrong);
    }
    return answers;
}

DictionaryTrainer trained(const std::vector<std::string> &values)
{
    DictionaryTrainer trainer(false);
    for (std::size_t i = 0; !trainer.isDue() && i < 2'000'000; ++i)
        trainer.note(values[i % values.size()], values[i % values.size()].size() / 4);
    return trainer;
}

} // namespace

class TestDiskDictionary : public QObject
{
    Q_OBJECT

private slots:
    void valuesShrinkOnceThereIsADictionary();
    void allShardsBeginWithTheDictionaryOfTheFirst();
    void rowsWrittenBeforeTheDictionaryStayReadable();
    void aReopenedShardUsesItsDictionary();
    void aDamagedDictionaryNeverGivesAWrongValue_data();
    void aDamagedDictionaryNeverGivesAWrongValue();
    void valuesWithNothingInCommonGetNoDictionary_data();
    void valuesWithNothingInCommonGetNoDictionary();
    void aNewDictionaryIsTrainedWhenValuesChange();
};

void TestDiskDictionary::valuesShrinkOnceThereIsADictionary()
{
    CacheFixture fixture;
    QVERIFY(fixture.open());
    QVERIFY(fill(fixture, 0, many));
    const auto ids = fixture.cache->list({.order = EntryQuery::Order::Stored});
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    for (const auto &info : fixture.cache->describe(std::span(ids).first(100)))
        first += info->storedBytes;
    for (const auto &info : fixture.cache->describe(std::span(ids).last(100)))
        last += info->storedBytes;
    QVERIFY2(last * 3 < first * 2, qPrintable(QString("%1, then %2").arg(first).arg(last)));
}

void TestDiskDictionary::allShardsBeginWithTheDictionaryOfTheFirst()
{
    CacheFixture fixture;
    QVERIFY(fixture.open());
    // Too few for a dictionary of its own in each shard.
    QVERIFY(fill(fixture, 0, 390));
    for (unsigned i = 390; i < 400; ++i) {
        fixture.put("/data/" + std::to_string(i), metadata(i));
        QVERIFY(fixture.cache->flush());
    }
    QVERIFY(fill(fixture, 400, 500));
    fixture.cache.reset();
    std::set<std::string> dictionaries;
    for (int shard = 0; shard < 4; ++shard) {
        sqlite3 *handle = nullptr;
        sqlite3_open(fixture.shardPath(shard).c_str(), &handle);
        sqlite3_exec(
            handle, "SELECT hex(bytes) FROM dictionary",
            [](void *into, int, char **values, char **) {
                static_cast<std::set<std::string> *>(into)->insert(values[0]);
                return 0;
            },
            &dictionaries, nullptr);
        sqlite3_close(handle);
    }
    QCOMPARE(onEachShard(fixture, "SELECT count(*) FROM dictionary"), 4);
    QCOMPARE(dictionaries.size(), std::size_t{1});
    QVERIFY(fixture.open());
    QCOMPARE(askForAll(fixture, 500).right, 500u);
}

void TestDiskDictionary::rowsWrittenBeforeTheDictionaryStayReadable()
{
    CacheFixture fixture;
    QVERIFY(fixture.open());
    QVERIFY(fill(fixture, 0, many));
    QCOMPARE(askForAll(fixture, many).right, many);
    QVERIFY(fixture.reopen());
    QCOMPARE(askForAll(fixture, many).right, many);
}

void TestDiskDictionary::aReopenedShardUsesItsDictionary()
{
    CacheFixture fixture;
    QVERIFY(fixture.open());
    QVERIFY(fill(fixture, 0, many));
    QVERIFY(fixture.reopen());
    QVERIFY(fill(fixture, many, many + 400));
    QCOMPARE(askForAll(fixture, many + 400).right, many + 400);
    fixture.cache.reset();
    QCOMPARE(onEachShard(fixture, "SELECT count(*) FROM dictionary"), 4);
    QCOMPARE(onEachShard(fixture,
                         "SELECT count(*) FROM payload JOIN entry USING (id) WHERE dictionary = 0 AND"
                         " cast(substr(path, 7) AS INTEGER) >= 4000"),
             0);
}

void TestDiskDictionary::aDamagedDictionaryNeverGivesAWrongValue_data()
{
    QTest::addColumn<QString>("damage");
    QTest::newRow("a byte in the middle is wrong")
        << "UPDATE dictionary SET bytes = substr(bytes, 1, 9000) || x'00' || substr(bytes, 9002)";
    QTest::newRow("the last byte is wrong")
        << "UPDATE dictionary SET bytes = substr(bytes, 1, length(bytes) - 1) || x'ff'";
    QTest::newRow("the header is wiped")
        << "UPDATE dictionary SET bytes = x'0000000000000000' || substr(bytes, 9)";
    QTest::newRow("the entropy tables are damaged")
        << "UPDATE dictionary SET bytes = substr(bytes, 1, 20) || x'deadbeef' ||"
           " substr(bytes, 25)";
    QTest::newRow("truncated") << "UPDATE dictionary SET bytes = substr(bytes, 1, 100)";
    QTest::newRow("empty") << "UPDATE dictionary SET bytes = x''";
    QTest::newRow("missing") << "DELETE FROM dictionary";
}

void TestDiskDictionary::aDamagedDictionaryNeverGivesAWrongValue()
{
    QFETCH(QString, damage);
    CacheFixture fixture;
    QVERIFY(fixture.open());
    QVERIFY(fill(fixture, 0, many));
    fixture.cache.reset();
    onEachShard(fixture, qPrintable(damage));
    const std::int64_t without = onEachShard(fixture, "SELECT count(*) FROM payload WHERE dictionary = 0");
    QVERIFY(without > 0); // rows written before there was a dictionary
    QVERIFY(fixture.open());
    const Answers answers = askForAll(fixture, many);
    QCOMPARE(answers.wrong, 0u);
    QVERIFY2(answers.right >= without, qPrintable(QString::number(answers.right)));
    // The cache continues, and new values are served, also after a restart.
    QVERIFY(fill(fixture, 0, many));
    QVERIFY(fixture.reopen());
    QCOMPARE(askForAll(fixture, many).right, many);
}

void TestDiskDictionary::valuesWithNothingInCommonGetNoDictionary_data()
{
    QTest::addColumn<QByteArray>("values"); // parted at newlines
    QTest::addColumn<bool>("isTried");
    std::mt19937 random(1);
    QByteArray noise;
    for (int i = 0; i < 1'000'000; ++i)
        noise += i % 2000 == 1999 ? '\n' : static_cast<char>(random() % 255 == 10 ? 11 : random() % 255);
    QTest::newRow("random bytes") << noise << true;
    QTest::newRow("empty values") << QByteArray("\n\n") << false;
    QTest::newRow("single bytes") << QByteArray("a\nb\nc\nd") << true;
}

void TestDiskDictionary::valuesWithNothingInCommonGetNoDictionary()
{
    QFETCH(QByteArray, values);
    QFETCH(bool, isTried);
    std::vector<std::string> parted;
    for (const QByteArray &value : values.split('\n'))
        parted.push_back(value.toStdString());
    DictionaryTrainer trainer = trained(parted);
    QCOMPARE(trainer.isDue(), isTried);
    if (!isTried)
        return;
    QVERIFY(!trainer.train());
    // It does not retry soon.
    for (int i = 0; i < 5000; ++i)
        trainer.note(parted[0], parted[0].size());
    QVERIFY(!trainer.isDue());
}

void TestDiskDictionary::aNewDictionaryIsTrainedWhenValuesChange()
{
    std::vector<std::string> values;
    for (unsigned i = 0; i < 600; ++i)
        values.push_back(metadata(i));
    DictionaryTrainer trainer = trained(values);
    QVERIFY(trainer.train());
    const auto write = [&](std::size_t share) {
        for (const std::string &value : values) {
            for (int i = 0; i < 10 && !trainer.isDue(); ++i)
                trainer.note(value, value.size() / share);
        }
    };
    write(5);
    write(5);
    QVERIFY(!trainer.isDue()); // the ratio is as good as at first
    write(2);
    QVERIFY(trainer.isDue());
}

MANOMETER_TEST(Core, TestDiskDictionary)
#include "tst_disk_dictionary.moc"
