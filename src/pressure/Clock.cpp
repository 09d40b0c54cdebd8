// SPDX-License-Identifier: GPL-3.0-or-later
#include "pressure/Clock.h"

#include <algorithm>
#include <ctime>

namespace manometer::pressure {

namespace {

using Milliseconds = std::chrono::milliseconds;

Milliseconds zeroIfTolerable(std::chrono::nanoseconds drift)
{
    return std::chrono::abs(drift) > clockTolerance ? std::chrono::duration_cast<Milliseconds>(drift)
                                                    : Milliseconds(0);
}

} // namespace

std::chrono::nanoseconds sinceBoot()
{
    timespec time{};
    ::clock_gettime(CLOCK_BOOTTIME, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

ClockReading ClockReading::now()
{
    return {.monotonic = std::chrono::steady_clock::now(),
            .sinceBoot = pressure::sinceBoot(),
            .wall = std::chrono::system_clock::now()};
}

ClockReading ClockReading::of(const MemorySample &sample)
{
    return {.monotonic = sample.monotonic, .sinceBoot = sample.sinceBoot, .wall = sample.wall};
}

std::int64_t ClockReading::bootMs(MonotonicTime time) const
{
    const std::chrono::nanoseconds here = sinceBoot.count() != 0 ? sinceBoot : monotonic.time_since_epoch();
    return std::chrono::duration_cast<Milliseconds>(here + (time - monotonic)).count();
}

ClockJump detectJump(const ClockReading &previous, const ClockReading &present)
{
    const auto awake = present.monotonic - previous.monotonic;
    const bool known = previous.sinceBoot.count() != 0 && present.sinceBoot.count() != 0;
    const auto passed = known ? present.sinceBoot - previous.sinceBoot : awake;
    const auto shown = present.wall - previous.wall;
    const Milliseconds slept = zeroIfTolerable(passed - awake);
    // Boot time cannot fall behind monotonic time, but a thread that lost the processor between the two
    // readings may measure that.
    return {.suspended = std::max(slept, Milliseconds(0)), .clockStep = zeroIfTolerable(shown - passed)};
}

} // namespace manometer::pressure
