// SPDX-License-Identifier: GPL-3.0-or-later
#include "RemoteFixture.h"
#include "async/Answer.h"
#include "support/Files.h"
#include "support/TestMain.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace manometer;
using namespace manometer::views;
using namespace std::chrono_literals;
using remote::Access;
using remote::RemoteBackend;
using remote::RemoteSetup;
using test::FakeApi;
using test::RemoteFixture;
using test::ServedReply;
using test::ServedRequest;
using test::sse;
using State = Connection::State;

class TestAttachment : public QObject
{
    Q_OBJECT

private slots:
    void theViewsAreThereFromTheStart()
    {
        FakeApi api;
        RemoteBackend backend(api.setup());
        QCOMPARE(backend.connection().state, State::Connecting);
        QVERIFY(backend.connection().sinceWallMs > 0);
        const Views views = backend.views();
        QCOMPARE(views.monitor->status().latest.wallMs, 0);
        QVERIFY(views.settings->settings() == Settings{});
        const auto answer = views.monitor->samples({});
        QVERIFY(answer.isFinished());
        try {
            answer.result();
            QFAIL("it did not fail");
        } catch (const Failure &failure) {
            QCOMPARE(failure.kind(), Failure::Kind::NoBackend);
            QVERIFY(!failure.reason().isEmpty());
        }
    }

    void itIsConnectedOnceEveryPresentValueArrived()
    {
        RemoteFixture fixture;
        fixture.api.onStream = [](const ServedRequest &) { return ServedReply::stream(); };
        fixture.api.status.applied = Level::High;
        fixture.api.cache.stats.diskEntries = 42;
        RemoteBackend backend(fixture.api.setup());
        QSignalSpy connections(&backend, &Backend::connectionChanged);
        QList<QByteArray> parts = fixture.api.presentValues().split('\n');
        COMPARE_EVENTUALLY(fixture.api.server.streams(), 1);
        const QByteArray presets = parts.takeLast() + parts.takeLast(); // the empty line at its end
        fixture.api.server.push(parts.join('\n') + '\n');
        COMPARE_EVENTUALLY(backend.views().settings->presets().isEmpty(), true);
        COMPARE_EVENTUALLY(backend.views().cache->summary().stats.diskEntries, 42u);
        QCOMPARE(connections.size(), 0);
        // Its values are published before.
        connect(&backend, &Backend::connectionChanged, this, [&backend] {
            QCOMPARE(backend.views().monitor->status().applied, Level::High);
            QVERIFY(backend.views().settings->findPreset(QStringLiteral("default")));
        });
        fixture.api.server.push("\n");
        COMPARE_EVENTUALLY(backend.connection().state, State::Connected);
        QCOMPARE(connections.size(), 1);
        QVERIFY(backend.connection().reason.isEmpty());
        QCOMPARE(backend.serverVersion(), QStringLiteral("0.6.0"));
    }

    void theStreamMayBeSplitAnywhere()
    {
        RemoteFixture fixture;
        fixture.api.onStream = [](const ServedRequest &) { return ServedReply::stream(); };
        RemoteBackend backend(fixture.api.setup());
        COMPARE_EVENTUALLY(fixture.api.server.streams(), 1);
        const QByteArray values = fixture.api.presentValues();
        for (qsizetype i = 0; i < values.size(); i += 7)
            fixture.api.server.push(values.sliced(i, std::min<qsizetype>(7, values.size() - i)));
        COMPARE_EVENTUALLY(backend.connection().state, State::Connected);
    }

