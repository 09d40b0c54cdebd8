// SPDX-License-Identifier: GPL-3.0-or-later
#include "RemoteFixture.h"
#include "async/Answer.h"
#include "pressure/Clock.h"
#include "support/TestMain.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace manometer;
using namespace manometer::views;
using namespace std::chrono_literals;
using test::RemoteFixture;
using test::ServedReply;
using test::sse;

class TestRemoteMonitor : public QObject
{
    Q_OBJECT

    std::unique_ptr<RemoteFixture> m_fixture;
    // The server's machine was started this much later than this one.
    static constexpr qint64 difference = 7'000'000;

    static qint64 bootMs()
    {
        return std::chrono::duration_cast<std::chrono::milliseconds>(pressure::sinceBoot()).count();
    }
    static qint64 serverNow() { return bootMs() - difference; }
    static SampleRecord sample(qint64 monotonicMs)
    {
        SampleRecord record;
        record.monotonicMs = monotonicMs;
        record.wallMs = QDateTime::currentMSecsSinceEpoch() - serverNow() + monotonicMs;
        record.systemUsedPercent = 42;
        record.discontinuity = SampleRecord::Discontinuity::ClockSet;
        return record;
    }
    MonitorView *monitor() { return m_fixture->views().monitor; }
    void push(const QByteArray &name, const QByteArray &data) { m_fixture->api.server.push(sse(name, data)); }

private slots:
    void init() { m_fixture = std::make_unique<RemoteFixture>(); }
    void cleanup() { m_fixture.reset(); }

    // A server that is stopped keeps its connections for a while.
    void figuresThatAreNotFollowedByOthersAreStale()
    {
        test::FakeApi api;
        remote::RemoteSetup setup = api.setup();
        setup.times.silentAfter = 300ms;
        remote::RemoteBackend backend(setup);
        MonitorView *view = backend.views().monitor;
        COMPARE_EVENTUALLY(backend.connection().state, Connection::State::Connected);
        VERIFY_EVENTUALLY(view->status().stale);
        QCOMPARE(backend.connection().state, Connection::State::Connected);
        MonitorStatus status;
        status.latest = sample(serverNow());
        api.server.push(sse("status", wire::toText(status)));
        VERIFY_EVENTUALLY(!view->status().stale);
    }

    void aSampleHasItsTimeOnThisMachinesClock()
    {
        QVERIFY(m_fixture->attach());
        QSignalSpy sampled(monitor(), &MonitorView::sampled);
        const SampleRecord record = sample(serverNow());
        push("sample", wire::toText(record));
        COMPARE_EVENTUALLY(sampled.size(), 1);
        const auto got = sampled.constFirst().constFirst().value<SampleRecord>();
        QVERIFY(std::abs(got.monotonicMs - (record.monotonicMs + difference)) < 5000);
        QVERIFY(got.monotonicMs <= bootMs());
        QCOMPARE(got.wallMs, record.wallMs);
        QCOMPARE(got.systemUsedPercent, 42.0);
        QCOMPARE(got.discontinuity, SampleRecord::Discontinuity::ClockSet);
    }

    void theStatusTimesAreOnThisMachinesClock()
    {
        const qint64 now = serverNow();
        MonitorStatus &status = m_fixture->api.status;
        status.latest = sample(now - 300);
        status.appliedSinceMs = now - 60'000;
        status.underLeaveSinceMs = now - 4000;
        status.fallsAtMs = now + 6000;
        status.snoozedUntilMs = now + 600'000;
        status.growthIntervalMs = 1234; // a duration
        QVERIFY(m_fixture->attach());
        const MonitorStatus got = monitor()->status();
        const qint64 shift = got.latest.monotonicMs - status.latest.monotonicMs;
        QVERIFY(std::abs(shift - difference) < 5000);
        QCOMPARE(got.appliedSinceMs, status.appliedSinceMs + shift);
        QCOMPARE(got.underLeaveSinceMs, std::optional(*status.underLeaveSinceMs + shift));
        QCOMPARE(got.fallsAtMs, std::optional(*status.fallsAtMs + shift));
        QCOMPARE(got.snoozedUntilMs, std::optional(*status.snoozedUntilMs + shift));
        QVERIFY(!got.nextGrowthAtMs);
        QCOMPARE(got.growthIntervalMs, 1234);
        QCOMPARE(got.latest.wallMs, status.latest.wallMs);
    }

