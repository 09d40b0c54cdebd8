// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads the machine's counters in /proc/vmstat: pages scanned by reclaim, pages swapped in, processes killed
// for lack of memory. The file is long and costs as much to read as all others together, so it is read when a
// stall counter has moved, since only then its figures matter, and otherwise seldom. One thread; blocks on a
// read of /proc. If the file cannot be read, its figures are absent.
#pragma once

#include "pressure/MemorySample.h"
#include "pressure/source/KernelFile.h"

#include <optional>
#include <string>

namespace manometer::pressure {

class HostCounters
{
public:
    explicit HostCounters(const std::string &procRoot);

    // Fills reclaimedPages and swappedInPages if the file was read in this call; returns the kills since the
    // start for lack of host memory, absent if the kernel has no such counter.
    std::optional<std::uint64_t> read(MemorySample &sample);

private:
    KernelFile m_vmstat;
    std::optional<MonotonicTime> m_read;
    std::uint64_t m_stalled = 0;                 // the sum of the stall counters at the last read
    std::optional<std::uint64_t> m_killsCounted; // by the kernel
    std::optional<std::uint64_t> m_kills;        // by us
};

} // namespace manometer::pressure
