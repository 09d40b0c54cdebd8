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
using test::ServedRequest;
using test::sse;

class TestRemoteCache : public QObject
{
    Q_OBJECT

    std::unique_ptr<RemoteFixture> m_fixture;

    CacheView *cache() { return m_fixture->views().cache; }
    void push(const QByteArray &name, const QByteArray &data) { m_fixture->api.server.push(sse(name, data)); }
    static ServedReply listing(quint64 generation, const QList<EntryId> &ids, qsizetype size)
    {
        return {.body = wire::toText(
                    Listing{.generation = generation, .size = size, .ids = ids, .asOfWallMs = 5})};
    }

private slots:
    void init() { m_fixture = std::make_unique<RemoteFixture>(); }
    void cleanup() { m_fixture.reset(); }

    void figuresAndChangesAreAnnounced()
    {
        QVERIFY(m_fixture->attach());
        QSignalSpy summaries(cache(), &CacheView::summaryChanged);
        QSignalSpy contents(cache(), &CacheView::contentsChanged);
        CacheSummary summary;
        summary.stats.memoryHits = 7;
        push("cache", wire::toText(summary));
        push("contents", "{}");
        COMPARE_EVENTUALLY(contents.size(), 1);
        QCOMPARE(summaries.size(), 1);
        QCOMPARE(cache()->summary().stats.memoryHits, 7u);
    }

    void whoUsesExiftoolArrivesWithTheFigures()
    {
        QVERIFY(m_fixture->attach());
        CacheSummary summary;
        summary.answers = {.requests = 3,
                           .hits = 2,
                           .savedMicroseconds = 250'000,
                           .clients = {{.program = "a\xff\\", .requests = 3, .hits = 2, .lastWallMs = 5}}};
        push("cache", wire::toText(summary));
        COMPARE_EVENTUALLY(cache()->summary().answers.requests, 3u);
        QVERIFY(cache()->summary().answers == summary.answers);
    }

    void anOlderDaemonReportsNoUseOfExiftool()
    {
        QVERIFY(m_fixture->attach());
        CacheSummary summary;
        summary.answers.requests = 3;
        push("cache", wire::toText(summary));
        COMPARE_EVENTUALLY(cache()->summary().answers.requests, 3u);
        QSignalSpy summaries(cache(), &CacheView::summaryChanged);
        const QByteArray whole = wire::toText(CacheSummary());
        const qsizetype added = whole.indexOf(",\"exiftool\":");
        QVERIFY2(added > 0, whole);
        push("cache", whole.left(added) + '}');
        COMPARE_EVENTUALLY(summaries.size(), 1);
        QVERIFY(cache()->summary().answers == AnswerUse());
    }

    void aListingIsAskedForWithItsQuery()
    {
        m_fixture->api.routes["POST /api/listings"] = listing(7, {EntryId(3), EntryId(1)}, 2);
        QVERIFY(m_fixture->attach());
        const EntryQuery query{.descending = true, .pathContains = "a\\b\xff", .isKept = true, .hasError = false};
        const Listing got = cache()->list(query).result();
        QVERIFY(got.ids == (QList<EntryId>{EntryId(3), EntryId(1)}));
        QCOMPARE(got.size, 2);
        QCOMPARE(got.asOfWallMs, 5);
        const QByteArray body = m_fixture->api.server.requests("POST", "/api/listings").constFirst().body;
        const auto sent = wire::fromText<EntryQuery>(body);
        QVERIFY(sent && *sent == query);
    }

    void generationsAscendOverRunsOfTheServer()
    {
        m_fixture->api.routes["POST /api/listings"] = listing(700, {}, 0);
        QVERIFY(m_fixture->attach());
        const Listing first = cache()->list({}).result();
        m_fixture->api.change([this] {
            m_fixture->api.routes["POST /api/listings"] = listing(1, {}, 0);
            m_fixture->api.pid = 4712;
        });
        QVERIFY(m_fixture->attachAgain());
        QVERIFY(cache()->list({}).result().generation > first.generation);
        // The listing of the run before is gone, whatever has its number now.
        const auto more = cache()->moreIds(first.generation, 0);
        QVERIFY(more.isFinished());
        QVERIFY(async::failureOf(more));
    }

    void moreIdsAreAskedForByTheServersNumber()
    {
        m_fixture->api.routes["POST /api/listings"] = listing(700, {EntryId(1)}, 3);
        m_fixture->api.routes["GET /api/listings/700"] = {.body = R"({"ids":[2,18446744073709551615]})"};
        QVERIFY(m_fixture->attach());
        const Listing first = cache()->list({}).result();
        QVERIFY(cache()->moreIds(first.generation, 1).result() ==
                (QList<EntryId>{EntryId(2), EntryId(~quint64(0))}));
        QCOMPARE(m_fixture->api.server.requests().constLast().target,
                 QByteArray("/api/listings/700?first=1"));
        m_fixture->api.change([this] {
            m_fixture->api.routes["GET /api/listings/700"] = ServedReply::problem(410, "gone", "Gone.");
        });
        QCOMPARE(async::failureOf(cache()->moreIds(first.generation, 1)), QStringLiteral("Gone."));
    }

