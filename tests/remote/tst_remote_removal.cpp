// SPDX-License-Identifier: GPL-3.0-or-later
#include "RemoteFixture.h"
#include "async/Answer.h"
#include "support/TestMain.h"

#include <QFutureWatcher>
#include <QSignalSpy>
#include <QTest>

#include <atomic>

using namespace manometer;
using namespace manometer::views;
using test::RemoteFixture;
using test::ServedReply;
using test::ServedRequest;
using test::sse;

class TestRemoteRemoval : public QObject
{
    Q_OBJECT

    std::unique_ptr<RemoteFixture> m_fixture;
    std::atomic<int> m_done = 0;         // of the running deletion
    std::atomic<bool> m_hasEnded = true; // the deletion, on the server
    std::atomic<int> m_undoId = 0;

    CacheView *cache() { return m_fixture->views().cache; }
    static constexpr auto aside = CacheView::Removed::HeldAside;

    // Deletion 7, which runs until m_hasEnded.
    void serveDeletion()
    {
        m_fixture->api.onRequest = [this](const ServedRequest &request) -> std::optional<ServedReply> {
            const QByteArray path = request.target.split('?').constFirst();
            if (request.method == "POST" && path == "/api/removals")
                return ServedReply{.status = 201, .body = R"({"id":7})"};
            if (path != "/api/removals/7")
                return std::nullopt;
            if (request.method == "DELETE") {
                m_hasEnded = true;
                return ServedReply{.status = 204};
            }
            if (!m_hasEnded)
                return ServedReply{.body = R"({"id":7,"running":true,"done":)" +
                                           QByteArray::number(m_done.load()) + '}'};
            return ServedReply{
                .body = R"({"id":7,"running":false,"result":)" +
                        wire::toText(Removal{.removed = 2, .undoId = quint64(m_undoId.load())}) + '}'};
        };
    }

private slots:
    void init()
    {
        m_fixture = std::make_unique<RemoteFixture>();
        m_hasEnded = true;
        m_undoId = 0;
        m_done = 0;
        serveDeletion();
    }
    void cleanup() { m_fixture.reset(); }

    void aDeletionIsSentAndItsResultAnswered()
    {
        QVERIFY(m_fixture->attach());
        const Removing removing = cache()->remove({EntryId(1), EntryId(2)}, CacheView::Removed::ForGood);
        QVERIFY(removing.id != 0);
        const Removal removal = removing.answer.result();
        QCOMPARE(removal.removed, 2);
        QCOMPARE(removal.undoId, quint64(0));
        QCOMPARE(m_fixture->api.server.requests("POST", "/api/removals").constFirst().body,
                 QByteArray(R"({"ids":[1,2],"hold_aside":false})"));
    }

    void eachDeletionHasANumberOfItsOwnAtOnce()
    {
        QVERIFY(m_fixture->attach());
        const Removing one = cache()->remove({EntryId(1)}, aside);
        const Removing other = cache()->remove({EntryId(2)}, aside);
        QVERIFY(one.id != other.id);
    }

    void itsProgressIsReported()
    {
        m_hasEnded = false;
        m_done = 1;
        QVERIFY(m_fixture->attach());
        QFutureWatcher<Removal> watcher;
        watcher.setFuture(cache()->remove({EntryId(1), EntryId(2)}, aside).answer);
        COMPARE_EVENTUALLY(watcher.progressValue(), 1);
        QCOMPARE(watcher.progressMaximum(), 2);
        m_hasEnded = true;
        VERIFY_EVENTUALLY(watcher.isFinished());
        QCOMPARE(watcher.future().result().removed, 2);
    }

    void itIsStopped()
    {
        m_hasEnded = false;
        QVERIFY(m_fixture->attach());
        const Removing removing = cache()->remove({EntryId(1), EntryId(2)}, aside);
        cache()->stopRemoving(removing.id + 1); // another
        cache()->stopRemoving(removing.id);     // before the server's number is known, or after
        VERIFY_EVENTUALLY(removing.answer.isFinished());
        QCOMPARE(m_fixture->sent("DELETE", "/api/removals/7"), 1);
        cache()->stopRemoving(removing.id);
        QCOMPARE(m_fixture->sent("DELETE", "/api/removals/7"), 1);
    }

    void aHungServerIsWaitedFor()
    {
        std::atomic<bool> isHung = true;
        const auto serve = m_fixture->api.onRequest;
        m_fixture->api.onRequest = [&](const ServedRequest &request) -> std::optional<ServedReply> {
            if (request.target.endsWith("?wait=true") && isHung.exchange(false))
                return ServedReply::problem(503, "hung", "The disk hangs.");
            return serve(request);
        };
        QVERIFY(m_fixture->attach());
        QCOMPARE(cache()->remove({EntryId(1)}, aside).answer.result().removed, 2);
    }

    void itFailsWithTheServer_data()
    {
        QTest::addColumn<ServedReply>("reply");
        QTest::newRow("a refusal") << ServedReply::problem(413, "body_too_large", "Too large.");
        QTest::newRow("no number") << ServedReply{.status = 201, .body = "{}"};
        QTest::newRow("a broken connection") << ServedReply{.raw = " ", .then = ServedReply::Then::Close};
    }
    void itFailsWithTheServer()
    {
        QFETCH(ServedReply, reply);
        m_fixture->api.onRequest = {};
        m_fixture->api.routes["POST /api/removals"] = reply;
        QVERIFY(m_fixture->attach());
        const auto answer = cache()->remove({EntryId(1)}, aside).answer;
        VERIFY_EVENTUALLY(answer.isFinished());
        QVERIFY(async::failureOf(answer));
    }

