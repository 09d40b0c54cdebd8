// SPDX-License-Identifier: GPL-3.0-or-later
//
// The figures of one of two settings that an event about a replay has. Pure; any thread.
#pragma once

#include "views/Event.h"
#include "views/WhatIf.h"

namespace manometer::views {

inline ReplayedFigures replayedFigures(const WhatIfFigures &figures)
{
    ReplayedFigures replayed{.elevatedTimePercent = 0,
                             .highTimePercent = 0,
                             .cuts = figures.cuts,
                             .incidentsWarned = figures.incidentsWarned,
                             .hitPercent = figures.hitPercent};
    for (const LevelFigures &level : figures.levels) {
        if (level.level == Level::Normal)
            continue;
        replayed.flaps += level.flaps;
        replayed.elevatedTimePercent += level.timePercent;
        if (level.level == Level::Elevated) {
            replayed.elevatedEntries = level.entries;
            continue;
        }
        (level.level == Level::High ? replayed.highEntries : replayed.criticalEntries) = level.entries;
        replayed.highTimePercent += level.timePercent;
    }
    return replayed;
}

} // namespace manometer::views
