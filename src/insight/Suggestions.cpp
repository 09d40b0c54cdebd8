// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/Suggestions.h"

#include "insight/replay/RecordingData.h"
#include "insight/suggest/Candidates.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <map>
#include <numeric>

namespace manometer::insight {

using namespace pressure;

namespace {

// A day of 86,400 steps at up to 3 ms: about a second. Longer recordings get fewer replays.
constexpr std::size_t mostReplays = 400;
constexpr std::size_t leastReplays = 60;
constexpr std::size_t mostSteps = mostReplays * 86'400;
constexpr double gridShare = 0.5; // of the replays; the others improve the best
constexpr std::size_t mostDrafts = 5;

double days(std::chrono::nanoseconds duration)
{
    return std::max(1.0, std::chrono::duration<double>(duration).count() / 86'400);
}

double seconds(std::chrono::nanoseconds duration)
{
    return std::chrono::duration<double>(duration).count();
}

// By how much a constraint is broken, relative to what is asked; 0 if it is kept.
double excess(const Promise &promise, const Constraints &constraints, Constraint which)
{
    if (keeps(promise, constraints, which))
        return 0;
    switch (which) {
    case Constraint::Criticals:
        return (promise.criticalsPerDay - *constraints.mostCriticalsPerDay) /
               (1 + *constraints.mostCriticalsPerDay);
    case Constraint::IncidentLead: {
        const double missed = static_cast<double>(promise.incidentsMissed);
        const double asked = std::max(1.0, seconds(constraints.everyIncident->atLeast));
        return missed + (promise.shortestLead ? 1 - seconds(*promise.shortestLead) / asked : 1);
    }
    case Constraint::HitPoints:
        break;
    }
    return (promise.hitPoints - *constraints.mostHitPoints) / (0.1 + *constraints.mostHitPoints);
}

double figureOf(const Promise &promise, Constraint which)
{
    switch (which) {
    case Constraint::Criticals:
        return promise.criticalsPerDay;
    case Constraint::IncidentLead:
        return promise.shortestLead ? seconds(*promise.shortestLead) : -1;
    case Constraint::HitPoints:
        break;
    }
    return promise.hitPoints;
}

// What is minimised, no finer than it is shown: a hundredth of a point, a second.
using Objectives = std::array<double, 4>;

Objectives objectivesOf(const Suggestion &draft, const Thresholds &base)
{
    const Promise &promise = draft.promise;
    // Without incidents nothing says that the base warns too late: to begin earlier is no gain.
    double late = std::max(0.0, draft.thresholds.high.enterPercent - base.high.enterPercent);
    if (promise.incidents > 0)
        late = promise.shortestLead ? -std::round(seconds(*promise.shortestLead))
                                    : 1e9 * static_cast<double>(promise.incidentsMissed);
    return {promise.criticalsPerDay, promise.risesPerDay, std::round(100 * promise.hitPoints) / 100, late};
}

bool dominates(const Objectives &a, const Objectives &b)
{
    bool isBetter = false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (a[i] > b[i])
            return false;
        isBetter = isBetter || a[i] < b[i];
    }
    return isBetter;
}

// A few of the front that are far apart: the best in each objective, the one nearest to all bests, then those
// farthest from the chosen.
std::vector<std::size_t> spread(const std::vector<Objectives> &front, std::size_t most)
{
    Objectives low = front.front();
    Objectives high = front.front();
    for (const Objectives &each : front)
        for (std::size_t i = 0; i < each.size(); ++i) {
            low[i] = std::min(low[i], each[i]);
            high[i] = std::max(high[i], each[i]);
        }
    std::vector<Objectives> scaled = front;
    std::vector<double> sums;
    for (Objectives &each : scaled) {
        for (std::size_t i = 0; i < each.size(); ++i)
            each[i] = high[i] > low[i] ? (each[i] - low[i]) / (high[i] - low[i]) : 0;
        sums.push_back(std::accumulate(each.begin(), each.end(), 0.0));
    }
    std::vector<std::size_t> chosen;
    const auto choose = [&](std::size_t which) {
        if (chosen.size() < most && std::find(chosen.begin(), chosen.end(), which) == chosen.end())
            chosen.push_back(which);
    };
    choose(static_cast<std::size_t>(std::min_element(sums.begin(), sums.end()) - sums.begin()));
    for (std::size_t i = 0; i < low.size(); ++i) {
        std::size_t best = 0;
        for (std::size_t which = 1; which < scaled.size(); ++which)
            if (std::pair(scaled[which][i], sums[which]) < std::pair(scaled[best][i], sums[best]))
                best = which;
        choose(best);
    }
    while (chosen.size() < std::min(most, scaled.size())) {
        std::size_t farthest = chosen.front();
        double greatest = -1;
        for (std::size_t which = 0; which < scaled.size(); ++which) {
            double nearest = std::numeric_limits<double>::max();
            for (const std::size_t other : chosen) {
                double distance = 0;
                for (std::size_t i = 0; i < low.size(); ++i)
                    distance += std::abs(scaled[which][i] - scaled[other][i]);
                nearest = std::min(nearest, which == other ? -1 : distance);
            }
            if (nearest > greatest) {
                greatest = nearest;
                farthest = which;
            }
        }
        choose(farthest);
    }
    return chosen;
}

class Search
{
public:
    Search(const Recording &recording, const Scope &scope, const ControlConfig &base,
           const Constraints &constraints, const MissRatioAt &missRatio, const SearchHooks &hooks)
        : m_whatIf(recording)
        , m_scope(scope)
        , m_base(base)
        , m_constraints(constraints)
        , m_missRatio([this, &missRatio](const Limits &limit) {
            const auto [known, isNew] = m_missRatios.try_emplace({limit.entries, limit.bytes}, 0.0);
            if (isNew)
                known->second = missRatio(limit);
            return known->second;
        })
        , m_hooks(hooks)
    {}

