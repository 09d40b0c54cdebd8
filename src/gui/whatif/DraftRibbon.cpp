// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/whatif/DraftRibbon.h"

#include "pressure/control/LevelOverlaps.h"

#include <algorithm>

namespace manometer::gui {

DraftLevels draftLevels(const views::WhatIfAnswer &answer, const SampleModel &samples)
{
    DraftLevels levels;
    const QList<views::LevelStay> &draft = answer.draft.ribbon;
    const QList<views::LevelStay> &applied = answer.applied.ribbon;
    for (const views::LevelStay &stay : draft)
        levels.runs.push_back({.fromMs = samples.monotonicMsOf(stay.fromWallMs),
                               .toMs = samples.monotonicMsOf(stay.toWallMs),
                               .level = stay.level});
    pressure::forEachOverlap(
        applied, draft, [](const views::LevelStay &stay) { return stay.toWallMs; },
        [&](const views::LevelStay &a, const views::LevelStay &d) {
            const qint64 from = samples.monotonicMsOf(std::max(a.fromWallMs, d.fromWallMs));
            const qint64 to = samples.monotonicMsOf(std::min(a.toWallMs, d.toWallMs));
            if (from >= to || a.level == d.level)
                return;
            // Neighbours are one difference.
            if (!levels.differences.empty() && levels.differences.back().toMs == from)
                levels.differences.back().toMs = to;
            else
                levels.differences.push_back({.fromMs = from, .toMs = to});
        });
    return levels;
}

} // namespace manometer::gui
