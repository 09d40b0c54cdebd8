// SPDX-License-Identifier: GPL-3.0-or-later
//
// The outcomes of replays (insight/WhatIf.h, Suggestions.h) as the views' answers, with the hits in memory
// that the live estimate gives for their limits. Pure; any thread.
#pragma once

#include "insight/Suggestions.h"
#include "views/Event.h"
#include "views/EvidenceView.h"

#include <optional>

namespace manometer::reports {

// The level whose begin warns of an incident.
inline constexpr pressure::Level warningLevel = pressure::Level::High;

insight::Scope scopeOf(const views::TimeRange &range, const QList<qint64> &incidentsWallMs);

// Interpolated between the limits of the levels, for which there are estimates. Empty: there are none.
std::optional<insight::MissRatioAt> missRatioAt(const views::HitEvidence &evidence);

views::WhatIfAnswer answerOf(const insight::Outcome &applied, const insight::Outcome &draft,
                             const views::HitEvidence &evidence);
// The same for the event log.
views::ReplayEvent replayEventOf(const views::WhatIfAnswer &answer);
// The runs in the range, in at most so many columns.
QList<views::LevelStay> ribbonOf(const std::vector<insight::LevelRun> &runs, const views::TimeRange &range,
                                 int columns);

insight::Constraints constraintsOf(const views::SuggestQuestion &question);
views::SuggestAnswer answerOf(const insight::Suggestions &found, const insight::Constraints &constraints,
                              const views::HitEvidence &evidence);

} // namespace manometer::reports
