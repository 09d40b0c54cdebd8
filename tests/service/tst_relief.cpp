// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/FaultyVfs.h"
#include "service/monitor/DiskCleanUp.h"
#include "service/monitor/Relief.h"
#include "service/recording/EventSink.h"
#include "support/EventSpy.h"
#include "support/Eventually.h"
#include "support/FakeProc.h"
#include "support/OpenCache.h"
#include "support/TestMain.h"
#include "wire/Words.h"

#include <QElapsedTimer>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <optional>
#include <vector>

using namespace manometer;
using namespace manometer::service;
using namespace manometer::views;

namespace {

// For receipts whose time does not matter.
constexpr Relief::SettleTimes soon{std::chrono::milliseconds(1), std::chrono::milliseconds(2)};

ReliefOrder limitTo(std::uint64_t entries, cache::LimitCause cause = cache::LimitCause::Pressure)
{
    return {.limits = {.entries = entries, .bytes = 64u << 20}, .cause = cause, .level = Level::High};
}

ReliefOrder endOfRehearsal()
{
    return {.limits = unlimited, .cause = cache::LimitCause::Rehearsal};
}

} // namespace

class TestRelief : public QObject
{
    Q_OBJECT
private slots:
    void aLowerLimitEvictsAtOnceAndWritesAReceipt()
    {
        const QTemporaryDir folder;
        const auto cache = test::openCache(folder);
        test::fill(*cache, 500);
        QCOMPARE(cache->stats().memoryEntries, std::uint64_t(500));
        EventSink events;
        Relief relief(*cache, events);
        test::EventSpy acted(&events, &EventSink::reported);
        relief.post(limitTo(250));
        VERIFY_EVENTUALLY(!acted.isEmpty());
        QVERIFY(cache->stats().memoryEntries <= 250);
        QVERIFY(cache->stats().memoryEntries >= 242); // 97 %
        const auto receipt = acted.at<LimitEvent>(0);
        QCOMPARE(receipt.outcome.before.entries, std::uint64_t(500));
        QCOMPARE(receipt.outcome.after.entries, std::uint64_t(250));
        QCOMPARE(receipt.outcome.evictedEntries, 500 - cache->stats().memoryEntries);
        QVERIFY(receipt.outcome.evictedBytes > 0);
        QVERIFY(receipt.processRssBeforeBytes > 0 && receipt.processRssAfterBytes > 0);
        QCOMPARE(cache->stats().pressureEvictions, receipt.outcome.evictedEntries);
    }

    void theCostOfACutHasTheNumberOfItsReceipt()
    {
        const QTemporaryDir folder;
        const auto cache = test::openCache(folder);
        test::fill(*cache, 500);
        EventSink events;
        Relief relief(*cache, events);
        test::EventSpy acted(&events, &EventSink::reported);
        relief.post(limitTo(250));
        COMPARE_EVENTUALLY(acted.size(), 1);
        relief.post(limitTo(500, cache::LimitCause::Restore));
        COMPARE_EVENTUALLY(acted.size(), 2);
        relief.post(limitTo(50));
        COMPARE_EVENTUALLY(acted.size(), 3);
        const auto costs = cache->cutCosts();
        QCOMPARE(costs.size(), std::size_t(2));
        QCOMPARE(costs.front().action, acted.at<LimitEvent>(2).action);
        QCOMPARE(costs.back().action, acted.at<LimitEvent>(0).action);
        QVERIFY(costs.front().action != costs.back().action);
    }

    void anOrderSetsTheAdmissionPolicy()
    {
        const QTemporaryDir folder;
        const auto cache = test::openCache(folder);
        test::fill(*cache, 500);
        EventSink events;
        Relief relief(*cache, events);
        test::EventSpy acted(&events, &EventSink::reported);
        ReliefOrder order = limitTo(50);
        order.admission = cache::Admission::WhileRoom;
        relief.post(order);
        COMPARE_EVENTUALLY(acted.size(), 1);
        QCOMPARE(cache->put({"/new", "quick"}, {}, "value", {}), cache::PutResult::DiskOnly);
        relief.post(limitTo(50));
        VERIFY_EVENTUALLY(cache->put({"/new", "quick"}, {}, "value", {}) == cache::PutResult::Stored);
        QCOMPARE(acted.size(), 1); // the limit has not changed
    }

