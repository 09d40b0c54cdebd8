// SPDX-License-Identifier: GPL-3.0-or-later
//
// An event as a sentence. Pure functions.
#pragma once

#include "cache/PressureCost.h"
#include "views/Event.h"

#include <QString>

namespace manometer::gui::text {

// 'HIGH begins at 80 % → 75 %; HIGH hold 10 s → 20 s'; empty if nothing differs. At most `most` of them, and
// the number of the others.
QString thresholdChanges(const pressure::Thresholds &before, const pressure::Thresholds &after,
                         qsizetype most = 12);
QString eventKind(const views::Event &event); // a word for a column: 'Level', 'Cache', …
// With the receipt of a cut, if it has settled, the sentence begins with whether the cut helped; with its
// cost, if that is known, it says what the cut has cost so far.
QString eventSentence(const views::Event &event,
                      const std::optional<views::ReceiptEvent> &receipt = std::nullopt,
                      const std::optional<cache::CutCost> &cost = std::nullopt);

} // namespace manometer::gui::text
