// SPDX-License-Identifier: GPL-3.0-or-later
//
// Clients that mean harm or fail: what they get, and that others are served meanwhile.
#include "ApiFixture.h"
#include "api/access/Guard.h"
#include "support/TestMain.h"

#include <QRandomGenerator>
#include <QUrl>

#include <csignal>
#include <fcntl.h>
#include <sys/wait.h>
#include <vector>

using namespace manometer;
using namespace manometer::test;
using namespace Qt::StringLiterals;

namespace {

constexpr api::TcpAddress freePort{.isV6 = false, .port = 0};

qint64 residentBytes()
{
    QFile file(u"/proc/self/statm"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toLongLong() * ::getpagesize()
                                          : 0;
}

QByteArray wrongToken()
{
    return QByteArray(64, '0');
}

} // namespace

class TestApiFaults : public QObject
{
    Q_OBJECT
private slots:
    void aTokenDecidesWhatATcpClientMayDo()
    {
        ApiFixture fixture;
        QVERIFY(fixture.open(freePort));
        const QByteArray read = fixture.token("read.token");
        const QByteArray control = fixture.token("control.token");
        QCOMPARE(read.size(), 64);
        QVERIFY(read != control);
        QCOMPARE(fixture.askOverTcp("GET", "/healthz", {}).status, 200);
        QCOMPARE(fixture.askOverTcp("GET", "/api/cache/stats", {}).reason(), u"unauthorized"_s);
        QCOMPARE(fixture.askOverTcp("GET", "/api/cache/stats", read).status, 200);
        QCOMPARE(fixture.askOverTcp("DELETE", "/api/cache/clear", read).reason(), u"forbidden"_s);
        QCOMPARE(fixture.askOverTcp("DELETE", "/api/cache/clear", control).status, 200);
        QCOMPARE(fixture.askOverTcp("GET", "/no/such", {}).reason(), u"unauthorized"_s);
        struct stat status = {};
        QCOMPARE(::stat(fixture.bytes("run/control.token").constData(), &status), 0);
        QCOMPARE(status.st_mode & 0777, 0600u);
    }

    // Otherwise anyone on the machine could make the program hold 64 bodies of 8 MiB.
    void aStrangersBodyIsNotReceived()
    {
        ApiFixture fixture;
        QVERIFY(fixture.open(freePort));
        const Answered answered = ApiFixture::elsewhere([port = fixture.port()] {
            RawClient client(port);
            client.send("POST /api/entries/lookup HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port) +
                        "\r\nContent-Length: 8000000\r\n\r\n");
            return client.answer(); // without any of it
        });
        QCOMPARE(answered.status, 401);
        QCOMPARE(answered.header("Connection").toLower(), QByteArray("close"));
    }

    void replacedTokensAreRefused()
    {
        ApiFixture fixture;
        QVERIFY(fixture.open(freePort));
        const QByteArray old = fixture.token("control.token");
        QCOMPARE(fixture.askOverTcp("POST", "/api/tokens/rotate", old).status, 204);
        QCOMPARE(fixture.askOverTcp("GET", "/api/cache/stats", old).status, 401);
        QCOMPARE(fixture.askOverTcp("GET", "/api/cache/stats", fixture.token("control.token")).status, 200);
    }

    void wrongTokensLeadToABackOffThatDoesNotConcernRightOnes()
    {
        ApiFixture fixture;
        QVERIFY(fixture.open(freePort));
        int status = 0;
        for (int i = 0; i < 20 && status != 429; ++i)
            status = fixture.askOverTcp("GET", "/api/cache/stats", wrongToken()).status;
        QCOMPARE(status, 429);
        QCOMPARE(fixture.askOverTcp("GET", "/api/cache/stats", fixture.token("read.token")).status, 200);
    }

