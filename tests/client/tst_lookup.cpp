// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/Bytes.h"
#include "client/Items.h"
#include "client/Lookup.h"
#include "json/Value.h"
#include "support/FakeServer.h"
#include "support/TestMain.h"

#include <QTest>

using namespace manometer;
using namespace manometer::client;
using test::FakeReply;
using test::FakeRequest;
using test::FakeServer;

namespace {

// Answers each file with its own name, or with `bytesOfValue` bytes.
FakeReply entriesOf(const FakeRequest &request, std::size_t bytesOfValue = 0)
{
    const auto asked = json::Value::parse(request.body);
    json::Writer body;
    body.beginObject();
    body.member("entries");
    body.beginArray();
    for (const json::Value &path : asked->find("paths")->items()) {
        body.beginObject();
        body.member("file", path.text());
        body.member("value", bytesOfValue ? std::string(bytesOfValue, 'x') : path.text());
        body.endObject();
    }
    body.endArray();
    body.endObject();
    return {.pieces = {test::httpAnswer(200, body.take())}};
}

} // namespace

class TestLookup : public QObject
{
    Q_OBJECT
private slots:
    void itemsAreCopiedAsTheyAreWritten()
    {
        QByteArrayList items;
        const auto read = forEachItem(
            R"({"x":[0],"deep":{"list":[1]},"list":[ 1.10 ,"a\u00e9\n",null,{"b": [1e3, {}],"a":true},[],[[2]]],"y":1})",
            "list",
            [&items](std::string_view item) { items += QByteArray(item.data(), qsizetype(item.size())); });
        QVERIFY(read);
        QCOMPARE(items, (QByteArrayList{"1.10", R"("a\u00e9\n")", "null", R"({"b":[1e3,{}],"a":true})", "[]",
                                        "[[2]]"}));
    }

    void aDocumentWithoutTheListIsAnError_data()
    {
        QTest::addColumn<QByteArray>("document");
        for (const char *each :
             {"", "{", "[1]", "{}", R"({"list":1})", R"({"other":[1]})", R"({"list":[1,})"})
            QTest::addRow("%s", each) << QByteArray(each);
    }
    void aDocumentWithoutTheListIsAnError()
    {
        QFETCH(QByteArray, document);
        QVERIFY(!forEachItem(document.toStdString(), "list", [](std::string_view) {}));
    }

    void valuesAreVerbatimAndReasonsWords()
    {
        FakeServer server([](const FakeRequest &) {
            return FakeReply{
                .pieces = {test::httpAnswer(
                    200, R"({"found":1,"entries":[{"file":"/a\\\\b\\xFF","value":{"n":1.10,"s":"\u00e9"}},)"
                         R"({"file":"/c","reason":"not_cached","detail":"why"}]})")}};
        });
        Connection connection({.socketPath = server.path()});
        const std::vector<std::string> paths{"/a\\b\xff", "/c"};
        const auto entries = lookUp(connection, paths, {.readsMissing = true, .depth = "full"});
        QVERIFY2(entries, entries ? "" : entries.error().detail.c_str());
        QCOMPARE(entries->at(0).value, std::string(R"({"n":1.10,"s":"\u00e9"})"));
        QCOMPARE(entries->at(1).value, std::string());
        QCOMPARE(entries->at(1).reason, std::string("not_cached"));
        QCOMPARE(entries->at(1).detail, std::string("why"));
        const FakeRequest request = server.requests().at(0);
        QCOMPARE(request.target, std::string("/api/entries/lookup?read=missing"));
        QCOMPARE(request.body, std::string(R"({"paths":["/a\\\\b\\xFF","/c"],"depth":"full"})"));
    }

    void nothingIsAskedForNoFiles()
    {
        FakeServer server([](const FakeRequest &request) { return entriesOf(request); });
        Connection connection({.socketPath = server.path()});
        QVERIFY(lookUp(connection, {}, {})->empty());
        QVERIFY(server.requests().empty());
    }

    void anAnswerAboutOtherFilesIsBroken_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("no list") << QByteArray("{}");
        QTest::newRow("no JSON") << QByteArray("hello");
        QTest::newRow("too few") << QByteArray(R"({"entries":[{"file":"/a","value":1}]})");
        QTest::newRow("too many") << QByteArray(
            R"({"entries":[{"file":"/a","value":1},{"file":"/b","value":1},{"file":"/c","value":1}]})");
        QTest::newRow("another order")
            << QByteArray(R"({"entries":[{"file":"/b","value":1},{"file":"/a","value":1}]})");
        QTest::newRow("neither value nor reason")
            << QByteArray(R"({"entries":[{"file":"/a"},{"file":"/b","value":1}]})");
        QTest::newRow("both") << QByteArray(
            R"({"entries":[{"file":"/a","value":1,"reason":"x"},{"file":"/b","value":1}]})");
        QTest::newRow("no objects") << QByteArray(R"({"entries":["/a","/b"]})");
    }
    void anAnswerAboutOtherFilesIsBroken()
    {
        QFETCH(QByteArray, body);
        FakeServer server([&body](const FakeRequest &) {
            return FakeReply{.pieces = {test::httpAnswer(200, body.toStdString())}};
        });
        Connection connection({.socketPath = server.path()});
        const std::vector<std::string> paths{"/a", "/b"};
        const auto entries = lookUp(connection, paths, {});
        QVERIFY(!entries);
        QCOMPARE(int(entries.error().kind), int(Failure::Kind::Broken));
    }

    void anAnswerThatIsTooLargeIsAskedForInParts()
    {
        FakeServer server([](const FakeRequest &request) { return entriesOf(request, 1000); });
        Connection connection({.socketPath = server.path()});
        std::vector<std::string> paths;
        for (int i = 0; i < 7; ++i)
            paths.push_back('/' + std::to_string(i));
        const auto entries = lookUp(connection, paths, {.mostBodyBytes = 2500});
        QVERIFY(entries);
        QCOMPARE(entries->size(), paths.size());
        // One file alone is too large.
        const auto one = lookUp(connection, paths, {.mostBodyBytes = 500});
        QVERIFY(!one);
        QCOMPARE(int(one.error().kind), int(Failure::Kind::TooLarge));
    }
};

MANOMETER_TEST(None, TestLookup)
#include "tst_lookup.moc"
