// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where the levels begin and end, in percent of memory used. A value type with its own rules: whoever takes
// one from outside asks findProblem() first; the step functions rely on it.
#pragma once

#include "pressure/Level.h"

#include <array>
#include <chrono>
#include <optional>

namespace manometer::pressure {

struct Threshold
{
    double enterPercent = 0;           // the level begins here (CRITICAL: above here)
    double leavePercent = 0;           // and may be left once p stays under here …
    std::chrono::milliseconds hold{0}; // … for this long
    double targetPercent = 0;          // what the eviction target would bring p down to

    friend bool operator==(const Threshold &, const Threshold &) = default;
};

// The defaults: 60/80/90 from the original, left 5 points lower so that noise of a few points cannot flap,
// held 10 s because reclaim after a burst takes seconds.
struct Thresholds
{
    using Milliseconds = std::chrono::milliseconds;
    Threshold elevated{60, 55, Milliseconds(10'000), 55};
    Threshold high{80, 75, Milliseconds(10'000), 75};
    Threshold critical{90, 85, Milliseconds(10'000), 70};

    // level must not be Normal, which has no threshold.
    const Threshold &of(Level level) const;
    Threshold &of(Level level);

    friend bool operator==(const Thresholds &, const Thresholds &) = default;
};

// Those that begin and end somewhere.
inline constexpr std::array levelsWithThreshold{Level::Elevated, Level::High, Level::Critical};

struct ThresholdProblem
{
    enum class Kind {
        NotANumber,
        OutOfRange,         // enter, leave or target not within 0..100
        LeaveNotBelowEnter, // leave >= enter: the level would flap
        TooCloseToNext,     // enter is not at least minimumGapPercent below the next level's enter
        LeaveBelowPrevious, // leave is under the leave of the level below
        HoldOutOfRange,     // not within 0..1 h
        TargetNotBelowEnter,
    };
    Kind kind;
    Level level; // the level whose row shows the problem

    friend bool operator==(const ThresholdProblem &, const ThresholdProblem &) = default;
};

// Two levels nearer than this could not be told apart on the chart, nor by a signal rounded to 0.1.
inline constexpr double minimumGapPercent = 1.0;
inline constexpr std::chrono::hours maximumHold{1};

// The first rule that is broken, or nothing.
std::optional<ThresholdProblem> findProblem(const Thresholds &thresholds);

} // namespace manometer::pressure
