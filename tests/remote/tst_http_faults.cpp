// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whatever a server does, a request ends with a reason, in bounded time and memory.
#include "ScriptedServer.h"
#include "remote/HttpClient.h"
#include "support/Eventually.h"
#include "support/TestMain.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>

using namespace manometer::remote;
using namespace manometer::test;
using namespace std::chrono_literals;
using Outcome = HttpAnswer::Outcome;
using Then = ServedReply::Then;

class TestHttpFaults : public QObject
{
    Q_OBJECT

    static Endpoint at(const ScriptedServer &server)
    {
        Endpoint endpoint;
        endpoint.socketPath = server.socketPath();
        return endpoint;
    }

private slots:
    void aBadAnswerIsAnOutcomeWithAReason_data()
    {
        QTest::addColumn<ServedReply>("reply");
        QTest::addColumn<Outcome>("outcome");
        const auto row = [](const char *what, const ServedReply &reply, Outcome outcome) {
            QTest::newRow(what) << reply << outcome;
        };
        row("no answer", {.then = Then::Hang}, Outcome::TimedOut);
        row("half a header", {.raw = "HTTP/1.1 200 OK\r\nConte", .then = Then::Hang}, Outcome::TimedOut);
        row("half a body", {.raw = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345", .then = Then::Hang},
            Outcome::TimedOut);
        row("closed at once", {.then = Then::Drop}, Outcome::Broken);
        row("closed after a blank", {.raw = " ", .then = Then::Close}, Outcome::Malformed);
        row("closed within the header", {.raw = "HTTP/1.1 200 OK\r\nConte", .then = Then::Close},
            Outcome::Answered);
        row("closed within the body",
            {.raw = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n1", .then = Then::Close}, Outcome::Broken);
        row("a chunk that is none",
            {.raw = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", .then = Then::Close},
            Outcome::Broken);
        row("garbage", {.raw = QByteArray("\x00\xff\x13garbage\r\n\r\n", 13), .then = Then::Close},
            Outcome::Malformed);
        row("HTTP/0.9", {.raw = "<html>hello</html>", .then = Then::Close}, Outcome::Malformed);
        row("a length beyond the bound",
            {.raw = "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n", .then = Then::Hang},
            Outcome::TooLarge);
        row("a body without length beyond the bound",
            {.raw = "HTTP/1.1 200 OK\r\n\r\n" + QByteArray(100'000, 'x'), .then = Then::Close},
            Outcome::TooLarge);
        row("headers without end",
            {.raw = "HTTP/1.1 200 OK\r\n" + QByteArray("X-A: b\r\n").repeated(10'000), .then = Then::Hang},
            Outcome::TooLarge);
        row("a header line without end",
            {.raw = "HTTP/1.1 200 OK\r\nX: " + QByteArray(500'000, 'a'), .then = Then::Hang},
            Outcome::Broken); // by libcurl
        row("informational answers without end",
            {.raw = QByteArray("HTTP/1.1 102 P\r\n\r\n"), .then = Then::Endless}, Outcome::TooLarge);
    }
    void aBadAnswerIsAnOutcomeWithAReason()
    {
        QFETCH(ServedReply, reply);
        QFETCH(Outcome, outcome);
        ScriptedServer server([&reply](const ServedRequest &) { return reply; });
        HttpClient client(at(server));
        QElapsedTimer timer;
        timer.start();
        const HttpAnswer got =
            client.fetch({.target = "/x", .timeout = 500ms, .mostAnswerBytes = 50'000}).result();
        QVERIFY(timer.elapsed() < 10'000);
        QCOMPARE(got.outcome, outcome);
        QCOMPARE(got.reason.isEmpty(), outcome == Outcome::Answered);
        QVERIFY(got.body.isEmpty());
        QVERIFY(!got.reason.contains(QLatin1StringView("/x")));
    }

    void aServerThatDoesNotExistIsNotReached()
    {
        ScriptedServer server([](const ServedRequest &) { return ServedReply{}; });
        HttpClient client(at(server));
        server.stop();
        const HttpAnswer got = client.fetch({.target = "/x"}).result();
        QCOMPARE(got.outcome, Outcome::NotReached);
        QVERIFY2(got.reason.contains(QLatin1StringView("No such file")), qPrintable(got.reason));
        QVERIFY(server.start());
        QCOMPARE(client.fetch({.target = "/x"}).result().status, 200);
    }

    void aKeptConnectionThatTheServerClosedIsReplaced()
    {
        ScriptedServer server([](const ServedRequest &) { return ServedReply{}; });
        HttpClient client(at(server));
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(client.fetch({.target = "/x"}).result().status, 200);
            server.stop();
            QVERIFY(server.start());
        }
    }

    void aChangeIsNotSentTwice()
    {
        std::atomic<bool> isBreaking = false;
        ScriptedServer server([&isBreaking](const ServedRequest &) {
            return ServedReply{.then = isBreaking ? Then::Drop : Then::Keep};
        });
        HttpClient client(at(server));
        QCOMPARE(client.fetch({.target = "/x"}).result().status, 200); // its connection is kept
        isBreaking = true;
        QVERIFY(!client.fetch({.method = "POST", .target = "/x"}).result().isSuccess());
        QCOMPARE(server.requests("POST", "/x").size(), 1);
    }

    void requestsThatWaitTooLongEndToo()
    {
        ScriptedServer server([](const ServedRequest &) { return ServedReply{.then = Then::Hang}; });
        HttpClient client(at(server));
        QList<QFuture<HttpAnswer>> answers;
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 100; ++i)
            answers += client.fetch({.target = "/x", .timeout = 300ms});
        for (const auto &answer : std::as_const(answers))
            QCOMPARE(answer.result().outcome, Outcome::TimedOut);
        QVERIFY(timer.elapsed() < 3000);
    }

    void moreRequestsThanCanWaitAreRefused()
    {
        ScriptedServer server([](const ServedRequest &) { return ServedReply{.then = Then::Hang}; });
        HttpClient client(at(server));
        QList<QFuture<HttpAnswer>> answers;
        for (std::size_t i = 0; i < HttpClient::mostWaiting + 100; ++i)
            answers += client.fetch({.target = "/x"});
        QCOMPARE(answers.constLast().result().outcome, Outcome::NotReached);
    }

    void aStreamEnds_data()
    {
        QTest::addColumn<ServedReply>("reply");
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<int>("status");
        QTest::newRow("without an answer") << ServedReply{.then = Then::Hang} << Outcome::TimedOut << 0;
        QTest::newRow("in silence") << ServedReply::stream("x") << Outcome::TimedOut << 0;
        QTest::newRow("with a refusal")
            << ServedReply::problem(403, "forbidden", "No.") << Outcome::Answered << 403;
        QTest::newRow("with an endless refusal")
            << ServedReply{.raw = "HTTP/1.1 503 X\r\n\r\n" + QByteArray(1 << 20, 'x'), .then = Then::Close}
            << Outcome::TooLarge << 503;
        QTest::newRow("with another content") << ServedReply{.body = "{}"} << Outcome::Malformed << 200;
    }
    void aStreamEnds()
    {
        QFETCH(ServedReply, reply);
        QFETCH(Outcome, outcome);
        QFETCH(int, status);
        ScriptedServer server([&reply](const ServedRequest &) { return reply; });
        HttpClient client(at(server));
        const auto end = std::make_shared<QPromise<HttpAnswer>>();
        end->start();
        const auto future = end->future();
        client.stream(
            {.target = "/stream", .timeout = 300ms}, 300ms, [](QByteArrayView) { return true; },
            [end](const HttpAnswer &answer) {
                end->addResult(answer);
                end->finish();
            });
        QCOMPARE(future.result().outcome, outcome);
        if (status != 0)
            QCOMPARE(future.result().status, status);
    }

    void aReceiverEndsAnEndlessStream()
    {
        ScriptedServer server([](const ServedRequest &) {
            return ServedReply{.raw = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n",
                               .then = Then::Endless};
        });
        HttpClient client(at(server));
        const auto end = std::make_shared<QPromise<HttpAnswer>>();
        end->start();
        const auto future = end->future();
        qsizetype size = 0;
        client.stream(
            {.target = "/stream"}, 30s,
            [&size](QByteArrayView piece) { return (size += piece.size()) < 1'000'000; },
            [end](const HttpAnswer &answer) {
                end->addResult(answer);
                end->finish();
            });
        QCOMPARE(future.result().outcome, Outcome::Stopped);
        QVERIFY(size < 3'000'000);
    }

    void heartbeatsKeepAStreamAlive()
    {
        ScriptedServer server([](const ServedRequest &) { return ServedReply::stream("x"); });
        HttpClient client(at(server));
        std::atomic<bool> hasEnded = false;
        client.stream(
            {.target = "/stream"}, 500ms, [](QByteArrayView) { return true; },
            [&hasEnded](const HttpAnswer &) { hasEnded = true; });
        COMPARE_EVENTUALLY(server.streams(), 1);
        for (int i = 0; i < 10; ++i) {
            QTest::qWait(100);
            server.push(": \n\n");
        }
        QVERIFY(!hasEnded);
        VERIFY_EVENTUALLY(hasEnded);
    }
};

MANOMETER_TEST(Core, TestHttpFaults)
#include "tst_http_faults.moc"
