// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ReaderAnswer.h"
#include "support/TestMain.h"

#include <QTest>

using namespace manometer::extract;

class TestReaderAnswer : public QObject
{
    Q_OBJECT

    static QByteArray metadataOf(const QByteArray &members, const QByteArray &argument = "/f")
    {
        const auto answer = parseAnswer("[{\n  \"SourceFile\": \"/f\"" + members + "\n}]\n", argument);
        return answer ? answer->metadata : "error: " + answer.error().toUtf8();
    }

private slots:
    void everyValueKeepsItsPrintedText_data()
    {
        QTest::addColumn<QByteArray>("value");
        for (const char *value :
             {"1.10", "13.10", "7.0", "1e3", "9e999", "3000000000", "1234567890123456789012", "true",
              "\"1.10\"", "\"\\u00e9\\/\"", "[1.0,\"b\",{\"c\":2.50}]", "{\"Nested\":{\"X\":0.0}}"})
            QTest::addRow("%s", value) << QByteArray(value);
    }
    void everyValueKeepsItsPrintedText()
    {
        QFETCH(QByteArray, value);
        QCOMPARE(metadataOf(",\n  \"XMP-dc\": {\n    \"Source\": " + value + "\n  }"),
                 "{\"XMP-dc\":{\"Source\":" + value + "}}");
    }

