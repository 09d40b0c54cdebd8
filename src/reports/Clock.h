// SPDX-License-Identifier: GPL-3.0-or-later
//
// Converts clock readings to the millisecond fields of records and events, and times back. Pure; any thread.
#pragma once

#include "pressure/Clock.h"
#include "views/SampleRecord.h"

#include <chrono>

namespace manometer::reports {

inline qint64 toMs(pressure::MonotonicTime time)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
}

inline qint64 toMs(pressure::WallTime time)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
}

// Beyond the years that a clock in nanoseconds can tell, there is no bound.
inline pressure::WallTime wallTimeOf(qint64 ms)
{
    using Wall = pressure::WallTime;
    if (ms <= toMs(Wall::min()))
        return Wall::min();
    if (ms >= toMs(Wall::max()))
        return Wall::max();
    return Wall(std::chrono::milliseconds(ms));
}

// A suspend takes precedence: it is a gap on the chart's time axis, a set clock changes only its labels.
inline views::SampleRecord::Discontinuity discontinuityOf(const pressure::ClockJump &jump)
{
    if (jump.suspended.count() != 0)
        return views::SampleRecord::Discontinuity::Suspend;
    return jump.clockStep.count() != 0 ? views::SampleRecord::Discontinuity::ClockSet
                                       : views::SampleRecord::Discontinuity::None;
}

} // namespace manometer::reports