    Suggestions run()
    {
        const RecordingData &data = m_whatIf.recording().data();
        const auto range = data.stepsOf(m_scope.range);
        std::vector<double> percents = percentsOf(data, range.first, range.end);
        if (percents.empty())
            return finished({});
        m_budget = std::clamp(mostSteps / std::max<std::size_t>(range.end, 1), leastReplays, mostReplays);
        // First of all the base, which is one of the grid, too.
        if (!tryOut(m_base.thresholds))
            return cancelled();
        const Candidates candidates(m_base.thresholds, std::move(percents));
        const auto gridReplays = static_cast<std::size_t>(gridShare * static_cast<double>(m_budget));
        for (const Thresholds &thresholds : candidates.grid(gridReplays))
            if (!tryOut(thresholds))
                return cancelled();
        // Only if nothing else keeps the constraints: an extreme one hardly watches the memory.
        if (feasible().isEmpty())
            for (const Thresholds &thresholds : candidates.extremes())
                if (!tryOut(thresholds))
                    return cancelled();
        for (const double stepPercent : {4.0, 2.0, 1.0, 0.5}) {
            for (const std::size_t which : bestOf(candidates)) {
                const Thresholds of = m_tried[which].thresholds;
                for (const Thresholds &thresholds : candidates.neighbours(of, stepPercent))
                    if (m_tried.size() < m_budget && !tryOut(thresholds))
                        return cancelled();
            }
        }
        Suggestions result;
        const Feasible all = feasible();
        if (all.isEmpty())
            return impossible();
        addSpread(result.drafts, all.sound, candidates);
        addSpread(result.drafts, besides(result.drafts, all.doubtful), candidates);
        std::sort(result.drafts.begin(), result.drafts.end(),
                  [this](const Suggestion &a, const Suggestion &b) {
                      if ((a.doubt == Doubt::None) != (b.doubt == Doubt::None))
                          return a.doubt == Doubt::None;
                      if (a.promise.incidentsMissed != b.promise.incidentsMissed)
                          return a.promise.incidentsMissed < b.promise.incidentsMissed;
                      return objectivesOf(a, m_base.thresholds) < objectivesOf(b, m_base.thresholds);
                  });
        result.end = Suggestions::End::Found;
        return finished(std::move(result));
    }

private:
    Objectives objectives(std::size_t which) const { return objectivesOf(m_tried[which], m_base.thresholds); }

