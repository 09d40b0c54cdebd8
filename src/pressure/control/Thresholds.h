// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where the levels begin and end, in percent of memory in use. A value type; findProblem() validates it. Code
// that takes one from outside must validate it: the step functions rely on that.
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
    double targetPercent = 0;          // evicting the target number of bytes would lower p to this

    friend bool operator==(const Threshold &, const Threshold &) = default;
};

// The defaults: 60/80/90 from the original; left 5 points lower, so that noise of a few points causes no
// flapping; held for 10 s, because reclaim after a burst takes seconds.
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

// All but NORMAL.
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

// Levels closer than this would be indistinguishable on the chart, and in a signal rounded to 0.1.
inline constexpr double minimumGapPercent = 1.0;
inline constexpr std::chrono::hours maximumHold{1};

// The first violated rule; empty if the thresholds are valid.
std::optional<ThresholdProblem> findProblem(const Thresholds &thresholds);

} // namespace manometer::pressure
