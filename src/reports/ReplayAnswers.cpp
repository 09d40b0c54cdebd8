// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/ReplayAnswers.h"

#include "reports/Clock.h"
#include "views/ReplayedFigures.h"

#include <algorithm>
#include <chrono>
#include <functional>
#include <limits>
#include <utility>
#include <vector>

namespace manometer::reports {

using namespace views;

namespace {

qint64 milliseconds(std::chrono::nanoseconds duration)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(duration).count();
}

double seconds(std::chrono::nanoseconds duration)
{
    return std::chrono::duration<double>(duration).count();
}

// A figure of a limit, such as its miss ratio.
using AtLimit = std::function<double(const pressure::Limits &)>;

// Its integral over the time, in seconds; NaN if one is.
double overTime(const insight::Outcome &outcome, const AtLimit &at)
{
    double sum = 0;
    for (const insight::LimitRun &run : outcome.limits)
        sum += seconds(run.to.monotonic - run.from.monotonic) * at(run.limit);
    return sum;
}

// Linear between the limits of the levels; of no entries it is `ofNone`.
AtLimit interpolated(const HitEvidence &evidence, double ofNone, double (*of)(const LevelHits &))
{
    std::vector<std::pair<double, double>> points{{0, ofNone}}; // ascending by entries
    for (const LevelHits &level : evidence.levels)
        points.emplace_back(static_cast<double>(level.limit.entries), of(level));
    std::sort(points.begin(), points.end(),
              [](const auto &one, const auto &other) { return one.first < other.first; });
    return [points = std::move(points)](const pressure::Limits &limit) {
        const auto entries = static_cast<double>(limit.entries);
        const auto above = std::find_if(points.begin(), points.end(),
                                        [entries](const auto &point) { return point.first >= entries; });
        if (above == points.end())
            return points.back().second;
        if (above == points.begin() || above->first == entries)
            return above->second;
        const auto below = std::prev(above);
        const double share = (entries - below->first) / (above->first - below->first);
        return below->second + share * (above->second - below->second);
    };
}

bool hasFigures(const HitEvidence &evidence)
{
    return evidence.lack == HitEvidence::Lack::None && !evidence.levels.isEmpty();
}

WhatIfFigures figuresOf(const insight::Outcome &outcome, const HitEvidence &evidence)
{
    WhatIfFigures figures;
    for (const Level level : pressure::allLevels) {
        const insight::LevelFigures &of = outcome.of(level);
        figures.levels += LevelFigures{.level = level,
                                       .entries = of.entries,
                                       .timePercent = 100 * of.timeShare,
                                       .longestMs = milliseconds(of.longestStay),
                                       .flaps = of.flaps};
    }
    figures.cuts = outcome.cuts;
    figures.evictedAtMost = {.entries = outcome.evictedAtMost.entries, .bytes = outcome.evictedAtMost.bytes};
    for (const insight::Lead &lead : outcome.leads) {
        const auto &ahead = lead.of(warningLevel);
        if (!lead.isRecorded || !ahead)
            continue;
        ++figures.incidentsWarned;
        const qint64 ms = milliseconds(*ahead);
        figures.shortestLeadMs = std::min(figures.shortestLeadMs.value_or(ms), ms);
    }
    const double time = overTime(outcome, [](const pressure::Limits &) { return 1.0; });
    if (!hasFigures(evidence) || time <= 0)
        return figures;
    figures.hitPercent = 100 * (1 - overTime(outcome, *missRatioAt(evidence)) / time);
    // Without entries each request is lost; what that costs is not known, so that it costs as much as with
    // the fewest entries.
    const double most = std::max_element(evidence.levels.begin(), evidence.levels.end(),
                                         [](const auto &one, const auto &other) {
                                             return one.lostSecondsPerHour < other.lostSecondsPerHour;
                                         })
                            ->lostSecondsPerHour;
    figures.readAgainSeconds =
        overTime(outcome, interpolated(evidence, most,
                                       [](const LevelHits &level) { return level.lostSecondsPerHour; })) /
        3600;
    return figures;
}

SuggestedThresholds suggested(const insight::Suggestion &draft, const HitEvidence &evidence)
{
    const insight::Promise &promise = draft.promise;
    SuggestedThresholds suggested{.thresholds = draft.thresholds,
                                  .criticalsPerDay = promise.criticalsPerDay,
                                  .risesPerDay = promise.risesPerDay,
                                  .elevatedTimePercent = 100 * promise.elevatedTimeShare,
                                  .highTimePercent = 100 * promise.highTimeShare,
                                  .incidentsMissed = promise.incidentsMissed};
    if (promise.shortestLead)
        suggested.shortestLeadMs = milliseconds(*promise.shortestLead);
    if (hasFigures(evidence))
        suggested.hitPointsLost = promise.hitPoints;
    suggested.doubt = static_cast<SuggestedThresholds::Doubt>(draft.doubt);
    return suggested;
}

} // namespace

insight::Scope scopeOf(const TimeRange &range, const QList<qint64> &incidentsWallMs)
{
    insight::Scope scope{.range = {.from = wallTimeOf(range.fromWallMs), .to = wallTimeOf(range.toWallMs)},
                         .incidents = {}};
    for (const qint64 incident : incidentsWallMs)
        scope.incidents.push_back(wallTimeOf(incident));
    return scope;
}

