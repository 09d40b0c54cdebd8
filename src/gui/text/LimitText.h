// SPDX-License-Identifier: GPL-3.0-or-later
//
// Changes of the cache's limit and their effects as sentences, which begin with whether the change helped.
// Pure functions.
#pragma once

#include "cache/PressureCost.h"
#include "views/Event.h"

#include <QString>

#include <optional>

namespace manometer::gui::text {

// Without a receipt, the effect is not known yet; without a cost, it is not known any more.
QString limitSentence(const views::LimitEvent &event, const std::optional<views::ReceiptEvent> &receipt,
                      const std::optional<cache::CutCost> &cost);
QString receiptSentence(const views::ReceiptEvent &event);

} // namespace manometer::gui::text
