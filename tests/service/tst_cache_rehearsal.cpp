// SPDX-License-Identifier: GPL-3.0-or-later
//
// A rehearsal on the cache: the class that plays it, and the monitor with it, which keeps the machine's own
// decisions apart.
#include "MonitorFixture.h"
#include "RecorderFixture.h"
#include "async/Answer.h"
#include "service/monitor/CacheRehearsal.h"
#include "support/EventSpy.h"
#include "support/Eventually.h"
#include "support/OpenCache.h"
#include "support/TestMain.h"

#include <cmath>

using namespace manometer;
using namespace manometer::service;
using namespace manometer::views;
using namespace std::chrono_literals;

using Outcome = RehearsalEvent::Outcome;

namespace {

struct Played
{
    QList<ReliefOrder> orders;
    std::chrono::milliseconds length{0};
    std::chrono::milliseconds longestInterval{0};
    int samples = 0;
};

// All of a rehearsal, in simulated time.
Played playAll(const RehearsalRequest &request, const pressure::ControlConfig &config)
{
    pressure::ClockReading clocks;
    clocks.monotonic = pressure::MonotonicTime(1h);
    const auto began = clocks.monotonic;
    CacheRehearsal rehearsal(request, 1, began);
    Played played;
    while (!rehearsal.isOver(clocks.monotonic)) {
        if (const auto order = rehearsal.step(clocks, config))
            played.orders += *order;
        const auto interval = rehearsal.nextInterval(clocks.monotonic);
        played.longestInterval = std::max(played.longestInterval, interval);
        clocks.monotonic += interval;
        ++played.samples;
    }
    played.length = std::chrono::floor<std::chrono::milliseconds>(clocks.monotonic - began);
    return played;
}

QList<quint64> limitsOf(const QList<ReliefOrder> &orders)
{
    QList<quint64> limits;
    for (const ReliefOrder &order : orders)
        limits += order.limits.entries;
    return limits;
}

pressure::ControlConfig defaultConfig()
{
    return controlConfigOf(Settings{});
}

// The refusal; empty: there was none.
template<typename T>
QString refusalOf(const QFuture<T> &future)
{
    return async::failureOf(future).value_or(QString());
}

// The monitor of a machine with a cache of 500 entries, which Relief cuts.
struct CutFixture
{
    explicit CutFixture(double used = 10)
    {
        test::fill(*cache, 500);
        proc.setUsed(used);
        recorder.start();
        monitor.connectReceipts(relief);
        monitor.start();
    }
    ~CutFixture() { monitor.stop(); }
    bool isSampling()
    {
        return QTest::qWaitFor([this] { return monitor.status().latest.wallMs != 0; },
                               int(test::waitLimit.count()));
    }
    quint64 limit() const { return cache->stats().memoryLimits.entries; }
    RehearsalEvent last() const { return acted.all<RehearsalEvent>().constLast(); }

    const QTemporaryDir folder;
    test::FakeProc proc;
    std::unique_ptr<cache::Cache> cache = test::openCache(folder);
    EventSink events;
    test::EventSpy acted{&events, &EventSink::reported};
    std::shared_ptr<History> history = std::make_shared<History>();
    Recorder recorder{shortIntervals(folder.filePath(QStringLiteral("state"))), history, events};
    Relief relief{*cache, events, proc.root(),
                  Relief::SettleTimes{std::chrono::milliseconds(1), std::chrono::milliseconds(2)}};
    LocalMonitor monitor{std::make_unique<pressure::KernelMemorySource>(proc.root()),
                         defaultConfig(),
                         events,
                         {.cacheFigures = [this] { return CacheFigures{.limitEntries = limit()}; },
                          .postRelief = [this](const ReliefOrder &order) { relief.post(order); },
                          .history = history,
                          .recorder = &recorder,
                          .procRoot = proc.root()}};
};

} // namespace

