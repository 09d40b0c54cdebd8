// SPDX-License-Identifier: GPL-3.0-or-later
//
// On a machine without free memory relief must not need any: nothing is allocated from the sample that shows
// a crossing to the end of the cut. Interposes malloc and counts its calls per thread.
#include "pressure/source/KernelMemorySource.h"
#include "service/monitor/LocalMonitor.h"
#include "service/recording/EventSink.h"
#include "support/Eventually.h"
#include "support/FakeProc.h"
#include "support/OpenCache.h"
#include "views/SettingsRules.h"

#include <QTest>

#include <atomic>
#include <cstdlib>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define MALLOC_IS_OURS 0
#else
#define MALLOC_IS_OURS 1
#endif

namespace {

thread_local bool counting = false;
std::atomic<int> allocations = 0;

} // namespace

#if MALLOC_IS_OURS
// glibc's implementation under its internal names, for interposers.
extern "C" {
void *__libc_malloc(std::size_t);
void *__libc_calloc(std::size_t, std::size_t);
void *__libc_realloc(void *, std::size_t);

void *malloc(std::size_t bytes)
{
    allocations += counting;
    return __libc_malloc(bytes);
}
void *calloc(std::size_t count, std::size_t bytes)
{
    allocations += counting;
    return __libc_calloc(count, bytes);
}
void *realloc(void *old, std::size_t bytes)
{
    allocations += counting;
    return __libc_realloc(old, bytes);
}
}
#endif

using namespace manometer;
using namespace manometer::service;
using namespace manometer::views;

namespace {

// Starts counting at each read.
class CountingSource final : public pressure::MemorySource
{
public:
    explicit CountingSource(std::string root)
        : m_source(std::move(root))
    {}
    Expected<pressure::MemorySample, pressure::SourceError> read() override
    {
        counting = true;
        return m_source.read();
    }

private:
    pressure::KernelMemorySource m_source;
};

} // namespace

class TestReliefAllocation : public QObject
{
    Q_OBJECT
private slots:
    void nothingIsAllocatedFromSampleToCut()
    {
        if (!MALLOC_IS_OURS)
            QSKIP("the sanitizer replaces malloc");
        const QTemporaryDir folder;
        const auto cache = test::openCache(folder);
        test::fill(*cache, 500);
        test::FakeProc proc;
        QVERIFY(proc.setUsed(
            79.9)); // near a threshold: sampled often, so that files are open and buffers are warm
        EventSink events;
        Relief relief(*cache, events);
        std::atomic<int> orders = 0;
        std::atomic<int> whileJudging = -1;
        std::atomic<int> whileCutting = -1;
        // In the relief thread: count from one receipt to the next.
        connect(
            &events, &EventSink::reported, &relief,
            [&](const Event &event) {
                counting = false;
                const auto *cut = std::get_if<LimitEvent>(&event.what);
                if (!cut)
                    return;
                whileCutting = allocations.load();
                // Settling the last cut's receipt later may allocate.
                counting = cut->level != Level::Critical;
            },
            Qt::DirectConnection);
        relief.post({.limits = {.entries = 450, .bytes = 64u << 20}});
        COMPARE_EVENTUALLY(whileCutting.load(), 0);
        QCOMPARE(cache->cutCosts().size(), std::size_t(1));

        LocalMonitor monitor(std::make_unique<CountingSource>(proc.root()), controlConfigOf({}), events,
                             {.cacheFigures =
                                  [] {
                                      counting = false; // decided, without an order
                                      return CacheFigures{};
                                  },
                              .postRelief =
                                  [&](const ReliefOrder &order) {
                                      relief.post(order);
                                      whileJudging = allocations.load();
                                      counting = false;
                                      ++orders;
                                  }});
        monitor.start();
        VERIFY_EVENTUALLY(orders >= 1); // ELEVATED, at the start
        VERIFY_EVENTUALLY(cache->stats().memoryLimits.entries == 375);
        QCOMPARE(allocations.load(), 0);
        QVERIFY(proc.setUsed(95));
        VERIFY_EVENTUALLY(cache->stats().memoryLimits.entries == 50);
        VERIFY_EVENTUALLY(orders >= 2);
        QVERIFY(cache->stats().memoryEntries <= 50);
        // What the cuts evicted was remembered meanwhile.
        for (int i = 0; i < 500; ++i) {
            const std::string path = "/data/file" + std::to_string(i);
            QVERIFY(cache->get({.path = path, .depth = "standard"}, test::version(1)));
        }
        QVERIFY(cache->stats().pressureCost.diskReads >= 450);
        QCOMPARE(whileJudging.load(), 0);
        QCOMPARE(whileCutting.load(), 0);
    }

    void theCounterCountsAllocations()
    {
        if (!MALLOC_IS_OURS)
            QSKIP("the sanitizer replaces malloc");
        const int before = allocations;
        counting = true;
        const auto volatile made = std::make_unique<int>(5).release();
        counting = false;
        delete made;
        QCOMPARE(allocations.load(), before + 1);
    }
};

QTEST_GUILESS_MAIN(TestReliefAllocation)
#include "tst_relief_allocation.moc"
