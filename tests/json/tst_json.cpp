// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/Json.h"
#include "support/TestMain.h"

#include <QTest>

#include <string>

using namespace manometer::json;

namespace {

QByteArray bytes(const std::string &text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

// Records the unescaped text of each name and string.
struct TextSpy final : Handler
{
    QList<QByteArray> names;
    QList<QByteArray> strings;

    static QByteArray bytesOf(std::string_view text)
    {
        return {text.data(), static_cast<qsizetype>(text.size())};
    }
    void beginObject() override {}
    void endObject() override {}
    void beginArray() override {}
    void endArray() override {}
    void name(std::string_view, std::string_view text) override { names.append(bytesOf(text)); }
    void string(std::string_view, std::string_view text) override { strings.append(bytesOf(text)); }
    void literal(std::string_view) override {}
};

} // namespace

class TestJson : public QObject
{
    Q_OBJECT

    // The document after reading and writing it; the error where it cannot be read.
    static QByteArray copied(const QByteArray &document, Tolerance tolerance, Layout layout = Layout::Compact)
    {
        Writer writer(layout);
        const auto done =
            read({document.constData(), static_cast<std::size_t>(document.size())}, writer, tolerance);
        return done ? bytes(writer.text()) : "error: " + QByteArray::fromStdString(done.error().reason);
    }

private slots:
    void aCopyKeepsTheText_data()
    {
        QTest::addColumn<QByteArray>("document");
        for (const char *number :
             {"1.10", "13.10", "7.0", "1e3", "1E+3", "-0", "0.000", "9e999", "-9e999", "1e-400",
              "1234567890123456789012", "3000000000", "0.1000000000000000055511151231257827"})
            QTest::addRow("the number %s", number) << QByteArray(number);
        QTest::newRow("literals") << QByteArray("[true,false,null]");
        QTest::newRow("escapes") << QByteArray(
            "[\"\\u00e9\\u00E9\\/\\\"\\\\\\b\\f\\n\\r\\t\\ud83d\\ude00\"]");
        QTest::newRow("characters of two, three and four bytes")
            << QByteArray("[\"\u00e9\u20ac\U0001f600\"]");
        QTest::newRow("unsorted and duplicate members") << QByteArray("{\"z\":1,\"a\":2,\"z\":3}");
        QTest::newRow("a name with escapes") << QByteArray("{\"a\\\"\\\\b\":{\"\":[]}}");
        QTest::newRow("empty containers") << QByteArray("[{},[],[[]],\"\"]");
        QTest::newRow("a string alone") << QByteArray("\"a\\\"b\"");
    }
    void aCopyKeepsTheText()
    {
        QFETCH(QByteArray, document);
        QCOMPARE(copied(document, Tolerance::Strict), document);
        QCOMPARE(copied(document, Tolerance::Repair), document);
        QCOMPARE(copied(" \n[ " + document + "\t]\r\n", Tolerance::Strict), "[" + document + "]");
    }

    void invalidJsonIsRejected_data()
    {
        QTest::addColumn<QByteArray>("document");
        for (const char *document : {"",
                                     " ",
                                     "[",
                                     "]",
                                     "{",
                                     "[1",
                                     "[1,]",
                                     "[,1]",
                                     "[1 2]",
                                     "[:]",
                                     "{\"a\"}",
                                     "{\"a\":}",
                                     "{\"a\":1,}",
                                     "{\"a\" 1}",
                                     "{1:2}",
                                     "[\"a",
                                     "\"a\" \"b\"",
                                     "1 2",
                                     "[]x",
                                     "[][]",
                                     "{\"a\":1}{\"b\":2}",
                                     "{\"a\":[1}]",
                                     "tru",
                                     "nul l",
                                     "[1}"})
            QTest::addRow("%s", document) << QByteArray(document);
    }
    void invalidJsonIsRejected()
    {
        QFETCH(QByteArray, document);
        for (const Tolerance tolerance : {Tolerance::Strict, Tolerance::Repair})
            QVERIFY2(copied(document, tolerance).startsWith("error: "), copied(document, tolerance));
    }