    void oneBadValueLosesNoOther_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<QByteArray>("metadata");
        QTest::newRow("a number outside every range") << QByteArray(",\"A\":{\"B\":9e999,\"C\":1.10}")
                                                      << QByteArray("{\"A\":{\"B\":9e999,\"C\":1.10}}");
        QTest::newRow("an invalid byte in a group's name")
            << QByteArray(",\"XMP-m\xda\":{\"B\":1.10}")
            << QByteArray("{\"XMP-m\xef\xbf\xbd\":{\"B\":1.10}}");
        QTest::newRow("an invalid byte in a tag's name")
            << QByteArray(",\"A\":{\"\xda\":1,\"C\":1.10}")
            << QByteArray("{\"A\":{\"\xef\xbf\xbd\":1,\"C\":1.10}}");
        QTest::newRow("an invalid byte in a value")
            << QByteArray(",\"A\":{\"B\":\"\xff\",\"C\":1.10}")
            << QByteArray("{\"A\":{\"B\":\"\xef\xbf\xbd\",\"C\":1.10}}");
        QTest::newRow("a control character") << QByteArray(",\"A\":{\"B\":\"\x02\",\"C\":1.10}")
                                             << QByteArray("{\"A\":{\"B\":\"\\u0002\",\"C\":1.10}}");
        QTest::newRow("a word that is not a JSON value") << QByteArray(",\"A\":{\"B\":-inf,\"C\":1.10}")
                                                         << QByteArray("{\"A\":{\"B\":\"-inf\",\"C\":1.10}}");
    }
    void oneBadValueLosesNoOther()
    {
        QFETCH(QByteArray, members);
        QFETCH(QByteArray, metadata);
        QCOMPARE(metadataOf(members), metadata);
    }

    void aValueNestedTooDeepLosesNoOther()
    {
        const QByteArray deep = QByteArray("{\"a\":").repeated(2000) + "1" + QByteArray("}").repeated(2000);
        const QByteArray metadata = metadataOf(",\"A\":{\"B\":" + deep + ",\"C\":1.10}");
        QVERIFY2(metadata.endsWith(",\"C\":1.10}}"), metadata.right(100).constData());
    }

    void theReadersOwnFiguresAreRemoved_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<QByteArray>("metadata");
        QTest::newRow("alone in its group")
            << QByteArray(",\"ExifTool\":{\"ProcessingTime\":\"0.25 s\"},\"A\":{\"B\":1}}").chopped(1)
            << QByteArray("{\"A\":{\"B\":1}}");
        QTest::newRow("first in its group")
            << QByteArray(",\"ExifTool\":{\"ProcessingTime\":0.25,\"Warning\":\"w\"}")
            << QByteArray("{\"ExifTool\":{\"Warning\":\"w\"}}");
        QTest::newRow("last in its group")
            << QByteArray(",\"A\":{},\"ExifTool\":{\"Warning\":\"w\",\"ProcessingTime\":\"0.25 s\"}")
            << QByteArray("{\"A\":{},\"ExifTool\":{\"Warning\":\"w\"}}");
    }
    void theReadersOwnFiguresAreRemoved()
    {
        QFETCH(QByteArray, members);
        QFETCH(QByteArray, metadata);
        const auto answer = parseAnswer("[{\"SourceFile\":\"/f\"" + members + "}]", "/f");
        QVERIFY(answer);
        QCOMPARE(answer->metadata, metadata);
        QCOMPARE(answer->cost, std::optional(std::chrono::nanoseconds(250'000'000)));
    }

    void aTagOfThatNameInAnotherGroupIsKept()
    {
        QCOMPARE(metadataOf(",\"XMP\":{\"ProcessingTime\":\"0.25 "
                            "s\",\"SourceFile\":\"x\"},\"A\":{\"ExifTool\":{\"ProcessingTime\":1}}"),
                 "{\"XMP\":{\"ProcessingTime\":\"0.25 "
                 "s\",\"SourceFile\":\"x\"},\"A\":{\"ExifTool\":{\"ProcessingTime\":1}}}");
    }

    void theReadersErrorIsTheProblem()
    {
        const auto answer = parseAnswer("[{\"SourceFile\":\"/f\",\"ExifTool\":{\"Error\":\"File format "
                                        "error\"},\"XMP\":{\"Error\":\"x\"}}]",
                                        "/f");
        QVERIFY(answer);
        QCOMPARE(answer->problem, QStringLiteral("File format error"));
        QCOMPARE(answer->metadata,
                 "{\"ExifTool\":{\"Error\":\"File format error\"},\"XMP\":{\"Error\":\"x\"}}");
        QCOMPARE(parseAnswer("[{\"SourceFile\":\"/f\",\"XMP\":{\"Error\":\"x\"}}]", "/f")->problem,
                 QString());
    }

    void theAnswerMustDescribeTheRequestedFile_data()
    {
        QTest::addColumn<QByteArray>("argument");
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("the same file") << QByteArray("/a/b.jpg") << QByteArray("\"/a/b.jpg\"") << true;
        QTest::newRow("another file") << QByteArray("/a/b.jpg") << QByteArray("\"/a/c.jpg\"") << false;
        QTest::newRow("another file with the same name")
            << QByteArray("/a/b.jpg") << QByteArray("\"/b.jpg\"") << false;
        QTest::newRow("bytes that are not UTF-8 are printed as ??")
            << QByteArray("/a/\xff\xfe.jpg") << QByteArray("\"/a/??.jpg\"") << true;
        QTest::newRow("quotes are escaped")
            << QByteArray("/a\"b\\c\t") << QByteArray("\"/a\\\"b\\\\c\\t\"") << true;
        QTest::newRow("a name outside ASCII")
            << QByteArray("/\xc3\xa9.jpg") << QByteArray("\"/\xc3\xa9.jpg\"") << true;
        QTest::newRow("SourceFile is not a string") << QByteArray("/a") << QByteArray("{}") << false;
    }
    void theAnswerMustDescribeTheRequestedFile()
    {
        QFETCH(QByteArray, argument);
        QFETCH(QByteArray, source);
        QFETCH(bool, accepted);
        QCOMPARE(parseAnswer("[{\"SourceFile\":" + source + ",\"A\":{\"B\":1}}]", argument).has_value(),
                 accepted);
    }

    void theVersionsOfItsTagsAreReported()
    {
        const auto versions = [](const QByteArray &groups) {
            return parseAnswer("[{\"SourceFile\":\"/f\"" + groups + "}]", "/f")->id3;
        };
        QVERIFY(versions("").isEmpty());
        QCOMPARE(versions(",\"ID3v2_3\":{}"), Id3Versions::ofNumber(3));
        Id3Versions two = Id3Versions::ofNumber(2);
        two.add(Id3Versions::ofNumber(4));
        QCOMPARE(versions(",\"ID3v2_2\":{},\"ID3v2_4\":{\"ID3v2_3\":1},\"ID3v1\":{}"), two);
    }
};

MANOMETER_TEST(None, TestReaderAnswer)
#include "tst_reader_answer.moc"
