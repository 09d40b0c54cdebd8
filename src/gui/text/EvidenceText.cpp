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

QString whyNoHits(const views::HitEvidence &evidence)
{
    switch (evidence.lack) {
    case views::HitEvidence::Lack::None:
        return {};
    case views::HitEvidence::Lack::FewRequests:
        return Tr::tr("Hits are not estimated yet: %1 of the %2 sampled requests that this needs.")
            .arg(count(evidence.sampledRequests), count(evidence.neededRequests));
    case views::HitEvidence::Lack::Contradicts:
        break;
    }
    return Tr::tr("Hits are not estimated: the estimate for the limits that applied, %1, is off the measured "
                  "%2 by more than 3 points.")
        .arg(percent(evidence.simulatedPercent), percent(evidence.measuredPercent));
}

} // namespace manometer::gui::text
