// SPDX-License-Identifier: GPL-3.0-or-later
//
// Estimates MemAvailable for kernels that lack it (before 3.14, WSL1), by the kernel's own formula, from the
// other lines of /proc/meminfo and the watermarks in /proc/zoneinfo. One thread. The watermarks are read
// about once a minute, which allocates and blocks on a read of /proc; the rest is pure.
#pragma once

#include "pressure/MemorySample.h"

#include <optional>
#include <string>
#include <string_view>

namespace manometer::pressure {

// The sum of all zones' low watermarks.
std::uint64_t lowWatermarkPages(std::string_view zoneinfo);

// Absent if meminfo lacks MemFree or the page cache: it is truncated, or not a kernel's file.
std::optional<std::uint64_t> estimateAvailableBytes(std::string_view meminfo,
                                                    std::uint64_t lowWatermarkBytes);

class AvailableEstimate
{
public:
    explicit AvailableEstimate(const std::string &procRoot);
    std::optional<std::uint64_t> of(std::string_view meminfo, MonotonicTime now);

private:
    const std::string m_zoneinfo;
    std::optional<MonotonicTime> m_watermarkRead;
    std::uint64_t m_lowWatermarkBytes = 0;
};

} // namespace manometer::pressure