class TestCacheRehearsal : public QObject
{
    Q_OBJECT
private slots:
    void theCurveIsPlayedWithTheOperatorsSettings()
    {
        const Played played = playAll({.curve = "ramp"}, defaultConfig());
        const QList<quint64> limits = limitsOf(played.orders);
        QCOMPARE(limits.first(3), (QList<quint64>{375, 250, 50}));
        QCOMPARE(limits.last(), quint64(500)); // it has grown again
        for (const ReliefOrder &order : played.orders) {
            QCOMPARE(order.cause, cache::LimitCause::Rehearsal);
            QCOMPARE(order.disk, ReliefOrder::Disk::Untouched);
        }
        QCOMPARE(played.length, std::chrono::milliseconds(120'000));

        Settings later;
        later.thresholds.high = {.enterPercent = 97.5, .leavePercent = 90, .targetPercent = 80};
        later.thresholds.critical = {.enterPercent = 99, .leavePercent = 95, .targetPercent = 85};
        QVERIFY(views::findProblem(later).isEmpty());
        QVERIFY(!limitsOf(playAll({.curve = "ramp"}, controlConfigOf(later)).orders).contains(250));
    }

    void fasterItReachesTheSameLimitsInLessTime()
    {
        const Played played = playAll({.curve = "ramp", .speed = 20}, defaultConfig());
        QCOMPARE(limitsOf(played.orders).first(3), (QList<quint64>{375, 250, 50}));
        QCOMPARE(limitsOf(played.orders).last(), quint64(500));
        QCOMPARE(played.length, std::chrono::milliseconds(6'000));
        // At CRITICAL the machine is sampled once a second; here a second is a sixth of the curve.
        QVERIFY(played.longestInterval <= 50ms);
    }

    void atCriticalNothingIsAdmitted()
    {
        const Played played = playAll({.curve = "ramp"}, defaultConfig());
        for (const ReliefOrder &order : played.orders)
            QCOMPARE(order.admission == cache::Admission::WhileRoom, order.level == Level::Critical);
    }

    void whatCannotBePlayedIsSaid_data()
    {
        QTest::addColumn<QByteArray>("curve");
        QTest::addColumn<double>("speed");
        QTest::addColumn<QString>("problem");
        QTest::newRow("a built-in curve") << QByteArray("noise") << 1.0 << QString();
        QTest::newRow("the slowest of two minutes") << QByteArray("ramp") << 0.2 << QString();
        QTest::newRow("a file") << QByteArray("/data/day.csv") << 1.0 << QStringLiteral("no built-in curve");
        QTest::newRow("no name") << QByteArray() << 1.0 << QStringLiteral("no built-in curve");
        QTest::newRow("too fast") << QByteArray("ramp") << 101.0 << QStringLiteral("speed");
        QTest::newRow("not a number") << QByteArray("ramp") << absent << QStringLiteral("speed");
        QTest::newRow("too long") << QByteArray("noise") << 0.4 << QStringLiteral("ten minutes");
    }
    void whatCannotBePlayedIsSaid()
    {
        QFETCH(const QByteArray, curve);
        QFETCH(const double, speed);
        QFETCH(const QString, problem);
        const QString found = findProblem(RehearsalRequest{.curve = curve, .speed = speed});
        QVERIFY2(problem.isEmpty() ? found.isEmpty() : found.contains(problem), qPrintable(found));
    }

    void eachRehearsalHasAnIdentity()
    {
        CutFixture fixture;
        QVERIFY(fixture.isSampling());
        quint64 previous = 0;
        for (int i = 0; i < 2; ++i) {
            const auto begins = fixture.monitor.rehearse({.curve = "noise", .speed = 1});
            QCOMPARE(refusalOf(begins), QString());
            VERIFY_EVENTUALLY(fixture.monitor.status().rehearsal);
            QCOMPARE(fixture.monitor.status().rehearsal->id, begins.result());
            QVERIFY(begins.result() > previous);
            previous = begins.result();
            QCOMPARE(refusalOf(fixture.monitor.stopRehearsal({})), QString());
            VERIFY_EVENTUALLY(fixture.acted.all<RehearsalEvent>().size() == 2 * (i + 1));
            for (const RehearsalEvent &event : fixture.acted.all<RehearsalEvent>().sliced(2 * i))
                QCOMPARE(event.rehearsal, previous);
            VERIFY_EVENTUALLY(!fixture.monitor.status().rehearsal);
        }
    }

    void theCacheIsCutAndTheLimitIsRestored()
    {
        CutFixture fixture;
        QVERIFY(fixture.isSampling());
        QCOMPARE(refusalOf(fixture.monitor.rehearse({.curve = "ramp", .speed = 30, .actor = "uid 7"})),
                 QString());
        VERIFY_EVENTUALLY(fixture.monitor.status().rehearsal);
        QCOMPARE(fixture.monitor.status().rehearsal->curve, QByteArray("ramp"));
        QCOMPARE(fixture.monitor.status().rehearsal->lengthMs, qint64(4000));
        VERIFY_EVENTUALLY(fixture.limit() == 50);
        QVERIFY(fixture.cache->stats().memoryEntries <= 50);
        VERIFY_EVENTUALLY(fixture.acted.all<RehearsalEvent>().size() == 2);
        QCOMPARE(fixture.limit(), quint64(500));
        QVERIFY(!fixture.monitor.status().rehearsal);
        const auto began = fixture.acted.all<RehearsalEvent>().constFirst();
        QCOMPARE(began.outcome, Outcome::Began);
        QCOMPARE(began.actor, QByteArray("uid 7"));
        const auto ended = fixture.last();
        QCOMPARE(ended.outcome, Outcome::Played);
        QCOMPARE(ended.limitEntries, quint64(500));
        QVERIFY(ended.durationMs >= 4000);
        quint64 evicted = 0;
        for (const LimitEvent &cut : fixture.acted.all<LimitEvent>()) {
            QCOMPARE(cut.cause, cache::LimitCause::Rehearsal);
            evicted += cut.outcome.evictedEntries;
        }
        QVERIFY(evicted >= 450);
        QCOMPARE(ended.evictedEntries, evicted);
        QCOMPARE(fixture.cache->stats().pressureEvictions, std::uint64_t(0));
        QVERIFY(fixture.cache->cutCosts().empty());
    }

    // Nothing of a rehearsal enters the journal, the levels, and what the machine's own limit is.
    void theMachinesOwnDecisionsAreAsWithoutARehearsal()
    {
        CutFixture fixture;
        QVERIFY(fixture.isSampling());
        QSignalSpy levels(&fixture.monitor, &MonitorView::levelChanged);
        QCOMPARE(refusalOf(fixture.monitor.rehearse({.curve = "ramp", .speed = 30})), QString());
        VERIFY_EVENTUALLY(fixture.acted.all<RehearsalEvent>().size() == 2);
        VERIFY_EVENTUALLY(!fixture.acted.all<ReceiptEvent>().isEmpty());
        for (const ReceiptEvent &receipt : fixture.acted.all<ReceiptEvent>()) {
            QVERIFY(receipt.rehearsed);
            QVERIFY(std::isnan(receipt.percentBefore) && std::isnan(receipt.percentAfter));
        }
        QVERIFY(fixture.acted.all<LevelEvent>().isEmpty());
        QVERIFY(fixture.acted.all<FutileEvent>().isEmpty());
        QVERIFY(fixture.acted.all<CleanUpEvent>().isEmpty());
        QVERIFY(levels.isEmpty());
        fixture.monitor.stop();
        const std::string folder = Recorder::journalFolder(fixture.folder.filePath(QStringLiteral("state")));
        std::size_t steps = 0;
        std::size_t others = 0;
        // As without one: a limit of 500 at NORMAL after each sample, and no receipt.
        const auto isQuiet = [&] {
            steps = others = 0;
            bool ended = false;
            const auto summary = journal::replay(folder, {}, [&](const journal::ReplayedStep &replayed) {
                ++steps;
                others += replayed.step.limit.limit != defaults ||
                          replayed.step.governor.state.applied != Level::Normal ||
                          replayed.stepped.input.sample->totalBytes != 8192ull << 20;
            });
            journal::readJournal(folder, {}, [&](const journal::Record &record) {
                others += std::holds_alternative<journal::Received>(record);
                ended = ended || std::holds_alternative<journal::Ended>(record);
                return journal::Visit::Continue;
            });
            return ended && summary.mismatches == 0;
        };
        VERIFY_EVENTUALLY(isQuiet());
        QVERIFY(steps > 20);
        QCOMPARE(others, std::size_t(0));
        for (const SampleRecord &record : fixture.history->in({}))
            QCOMPARE(record.applied, Level::Normal);
    }

    void theLimitIsNeverAboveTheMachinesOwn()
    {
        CutFixture fixture(85); // HIGH: 250
        VERIFY_EVENTUALLY(fixture.limit() == 250);
        quint64 largest = 0;
        connect(&fixture.monitor, &MonitorView::sampled, this, [&largest](const SampleRecord &record) {
            largest = std::max(largest, record.cacheLimitEntries);
        });
        QCOMPARE(refusalOf(fixture.monitor.rehearse({.curve = "ramp", .speed = 30})), QString());
        VERIFY_EVENTUALLY(fixture.limit() == 50);
        VERIFY_EVENTUALLY(fixture.acted.all<RehearsalEvent>().size() == 2);
        QCOMPARE(fixture.limit(), quint64(250));
        QCOMPARE(fixture.last().limitEntries, quint64(250));
        QCOMPARE(largest, quint64(250));
        // The levels of the curve that allow as much as the machine's change nothing, and are not reported.
        // The growth ends at the machine's limit.
        const auto reported = fixture.acted.all<LimitEvent>();
        QCOMPARE(int(reported.size()), 3);
        QCOMPARE(reported[1].cause, cache::LimitCause::Rehearsal);
        QCOMPARE(reported[1].outcome.after.entries, std::uint64_t(50));
        QCOMPARE(reported[2].cause, cache::LimitCause::Restore);
        QCOMPARE(reported[2].outcome.before.entries, std::uint64_t(50));
        QCOMPARE(reported[2].outcome.after.entries, std::uint64_t(250));
    }

    void anEndBesideAnotherLimitOfTheMachineIsNotTheRehearsals()
    {
        CutFixture fixture;
        QVERIFY(fixture.isSampling());
        QCOMPARE(refusalOf(fixture.monitor.rehearse({.curve = "ramp", .speed = 20})), QString());
        VERIFY_EVENTUALLY(fixture.limit() == 50);
        pressure::ControlConfig config = defaultConfig();
        config.adaptation = pressure::Adaptation::MeasureOnly;
        config.configured.entries = 400;
        fixture.monitor.setConfig(config);
        VERIFY_EVENTUALLY(fixture.acted.all<RehearsalEvent>().size() == 2);
        QCOMPARE(fixture.last().outcome, Outcome::MeasureOnly);
        const LimitEvent end = fixture.acted.all<LimitEvent>().constLast();
        QCOMPARE(end.outcome.before.entries, std::uint64_t(50));
        QCOMPARE(end.outcome.after.entries, std::uint64_t(400));
        QCOMPARE(end.cause, cache::LimitCause::Configuration);
    }

    void criticalOfTheMachineEndsIt()
    {
        CutFixture fixture;
        QVERIFY(fixture.isSampling());
        QCOMPARE(refusalOf(fixture.monitor.rehearse({.curve = "noise", .speed = 1})), QString());
        QVERIFY(fixture.proc.setUsed(95));
        VERIFY_EVENTUALLY(fixture.acted.all<RehearsalEvent>().size() == 2);
        QCOMPARE(fixture.last().outcome, Outcome::RealCritical);
        QCOMPARE(fixture.last().limitEntries, quint64(50));
        QCOMPARE(fixture.limit(), quint64(50));
        QVERIFY(refusalOf(fixture.monitor.rehearse({.curve = "ramp"})).contains(QStringLiteral("CRITICAL")));
    }

    void measuringOnlyEndsIt()
    {
        CutFixture fixture;
        QVERIFY(fixture.isSampling());
        QCOMPARE(refusalOf(fixture.monitor.rehearse({.curve = "noise", .speed = 1})), QString());
        pressure::ControlConfig config = defaultConfig();
        config.adaptation = pressure::Adaptation::MeasureOnly;
        fixture.monitor.setConfig(config);
        VERIFY_EVENTUALLY(fixture.acted.all<RehearsalEvent>().size() == 2);
        QCOMPARE(fixture.last().outcome, Outcome::MeasureOnly);
        QCOMPARE(fixture.limit(), quint64(500));
        QVERIFY(!refusalOf(fixture.monitor.rehearse({.curve = "ramp"})).isEmpty());
    }

    void stoppingItRestoresTheLimitAtOnce()
    {
        CutFixture fixture;
        QVERIFY(fixture.isSampling());
        QCOMPARE(refusalOf(fixture.monitor.rehearse({.curve = "ramp", .speed = 20})), QString());
        QVERIFY(refusalOf(fixture.monitor.rehearse({.curve = "ramp"})).contains(QStringLiteral("already")));
        VERIFY_EVENTUALLY(fixture.limit() == 50);
        QCOMPARE(refusalOf(fixture.monitor.stopRehearsal("uid 8")), QString());
        VERIFY_EVENTUALLY(fixture.acted.all<RehearsalEvent>().size() == 2);
        QCOMPARE(fixture.limit(), quint64(500));
        QCOMPARE(fixture.last().outcome, Outcome::Stopped);
        QCOMPARE(fixture.last().actor, QByteArray("uid 8"));
        QCOMPARE(fixture.cache->put({"/new", "quick"}, {}, "value", {}), cache::PutResult::Stored);
        QVERIFY(!refusalOf(fixture.monitor.stopRehearsal({})).isEmpty());
    }

    void theEndOfTheProgramIsReported()
    {
        CutFixture fixture;
        QVERIFY(fixture.isSampling());
        QCOMPARE(refusalOf(fixture.monitor.rehearse({.curve = "noise", .speed = 1})), QString());
        fixture.monitor.stop();
        VERIFY_EVENTUALLY(fixture.acted.all<RehearsalEvent>().size() == 2);
        QCOMPARE(fixture.last().outcome, Outcome::ProgramEnded);
        VERIFY_EVENTUALLY(fixture.limit() == 500);
        QVERIFY(!refusalOf(fixture.monitor.rehearse({.curve = "ramp"})).isEmpty()); // nothing is monitored
    }
};

MANOMETER_TEST(Core, TestCacheRehearsal)
#include "tst_cache_rehearsal.moc"
