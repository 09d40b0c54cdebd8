// SPDX-License-Identifier: GPL-3.0-or-later
//
// Three clocks tell what one cannot: monotonic time stands still while the machine sleeps, boot time goes on,
// the wall clock goes wherever somebody sets it. Pure; any thread.
#pragma once

#include "pressure/MemorySample.h"
#include "service/SampleRecord.h"

#include <chrono>

namespace manometer::service {

struct ClockReading
{
    pressure::MonotonicTime monotonic{};
    // CLOCK_BOOTTIME; zero where a source does not know it: then nothing is seen to sleep.
    std::chrono::nanoseconds sinceBoot{0};
    pressure::WallTime wall{};

    static ClockReading now();
    static ClockReading of(const pressure::MemorySample &sample);

    // This moment, or another one near it, on the clock of SampleRecord::monotonicMs.
    qint64 bootMs() const { return bootMs(monotonic); }
    qint64 bootMs(pressure::MonotonicTime time) const;

    friend bool operator==(const ClockReading &, const ClockReading &) = default;
};

struct ClockJump
{
    std::chrono::milliseconds suspended{0}; // how long the machine slept; 0: it did not
    std::chrono::milliseconds clockStep{
        0}; // by how much the wall clock was set, back is negative; 0: it was not

    SampleRecord::Discontinuity kind() const;
};

// Under a second nothing is said. The three clocks are read one after the other, and a thread may lose the
// processor in between, for milliseconds as a rule; a clock that is slewed moves half a millisecond a second
// (adjtimex(2)); and no suspend is as short as that.
inline constexpr std::chrono::seconds clockTolerance{1};

// What happened between two readings of one run, the former one first.
ClockJump detect(const ClockReading &previous, const ClockReading &present);

} // namespace manometer::service
