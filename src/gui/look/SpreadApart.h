// SPDX-License-Identifier: GPL-3.0-or-later
//
// Places labels that would overlap. Pure function.
#pragma once

#include <vector>

namespace manometer::gui {

// Positions for labels whose centres should be at `wanted` (ascending), at least `apart` from each other and
// within least … most, moved as little as possible. Pixels.
std::vector<double> spreadApart(std::vector<double> wanted, double apart, double least, double most);

} // namespace manometer::gui
