// SPDX-License-Identifier: GPL-3.0-or-later
#include "ScriptedServer.h"
#include "remote/HttpClient.h"
#include "support/Eventually.h"
#include "support/Files.h"
#include "support/TestMain.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>

using namespace manometer::remote;
using namespace manometer::test;
using namespace std::chrono_literals;
using Outcome = HttpAnswer::Outcome;
using Then = ServedReply::Then;

namespace {

Endpoint at(const ScriptedServer &server)
{
    Endpoint endpoint;
    endpoint.socketPath = server.socketPath();
    return endpoint;
}

HttpAnswer answerOf(HttpClient &client, const HttpRequest &request)
{
    return client.fetch(request).result();
}

ServedReply echo(const ServedRequest &request)
{
    return {.body = request.method + ' ' + request.target + ' ' + request.body};
}

} // namespace

class TestHttpClient : public QObject
{
    Q_OBJECT

private slots:
    void aRequestGetsItsAnswer()
    {
        ScriptedServer server([](const ServedRequest &request) {
            ServedReply reply = echo(request);
            reply.headers = "ETag: \"v1\"\r\n";
            return reply;
        });
        HttpClient client(at(server));
        const HttpAnswer got = answerOf(client, {.target = "/a?b=%20c"});
        QCOMPARE(got.outcome, Outcome::Answered);
        QCOMPARE(got.status, 200);
        QCOMPARE(got.body, QByteArray("GET /a?b=%20c "));
        QCOMPARE(got.contentType, QByteArray("application/json"));
        QCOMPARE(got.eTag, QByteArray("\"v1\""));
    }

