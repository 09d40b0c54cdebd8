// SPDX-License-Identifier: GPL-3.0-or-later
//
// The interval until the next sample: short while the next level could be reached soon, long while it cannot.
// A pure function. It guarantees that a threshold crossing is applied within 100 ms: two samples 40 ms apart,
// the first of them no later than the fastest plausible fill reaches the threshold.
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

// The fastest rise of used memory, the machine's or the group's, between two consecutive samples of the last
// 5 to 10 minutes.
class FastestRise
{
public:
    void add(const MemorySample &sample);
    double bytesPerSecond() const; // 0 if there was none

private:
    // The window has two halves; the older one is dropped as a whole.
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
