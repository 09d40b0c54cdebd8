// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/Http.h"
#include "support/FakeServer.h"
#include "support/Files.h"
#include "support/TestMain.h"

#include <QElapsedTimer>
#include <QTest>

using namespace manometer;
using namespace manometer::client;
using namespace std::chrono_literals;
using test::FakeReply;
using test::FakeRequest;
using test::FakeServer;
using test::httpAnswer;

namespace {

using Kind = Failure::Kind;

Address addressOf(const FakeServer &server)
{
    return {.socketPath = server.path()};
}

FakeServer::Handler always(std::string answer, FakeReply::After after = FakeReply::After::KeepOpen)
{
    return [answer = std::move(answer), after](const FakeRequest &) {
        return FakeReply{.pieces = {answer}, .after = after};
    };
}

QByteArray bytes(const std::string &text)
{
    return QByteArray::fromStdString(text);
}

} // namespace

Q_DECLARE_METATYPE(FakeReply)

class TestHttp : public QObject
{
    Q_OBJECT
private slots:
    void anAnswerHasItsBodyAndItsTag()
    {
        FakeServer server(always(httpAnswer(200, "{}\n", "ETag: \"7\"\r\n")));
        Connection connection(addressOf(server));
        const auto answer = connection.ask({.target = "/x?y=z"});
        QVERIFY(answer);
        QCOMPARE(answer->status, 200);
        QCOMPARE(bytes(answer->body), QByteArray("{}\n"));
        QCOMPARE(bytes(answer->etag), QByteArray("\"7\""));
        QCOMPARE(bytes(server.requests().at(0).head),
                 QByteArray("GET /x?y=z HTTP/1.1\r\nHost: localhost\r\n"));
    }

    void aBodyAndFieldsAreSent()
    {
        FakeServer server(always(httpAnswer(204, "")));
        Connection connection(addressOf(server));
        QVERIFY(
            connection.ask({.method = "PUT", .target = "/x", .body = "[1]", .fields = {{"If-Match", "*"}}}));
        QVERIFY(connection.ask({.method = "POST", .target = "/y"}));
        QCOMPARE(bytes(server.requests().at(0).body), QByteArray("[1]"));
        QVERIFY(server.requests().at(0).head.find("If-Match: *\r\n") != std::string::npos);
        QVERIFY(server.requests().at(1).head.find("Content-Length: 0\r\n") != std::string::npos);
    }

    void aConnectionIsUsedAgain()
    {
        FakeServer server(always(httpAnswer(200, "x")));
        Connection connection(addressOf(server));
        for (int i = 0; i < 3; ++i)
            QVERIFY(connection.ask({.target = "/"}));
        QCOMPARE(server.requests().at(2).connection, 1);
    }

    void aChunkedAnswerIsPutTogether()
    {
        FakeServer server([](const FakeRequest &) {
            return FakeReply{
                .pieces = {test::chunkedHead, test::chunk("ab"), test::chunk("cd"), "0\r\n\r\n"}};
        });
        Connection connection(addressOf(server));
        QCOMPARE(bytes(connection.ask({.target = "/"})->body), QByteArray("abcd"));
        QCOMPARE(bytes(connection.ask({.target = "/"})->body), QByteArray("abcd"));
        QCOMPARE(server.requests().at(1).connection, 1);
    }

