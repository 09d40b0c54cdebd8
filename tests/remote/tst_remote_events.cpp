// SPDX-License-Identifier: GPL-3.0-or-later
#include "RemoteFixture.h"
#include "async/Answer.h"
#include "json/Value.h"
#include "support/TestMain.h"
#include "wire/Bytes.h"
#include "wire/EventLine.h"

#include <QSignalSpy>
#include <QTest>
#include <QUrlQuery>

using namespace manometer;
using namespace manometer::views;
using test::RemoteFixture;
using test::ServedReply;
using test::ServedRequest;
using test::sse;

class TestRemoteEvents : public QObject
{
    Q_OBJECT

    std::unique_ptr<RemoteFixture> m_fixture;
    QList<QByteArray> m_log; // the server's lines, at positions from m_first on
    qint64 m_first = 1;

    EventView *events() { return m_fixture->views().events; }

    static QByteArray line(const QByteArray &run, quint64 id)
    {
        Event event;
        event.run = run;
        event.id = id;
        event.wallMs = 1'763'885'000'000 + static_cast<qint64>(id);
        event.what =
            NoteEvent{.text = QString::fromUtf8(run) + QString::number(id), .atWallMs = event.wallMs};
        return wire::toLine(event).trimmed();
    }
    static QByteArray withPosition(const QByteArray &text, qint64 position)
    {
        return R"({"position":)" + QByteArray::number(position) + ',' + text.mid(1);
    }
    // Logged and announced.
    void log(const QByteArray &text)
    {
        qint64 position = 0;
        m_fixture->api.change([&] {
            m_log += text;
            position = m_first + m_log.size() - 1;
        });
        m_fixture->api.server.push(sse("event", withPosition(text, position)));
    }
    static QStringList notesIn(const QSignalSpy &appended)
    {
        QStringList notes;
        for (const auto &each : appended)
            notes += std::get<NoteEvent>(each.constFirst().value<Event>().what).text;
        return notes;
    }
    static QList<quint64> positionsIn(const QSignalSpy &appended)
    {
        QList<quint64> positions;
        for (const auto &each : appended)
            positions += each.constFirst().value<Event>().position;
        return positions;
    }

private slots:
    void init()
    {
        m_fixture = std::make_unique<RemoteFixture>();
        m_log.clear();
        m_first = 1;
        m_fixture->api.onRequest = [this](const ServedRequest &request) -> std::optional<ServedReply> {
            if (request.method != "GET" || !request.target.startsWith("/api/events?"))
                return std::nullopt;
            const QUrlQuery query(QString::fromUtf8(request.target.split('?').constLast()));
            const qsizetype limit = query.queryItemValue(QStringLiteral("limit")).toLongLong();
            const QString after = query.queryItemValue(QStringLiteral("after"));
            qsizetype from = after.isEmpty() ? m_log.size() - limit : after.toLongLong() + 1 - m_first;
            from = std::clamp<qsizetype>(from, 0, m_log.size());
            QByteArray body = R"({"events":[)";
            for (qsizetype i = from; i < std::min(m_log.size(), from + limit); ++i)
                body += (i == from ? "" : ",") + withPosition(m_log[i], m_first + i);
            return ServedReply{.body = body + "]}\n"};
        };
    }
    void cleanup() { m_fixture.reset(); }

    void anEventIsAnnouncedWithItsPosition()
    {
        QVERIFY(m_fixture->attach());
        QSignalSpy appended(events(), &EventView::appended);
        log(line("r", 1));
        log(R"({"unix_ms":1,"run":"r","id":2,"kind":"of_later_version"})");
        log(line("r", 3));
        COMPARE_EVENTUALLY(notesIn(appended), (QStringList{QStringLiteral("r1"), QStringLiteral("r3")}));
        QCOMPARE(positionsIn(appended), (QList<quint64>{1, 3}));
    }

