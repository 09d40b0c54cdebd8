// SPDX-License-Identifier: GPL-3.0-or-later
//
// What-if questions over a journal: the figures of both settings, the ribbons, incidents, hits from the live
// estimate, and when the journal is read.
#include "insight/RecordedMonitor.h"
#include "journal/JournalWriter.h"
#include "reports/Clock.h"
#include "reports/ReplayAnswers.h"
#include "reports/Replays.h"
#include "support/TestMain.h"
#include "views/SettingsRules.h"
#include "wire/ViewJson.h"

#include <QTemporaryDir>
#include <QTest>

using namespace manometer;
using namespace manometer::reports;
using namespace manometer::insight;
using views::TimeRange;
using views::WhatIfAnswer;

namespace {

// A journal of one sample a second: 60 s at 50 %, 60 s at 75 %, 60 s at 50 %, and so on.
class JournalOnDisk
{
public:
    explicit JournalOnDisk(int waves = 1)
    {
        m_monitor.begin();
        for (int i = 0; i < waves; ++i)
            wave();
    }
    void wave()
    {
        for (const auto &percent : times(60, 50) + times(60, 75) + times(60, 50)) {
            m_monitor.sample(percent);
            m_monitor.pass(1s);
        }
        if (!m_writer.flush())
            qFatal("the journal cannot be written");
    }
    std::string folder() const { return m_folder.path().toStdString(); }

private:
    QTemporaryDir m_folder;
    journal::JournalWriter m_writer{
        m_folder.path().toStdString(),
        {.segmentSpan = std::chrono::hours(1), .span = std::chrono::hours(24), .capBytes = 64u << 20},
        journal::BootId{1}};
    Monitor m_monitor{[this](const journal::Record &record) {
        if (!m_writer.add(record))
            qFatal("the journal cannot be written");
    }};
};

qint64 msAt(double elapsed)
{
    return toMs(second(elapsed));
}

views::WhatIfQuestion lowerHigh()
{
    views::WhatIfQuestion question;
    question.draft.thresholds.high = {
        .enterPercent = 70, .leavePercent = 65, .hold = 10s, .targetPercent = 65};
    return question;
}

WhatIfAnswer answerOf(Replays &replays, const views::WhatIfQuestion &question,
                      const QList<qint64> &incidents = {}, const views::HitEvidence &evidence = {})
{
    return replays.whatIf(question, incidents, evidence).result();
}

const views::LevelFigures &of(const views::WhatIfFigures &figures, Level level)
{
    return figures.levels[static_cast<qsizetype>(level)];
}

views::HitEvidence someEvidence()
{
    views::HitEvidence evidence{.lack = views::HitEvidence::Lack::None};
    evidence.levels = {{.level = Level::Normal,
                        .limit = {.entries = 500, .bytes = 64u << 20},
                        .hitPercent = 90,
                        .errorPercent = 0.4},
                       {.level = Level::Elevated, .limit = {.entries = 375}, .hitPercent = 80},
                       {.level = Level::High, .limit = {.entries = 250}, .hitPercent = 60},
                       {.level = Level::Critical, .limit = {.entries = 50}, .hitPercent = 20}};
    return evidence;
}

} // namespace

