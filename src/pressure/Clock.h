// SPDX-License-Identifier: GPL-3.0-or-later
//
// The machine's three clocks, read together, and what a comparison of two readings shows: monotonic time
// stops while the machine sleeps, boot time continues, and the wall clock can be set. now() reads the clocks
// (clock_gettime(2)); the rest is pure. Any thread; nothing blocks or fails.
#pragma once

#include "pressure/MemorySample.h"

#include <chrono>
#include <cstdint>

namespace manometer::pressure {

// CLOCK_BOOTTIME.
std::chrono::nanoseconds sinceBoot();

struct ClockReading
{
    MonotonicTime monotonic{};
    // CLOCK_BOOTTIME; zero where a source does not know it: then a suspend is not detected.
    std::chrono::nanoseconds sinceBoot{0};
    WallTime wall{};

    static ClockReading now();
    static ClockReading of(const MemorySample &sample);

    // This moment, or another one near it, in milliseconds since boot.
    std::int64_t bootMs() const { return bootMs(monotonic); }
    std::int64_t bootMs(MonotonicTime time) const;

    friend bool operator==(const ClockReading &, const ClockReading &) = default;
};

struct ClockJump
{
    std::chrono::milliseconds suspended{0}; // how long the machine slept; 0: it did not
    // By how much the wall clock was set; negative: backwards; 0: it was not set.
    std::chrono::milliseconds clockStep{0};
};

// Smaller differences are ignored. The three clocks are read one after the other, and a thread may lose the
// processor in between, usually for milliseconds; a slewed clock moves half a millisecond a second
// (adjtimex(2)); and no suspend is shorter than this.
inline constexpr std::chrono::seconds clockTolerance{1};

// What happened to the clocks between two readings of one run.
ClockJump detectJump(const ClockReading &previous, const ClockReading &present);

} // namespace manometer::pressure
