// SPDX-License-Identifier: GPL-3.0-or-later
//
// When to look again: often while something may happen before the next look, seldom while nothing can.
// A pure function. It promises that a crossing is applied within 100 ms: two samples 40 ms apart, and the
// first of them no later than the fastest plausible fill needs to reach the threshold.
#pragma once

#include "pressure/MemorySample.h"
#include "pressure/control/Governor.h"

#include <chrono>
#include <optional>

namespace manometer::pressure {

inline constexpr std::chrono::milliseconds fastestInterval{40};
inline constexpr std::chrono::milliseconds slowestInterval{1000};
// One core writing fresh pages as fast as measured on current servers, in bytes a second.
inline constexpr double plausibleFillRate = 6000.0 * 1024 * 1024;

// The fastest rise of used memory, the machine's or the group's, between two samples, over the last 5 to
// 10 minutes.
class FastestRise
{
public:
    void add(const MemorySample &sample);
    double bytesPerSecond() const; // 0 if there was none

private:
    // Two halves of the window: the older one is forgotten as a whole.
    static constexpr std::chrono::minutes half{5};
    std::optional<MemorySample> m_previous;
    MonotonicTime m_halfBegan{};
    double m_thisHalf = 0;
    double m_lastHalf = 0;
};

// The time until the next sample. fastestRise: bytes a second, the fastest rise seen lately, 0 if none.
std::chrono::milliseconds nextInterval(const MemorySample &sample, const GovernorState &state,
                                       const Thresholds &thresholds, double fastestRise);

} // namespace manometer::pressure
