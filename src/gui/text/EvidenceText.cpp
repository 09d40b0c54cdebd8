// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/text/EvidenceText.h"

#include "gui/text/Levels.h"
#include "gui/text/Numbers.h"
#include "gui/text/Paths.h"
#include "gui/text/Times.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <array>
#include <cmath>

namespace manometer::gui::text {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Evidence)
};

const views::LevelHits *hitsOf(const views::HitEvidence &evidence, pressure::Level level)
{
    const auto found = std::find_if(evidence.levels.begin(), evidence.levels.end(),
                                    [level](const views::LevelHits &each) { return each.level == level; });
    return found == evidence.levels.end() ? nullptr : &*found;
}

QString whyTooFew(const views::HitEvidence &evidence)
{
    if (evidence.sinceWallMs == 0)
        return Tr::tr("Hits are not estimated yet: no program has asked the cache since the start.");
    const QString since = timeOrDate(evidence.sinceWallMs, QDateTime::currentMSecsSinceEpoch());
    if (evidence.warmUpRequestsLeft > 0)
        return Tr::tr("Hits are not estimated yet: the figures began again at %1, as they do at a start and "
                      "when the configured limit changes, and the next %2 requests are not counted.",
                      "a time, a number")
            .arg(since, count(evidence.warmUpRequestsLeft));
    return Tr::tr("Hits are not estimated yet: %1 of the %2 sampled requests that this needs, counted since "
                  "%3.")
        .arg(count(evidence.sampledRequests), count(evidence.neededRequests), since);
}

constexpr std::array replayFigures{ReplayFigure::ElevatedEntered,
                                   ReplayFigure::HighEntered,
                                   ReplayFigure::CriticalEntered,
                                   ReplayFigure::ElevatedTime,
                                   ReplayFigure::HighTime,
                                   ReplayFigure::Flaps,
                                   ReplayFigure::Cuts,
                                   ReplayFigure::IncidentsWarned,
                                   ReplayFigure::Hits};

struct FigureNames
{
    QString title;
    QString inSentence;
};

FigureNames namesOf(ReplayFigure figure)
{
    using pressure::Level;
    const auto entered = [](Level level) {
        const QString name = Tr::tr("%1 entered", "a level; how often").arg(levelWord(level));
        return FigureNames{name, name};
    };
    const auto time = [](Level level) {
        return FigureNames{Tr::tr("Time in %1 or above").arg(levelWord(level)),
                           Tr::tr("time in %1 or above").arg(levelWord(level))};
    };
    switch (figure) {
    case ReplayFigure::ElevatedEntered:
        return entered(Level::Elevated);
    case ReplayFigure::HighEntered:
        return entered(Level::High);
    case ReplayFigure::CriticalEntered:
        return entered(Level::Critical);
    case ReplayFigure::ElevatedTime:
        return time(Level::Elevated);
    case ReplayFigure::HighTime:
        return time(Level::High);
    case ReplayFigure::Flaps:
        return {Tr::tr("Stays under 30 s"), Tr::tr("stays under 30 s")};
    case ReplayFigure::Cuts:
        return {Tr::tr("Cuts of the cache"), Tr::tr("cuts of the cache")};
    case ReplayFigure::IncidentsWarned:
        return {Tr::tr("Incidents warned of"), Tr::tr("incidents warned of")};
    case ReplayFigure::Hits:
        break;
    }
    return {Tr::tr("Hits in memory"), Tr::tr("hits in memory")};
}

} // namespace

QString hitsAt(const views::HitEvidence &evidence, pressure::Level level)
{
    const views::LevelHits *hits = hitsOf(evidence, level);
    return hits ? percent(hits->hitPercent) : QString();
}

