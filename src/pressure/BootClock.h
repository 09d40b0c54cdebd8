// SPDX-License-Identifier: GPL-3.0-or-later
//
// CLOCK_BOOTTIME, the clock that goes on while the machine sleeps (clock_gettime(2)). Any thread; never
// blocks; no errors.
#pragma once

#include <chrono>
#include <ctime>

namespace manometer::pressure {

inline std::chrono::nanoseconds sinceBoot()
{
    timespec time{};
    ::clock_gettime(CLOCK_BOOTTIME, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

} // namespace manometer::pressure
