// SPDX-License-Identifier: GPL-3.0-or-later
//
// Between the wall clock's time points and the milliseconds that rows keep. Internal to cache/.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>

namespace manometer::cache {

using Time = std::chrono::system_clock::time_point;

inline std::int64_t toMs(Time time)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
}

// A row's times are statistics that no checksum covers: a damaged one must not overflow.
inline Time fromMs(std::int64_t milliseconds)
{
    constexpr std::int64_t latest =
        std::chrono::duration_cast<std::chrono::milliseconds>(Time::duration::max()).count();
    return Time(std::chrono::milliseconds(std::clamp<std::int64_t>(milliseconds, 0, latest)));
}

} // namespace manometer::cache
