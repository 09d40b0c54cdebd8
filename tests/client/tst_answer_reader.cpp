// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/AnswerReader.h"
#include "support/TestMain.h"

#include <QTest>

#include <algorithm>

using namespace manometer::client;

namespace {

struct Result
{
    std::string body;
    std::string problem; // empty: none
    bool isTooLarge = false;
    bool isComplete = false;
    bool canGoOn = false;
    int status = 0;
};

// Reads the bytes in pieces of this size, then the end of the connection.
Result read(std::string_view bytes, std::size_t pieceBytes, std::size_t mostBodyBytes = 1000)
{
    AnswerReader reader(mostBodyBytes);
    Result result;
    const auto fail = [&result](const AnswerReader::Problem &problem) {
        result.problem = problem.text;
        result.isTooLarge = problem.isTooLarge;
    };
    while (!bytes.empty() && result.problem.empty()) {
        const auto piece = bytes.substr(0, pieceBytes);
        bytes.remove_prefix(piece.size());
        if (const auto done = reader.take(piece); !done)
            fail(done.error());
    }
    if (result.problem.empty() && !reader.isComplete())
        if (const auto done = reader.end(); !done)
            fail(done.error());
    result.status = reader.status();
    result.isComplete = reader.isComplete();
    result.canGoOn = reader.isComplete() && reader.canGoOn();
    result.body = reader.takeBody();
    return result;
}

} // namespace