    void theMethodTheBodyAndTheConditionAreSent_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("POST") << QByteArray("POST") << QByteArray("{\"ids\":[1]}");
        QTest::newRow("POST without a body") << QByteArray("POST") << QByteArray();
        QTest::newRow("PUT") << QByteArray("PUT") << QByteArray("{}");
        QTest::newRow("DELETE") << QByteArray("DELETE") << QByteArray();
        QTest::newRow("a large body") << QByteArray("POST") << QByteArray(3 << 20, 'x');
    }
    void theMethodTheBodyAndTheConditionAreSent()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, body);
        ScriptedServer server([](const ServedRequest &) { return ServedReply{.status = 204}; });
        HttpClient client(at(server));
        QCOMPARE(
            answerOf(client, {.method = method, .target = "/x", .body = body, .ifMatch = "\"v1\""}).status,
            204);
        const ServedRequest got = server.requests().constFirst();
        QCOMPARE(got.method, method);
        QVERIFY(got.body == body);
        QCOMPARE(got.headers.value("if-match"), QByteArray("\"v1\""));
        QCOMPARE(got.headers.value("content-type"),
                 method == "DELETE" ? QByteArray() : QByteArray("application/json"));
        QVERIFY(!got.headers.contains("expect"));
        QVERIFY(!got.headers.contains("cookie"));
    }

    void thePathIsSentAsItIs()
    {
        ScriptedServer server(&echo);
        HttpClient client(at(server));
        QCOMPARE(answerOf(client, {.target = "/api/presets/.."}).body, QByteArray("GET /api/presets/.. "));
    }

    void theTokenIsReadForEachRequestAndSentInAHeader()
    {
        ScriptedServer server(&echo, ScriptedServer::On::Loopback);
        const Folder folder;
        const QByteArray file = folder.path().toUtf8() + "/token";
        const auto endpoint = Endpoint::parse("http://127.0.0.1:" + QByteArray::number(server.port()), file);
        QVERIFY(endpoint);
        HttpClient client(*endpoint);
        const HttpAnswer without = answerOf(client, {.target = "/x"});
        QCOMPARE(without.outcome, Outcome::NotReached);
        QVERIFY(without.reason.contains(QString::fromUtf8(file)));
        QCOMPARE(server.requests().size(), 0);
        for (const char digit : {'a', 'b'}) {
            const QByteArray token(64, digit);
            QVERIFY(writeFile(file, token));
            QCOMPARE(answerOf(client, {.target = "/x"}).status, 200);
            const ServedRequest request = server.requests().constLast();
            QCOMPARE(request.headers.value("authorization"), "Bearer " + token);
            QVERIFY(!request.target.contains(token));
        }
    }

    void aRedirectIsAnAnswerAndNotFollowed()
    {
        ScriptedServer server([](const ServedRequest &) {
            return ServedReply{.status = 302, .headers = "Location: http://127.0.0.1:1/elsewhere\r\n"};
        });
        HttpClient client(at(server));
        QCOMPARE(answerOf(client, {.target = "/x"}).status, 302);
        QCOMPARE(server.requests().size(), 1);
    }

    void proxiesOfTheEnvironmentAreNotUsed()
    {
        qputenv("http_proxy", "http://127.0.0.1:1");
        qputenv("ALL_PROXY", "http://127.0.0.1:1");
        ScriptedServer server(&echo, ScriptedServer::On::Loopback);
        const Folder folder;
        const QByteArray file = folder.path().toUtf8() + "/token";
        QVERIFY(writeFile(file, QByteArray(64, 'a')));
        HttpClient client(*Endpoint::parse("http://127.0.0.1:" + QByteArray::number(server.port()), file));
        QCOMPARE(answerOf(client, {.target = "/x"}).status, 200);
        qunsetenv("http_proxy");
        qunsetenv("ALL_PROXY");
    }

    void cookiesAreNotKept()
    {
        ScriptedServer server(
            [](const ServedRequest &) { return ServedReply{.headers = "Set-Cookie: a=b\r\n"}; });
        HttpClient client(at(server));
        answerOf(client, {.target = "/x"});
        answerOf(client, {.target = "/x"});
        QVERIFY(!server.requests().constLast().headers.contains("cookie"));
    }

    void requestsOfALaneAreSentOneAfterTheOther()
    {
        ScriptedServer server([](const ServedRequest &request) {
            return request.target == "/first" ? ServedReply{.then = Then::Hang} : echo(request);
        });
        HttpClient client(at(server));
        using Lane = HttpRequest::Lane;
        const auto first = client.fetch({.target = "/first", .lane = Lane::Cache, .timeout = 500ms});
        const auto second = client.fetch({.target = "/second", .lane = Lane::Cache});
        QCOMPARE(answerOf(client, {.target = "/other", .lane = Lane::Scan}).status, 200);
        QCOMPARE(answerOf(client, {.target = "/none"}).status, 200);
        QVERIFY(server.requests("GET", "/second").isEmpty());
        QCOMPARE(second.result().status, 200);
        QCOMPARE(first.result().outcome, Outcome::TimedOut);
    }

    void requestsOfALaneKeepTheirOrder()
    {
        ScriptedServer server(&echo);
        HttpClient client(at(server));
        QList<QFuture<HttpAnswer>> answers;
        QByteArray expected;
        for (int i = 0; i < 50; ++i) {
            expected += QByteArray::number(i) + ' ';
            answers += client.fetch(
                {.method = "POST", .target = '/' + QByteArray::number(i), .lane = HttpRequest::Lane::Cache});
        }
        for (const auto &answer : std::as_const(answers))
            QCOMPARE(answer.result().status, 200);
        QByteArray order;
        for (const ServedRequest &request : server.requests())
            order += request.target.mid(1) + ' ';
        QCOMPARE(order, expected);
    }

    void manyRequestsAreAllAnswered()
    {
        ScriptedServer server(&echo);
        HttpClient client(at(server));
        QList<QFuture<HttpAnswer>> answers;
        for (int i = 0; i < 500; ++i)
            answers += client.fetch({.target = '/' + QByteArray::number(i)});
        for (int i = 0; i < 500; ++i)
            QCOMPARE(answers[i].result().body, "GET /" + QByteArray::number(i) + ' ');
    }

    void aStreamArrivesPieceByPieceUntilItEnds()
    {
        ScriptedServer server([](const ServedRequest &) { return ServedReply::stream("first"); });
        HttpClient client(at(server));
        std::mutex mutex;
        QByteArray got;
        std::atomic<int> ends = 0;
        client.stream(
            {.target = "/stream"}, 30s,
            [&](QByteArrayView piece) {
                const std::lock_guard lock(mutex);
                got += piece;
                return true;
            },
            [&](const HttpAnswer &answer) { ends = answer.status; });
        const auto text = [&] {
            const std::lock_guard lock(mutex);
            return got;
        };
        COMPARE_EVENTUALLY(text(), QByteArray("first"));
        server.push("second");
        COMPARE_EVENTUALLY(text(), QByteArray("firstsecond"));
        server.endStreams();
        COMPARE_EVENTUALLY(ends.load(), 200);
    }

    void aStreamDoesNotHoldUpOtherRequests()
    {
        ScriptedServer server([](const ServedRequest &request) {
            return request.target == "/stream" ? ServedReply::stream() : echo(request);
        });
        HttpClient client(at(server));
        for (int i = 0; i < 20; ++i)
            client.stream(
                {.target = "/stream"}, 30s, [](QByteArrayView) { return true; }, [](const HttpAnswer &) {});
        COMPARE_EVENTUALLY(server.streams(), 20);
        QCOMPARE(answerOf(client, {.target = "/x"}).status, 200);
    }

    void aCancelledRequestIsNotAnswered()
    {
        ScriptedServer server([](const ServedRequest &request) {
            return request.target == "/hang" ? ServedReply{.then = Then::Hang} : echo(request);
        });
        HttpClient client(at(server));
        const auto held = std::make_shared<int>(0);
        const auto id = client.send({.target = "/hang"}, [held](const HttpAnswer &) { *held = 1; });
        COMPARE_EVENTUALLY(server.requests().size(), 1);
        client.cancel(id);
        COMPARE_EVENTUALLY(held.use_count(), 1L); // the handler is destroyed
        QCOMPARE(*held, 0);
        QCOMPARE(answerOf(client, {.target = "/x"}).status, 200);
        client.cancel(id);   // again
        client.cancel(4711); // never sent
        QCOMPARE(answerOf(client, {.target = "/x"}).status, 200);
    }

    void aHandlerMaySendAndCancel()
    {
        ScriptedServer server(&echo);
        HttpClient client(at(server));
        std::atomic<int> answers = 0;
        client.send({.target = "/1"}, [&](const HttpAnswer &) {
            const auto never =
                client.send({.target = "/2", .delay = 1h}, [&](const HttpAnswer &) { answers = 100; });
            client.cancel(never);
            client.send({.target = "/3"}, [&](const HttpAnswer &) { ++answers; });
            ++answers;
        });
        COMPARE_EVENTUALLY(answers.load(), 2);
    }

    void aDelayedRequestIsSentLater()
    {
        ScriptedServer server(&echo);
        HttpClient client(at(server));
        QElapsedTimer timer;
        timer.start();
        const auto later = client.fetch({.target = "/later", .delay = 200ms});
        QCOMPARE(answerOf(client, {.target = "/now"}).status, 200);
        QVERIFY(!later.isFinished());
        QCOMPARE(later.result().status, 200);
        QVERIFY(timer.elapsed() >= 200);
    }

    void theEndCancelsWhatIsAskedAtOnce_data()
    {
        QTest::addColumn<int>("hanging");
        QTest::newRow("nothing asked") << 0;
        QTest::newRow("one hangs") << 1;
        QTest::newRow("hundreds hang or wait") << 300;
    }
    void theEndCancelsWhatIsAskedAtOnce()
    {
        QFETCH(int, hanging);
        ScriptedServer server([](const ServedRequest &) { return ServedReply{.then = Then::Hang}; });
        auto client = std::make_unique<HttpClient>(at(server));
        QList<QFuture<HttpAnswer>> answers;
        for (int i = 0; i < hanging; ++i)
            answers += client->fetch({.target = "/x"});
        if (hanging > 0)
            VERIFY_EVENTUALLY(!server.requests().isEmpty());
        QElapsedTimer timer;
        timer.start();
        client.reset();
        QVERIFY(timer.elapsed() < 300);
        for (const auto &answer : std::as_const(answers))
            QVERIFY(answer.isFinished() && answer.isCanceled());
    }
};

MANOMETER_TEST(Core, TestHttpClient)
#include "tst_http_client.moc"
