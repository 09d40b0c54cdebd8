// SPDX-License-Identifier: GPL-3.0-or-later
//
// FileAccessDate: the real exiftool's answer changes with it, and ours must.
#include "exiftool/AccessTime.h"
#include "support/TestMain.h"

#include <QTest>

using namespace manometer;
using namespace manometer::exiftool;

class TestAccessTime : public QObject
{
    Q_OBJECT

    static answers::Answer answer(const std::string &output) { return {.output = output}; }

private slots:
    void cleanup()
    {
        qunsetenv("TZ");
        ::tzset();
    }

    void aTimeHasItsZone_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<qint64>("time");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("UTC") << QByteArray("UTC") << qint64(1'700'000'000)
                             << QByteArray("2023:11:14 22:13:20+00:00");
        QTest::newRow("east, the next day")
            << QByteArray("XXX-5:45") << qint64(1'700'000'000) << QByteArray("2023:11:15 03:58:20+05:45");
        QTest::newRow("west") << QByteArray("XXX3:30") << qint64(1'700'000'000)
                              << QByteArray("2023:11:14 18:43:20-03:30");
        QTest::newRow("the day before, in another year")
            << QByteArray("XXX8") << qint64(1'704'070'800) << QByteArray("2023:12:31 17:00:00-08:00");
        QTest::newRow("before 1970") << QByteArray("UTC") << qint64(-1)
                                     << QByteArray("1969:12:31 23:59:59+00:00");
        QTest::newRow("none") << QByteArray("UTC") << qint64(0) << QByteArray("0000:00:00 00:00:00");
    }
    void aTimeHasItsZone()
    {
        QFETCH(QByteArray, zone);
        QFETCH(qint64, time);
        QFETCH(QByteArray, text);
        qputenv("TZ", zone);
        QCOMPARE(QByteArray::fromStdString(accessTimeText(time)), text);
    }

    void itsPlaceIsFoundBehindItsName_data()
    {
        QTest::addColumn<QByteArray>("output");
        QTest::newRow("JSON") << QByteArray(
            "[{\n  \"FileModifyDate\": \"@\",\n  \"FileAccessDate\": \"@\",\n}]\n");
        QTest::newRow("groups") << QByteArray("\"File:FileAccessDate\": \"@\"");
        QTest::newRow("text") << QByteArray("File Access Date/Time           : @\n");
        QTest::newRow("long JSON") << QByteArray(
            "\"FileAccessDate\": {\n \"desc\": \"File Access Date/Time\",\n \"val\": \"@\"\n}");
        QTest::newRow("XML") << QByteArray(" <System:FileAccessDate>@</System:FileAccessDate>");
    }
    void itsPlaceIsFoundBehindItsName()
    {
        QFETCH(QByteArray, output);
        qputenv("TZ", "UTC");
        const std::string before = accessTimeText(1'700'000'000);
        const std::string later = accessTimeText(1'750'000'000);
        std::string text = output.toStdString();
        for (std::size_t at = text.find('@'); at != std::string::npos; at = text.find('@'))
            text.replace(at, 1, before);
        answers::Answer given = answer(text);
        const bool isXml = output.contains("</");
        QCOMPARE(
            describeAccessTime(given, Command::AccessTime::Labelled, {1'700'000'000, 5}, {1'700'000'000, 5}),
            true);
        if (isXml) { // its name is there twice: valid for this access time only
            QCOMPARE(*given.onlyForAccessTime, std::int64_t(1'700'000'000'000'000'005));
            return;
        }
        QCOMPARE(given.accessTimes.size(), std::size_t(1));
        text.replace(text.rfind(before), before.size(), later);
        QCOMPARE(*outputWith(given, 1'750'000'000), text);
        QVERIFY(!outputWith(given, 0)); // another length
    }

    void anAnswerWithoutItHoldsForAnyTime()
    {
        answers::Answer given = answer("[{\"Comment\": \"x\"}]");
        QVERIFY(describeAccessTime(given, Command::AccessTime::Labelled, {1, 1}, {2, 2}));
        QVERIFY(given.accessTimes.empty() && !given.onlyForAccessTime);
        QVERIFY(describeAccessTime(given, Command::AccessTime::Absent, {1, 1}, {2, 2}));
        QVERIFY(!given.onlyForAccessTime);
    }

    // A comment of the file's may hold the name.
    void aNameThatIsThereTwiceIsNotTrusted()
    {
        qputenv("TZ", "UTC");
        const std::string time = accessTimeText(1'700'000'000);
        answers::Answer given =
            answer("\"Comment\": \"FileAccessDate: " + time + "\"\n\"FileAccessDate\": \"" + time + '"');
        QVERIFY(
            describeAccessTime(given, Command::AccessTime::Labelled, {1'700'000'000, 0}, {1'700'000'000, 0}));
        QVERIFY(given.accessTimes.empty());
        QVERIFY(given.onlyForAccessTime);
    }

    void anAnswerForOneTimeIsKeptOnlyIfThatTimeStays()
    {
        answers::Answer given = answer("2023");
        QVERIFY(!describeAccessTime(given, Command::AccessTime::Anywhere, {1, 1}, {1, 2}));
        QVERIFY(describeAccessTime(given, Command::AccessTime::Anywhere, {1, 1}, {1, 1}));
        QCOMPARE(*given.onlyForAccessTime, std::int64_t(1'000'000'001));
    }
};

MANOMETER_TEST(None, TestAccessTime)
#include "tst_access_time.moc"