    // Whether the search continues.
    bool tryOut(const Thresholds &thresholds)
    {
        const bool isKnown = std::any_of(m_tried.begin(), m_tried.end(), [&](const Suggestion &tried) {
            return tried.thresholds == thresholds;
        });
        if (isKnown)
            return true;
        if (m_hooks.cancel.stop_requested())
            return false;
        ControlConfig draft = m_base;
        draft.thresholds = thresholds;
        const Outcome outcome = m_whatIf.draft(draft, m_scope);
        if (m_tried.empty() && !outcome.runs.empty())
            m_replayed = {.from = outcome.runs.front().from,
                          .to = outcome.runs.back().to,
                          .recorded = outcome.recorded};
        m_tried.push_back({.thresholds = thresholds,
                           .promise = promiseOf(outcome, m_constraints.incidentLevel(), m_missRatio)});
        m_tried.back().doubt = doubtOf(m_tried.back().promise, m_tried.front().promise);
        report(std::min(0.99, static_cast<double>(m_tried.size()) / static_cast<double>(m_budget)));
        return true;
    }

    void report(double progress)
    {
        // The extremes may come after the budget.
        if (m_hooks.progress && progress > m_reported)
            m_hooks.progress(progress);
        m_reported = std::max(m_reported, progress);
    }

    struct Feasible
    {
        std::vector<std::size_t> sound; // without a doubt
        std::vector<std::size_t> doubtful;

        bool isEmpty() const { return sound.empty() && doubtful.empty(); }
    };

    Feasible feasible() const
    {
        Feasible result;
        for (std::size_t which = 0; which < m_tried.size(); ++which)
            if (keeps(m_tried[which].promise, m_constraints))
                (m_tried[which].doubt == Doubt::None ? result.sound : result.doubtful).push_back(which);
        return result;
    }

    // Of those with the same figures, the one nearest to the base.
    std::vector<std::size_t> frontOf(const std::vector<std::size_t> &of, const Candidates &candidates) const
    {
        std::map<Objectives, std::size_t> distinct;
        for (const std::size_t which : of) {
            const auto [known, isNew] = distinct.try_emplace(objectives(which), which);
            if (!isNew && candidates.distance(m_tried[which].thresholds) <
                              candidates.distance(m_tried[known->second].thresholds))
                known->second = which;
        }
        std::vector<std::size_t> front;
        for (const auto &each : distinct) {
            const bool isDominated =
                std::any_of(distinct.begin(), distinct.end(),
                            [&each](const auto &other) { return dominates(other.first, each.first); });
            if (!isDominated)
                front.push_back(each.second);
        }
        return front;
    }

    // Of these, those that no chosen draft is better than, and that are better than none.
    std::vector<std::size_t> besides(const std::vector<Suggestion> &chosen,
                                     const std::vector<std::size_t> &of) const
    {
        std::vector<std::size_t> result;
        std::copy_if(of.begin(), of.end(), std::back_inserter(result), [&](std::size_t which) {
            const Objectives own = objectives(which);
            return std::none_of(chosen.begin(), chosen.end(), [&](const Suggestion &each) {
                const Objectives other = objectivesOf(each, m_base.thresholds);
                return other == own || dominates(other, own) || dominates(own, other);
            });
        });
        return result;
    }

    // Some of the front, far from each other.
    std::vector<std::size_t> spreadOf(const std::vector<std::size_t> &front, std::size_t most) const
    {
        std::vector<Objectives> reached(front.size());
        std::transform(front.begin(), front.end(), reached.begin(),
                       [this](std::size_t which) { return objectives(which); });
        std::vector<std::size_t> chosen = spread(reached, most);
        for (std::size_t &which : chosen)
            which = front[which];
        return chosen;
    }

