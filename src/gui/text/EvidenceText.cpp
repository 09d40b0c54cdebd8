// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/text/EvidenceText.h"

#include "gui/text/Levels.h"
#include "gui/text/Numbers.h"
#include "gui/text/Times.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
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

QString replaySentence(const views::ReplayEvent &event)
{
    QStringList changes;
    const auto add = [&changes](const QString &name, const QString &before, const QString &after) {
        if (before != after)
            changes += Tr::tr("%1 %2 → %3", "a figure, before and after").arg(name, before, after);
    };
    const views::ReplayedFigures &before = event.before;
    const views::ReplayedFigures &after = event.after;
    const auto entered = [&add](pressure::Level level, quint64 was, quint64 is) {
        add(Tr::tr("%1 entered", "a level; how often").arg(levelWord(level)), count(was), count(is));
    };
    entered(pressure::Level::Elevated, before.elevatedEntries, after.elevatedEntries);
    entered(pressure::Level::High, before.highEntries, after.highEntries);
    entered(pressure::Level::Critical, before.criticalEntries, after.criticalEntries);
    add(Tr::tr("time in %1 or above").arg(levelWord(pressure::Level::High)), percent(before.highTimePercent),
        percent(after.highTimePercent));
    add(Tr::tr("stays under 30 s"), count(before.flaps), count(after.flaps));
    add(Tr::tr("cuts of the cache"), count(before.cuts), count(after.cuts));
    add(Tr::tr("incidents warned of"), count(before.incidentsWarned), count(after.incidentsWarned));
    add(Tr::tr("hits in memory"), percent(before.hitPercent), percent(after.hitPercent));
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