    void theReceiptIsSettledTwoSecondsLater()
    {
        const QTemporaryDir folder;
        const auto cache = test::openCache(folder);
        test::fill(*cache, 500);
        EventSink events;
        Relief relief(*cache, events);
        test::EventSpy acted(&events, &EventSink::reported);
        QSignalSpy settled(&relief, &Relief::settled);
        ReliefOrder order = limitTo(250);
        order.percent = 81.5;
        order.usedBytes = 21'000;
        QElapsedTimer elapsed;
        elapsed.start();
        relief.post(order);
        QVERIFY(settled.wait(int(test::waitLimit.count())));
        QVERIFY2(elapsed.elapsed() >= 2000, qPrintable(QString::number(elapsed.elapsed())));
        const auto first = acted.at<LimitEvent>(0);
        const auto second = settled.first().first().value<ReceiptEvent>();
        QCOMPARE(second.usedBytesBefore, quint64(21'000));
        QVERIFY(first.action > 0);
        QCOMPARE(second.action, first.action);
        QCOMPARE(second.evictedBytes, quint64(first.outcome.evictedBytes));
        QCOMPARE(second.processRssBeforeBytes, first.processRssBeforeBytes);
        QCOMPARE(second.processRssAtOnceBytes, first.processRssAfterBytes);
        QVERIFY(second.processRssAfter250MsBytes > 0 && second.processRssAfter2SBytes > 0);
        QCOMPARE(second.percentBefore, 81.5);
    }

    void theReceiptNamesTheLargestProcessOfProcRoot()
    {
        const QTemporaryDir folder;
        const auto cache = test::openCache(folder);
        test::fill(*cache, 500);
        const test::FakeProc proc;
        QVERIFY(QDir(QString::fromStdString(proc.root())).mkdir(QStringLiteral("4711")));
        QVERIFY(proc.write("4711/statm", "90000000 80000000 100 5 0 7000 0\n"));
        QVERIFY(proc.write("4711/comm", "elsewhere\n"));
        EventSink events;
        Relief relief(*cache, events, proc.root(), soon);
        QSignalSpy settled(&relief, &Relief::settled);
        ReliefOrder order = limitTo(250);
        order.futilityMinimumBytes = 1;
        relief.post(order);
        QVERIFY(settled.wait(int(test::waitLimit.count())));
        const auto receipt = settled.first().first().value<ReceiptEvent>();
        QCOMPARE(receipt.largestHolder.name, QByteArray("elsewhere"));
        QCOMPARE(receipt.largestHolder.pid, qint64(4711));
    }

    void anOrderThatEvictsNothingSettlesNoReceipt()
    {
        const QTemporaryDir folder;
        const auto cache = test::openCache(folder);
        EventSink events;
        Relief relief(*cache, events, "/proc", soon);
        test::EventSpy acted(&events, &EventSink::reported);
        QObject context; // receipts are counted in this thread
        QList<quint64> settled;
        connect(&relief, &Relief::settled, &context,
                [&settled](const ReceiptEvent &receipt) { settled += receipt.action; });
        relief.post(limitTo(250));
        COMPARE_EVENTUALLY(acted.size(), 1);
        // The receipt of a later order would come after it.
        test::fill(*cache, 250);
        relief.post(limitTo(50));
        COMPARE_EVENTUALLY(acted.size(), 2);
        VERIFY_EVENTUALLY(!settled.isEmpty());
        QCOMPARE(settled, QList{acted.at<LimitEvent>(1).action});
    }

    // While the observers of one action hang, the next cut is carried out.
    void hungObserversDelayNoCut()
    {
        const QTemporaryDir folder;
        const auto cache = test::openCache(folder);
        test::fill(*cache, 500);
        EventSink events;
        Relief relief(*cache, events);
        QThread observers;
        QObject observer;
        observer.moveToThread(&observers);
        QSemaphore release;
        connect(&events, &EventSink::reported, &observer, [&release] { release.acquire(); });
        observers.start();
        relief.post(limitTo(250));
        VERIFY_EVENTUALLY(cache->stats().memoryEntries <= 250);
        relief.post(limitTo(50));
        VERIFY_EVENTUALLY(cache->stats().memoryEntries <= 50);
        release.release(2);
        observers.quit();
        QVERIFY(observers.wait(int(test::waitLimit.count())));
    }

    void aHungPosterDelaysNoCut()
    {
        const QTemporaryDir folder;
        const auto cache = test::openCache(folder);
        test::fill(*cache, 500);
        EventSink events;
        Relief relief(*cache, events);
        relief.post(limitTo(50));
        // This thread runs no event loop meanwhile.
        QDeadlineTimer deadline(int(test::waitLimit.count()));
        while (cache->stats().memoryEntries > 50 && !deadline.hasExpired())
            QThread::yieldCurrentThread();
        QVERIFY(cache->stats().memoryEntries <= 50);
        QVERIFY(cache->stats().memoryEntries >= 48);
    }

    void theStepsOfARestoreWriteOneReceipt()
    {
        const QTemporaryDir folder;
        const auto cache = test::openCache(folder);
        EventSink events;
        Relief relief(*cache, events);
        test::EventSpy acted(&events, &EventSink::reported);
        relief.post(limitTo(50));
        VERIFY_EVENTUALLY(!acted.isEmpty());
        for (const std::uint64_t entries : {75, 100, 125}) {
            ReliefOrder order = limitTo(entries, cache::LimitCause::Restore);
            order.receipt = ReliefOrder::Receipt::Omitted;
            relief.post(order);
            COMPARE_EVENTUALLY(cache->stats().memoryLimits.entries, entries);
        }
        relief.post(limitTo(500, cache::LimitCause::Restore));
        COMPARE_EVENTUALLY(acted.size(), 2);
        const auto receipt = acted.at<LimitEvent>(1);
        QCOMPARE(receipt.outcome.before.entries, std::uint64_t(50));
        QCOMPARE(receipt.outcome.after.entries, std::uint64_t(500));
        QCOMPARE(receipt.cause, cache::LimitCause::Restore);
    }

    void aRehearsalAndTheMachineShareTheSmallerLimit()
    {
        using cache::LimitCause;
        const QTemporaryDir folder;
        const auto cache = test::openCache(folder);
        test::fill(*cache, 500);
        EventSink events;
        Relief relief(*cache, events, "/proc", soon);
        test::EventSpy acted(&events, &EventSink::reported);
        const auto limit = [&cache] { return cache->stats().memoryLimits.entries; };
        relief.post(limitTo(250, LimitCause::Rehearsal));
        COMPARE_EVENTUALLY(acted.size(), 1);
        QCOMPARE(limit(), std::uint64_t(250));
        relief.post(limitTo(375)); // of the machine: nothing changes
        relief.post(endOfRehearsal());
        COMPARE_EVENTUALLY(acted.size(), 2);
        QCOMPARE(limit(), std::uint64_t(375));
        QCOMPARE(acted.at<LimitEvent>(1).cause, LimitCause::Rehearsal);
        QCOMPARE(acted.at<LimitEvent>(1).outcome.before.entries, std::uint64_t(250));
        QCOMPARE(acted.at<LimitEvent>(1).outcome.after.entries, std::uint64_t(375));
        relief.post(limitTo(500, LimitCause::Rehearsal)); // above the machine's
        relief.post(limitTo(50, LimitCause::Rehearsal));
        COMPARE_EVENTUALLY(limit(), std::uint64_t(50));
        COMPARE_EVENTUALLY(acted.size(), 3);
    }

    void anEventIsAboutTheLimitThatBoundsTheCache_data()
    {
        using cache::LimitCause;
        QTest::addColumn<QList<ReliefOrder>>("orders");
        QTest::addColumn<QStringList>("events");
        const auto step = [](std::uint64_t entries, LimitCause cause) {
            ReliefOrder order = limitTo(entries, cause);
            order.receipt = ReliefOrder::Receipt::Omitted;
            return order;
        };
        const auto rehearsed = [](std::uint64_t entries) { return limitTo(entries, LimitCause::Rehearsal); };
        const auto row = [](const char *what, const QList<ReliefOrder> &orders, const char *events) {
            QTest::newRow(what) << orders << QString::fromLatin1(events).split(QStringLiteral(", "));
        };
        row("a rehearsal that allows as much", {limitTo(250), rehearsed(250), rehearsed(50)},
            "500 -> 250 pressure, 250 -> 50 rehearsal");
        row("a growth of the machine that a rehearsal bounds",
            {limitTo(50), rehearsed(250), step(100, LimitCause::Restore), step(300, LimitCause::Restore),
             limitTo(500, LimitCause::Restore), endOfRehearsal()},
            "500 -> 50 pressure, 50 -> 250 rehearsal, 250 -> 500 rehearsal");
        row("a growth of a rehearsal that the machine bounds",
            {limitTo(250), rehearsed(50), step(100, LimitCause::Rehearsal), step(300, LimitCause::Rehearsal),
             rehearsed(500), limitTo(500, LimitCause::Restore)},
            "500 -> 250 pressure, 250 -> 50 rehearsal, 50 -> 250 restore, 250 -> 500 restore");
        row("a growth that both share",
            {rehearsed(50), step(200, LimitCause::Rehearsal), limitTo(100), endOfRehearsal()},
            "500 -> 50 rehearsal, 200 -> 100 pressure");
        row("an end while the machine's limit stays", {limitTo(250), rehearsed(50), endOfRehearsal()},
            "500 -> 250 pressure, 250 -> 50 rehearsal, 50 -> 250 rehearsal");
        ReliefOrder beside = endOfRehearsal();
        beside.isBesideMachines = true;
        row("an end with another limit of the machine",
            {limitTo(250), rehearsed(50), limitTo(500, LimitCause::Configuration), beside},
            "500 -> 250 pressure, 250 -> 50 rehearsal, 50 -> 500 configuration");
    }
    void anEventIsAboutTheLimitThatBoundsTheCache()
    {
        QFETCH(const QList<ReliefOrder>, orders);
        QFETCH(const QStringList, events);
        const QTemporaryDir folder;
        const auto cache = test::openCache(folder);
        test::fill(*cache, 500);
        EventSink sink;
        test::EventSpy acted(&sink, &EventSink::reported);
        std::optional<Relief> relief(std::in_place, *cache, sink, "/proc", soon);
        QObject context; // rehearsed orders are counted in this thread
        int carriedOut = 0;
        connect(&*relief, &Relief::rehearsed, &context, [&carriedOut] { ++carriedOut; });
        std::uint64_t machines = 500;
        std::uint64_t rehearsals = unlimited.entries;
        int posted = 0;
        for (const ReliefOrder &order : orders) {
            const bool isRehearsal = order.cause == cache::LimitCause::Rehearsal;
            (isRehearsal ? rehearsals : machines) = order.limits.entries;
            posted += isRehearsal;
            relief->post(order);
            COMPARE_EVENTUALLY(cache->stats().memoryLimits.entries, std::min(machines, rehearsals));
            COMPARE_EVENTUALLY(carriedOut, posted);
        }
        relief.reset();
        QCoreApplication::processEvents();
        QStringList reported;
        for (const LimitEvent &event : acted.all<LimitEvent>())
            reported += QStringLiteral("%1 -> %2 %3")
                            .arg(event.outcome.before.entries)
                            .arg(event.outcome.after.entries)
                            .arg(QLatin1StringView(wire::wordOf(event.cause)));
        QCOMPARE(reported, events);
    }

    void aRehearsalsEvictionsAreNoneOfPressure()
    {
        const QTemporaryDir folder;
        const auto cache = test::openCache(folder);
        test::fill(*cache, 500);
        EventSink events;
        Relief relief(*cache, events, "/proc", soon);
        QSignalSpy settled(&relief, &Relief::settled);
        ReliefOrder order = limitTo(250, cache::LimitCause::Rehearsal);
        order.percent = 81.5;
        relief.post(order);
        QVERIFY(settled.wait(int(test::waitLimit.count())));
        const auto receipt = settled.first().first().value<ReceiptEvent>();
        QVERIFY(receipt.rehearsed);
        QVERIFY(receipt.evictedBytes > 0);
        QVERIFY(std::isnan(receipt.percentBefore)); // it was only played
        QCOMPARE(cache->stats().pressureEvictions, std::uint64_t(0));
        QVERIFY(cache->cutCosts().empty());
    }

    void theStricterAdmissionApplies()
    {
        const QTemporaryDir folder;
        const auto cache = test::openCache(folder);
        test::fill(*cache, 500);
        EventSink events;
        Relief relief(*cache, events, "/proc", soon);
        test::EventSpy acted(&events, &EventSink::reported);
        ReliefOrder critical = limitTo(50);
        critical.admission = cache::Admission::WhileRoom;
        relief.post(critical);
        COMPARE_EVENTUALLY(acted.size(), 1);
        relief.post(limitTo(40, cache::LimitCause::Rehearsal));
        COMPARE_EVENTUALLY(acted.size(), 2);
        QCOMPARE(cache->put({"/new", "quick"}, {}, "value", {}), cache::PutResult::DiskOnly);
    }

    void aCleanUpIsReported()
    {
        const QTemporaryDir folder;
        const auto cache = test::openCache(folder);
        test::fill(*cache, 100);
        QVERIFY(cache->flush());
        EventSink events;
        Relief relief(*cache, events);
        test::EventSpy acted(&events, &EventSink::reported);
        ReliefOrder order = limitTo(250);
        order.disk = ReliefOrder::Disk::CleanUp;
        relief.post(order);
        COMPARE_EVENTUALLY(acted.size(), 2);
        const auto receipt = acted.at<CleanUpEvent>(1);
        QCOMPARE(receipt.level, Level::High);
        QVERIFY(receipt.outcome.fileBytesBefore > 0);
    }

    void ofCleanUpsInARowThatRemoveNothingTheFirstIsReported()
    {
        const QTemporaryDir folder;
        std::atomic<int> hoursPassed = 0;
        cache::Options options;
        options.timeToLive = std::chrono::hours(1);
        options.now = [&hoursPassed] {
            return std::chrono::system_clock::now() + std::chrono::hours(hoursPassed.load());
        };
        const auto cache = test::openCache(folder, options);
        EventSink events;
        test::EventSpy acted(&events, &EventSink::reported);
        std::optional<DiskCleanUp> cleanUp(std::in_place, *cache, Relief::diskKeepRatio, events);
        std::uint64_t ran = 0;
        const auto run = [&] {
            cleanUp->request(Level::High);
            ++ran;
            COMPARE_EVENTUALLY(cache->stats().diskCleanUps, ran);
        };
        for (int i = 0; i < 3; ++i)
            run();
        test::fill(*cache, 100);
        QVERIFY(cache->flush());
        hoursPassed = 2;
        for (int i = 0; i < 5; ++i)
            run();
        QCOMPARE(cache->stats().diskCleanUpRemoved, std::uint64_t(100));
        cleanUp.reset();
        QCoreApplication::processEvents();
        // The first of each row; between them the one that removed entries, and those that then shrank the
        // files.
        std::vector<std::uint64_t> removed;
        std::size_t inVain = 0;
        for (const auto &event : acted.all<CleanUpEvent>()) {
            removed.push_back(event.outcome.expiredEntries);
            inVain += event.outcome.expiredEntries == 0 &&
                      event.outcome.fileBytesAfter >= event.outcome.fileBytesBefore;
        }
        QCOMPARE(inVain, std::size_t(2));
        QCOMPARE(removed.front(), std::uint64_t(0));
        QCOMPARE(std::count(removed.begin(), removed.end(), std::uint64_t(100)), 1);
    }

    void aHungDiskDelaysNoCut()
    {
        cache::FaultyVfs disk;
        const QTemporaryDir folder;
        cache::Options options;
        options.sqliteVfs = cache::FaultyVfs::name;
        const auto cache = test::openCache(folder, options);
        EventSink events;
        Relief relief(*cache, events);
        test::EventSpy acted(&events, &EventSink::reported);
        disk.hold(cache::FaultyVfs::Write | cache::FaultyVfs::Sync);
        const auto released = qScopeGuard([&disk] { disk.release(); });
        test::fill(*cache, 500);
        VERIFY_EVENTUALLY(disk.isWaitedFor());
        ReliefOrder high = limitTo(250);
        high.disk = ReliefOrder::Disk::CleanUp;
        relief.post(high);
        COMPARE_EVENTUALLY(acted.size(), 1);
        ReliefOrder critical = limitTo(50);
        critical.level = Level::Critical;
        critical.disk = ReliefOrder::Disk::CleanUp;
        relief.post(critical);
        COMPARE_EVENTUALLY(acted.size(), 2);
        QCOMPARE(acted.at<LimitEvent>(1).outcome.after.entries, std::uint64_t(50));
        QVERIFY(cache->stats().memoryEntries <= 50);
        disk.release();
        // One clean-up for both orders if the second arrived before the first began.
        COMPARE_EVENTUALLY(acted.size(), 3);
        if (acted.at<CleanUpEvent>(2).level == Level::High)
            COMPARE_EVENTUALLY(cache->stats().diskCleanUps, std::uint64_t(2));
    }

    void aPendingCleanUpIsCarriedOutOnDestruction()
    {
        const QTemporaryDir folder;
        const auto cache = test::openCache(folder);
        test::fill(*cache, 100);
        std::optional<test::EventSpy> acted;
        {
            EventSink events;
            Relief relief(*cache, events);
            acted.emplace(&events, &EventSink::reported);
            ReliefOrder order = limitTo(250);
            order.disk = ReliefOrder::Disk::CleanUp;
            relief.post(order);
        }
        COMPARE_EVENTUALLY(acted->size(), 2);
        QCOMPARE(acted->at<CleanUpEvent>(1).level, Level::High);
    }

    void aPendingOrderIsCarriedOutOnDestruction()
    {
        const QTemporaryDir folder;
        const auto cache = test::openCache(folder);
        test::fill(*cache, 500);
        {
            EventSink events;
            Relief relief(*cache, events);
            relief.post(limitTo(10));
        }
        QVERIFY(cache->stats().memoryEntries <= 10);
    }
};

MANOMETER_TEST(Core, TestRelief)
#include "tst_relief.moc"