    // Of those on the front, as many as there is room for.
    void addSpread(std::vector<Suggestion> &drafts, const std::vector<std::size_t> &of,
                   const Candidates &candidates) const
    {
        const auto front = frontOf(of, candidates);
        if (front.empty() || drafts.size() >= mostDrafts)
            return;
        for (const std::size_t which : spreadOf(front, mostDrafts - drafts.size()))
            drafts.push_back(m_tried[which]);
    }

    // What to improve: of the front, or while nothing keeps the constraints, what breaks them least.
    std::vector<std::size_t> bestOf(const Candidates &candidates) const
    {
        const Feasible all = feasible();
        const auto front = frontOf(all.sound.empty() ? all.doubtful : all.sound, candidates);
        if (!front.empty())
            return spreadOf(front, mostDrafts);
        std::vector<std::pair<double, std::size_t>> byExcess;
        for (std::size_t which = 0; which < m_tried.size(); ++which) {
            double sum = 0;
            for (const Constraint constraint : allConstraints)
                sum += excess(m_tried[which].promise, m_constraints, constraint);
            byExcess.emplace_back(sum, which);
        }
        std::sort(byExcess.begin(), byExcess.end());
        byExcess.resize(std::min(byExcess.size(), mostDrafts));
        std::vector<std::size_t> best(byExcess.size());
        std::transform(byExcess.begin(), byExcess.end(), best.begin(),
                       [](const auto &each) { return each.second; });
        return best;
    }

    Suggestions impossible()
    {
        Suggestions result;
        result.end = Suggestions::End::Impossible;
        std::vector<Constraint> asked;
        for (const Constraint which : allConstraints) {
            Unkept unkept{.constraint = which, .nearest = 0};
            double least = std::numeric_limits<double>::max();
            bool isAsked = false;
            for (const Suggestion &tried : m_tried) {
                const double broken = excess(tried.promise, m_constraints, which);
                isAsked = isAsked || broken > 0;
                if (broken < least) {
                    least = broken;
                    unkept.nearest = figureOf(tried.promise, which);
                }
            }
            if (isAsked)
                asked.push_back(which);
            if (least > 0)
                result.unkept.push_back(unkept);
        }
        if (result.unkept.empty()) {
            result.end = Suggestions::End::Conflicting;
            for (const Constraint which : conflicting(asked))
                result.unkept.push_back({.constraint = which, .nearest = nearestBesideOthers(which, asked)});
        }
        return finished(std::move(result));
    }

    bool canBeKept(const std::vector<Constraint> &together) const
    {
        return std::any_of(m_tried.begin(), m_tried.end(), [&](const Suggestion &tried) {
            return std::all_of(together.begin(), together.end(),
                               [&](Constraint which) { return keeps(tried.promise, m_constraints, which); });
        });
    }

    // Two of them, if these already conflict.
    std::vector<Constraint> conflicting(const std::vector<Constraint> &asked) const
    {
        for (std::size_t a = 0; a < asked.size(); ++a)
            for (std::size_t b = a + 1; b < asked.size(); ++b)
                if (!canBeKept({asked[a], asked[b]}))
                    return {asked[a], asked[b]};
        return asked;
    }

    // The nearest figure of a draft that keeps the others.
    double nearestBesideOthers(Constraint which, const std::vector<Constraint> &asked) const
    {
        const std::vector<Constraint> conflict = conflicting(asked);
        double least = std::numeric_limits<double>::max();
        double nearest = 0;
        for (const Suggestion &tried : m_tried) {
            const bool keepsOthers = std::all_of(conflict.begin(), conflict.end(), [&](Constraint other) {
                return other == which || keeps(tried.promise, m_constraints, other);
            });
            const double broken = excess(tried.promise, m_constraints, which);
            if (keepsOthers && broken < least) {
                least = broken;
                nearest = figureOf(tried.promise, which);
            }
        }
        return nearest;
    }

    Suggestions cancelled() const
    {
        Suggestions result;
        result.end = Suggestions::End::Cancelled;
        result.replays = m_tried.size();
        return result;
    }