    void itAsksForOneStreamAndNothingElseRepeatedly()
    {
        RemoteFixture fixture;
        QVERIFY(fixture.attach());
        COMPARE_EVENTUALLY(fixture.sent("GET", "/api/scan"), 1);
        COMPARE_EVENTUALLY(fixture.sent("GET", "/api/events"), 1);
        QCOMPARE(fixture.sent("GET", "/healthz"), 1);
        QCOMPARE(fixture.sent("GET", "/api/stream"), 1);
        QCOMPARE(fixture.api.server.requests().size(), 4);
        const QByteArray target = fixture.api.server.requests("GET", "/api/stream").constFirst().target;
        for (const char *topic : {"event", "sample", "status", "cache", "contents", "scan", "scan_failure",
                                  "settings", "presets", "undo_freed"})
            QVERIFY2(target.split('=').constLast().split(',').contains(topic), topic);
    }

    void aMissingServerIsFoundOnceItStarts()
    {
        RemoteFixture fixture;
        fixture.api.server.stop();
        RemoteBackend backend(fixture.api.setup());
        QVERIFY(test::isLostFor(backend, QStringLiteral("No such file")));
        const qint64 since = backend.connection().sinceWallMs;
        QVERIFY(fixture.api.server.start());
        COMPARE_EVENTUALLY(backend.connection().state, State::Connected);
        QVERIFY(since <= backend.connection().sinceWallMs);
    }

    void aLostConnectionKeepsTheValuesAndReturns()
    {
        RemoteFixture fixture;
        fixture.api.cache.stats.diskEntries = 42;
        QVERIFY(fixture.attach());
        QSignalSpy connections(&fixture.backend(), &Backend::connectionChanged);
        fixture.api.server.stop();
        QVERIFY(test::isLostFor(fixture.backend(), {}));
        QCOMPARE(fixture.views().cache->summary().stats.diskEntries, 42u);
        const qint64 since = fixture.backend().connection().sinceWallMs;
        QVERIFY(test::isLostFor(fixture.backend(), QStringLiteral("No such file"))); // the newest reason
        QCOMPARE(fixture.backend().connection().sinceWallMs, since);                 // of the same loss
        QVERIFY(async::failureOf(fixture.views().cache->list({})));
        fixture.api.cache.stats.diskEntries = 43;
        QVERIFY(fixture.api.server.start());
        QVERIFY(fixture.becomes(State::Connected));
        QCOMPARE(fixture.views().cache->summary().stats.diskEntries, 43u);
    }

    void aFailedAttemptIsRepeatedAfterAGrowingDelay()
    {
        RemoteFixture fixture;
        fixture.api.routes["GET /healthz"] = ServedReply::problem(503, "busy", "Busy.");
        RemoteSetup setup = fixture.api.setup();
        setup.times.firstDelay = 50ms;
        setup.times.mostDelay = 400ms;
        QElapsedTimer timer;
        timer.start();
        RemoteBackend backend(setup);
        VERIFY_EVENTUALLY(fixture.sent("GET", "/healthz") == 6);
        QVERIFY(timer.elapsed() >= 50 + 100 + 200 + 400 + 400 - 10);
    }

    void aSilentServerIsLost()
    {
        RemoteFixture fixture;
        RemoteSetup setup = fixture.api.setup();
        setup.times.longestSilence = 300ms;
        RemoteBackend backend(setup);
        COMPARE_EVENTUALLY(backend.connection().state, State::Connected);
        QVERIFY(test::isLostFor(backend, QStringLiteral("silent")));
    }

    void theEndIsPrompt_data()
    {
        QTest::addColumn<QByteArray>("hanging");
        QTest::newRow("while a stream runs") << QByteArray();
        QTest::newRow("while nothing answers") << QByteArray("GET /healthz");
        QTest::newRow("while the stream does not begin") << QByteArray("GET /api/stream");
    }
    void theEndIsPrompt()
    {
        QFETCH(QByteArray, hanging);
        RemoteFixture fixture;
        if (!hanging.isEmpty())
            fixture.api.routes[hanging] = ServedReply{.then = ServedReply::Then::Hang};
        fixture.api.routes["GET /api/sources"] = ServedReply{.then = ServedReply::Then::Hang};
        auto backend = std::make_unique<RemoteBackend>(fixture.api.setup());
        if (hanging.isEmpty())
            COMPARE_EVENTUALLY(backend->connection().state, State::Connected);
        else
            VERIFY_EVENTUALLY(fixture.sent("GET", hanging.split(' ').constLast()) == 1);
        const auto asked = backend->views().monitor->sources();
        QElapsedTimer timer;
        timer.start();
        backend.reset();
        QVERIFY(timer.elapsed() < 300);
        QVERIFY(asked.isFinished());
        QCOMPARE(asked.isCanceled(), true);
    }

