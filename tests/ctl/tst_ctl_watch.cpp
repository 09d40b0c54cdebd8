// SPDX-License-Identifier: GPL-3.0-or-later
#include "CtlFixture.h"
#include "support/TestMain.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace manometer;
using test::FakeReply;
using test::FakeRequest;
using test::FakeServer;
using test::Ran;

namespace {

std::string eventOf(int id)
{
    return "id: run." + std::to_string(id) +
           "\nevent: event\ndata: {\"unix_ms\":" + std::to_string(id * 1000) +
           ",\"kind\":\"suspend\",\"duration_ms\":" + std::to_string(id) + "}\n\n";
}

} // namespace

class TestCtlWatch : public QObject
{
    Q_OBJECT

    // Runs until the reader has this many lines and leaves.
    static Ran watchUntil(const FakeServer &server, const std::vector<std::string_view> &arguments, int lines)
    {
        std::array<int, 2> ends{};
        if (::pipe2(ends.data(), O_CLOEXEC) != 0)
            qFatal("pipe");
        const test::Descriptor writer(ends[1]);
        const test::MemoryFile errors;
        auto surroundings = test::surroundingsOf(server);
        surroundings.output = writer.number();
        surroundings.errors = errors.descriptor();
        QByteArray read;
        std::thread reader([&read, end = ends[0], lines] {
            std::array<char, 256> piece{};
            while (read.count('\n') < lines) {
                const ssize_t got = ::read(end, piece.data(), piece.size());
                if (got <= 0)
                    break;
                read.append(piece.data(), got);
            }
            ::close(end);
        });
        Ran ran;
        ran.exitCode = ctl::run(arguments, surroundings);
        reader.join();
        ran.output = read;
        ran.errors = errors.contents();
        return ran;
    }

private slots:
    void initTestCase()
    {
        qputenv("TZ", "UTC0");
        ::tzset();
    }

    void eventsAreLines()
    {
        FakeServer server([](const FakeRequest &) {
            FakeReply reply{.pieces = {test::chunkedHead, test::chunk(": hello\n\n" + eventOf(1)),
                                       test::chunk("event: gap\ndata: {\"missed\":true}\n\n"),
                                       test::chunk(eventOf(2))}};
            reply.pieces.resize(1000, test::chunk(": beat\n\n")); // by which the closed pipe is seen
            reply.pauseMs = 1;
            return reply;
        });
        const Ran json = watchUntil(server, {"watch", "--json"}, 3);
        QCOMPARE(json.exitCode, 0);
        QCOMPARE(json.errors, QByteArray());
        QCOMPARE(json.output, QByteArray(R"({"unix_ms":1000,"kind":"suspend","duration_ms":1})"
                                         "\n"
                                         R"({"kind":"gap","missed":true})"
                                         "\n"
                                         R"({"unix_ms":2000,"kind":"suspend","duration_ms":2})"
                                         "\n"));
        const Ran text = watchUntil(server, {"watch"}, 3);
        QCOMPARE(text.output, QByteArray("1970-01-01 00:00:01  suspend        the machine slept for 1 ms\n"
                                         "Events were missed.\n"
                                         "1970-01-01 00:00:02  suspend        the machine slept for 2 ms\n"));
        QVERIFY(server.requests().at(0).head.find("Accept: text/event-stream\r\n") != std::string::npos);
    }

    void aLostConnectionContinuesWhereItWas()
    {
        std::atomic<int> connections = 0;
        FakeServer server([&connections](const FakeRequest &) {
            const int number = ++connections;
            if (number == 2) // while it starts again
                return FakeReply{.pieces = {test::problemAnswer(503, "busy", "Starting.")}};
            FakeReply reply{.pieces = {test::chunkedHead, test::chunk(eventOf(number))}};
            if (number == 1)
                reply.after = FakeReply::After::Close;
            else
                reply.pieces.resize(1000, test::chunk(": beat\n\n"));
            reply.pauseMs = 1;
            return reply;
        });
        const Ran ran = watchUntil(server, {"watch", "--json"}, 2);
        QCOMPARE(ran.exitCode, 0);
        QCOMPARE(ran.errors, QByteArray("manometerctl: The connection was lost. Connecting again.\n"));
        QVERIFY(server.requests().at(0).head.find("Last-Event-ID") == std::string::npos);
        QVERIFY(server.requests().at(2).head.find("Last-Event-ID: run.1\r\n") != std::string::npos);
    }

    void aRefusalEndsTheWatch()
    {
        FakeServer server(test::refusing(403, "forbidden"));
        const Ran ran = test::runCtl(server, {"watch"});
        QCOMPARE(ran.exitCode, 4);
        QVERIFY2(ran.errors.contains("forbidden"), ran.errors);
        QCOMPARE(int(server.requests().size()), 1);
    }

    void withoutAServerItDoesNotWait()
    {
        ctl::Surroundings surroundings;
        surroundings.search.address = "unix:/nowhere/api.sock";
        QCOMPARE(test::runCtl(surroundings, {"watch"}).exitCode, 3);
    }

    void aHostileStreamIsHarmless()
    {
        FakeServer server([](const FakeRequest &) {
            FakeReply reply{.pieces = {test::chunkedHead, test::chunk("data: no json\x1b\n\n"),
                                       test::chunk("data: {\"kind\":\"\\u001b[2J\",\"unix_ms\":0}\n\n")}};
            reply.pieces.resize(1000, test::chunk(": beat\n\n"));
            reply.pauseMs = 1;
            return reply;
        });
        const Ran ran = watchUntil(server, {"watch"}, 1);
        QVERIFY2(!ran.output.contains('\x1b') && !ran.errors.contains('\x1b'), ran.output + ran.errors);
        QCOMPARE(ran.errors, QByteArray("manometerctl: An event of the server is not JSON.\n"));
    }
};

MANOMETER_TEST(None, TestCtlWatch)
#include "tst_ctl_watch.moc"
