// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/JsonParts.h"
#include "support/TestMain.h"

#include <QTest>

using namespace manometer::remote;

class TestJsonParts : public QObject
{
    Q_OBJECT

    static QList<QByteArray> items(const QByteArray &document)
    {
        QList<QByteArray> found;
        const auto read =
            forEachItem(document, "rows", [&found](const QByteArray &item) { found.append(item); });
        return read ? found : QList<QByteArray>{"error"};
    }

private slots:
    void aMemberIsItsText_data()
    {
        QTest::addColumn<QByteArray>("value");
        for (const char *value : {"1e999", "13.10", "null", "true", R"("a\u00e9\\")", "{}", "[]",
                                  R"({"value":{"value":[1,{"value":2}]},"row":3})", R"([[],[{}],"x"])"})
            QTest::addRow("%s", value) << QByteArray(value);
    }
    void aMemberIsItsText()
    {
        QFETCH(QByteArray, value);
        for (const QByteArray &document :
             {R"({"value":)" + value + "}", R"({"row":{"value":0},"value":)" + value + R"(,"x":[0]})"}) {
            const auto text = memberText(document, "value");
            QVERIFY(text);
            QCOMPARE(*text, value);
        }
    }

    void itemsAreTheirTexts()
    {
        QCOMPARE(items(R"({"rows":[1, "a", {"rows": [2]}, [3, [4]], null]})"),
                 (QList<QByteArray>{"1", "\"a\"", R"({"rows":[2]})", "[3,[4]]", "null"}));
        QCOMPARE(items(R"({"x":{"rows":[1]},"rows":[{}],"y":[5]})"), QList<QByteArray>{"{}"});
        QCOMPARE(items(R"({"rows":[]})"), QList<QByteArray>());
    }

    void whatIsMissingOrNoArrayOrBrokenFails_data()
    {
        QTest::addColumn<QByteArray>("document");
        for (const char *document :
             {"", "null", "[]", "{}", R"({"rows":1})", R"({"rows":{"a":[1]}})", R"({"rows":{"rows":[1]}})",
              R"({"x":{"rows":[1]}})", R"([{"rows":[1]}])", R"({"rows":[1])", R"({"rows":[1]}})"})
            QTest::addRow("%s", document) << QByteArray(document);
        QTest::newRow("a deep nest") << R"({"rows":)" + QByteArray(100'000, '[');
    }
    void whatIsMissingOrNoArrayOrBrokenFails()
    {
        QFETCH(QByteArray, document);
        QCOMPARE(items(document), QList<QByteArray>{"error"});
    }
};

MANOMETER_TEST(None, TestJsonParts)
#include "tst_json_parts.moc"
