// SPDX-License-Identifier: GPL-3.0-or-later
//
// Server-sent events: what streams receive, and when.
#include "ApiFixture.h"
#include "api/stream/FrontEndFeed.h"
#include "api/stream/StreamHub.h"
#include "support/TestMain.h"

#include <QUrl>

using namespace manometer;
using namespace manometer::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray streamRequest(const QByteArray &target, const QByteArray &headers = {})
{
    return requestText("GET", target, {}, headers);
}

} // namespace

class TestEventStream : public QObject
{
    Q_OBJECT
private slots:
    void anEventArrivesWhileTheViewsHang()
    {
        ApiFixture fixture;
        QVERIFY(fixture.open());
        RawClient stream(fixture.socket());
        stream.send(streamRequest("/api/events/stream"));
        QVERIFY(stream.receiveUntil("text/event-stream"));
        QTest::qWait(0);
        // From here on the views' thread does nothing but wait for the stream.
        QVERIFY(fixture.proc.setUsed(95));
        QVERIFY(stream.receiveUntil("\"kind\":\"level\""));
        QVERIFY(stream.received().contains("event: event\n"));
    }

    void aStreamContinuesAfterTheLastEventThatWasReceived()
    {
        ApiFixture fixture;
        QVERIFY(fixture.open());
        fixture.backend->report({.actor = "one"});
        fixture.backend->report({.actor = "two"});
        RawClient all(fixture.socket());
        all.send(streamRequest("/api/events/stream", "Last-Event-ID: nothing.1\r\n"));
        QVERIFY(all.receiveUntil("event: gap\ndata: {\"missed\":true}\n\n"));
        fixture.backend->report({.actor = "three"});
        QVERIFY(all.receiveUntil("\"actor\":\"three\""));
        QVERIFY(!all.received().contains("\"actor\":\"two\""));
        const qsizetype id = all.received().indexOf("id: ") + 4;
        const QByteArray last = all.received().mid(id, all.received().indexOf('\n', id) - id);
        const qsizetype dot = last.lastIndexOf('.');
        const QByteArray earlier = last.left(dot + 1) + QByteArray::number(last.mid(dot + 1).toInt() - 2);
        RawClient resumed(fixture.socket());
        resumed.send(streamRequest("/api/events/stream", "Last-Event-ID: " + earlier + "\r\n"));
        QVERIFY(resumed.receiveUntil("\"actor\":\"three\""));
        QVERIFY(resumed.received().contains("\"actor\":\"two\""));
        QVERIFY(!resumed.received().contains("\"actor\":\"one\""));
        QVERIFY(!resumed.received().contains("event: gap"));
    }

    void aFrontEndReceivesThePresentValuesThenEachChange()
    {
        ApiFixture fixture;
        QVERIFY(fixture.open());
        const QByteArray received = ApiFixture::elsewhere([&fixture, path = fixture.socket()] {
            RawClient stream(path);
            stream.send(streamRequest("/api/stream?topics=status,settings,presets,cache,scan,event"));
            if (!stream.receiveUntil("event: presets"))
                return stream.received();
            RawClient other(path);
            other.send(requestText("PUT", "/api/thresholds", "{\"elevated\":{\"enter_percent\":61}}",
                                   "If-Match: *\r\n"));
            other.answer();
            stream.receiveUntil("\"enter_percent\":61");
            stream.receiveUntil("\"kind\":\"thresholds\"");
            static_cast<void>(fixture.proc.setUsed(95));
            stream.receiveUntil("event: level\ndata: {\"from\":\"NORMAL\",\"to\":\"CRITICAL\"}");
            return stream.received();
        });
        for (const char *words : {"event: status", "event: cache", "event: scan", "event: settings",
                                  "event: presets", "\"enter_percent\":61", "\"position\":", "event: level"})
            QVERIFY2(received.contains(words), words);
        QVERIFY(received.indexOf("event: status") < received.indexOf("event: presets"));
    }

    void unknownTopicsAreRefused()
    {
        ApiFixture fixture;
        QVERIFY(fixture.open());
        QCOMPARE(fixture.get("/api/stream").status, 400);
        QCOMPARE(fixture.get("/api/stream?topics=status,weather").status, 400);
        QVERIFY(!api::topicsOf("status,weather"));
        QCOMPARE(api::topicsOf("event,undo_freed")->size(), std::size_t(2));
    }

    void streamsLeaveRoomForOthers()
    {
        ApiFixture fixture;
        QVERIFY(fixture.open());
        std::vector<std::unique_ptr<RawClient>> streams;
        for (unsigned int i = 0; i < 56; ++i) {
            streams.push_back(std::make_unique<RawClient>(fixture.socket()));
            streams.back()->send(streamRequest("/api/events/stream"));
            QVERIFY(streams.back()->receiveUntil("text/event-stream"));
        }
        QCOMPARE(fixture.get("/api/events/stream").reason(), u"busy"_s);
        QCOMPARE(fixture.get("/healthz").status, 200);
    }

    void aClientThatDoesNotReadLosesEventsAndIsSaidSo()
    {
        const auto stream = std::make_shared<api::EventStream>();
        const api::EventText text = api::eventText("event", std::string(10'000, 'x'));
        for (int i = 0; i < 100; ++i)
            stream->push(text);
        // Not more than the bound is kept for it, whatever comes.
        QVERIFY(text.use_count() <= 1 + long(api::EventStream::mostQueuedBytes / text->size()));
    }

    void anEndedStreamIsForgotten()
    {
        api::Alarms alarms;
        const auto hub = std::make_shared<api::StreamHub>(1, alarms);
        auto stream = hub->open();
        QVERIFY(stream);
        QVERIFY(!hub->open());
        stream->finish();
        QVERIFY(hub->open());
    }
};

MANOMETER_TEST(Core, TestEventStream)
#include "tst_event_stream.moc"