    void itFailsWhereTheServerForgotIt()
    {
        m_fixture->api.onRequest = {};
        m_fixture->api.routes["POST /api/removals"] = {.status = 201, .body = R"({"id":9})"};
        QVERIFY(m_fixture->attach());
        const auto answer = cache()->remove({EntryId(1)}, aside).answer;
        VERIFY_EVENTUALLY(answer.isFinished());
        QVERIFY(async::failureOf(answer));
    }

    void theEndOfTheBackendCancelsIt()
    {
        m_hasEnded = false;
        QVERIFY(m_fixture->attach());
        const auto answer = cache()->remove({EntryId(1)}, aside).answer;
        COMPARE_EVENTUALLY(m_fixture->sent("GET", "/api/removals/7") > 0, true);
        m_fixture->detach();
        QVERIFY(answer.isFinished() && answer.isCanceled());
    }

    void itIsRestoredOnce()
    {
        m_undoId = 70;
        m_fixture->api.routes["POST /api/undo/70"] = {.body = R"({"restored":2})"};
        QVERIFY(m_fixture->attach());
        const Removal removal = cache()->remove({EntryId(1)}, aside).answer.result();
        QVERIFY(removal.undoId != 0);
        QCOMPARE(cache()->restore(removal.undoId).result(), 2);
        QCOMPARE(cache()->restore(removal.undoId).result(), 0);
        QCOMPARE(cache()->restore(0).result(), 0);
        QCOMPARE(cache()->restore(70 + removal.undoId).result(), 0); // of another client
        QCOMPARE(m_fixture->sent("POST", "/api/undo/70"), 1);
    }

    void whatTheServerNoLongerHoldsIsNotRestored()
    {
        m_undoId = 70;
        m_fixture->api.routes["POST /api/undo/70"] = ServedReply::problem(410, "gone", "Gone.");
        QVERIFY(m_fixture->attach());
        const Removal removal = cache()->remove({EntryId(1)}, aside).answer.result();
        QCOMPARE(cache()->restore(removal.undoId).result(), 0);
    }

    void aFailedRestorationMayBeRepeated()
    {
        m_undoId = 70;
        m_fixture->api.routes["POST /api/undo/70"] = ServedReply::problem(503, "hung", "The disk hangs.");
        QVERIFY(m_fixture->attach());
        const Removal removal = cache()->remove({EntryId(1)}, aside).answer.result();
        QVERIFY(async::failureOf(cache()->restore(removal.undoId)));
        m_fixture->api.change(
            [this] { m_fixture->api.routes["POST /api/undo/70"] = {.body = R"({"restored":2})"}; });
        QCOMPARE(cache()->restore(removal.undoId).result(), 2);
    }

    void whatWasDiscardedIsNotRestored()
    {
        m_undoId = 70;
        m_fixture->api.routes["DELETE /api/undo/70"] = {.status = 204};
        m_fixture->api.routes["POST /api/undo/70"] = {.body = R"({"restored":2})"};
        QVERIFY(m_fixture->attach());
        const Removal removal = cache()->remove({EntryId(1)}, aside).answer.result();
        cache()->discard(removal.undoId);
        QCOMPARE(cache()->restore(removal.undoId).result(), 0);
        COMPARE_EVENTUALLY(m_fixture->sent("DELETE", "/api/undo/70"), 1);
        QCOMPARE(m_fixture->sent("POST", "/api/undo/70"), 0);
    }

    void whatTheServerFreedIsAnnouncedIfItIsOurs()
    {
        m_undoId = 70;
        QVERIFY(m_fixture->attach());
        QSignalSpy freed(cache(), &CacheView::undoFreed);
        const Removal removal = cache()->remove({EntryId(1)}, aside).answer.result();
        m_fixture->api.server.push(sse("undo_freed", R"({"undo_id":69})"));
        m_fixture->api.server.push(sse("undo_freed", R"({"undo_id":70})"));
        COMPARE_EVENTUALLY(freed.size(), 1);
        QCOMPARE(freed.constFirst().constFirst().toULongLong(), removal.undoId);
        QCOMPARE(cache()->restore(removal.undoId).result(), 0);
    }

    void aRestartOfTheServerFreesWhatItHeld()
    {
        m_undoId = 70;
        QVERIFY(m_fixture->attach());
        QSignalSpy freed(cache(), &CacheView::undoFreed);
        const Removal removal = cache()->remove({EntryId(1)}, aside).answer.result();
        QVERIFY(m_fixture->attachAgain());
        QCOMPARE(freed.size(), 0);
        m_fixture->api.change([this] { m_fixture->api.pid = 4712; });
        QVERIFY(m_fixture->attachAgain());
        QCOMPARE(freed.size(), 1);
        QCOMPARE(cache()->restore(removal.undoId).result(), 0);
        QCOMPARE(m_fixture->sent("POST", "/api/undo/70"), 0);
    }
};

MANOMETER_TEST(Core, TestRemoteRemoval)
#include "tst_remote_removal.moc"
