// SPDX-License-Identifier: GPL-3.0-or-later
//
// The estimated hits at the limit of a level, in words. Pure; GUI thread.
#pragma once

#include "views/Event.h"
#include "views/EvidenceView.h"

#include <QString>

namespace manometer::gui::text {

// '90.1 %'; empty without figures for that level.
QString hitsAt(const views::HitEvidence &evidence, pressure::Level level);
// What that figure is: how exact, of which requests, and beside that of the configured limit.
QString whatHitsAt(const views::HitEvidence &evidence, pressure::Level level);

// A figure of what thresholds did or would have done.
enum class ReplayFigure : quint8 {
    ElevatedEntered,
    HighEntered,
    CriticalEntered,
    ElevatedTime,
    HighTime,
    Flaps,
    Cuts,
    IncidentsWarned,
    Hits,
};
QString titleOf(ReplayFigure figure); // of a row
QString valueOf(ReplayFigure figure, const views::ReplayedFigures &of);
// Why there is no answer, in place of its figures. `reason` as the backend gives it.
QString noAnswer(const QString &reason);
// What an event about a replay says: the figures that differ.
QString replaySentence(const views::ReplayEvent &event);
// What the former settings, the answer's draft, would have done since new ones are in effect. Empty while
// nothing is recorded of that time.
QString trialSentence(const views::WhatIfAnswer &answer);
// Why there are no figures; empty if there are.
QString whyNoHits(const views::HitEvidence &evidence);

} // namespace manometer::gui::text
