// SPDX-License-Identifier: GPL-3.0-or-later
//
// Small values are compressed with a common dictionary; whatever happens to it, no value is ever wrong.
#include "OpenedCache.h"
#include "cache/disk/PayloadCodec.h"

#include <QTest>

#include <random>
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
std::int64_t onEachShard(const OpenedCache &opened, const char *sql)
{
    std::int64_t sum = 0;
    for (int shard = 0; shard < 4; ++shard) {
        sqlite3 *handle = nullptr;
        sqlite3_open(opened.shardPath(shard).c_str(), &handle);
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

bool fill(OpenedCache &opened, unsigned from, unsigned to)
{
    for (unsigned i = from; i < to; ++i) {
        opened.put("/data/" + std::to_string(i), metadata(i));
        if (i % 500 == 0 && !opened.cache->flush())
            return false;
    }
    return opened.cache->flush();
}

struct Answers
{
    unsigned right = 0;
    unsigned wrong = 0;
};

Answers askForAll(OpenedCache &opened, unsigned count)
{
    opened.dropMemory();
    Answers answers;
    for (unsigned i = 0; i < count; ++i) {
        const std::string value = opened.get("/data/" + std::to_string(i));
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
    void valuesShrinkOnceTheyAreKnown();
    void whatWasWrittenBeforeStaysReadable();
    void aReopenedShardGoesOnWithItsDictionary();
    void aDamagedDictionaryNeverGivesAWrongValue_data();
    void aDamagedDictionaryNeverGivesAWrongValue();
    void valuesWithNothingInCommonGetNone_data();
    void valuesWithNothingInCommonGetNone();
    void anotherOneIsMadeWhenValuesChange();
};

void TestDiskDictionary::valuesShrinkOnceTheyAreKnown()
{
    OpenedCache opened;
    QVERIFY(opened.open());
    QVERIFY(fill(opened, 0, many));
    const auto ids = opened.cache->list({.order = EntryQuery::Order::Stored});
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    for (const auto &info : opened.cache->describe(std::span(ids).first(100)))
        first += info->storedBytes;
    for (const auto &info : opened.cache->describe(std::span(ids).last(100)))
        last += info->storedBytes;
    QVERIFY2(last * 3 < first * 2, qPrintable(QString("%1, then %2").arg(first).arg(last)));
}

void TestDiskDictionary::whatWasWrittenBeforeStaysReadable()
{
    OpenedCache opened;
    QVERIFY(opened.open());
    QVERIFY(fill(opened, 0, many));
    QCOMPARE(askForAll(opened, many).right, many);
    QVERIFY(opened.reopen());
    QCOMPARE(askForAll(opened, many).right, many);
}

void TestDiskDictionary::aReopenedShardGoesOnWithItsDictionary()
{
    OpenedCache opened;
    QVERIFY(opened.open());
    QVERIFY(fill(opened, 0, many));
    QVERIFY(opened.reopen());
    QVERIFY(fill(opened, many, many + 400));
    QCOMPARE(askForAll(opened, many + 400).right, many + 400);
    opened.cache.reset();
    QCOMPARE(onEachShard(opened, "SELECT count(*) FROM dictionary"), 4);
    QCOMPARE(onEachShard(opened, "SELECT count(*) FROM payload JOIN entry USING (id) WHERE dictionary = 0 AND"
                                 " cast(substr(path, 7) AS INTEGER) >= 4000"),
             0);
}

void TestDiskDictionary::aDamagedDictionaryNeverGivesAWrongValue_data()
{
    QTest::addColumn<QString>("damage");
    QTest::newRow("a byte in its middle")
        << "UPDATE dictionary SET bytes = substr(bytes, 1, 9000) || x'00' || substr(bytes, 9002)";
    QTest::newRow("its end") << "UPDATE dictionary SET bytes = substr(bytes, 1, length(bytes) - 1) || x'ff'";
    QTest::newRow("its header") << "UPDATE dictionary SET bytes = x'0000000000000000' || substr(bytes, 9)";
    QTest::newRow("its tables") << "UPDATE dictionary SET bytes = substr(bytes, 1, 20) || x'deadbeef' ||"
                                   " substr(bytes, 25)";
    QTest::newRow("cut short") << "UPDATE dictionary SET bytes = substr(bytes, 1, 100)";
    QTest::newRow("empty") << "UPDATE dictionary SET bytes = x''";
    QTest::newRow("gone") << "DELETE FROM dictionary";
}

void TestDiskDictionary::aDamagedDictionaryNeverGivesAWrongValue()
{
    QFETCH(QString, damage);
    OpenedCache opened;
    QVERIFY(opened.open());
    QVERIFY(fill(opened, 0, many));
    opened.cache.reset();
    onEachShard(opened, qPrintable(damage));
    QVERIFY(opened.open());
    const Answers answers = askForAll(opened, many);
    QCOMPARE(answers.wrong, 0u);
    QVERIFY2(answers.right > 500,
             qPrintable(QString::number(answers.right))); // rows written before there was a dictionary
    // The cache continues, and new values are served, also after a restart.
    QVERIFY(fill(opened, 0, many));
    QVERIFY(opened.reopen());
    QCOMPARE(askForAll(opened, many).right, many);
}

void TestDiskDictionary::valuesWithNothingInCommonGetNone_data()
{
    QTest::addColumn<QByteArray>("values"); // parted at newlines
    QTest::addColumn<bool>("isTried");
    std::mt19937 random(1);
    QByteArray noise;
    for (int i = 0; i < 1'000'000; ++i)
        noise += i % 2000 == 1999 ? '\n' : static_cast<char>(random() % 255 == 10 ? 11 : random() % 255);
    QTest::newRow("noise") << noise << true;
    QTest::newRow("nothing") << QByteArray("\n\n") << false;
    QTest::newRow("single bytes") << QByteArray("a\nb\nc\nd") << true;
}

void TestDiskDictionary::valuesWithNothingInCommonGetNone()
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

void TestDiskDictionary::anotherOneIsMadeWhenValuesChange()
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

QTEST_GUILESS_MAIN(TestDiskDictionary)
#include "tst_disk_dictionary.moc"
