// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the latest cuts under memory pressure have cost so far, and which of them an event of the log is
// about. Plain values.
#pragma once

#include "cache/PressureCost.h"
#include "views/Event.h"

#include <QByteArray>

#include <algorithm>
#include <optional>
#include <vector>

namespace manometer::views {

struct CutCosts
{
    QByteArray run{};                          // of the program, as in Event: another one counts its own
    std::vector<cache::CutCost> newestFirst{}; // at most 32; by the action of their LimitEvent
};

// The cost of the cut that a LimitEvent or its ReceiptEvent is about. None if it was not a cut under
// pressure, if its cost is no longer kept, or if another run of the program made it.
inline std::optional<cache::CutCost> costOf(const CutCosts &costs, const Event &event)
{
    const auto *limit = std::get_if<LimitEvent>(&event.what);
    const auto *receipt = std::get_if<ReceiptEvent>(&event.what);
    if ((!limit && !receipt) || event.run != costs.run)
        return std::nullopt;
    const quint64 action = limit ? limit->action : receipt->action;
    const auto found = std::find_if(costs.newestFirst.begin(), costs.newestFirst.end(),
                                    [action](const cache::CutCost &cut) { return cut.action == action; });
    return found == costs.newestFirst.end() ? std::nullopt : std::optional(*found);
}

} // namespace manometer::views