    void aReadOnlyConnectionSendsNoChange()
    {
        RemoteFixture fixture;
        QVERIFY(fixture.attach(Access::ReadOnly));
        QVERIFY(fixture.backend().isReadOnly());
        COMPARE_EVENTUALLY(fixture.api.server.requests().size(), 4);
        const Views views = fixture.views();
        QSignalSpy changeFailed(views.settings, &SettingsView::changeFailed);
        const QString readOnly = QStringLiteral("This connection is read-only");
        const auto refusal = [](auto future) {
            return future.isFinished() ? async::failureOf(future).value_or(QString()) : QString();
        };
        const QList<EntryId> ids{EntryId(1)};
        QCOMPARE(refusal(views.monitor->snooze(50, 1min)), readOnly);
        QCOMPARE(refusal(views.cache->keep(ids, true)), readOnly);
        QCOMPARE(refusal(views.cache->remove(ids, CacheView::Removed::ForGood).answer), readOnly);
        QCOMPARE(refusal(views.cache->restore(1)), readOnly);
        QCOMPARE(refusal(views.events->note({.text = QStringLiteral("x")})), readOnly);
        QCOMPARE(refusal(views.scan->start("/data")), readOnly);
        QCOMPARE(refusal(views.scan->readAgain(EntryId(1))), readOnly);
        QCOMPARE(refusal(fixture.backend().keepSettings()), readOnly);
        views.cache->discard(1);
        views.cache->stopRemoving(1);
        views.scan->cancel();
        Settings settings;
        settings.memory.entries = 777;
        QVERIFY(!views.settings->applySettings(settings, QStringLiteral("default")));
        QVERIFY(!views.settings->applyThresholds(settings.thresholds));
        QVERIFY(!views.settings->savePreset(QStringLiteral("mine"), settings));
        COMPARE_EVENTUALLY(changeFailed.size(), 3);
        QCOMPARE(changeFailed.constFirst().constFirst().toString(), readOnly);
        // What reads is sent.
        QVERIFY(async::failureOf(views.cache->weigh(ids)) != readOnly);
        QCOMPARE(fixture.api.server.requests().size(), 5);
    }

    void aTokenOfAnotherRunIsReadAgain()
    {
        FakeApi api(test::ScriptedServer::On::Loopback);
        api.onStream = [&api](const ServedRequest &request) {
            return request.headers.value("authorization") == "Bearer " + QByteArray(64, 'b')
                       ? ServedReply::stream(api.presentValues())
                       : ServedReply::problem(401, "unauthorized", "The token is not valid.");
        };
        const test::Folder folder;
        const QByteArray file = folder.path().toUtf8() + "/token";
        QVERIFY(test::writeFile(file, QByteArray(64, 'a')));
        RemoteSetup setup = api.setup();
        setup.endpoint =
            *remote::Endpoint::parse("http://127.0.0.1:" + QByteArray::number(api.server.port()), file);
        RemoteBackend backend(setup);
        QVERIFY(test::isLostFor(backend, QStringLiteral("The token is not valid.")));
        QVERIFY(test::writeFile(file, QByteArray(64, 'b')));
        COMPARE_EVENTUALLY(backend.connection().state, State::Connected);
    }
};

MANOMETER_TEST(Core, TestAttachment)
#include "tst_attachment.moc"
