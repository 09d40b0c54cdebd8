// SPDX-License-Identifier: GPL-3.0-or-later
//
// Walks two lists of stays at levels, such as those of two replays of one time. Pure; any thread.
#pragma once

namespace manometer::pressure {

// Calls visit(a, b) for each two stays that may overlap, in order of time; they do if the later begin is
// before the earlier end. Both lists are ascending; end(stay) is a stay's end.
template<typename Stays, typename End, typename Visit>
void forEachOverlap(const Stays &one, const Stays &other, End end, Visit visit)
{
    auto a = one.begin();
    auto b = other.begin();
    while (a != one.end() && b != other.end()) {
        visit(*a, *b);
        const auto endOfA = end(*a);
        const auto endOfB = end(*b);
        if (endOfA <= endOfB)
            ++a;
        if (endOfB <= endOfA)
            ++b;
    }
}

} // namespace manometer::pressure