    void unambiguousErrorsAreRepaired_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<QByteArray>("repaired");
        QTest::newRow("a byte that is not UTF-8 in a value")
            << QByteArray("[\"a\xff\"]") << QByteArray("[\"a\xef\xbf\xbd\"]");
        QTest::newRow("a byte that is not UTF-8 in a name")
            << QByteArray("{\"\xda\":1.10}") << QByteArray("{\"\xef\xbf\xbd\":1.10}");
        QTest::newRow("a truncated character")
            << QByteArray("[\"\xe2\x82\"]") << QByteArray("[\"\xef\xbf\xbd\xef\xbf\xbd\"]");
        QTest::newRow("a surrogate in UTF-8")
            << QByteArray("[\"\xed\xa0\x80\"]") << QByteArray("[\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\"]");
        QTest::newRow("an overlong character")
            << QByteArray("[\"\xc0\xaf\"]") << QByteArray("[\"\xef\xbf\xbd\xef\xbf\xbd\"]");
        QTest::newRow("a control character in a value")
            << QByteArray("[\"a\x01\x1f\nb\"]") << QByteArray("[\"a\\u0001\\u001f\\u000ab\"]");
        QTest::newRow("a control character in a name")
            << QByteArray("{\"\t\":1}") << QByteArray("{\"\\u0009\":1}");
        QTest::newRow("a control character after a backslash")
            << QByteArray("[\"a\\\nb\"]") << QByteArray("[\"a\\\\\\u000ab\"]");
        QTest::newRow("half of a surrogate pair")
            << QByteArray("[\"\\ud800\"]") << QByteArray("[\"\\ud800\"]");
        QTest::newRow("words") << QByteArray("[NaN,-inf,nil]") << QByteArray("[\"NaN\",\"-inf\",\"nil\"]");
        QTest::newRow("invalid numbers")
            << QByteArray("[01,1.,.5,--2,+1,0x10,1e]")
            << QByteArray("[\"01\",\"1.\",\".5\",\"--2\",\"+1\",\"0x10\",\"1e\"]");
    }
    void unambiguousErrorsAreRepaired()
    {
        QFETCH(QByteArray, document);
        QFETCH(QByteArray, repaired);
        QCOMPARE(copied(document, Tolerance::Repair), repaired);
        QVERIFY(copied(document, Tolerance::Strict).startsWith("error: "));
    }

    void aContainerNestedTooDeepBecomesAString()
    {
        const auto nested = [](int levels) {
            return QByteArray("[").repeated(levels) + "1.10" + QByteArray("]").repeated(levels);
        };
        QCOMPARE(copied(nested(deepestLevel), Tolerance::Strict), nested(deepestLevel));
        QVERIFY(copied(nested(deepestLevel + 1), Tolerance::Strict).startsWith("error: "));
        QCOMPARE(copied("[" + nested(deepestLevel + 1) + ",2.0]", Tolerance::Repair),
                 "[" + QByteArray("[").repeated(deepestLevel - 1) + "\"[[1.10]]\"" +
                     QByteArray("]").repeated(deepestLevel - 1) + ",2.0]");
        // Deep enough to overflow the stack of a reader that recurses without a bound.
        QVERIFY(copied(nested(1'000'000), Tolerance::Repair).startsWith("[[["));
    }

    void namesAndStringsAreUnescaped()
    {
        TextSpy spy;
        QVERIFY(read("{\"a\\n\\\"\":\"\\u00e9\\ud83d\\ude00\\/\",\"b\":[\"\"]}", spy));
        QCOMPARE(spy.names, QList<QByteArray>({"a\n\"", "b"}));
        QCOMPARE(spy.strings, QList<QByteArray>({"\u00e9\U0001f600/", ""}));
    }

    void indentingKeepsTheDocument()
    {
        const QByteArray document = "{\"a\":[1.10,{}],\"b\":{\"c\":\"x\"},\"d\":[]}";
        const QByteArray indented = copied(document, Tolerance::Strict, Layout::Indented);
        QCOMPARE(indented, QByteArray("{\n"
                                      "    \"a\": [\n"
                                      "        1.10,\n"
                                      "        {}\n"
                                      "    ],\n"
                                      "    \"b\": {\n"
                                      "        \"c\": \"x\"\n"
                                      "    },\n"
                                      "    \"d\": []\n"
                                      "}"));
        QCOMPARE(copied(indented, Tolerance::Strict), document);
    }

    void theWriterEscapesText()
    {
        Writer writer;
        writer.beginObject();
        writer.member("quote\" backslash\\", "line\nbreak \x01 \xff end");
        writer.member("list");
        writer.beginArray();
        writer.value("a");
        writer.literal("1.10");
        writer.document("{\"b\":2}");
        writer.endArray();
        writer.endObject();
        QCOMPARE(bytes(writer.text()),
                 QByteArray("{\"quote\\\" backslash\\\\\":\"line\\u000abreak \\u0001 \xef\xbf\xbd end\","
                            "\"list\":[\"a\",1.10,{\"b\":2}]}"));
        QCOMPARE(copied(bytes(writer.text()), Tolerance::Strict), bytes(writer.text()));
    }
};

MANOMETER_TEST(None, TestJson)
#include "tst_json.moc"
