// SPDX-License-Identifier: GPL-3.0-or-later
//
// The sentences of the header on level, limit and cache.
#include "gui/Sentences.h"
#include "gui/text/ForecastText.h"
#include "gui/text/Levels.h"
#include "gui/text/Numbers.h"
#include "gui/text/StatusText.h"
#include "gui/text/Translation.h"
#include "gui/text/Verdict.h"
#include "support/TestMain.h"

#include <QTest>

#include <cmath>

using namespace manometer;
using namespace Qt::StringLiterals;
using gui::plain;
using pressure::GovernorReason;
using pressure::Level;
using pressure::LimitReason;

namespace {

views::MonitorStatus statusAt(double percent, Level applied, GovernorReason reason)
{
    views::MonitorStatus status;
    status.latest.wallMs = 1'763'885'097'000;
    status.latest.monotonicMs = 100'000;
    status.latest.systemUsedPercent = percent;
    status.percent = percent;
    status.raw = pressure::classify(percent, status.thresholds);
    status.applied = applied;
    status.reason = reason;
    status.marginToNextPercent = pressure::marginToNext(percent, applied, status.thresholds);
    status.configured = {.entries = 500, .bytes = 64u << 20};
    status.ceiling = pressure::ceiling(status.configured, applied);
    status.limit = status.ceiling;
    return status;
}

// The two sentences of the level's card.
QString both(const views::MonitorStatus &status, qint64 nowMs)
{
    const QString outlook = gui::text::outlook(status, nowMs);
    return outlook.isEmpty() ? gui::text::measurement(status, nowMs)
                             : gui::text::measurement(status, nowMs) + u" | "_s + outlook;
}

} // namespace

