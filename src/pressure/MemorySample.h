// SPDX-License-Identifier: GPL-3.0-or-later
//
// One reading of the machine's memory, as the kernel gave it. A plain value; sizes in bytes. Counters only
// ever grow while the machine runs; what a source cannot tell is absent, never zero.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

namespace manometer::pressure {

// Durations are measured on this clock; it stands still while the machine is suspended.
using MonotonicTime = std::chrono::steady_clock::time_point;
using WallTime = std::chrono::system_clock::time_point;

// Pressure stall information: the share of time that tasks waited for memory.
// Source: Linux, Documentation/accounting/psi.rst.
struct PressureStall
{
    double someAvg10Percent = 0;
    double someAvg60Percent = 0;
    double someAvg300Percent = 0;
    double fullAvg10Percent = 0;
    std::uint64_t someTotalMicroseconds = 0;
    std::uint64_t fullTotalMicroseconds = 0;

    friend bool operator==(const PressureStall &, const PressureStall &) = default;
};

// The limited ancestor of our control group that is nearest to its limit.
// Source: Linux, Documentation/admin-guide/cgroup-v2.rst and cgroup-v1/memory.rst.
struct CgroupMemory
{
    std::uint64_t limitBytes = 0; // v2: min(memory.max, memory.high); v1: memory.limit_in_bytes; may be 0
    std::uint64_t workingSetBytes = 0; // what is charged there less inactive_file, as kubelet counts it

    friend bool operator==(const CgroupMemory &, const CgroupMemory &) = default;
};

struct MemorySample
{
    MonotonicTime monotonic;
    WallTime wall;
    // CLOCK_BOOTTIME, which goes on during suspend: it tells a suspend from a clock that was set.
    std::chrono::nanoseconds sinceBoot{0};
    std::uint64_t totalBytes = 0;     // MemTotal
    std::uint64_t availableBytes = 0; // MemAvailable or an estimate of it, never more than totalBytes
    std::uint64_t processRssBytes = 0;
    std::uint64_t processVirtualBytes = 0;
    std::optional<PressureStall> stall;       // the host's; absent where the kernel has no PSI
    std::optional<CgroupMemory> cgroup;       // absent where no ancestor has a limit
    std::optional<PressureStall> cgroupStall; // our own group's (cgroup v2)
    // Counters that the control loop compares with those of the sample before.
    std::optional<std::uint64_t> oomEvents;      // out of memory, kills included, in our group and above
    std::optional<std::uint64_t> reclaimedPages; // scanned by reclaim (pgscan_*); may be left out while no
                                                 // stall counter moves
    std::optional<std::uint64_t> swappedInPages; // pswpin; the same
    std::uint64_t notices = 0; // wake-ups that $MEMORY_PRESSURE_WATCH brought since the start
    // The kernel has no MemAvailable. For people; no step function asks, and it is not recorded.
    bool availableIsEstimated = false;
};

// used / total in percent, unrounded; 0 of nothing is 0.
constexpr double percentOf(std::uint64_t used, std::uint64_t total)
{
    return total == 0 ? 0.0 : 100.0 * static_cast<double>(used) / static_cast<double>(total);
}

// Legitimate: memory.high may be exceeded, and a limit may be set below what is used, down to zero.
constexpr bool isOverLimit(const CgroupMemory &cgroup)
{
    return cgroup.workingSetBytes > cgroup.limitBytes;
}

// 100 at the limit and over it: how far over it is says nothing about a lack that is total already, and has
// no bound where the limit is next to nothing. Nothing is left of a limit of zero.
constexpr double cgroupUsedPercent(const CgroupMemory &cgroup)
{
    return cgroup.workingSetBytes < cgroup.limitBytes ? percentOf(cgroup.workingSetBytes, cgroup.limitBytes)
                                                      : 100.0;
}

// (MemTotal - MemAvailable) / MemTotal. Rounded to 0.1 it is what psutil 5.9 reports as
// virtual_memory().percent.
constexpr double hostUsedPercent(const MemorySample &sample)
{
    return percentOf(sample.totalBytes - sample.availableBytes, sample.totalBytes);
}

} // namespace manometer::pressure