    // An old sample is old, although it arrives now.
    void aStaleStatusIsAsOldAsItsSample()
    {
        m_fixture->api.status.latest = sample(serverNow() - 600'000);
        m_fixture->api.status.stale = true;
        QVERIFY(m_fixture->attach());
        QVERIFY(bootMs() - monitor()->status().latest.monotonicMs >= 590'000);
    }

    void aStatusBeforeTheFirstSampleHasNone()
    {
        QVERIFY(m_fixture->attach());
        QCOMPARE(monitor()->status().latest.wallMs, 0);
        QCOMPARE(monitor()->status().latest.monotonicMs, 0);
    }

    void theStatusIsAnnounced()
    {
        QVERIFY(m_fixture->attach());
        QSignalSpy changed(monitor(), &MonitorView::statusChanged);
        MonitorStatus status;
        status.applied = Level::High;
        push("status", wire::toText(status));
        COMPARE_EVENTUALLY(changed.size(), 1);
        QCOMPARE(monitor()->status().applied, Level::High);
    }

    void aLevelIsAnnouncedOnceWithWhatWasLeftAndEntered()
    {
        QVERIFY(m_fixture->attach());
        QStringList order;
        connect(monitor(), &MonitorView::levelChanged, this,
                [&](Level from, Level to) { order += QStringLiteral("%1>%2").arg(int(from)).arg(int(to)); });
        connect(monitor(), &MonitorView::levelLeft, this,
                [&](Level level) { order += QStringLiteral("left %1").arg(int(level)); });
        connect(monitor(), &MonitorView::levelEntered, this,
                [&](Level level) { order += QStringLiteral("entered %1").arg(int(level)); });
        MonitorStatus status;
        status.applied = Level::High;
        push("status", wire::toText(status));
        push("level", R"({"from":"NORMAL","to":"HIGH"})");
        push("status", wire::toText(status));
        COMPARE_EVENTUALLY(order, (QStringList{QStringLiteral("0>2"), QStringLiteral("left 0"),
                                               QStringLiteral("entered 2")}));
    }

    void aLevelThatChangedWithoutConnectionIsAnnouncedAfterwards()
    {
        QVERIFY(m_fixture->attach());
        QSignalSpy changed(monitor(), &MonitorView::levelChanged);
        m_fixture->api.change([this] { m_fixture->api.status.applied = Level::Critical; });
        QVERIFY(m_fixture->attachAgain());
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.constFirst().at(0).value<Level>(), Level::Normal);
        QCOMPARE(changed.constFirst().at(1).value<Level>(), Level::Critical);
        QVERIFY(m_fixture->attachAgain());
        QCOMPARE(changed.size(), 1);
    }

    void theSamplesOfALostConnectionAreAskedForNotAnnounced()
    {
        QVERIFY(m_fixture->attach());
        QSignalSpy sampled(monitor(), &MonitorView::sampled);
        const qint64 begin = serverNow();
        push("sample", wire::toText(sample(begin)));
        COMPARE_EVENTUALLY(sampled.size(), 1);
        QByteArray past = R"({"samples":[)";
        for (int i = 0; i < 10; ++i)
            past += (i == 0 ? "" : ",") + wire::toText(sample(begin - 10'000 + i * 1000));
        m_fixture->api.change(
            [&] { m_fixture->api.routes["GET /api/monitor/samples"] = {.body = past + "]}\n"}; });
        QVERIFY(m_fixture->attachAgain());
        push("sample", wire::toText(sample(serverNow())));
        COMPARE_EVENTUALLY(sampled.size(), 2);
        const auto first = sampled.at(0).constFirst().value<SampleRecord>();
        const auto second = sampled.at(1).constFirst().value<SampleRecord>();
        QVERIFY(second.monotonicMs > first.monotonicMs);
        const SampleRecords records = monitor()->samples({}).result();
        QCOMPARE(records.size(), 10);
        QCOMPARE(records.constLast().monotonicMs - records.constFirst().monotonicMs, 9000);
        QVERIFY(std::abs(records.constLast().monotonicMs - (begin - 1000 + difference)) < 5000);
    }

    void aRangeOfSamplesIsAskedFor()
    {
        m_fixture->api.routes["GET /api/monitor/samples"] = {.body = R"({"samples":[]})"};
        QVERIFY(m_fixture->attach());
        QVERIFY(monitor()->samples({}).result().isEmpty());
        QVERIFY(monitor()->samples({.fromWallMs = 5, .toWallMs = 7}).result().isEmpty());
        QVERIFY(monitor()->samples({.fromWallMs = 5}).result().isEmpty());
        QVERIFY(monitor()->samples({.toWallMs = -7}).result().isEmpty());
        QList<QByteArray> targets;
        for (const auto &request : m_fixture->api.server.requests("GET", "/api/monitor/samples"))
            targets += request.target.mid(qsizetype(strlen("/api/monitor/samples")));
        QCOMPARE(targets, (QList<QByteArray>{"", "?from_unix_ms=5&to_unix_ms=7", "?from_unix_ms=5",
                                             "?to_unix_ms=-7"}));
    }

    void aWeekOfSamplesIsRead()
    {
        QByteArray body = R"({"samples":[)";
        const QByteArray one = wire::toText(sample(serverNow()));
        constexpr int count = 34'000;
        for (int i = 0; i < count; ++i)
            body += (i == 0 ? "" : ",") + one;
        m_fixture->api.routes["GET /api/monitor/samples"] = {.body = body + "]}\n"};
        QVERIFY(m_fixture->attach());
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(monitor()->samples({}).result().size(), count);
        qInfo("%.1f MB in %lld ms", double(body.size()) / 1e6, timer.elapsed());
    }

    void samplesThatCannotBeReadAreAFailure()
    {
        m_fixture->api.routes["GET /api/monitor/samples"] = {.body = R"({"samples":[{"unix_ms":"now"}]})"};
        QVERIFY(m_fixture->attach());
        const auto answer = monitor()->samples({});
        try {
            answer.result();
            QFAIL("it did not fail");
        } catch (const Failure &failure) {
            QCOMPARE(failure.kind(), Failure::Kind::Impossible);
        }
    }

    void sourcesAndProcessesAreRead()
    {
        MemoryHolding holding;
        holding.processes = {{.name = "a\\b\xff", .pid = 7, .rssBytes = 8}};
        holding.ownPid = 42;
        m_fixture->api.routes["GET /api/processes"] = {.body = wire::toText(holding)};
        pressure::SourceReport report;
        report.rows.push_back({.signal = pressure::Signal::HostMemory, .path = "/proc/meminfo"});
        m_fixture->api.routes["GET /api/sources"] = {.body = wire::toText(report)};
        QVERIFY(m_fixture->attach());
        const MemoryHolding got = monitor()->holders().result();
        QCOMPARE(got.processes.constFirst().name, QByteArray("a\\b\xff"));
        QCOMPARE(got.ownPid, 42);
        QCOMPARE(monitor()->sources().result().rows.front().path, std::string("/proc/meminfo"));
    }

    void whatIfIsAskedWithTheDraftAndRead()
    {
        views::WhatIfAnswer answer{.samples = 86'400, .fromWallMs = 1, .toWallMs = 2, .recordedMs = 3};
        answer.draft.levels = {{.level = pressure::Level::High, .entries = 9, .timePercent = 3}};
        answer.draft.shortestLeadMs = 95'000;
        answer.draft.ribbon = {{.level = pressure::Level::High, .fromWallMs = 1, .toWallMs = 2}};
        m_fixture->api.routes["POST /api/evidence/whatif"] = {.body = wire::toText(answer)};
        QVERIFY(m_fixture->attach());
        views::WhatIfQuestion question{.range = {.fromWallMs = 5}, .ribbonColumns = 7};
        question.draft.thresholds.high.enterPercent = 74;
        const views::WhatIfAnswer got = m_fixture->views().evidence->whatIf(question).result();
        QCOMPARE(got.samples, answer.samples);
        QVERIFY(got.draft.levels == answer.draft.levels && got.draft.ribbon == answer.draft.ribbon);
        QCOMPARE(got.draft.shortestLeadMs.value_or(0), 95'000);
        QVERIFY(!got.applied.shortestLeadMs);
        const QJsonObject sent =
            QJsonDocument::fromJson(
                m_fixture->api.server.requests("POST", "/api/evidence/whatif").constFirst().body)
                .object();
        QCOMPARE(sent[QLatin1StringView("from_unix_ms")].toInt(), 5);
        QCOMPARE(sent[QLatin1StringView("ribbon_columns")].toInt(), 7);
        QCOMPARE(sent[QLatin1StringView("settings")][QLatin1StringView("thresholds")]
                     [QLatin1StringView("high")][QLatin1StringView("enter_percent")]
                         .toDouble(),
                 74.0);
    }

    void aRecordingIsAskedForAndTakenAsItIs()
    {
        const QByteArray file("MNMRCRD\n\0\xff", 10);
        m_fixture->api.routes["GET /api/recording"] = {.body = file};
        QVERIFY(m_fixture->attach());
        views::RecordingView *recordings = m_fixture->views().recordings;
        QCOMPARE(recordings->recording({.fromWallMs = 5}, views::FileNames::LeftOut).result(), file);
        QCOMPARE(recordings->recording({}, views::FileNames::Included).result(), file);
        const auto sent = m_fixture->api.server.requests("GET", "/api/recording");
        QCOMPARE(sent.size(), 2);
        QVERIFY(sent[0].target.endsWith("?names=false&from_unix_ms=5"));
        QVERIFY(sent[1].target.endsWith("?names=true"));
    }

    void evidenceIsRead()
    {
        const views::HitEvidence evidence{.lack = views::HitEvidence::Lack::None,
                                          .sinceWallMs = 5,
                                          .requests = 90'000,
                                          .measuredPercent = 91.5,
                                          .levels = {{.level = Level::High,
                                                      .limit = {.entries = 250, .bytes = 7},
                                                      .hitPercent = 88.25,
                                                      .errorPercent = 0.5,
                                                      .lostSecondsPerHour = 2.5}}};
        m_fixture->api.routes["GET /api/evidence/hits"] = {.body = wire::toText(evidence)};
        QVERIFY(m_fixture->attach());
        const views::HitEvidence got = m_fixture->views().evidence->hits().result();
        QCOMPARE(got.lack, evidence.lack);
        QCOMPARE(got.requests, evidence.requests);
        QVERIFY(got.levels == evidence.levels);
    }

    void aFailureHasTheServersReasonAndKind_data()
    {
        QTest::addColumn<ServedReply>("reply");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char *what, const ServedReply &reply, Failure::Kind kind,
                            const char *reason) {
            QTest::newRow(what) << reply << int(kind) << QString::fromLatin1(reason);
        };
        row("it hangs", ServedReply::problem(503, "hung", "The disk hangs."), Failure::Kind::Refused,
            "The disk hangs.");
        row("a conflict", ServedReply::problem(409, "conflict", "A scan runs."), Failure::Kind::Refused,
            "A scan runs.");
        row("a bug", ServedReply::problem(500, "bug", "Oh."), Failure::Kind::Impossible, "Oh.");
        row("no reason", {.status = 500, .body = "<html>"}, Failure::Kind::Impossible,
            "The server answered with status 500");
        row("no detail",
            {.status = 404, .body = R"({"title":"Not Found"})", .type = "application/problem+json"},
            Failure::Kind::Refused, "Not Found");
        row("no JSON", {.body = "<html>"}, Failure::Kind::Impossible, "");
        row("a broken connection",
            {.raw = "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n", .then = ServedReply::Then::Close},
            Failure::Kind::NoBackend, "");
        row("a huge answer", {.body = QByteArray(5 << 20, ' ')}, Failure::Kind::Impossible,
            "The server's answer is too large");
        row("a long reason", ServedReply::problem(503, "busy", QByteArray(5000, 'x')), Failure::Kind::Refused,
            "");
    }
    void aFailureHasTheServersReasonAndKind()
    {
        QFETCH(ServedReply, reply);
        QFETCH(int, kind);
        QFETCH(QString, reason);
        m_fixture->api.routes["GET /api/sources"] = reply;
        QVERIFY(m_fixture->attach());
        const auto answer = monitor()->sources();
        try {
            answer.result();
            QFAIL("it did not fail");
        } catch (const Failure &failure) {
            QCOMPARE(int(failure.kind()), kind);
            if (!reason.isEmpty())
                QCOMPARE(failure.reason(), reason);
            QVERIFY(!failure.reason().isEmpty() && failure.reason().size() <= 500);
        }
    }

    void aRehearsalIsPassedOn()
    {
        m_fixture->api.routes["POST /api/rehearsal"] = {.body = R"({"id":7})"};
        m_fixture->api.routes["DELETE /api/rehearsal"] = {.status = 204};
        m_fixture->api.status.rehearsal = RehearsalStatus{
            .id = 6, .curve = "burst", .speed = 2, .playedMs = 5, .lengthMs = 60'000, .percent = 95};
        QVERIFY(m_fixture->attach());
        QCOMPARE(monitor()->status().rehearsal, m_fixture->api.status.rehearsal);
        const auto begins = monitor()->rehearse({.curve = "ramp", .speed = 1.5, .actor = "me"});
        QVERIFY(!async::failureOf(begins));
        QCOMPARE(begins.result(), quint64(7));
        QVERIFY(!async::failureOf(monitor()->stopRehearsal("me")));
        const auto begun = m_fixture->api.server.requests("POST", "/api/rehearsal");
        QCOMPARE(int(begun.size()), 1);
        QCOMPARE(begun.front().body, QByteArray(R"({"curve":"ramp","speed":1.5})"));
        QCOMPARE(int(m_fixture->api.server.requests("DELETE", "/api/rehearsal").size()), 1);
    }

    void aRefusedRehearsalSaysWhy()
    {
        m_fixture->api.routes["POST /api/rehearsal"] =
            ServedReply::problem(409, "conflict", "a rehearsal runs on this cache already");
        QVERIFY(m_fixture->attach());
        const auto failure = async::failureOf(monitor()->rehearse({.curve = "ramp"}));
        QVERIFY(failure);
        QVERIFY2(failure->contains(QStringLiteral("a rehearsal runs on this cache already")),
                 qPrintable(*failure));
    }

    void aSnoozeIsSent()
    {
        m_fixture->api.routes["POST /api/monitor/snooze"] = {.status = 204};
        QVERIFY(m_fixture->attach());
        QVERIFY(!async::failureOf(monitor()->snooze(75, 1800s)));
        QVERIFY(!async::failureOf(monitor()->snooze(75, 0ms)));
        QVERIFY(!async::failureOf(monitor()->snooze(75, 1ms)));
        QList<QByteArray> bodies;
        for (const auto &request : m_fixture->api.server.requests("POST", "/api/monitor/snooze"))
            bodies += request.body;
        QCOMPARE(bodies, (QList<QByteArray>{R"({"share_percent":75,"seconds":1800})",
                                            R"({"share_percent":75,"seconds":0})",
                                            R"({"share_percent":75,"seconds":1})"}));
    }
};

MANOMETER_TEST(Core, TestRemoteMonitor)
#include "tst_remote_monitor.moc"