class TestAnswerReader : public QObject
{
    Q_OBJECT
private slots:
    void aBodyIsReadInPiecesOfAnySize_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("canGoOn");
        QTest::newRow("by its length")
            << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello") << QByteArray("hello") << true;
        QTest::newRow("an empty one")
            << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n") << QByteArray() << true;
        QTest::newRow("in chunks") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                                                 "3\r\nhel\r\n2;x=y\r\nlo\r\n0\r\n\r\n")
                                   << QByteArray("hello") << true;
        QTest::newRow("in chunks with trailers")
            << QByteArray(
                   "HTTP/1.1 200 OK\r\ntransfer-encoding: Chunked\r\n\r\n5\r\nhello\r\n0\r\nX: y\r\n\r\n")
            << QByteArray("hello") << true;
        QTest::newRow("up to the end of the connection")
            << QByteArray("HTTP/1.1 200 OK\r\n\r\nhello") << QByteArray("hello") << false;
        QTest::newRow("without a body")
            << QByteArray("HTTP/1.1 204 No Content\r\nETag: x\r\n\r\n") << QByteArray() << true;
        QTest::newRow("after an interim answer")
            << QByteArray("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
            << QByteArray("ok") << true;
        QTest::newRow("with bare line feeds")
            << QByteArray("HTTP/1.1 200 OK\nContent-Length: 2\n\nok") << QByteArray("ok") << true;
        QTest::newRow("the last one of its connection")
            << QByteArray("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok")
            << QByteArray("ok") << false;
        QTest::newRow("of an old version")
            << QByteArray("HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok") << QByteArray("ok") << false;
        QTest::newRow("the same length twice")
            << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 2\r\n\r\nok")
            << QByteArray("ok") << true;
    }
    void aBodyIsReadInPiecesOfAnySize()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QByteArray, body);
        QFETCH(bool, canGoOn);
        for (std::size_t size : {1, 2, 3, 7, 1000}) {
            const Result result = read(answer.toStdString(), size);
            QCOMPARE(QByteArray::fromStdString(result.problem), QByteArray());
            QVERIFY(result.isComplete);
            QCOMPARE(QByteArray::fromStdString(result.body), body);
            QCOMPARE(result.canGoOn, canGoOn);
        }
    }

    void whatIsNoAnswerIsAProblem_data()
    {
        QTest::addColumn<QByteArray>("answer");
        const auto row = [](const char *name, const char *answer) {
            QTest::newRow(name) << QByteArray(answer);
        };
        row("nothing", "");
        row("another protocol", "SSH-2.0-OpenSSH_9.2\r\n");
        row("a later version", "HTTP/2 200 OK\r\n\r\n");
        row("a status of two digits", "HTTP/1.1 20 OK\r\n\r\n");
        row("a status that is no number", "HTTP/1.1 2x0 OK\r\n\r\n");
        row("a negative status", "HTTP/1.1 -20 OK\r\n\r\n");
        row("half a head", "HTTP/1.1 200 OK\r\nContent-Le");
        row("half a body", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel");
        row("half a chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel");
        row("no last chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n");
        row("no end of the trailers", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n");
        row("a chunk longer than its size",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhello\r\n0\r\n\r\n");
        row("a size that is no number", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n");
        row("a negative size", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\nhello\r\n");
        row("a size that overflows",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n11111111111111111\r\n");
        row("two lengths", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nok!");
        row("a length and chunks",
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n");
        row("another encoding", "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n");
        row("a negative length", "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n");
        row("a length with a sign", "HTTP/1.1 200 OK\r\nContent-Length: +1\r\n\r\nx");
        row("a length that is no number", "HTTP/1.1 200 OK\r\nContent-Length: 1x\r\n\r\nx");
        row("more than the answer", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok?");
        row("a folded header", "HTTP/1.1 200 OK\r\nX: y\r\n z\r\n\r\n");
        row("a blank before the colon", "HTTP/1.1 200 OK\r\nContent-Length : 2\r\n\r\nok");
        row("a header without a colon", "HTTP/1.1 200 OK\r\nContent\r\n\r\n");
        row("another protocol on the same connection", "HTTP/1.1 101 Switching Protocols\r\n\r\n");
    }
    void whatIsNoAnswerIsAProblem()
    {
        QFETCH(QByteArray, answer);
        for (std::size_t size : {1, 3, 1000}) {
            const Result result = read(answer.toStdString(), size);
            QVERIFY2(!result.problem.empty(), result.body.c_str());
            QVERIFY(!result.isTooLarge);
        }
    }

    void aLongHeadIsAProblem()
    {
        std::string head = "HTTP/1.1 200 OK\r\n";
        while (head.size() < AnswerReader::mostHeadBytes + 10)
            head += "X-Header: value\r\n";
        QVERIFY(!read(head, 100).problem.empty());
        const std::string line = "HTTP/1.1 200 OK\r\nX: " + std::string(AnswerReader::mostHeadBytes, 'x');
        QVERIFY(!read(line, 1000).problem.empty());
        std::string interim;
        while (interim.size() < AnswerReader::mostHeadBytes + 10)
            interim += "HTTP/1.1 100 Continue\r\n\r\n";
        QVERIFY(!read(interim, 1000).problem.empty());
    }

    void aLargeBodyIsAProblemOfItsOwn_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::newRow("by its length, before it comes")
            << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n");
        QTest::newRow("in chunks")
            << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffff\r\n") +
                   QByteArray(1001, 'x');
        QTest::newRow("up to the end") << QByteArray("HTTP/1.1 200 OK\r\n\r\n") + QByteArray(1001, 'x');
    }
    void aLargeBodyIsAProblemOfItsOwn()
    {
        QFETCH(QByteArray, head);
        const Result result = read(head.toStdString(), 100);
        QVERIFY(result.isTooLarge);
        QVERIFY(result.body.size() <= 1000);
    }

    void aStreamMayBeLongerThanItsLimitIfItIsTaken()
    {
        AnswerReader reader(10);
        QVERIFY(reader.take("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"));
        for (int i = 0; i < 100; ++i) {
            QVERIFY(reader.take("8\r\n12345678\r\n"));
            QCOMPARE(reader.takeBody(), std::string("12345678"));
        }
    }

    void fieldsAreFoundByTheirName()
    {
        AnswerReader reader(10);
        QVERIFY(reader.take("HTTP/1.1 204 X\r\nETag:  \"a b\" \r\nEmpty:\r\n\r\n"));
        QVERIFY(reader.hasHead());
        QCOMPARE(std::string(reader.field("etag")), std::string("\"a b\""));
        QCOMPARE(std::string(reader.field("empty")), std::string());
        QCOMPARE(std::string(reader.field("missing")), std::string());
    }
};

MANOMETER_TEST(None, TestAnswerReader)
#include "tst_answer_reader.moc"