std::optional<insight::MissRatioAt> missRatioAt(const HitEvidence &evidence)
{
    if (!hasFigures(evidence))
        return std::nullopt;
    // A cache without entries misses everything.
    return interpolated(evidence, 1, [](const LevelHits &level) { return 1 - level.hitPercent / 100; });
}

WhatIfAnswer answerOf(const insight::Outcome &applied, const insight::Outcome &draft,
                      const HitEvidence &evidence)
{
    WhatIfAnswer answer;
    answer.samples = applied.steps;
    if (!applied.runs.empty()) {
        answer.fromWallMs = toMs(applied.runs.front().from.wall);
        answer.toWallMs = toMs(applied.runs.back().to.wall);
    }
    answer.recordedMs = milliseconds(applied.recorded);
    answer.gaps = applied.gaps;
    answer.incidents =
        static_cast<quint64>(std::count_if(applied.leads.begin(), applied.leads.end(),
                                           [](const insight::Lead &lead) { return lead.isRecorded; }));
    answer.applied = figuresOf(applied, evidence);
    answer.draft = figuresOf(draft, evidence);
    answer.draftRises = draft.sampling.rises;
    answer.draftCoarseRises = draft.sampling.coarseRises;
    answer.draftLatestByMs = milliseconds(draft.sampling.latestBy);
    answer.draftStallRises = draft.stallRises;
    if (hasFigures(evidence))
        for (const LevelHits &level : evidence.levels)
            if (level.level == Level::Normal)
                answer.hitErrorPoints = level.errorPercent;
    return answer;
}

ReplayEvent replayEventOf(const WhatIfAnswer &answer)
{
    return {.samples = answer.samples,
            .recordedMs = answer.recordedMs,
            .incidents = answer.incidents,
            .before = replayedFigures(answer.applied),
            .after = replayedFigures(answer.draft)};
}

QList<LevelStay> ribbonOf(const std::vector<insight::LevelRun> &runs, const TimeRange &range, int columns)
{
    QList<LevelStay> stays;
    if (columns <= 0)
        return stays;
    for (const insight::LevelRun &run : runs) {
        const qint64 from = std::max(range.fromWallMs, toMs(run.from.wall));
        const qint64 to = std::min(range.toWallMs, toMs(run.to.wall));
        if (from < to)
            stays += LevelStay{.level = run.level, .fromWallMs = from, .toWallMs = to};
    }
    if (stays.size() <= columns)
        return stays;
    // One stay a column, the highest that begins in it; then equal neighbours are one.
    const qint64 begin = stays.front().fromWallMs;
    const double width =
        std::max(1.0, static_cast<double>(stays.back().toWallMs - begin) / static_cast<double>(columns));
    const auto columnOf = [begin, width](const LevelStay &stay) {
        return static_cast<qint64>(static_cast<double>(stay.fromWallMs - begin) / width);
    };
    QList<LevelStay> reduced;
    qint64 column = -1;
    for (const LevelStay &stay : std::as_const(stays)) {
        if (!reduced.isEmpty() && columnOf(stay) == column) {
            reduced.back().toWallMs = std::max(reduced.back().toWallMs, stay.toWallMs);
            reduced.back().level = std::max(reduced.back().level, stay.level);
            continue;
        }
        column = columnOf(stay);
        reduced += stay;
    }
    return reduced;
}

insight::Constraints constraintsOf(const SuggestQuestion &question)
{
    insight::Constraints constraints;
    constraints.mostCriticalsPerDay = question.mostCriticalsPerDay;
    if (question.incidentLeadMs)
        constraints.everyIncident = {.atLeast = std::chrono::milliseconds(*question.incidentLeadMs),
                                     .level = warningLevel};
    constraints.mostHitPoints = question.mostHitPoints;
    return constraints;
}

SuggestAnswer answerOf(const insight::Suggestions &found, const insight::Constraints &constraints,
                       const HitEvidence &evidence)
{
    SuggestAnswer answer;
    answer.end = static_cast<SuggestAnswer::End>(found.end);
    answer.replays = found.replays;
    if (found.replayed) {
        answer.fromWallMs = toMs(found.replayed->from.wall);
        answer.toWallMs = toMs(found.replayed->to.wall);
        answer.recordedMs = milliseconds(found.replayed->recorded);
    }
    if (found.base) {
        answer.incidents = found.base->promise.incidents;
        answer.base = suggested(*found.base, evidence);
        for (const insight::Constraint each : insight::allConstraints)
            if (!insight::keeps(found.base->promise, constraints, each))
                answer.baseBreaks += static_cast<SuggestAnswer::Constraint>(each);
    }
    for (const insight::Suggestion &draft : found.drafts)
        answer.drafts += suggested(draft, evidence);
    for (const insight::Unkept &unkept : found.unkept)
        answer.unkept +=
            SuggestAnswer::Unkept{.constraint = static_cast<SuggestAnswer::Constraint>(unkept.constraint),
                                  .nearest = unkept.nearest};
    return answer;
}

} // namespace manometer::reports