    Suggestions finished(Suggestions result)
    {
        result.replays = m_tried.size();
        if (!m_tried.empty()) {
            result.replayed = m_replayed;
            result.base = m_tried.front();
        }
        report(1);
        return result;
    }

    WhatIf m_whatIf;
    const Scope &m_scope;
    const ControlConfig &m_base;
    const Constraints &m_constraints;
    std::map<std::pair<std::uint64_t, std::uint64_t>, double> m_missRatios; // by entries and bytes
    MissRatioAt m_missRatio;
    const SearchHooks &m_hooks;
    std::size_t m_budget = 0;        // of replays
    std::vector<Suggestion> m_tried; // the base first
    std::optional<Suggestions::Replayed> m_replayed;
    double m_reported = -1;
};

} // namespace

Promise promiseOf(const Outcome &outcome, Level incidentLevel, const MissRatioAt &missRatio)
{
    Promise promise;
    promise.criticalsPerDay =
        static_cast<double>(outcome.of(Level::Critical).entries) / days(outcome.recorded);
    promise.risesPerDay = static_cast<double>(outcome.sampling.rises) / days(outcome.recorded);
    promise.highTimeShare = outcome.of(Level::High).timeShare + outcome.of(Level::Critical).timeShare;
    promise.elevatedTimeShare = outcome.of(Level::Elevated).timeShare + promise.highTimeShare;
    for (const Lead &lead : outcome.leads) {
        if (!lead.isRecorded)
            continue;
        ++promise.incidents;
        const auto &ahead = lead.of(incidentLevel);
        if (!ahead)
            ++promise.incidentsMissed;
        else if (!promise.shortestLead || *ahead < *promise.shortestLead)
            promise.shortestLead = ahead;
    }
    if (promise.incidentsMissed > 0)
        promise.shortestLead.reset();
    double lost = 0;
    double time = 0;
    for (const LimitRun &run : outcome.limits) {
        const double length = seconds(run.to.monotonic - run.from.monotonic);
        time += length;
        if (run.limit != run.configured)
            lost += length * (missRatio(run.limit) - missRatio(run.configured));
    }
    promise.hitPoints = time > 0 ? 100 * lost / time : 0;
    return promise;
}

Doubt doubtOf(const Promise &draft, const Promise &base)
{
    constexpr double most = 0.5; // of the time
    // Of a level that lasts to the end or from the start, too: its share of the time, not how often it began.
    const bool lacksElevated = draft.elevatedTimeShare <= 0 && base.elevatedTimeShare > 0;
    const bool lacksHigh = draft.highTimeShare <= 0 && base.highTimeShare > 0;
    if (lacksElevated || lacksHigh)
        return Doubt::NeverReached;
    if (draft.elevatedTimeShare > most && base.elevatedTimeShare <= most)
        return Doubt::MostlyElevated;
    return Doubt::None;
}

bool keeps(const Promise &promise, const Constraints &constraints, Constraint which)
{
    switch (which) {
    case Constraint::Criticals:
        return !constraints.mostCriticalsPerDay ||
               promise.criticalsPerDay <= *constraints.mostCriticalsPerDay;
    case Constraint::IncidentLead:
        return !constraints.everyIncident || promise.incidents == 0 ||
               (promise.shortestLead && *promise.shortestLead >= constraints.everyIncident->atLeast);
    case Constraint::HitPoints:
        break;
    }
    return !constraints.mostHitPoints || promise.hitPoints <= *constraints.mostHitPoints;
}

bool keeps(const Promise &promise, const Constraints &constraints)
{
    return std::all_of(allConstraints.begin(), allConstraints.end(),
                       [&](Constraint which) { return keeps(promise, constraints, which); });
}

Suggestions suggest(const Recording &recording, const Scope &scope, const ControlConfig &base,
                    const Constraints &constraints, const MissRatioAt &missRatio, const SearchHooks &hooks)
{
    return Search(recording, scope, base, constraints, missRatio, hooks).run();
}

} // namespace manometer::insight
