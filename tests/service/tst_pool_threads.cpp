// SPDX-License-Identifier: GPL-3.0-or-later
//
// Thread creation fails after the start: pools must have started their threads before.
#include "async/PoolThreads.h"
#include "exports/Exports.h"
#include "service/entries/LocalCache.h"
#include "service/recording/EventLog.h"
#include "service/recording/EventSink.h"
#include "support/Eventually.h"
#include "support/OpenCache.h"
#include "views/Failure.h"

#include <QFutureWatcher>
#include <QPromise>
#include <QTest>
#include <QtConcurrent>

#include <atomic>
#include <cerrno>
#include <dlfcn.h>
#include <pthread.h>

using namespace manometer;
using namespace manometer::service;
using namespace manometer::views;

namespace {

std::atomic<bool> threadCreationFails = false;

// Makes pthread_create() fail while it lives.
struct FailingThreadCreation
{
    FailingThreadCreation() { threadCreationFails = true; }
    ~FailingThreadCreation() { threadCreationFails = false; }
};

class FakeMonitor final : public MonitorView
{
public:
    MonitorStatus status() const override { return {}; }
    QFuture<SampleRecords> samples(const TimeRange &) const override { return {}; }
    QFuture<void> snooze(double, std::chrono::milliseconds) override { return done(); }
    QFuture<quint64> rehearse(const RehearsalRequest &) override { return {}; }
    QFuture<void> stopRehearsal(const QByteArray &) override { return done(); }
    QFuture<pressure::SourceReport> sources() const override { return {}; }
    QFuture<MemoryHolding> holders() const override { return {}; }
};

} // namespace

// Interposes the C library's function for this whole program.
extern "C" int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*start)(void *),
                              void *argument) noexcept
{
    static const auto real =
        reinterpret_cast<decltype(&pthread_create)>(::dlsym(RTLD_NEXT, "pthread_create"));
    return threadCreationFails ? EAGAIN : real(thread, attributes, start, argument);
}

// A failing test leaks its objects: a pool that waits for a missing thread would hang in its destructor.
class TestPoolThreads : public QObject
{
    Q_OBJECT
private slots:
    void allPoolThreadsAreStartedAtOnce()
    {
        auto *pool = new QThreadPool;
        async::startPoolThreads(*pool, 3);
        COMPARE_EVENTUALLY(pool->activeThreadCount(), 0);
        const FailingThreadCreation refused;
        QSemaphore together;
        QList<QFuture<void>> tasks;
        for (int i = 0; i < 3; ++i)
            tasks += QtConcurrent::run(pool, [&together] {
                together.release();
                // Ends only if all three run at the same time.
                while (together.available() < 3)
                    QThread::yieldCurrentThread();
            });
        for (const QFuture<void> &task : tasks)
            VERIFY_EVENTUALLY(task.isFinished());
        delete pool;
    }

    void browsingAndChangingTheCacheNeedsNoNewThread()
    {
        const QTemporaryDir folder;
        EventSink events;
        auto *service = new LocalCache(test::openCache(folder), {.entries = 500, .bytes = 64u << 20}, events);
        test::fill(service->engine(), 20);
        const FailingThreadCreation refused;
        const auto listing = service->list({});
        VERIFY_EVENTUALLY(listing.isFinished());
        QCOMPARE(listing.result().ids.size(), 20);
        const auto kept = service->keep(listing.result().ids.mid(0, 3), true);
        VERIFY_EVENTUALLY(kept.isFinished());
        QCOMPARE(kept.result(), 3);
        const auto removed =
            service->remove(listing.result().ids.mid(5, 2), CacheView::Removed::ForGood).answer;
        VERIFY_EVENTUALLY(removed.isFinished());
        QCOMPARE(removed.result().removed, 2);
        delete service;
    }

    void anExportNeedsNoNewThread()
    {
        const QTemporaryDir folder;
        FakeMonitor monitor;
        EventSink sink;
        EventLog events(sink);
        LocalCache cache(test::openCache(folder), {.entries = 500, .bytes = 64u << 20}, sink);
        test::fill(cache.engine(), 20);
        auto *exports =
            new manometer::exports::Exports({.monitor = &monitor, .cache = &cache, .events = &events});
        const FailingThreadCreation refused;
        const auto written =
            exports->exportEntries(folder.filePath(QStringLiteral("e.csv")), {}, CsvProfile::Plain);
        VERIFY_EVENTUALLY(written.isFinished());
        QCOMPARE(written.result(), QString());
        delete exports;
    }
};

QTEST_GUILESS_MAIN(TestPoolThreads)
#include "tst_pool_threads.moc"