    void theBackOffDoublesAndIsForgotten()
    {
        using namespace std::chrono_literals;
        const QTemporaryDir folder;
        const auto tokens = api::Tokens::create(folder.path());
        QVERIFY(tokens);
        api::Guard guard(::geteuid(), tokens->get());
        api::Request request;
        request.headers.authorization = "Bearer " + wrongToken().toStdString();
        api::Guard::Clock::time_point now{1h};
        const auto statusAfter = [&](std::chrono::seconds time) {
            now += time;
            return guard.authorityOf(request, now).error().status;
        };
        for (int i = 0; i < 5; ++i)
            QCOMPARE(statusAfter(0s), 401);
        QCOMPARE(statusAfter(0s), 429);
        QCOMPARE(statusAfter(1s), 401);
        QCOMPARE(statusAfter(1s), 429);
        QCOMPARE(statusAfter(1s), 401);
        QCOMPARE(statusAfter(601s), 401);
        QCOMPARE(statusAfter(0s), 401);
    }

    void aBrowserIsRefused_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<QString>("reason");
        QTest::newRow("rebinding") << QByteArray("evil.example:80") << QByteArray() << u"bad_host"_s;
        QTest::newRow("other port") << QByteArray("127.0.0.1:1") << QByteArray() << u"bad_host"_s;
        QTest::newRow("name that begins with ours")
            << QByteArray("127.0.0.1.evil.example") << QByteArray() << u"bad_host"_s;
        QTest::newRow("foreign origin")
            << QByteArray() << QByteArray("Origin: http://evil.example\r\n") << u"foreign_origin"_s;
        QTest::newRow("no origin") << QByteArray() << QByteArray("Origin: null\r\n") << u"foreign_origin"_s;
        QTest::newRow("request of another site")
            << QByteArray() << QByteArray("Sec-Fetch-Site: cross-site\r\n") << u"foreign_origin"_s;
    }
    void aBrowserIsRefused()
    {
        QFETCH(QByteArray, host);
        QFETCH(QByteArray, headers);
        QFETCH(QString, reason);
        ApiFixture fixture;
        QVERIFY(fixture.open(freePort));
        const Answered answered =
            fixture.askOverTcp("GET", "/api/cache/stats", fixture.token("control.token"), headers, host);
        QCOMPARE(answered.status, 403);
        QCOMPARE(answered.reason(), reason);
        QVERIFY(answered.header("Access-Control-Allow-Origin").isEmpty());
    }

    // ssh may have made a TCP port of it.
    void aBrowserIsRefusedOnTheSocketToo()
    {
        ApiFixture fixture;
        QVERIFY(fixture.open());
        const Answered rebinding = ApiFixture::elsewhere([path = fixture.socket()] {
            RawClient client(path);
            client.send(requestText("GET", "/api/cache/stats", {}, {}, "evil.example:8080"));
            return client.answer();
        });
        QCOMPARE(rebinding.reason(), u"bad_host"_s);
        QCOMPARE(fixture.get("/api/cache/stats", "Origin: http://evil.example\r\n").status, 403);
    }

    void anotherUserIsRefused()
    {
        if (::geteuid() != 0)
            QSKIP("needs root to become another user");
        const auto guard = std::make_unique<api::Guard>(uid_t(1000), nullptr);
        api::Request request;
        request.peer = {.isLocal = true, .uid = 1001};
        QCOMPARE(guard->authorityOf(request).error().status, 403);
        request.peer.uid = uid_t(-1); // its credentials could not be read
        QCOMPARE(guard->authorityOf(request).error().status, 403);
        request.peer.uid = 1000;
        QVERIFY(guard->authorityOf(request) == api::Authority::Control);
    }

    void ambiguousAndBrokenRequestsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        const QByteArray head = "POST /api/entries/lookup HTTP/1.1\r\nHost: localhost\r\n";
        QTest::newRow("two lengths") << head + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}" << 400;
        QTest::newRow("length and encoding")
            << head + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
            << 400;
        QTest::newRow("two hosts") << QByteArray("GET /healthz HTTP/1.1\r\nHost: localhost\r\n"
                                                 "Host: evil.example\r\n\r\n")
                                   << 400;
        QTest::newRow("no host") << QByteArray("GET /healthz HTTP/1.1\r\n\r\n") << 400;
        QTest::newRow("blank before the colon")
            << head + "Content-Length: 2\r\nTransfer-Encoding : chunked\r\n\r\n{}" << 400;
        QTest::newRow("unknown encoding") << head + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"
                                          << 400;
        QTest::newRow("two authorizations")
            << requestText("GET", "/healthz", {}, "Authorization: Bearer a\r\nAuthorization: Bearer b\r\n")
            << 400;
        QTest::newRow("head of a stream") << requestText("HEAD", "/api/events/stream") << 405;
        QTest::newRow("NUL in the target") << requestText("GET", "/healthz%00x") << 400;
        QTest::newRow("broken percent sign") << requestText("GET", "/healthz%2") << 400;
        QTest::newRow("large head") << requestText("GET", "/healthz", {},
                                                   "X: " + QByteArray(17'000, 'x') + "\r\n")
                                    << 431;
        QTest::newRow("larger head") << requestText("GET", "/healthz", {},
                                                    "X: " + QByteArray(100'000, 'x') + "\r\n")
                                     << 431;
        QTest::newRow("large body announced") << head + "Content-Length: 8388609\r\n\r\n" << 413;
        QTest::newRow("wrong method") << requestText("PATCH", "/api/entry") << 405;
    }
    void ambiguousAndBrokenRequestsAreRefused()
    {
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        ApiFixture fixture;
        QVERIFY(fixture.open());
        const Answered answered = ApiFixture::elsewhere([path = fixture.socket(), request] {
            RawClient client(path);
            client.send(request);
            return client.answer();
        });
        QCOMPARE(answered.status, status);
        QCOMPARE(fixture.get("/healthz").status, 200);
    }

    void aLargeBodyWithoutALengthIsDropped()
    {
        ApiFixture fixture;
        QVERIFY(fixture.open());
        const Answered answered = ApiFixture::elsewhere([path = fixture.socket()] {
            RawClient client(path);
            client.send("POST /api/entries/lookup HTTP/1.1\r\nHost: localhost\r\n"
                        "Transfer-Encoding: chunked\r\n\r\n");
            const QByteArray chunk = "100000\r\n" + QByteArray(1 << 20, 'x') + "\r\n";
            for (int i = 0; i < 20; ++i)
                client.send(chunk);
            client.send("0\r\n\r\n");
            return client.answer();
        });
        QCOMPARE(answered.status, 413);
    }

    void brokenBodiesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("nothing") << QByteArray(" ");
        QTest::newRow("half") << QByteArray("{\"paths\":[\"/a\"");
        QTest::newRow("another type") << QByteArray("{\"paths\":\"/a\"}");
        QTest::newRow("relative") << QByteArray("{\"paths\":[\"a\"]}");
        QTest::newRow("number") << QByteArray("{\"paths\":[1]}");
        QTest::newRow("broken escape") << QByteArray("{\"paths\":[\"/etc/hosts\\\\xZZ\"]}");
        QTest::newRow("escape of what needs none") << QByteArray("{\"paths\":[\"/etc/hos\\\\x74s\"]}");
        QTest::newRow("escaped NUL") << QByteArray("{\"paths\":[\"/a\\u0000b\"]}");
        QTest::newRow("deep") << QByteArray(1'000'000, '[');
    }
    void brokenBodiesAreRefused()
    {
        QFETCH(QByteArray, body);
        ApiFixture fixture;
        QVERIFY(fixture.open());
        QCOMPARE(fixture.ask("POST", "/api/entries/lookup", body).status, 400);
        QVERIFY(fixture.ask("PUT", "/api/entry?path=/etc/hosts", body.left(10)).status >= 400);
        QVERIFY(fixture.ask("PUT", "/api/thresholds", body, "If-Match: *\r\n").status >= 400);
        QVERIFY(fixture.ask("POST", "/api/removals", body).status >= 400);
    }

    void aMisspelledFieldIsRefused_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("lookup") << QByteArray("/api/entries/lookup")
                                << QByteArray(R"({"paths":[],"deep":""})");
        QTest::newRow("rows") << QByteArray("/api/entries/rows") << QByteArray(R"({"ids":[],"id":1})");
        QTest::newRow("keep") << QByteArray("/api/entries/keep")
                              << QByteArray(R"({"ids":[],"keep":true,"keeps":false})");
        QTest::newRow("weigh") << QByteArray("/api/entries/weigh") << QByteArray(R"({"ids":[],"id":1})");
        QTest::newRow("removal") << QByteArray("/api/removals")
                                 << QByteArray(R"({"ids":[],"holdaside":false})");
        QTest::newRow("note") << QByteArray("/api/events") << QByteArray(R"({"text":"a","time":1})");
        QTest::newRow("scan") << QByteArray("/api/scan") << QByteArray(R"({"folder":"/tmp","depth":"x"})");
        QTest::newRow("snooze") << QByteArray("/api/monitor/snooze")
                                << QByteArray(R"({"seconds":1,"share":50})");
    }
    void aMisspelledFieldIsRefused()
    {
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, body);
        ApiFixture fixture;
        QVERIFY(fixture.open());
        QCOMPARE(fixture.ask("POST", target, body).status, 400);
    }

    void aBodyThatIsWrongIsExplained_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char *what, const char *method, const char *target, const char *body,
                            int status, const char *detail) {
            QTest::newRow(what) << QByteArray(method) << QByteArray(target) << QByteArray(body) << status
                                << QString::fromLatin1(detail);
        };
        row("a field twice", "POST", "/api/rehearsal", R"({"curve":"ramp","curve":"burst"})", 400,
            "The field curve is given twice.");
        row("an escaped field twice", "POST", "/api/rehearsal", R"({"curve":"ramp","\u0063urve":"burst"})",
            400, "The field curve is given twice.");
        row("a field twice inside", "PUT", "/api/thresholds",
            R"({"high":{"enter_percent":80,"enter_percent":70}})", 400,
            "The field enter_percent is given twice.");
        row("a depth that is no text", "POST", "/api/entries/lookup", R"({"paths":[],"depth":1})", 400,
            "\"depth\" must be a text.");
        row("blanks as a note", "POST", "/api/events", R"({"text":" \t "})", 422,
            "A note needs words: \"text\" has only blanks.");
        row("text behind the body", "POST", "/api/events", R"({"text":"a"} x)", 400, "");
    }
    void aBodyThatIsWrongIsExplained()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        QFETCH(QString, detail);
        ApiFixture fixture;
        QVERIFY(fixture.open());
        const Answered answer = fixture.ask(method, target, body, "If-Match: *\r\n");
        QCOMPARE(answer.status, status);
        const QString said = answer.json()[QStringLiteral("detail")].toString();
        QVERIFY2(detail.isEmpty() || said == detail, qPrintable(said));
        QVERIFY2(said.endsWith(u'.') && !said.endsWith(QLatin1StringView("..")), qPrintable(said));
    }

    // Values that are asked for and not taken would otherwise fill the memory that the program watches.
    void answersThatAreNotTakenHaveABudget()
    {
        ApiFixture fixture;
        QVERIFY(fixture.open());
        QByteArray paths;
        const QByteArray value = '"' + QByteArray(7 << 20, 'v') + '"';
        for (const char *name : {"1", "2", "3", "4", "5", "6", "7", "8"}) {
            const QByteArray file = fixture.addFile(name);
            QCOMPARE(fixture.ask("PUT", "/api/entry?path=" + file, value).status, 204);
            paths += (paths.isEmpty() ? "\"" : ",\"") + file + '"';
        }
        QCOMPARE(fixture.ask("POST", "/api/cache/flush").status, 204);
        const QByteArray request = requestText("POST", "/api/entries/lookup", "{\"paths\":[" + paths + "]}");
        const qint64 before = residentBytes();
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 12; ++i) { // 670 MB
            clients.push_back(std::make_unique<RawClient>(fixture.socket()));
            QVERIFY(clients.back()->send(request));
        }
        const Answered refused = ApiFixture::elsewhere([&clients] { return clients.back()->answer(); });
        QCOMPARE(refused.status, 503);
        QCOMPARE(refused.reason(), u"busy"_s);
        QVERIFY2(residentBytes() - before < 400 << 20, qPrintable(QString::number(residentBytes() - before)));
        QCOMPARE(fixture.get("/healthz").status, 200);
        clients.clear();
        VERIFY_EVENTUALLY(fixture.ask("POST", "/api/entries/lookup", "{\"paths\":[" + paths + "]}").status ==
                          200);
    }

    // Each connection may have a request under way; the others wait until the slow ones are cut.
    void halfOpenConnectionsAreCutAndOthersServed()
    {
        ApiFixture fixture;
        QVERIFY(fixture.open(freePort));
        const QByteArray path = fixture.socket();
        const qint64 before = residentBytes();
        std::vector<std::unique_ptr<RawClient>> slow;
        for (int i = 0; i < 60; ++i) {
            slow.push_back(std::make_unique<RawClient>(path));
            slow.back()->send("GET /healthz HTT");
        }
        QCOMPARE(fixture.get("/healthz").status, 200);
        for (int i = 0; i < 60; ++i) { // beyond the quota
            slow.push_back(std::make_unique<RawClient>(path));
            slow.back()->send("G");
        }
        QCOMPARE(fixture.askOverTcp("GET", "/healthz", {}).status, 200);
        QVERIFY(ApiFixture::elsewhere(
            [&slow] { return slow.front()->isClosedWithin(std::chrono::seconds(10)); }));
        const Answered answered = fixture.get("/healthz");
        QCOMPARE(answered.status, 200);
        QVERIFY(residentBytes() - before < 32 << 20);
    }

    // libmicrohttpd's own timeout begins again with each byte.
    void aByteNowAndThenDoesNotHoldAConnection()
    {
        ApiFixture fixture;
        QVERIFY(fixture.open());
        const bool wasCut = ApiFixture::elsewhere([path = fixture.socket()] {
            RawClient client(path);
            const QByteArray request =
                "GET /healthz HTTP/1.1\r\nHost: localhost\r\nX: " + QByteArray(200, 'x');
            for (const char byte : request) {
                if (!client.send(QByteArray(1, byte)) ||
                    client.isClosedWithin(std::chrono::milliseconds(200)))
                    return true;
            }
            return false;
        });
        QVERIFY(wasCut);
    }

    void randomBytesNeitherCrashNorHang()
    {
        ApiFixture fixture;
        QVERIFY(fixture.open());
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        QByteArrayList requests;
        const QByteArray valid =
            requestText("POST", "/api/entries/lookup?read=missing", "{\"paths\":[\"/a\"]}");
        for (int i = 0; i < 300; ++i) {
            QByteArray request = valid;
            for (int changes = random.bounded(1, 12); changes > 0; --changes) {
                const auto place = qsizetype(random.bounded(int(request.size())));
                if (random.bounded(4) == 0)
                    request.insert(place, QByteArray(random.bounded(1, 40), char(random.bounded(256))));
                else
                    request[place] = char(random.bounded(256));
            }
            requests += request;
        }
        ApiFixture::elsewhere([path = fixture.socket(), requests] {
            for (const QByteArray &request : requests) {
                RawClient client(path);
                client.send(request);
                ::shutdown(client.socket(), SHUT_WR);
                client.isClosedWithin(std::chrono::milliseconds(20));
            }
            return true;
        });
        QCOMPARE(fixture.get("/healthz").status, 200);
    }

    void theEndAnswersWhatIsUnderWay()
    {
        ApiFixture fixture;
        QVERIFY(fixture.open());
        RawClient hanging(fixture.socket());
        // The views' thread, this one, does not run: the request waits.
        hanging.send(requestText("GET", "/api/presets"));
        RawClient stream(fixture.socket());
        stream.send(requestText("GET", "/api/events/stream"));
        QVERIFY(stream.receiveUntil("text/event-stream"));
        const auto start = std::chrono::steady_clock::now();
        fixture.api.reset();
        QVERIFY(std::chrono::steady_clock::now() - start < std::chrono::seconds(2));
        QCOMPARE(hanging.answer().status, 503);
        QVERIFY(stream.isClosedWithin(std::chrono::seconds(2)));
    }

    void aClientThatLeavesIsForgotten()
    {
        ApiFixture fixture;
        QVERIFY(fixture.open());
        for (int i = 0; i < 200; ++i) {
            RawClient client(fixture.socket());
            client.send(requestText("GET", i % 2 ? "/api/presets" : "/api/events/stream"));
        }
        VERIFY_EVENTUALLY(fixture.get("/healthz").status == 200);
        QCOMPARE(fixture.get("/api/presets").status, 200);
    }
};

MANOMETER_TEST(Core, TestApiFaults)
#include "tst_api_faults.moc"
