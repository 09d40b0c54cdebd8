// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/CacheService.h"
#include "service/Clock.h"
#include "service/monitor/Summary.h"
#include "support/OpenCache.h"

#include <QFutureWatcher>
#include <QSignalSpy>
#include <QTest>

using namespace manometer;
using namespace manometer::service;

namespace {

constexpr cache::Limits configured{.entries = 500, .bytes = 64u << 20};

} // namespace

class TestCacheService : public QObject
{
    Q_OBJECT
private slots:
    void entriesAreListedInPages()
    {
        const QTemporaryDir folder;
        CacheService service(test::openCache(folder), configured);
        test::fill(service.engine(), 20);
        EntryQuery query;
        query.pathContains = "file1";
        const auto listing = service.list(query).result();
        QCOMPARE(listing.ids.size(), 11); // 1 and 10..19
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
        CacheService service(test::openCache(folder), configured);
        const auto first = service.list({}).result();
        const auto second = service.list({}).result();
        QVERIFY(second.generation > first.generation);
    }

    void oneEntryIsShownWithItsBytesAndNotCountedAsARequest()
    {
        const QTemporaryDir folder;
        CacheService service(test::openCache(folder), configured);
        service.engine().put({.path = "/a", .depth = "standard"}, test::version(7), "{\"x\":1}",
                             {.readCost = std::chrono::milliseconds(12)});
        const auto detail = service.detail(service.list({}).result().ids.constFirst()).result();
        QVERIFY(detail);
        QCOMPARE(detail->bytes, QByteArray("{\"x\":1}"));
        QCOMPARE(detail->row.readCostMicroseconds, 12'000);
        QCOMPARE(detail->row.sourceBytes, quint64(7));
        QCOMPARE(service.engine().stats().requests(), std::uint64_t(0));
    }

    void whatIsRemovedIsGoneAndToldOnce()
    {
        const QTemporaryDir folder;
        CacheService service(test::openCache(folder), configured);
        test::fill(service.engine(), 5);
        const auto ids = service.list({}).result().ids;
        QSignalSpy changed(&service, &CacheView::contentsChanged);
        QCOMPARE(service.remove(ids.mid(0, 2)).result(), 2);
        QCOMPARE(service.remove(ids.mid(0, 2)).result(), 0);
        QTRY_VERIFY(!changed.isEmpty());
        QVERIFY(!service.rows(ids.mid(0, 1)).result().constFirst().exists);
        QVERIFY(!service.detail(ids[0]).result());
        QCOMPARE(service.list({}).result().ids.size(), 3);
    }

    void theSummaryFollowsTheEngine()
    {
        const QTemporaryDir folder;
        CacheService service(test::openCache(folder), configured);
        QSignalSpy changed(&service, &CacheView::summaryChanged);
        test::fill(service.engine(), 3);
        service.engine().get({.path = "/data/file1", .depth = "standard"}, test::version(1));
        service.engine().get({.path = "/none", .depth = "standard"}, test::version(1));
        QTRY_VERIFY(!changed.isEmpty());
        QTRY_COMPARE(service.summary().stats.requests(), std::uint64_t(2));
        QCOMPARE(service.summary().hitRatePercent(), 50.0);
        QCOMPARE(service.summary().stats.memoryEntries, std::uint64_t(3));
        QCOMPARE(service.figures().entries, quint64(3));
        QCOMPARE(service.figures().hitsTotal, quint64(1));
    }

    void theStatisticsCarryThePressureCounters()
    {
        const QTemporaryDir folder;
        CacheService service(test::openCache(folder), configured);
        for (const Level level : {Level::Elevated, Level::High, Level::Elevated, Level::Normal})
            service.countLevel(level);
        service.countAction(eventNow(LimitEvent{.cause = cache::LimitCause::Pressure}));
        service.countAction(eventNow(LimitEvent{.cause = cache::LimitCause::Restore}));
        service.countAction(eventNow(LimitEvent{.cause = cache::LimitCause::Configuration}));
        const auto json = cacheSummary(service.summary());
        QCOMPARE(json[QStringLiteral("memory_pressure_events")].toInt(), 3);
        QCOMPARE(json[QStringLiteral("adaptive_adjustments")].toInt(), 2);
    }

    void aStoreThatIsOutOfOrderIsTold()
    {
        const QTemporaryDir folder;
        // A damaged shard in place: it is set aside, and the operator hears of it.
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
        CacheService service(test::openCache(folder), configured);
        QSignalSpy happened(&service, &CacheService::happened);
        service.list({}).result();
        QTRY_VERIFY_WITH_TIMEOUT(!happened.isEmpty(), 5000);
        const auto event = std::get<StoreEvent>(happened.constFirst().first().value<Event>().what);
        QVERIFY(event.health.quarantinedShards > 0);
        QVERIFY(QFile::exists(QString::fromStdString(event.health.quarantinePath)));
    }
};

QTEST_GUILESS_MAIN(TestCacheService)
#include "tst_cache_service.moc"
