// SPDX-License-Identifier: GPL-3.0-or-later
//
// One reading of the machine's memory, as the kernel gave it. A plain value; sizes in bytes.
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
};

struct MemorySample
{
    MonotonicTime monotonic;
    WallTime wall;
    std::uint64_t totalBytes = 0;     // MemTotal
    std::uint64_t availableBytes = 0; // MemAvailable, never more than totalBytes
    std::uint64_t processRssBytes = 0;
    std::uint64_t processVirtualBytes = 0;
    std::optional<PressureStall> stall; // absent where the kernel has no PSI
};

// (MemTotal - MemAvailable) / MemTotal in percent, unrounded. Rounded to 0.1 it is what psutil 5.9 reports
// as virtual_memory().percent.
constexpr double usedPercent(const MemorySample &sample)
{
    return sample.totalBytes == 0 ? 0.0
                                  : 100.0 * static_cast<double>(sample.totalBytes - sample.availableBytes) /
                                        static_cast<double>(sample.totalBytes);
}

} // namespace manometer::pressure
