// SPDX-License-Identifier: GPL-3.0-or-later
//
// The sentence of each event, problem and failure.
#include "gui/Sentences.h"
#include "gui/text/Errors.h"
#include "gui/text/EventText.h"
#include "gui/text/Translation.h"
#include "support/TestMain.h"
#include "views/EventNames.h"

#include <QTest>

using namespace manometer;
using namespace Qt::StringLiterals;
using gui::eventOf;
using gui::plain;
using pressure::GovernorReason;
using pressure::Level;

class TestEventTexts : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        gui::installTranslation(QCoreApplication::instance(),
                                QLocale(QLocale::English, QLocale::UnitedStates));
    }

    // As in a recording that is saved without names.
    void anEventWithoutNamesHasWordsInTheirPlace()
    {
        using namespace views;
        const MemoryHolder holder{.name = "java", .pid = 4242, .rssBytes = 3ull << 30};
        const QList<std::pair<EventKinds, QString>> rows{
            {ScanEvent{.folder = "/srv/photos", .files = 3}, u"Scan of a folder finished in 0 ms: "_s},
            {ScanEvent{.folder = "/srv/photos", .cancelled = true}, u"Scan of a folder cancelled after "_s},
            {ClientActionEvent{
                 .actor = "uid 7", .action = ClientActionEvent::Action::StartedScan, .target = "/srv/photos"},
             u"Through the API: a scan of a folder was started"_s},
            {ClientActionEvent{
                 .actor = "uid 7", .action = ClientActionEvent::Action::SavedPreset, .target = "nights"},
             u"Through the API: a preset was saved"_s},
            {RecordingEvent{.file = u"/srv/events.jsonl"_s}, u"Recording to a file continues"_s},
            {SettingsFileEvent{.file = u"/home/a/settings.json"_s,
                               .detail = u"x"_s,
                               .outcome = SettingsFileEvent::Outcome::PartlyUsed},
             u"Some settings in a file are invalid; their defaults apply"_s},
            {SourceEvent{pressure::SourceError{.kind = pressure::SourceError::Kind::Unreadable,
                                               .path = "/proc/meminfo",
                                               .systemError = 2,
                                               .detail = {}}},
             u"Signal lost: a file cannot be read: No such file or directory. "_s},
            {FutileEvent{20u << 20, 1u << 20, holder}, u"Largest process: a program (process 4242) uses"_s},
            {NoteEvent{.text = u"the deploy"_s, .author = "uid 7"}, u": a note"_s}};
        for (const auto &[what, words] : rows) {
            const QString sentence = plain(gui::text::eventSentence(views::withoutNames(eventOf(what))));
            QVERIFY2(sentence.contains(words), qPrintable(sentence));
            QVERIFY2(!sentence.contains(u"  "_s) && !sentence.contains(u"()"_s) &&
                         !sentence.endsWith(u": "_s),
                     qPrintable(sentence));
        }
    }

    void everyEventHasASentence_data()
    {
        QTest::addColumn<views::Event>("event");
        QTest::addColumn<QString>("sentence");
        using namespace views;
        QTest::newRow("raised") << eventOf(LevelEvent{Level::Normal, Level::Elevated, GovernorReason::Raised,
                                                      60.3, 60})
                                << u"NORMAL → ELEVATED: 60.3 % of memory in use; two samples reached 60 %"_s;
        QTest::newRow("raised at once")
            << eventOf(LevelEvent{Level::High, Level::Critical, GovernorReason::RaisedAtOnce, 91.2, 90})
            << u"HIGH → CRITICAL: 91.2 % of memory in use; one sample above 90 % is enough"_s;
        QTest::newRow("just above the threshold")
            << eventOf(LevelEvent{Level::High, Level::Critical, GovernorReason::RaisedAtOnce, 90.03, 90})
            << u"HIGH → CRITICAL: 90.1 % of memory in use; one sample above 90 % is enough"_s;
        QTest::newRow("just below the end")
            << eventOf(LevelEvent{Level::High, Level::Elevated, GovernorReason::Fell, 74.98, 75})
            << u"HIGH → ELEVATED: 74.9 % of memory in use, below 75 % for the whole hold"_s;
        QTest::newRow("raised by a stall of the group")
            << eventOf(LevelEvent{Level::Normal, Level::Elevated, GovernorReason::RaisedByVote, 52.5, 60,
                                  pressure::Basis::Cgroup, pressure::Vote::CgroupStall})
            << u"NORMAL → ELEVATED: 52.5 % of the control group's memory in use, and tasks of the "
               "control group wait for memory"_s;
        QTest::newRow("warning") << eventOf(WarningEvent{Level::High, 74.2, 0.05, 95'400})
                                 << u"HIGH expected in about 1 min 35 s: 74.2 % of memory in use, rising by "
                                    "3.0 points per minute"_s;
        QTest::newRow("receipt") << eventOf(ReceiptEvent{.action = 3,
                                                         .evictedBytes = 20u << 20,
                                                         .processRssBeforeBytes = 100u << 20,
                                                         .processRssAtOnceBytes = 90u << 20,
                                                         .processRssAfter250MsBytes = 81u << 20,
                                                         .processRssAfter2SBytes = 80u << 20,
                                                         .percentBefore = 81.2,
                                                         .percentAfter = 80.9})
                                 << u"Helped: 20.0 MiB returned. Effect of action 3: 20.0 MiB evicted; RSS "
                                    u"\u221210.0 MiB at once, \u221219.0 MiB after "
                                    "250 ms, \u221220.0 MiB after 2 s; memory in use 81.2 % → 80.9 %"_s;
        QTest::newRow("growth waits")
            << eventOf(HoldEvent{HoldEvent::Waits::Growth, Level::High, 60'000})
            << u"HIGH returned soon after pressure fell; the limit now waits 1 min before it grows"_s;
        QTest::newRow("the level is held") << eventOf(HoldEvent{HoldEvent::Waits::Fall, Level::High, 20'000})
                                           << u"HIGH returned soon after it ended; it is now held for 20 s"_s;
        QTest::newRow("futile")
            << eventOf(FutileEvent{20u << 20, 1u << 20, {"java\n", 4242, 3ull << 30}})
            << u"Eviction does not help: the system got back only 1.0 MiB of 20.0 MiB evicted; the limit "
               "will not grow until NORMAL. Largest process: java\\n (process 4242) uses 3.0 GiB"_s;
        const ProcessesEvent processes{
            .levelBefore = Level::High,
            .level = Level::Critical,
            .ownPid = 4,
            .processes = {{.name = "fire\x1b", .pid = 1, .rssBytes = 4ull << 30, .pssBytes = 3ull << 30},
                          {.name = "java", .pid = 2, .rssBytes = 1u << 30, .swapBytes = 1u << 29},
                          {.name = "postgres", .pid = 3, .pssBytes = 200u << 20, .swapBytes = 1u << 20},
                          {.name = "left out", .pid = 5, .pssBytes = 100u << 20},
                          {.name = "manometer", .pid = 4, .pssBytes = 61u << 20}}};
        QTest::newRow("processes") << eventOf(processes)
                                   << u"Most memory at that moment: fire\\x1b 3.0 GiB, java 1.5 GiB (512.0 "
                                      "MiB of it in swap), postgres 201.0 MiB, this program 61.0 MiB"_s;
        QTest::newRow("snooze ends") << eventOf(SnoozeEvent{75, 0})
                                     << u"The limit adapts to pressure again"_s;
        QTest::newRow("suspend") << eventOf(SuspendEvent{3'600'000})
                                 << u"The machine was suspended for 1 h"_s;
        QTest::newRow("clock set back") << eventOf(ClockEvent{-5'000}) << u"The clock was set back by 5 s"_s;
        QTest::newRow("no recording")
            << eventOf(RecordingEvent{u"/x/events.jsonl"_s, u"No space left on device"_s, 3})
            << u"Recording to /x/events.jsonl failed: No space left on device. Monitoring continues."_s;
        QTest::newRow("fell") << eventOf(
                                     LevelEvent{Level::High, Level::Elevated, GovernorReason::Fell, 72.1, 75})
                              << u"HIGH → ELEVATED: 72.1 % of memory in use, below 75 % for the whole hold"_s;
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
        QTest::newRow("cut") << eventOf(cut)
                             << u"Too small to matter. Limit cut at ELEVATED from 500 to 375 entries: 125 "
                                u"evicted (1.0 MiB), RSS \u22121.0 "
                                "MiB, in 1 ms"_s;
        cut.cause = cache::LimitCause::Restore;
        QTest::newRow("grown") << eventOf(cut) << u"Limit raised at ELEVATED from 500 to 375 entries"_s;
        cut.cause = cache::LimitCause::Rehearsal;
        QTest::newRow("rehearsed cut")
            << eventOf(cut)
            << u"Rehearsal at ELEVATED: limit cut from 500 to 375 entries; 125 evicted (1.0 MiB), "
               u"RSS \u22121.0 MiB, in 1 ms"_s;
        LimitEvent raised = cut;
        std::swap(raised.outcome.before, raised.outcome.after);
        QTest::newRow("raised by a rehearsal")
            << eventOf(raised) << u"Rehearsal at ELEVATED: limit raised from 375 to 500 entries"_s;
        ReceiptEvent rehearsed{.action = 3,
                               .evictedBytes = 2u << 20,
                               .processRssBeforeBytes = 10u << 20,
                               .processRssAtOnceBytes = 10u << 20,
                               .processRssAfter250MsBytes = 9u << 20,
                               .processRssAfter2SBytes = 8u << 20};
        rehearsed.rehearsed = true;
        QTest::newRow("rehearsed effect")
            << eventOf(rehearsed)
            << u"Rehearsal, effect of action 3: 2.0 MiB evicted; RSS 0 bytes at once, "
               u"\u22121.0 MiB after 250 ms, \u22122.0 MiB after 2 s"_s;
        RehearsalEvent rehearsal{.curve = "ramp", .speed = 6};
        QTest::newRow("rehearsal begins")
            << eventOf(rehearsal) << u"Rehearsal on this cache began: ramp, 6 times as fast"_s;
        rehearsal.actor = "uid 1000, pid 5";
        QTest::newRow("rehearsal of a client begins")
            << eventOf(rehearsal)
            << u"Rehearsal on this cache began through the API (uid 1000, pid 5): ramp, 6 times as fast"_s;
        rehearsal.durationMs = 20'000;
        rehearsal.evictedEntries = 450;
        rehearsal.evictedBytes = 1u << 20;
        rehearsal.limitEntries = 500;
        for (const auto &[outcome, words] :
             {std::pair(RehearsalEvent::Outcome::Played, u"the whole curve was played"_s),
              std::pair(RehearsalEvent::Outcome::Stopped,
                        u"it was stopped through the API, uid 1000, pid 5"_s),
              std::pair(RehearsalEvent::Outcome::RealCritical, u"the machine itself reached CRITICAL"_s),
              std::pair(RehearsalEvent::Outcome::MeasureOnly, u"the limit was set not to adapt"_s),
              std::pair(RehearsalEvent::Outcome::ProgramEnded, u"the program ended"_s)}) {
            rehearsal.outcome = outcome;
            QTest::newRow(("rehearsal ends: " + words.toUtf8()).constData())
                << eventOf(rehearsal)
                << u"Rehearsal on this cache ended after 20 s, %1: its cuts evicted 450 entries (1.0 MiB); the limit is 500 again"_s
                       .arg(words);
        }
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
            << u"Disk store compacted from 2.0 MiB to 1.0 MiB; 23 entries removed, 3 of them expired"_s;
        QTest::newRow("clean-up that removes nothing")
            << eventOf(CleanUpEvent{Level::High, {.fileBytesBefore = 16u << 20, .fileBytesAfter = 4u << 20}})
            << u"Disk store compacted from 16.0 MiB to 4.0 MiB; no entry removed"_s;
        ThresholdsEvent thresholds;
        ReplayEvent replay{.samples = 9, .recordedMs = 7'200'000};
        QTest::newRow("replay, the same")
            << eventOf(replay) << u"With these thresholds the last 2 h would have been the same."_s;
        replay.before.highEntries = 4;
        replay.after = {
            .highEntries = 9, .elevatedTimePercent = 5, .highTimePercent = 3, .cuts = 2, .hitPercent = 92.4};
        replay.before.hitPercent = 93.1;
        QTest::newRow("replay, different")
            << eventOf(replay)
            << u"With these thresholds the last 2 h would have differed: HIGH entered 4 → 9; time in "
               u"ELEVATED "
               "or above – → 5.0 %; time in HIGH or above – → 3.0 %; cuts of the cache 0 → 2; hits in memory 93.1 % → 92.4 %"_s;
        QTest::newRow("thresholds, none") << eventOf(thresholds) << u"Thresholds applied; none changed"_s;
        thresholds.after.high.enterPercent = 74;
        thresholds.after.high.leavePercent = 69.5;
        thresholds.after.critical.hold = std::chrono::seconds(20);
        QTest::newRow("thresholds")
            << eventOf(thresholds)
            << u"Thresholds applied: HIGH begins at 80 % → 74 %; HIGH ends below 75 % → 69.5 %; CRITICAL "
               "hold 10 s → 20 s"_s;
        SettingsAppliedEvent capacity{
            {}, {500, 64u << 20, 200u << 20, 86400, true}, {500, 64u << 20, 200u << 20, 86400, true}};
        QTest::newRow("limits, none")
            << eventOf(capacity) << u"Settings applied: limits and basis unchanged"_s;
        capacity.after = {2000, 256u << 20, 1000u << 20, 0, false};
        QTest::newRow("limits")
            << eventOf(capacity)
            << u"Settings applied: 500 → 2,000 entries; 64.0 MiB → 256.0 MiB of memory; 200.0 MiB → "
               "1,000 MiB of disk after a restart; entries never expire, in effect after a restart; "
               "the limit no longer adapts"_s;
        capacity.preset = u"large-host"_s;
        capacity.after = capacity.before;
        capacity.after.expirySeconds = 7200;
        QTest::newRow("preset")
            << eventOf(capacity)
            << u"Preset Large host applied: entries expire after 2 h, in effect after a restart"_s;
        SettingsAppliedEvent numbers;
        numbers.numbers = {{.name = "growth_hold_ms", .before = 15'000, .after = 20'250},
                           {.name = "growth_step_percent", .before = 5, .after = 7.5}};
        QTest::newRow("control numbers")
            << eventOf(numbers)
            << u"Settings applied: Growth of the limit, Wait after a cut: 15 s → 20.25 s; Growth of the "
               "limit, Step size: 5 % → 7.5 %"_s;
        for (const char *name : {"futile_evicted_bytes", "futile_returned_ratio", "futile_receipts"})
            numbers.numbers.append({.name = name, .before = 16 << 20, .after = 0.25});
        numbers.after.adapting = false;
        QTest::newRow("many control numbers")
            << eventOf(numbers)
            << u"Settings applied: the limit no longer adapts; Growth of the limit, Wait after a cut: 15 "
               "s → 20.25 s; Growth of the limit, Step size: 5 % → 7.5 %; Futile evictions, Smallest "
               "eviction judged: 16.0 MiB → 0 bytes; Futile evictions, Ineffective below: 16,777,216 → "
               "0.25; and 1 more"_s;
        NoteEvent note{u"the backup began"_s, 0, false};
        QTest::newRow("note") << eventOf(note) << u"–: the backup began"_s;
        QTest::newRow("signal lost")
            << eventOf(SourceEvent{pressure::SourceError{
                   .kind = {}, .path = "/proc/meminfo", .systemError = EACCES, .detail = {}}})
            << u"Signal lost: /proc/meminfo cannot be read: Permission denied. The level stays as it is."_s;
        QTest::newRow("signal back") << eventOf(SourceEvent{}) << u"Signal restored"_s;
        cache::Health full;
        full.state = cache::Health::State::DiskFull;
        QTest::newRow("disk full")
            << eventOf(StoreEvent{full})
            << u"The disk is full; the cache continues in memory only. Free some space; the cache then "
               "uses the disk again."_s;
        QTest::newRow("store good") << eventOf(StoreEvent{}) << u"The disk store works again"_s;
        cache::Health damaged;
        damaged.quarantinedShards = 1;
        damaged.quarantinePath = "/c/q";
        QTest::newRow("quarantine")
            << eventOf(StoreEvent{damaged})
            << u"1 damaged part of the disk store moved aside and replaced; it is at /c/q."_s;
        QTest::newRow("scan")
            << eventOf(ScanEvent{.folder = "/a%2\n",
                                 .cancelled = false,
                                 .files = 1,
                                 .fromCache = 0,
                                 .read = 1,
                                 .failed = 0,
                                 .vanished = 0,
                                 .durationMs = 3000})
            << u"Scan of /a%2\\n finished in 3 s: 1 file, 0 from the cache, 1 read, 0 failed, 0 not "
               "understood, 0 vanished"_s;
        QTest::newRow("scan cancelled")
            << eventOf(ScanEvent{.folder = "/a",
                                 .cancelled = true,
                                 .files = 200,
                                 .fromCache = 150,
                                 .read = 48,
                                 .failed = 2,
                                 .notUnderstood = 3,
                                 .vanished = 1,
                                 .durationMs = 3000})
            << u"Scan of /a cancelled after 3 s: 200 files, 150 from the cache, 48 read, 2 failed, 3 not "
               "understood, 1 vanished"_s;
        QTest::newRow("scan with contents that are not understood")
            << eventOf(ScanEvent{
                   .folder = "/a", .files = 9, .read = 9, .notUnderstood = 3, .empty = 2, .unknownType = 4})
            << u"Scan of /a finished in 0 ms: 9 files, 0 from the cache, 9 read, 0 failed, 3 not "
               "understood, 0 vanished; of those not understood 2 empty; 4 of unknown type"_s;
        QTest::newRow("settings")
            << eventOf(SettingsFileEvent{u"/s.json"_s, u"/s.json.bad"_s, {}})
            << u"The settings in /s.json cannot be used; the defaults apply. The file was kept as "
               "/s.json.bad"_s;
        using Outcome = SettingsFileEvent::Outcome;
        QTest::newRow("settings that are understood in part")
            << eventOf(SettingsFileEvent{u"/s.json"_s, {}, u"control: there is no x"_s, Outcome::PartlyUsed})
            << u"Some settings in /s.json are invalid; their defaults apply: control: there is no x"_s;
        QTest::newRow("settings that were changed elsewhere")
            << eventOf(SettingsFileEvent{u"/s.json"_s, {}, {}, Outcome::ChangedElsewhere})
            << u"The settings in /s.json were changed by another program and are now in effect"_s;
        QTest::newRow("settings that broke meanwhile")
            << eventOf(SettingsFileEvent{u"/s.json"_s, {}, u"not JSON"_s, Outcome::NotAdopted})
            << u"The settings in /s.json can no longer be used; the current settings stay in effect"_s;
        QTest::newRow("settings that broke meanwhile and were kept")
            << eventOf(SettingsFileEvent{u"/s.json"_s, u"/s.json.bad"_s, u"not JSON"_s, Outcome::NotAdopted})
            << u"The settings in /s.json can no longer be used; the current settings stay in effect. The "
               "file was kept as /s.json.bad"_s;
    }
    void everyEventHasASentence()
    {
        QFETCH(views::Event, event);
        QFETCH(QString, sentence);
        QCOMPARE(plain(gui::text::eventSentence(event)), sentence);
        QVERIFY(!gui::text::eventKind(event).isEmpty());
    }

    void aTimeInAnEventHasItsDateWhereThatIsNotTheEvents_data()
    {
        QTest::addColumn<views::Event>("event");
        QTest::addColumn<QString>("sentence");
        const QDateTime late(QDate(2026, 11, 24), QTime(23, 50));
        const auto at = [&late](int minutes) { return late.addSecs(minutes * 60).toMSecsSinceEpoch(); };
        const auto row = [&](const char *name, const views::EventKinds &what, const QString &sentence) {
            views::Event event;
            event.wallMs = at(0);
            event.what = what;
            QTest::newRow(name) << event << sentence;
        };
        row("held until the same evening", views::SnoozeEvent{.sharePercent = 75, .untilWallMs = at(5)},
            u"The limit is held at 75 % of the configured limit until 23:55:00"_s);
        row("held over midnight", views::SnoozeEvent{.sharePercent = 75, .untilWallMs = at(30)},
            u"The limit is held at 75 % of the configured limit until 2026-11-25 00:20:00"_s);
        row("a note on the same day", views::NoteEvent{.text = u"x"_s, .atWallMs = at(-60)},
            u"22:50:00: x"_s);
        row("a note on the day before", views::NoteEvent{.text = u"x"_s, .atWallMs = at(-24 * 60)},
            u"2026-11-23 23:50:00: x"_s);
        row("a note by a client of the API",
            views::NoteEvent{.text = u"x"_s, .atWallMs = at(-60), .author = "uid 1000, pid 4711"},
            u"22:50:00: x (through the API, uid 1000, pid 4711)"_s);
    }
    void aTimeInAnEventHasItsDateWhereThatIsNotTheEvents() { everyEventHasASentence(); }

    void everyProblemAndFailureHasASentence()
    {
        using Problem = pressure::ThresholdProblem::Kind;
        QSet<QString> sentences;
        for (const Problem kind :
             {Problem::NotANumber, Problem::OutOfRange, Problem::LeaveNotBelowEnter, Problem::TooCloseToNext,
              Problem::LeaveBelowPrevious, Problem::HoldOutOfRange, Problem::TargetNotBelowEnter})
            sentences += gui::text::thresholdProblem({.kind = kind, .level = Level::High});
        QCOMPARE(sentences.size(), 7);
        using Failure = views::ScanFailure::Kind;
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
        QVERIFY(gui::text::scanFailure(
                    {.kind = Failure::NoReader, .path = {}, .systemError = 0, .detail = u"no memory"_s})
                    .endsWith(u"does not start: no memory"_s));
        using State = cache::Health::State;
        for (const State state : {State::DiskFull, State::ReadOnly, State::Locked, State::InputOutputError}) {
            cache::Health health;
            health.state = state;
            QVERIFY(gui::text::storeProblem(health).contains(u"memory only"_s));
        }
        QVERIFY(gui::text::storeProblem({}).isEmpty());
    }
};

MANOMETER_TEST(Gui, TestEventTexts)
#include "tst_event_texts.moc"
