// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/whatif/DraftRibbon.h"

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
    auto a = applied.begin();
    auto d = draft.begin();
    while (a != applied.end() && d != draft.end()) {
        const qint64 from = samples.monotonicMsOf(std::max(a->fromWallMs, d->fromWallMs));
        const qint64 to = samples.monotonicMsOf(std::min(a->toWallMs, d->toWallMs));
        if (from < to && a->level != d->level) {
            // Neighbours are one difference.
            if (!levels.differences.empty() && levels.differences.back().toMs == from)
                levels.differences.back().toMs = to;
            else
                levels.differences.push_back({.fromMs = from, .toMs = to});
        }
        const qint64 end = std::min(a->toWallMs, d->toWallMs);
        a += a->toWallMs == end;
        d += d->toWallMs == end;
    }
    return levels;
}

} // namespace manometer::gui