    void aConnectionThatTheServerClosedIsOpenedAgain_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<bool>("isQuestion");
        QTest::addColumn<bool>("isRepeated");
        QTest::newRow("for a GET") << QByteArray("GET") << false << true;
        QTest::newRow("for a PUT") << QByteArray("PUT") << false << true;
        QTest::newRow("for a POST that only asks") << QByteArray("POST") << true << true;
        QTest::newRow("not for a POST, which may have been done") << QByteArray("POST") << false << false;
    }
    void aConnectionThatTheServerClosedIsOpenedAgain()
    {
        QFETCH(QByteArray, method);
        QFETCH(bool, isQuestion);
        QFETCH(bool, isRepeated);
        // Says that the connection stays, and closes it.
        FakeServer server(always(httpAnswer(200, "x"), FakeReply::After::Close));
        Connection connection(addressOf(server));
        QVERIFY(connection.ask({.target = "/"}));
        const Request request{.method = method.toStdString(), .target = "/2", .isQuestion = isQuestion};
        const auto second = connection.ask(request);
        QCOMPARE(second.has_value(), isRepeated);
        if (!isRepeated)
            QCOMPARE(int(second.error().kind), int(Kind::Broken));
        QVERIFY(connection.ask({.target = "/3"}));
    }

    void aRefusalHasTheProblem()
    {
        FakeServer server(
            always(test::problemAnswer(503, "memory_critical", "Memory is critical.", "Retry-After: 5\r\n")));
        Connection connection(addressOf(server));
        const auto answer = connection.ask({.target = "/"});
        QVERIFY(!answer);
        QCOMPARE(int(answer.error().kind), int(Kind::Refused));
        QCOMPARE(answer.error().status, 503);
        QCOMPARE(bytes(answer.error().reason), QByteArray("memory_critical"));
        QCOMPARE(bytes(answer.error().detail), QByteArray("Memory is critical."));
        QCOMPARE(answer.error().retryAfter, std::optional(5s));
        QVERIFY(!connection.ask({.target = "/"})); // works again
        QCOMPARE(int(server.requests().size()), 2);
    }

    void aRefusalWithoutAProblemHasItsStatus_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("text") << bytes(httpAnswer(500, "oops"));
        QTest::newRow("nothing") << QByteArray("HTTP/1.1 500 X\r\n\r\n");
        QTest::newRow("half a problem") << QByteArray("HTTP/1.1 500 X\r\nContent-Length: 99\r\n\r\n{\"rea");
        QTest::newRow("a huge text") << bytes(httpAnswer(500, std::string(1 << 20, 'x')));
    }
    void aRefusalWithoutAProblemHasItsStatus()
    {
        QFETCH(QByteArray, answer);
        FakeServer server(always(answer.toStdString(), FakeReply::After::Close));
        Connection connection(addressOf(server));
        const auto got = connection.ask({.target = "/"});
        QVERIFY(!got);
        QCOMPARE(int(got.error().kind), int(Kind::Refused));
        QCOMPARE(got.error().status, 500);
        QCOMPARE(bytes(got.error().detail), QByteArray("status 500"));
    }

    void aBrokenAnswerIsAFailure_data()
    {
        QTest::addColumn<FakeReply>("reply");
        const auto row = [](const char *name, std::vector<std::string> pieces, FakeReply::After after) {
            QTest::newRow(name) << FakeReply{.pieces = std::move(pieces), .after = after};
        };
        row("no answer", {}, FakeReply::After::Close);
        row("a reset", {}, FakeReply::After::Reset);
        row("half a head", {"HTTP/1.1 200 O"}, FakeReply::After::Close);
        row("half a body", {"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"}, FakeReply::After::Close);
        row("half a chunk", {test::chunkedHead, "5\r\nab"}, FakeReply::After::Close);
        row("no HTTP", {"220 mail ESMTP\r\n"}, FakeReply::After::Hang);
        row("more than asked for", {httpAnswer(200, "x") + "y"}, FakeReply::After::Hang);
    }
    void aBrokenAnswerIsAFailure()
    {
        QFETCH(FakeReply, reply);
        FakeServer server([&reply](const FakeRequest &) { return reply; });
        Connection connection(addressOf(server));
        const auto answer = connection.ask({.target = "/", .timeout = 20s});
        QVERIFY(!answer);
        QCOMPARE(int(answer.error().kind), int(Kind::Broken));
        QVERIFY(!answer.error().detail.empty());
    }

    void aServerThatHangsIsLeftInTime_data()
    {
        QTest::addColumn<FakeReply>("reply");
        const auto row = [](const char *name, std::vector<std::string> pieces) {
            QTest::newRow(name) << FakeReply{.pieces = std::move(pieces), .after = FakeReply::After::Hang};
        };
        row("before its answer", {});
        row("in the head", {"HTTP/1.1 200 OK\r\n"});
        row("in the body", {"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"});
        row("in a chunk", {test::chunkedHead, "5\r\nab"});
    }
    void aServerThatHangsIsLeftInTime()
    {
        QFETCH(FakeReply, reply);
        FakeServer server([&reply](const FakeRequest &) { return reply; });
        Connection connection(addressOf(server));
        QElapsedTimer timer;
        timer.start();
        const auto answer = connection.ask({.target = "/", .timeout = 100ms});
        QVERIFY(!answer);
        QCOMPARE(int(answer.error().kind), int(Kind::TimedOut));
        QVERIFY(timer.elapsed() >= 100 && timer.elapsed() < 10'000);
    }

    void aServerThatDripsIsLeftInTime()
    {
        FakeServer server([](const FakeRequest &) {
            FakeReply reply{.pieces = {"HTTP/1.1 200 OK\r\nContent-Length: 10000\r\n\r\n"}, .pauseMs = 10};
            reply.pieces.resize(10'000, "x");
            return reply;
        });
        Connection connection(addressOf(server));
        QElapsedTimer timer;
        timer.start();
        // Each byte comes in time, the answer does not.
        const auto answer = connection.ask({.target = "/", .timeout = 200ms});
        QCOMPARE(int(answer.error().kind), int(Kind::TimedOut));
        QVERIFY(timer.elapsed() < 10'000);
    }

    void aServerThatDoesNotReadIsLeftInTime()
    {
        test::Folder folder;
        const std::string path = folder.path().toStdString() + "/deaf";
        const int listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_un name{};
        name.sun_family = AF_UNIX;
        std::strncpy(name.sun_path, path.c_str(), sizeof name.sun_path - 1);
        QCOMPARE(::bind(listener, reinterpret_cast<sockaddr *>(&name), sizeof name), 0);
        QCOMPARE(::listen(listener, 0), 0);
        Connection first({.socketPath = path});
        const Request large{
            .method = "PUT", .target = "/", .body = std::string(8 << 20, 'x'), .timeout = 100ms};
        QCOMPARE(int(first.ask(large).error().kind), int(Kind::TimedOut));
        // The queue of the listener is full by now: to connect takes too long, too.
        Connection second({.socketPath = path});
        static_cast<void>(second.ask(large));
        Connection third({.socketPath = path});
        QCOMPARE(int(third.ask(large).error().kind), int(Kind::TimedOut));
        ::close(listener);
    }

    void anErrorInTheMiddleOfASentBodyIsRead()
    {
        // Answers after the head and does not read the rest.
        test::Folder folder;
        const std::string path = folder.path().toStdString() + "/early";
        const int listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_un name{};
        name.sun_family = AF_UNIX;
        std::strncpy(name.sun_path, path.c_str(), sizeof name.sun_path - 1);
        QCOMPARE(::bind(listener, reinterpret_cast<sockaddr *>(&name), sizeof name), 0);
        QCOMPARE(::listen(listener, 4), 0);
        std::thread server([listener] {
            const int socket = ::accept(listener, nullptr, nullptr);
            const std::string answer = test::problemAnswer(413, "body_too_large", "Too large.");
            static_cast<void>(::send(socket, answer.data(), answer.size(), MSG_NOSIGNAL));
            char byte = 0;
            while (::recv(socket, &byte, 1, MSG_PEEK) > 0 && ::poll(nullptr, 0, 1) == 0) {
                pollfd watched{.fd = socket, .events = POLLRDHUP, .revents = 0};
                if (::poll(&watched, 1, 0) > 0 && (watched.revents & (POLLRDHUP | POLLHUP)) != 0)
                    break;
            }
            ::close(socket);
        });
        {
            Connection connection({.socketPath = path});
            const auto answer = connection.ask(
                {.method = "PUT", .target = "/", .body = std::string(32 << 20, 'x'), .timeout = 20s});
            QVERIFY(!answer);
            QCOMPARE(answer.error().status, 413);
            QCOMPARE(bytes(answer.error().reason), QByteArray("body_too_large"));
        }
        server.join();
        ::close(listener);
    }

    void aHugeAnswerIsAFailureOfItsOwn()
    {
        FakeServer server([](const FakeRequest &) {
            FakeReply reply{.pieces = {test::chunkedHead}, .after = FakeReply::After::Close};
            for (int i = 0; i < 100; ++i)
                reply.pieces.push_back(test::chunk(std::string(1 << 20, 'x')));
            return reply;
        });
        Connection connection(addressOf(server));
        const auto answer = connection.ask({.target = "/", .timeout = 20s, .mostBodyBytes = 1 << 20});
        QVERIFY(!answer);
        QCOMPARE(int(answer.error().kind), int(Kind::TooLarge));
    }

    void withoutAServerThereIsNoInstance()
    {
        test::Folder folder;
        const std::string path = folder.path().toStdString() + "/none";
        Connection missing({.socketPath = path});
        QCOMPARE(int(missing.ask({.target = "/"}).error().kind), int(Kind::NoInstance));
        {
            const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
            sockaddr_un name{};
            name.sun_family = AF_UNIX;
            std::strncpy(name.sun_path, path.c_str(), sizeof name.sun_path - 1);
            QCOMPARE(::bind(socket, reinterpret_cast<sockaddr *>(&name), sizeof name), 0);
            ::close(socket); // as after a kill
        }
        Connection stale({.socketPath = path, .isFound = true});
        const auto answer = stale.ask({.target = "/"});
        QCOMPARE(int(answer.error().kind), int(Kind::NoInstance));
        QVERIFY(answer.error().detail.find("has ended") != std::string::npos);
        Connection longPath({.socketPath = '/' + std::string(200, 'x')});
        QCOMPARE(int(longPath.ask({.target = "/"}).error().kind), int(Kind::NoInstance));
    }

    void overTcpTheTokenIsSent()
    {
        FakeServer server(always(httpAnswer(200, "x")), FakeServer::Kind::Tcp);
        const std::string token(64, 'a');
        const std::string file = server.folder() + "/token";
        QVERIFY(test::writeFile(QByteArray::fromStdString(file), bytes(token + '\n'), 0600));
        Connection connection({.host = "127.0.0.1", .port = std::uint16_t(server.port()), .tokenFile = file});
        QVERIFY(connection.ask({.target = "/"}));
        const std::string head = server.requests().at(0).head;
        QVERIFY(head.find("Authorization: Bearer " + token + "\r\n") != std::string::npos);
        QVERIFY(head.find("Host: 127.0.0.1:" + std::to_string(server.port()) + "\r\n") != std::string::npos);
    }

    void aTokenFileWithoutATokenIsAFailure_data()
    {
        QTest::addColumn<QByteArray>("contents");
        QTest::newRow("an empty file") << QByteArray();
        QTest::newRow("a line that would add a header") << QByteArray("abc\rX: y\n");
        QTest::newRow("other text") << QByteArray("hello\n");
        QTest::newRow("a large file") << QByteArray(5000, 'a');
    }
    void aTokenFileWithoutATokenIsAFailure()
    {
        QFETCH(QByteArray, contents);
        FakeServer server(always(httpAnswer(200, "x")), FakeServer::Kind::Tcp);
        const std::string file = server.folder() + "/token";
        QVERIFY(test::writeFile(QByteArray::fromStdString(file), contents, 0600));
        Connection connection({.host = "127.0.0.1", .port = std::uint16_t(server.port()), .tokenFile = file});
        const auto answer = connection.ask({.target = "/"});
        QVERIFY(!answer);
        QCOMPARE(int(answer.error().kind), int(Kind::NoToken));
        QVERIFY(server.requests().empty());
    }

    void aTokenFileThatIsMissingIsNamed()
    {
        FakeServer server(always(httpAnswer(200, "x")), FakeServer::Kind::Tcp);
        Connection connection(
            {.host = "127.0.0.1", .port = std::uint16_t(server.port()), .tokenFile = "/nope"});
        const auto answer = connection.ask({.target = "/"});
        QVERIFY(!answer);
        QCOMPARE(int(answer.error().kind), int(Kind::NoToken));
        QCOMPARE(answer.error().detail,
                 std::string("The token file /nope cannot be read: No such file or directory."));
        QVERIFY(server.requests().empty());
    }

    void aStreamArrivesInPieces()
    {
        FakeServer server([](const FakeRequest &) {
            return FakeReply{.pieces = {test::chunkedHead, test::chunk("a"), test::chunk("b"), "0\r\n\r\n"}};
        });
        Connection connection(addressOf(server));
        std::string all;
        int calls = 0;
        const auto done = connection.follow({.target = "/"}, [&](std::string_view piece) {
            all += piece;
            return ++calls > 0;
        });
        QVERIFY(done);
        QCOMPARE(bytes(all), QByteArray("ab"));
        QVERIFY(calls >= 2); // once for the head
    }

    void theReceiverEndsAStream()
    {
        FakeServer server([](const FakeRequest &) {
            return FakeReply{.pieces = {test::chunkedHead, test::chunk("a")},
                             .after = FakeReply::After::Hang};
        });
        Connection connection(addressOf(server));
        QVERIFY(connection.follow({.target = "/", .timeout = 20s},
                                  [](std::string_view piece) { return piece.empty(); }));
    }

    void aSilentStreamIsLeftInTime()
    {
        FakeServer server([](const FakeRequest &) {
            return FakeReply{.pieces = {test::chunkedHead, test::chunk("a")},
                             .after = FakeReply::After::Hang};
        });
        Connection connection(addressOf(server));
        const auto done =
            connection.follow({.target = "/", .timeout = 100ms}, [](std::string_view) { return true; });
        QVERIFY(!done);
        QCOMPARE(int(done.error().kind), int(Kind::TimedOut));
    }

    void aRefusedStreamIsAFailure()
    {
        FakeServer server(always(test::problemAnswer(503, "busy", "Busy.")));
        Connection connection(addressOf(server));
        const auto done = connection.follow({.target = "/"}, [](std::string_view) { return true; });
        QCOMPARE(bytes(done.error().reason), QByteArray("busy"));
    }
};

MANOMETER_TEST(None, TestHttp)
#include "tst_http.moc"
