// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/text/Errors.h"
#include "gui/text/EventText.h"
#include "gui/text/Levels.h"
#include "gui/text/Numbers.h"
#include "gui/text/Paths.h"
#include "gui/text/StatusText.h"
#include "gui/text/Translation.h"

#include <QTest>

using namespace manometer;
using namespace Qt::StringLiterals;
using pressure::GovernorReason;
using pressure::Level;
using pressure::LimitReason;

namespace {

// A no-break space reads like any other.
QString plain(QString text)
{
    return text.replace(u'\u00a0', u' ');
}

service::MonitorStatus statusAt(double percent, Level applied, GovernorReason reason)
{
    service::MonitorStatus status;
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

service::Event eventOf(auto what)
{
    service::Event event;
    event.what = what;
    return event;
}

} // namespace

class TestTexts : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        gui::installTranslation(QCoreApplication::instance(),
                                QLocale(QLocale::English, QLocale::UnitedStates));
    }

    void numbersCarryTheirUnits()
    {
        using namespace gui::text;
        QCOMPARE(plain(percent(72.44)), u"72.4 %"_s);
        QCOMPARE(plain(percent(-0.01)), u"0.0 %"_s);
        QCOMPARE(percent(service::absent), u"–"_s);
        QCOMPARE(plain(threshold(60)), u"60 %"_s);
        QCOMPARE(plain(threshold(74.3000001)), u"74.3 %"_s);
        QCOMPARE(plain(points(7.6)), u"7.6 points"_s);
        QCOMPARE(count(18204), u"18,204"_s);
        QCOMPARE(plain(size(943718)), u"921.6 KiB"_s);
        QCOMPARE(plain(sizeChange(-943718)), u"\u2212921.6 KiB"_s);
        QCOMPARE(plain(sizeChange(2 << 20)), u"+2.0 MiB"_s);
        QCOMPARE(elapsed(192'000), u"00:03:12"_s);
        QCOMPARE(elapsed(183'845'000), u"2 d 03:04:05"_s);
        QCOMPARE(plain(duration(340)), u"340 ms"_s);
        QCOMPARE(plain(duration(6'000)), u"6 s"_s);
        QCOMPARE(plain(duration(125'000)), u"2 min 5 s"_s);
        QCOMPARE(plain(duration(12'000'000)), u"3 h 20 min"_s);
        QCOMPARE(plain(age(420)), u"0.4 s"_s);
        QCOMPARE(plain(age(12'420)), u"12 s"_s);
        QCOMPARE(timeOfDay(0), u"–"_s);
    }

    void pathsHideNothing_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain text stays") << QByteArray("/data/Größe 1.fits") << u"/data/Größe 1.fits"_s;
        QTest::newRow("line breaks") << QByteArray("a\nb\r\tc") << u"a\\nb\\r\\tc"_s;
        QTest::newRow("terminal escapes") << QByteArray("\x1b[31m\x7f") << u"\\x1b[31m\\x7f"_s;
        QTest::newRow("backslash is told from an escape") << QByteArray("a\\nb") << u"a\\\\nb"_s;
        QTest::newRow("invalid byte") << QByteArray("a\xff"
                                                    "b")
                                      << u"a\\xffb"_s;
        QTest::newRow("cut off character") << QByteArray("a\xc3") << u"a\\xc3"_s;
        QTest::newRow("overlong slash") << QByteArray("\xc0\xaf") << u"\\xc0\\xaf"_s;
        QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80") << u"\\xed\\xa0\\x80"_s;
        QTest::newRow("reversed reading direction")
            << QByteArray("x\xe2\x80\xaegpj.exe") << u"x\\u{202e}gpj.exe"_s;
        QTest::newRow("zero width space") << QByteArray("a\xe2\x80\x8b"
                                                        "b")
                                          << u"a\\u{200b}b"_s;
        QTest::newRow("four bytes") << QByteArray("\xf0\x9f\x93\x81") << u"📁"_s;
        QTest::newRow("markup stays text") << QByteArray("<b>%1</b>") << u"<b>%1</b>"_s;
    }
    void pathsHideNothing()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, shown);
        QCOMPARE(gui::text::path(bytes), shown);
    }

    void theBasisNamesValueThresholdAndMargin_data()
    {
        QTest::addColumn<double>("percent");
        QTest::addColumn<Level>("applied");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("normal") << 42.1 << Level::Normal
                                << u"Host 42.1 % < 60 %, margin to ELEVATED 17.9 points"_s;
        QTest::newRow("elevated") << 72.4 << Level::Elevated
                                  << u"Host 72.4 % ≥ 60 %, margin to HIGH 7.6 points"_s;
        QTest::newRow("high") << 81.0 << Level::High
                              << u"Host 81.0 % ≥ 80 %, margin to CRITICAL 9.0 points"_s;
        QTest::newRow("critical") << 93.0 << Level::Critical
                                  << u"Host 93.0 % > 90 %; CRITICAL is the highest level."_s;
        QTest::newRow("raw above applied: no negative margin")
            << 81.0 << Level::Elevated << u"Host 81.0 % ≥ 80 %"_s;
    }
    void theBasisNamesValueThresholdAndMargin()
    {
        QFETCH(double, percent);
        QFETCH(Level, applied);
        QFETCH(QString, sentence);
        QCOMPARE(plain(gui::text::basis(statusAt(percent, applied, GovernorReason::AsMeasured))), sentence);
    }

    void beforeTheFirstSampleNothingIsClaimed()
    {
        service::MonitorStatus status;
        QCOMPARE(gui::text::basis(status), u"Waiting for the first sample."_s);
        QVERIFY(gui::text::deviation(status, 0).isEmpty());
        QVERIFY(gui::text::limit(status, 0).isEmpty());
        status.error =
            pressure::SourceError{.kind = {}, .path = "/proc/meminfo", .systemError = ENOENT, .detail = {}};
        status.stale = true;
        QCOMPARE(gui::text::basis(status), u"No reading of this machine's memory yet."_s);
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
                                << u"Raised to ELEVATED: two samples in a row agree."_s;
        QTest::newRow("raised at once") << 92.0 << Level::Critical << GovernorReason::RaisedAtOnce
                                        << u"Raised to CRITICAL at once: one such sample is enough."_s;
        QTest::newRow("awaiting") << 81.0 << Level::Elevated << GovernorReason::AwaitingSecondSample
                                  << u"Measured HIGH; ELEVATED still applies, the next sample decides."_s;
        QTest::newRow("fell") << 72.0 << Level::Elevated << GovernorReason::Fell
                              << u"Fell to ELEVATED: the hold of the level above is over."_s;
        QTest::newRow("above leave") << 76.0 << Level::High << GovernorReason::AboveLeave
                                     << u"HIGH stays until memory use is under 75 %."_s;
        QTest::newRow("holding") << 72.0 << Level::High << GovernorReason::Holding
                                 << u"HIGH held 6 s more: under 75 % for 4 s."_s;
        QTest::newRow("raised by a vote") << 72.0 << Level::High << GovernorReason::RaisedByVote
                                          << u"Raised to HIGH: tasks wait for memory."_s;
        QTest::newRow("held by a vote")
            << 62.0 << Level::High << GovernorReason::HeldByVote << u"HIGH stays: tasks wait for memory."_s;
        QTest::newRow("blind") << 72.0 << Level::High << GovernorReason::Blind
                               << u"The newest read failed; HIGH is kept."_s;
    }
    void everyReasonHasItsSentence()
    {
        QFETCH(double, percent);
        QFETCH(Level, applied);
        QFETCH(GovernorReason, reason);
        QFETCH(QString, sentence);
        service::MonitorStatus status = statusAt(percent, applied, reason);
        if (reason == GovernorReason::Holding)
            status.fallsAtMs = 106'000;
        status.underLeaveSinceMs = 96'000;
        status.vote = pressure::Vote::HostStall;
        QCOMPARE(plain(gui::text::deviation(status, 100'000)), sentence);
    }

    void staleSaysSinceWhenAndWhy()
    {
        service::MonitorStatus status = statusAt(72, Level::Elevated, GovernorReason::Blind);
        QVERIFY(gui::text::staleness(status, 109'000).isEmpty());
        status.stale = true;
        QCOMPARE(plain(gui::text::staleness(status, 109'000)), u"STALE for 9 s: no samples arrive"_s);
        status.error = pressure::SourceError{.kind = pressure::SourceError::Kind::Malformed,
                                             .path = "/proc/meminfo",
                                             .systemError = 0,
                                             .detail = "MemTotal"};
        QCOMPARE(plain(gui::text::staleness(status, 109'000)),
                 u"STALE for 9 s: /proc/meminfo holds no usable figures: MemTotal"_s);
    }

    void aWarningSaysWhichLevelAndHowEarlierOnesDid()
    {
        service::MonitorStatus status = statusAt(70, Level::Elevated, GovernorReason::AsMeasured);
        QCOMPARE(gui::text::warning(status), QString());
        status.warnedOf = Level::High;
        QCOMPARE(gui::text::warning(status), QString()); // it no longer rises
        status.forecast.toNext = std::chrono::seconds(72);
        QCOMPARE(plain(gui::text::warning(status)), u"Warning: HIGH is near."_s);
        status.forecastRecord = {.cameTrue = 3, .notTrue = 1, .unforeseen = 7};
        QCOMPARE(plain(gui::text::warning(status)),
                 u"Warning: HIGH is near. So far 3 of 4 such warnings came true."_s);
        status.applied = Level::High;
        QCOMPARE(gui::text::warning(status), QString()); // it came
    }

    void theLimitSaysWhyAndWhatNext_data()
    {
        QTest::addColumn<Level>("applied");
        QTest::addColumn<LimitReason>("reason");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("normal") << Level::Normal << LimitReason::AtCeiling
                                << u"The limit is the full 500 entries; ELEVATED would cut it to 375."_s;
        QTest::newRow("elevated")
            << Level::Elevated << LimitReason::AtCeiling
            << u"The limit is 375 of 500 entries because ELEVATED applies; it may grow once the "
               "level falls."_s;
        QTest::newRow("critical")
            << Level::Critical << LimitReason::AtCeiling
            << u"The limit is 50 of 500 entries, the least there is, because CRITICAL applies; it "
               "may grow once the level falls."_s;
        QTest::newRow("held")
            << Level::Normal << LimitReason::HeldAfterCut
            << u"The limit stays at 375 of 500 entries for 9 s more after the last cut, then grows to "
               "500."_s;
        QTest::newRow("growing")
            << Level::Normal << LimitReason::Growing
            << u"The limit of 375 entries grows to 500, by 5 % of 500 every 2 s; next step in 9 s."_s;
        QTest::newRow("flapping")
            << Level::Normal << LimitReason::HeldByFlap
            << u"The limit stays at 375 of 500 entries for 9 s more: pressure came back soon after it had "
               "fallen, so growth waits longer."_s;
        QTest::newRow("the next level is near")
            << Level::Normal << LimitReason::HeldByForecast
            << u"The limit stays at 375 of 500 entries: at this rate ELEVATED begins in 25 s."_s;
        QTest::newRow("futile")
            << Level::Normal << LimitReason::Futile
            << u"The limit stays at 375 of 500 entries until NORMAL: what was evicted did "
               "not come back to the system."_s;
        QTest::newRow("snoozed")
            << Level::Normal << LimitReason::Snoozed
            << u"The limit is held at 375 of 500 entries for 29 min more, as you asked; only CRITICAL cuts "
               "it before."_s;
        QTest::newRow("blind")
            << Level::Normal << LimitReason::Blind
            << u"The limit stays at 375 of 500 entries: nothing grows while memory cannot be read."_s;
    }
    void theLimitSaysWhyAndWhatNext()
    {
        QFETCH(Level, applied);
        QFETCH(LimitReason, reason);
        QFETCH(QString, sentence);
        service::MonitorStatus status = statusAt(50, applied, GovernorReason::AsMeasured);
        status.limitReason = reason;
        if (reason != LimitReason::AtCeiling)
            status.limit.entries = 375;
        status.nextGrowthAtMs = 108'500;
        status.forecast.toNext = std::chrono::milliseconds(24'600);
        status.snoozedUntilMs = 100'000 + 29 * 60'000;
        QCOMPARE(plain(gui::text::limit(status, 100'000)), sentence);
        status.adapting = false;
        status.limit = status.configured;
        QCOMPARE(plain(gui::text::limit(status, 100'000)),
                 u"The limit stays at 500 entries: adaptation is off, memory is only measured."_s);
    }

    void aLimitOfFewEntriesSaysWhatReallyChanges()
    {
        service::MonitorStatus status = statusAt(50, Level::Normal, GovernorReason::AsMeasured);
        status.configured = {.entries = 20, .bytes = 64u << 20};
        status.limit = status.ceiling = status.configured;
        status.limitReason = LimitReason::AtCeiling;
        QCOMPARE(plain(gui::text::limit(status, 100'000)),
                 u"The limit is the full 20 entries: so few stay even at CRITICAL."_s);
        status.limit.bytes = 16u << 20;
        status.limitReason = LimitReason::Growing;
        status.nextGrowthAtMs = 101'000;
        QCOMPARE(
            plain(gui::text::limit(status, 100'000)),
            u"The limit of 16.0 MiB grows to 64.0 MiB, by 5 % of 64.0 MiB every 2 s; next step in 1 s."_s);
    }

    // A limit that was raised while adaptation is off: it grows in steps like any other.
    void withoutAdaptationALimitThatStillGrowsIsNotSaidToStay()
    {
        service::MonitorStatus status = statusAt(50, Level::Normal, GovernorReason::AsMeasured);
        status.adapting = false;
        status.limit.entries = 375;
        status.limitReason = LimitReason::Growing;
        status.nextGrowthAtMs = 101'000;
        QCOMPARE(plain(gui::text::limit(status, 100'000)),
                 u"The limit of 375 entries grows to 500, by 5 % of 500 every 2 s; next step in 1 s."_s);
        status.limitReason = LimitReason::Snoozed;
        status.snoozedUntilMs = 160'000;
        QVERIFY(gui::text::limit(status, 100'000).startsWith(u"The limit is held at 375 of 500 entries"_s));
    }

    // Else '/data/x' would stand there as 'data/x/', or worse.
    void pathsInSentencesKeepTheirOrderWhereTextRunsFromTheRight()
    {
        const auto sentences = [] {
            service::ScanEvent scan;
            scan.folder = "/data/x";
            const pressure::SourceError lost{
                .kind = {}, .path = "/proc/meminfo", .systemError = EACCES, .detail = {}};
            return QStringList{gui::text::eventSentence(eventOf(scan)), gui::text::sourceError(lost),
                               gui::text::fileName(u"/data/y.csv"_s)};
        };
        QVERIFY(!sentences().join(u' ').contains(u'\u2068'));
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
        const auto back = qScopeGuard([] { QGuiApplication::setLayoutDirection(Qt::LeftToRight); });
        QVERIFY2(sentences().at(0).contains(u"\u2068/data/x\u2069"_s), qPrintable(sentences().at(0)));
        QVERIFY2(sentences().at(1).contains(u"\u2068/proc/meminfo\u2069"_s), qPrintable(sentences().at(1)));
        QCOMPARE(sentences().at(2), u"\u2068/data/y.csv\u2069"_s);
        QCOMPARE(gui::text::path("/data/x"), u"/data/x"_s); // in a cell of its own, or to be copied
    }

    void aSmallCacheIsToldThatItCannotHelp()
    {
        service::CacheSummary summary;
        summary.configured = {.entries = 500, .bytes = 64u << 20};
        QVERIFY(gui::text::smallCacheNote(summary, 16ull << 30).contains(u"cannot move"_s));
        summary.configured = {.entries = 1'000'000, .bytes = 1u << 30};
        QVERIFY(gui::text::smallCacheNote(summary, 16ull << 30).isEmpty());
        QVERIFY(gui::text::smallCacheNote(summary, 0).isEmpty());
    }

    void everyEventHasASentence_data()
    {
        QTest::addColumn<service::Event>("event");
        QTest::addColumn<QString>("sentence");
        using namespace service;
        QTest::newRow("raised") << eventOf(LevelEvent{Level::Normal, Level::Elevated, GovernorReason::Raised,
                                                      60.3, 60})
                                << u"NORMAL → ELEVATED: host 60.3 % ≥ 60 % in two samples in a row"_s;
        QTest::newRow("raised at once")
            << eventOf(LevelEvent{Level::High, Level::Critical, GovernorReason::RaisedAtOnce, 91.2, 90})
            << u"HIGH → CRITICAL: host 91.2 % > 90 %, applied at once"_s;
        QTest::newRow("raised by a stall of the group")
            << eventOf(LevelEvent{Level::Normal, Level::Elevated, GovernorReason::RaisedByVote, 52.5, 60,
                                  pressure::Basis::Cgroup, pressure::Vote::CgroupStall})
            << u"NORMAL → ELEVATED: control group 52.5 %, and tasks of our control group wait for memory"_s;
        QTest::newRow("warning") << eventOf(WarningEvent{Level::High, 74.2, 0.05, 95'400})
                                 << u"HIGH expected in about 1 min 35 s: host 74.2 %, rising 3.0 points a "
                                    "minute"_s;
        QTest::newRow("receipt") << eventOf(ReceiptEvent{.action = 3,
                                                         .evictedBytes = 20u << 20,
                                                         .processRssBeforeBytes = 100u << 20,
                                                         .processRssAtOnceBytes = 90u << 20,
                                                         .processRssAfter250MsBytes = 81u << 20,
                                                         .processRssAfter2SBytes = 80u << 20,
                                                         .percentBefore = 81.2,
                                                         .percentAfter = 80.9})
                                 << u"Action 3, receipt: 20.0 MiB evicted; RSS \u221210.0 MiB at once, "
                                    u"\u221219.0 MiB after 250 ms, "
                                    "\u221220.0 MiB after 2 s; pressure 81.2 % → 80.9 %"_s;
        QTest::newRow("growth waits")
            << eventOf(HoldEvent{HoldEvent::Waits::Growth, Level::High, 60'000})
            << u"HIGH came back soon after a fall: the limit now waits 1 min before it grows"_s;
        QTest::newRow("the level is held")
            << eventOf(HoldEvent{HoldEvent::Waits::Fall, Level::High, 20'000})
            << u"HIGH came back soon after it was left: it is now held for 20 s"_s;
        QTest::newRow("futile")
            << eventOf(FutileEvent{20u << 20, 1u << 20, {"java\n", 4242, 3ull << 30}})
            << u"Eviction does not help: of 20.0 MiB evicted only 1.0 MiB came back to the system; the limit "
               "will not grow before NORMAL. Most memory: java\\n (process 4242) holds 3.0 GiB"_s;
        QTest::newRow("snooze ends") << eventOf(SnoozeEvent{75, 0}) << u"The limit follows pressure again"_s;
        QTest::newRow("suspend") << eventOf(SuspendEvent{3'600'000}) << u"The machine slept for 1 h"_s;
        QTest::newRow("clock set back") << eventOf(ClockEvent{-5'000}) << u"The clock was set back by 5 s"_s;
        QTest::newRow("no recording")
            << eventOf(RecordingEvent{u"/x/events.jsonl"_s, u"No space left on device"_s, 3})
            << u"Nothing can be recorded in /x/events.jsonl: No space left on device. The monitor goes on."_s;
        QTest::newRow("fell") << eventOf(
                                     LevelEvent{Level::High, Level::Elevated, GovernorReason::Fell, 72.1, 75})
                              << u"HIGH → ELEVATED: host 72.1 %, under 75 % for the whole hold"_s;
        LimitEvent cut{.cause = cache::LimitCause::Pressure,
                       .level = Level::Elevated,
                       .outcome = {},
                       .processRssBeforeBytes = 10u << 20,
                       .processRssAfterBytes = 9u << 20};
        cut.outcome.before.entries = 500;
        cut.outcome.after.entries = 375;
        cut.outcome.evictedEntries = 125;
        cut.outcome.evictedBytes = 1u << 20;
        cut.outcome.duration = std::chrono::microseconds(1200);
        QTest::newRow("cut")
            << eventOf(cut)
            << u"Limit cut under ELEVATED from 500 to 375 entries: 125 evicted (1.0 MiB), RSS \u22121.0 "
               "MiB, in 1 ms"_s;
        cut.cause = cache::LimitCause::Restore;
        QTest::newRow("grown") << eventOf(cut) << u"Limit grown at ELEVATED from 500 to 375 entries"_s;
        cut.cause = cache::LimitCause::Configuration;
        QTest::newRow("configured") << eventOf(cut)
                                    << u"Limit set from 500 to 375 entries: 125 evicted, RSS \u22121.0 MiB"_s;
        QTest::newRow("clean-up")
            << eventOf(CleanUpEvent{Level::High,
                                    {.expiredEntries = 3,
                                     .removedEntries = 20,
                                     .fileBytesBefore = 2u << 20,
                                     .fileBytesAfter = 1u << 20,
                                     .duration = std::chrono::milliseconds(340)}})
            << u"Disk store cleaned up under HIGH: 3 expired, 20 more removed, 2.0 MiB → 1.0 MiB, in "
               "340 ms"_s;
        ThresholdsEvent thresholds;
        QTest::newRow("thresholds, none") << eventOf(thresholds) << u"Thresholds applied, none differs"_s;
        thresholds.after.high.enterPercent = 74;
        thresholds.after.high.leavePercent = 69.5;
        thresholds.after.critical.hold = std::chrono::seconds(20);
        QTest::newRow("thresholds")
            << eventOf(thresholds)
            << u"Thresholds applied: HIGH begins at 80 % → 74 %; HIGH left under 75 % → 69.5 %; "
               "CRITICAL hold 10 s → 20 s"_s;
        SettingsAppliedEvent capacity{
            {}, {500, 64u << 20, 200u << 20, 86400, true}, {500, 64u << 20, 200u << 20, 86400, true}};
        QTest::newRow("limits, none") << eventOf(capacity) << u"Settings applied: limits and basis stay"_s;
        capacity.after = {2000, 256u << 20, 1000u << 20, 0, false};
        QTest::newRow("limits")
            << eventOf(capacity)
            << u"Settings applied: 500 → 2,000 entries; 64.0 MiB → 256.0 MiB of memory; 200.0 MiB "
               "→ 1,000.0 MiB of disk from the next start; entries never expire from the next "
               "start; the limit no longer adapts"_s;
        capacity.preset = u"large-host"_s;
        capacity.after = capacity.before;
        capacity.after.expirySeconds = 7200;
        QTest::newRow("preset")
            << eventOf(capacity)
            << u"Preset Large host is in force: entries expire after 2 h from the next start"_s;
        SettingsAppliedEvent numbers;
        numbers.numbers = {{.name = "growth_hold_ms", .before = 15'000, .after = 20'250},
                           {.name = "growth_step_percent", .before = 5, .after = 7.5}};
        QTest::newRow("control numbers") << eventOf(numbers)
                                         << u"Settings applied: Growth of the limit, Waits after a cut: 15 s "
                                            u"→ 20.25 s; Growth of the limit, "
                                            "A step is: 5 % → 7.5 %"_s;
        for (const char *name : {"futile_evicted_bytes", "futile_returned_ratio", "futile_receipts"})
            numbers.numbers.append({.name = name, .before = 16 << 20, .after = 0.25});
        numbers.after.adapting = false;
        QTest::newRow("many control numbers")
            << eventOf(numbers)
            << u"Settings applied: the limit no longer adapts; Growth of the limit, Waits after a cut: 15 s "
               u"→ "
               "20.25 s; Growth of the limit, A step is: 5 % → 7.5 %; Futile evictions, "
               "Evictions are judged from: 16.0 MiB → 0 bytes; Futile evictions, Poor if less comes back "
               "than: "
               "16,777,216 → "
               "0.25; and 1 more"_s;
        NoteEvent note{u"the backup began"_s, 0, false};
        QTest::newRow("note") << eventOf(note) << u"–: the backup began"_s;
        QTest::newRow("signal lost")
            << eventOf(SourceEvent{pressure::SourceError{
                   .kind = {}, .path = "/proc/meminfo", .systemError = EACCES, .detail = {}}})
            << u"Signal lost, the level is kept: /proc/meminfo cannot be read: Permission denied"_s;
        QTest::newRow("signal back") << eventOf(SourceEvent{}) << u"The signal is back"_s;
        cache::Health full;
        full.state = cache::Health::State::DiskFull;
        QTest::newRow("disk full")
            << eventOf(StoreEvent{full})
            << u"The disk is full: the cache goes on in memory only. Free some space; it tries again."_s;
        QTest::newRow("store good") << eventOf(StoreEvent{}) << u"The disk store works again"_s;
        cache::Health damaged;
        damaged.quarantinedShards = 1;
        damaged.quarantinePath = "/c/q";
        QTest::newRow("quarantine")
            << eventOf(StoreEvent{damaged})
            << u"1 damaged part of the store was set aside and made anew; it lies at /c/q."_s;
        QTest::newRow("scan")
            << eventOf(ScanEvent{.folder = "/a%2\n",
                                 .cancelled = false,
                                 .files = 1,
                                 .fromCache = 0,
                                 .read = 1,
                                 .failed = 0,
                                 .vanished = 0,
                                 .durationMs = 3000})
            << u"Scan of /a%2\\n finished in 3 s: 1 file, 0 from the cache, 1 read, 0 failed, 0 vanished"_s;
        QTest::newRow("scan cancelled")
            << eventOf(ScanEvent{.folder = "/a",
                                 .cancelled = true,
                                 .files = 200,
                                 .fromCache = 150,
                                 .read = 48,
                                 .failed = 2,
                                 .vanished = 1,
                                 .durationMs = 3000})
            << u"Scan of /a cancelled after 3 s: 200 files, 150 from the cache, 48 read, 2 failed, 1 vanished"_s;
        QTest::newRow("settings")
            << eventOf(SettingsFileEvent{u"/s.json"_s, u"/s.json.bad"_s, {}})
            << u"The settings in /s.json cannot be used: defaults count, the file was kept as /s.json.bad"_s;
    }
    void everyEventHasASentence()
    {
        QFETCH(service::Event, event);
        QFETCH(QString, sentence);
        QCOMPARE(plain(gui::text::eventSentence(event)), sentence);
        QVERIFY(!gui::text::eventKind(event).isEmpty());
    }

    void everyProblemAndFailureHasASentence()
    {
        using Problem = pressure::ThresholdProblem::Kind;
        QSet<QString> sentences;
        for (const Problem kind :
             {Problem::NotANumber, Problem::OutOfRange, Problem::LeaveNotBelowEnter, Problem::TooCloseToNext,
              Problem::LeaveBelowPrevious, Problem::HoldOutOfRange, Problem::TargetNotBelowEnter})
            sentences += gui::text::thresholdProblem({.kind = kind, .level = Level::High});
        QCOMPARE(sentences.size(), 7);
        using Failure = service::ScanFailure::Kind;
        sentences.clear();
        for (const Failure kind :
             {Failure::NoReader, Failure::FolderUnreadable, Failure::Unreadable, Failure::ChangedWhileRead,
              Failure::ReaderFailed, Failure::TimedOut, Failure::TooLarge, Failure::NotStored})
            sentences +=
                gui::text::scanFailure({.kind = kind, .path = {}, .systemError = EACCES, .detail = {}});
        QCOMPARE(sentences.size(), 8);
        QVERIFY(
            gui::text::scanFailure({.kind = Failure::NoReader, .path = {}, .systemError = 0, .detail = {}})
                .contains(u"libimage-exiftool-perl"_s));
        using State = cache::Health::State;
        for (const State state : {State::DiskFull, State::ReadOnly, State::Locked, State::InputOutputError}) {
            cache::Health health;
            health.state = state;
            QVERIFY(gui::text::storeProblem(health).contains(u"memory only"_s));
        }
        QVERIFY(gui::text::storeProblem({}).isEmpty());
    }

    // Last: it changes the language of everything after it.
    void germanIsComplete()
    {
        gui::installTranslation(QCoreApplication::instance(), QLocale(QLocale::German, QLocale::Germany));
        QCOMPARE(gui::text::levelWord(Level::Critical), u"KRITISCH"_s);
        QCOMPARE(plain(gui::text::percent(72.4)), u"72,4 %"_s);
        QCOMPARE(plain(gui::text::basis(statusAt(72.4, Level::Elevated, GovernorReason::AsMeasured))),
                 u"Rechner 72,4 % ≥ 60 %, Abstand bis HOCH 7,6 Punkte"_s);
    }
};

QTEST_MAIN(TestTexts)
#include "tst_texts.moc"
