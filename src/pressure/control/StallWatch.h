// SPDX-License-Identifier: GPL-3.0-or-later
//
// What p cannot show: tasks that wait for memory, and processes killed for lack of it. Counters of
// successive samples are compared; the result is a vote that the governor hears. One pure step function.
//  - a stall votes for one level more, while p is at least minimumPercent or reclaim is moving: waiting
//    alone may come from a group elsewhere that has run into its own limit
//  - so does a notice through $MEMORY_PRESSURE_WATCH, whose sender has judged already
//  - out of memory is CRITICAL, whatever p says
#pragma once

#include "pressure/MemorySample.h"

#include <chrono>
#include <cstdint>
#include <optional>

namespace manometer::pressure {

struct StallConfig
{
    // 200 ms of waiting in 2 s: what systemd takes for pressure unless told otherwise
    // (systemd.resource-control(5), MemoryPressureThresholdSec=), in the shortest window that the kernel
    // grants everyone.
    std::chrono::milliseconds window{2'000};
    std::chrono::milliseconds waited{200};
    // Under half of memory in use, waiting has another cause than a lack of memory.
    double minimumPercent = 50;

    friend bool operator==(const StallConfig &, const StallConfig &) = default;
};

// A counter over a window: where it stood when the window began, and whether the last window voted.
struct StallCounter
{
    std::optional<std::uint64_t> atWindowStart;
    std::optional<std::uint64_t> latest;
    bool movedEnoughBefore = false; // in the window before this one

    friend bool operator==(const StallCounter &, const StallCounter &) = default;
};

struct StallState
{
    std::optional<MonotonicTime> windowBegan;
    StallCounter host;
    StallCounter cgroup;
    StallCounter reclaim; // pages scanned and pages swapped in
    StallCounter notices;
    std::optional<std::uint64_t> oomEvents;

    friend bool operator==(const StallState &, const StallState &) = default;
};

enum class Vote : std::uint8_t {
    None,
    HostStall,   // one level more than p says
    CgroupStall, // the same, of our own group
    Notice,      // the same, by $MEMORY_PRESSURE_WATCH
    OutOfMemory, // CRITICAL at once
};

struct StallStep
{
    StallState state;
    Vote vote = Vote::None;
};

// percent: this sample's p.
StallStep step(const StallState &state, const MemorySample &sample, double percent,
               const StallConfig &config);

} // namespace manometer::pressure
