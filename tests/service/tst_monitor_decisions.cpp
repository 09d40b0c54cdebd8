// SPDX-License-Identifier: GPL-3.0-or-later
//
// The monitor's decisions: levels, orders to the cache, and events.
#include "MonitorFixture.h"
#include "service/monitor/StepReport.h"
#include "support/EventSpy.h"
#include "support/Eventually.h"
#include "support/OpenCache.h"
#include "support/TestMain.h"

using namespace manometer;
using namespace manometer::service;
using namespace manometer::views;
using namespace std::chrono_literals;

namespace {

// Holds of milliseconds, so that a test also covers falling levels.
Settings shortHolds()
{
    Settings settings;
    for (const Level level : {Level::Elevated, Level::High, Level::Critical})
        settings.thresholds.of(level).hold = 50ms;
    settings.control.limit.growthHold = 50ms;
    settings.control.limit.growthInterval = 10ms;
    return settings;
}

} // namespace

Q_DECLARE_METATYPE(manometer::views::Level)

class TestMonitorDecisions : public QObject
{
    Q_OBJECT
private slots:
    void levelSignalsAreEmittedOnChangeOnlyLeftBeforeEntered()
    {
        MonitorFixture fixture;
        QVERIFY(fixture.proc.setUsed(65));
        QStringList emitted;
        connect(&fixture.monitor, &MonitorView::levelLeft, this, [&emitted](Level level) {
            emitted << QStringLiteral("left ") + QString::fromUtf8(name(level).data());
        });
        connect(&fixture.monitor, &MonitorView::levelEntered, this, [&emitted](Level level) {
            emitted << QStringLiteral("entered ") + QString::fromUtf8(name(level).data());
        });
        QSignalSpy changed(&fixture.monitor, &MonitorView::levelChanged);
        QSignalSpy sampled(&fixture.monitor, &MonitorView::sampled);
        fixture.monitor.start();
        QVERIFY(fixture.reaches(Level::Elevated));
        const auto count = sampled.size();
        VERIFY_EVENTUALLY(sampled.size() > count + 1);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(emitted, (QStringList{QStringLiteral("left NORMAL"), QStringLiteral("entered ELEVATED")}));
    }

    void eachLevelOrdersItsLimitAndTheLimitIsRestored()
    {
        MonitorFixture fixture(shortHolds());
        QVERIFY(fixture.proc.setUsed(10));
        fixture.monitor.start();
        VERIFY_EVENTUALLY(fixture.monitor.status().latest.wallMs != 0);
        QVERIFY(fixture.orders.all().isEmpty());
        quint64 last = 500;
        for (const auto &[used, level, entries] : {std::tuple{65.0, Level::Elevated, 375u},
                                                   {85.0, Level::High, 250u},
                                                   {95.0, Level::Critical, 50u}}) {
            QVERIFY(fixture.proc.setUsed(used));
            QVERIFY(fixture.reaches(level));
            const auto order = fixture.orders.all().constLast();
            QCOMPARE(order.limits.entries, std::uint64_t(entries));
            QCOMPARE(order.cause, cache::LimitCause::Pressure);
            QCOMPARE(order.receipt, ReliefOrder::Receipt::Written);
            // At CRITICAL a full tier admits no entry.
            QCOMPARE(order.admission == cache::Admission::WhileRoom, level == Level::Critical);
            QVERIFY(order.limits.entries < last);
            last = order.limits.entries;
        }
        // The limit does not grow yet, but the tier admits entries again.
        QVERIFY(fixture.proc.setUsed(80));
        QVERIFY(fixture.reaches(Level::High));
        QCOMPARE(fixture.orders.all().constLast().admission, cache::Admission::Always);
        QVERIFY(fixture.proc.setUsed(10));
        QVERIFY(fixture.reaches(Level::Normal));
        COMPARE_EVENTUALLY(fixture.monitor.status().limit, defaults);
        const auto order = fixture.orders.all().constLast();
        QCOMPARE(order.limits, defaults);
        QCOMPARE(order.cause, cache::LimitCause::Restore);
        QCOMPARE(order.receipt, ReliefOrder::Receipt::Written);
    }

    void aCutHasTheMemoryInUseThatDecidedIt()
    {
        MonitorFixture fixture;
        QVERIFY(fixture.proc.setUsed(85));
        fixture.monitor.start();
        QVERIFY(fixture.reaches(Level::High));
        const SampleRecord latest = fixture.monitor.status().latest;
        QVERIFY(latest.systemTotalBytes > 0);
        QCOMPARE(fixture.orders.all().constLast().usedBytes,
                 latest.systemTotalBytes - latest.systemAvailableBytes);
    }

    void theMemoryInUseIsThatOfTheBasis()
    {
        pressure::MemorySample sample;
        sample.totalBytes = 1000;
        sample.availableBytes = 300;
        QCOMPARE(usedBytes(sample, pressure::Basis::Host), quint64(700));
        sample.cgroup = pressure::CgroupMemory{.limitBytes = 100, .workingSetBytes = 80};
        QCOMPARE(usedBytes(sample, pressure::Basis::Host), quint64(700));
        QCOMPARE(usedBytes(sample, pressure::Basis::Cgroup), quint64(80));
    }

    void highOrdersADiskCleanUp()
    {
        MonitorFixture fixture;
        QVERIFY(fixture.proc.setUsed(85));
        fixture.monitor.start();
        QVERIFY(fixture.reaches(Level::High));
        QCOMPARE(fixture.orders.all().constLast().disk, ReliefOrder::Disk::CleanUp);
    }

