// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/EventNow.h"
#include "service/entries/LocalCache.h"
#include "service/recording/EventSink.h"
#include "support/Eventually.h"
#include "support/OpenCache.h"
#include "support/TestMain.h"

#include <QFutureWatcher>
#include <QSignalSpy>
#include <QTest>

using namespace manometer;
using namespace manometer::service;
using namespace manometer::views;

namespace {

constexpr cache::Limits configured{.entries = 500, .bytes = 64u << 20};

} // namespace

class TestLocalCache : public QObject
{
    Q_OBJECT
private slots:
    void anUnknownFileTimeIsAbsent()
    {
        const QTemporaryDir folder;
        EventSink events;
        LocalCache service(test::openCache(folder), configured, events);
        cache::SourceVersion version = test::version(1);
        version.mtimeNanoseconds = std::numeric_limits<std::int64_t>::max();
        service.engine().put({.path = "/far", .depth = "standard"}, version, "{}", {});
        const auto ids = service.list({}).result().ids;
        const auto rows = service.rows(ids).result();
        QCOMPARE(rows.size(), 1);
        QVERIFY(!rows.constFirst().modifiedWallMs);
    }

    void entriesAreListedInPages()
    {
        const QTemporaryDir folder;
        EventSink events;
        LocalCache service(test::openCache(folder), configured, events);
        test::fill(service.engine(), 20);
        EntryQuery query;
        query.pathContains = "file1";
        const auto listing = service.list(query).result();
        QCOMPARE(listing.ids.size(), 11); // file1 and file10 to file19
        const auto rows = service.rows(listing.ids.mid(0, 2)).result();
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows[0].path, QByteArray("/data/file1"));
        QCOMPARE(rows[1].path, QByteArray("/data/file10"));
        QVERIFY(rows[0].exists);
        QCOMPARE(rows[0].valueBytes, quint64(100));
        QVERIFY(rows[0].inMemory);
    }

    void eachListingHasALaterGeneration()
    {
        const QTemporaryDir folder;
        EventSink events;
        LocalCache service(test::openCache(folder), configured, events);
        const auto first = service.list({}).result();
        const auto second = service.list({}).result();
        QVERIFY(second.generation > first.generation);
    }

    void anEntrysDetailIsNotCountedAsARequest()
    {
        const QTemporaryDir folder;
        EventSink events;
        LocalCache service(test::openCache(folder), configured, events);
        service.engine().put({.path = "/a", .depth = "standard"}, test::version(7), "{\"x\":1}",
                             {.readCost = std::chrono::milliseconds(12)});
        const auto detail = service.detail(service.list({}).result().ids.constFirst()).result();
        QVERIFY(detail);
        QCOMPARE(detail->bytes, QByteArray("{\"x\":1}"));
        QCOMPARE(detail->row.readCostMicroseconds, 12'000);
        QCOMPARE(detail->row.sourceBytes, quint64(7));
        QCOMPARE(service.engine().stats().requests(), std::uint64_t(0));
    }

    void removedEntriesDisappearAndAreReported()
    {
        const QTemporaryDir folder;
        EventSink events;
        LocalCache service(test::openCache(folder), configured, events);
        test::fill(service.engine(), 5);
        const auto ids = service.list({}).result().ids;
        QSignalSpy changed(&service, &CacheView::contentsChanged);
        QCOMPARE(service.remove(ids.mid(0, 2), CacheView::Removed::ForGood).answer.result().removed, 2);
        QCOMPARE(service.remove(ids.mid(0, 2), CacheView::Removed::ForGood).answer.result().removed, 0);
        VERIFY_EVENTUALLY(!changed.isEmpty());
        QVERIFY(!service.rows(ids.mid(0, 1)).result().constFirst().exists);
        QVERIFY(!service.detail(ids[0]).result());
        QCOMPARE(service.list({}).result().ids.size(), 3);
    }

    void weighReportsWhatADeletionWouldRemove()
    {
        const QTemporaryDir folder;
        EventSink events;
        LocalCache service(test::openCache(folder), configured, events);
        test::fill(service.engine(), 1200, 100);
        auto ids = service.list({}).result().ids;
        QVERIFY(service.remove({ids[0]}, CacheView::Removed::ForGood).answer.result().removed == 1);
        QCOMPARE(service.keep({ids[1], ids[2]}, true).result(), 2);
        const EntryWeight weight = service.weigh(ids).result();
        QCOMPARE(weight.entries, 1199);
        QCOMPARE(weight.kept, 2);
        QCOMPARE(weight.valueBytes, quint64(119'900));
        QVERIFY(weight.canComeBack);
        QCOMPARE(service.list({}).result().ids.size(), 1199);
    }

    void entriesArePinnedAndUnpinned()
    {
        const QTemporaryDir folder;
        EventSink events;
        LocalCache service(test::openCache(folder), configured, events);
        test::fill(service.engine(), 2);
        const auto ids = service.list({}).result().ids;
        QVERIFY(!service.rows(ids).result().constFirst().isKept);
        QCOMPARE(service.keep(ids.mid(0, 1), true).result(), 1);
        QVERIFY(service.rows(ids).result().constFirst().isKept);
        QVERIFY(!service.rows(ids).result().constLast().isKept);
        QCOMPARE(service.keep(ids.mid(0, 1), false).result(), 1);
        QVERIFY(!service.rows(ids).result().constFirst().isKept);
    }

    void anUndoRestoresEntriesUnchanged()
    {
        const QTemporaryDir folder;
        EventSink events;
        LocalCache service(test::openCache(folder), configured, events);
        cache::Cache &engine = service.engine();
        test::fill(engine, 3);
        engine.get({.path = "/data/file1", .depth = "standard"}, test::version(1));
        const auto ids = service.list({}).result().ids;
        service.keep({ids[1]}, true).result();
        const EntryRow before = service.rows({ids[1]}).result().constFirst();
        const Removal removal = service.remove(ids, CacheView::Removed::HeldAside).answer.result();
        QCOMPARE(removal.removed, 3);
        QVERIFY(removal.undoId != 0);
        QVERIFY(service.list({}).result().ids.isEmpty());
        QCOMPARE(service.restore(removal.undoId).result(), 3);
        const auto back = service.list({}).result().ids;
        QCOMPARE(back.size(), 3);
        const EntryRow after = service.rows({back[1]}).result().constFirst();
        QCOMPARE(after.path, before.path);
        QCOMPARE(after.hits, before.hits);
        QCOMPARE(after.storedWallMs, before.storedWallMs);
        QCOMPARE(after.isKept, true);
        QCOMPARE(after.inMemory, before.inMemory);
        QCOMPARE(service.detail(back[1]).result()->bytes, QByteArray(100, 'x'));
        QCOMPARE(service.restore(removal.undoId).result(), 0); // an undo works once
    }

    void anUndoDoesNotReplaceNewerEntries()
    {
        const QTemporaryDir folder;
        EventSink events;
        LocalCache service(test::openCache(folder), configured, events);
        test::fill(service.engine(), 2);
        const Removal removal =
            service.remove(service.list({}).result().ids, CacheView::Removed::HeldAside).answer.result();
        const cache::Key key{.path = "/data/file0", .depth = "standard"};
        service.engine().put(key, test::version(2), "newer", {});
        service.engine().flush();
        // On disk only: the tier must not matter.
        service.engine().setLimits({.entries = 0, .bytes = 0}, cache::LimitCause::Configuration);
        QCOMPARE(service.restore(removal.undoId).result(), 1);
        const auto lease = service.engine().get(key, test::version(2));
        QVERIFY(lease);
        QCOMPARE(std::string(lease->bytes()), std::string("newer"));
        QCOMPARE(service.list({}).result().ids.size(), 2);
    }

    void shortMemoryFreesTheUndoBuffer()
    {
        const QTemporaryDir folder;
        EventSink events;
        LocalCache service(test::openCache(folder), configured, events);
        test::fill(service.engine(), 3);
        const auto ids = service.list({}).result().ids;
        QSignalSpy freed(&service, &CacheView::undoFreed);
        const Removal removal = service.remove(ids.mid(0, 1), CacheView::Removed::HeldAside).answer.result();
        service.countLevel(Level::Elevated);
        QCOMPARE(freed.size(), 0);
        service.countLevel(Level::High);
        QCOMPARE(freed.size(), 1);
        QCOMPARE(freed.constFirst().constFirst().toULongLong(), removal.undoId);
        QCOMPARE(service.restore(removal.undoId).result(), 0);
        // No undo buffer while memory is short.
        QVERIFY(!service.weigh(ids).result().canComeBack);
        QCOMPARE(service.remove(ids.mid(1, 1), CacheView::Removed::HeldAside).answer.result().undoId,
                 quint64(0));
        service.countLevel(Level::Normal);
        QVERIFY(service.weigh(ids).result().canComeBack);
    }

    void aDeletionLargerThanTheUndoBufferIsFinal()
    {
        const QTemporaryDir folder;
        // Room for all of them, so that a full write queue refuses none.
        const cache::Limits roomy{.entries = 10'000, .bytes = 256u << 20};
        cache::Options options;
        options.memory = roomy;
        EventSink events;
        LocalCache service(test::openCache(folder, options), roomy, events);
        for (int i = 0; i < 40; ++i)
            QVERIFY(service.engine().put({.path = "/big" + std::to_string(i), .depth = "standard"},
                                         test::version(1), std::string(2u << 20, 'x'),
                                         {}) != cache::PutResult::NotStored);
        QVERIFY(service.engine().flush());
        const auto ids = service.list({}).result().ids;
        QCOMPARE(ids.size(), 40);
        QVERIFY(!service.weigh(ids).result().canComeBack);
        QVERIFY(service.weigh(ids.mid(0, 20)).result().canComeBack);
        const Removal removal = service.remove(ids, CacheView::Removed::HeldAside).answer.result();
        QCOMPARE(removal.removed, 40);
        QCOMPARE(removal.undoId, quint64(0));
    }

    void aLongDeletionReportsProgressAndCanBeStopped()
    {
        const QTemporaryDir folder;
        EventSink events;
        LocalCache service(test::openCache(folder), configured, events);
        test::fill(service.engine(), 6000, 10);
        const auto ids = service.list({}).result().ids;
        auto [id, removing] = service.remove(ids, CacheView::Removed::ForGood);
        while (removing.progressValue() == 0 && !removing.isFinished())
            QThread::yieldCurrentThread();
        service.stopRemoving(id);
        const Removal removal = removing.result();
        QVERIFY(removal.stopped);
        QVERIFY(removal.removed > 0 && removal.removed < 6000);
        QCOMPARE(service.list({}).result().ids.size(), 6000 - removal.removed);
        QCOMPARE(removing.progressMaximum(), 6000);
    }

    void stoppingOneDeletionDoesNotStopAnother()
    {
        const QTemporaryDir folder;
        EventSink events;
        LocalCache service(test::openCache(folder), configured, events);
        test::fill(service.engine(), 6000, 10);
        const auto ids = service.list({}).result().ids;
        const Removing one = service.remove(ids.mid(0, 3000), CacheView::Removed::ForGood);
        const Removing other = service.remove(ids.mid(3000), CacheView::Removed::ForGood);
        QVERIFY(one.id != other.id);
        service.stopRemoving(other.id);
        QVERIFY(!one.answer.result().stopped);
        QCOMPARE(one.answer.result().removed, 3000);
        QVERIFY(other.answer.result().stopped);
        QVERIFY(other.answer.result().removed < 3000);
    }

    void twoDeletionsAreUndoneEachOnItsOwn()
    {
        const QTemporaryDir folder;
        EventSink events;
        LocalCache service(test::openCache(folder), configured, events);
        test::fill(service.engine(), 5);
        const auto ids = service.list({}).result().ids;
        const Removal one = service.remove(ids.mid(0, 2), CacheView::Removed::HeldAside).answer.result();
        const Removal other = service.remove(ids.mid(2, 3), CacheView::Removed::HeldAside).answer.result();
        service.discard(other.undoId);
        QCOMPARE(service.restore(one.undoId).result(), 2);
        QCOMPARE(service.restore(other.undoId).result(), 0);
        QCOMPARE(service.list({}).result().ids.size(), 2);
    }

    void theSummaryFollowsTheEngine()
    {
        const QTemporaryDir folder;
        EventSink events;
        LocalCache service(test::openCache(folder), configured, events);
        QSignalSpy changed(&service, &CacheView::summaryChanged);
        test::fill(service.engine(), 3);
        service.engine().get({.path = "/data/file1", .depth = "standard"}, test::version(1));
        service.engine().get({.path = "/none", .depth = "standard"}, test::version(1));
        VERIFY_EVENTUALLY(!changed.isEmpty());
        COMPARE_EVENTUALLY(service.summary().stats.requests(), std::uint64_t(2));
        QCOMPARE(service.summary().hitRatePercent(), 50.0);
        QCOMPARE(service.summary().stats.memoryEntries, std::uint64_t(3));
        QCOMPARE(service.figures().entries, quint64(3));
        QCOMPARE(service.figures().hitsTotal, quint64(1));
    }

    void whatTheConfiguredLimitRequiresIsNoCostOfPressure()
    {
        const QTemporaryDir folder;
        EventSink events;
        LocalCache service(test::openCache(folder), configured, events);
        test::fill(service.engine(), 10);
        service.setConfigured({.entries = 4, .bytes = configured.bytes});
        service.engine().setLimits({.entries = 4, .bytes = configured.bytes}, cache::LimitCause::Pressure);
        for (int i = 0; i < 4; ++i) {
            const std::string path = "/data/file" + std::to_string(i);
            QVERIFY(service.engine().get({.path = path, .depth = "standard"}, test::version(1)));
        }
        QCOMPARE(service.engine().stats().pressureCost.requests(), std::uint64_t(0));
    }

    void theCostOfACutIsFoundByItsEvent()
    {
        const QTemporaryDir folder;
        EventSink events;
        LocalCache service(test::openCache(folder), configured, events);
        test::fill(service.engine(), 10);
        service.engine().setLimits({.entries = 0, .bytes = 0}, cache::LimitCause::Pressure, 5);
        QVERIFY(service.engine().get({.path = "/data/file3", .depth = "standard"}, test::version(1)));
        COMPARE_EVENTUALLY(service.summary().stats.pressureCost.diskReads, std::uint64_t(1));
        const CutCosts costs = service.summary().cutCosts;
        Event cut = eventNow(LimitEvent{.action = 5});
        cut.run = events.run();
        QCOMPARE(costOf(costs, cut).value().cost.diskReads, std::uint64_t(1));
        cut.what = ReceiptEvent{.action = 5};
        QCOMPARE(costOf(costs, cut).value().action, std::uint64_t(5));
        cut.what = LimitEvent{.action = 4};
        QVERIFY(!costOf(costs, cut));
        cut.what = LimitEvent{.action = 5};
        cut.run = "another";
        QVERIFY(!costOf(costs, cut));
        cut.run = events.run();
        cut.what = SuspendEvent{};
        QVERIFY(!costOf(costs, cut));
    }

    void theSummaryHasThePressureCounters()
    {
        const QTemporaryDir folder;
        EventSink events;
        LocalCache service(test::openCache(folder), configured, events);
        for (const Level level : {Level::Elevated, Level::High, Level::Elevated, Level::Normal})
            service.countLevel(level);
        service.countAction(eventNow(LimitEvent{.cause = cache::LimitCause::Pressure}));
        service.countAction(eventNow(LimitEvent{.cause = cache::LimitCause::Restore}));
        service.countAction(eventNow(LimitEvent{.cause = cache::LimitCause::Configuration}));
        QCOMPARE(service.summary().memoryPressureEvents, 3u);
        QCOMPARE(service.summary().adaptiveAdjustments, 2u);
    }

    void aDamagedStoreIsReported()
    {
        const QTemporaryDir folder;
        // Damage a shard in place: it must be quarantined and reported.
        {
            test::fill(*test::openCache(folder), 10);
        }
        QDir directory(folder.filePath(QStringLiteral("cache")));
        const auto shards = directory.entryList({QStringLiteral("*.db")}, QDir::Files);
        QVERIFY(!shards.isEmpty());
        QFile shard(directory.filePath(shards.constFirst()));
        QVERIFY(shard.open(QIODevice::WriteOnly));
        shard.write(QByteArray(20'000, 'z'));
        shard.close();
        EventSink events;
        QSignalSpy happened(&events, &EventSink::reported);
        LocalCache service(test::openCache(folder), configured, events);
        service.list({}).result();
        VERIFY_EVENTUALLY(!happened.isEmpty());
        const auto event = std::get<StoreEvent>(happened.constFirst().first().value<Event>().what);
        QVERIFY(event.health.quarantinedShards > 0);
        QVERIFY(QFile::exists(QString::fromStdString(event.health.quarantinePath)));
    }
};

MANOMETER_TEST(Core, TestLocalCache)
#include "tst_local_cache.moc"
