// SPDX-License-Identifier: GPL-3.0-or-later
#include "RemoteFixture.h"
#include "async/Answer.h"
#include "support/TestMain.h"

#include <QSignalSpy>
#include <QTest>

using namespace manometer;
using namespace manometer::views;
using test::RemoteFixture;
using test::ServedReply;
using test::sse;

class TestRemoteScan : public QObject
{
    Q_OBJECT

    std::unique_ptr<RemoteFixture> m_fixture;

    ScanView *scan() { return m_fixture->views().scan; }
    static ScanProgress progress(bool running, quint64 done)
    {
        ScanProgress progress;
        progress.running = running;
        progress.done = done;
        progress.folder = "/data/\xff";
        return progress;
    }
    static ScanFailure failure(const QByteArray &path)
    {
        return {.kind = ScanFailure::Kind::Unreadable, .path = path, .systemError = 13};
    }
    void push(const ScanProgress &now, bool isFinished)
    {
        m_fixture->api.server.push(sse("scan", R"({"progress":)" + wire::toText(now) + R"(,"finished":)" +
                                                   (isFinished ? "true}" : "false}")));
    }
    void push(const ScanFailure &failed)
    {
        m_fixture->api.server.push(sse("scan_failure", wire::toText(failed)));
    }
    static ServedReply failures(const QList<ScanFailure> &all)
    {
        QByteArray body = R"({"progress":{},"failures":[)";
        for (qsizetype i = 0; i < all.size(); ++i)
            body += (i == 0 ? "" : ",") + wire::toText(all[i]);
        return {.body = body + "]}"};
    }
    QList<QByteArray> failedPaths()
    {
        QList<QByteArray> paths;
        for (const ScanFailure &each : scan()->failures())
            paths += each.path;
        return paths;
    }

private slots:
    void init() { m_fixture = std::make_unique<RemoteFixture>(); }
    void cleanup() { m_fixture.reset(); }

    void aScanIsFollowedToItsEnd()
    {
        QVERIFY(m_fixture->attach());
        QSignalSpy progressed(scan(), &ScanView::progressed);
        QSignalSpy failed(scan(), &ScanView::failed);
        QSignalSpy finished(scan(), &ScanView::finished);
        push(progress(true, 0), false);
        push(failure("/data/a"));
        push(progress(true, 5), false);
        push(progress(false, 9), false);
        push(progress(false, 9), true);
        COMPARE_EVENTUALLY(finished.size(), 1);
        QCOMPARE(failed.size(), 1);
        QVERIFY(progressed.size() >= 4);
        QVERIFY(!scan()->progress().running);
        QCOMPARE(scan()->progress().done, 9u);
        QCOMPARE(scan()->progress().folder, QByteArray("/data/\xff"));
        COMPARE_EVENTUALLY(failedPaths(), QList<QByteArray>{"/data/a"});
    }

    void failuresFromBeforeTheConnectionAreFetched()
    {
        m_fixture->api.routes["GET /api/scan"] = failures({failure("/old"), failure("/new")});
        QVERIFY(m_fixture->attach());
        push(failure("/new")); // is in the answer already, or not
        push(failure("/newer"));
        COMPARE_EVENTUALLY(failedPaths().value(failedPaths().size() - 1), QByteArray("/newer"));
        QVERIFY(failedPaths().size() >= 3);
        QCOMPARE(failedPaths().constFirst(), QByteArray("/old"));
    }

    void aNewScanForgetsTheFailuresOfTheLast()
    {
        m_fixture->api.routes["GET /api/scan"] = failures({failure("/old")});
        QVERIFY(m_fixture->attach());
        COMPARE_EVENTUALLY(failedPaths(), QList<QByteArray>{"/old"});
        push(progress(true, 0), false);
        push(failure("/new"));
        COMPARE_EVENTUALLY(failedPaths(), QList<QByteArray>{"/new"});
    }

    void failuresAreBounded()
    {
        QVERIFY(m_fixture->attach());
        COMPARE_EVENTUALLY(m_fixture->sent("GET", "/api/scan"), 1);
        for (int i = 0; i < 1200; ++i)
            push(failure(QByteArray::number(i)));
        VERIFY_EVENTUALLY(!failedPaths().isEmpty() && failedPaths().constLast() == "1199");
        QCOMPARE(failedPaths().size(), 1000);
    }

    void anOldScanIsNotAnnouncedAsFinished()
    {
        m_fixture->api.onStream = [this](const test::ServedRequest &) {
            return ServedReply::stream(
                m_fixture->api.presentValues().replace(R"("finished":false)", R"("finished":true)"));
        };
        remote::RemoteBackend backend(m_fixture->api.setup());
        QSignalSpy finished(backend.views().scan, &ScanView::finished);
        COMPARE_EVENTUALLY(backend.connection().state, Connection::State::Connected);
        QCOMPARE(finished.size(), 0);
    }

    void aScanThatEndedWithoutConnectionIsFinishedAfterwards()
    {
        m_fixture->api.scan = progress(true, 3);
        QVERIFY(m_fixture->attach());
        QSignalSpy finished(scan(), &ScanView::finished);
        QVERIFY(m_fixture->attachAgain()); // it still runs
        QCOMPARE(finished.size(), 0);
        m_fixture->api.change([this] { m_fixture->api.scan = progress(false, 9); });
        QVERIFY(m_fixture->attachAgain());
        QCOMPARE(finished.size(), 1);
        QCOMPARE(finished.constFirst().constFirst().value<ScanProgress>().done, 9u);
        QVERIFY(m_fixture->attachAgain());
        QCOMPARE(finished.size(), 1);
    }

    void commandsAreSentInOrder()
    {
        m_fixture->api.routes["POST /api/scan"] = {.status = 202, .body = R"({"progress":{}})"};
        m_fixture->api.routes["DELETE /api/scan"] = {.status = 204};
        QVERIFY(m_fixture->attach());
        const auto first = scan()->start("/data/\\\xff");
        const auto second = scan()->readAgain(EntryId(7));
        scan()->cancel();
        QVERIFY(!async::failureOf(first));
        QVERIFY(!async::failureOf(second));
        COMPARE_EVENTUALLY(m_fixture->sent("DELETE", "/api/scan"), 1);
        QList<test::ServedRequest> commands = m_fixture->api.server.requests();
        commands.removeIf([](const auto &each) { return each.method == "GET"; });
        QCOMPARE(commands.size(), 3);
        QCOMPARE(commands[0].body, QByteArray(R"({"folder":"/data/\\\\\\xFF"})"));
        QCOMPARE(commands[1].body, QByteArray(R"({"entry":7})"));
        QCOMPARE(commands[2].method, QByteArray("DELETE"));
    }

    void aRunningScanRefusesAnother()
    {
        m_fixture->api.routes["POST /api/scan"] = ServedReply::problem(409, "conflict", "A scan runs.");
        QVERIFY(m_fixture->attach());
        QCOMPARE(async::failureOf(scan()->start("/data")), QStringLiteral("A scan runs."));
    }
};

MANOMETER_TEST(Core, TestRemoteScan)
#include "tst_remote_scan.moc"
