// SPDX-License-Identifier: GPL-3.0-or-later
//
// Answers what-if questions about the fake monitor's samples through the control loop's own step functions.
#pragma once

#include "gui/FakeViews.h"
#include "pressure/control/Gauge.h"
#include "pressure/control/Governor.h"
#include "pressure/control/LimitPolicy.h"

#include <algorithm>

namespace manometer::gui {

inline views::WhatIfFigures plausibleFigures(const views::SampleRecords &samples,
                                             const pressure::Thresholds &thresholds,
                                             const views::WhatIfQuestion &question)
{
    using pressure::Level;
    views::WhatIfFigures figures;
    for (const Level level : pressure::allLevels)
        figures.levels += {.level = level, .timePercent = 0};
    pressure::GovernorState state;
    pressure::LimitState limits;
    std::array<qint64, 4> stayMs{};
    double hits = 0;
    qsizetype count = 0;
    qint64 beforeMs = 0;
    for (const views::SampleRecord &sample : samples) {
        const pressure::MonotonicTime time{std::chrono::milliseconds(sample.monotonicMs)};
        pressure::GovernorInput input{.now = time, .reading = std::nullopt};
        if (!sample.gap)
            input.reading =
                pressure::Reading{.percent = sample.systemUsedPercent,
                                  .raw = pressure::classify(sample.systemUsedPercent, thresholds)};
        const Level before = state.applied;
        state = pressure::step(state, input, thresholds, {}).state;
        const auto limit = pressure::step(limits,
                                          {.now = time,
                                           .applied = state.applied,
                                           .configured = {.entries = 500, .bytes = 64u << 20},
                                           .blind = sample.gap},
                                          {});
        limits = limit.state;
        if (sample.wallMs < question.range.fromWallMs || sample.wallMs > question.range.toWallMs)
            continue;
        ++count;
        figures.cuts += limit.change == pressure::LimitChange::Cut;
        hits += 80 + 15.0 * static_cast<double>(limit.limit.entries) / 500;
        const qint64 passed = beforeMs == 0 ? 0 : sample.wallMs - beforeMs;
        beforeMs = sample.wallMs;
        for (const Level level : pressure::levelsWithThreshold) {
            const auto i = static_cast<qsizetype>(level);
            views::LevelFigures &of = figures.levels[i];
            of.entries += state.applied >= level && before < level;
            stayMs[std::size_t(i)] = state.applied >= level ? stayMs[std::size_t(i)] + passed : 0;
            of.longestMs = std::max(of.longestMs, stayMs[std::size_t(i)]);
        }
        figures.levels[static_cast<qsizetype>(state.applied)].timePercent += 1;
        if (!figures.ribbon.isEmpty() && figures.ribbon.back().level == state.applied)
            figures.ribbon.back().toWallMs = sample.wallMs;
        else
            figures.ribbon +=
                {.level = state.applied,
                 .fromWallMs = figures.ribbon.isEmpty() ? sample.wallMs : figures.ribbon.back().toWallMs,
                 .toWallMs = sample.wallMs};
    }
    for (views::LevelFigures &level : figures.levels)
        level.timePercent *= 100.0 / static_cast<double>(std::max<qsizetype>(count, 1));
    figures.hitPercent = hits / static_cast<double>(std::max<qsizetype>(count, 1));
    figures.ribbon.erase(std::remove_if(figures.ribbon.begin(), figures.ribbon.end(),
                                        [&question](const views::LevelStay &stay) {
                                            return stay.toWallMs < question.ribbonRange.fromWallMs ||
                                                   stay.fromWallMs > question.ribbonRange.toWallMs;
                                        }),
                         figures.ribbon.end());
    return figures;
}

inline void answerPlausibly(FakeViews &fake)
{
    fake.evidence.makeWhatIf = [&fake](const views::WhatIfQuestion &question) {
        const views::SampleRecords &samples = fake.monitor.past;
        views::WhatIfAnswer answer{.samples = static_cast<quint64>(samples.size())};
        if (samples.isEmpty())
            return views::answered(answer);
        answer.fromWallMs = samples.front().wallMs;
        answer.toWallMs = samples.back().wallMs;
        answer.recordedMs = answer.toWallMs - answer.fromWallMs;
        answer.gaps = 1;
        answer.applied = plausibleFigures(samples, fake.settings.settings().thresholds, question);
        answer.draft = plausibleFigures(samples, question.draft.thresholds, question);
        answer.hitErrorPoints = 0.3;
        answer.incidents = 1;
        answer.applied.incidentsWarned = answer.draft.incidentsWarned = 1;
        answer.applied.shortestLeadMs = 74'000;
        answer.draft.shortestLeadMs =
            74'000 + static_cast<qint64>(4'500 * (80 - question.draft.thresholds.high.enterPercent));
        return views::answered(answer);
    };
    fake.evidence.makeSuggest = [](const views::SuggestQuestion &question) {
        const auto draft = [&question](double high, double criticals, double rises, qint64 leadMs,
                                       double points) {
            views::SuggestedThresholds suggested{.thresholds = question.base.thresholds,
                                                 .criticalsPerDay = criticals,
                                                 .risesPerDay = rises,
                                                 .highTimePercent = 2 * rises,
                                                 .shortestLeadMs = leadMs,
                                                 .hitPointsLost = points};
            suggested.thresholds.high.enterPercent = high;
            suggested.thresholds.high.leavePercent = suggested.thresholds.high.targetPercent = high - 5;
            return suggested;
        };
        views::SuggestedThresholds longerHold = draft(72, 1, 11, 95'000, 0.62);
        longerHold.thresholds.high.hold = std::chrono::minutes(1);
        return views::answered(views::SuggestAnswer{
            .end = views::SuggestAnswer::End::Found,
            .recordedMs = 86'400'000,
            .base = draft(80, 3, 6, 62'000, 0.21),
            .baseBreaks = {views::SuggestAnswer::Constraint::Criticals},
            .drafts = {draft(78, 1, 7, 66'000, 0.21), draft(76.5, 1, 8, 74'000, 0.34), longerHold},
            .incidents = 3,
            .replays = 400});
    };
}

} // namespace manometer::gui