    void rowsComeInOrder()
    {
        EntryRow row;
        row.id = EntryId(3);
        row.exists = true;
        row.path = "/data/\\x\xff";
        EntryRow missing;
        missing.id = EntryId(9);
        m_fixture->api.routes["POST /api/entries/rows"] = {.body = R"({"rows":[)" + wire::toText(row) + ',' +
                                                                   wire::toText(missing) + "]}"};
        QVERIFY(m_fixture->attach());
        const QList<EntryRow> rows = cache()->rows({EntryId(3), EntryId(9)}).result();
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows[0].path, row.path);
        QVERIFY(rows[0].exists && !rows[1].exists);
        QCOMPARE(m_fixture->api.server.requests().constLast().body, QByteArray(R"({"ids":[3,9]})"));
        QVERIFY(async::failureOf(cache()->rows({EntryId(9), EntryId(3)}))); // other rows than asked for
    }

    void aDetailHasItsValueAsItIs()
    {
        EntryRow row;
        row.id = EntryId(3);
        row.exists = true;
        const QByteArray value = R"({"value":{"a":1.10,"b":"\u00e9","c":1e999},"row":[]})";
        m_fixture->api.routes["GET /api/entries/3"] = {.body = R"({"row":)" + wire::toText(row) +
                                                               R"(,"value":)" + value + "}\n"};
        m_fixture->api.routes["GET /api/entries/4"] = ServedReply::problem(404, "not_cached", "Gone.");
        m_fixture->api.routes["GET /api/entries/5"] = ServedReply::problem(503, "hung", "The disk hangs.");
        QVERIFY(m_fixture->attach());
        const auto detail = cache()->detail(EntryId(3)).result();
        QVERIFY(detail.has_value());
        QCOMPARE(detail->bytes, value);
        QVERIFY(detail->row.id == EntryId(3));
        QVERIFY(!cache()->detail(EntryId(4)).result().has_value());
        QCOMPARE(async::failureOf(cache()->detail(EntryId(5))), QStringLiteral("The disk hangs."));
    }

    void pinsAndWeightsAreAskedFor()
    {
        m_fixture->api.routes["POST /api/entries/keep"] = {.body = R"({"on_disk":2})"};
        m_fixture->api.routes["POST /api/entries/weigh"] = {
            .body = wire::toText(EntryWeight{.entries = 3, .kept = 1, .valueBytes = 5, .canComeBack = true})};
        QVERIFY(m_fixture->attach());
        const QList<EntryId> ids{EntryId(1), EntryId(2), EntryId(3)};
        QCOMPARE(cache()->keep(ids, true).result(), 2);
        QCOMPARE(m_fixture->api.server.requests().constLast().body,
                 QByteArray(R"({"ids":[1,2,3],"keep":true})"));
        const EntryWeight weight = cache()->weigh(ids).result();
        QCOMPARE(weight.entries, 3);
        QVERIFY(weight.canComeBack);
    }

    void changesWithoutConnectionMayHaveBeenMissed()
    {
        QVERIFY(m_fixture->attach());
        QSignalSpy contents(cache(), &CacheView::contentsChanged);
        QVERIFY(m_fixture->attachAgain());
        QCOMPARE(contents.size(), 1);
    }

    // The ids of the run before may mean other entries.
    void afterARestartEntriesAreNotChangedBeforeTheyAreListedAgain()
    {
        m_fixture->api.routes["POST /api/listings"] = listing(1, {EntryId(1)}, 1);
        m_fixture->api.routes["POST /api/entries/keep"] = {.body = R"({"on_disk":1})"};
        QVERIFY(m_fixture->attach());
        QCOMPARE(cache()->keep({EntryId(1)}, true).result(), 1);
        QVERIFY(m_fixture->attachAgain()); // the same run
        QCOMPARE(cache()->keep({EntryId(1)}, true).result(), 1);
        m_fixture->api.change([this] { m_fixture->api.pid = 4712; });
        QVERIFY(m_fixture->attachAgain());
        QVERIFY(async::failureOf(cache()->keep({EntryId(1)}, true)));
        QVERIFY(async::failureOf(cache()->remove({EntryId(1)}, CacheView::Removed::ForGood).answer));
        QCOMPARE(m_fixture->sent("POST", "/api/removals"), 0);
        cache()->list({}).waitForFinished();
        QCOMPARE(cache()->keep({EntryId(1)}, true).result(), 1);
    }

    void missedUpdatesAreMadeUpForByTheStreamsPresentValues()
    {
        QVERIFY(m_fixture->attach());
        QSignalSpy connections(&m_fixture->backend(), &Backend::connectionChanged);
        QSignalSpy contents(cache(), &CacheView::contentsChanged);
        m_fixture->api.change([this] { m_fixture->api.cache.stats.diskEntries = 42; });
        push("gap", R"({"missed":true})");
        COMPARE_EVENTUALLY(cache()->summary().stats.diskEntries, 42u);
        COMPARE_EVENTUALLY(contents.size(), 1);
        QCOMPARE(connections.size(), 0);
        COMPARE_EVENTUALLY(m_fixture->api.server.streams(), 1);
        push("gap", R"({"missed":true})"); // again, at once: it cannot keep up
        QVERIFY(m_fixture->becomes(Connection::State::Lost));
    }
};

MANOMETER_TEST(Core, TestRemoteCache)
#include "tst_remote_cache.moc"