    void eventsArePaged()
    {
        for (quint64 id = 1; id <= 2500; ++id)
            m_log += id % 7 == 0 ? QByteArray(R"({"unix_ms":1,"run":"r","id":2,"kind":"of_later_version"})")
                                 : line("r", id);
        QVERIFY(m_fixture->attach());
        const QList<Event> all = events()->events(0, 10'000).result();
        QCOMPARE(all.size(), 2500 - 2500 / 7);
        QCOMPARE(all.constFirst().position, 1u);
        QCOMPARE(all.constLast().position, 2500u);
        const QList<Event> some = events()->events(1502, 3).result();
        QCOMPARE(some.size(), 3);
        QCOMPARE(some.constFirst().position, 1502u);
        QVERIFY(events()->events(2501, 10).result().isEmpty());
        QVERIFY(events()->events(std::numeric_limits<quint64>::max(), 10).result().isEmpty());
        QVERIFY(events()->events(1, 0).result().isEmpty());
        QVERIFY(events()->events(1, -1).result().isEmpty());
    }

    void positionsThatDoNotAscendEndThePaging()
    {
        m_fixture->api.onRequest = [](const ServedRequest &request) -> std::optional<ServedReply> {
            if (!request.target.startsWith("/api/events?"))
                return std::nullopt;
            return ServedReply{.body = R"({"events":[)" + withPosition(line("r", 1), 5) + "]}"};
        };
        QVERIFY(m_fixture->attach());
        QVERIFY(events()->events(0, 1000).result().size() <= 2);
    }

    void whatWasLoggedWithoutConnectionIsAnnouncedAfterwards()
    {
        QVERIFY(m_fixture->attach());
        QSignalSpy appended(events(), &EventView::appended);
        log(line("r", 1));
        COMPARE_EVENTUALLY(appended.size(), 1);
        m_fixture->api.change([this] { m_log += {line("r", 2), line("r", 3)}; });
        QVERIFY(m_fixture->attachAgain());
        log(line("r", 4));
        COMPARE_EVENTUALLY(notesIn(appended), (QStringList{QStringLiteral("r1"), QStringLiteral("r2"),
                                                           QStringLiteral("r3"), QStringLiteral("r4")}));
        QCOMPARE(positionsIn(appended), (QList<quint64>{1, 2, 3, 4}));
    }

    void nothingIsMissedIfNothingWasAnnouncedBefore()
    {
        m_log += line("r", 1);
        QVERIFY(m_fixture->attach());
        QSignalSpy appended(events(), &EventView::appended);
        COMPARE_EVENTUALLY(m_fixture->sent("GET", "/api/events"), 1);
        QCOMPARE(events()->events(0, 10).result().size(),
                 1); // the answer to the first request has been taken
        QCoreApplication::processEvents();
        m_fixture->api.change([this] { m_log += line("r", 2); });
        QVERIFY(m_fixture->attachAgain());
        COMPARE_EVENTUALLY(notesIn(appended), QStringList{QStringLiteral("r2")});
    }

    void nothingIsAnnouncedTwice()
    {
        QVERIFY(m_fixture->attach());
        QSignalSpy appended(events(), &EventView::appended);
        log(line("r", 1));
        COMPARE_EVENTUALLY(appended.size(), 1);
        for (int i = 0; i < 3; ++i)
            QVERIFY(m_fixture->attachAgain());
        COMPARE_EVENTUALLY(m_fixture->sent("GET", "/api/events"), 4);
        log(line("r", 2));
        COMPARE_EVENTUALLY(notesIn(appended), (QStringList{QStringLiteral("r1"), QStringLiteral("r2")}));
    }

    // The stream's event may arrive before or after the answer that has it, too.
    void anEventThatWasFetchedIsNotAnnouncedAgain()
    {
        QVERIFY(m_fixture->attach());
        QSignalSpy appended(events(), &EventView::appended);
        log(line("r", 1));
        COMPARE_EVENTUALLY(appended.size(), 1);
        m_fixture->api.change([this] { m_log += line("r", 2); });
        QVERIFY(m_fixture->attachAgain());
        COMPARE_EVENTUALLY(appended.size(), 2);
        m_fixture->api.server.push(sse("event", withPosition(line("r", 2), 2)));
        log(line("r", 3));
        COMPARE_EVENTUALLY(notesIn(appended),
                           (QStringList{QStringLiteral("r1"), QStringLiteral("r2"), QStringLiteral("r3")}));
    }

    void positionsAscendAlsoWhereTheLogCannotBeFetched()
    {
        QVERIFY(m_fixture->attach());
        QSignalSpy appended(events(), &EventView::appended);
        log(line("r", 1));
        log(line("r", 2));
        COMPARE_EVENTUALLY(appended.size(), 2);
        m_fixture->api.change([this] {
            m_log.clear();
            m_fixture->api.onRequest = {};
            m_fixture->api.routes["GET /api/events"] = ServedReply::problem(503, "hung", "The disk hangs.");
        });
        QVERIFY(m_fixture->attachAgain());
        log(line("s", 1));
        log(line("s", 2));
        COMPARE_EVENTUALLY(positionsIn(appended), (QList<quint64>{1, 2, 3, 4}));
    }

    // It keeps the events, and numbers them again.
    void positionsAscendOverRunsOfTheServer()
    {
        QVERIFY(m_fixture->attach());
        QSignalSpy appended(events(), &EventView::appended);
        log(line("r", 1));
        log(line("r", 2));
        log(line("r", 3));
        COMPARE_EVENTUALLY(appended.size(), 3);
        m_fixture->api.change([this] {
            m_first = -1; // r1 fell out of the log; r2 is at 0, r3 at 1
            m_fixture->api.pid = 4712;
            m_log += line("s", 4);
        });
        QVERIFY(m_fixture->attachAgain());
        COMPARE_EVENTUALLY(appended.size(), 4);
        log(line("s", 5));
        COMPARE_EVENTUALLY(notesIn(appended).mid(3),
                           (QStringList{QStringLiteral("s4"), QStringLiteral("s5")}));
        QCOMPARE(positionsIn(appended), (QList<quint64>{1, 2, 3, 4, 5}));
        const QList<Event> some = events()->events(4, 10).result();
        QCOMPARE(some.size(), 2);
        QCOMPARE(some.constFirst().position, 4u);
        QCOMPARE(some.constFirst().run, QByteArray("s"));
    }

    void positionsAscendAlsoWhereTheServerLostItsLog()
    {
        QVERIFY(m_fixture->attach());
        QSignalSpy appended(events(), &EventView::appended);
        for (quint64 id = 1; id <= 5; ++id)
            log(line("r", id));
        COMPARE_EVENTUALLY(appended.size(), 5);
        m_fixture->api.change([this] {
            m_log = {line("s", 6)};
            m_fixture->api.pid = 4712;
        });
        QVERIFY(m_fixture->attachAgain());
        log(line("s", 7));
        COMPARE_EVENTUALLY(positionsIn(appended), (QList<quint64>{1, 2, 3, 4, 5, 6, 7}));
        QCOMPARE(notesIn(appended).constLast(), QStringLiteral("s7"));
    }

    // An event that sums up a time is dated when that began. The server was killed before it wrote it.
    void anEarlierEventThatTheServerLostRepeatsNothing()
    {
        QVERIFY(m_fixture->attach());
        QSignalSpy appended(events(), &EventView::appended);
        for (quint64 id = 10; id <= 13; ++id)
            log(line("r", id));
        log(line("r", 2));
        COMPARE_EVENTUALLY(appended.size(), 5);
        m_fixture->api.change([this] {
            m_log.removeLast();
            m_log += line("s", 20);
            m_fixture->api.pid = 4712;
        });
        QVERIFY(m_fixture->attachAgain());
        log(line("s", 21));
        COMPARE_EVENTUALLY(notesIn(appended).mid(5),
                           (QStringList{QStringLiteral("s20"), QStringLiteral("s21")}));
        QCOMPARE(positionsIn(appended), (QList<quint64>{1, 2, 3, 4, 5, 6, 7}));
    }

    // None of the announced ones is in its log.
    void aLogWithoutAnyKnownEventGivesTheNewerOnesOnly()
    {
        QVERIFY(m_fixture->attach());
        QSignalSpy appended(events(), &EventView::appended);
        log(line("r", 13));
        log(line("r", 2));
        COMPARE_EVENTUALLY(appended.size(), 2);
        m_fixture->api.change([this] {
            m_log = {line("q", 5), line("q", 9), line("s", 20)};
            m_fixture->api.pid = 4712;
        });
        QVERIFY(m_fixture->attachAgain());
        log(line("s", 21));
        COMPARE_EVENTUALLY(notesIn(appended).mid(2),
                           (QStringList{QStringLiteral("s20"), QStringLiteral("s21")}));
    }

    void aNoteIsSentOnceAndCut()
    {
        m_fixture->api.routes["POST /api/events"] = {.status = 204};
        QVERIFY(m_fixture->attach());
        const QString text = QStringLiteral("a\\b \n") + QString(2000, u'x');
        QVERIFY(!async::failureOf(events()->note({.text = text, .atWallMs = 5, .incident = true})));
        const auto requests = m_fixture->api.server.requests("POST", "/api/events");
        QCOMPARE(requests.size(), 1);
        const auto body = json::Value::parse(requests.constFirst().body.toStdString());
        QVERIFY(body);
        // Escaped as in an event's line.
        QCOMPARE(wire::unescapedBytes(QByteArray::fromStdString(body->find("text")->text())),
                 text.left(EventView::mostNoteLength).toUtf8());
        QCOMPARE(body->find("at_unix_ms")->integer<qint64>(), std::optional<qint64>(5));
        QCOMPARE(body->find("incident")->boolean(), std::optional(true));
    }
};

MANOMETER_TEST(Core, TestRemoteEvents)
#include "tst_remote_events.moc"