class TestReplays : public QObject
{
    Q_OBJECT

private slots:
    void bothSettingsAreReplayed()
    {
        const JournalOnDisk journal;
        Replays replays(journal.folder());
        const WhatIfAnswer answer = answerOf(replays, lowerHigh());
        QCOMPARE(answer.samples, 180u);
        QCOMPARE(answer.fromWallMs, msAt(0));
        QCOMPARE(answer.toWallMs, msAt(179));
        QCOMPARE(answer.recordedMs, 179'000);
        QCOMPARE(answer.applied.levels.size(), 4);
        QCOMPARE(of(answer.applied, Level::Elevated).entries, 1u);
        QCOMPARE(of(answer.applied, Level::High).entries, 0u);
        QCOMPARE(of(answer.draft, Level::High).entries, 1u);
        QVERIFY(of(answer.draft, Level::High).timePercent > 30);
        QVERIFY(of(answer.draft, Level::High).longestMs >= 60'000);
        QVERIFY(answer.draft.evictedAtMost.entries > answer.applied.evictedAtMost.entries);
        QVERIFY(!answer.applied.shortestLeadMs && answer.incidents == 0);
        QVERIFY(std::isnan(answer.applied.hitPercent));
        QVERIFY(answer.applied.ribbon.isEmpty());
    }

    void theFiguresAreThoseOfTheRange()
    {
        const JournalOnDisk journal(2);
        Replays replays(journal.folder());
        auto question = lowerHigh();
        question.range = {.fromWallMs = msAt(180), .toWallMs = msAt(400)};
        const WhatIfAnswer answer = answerOf(replays, question);
        QCOMPARE(answer.samples, 180u);
        QCOMPARE(of(answer.draft, Level::High).entries, 1u);
        question.range = {};
        QCOMPARE(of(answerOf(replays, question).draft, Level::High).entries, 2u);
    }

    void ribbonsAreCutToTheirTime()
    {
        const JournalOnDisk journal;
        Replays replays(journal.folder());
        auto question = lowerHigh();
        question.ribbonColumns = 100;
        question.ribbonRange = {.fromWallMs = msAt(90), .toWallMs = msAt(100)};
        const WhatIfAnswer answer = answerOf(replays, question);
        QCOMPARE(answer.applied.ribbon, (QList<views::LevelStay>{{Level::Elevated, msAt(90), msAt(100)}}));
        QCOMPARE(answer.draft.ribbon, (QList<views::LevelStay>{{Level::High, msAt(90), msAt(100)}}));
        // Also where the figures are of another time.
        question.range = {.fromWallMs = msAt(0), .toWallMs = msAt(50)};
        const WhatIfAnswer apart = answerOf(replays, question);
        QCOMPARE(apart.draft.ribbon, answer.draft.ribbon);
        QCOMPARE(of(apart.draft, Level::High).entries, 0u);
    }

    void aRibbonHasNoMoreStaysThanColumnsAndKeepsTheHighest()
    {
        std::vector<insight::LevelRun> runs;
        for (int i = 0; i < 1000; ++i)
            runs.push_back({.level = i == 503     ? Level::Critical
                                     : i % 2 == 0 ? Level::Normal
                                                  : Level::Elevated,
                            .from = {.monotonic = {}, .wall = second(i)},
                            .to = {.monotonic = {}, .wall = second(i + 1)}});
        const TimeRange all{.fromWallMs = msAt(0), .toWallMs = msAt(1000)};
        QCOMPARE(ribbonOf(runs, all, 1000).size(), 1000);
        const auto reduced = ribbonOf(runs, all, 50);
        QVERIFY2(reduced.size() <= 51 && reduced.size() >= 49, qPrintable(QString::number(reduced.size())));
        QCOMPARE(reduced.front().fromWallMs, msAt(0));
        QCOMPARE(reduced.back().toWallMs, msAt(1000));
        QCOMPARE(std::count_if(reduced.begin(), reduced.end(),
                               [](const views::LevelStay &stay) { return stay.level == Level::Critical; }),
                 1);
        QVERIFY(ribbonOf(runs, all, 0).isEmpty());
    }

    void incidentsAreWarnedOf()
    {
        const JournalOnDisk journal;
        Replays replays(journal.folder());
        const WhatIfAnswer answer = answerOf(replays, lowerHigh(), {msAt(100), msAt(30), msAt(900)});
        QCOMPARE(answer.incidents, 2u); // the last one is not in the recording
        QCOMPARE(answer.applied.incidentsWarned, 0u);
        QCOMPARE(answer.draft.incidentsWarned, 1u);
        QVERIFY(answer.draft.shortestLeadMs && *answer.draft.shortestLeadMs > 30'000);
    }

    void hitsAreTheMeanOverTheLimitsTimes()
    {
        const JournalOnDisk journal;
        Replays replays(journal.folder());
        const WhatIfAnswer answer = answerOf(replays, lowerHigh(), {}, someEvidence());
        QVERIFY(answer.applied.hitPercent < 90 && answer.applied.hitPercent > 80);
        QVERIFY(answer.draft.hitPercent < answer.applied.hitPercent);
        QCOMPARE(answer.hitErrorPoints, 0.4);
        QVERIFY(std::isnan(answer.applied.readAgainSeconds)); // no request was lost yet
    }

    void readingAgainIsTheSumOverTheLimitsTimes()
    {
        const JournalOnDisk journal;
        Replays replays(journal.folder());
        auto evidence = someEvidence();
        for (qsizetype i = 0; i < evidence.levels.size(); ++i)
            evidence.levels[i].lostSecondsPerHour = 36.0 * static_cast<double>(i);
        const WhatIfAnswer answer = answerOf(replays, lowerHigh(), {}, evidence);
        // A minute at ELEVATED, or one at HIGH and what it takes to fall and to grow.
        QVERIFY(answer.applied.readAgainSeconds > 0.5 && answer.applied.readAgainSeconds < 1.2);
        QVERIFY(answer.draft.readAgainSeconds > 1.1 && answer.draft.readAgainSeconds < 2.4);
    }

    void anEventHasTheFiguresOfBoth()
    {
        const JournalOnDisk journal;
        Replays replays(journal.folder());
        const auto event = replayEventOf(answerOf(replays, lowerHigh(), {msAt(100)}, someEvidence()));
        QCOMPARE(event.samples, 180u);
        QCOMPARE(event.recordedMs, 179'000);
        QCOMPARE(event.incidents, 1u);
        QCOMPARE(event.before.elevatedEntries, 1u);
        QCOMPARE(event.before.highEntries, 0u);
        QCOMPARE(event.after.highEntries, 1u);
        QCOMPARE(event.before.highTimePercent, 0.0);
        QVERIFY(event.after.highTimePercent > 30);
        QVERIFY(event.after.elevatedTimePercent >= event.after.highTimePercent);
        QCOMPARE(event.after.incidentsWarned, 1u);
        QCOMPARE(event.before.cuts, 1u);
        QCOMPARE(event.after.cuts, 1u); // a deeper one
        QVERIFY(event.after.hitPercent < event.before.hitPercent);
    }

    void betweenTheLevelsLimitsTheMissRatioIsInterpolated()
    {
        const auto missRatio = missRatioAt(someEvidence()).value();
        const auto at = [&missRatio](std::uint64_t entries) {
            return missRatio({.entries = entries, .bytes = 0});
        };
        QCOMPARE(at(500), 0.1);
        QCOMPARE(at(5000), 0.1);
        QCOMPARE(at(50), 0.8);
        QCOMPARE(at(25), 0.9);
        QCOMPARE(at(0), 1.0);
        QCOMPARE(qRound(100 * at(300)), 32);
        QVERIFY(!missRatioAt({}));
        auto contradicting = someEvidence();
        contradicting.lack = views::HitEvidence::Lack::Contradicts;
        QVERIFY(!missRatioAt(contradicting));
    }

    void aStaleRecordingIsReadAgainBehindTheQuestion()
    {
        JournalOnDisk journal;
        Replays replays(journal.folder(), {.freshFor = 0ms});
        QCOMPARE(answerOf(replays, lowerHigh()).samples, 180u);
        journal.wave();
        QTRY_COMPARE(answerOf(replays, lowerHigh()).samples, 360u);
    }

    void aFreshRecordingIsNotReadAgain()
    {
        JournalOnDisk journal;
        Replays replays(journal.folder(), {.freshFor = std::chrono::hours(1)});
        QCOMPARE(answerOf(replays, lowerHigh()).samples, 180u);
        journal.wave();
        for (int i = 0; i < 20; ++i)
            QCOMPARE(answerOf(replays, lowerHigh()).samples, 180u);
    }

    void theRecordingIsDroppedAfterTheLastQuestion()
    {
        const JournalOnDisk journal;
        Replays replays(journal.folder(), {.freshFor = std::chrono::hours(1), .keptFor = 20ms});
        QVERIFY(!replays.isKept());
        QCOMPARE(answerOf(replays, lowerHigh()).samples, 180u);
        QVERIFY(replays.isKept());
        QTRY_VERIFY(!replays.isKept());
        QCOMPARE(answerOf(replays, lowerHigh()).samples, 180u);
    }

    void withoutAJournalNothingIsRecorded()
    {
        const QTemporaryDir folder;
        Replays replays((folder.path() + QStringLiteral("/none")).toStdString());
        QCOMPARE(answerOf(replays, lowerHigh()).samples, 0u);
        QCOMPARE(replays.suggest({}, {}, {}).result().end, views::SuggestAnswer::End::NothingRecorded);
    }

    void suggestionsKeepWhatIsRequired()
    {
        const JournalOnDisk journal(3);
        Replays replays(journal.folder());
        views::SuggestQuestion question;
        question.mostCriticalsPerDay = 0;
        question.incidentLeadMs = 5'000;
        const QList<qint64> incidents{msAt(110)};
        const auto suggested = replays.suggest(question, incidents, {}).result();
        QCOMPARE(suggested.end, views::SuggestAnswer::End::Found);
        QVERIFY(!suggested.drafts.isEmpty());
        QCOMPARE(suggested.incidents, 1u);
        QCOMPARE(suggested.fromWallMs, msAt(0));
        QCOMPARE(suggested.toWallMs, msAt(539));
        QCOMPARE(suggested.recordedMs, 539'000);
        for (const views::SuggestedThresholds &draft : suggested.drafts) {
            views::WhatIfQuestion replayed;
            replayed.draft.thresholds = draft.thresholds;
            const WhatIfAnswer answer = answerOf(replays, replayed, incidents);
            QCOMPARE(of(answer.draft, Level::Critical).entries, 0u);
            QCOMPARE(answer.draft.incidentsWarned, 1u);
            QVERIFY(*answer.draft.shortestLeadMs >= 5'000);
            QCOMPARE(*answer.draft.shortestLeadMs, draft.shortestLeadMs.value());
            QVERIFY(std::isnan(draft.hitPointsLost)); // there is no evidence
            QCOMPARE(draft.highTimePercent, of(answer.draft, Level::High).timePercent);
            QVERIFY(draft.highTimePercent > 0);
        }
    }

    void whatIsInEffectStandsBesideTheSuggestions()
    {
        const JournalOnDisk journal;
        Replays replays(journal.folder());
        using Constraint = views::SuggestAnswer::Constraint;
        const auto baseOf = [&](double highEnter, const QList<qint64> &incidents) {
            views::SuggestQuestion question;
            question.base.thresholds.high = {.enterPercent = highEnter,
                                             .leavePercent = highEnter - 5,
                                             .hold = 10s,
                                             .targetPercent = highEnter - 5};
            question.mostCriticalsPerDay = 0;
            question.incidentLeadMs = 5'000;
            const auto answer = replays.suggest(question, incidents, {}).result();
            if (!answer.base || answer.base->thresholds != question.base.thresholds)
                qFatal("the base is another one");
            return answer;
        };
        const auto tooLate = baseOf(80, {msAt(110)});
        QCOMPARE(tooLate.baseBreaks, QList<Constraint>{Constraint::IncidentLead});
        QCOMPARE(tooLate.base->incidentsMissed, 1u);
        QCOMPARE(tooLate.base->highTimePercent, 0.0);
        const auto inTime = baseOf(70, {msAt(110)});
        QVERIFY(inTime.baseBreaks.isEmpty());
        QVERIFY(inTime.base->highTimePercent > 30);
        QVERIFY(inTime.base->shortestLeadMs >= 40'000);
        // Without an incident the lead tests nothing.
        QVERIFY(baseOf(80, {}).baseBreaks.isEmpty());
        QCOMPARE(baseOf(80, {}).incidents, 0u);
    }

    void aRecordingIsAnsweredLikeItsJournal()
    {
        JournalOnDisk journal(3);
        Replays ofJournal(journal.folder());
        Replays ofRecording(insight::readRecording(journal.folder(), {}).recording);
        const WhatIfAnswer expected = answerOf(ofJournal, lowerHigh(), {msAt(110)});
        QVERIFY(expected.samples > 0);
        QCOMPARE(wire::toText(answerOf(ofRecording, lowerHigh(), {msAt(110)})), wire::toText(expected));
    }

    void aSearchCanBeCancelled()
    {
        const JournalOnDisk journal(20);
        Replays replays(journal.folder());
        views::SuggestQuestion question;
        question.mostCriticalsPerDay = 0;
        auto future = replays.suggest(question, {}, {});
        future.cancel();
        // Another one waits for its end only.
        QCOMPARE(replays.suggest(question, {}, {}).result().end, views::SuggestAnswer::End::Found);
        QVERIFY(future.isCanceled() && future.isFinished());
    }
};

MANOMETER_TEST(Core, TestReplays)
#include "tst_replays.moc"