class TestStatusTexts : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        gui::installTranslation(QCoreApplication::instance(),
                                QLocale(QLocale::English, QLocale::UnitedStates));
    }

    void theBasisNamesTheValueAndTheNextThreshold_data()
    {
        QTest::addColumn<double>("percent");
        QTest::addColumn<Level>("applied");
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<GovernorReason>("reason");
        QTest::newRow("normal") << 42.1 << Level::Normal
                                << u"42.1 % of memory in use | ELEVATED begins at 60 %."_s
                                << GovernorReason::AsMeasured;
        QTest::newRow("elevated") << 72.4 << Level::Elevated
                                  << u"72.4 % of memory in use | HIGH begins at 80 %."_s
                                  << GovernorReason::AsMeasured;
        QTest::newRow("just under the next level")
            << 79.97 << Level::Elevated << u"79.9 % of memory in use | HIGH begins at 80 %."_s
            << GovernorReason::AsMeasured;
        QTest::newRow("just above the next level")
            << 90.01 << Level::High << u"90.1 % of memory in use | CRITICAL begins above 90 %."_s
            << GovernorReason::AwaitingSecondSample;
        QTest::newRow("at the next level, which begins above it")
            << 90.0 << Level::High << u"90.0 % of memory in use | CRITICAL begins above 90 %."_s
            << GovernorReason::AsMeasured;
        QTest::newRow("high") << 81.0 << Level::High
                              << u"81.0 % of memory in use | CRITICAL begins above 90 %."_s
                              << GovernorReason::AsMeasured;
        QTest::newRow("critical") << 93.0 << Level::Critical
                                  << u"93.0 % of memory in use | CRITICAL ends below 85 %."_s
                                  << GovernorReason::AsMeasured;
        QTest::newRow("measured level above the applied one")
            << 81.0 << Level::Elevated << u"81.0 % of memory in use | HIGH begins at 80 %."_s
            << GovernorReason::AwaitingSecondSample;
        // Held although memory use is below its end value: the sentence says when it ends.
        QTest::newRow("held") << 30.0 << Level::Critical
                              << u"30.0 % of memory in use | CRITICAL ends in 1 s."_s
                              << GovernorReason::Holding;
        QTest::newRow("held, not critical")
            << 72.0 << Level::High << u"72.0 % of memory in use | HIGH ends in 1 s."_s
            << GovernorReason::Holding;
        QTest::newRow("critical, held by a vote below its end value")
            << 72.0 << Level::Critical << u"72.0 % of memory in use"_s << GovernorReason::HeldByVote;
        QTest::newRow("critical measured, not yet applied")
            << 95.0 << Level::Normal << u"95.0 % of memory in use | CRITICAL begins above 90 %."_s
            << GovernorReason::AwaitingSecondSample;
        QTest::newRow("not yet below its end value")
            << 78.0 << Level::High << u"78.0 % of memory in use | CRITICAL begins above 90 %."_s
            << GovernorReason::AboveLeave;
    }
    void theBasisNamesTheValueAndTheNextThreshold()
    {
        QFETCH(double, percent);
        QFETCH(Level, applied);
        QFETCH(QString, sentence);
        QFETCH(GovernorReason, reason);
        auto status = statusAt(percent, applied, reason);
        if (reason == GovernorReason::Holding)
            status.fallsAtMs = 100'600;
        QCOMPARE(plain(both(status, 100'000)), sentence);
    }

    void aGroupOverItsLimitIsReported_data()
    {
        QTest::addColumn<qulonglong>("limit");
        QTest::addColumn<qulonglong>("used");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("under it")
            << 400ull << 372ull
            << u"93.0 % of the control group's memory in use | CRITICAL ends below 85 %."_s;
        QTest::newRow("at it")
            << 400ull << 400ull
            << u"100.0 % of the control group's memory in use | CRITICAL ends below 85 %."_s;
        QTest::newRow("over it")
            << 300ull << 352ull
            << u"Control group over its limit, 352.0 MiB used of 300.0 MiB | CRITICAL ends below 85 %."_s;
        QTest::newRow("a limit of zero")
            << 0ull << 352ull
            << u"Control group over its limit, 352.0 MiB used of 0 bytes | CRITICAL ends below 85 %."_s;
    }
    void aGroupOverItsLimitIsReported()
    {
        QFETCH(qulonglong, limit);
        QFETCH(qulonglong, used);
        const pressure::CgroupMemory cgroup{.limitBytes = limit << 20, .workingSetBytes = used << 20};
        auto status =
            statusAt(pressure::cgroupUsedPercent(cgroup), Level::Critical, GovernorReason::AsMeasured);
        status.basis = pressure::Basis::Cgroup;
        status.cgroup = cgroup;
        QTEST(plain(both(status, 100'000)), "sentence");
        status.basis = pressure::Basis::Host;
        QVERIFY(plain(both(status, 100'000)).contains(u"% of memory in use"));
    }

    void anEstimateIsMarkedAsAbout()
    {
        auto status = statusAt(72.4, Level::Elevated, GovernorReason::AsMeasured);
        status.hostIsEstimated = true;
        QCOMPARE(plain(both(status, 100'000)), u"About 72.4 % of memory in use | HIGH begins at 80 %."_s);
    }

    void aForecastSaysWhenTheNextLevelIsExpected()
    {
        auto status = statusAt(72.4, Level::Elevated, GovernorReason::AsMeasured);
        status.forecast.toNext = std::chrono::seconds(90);
        QCOMPARE(plain(both(status, 100'000)),
                 u"72.4 % of memory in use | HIGH begins at 80 %, expected in about 1 min 30 s."_s);
    }

    void whatMattersMostComesFirst()
    {
        auto status = statusAt(78, Level::High, GovernorReason::AboveLeave);
        QCOMPARE(plain(gui::text::explanation(status, 100'000)),
                 u"HIGH stays until memory use is below 75 %. CRITICAL begins above 90 %."_s);
        status = statusAt(70, Level::High, GovernorReason::Holding);
        status.fallsAtMs = 107'000;
        status.underLeaveSinceMs = 97'000;
        QCOMPARE(plain(gui::text::explanation(status, 100'000)),
                 u"HIGH ends in 7 s. Below 75 % for 3 s; HIGH is held for 10 s."_s);
    }

    // A level that returned too soon is held longer than its threshold says.
    void aHoldThatIsLongerThanThatOfTheThresholdIsStated()
    {
        auto status = statusAt(70, Level::High, GovernorReason::Holding);
        status.thresholds.high.hold = std::chrono::seconds(5);
        status.underLeaveSinceMs = 97'000;
        status.fallsAtMs = 117'000;
        QCOMPARE(plain(gui::text::explanation(status, 100'000)),
                 u"HIGH ends in 17 s. Below 75 % for 3 s; HIGH is held for 20 s."_s);
    }

    void aGroupThatHasRecoveredSaysWhenTheLevelEnds()
    {
        auto status = statusAt(40, Level::Critical, GovernorReason::Holding);
        status.basis = pressure::Basis::Cgroup;
        QCOMPARE(plain(both(status, 100'000)),
                 u"40.0 % of the control group's memory in use | CRITICAL is held."_s);
        status.fallsAtMs = 107'000;
        QCOMPARE(plain(both(status, 100'000)),
                 u"40.0 % of the control group's memory in use | CRITICAL ends in 7 s."_s);
        status.fallsAtMs = 99'000; // already due: no negative time
        QCOMPARE(plain(both(status, 100'000)),
                 u"40.0 % of the control group's memory in use | CRITICAL ends in 1 s."_s);
    }

    void beforeTheFirstSampleNoValueIsShown()
    {
        views::MonitorStatus status;
        QCOMPARE(both(status, 100'000), u"Waiting for the first sample."_s);
        QVERIFY(gui::text::deviation(status, 0).isEmpty());
        QVERIFY(gui::text::limit(status, 0).isEmpty());
        status.error =
            pressure::SourceError{.kind = {}, .path = "/proc/meminfo", .systemError = ENOENT, .detail = {}};
        status.stale = true;
        QCOMPARE(both(status, 100'000), u"This machine's memory has not been read yet."_s);
        QCOMPARE(gui::text::staleness(status, 0),
                 u"STALE, no sample yet: /proc/meminfo cannot be read: No such file or directory"_s);
    }

    void everyReasonHasItsSentence_data()
    {
        QTest::addColumn<double>("percent");
        QTest::addColumn<Level>("applied");
        QTest::addColumn<GovernorReason>("reason");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("as measured") << 72.0 << Level::Elevated << GovernorReason::AsMeasured << QString();
        QTest::newRow("raised") << 72.0 << Level::Elevated << GovernorReason::Raised
                                << u"Raised to ELEVATED: two samples in a row reached it."_s;
        QTest::newRow("raised at once") << 92.0 << Level::Critical << GovernorReason::RaisedAtOnce
                                        << u"Raised to CRITICAL at once: one sample is enough."_s;
        QTest::newRow("awaiting") << 81.0 << Level::Elevated << GovernorReason::AwaitingSecondSample
                                  << u"Measured HIGH; ELEVATED still applies. The next sample decides."_s;
        QTest::newRow("fell") << 72.0 << Level::Elevated << GovernorReason::Fell
                              << u"Fell to ELEVATED: the hold of the higher level has ended."_s;
        QTest::newRow("above leave") << 76.0 << Level::High << GovernorReason::AboveLeave
                                     << u"HIGH stays until memory use is below 75 %."_s;
        QTest::newRow("holding") << 72.0 << Level::High << GovernorReason::Holding
                                 << u"Below 75 % for 4 s; HIGH is held for 10 s."_s;
        QTest::newRow("raised by a vote") << 72.0 << Level::High << GovernorReason::RaisedByVote
                                          << u"Raised to HIGH: tasks wait for memory."_s;
        QTest::newRow("held by a vote")
            << 62.0 << Level::High << GovernorReason::HeldByVote << u"HIGH stays: tasks wait for memory."_s;
        QTest::newRow("blind") << 72.0 << Level::High << GovernorReason::Blind
                               << u"The newest read failed; HIGH stays in effect."_s;
    }
    void everyReasonHasItsSentence()
    {
        QFETCH(double, percent);
        QFETCH(Level, applied);
        QFETCH(GovernorReason, reason);
        QFETCH(QString, sentence);
        views::MonitorStatus status = statusAt(percent, applied, reason);
        if (reason == GovernorReason::Holding)
            status.fallsAtMs = 106'000;
        status.underLeaveSinceMs = 96'000;
        status.vote = pressure::Vote::HostStall;
        QCOMPARE(plain(gui::text::deviation(status, 100'000)), sentence);
    }

    void staleSaysSinceWhenAndWhy()
    {
        views::MonitorStatus status = statusAt(72, Level::Elevated, GovernorReason::Blind);
        QVERIFY(gui::text::staleness(status, 109'000).isEmpty());
        status.stale = true;
        QCOMPARE(plain(gui::text::staleness(status, 109'000)), u"STALE for 9 s: no samples arrive"_s);
        QCOMPARE(plain(gui::text::measurement(status, 109'000)), u"72.0 % of memory in use, 9 s ago"_s);
        status.error = pressure::SourceError{.kind = pressure::SourceError::Kind::Malformed,
                                             .path = "/proc/meminfo",
                                             .systemError = 0,
                                             .detail = "MemTotal"};
        QCOMPARE(plain(gui::text::staleness(status, 109'000)),
                 u"STALE for 9 s: /proc/meminfo contains no usable values: MemTotal"_s);
    }

    void aWarningNamesTheLevelAndTheRecordOfForecasts()
    {
        views::MonitorStatus status = statusAt(70, Level::Elevated, GovernorReason::AsMeasured);
        QCOMPARE(gui::text::warning(status), QString());
        status.warnedOf = Level::High;
        QCOMPARE(gui::text::warning(status), QString()); // it no longer rises
        status.forecast.toNext = std::chrono::seconds(72);
        QCOMPARE(plain(gui::text::warning(status)), u"HIGH expected in about 1 min 12 s"_s);
        status.forecastRecord.elevated.cameTrue = 9; // of another level
        status.forecastRecord.high.cameTrue = 1;
        QCOMPARE(plain(gui::text::warning(status)),
                 u"HIGH expected in about 1 min 12 s (1 of 1 forecast right)"_s);
        status.forecastRecord.high = {.cameTrue = 3, .notTrue = 1, .unforeseen = 7, .errors = {}};
        QCOMPARE(plain(gui::text::warning(status)),
                 u"HIGH expected in about 1 min 12 s (3 of 4 forecasts right)"_s);
        status.applied = Level::High;
        QCOMPARE(gui::text::warning(status), QString()); // the level has begun
    }

    void howForecastsDidIsSaidForEachLevel()
    {
        pressure::ForecastRecord record;
        QCOMPARE(gui::text::forecastRecord(record), QString());
        record.elevated.unforeseen = 2;
        record.high = {.cameTrue = 7, .notTrue = 2, .unforeseen = 0, .errors = {0, 1, 0, 4, 2}};
        record.critical.notTrue = 3;
        QCOMPARE(
            plain(gui::text::forecastRecord(record)),
            u"ELEVATED began 2 times without a forecast.\n"
            "Of 9 forecasts of HIGH, 7 came true. It typically began 10 s to 20 s earlier than forecast.\n"
            "Of 3 forecasts of CRITICAL, 0 came true."_s);
    }

    void theTypicalErrorOfForecastsIsSaid_data()
    {
        QTest::addColumn<int>("errorClass");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("on time") << 5 << u"It typically began within 5 s of the forecast time."_s;
        QTest::newRow("late") << 6 << u"It typically began 5 s to 10 s later than forecast."_s;
        QTest::newRow("very late") << 10 << u"It typically began more than 1 min later than forecast."_s;
        QTest::newRow("early") << 4 << u"It typically began 5 s to 10 s earlier than forecast."_s;
        QTest::newRow("very early") << 0 << u"It typically began more than 1 min earlier than forecast."_s;
    }
    void theTypicalErrorOfForecastsIsSaid()
    {
        QFETCH(int, errorClass);
        QFETCH(QString, sentence);
        pressure::ForecastRecord record;
        record.high.cameTrue = 2;
        record.high.errors[static_cast<std::size_t>(errorClass)] = 1;
        QCOMPARE(plain(gui::text::forecastRecord(record)),
                 u"Of 2 forecasts of HIGH, 2 came true. "_s + sentence);
    }

    void theLimitSaysWhyAndWhatNext_data()
    {
        QTest::addColumn<Level>("applied");
        QTest::addColumn<LimitReason>("reason");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("normal") << Level::Normal << LimitReason::AtCeiling
                                << u"Limit not cut. ELEVATED would cut it to 375."_s;
        QTest::newRow("elevated") << Level::Elevated << LimitReason::AtCeiling
                                  << u"Limit 375 (\u221225 %). Grows again once the level falls."_s;
        QTest::newRow("critical") << Level::Critical << LimitReason::AtCeiling
                                  << u"Limit 50 (\u221290 %). The minimum until the level falls."_s;
        QTest::newRow("held") << Level::Normal << LimitReason::HeldAfterCut
                              << u"Limit 375 (\u221225 %). Held for 9 s, then grows to 500."_s;
        QTest::newRow("growing") << Level::Normal << LimitReason::Growing
                                 << u"Limit 375 (\u221225 %). Grows to 500, by 5 % every 2 s."_s;
        QTest::newRow("flapping") << Level::Normal << LimitReason::HeldByFlap
                                  << u"Limit 375 (\u221225 %). Held for 9 s: pressure came back."_s;
        QTest::newRow("the next level is near")
            << Level::Normal << LimitReason::HeldByForecast
            << u"Limit 375 (\u221225 %). Held: ELEVATED is expected in 25 s."_s;
        QTest::newRow("futile") << Level::Normal << LimitReason::Futile
                                << u"Limit 375 (\u221225 %). Held until NORMAL: cuts do not help."_s;
        QTest::newRow("snoozed") << Level::Normal << LimitReason::Snoozed
                                 << u"Limit 375 (\u221225 %). Held for 29 min, as requested."_s;
        QTest::newRow("blind") << Level::Normal << LimitReason::Blind
                               << u"Limit 375 (\u221225 %). Held while memory cannot be read."_s;
    }
    void theLimitSaysWhyAndWhatNext()
    {
        QFETCH(Level, applied);
        QFETCH(LimitReason, reason);
        QFETCH(QString, sentence);
        views::MonitorStatus status = statusAt(50, applied, GovernorReason::AsMeasured);
        status.limitReason = reason;
        if (reason != LimitReason::AtCeiling)
            status.limit.entries = 375;
        status.nextGrowthAtMs = 108'500;
        status.forecast.toNext = std::chrono::milliseconds(24'600);
        status.snoozedUntilMs = 100'000 + 29 * 60'000;
        QCOMPARE(plain(gui::text::limit(status, 100'000)), sentence);
        status.adapting = false;
        status.limit = status.configured;
        QCOMPARE(plain(gui::text::limit(status, 100'000)), u"Stays at its size: adaptation is off."_s);
    }

    void aLimitThatARehearsalLowersSaysSo()
    {
        views::MonitorStatus status = statusAt(50, Level::Normal, GovernorReason::AsMeasured);
        status.configured = status.limit = status.ceiling = {.entries = 500, .bytes = 64u << 20};
        status.limitReason = LimitReason::AtCeiling;
        status.rehearsal = {.limit = {.entries = 50, .bytes = 16u << 20}};
        QCOMPARE(plain(gui::text::limit(status, 100'000)),
                 u"Cut to 50 by the rehearsal; afterwards 500 again."_s);
        status.rehearsal->limit = status.limit; // it has not cut yet
        QCOMPARE(plain(gui::text::limit(status, 100'000)), u"Limit not cut. ELEVATED would cut it to 375."_s);
    }

    void aLimitOfFewEntriesShowsTheBytesThatChange()
    {
        views::MonitorStatus status = statusAt(50, Level::Normal, GovernorReason::AsMeasured);
        status.configured = {.entries = 20, .bytes = 64u << 20};
        status.limit = status.ceiling = status.configured;
        status.limitReason = LimitReason::AtCeiling;
        QCOMPARE(plain(gui::text::limit(status, 100'000)),
                 u"Limit not cut. It stays the same even at CRITICAL."_s);
        status.limit.bytes = 16u << 20;
        status.limitReason = LimitReason::Growing;
        status.nextGrowthAtMs = 101'000;
        QCOMPARE(plain(gui::text::limit(status, 100'000)), u"Grows to 64.0 MiB, by 5 % every 2 s."_s);
    }

    // A limit raised while adaptation is off grows in steps like any other.
    void withoutAdaptationAGrowingLimitIsReportedAsGrowing()
    {
        views::MonitorStatus status = statusAt(50, Level::Normal, GovernorReason::AsMeasured);
        status.adapting = false;
        status.limit.entries = 375;
        status.limitReason = LimitReason::Growing;
        status.nextGrowthAtMs = 101'000;
        QCOMPARE(plain(gui::text::limit(status, 100'000)),
                 u"Limit 375 (\u221225 %). Grows to 500, by 5 % every 2 s."_s);
        status.limitReason = LimitReason::Snoozed;
        status.snoozedUntilMs = 160'000;
        QVERIFY(
            plain(gui::text::limit(status, 100'000)).startsWith(u"Limit 375 (\u221225 %). Held for 1 min"_s));
    }

    // It does not contradict 'Helped: 16 MiB returned' of a cut.
    void aSmallCacheHasANoteOfTheMostThatACutReturns()
    {
        views::CacheSummary summary;
        summary.configured = {.entries = 500, .bytes = 64u << 20};
        QVERIFY(
            gui::text::smallCacheNote(summary, 16ull << 30).contains(u"A cut returns that much at most"_s));
        summary.configured = {.entries = 1'000'000, .bytes = 1u << 30};
        QVERIFY(gui::text::smallCacheNote(summary, 16ull << 30).isEmpty());
        QVERIFY(gui::text::smallCacheNote(summary, 0).isEmpty());
    }

    void theCacheStatesItsHitRatioAndWhatIsOnDisk()
    {
        views::CacheSummary summary;
        QCOMPARE(gui::text::cacheFacts(summary), u"Cache · no requests yet"_s);
        summary.stats.memoryHits = 9;
        summary.stats.misses = 1;
        summary.stats.memoryEntries = summary.stats.diskEntries = 10;
        QCOMPARE(plain(gui::text::cacheFacts(summary)), u"Cache · hit ratio 90.0 %"_s);
        summary.stats.diskEntries = 5580;
        QCOMPARE(plain(gui::text::cacheFacts(summary)), u"Cache · hit ratio 90.0 % · 5,580 on disk"_s);
    }

    void theTimeSavedIsSharedAmongPrograms()
    {
        QCOMPARE(gui::text::savedFor({}), QString());
        views::AnswerUse use{.hits = 3, .savedMicroseconds = 1000};
        use.clients = {{.program = "photoprism", .savedMicroseconds = 610},
                       {.program = {}, .savedMicroseconds = 300},
                       {.program = "immich", .savedMicroseconds = 90}};
        QCOMPARE(plain(gui::text::savedFor(use)), u"photoprism 61 % · others 30 %"_s);
        QCOMPARE(plain(gui::text::hits(use.hits)), u"3 hits"_s);
    }

    void aCutHasAVerdict_data()
    {
        QTest::addColumn<quint64>("evictedMebibytes");
        QTest::addColumn<int>("returnedMebibytes"); // -1: not measured yet
        QTest::addColumn<QString>("words");
        QTest::newRow("an empty cache") << quint64(0) << -1 << u"Nothing to evict"_s;
        QTest::newRow("too small") << quint64(15) << -1 << u"Too small to matter"_s;
        QTest::newRow("measuring") << quint64(100) << -1 << u"Measuring the effect…"_s;
        QTest::newRow("returned") << quint64(100) << 90 << u"Helped: 90.0 MiB returned"_s;
        QTest::newRow("just enough") << quint64(100) << 20 << u"Helped: 20.0 MiB returned"_s;
        QTest::newRow("kept by the allocator") << quint64(100) << 19 << u"No visible effect"_s;
    }
    void aCutHasAVerdict()
    {
        QFETCH(quint64, evictedMebibytes);
        QFETCH(int, returnedMebibytes);
        QFETCH(QString, words);
        views::LimitEvent cut;
        cut.outcome.evictedEntries = evictedMebibytes == 0 ? 0 : 1000;
        cut.outcome.evictedBytes = evictedMebibytes << 20;
        std::optional<views::ReceiptEvent> receipt;
        if (returnedMebibytes >= 0)
            receipt = views::ReceiptEvent{.processRssBeforeBytes = 300u << 20,
                                          .processRssAfter2SBytes = (300u - quint64(returnedMebibytes)) << 20,
                                          .percentBefore = 73.6,
                                          .percentAfter = 72.4};
        QCOMPARE(plain(gui::text::verdictWords(cut, receipt)), words);
        QVERIFY(plain(gui::text::cutDetail(cut, receipt)).contains(u" entries evicted ("_s));
        QCOMPARE(plain(gui::text::cutDetail(cut, receipt)).endsWith(u"memory in use 73.6 % → 72.4 %"_s),
                 receipt.has_value());
    }

    void aCutWithoutEffectHasItsReason_data()
    {
        QTest::addColumn<quint64>("processMebibytes");
        QTest::addColumn<quint64>("usedMebibytes"); // 0: an event of an earlier version
        QTest::addColumn<QString>("words");
        QTest::newRow("a small process")
            << quint64(64) << quint64(21'000) << u"No visible effect: this cache is 0.3 % of what is used"_s;
        QTest::newRow("a large process") << quint64(1050) << quint64(21'000) << u"No visible effect"_s;
        QTest::newRow("unknown") << quint64(64) << quint64(0) << u"No visible effect"_s;
    }
    void aCutWithoutEffectHasItsReason()
    {
        QFETCH(quint64, processMebibytes);
        QFETCH(quint64, usedMebibytes);
        QFETCH(QString, words);
        views::LimitEvent cut;
        cut.outcome.evictedEntries = 1000;
        cut.outcome.evictedBytes = 20u << 20;
        const views::ReceiptEvent receipt{.evictedBytes = 20u << 20,
                                          .processRssBeforeBytes = processMebibytes << 20,
                                          .processRssAfter2SBytes = processMebibytes << 20,
                                          .usedBytesBefore = usedMebibytes << 20};
        QCOMPARE(plain(gui::text::verdictWords(cut, receipt)), words);
        QCOMPARE(plain(gui::text::verdictWords(receipt)), words);
        QCOMPARE(gui::text::shortVerdict(cut, receipt), u"No visible effect"_s);
        const bool hasReason = words != u"No visible effect"_s;
        QCOMPARE(plain(gui::text::cutDetail(cut, receipt)),
                 (hasReason ? u"This cache is 0.3 % of what is used. "_s : QString()) +
                     u"1,000 entries evicted (20.0 MiB)"_s);
    }

    void aCutThatHelpedNeedsNoReason()
    {
        views::LimitEvent cut;
        cut.outcome.evictedBytes = 20u << 20;
        const views::ReceiptEvent receipt{.evictedBytes = 20u << 20,
                                          .processRssBeforeBytes = 64u << 20,
                                          .processRssAfter2SBytes = 44u << 20,
                                          .usedBytesBefore = 20'000ull << 20};
        QCOMPARE(plain(gui::text::verdictWords(cut, receipt)), u"Helped: 20.0 MiB returned"_s);
    }

    void aCutHasACost_data()
    {
        using namespace std::chrono_literals;
        QTest::addColumn<cache::CutCost>("cut");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("inShort");
        const auto row = [](const char *name, const cache::PressureCost &cost, quint64 oneIn,
                            const QString &words, const QString &inShort) {
            QTest::newRow(name) << cache::CutCost{.action = 1, .cost = cost, .countedOneIn = oneIn} << words
                                << inShort;
        };
        row("none", {}, 1, u"Cost so far: none"_s, u"Cost so far: none"_s);
        row("none that was remembered", {}, 8, u"Cost so far: none"_s, u"Cost so far: none"_s);
        row("disk only", {.diskReads = 2, .fileReads = 0, .fileReadTime = 0ns}, 1,
            u"Cost so far: 2 disk reads"_s, u"Cost so far: 2 reads again"_s);
        row("files only", {.diskReads = 0, .fileReads = 41, .fileReadTime = 3'200ms}, 1,
            u"Cost so far: 41 files read again in 3.2 s"_s, u"Cost so far: 41 reads again, 3.2 s"_s);
        row("both", {.diskReads = 1'200, .fileReads = 2, .fileReadTime = 80ms}, 1,
            u"Cost so far: 1,200 disk reads, 2 files read again in 80 ms"_s,
            u"Cost so far: 1,202 reads again, 80 ms"_s);
        row("an estimate", {.diskReads = 1'200, .fileReads = 8, .fileReadTime = 640ms}, 8,
            u"Cost so far: ≈ 1,200 disk reads, ≈ 8 files read again in 640 ms"_s,
            u"Cost so far: ≈ 1,208 reads again, 640 ms"_s);
    }
    void aCutHasACost()
    {
        QFETCH(cache::CutCost, cut);
        QFETCH(QString, words);
        QFETCH(QString, inShort);
        QCOMPARE(plain(gui::text::costWords(cut)), words);
        QCOMPARE(plain(gui::text::shortCost(cut)), inShort);
    }

    void theUseOfExiftoolIsOneSentence()
    {
        QCOMPARE(gui::text::answerUse({}), QString());
        QCOMPARE(plain(gui::text::answerUse({.requests = 3, .hits = 2, .savedMicroseconds = 250'000})),
                 u"Since the start: requests 3 · hits 2 (66.7 %) · time saved 250 ms"_s);
        QVERIFY(std::isnan(gui::text::hitPercent(0, 0)));
    }

    // Last: it changes the language of everything after it.
    void germanIsComplete()
    {
        gui::installTranslation(QCoreApplication::instance(), QLocale(QLocale::German, QLocale::Germany));
        QCOMPARE(gui::text::levelWord(Level::Critical), u"KRITISCH"_s);
        QCOMPARE(plain(gui::text::percent(72.4)), u"72,4 %"_s);
        QCOMPARE(plain(both(statusAt(72.4, Level::Elevated, GovernorReason::AsMeasured), 100'000)),
                 u"72,4 % des Speichers belegt | HOCH beginnt bei 80 %."_s);
    }
};

MANOMETER_TEST(Gui, TestStatusTexts)
#include "tst_status_texts.moc"
