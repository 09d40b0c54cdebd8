// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/SpreadApart.h"

#include <algorithm>

namespace manometer::gui {

std::vector<double> spreadApart(std::vector<double> wanted, double apart, double least, double most)
{
    // One pass up from the least, one back down from the most.
    for (double &place : wanted) {
        place = std::max(place, least);
        least = place + apart;
    }
    for (auto place = wanted.rbegin(); place != wanted.rend(); ++place) {
        *place = std::min(*place, most);
        most = *place - apart;
    }
    return wanted;
}

} // namespace manometer::gui
