// SPDX-License-Identifier: GPL-3.0-or-later
//
// Detects what p cannot show: tasks that wait for memory, and processes killed for lack of it. Compares the
// counters of consecutive samples; the result is a vote, an input of the governor. One pure step function.
//  - a stall votes for one level higher while p is at least minimumPercent or reclaim is active: without
//    these, the stall may come from an unrelated group that has reached its own limit
//  - a notice through $MEMORY_PRESSURE_WATCH votes likewise, unconditionally: its sender has decided already
//  - out of memory votes for CRITICAL, whatever p is
#pragma once

#include "pressure/MemorySample.h"

#include <chrono>
#include <cstdint>
#include <optional>

namespace manometer::pressure {

struct StallConfig
{
    // 200 ms of waiting in 2 s: systemd's default threshold (systemd.resource-control(5),
    // MemoryPressureThresholdSec=), in the shortest window that the kernel grants unprivileged processes.
    std::chrono::milliseconds window{2'000};
    std::chrono::milliseconds waited{200};
    // With less than half of memory in use, stalls have another cause than a lack of memory.
    double minimumPercent = 50;

    friend bool operator==(const StallConfig &, const StallConfig &) = default;
};

// A counter over a window: its value at the start, and whether the previous window voted.
struct StallCounter
{
    std::optional<std::uint64_t> atWindowStart;
    std::optional<std::uint64_t> latest;
    bool movedEnoughBefore = false; // in the previous window

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
    HostStall,   // one level above the raw level
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