    void measureOnlyAppliesLevelsAndKeepsTheLimit()
    {
        MonitorFixture fixture({.adapting = false});
        QVERIFY(fixture.proc.setUsed(95));
        fixture.monitor.start();
        QVERIFY(fixture.reaches(Level::Critical));
        QCOMPARE(fixture.monitor.status().limit, defaults);
        QVERIFY(fixture.orders.all().isEmpty());
    }

    void newThresholdsTakeEffectAtOnce()
    {
        MonitorFixture fixture;
        QVERIFY(fixture.proc.setUsed(30));
        fixture.monitor.start();
        VERIFY_EVENTUALLY(fixture.monitor.status().latest.wallMs != 0);
        Settings settings;
        settings.thresholds.elevated = {20, 15, 10s, 10};
        QSignalSpy sampled(&fixture.monitor, &MonitorView::sampled);
        const qint64 applied = nowMs();
        fixture.monitor.setConfig(controlConfigOf(settings));
        QVERIFY(fixture.reaches(Level::Elevated));
        const qint64 took = firstAt(sampled, Level::Elevated) - applied;
        QVERIFY2(took < 1000, qPrintable(QString::number(took))); // earlier than the next regular sample
    }

    void theStatusHasMarginAndEvictionTarget()
    {
        MonitorFixture fixture;
        QVERIFY(fixture.proc.setUsed(65, 8192));
        fixture.monitor.start();
        QVERIFY(fixture.reaches(Level::Elevated));
        const auto status = fixture.monitor.status();
        QVERIFY(std::abs(*status.marginToNextPercent - 15.0) < 0.001);
        QVERIFY(std::abs(double(status.evictionTargetBytes) - 0.1 * 8192 * (1 << 20)) < 1e6);
    }

    void aSnoozeHoldsTheLimitAndReportsBeginAndEnd()
    {
        MonitorFixture fixture;
        QVERIFY(fixture.proc.setUsed(59.9)); // sampled often
        const test::EventSpy happened(&fixture.events, &EventSink::reported);
        fixture.monitor.start();
        VERIFY_EVENTUALLY(fixture.monitor.status().latest.wallMs != 0);
        // Record all of them: polling could miss the short snooze.
        QList<MonitorStatus> snoozed;
        connect(&fixture.monitor, &MonitorView::statusChanged, this, [&snoozed](const MonitorStatus &status) {
            if (status.snoozePercent)
                snoozed.append(status);
        });
        fixture.monitor.snooze(50, 300ms);
        VERIFY_EVENTUALLY(!snoozed.isEmpty());
        QCOMPARE(snoozed.constFirst().limit.entries, std::uint64_t(250));
        QCOMPARE(snoozed.constFirst().limitReason, pressure::LimitReason::Snoozed);
        VERIFY_EVENTUALLY(!fixture.monitor.status().snoozePercent);
        COMPARE_EVENTUALLY(happened.size(), 2);
        QVERIFY(happened.at<SnoozeEvent>(0).untilWallMs > 0);
        QCOMPARE(happened.at<SnoozeEvent>(1).untilWallMs, 0);
        QCOMPARE(fixture.orders.all().constFirst().cause, cache::LimitCause::Configuration);
    }

    void aSnoozeContinuesWhenSettingsChange()
    {
        MonitorFixture fixture;
        QVERIFY(fixture.proc.setUsed(30));
        fixture.monitor.start();
        fixture.monitor.snooze(50, 1h);
        VERIFY_EVENTUALLY(fixture.monitor.status().snoozePercent);
        Settings settings;
        settings.memory.entries = 1000;
        fixture.monitor.setConfig(controlConfigOf(settings));
        COMPARE_EVENTUALLY(fixture.monitor.status().configured.entries, std::uint64_t(1000));
        QCOMPARE(fixture.monitor.status().snoozePercent, std::optional(50.0));
        QCOMPARE(fixture.monitor.status().ceiling.entries, std::uint64_t(500));
    }

    void twoPoorReceiptsAreFutileAndNameTheLargestProcess()
    {
        const QTemporaryDir folder;
        const auto cache = test::openCache(folder);
        MonitorFixture fixture;
        Relief relief(*cache, fixture.events);
        QVERIFY(fixture.proc.setUsed(85));
        fixture.monitor.connectReceipts(relief);
        const test::EventSpy happened(&fixture.events, &EventSink::reported);
        fixture.monitor.start();
        QVERIFY(fixture.reaches(Level::High));
        ReceiptEvent poor{.action = 1,
                          .evictedBytes = 100u << 20,
                          .processRssBeforeBytes = 500u << 20,
                          .processRssAfter2SBytes = 490u << 20,
                          .largestHolder = {.name = "java", .pid = 7, .rssBytes = 1u << 30}};
        emit relief.settled(poor);
        poor.action = 2;
        emit relief.settled(poor);
        emit relief.settled(poor);                      // reported once
        COMPARE_EVENTUALLY(happened.size(), 1 + 3 + 1); // the level, three receipts, the verdict
        const auto futile = happened.all<FutileEvent>();
        QCOMPARE(futile.size(), 1);
        QCOMPARE(futile.constFirst().returnedBytes, quint64(10u << 20));
        QCOMPARE(futile.constFirst().largestHolder.name, QByteArray("java"));
        QVERIFY(std::abs(happened.at<ReceiptEvent>(1).percentAfter - 85.0) < 0.001); // set by the monitor
    }
};

MANOMETER_TEST(Core, TestMonitorDecisions)
#include "tst_monitor_decisions.moc"
