// SPDX-License-Identifier: GPL-3.0-or-later
//
// Servers that are none, hang, are of another version or cannot be kept up with.
#include "RemoteFixture.h"
#include "support/TestMain.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace manometer;
using namespace manometer::views;
using namespace std::chrono_literals;
using remote::RemoteBackend;
using remote::RemoteSetup;
using test::RemoteFixture;
using test::ServedReply;
using test::ServedRequest;
using test::sse;
using State = Connection::State;

class TestAttachmentFaults : public QObject
{
    Q_OBJECT

private slots:
    void aServerThatHangsIsLost_data()
    {
        QTest::addColumn<QByteArray>("route");
        QTest::newRow("before it answers") << QByteArray("GET /healthz");
        QTest::newRow("before the stream begins") << QByteArray("GET /api/stream");
    }
    void aServerThatHangsIsLost()
    {
        QFETCH(QByteArray, route);
        RemoteFixture fixture;
        fixture.api.routes[route] = ServedReply{.then = ServedReply::Then::Hang};
        RemoteSetup setup = fixture.api.setup();
        setup.times.healthTimeout = setup.times.presentTimeout = 200ms;
        RemoteBackend backend(setup);
        QVERIFY(test::isLostFor(backend, QStringLiteral("time")));
    }

    void aServerThatDoesNotSendAllPresentValuesIsLost()
    {
        RemoteFixture fixture;
        fixture.api.onStream = [](const ServedRequest &) {
            return ServedReply::stream(sse("contents", "{}"));
        };
        RemoteSetup setup = fixture.api.setup();
        setup.times.presentTimeout = 200ms;
        RemoteBackend backend(setup);
        QVERIFY(test::isLostFor(backend, QStringLiteral("present state")));
    }

    void anotherProgramIsNoServer_data()
    {
        QTest::addColumn<ServedReply>("reply");
        QTest::newRow("no HTTP") << ServedReply{.raw = "220 mail ready\r\n",
                                                .then = ServedReply::Then::Close};
        QTest::newRow("a web page") << ServedReply{.body = "<html>", .type = "text/html"};
        QTest::newRow("no version") << ServedReply{.body = R"({"status":"ok"})"};
        QTest::newRow("a version that is no text") << ServedReply{.body = R"({"version":7})"};
        QTest::newRow("a book") << ServedReply{.body = QByteArray(8 << 20, ' ')};
        QTest::newRow("nothing") << ServedReply{.status = 404};
    }
    void anotherProgramIsNoServer()
    {
        QFETCH(ServedReply, reply);
        RemoteFixture fixture;
        fixture.api.routes["GET /healthz"] = reply;
        RemoteBackend backend(fixture.api.setup());
        QVERIFY(test::isLostFor(backend, {}));
        QVERIFY(!backend.connection().reason.isEmpty());
        QVERIFY(backend.serverVersion().isEmpty());
    }

    void aRefusalIsTheReason()
    {
        RemoteFixture fixture;
        fixture.api.routes["GET /api/stream"] =
            ServedReply::problem(401, "unauthorized", "The token is not valid.");
        RemoteBackend backend(fixture.api.setup());
        QVERIFY(test::isLostFor(backend, QStringLiteral("The token is not valid.")));
    }

    void aVersionThatFitsIsNoProblemWhateverItsNumber()
    {
        RemoteFixture fixture;
        fixture.api.version = "9.1.0";
        fixture.api.onStream = [&](const ServedRequest &) {
            return ServedReply::stream(fixture.api.presentValues() + sse("later_topic", "{\"a\":1}") +
                                       sse("event", R"({"unix_ms":1,"run":"r","id":1,"kind":"later_kind"})"));
        };
        QVERIFY(fixture.attach());
        QCOMPARE(fixture.backend().serverVersion(), QStringLiteral("9.1.0"));
    }

    void aVersionThatDoesNotFitIsTheReason_data()
    {
        QTest::addColumn<QByteArray>("event");
        QTest::newRow("a status without its fields") << sse("status", "{}");
        QTest::newRow("a status with an unknown word")
            << sse("status", wire::toText(MonitorStatus{}).replace(R"("basis":"host")", R"("basis":"swap")"));
        QTest::newRow("a cache of another shape") << sse("cache", "[]");
        QTest::newRow("a scan without progress") << sse("scan", "{}");
        QTest::newRow("settings of another shape") << sse("settings", R"({"preset":"default"})");
        QTest::newRow("presets of another shape") << sse("presets", "{}");
        QTest::newRow("a sample without its time") << sse("sample", R"({"level_applied":"HIGH"})");
        QTest::newRow("no JSON") << sse("sample", "{");
        QTest::newRow("a level that does not exist") << sse("level", R"({"from":"NORMAL","to":"WORST"})");
        QTest::newRow("a deep nest") << sse("status", QByteArray(100'000, '['));
        QTest::newRow("an event beyond the bound")
            << "event: sample\ndata: " + QByteArray(5 << 20, ' ') + "\n\n";
    }
    void aVersionThatDoesNotFitIsTheReason()
    {
        QFETCH(QByteArray, event);
        RemoteFixture fixture;
        QVERIFY(fixture.attach());
        fixture.api.server.push(event);
        QVERIFY(fixture.becomes(State::Lost));
        const QString reason = fixture.backend().connection().reason;
        QVERIFY2(reason.contains(QLatin1StringView("version")) ||
                     reason.contains(QLatin1StringView("too large")),
                 qPrintable(reason));
    }

    void aFrontEndThatHangsLosesTheStreamNotTheMemory()
    {
        RemoteFixture fixture;
        QVERIFY(fixture.attach());
        QSignalSpy changes(fixture.views().cache, &CacheView::contentsChanged);
        // More than the inbox holds, while this thread does not run its event loop.
        const QByteArray padded = sse("contents", "{}" + QByteArray(900'000, ' '));
        for (int i = 0; i < 60; ++i)
            fixture.api.server.push(padded);
        QElapsedTimer timer;
        timer.start();
        while (fixture.api.server.streams() > 0 && timer.elapsed() < test::waitLimit.count())
            QThread::msleep(1);
        QCOMPARE(fixture.api.server.streams(), 0);
        QVERIFY(test::isLostFor(fixture.backend(), QStringLiteral("in time")));
        QVERIFY(changes.size() < 30);
        QVERIFY(fixture.becomes(State::Connected));
    }
};

MANOMETER_TEST(Core, TestAttachmentFaults)
#include "tst_attachment_faults.moc"
