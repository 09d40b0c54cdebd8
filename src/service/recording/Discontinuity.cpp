// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/recording/Discontinuity.h"

#include "pressure/BootClock.h"

namespace manometer::service {

namespace {

using Milliseconds = std::chrono::milliseconds;

Milliseconds unlessTolerable(std::chrono::nanoseconds drift)
{
    return std::chrono::abs(drift) > clockTolerance ? std::chrono::duration_cast<Milliseconds>(drift)
                                                    : Milliseconds(0);
}

} // namespace

ClockReading ClockReading::now()
{
    return {.monotonic = std::chrono::steady_clock::now(),
            .sinceBoot = pressure::sinceBoot(),
            .wall = std::chrono::system_clock::now()};
}

ClockReading ClockReading::of(const pressure::MemorySample &sample)
{
    return {.monotonic = sample.monotonic, .sinceBoot = sample.sinceBoot, .wall = sample.wall};
}

qint64 ClockReading::bootMs(pressure::MonotonicTime time) const
{
    const std::chrono::nanoseconds here = sinceBoot.count() != 0 ? sinceBoot : monotonic.time_since_epoch();
    return std::chrono::duration_cast<Milliseconds>(here + (time - monotonic)).count();
}

SampleRecord::Discontinuity ClockJump::kind() const
{
    // A sleep is seen on the chart's time axis, a set clock in its labels only.
    if (suspended.count() != 0)
        return SampleRecord::Discontinuity::Suspend;
    return clockStep.count() != 0 ? SampleRecord::Discontinuity::ClockSet : SampleRecord::Discontinuity::None;
}

ClockJump detect(const ClockReading &previous, const ClockReading &present)
{
    const auto awake = present.monotonic - previous.monotonic;
    const bool known = previous.sinceBoot.count() != 0 && present.sinceBoot.count() != 0;
    const auto passed = known ? present.sinceBoot - previous.sinceBoot : awake;
    const auto shown = present.wall - previous.wall;
    const Milliseconds slept = unlessTolerable(passed - awake);
    // Boot time never falls behind monotonic time; a thread that lost the processor between the two may say
    // so.
    return {.suspended = std::max(slept, Milliseconds(0)), .clockStep = unlessTolerable(shown - passed)};
}

} // namespace manometer::service