QString whatHitsAt(const views::HitEvidence &evidence, pressure::Level level)
{
    const views::LevelHits *hits = hitsOf(evidence, level);
    if (!hits)
        return {};
    const QString cost = std::isfinite(hits->lostSecondsPerHour) && hits->lostSecondsPerHour > 0
                             ? u' ' + Tr::tr("Beside that it costs %1 of reading files an hour.")
                                          .arg(total(std::llround(hits->lostSecondsPerHour * 1000)))
                             : QString();
    return Tr::tr(
               "Requests that would find their entry in memory if the cache always had the limit of %1: %2 "
               "(standard error %3). With the configured limit: %4. Estimated from %5 requests since %6.")
               .arg(levelWord(level), percent(hits->hitPercent), percent(hits->errorPercent),
                    hitsAt(evidence, pressure::Level::Normal), count(evidence.requests),
                    timeOrDate(evidence.sinceWallMs, QDateTime::currentMSecsSinceEpoch())) +
           cost;
}

QString titleOf(ReplayFigure figure)
{
    return namesOf(figure).title;
}

QString valueOf(ReplayFigure figure, const views::ReplayedFigures &of)
{
    switch (figure) {
    case ReplayFigure::ElevatedEntered:
        return count(of.elevatedEntries);
    case ReplayFigure::HighEntered:
        return count(of.highEntries);
    case ReplayFigure::CriticalEntered:
        return count(of.criticalEntries);
    case ReplayFigure::ElevatedTime:
        return percent(of.elevatedTimePercent);
    case ReplayFigure::HighTime:
        return percent(of.highTimePercent);
    case ReplayFigure::Flaps:
        return count(of.flaps);
    case ReplayFigure::Cuts:
        return count(of.cuts);
    case ReplayFigure::IncidentsWarned:
        return count(of.incidentsWarned);
    case ReplayFigure::Hits:
        break;
    }
    return percent(of.hitPercent);
}

QString noAnswer(const QString &reason)
{
    return Tr::tr("There is no answer: %1").arg(pathInText(reason.toUtf8()));
}

QString replaySentence(const views::ReplayEvent &event)
{
    QStringList changes;
    for (const ReplayFigure figure : replayFigures) {
        const QString before = valueOf(figure, event.before);
        const QString after = valueOf(figure, event.after);
        if (before != after)
            changes += Tr::tr("%1 %2 → %3", "a figure, before and after")
                           .arg(namesOf(figure).inSentence, before, after);
    }
    const QString time = duration(event.recordedMs);
    return changes.isEmpty()
               ? Tr::tr("With these thresholds the last %1 would have been the same.", "a length of time")
                     .arg(time)
               : Tr::tr("With these thresholds the last %1 would have differed: %2", "a length of time")
                     .arg(time, changes.join(QStringLiteral("; ")));
}

QString trialSentence(const views::WhatIfAnswer &answer)
{
    if (answer.samples == 0 || answer.applied.ribbon.isEmpty() || answer.draft.ribbon.isEmpty())
        return {};
    const views::WhatIfFigures &now = answer.applied;
    const views::WhatIfFigures &former = answer.draft;
    const QString formerLevel = levelWord(former.ribbon.back().level);
    const QString level = levelWord(now.ribbon.back().level);
    const bool sameCuts = former.cuts == now.cuts;
    if (formerLevel != level)
        return sameCuts
                   ? Tr::tr("%1 instead of %2 with the former settings.", "levels").arg(formerLevel, level)
                   : Tr::tr("%1 instead of %2 with the former settings; cuts of the cache: %3 instead of %4.")
                         .arg(formerLevel, level, count(former.cuts), count(now.cuts));
    if (!sameCuts)
        return Tr::tr("Cuts of the cache: %1 instead of %2 with the former settings.")
            .arg(count(former.cuts), count(now.cuts));
    return former.ribbon == now.ribbon
               ? Tr::tr("The same so far with the former settings.")
               : Tr::tr("The same now with the former settings; the level differed for a time.");
}

QString whyNoHits(const views::HitEvidence &evidence)
{
    if (evidence.neededRequests == 0) // not asked for yet
        return {};
    switch (evidence.lack) {
    case views::HitEvidence::Lack::None:
        return {};
    case views::HitEvidence::Lack::FewRequests:
        return whyTooFew(evidence);
    case views::HitEvidence::Lack::Contradicts:
        break;
    }
    return Tr::tr("Hits are not estimated: the estimate for the limits that applied, %1, is off the measured "
                  "%2 by more than 3 points.")
        .arg(percent(evidence.simulatedPercent), percent(evidence.measuredPercent));
}

} // namespace manometer::gui::text
