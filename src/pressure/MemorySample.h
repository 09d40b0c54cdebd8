// SPDX-License-Identifier: GPL-3.0-or-later
//
// One reading of the machine's memory, as the kernel reports it. A plain value; sizes in bytes. Counters
// never decrease while the machine runs; a figure that a source does not provide is absent, never zero.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

namespace manometer::pressure {

// Durations are measured on this clock; it stops while the machine is suspended.
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

// Of our control group and its ancestors, the one that is nearest to its limit.
// Source: Linux, Documentation/admin-guide/cgroup-v2.rst and cgroup-v1/memory.rst.
struct CgroupMemory
{
    std::uint64_t limitBytes = 0; // v2: min(memory.max, memory.high); v1: memory.limit_in_bytes; may be 0
    std::uint64_t workingSetBytes = 0; // the memory charged to it less inactive_file, as in kubelet

    friend bool operator==(const CgroupMemory &, const CgroupMemory &) = default;
};

// What the machine's memory is used for, as `free` of procps divides it, but with shared memory among what is
// in use: it cannot be dropped. For display only: no step function reads it, and the journal does not record
// it. Source: Linux, Documentation/filesystems/proc.rst (meminfo).
struct MemoryComposition
{
    std::uint64_t freeBytes = 0;      // MemFree
    std::uint64_t buffersBytes = 0;   // Buffers
    std::uint64_t cacheBytes = 0;     // Cached + SReclaimable - Shmem; with the two above at most MemTotal
    std::uint64_t swapTotalBytes = 0; // 0: no swap, or unknown
    std::uint64_t swapUsedBytes = 0;  // SwapTotal - SwapFree

    friend bool operator==(const MemoryComposition &, const MemoryComposition &) = default;
};

struct MemorySample
{
    MonotonicTime monotonic;
    WallTime wall;
    // CLOCK_BOOTTIME, which continues during suspend: it distinguishes a suspend from a clock that was set.
    std::chrono::nanoseconds sinceBoot{0};
    std::uint64_t totalBytes = 0;     // MemTotal
    std::uint64_t availableBytes = 0; // MemAvailable or an estimate of it, never more than totalBytes
    std::uint64_t processRssBytes = 0;
    std::uint64_t processVirtualBytes = 0;
    std::optional<PressureStall> stall;       // the host's; absent where the kernel has no PSI
    std::optional<CgroupMemory> cgroup;       // absent where no ancestor has a limit
    std::optional<PressureStall> cgroupStall; // our own group's (cgroup v2)
    // Counters that the control loop compares with those of the previous sample.
    std::optional<std::uint64_t> oomEvents;       // out of memory, kills included, in our group and above
    std::optional<std::uint64_t> reclaimedPages;  // scanned by reclaim (pgscan_*); may be absent while no
                                                  // stall counter moves
    std::optional<std::uint64_t> swappedInPages;  // pswpin; may be absent likewise
    std::uint64_t notices = 0;                    // wake-ups from $MEMORY_PRESSURE_WATCH since the start
    std::optional<MemoryComposition> composition; // absent where its figures are missing or contradict
    // The kernel has no MemAvailable. For display only: no step function reads it, and it is not recorded.
    bool availableIsEstimated = false;
};

// used / total in percent, unrounded; 0 of nothing is 0.
constexpr double percentOf(std::uint64_t used, std::uint64_t total)
{
    return total == 0 ? 0.0 : 100.0 * static_cast<double>(used) / static_cast<double>(total);
}

// This is a legitimate state: memory.high may be exceeded, and a limit may be set below the usage, down to 0.
constexpr bool isOverLimit(const CgroupMemory &cgroup)
{
    return cgroup.workingSetBytes > cgroup.limitBytes;
}

// 100 at the limit and over it, and for a limit of zero: the group has no memory left either way, and the
// ratio has no bound as the limit approaches zero.
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
